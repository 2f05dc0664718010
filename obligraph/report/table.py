"""Listings as plain aligned text, for pipes and files: the same bytes for the same listing, nothing cut."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from textwrap import wrap

from obligraph.report.listing import Cell, Listing, blank, cell_text, places

PLAIN_WIDTH = 100
"""Where plain text wraps titles, details and notes; the cells of a row are never cut or wrapped."""


SHORT = 45
"""The longest item of a detail that shares its line with others."""


def clean(text: str) -> str:
    r"""Text on one line without control characters, which could steer a terminal.

    >>> clean("two\nlines \x1b[31mred")
    'two lines [31mred'
    """
    spaced = " ".join(text.split())
    return "".join(char for char in spaced if unicodedata.category(char) not in {"Cc", "Cf"})


def width(text: str) -> int:
    """The columns that a text takes in a terminal: two for wide characters, none for combining ones.

    >>> width("naïve"), width("国")
    (5, 2)
    """
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def plain_table(listing: Listing, columns: int = PLAIN_WIDTH) -> str:
    """A listing as aligned text without colour: the same bytes for the same listing, nothing cut.

    Args:
        listing: what to show.
        columns: the width at which details and notes wrap.

    >>> from obligraph.report.listing import Column
    >>> shown = (Column("n", "No.", right=True), Column("name", "Name"), Column("why", "Why", detail=True))
    >>> print(plain_table(Listing("Themes", shown, ((1, "Borders", "first"), (10, "Courts", None)))), end="")
    Themes
    <BLANKLINE>
    No.  Name
      1  Borders
         Why: first
     10  Courts
    """
    lines = [*wrapped(clean(listing.title), columns), *_context(listing, columns), ""]
    lines += _body(listing, columns) if listing.rows else [listing.empty]
    for note in listing.notes:
        lines += ["", *wrapped(clean(note), columns)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _context(listing: Listing, columns: int) -> list[str]:
    text = " | ".join(f"{heading}: {clean(value)}" for _, heading, value in listing.context)
    return wrapped(text, columns) if text else []


def _body(listing: Listing, columns: int) -> list[str]:
    shown = list(places(listing, detail=False))
    grid = [[listing.columns[place].heading for place in shown]]
    grid += [[clean(cell_text(row[place])) for place in shown] for row in listing.rows]
    widths = [max(map(width, column)) for column in zip(*grid, strict=True)]
    flush = [listing.columns[place].right for place in shown]
    lines = [_line(grid[0], widths, flush)]
    for row, cells in zip(listing.rows, grid[1:], strict=True):
        lines.append(_line(cells, widths, flush))
        lines += _details(listing, row, " " * (widths[0] + 2), columns)
    return lines


def _line(cells: Sequence[str], widths: Sequence[int], flush: Sequence[bool]) -> str:
    padded = []
    for cell, size, right in zip(cells, widths, flush, strict=True):
        space = " " * (size - width(cell))
        padded.append(space + cell if right else cell + space)
    return "  ".join(padded)


def _details(listing: Listing, row: tuple[Cell, ...], indent: str, columns: int) -> list[str]:
    lines: list[str] = []
    for heading, items in details(listing, row):
        if len(items) == 1:
            lines += wrapped(f"{heading}: {items[0]}", columns, indent, indent + "  ")
        else:
            lines.append(f"{indent}{heading}:")
            for item in items:
                lines += wrapped(f"- {item}", columns, indent + "  ", indent + "    ")
    return lines


def details(listing: Listing, row: tuple[Cell, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The details of a row that say something: heading and items, cleaned."""
    for place in places(listing, detail=True):
        cell = row[place]
        if not blank(cell):
            yield listing.columns[place].heading, _items(cell)


def _items(cell: Cell) -> tuple[str, ...]:
    """The items of a detail; short ones, such as ids, share a line."""
    items = cell if isinstance(cell, tuple) else (cell_text(cell),)
    if all(len(item) <= SHORT for item in items):
        items = (", ".join(items),)
    return tuple(map(clean, items))


def wrapped(text: str, columns: int, first: str = "", rest: str = "") -> list[str]:
    """A text as lines of which no word is broken; one empty line where it says nothing.

    Args:
        text: a clean text.
        columns: the width at which it wraps.
        first: what stands before the first line.
        rest: what stands before each further line.
    """
    return wrap(
        text,
        columns,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]
