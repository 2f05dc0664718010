"""The data of the page, as JSON that stands safely between the tags of a script element."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from obligraph.graph.building import READING
from obligraph.graph.encoding import STAR
from obligraph.graph.labels import clean
from obligraph.graph.lettering import rating_words
from obligraph.graph.nodes import NodeKind, edges_of, kind_of
from obligraph.graph.views import View
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.words import Force

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph


def block(graph: ObligationGraph, catalogue: Catalogue, views: Sequence[tuple[str, View]]) -> str:
    """Nodes with what is said of them, edges, and which nodes each picture shows."""
    data = {
        "nodes": [_node(graph, catalogue, node) for node in graph],
        "edges": [
            [tail, data["type"], head, clean(_words(data))]
            for tail, head, data in edges_of(graph)
            if data["type"] != "contains"
        ],
        "views": [sorted(view.graph) for _, view in views],
    }
    return guarded(json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def guarded(text: str) -> str:
    r"""JSON with every sign that HTML or JavaScript could take for its own written as a number.

    >>> guarded('"</script>"')
    '"\\u003c/script\\u003e"'
    """
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _words(data: dict[str, str]) -> str:
    """What is to be read beside an edge: why it stands, and whether evidence counts."""
    basis = "" if data["basis"].endswith(READING) or data["status"] == "counted" else data["basis"]
    prefix = "does not count: " if data["status"] == "not counted" else ""
    return prefix + "; ".join(filter(None, [data["reason"], basis]))


def _node(graph: ObligationGraph, catalogue: Catalogue, node: str) -> dict[str, object]:
    data = graph.nodes[node]
    kind = kind_of(graph, node)
    themes = str(data.get("themes", "")).split()
    return {
        "id": node,
        "kind": str(kind),
        "title": clean(str(data["title"])),
        "instrument": data.get("instrument", ""),
        "force": data.get("force", ""),
        "rating": data.get("rating", ""),
        "gap": bool(data.get("gap")),
        "themes": themes,
        "facts": [[name, clean(text)] for name, text in _facts(kind, data, catalogue) if text],
    }


def _facts(kind: NodeKind, data: dict[str, str], catalogue: Catalogue) -> list[tuple[str, str]]:
    """What is said of a node, in the order in which it is read."""
    themes = ", ".join(catalogue.themes[name].title for name in str(data.get("themes", "")).split())
    rating = rating_words(data)
    match kind:
        case NodeKind.OBLIGATION | NodeKind.PRINCIPLE:
            restated = " (restates a duty made elsewhere)" if data["restated"] else ""
            return [
                ("Provision", f"{data['symbol']}, paragraph {data['paragraph']}"),
                ("Force", Force(data["force"]).words + restated),
                ("Rating", rating),
                ("Why", data["rating_reason"]),
                ("What is asked", data["summary"]),
                ("Asked of", data["bearers"].replace(" ", ", ").replace("_", " ")),
                ("Key obligation", f"{STAR} {data['key_reason']}" if data["key"] else ""),
                ("Deadline", data["deadline"]),
                ("Themes", themes),
            ]
        case NodeKind.MEASURE:
            return [
                ("In place", rating),
                ("What an assessor expects", data["summary"]),
                ("Sort", ("safeguard, " if data["safeguard"] else "") + data["axis"]),
                ("Theme", themes),
            ]
        case NodeKind.EVIDENCE:
            return [("Sort", data["sort"].replace("_", " ")), ("Found at", data["where"])]
        case NodeKind.INSTRUMENT:
            return [("Symbol", data["symbol"]), ("Date", data["date"])]
