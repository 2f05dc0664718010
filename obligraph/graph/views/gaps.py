"""The binding gaps of a State and what they block."""

from __future__ import annotations

from obligraph.errors import Fault, InputError
from obligraph.graph.nodes import text_of
from obligraph.graph.questions.standing import assessed, holding, waiting
from obligraph.graph.reaching import paths_from, presuppositions
from obligraph.graph.views.asked import Asked
from obligraph.graph.views.view import View, part, strongest
from obligraph.rules.words import EdgeType, Force


def gaps(asked: Asked) -> View:
    """The binding obligations that are certainly not fully met, and the binding ones that they hold up.

    A gap of lesser force is shown where a binding obligation waits for it.

    Raises:
        InputError: there are no ratings, because no profile was given.
    """
    graph = asked.graph
    if not assessed(graph):
        raise InputError([Fault("--view gaps", "needs the ratings of a State", way_out="name a profile")])
    nodes = blocked_by_gaps(asked)
    kept, note = strongest(graph, nodes, asked.most)
    state = graph.graph["state"]
    held = "" if nodes else "The evidence shows no binding obligation as certainly not fully met."
    return View(
        name="gaps",
        title=f"Which binding obligations does {state} not fully meet, and what do they hold up?",
        graph=part(graph, kept, EdgeType.PRESUPPOSES),
        notes=tuple(filter(None, [note, held])),
    )


def blocked_by_gaps(asked: Asked) -> tuple[str, ...]:
    """The binding gaps, the binding obligations that wait for a gap, and the gaps they wait for."""
    graph = asked.graph
    later, missing, held = presuppositions(graph).later, holding(graph), waiting(graph)
    found: set[str] = set()
    for node in missing:
        ways = [way for end, way in paths_from(node, later).items() if end in held]
        if text_of(graph, node, "force") == Force.BINDING:
            found.add(node)
        found.update(*ways)
    return tuple(node for node in graph if node in found)
