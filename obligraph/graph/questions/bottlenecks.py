"""Bottlenecks: the measures without which most binding obligations cannot be met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from obligraph.graph.nodes import NodeKind, edges_of, of_kind, text_of
from obligraph.graph.questions.standing import assessed, waiting
from obligraph.graph.reaching import counts as counts_of
from obligraph.graph.reaching import ordered, turned, ways_from
from obligraph.rules.words import EdgeType

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """A measure that many binding obligations cannot do without."""

    measure: str
    title: str
    determination: str
    """What the evidence says of it; empty without an assessment."""
    directly: tuple[str, ...]
    """The binding obligations that cannot be met without it, sorted."""
    through_others: tuple[str, ...]
    """Those that presuppose an obligation which cannot be met without it, sorted."""


def bottlenecks(graph: ObligationGraph, most: int | None = 10) -> tuple[Bottleneck, ...]:
    """The measures on which most binding obligations hang, first those on which most do.

    An obligation hangs on a measure where its need cannot be met without it, all else being in place, or
    where it presupposes an obligation that hangs on it. With a State's ratings only measures not shown in
    place are listed, and only obligations not shown met are counted.

    Args:
        graph: the whole graph.
        most: the most rows; None for all.
    """
    hangs = _hangs(graph)
    counted = waiting(graph)
    numbers = counts_of(ordered(hangs), hangs, counted)
    measures = [
        node
        for node in of_kind(graph, NodeKind.MEASURE)
        if numbers.get(node) and not (assessed(graph) and text_of(graph, node, "rating") == "met")
    ]
    measures.sort(key=lambda node: (-numbers[node], node))
    return tuple(_bottleneck(graph, node, hangs, counted) for node in measures[:most])


def _hangs(graph: ObligationGraph) -> dict[str, tuple[str, ...]]:
    """From each node to what hangs on it: measure to obligation, obligation to what presupposes it."""
    links: dict[str, list[str]] = {}
    for tail, head, data in edges_of(graph, EdgeType.NEEDS, EdgeType.SAFEGUARDS, EdgeType.PRESUPPOSES):
        if data["type"] == EdgeType.PRESUPPOSES or data["required"]:
            links.setdefault(tail, []).append(head)
    return {head: tuple(tails) for head, tails in turned(links).items()}


def _bottleneck(
    graph: ObligationGraph, measure: str, hangs: dict[str, tuple[str, ...]], counted: frozenset[str]
) -> Bottleneck:
    steps = ways_from(measure, hangs).steps
    held = sorted(node for node in steps if node in counted)
    return Bottleneck(
        measure=measure,
        title=text_of(graph, measure, "title"),
        determination=text_of(graph, measure, "rating"),
        directly=tuple(node for node in held if steps[node] == 1),
        through_others=tuple(node for node in held if steps[node] > 1),
    )
