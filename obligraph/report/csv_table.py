"""Listings as CSV (RFC 4180), for spreadsheets: one header, every column, no cell that acts as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from obligraph.report.listing import Cell, Listing, cell_text

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a text for a formula.

Source: OWASP, CSV Injection.
"""


def csv_text(listings: Sequence[Listing]) -> str:
    """Listings of the same columns as one CSV table.

    What all rows of a listing have in common (State, date, notes with the caveat) stands in columns of its
    own, so that a row keeps it when it is sorted or copied elsewhere. Two or more listings are told apart
    by the column `list`.

    Args:
        listings: at least one; all with the same columns.

    Raises:
        ValueError: the columns differ.
    """
    first = listings[0]
    if any(_header(listing, False) != _header(first, False) for listing in listings[1:]):
        raise ValueError("listings in one CSV table have the same columns")
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    several = len(listings) > 1
    notes = " ".join(dict.fromkeys(note for listing in listings for note in listing.notes))
    writer.writerow(_header(first, several))
    for listing in listings:
        for row in listing.rows:
            writer.writerow([inert(cell) for cell in _whole(listing, row, several, notes)])
    return out.getvalue()


def _header(listing: Listing, several: bool) -> list[str]:
    keys = [column.key for column in listing.columns]
    common = [key for key, _, _ in listing.context]
    return [*(["list"] if several else []), *keys, *common, "notes"]


def _whole(listing: Listing, row: tuple[Cell, ...], several: bool, notes: str) -> list[Cell]:
    common = [value for _, _, value in listing.context]
    return [*([listing.title] if several else []), *row, *common, notes]


def inert(cell: Cell) -> str:
    """A cell as text that no spreadsheet takes for a formula; numbers stay as they are.

    >>> inert("=1+1"), inert(-1), inert(("a", "b"))
    ("'=1+1", '-1', 'a; b')
    """
    text = cell_text(cell).replace("\0", "")
    return f"'{text}" if isinstance(cell, str | tuple) and text.startswith(FORMULA_STARTS) else text
