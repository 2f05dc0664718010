"""The layered layout that igraph makes, for machines without `dot`.

Groups are laid out one by one and framed; within a group each connected part is laid out in layers, and the
parts are set in rows. igraph is imported when the layout is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from obligraph.graph.drawing import Box, Drawing
from obligraph.graph.layout.aligning import Cell, aligned
from obligraph.graph.layout.labelling import labelled
from obligraph.graph.layout.packing import connected, shelves
from obligraph.graph.layout.plan import (
    FRAME_MARGIN,
    NEAR,
    Plan,
    Point,
    Rect,
    Route,
    box_of,
    frame_width,
    heading_height,
    heading_width,
    moved,
)
from obligraph.graph.layout.routes import ARC, Ports, route, spread
from obligraph.graph.layout.stagger import Joined, layers_of

GAP = 28.0
"""Between one layer and the next, in points."""
BEND = 8.0
"""The room that a passing arrow takes in a layer, in points."""


@dataclass(frozen=True)
class Patch:
    """A part of the picture: boxes and bends from an origin of its own."""

    width: float
    height: float
    places: Mapping[str, Point]
    bends: Mapping[int, tuple[Point, ...]]
    """By number of an arrow: the points it passes between its ends."""

    def moved(self, by: Point) -> Patch:
        """The same with all its points moved, as large as it was."""
        return replace(
            self,
            places={name: moved(point, by) for name, point in self.places.items()},
            bends={n: tuple(moved(point, by) for point in points) for n, points in self.bends.items()},
        )


@dataclass(frozen=True)
class Layers:
    """What the layered layout finds, in cells."""

    boxes: Sequence[Cell]
    bends: Mapping[int, Sequence[Cell]]
    """By number of an arrow: the cells it passes, from its tail on."""

    links: Sequence[tuple[Cell, Cell]]
    """The cells that each arrow joins, step by step."""

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
        there = patch.moved(origin)
        places |= there.places
        bends |= there.bends
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
    off = Point(FRAME_MARGIN, FRAME_MARGIN + heading_height(group))
    return replace(
        patch.moved(off),
        width=max(patch.width + 2 * FRAME_MARGIN, frame_width(group)),
        height=patch.height + 2 * FRAME_MARGIN + heading_height(group),
    )


def _inside(boxes: Mapping[str, Box], joined: Joined) -> Joined:
    return [arrow for arrow in joined if arrow[1] in boxes and arrow[2] in boxes]


def _parts(boxes: Mapping[str, Box], joined: Joined) -> list[dict[str, Box]]:
    """The connected parts, each in the order of the drawing, the one with the first box first."""
    parts = connected(list(boxes), ((tail, head) for _, tail, head in joined))
    return [{name: boxes[name] for name in part} for part in parts]


def _joined_up(parts: Sequence[Patch]) -> Patch:
    origins, (width, height) = shelves([(part.width, part.height) for part in parts])
    places: dict[str, Point] = {}
    bends: dict[int, tuple[Point, ...]] = {}
    for part, origin in zip(parts, origins, strict=True):
        there = part.moved(origin)
        places |= there.places
        bends |= there.bends
    return Patch(width, height, places, bends)


def _layered(boxes: Mapping[str, Box], joined: Joined, *, down: bool) -> Patch:
    """One connected part in layers, from left to right or from the top down."""
    sizes = [(box.text.width, box.text.height) for box in boxes.values()]
    return _scaled(
        list(boxes), sizes, _sugiyama(list(boxes), joined, layers_of(list(boxes), joined)), down=down
    )


def _in_rows(drawing: Drawing, boxes: Mapping[str, Box], joined: Joined) -> Patch:
    """All boxes in the rows that the drawing gives, with room for headings at the left."""
    row = {name: place for place, (_, members) in enumerate(drawing.rows) for name in members}
    across = [arrow for arrow in joined if row[arrow[1]] != row[arrow[2]]]
    sizes = [(box.text.width, box.text.height) for box in boxes.values()]
    layers = _sugiyama(list(boxes), across, [row[name] for name in boxes])
    patch = _scaled(list(boxes), sizes, layers, down=True)
    off = Point(heading_width(drawing), ARC)
    return replace(patch.moved(off), width=patch.width + off.x, height=patch.height + off.y)


def _sugiyama(names: Sequence[str], joined: Joined, given: list[int] | None) -> Layers:
    """Place in the layer and layer of every box, and of the bends that each arrow passes.

    Args:
        names: the boxes.
        joined: the arrows between them.
        given: the layer of each box, in their order; None where igraph is to find them.
    """
    from igraph import Graph

    number = {name: place for place, name in enumerate(names)}
    edges = [(number[tail], number[head]) for _, tail, head in joined]
    graph = Graph(n=len(names), edges=edges, directed=True)
    layout = graph.layout_sugiyama(layers=given, hgap=1, vgap=1)
    boxes = [(float(x), round(y)) for x, y in layout.coords]
    bends = {
        n: sorted(
            ((float(x), round(y)) for x, y in way),
            key=lambda bend: bend[1],
            reverse=boxes[tail][1] > boxes[head][1],
        )
        for (n, _, _), (tail, head), way in zip(joined, edges, layout.edge_routing, strict=True)
    }
    ways = [
        (boxes[tail], *bends[n], boxes[head]) for (n, _, _), (tail, head) in zip(joined, edges, strict=True)
    ]
    return Layers(boxes, bends, [step for way in ways for step in pairwise(way)])


def _scaled(
    names: Sequence[str], sizes: Sequence[tuple[float, float]], layers: Layers, *, down: bool
) -> Patch:
    """Points from cells: each layer as deep as its deepest box, each column as near as its boxes allow."""
    turned = [(size if down else size[::-1]) for size in sizes]
    breadths = dict.fromkeys(layers.all(), BEND) | {
        cell: breadth + NEAR for cell, (breadth, _) in zip(layers.boxes, turned, strict=True)
    }
    across = {cell: at - NEAR / 2 for cell, at in aligned(breadths, layers.links).items()}
    deep: dict[int, float] = dict.fromkeys(sorted(layer for _, layer in layers.all()), 0.0)
    for (_, depth), (_, layer) in zip(turned, layers.boxes, strict=True):
        deep[layer] = max(deep[layer], depth)
    start: dict[int, float] = {}
    edge = 0.0
    for layer, depth in deep.items():
        start[layer] = edge + depth / 2
        edge += depth + GAP

    def point(cell: Cell) -> Point:
        return Point(across[cell], start[cell[1]]) if down else Point(start[cell[1]], across[cell])

    breadth = max(at + (breadths[cell] - NEAR) / 2 for cell, at in across.items())
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


def _routes(
    drawing: Drawing, places: Mapping[str, Point], bends: Mapping[int, tuple[Point, ...]]
) -> tuple[Route | None, ...]:
    boxes = {box.id: box for box in drawing.boxes}

    ports = _ports(drawing, places, bends)

    def way(n: int, tail: str, head: str) -> Route:
        ends = box_of(boxes[tail], places[tail]), box_of(boxes[head], places[head])
        return route(*ends, bends.get(n, ()), ports[n], down=drawing.down)

    ways = [way(n, a.tail, a.head) if a.look else None for n, a in enumerate(drawing.arrows)]
    return labelled(drawing, [box_of(box, places[box.id]) for box in drawing.boxes], ways)


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
