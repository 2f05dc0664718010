"""Finding the questionnaire's tables in a workbook, wherever they stand by now, and reading their lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from obligraph.errors import Faults, near
from obligraph.report.workbook.cell_values import Faulty, Value, value_of
from obligraph.report.workbook.columns import CHOICES, GUIDE, TABLES, Field, Holds, Table
from obligraph.sheets.book import Book, Raw, Sheet, Sort

HEAD_WITHIN = 40
"""The first rows of a sheet, in which the head of its table is looked for."""

HEAD_HEIGHT = 3
"""Rows over which merged cells may spread a heading."""


@dataclass(frozen=True, slots=True)
class Read:
    """A line of a table.

    Attributes:
        table: whose line it is.
        sheet: the sheet on which it stands.
        row: its row.
        values: what its cells say, by key; empty cells are left out.
        columns: where the cell of each key stands.
        faulty: the keys of cells that could not be read.
    """

    table: Table
    sheet: Sheet
    row: int
    values: Mapping[str, Value]
    columns: Mapping[str, int]
    faulty: frozenset[str] = frozenset()

    def where(self, key: str) -> str:
        """The cell of a key, as people write it; the first of the line for a key without a column."""
        return self.sheet.place(self.row, self.columns.get(key, 1))

    def text(self, key: str) -> str:
        """What a cell with a text says; empty where it says nothing."""
        found = self.values.get(key)
        return found if isinstance(found, str) else ""


@dataclass(frozen=True, slots=True)
class _Head:
    table: Table
    row: int
    columns: Mapping[str, int]


def lines_of_book(book: Book, faults: Faults) -> tuple[tuple[Read, ...], tuple[str, ...]]:
    """Every filled line of the tables of a workbook, and the names of the sheets that hold no table.

    Args:
        book: the workbook.
        faults: where cells that cannot be read are noted.
    """
    lines: list[Read] = []
    passed_over: list[str] = []
    for sheet in book.sheets:
        head = _head(sheet, faults)
        if head:
            lines.extend(_lines(sheet, head, book.since_1904, faults))
        elif sheet.rows and sheet.name not in {GUIDE, CHOICES}:
            passed_over.append(sheet.name)
    return tuple(lines), tuple(passed_over)


def _head(sheet: Sheet, faults: Faults) -> _Head | None:
    """The head of the sheet's table; a head of which only a part is left is a fault."""
    if sheet.name in {GUIDE, CHOICES}:
        return None
    best: tuple[int, Table, list[str], int] | None = None
    for row in sorted(sheet.rows)[:HEAD_WITHIN]:
        for table in TABLES:
            columns = _columns(sheet, row, table)
            missing = [key for key in table.needed if key not in columns]
            if not missing:
                return _Head(table, row, columns)
            known = len(columns)
            if known > 1 and (best is None or known > best[0]):
                best = (known, table, missing, row)
    if best:
        _broken_head(sheet, best, faults)
    return None


def _broken_head(sheet: Sheet, best: tuple[int, Table, list[str], int], faults: Faults) -> None:
    _, table, missing, row = best
    headings = {field.key: field.heading for field in table.fields}
    there = [raw.text.strip() for raw in sheet.rows[row].values()]
    for key in missing:
        close = near(headings[key], there, 1)
        way_out = f"'{close[0]}' stands there" if close else "put the heading back as it was"
        faults.add(f"{sheet.name}!{row}:{row}", f"there is no heading '{headings[key]}'", way_out=way_out)


def _columns(sheet: Sheet, row: int, table: Table) -> dict[str, int]:
    """Where the columns of a table stand, if a row is its head."""
    known = {_plain(field.heading): field.key for field in table.fields}
    found: dict[str, int] = {}
    for above in range(max(1, row - HEAD_HEIGHT + 1), row + 1):
        for column, raw in sorted(sheet.rows.get(above, {}).items()):
            key = known.get(_plain(raw.text)) if raw.sort is Sort.TEXT else None
            if key and (above == row or column not in sheet.rows[row]):
                found.setdefault(key, column)
    return found


def _plain(heading: str) -> str:
    return " ".join(heading.split()).casefold()


def _lines(sheet: Sheet, head: _Head, since_1904: bool, faults: Faults) -> Iterator[Read]:
    _doubled(sheet, head, faults)
    for row in sorted(row for row in sheet.rows if row > head.row):
        line = _line(sheet, head, row, since_1904, faults)
        if line is not None:
            yield line


def _doubled(sheet: Sheet, head: _Head, faults: Faults) -> None:
    """A heading that stands twice leaves open which column is meant."""
    seen: dict[str, int] = {}
    for column, raw in sorted(sheet.rows[head.row].items()):
        first = seen.setdefault(_plain(raw.text), column)
        if first != column and first in head.columns.values():
            faults.add(sheet.place(head.row, column), f"the heading '{raw.text}' stands here a second time")


def _line(sheet: Sheet, head: _Head, row: int, since_1904: bool, faults: Faults) -> Read | None:
    """One line, or None where nothing was filled in."""
    cells = sheet.rows[row]
    fields = [f for f in head.table.fields if f.key in head.columns and f.holds is not Holds.SHOWN]
    answered = [f for f in fields if f.key not in _IDLE[head.table.name]]
    if not any(_filled(cells.get(head.columns[field.key])) for field in answered):
        return None
    filled = [field for field in fields if head.columns[field.key] in cells]
    values: dict[str, Value] = {}
    faulty: set[str] = set()
    for field in filled:
        column = head.columns[field.key]
        try:
            values[field.key] = value_of(cells[column], field, since_1904)
        except Faulty as error:
            faulty.add(field.key)
            faults.add(sheet.place(row, column), error.what, way_out=error.way_out)
    return Read(head.table, sheet, row, values, head.columns, frozenset(faulty))


_IDLE = {
    table.name: {field.key for field in table.fields if field.holds is Holds.ORDER}
    | ({table.fields[0].key} if table.name in {"evidence", "state", "attributes"} else set())
    for table in TABLES
}
"""What alone does not make a line an answer: the measure or fact that is asked about, and the order."""


def _filled(raw: Raw | None) -> bool:
    return raw is not None and (raw.sort is Sort.FORMULA or bool(raw.text.strip()))


def key_fields(table: Table) -> tuple[Field, ...]:
    """The columns of a table that an import reads."""
    return tuple(field for field in table.fields if field.holds not in {Holds.SHOWN, Holds.ORDER})
