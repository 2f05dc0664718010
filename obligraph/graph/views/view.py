"""What a view is: the part of the graph that answers a question, with the question as its title."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from obligraph.graph.nodes import kind_of, text_of
from obligraph.rules.words import EdgeType, Force

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph

MOST_NODES = 20
"""How many nodes a picture shows unless more are asked for: what a sheet of A4 carries."""

AMONG_OBLIGATIONS = (EdgeType.PRESUPPOSES, EdgeType.ELABORATES, EdgeType.RESTATES, EdgeType.SUPERSEDES)
"""The types of edge that join obligations with each other."""


@dataclass(frozen=True)
class View:
    """A part of the graph with the question it answers."""

    name: str
    title: str
    """The question."""
    graph: ObligationGraph
    notes: tuple[str, ...] = ()
    """What a reader must know: what is left out, how to read it."""
    groups: Mapping[str, str] = field(default_factory=dict)
    """By node: the frame in which it stands, by its title; nodes without one stand free."""
    rows: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Rows of nodes with their headings, from the top; empty where the layout is free."""
    down: bool = False
    """True where the picture runs from the top down, False where it runs from left to right."""
    focus: str = ""
    """The node asked about, drawn with a heavy border; empty where there is none."""


def part(graph: ObligationGraph, nodes: Iterable[str], *types: str) -> ObligationGraph:
    """The graph of some nodes, with their edges of the types named (of every type where none is).

    Nodes and edges keep the order of the whole graph.
    """
    from networkx import MultiDiGraph

    kept = set(nodes)
    found: ObligationGraph = MultiDiGraph(**graph.graph)
    order = {node: place for place, node in enumerate(graph)} if len(kept) > 1 else {}
    inside = sorted(kept, key=lambda node: order.get(node, 0))
    found.add_nodes_from((node, graph.nodes[node]) for node in inside)
    for node in inside:
        for _, head, key, data in graph.out_edges(node, keys=True, data=True):
            if head in kept and (not types or data["type"] in types):
                found.add_edge(node, head, key, **data)
    return found


def frame_of(graph: ObligationGraph, node: str) -> str:
    """The title of the frame of an obligation: the symbol of its instrument, without what is added to it."""
    return text_of(graph, node, "symbol").split(" with ")[0]


def framed(graph: ObligationGraph, nodes: Iterable[str]) -> tuple[Mapping[str, str], str]:
    """A frame for each instrument where no arrow leads from one to another; else none, and a note.

    Frames hold their boxes together, so that many arrows between them become long and cross each other.

    Args:
        graph: the graph that is shown, with its edges.
        nodes: the obligations to frame.

    Returns:
        The frames by node; and the note that says which instrument the ids name, empty where frames do.
    """
    frames = {node: frame_of(graph, node) for node in nodes}
    if all(frames[tail] == frames[head] for tail, head in graph.edges()):
        return frames, ""
    named = {text_of(graph, node, "instrument"): symbol for node, symbol in frames.items()}
    return {}, "The ids name the instruments: " + ", ".join(f"{i} is {s}" for i, s in named.items()) + "."


def strongest(graph: ObligationGraph, nodes: Iterable[str], most: int | None) -> tuple[tuple[str, ...], str]:
    """At most so many nodes, the strongest and the key ones first, with a note on those left out.

    Returns:
        The nodes that stay, in the order given; and the note, empty where all stay.
    """
    given = tuple(nodes)
    if most is None or len(given) <= most:
        return given, ""
    kept = set(sorted(given, key=lambda node: _weight(graph, node))[:most])
    asks = any(kind_of(graph, node).asks for node in given)
    order = "the strongest force and key obligations first" if asks else "those with most links first"
    note = f"Shows {most} of {len(given)}: {order}. Show more with --most {len(given)}."
    return tuple(node for node in given if node in kept), note


def _weight(graph: ObligationGraph, node: str) -> tuple[int, int, int, str]:
    """What asks something comes first, by force; all else after it, by its links."""
    force = Force(text_of(graph, node, "force")).rank if kind_of(graph, node).asks else len(Force)
    data = graph.nodes[node]
    return (force, not data.get("key", False), -graph.degree(node), node)
