"""Every rating of a State, as a JSON document and as listings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from obligraph.engine.evaluation import bounds_of
from obligraph.engine.profile import Comment, Resolution
from obligraph.engine.results import Assessment, Determination, ObligationRating, Rating
from obligraph.report.documents import (
    CapRow,
    CommentRow,
    ConflictRow,
    CountedRow,
    EvaluateDocument,
    NotCountedRow,
    NotRatedRow,
    RatingRow,
    ResolutionRow,
)
from obligraph.report.listing import Cell, Column, Listing
from obligraph.report.naming import (
    id_words,
    interval,
    measure_name,
    named,
    open_words,
    provision,
    short_words,
)
from obligraph.report.view import View
from obligraph.rules.model import Obligation
from obligraph.rules.words import Force

COLUMNS = (  # the id of an obligation names its paragraph, so a table need not repeat it
    Column("force", "Force"),
    Column("rating", "Rating"),
    Column("formal", "On paper"),
    Column("practice", "In practice"),
    Column("obligation", "Obligation"),
    Column("provision", "Paragraph", table=False),
    Column("title", "Title"),
    Column("bounds", "The evidence allows", detail=True),
    Column("cap", "Held down by", detail=True),
    Column("not_applicable", "Does not apply", detail=True),
    Column("assumed", "Taken to apply, though the profile does not state", detail=True),
    Column("overdue", "Overdue", detail=True),
    Column("conflicts", "Evidence conflicts on", detail=True),
    Column("resolutions", "Conflict settled on", detail=True),
    Column("counted", "Counted", detail=True),
    Column("not_counted", "Not counted", detail=True),
    Column("bearers", "Borne by", detail=True),
    Column("comments", "The State comments", detail=True),
)


def determinations_of(assessment: Assessment, obligation: Obligation) -> Iterator[Determination]:
    """What the evidence says of each measure that an obligation needs or is safeguarded by, each once."""
    for measure in obligation.named:
        yield assessment.determinations[measure]


def evaluate_document(view: View) -> EvaluateDocument:
    """All ratings as `evaluate --format json` writes them."""
    assessment = view.assessment
    return EvaluateDocument(
        **view.head(),
        ratings=tuple(_rating_row(assessment, result) for result in assessment.ratings.values()),
        not_rated=tuple(_not_rated_row(assessment, each) for each in _not_rated(assessment)),
        comments=comment_rows(assessment.profile.comments, ""),
    )


def _not_rated(assessment: Assessment) -> Iterator[Obligation]:
    return (each for each in assessment.catalogue.obligations.values() if not each.rated)


def _rating_row(assessment: Assessment, result: ObligationRating) -> RatingRow:
    obligation = result.obligation
    found = tuple(determinations_of(assessment, obligation))
    return RatingRow(
        **named(assessment.catalogue, obligation),
        rating=result.rating,
        bounds=interval(result.bounds),
        formal=interval(result.formal),
        practice=interval(result.practice),
        cap=cap_rows(result),
        not_applicable=result.not_applicable,
        assumed=result.assumed,
        overdue=result.overdue,
        counted=tuple(row for each in found for row in _counted_rows(each)),
        not_counted=tuple(row for each in found for row in _not_counted_rows(each)),
        conflicts=tuple(conflict_row(each) for each in found if each.conflict),
        resolutions=tuple(resolution_row(each.resolution) for each in found if each.resolution),
        comments=comment_rows(assessment.profile.comments, obligation.id),
    )


def _not_rated_row(assessment: Assessment, obligation: Obligation) -> NotRatedRow:
    return NotRatedRow(
        **named(assessment.catalogue, obligation),
        bearers=obligation.bearers,
    )


def cap_rows(result: ObligationRating) -> tuple[CapRow, ...]:
    """The safeguards that keep the obligation from being rated met."""
    return tuple(CapRow(measure=cap.measure, breached=cap.breached) for cap in result.caps)


def _counted_rows(found: Determination) -> Iterator[CountedRow]:
    for item in found.counted:
        yield CountedRow(
            evidence=item.evidence.id,
            measure=found.measure,
            supports=item.supports,
            extent=item.claim.extent,
            shortfall=item.claim.shortfall,
        )


def _not_counted_rows(found: Determination) -> Iterator[NotCountedRow]:
    for item in found.not_counted:
        yield NotCountedRow(evidence=item.evidence.id, measure=found.measure, reason=item.reason)


def conflict_row(found: Determination) -> ConflictRow:
    """Both sides of a conflict."""
    return ConflictRow(
        measure=found.measure,
        supports=tuple(item.evidence.id for item in found.counted if item.supports),
        contradicts=tuple(item.evidence.id for item in found.counted if not item.supports),
    )


def resolution_row(resolution: Resolution) -> ResolutionRow:
    """A recorded resolution."""
    return ResolutionRow(
        measure=resolution.measure,
        value=resolution.value,
        considered=resolution.considered,
        assessor=resolution.assessor,
        date=resolution.date,
        reason=resolution.reason,
    )


def comment_rows(comments: tuple[Comment, ...], obligation: str) -> tuple[CommentRow, ...]:
    """The State's comments on one obligation; on the assessment as a whole where the id is empty."""
    return tuple(
        CommentRow(obligation=comment.obligation, text=comment.text, date=comment.date)
        for comment in comments
        if comment.obligation == obligation
    )


