"""The questionnaire as a workbook: a sheet a theme, and one each for what else a profile holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation

from obligraph.engine.profile import Profile
from obligraph.errors import Faults, place_of
from obligraph.report.public import PUBLIC_NOTE
from obligraph.report.workbook import columns as tables
from obligraph.report.workbook import look
from obligraph.report.workbook.choices import choices_sheet, listed_at
from obligraph.report.workbook.columns import EVIDENCE, GUIDE, Field, Holds, Table
from obligraph.report.workbook.filling import (
    Line,
    attribute_lines,
    evidence_lines,
    list_lines,
    shown,
    state_lines,
)
from obligraph.report.workbook.guide import guide_lines
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Measure
from obligraph.sheets.cells import unwritable
from obligraph.sheets.saving import saved

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

BLANK_LINES = 20
"""Empty lines below the entries of a list."""

FURTHER_LINES = 1
"""Empty lines below the answers to each question."""


def questionnaire(catalogue: Catalogue, profile: Profile, name: str, public: bool = False) -> bytes:
    """The questionnaire of a State as a workbook; the same bytes for the same profile.

    Args:
        catalogue: whose measures are asked about.
        profile: what is filled in already; it fits the catalogue.
        name: what messages call the profile.
        public: whether restricted evidence was left out, which the instructions then say.

    Raises:
        InputError: a text holds what no cell can, or is too long for one; all such texts at once.
    """
    _writable(profile, name)
    book = Workbook()
    book.remove(book.worksheets[0])
    _guide(book, profile.state, public)
    _table(book, tables.STATE, list(state_lines(profile)))
    _table(book, tables.ATTRIBUTES, list(attribute_lines(profile, catalogue)))
    _themes(book, catalogue, list(evidence_lines(profile)))
    for table in tables.LISTS.values():
        lines = list(list_lines(table, getattr(profile, table.name)))
        _table(book, table, [*lines, *({} for _ in range(BLANK_LINES))])
    choices_sheet(book, catalogue)
    return saved(book, f"Questionnaire: {look.shown_text(profile.state)}")


def _writable(profile: Profile, name: str) -> None:
    """Refuses texts that no cell gives back."""
    faults = Faults(name)
    for place, text in _texts(profile.model_dump(), ()):
        if why := unwritable(text):
            faults.add(place, why, way_out="take it out, or export as .toml or .json")
    faults.raise_if_any()


def _texts(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[str, str]]:
    """Every text in plain data, with its place."""
    match value:
        case str():
            yield place_of(path), str(value)
        case Mapping():
            for key, item in value.items():
                yield from _texts(item, (*path, key))
        case tuple() | list():
            for at, item in enumerate(value):
                yield from _texts(item, (*path, at))


def _guide(book: Workbook, state: str, public: bool) -> None:
    sheet = look.new_sheet(book, GUIDE)
    look.heading(sheet, f"Questionnaire: {state}", "How to fill it in")
    texts = [*guide_lines(), *([("For the public", PUBLIC_NOTE)] if public else [])]
    for row, (subject, text) in enumerate(texts, 4):
        look.write(sheet, row, 1, subject, look.BOLD)
        look.write(sheet, row, 2, text)
        look.fit_height(sheet, row, (subject, text), (20, 100))
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, 100
    sheet.sheet_view.showGridLines = False
    look.page(sheet)
    look.lock(sheet)


def _table(book: Workbook, table: Table, lines: Sequence[Line], title: str = "") -> Worksheet:
    """A sheet with one table on it."""
    sheet = look.new_sheet(book, title or table.title)
    look.heading(sheet, title or table.title, table.hint)
    _groups(sheet, table)
    head = 4 if table.groups else 3
    look.head_row(sheet, head, ((f.heading, f.width, _ground(f)) for f in table.fields))
    widths = [field.width for field in table.fields]
    for row, line in enumerate(lines, head + 1):
        look.lay(sheet, row, [line.get(field.key) for field in table.fields], widths)
        _finish_line(sheet, row, table, line)
    _validate(sheet, table, head + 1, head + max(1, len(lines)))
    _frame(sheet, table, head, head + max(1, len(lines)))
    return sheet


def _groups(sheet: Worksheet, table: Table) -> None:
    start = 1
    for text, span in table.groups:
        for column in range(start, start + span):
            sheet.cell(3, column).border = look.BOXED
        look.write(sheet, 3, start, text, look.BOLD)
        if span > 1:
            sheet.merge_cells(start_row=3, end_row=3, start_column=start, end_column=start + span - 1)
        start += span


def _ground(field: Field) -> str:
    return look.HEAD if field.holds in {Holds.SHOWN, Holds.ORDER} or field.key == "field" else look.OPEN_HEAD


def _finish_line(sheet: Worksheet, row: int, table: Table, line: Line) -> None:
    """Shades what is only to be read, and readies empty cells for what is to stand in them."""
    for column, field in enumerate(table.fields, 1):
        cell = sheet.cell(row, column)
        if field.holds is Holds.ORDER:
            cell.alignment = look.WRAPPED  # what stands in the middle of a hidden column is printed beside it
        if field.holds is Holds.SHOWN or field.key in {"attribute", "field"}:
            cell.fill = look.fill(look.ASKED)
        elif field.key not in line:
            cell.number_format = look.DAY_FORMAT if field.holds is Holds.DAY else "@"


def _validate(sheet: Worksheet, table: Table, first: int, last: int) -> None:
    """Drop-downs, and a word on what each column holds."""
    for column, field in enumerate(table.fields, 1):
        if check := _check(field):
            letter = get_column_letter(column)
            check.add(f"{letter}{first}:{letter}{last + 200}")
            sheet.add_data_validation(check)


def _check(field: Field) -> DataValidation | None:
    if field.holds in {Holds.SHOWN, Holds.ORDER} or not (field.hint or field.lookup):
        return None
    check = DataValidation(allow_blank=True, showErrorMessage=True, showInputMessage=bool(field.hint))
    if field.lookup:
        check.type, check.formula1 = "list", listed_at(field.lookup)
        check.errorStyle, check.error = "warning", "This is not in the sheet Choices. Keep it all the same?"
    elif field.choices == ("yes", "no"):
        check.type, check.formula1, check.error = "list", '"yes,no"', "Choose yes or no, or leave it empty."
    elif field.holds is Holds.DAY:
        check.type, check.operator = "date", "between"
        check.formula1, check.formula2 = "61", "2958465"
        check.errorStyle, check.error = "warning", "Write a day such as 2024-05-31."
    if field.hint:
        check.promptTitle, check.prompt = field.heading[:32], field.hint
    return check


def _frame(sheet: Worksheet, table: Table, head: int, last: int) -> None:
    """Frozen heads, a filter, the print set-up, and the columns that nobody needs to see."""
    sheet.freeze_panes = f"B{head + 1}"
    shown_columns = [at for at, f in enumerate(table.fields, 1) if f.holds is not Holds.ORDER]
    sheet.auto_filter.ref = f"A{head}:{get_column_letter(len(table.fields))}{last}"
    for at in range(len(shown_columns) + 1, len(table.fields) + 1):
        sheet.column_dimensions[get_column_letter(at)].hidden = True
    look.page(sheet, width=sum(f.width for f in table.fields if f.holds is not Holds.ORDER), repeated=head)


def _themes(book: Workbook, catalogue: Catalogue, lines: Iterable[Line]) -> None:
    """A sheet for each theme that has measures."""
    by_measure: dict[str, list[Line]] = {}
    for line in lines:
        by_measure.setdefault(str(line["measure"]), []).append(line)
    measures = sorted(catalogue.measures.values(), key=lambda each: list(catalogue.themes).index(each.theme))
    for theme, asked in groupby(measures, key=lambda each: each.theme):
        answers = [line for each in asked for line in _answers(each, by_measure.get(each.id, []))]
        _table(book, EVIDENCE, answers, catalogue.themes[theme].title)


def _answers(measure: Measure, given: Sequence[Line]) -> Iterator[Line]:
    """The question on a measure beside its first answer, its further answers, and room for more."""
    asked: Line = {
        "question": look.shown_text(f"{measure.title}.\n{measure.question}"),
        "expects": look.shown_text(measure.expects),
        "accepts": _accepted(measure),
    }
    lines: list[Line] = [*given, *({} for _ in range(FURTHER_LINES))]
    for at, line in enumerate(lines):
        yield {"measure": measure.id, **line, **(asked if at == 0 else {})}


def _accepted(measure: Measure) -> str:
    age = f"\nnot older than {measure.max_age} months" if measure.max_age else ""
    return ", ".join(shown(kind) for kind in measure.accepts) + age
