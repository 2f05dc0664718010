"""The citation network of instruments by year."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from obligraph.graph.nodes import NodeKind, edges_of, kind_of, of_kind, text_of
from obligraph.graph.views.asked import Asked
from obligraph.graph.views.view import View, part, strongest
from obligraph.rules.words import EdgeType

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph

COUNTED = "A number beside an arrow counts the provisions behind it; where none stands there is one."
MOST_SHOWN = 12
"""How many instruments are shown unless another number is asked for: each has arrows across many years."""
NO_YEAR = "year not recorded"
JOINING = (EdgeType.CITES, EdgeType.RESTATES, EdgeType.SUPERSEDES, EdgeType.ELABORATES)


def citations(asked: Asked) -> View:
    """The instruments that cite or are cited, the newest year at the top, with how often each is cited.

    Citations by single obligations are added up by instrument. `focus` limits the picture to one
    instrument and those it is joined with directly.
    """
    graph = asked.graph
    joined = _joined(graph)
    if asked.focus:
        focus = asked.need_focus("instrument", of_kind(graph, NodeKind.INSTRUMENT))
        joined = Counter({pair: number for pair, number in joined.items() if focus in pair[:2]})
    nodes = {end for tail, head, _ in joined for end in (tail, head)}
    order = [node for node in graph if node in nodes]
    found = part(graph, order, "none")
    for (tail, head, kind), number in sorted(joined.items()):
        times = f"{number} provision{'s' if number > 1 else ''}"
        found.add_edge(
            tail, head, kind, type=kind, basis=times, status="stated", reason="", required=False, count=number
        )
    kept, note = strongest(found, order, asked.most_or(MOST_SHOWN))
    empty = "" if nodes else "No instrument here cites another."
    return View(
        name="citations",
        title="Which instruments cite which, by year?",
        graph=part(found, kept),
        notes=tuple(filter(None, [note, empty, COUNTED])),
        rows=_by_year(graph, kept),
        down=True,
        focus=asked.focus,
    )


def _joined(graph: ObligationGraph) -> Counter[tuple[str, str, str]]:
    """How many provisions of one instrument lead to another, by type of edge."""
    found: Counter[tuple[str, str, str]] = Counter()
    for tail, head, data in edges_of(graph, *JOINING):
        ends = _instrument(graph, tail), _instrument(graph, head)
        if all(ends) and ends[0] != ends[1]:
            found[*ends, data["type"]] += 1
    return found


def _instrument(graph: ObligationGraph, node: str) -> str:
    return node if kind_of(graph, node) is NodeKind.INSTRUMENT else text_of(graph, node, "instrument")


def _by_year(graph: ObligationGraph, nodes: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    years: dict[int, list[str]] = {}
    for node in nodes:
        years.setdefault(int(graph.nodes[node]["year"]), []).append(node)
    return tuple((str(year or NO_YEAR), tuple(years[year])) for year in sorted(years, reverse=True))
