"""The layered layout that igraph makes, for machines without `dot`.

Groups are laid out one by one and framed; within a group each connected part is laid out in layers, and the
parts are set in rows. igraph is imported when the layout is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from obligraph.graph.drawing import Box, Drawing
from obligraph.graph.layout.packing import NEAR, moved, shelves
from obligraph.graph.layout.plan import (
    HEADING_HEIGHT,
    Plan,
    Point,
    Rect,
    Route,
    box_of,
    frame_width,
    heading_width,
)
from obligraph.graph.layout.routes import ARC, Ports, route, spread

GAP = 44.0
"""Between one layer and the next, in points."""
MARGIN = 14.0
"""Around the boxes in a frame, in points."""

Joined = Sequence[tuple[int, str, str]]
"""Arrows as their number in the drawing, tail and head."""


@dataclass(frozen=True)
class Patch:
    """A part of the picture: boxes and bends from an origin of its own."""

    width: float
    height: float
    places: Mapping[str, Point]
    bends: Mapping[int, tuple[Point, ...]]
    """By number of an arrow: the points it passes between its ends."""


Cell = tuple[float, int]
"""A place in a layer, and the layer."""


@dataclass(frozen=True)
class Layers:
    """What the layered layout finds, in cells."""

    boxes: Sequence[Cell]
    bends: Mapping[int, Sequence[Cell]]
    """By number of an arrow: the cells it passes, from its tail on."""

    def all(self) -> list[Cell]:
        """Every cell in use."""
        return [*self.boxes, *(bend for way in self.bends.values() for bend in way)]


def lay_out_by_igraph(drawing: Drawing) -> Plan:
    """The plan of a drawing by igraph's layered layout."""
    patches = {group: _group(drawing, group) for group in ("", *drawing.groups)}
    patches = {group: patch for group, patch in patches.items() if patch.places}
    origins, size = shelves([(p.width, p.height) for p in patches.values()])
    places: dict[str, Point] = {}
    bends: dict[int, tuple[Point, ...]] = {}
    frames: dict[str, Rect] = {}
    for (group, patch), origin in zip(patches.items(), origins, strict=True):
        places |= {name: moved(point, origin) for name, point in patch.places.items()}
        bends |= {n: tuple(moved(point, origin) for point in points) for n, points in patch.bends.items()}
        if group:
            frames[group] = Rect(origin.x, origin.y, patch.width, patch.height)
    return Plan(
        *size,
        places=places,
        routes=_routes(drawing, places, bends),
        frames=frames,
        headings=_headings(drawing, places),
    )


def _group(drawing: Drawing, group: str) -> Patch:
    """The boxes of one group: parts in rows, with room for a frame and its title."""
    boxes = {box.id: box for box in drawing.boxes if box.group == group}
    joined = [
        (n, arrow.tail, arrow.head)
        for n, arrow in enumerate(drawing.arrows)
        if arrow.tail in boxes and arrow.head in boxes
    ]
    if drawing.rows:
        return _in_rows(drawing, boxes, joined)
    parts = [_layered(part, _inside(part, joined), down=drawing.down) for part in _parts(boxes, joined)]
    patch = _joined_up(parts)
    if not group:
        return patch
    off = Point(MARGIN, MARGIN + HEADING_HEIGHT)
    return Patch(
        max(patch.width + 2 * MARGIN, frame_width(group)),
        patch.height + 2 * MARGIN + HEADING_HEIGHT,
        {name: moved(point, off) for name, point in patch.places.items()},
        {n: tuple(moved(point, off) for point in points) for n, points in patch.bends.items()},
    )


def _inside(boxes: Mapping[str, Box], joined: Joined) -> Joined:
    return [arrow for arrow in joined if arrow[1] in boxes and arrow[2] in boxes]


def _parts(boxes: Mapping[str, Box], joined: Joined) -> list[dict[str, Box]]:
    """The connected parts, each in the order of the drawing, the one with the first box first."""
    from networkx import Graph, connected_components

    graph: Graph[str] = Graph()
    graph.add_nodes_from(boxes)
    graph.add_edges_from((tail, head) for _, tail, head in joined)
    order = {name: place for place, name in enumerate(boxes)}
    parts = [sorted(part, key=order.__getitem__) for part in connected_components(graph)]
    return [{name: boxes[name] for name in part} for part in sorted(parts, key=lambda part: order[part[0]])]


