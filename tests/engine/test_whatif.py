"""What would change if evidence were added or taken away."""

from hypothesis import given
from hypothesis import strategies as st

from obligraph.engine.evaluation import evaluate
from obligraph.engine.profile import Evidence, Profile
from obligraph.engine.results import UNKNOWN
from obligraph.engine.whatif import what_if
from obligraph.rules.catalogue import Catalogue
from tests.engine import builders as build
from tests.engine.strategies import AS_OF, catalogues, evidence, profiles


@given(
    catalogues(),
    profiles(),
    st.lists(evidence("New", ("E0", "E1", "E2")) | evidence("E1"), max_size=2),
    st.data(),
)
def test_it_is_the_same_as_evaluating_anew(
    rules: Catalogue, profile: Profile, new: list[Evidence], data: st.DataObject
) -> None:
    """Records added, replaced and taken away, superseding ones too: all findings are those of a fresh run."""
    add = list({item.id: item for item in new}.values())
    remove = data.draw(st.lists(st.sampled_from(["E0", "E1", "E2", "none"]), max_size=2))
    before = evaluate(rules, profile, AS_OF)
    found = what_if(before, add, remove)
    fresh = evaluate(rules, found.after.profile, AS_OF)
    assert found.after == fresh
    assert [*found.after.ratings] == [*fresh.ratings]
    moved = [
        name
        for name, rating in fresh.ratings.items()
        if (rating.rating, rating.bounds) != (before.ratings[name].rating, before.ratings[name].bounds)
    ]
    assert [move.after.obligation.id for move in found.moved] == moved


def test_only_what_rests_on_the_new_record_is_found_anew() -> None:
    """A rating that the record does not touch is the very value it was."""
    rules = build.catalogue([build.obligation(1, "a"), build.obligation(2, "b")], ["a", "b"])
    before = build.assess(rules)
    found = what_if(before, [build.evidence("E", ["a"])])
    assert found.measures == ("a",)
    assert found.after.ratings["code.2.1"] is before.ratings["code.2.1"]
    assert [move.after.rating for move in found.moved] == ["met"]
    assert what_if(found.after, remove=["E"]).after == before


def test_a_record_that_is_replaced_no_longer_counts_elsewhere() -> None:
    """A new record takes what it supersedes out of every measure, those of which it says nothing too."""
    rules = build.catalogue(
        [build.obligation(number, name) for number, name in enumerate("abc", start=1)], ["a", "b", "c"]
    )
    old, other = build.evidence("Old", ["a"]), build.evidence("Other", ["c"])
    before = build.assess(rules, old, other)
    found = what_if(before, [build.evidence("New", ["b"], supersedes=["Old"])])
    assert found.measures == ("a", "b")
    assert found.after.determinations["a"].bounds == UNKNOWN
    assert [(move.before.rating, move.after.rating) for move in found.moved] == [
        ("met", "undetermined"),
        ("undetermined", "met"),
    ]
    assert found.after.determinations["c"] is before.determinations["c"]
    again = what_if(found.after, remove=["New"])
    assert again.after == before
    assert again.measures == ("a", "b")


def test_a_record_that_changes_nothing_moves_nothing() -> None:
    """A second record to the same effect is counted, and no measure or obligation is said to have moved."""
    rules = build.catalogue([build.obligation(1, "a")], ["a"])
    found = what_if(build.assess(rules, build.evidence("E", ["a"])), [build.evidence("F", ["a"])])
    assert (found.measures, found.moved) == ((), ())
    assert [item.evidence.id for item in found.after.determinations["a"].counted] == ["E", "F"]
