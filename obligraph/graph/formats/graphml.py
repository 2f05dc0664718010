"""GraphML, for Gephi, yEd, Cytoscape and igraph: the view's whole graph with every attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from obligraph.graph.labels import clean
from obligraph.graph.nodes import keyed_edges
from obligraph.graph.views.view import View

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph


def graphml(view: View) -> str:
    """A view as GraphML; texts are cleaned of what XML cannot carry."""
    from networkx import generate_graphml

    return "\n".join(('<?xml version="1.0" encoding="UTF-8"?>', *generate_graphml(_cleaned(view)), ""))


def _cleaned(view: View) -> ObligationGraph:
    from networkx import MultiDiGraph

    found: ObligationGraph = MultiDiGraph()
    found.graph.update(_texts(view.graph.graph | {"title": view.title}))
    for node, data in view.graph.nodes(data=True):
        found.add_node(node, **_texts(data))
    for tail, head, key, data in keyed_edges(view.graph):
        found.add_edge(tail, head, key, **_texts(data))
    return found


def _texts(data: dict[str, object]) -> dict[str, object]:
    return {name: clean(value) if isinstance(value, str) else value for name, value in sorted(data.items())}
