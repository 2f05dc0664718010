"""The one row model behind every format: a listing is data, and each format is a file that reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

Cell = str | int | bool | None | tuple[str, ...]
"""What stands in one place of a listing; None and the empty tuple are blank."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a listing.

    Attributes:
        key: its name in CSV and JSON, such as `missing_measures`.
        heading: its name for people, such as `Missing`.
        detail: whether a table shows it as a line of its own below the row, for long text.
        right: whether a table sets it flush right, for numbers.
        table: False where a table need not show it, because another column or a note says the same.
    """

    key: str
    heading: str
    detail: bool = False
    right: bool = False
    table: bool = True


@dataclass(frozen=True, slots=True)
class Listing:
    """A titled table, the same in every format.

    Attributes:
        title: what the table shows.
        columns: the columns, in order.
        rows: the rows, in order; each as long as `columns`.
        notes: what a reader must know beside it, such as the caveat or what a filter has hidden.
        context: what all rows have in common, as (key, heading, value): the State, the date, the catalogue.
        empty: what a table says where there are no rows.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    context: tuple[tuple[str, str, str], ...] = ()
    empty: str = "Nothing to list."

    def __post_init__(self) -> None:
        """Refuses a row that does not fit the columns: a mistake of ours, never of the user's."""
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"{self.title}: a row of {len(row)} cells for {len(self.columns)} columns")


def cell_text(cell: Cell) -> str:
    """A cell as people read it.

    >>> cell_text(("api-law", "pnr-law")), cell_text(True), cell_text(None)
    ('api-law; pnr-law', 'yes', '')
    """
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case tuple():
            return "; ".join(cell)
        case _:
            return str(cell)


def blank(cell: Cell) -> bool:
    """Whether a table may leave out the line of a detail: it is empty, or says no.

    >>> blank(()), blank(False), blank(0)
    (True, True, False)
    """
    return cell is None or cell is False or cell in ("", ())


def places(listing: Listing, detail: bool) -> Iterator[int]:
    """The places of the columns that a table shows as details, or of those that it shows as cells."""
    for place, column in enumerate(listing.columns):
        if column.table and column.detail is detail:
            yield place
