"""The results as a workbook: a front page, and a sheet for each listing with filters and frozen heads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from obligraph.engine.ranking import gaps
from obligraph.engine.results import CAVEAT, Ranking, Rating
from obligraph.report.evidence_list import evidence_listing
from obligraph.report.gap_list import gaps_listings
from obligraph.report.listing import Cell, Column, Listing, cell_text
from obligraph.report.measure_list import measures_listing, traces_listing
from obligraph.report.naming import day
from obligraph.report.quoting import Quoted, quoted_listing
from obligraph.report.rating_list import ratings_listing, summary_listing
from obligraph.report.view import View
from obligraph.report.workbook import look
from obligraph.report.workbook.legend import legend_lines
from obligraph.sheets.saving import saved

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEAD = 4
"""The row of the headings on a sheet with a listing."""

PAGE_COLUMNS = 6
"""The columns of the front page."""

WIDEST, BROADEST = 44, 90
"""Characters of the widest column, and of one that holds whole paragraphs."""

PARAGRAPH = 300
"""From so many characters on, most cells of a column hold a paragraph."""

FIRST_GAPS = 5
"""How many gaps the front page names."""


def results_listings(
    view: View, ranking: Ranking, quoted: Quoted | None = None
) -> tuple[tuple[str, Listing, str], ...]:
    """The sheets with listings: the name of each, what it lists, what it is for.

    Args:
        view: the assessment as it is shown.
        ranking: its two lists.
        quoted: the source's paragraphs, where the user has named documents; None for no such sheet.
    """
    texts = quoted_listing(view, quoted) if quoted else None
    own = (("Texts", texts, "The source's own paragraph of each obligation."),) if texts else ()
    first, needed = gaps_listings(view, ranking)
    return (
        ("Gaps", first, "What is certainly not fully met, first to mend first, and why."),
        ("Evidence needed", needed, "What may be met and is not shown to be, first to settle first."),
        ("Obligations", ratings_listing(view), "Every obligation with its rating."),
        ("Measures", measures_listing(view), "What the evidence says of each measure."),
        ("Evidence", evidence_listing(view), "Every record, and for what it counts."),
        ("Traces", traces_listing(view), "Each path from an obligation over a measure to a record."),
        *own,
    )


def results_workbook(view: View, quoted: Quoted | None = None) -> bytes:
    """The results of an assessment; the same bytes for the same assessment; arguments as for the listings."""
    ranking = gaps(view.assessment)
    listings = results_listings(view, ranking, quoted)
    book = Workbook()
    book.remove(book.worksheets[0])
    _front(book, view, listings)
    for name, listing, _ in listings:
        _listing(book, name, listing)
    _legend(book)
    return saved(book, f"Results: {look.shown_text(view.assessment.profile.state)}")


def _front(book: Workbook, view: View, listings: Sequence[tuple[str, Listing, str]]) -> None:
    """One page: who, when, how many of what, the first gaps, what else is here, what it is not."""
    found = view.assessment
    sheet = look.new_sheet(book, "Front page")
    hint = f"As of {day(found.as_of)}. Catalogue {found.catalogue.fingerprint}."
    look.heading(sheet, found.profile.state, hint)
    row = _remarks(sheet, 4, [CAVEAT, *view.remarks])
    counts = summary_listing(view)
    row = _block(sheet, row + 1, "Obligations of the State, by force and rating", counts.columns, counts.rows)
    wanted = ("rank", "force", "rating", "obligation", "title")
    shown = [column for key in wanted for column in listings[0][1].columns if column.key == key]
    gaps_found = listings[0][1]
    at = [[column.key for column in gaps_found.columns].index(column.key) for column in shown]
    rows = [tuple(line[place] for place in at) for line in gaps_found.rows[:FIRST_GAPS]]
    title = f"The first {len(rows)} of {len(gaps_found.rows)} gaps" if rows else gaps_found.empty
    row = _block(sheet, row + 1, title, shown if rows else (), rows)
    sheets = [(name, len(listing.rows), purpose) for name, listing, purpose in listings]
    heads = (Column("sheet", "Sheet"), Column("rows", "Lines"), Column("purpose", "What it shows"))
    _block(sheet, row + 1, "In this workbook", heads, sheets)
    for column, width in enumerate((17, 14, 16, 18, 18, 40), 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.sheet_view.showGridLines = False
    look.page(sheet)


def _remarks(sheet: Worksheet, row: int, texts: Iterable[str]) -> int:
    """Sentences across the page; gives the next free row."""
    for text in texts:
        look.write(sheet, row, 1, look.shown_text(text))
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=PAGE_COLUMNS)
        look.fit_height(sheet, row, (text,), (100,))
        row += 1
    return row


def _block(
    sheet: Worksheet, row: int, title: str, columns: Sequence[Column], rows: Iterable[tuple[Cell, ...]]
) -> int:
    """A small table with a title; gives the next free row."""
    look.write(sheet, row, 1, title, look.BOLD).alignment = look.FLAT
    row += 1
    for at, column in enumerate(columns, 1):
        ground = look.ASKED if column.key == Rating.UNDETERMINED else look.HEAD
        look.write(sheet, row, at, column.heading, look.BOLD).fill = look.fill(ground)
    _box(sheet, row, len(columns))
    for line in rows:
        row += 1
        for at, value in enumerate(line, 1):
            look.write(sheet, row, at, shown_value(value))
            _tint(sheet, row, at, columns[at - 1].key, value)
        _box(sheet, row, len(columns))
    return row + 1


def _box(sheet: Worksheet, row: int, columns: int) -> None:
    """Draws a row's cells, the last of which reaches to the edge of the page; numbers stand in the middle."""
    for at in range(1, PAGE_COLUMNS + 1 if columns else 0):
        cell = sheet.cell(row, at)
        cell.border = look.BOXED
        cell.alignment = look.CENTRED if isinstance(cell.value, int) else look.WRAPPED
    if 0 < columns < PAGE_COLUMNS:
        sheet.merge_cells(start_row=row, end_row=row, start_column=columns, end_column=PAGE_COLUMNS)


