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


def test_follow_up_is_ranked_and_counts_in_the_singular() -> None:
    """Places run from 1; one gap is one, and who was never assessed or never asked is told so."""
    one = build.evidence("E", ["shared"], ["own"])
    found = of(("Aland", SHOWN, {}), ("Beland", LACKING, {}), ("Celand", [one], {}))
    assert [(row.rank, row.state) for row in found.follow_up] == [(1, "Beland"), (2, "Celand"), (3, "Aland")]
    assert [(row.binding_gaps, row.undetermined) for row in found.follow_up] == [
        ((2, 2), (0, 2)),
        ((1, 2), (0, 2)),
        ((0, 2), (0, 2)),
    ]
    assert [row.why for row in found.follow_up] == [
        "2 of 2 binding obligations are gaps; 0 undetermined; never assessed; has not asked for follow-up",
        "1 of 2 binding obligations is a gap; 0 undetermined; never assessed; has not asked for follow-up",
        "0 of 2 binding obligations are gaps; 0 undetermined; never assessed; has not asked for follow-up",
    ]


def test_of_equal_gaps_the_larger_share_undetermined_comes_first() -> None:
    """Who has as many gaps, and of less is known, is turned to first, whatever the dates."""
    half = [build.evidence("E", ["shared"])]
    old = {"last_assessed": "2010-01-01"}
    found = of(("Aland", SHOWN, old), ("Beland", half, {"last_assessed": "2026-01-01"}), ("Celand", [], {}))
    assert [(row.state, row.undetermined[0]) for row in found.follow_up] == [
        ("Celand", 2),
        ("Beland", 1),
        ("Aland", 0),
    ]


def test_shares_are_of_what_applies() -> None:
    """One gap of two comes before one of three; a State to which nothing applies has a share of nothing."""
    duties = [
        build.obligation(1, "a", applies_if={"coast": True}),
        build.obligation(2, "b", applies_if={"coast": True}),
        build.obligation(3, "c", applies_if={"coast": True, "port": True}),
    ]
    rules = build.catalogue(duties, ["a", "b", "c"], attributes=["coast", "port"])
    records = [build.evidence("E", ["b", "c"], ["a"])]
    open_ones = [build.evidence("E", ["b", "c"])]
    states = [
        build.profile(*records, state="Aland", attributes={"port": True}),
        build.profile(*records, state="Beland", attributes={"port": False}),
        build.profile(*records, state="Celand", attributes={"coast": False}),
        build.profile(*open_ones, state="Deland", attributes={"port": True}),
        build.profile(*open_ones, state="Eland", attributes={"port": False}),
    ]
    found = portfolio(rules, states, AS_OF).follow_up
    assert [row.state for row in found] == ["Beland", "Aland", "Eland", "Deland", "Celand"]
    assert found[-1].binding_gaps == found[-1].undetermined == (0, 0)


def test_common_gaps_of_most_states_come_first() -> None:
    """A gap of more States stands before one of fewer, whatever its id; the batch is at hand."""
    rules = build.catalogue([build.obligation(1, "a"), build.obligation(2, "b")], ["a", "b"])
    states = [
        build.profile(build.evidence("E", [], ["b"]), state="Aland"),
        build.profile(build.evidence("E", [], ["a", "b"]), state="Beland"),
    ]
    found = portfolio(rules, states, AS_OF)
    assert [(gap.obligation, gap.states) for gap in found.common_gaps] == [
        ("code.2.1", ("Aland", "Beland")),
        ("code.1.1", ("Beland",)),
    ]
    assert found.batch.profiles == tuple(states)


def test_measures_are_ordered_by_what_they_close_help_and_cost() -> None:
    """More gaps closed alone come first, then more helped, then less effort, then the id."""
    duties = [
        build.obligation(1, "closes"),
        build.obligation(2, {"all": ["helps", "other", "cheap", "dear"]}),
        build.obligation(3, {"all": ["helps", "third"]}),
    ]
    names = ["closes", "helps", "other", "third"]
    measures = [
        *(build.measure(name) for name in names),
        build.measure("cheap", effort=1),
        build.measure("dear", effort=5),
    ]
    lacking = build.evidence("E", [], [*names, "cheap", "dear"])
    found = portfolio(build.catalogue(duties, measures), [build.profile(lacking)], AS_OF).shared_measures
    assert [(one.measure, one.closes, one.helps) for one in found] == [
        ("closes", 1, 1),
        ("helps", 0, 2),
        ("cheap", 0, 1),
        ("other", 0, 1),
        ("third", 0, 1),
        ("dear", 0, 1),
    ]


