"""The two ranked lists, as a JSON document and as listings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from obligraph.engine.results import Ranking, Row
from obligraph.report.gap_documents import GapRow, GapsDocument
from obligraph.report.listing import Cell, Column, Listing
from obligraph.report.naming import (
    id_words,
    interval,
    measure_names,
    named,
    open_words,
    provision,
    sets_words,
)
from obligraph.report.view import View
from obligraph.rules.catalogue import Catalogue

GAPS_TITLE = "Gaps: certainly not fully met"
AS_UNMET_TITLE = "Gaps, with what is unknown ranked as if it were not met"
NEEDED_TITLE = "Evidence needed: may be met, and is not shown to be"

COLUMNS = (
    Column("rank", "No.", right=True),
    Column("force", "Force"),
    Column("rating", "Rating"),
    Column("obligation", "Obligation"),
    Column("provision", "Paragraph", table=False),
    Column("title", "Title"),
    Column("bounds", "The evidence allows", detail=True),
    Column("missing_measures", "Missing", detail=True),
    Column("unverified_measures", "Not shown either way", detail=True),
    Column("would_settle", "Would mend it", detail=True),
    Column("blocks", "Holds up", detail=True),
    Column("blocked_by", "Waits for", detail=True),
    Column("key", "Key obligation", detail=True, table=False),
    Column("overdue", "Overdue", detail=True),
    Column("stable", "Position is firm", detail=True, table=False),
    Column("why", "Stands here because", detail=True),
)
"""Of the first list. An id says the paragraph, `why` the key, and the note on stability what is stable."""

_NEEDED = {
    "would_settle": Column("would_settle", "Would settle it", detail=True),
    "unverified_measures": Column("unverified_measures", "Not shown either way", detail=True, table=False),
}
NEEDED_COLUMNS = tuple(_NEEDED.get(column.key, column) for column in COLUMNS)
"""Of the second list, in which what is not shown either way is what would settle it."""


def gaps_document(view: View, ranking: Ranking) -> GapsDocument:
    """The two lists as `gaps --format json` writes them."""
    catalogue = view.assessment.catalogue
    return GapsDocument(
        **view.head(),
        stability=ranking.stability,
        gaps=tuple(_document_row(catalogue, row) for row in ranking.gaps),
        evidence_needed=tuple(_document_row(catalogue, row) for row in ranking.evidence_needed),
    )


def _document_row(catalogue: Catalogue, row: Row) -> GapRow:
    result, obligation = row.result, row.result.obligation
    return GapRow(
        rank=row.rank,
        **named(catalogue, obligation),
        rating=result.rating,
        bounds=interval(result.bounds),
        ranked_as=interval(row.ranked_as),
        key=obligation.key,
        blocks=row.blocks,
        blocked_by=row.blocked_by,
        missing_measures=row.missing,
        unverified_measures=row.unverified,
        would_settle=row.would_settle,
        would_settle_complete=row.all_sets,
        overdue=result.overdue,
        stable=row.stable,
        why=row.why,
    )


def gaps_listings(view: View, ranking: Ranking) -> tuple[Listing, Listing]:
    """The two lists as tables; the notes stand below the second."""
    catalogue, context = view.assessment.catalogue, view.context
    first = Listing(
        AS_UNMET_TITLE if ranking.unknown_as_unmet else GAPS_TITLE,
        COLUMNS,
        tuple(_listing_row(catalogue, row) for row in ranking.gaps),
        context=context,
        empty="No gap is shown.",
    )
    second = Listing(
        NEEDED_TITLE,
        NEEDED_COLUMNS,
        tuple(_listing_row(catalogue, row) for row in ranking.evidence_needed),
        notes=(ranking.stability, *_id_note(view, ranking), *view.closing),
        context=context,
        empty="Nothing is left open.",
    )
    return first, second


def _id_note(view: View, ranking: Ranking) -> tuple[str, ...]:
    rows = (*ranking.gaps, *ranking.evidence_needed)
    return (id_words(view.assessment.catalogue, rows[0].result.obligation),) if rows else ()


def _listing_row(catalogue: Catalogue, row: Row) -> tuple[Cell, ...]:
    result, obligation = row.result, row.result.obligation
    return (
        row.rank,
        obligation.force.words,
        result.rating.words,
        obligation.id,
        provision(catalogue, obligation),
        obligation.title,
        open_words(result.bounds),
        measure_names(catalogue, row.missing),
        measure_names(catalogue, row.unverified),
        sets_words(row.would_settle, row.all_sets),
        row.blocks,
        row.blocked_by,
        obligation.key,
        result.overdue,
        row.stable,
        row.why,
    )


Keeps = Callable[[Row], bool]
"""Whether a row is shown."""


@dataclass(frozen=True, slots=True)
class Window:
    """What of the two lists is shown.

    Attributes:
        keeps: whether a row is shown at all.
        gaps: the most gaps shown; None for all.
        needed: the most rows of evidence needed shown; None for all.
    """

    keeps: Keeps
    gaps: int | None = None
    needed: int | None = None


def narrowed(ranking: Ranking, window: Window) -> tuple[Ranking, tuple[str, ...]]:
    """The lists with only some of their rows, each with the rank it had, and a note on what is hidden."""
    shown = replace(
        ranking,
        gaps=_first(ranking.gaps, window.keeps, window.gaps),
        evidence_needed=_first(ranking.evidence_needed, window.keeps, window.needed),
    )
    counts = (
        ("gaps", len(ranking.gaps), len(shown.gaps)),
        ("rows of evidence needed", len(ranking.evidence_needed), len(shown.evidence_needed)),
    )
    hidden = [f"{total - left} of {total} {noun}" for noun, total, left in counts if left < total]
    if not hidden:
        return shown, ()
    return shown, (
        f"Hidden by a filter or a limit: {' and '.join(hidden)}. Ranks are those of the whole lists; "
        "--limit 0 without filters shows every row.",
    )


def _first(rows: Sequence[Row], keeps: Keeps, limit: int | None) -> tuple[Row, ...]:
    return tuple(row for row in rows if keeps(row))[:limit]
