"""The kinds of node, and the graph's shape as every module here reads it.

Nodes are named by their ids; evidence and instruments that are merely cited bear a prefix, so that no two
kinds share a name. Attributes are texts, whole numbers and truth values only, so that every format can
carry them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

from obligraph.rules.words import EdgeType

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    ObligationGraph: TypeAlias = MultiDiGraph[str]


class NodeKind(StrEnum):
    """What a node of the graph stands for."""

    INSTRUMENT = "instrument"
    OBLIGATION = "obligation"
    PRINCIPLE = "principle"
    MEASURE = "measure"
    EVIDENCE = "evidence"

    @property
    def asks(self) -> bool:
        """Whether the node asks something of someone."""
        return self in {NodeKind.OBLIGATION, NodeKind.PRINCIPLE}


def kind_of(graph: ObligationGraph, node: str) -> NodeKind:
    """The kind of a node of the graph."""
    return NodeKind(graph.nodes[node]["kind"])


def text_of(graph: ObligationGraph, node: str, name: str) -> str:
    """An attribute of a node as text; empty where the node has none of that name."""
    return str(graph.nodes[node].get(name, ""))


def of_kind(graph: ObligationGraph, *kinds: NodeKind) -> tuple[str, ...]:
    """The nodes of the kinds named, in the order of the graph."""
    wanted = {str(kind) for kind in kinds}
    return tuple(node for node, data in graph.nodes(data=True) if data["kind"] in wanted)


def asking(graph: ObligationGraph) -> tuple[str, ...]:
    """The nodes that ask something of someone, in the order of the graph."""
    return of_kind(graph, *(kind for kind in NodeKind if kind.asks))


def holders(graph: ObligationGraph) -> tuple[str, ...]:
    """The instruments that hold obligations, sorted."""
    return tuple(dict.fromkeys(tail for tail, _, _ in edges_of(graph, EdgeType.CONTAINS)))


def edges_of(graph: ObligationGraph, *types: str) -> tuple[tuple[str, str, dict[str, Any]], ...]:
    """The edges of the types named (all where none is) as tail, head and attributes, sorted."""
    return tuple((tail, head, data) for tail, head, _, data in keyed_edges(graph, *types))


def keyed_edges(graph: ObligationGraph, *types: str) -> list[tuple[str, str, str, dict[str, Any]]]:
    """The same with the key of each edge, which tells edges between the same two nodes apart."""
    wanted = set(map(str, types))
    found = [edge for edge in graph.edges(keys=True, data=True) if not wanted or edge[3]["type"] in wanted]
    return sorted(found, key=lambda edge: edge[:3])
