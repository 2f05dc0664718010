"""What the evidence says of one measure, and which decision settles a conflict."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from obligraph.engine.results import UNKNOWN, Bounds, Determination
from tests.engine import builders as build

RULES = build.catalogue([build.obligation(1, "a")], ["a", "b"])
BOTH = (build.evidence("N", [], ["a"]), build.evidence("S", ["a"]))


def decision(**fields: Any) -> dict[str, Any]:
    """A decision of May 2026 that `a` is met."""
    whole = {"measure": "a", "value": "met", "considered": ["N", "S"], "assessor": "A. Desk"}
    return {**whole, "date": "2026-05-01", "reason": "weighed", **fields}


def determined(*decisions: dict[str, Any], as_of: dt.date = build.AS_OF) -> Determination:
    """What conflicting evidence says of `a` with some decisions recorded."""
    return build.assess(RULES, *BOTH, as_of=as_of, resolutions=decisions).determinations["a"]


def test_each_determination_names_its_measure() -> None:
    """Whether unknown, settled, in conflict or decided, a determination says of which measure it is."""
    for found in (build.assess(RULES), build.assess(RULES, BOTH[0]), build.assess(RULES, *BOTH)):
        assert {name: each.measure for name, each in found.determinations.items()} == {"a": "a", "b": "b"}
    assert determined(decision()).measure == "a"


def test_of_decisions_on_one_day_the_lowest_stands() -> None:
    """Doubt never raises a rating: of two decisions of one day the lower value counts, in either order."""
    low, high = decision(value="partly_met"), decision(value="met")
    assert determined(low, high).bounds == determined(high, low).bounds == Bounds(1, 1)


@pytest.mark.parametrize(("day", "bounds"), [("2026-06-30", Bounds(2, 2)), ("2026-07-01", UNKNOWN)])
def test_a_decision_counts_from_its_day(day: str, bounds: Bounds) -> None:
    """A decision made on the day of the assessment settles; one of the day after does not."""
    found = determined(decision(date=day))
    assert (found.bounds, found.conflict) == (bounds, bounds == UNKNOWN)


def test_a_decision_may_have_considered_more_than_counts() -> None:
    """A decision that weighed records which no longer count still settles what does."""
    assert not determined(decision(considered=["N", "S", "X"])).conflict