def test_safeguards_help_where_they_are_not_kept() -> None:
    """A safeguard breached or not shown is in the way of a gap; one shown in part is not.

    A measure that is needed and watched as a safeguard helps until it is fully in place. An obligation
    without measures cannot be closed by any.
    """
    duties = [
        build.obligation(1, "a", safeguards=["s"]),
        build.obligation(2, {"all": ["a", "s"]}, safeguards=["s"]),
        build.obligation(3, safeguards=["s"]),
    ]
    rules = build.catalogue(duties, ["a", "s"])
    breached = build.profile(build.evidence("E", ["a"], ["s"]), state="Breached")
    unknown = build.profile(build.evidence("E", [], ["a"]), state="Unknown")
    partly = build.profile(build.evidence("E", [build.partly("s")], ["a"]), state="Partly")

    def shared(*states: Profile) -> dict[str, tuple[int, int, tuple[str, ...]]]:
        found = portfolio(rules, states, AS_OF).shared_measures
        return {one.measure: (one.closes, one.helps, one.states) for one in found}

    assert shared(breached) == {"s": (2, 3, ("Breached",))}
    assert shared(unknown) == {"a": (0, 2, ("Unknown",)), "s": (0, 2, ("Unknown",))}
    assert shared(partly) == {"a": (1, 2, ("Partly",)), "s": (0, 1, ("Partly",))}
    assert shared(breached, partly)["s"] == (2, 4, ("Breached", "Partly"))


def test_every_safeguard_must_be_kept() -> None:
    """A measure closes no gap while one of several safeguards is not kept, whichever stands last."""
    duty = build.obligation(1, "a", safeguards=["s", "t"])
    rules = build.catalogue([duty], ["a", "s", "t"])
    for kept, open_one in (("s", "t"), ("t", "s")):
        state = build.profile(build.evidence("E", [kept], ["a"]))
        found = {one.measure: one.closes for one in portfolio(rules, [state], AS_OF).shared_measures}
        assert found == {"a": 0, open_one: 0}
    both = build.profile(build.evidence("E", ["s", "t"], ["a"]))
    assert [one.closes for one in portfolio(rules, [both], AS_OF).shared_measures] == [1]


def test_two_gaps_of_two_states_name_both() -> None:
    """A measure that helps one State with one gap and another with another names both States."""
    duties = [
        build.obligation(1, {"all": ["a", "b"]}),
        build.obligation(2, {"all": ["a", "c"]}, applies_if={"has_land_borders": True}),
        build.obligation(3, "a", applies_if={"has_land_borders": True}),
    ]
    rules = build.catalogue(duties, ["a", "b", "c"])
    first = build.profile(
        build.evidence("E", ["b"], ["a", "c"]), state="Aland", attributes={"has_land_borders": False}
    )
    second = build.profile(build.evidence("E", ["b", "c"], ["a"]), state="Beland")
    found = portfolio(rules, [first, second], AS_OF).shared_measures[0]
    assert (found.measure, found.closes, found.helps, found.states) == ("a", 4, 4, ("Aland", "Beland"))


def test_a_part_is_enough_for_a_safeguard_and_not_for_a_need() -> None:
    """A measure shown in part helps a gap that needs it, and is all that a safeguard asks."""
    state = build.profile(build.evidence("E", [build.partly("m")], ["a"]))
    for duty, expected in (
        (build.obligation(1, {"all": ["a", "m"]}), {"a": 1, "m": 1}),
        (build.obligation(1, "a", safeguards=["m"]), {"a": 1}),
    ):
        found = portfolio(build.catalogue([duty], ["a", "m"]), [state], AS_OF).shared_measures
        assert {one.measure: one.helps for one in found} == expected