def _joined_up(parts: Sequence[Patch]) -> Patch:
    origins, (width, height) = shelves([(part.width, part.height) for part in parts])
    places: dict[str, Point] = {}
    bends: dict[int, tuple[Point, ...]] = {}
    for part, origin in zip(parts, origins, strict=True):
        places |= {name: moved(point, origin) for name, point in part.places.items()}
        bends |= {n: tuple(moved(point, origin) for point in points) for n, points in part.bends.items()}
    return Patch(width, height, places, bends)


def _layered(boxes: Mapping[str, Box], joined: Joined, *, down: bool) -> Patch:
    """One connected part in layers, from left to right or from the top down."""
    sizes = [(box.text.width, box.text.height) for box in boxes.values()]
    return _scaled(list(boxes), sizes, _sugiyama(list(boxes), joined), down=down)


def _in_rows(drawing: Drawing, boxes: Mapping[str, Box], joined: Joined) -> Patch:
    """All boxes in the rows that the drawing gives, with room for headings at the left.

    Narrow rows stand by turns in the middle, left and right, so that arrows pass beside them. In a row a box
    stands by the mean place of the boxes above that it is joined with.
    """
    widths = [sum(boxes[name].text.width + NEAR for name in members) for _, members in drawing.rows]
    left, broad = heading_width(drawing), max(widths)
    places: dict[str, Point] = {}
    y = ARC
    for turn, ((_, members), width) in enumerate(zip(drawing.rows, widths, strict=True)):
        x = left + (broad - width) * (0.5, 0.15, 0.85)[turn % 3]
        deep = max(boxes[name].text.height for name in members)
        for name in sorted(members, key=_by_mean(places, joined, left + broad / 2)):
            places[name] = Point(x + boxes[name].text.width / 2, y + deep / 2)
            x += boxes[name].text.width + NEAR
        y += deep + GAP
    return Patch(left + broad, y - GAP, places, {})


def _by_mean(
    places: Mapping[str, Point], joined: Joined, middle: float
) -> Callable[[str], tuple[float, str]]:
    """A key: the mean place of the boxes already set that a box is joined with, then its name."""
    beside: dict[str, list[float]] = {}
    for _, tail, head in joined:
        for one, other in ((tail, head), (head, tail)):
            if other in places:
                beside.setdefault(one, []).append(places[other].x)
    return lambda name: (_middle(beside.get(name, [middle])), name)


def _sugiyama(names: Sequence[str], joined: Joined) -> Layers:
    """Place in the layer and layer of every box, and of the bends that each arrow passes."""
    from igraph import Graph

    number = {name: place for place, name in enumerate(names)}
    edges = [(number[tail], number[head]) for _, tail, head in joined]
    layout = Graph(n=len(names), edges=edges, directed=True).layout_sugiyama(hgap=1, vgap=1)
    boxes = [(float(x), round(y)) for x, y in layout.coords]
    bends = {
        n: sorted(
            ((float(x), round(y)) for x, y in way),
            key=lambda bend: bend[1],
            reverse=boxes[tail][1] > boxes[head][1],
        )
        for (n, _, _), (tail, head), way in zip(joined, edges, layout.edge_routing, strict=True)
    }
    return Layers(boxes, bends)


