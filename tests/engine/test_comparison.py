"""Two assessments of one State beside each other."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from obligraph.engine.comparison import Direction, Place, compare, direction
from obligraph.engine.evaluation import evaluate
from obligraph.engine.profile import Profile
from obligraph.engine.results import Assessment, Bounds
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.words import Force
from tests.engine import builders as build
from tests.engine.strategies import AS_OF, catalogues, profiles

RULES = build.catalogue([build.obligation(1, "a"), build.obligation(2, {"all": ["a", "b"]})], ["a", "b"])
LATER = dt.date(2027, 6, 30)


@given(catalogues(), profiles())
def test_nothing_moves_beside_itself(rules: Catalogue, profile: Profile) -> None:
    """An assessment beside itself shows no move, and its gaps as still open, not as long open."""
    found = compare(evaluate(rules, profile, AS_OF), evaluate(rules, profile, AS_OF))
    moved = (found.measures, found.obligations, found.new, found.dropped, found.closed, found.opened)
    assert not any(moved)
    assert not found.long_open
    assert not found.expired


@given(catalogues(), profiles(), profiles())
def test_every_difference_is_told(rules: Catalogue, first: Profile, second: Profile) -> None:
    """Each measure and obligation whose bounds differ is there, each measure with at least one reason."""
    before, after = evaluate(rules, first, AS_OF), evaluate(rules, second, AS_OF)
    found = compare(before, after)
    differing = [
        name
        for name in rules.measures
        if before.determinations[name].bounds != after.determinations[name].bounds
    ]
    assert [move.measure for move in found.measures] == differing
    assert all(move.causes or move.notes for move in found.measures)
    told = {move.after.obligation.id for move in found.obligations}
    assert told >= {name for name, r in after.ratings.items() if r.rating != before.ratings[name].rating}
    assert set(found.closed).isdisjoint(found.opened)


def only_causes(before: Assessment, after: Assessment) -> dict[str, str]:
    """What became of each record that moved a measure."""
    return {c.evidence.id: c.what for move in compare(before, after).measures for c in move.causes}


def test_a_new_record_is_the_cause() -> None:
    """A record that is new raises its measure and the obligations that rest on it."""
    before, after = build.assess(RULES), build.assess(RULES, build.evidence("E", ["a"]))
    found = compare(before, after)
    assert only_causes(before, after) == {"E": "is new"}
    assert [(m.after.obligation.id, m.direction, m.measures) for m in found.obligations] == [
        ("code.1.1", Direction.RAISED, ("a",)),
        ("code.2.1", Direction.RAISED, ("a",)),
    ]


def test_a_gap_closes_and_another_moves_up() -> None:
    """A closed gap is named, and one that takes its place shows both ranks."""
    before = build.assess(RULES, build.evidence("E", [], ["a", "b"]))
    after = build.assess(RULES, build.evidence("E", ["a"], ["b"]))
    found = compare(before, after)
    assert (found.closed, found.opened, found.still_open) == (("code.1.1",), (), ("code.2.1",))
    by_id = {move.after.obligation.id: move for move in found.obligations}
    assert by_id["code.1.1"].place_before == Place("gaps", 1)
    assert by_id["code.1.1"].place_after is None
    assert by_id["code.2.1"].place_after == Place("gaps", 1)
    assert only_causes(before, after) == {"E": "says something else than before"}


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        (
            {"effective_to": "2027-01-01"},
            {"effective_to": "2027-01-01"},
            "no longer counts: it expired on 2027-01-01",
        ),
        ({"status": "draft"}, {}, "counts now; before: it is a draft, and drafts do not count"),
        ({}, None, "was taken away"),
    ],
)
def test_what_became_of_a_record_is_said(before: Any, after: Any, what: str) -> None:
    """Expiry, entry into force and removal are each told in words, with the dates."""
    old = build.assess(RULES, build.evidence("E", ["a"], **before))
    records = [] if after is None else [build.evidence("E", ["a"], **after)]
    assert only_causes(old, build.assess(RULES, *records, as_of=LATER)) == {"E": what}


def test_expired_records_and_gaps_long_open_are_listed() -> None:
    """A record that lapsed is listed, and a gap that was there a year before is long open."""
    records = (build.evidence("E", ["b"], effective_to="2026-12-31"), build.evidence("F", [], ["a"]))
    found = compare(build.assess(RULES, *records), build.assess(RULES, *records, as_of=LATER))
    assert found.expired == ("E",)
    assert found.long_open == ("code.1.1", "code.2.1")
    soon = build.assess(RULES, *records, as_of=dt.date(2027, 6, 29))
    assert compare(build.assess(RULES, *records), soon).long_open == ()


def test_another_catalogue_tells_what_is_new_and_stronger() -> None:
    """With a new catalogue, new obligations, a stronger force and another need are told."""
    newer = build.catalogue(
        [build.obligation(1, {"all": ["a", "c"]}), build.obligation(3, "c")], ["a", "b", "c"]
    )
    older = build.catalogue(
        [build.obligation(1, "a", force=Force.ENCOURAGED), build.obligation(2, "b")], ["a", "b", "c"]
    )
    record = build.evidence("E", ["a"])
    found = compare(build.assess(older, record), build.assess(newer, record))
    assert [r.obligation.id for r in found.new] == ["code.3.1"]
    assert [r.obligation.id for r in found.dropped] == ["code.2.1"]
    (move,) = found.obligations
    assert move.notes == (
        "its force is stronger: encouraged before, binding now",
        "the catalogue asks for other measures",
    )


def test_an_attribute_may_excuse() -> None:
    """An obligation that no longer applies says by which attribute."""
    rules = build.catalogue([build.obligation(1, "a", applies_if={"has_land_borders": True})], ["a"])
    after = build.assess(rules, attributes={"has_land_borders": False})
    (move,) = compare(build.assess(rules), after).obligations
    assert move.direction is Direction.EXCUSED
    assert "has_land_borders = false" in move.notes[0]


def test_conflicts_and_their_settlement_are_told() -> None:
    """A conflict that arises is a note of its measure, and so is the decision that settles one."""
    both = (build.evidence("S", ["a"]), build.evidence("N", [], ["a"]))
    decision = {
        "measure": "a",
        "value": "not_met",
        "considered": ["S", "N"],
        "assessor": "A. Assessor",
        "date": "2026-06-01",
        "reason": "weighed",
    }
    single, clash = build.assess(RULES, both[0]), build.assess(RULES, *both)
    settled = build.assess(RULES, *both, resolutions=[decision])
    assert compare(single, clash).measures[0].notes == ("the evidence conflicts now",)
    assert compare(clash, settled).measures[0].notes == (
        "a conflict was settled by A. Assessor on 2026-06-01",
    )


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (Bounds(0, 2), Bounds(2, 2), Direction.RAISED),
        (Bounds(0, 1), Bounds(0, 2), Direction.RAISED),
        (Bounds(0, 1), Bounds(1, 1), Direction.RAISED),
        (Bounds(0, 2), Bounds(0, 1), Direction.LOWERED),
        (Bounds(1, 2), Bounds(0, 2), Direction.LOWERED),
        (Bounds(1, 2), Bounds(1, 1), Direction.LOWERED),
        (Bounds(0, 2), Bounds(1, 1), Direction.NARROWED),
        (Bounds(1, 1), Bounds(0, 2), Direction.WIDENED),
        (Bounds(1, 1), Bounds(1, 1), Direction.SAME),
    ],
)
def test_directions(before: Bounds, after: Bounds, expected: Direction) -> None:
    """An interval is raised, lowered, narrowed or widened as its two ends move, or as one of them does."""
    rating = build.assess(RULES).ratings["code.1.1"]
    assert direction(replace(rating, bounds=before), replace(rating, bounds=after)) is expected


def test_a_reopened_conflict_and_stricter_evidence_are_told() -> None:
    """A decision that no longer settles, and a measure asking for other evidence, are notes."""
    both = (build.evidence("S", ["a"]), build.evidence("N", [], ["a"]))
    decision = {
        "measure": "a",
        "value": "met",
        "considered": ["S", "N"],
        "assessor": "A. Assessor",
        "date": "2026-06-01",
        "reason": "weighed",
    }
    settled = build.assess(RULES, *both, resolutions=[decision])
    reopened = build.assess(RULES, *both, build.evidence("T", ["a"]), resolutions=[decision])
    assert compare(settled, reopened).measures[0].notes == (
        "the evidence conflicts now",
        "the decision of 2026-06-01 no longer settles it",
    )
    stricter = build.catalogue([build.obligation(1, "a")], [build.measure("a", accepts=["case"])])
    (move,) = compare(build.assess(RULES, both[0]), build.assess(stricter, both[0])).measures
    assert move.notes == ("the catalogue asks for other evidence of it",)


def test_key_and_deadline_are_told() -> None:
    """An obligation that becomes a key one, or whose deadline passes, says so beside its new place."""
    duties = [build.obligation(1, "a"), build.obligation(2, "a", deadline="2026-12-31")]
    newer = [duties[0].model_copy(update={"key": "named by the method"}), duties[1]]
    record = build.evidence("E", [], ["a"])
    before = build.assess(build.catalogue([*duties, build.obligation(3, "a")], ["a"]), record)
    after = build.assess(
        build.catalogue([build.obligation(3, "a", key="k"), *newer], ["a"]), record, as_of=LATER
    )
    notes = {move.after.obligation.id: move.notes for move in compare(before, after).obligations}
    assert notes["code.3.1"] == ("it is a key obligation now",)
    assert notes["code.2.1"] == ("its deadline, 2026-12-31, has passed",)


def test_a_move_carries_both_intervals() -> None:
    """A measure that moved shows its bounds before and after, and an obligation both ratings."""
    before, after = build.assess(RULES), build.assess(RULES, build.evidence("E", [], ["a"]))
    found = compare(before, after)
    assert [(m.measure, m.before, m.after) for m in found.measures] == [("a", Bounds(0, 2), Bounds(0, 0))]
    assert [(m.before, m.after) for m in found.obligations] == [
        (before.ratings[name], after.ratings[name]) for name in ("code.1.1", "code.2.1")
    ]


def test_records_that_say_the_same_are_no_cause() -> None:
    """Of several records only those that changed are named, those after an unchanged one too."""
    same = build.evidence("A", [build.partly("a")])
    before = build.assess(RULES, same, build.evidence("B", [build.partly("a")]))
    after = build.assess(RULES, same, build.evidence("B", ["a"]), build.evidence("C", ["a"]))
    assert only_causes(before, after) == {"B": "says something else than before", "C": "is new"}


def test_all_that_a_record_says_is_compared() -> None:
    """A record that says two things of a measure is another where one of the two is gone."""
    lacking = build.partly("a", "no fines")
    both = build.evidence("E", [lacking], [build.partly("a")])
    full = build.evidence("F", ["a"])
    before = build.assess(RULES, both)
    after = build.assess(RULES, build.evidence("E", ["b"], [build.partly("a")]))
    first, *_ = compare(before, after).measures
    assert [cause.what for cause in first.causes] == ["says something else than before"]
    assert only_causes(before, build.assess(RULES, both, full)) == {"F": "is new"}


def test_what_stands_in_the_second_list_is_placed_there() -> None:
    """An obligation that comes to stand under evidence needed shows that list and its rank."""
    found = compare(build.assess(RULES, build.evidence("E", [], ["a"])), build.assess(RULES))
    assert [(m.place_before, m.place_after) for m in found.obligations] == [
        (Place("gaps", 1), Place("evidence_needed", 1)),
        (Place("gaps", 2), Place("evidence_needed", 2)),
    ]


def test_new_obligations_hide_no_moves() -> None:
    """What stands in the later catalogue after a new obligation is compared too."""
    older = build.catalogue([build.obligation(2, "a")], ["a"])
    newer = build.catalogue([build.obligation(1, "a"), build.obligation(2, "a")], ["a"])
    found = compare(build.assess(older), build.assess(newer, build.evidence("E", ["a"])))
    assert [move.after.obligation.id for move in found.obligations] == ["code.2.1"]


def test_measures_of_either_version_are_involved() -> None:
    """A measure that moved is named where only the earlier or only the later version asks for it."""
    names = ["a", "b", "c", "s", "t"]
    older = build.catalogue([build.obligation(1, {"all": ["a", "b"]}, safeguards=["s"])], names)
    newer = build.catalogue([build.obligation(1, {"all": ["a", "c"]}, safeguards=["t"])], names)
    record = build.evidence("E", names)
    (move,) = compare(build.assess(older), build.assess(newer, record)).obligations
    assert move.measures == ("a", "b", "s", "c", "t")
    assert move.notes == ("the catalogue asks for other measures", "the catalogue names other safeguards")


def test_an_obligation_without_measures_moves_by_its_safeguards() -> None:
    """Where the catalogue names no need, a safeguard that is breached is what moved the rating."""
    rules = build.catalogue([build.obligation(1, safeguards=["s"])], ["s"])
    (move,) = compare(build.assess(rules), build.assess(rules, build.evidence("E", [], ["s"]))).obligations
    assert (move.measures, move.direction) == (("s",), Direction.LOWERED)


def test_an_attribute_may_bring_back() -> None:
    """An obligation that applies again says so, and the excuse of before is no note of it."""
    rules = build.catalogue([build.obligation(1, "a", applies_if={"has_land_borders": True})], ["a"])
    before = build.assess(rules, attributes={"has_land_borders": False})
    (move,) = compare(before, build.assess(rules)).obligations
    assert (move.direction, move.notes) == (Direction.APPLIES, ())


def test_a_weaker_force_and_a_key_lost_are_told() -> None:
    """An obligation that loses its force and its place among the key ones says both."""
    older = build.catalogue([build.obligation(1, "a", key="named")], ["a"])
    newer = build.catalogue([build.obligation(1, "a", force=Force.CALLED_UPON)], ["a"])
    (move,) = compare(build.assess(older), build.assess(newer, build.evidence("E", ["a"]))).obligations
    assert move.notes == (
        "its force is weaker: binding before, called upon now",
        "it is no longer a key obligation",
    )


def test_a_record_told_in_other_words_is_no_cause() -> None:
    """A record whose title or note alone is another says the same of its measures, and moved nothing."""
    old, new = (build.evidence("E", [build.partly("a")], note=note) for note in ("seen", "seen again"))
    before, after = build.assess(RULES, old), build.assess(RULES, new, build.evidence("F", ["a"]))
    assert only_causes(before, after) == {"F": "is new"}


def test_a_cause_is_shown_as_the_later_profile_has_it() -> None:
    """A record that says something else now is shown as it stands now."""
    before = build.assess(RULES, build.evidence("E", [build.partly("a")], title="Bill"))
    after = build.assess(RULES, build.evidence("E", ["a"], title="Act"))
    (move,) = compare(before, after).measures
    assert [cause.evidence.title for cause in move.causes] == ["Act"]
