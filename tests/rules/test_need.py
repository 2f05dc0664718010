"""Needs: how they are read, written and valued."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligraph.rules.need import (
    Gate,
    Leaf,
    Need,
    all_of,
    any_of,
    distinct,
    dump,
    gate,
    measures,
    parse,
    restrict,
    value,
    words,
)

NAMES = tuple("abcdef")
leaves: st.SearchStrategy[Need] = st.sampled_from(NAMES).map(Leaf)


@st.composite
def gates(draw: st.DrawFn, children: st.SearchStrategy[Need]) -> Need:
    """A gate over children, some of them perhaps the same."""
    chosen = tuple(draw(st.lists(children, min_size=1, max_size=4)))
    return gate(draw(st.integers(1, len(distinct(chosen)))), chosen)


needs: st.SearchStrategy[Need] = st.recursive(leaves, gates, max_leaves=10)
values = st.fixed_dictionaries({name: st.integers(0, 2) for name in NAMES})


def shuffled(need: Need, chance: random.Random) -> Need:
    """The need with the children of every gate in another order."""
    if isinstance(need, Leaf):
        return need
    children = [shuffled(child, chance) for child in need.children]
    chance.shuffle(children)
    return Gate(need.k, tuple(children))


@given(needs)
def test_a_need_survives_being_written_and_read(need: Need) -> None:
    """Reading what was written gives the same need."""
    assert parse(dump(need)) == need


@given(needs, values, st.sampled_from(NAMES))
def test_the_value_never_falls_when_a_measure_rises(need: Need, worth: dict[str, int], name: str) -> None:
    """Raising one measure never lowers the value of a need."""
    raised = worth | {name: 2}
    assert value(need, worth.__getitem__) <= value(need, raised.__getitem__)


@given(needs, values)
def test_a_child_named_twice_counts_once(need: Need, worth: dict[str, int]) -> None:
    """Doubling a child changes neither the gate nor its value."""
    doubled = all_of(need, need, need)
    assert doubled == need
    assert value(doubled, worth.__getitem__) == value(need, worth.__getitem__)


@given(needs, values, st.randoms(use_true_random=False))
def test_the_order_of_children_never_matters(
    need: Need, worth: dict[str, int], chance: random.Random
) -> None:
    """A need with its children in another order has the same value, and counts as the same child."""
    other = shuffled(need, chance)
    assert value(other, worth.__getitem__) == value(need, worth.__getitem__)
    assert all_of(need, other) == need


@given(needs, values)
def test_all_full_is_met_and_all_empty_is_not_met(need: Need, worth: dict[str, int]) -> None:
    """With every measure in place a need is met, with none it is not met, with some it lies between."""
    assert value(need, lambda _: 2) == 2
    assert value(need, lambda _: 0) == 0
    assert 0 <= value(need, worth.__getitem__) <= 2


@given(needs, st.sets(st.sampled_from(NAMES)))
def test_what_is_kept_of_a_need_names_only_what_is_to_be_kept(need: Need, kept: set[str]) -> None:
    """A restricted need names the kept measures, or is nothing where none of its measures is kept."""
    left = restrict(need, kept.__contains__)
    named = set(measures(left)) if left else set()
    assert named == set(measures(need)) & kept


@pytest.mark.parametrize(
    ("counts", "expected"),
    [([2, 2, 0], 2), ([2, 0, 0], 1), ([1, 1, 1], 1), ([0, 0, 0], 0), ([2, 1, 1], 1), ([2, 2, 2], 2)],
)
def test_at_least_two_of_three(counts: list[int], expected: int) -> None:
    """Two of three: met from two full ones, not met where all are empty, else partly met."""
    worth = dict(zip("abc", counts, strict=True))
    assert value(parse({"at_least": 2, "of": ["a", "b", "c"]}), worth.__getitem__) == expected


def test_all_and_any_are_the_two_ends_of_one_gate() -> None:
    """`all` asks for every distinct child, `any` for one; a lone child stands for itself."""
    a, b = Leaf("a"), Leaf("b")
    assert all_of(a, b, a) == gate(2, (a, b))
    assert any_of(a, b) == gate(1, (a, b))
    assert all_of(a, a) == a
    assert words(all_of(a, any_of(b, Leaf("c")))) == "a and (b or c)"


@pytest.mark.parametrize(
    "data",
    [
        "",
        5,
        None,
        True,
        [],
        {},
        {"all": []},
        {"all": "a"},
        {"all": ["a"], "any": ["b"]},
        {"at_least": 2},
        {"at_least": 3, "of": ["a", "b"]},
        {"at_least": 0, "of": ["a"]},
        {"at_least": True, "of": ["a"]},
        {"at_least": 2, "of": ["a", "a"]},
        {"some": ["a"]},
        {"all": ["a", {"any": []}]},
    ],
)
def test_what_is_no_need_is_refused(data: Any) -> None:
    """Anything but a measure id or a well-formed gate is refused with words."""
    with pytest.raises(ValueError, match=r"need|gate|at_least"):
        parse(data)


def test_a_need_nested_without_end_is_refused() -> None:
    """Gates nested deeper than the limit are refused instead of exhausting the machine."""
    deep: Any = "a"
    for _ in range(60):
        deep = {"all": [deep, "b"]}
    with pytest.raises(ValueError, match="nested deeper"):
        parse(deep)
