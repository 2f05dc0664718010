"""The key obligations and what they presuppose: the picture shown where nothing else is asked for."""

from __future__ import annotations

from obligraph.graph.nodes import asking, edges_of
from obligraph.graph.views.asked import Asked
from obligraph.graph.views.view import View, frame_of, part, strongest
from obligraph.rules.words import EdgeType


def key(asked: Asked) -> View:
    """The key obligations with what they presuppose directly, framed by instrument.

    In a catalogue that marks no obligation as key, the obligations that others presuppose.
    """
    graph = asked.graph
    presupposed = {end for tail, head, _ in edges_of(graph, EdgeType.PRESUPPOSES) for end in (tail, head)}
    asks = asking(graph)
    starred = {node for node in asks if graph.nodes[node]["key"]}
    chosen = _with_first(asked, starred) if starred else presupposed or set(asks)
    kept, note = strongest(graph, [node for node in asks if node in chosen], asked.most)
    return View(
        name="key",
        title="Which obligations are key, and what do they presuppose?",
        graph=part(graph, kept, EdgeType.PRESUPPOSES, EdgeType.RESTATES, EdgeType.SUPERSEDES),
        notes=tuple(filter(None, [note])),
        groups={node: frame_of(graph, node) for node in kept},
    )


def _with_first(asked: Asked, starred: set[str]) -> set[str]:
    """The key obligations and those that they presuppose directly."""
    heads = {head for tail, head, _ in edges_of(asked.graph, EdgeType.PRESUPPOSES) if tail in starred}
    return starred | heads
