"""What hangs on what: the graph of `presupposes`, with the counts and paths that questions need.

A presupposition points from an obligation to the one it needs first. Counting who reaches whom is done for
8,192 nodes at a time with one whole number a node as a set of bits, so that memory stays small however large
the graph is.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from obligraph.errors import Fault, InputError
from obligraph.rules.words import EdgeType

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph

CHUNK = 8192
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
    from graphlib import CycleError, TopologicalSorter

    try:
        return tuple(TopologicalSorter(links).static_order())
    except CycleError as error:
        chain = " -> ".join(reversed(error.args[1]))
        fault = Fault(
            "presupposes", f"goes round in a circle: {chain}", way_out="drop one of these relations"
        )
        raise InputError([fault]) from None


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
    total = dict.fromkeys(sequence, 0)
    wanted = [node for node in sequence if node in marked]
    for start in range(0, len(wanted), CHUNK):
        bits = {node: 1 << place for place, node in enumerate(wanted[start : start + CHUNK])}
        reached: dict[str, int] = {}
        for node in sequence:
            found = 0
            for head in links.get(node, ()):
                found |= reached[head] | bits.get(head, 0)
            reached[node] = found
            total[node] += found.bit_count()
    return total


def paths_from(start: str, links: Links) -> dict[str, Path]:
    """A shortest path from a node to each node it leads to; among equals the first by the order of links.

    >>> paths_from("a", {"a": ["b", "c"], "b": ["d"], "c": ["d"]})["d"]
    ('a', 'b', 'd')
    """
    found: dict[str, Path] = {start: (start,)}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for head in links.get(node, ()):
            if head not in found:
                found[head] = (*found[node], head)
                waiting.append(head)
    del found[start]
    return found


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
