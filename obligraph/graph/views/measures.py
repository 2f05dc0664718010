"""Measures that several instruments share."""

from __future__ import annotations

from obligraph.graph.nodes import NodeKind, edges_of, of_kind, text_of
from obligraph.graph.views.asked import Asked
from obligraph.graph.views.view import View, frame_of, part, strongest
from obligraph.rules.words import EdgeType

NEEDING = (EdgeType.NEEDS, EdgeType.SAFEGUARDS)


def measures(asked: Asked) -> View:
    """The measures that obligations of two or more instruments ask for, framed by those instruments.

    With a measure as focus: the obligations that ask for it, framed by instrument.

    Raises:
        InputError: the focus is no measure.
    """
    if asked.focus:
        return _one(asked, asked.need_focus("measure", of_kind(asked.graph, NodeKind.MEASURE)))
    sharing = _sharing(asked)
    shared = [node for node in of_kind(asked.graph, NodeKind.MEASURE) if len(sharing.get(node, ())) > 1]
    shared.sort(key=lambda node: (-len(sharing[node]), sharing[node]))
    kept, note = strongest(asked.graph, shared, asked.most)
    empty = "" if shared else "No measure is asked for by more than one instrument."
    return View(
        name="measures",
        title="Which measures serve several instruments at once?",
        graph=part(asked.graph, kept),
        notes=tuple(filter(None, [note, empty])),
        groups={node: " + ".join(sharing[node]) for node in kept},
    )


def _sharing(asked: Asked) -> dict[str, tuple[str, ...]]:
    """For each measure the symbols of the instruments whose obligations ask for it, sorted."""
    found: dict[str, set[str]] = {}
    for tail, head, _ in edges_of(asked.graph, *NEEDING):
        found.setdefault(head, set()).add(frame_of(asked.graph, tail))
    return {measure: tuple(sorted(symbols)) for measure, symbols in found.items()}


def _one(asked: Asked, focus: str) -> View:
    graph = asked.graph
    asking = [tail for tail, head, _ in edges_of(graph, *NEEDING) if head == focus]
    kept, note = strongest(graph, dict.fromkeys(asking), asked.most)
    return View(
        name="measures",
        title=f"Which obligations does the measure “{text_of(graph, focus, 'title')}” serve?",
        graph=part(graph, [focus, *kept], *NEEDING),
        notes=tuple(filter(None, [note])),
        groups={node: frame_of(graph, node) for node in kept},
        focus=focus,
    )