def _listing(book: Workbook, name: str, listing: Listing) -> None:
    """A sheet with every row and every column of a listing."""
    sheet = look.new_sheet(book, name)
    look.heading(sheet, listing.title, look.shown_text(_hint(listing)))
    widths = [_width(listing, at) for at in range(len(listing.columns))]
    heads = zip(listing.columns, widths, strict=True)
    look.head_row(sheet, HEAD, ((column.heading, width, look.HEAD) for column, width in heads))
    for row, line in enumerate(listing.rows, HEAD + 1):
        look.lay(sheet, row, [shown_value(value) for value in line], widths)
        for at, (column, value) in enumerate(zip(listing.columns, line, strict=True), 1):
            _tint(sheet, row, at, column.key, value)
    last = HEAD + len(listing.rows)
    if not listing.rows:
        look.write(sheet, last + 1, 1, listing.empty).alignment = look.FLAT
    for row, note in enumerate(dict.fromkeys((*listing.notes, CAVEAT)), last + 3):
        look.write(sheet, row, 1, look.shown_text(note), look.FAINT).alignment = look.FLAT
    sheet.auto_filter.ref = f"A{HEAD}:{get_column_letter(len(widths))}{max(last, HEAD + 1)}"
    sheet.freeze_panes = f"B{HEAD + 1}"
    look.page(sheet, width=sum(widths), repeated=HEAD)


def _hint(listing: Listing) -> str:
    return " | ".join(f"{heading}: {value}" for _, heading, value in listing.context)


def shown_value(value: Cell) -> str | int | dt.date | None:
    r"""A cell of a listing as a cell of a sheet: numbers stay numbers, lists stand line below line.

    >>> shown_value(("a", "b")), shown_value(7), shown_value(True)
    ('a\nb', 7, 'yes')
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return look.shown_text("\n".join(value) if isinstance(value, tuple) else cell_text(value))


def _width(listing: Listing, at: int) -> int:
    """A width that fits most cells of a column."""
    heading = len(listing.columns[at].heading) + 3
    lengths = sorted(
        max((len(line) for line in str(shown_value(row[at]) or "").split("\n")), default=0)
        for row in listing.rows
    )
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    most = BROADEST if usual > PARAGRAPH else WIDEST
    return max(8, min(most, max(min(heading, 18), usual + 2)))


def _tint(sheet: Worksheet, row: int, at: int, key: str, value: Cell) -> None:
    """Gives a rating the ground of its colour."""
    if key == "rating" and isinstance(value, str) and value in look.RATING_GROUND:
        sheet.cell(row, at).fill = look.fill(look.RATING_GROUND[value])


def _legend(book: Workbook) -> None:
    sheet = look.new_sheet(book, "Legend")
    look.heading(sheet, "Legend", "What the words and columns mean.")
    for row, (word, meaning) in enumerate(legend_lines(), 4):
        look.write(sheet, row, 1, word, look.BOLD)
        look.write(sheet, row, 2, meaning)
        look.fit_height(sheet, row, (word, meaning), (26, 100))
        if word in look.RATING_GROUND:
            sheet.cell(row, 1).fill = look.fill(look.RATING_GROUND[word])
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 26, 100
    sheet.sheet_view.showGridLines = False
    look.page(sheet)
