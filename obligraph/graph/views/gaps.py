"""The binding gaps of a State and what they block."""

from __future__ import annotations

from obligraph.errors import Fault, InputError
from obligraph.graph.nodes import text_of
from obligraph.graph.questions.standing import assessed, holding, waiting
from obligraph.graph.reaching import presuppositions, within
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
    """The binding gaps, the binding obligations that wait for a gap, and all that lies between them."""
    graph = asked.graph
    links, missing = presuppositions(graph), holding(graph)
    above = within(sorted(missing), None, lambda node: links.later.get(node, ()))
    below = within(sorted(waiting(graph)), None, lambda node: links.first.get(node, ()))
    return tuple(
        node
        for node in graph
        if (node in above and node in below)
        or (node in missing and text_of(graph, node, "force") == Force.BINDING)
    )
