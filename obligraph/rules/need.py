"""What an obligation asks for: a tree of gates over measures.

One gate serves all: `at_least k` of its children. `all` is k = n and `any` is k = 1. A child named twice
counts once. In a pack a need is written as a measure id or as a table:

    needs = "watch-list-law"
    needs = { all = ["api-law", { any = ["api-single-window", "api-unit"] }] }
    needs = { at_least = 2, of = ["a", "b", "c"] }
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

MOST_DEPTH = 16
"""The deepest nesting of gates that is read."""


@dataclass(frozen=True, slots=True, order=True)
class Leaf:
    """A need for one measure."""

    measure: str


@dataclass(frozen=True, slots=True)
class Gate:
    """A need for at least `k` of `children`, which are distinct; 1 <= k <= number of children."""

    k: int
    children: tuple[Need, ...]


Need = Leaf | Gate


def gate(k: int, children: tuple[Need, ...]) -> Need:
    """The gate of at least `k` of the distinct children, in their order; a lone child stands for itself.

    Raises:
        ValueError: there are no children, or `k` is not between 1 and the number of distinct children.

    >>> gate(1, (Leaf("a"), Leaf("a")))
    Leaf(measure='a')
    """
    once = distinct(children)
    if not once:
        raise ValueError("a gate needs at least one child")
    if not 1 <= k <= len(once):
        raise ValueError(f"at_least {k}: k lies between 1 and the number of distinct children, {len(once)}")
    return once[0] if len(once) == 1 else Gate(k, once)


def distinct(children: tuple[Need, ...]) -> tuple[Need, ...]:
    """The children without repeats; two gates that differ only in the order of their children are one."""
    first: dict[tuple[int, str, tuple[Any, ...]], Need] = {}
    for child in children:
        first.setdefault(_key(child), child)
    return tuple(first.values())


def _key(need: Need) -> tuple[int, str, tuple[Any, ...]]:
    """A value equal for needs that ask for the same thing in another order."""
    match need:
        case Leaf(measure):
            return (0, measure, ())
        case Gate(k, children):
            return (k, "", tuple(sorted(map(_key, children))))


def all_of(*children: Need) -> Need:
    """The gate that asks for every child."""
    return gate(len(distinct(children)), children)


def any_of(*children: Need) -> Need:
    """The gate that asks for one child."""
    return gate(1, children)


def parse(data: object, depth: int = 0) -> Need:
    """Reads a need as a pack writes it.

    Raises:
        ValueError: the data is not a need; the message says what is wrong with it.

    >>> parse({"at_least": 2, "of": ["a", "b", "c"]})
    Gate(k=2, children=(Leaf(measure='a'), Leaf(measure='b'), Leaf(measure='c')))
    """
    if depth > MOST_DEPTH:
        raise ValueError(f"gates are nested deeper than {MOST_DEPTH}")
    match data:
        case str() if data:
            return Leaf(data)
        case {"all": list(items), **rest} if not rest:
            return all_of(*_children(items, depth))
        case {"any": list(items), **rest} if not rest:
            return any_of(*_children(items, depth))
        case {"at_least": int(k), "of": list(items), **rest} if not rest and not isinstance(k, bool):
            return gate(k, _children(items, depth))
        case _:
            raise ValueError(
                f"{data!r} is not a need: a measure id, {{ all = [...] }}, {{ any = [...] }} "
                "or { at_least = k, of = [...] }"
            )


def _children(items: list[object], depth: int) -> tuple[Need, ...]:
    return tuple(parse(item, depth + 1) for item in items)


def dump(need: Need) -> Any:
    """The need as a pack writes it; `parse(dump(need)) == need`.

    >>> dump(all_of(Leaf("a"), any_of(Leaf("b"), Leaf("c"))))
    {'all': ['a', {'any': ['b', 'c']}]}
    """
    match need:
        case Leaf(measure):
            return measure
        case Gate(k, children):
            items = [dump(child) for child in children]
            if k == len(children):
                return {"all": items}
            return {"any": items} if k == 1 else {"at_least": k, "of": items}


def measures(need: Need) -> tuple[str, ...]:
    """The ids of the measures a need names, each once, in order of first mention.

    >>> measures(all_of(Leaf("b"), any_of(Leaf("a"), Leaf("b"))))
    ('b', 'a')
    """
    return tuple(dict.fromkeys(mentions(need)))


def mentions(need: Need) -> Iterator[str]:
    """The ids of the measures a need names, one for each place at which it names them.

    >>> list(mentions(all_of(Leaf("b"), any_of(Leaf("a"), Leaf("b")))))
    ['b', 'a', 'b']
    """
    if isinstance(need, Leaf):
        yield need.measure
        return
    for child in need.children:
        yield from mentions(child)


def value(need: Need, of: Callable[[str], int]) -> int:
    """The value of a need from the values (0, 1, 2) of its measures.

    At least k of the children is 2 where k or more children are 2, 0 where every child is 0, else 1.

    >>> need = parse({"at_least": 2, "of": ["a", "b", "c"]})
    >>> value(need, {"a": 2, "b": 2, "c": 0}.get), value(need, {"a": 2, "b": 0, "c": 0}.get)
    (2, 1)
    """
    if isinstance(need, Leaf):
        return of(need.measure)
    return at_least(need.k, [value(child, of) for child in need.children])


def at_least(k: int, values: Sequence[int]) -> int:
    """The value of one gate from the values of its children: 2 from `k` twos on, 0 where all are 0, else 1.

    >>> at_least(2, [2, 2, 0]), at_least(2, [2, 0, 0]), at_least(2, [0, 0, 0])
    (2, 1, 0)
    """
    if values.count(2) >= k:
        return 2
    return 1 if any(values) else 0


def restrict(need: Need, keep: Callable[[str], bool]) -> Need | None:
    """The need over only the measures to keep: other leaves and empty gates go, k is at most what is left.

    >>> restrict(parse({"at_least": 2, "of": ["a", "b", "c"]}), lambda measure: measure == "a")
    Leaf(measure='a')
    """
    match need:
        case Leaf(measure):
            return need if keep(measure) else None
        case Gate(k, children):
            left = tuple(kept for child in children if (kept := restrict(child, keep)) is not None)
            return gate(min(k, len(distinct(left))), left) if left else None


def words(need: Need, name: Callable[[str], str] = str) -> str:
    """The need in words, with measures named by `name`.

    >>> words(parse({"all": ["a", {"any": ["b", "c"]}]}))
    'a and (b or c)'
    """
    match need:
        case Leaf(measure):
            return name(measure)
        case Gate(k, children):
            parts = [
                f"({words(child, name)})" if isinstance(child, Gate) else words(child, name)
                for child in children
            ]
            return gate_words(k, parts)


def gate_words(k: int, parts: Sequence[str]) -> str:
    """The words of one gate from those of its children.

    >>> gate_words(2, ["a", "b"]), gate_words(1, ["a", "b"]), gate_words(2, ["a", "b", "c"])
    ('a and b', 'a or b', 'at least 2 of a, b, c')
    """
    if k == len(parts):
        return " and ".join(parts)
    return " or ".join(parts) if k == 1 else f"at least {k} of {', '.join(parts)}"
