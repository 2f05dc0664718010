"""The way of an arrow between two boxes: from side to side, past its bends, as a smooth curve."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from obligraph.graph.layout.plan import TIP_LENGTH, Point, Rect, Route

ARC = 36.0
"""How far an arrow between neighbours in one layer swings out, in points."""


def route(tail: Rect, head: Rect, bends: Sequence[Point] = (), *, down: bool) -> Route:
    """The way of an arrow, leaving a box and entering the other in the direction of reading.

    Args:
        tail: the box where it starts.
        head: the box where it ends.
        bends: the points it passes on its way.
        down: whether the picture is read from the top down; else from left to right.
    """
    if not down:
        return _swapped(route(_turn(tail), _turn(head), [_turn_point(point) for point in bends], down=True))
    start, end = _centre(tail), _centre(head)
    if tail.y < head.y + head.height and head.y < tail.y + tail.height and not bends:
        return _arc(Point(start.x, tail.y), Point(end.x, head.y))
    if start.y < end.y:
        return _curve(Point(start.x, tail.y + tail.height), bends, Point(end.x, head.y), 1)
    return _curve(Point(start.x, tail.y), bends, Point(end.x, head.y + head.height), -1)


def _centre(at: Rect) -> Point:
    return Point(at.x + at.width / 2, at.y + at.height / 2)


def _curve(start: Point, bends: Sequence[Point], tip: Point, way: int) -> Route:
    """A curve through bends; `way` is 1 for downward and -1 for upward."""
    stop = Point(tip.x, tip.y - way * TIP_LENGTH)
    corners = [start, *bends, stop]
    curve = [start]
    for a, b in pairwise(corners):
        middle = (a.y + b.y) / 2
        curve += [Point(a.x, middle), Point(b.x, middle), b]
    label = bends[len(bends) // 2] if bends else Point((start.x + stop.x) / 2, (start.y + stop.y) / 2)
    return Route(tuple(curve), tip, label)


def _arc(start: Point, tip: Point) -> Route:
    """A curve that swings out over what stands between two boxes of one layer."""
    stop = Point(tip.x, tip.y - TIP_LENGTH)
    top = min(start.y, tip.y) - ARC
    curve = (start, Point(start.x, top), Point(stop.x, top), stop)
    return Route(curve, tip, Point((start.x + tip.x) / 2, top + ARC / 4))


def _turn(at: Rect) -> Rect:
    return Rect(at.y, at.x, at.height, at.width)


def _turn_point(point: Point) -> Point:
    return Point(point.y, point.x)


def _swapped(way: Route) -> Route:
    label = _turn_point(way.label) if way.label else None
    return Route(tuple(map(_turn_point, way.curve)), _turn_point(way.tip), label)
