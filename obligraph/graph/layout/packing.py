"""Blocks of a picture set in rows, so that it is broader than high and nothing is lost in a long column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from math import sqrt

from obligraph.graph.drawing import Drawing
from obligraph.graph.layout.plan import NEAR, Block, Plan, Point, Rect, Route, box_of, moved

BROADER = 1.7
"""How much broader than high a picture is to be: between a sheet of paper and a screen."""


def shelves(sizes: Sequence[tuple[float, float]]) -> tuple[list[Point], tuple[float, float]]:
    """The upper left corners of rectangles set in rows, and the size of the whole."""
    area = sum((width + NEAR) * (height + NEAR) for width, height in sizes)
    most = max([sqrt(area * BROADER), *(width for width, _ in sizes)], default=0.0)
    corners: list[Point] = []
    x = y = row = broad = 0.0
    for width, height in sizes:
        if x and x + width > most:
            x, y, row = 0.0, y + row + NEAR, 0.0
        corners.append(Point(x, y))
        broad, row, x = max(broad, x + width), max(row, height), x + width + NEAR
    return corners, (broad, y + row)


def packed(drawing: Drawing, blocks: Sequence[Block], corners: Sequence[Point]) -> Plan:
    """The plan of a drawing whose blocks stand at those corners.

    Args:
        drawing: what is drawn; its arrows give the routes their order.
        blocks: the blocks, which together hold every box and every arrow that is seen.
        corners: the upper left corner of each block.
    """
    places: dict[str, Point] = {}
    frames: dict[str, Rect] = {}
    routes: dict[int, Route] = {}
    for block, at in zip(blocks, corners, strict=True):
        places |= {name: moved(place, at) for name, place in block.places.items()}
        frames |= {group: _moved_rect(frame, at) for group, frame in block.frames.items()}
        routes |= {number: _moved_route(way, at) for number, way in block.routes.items()}
    ways = tuple(routes.get(number) for number in range(len(drawing.arrows)))
    width, height = extent(blocks, corners)
    return Plan(width, height, places, ways, frames)


def extent(blocks: Sequence[Block], corners: Sequence[Point]) -> tuple[float, float]:
    """The size of a picture whose blocks stand at those corners."""
    pairs = list(zip(blocks, corners, strict=True))
    width = max((at.x + block.width for block, at in pairs), default=0.0)
    return width, max((at.y + block.height for block, at in pairs), default=0.0)


def stacked(blocks: Sequence[Block], most: float) -> list[Point]:
    """The corner of each block, each as far up and then as far left as those before it leave room.

    Args:
        blocks: the blocks, in the order in which they are placed.
        most: how broad the picture may be, in points; a broader block stands alone at the left.
    """
    edge = [(0.0, 0.0)]
    corners = []
    for block in blocks:
        at, reach = _lowest(edge, block.width + NEAR, most + NEAR)
        corners.append(at)
        edge = _raised(edge, at.x, reach, at.y + block.height + NEAR)
    return corners


Edge = list[tuple[float, float]]
"""How far down each part of the picture is taken: where it begins at the left, and the depth."""


def _lowest(edge: Edge, width: float, most: float) -> tuple[Point, float]:
    """The highest place, then the leftmost, where so much width is free; and where it ends at the right."""
    starts = [x for x, _ in edge if x + width <= most] or [0.0]

    def depth(start: float) -> float:
        ends = [*(x for x, _ in edge[1:]), float("inf")]
        return max(y for (x, y), end in zip(edge, ends, strict=True) if x < start + width and end > start)

    best = min(starts, key=lambda start: (depth(start), start))
    return Point(best, depth(best)), best + width


def _raised(edge: Edge, start: float, end: float, depth: float) -> Edge:
    """The edge after a block has been set between two places."""
    after = [y for x, y in edge if x <= end][-1]
    inside = [(x, y) for x, y in edge if start <= x < end]
    kept = [part for part in edge if part not in inside and part[0] != end]
    return sorted([*kept, (start, depth), (end, after)])


def blocks_of(drawing: Drawing, plan: Plan, numbers: Sequence[int]) -> list[Block]:
    """The parts of a plan that arrows or frames hold together, each with its inner layout.

    Args:
        drawing: what the plan is of.
        plan: where everything stands.
        numbers: by arrow of the drawing: its number in the picture that the blocks are for.
    """
    return [_block(drawing, plan, numbers, members) for members in _held_together(drawing)]


def _held_together(drawing: Drawing) -> list[list[str]]:
    """Boxes that arrows or frames hold together."""
    arrows = ((arrow.tail, arrow.head) for arrow in drawing.arrows)
    head: dict[str, str] = {}
    framed = ((head.setdefault(box.group, box.id), box.id) for box in drawing.boxes if box.group)
    return connected([box.id for box in drawing.boxes], chain(arrows, framed))


def connected(names: Sequence[str], joined: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The parts that hang together, each in the order of the names, the one with the first name first.

    Args:
        names: all names.
        joined: pairs of them.

    >>> connected(["a", "b", "c"], [("c", "a")])
    [['a', 'c'], ['b']]
    """
    from networkx import Graph, connected_components

    graph: Graph[str] = Graph()
    graph.add_nodes_from(names)
    graph.add_edges_from(joined)
    order = {name: place for place, name in enumerate(names)}
    parts = (sorted(part, key=order.__getitem__) for part in connected_components(graph))
    return sorted(parts, key=lambda part: order[part[0]])


def _block(drawing: Drawing, plan: Plan, numbers: Sequence[int], members: Sequence[str]) -> Block:
    inside = set(members)
    at = _bounds(drawing, plan, inside)
    back = Point(-at.x, -at.y)
    frames = dict.fromkeys(box.group for box in drawing.boxes if box.id in inside and box.group)
    ways = zip(numbers, drawing.arrows, plan.routes, strict=True)
    return Block(
        at.width,
        at.height,
        {name: moved(plan.places[name], back) for name in members},
        {number: _moved_route(way, back) for number, arrow, way in ways if way and arrow.tail in inside},
        {group: _moved_rect(plan.frames[group], back) for group in frames},
    )


def _bounds(drawing: Drawing, plan: Plan, inside: set[str]) -> Rect:
    """The rectangle around a block: its boxes, its frames and the ways of its arrows."""
    corners = list(_corners(drawing, plan, inside))
    left, top = min(at.x for at in corners), min(at.y for at in corners)
    right, bottom = max(at.x for at in corners), max(at.y for at in corners)
    return Rect(left, top, right - left, bottom - top)


def _corners(drawing: Drawing, plan: Plan, inside: set[str]) -> Iterator[Point]:
    boxes = [box for box in drawing.boxes if box.id in inside]
    frames = [plan.frames[group] for group in dict.fromkeys(box.group for box in boxes if box.group)]
    for at in (*(box_of(box, plan.places[box.id]) for box in boxes), *frames):
        yield Point(at.x, at.y)
        yield Point(at.x + at.width, at.y + at.height)
    for arrow, way in zip(drawing.arrows, plan.routes, strict=True):
        if way and arrow.tail in inside:
            yield from (*way.curve, way.tip)


def _moved_rect(at: Rect, by: Point) -> Rect:
    return Rect(at.x + by.x, at.y + by.y, at.width, at.height)


def _moved_route(way: Route, by: Point) -> Route:
    label = moved(way.label, by) if way.label else None
    return Route(tuple(moved(point, by) for point in way.curve), moved(way.tip, by), label)
