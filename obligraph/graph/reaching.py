"""What hangs on what: the graph of `presupposes`, with the counts and paths that questions need.

A presupposition points from an obligation to the one it needs first. Counting who reaches whom is done for
16,384 nodes at a time with one whole number a node as a set of bits, so that memory stays small however large
the graph is.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from obligraph.errors import Fault, InputError
from obligraph.rules.circles import circle
from obligraph.rules.words import EdgeType

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph

CHUNK = 16_384
"""How many nodes are counted at a time."""

Links = Mapping[str, Sequence[str]]
Path = tuple[str, ...]


@dataclass(frozen=True)
class Presuppositions:
    """The `presupposes` edges of a graph, both ways round."""

    first: Links
    """For each obligation, those it needs first, sorted."""

    @cached_property
    def later(self) -> Links:
        """For each obligation, those that need it first, sorted."""
        return turned(self.first)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """All obligations that take part, each after those it needs first.

        Raises:
            InputError: they go round in a circle; the message names it.
        """
        return ordered(self.first)


def presuppositions(graph: ObligationGraph) -> Presuppositions:
    """The `presupposes` edges of a graph."""
    found: dict[str, set[str]] = {}
    for tail, head, data in graph.edges(data=True):
        if data["type"] == EdgeType.PRESUPPOSES:
            found.setdefault(tail, set()).add(head)
    return Presuppositions({tail: tuple(sorted(heads)) for tail, heads in sorted(found.items())})


def turned(links: Links) -> Links:
    """The links the other way round, sorted."""
    found: dict[str, list[str]] = {}
    for tail, heads in links.items():
        for head in heads:
            found.setdefault(head, []).append(tail)
    return {head: tuple(sorted(tails)) for head, tails in sorted(found.items())}


def ordered(links: Links) -> tuple[str, ...]:
    """All nodes that take part in the links, each after those it leads to.

    >>> ordered({"use": ["collect"], "collect": ["law"]})
    ('law', 'collect', 'use')
    """
    left = {tail: len(heads) for tail, heads in links.items()}
    later = turned(links)
    ready = [node for node in dict.fromkeys((*later, *links)) if not left.get(node)]
    for node in ready:
        for tail in later.get(node, ()):
            left[tail] -= 1
            if not left[tail]:
                ready.append(tail)
    if any(left.values()):
        raise InputError([_circle(links)])
    return tuple(ready)


def _circle(links: Links) -> Fault:
    """The fault that names a circle; there must be one."""
    chain = circle(links)
    return Fault("presupposes", f"goes round in a circle: {chain}", way_out="drop one of these relations")


def counts(order: Iterable[str], links: Links, marked: Collection[str]) -> dict[str, int]:
    """For each node, how many of the marked nodes it leads to, itself left out.

    Args:
        order: the nodes, each after those it leads to.
        links: for each node, those it leads to directly.
        marked: the nodes to count.

    >>> counts(["a", "b", "c"], {"b": ["a"], "c": ["b", "a"]}, {"a", "b"})
    {'a': 0, 'b': 1, 'c': 2}
    """
    sequence = tuple(order)
    place = {node: n for n, node in enumerate(sequence)}
    heads = [[place[head] for head in links.get(node, ())] for node in sequence]
    wanted = [n for n, node in enumerate(sequence) if node in marked]
    total = [0] * len(sequence)
    for start in range(0, len(wanted), CHUNK):
        _count(total, heads, wanted[start : start + CHUNK])
    return dict(zip(sequence, total, strict=True))


def _count(total: list[int], heads: list[list[int]], wanted: list[int]) -> None:
    """Adds to each place how many of the wanted places it leads to; one bit stands for one of them."""
    own = [0] * len(total)
    for bit, n in enumerate(wanted):
        own[n] = 1 << bit
    reached: list[int] = []
    for n, ends in enumerate(heads):
        found = 0
        for end in ends:
            found |= reached[end]
        if found:
            total[n] += found.bit_count()
        reached.append(found | own[n])


@dataclass(frozen=True)
class Ways:
    """The shortest ways from one node to all that it leads to; a way is put together when it is asked for."""

    start: str
    before: Mapping[str, str]
    """For each node reached, the one before it on its way."""
    steps: Mapping[str, int]
    """For each node reached, the number of steps to it, at least 1; the nearest first."""

    def to(self, node: str) -> Path:
        """The way to a node that is reached, from the start on."""
        way = [node]
        while way[-1] != self.start:
            way.append(self.before[way[-1]])
        return tuple(reversed(way))


def ways_from(start: str, links: Links) -> Ways:
    """The shortest ways from a node; among equals the first by the order of links.

    >>> ways_from("a", {"a": ["b", "c"], "b": ["d"], "c": ["d"]}).to("d")
    ('a', 'b', 'd')
    """
    before: dict[str, str] = {}
    steps = {start: 0}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for head in links.get(node, ()):
            if head not in steps:
                before[head], steps[head] = node, steps[node] + 1
                waiting.append(head)
    del steps[start]
    return Ways(start, before, steps)


def within(
    starts: Iterable[str], depth: int | None, around: Callable[[str], Iterable[str]]
) -> dict[str, int]:
    """The nodes at most so many steps from any start, with their distance, nearest first.

    Args:
        starts: where to begin, at distance 0.
        depth: the most steps; None for as many as there are.
        around: the nodes one step away from a node, in the order in which to take them.
    """
    found = dict.fromkeys(starts, 0)
    waiting = deque(found)
    while waiting:
        node = waiting.popleft()
        if depth is not None and found[node] >= depth:
            continue
        for other in around(node):
            if other not in found:
                found[other] = found[node] + 1
                waiting.append(other)
    return found
