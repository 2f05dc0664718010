"""The review workbook itself: columns, drop-down lists, and cells that are never formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from obligraph.errors import Fault, InputError
from obligraph.extract.clause import Clause
from obligraph.extract.review import Decision, Place, fingerprint
from obligraph.rules.words import Actor, Force
from obligraph.sheets.book import Raw, Sheet, Sort, letters
from obligraph.sheets.cells import put
from obligraph.sheets.opening import open_book
from obligraph.sheets.saving import saved

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SHEET = "Clauses"
GUIDE = "How to review"
CHOICES = "Choices"
LONGEST_CELL = 32_000
"""Characters; a cell of a workbook holds 32,767."""

DOUBTFUL = 0.75
"""Clauses of a lower confidence are coloured."""

FORBIDDEN = re.compile(r"[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the sheet.

    Attributes:
        id: what the program calls it.
        title: what the reader sees.
        width: in characters.
        open: whether the reviewer writes there.
    """

    id: str
    title: str
    width: int
    open: bool = False


COLUMNS = (
    Column("id", "Clause", 18),
    Column("paragraph", "Paragraph", 10),
    Column("action", "Action, as read", 70),
    Column("verb", "Verb", 14),
    Column("force", "Force proposed", 14),
    Column("rule", "Row of the force table", 22),
    Column("words", "Words that gave the force", 22),
    Column("addressees", "Addressees proposed", 22),
    Column("limits", "Qualifiers and safeguards", 30),
    Column("deadline", "Deadline", 16),
    Column("cites", "Cites", 20),
    Column("confidence", "Confidence", 11),
    Column("why", "Why not certain", 34),
    Column("other", "Reading not taken", 34),
    Column("decision", "Your decision", 14, open=True),
    Column("your_force", "Your force", 14, open=True),
    Column("your_addressees", "Your addressees", 24, open=True),
    Column("your_action", "Your wording of the action", 50, open=True),
    Column("note", "Your note", 30, open=True),
    Column("print", "Fingerprint (leave)", 16),
)
WORDS = (
    "Each line of the sheet 'Clauses' is one clause as it was read. Columns with green heads are yours.",
    "Decision: accept, change, reject or open. A line left empty stays as proposed.",
    "Change: fill in only what is wrong: a force from the list, addressees with commas between, a wording.",
    "Lines in yellow are the least certain; 'Why not certain' and 'Reading not taken' say what to look at.",
    "Leave the other columns as they are: the program finds its clauses again by them.",
    "All addressees stand in the sheet 'Choices'.",
)


