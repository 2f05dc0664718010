"""The smallest sets of measures that settle or mend an obligation."""

from itertools import combinations
from time import perf_counter

import pytest
from hypothesis import given

from obligraph.engine.evaluation import bounds_of, evaluate
from obligraph.engine.profile import Profile
from obligraph.engine.results import UNKNOWN, Assessment, Bounds, Determination
from obligraph.engine.settling import MOST_SETS, sets_for
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Obligation
from obligraph.rules.need import measures
from tests.engine import builders as build
from tests.engine.strategies import AS_OF, catalogues, profiles


def lower_with(obligation: Obligation, after: dict[str, Bounds]) -> int:
    """The lower bound of an obligation from the bounds of its measures."""
    assert obligation.needs is not None
    found = {name: Determination(name, interval) for name, interval in after.items()}
    capped = any(after[name].lo == 0 for name in obligation.safeguards)
    return min(bounds_of(obligation.needs, found).lo, 1 if capped else 2)


def by_brute_force(obligation: Obligation, bounds: dict[str, Bounds], *, mend: bool) -> list[tuple[str, ...]]:
    """All smallest sets that make the lower bound 2, by trying every set of each size in turn.

    To mend is to put fully in place; to settle is to show as much as the evidence leaves open.
    """
    if obligation.needs is None:
        return []
    names = sorted({*measures(obligation.needs), *obligation.safeguards})
    shown = {name: Bounds(2, 2) if mend else Bounds(bounds[name].hi, bounds[name].hi) for name in names}
    for size in range(len(names) + 1):
        found = [
            chosen
            for chosen in combinations(names, size)
            if lower_with(obligation, bounds | {name: shown[name] for name in chosen}) == 2
        ]
        if found:
            return found
    return []


def bounds_in(assessment: Assessment) -> dict[str, Bounds]:
    """What the evidence says of each measure."""
    return {name: found.bounds for name, found in assessment.determinations.items()}


@given(catalogues(most=2), profiles())
def test_sets_settle_and_no_smaller_does(rules: Catalogue, profile: Profile) -> None:
    """The sets listed are those found by trying every set, in the same order."""
    assessment = evaluate(rules, profile, AS_OF)
    bounds = bounds_in(assessment)
    for rating in assessment.ratings.values():
        if rating.not_applicable or rating.bounds.lo == 2:
            continue
        mend = rating.bounds.hi < 2
        expected = by_brute_force(rating.obligation, bounds, mend=mend)
        found = sets_for(rating.obligation, bounds, mend=mend)
        assert list(found.sets) == expected[:MOST_SETS]
        assert found.more is (len(expected) > MOST_SETS)


def test_an_unverified_safeguard_is_part_of_the_set() -> None:
    """Where all that is needed is shown, the safeguard that is not shown is what would settle it."""
    duty = build.obligation(1, "a", safeguards=["s"])
    found = sets_for(duty, {"a": Bounds(2, 2), "s": UNKNOWN}, mend=False)
    assert found.sets == (("s",),)


def test_what_is_known_to_be_lacking_is_not_asked_for() -> None:
    """Evidence is asked only for measures that may be in place; mending may use any."""
    duty = build.obligation(1, {"any": [{"all": ["a", "b"]}, "c"]})
    bounds = {"a": UNKNOWN, "b": UNKNOWN, "c": Bounds(0, 0)}
    assert sets_for(duty, bounds, mend=False).sets == (("a", "b"),)
    assert sets_for(duty, bounds, mend=True).sets == (("c",),)


def test_a_safeguard_lacking_in_part_is_no_full_measure() -> None:
    """A safeguard that can be shown in part alone lifts the cap, and stands for no measure of the need."""
    duty = build.obligation(1, {"any": ["s", "a"]}, safeguards=["s"])
    found = sets_for(duty, {"a": UNKNOWN, "s": Bounds(0, 1)}, mend=False)
    assert found.sets == (("a", "s"),)


def test_nothing_settles_an_obligation_without_a_need() -> None:
    """Where the catalogue names no measures, no set would do, and none is made up."""
    assert sets_for(build.obligation(1), {}, mend=True).sets == ()


def test_a_measure_named_twice_is_paid_once() -> None:
    """A measure that serves two places of a need makes the set that holds it the smaller one."""
    needs = {"all": [{"any": ["a", "b"]}, {"any": ["a", "c"]}, {"any": ["a", "d"]}]}
    found = sets_for(build.obligation(1, needs), dict.fromkeys("abcd", UNKNOWN), mend=False)
    assert found.sets == (("a",),)


def test_forty_measures_are_settled_at_once() -> None:
    """A gate of 20 among 40 measures, and one whose measures all stand twice, take well under a second."""
    names = [f"m{number:02}" for number in range(40)]
    pairs = [{"any": [names[at], names[(at + 1) % 40]]} for at in range(40)]
    for needs in ({"at_least": 20, "of": names}, {"all": pairs}):
        start = perf_counter()
        found = sets_for(build.obligation(1, needs), dict.fromkeys(names, UNKNOWN), mend=False)
        assert {len(one) for one in found.sets} == {20}
        assert perf_counter() - start < 1


def test_a_measure_that_stands_twice_is_counted_once() -> None:
    """One measure suffices where it does, although others are repeated and their places share their cost."""
    duty = build.obligation(1, {"any": ["b", {"all": ["a", "c"]}, {"all": ["a", "d"]}]})
    bounds = dict.fromkeys("abcd", UNKNOWN)
    assert sets_for(duty, bounds, mend=False).sets == (("b",),)


def test_what_is_certainly_lacking_settles_nothing() -> None:
    """Where a needed measure is certainly not in place, no set settles; to mend, it is part of the set."""
    duty = build.obligation(1, {"all": ["a", "b"]})
    bounds = {"a": Bounds(0, 1), "b": UNKNOWN}
    assert sets_for(duty, bounds, mend=False).sets == ()
    assert sets_for(duty, bounds, mend=True).sets == (("a", "b"),)


@pytest.mark.parametrize(("number", "listed", "more"), [(9, 9, False), (10, 10, False), (11, 10, True)])
def test_ten_sets_are_all_and_eleven_are_more(number: int, listed: int, more: bool) -> None:
    """Ten smallest sets are listed as all there are; of eleven the first ten, and that there are more."""
    names = [f"m{at:02}" for at in range(number)]
    found = sets_for(build.obligation(1, {"any": names}), dict.fromkeys(names, UNKNOWN), mend=False)
    assert found.sets == tuple((name,) for name in names[:listed])
    assert found.more is more


def test_the_search_goes_on_where_the_lower_bound_is_too_low() -> None:
    """Where sharing a measure's cost promises a smaller set than there is, the next size is tried."""
    pairs = [{"any": list(pair)} for pair in combinations("abcd", 2)]
    found = sets_for(build.obligation(1, {"all": pairs}), dict.fromkeys("abcd", UNKNOWN), mend=False)
    assert found.sets == tuple(combinations("abcd", 3))
