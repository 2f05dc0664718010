"""One obligation with all that it presupposes, needs and is elaborated by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from obligraph.graph.nodes import NodeKind, asking, text_of
from obligraph.graph.reaching import within
from obligraph.graph.views.asked import Asked
from obligraph.graph.views.view import View, part, strongest
from obligraph.rules.words import EdgeType

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph

EVIDENCE = (EdgeType.SUPPORTS, EdgeType.CONTRADICTS)
ASKED_OF_IT = (EdgeType.NEEDS, EdgeType.SAFEGUARDS, EdgeType.RESTATES, EdgeType.SUPERSEDES)


def obligation(asked: Asked) -> View:
    """One obligation, its presuppositions, its measures with their evidence, and what elaborates it.

    `depth` limits the chain of presuppositions; with none the whole chain is shown.

    Raises:
        InputError: no focus is given, or it is no obligation.
    """
    graph = asked.graph
    focus = asked.need_focus("obligation", asking(graph))
    chain = within([focus], asked.depth, lambda node: _heads(graph, node, EdgeType.PRESUPPOSES))
    around = [*_heads(graph, focus, *ASKED_OF_IT), *_tails(graph, focus, EdgeType.ELABORATES)]
    if text_of(graph, focus, "kind") == NodeKind.PRINCIPLE:
        around += _heads(graph, focus, EdgeType.ELABORATES)
    records = [record for node in around for record in _tails(graph, node, *EVIDENCE)]
    nodes = dict.fromkeys([*chain, *around, *records])
    kept, note = strongest(graph, nodes, asked.most)
    shown = dict.fromkeys([focus, *kept])
    title = text_of(graph, focus, "title")
    return View(
        name="obligation",
        title=f"What does {focus} ({title}) hang on?",
        graph=_without_others(
            part(graph, shown, EdgeType.PRESUPPOSES, EdgeType.ELABORATES, *ASKED_OF_IT, *EVIDENCE), focus
        ),
        notes=tuple(filter(None, [note])),
        focus=focus,
    )


def _without_others(graph: ObligationGraph, focus: str) -> ObligationGraph:
    """The graph without what its other obligations need, respect and elaborate: the picture is of one."""
    beside = {str(EdgeType.ELABORATES), *map(str, ASKED_OF_IT)}
    graph.remove_edges_from(
        [
            (tail, head, key)
            for tail, head, key, data in graph.edges(keys=True, data=True)
            if focus not in {tail, head} and data["type"] in beside
        ]
    )
    return graph


def _heads(graph: ObligationGraph, node: str, *types: str) -> list[str]:
    return list(_ends(((head, data["type"]) for _, head, data in graph.out_edges(node, data=True)), types))


def _tails(graph: ObligationGraph, node: str, *types: str) -> list[str]:
    return list(_ends(((tail, data["type"]) for tail, _, data in graph.in_edges(node, data=True)), types))


def _ends(edges: Iterator[tuple[str, str]], types: tuple[str, ...]) -> Iterator[str]:
    yield from sorted({node for node, kind in edges if kind in types})