def summary_listing(view: View) -> Listing:
    """How many obligations of each force have each rating; forces are never added up."""
    ratings = view.assessment.ratings.values()
    counts = Counter((result.obligation.force, result.rating) for result in ratings)
    forces = [force for force in Force if any(counts[force, rating] for rating in Rating)]
    columns = (
        Column("force", "Force"),
        *(Column(rating.value, rating.words.capitalize(), right=True) for rating in Rating),
    )
    rows: list[tuple[Cell, ...]] = [
        (force.words, *(counts[force, rating] for rating in Rating)) for force in forces
    ]
    return Listing("Ratings by force", columns, tuple(rows), context=view.context)


def ratings_listing(view: View) -> Listing:
    """Every rating, strongest force first, and after them the obligations that are not borne by States."""
    assessment = view.assessment
    rated = sorted(assessment.ratings.values(), key=lambda result: result.obligation.force.rank)
    rows = [_listing_row(assessment, result) for result in rated]
    rows += [_not_rated_listing_row(assessment, each) for each in _not_rated(assessment)]
    said = tuple(f"The State comments: {c.text}" for c in assessment.profile.comments if not c.obligation)
    reading = tuple(id_words(assessment.catalogue, result.obligation) for result in rated[:1])
    notes = (*said, *reading, *view.closing)
    return Listing("Ratings", COLUMNS, tuple(rows), notes=notes, context=view.context)


def _listing_row(assessment: Assessment, result: ObligationRating) -> tuple[Cell, ...]:
    obligation, catalogue = result.obligation, assessment.catalogue
    found = tuple(determinations_of(assessment, obligation))
    return (
        obligation.force.words,
        result.rating.words,
        short_words(result.formal),
        short_words(result.practice),
        obligation.id,
        provision(catalogue, obligation),
        obligation.title,
        open_words(result.bounds),
        tuple(_biting(assessment, result)),
        result.not_applicable,
        result.assumed,
        result.overdue,
        tuple(measure_name(catalogue, each.measure) for each in found if each.conflict),
        tuple(measure_name(catalogue, each.measure) for each in found if each.resolution),
        tuple(dict.fromkeys(item.evidence.id for each in found for item in each.counted)),
        tuple(dict.fromkeys(f"{n.evidence.id}: {n.reason}" for each in found for n in each.not_counted)),
        (),
        tuple(c.text for c in assessment.profile.comments if c.obligation == obligation.id),
    )


def _biting(assessment: Assessment, result: ObligationRating) -> Iterator[str]:
    """The safeguards that are breached, or that alone keep the obligation from being rated met."""
    otherwise_met = bounds_of(result.obligation.needs, assessment.determinations).lo == 2
    for cap in result.caps:
        if cap.breached or otherwise_met:
            state = "breached" if cap.breached else "not shown"
            yield f"{measure_name(assessment.catalogue, cap.measure)} ({state})"


def _not_rated_listing_row(assessment: Assessment, obligation: Obligation) -> tuple[Cell, ...]:
    bearers = tuple(bearer.words for bearer in obligation.bearers)
    shown: dict[str, Cell] = {
        "force": obligation.force.words,
        "rating": "not rated",
        "formal": "-",
        "practice": "-",
        "obligation": obligation.id,
        "provision": provision(assessment.catalogue, obligation),
        "title": obligation.title,
        "bearers": bearers,
    }
    return tuple(shown.get(column.key) for column in COLUMNS)
