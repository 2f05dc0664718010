"""Many States as listings: the order for follow-up, the matrix, common gaps and shared measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Literal

from obligraph.engine.results import CAVEAT
from obligraph.report.listing import Cell, Column, Listing
from obligraph.report.portfolio_documents import CellRow, PortfolioDocument, StateRow, ThemeRow
from obligraph.report.portfolio_rows import ORDER_NOTE, PortfolioView, portfolio_document

Part = Literal["order", "themes", "gaps", "measures"]
"""The parts of a portfolio, in the order in which they are shown."""

ORDER_COLUMNS = (
    Column("rank", "No.", right=True),
    Column("state", "State"),
    Column("binding_gaps", "Binding gaps", right=True),
    Column("undetermined", "Undetermined", right=True),
    Column("binding", "Of", right=True),
    Column("last_assessed", "Last assessed"),
    Column("months_since", "Months ago", right=True),
    Column("requested", "Own request"),
    Column("why", "Stands here because", detail=True),
)
GAP_COLUMNS = (
    Column("count", "States", right=True),
    Column("obligation", "Obligation"),
    Column("provision", "Paragraph", table=False),
    Column("title", "Title"),
    Column("states", "Gap of", detail=True),
)
MEASURE_COLUMNS = (
    Column("closes", "Closes alone", right=True),
    Column("helps", "Needed by", right=True),
    Column("effort", "Effort", right=True),
    Column("measure", "Measure"),
    Column("title", "Title"),
    Column("states", "In", detail=True),
    Column("assistance", "Others are asked to help by", detail=True),
)
CELL_COLUMNS = (
    Column("theme", "Theme"),
    Column("title", "Title"),
    Column("cross_cutting", "Cross-cutting"),
    Column("state", "State"),
    Column("met", "Met", right=True),
    Column("partly_met", "Partly met", right=True),
    Column("not_met", "Not met", right=True),
    Column("undetermined", "Undetermined", right=True),
    Column("not_applicable", "Not applicable", right=True),
)

WIDEST = 8
"""The most States that a table sets side by side; more are added up, and stand singly in csv, json, svg."""

MATRIX_NOTE = (
    "A cell holds obligations of every force: met / partly met / not met / undetermined. An obligation of "
    "two themes stands under both. + marks what runs through all themes."
)
MEASURE_NOTE = (
    "Closes alone: binding gaps, over all States, that this measure alone would close. Needed by: binding "
    "gaps that ask for it where it is not shown in place."
)


def portfolio_listings(shown: PortfolioView, part: Part | None, limit: int | None) -> tuple[Listing, ...]:
    """The parts of a portfolio as tables, with the notes below the last.

    Args:
        shown: the States.
        part: the one part to show; None for all.
        limit: the most rows of common gaps and of shared measures; None for all.
    """
    document = portfolio_document(shown)
    made = _parts(shown, document)
    chosen = [_cut(made[name], name, limit) for name in made if part in (None, name)]
    last = chosen[-1]
    closing = (*shown.remarks, CAVEAT)
    return (*chosen[:-1], replace(last, notes=(*last.notes, *closing)))


def table_listing(shown: PortfolioView, part: Part) -> Listing:
    """One part as a table for a spreadsheet; of the themes, one row a theme and State."""
    document = portfolio_document(shown)
    made = _parts(shown, document)[part] if part != "themes" else _cells(shown, document.themes)
    return replace(made, notes=(*made.notes, *shown.remarks, CAVEAT))


def _parts(shown: PortfolioView, document: PortfolioDocument) -> Mapping[Part, Listing]:
    context = _context(shown)
    return {
        "order": Listing(
            "Order of States for follow-up",
            ORDER_COLUMNS,
            tuple(_order_cells(row) for row in document.order),
            notes=(ORDER_NOTE,),
            context=context,
        ),
        "themes": _matrix(shown, document.themes),
        "gaps": Listing(
            "Most common binding gaps",
            GAP_COLUMNS,
            tuple(
                (len(row.states), row.obligation, f"{row.symbol}, {row.paragraph}", row.title, row.states)
                for row in document.common_gaps
            ),
            context=context,
            empty="No State has a binding gap.",
        ),
        "measures": Listing(
            "Measures that States have in common",
            MEASURE_COLUMNS,
            tuple(
                (r.closes, r.helps, r.effort, r.measure, r.title, r.states, r.assistance)
                for r in document.shared_measures
            ),
            notes=(MEASURE_NOTE,),
            context=context,
            empty="No measure would close a binding gap.",
        ),
    }


def _context(shown: PortfolioView) -> tuple[tuple[str, str, str], ...]:
    return (
        ("as_of", "As of", shown.found.batch.as_of.isoformat()),
        ("catalogue", "Catalogue", shown.catalogue.fingerprint),
    )


def _order_cells(row: StateRow) -> tuple[Cell, ...]:
    return (
        row.rank,
        row.state,
        row.binding_gaps,
        row.undetermined,
        row.binding,
        row.last_assessed.isoformat() if row.last_assessed else "never",
        row.months_since,
        row.requested,
        row.why,
    )


def _matrix(shown: PortfolioView, themes: Iterable[ThemeRow]) -> Listing:
    """Themes by State; with too many States for a page, all of them added up."""
    states = [profile.state for profile in shown.profiles]
    wide = len(states) <= WIDEST
    heads = states if wide else ["All States"]
    columns = (
        Column("title", "Theme"),
        *(Column(f"state_{at}", head, right=True) for at, head in enumerate(heads, start=1)),
    )
    rows = tuple(
        (_theme_title(row), *(map(_spread, row.cells) if wide else [_spread(_sum(row.cells))]))
        for row in themes
    )
    note = f"{len(states)} States are added up here; csv, json and svg show each." if not wide else ""
    notes = tuple(filter(None, (MATRIX_NOTE, note)))
    return Listing("Themes by State", columns, rows, notes=notes, context=_context(shown))


def _theme_title(row: ThemeRow) -> str:
    return f"{row.title} +" if row.cross_cutting else row.title


def _spread(cell: CellRow) -> str:
    return f"{cell.met} / {cell.partly_met} / {cell.not_met} / {cell.undetermined}"


def _sum(cells: Iterable[CellRow]) -> CellRow:
    """All States of a theme as if they were one; counts, never shares."""
    each = list(cells)
    return CellRow(
        state="",
        met=sum(cell.met for cell in each),
        partly_met=sum(cell.partly_met for cell in each),
        not_met=sum(cell.not_met for cell in each),
        undetermined=sum(cell.undetermined for cell in each),
        not_applicable=sum(cell.not_applicable for cell in each),
    )


def _cells(shown: PortfolioView, themes: Iterable[ThemeRow]) -> Listing:
    return Listing("Themes by State", CELL_COLUMNS, tuple(_long(themes)), context=_context(shown))


def _long(themes: Iterable[ThemeRow]) -> Iterator[tuple[Cell, ...]]:
    for row in themes:
        for c in row.cells:
            counts = (c.met, c.partly_met, c.not_met, c.undetermined, c.not_applicable)
            yield (row.theme, row.title, row.cross_cutting, c.state, *counts)


def _cut(listing: Listing, part: Part, limit: int | None) -> Listing:
    """A listing with the first rows only, and a note on the rest; order and themes are never cut."""
    hidden = len(listing.rows) - limit if limit is not None and part in {"gaps", "measures"} else 0
    if limit is None or hidden <= 0:
        return listing
    note = f"Hidden by the limit: {hidden} of {len(listing.rows)} rows; --limit 0 shows all."
    return replace(listing, rows=listing.rows[:limit], notes=(*listing.notes, note))
