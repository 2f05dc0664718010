"""An assessment as OSCAL assessment results: determinations as observations, ratings as findings."""

from __future__ import annotations

from collections.abc import Iterator

from obligraph.engine.profile import Resolution
from obligraph.engine.results import Counted, Determination, NotCounted, ObligationRating, Rating
from obligraph.report.json_text import Json
from obligraph.report.measure_list import effect_words, state_words
from obligraph.report.naming import day, measure_name, settled_words
from obligraph.report.oscal.parts import (
    Fields,
    Ids,
    ids_of,
    line,
    moment,
    props,
    resource,
    some,
    view_metadata,
)
from obligraph.report.rating_list import determinations_of
from obligraph.report.view import View

NO_PLAN = "No assessment plan: what is asked, and how it is rated, stands in the catalogue."
"""OSCAL wants results to name a plan."""


def assessment_results(view: View) -> Fields:
    """The results of an assessment; the same document for the same assessment."""
    ids = ids_of(view, "assessment-results")
    found = view.assessment
    plan = ids("plan")
    resources: list[Json] = [some(uuid=plan, title="No assessment plan", description=NO_PLAN)]
    resources.extend(resource(ids, item) for item in found.profile.evidence)
    return {
        "assessment-results": {
            "uuid": ids(),
            "metadata": view_metadata(view, f"Assessment of {found.profile.state}"),
            "import-ap": {"href": f"#{plan}"},
            "results": [_result(view, ids)],
            "back-matter": {"resources": resources},
        }
    }


def _result(view: View, ids: Ids) -> Fields:
    found = view.assessment
    ratings = found.ratings.values()
    return some(
        uuid=ids("result"),
        title=line(f"{found.profile.state}, as of {day(found.as_of)}"),
        description="Ratings of the obligations of States on the evidence supplied.",
        start=moment(found.as_of),
        end=moment(found.as_of),
        props=props({"catalogue": found.catalogue.fingerprint, "public": view.public}),
        reviewed_controls=_reviewed(ratings_of=tuple(ratings)),
        observations=observations(view, ids),
        findings=findings(view, ids),
        remarks="\n\n".join(c.text for c in found.profile.comments if not c.obligation),
    )


def _reviewed(ratings_of: tuple[ObligationRating, ...]) -> Fields:
    """Which obligations were rated, and which do not apply."""
    rated: list[Json] = []
    left_out: list[Json] = []
    for each in ratings_of:
        side = left_out if each.rating is Rating.NOT_APPLICABLE else rated
        side.append({"control-id": each.obligation.id})
    chosen = some(
        description="The obligations borne by States; excluded are those that do not apply to this one.",
        include_controls=rated,
        exclude_controls=left_out,
    )
    return {"control-selections": [chosen]}


def observations(view: View, ids: Ids) -> list[Json]:
    """What the evidence says of each measure to which some record speaks."""
    found = view.assessment
    return [
        _observation(view, ids, each)
        for each in found.determinations.values()
        if each.counted or each.not_counted
    ]


def _observation(view: View, ids: Ids, each: Determination) -> Fields:
    bounds = f"{each.bounds.lo}-{each.bounds.hi}"
    evidence: list[Json] = [_counted(ids, item) for item in each.counted]
    evidence.extend(_passed_over(ids, item) for item in each.not_counted)
    return some(
        uuid=ids("observation", each.measure),
        title=line(measure_name(view.assessment.catalogue, each.measure)),
        description=f"The evidence shows: {state_words(each)}.",
        props=props({"measure": each.measure, "bounds": bounds, "conflict": each.conflict}),
        methods=["EXAMINE"],
        types=["control-objective"],
        relevant_evidence=evidence,
        collected=moment(view.assessment.as_of),
        remarks=_resolved(each.resolution),
    )


def _counted(ids: Ids, item: Counted) -> Fields:
    each = item.evidence
    said = f"{each.title}: {effect_words(item)}."
    lacking = item.claim.shortfall
    return some(
        href=f"#{ids('evidence', each.id)}",
        description=f"{said} Still lacking: {lacking}" if lacking else said,
        props=props({"counts": True, "supports": item.supports, "extent": item.claim.extent.value}),
    )


def _passed_over(ids: Ids, item: NotCounted) -> Fields:
    each = item.evidence
    return some(
        href=f"#{ids('evidence', each.id)}",
        description=f"{each.title}: does not count; {item.reason}.",
        props=props({"counts": False}),
    )


def _resolved(made: Resolution | None) -> str:
    if made is None:
        return ""
    said = settled_words(made.value, made.assessor, made.date, made.reason)
    return said[:1].upper() + said[1:]


def findings(view: View, ids: Ids) -> list[Json]:
    """The rating of each obligation that applies."""
    ratings = view.assessment.ratings.values()
    return [_finding(view, ids, each) for each in ratings if each.rating is not Rating.NOT_APPLICABLE]


def _finding(view: View, ids: Ids, each: ObligationRating) -> Fields:
    obligation = each.obligation
    values: dict[str, str | int | bool | None] = {
        "rating": each.rating.value,
        "bounds": f"{each.bounds.lo}-{each.bounds.hi}",
        "force": obligation.force.value,
        "overdue": each.overdue,
        "held-down-by": ", ".join(cap.measure for cap in each.caps),
        "assumed": ", ".join(each.assumed),
    }
    comments = [c.text for c in view.assessment.profile.comments if c.obligation == obligation.id]
    return some(
        uuid=ids("finding", obligation.id),
        title=line(obligation.title),
        description=f"Rated {each.rating.words} on the evidence supplied; possible: {each.bounds.words}.",
        props=props(values),
        target=_target(each),
        related_observations=list(related(view, ids, each)),
        remarks="\n\n".join(f"The State comments: {text}" for text in comments),
    )


def _target(each: ObligationRating) -> Fields:
    """The status as OSCAL has it, which knows two states; the property `rating` says the whole."""
    status: Fields = {"state": "satisfied" if each.rating is Rating.MET else "not-satisfied"}
    if each.rating is Rating.UNDETERMINED:
        status |= {"reason": "other", "remarks": "Undetermined: neither shown to be met nor shown not to be."}
    elif each.rating is not Rating.MET:
        status["reason"] = "fail"
    else:
        status["reason"] = "pass"
    return some(type="statement-id", target_id=f"{each.obligation.id}_smt", status=status)


def related(view: View, ids: Ids, each: ObligationRating) -> Iterator[Json]:
    """The observations on which a rating rests."""
    for found in determinations_of(view.assessment, each.obligation):
        if found.counted or found.not_counted:
            yield {"observation-uuid": ids("observation", found.measure)}
