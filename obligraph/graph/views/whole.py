"""The whole graph, for other tools; too much for a picture."""

from __future__ import annotations

from obligraph.graph.views.asked import Asked
from obligraph.graph.views.view import View, part, strongest


def whole(asked: Asked) -> View:
    """Every node and every edge."""
    kept, note = strongest(asked.graph, asked.graph, asked.most)
    return View(
        name="whole",
        title="How does the whole catalogue hang together?",
        graph=part(asked.graph, kept),
        notes=tuple(filter(None, [note])),
    )