def _scaled(
    names: Sequence[str], sizes: Sequence[tuple[float, float]], layers: Layers, *, down: bool
) -> Patch:
    """Points from cells: each layer as deep as its deepest box, each column as near as its boxes allow."""
    turned = [(size if down else size[::-1]) for size in sizes]
    across = _columns(layers, [breadth for breadth, _ in turned])
    deep: dict[int, float] = dict.fromkeys(sorted(layer for _, layer in layers.all()), 0.0)
    for (_, depth), (_, layer) in zip(turned, layers.boxes, strict=True):
        deep[layer] = max(deep[layer], depth)
    start: dict[int, float] = {}
    edge = 0.0
    for layer, depth in deep.items():
        start[layer] = edge + depth / 2
        edge += depth + GAP

    def point(cell: Cell) -> Point:
        return Point(across[cell[0]], start[cell[1]]) if down else Point(start[cell[1]], across[cell[0]])

    breadth = max(across[cell[0]] + size / 2 for (size, _), cell in zip(turned, layers.boxes, strict=True))
    breadth = max(breadth, *across.values())
    return Patch(
        breadth if down else edge - GAP,
        edge - GAP if down else breadth,
        dict(zip(names, map(point, layers.boxes), strict=True)),
        {
            n: tuple(corner for bend in bends for corner in _through(point(bend), deep[bend[1]], down=down))
            for n, bends in layers.bends.items()
        },
    )


def _through(bend: Point, depth: float, *, down: bool) -> tuple[Point, Point]:
    """Where an arrow enters and leaves a layer that it passes straight through."""
    half = depth / 2
    if down:
        return Point(bend.x, bend.y - half), Point(bend.x, bend.y + half)
    return Point(bend.x - half, bend.y), Point(bend.x + half, bend.y)


def _columns(layers: Layers, breadths: Sequence[float]) -> dict[float, float]:
    """Where each column stands, so that no two boxes or bends of one layer touch."""
    cells: dict[float, list[tuple[int, float]]] = {}
    for (column, layer), breadth in zip(layers.boxes, breadths, strict=True):
        cells.setdefault(column, []).append((layer, breadth / 2))
    for bends in layers.bends.values():
        for column, layer in bends:
            cells.setdefault(column, []).append((layer, 2.0))
    taken: dict[int, float] = {}
    found: dict[float, float] = {}
    last = 0.0
    for column in sorted(cells):
        last = max(last, *(taken.get(layer, -NEAR) + NEAR + half for layer, half in cells[column]))
        found[column] = last
        taken |= {layer: last + half for layer, half in cells[column]}
    return found


def _routes(
    drawing: Drawing, places: Mapping[str, Point], bends: Mapping[int, tuple[Point, ...]]
) -> tuple[Route | None, ...]:
    boxes = {box.id: box for box in drawing.boxes}

    ports = _ports(drawing, places, bends)

    def way(n: int, tail: str, head: str) -> Route:
        ends = box_of(boxes[tail], places[tail]), box_of(boxes[head], places[head])
        return route(*ends, bends.get(n, ()), ports[n], down=drawing.down)

    return tuple(way(n, a.tail, a.head) if a.look else None for n, a in enumerate(drawing.arrows))


def _ports(
    drawing: Drawing, places: Mapping[str, Point], bends: Mapping[int, tuple[Point, ...]]
) -> Mapping[int, Ports]:
    """Where each arrow meets its boxes: side by side, in the order in which they come, so that tips show."""
    seen = [(n, arrow.tail, arrow.head) for n, arrow in enumerate(drawing.arrows) if arrow.look]

    def across(point: Point) -> float:
        return point.x if drawing.down else point.y

    out: dict[str, list[tuple[float, int]]] = {}
    into: dict[str, list[tuple[float, int]]] = {}
    for n, tail, head in seen:
        way = (places[tail], *bends.get(n, ()), places[head])
        out.setdefault(tail, []).append((across(way[1]), n))
        into.setdefault(head, []).append((across(way[-2]), n))
    leaves, enters = _shares(out), _shares(into)
    return {n: Ports(leaves[n], enters[n]) for n, _, _ in seen}


def _shares(met: Mapping[str, Sequence[tuple[float, int]]]) -> dict[int, float]:
    """For each arrow its share of the side that it meets, by the order of where the arrows come from."""
    found: dict[int, float] = {}
    for arrows in met.values():
        shares = spread(len(arrows))
        found |= {n: share for (_, n), share in zip(sorted(arrows), shares, strict=True)}
    return found


def _headings(drawing: Drawing, places: Mapping[str, Point]) -> tuple[Point, ...]:
    x = heading_width(drawing) / 2
    return tuple(Point(x, _middle(places[name].y for name in members)) for _, members in drawing.rows)


def _middle(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found)
