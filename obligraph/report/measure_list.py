"""What the evidence says of each measure, and by what path each obligation reaches its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from obligraph.engine.profile import Extent
from obligraph.engine.results import UNKNOWN, Assessment, Counted, Determination, NotCounted, ObligationRating
from obligraph.report.listing import Cell, Column, Listing
from obligraph.report.naming import dated, day, found_at, measure_name, provision
from obligraph.report.rating_list import determinations_of
from obligraph.report.view import View
from obligraph.rules.model import Measure

MEASURE_COLUMNS = (
    Column("measure", "Measure"),
    Column("title", "Title"),
    Column("state", "The evidence shows"),
    Column("theme", "Theme"),
    Column("axis", "Axis"),
    Column("stage", "Stage"),
    Column("safeguard", "Safeguard"),
    Column("effort", "Effort", right=True),
    Column("counted", "Counted", detail=True),
    Column("not_counted", "Not counted", detail=True),
    Column("resolution", "Settled by", detail=True),
    Column("expects", "Expected evidence", detail=True),
    Column("asked_by", "Asked for by", detail=True),
)


def measures_listing(view: View) -> Listing:
    """Every measure of the catalogue with what the evidence says of it."""
    found = view.assessment
    rows = tuple(_measure_row(found, found.determinations[name]) for name in found.catalogue.measures)
    return Listing("Measures", MEASURE_COLUMNS, rows, notes=view.closing, context=view.context)


def _measure_row(assessment: Assessment, found: Determination) -> tuple[Cell, ...]:
    measure = assessment.catalogue.measures[found.measure]
    return (
        measure.id,
        measure.title,
        state_words(found),
        assessment.catalogue.themes[measure.theme].title,
        "on paper" if measure.axis.value == "formal" else "in practice",
        measure.stage.value,
        measure.safeguard,
        measure.effort,
        tuple(f"{each.evidence.id} ({effect_words(each)})" for each in found.counted),
        tuple(f"{each.evidence.id}: {each.reason}" for each in found.not_counted),
        _settled(found),
        measure.expects,
        assessment.catalogue.needed_by[measure.id],
    )


def state_words(found: Determination) -> str:
    """What the evidence says of a measure, in two or three words."""
    if found.conflict:
        return "open: the evidence conflicts"
    if found.bounds == UNKNOWN:
        return "open" if found.counted else "open: no evidence counts"
    return found.bounds.words


def effect_words(item: Counted) -> str:
    """Which way and how far a record speaks."""
    side = "supports" if item.supports else "contradicts"
    return f"{side} in part" if item.claim.extent is Extent.PARTIAL else f"{side} in full"


def _settled(found: Determination) -> str:
    made = found.resolution
    if made is None:
        return ""
    return f"{made.value.words}, {made.assessor}, {day(made.date)}: {made.reason}"


TRACE_COLUMNS = (
    Column("obligation", "Obligation"),
    Column("provision", "Paragraph"),
    Column("force", "Force"),
    Column("rating", "Rating"),
    Column("measure", "Measure"),
    Column("part", "Asked for as"),
    Column("state", "The evidence shows"),
    Column("evidence", "Evidence"),
    Column("title", "Title of the record"),
    Column("effect", "What it does"),
    Column("reason", "Shortfall, or why it does not count"),
    Column("source", "Found at"),
    Column("dates", "Dates"),
    Column("note", "Note"),
)


def traces_listing(view: View) -> Listing:
    """Each path from an obligation over a measure to a record, and where a path ends without one."""
    found = view.assessment
    rows = tuple(row for result in found.ratings.values() for row in _traces(found, result))
    return Listing("Traces", TRACE_COLUMNS, rows, notes=view.closing, context=view.context)


def _traces(assessment: Assessment, result: ObligationRating) -> Iterator[tuple[Cell, ...]]:
    obligation, catalogue = result.obligation, assessment.catalogue
    head = (obligation.id, provision(catalogue, obligation), obligation.force.words, result.rating.words)
    for found in determinations_of(assessment, obligation):
        measure = catalogue.measures[found.measure]
        part = "safeguard" if found.measure in obligation.safeguards else "need"
        lead = (*head, measure_name(catalogue, measure.id), part, state_words(found))
        ends = [*map(_counted, found.counted), *map(_passed_over, found.not_counted)]
        for end in ends or [_nothing(measure)]:
            yield (*lead, *end)


def _counted(item: Counted) -> tuple[Cell, ...]:
    each = item.evidence
    shortfall = item.claim.shortfall
    return (
        each.id,
        each.title,
        effect_words(item),
        shortfall,
        found_at(each.locator),
        dated(each),
        each.note,
    )


def _passed_over(item: NotCounted) -> tuple[Cell, ...]:
    each = item.evidence
    return each.id, each.title, "does not count", item.reason, found_at(each.locator), dated(each), each.note


def _nothing(measure: Measure) -> tuple[Cell, ...]:
    """The end of a path without a record: what would be expected there."""
    return None, None, "no record", f"expected: {measure.expects}", None, None, None
