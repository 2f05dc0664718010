"""Orphans: nodes that hang on nothing, each with what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from obligraph.graph.nodes import NodeKind, kind_of, text_of
from obligraph.rules.words import EdgeType

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph


@dataclass(frozen=True, slots=True)
class Orphan:
    """A node that lacks a link that others of its kind have."""

    node: str
    kind: str
    title: str
    lacks: str
    """What is missing, in words."""


def orphans(graph: ObligationGraph) -> tuple[Orphan, ...]:
    """The nodes that hang on nothing, in the order of the graph."""
    return tuple(
        Orphan(node, text_of(graph, node, "kind"), text_of(graph, node, "title"), lacks)
        for node in graph
        for lacks in _lacks(graph, node)
    )


def _lacks(graph: ObligationGraph, node: str) -> Iterator[str]:
    out = {data["type"] for _, _, data in graph.out_edges(node, data=True)}
    into = {data["type"] for _, _, data in graph.in_edges(node, data=True)}
    match kind_of(graph, node):
        case NodeKind.INSTRUMENT if not out and not into:
            yield "holds no obligation and is not cited"
        case NodeKind.OBLIGATION if graph.nodes[node]["rated"] and EdgeType.NEEDS not in out:
            yield "is asked of States and needs no measure, so no evidence can show it met"
        case NodeKind.PRINCIPLE if EdgeType.ELABORATES not in out:
            yield "elaborates no obligation"
        case NodeKind.MEASURE if not into & {EdgeType.NEEDS, EdgeType.SAFEGUARDS}:
            yield "is needed by no obligation"
        case NodeKind.EVIDENCE if not graph.nodes[node]["counted"]:
            yield "counts for no measure"
