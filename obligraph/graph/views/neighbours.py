"""Any node with all that is joined to it, whatever the kind of node or edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from obligraph.graph.nodes import text_of
from obligraph.graph.reaching import within
from obligraph.graph.views.asked import Asked
from obligraph.graph.views.view import View, part, strongest

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph


def neighbours(asked: Asked) -> View:
    """One node and all nodes at most `depth` steps from it (1 unless another is given), in any direction.

    Raises:
        InputError: no focus is given, or there is no such node.
    """
    graph = asked.graph
    focus = asked.focus if asked.focus in graph else asked.need_focus("node", graph)
    found = within([focus], 1 if asked.depth is None else asked.depth, lambda node: _around(graph, node))
    kept, note = strongest(graph, found, asked.most)
    shown = part(graph, dict.fromkeys([focus, *kept]))
    for tail, head, key in _beside(shown, focus):
        shown.remove_edge(tail, head, key)
    return View(
        name="neighbours",
        title=f"What is joined to {focus} ({text_of(graph, focus, 'title')})?",
        graph=shown,
        notes=tuple(filter(None, [note])),
        focus=focus,
    )


def _around(graph: ObligationGraph, node: str) -> list[str]:
    return sorted({*graph.successors(node), *graph.predecessors(node)})


def _beside(graph: ObligationGraph, focus: str) -> list[tuple[str, str, str]]:
    """The edges between nodes that are equally far from the focus: they say nothing of how it is joined."""
    from networkx import single_source_shortest_path_length

    steps = single_source_shortest_path_length(graph.to_undirected(as_view=True), focus)
    return [(a, b, key) for a, b, key in graph.edges(keys=True) if steps.get(a) == steps.get(b)]
