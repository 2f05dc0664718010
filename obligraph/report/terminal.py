"""Listings for a terminal: a rich table of any width, with the details of each row below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from obligraph.report.listing import Cell, Listing, cell_text, places
from obligraph.report.table import clean, details, width

STYLES: Mapping[str, str] = {
    "binding": "bold",
    "met": "green",
    "partly met": "yellow",
    "not met": "red",
    "undetermined": "cyan",
}
"""How cells with these words look; the words say it all, so nothing is lost without colour."""

NARROWEST = 24
"""The least width of the last column, which takes what the others leave; else it stands below the row."""


def rich_listing(listing: Listing, columns: int) -> RenderableType:
    """A listing for a terminal.

    Args:
        listing: what to show.
        columns: the width of the terminal.
    """
    context = "  ".join(f"{heading}: {clean(value)}" for _, heading, value in listing.context)
    parts: list[RenderableType] = [Text(clean(listing.title), "bold")]
    parts += [Text(context)] if context else []
    parts += [Text(), *(_body(listing, columns) if listing.rows else [Text(listing.empty)])]
    parts += [Text(f"\n{clean(note)}", "dim") for note in listing.notes]
    return Group(*parts)


def _body(listing: Listing, columns: int) -> Iterator[RenderableType]:
    shown = list(places(listing, detail=False))
    headings = [listing.columns[place].heading for place in shown]
    rows = [[clean(cell_text(row[place])) for place in shown] for row in listing.rows]
    widths = [max(map(width, cells)) for cells in zip(headings, *rows, strict=True)]
    left = columns - sum(widths[:-1]) - 2 * len(widths)
    beside = len(shown) if widths[-1] <= left or left >= NARROWEST else len(shown) - 1
    widths[-1] = min(widths[-1], max(left, NARROWEST))
    flush = [listing.columns[place].right for place in shown]
    yield _line([Text(heading, "bold") for heading in headings[:beside]], widths, flush)
    yield Rule(style="dim")
    for row, cells in zip(listing.rows, rows, strict=True):
        yield _line([Text(cell, STYLES.get(cell, "")) for cell in cells[:beside]], widths, flush)
        yield from (_indented(Text(cell, "bold"), widths[0] + 2) for cell in cells[beside:])
        yield from _below(listing, row, widths[0] + 2)


def _line(cells: list[Text], widths: list[int], flush: list[bool]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    for _, size, right in zip(cells, widths, flush, strict=False):
        grid.add_column(width=size, justify="right" if right else "left", overflow="fold")
    grid.add_row(*cells)
    return grid


def _below(listing: Listing, row: tuple[Cell, ...], indent: int) -> Iterator[RenderableType]:
    for heading, items in details(listing, row):
        one = len(items) == 1
        yield _indented(Text.assemble((f"{heading}: ", "dim"), items[0] if one else ""), indent)
        for item in () if one else items:
            yield _indented(Text(f"- {item}"), indent + 2)


def _indented(text: Text, indent: int) -> Padding:
    return Padding(text, (0, 0, 0, indent))
