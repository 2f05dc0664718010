"""The cheapest joint set of measures, and its order."""

from collections.abc import Iterable
from hashlib import sha256
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from obligraph.engine import planning
from obligraph.engine.choosing import Answer, Question
from obligraph.engine.evaluation import evaluate, rate
from obligraph.engine.planning import plan, preconditions_first
from obligraph.engine.profile import Profile
from obligraph.engine.ranking import gaps
from obligraph.engine.results import Assessment, Bounds, Determination, Rating
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.words import Force
from tests.engine import builders as build
from tests.engine.strategies import AS_OF, MEASURES, catalogues, profiles


def met_with(assessment: Assessment, names: Iterable[str]) -> set[str]:
    """The obligations that the reference rates as met once the measures given are in place."""
    shown = {name: Determination(name, Bounds(2, 2)) for name in names}
    found = {**assessment.determinations, **shown}
    rated = (
        rate(r.obligation, assessment.catalogue, assessment.profile, found, AS_OF)
        for r in assessment.ratings.values()
    )
    return {r.obligation.id for r in rated if r.rating is Rating.MET}


def effort(assessment: Assessment, names: Iterable[str]) -> int:
    """The effort of some measures together."""
    return sum(assessment.catalogue.measures[name].effort for name in names)


def subsets(names: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """Every subset of some measures."""
    return (chosen for size in range(len(names) + 1) for chosen in combinations(names, size))


@settings(max_examples=60)
@given(catalogues(most=4), profiles(most=4), st.sampled_from([Force.BINDING, Force.CONSIDER]), st.booleans())
def test_no_cheaper_set_closes_the_gaps(
    rules: Catalogue, profile: Profile, target: Force, merged: bool
) -> None:
    """The plan closes all gaps within reach, says which are not, and no cheaper set of measures does."""
    assessment = evaluate(rules, profile, AS_OF)
    found = plan(assessment, target=target, unknown_as_unmet=merged)
    rows = [row.result.obligation for row in gaps(assessment, unknown_as_unmet=merged).gaps]
    sought = {o.id for o in rows if o.force.rank <= target.rank}
    reachable = sought & met_with(assessment, MEASURES)
    assert set(found.closes) == reachable
    assert {gap.obligation for gap in found.out_of_reach} == sought - reachable
    steps = [step.measure.id for step in found.steps]
    assert reachable <= met_with(assessment, steps)
    assert found.effort == effort(assessment, steps)
    assert found.optimal
    least = min(effort(assessment, s) for s in subsets(MEASURES) if reachable <= met_with(assessment, s))
    assert found.effort == least


@settings(max_examples=60)
@given(catalogues(most=4), profiles(most=3), st.integers(0, 8))
def test_a_budget_closes_as_many_as_can_be(rules: Catalogue, profile: Profile, budget: int) -> None:
    """Within a budget, no other set closes more binding gaps, nor as many for less."""
    assessment = evaluate(rules, profile, AS_OF)
    found = plan(assessment, budget=budget)
    binding = {
        row.result.obligation.id
        for row in gaps(assessment).gaps
        if row.result.obligation.force is Force.BINDING
    }
    affordable = [s for s in subsets(MEASURES) if effort(assessment, s) <= budget]
    most, cheapest = max((len(binding & met_with(assessment, s)), -effort(assessment, s)) for s in affordable)
    assert (len(found.closes), found.effort) == (most, -cheapest)
    beyond = {gap.obligation for gap in found.out_of_reach}
    assert {*found.closes, *found.left_open} == binding - beyond


@settings(max_examples=60)
@given(catalogues(most=4), profiles(most=4))
def test_each_step_says_what_it_closes(rules: Catalogue, profile: Profile) -> None:
    """What the steps close, one after the other, is what the reference rates as met after each."""
    assessment = evaluate(rules, profile, AS_OF)
    done: list[str] = []
    for step in plan(assessment, target=Force.CONSIDER, unknown_as_unmet=True).steps:
        before = met_with(assessment, done)
        done.append(step.measure.id)
        assert set(step.closes) == met_with(assessment, done) - before
        assert step.total == effort(assessment, done)


def test_a_shared_measure_is_paid_once() -> None:
    """Two gaps that one dearer measure closes cost less together than the cheapest set for each."""
    duties = [build.obligation(1, {"any": ["a", "shared"]}), build.obligation(2, {"any": ["b", "shared"]})]
    names = [build.measure("a", effort=2), build.measure("b", effort=2), build.measure("shared", effort=3)]
    rules = build.catalogue(duties, names)
    found = plan(build.assess(rules, build.evidence("E", [], ["a", "b", "shared"])))
    assert [step.measure.id for step in found.steps] == ["shared"]
    assert found.steps[0].closes == ("code.1.1", "code.2.1")
    assert found.words == "This set closes the 2 gaps of force binding with the least effort: proven."


def test_preconditions_come_first() -> None:
    """What an obligation presupposes is closed before it, through one that is no gap too; safeguards lead."""
    first = build.obligation(3, "a")
    middle = build.obligation(2, "ok")
    last = build.obligation(1, {"all": ["b", "c"]}, key="key", safeguards=["s"])
    rules = build.catalogue(
        [first, middle, last],
        ["a", "b", build.measure("c", axis="practice", effort=1), "ok", build.measure("s", safeguard=True)],
        [build.presupposes(last, middle), build.presupposes(middle, first)],
    )
    found = plan(build.assess(rules, build.evidence("E", ["ok"], ["a", "b", "c", "s"])))
    assert [step.measure.id for step in found.steps] == ["a", "s", "b", "c"]
    assert [step.total for step in found.steps] == [2, 4, 6, 7]


def test_what_may_be_there_is_to_be_looked_for_first() -> None:
    """A step whose measure the evidence leaves open is marked, one that is known to be lacking is not."""
    rules = build.catalogue([build.obligation(1, {"all": ["a", "b"]})], ["a", "b"])
    found = plan(build.assess(rules, build.evidence("E", [], ["a"])))
    assert {step.measure.id: step.verify for step in found.steps} == {"a": False, "b": True}


def test_what_is_out_of_reach_says_why() -> None:
    """A gap that only a barred measure closes names it; one without measures says so."""
    duties = [build.obligation(1, {"all": ["a", "b"]}), build.obligation(2, safeguards=["b"])]
    rules = build.catalogue(duties, ["a", "b"])
    found = plan(build.assess(rules, build.evidence("E", [], ["a", "b"])), without=["a"])
    assert {gap.obligation: gap.reason for gap in found.out_of_reach} == {
        "code.1.1": "it cannot be met without a",
        "code.2.1": "the catalogue names no measures for it",
    }
    assert found.words == "There is no gap of force binding that measures could close."


def test_a_budget_that_does_not_suffice_says_so() -> None:
    """With too small a budget the words name the budget and how many gaps close."""
    rules = build.catalogue([build.obligation(1, "a"), build.obligation(2, "b")], ["a", "b"])
    found = plan(build.assess(rules, build.evidence("E", [], ["a", "b"])), budget=3)
    assert len(found.closes) == len(found.left_open) == 1
    assert found.words == "With an effort of at most 3, 1 of the 2 gaps of force binding close: proven."


def test_without_time_the_plan_is_not_called_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the solver finds nothing in its time, the plan still closes all gaps, not called optimal."""

    def give_up(question: Question, seconds: float) -> Answer:
        assert question.targets
        assert seconds == 1
        return Answer(None, optimal=False)

    monkeypatch.setattr(planning, "choose", give_up)
    rules = build.catalogue([build.obligation(1, {"any": ["a", "b"]})], ["a", build.measure("b", effort=5)])
    found = plan(build.assess(rules, build.evidence("E", [], ["a", "b"])), seconds=1)
    assert [step.measure.id for step in found.steps] == ["a"]
    assert not found.optimal
    assert found.words == (
        "This set closes the one gap of force binding; a better one may exist, for the solver's time ran out."
    )


def test_a_solver_out_of_time_still_gives_a_plan() -> None:
    """A question too hard for its time is answered by a plan that closes all gaps and claims no proof."""
    names = [f"m{number}" for number in range(150)]
    chosen = [sha256(str(number).encode()).digest()[:4] for number in range(400)]
    needs = [{"any": [names[byte % 150] for byte in some]} for some in chosen]
    duties = [build.obligation(number, need) for number, need in enumerate(needs, start=1)]
    rules = build.catalogue(
        duties, [build.measure(name, effort=1 + at * 7 % 5) for at, name in enumerate(names)]
    )
    found = plan(build.assess(rules), unknown_as_unmet=True, seconds=0)
    assert len(found.closes) == 400
    assert not found.optimal
    assert found.words.startswith("This set closes the 400 gaps of force binding; a better one may exist")


def test_what_must_not_be_used_is_not_used() -> None:
    """A cheaper measure that is barred is passed over for a dearer one."""
    rules = build.catalogue([build.obligation(1, {"any": ["a", "b"]})], ["a", build.measure("b", effort=5)])
    found = plan(build.assess(rules, build.evidence("E", [], ["a", "b"])), without=["a"])
    assert [step.measure.id for step in found.steps] == ["b"]
    assert (found.closes, found.optimal) == (("code.1.1",), True)


def test_what_is_in_place_is_built_upon() -> None:
    """A measure that is there already is no step, and the cheapest rest is found beside it."""
    duties = [
        build.obligation(1, {"all": ["ok", {"any": ["a", "shared"]}]}),
        build.obligation(2, {"all": ["ok", {"any": ["b", "shared"]}]}),
    ]
    rules = build.catalogue(duties, ["a", "b", "ok", build.measure("shared", effort=3)])
    found = plan(build.assess(rules, build.evidence("E", ["ok"], ["a", "b", "shared"])))
    assert ([step.measure.id for step in found.steps], found.effort) == (["shared"], 3)


def test_the_target_is_named_and_what_stays_open() -> None:
    """A plan says which force it aims at, and which gaps its budget leaves."""
    duties = [build.obligation(1, "a"), build.obligation(2, "b", force=Force.ENCOURAGED)]
    assessment = build.assess(build.catalogue(duties, ["a", "b"]), build.evidence("E", [], ["a", "b"]))
    found = plan(assessment, target=Force.ENCOURAGED, budget=2)
    assert (found.target, found.closes, found.left_open) == (Force.ENCOURAGED, ("code.1.1",), ("code.2.1",))
    assert found.words == (
        "With an effort of at most 2, 1 of the 2 gaps of force encouraged or stronger close: proven."
    )


def test_all_barred_measures_are_named() -> None:
    """A gap that several barred measures keep open names each of them, sorted, safeguards too."""
    rules = build.catalogue([build.obligation(1, {"all": ["b", "a"]}, safeguards=["s"])], ["a", "b", "s"])
    lacking = build.assess(rules, build.evidence("E", [], ["a", "b", "s"]))
    (gap,) = plan(lacking, without=["s", "b", "a"]).out_of_reach
    assert gap.reason == "it cannot be met without a, b, s"


def test_what_does_not_apply_is_not_closed() -> None:
    """A step names neither obligations from which the State is excused nor those that were met before."""
    duties = [
        build.obligation(1, "a"),
        build.obligation(2, "a", applies_if={"has_land_borders": True}),
        build.obligation(3, {"any": ["a", "ok"]}),
        build.obligation(4, "a", force=Force.ENCOURAGED),
    ]
    lacking = build.evidence("E", ["ok"], ["a"])
    rules = build.catalogue(duties, ["a", "ok"])
    (step,) = plan(build.assess(rules, lacking, attributes={"has_land_borders": False})).steps
    assert step.closes == ("code.1.1", "code.4.1")


def test_a_measure_partly_there_for_certain_is_not_to_be_looked_for() -> None:
    """What the evidence shows in part, and no more, is known; what it shows in part at least is open."""
    rules = build.catalogue([build.obligation(1, {"all": ["a", "b", "c"]})], ["a", "b", "c"])
    record = build.evidence("E", [build.partly("a", "no fines"), build.partly("b")], ["c"])
    steps = plan(build.assess(rules, record)).steps
    assert {step.measure.id: step.verify for step in steps} == {"a": False, "b": True, "c": False}


def test_what_two_obligations_presuppose_is_closed_once() -> None:
    """An obligation that two others presuppose is visited once, and stands before both."""
    base, left, right = build.obligation(3, "a"), build.obligation(1, "b"), build.obligation(2, "c")
    rules = build.catalogue(
        [left, right, base], ["a", "b", "c"], [build.presupposes(left, base), build.presupposes(right, base)]
    )
    found = plan(build.assess(rules, build.evidence("E", [], ["a", "b", "c"])))
    assert [step.measure.id for step in found.steps] == ["a", "b", "c"]
    assert [step.closes for step in found.steps] == [("code.3.1",), ("code.1.1",), ("code.2.1",)]


def test_a_measure_taken_for_one_gap_serves_the_next() -> None:
    """The second obligation takes nothing anew of what the first has put in place."""
    duties = [
        build.obligation(1, {"all": ["a", "b"]}),
        build.obligation(2, {"at_least": 2, "of": ["a", "b", "c"]}),
    ]
    rules = build.catalogue(duties, ["a", "b", "c"])
    found = plan(build.assess(rules, build.evidence("E", [], ["a", "b", "c"])))
    assert [step.measure.id for step in found.steps] == ["a", "b"]
    assert [step.closes for step in found.steps] == [(), ("code.1.1", "code.2.1")]


def test_what_is_taken_already_decides_between_ways() -> None:
    """Where one of two ways is in the plan already, an obligation that has both waits for no other."""
    duties = [
        build.obligation(1, "b"),
        build.obligation(2, {"any": ["a", "b"]}),
        build.obligation(3, {"all": ["c", "a"]}),
    ]
    found = plan(
        build.assess(build.catalogue(duties, ["a", "b", "c"]), build.evidence("E", [], ["a", "b", "c"]))
    )
    assert [step.measure.id for step in found.steps] == ["b", "c", "a"]


def test_each_obligation_stands_once_after_what_it_presupposes() -> None:
    """What several presuppose, directly or through one that is not wanted, stands once and before them."""
    first, middle, left, right = (build.obligation(number, "a") for number in (4, 3, 1, 2))
    chain = [(left, middle), (right, middle), (middle, first), (left, first)]
    rules = build.catalogue([left, right, middle, first], ["a"], [build.presupposes(*pair) for pair in chain])
    assert preconditions_first(build.assess(rules), [left, right, first]) == [first, left, right]
