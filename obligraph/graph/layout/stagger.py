"""Many boxes at one side of a box stand in two columns by turns, so that no picture becomes a long strip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from obligraph.graph.drawing import Drawing

MOST_IN_A_COLUMN = 6
"""With more boxes than this that begin or end at one box, they stand in two columns."""

Joined = Sequence[tuple[int, str, str]]
"""Arrows as their number in the drawing, tail and head."""


def lengths(drawing: Drawing) -> Mapping[int, int]:
    """How many columns each arrow that is seen passes, at least: 1, or 2 for every second in a crowd."""
    return lengths_of([(n, arrow.tail, arrow.head) for n, arrow in enumerate(drawing.arrows) if arrow.look])


def lengths_of(joined: Joined) -> Mapping[int, int]:
    """The same for arrows alone.

    >>> crowd = [(n, f"leaf {n}", "middle") for n in range(7)]
    >>> list(lengths_of(crowd).values())
    [1, 2, 1, 2, 1, 2, 1]
    """
    tails = {tail for _, tail, _ in joined}
    heads = {head for _, _, head in joined}
    first: dict[str, dict[str, list[int]]] = {}
    last: dict[str, dict[str, list[int]]] = {}
    for number, tail, head in joined:
        if tail not in heads:
            first.setdefault(head, {}).setdefault(tail, []).append(number)
        if head not in tails:
            last.setdefault(tail, {}).setdefault(head, []).append(number)
    found = dict.fromkeys((number for number, _, _ in joined), 1)
    for crowd in (*first.values(), *last.values()):
        if len(crowd) > MOST_IN_A_COLUMN:
            second = [arrows for place, arrows in enumerate(crowd.values()) if place % 2]
            found |= {number: 2 for arrows in second for number in arrows}
    return found


def layers_of(names: Sequence[str], joined: Joined) -> list[int] | None:
    """The layer of each box where some stand by turns; None where none do, or arrows run in a circle."""
    from networkx import DiGraph, is_directed_acyclic_graph, topological_sort

    long = lengths_of(joined)
    graph: DiGraph[str] = DiGraph()
    graph.add_nodes_from(names)
    for number, tail, head in joined:
        before = graph.get_edge_data(tail, head, {"length": 1})["length"]
        graph.add_edge(tail, head, length=max(before, long[number]))
    if set(long.values()) <= {1} or not is_directed_acyclic_graph(graph):
        return None
    layer = dict.fromkeys(names, 0)
    for node in topological_sort(graph):
        for _, head, data in graph.out_edges(node, data=True):
            layer[head] = max(layer[head], layer[node] + data["length"])
    for node in names:
        if not graph.in_degree(node):
            layer[node] = min(
                layer[head] - data["length"] for _, head, data in graph.out_edges(node, data=True)
            )
    return [layer[name] - min(layer.values()) for name in names]
