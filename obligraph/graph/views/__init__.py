"""Views, one file each: the part of the graph that answers one question, with the question as its title."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from obligraph.errors import Fault, InputError, near
from obligraph.graph.nodes import NodeKind, holders, kind_of
from obligraph.graph.questions.standing import assessed
from obligraph.graph.views.asked import Asked
from obligraph.graph.views.citations import citations
from obligraph.graph.views.gaps import gaps
from obligraph.graph.views.instrument import instrument
from obligraph.graph.views.key import key
from obligraph.graph.views.measures import measures
from obligraph.graph.views.neighbours import neighbours
from obligraph.graph.views.obligation import obligation
from obligraph.graph.views.theme import theme
from obligraph.graph.views.view import MOST_NODES, View
from obligraph.graph.views.whole import whole

__all__ = ["MOST_NODES", "VIEWS", "Asked", "View", "standard_views", "view"]

VIEWS: Mapping[str, Callable[[Asked], View]] = {
    "gaps": gaps,
    "key": key,
    "instrument": instrument,
    "obligation": obligation,
    "theme": theme,
    "citations": citations,
    "measures": measures,
    "neighbours": neighbours,
    "whole": whole,
}
"""Each view by its name."""


def view(asked: Asked, name: str = "") -> View:
    """A view by its name, or the view that fits what is asked where none is named.

    Raises:
        InputError: there is no such view, or it cannot show what is asked.
    """
    chosen = name or fitting(asked)
    if chosen not in VIEWS:
        raise InputError([Fault("--view", f"'{name}' is not a view", near(name, VIEWS) or tuple(VIEWS))])
    return VIEWS[chosen](asked)


def fitting(asked: Asked) -> str:
    """The view that fits the focus; without one the gaps of the State, or the key obligations."""
    if not asked.focus:
        return "gaps" if assessed(asked.graph) else "key"
    if asked.focus in asked.graph:
        match kind_of(asked.graph, asked.focus):
            case NodeKind.OBLIGATION | NodeKind.PRINCIPLE:
                return "obligation"
            case NodeKind.MEASURE:
                return "measures"
            case NodeKind.INSTRUMENT:
                return "instrument" if asked.focus in holders(asked.graph) else "citations"
            case NodeKind.EVIDENCE:
                return "neighbours"
    return "theme" if asked.focus in asked.catalogue.themes else "neighbours"


def standard_views(asked: Asked) -> tuple[tuple[str, View], ...]:
    """The views of a page: the overviews, each instrument in full, each theme; with a short name each."""
    graph, all_of = asked.graph, replace(asked, focus="", most=None)
    overviews = ["gaps"] if assessed(graph) else []
    found = [(_HEADINGS[name], VIEWS[name](all_of)) for name in [*overviews, "key", "measures", "citations"]]
    for node in holders(graph):
        symbol = str(graph.nodes[node]["symbol"])
        found.append((f"Instrument: {symbol}", instrument(replace(all_of, focus=node))))
    for name, one in asked.catalogue.themes.items():
        shown = theme(replace(all_of, focus=name))
        if len(shown.graph):
            found.append((f"Theme: {one.title}", shown))
    return tuple(found)


_HEADINGS = {
    "gaps": "Binding gaps and what they hold up",
    "key": "Key obligations",
    "measures": "Measures shared by instruments",
    "citations": "Instruments by year",
}
