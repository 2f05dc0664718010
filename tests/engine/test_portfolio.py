"""Many States beside each other."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from obligraph.engine.evaluation import evaluate, rate
from obligraph.engine.portfolio import Portfolio, portfolio
from obligraph.engine.profile import Evidence, Profile
from obligraph.engine.results import Assessment, Bounds, Determination, Rating
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.words import Force
from tests.engine import builders as build
from tests.engine.strategies import AS_OF, catalogues, profiles


def binding_gaps(assessment: Assessment) -> set[str]:
    """The binding gaps that the reference finds."""
    return {
        name
        for name, r in assessment.ratings.items()
        if r.obligation.force is Force.BINDING and not r.not_applicable and r.bounds.hi < 2
    }


def closed_by(assessment: Assessment, measure: str) -> set[str]:
    """The binding gaps that the reference rates as met once one measure is put in place."""
    found = {**assessment.determinations, measure: Determination(measure, Bounds(2, 2))}
    rated = {
        name: rate(
            assessment.catalogue.obligations[name], assessment.catalogue, assessment.profile, found, AS_OF
        )
        for name in binding_gaps(assessment)
    }
    return {name for name, r in rated.items() if r.rating is Rating.MET}


@settings(max_examples=60)
@given(catalogues(), st.lists(profiles(), max_size=3))
def test_every_figure_is_that_of_the_reference(rules: Catalogue, states: list[Profile]) -> None:
    """Tallies, common gaps, what measures close and the shares of follow-up are those counted one by one."""
    named = [profile.model_copy(update={"state": f"State {at}"}) for at, profile in enumerate(states)]
    found = portfolio(rules, named, AS_OF)
    singles = {profile.state: evaluate(rules, profile, AS_OF) for profile in named}
    for at, one in enumerate(singles.values()):
        for rating in Rating:
            expected = sum(r.rating is rating for r in one.ratings.values())
            assert found.themes["borders"][at].counts[rating] == expected
    for gap in found.common_gaps:
        assert gap.states == tuple(
            name for name, one in singles.items() if gap.obligation in binding_gaps(one)
        )
    assert sum(len(gap.states) for gap in found.common_gaps) == sum(
        map(len, map(binding_gaps, singles.values()))
    )
    for shared in found.shared_measures:
        assert shared.closes == sum(len(closed_by(one, shared.measure)) for one in singles.values())
    for row in found.follow_up:
        assert row.binding_gaps[0] == len(binding_gaps(singles[row.state]))


def of(*states: tuple[str, list[Evidence], dict[str, Any]], requested: tuple[str, ...] = ()) -> Portfolio:
    """The portfolio of some States over two binding obligations that share a measure."""
    duties = [build.obligation(1, {"all": ["shared", "own"]}), build.obligation(2, "shared")]
    rules = build.catalogue(duties, ["shared", "own"])
    listed = [build.profile(*records, **({"state": name} | fields)) for name, records, fields in states]
    return portfolio(rules, listed, AS_OF, requested)


LACKING = [build.evidence("E", ["own"], ["shared"])]
SHOWN = [build.evidence("E", ["own", "shared"])]


def test_the_shared_measure_stands_first() -> None:
    """The measure that closes most gaps over all States is named first, with the States."""
    found = of(("Aland", LACKING, {}), ("Beland", LACKING, {}), ("Celand", SHOWN, {}))
    first = found.shared_measures[0]
    assert (first.measure, first.closes, first.states) == ("shared", 4, ("Aland", "Beland"))
    assert [gap.obligation for gap in found.common_gaps] == ["code.1.1", "code.2.1"]


def test_follow_up_says_why() -> None:
    """The larger share of gaps comes first; of equal ones the never assessed, then who asked."""
    found = of(
        ("Aland", SHOWN, {}),
        ("Beland", LACKING, {"last_assessed": "2020-01-01"}),
        ("Celand", LACKING, {"last_assessed": "2020-01-01"}),
        ("Deland", LACKING, {}),
        requested=("Celand",),
    )
    assert [row.state for row in found.follow_up] == ["Deland", "Celand", "Beland", "Aland"]
    assert found.follow_up[1].why == (
        "2 of 2 binding obligations are gaps; 0 undetermined; "
        "last assessed on 2020-01-01; asked for follow-up"
    )


def test_needs_of_gaps_are_counted() -> None:
    """A measure helps in each binding gap that names it where it is not shown in place."""
    found = of(("Aland", [build.evidence("E", [], ["shared"])], {}))
    helps = {one.measure: (one.closes, one.helps) for one in found.shared_measures}
    assert helps == {"shared": (1, 2), "own": (0, 1)}
