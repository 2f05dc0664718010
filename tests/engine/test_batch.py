"""The evaluator for many States gives the answers of the reference."""

from hypothesis import given
from hypothesis import strategies as st

from obligraph.engine.batch import at_least, compile_needs, evaluate_many, pack, unpack
from obligraph.engine.evaluation import evaluate
from obligraph.engine.profile import Profile
from obligraph.engine.results import UNKNOWN, Bounds, Rating
from obligraph.rules.catalogue import Catalogue
from tests.engine import builders as build
from tests.engine.strategies import AS_OF, catalogues, profiles


@given(catalogues(), st.lists(profiles(), max_size=4))
def test_batch_and_reference_agree(rules: Catalogue, states: list[Profile]) -> None:
    """For every State and obligation, bounds, rating and gap are those of the reference."""
    batch = evaluate_many(rules, states, AS_OF)
    for place, profile in enumerate(states):
        reference = evaluate(rules, profile, AS_OF)
        for name, expected in reference.ratings.items():
            assert batch.bounds(name, place) == expected.bounds
            assert batch.column(name)[place] == expected.bounds
            assert batch.rating(name, place) == expected.rating
            gap = expected.bounds.hi < 2 and not expected.not_applicable
            assert bool(batch.gap(name) >> place & 1) is gap


@given(catalogues(), st.lists(profiles(), max_size=4))
def test_each_state_has_one_rating(rules: Catalogue, states: list[Profile]) -> None:
    """The bitsets of the five ratings share no State and leave none out."""
    batch = evaluate_many(rules, states, AS_OF)
    for name in batch.planes:
        held = [batch.having(name, rating) for rating in Rating]
        assert sum(bits.bit_count() for bits in held) == len(states)
        assert sum(held) == (1 << len(states)) - 1


@given(st.lists(st.integers(0, 255), min_size=1, max_size=6), st.data())
def test_counting_bit_by_bit(sets: list[int], data: st.DataObject) -> None:
    """A bit is in the result exactly where at least k of the sets hold it."""
    k = data.draw(st.integers(1, len(sets)))
    expected = sum(1 << bit for bit in range(8) if sum(one >> bit & 1 for one in sets) >= k)
    assert at_least(k, sets) == expected


@given(st.lists(st.sampled_from([Bounds(lo, hi) for lo in range(3) for hi in range(lo, 3)]), max_size=9))
def test_packing_loses_nothing(row: list[Bounds]) -> None:
    """Bounds packed into bitsets are read out as they were, for no State and for many."""
    assert unpack(pack(row), len(row)) == row


def test_equal_needs_are_one_node() -> None:
    """Two obligations that ask for the same, in another order, share one gate."""
    duties = [build.obligation(1, {"all": ["a", "b"]}), build.obligation(2, {"all": ["b", "a"]})]
    assert len(compile_needs(build.catalogue(duties, ["a", "b"])).gates) == 1


def test_what_does_not_apply_has_no_bounds() -> None:
    """Where an obligation does not apply its bounds are open, whatever the evidence says of its measures."""
    rules = build.catalogue([build.obligation(1, "a", applies_if={"has_land_borders": True})], ["a"])
    record = build.evidence("E", [], ["a"])
    excused = build.profile(record, attributes={"has_land_borders": False})
    batch = evaluate_many(rules, [excused, build.profile(record), excused], AS_OF)
    expected = [UNKNOWN, Bounds(0, 0), UNKNOWN]
    assert [batch.bounds("code.1.1", state) for state in range(3)] == expected
    assert batch.column("code.1.1") == expected
    assert (batch.gap("code.1.1"), batch.applies["code.1.1"]) == (0b010, 0b010)


def test_a_batch_knows_its_date_and_its_measures() -> None:
    """A batch bears the date of the assessment, and its program the measures in catalogue order."""
    rules = build.catalogue([build.obligation(1, "b")], ["a", "b"])
    assert evaluate_many(rules, [build.profile()], AS_OF).as_of == AS_OF
    assert compile_needs(rules).measures == ("a", "b")
