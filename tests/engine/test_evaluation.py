"""Safeguards, applicability, axes and deadlines of a rating."""

from typing import Any

import pytest

from obligraph.engine.evaluation import rating_of
from obligraph.engine.profile import Evidence
from obligraph.engine.results import UNKNOWN, Bounds, Cap, ObligationRating, Rating
from tests.engine import builders as build


def rated(needs: Any, *items: Evidence, attributes: Any = None, **fields: Any) -> ObligationRating:
    """The rating of one obligation over measures a, b, c and the safeguard s."""
    names = ("a", "b", build.measure("c", axis="practice"), "s")
    rules = build.catalogue([build.obligation(1, needs, **fields)], names)
    return build.assess(rules, *items, attributes=attributes or {}).ratings["code.1.1"]


def test_nothing_is_met_by_default() -> None:
    """Without evidence, or without a need, an obligation is undetermined."""
    assert rated("a").rating is Rating.UNDETERMINED
    assert rated(None).bounds == UNKNOWN


def test_an_interval_gives_its_rating_unless_a_reason_excuses() -> None:
    """An interval is rated by itself; an obligation that a reason excuses is not applicable."""
    assert [rating_of(Bounds(at, at)) for at in range(3)] == [Rating.NOT_MET, Rating.PARTLY_MET, Rating.MET]
    assert rating_of(Bounds(0, 1)) is Rating.UNDETERMINED
    assert rating_of(Bounds(2, 2), "no coast") is Rating.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("items", "bounds", "rating", "caps"),
    [
        ([build.evidence("E", ["a", "s"])], Bounds(2, 2), Rating.MET, ()),
        ([build.evidence("E", ["a"])], Bounds(1, 2), Rating.UNDETERMINED, (Cap("s", breached=False),)),
        ([build.evidence("E", ["a"], ["s"])], Bounds(1, 1), Rating.PARTLY_MET, (Cap("s", breached=True),)),
        ([build.evidence("E", [], ["a", "s"])], Bounds(0, 0), Rating.NOT_MET, (Cap("s", breached=True),)),
        ([build.evidence("E", [], ["s"])], Bounds(0, 1), Rating.UNDETERMINED, (Cap("s", breached=True),)),
        ([build.evidence("E", ["a", build.partly("s")])], Bounds(2, 2), Rating.MET, ()),
        (
            [build.evidence("E", ["a"], [build.partly("s")])],
            Bounds(1, 2),
            Rating.UNDETERMINED,
            (Cap("s", breached=False),),
        ),
    ],
)
def test_safeguards_cap_bound_by_bound(
    items: list[Evidence], bounds: Bounds, rating: Rating, caps: tuple[Cap, ...]
) -> None:
    """A breached safeguard caps both bounds at 1; one that is not shown caps the lower alone."""
    found = rated("a", *items, safeguards=["s"])
    assert (found.bounds, found.rating, found.caps) == (bounds, rating, caps)


def test_an_attribute_excuses_only_where_it_is_stated() -> None:
    """A State without land borders is excused with the reason; one that does not say so is not."""
    asked = {"applies_if": {"has_land_borders": True}}
    excused = rated("a", attributes={"has_land_borders": False}, **asked)
    assert excused.rating is Rating.NOT_APPLICABLE
    assert excused.not_applicable == (
        "it is for States of which this is true: 'has land borders'; "
        "the profile states has_land_borders = false"
    )
    unstated = rated("a", **asked)
    assert unstated.rating is Rating.UNDETERMINED
    assert unstated.assumed == ("has_land_borders",)
    assert rated("a", attributes={"has_land_borders": True}, **asked).assumed == ()


def test_paper_and_practice_are_shown_apart() -> None:
    """The need over its formal measures and over its practice measures each have bounds of their own."""
    found = rated({"all": ["a", "b", "c"]}, build.evidence("E", ["a", "b"]))
    assert (found.formal, found.practice) == (Bounds(2, 2), UNKNOWN)
    assert rated("a").practice is None


@pytest.mark.parametrize(
    ("deadline", "items", "overdue"),
    [
        ("2026-06-29", [], True),
        ("2026-06-30", [], False),
        ("2026-06-29", [build.evidence("E", ["a"])], False),
        (None, [], False),
    ],
)
def test_overdue_is_a_deadline_passed_and_not_shown_met(
    deadline: str | None, items: list[Evidence], overdue: bool
) -> None:
    """The day itself is in time, and what is met is never overdue."""
    assert rated("a", *items, deadline=deadline).overdue is overdue


def test_obligations_of_others_are_not_rated() -> None:
    """An obligation borne by a body of the Council has no rating for a State."""
    rules = build.catalogue([build.obligation(1, bearers=["cted"])], [])
    assert build.assess(rules).ratings == {}


def test_evidence_outside_the_catalogue_is_passed_over() -> None:
    """A claim about a measure that the catalogue does not know changes nothing."""
    assert rated("a", build.evidence("E", ["unheard-of"])).rating is Rating.UNDETERMINED


def test_an_excuse_says_every_attribute_and_leaves_the_bounds_open() -> None:
    """Each attribute that excuses is told with what is asked and what is stated, sorted; nothing is rated."""
    duty = build.obligation(1, "a", applies_if={"has_sea": False, "has_land_borders": True})
    rules = build.catalogue([duty], ["a"], attributes=["has_land_borders", "has_sea"])
    stated = {"has_land_borders": False, "has_sea": True}
    found = build.assess(rules, build.evidence("E", [], ["a"]), attributes=stated).ratings["code.1.1"]
    assert found.not_applicable == (
        "it is for States of which this is true: 'has land borders'; "
        "the profile states has_land_borders = false; "
        "it is for States of which this is false: 'has sea'; the profile states has_sea = true"
    )
    assert (found.rating, found.bounds, found.overdue) == (Rating.NOT_APPLICABLE, UNKNOWN, False)