def workbook_of(clauses: list[Clause]) -> bytes:
    """The review workbook of some clauses, as bytes."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    if sheet is None:
        sheet = book.create_sheet()
    sheet.title = SHEET
    _head(sheet)
    for row, clause in enumerate(clauses, 2):
        _line(sheet, row, clause)
    _finish(sheet, len(clauses) + 1)
    guide = book.create_sheet(GUIDE)
    for row, words in enumerate(WORDS, 1):
        _put(guide, row, 1, words)
    guide.column_dimensions["A"].width = 120
    choices = book.create_sheet(CHOICES)
    for column, known in enumerate((Decision, Force, Actor), 1):
        for row, value in enumerate(known, 1):
            _put(choices, row, column, value.value)
    return saved(book, "Clauses for review")


def _head(sheet: Worksheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    for number, column in enumerate(COLUMNS, 1):
        cell = sheet.cell(1, number, column.title)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.fill = PatternFill("solid", fgColor="C6E0B4" if column.open else "D9D9D9")
        sheet.column_dimensions[cell.column_letter].width = column.width
    sheet.freeze_panes = "C2"


def _line(sheet: Worksheet, row: int, clause: Clause) -> None:
    from openpyxl.styles import PatternFill

    doubtful = PatternFill("solid", fgColor="FFF2CC") if clause.confidence < DOUBTFUL else None
    content = values(clause)
    for number, column in enumerate(COLUMNS, 1):
        _put(sheet, row, number, content.get(column.id, ""))
        if doubtful and not column.open:
            sheet.cell(row, number).fill = doubtful


def values(clause: Clause) -> dict[str, str]:
    """What the sheet shows of a clause, by column."""
    limits = (*clause.qualifiers, *clause.safeguards)
    marks = ["restated"] * clause.restated + ["prohibition"] * clause.prohibition
    return {
        "id": clause.id,
        "paragraph": clause.paragraph,
        "action": clause.action,
        "verb": " ".join([clause.verb, *(f"({mark})" for mark in marks)]),
        "force": clause.force.value,
        "rule": clause.force_rule,
        "words": clause.force_words,
        "addressees": ", ".join(clause.addressees),
        "limits": "; ".join(quote.text for quote in limits),
        "deadline": _deadline(clause),
        "cites": "; ".join(quote.text for quote in clause.cites),
        "confidence": f"{clause.confidence:.2f}",
        "why": "; ".join(f"{signal.name.replace('_', ' ')}: {signal.words}" for signal in clause.signals),
        "other": clause.other_reading,
        "print": fingerprint(clause),
    }


def _deadline(clause: Clause) -> str:
    if clause.deadline is None:
        return ""
    day = clause.deadline.date
    return f"{clause.deadline.text} ({day.isoformat()})" if day else clause.deadline.text


def _put(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Writes a text that stays one: what begins like a formula is quoted, what no cell can hold is marked."""
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Alignment

    text = FORBIDDEN.sub("\ufffd", text)
    if len(text) > LONGEST_CELL:
        text = text[:LONGEST_CELL] + " ..."
    cell = sheet.cell(row, column)
    if isinstance(cell, Cell):  # sheets made here have no merged cells
        put(cell, text)
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _finish(sheet: Worksheet, last: int) -> None:
    """Puts the drop-down lists and the filter in place."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    letters = {column.id: get_column_letter(n) for n, column in enumerate(COLUMNS, 1)}
    for column, known, letter in (("decision", Decision, "A"), ("your_force", Force, "B")):
        source = f"{CHOICES}!${letter}$1:${letter}${len(known)}"
        check = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=True)
        check.error = "Choose from the list."
        check.add(f"{letters[column]}2:{letters[column]}{max(last, 2)}")
        sheet.add_data_validation(check)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{max(last, 2)}"


def rows_of(path: Path | str) -> Iterator[tuple[Place, dict[str, str]]]:
    """The lines of a review sheet, their cells as text by column.

    Raises:
        InputError: the file is no workbook, or no review sheet.
    """
    sheet = _opened(path)
    titles = {column.title: column.id for column in COLUMNS}
    head = {_text(cell): number for number, cell in sheet.rows.get(1, {}).items()}
    found = {titles[title]: number for title, number in head.items() if title in titles}
    missing = [column.title for column in COLUMNS if column.id not in found]
    if missing:
        where = f"{path}: {SHEET}!1:1"
        raise InputError(Fault(where, f"there is no column '{title}'") for title in missing)
    named = {name: letters(number) for name, number in found.items()}
    for row, line in sorted(sheet.rows.items()):
        cells = {name: _text(line[number]) if number in line else "" for name, number in found.items()}
        if row > 1 and any(cells.values()):
            yield Place(SHEET, row, named), cells


def _opened(path: Path | str) -> Sheet:
    """The sheet of clauses in a workbook."""
    for sheet in open_book(path).sheets:
        if sheet.name == SHEET:
            return sheet
    what = f"is not a review workbook with a sheet '{SHEET}'"
    raise InputError([Fault(str(path), what, way_out="write one with extract --review")])


def _text(cell: Raw) -> str:
    """A cell as text; a number that a program has made of an id is written plainly."""
    whole = cell.sort is Sort.NUMBER and cell.text.endswith(".0")
    return (cell.text.removesuffix(".0") if whole else cell.text).strip()
