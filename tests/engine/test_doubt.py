"""What speaks against a measure, and at which level that holds it."""

from __future__ import annotations

from typing import Any

from obligraph.engine.doubt import Doubt, doubt
from obligraph.engine.profile import Evidence
from obligraph.engine.results import Counted
from tests.engine import builders as build

RULES = build.catalogue([build.obligation(1, "a")], [build.measure("a", accepts=["law"])])


def against(*items: Evidence, **fields: Any) -> Doubt:
    """What speaks against `a`, which laws alone show, where all records are in effect."""
    found = build.assess(RULES, *items, **fields).determinations["a"]
    said = [Counted(item, claim, supports=True) for item in items for claim in item.supports]
    said += [Counted(item, claim, supports=False) for item in items for claim in item.contradicts]
    return doubt(found, said)


def test_nothing_speaks_against_what_is_shown_whole() -> None:
    """Full support, partial support without a shortfall and no evidence at all leave every level open."""
    assert against() == Doubt()
    assert against(build.evidence("E", ["a"]), build.evidence("F", [build.partly("a")])) == Doubt(4, (), "")


def test_only_the_records_against_it_are_named() -> None:
    """Beside a stated shortfall, records that support the measure are not named."""
    lacking = [build.evidence(name, [build.partly("a", "no fines")]) for name in ("Z", "B")]
    found = against(*lacking, build.evidence("F", [build.partly("a")]))
    assert found == Doubt(3, ("B", "Z"), "no higher, since evidence says that it is not whole (B, Z)")


def test_counted_evidence_is_named_before_other_kinds() -> None:
    """Where records that count say as much against a measure as others do, those that count are named."""
    law = build.evidence("law", [build.partly("a", "no fines")])
    study = build.evidence("study", [build.partly("a", "no fines")], kind="report")
    assert against(law, study).evidence == ("law",)


def test_of_other_kinds_the_worst_are_named() -> None:
    """A report that the measure is not there outweighs one that it is not whole, and is named alone."""
    gone = build.evidence("gone", [], ["a"], kind="report")
    part = build.evidence("part", [], [build.partly("a")], kind="report")
    assert against(build.evidence("law", ["a"]), part, gone) == Doubt(
        1, ("gone",), "no higher, since evidence says that it is not there (gone)"
    )
    assert against(build.evidence("law", ["a"]), part) == Doubt(
        3, ("part",), "no higher, since evidence says that it is not whole (part)"
    )


def test_a_decision_is_named_with_its_day() -> None:
    """Where a resolution settled a conflict below met, the reason names who decided it and when."""
    both = (build.evidence("N", [], ["a"]), build.evidence("S", ["a"]))
    decision = {"measure": "a", "value": "partly_met", "considered": ["N", "S"], "assessor": "A. Desk"}
    decision |= {"date": "2026-05-01", "reason": "weighed"}
    found = against(*both, resolutions=[decision])
    assert found == Doubt(3, ("N",), "no higher, by the decision of A. Desk on 2026-05-01")
