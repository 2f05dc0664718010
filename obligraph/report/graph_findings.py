"""An assessment as the plain values by which the graph colours itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from obligraph.engine.evaluation import rating_of
from obligraph.engine.profile import Claim, Evidence
from obligraph.engine.results import CAVEAT, Assessment, Determination, ObligationRating
from obligraph.graph.findings import Exhibit, Findings, Statement
from obligraph.report.naming import found_at
from obligraph.report.view import View
from obligraph.rules.catalogue import Catalogue


def graph_findings(view: View) -> Findings:
    """The ratings, reasons, determinations and evidence of a view; nothing that the view leaves out."""
    found = view.assessment
    passed_over = {
        (item.evidence.id, name): item.reason
        for name, determination in found.determinations.items()
        for item in determination.not_counted
    }
    return Findings(
        state=found.profile.state,
        as_of=found.as_of.isoformat(),
        caveat=" ".join((*view.remarks, CAVEAT)),
        ratings={name: str(result.rating) for name, result in found.ratings.items()},
        gaps=frozenset(name for name, result in found.ratings.items() if result.is_gap),
        reasons={name: " ".join(_reasons(found, result)) for name, result in found.ratings.items()},
        measures={name: _word(determination) for name, determination in found.determinations.items()},
        evidence=tuple(_exhibit(item, passed_over, found.catalogue) for item in found.profile.evidence),
    )


def _word(determination: Determination) -> str:
    if determination.conflict:
        return "conflict"
    return str(rating_of(determination.bounds))


def _reasons(found: Assessment, result: ObligationRating) -> Iterator[str]:
    """How a rating came about, as sentences that name the measures by what is known of them."""
    obligation = result.obligation
    if result.not_applicable:
        yield f"Does not apply: {result.not_applicable}."
        return
    if obligation.needs is None:
        yield "The catalogue names no measure for it, so no evidence can settle it."
        return
    by_word: dict[str, list[str]] = {}
    for name in obligation.needed:
        word = _word(found.determinations[name])
        by_word.setdefault(word, []).append(found.catalogue.measures[name].title)
    for word, lead in _LEADS.items():
        if titles := by_word.get(word):
            yield f"{lead}: {'; '.join(titles)}."
    for cap in result.caps:
        how = "is breached" if cap.breached else "is not shown to be kept"
        yield f"The safeguard “{found.catalogue.measures[cap.measure].title}” {how}."


_LEADS = {
    "not_met": "Not in place",
    "partly_met": "Partly in place",
    "conflict": "Evidence conflicts",
    "undetermined": "Not settled by the evidence",
    "met": "In place",
}


def _exhibit(item: Evidence, passed_over: Mapping[tuple[str, str], str], catalogue: Catalogue) -> Exhibit:
    claims = [*((claim, True) for claim in item.supports), *((claim, False) for claim in item.contradicts)]
    return Exhibit(
        id=item.id,
        title=item.title,
        kind=str(item.kind),
        where=found_at(item.locator),
        statements=tuple(
            _statement(claim, supports, passed_over.get((item.id, claim.measure), ""))
            for claim, supports in claims
            if claim.measure in catalogue.measures
        ),
    )


def _statement(claim: Claim, supports: bool, not_counted: str) -> Statement:
    return Statement(claim.measure, supports, str(claim.extent), claim.shortfall, not_counted)
