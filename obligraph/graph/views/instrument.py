"""One instrument with its principles."""

from __future__ import annotations

from obligraph.graph.nodes import NodeKind, edges_of, text_of
from obligraph.graph.views.asked import Asked
from obligraph.graph.views.view import View, part, strongest
from obligraph.rules.words import EdgeType

SHOWN = (EdgeType.PRESUPPOSES, EdgeType.ELABORATES, EdgeType.RESTATES, EdgeType.SUPERSEDES)


def instrument(asked: Asked) -> View:
    """The obligations of one instrument, what elaborates them, and what they elaborate themselves.

    Raises:
        InputError: no focus is given, or it is no instrument with obligations.
    """
    graph = asked.graph
    holders = dict.fromkeys(tail for tail, _, _ in edges_of(graph, EdgeType.CONTAINS))
    focus = asked.need_focus("instrument with obligations", holders)
    own = [node for node in graph if text_of(graph, node, "instrument") == focus]
    beside = _elaborating(asked, set(own))
    kept, note = strongest(graph, [*own, *beside], asked.most)
    symbol = text_of(graph, focus, "symbol")
    return View(
        name="instrument",
        title=f"What does {symbol} ask for, and what elaborates it?",
        graph=part(graph, kept, *SHOWN),
        notes=tuple(filter(None, [note])),
    )


def _elaborating(asked: Asked, own: set[str]) -> list[str]:
    """The nodes outside the instrument that elaborate its obligations or are elaborated by them."""
    found: dict[str, None] = {}
    for tail, head, _ in edges_of(asked.graph, EdgeType.ELABORATES):
        if head in own and tail not in own:
            found[tail] = None
        if tail in own and head not in own:
            found[head] = None
    return [node for node in asked.ids(NodeKind.OBLIGATION, NodeKind.PRINCIPLE) if node in found]
