"""The ranked gaps as an OSCAL plan of action: an item a gap, with the ways to mend it."""

from __future__ import annotations

from obligraph.engine.ranking import gaps
from obligraph.engine.results import Row
from obligraph.report.json_text import Json
from obligraph.report.naming import measure_name
from obligraph.report.oscal.parts import Fields, Ids, ids_of, line, props, resource, some, view_metadata
from obligraph.report.oscal.results import findings, observations, related
from obligraph.report.view import View


def plan_of_action(view: View) -> Fields:
    """The plan of action of an assessment; the same document for the same assessment."""
    ids = ids_of(view, "plan-of-action")
    found = view.assessment
    rows = gaps(found).gaps
    items: list[Json] = [_item(view, ids, row) for row in rows]
    risks: list[Json] = [_risk(view, ids, row) for row in rows]
    nothing: list[Json] = [
        some(
            uuid=ids("item"),
            title="No gap is shown",
            description="No obligation is certainly not fully met; what the evidence leaves open may be.",
        )
    ]
    evidence: list[Json] = [resource(ids, item) for item in found.profile.evidence]
    plan = some(
        uuid=ids(),
        metadata=view_metadata(view, f"Plan of action of {found.profile.state}"),
        system_id={"identifier-type": "https://ietf.org/rfc/rfc4122", "id": ids("state")},
        observations=observations(view, ids),
        risks=risks,
        findings=findings(view, ids),
        poam_items=items or nothing,
        back_matter={"resources": evidence} if evidence else None,
    )
    return {"plan-of-action-and-milestones": plan}


def _item(view: View, ids: Ids, row: Row) -> Fields:
    obligation = row.result.obligation
    values: dict[str, str | int | bool | None] = {
        "rank": row.rank,
        "obligation": obligation.id,
        "force": obligation.force.value,
        "rating": row.result.rating.value,
        "position-firm": row.stable,
        "blocks": ", ".join(row.blocks),
        "blocked-by": ", ".join(row.blocked_by),
        "missing-measures": ", ".join(row.missing),
    }
    return some(
        uuid=ids("item", obligation.id),
        title=line(obligation.title),
        description=row.why,
        props=props(values),
        related_findings=[{"finding-uuid": ids("finding", obligation.id)}],
        related_observations=list(related(view, ids, row.result)),
        related_risks=[{"risk-uuid": ids("risk", obligation.id)}],
    )


def _risk(view: View, ids: Ids, row: Row) -> Fields:
    """What stays undone, with each smallest set of measures that would mend it."""
    obligation, catalogue = row.result.obligation, view.assessment.catalogue
    ways: list[Json] = [
        some(
            uuid=ids("way", obligation.id, str(number)),
            lifecycle="recommendation",
            title=line(f"Put in place: {', '.join(ways_of)}"),
            description="; ".join(measure_name(catalogue, name) for name in ways_of),
        )
        for number, ways_of in enumerate(row.would_settle, 1)
    ]
    said = "" if row.all_sets else "There are more smallest sets of measures than are listed."
    return some(
        uuid=ids("risk", obligation.id),
        title=line(obligation.title),
        description=obligation.summary,
        statement=f"Certainly not fully met on the evidence: {row.result.bounds.words}. {said}".strip(),
        status="open",
        remediations=ways,
    )
