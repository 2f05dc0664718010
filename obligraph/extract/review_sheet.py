"""The review workbook itself: columns, drop-down lists, and cells that are never formulas."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from obligraph.errors import Fault, InputError
from obligraph.extract.clause import Clause
from obligraph.extract.review import Decision, Place, fingerprint
from obligraph.files import read_bytes
from obligraph.rules.words import Actor, Force
from obligraph.sheets.saving import packed

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

SHEET = "Clauses"
GUIDE = "How to review"
CHOICES = "Choices"
LONGEST_CELL = 32_000
"""Characters; a cell of a workbook holds 32,767."""

MOST_ROWS = 100_000
MOST_COLUMNS = 60
MOST_UNPACKED = 256 * 1024 * 1024
DOUBTFUL = 0.75
"""Clauses of a lower confidence are coloured."""

FORBIDDEN = re.compile(r"[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
FIXED = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's dates have no zone
"""The date that a workbook carries, so that the same clauses give the same bytes."""


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
    return _saved(book)


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
    from openpyxl.styles import Alignment

    text = FORBIDDEN.sub("\ufffd", text)
    if len(text) > LONGEST_CELL:
        text = text[:LONGEST_CELL] + " ..."
    cell = sheet.cell(row, column)
    cell.value = text
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if text:
        cell.data_type = "s"
        cell.number_format = "@"
    if text[:1] in {"=", "+", "-", "@", "\t", "\r"}:
        cell.quotePrefix = True


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


def _saved(book: Workbook) -> bytes:
    """A workbook as bytes that depend on its content only: no time of writing in it."""
    book.properties.created = FIXED
    raw = BytesIO()
    raw.write(packed(book))
    out = BytesIO()
    stamp = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = stamp.sub(rb"\g<1>2000-01-01T00:00:00Z", old.read(name))
            new.writestr(zipfile.ZipInfo(name, FIXED.timetuple()[:6]), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def rows_of(path: Path | str) -> Iterator[tuple[Place, dict[str, str]]]:
    """The lines of a review sheet, their cells as text by column.

    Raises:
        InputError: the file is no workbook, or no review sheet.
    """
    sheet = _opened(path)
    titles = {column.title: column.id for column in COLUMNS}
    rows, columns = min(sheet.max_row, MOST_ROWS), min(sheet.max_column, MOST_COLUMNS)
    lines = sheet.iter_rows(max_row=rows, max_col=columns, values_only=True)
    head = next(lines, ())
    found = {titles[t]: n for n, t in enumerate(head) if isinstance(t, str) and t in titles}
    missing = [column.title for column in COLUMNS if column.id not in found]
    if missing:
        where = f"{path}: {SHEET}!1:1"
        raise InputError(Fault(where, f"there is no column '{title}'") for title in missing)
    from openpyxl.utils import get_column_letter

    letters = {name: get_column_letter(n + 1) for name, n in found.items()}
    for row, line in enumerate(lines, 2):
        cells = {name: _text(line[n]) for name, n in found.items()}
        if any(cells.values()):
            yield Place(SHEET, row, letters), cells


def _opened(path: Path | str) -> Worksheet:
    from openpyxl import load_workbook

    data = read_bytes(path)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > MOST_UNPACKED:
                raise InputError([Fault(str(path), "unpacks to more than a review sheet can")])
        book = load_workbook(BytesIO(data), data_only=False, keep_links=False)
        sheet = book[SHEET]
    except InputError:
        raise
    except Exception:  # the library raises many kinds on a broken file
        what = f"is not a review workbook with a sheet '{SHEET}'"
        raise InputError([Fault(str(path), what, way_out="write one with extract --review")]) from None
    return sheet


def _text(value: Any) -> str:
    """A cell as text; a number that a program has made of an id or a date is written plainly."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()
