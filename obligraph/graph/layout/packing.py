"""Blocks of a picture set in rows, so that it is broader than high and nothing is lost in a long column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import sqrt

from obligraph.graph.drawing import Drawing
from obligraph.graph.layout.plan import Plan, Point, Rect, Route, box_of

NEAR = 16.0
"""Between neighbours in a layer, and between blocks, in points."""
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


def repacked(drawing: Drawing, plan: Plan) -> Plan:
    """The plan with its blocks set in rows, the largest first; a block keeps its inner layout."""
    blocks = _blocks(drawing)
    bounds = {name: _bounds(drawing, plan, members) for name, members in blocks.items()}
    order = sorted(blocks, key=lambda name: -bounds[name].height)
    corners, (width, height) = shelves([(bounds[name].width, bounds[name].height) for name in order])
    shift = {
        member: Point(corner.x - bounds[name].x, corner.y - bounds[name].y)
        for name, corner in zip(order, corners, strict=True)
        for member in blocks[name]
    }
    first = {box.group: box.id for box in reversed(drawing.boxes) if box.group}
    return replace(
        plan,
        width=width,
        height=height,
        places={name: moved(place, shift[name]) for name, place in plan.places.items()},
        routes=tuple(
            _moved_route(way, shift[arrow.tail]) if way else None
            for arrow, way in zip(drawing.arrows, plan.routes, strict=True)
        ),
        frames={group: _moved_rect(at, shift[first[group]]) for group, at in plan.frames.items()},
    )


def _blocks(drawing: Drawing) -> Mapping[str, list[str]]:
    """Boxes that arrows or frames hold together, by the first box of each block."""
    from networkx import Graph, connected_components

    graph: Graph[str] = Graph()
    graph.add_nodes_from(box.id for box in drawing.boxes)
    graph.add_edges_from((arrow.tail, arrow.head) for arrow in drawing.arrows)
    head: dict[str, str] = {}
    for box in drawing.boxes:
        if box.group:
            graph.add_edge(head.setdefault(box.group, box.id), box.id)
    order = {box.id: place for place, box in enumerate(drawing.boxes)}
    parts = (sorted(part, key=order.__getitem__) for part in connected_components(graph))
    return {part[0]: part for part in sorted(parts, key=lambda part: order[part[0]])}


def _bounds(drawing: Drawing, plan: Plan, members: Sequence[str]) -> Rect:
    """The rectangle around a block: its boxes, its frames and the ways of its arrows."""
    corners = list(_corners(drawing, plan, set(members)))
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


def moved(point: Point, by: Point) -> Point:
    """A point moved by another."""
    return Point(point.x + by.x, point.y + by.y)


def _moved_rect(at: Rect, by: Point) -> Rect:
    return Rect(at.x + by.x, at.y + by.y, at.width, at.height)


def _moved_route(way: Route, by: Point) -> Route:
    label = moved(way.label, by) if way.label else None
    return Route(tuple(moved(point, by) for point in way.curve), moved(way.tip, by), label)
