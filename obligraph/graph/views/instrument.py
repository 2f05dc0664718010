"""One instrument with its principles."""

from __future__ import annotations

from obligraph.graph.nodes import asking, edges_of, holders, text_of
from obligraph.graph.views.asked import Asked
from obligraph.graph.views.view import AMONG_OBLIGATIONS, View, part, strongest
from obligraph.rules.words import EdgeType


def instrument(asked: Asked) -> View:
    """The obligations of one instrument, what elaborates them, and what they elaborate themselves.

    Raises:
        InputError: no focus is given, or it is no instrument with obligations.
    """
    graph = asked.graph
    focus = asked.need_focus("instrument with obligations", holders(graph))
    own = [node for node in graph if text_of(graph, node, "instrument") == focus]
    kept, note = _kept(asked, own, _elaborating(asked, set(own)))
    symbol = text_of(graph, focus, "symbol")
    return View(
        name="instrument",
        title=f"What does {symbol} ask for, and what elaborates it?",
        graph=part(graph, kept, *AMONG_OBLIGATIONS),
        notes=tuple(filter(None, [note])),
    )


MOST_SHOWN = 18
"""How many boxes are shown unless another number is asked for: many arrows need room."""
OWN = 0.65
"""The share of a picture that the instrument's own obligations have, where not all can be shown."""


def _kept(asked: Asked, own: list[str], beside: list[str]) -> tuple[tuple[str, ...], str]:
    """What is shown of the instrument and of what elaborates it, and a note on what is left out.

    Both have their share: neither may take all of the picture because its force is the stronger.
    """
    most = asked.most_or(MOST_SHOWN)
    total = len(own) + len(beside)
    if most is None or total <= most:
        return (*own, *beside), ""
    chosen, _ = strongest(asked.graph, own, max(round(most * OWN), most - len(beside)))
    near = _elaborating(asked, set(chosen))
    others, _ = strongest(asked.graph, [node for node in beside if node in near], most - len(chosen))
    shown = (*chosen, *others)
    note = f"Shows {len(shown)} of {total}: the strongest force and key obligations first, then"
    return shown, f"{note} what elaborates them or is elaborated by them. Show more with --most {total}."


def _elaborating(asked: Asked, own: set[str]) -> list[str]:
    """The nodes outside the instrument that elaborate its obligations or are elaborated by them."""
    found: dict[str, None] = {}
    for tail, head, _ in edges_of(asked.graph, EdgeType.ELABORATES):
        if head in own and tail not in own:
            found[tail] = None
        if tail in own and head not in own:
            found[head] = None
    return [node for node in asking(asked.graph) if node in found]
