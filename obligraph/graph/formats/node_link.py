"""Node-link JSON, as networkx, D3 and others read it: the view's whole graph with every attribute."""

from __future__ import annotations

import json

from obligraph.graph.nodes import keyed_edges
from obligraph.graph.views.view import View


def node_link(view: View) -> str:
    """A view as node-link JSON; `networkx.node_link_graph(data, edges="edges")` reads it back."""
    graph = view.graph
    data = {
        "directed": True,
        "multigraph": True,
        "graph": {"title": view.title, "notes": list(view.notes)} | graph.graph,
        "nodes": [{"id": node} | graph.nodes[node] for node in graph],
        "edges": [
            {"source": tail, "target": head, "key": key} | data
            for tail, head, key, data in keyed_edges(graph)
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
