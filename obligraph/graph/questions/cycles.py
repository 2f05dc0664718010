"""Circles: nodes that lead back to themselves along edges of one type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from obligraph.graph.nodes import edges_of
from obligraph.rules.words import EdgeType

if TYPE_CHECKING:
    from networkx import DiGraph

    from obligraph.graph.nodes import ObligationGraph

DIRECTED = (
    EdgeType.PRESUPPOSES,
    EdgeType.SUPERSEDES,
    EdgeType.RESTATES,
    EdgeType.ELABORATES,
    EdgeType.CITES,
)
"""The types of edge that join nodes of one kind and so could go round in a circle."""


@dataclass(frozen=True, slots=True)
class Circle:
    """Nodes each of which leads to all the others along edges of one type."""

    type: str
    nodes: tuple[str, ...]
    """All nodes of the circle, sorted."""
    round: tuple[str, ...]
    """A shortest way round, from the first node back to it."""


def cycles(graph: ObligationGraph) -> tuple[Circle, ...]:
    """The circles of a graph, by type of edge.

    A catalogue with a circle of `presupposes` is refused when it is loaded, so that type has none here.
    """
    return tuple(circle for kind in DIRECTED for circle in _of_type(graph, kind))


def _of_type(graph: ObligationGraph, kind: EdgeType) -> list[Circle]:
    from networkx import DiGraph, strongly_connected_components

    links: DiGraph[str] = DiGraph()
    links.add_edges_from((tail, head) for tail, head, _ in edges_of(graph, kind))
    found = (tuple(sorted(part)) for part in strongly_connected_components(links))
    circles = [part for part in found if len(part) > 1 or links.has_edge(part[0], part[0])]
    return [Circle(str(kind), part, _way_round(links, part)) for part in sorted(circles)]


def _way_round(links: DiGraph[str], part: tuple[str, ...]) -> tuple[str, ...]:
    from networkx import shortest_path

    start = part[0]
    ends = [node for node in sorted(links.predecessors(start)) if node in part]
    ways = [tuple(shortest_path(links.subgraph(part), start, end)) for end in ends]
    return (*min(ways, key=lambda way: (len(way), way)), start)
