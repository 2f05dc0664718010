"""A theme across instruments."""

from __future__ import annotations

from obligraph.graph.nodes import asking, text_of
from obligraph.graph.views.asked import Asked
from obligraph.graph.views.view import AMONG_OBLIGATIONS, View, framed, part, strongest


def theme(asked: Asked) -> View:
    """The obligations of one theme across instruments, with what joins them.

    Raises:
        InputError: no focus is given, or it is no theme.
    """
    graph = asked.graph
    focus = asked.need_focus("theme", asked.catalogue.themes)
    nodes = [node for node in asking(graph) if focus in text_of(graph, node, "themes").split()]
    kept, note = strongest(graph, nodes, asked.most)
    empty = "" if nodes else "No obligation bears this theme."
    shown = part(graph, kept, *AMONG_OBLIGATIONS)
    frames, named = framed(shown, kept)
    return View(
        name="theme",
        title=f"What do the instruments ask under “{asked.catalogue.themes[focus].title}”?",
        graph=shown,
        notes=tuple(filter(None, [note, empty, named])),
        groups=frames,
    )
