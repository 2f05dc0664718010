"""A workbook as it was read: sheets of cells, as values, with no library behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What sort of value a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DAY = "day"
    """A number that the spreadsheet shows as a date, or a date written out in the file."""
    ERROR = "error"
    FORMULA = "formula"


@dataclass(frozen=True, slots=True)
class Raw:
    """A cell that is not blank.

    Attributes:
        sort: what sort of value it holds.
        text: the value as the file writes it: a text, the digits of a number, `1` or `0`.
    """

    sort: Sort
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook.

    Attributes:
        name: as on its tab.
        rows: by row number from 1, the cells by column number from 1; blank cells and rows are left out.
    """

    name: str
    rows: Mapping[int, Mapping[int, Raw]]

    def place(self, row: int, column: int) -> str:
        """A cell as people write it.

        >>> Sheet("Borders", {}).place(7, 28)
        'Borders!AB7'
        """
        return f"{self.name}!{letters(column)}{row}"


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook.

    Attributes:
        name: what messages call the file.
        sheets: in the order of their tabs.
        since_1904: whether days are counted from 1904, as old versions for the Macintosh did.
    """

    name: str
    sheets: tuple[Sheet, ...]
    since_1904: bool = False


def letters(column: int) -> str:
    """The letters of a column.

    >>> letters(1), letters(26), letters(27)
    ('A', 'Z', 'AA')
    """
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found
