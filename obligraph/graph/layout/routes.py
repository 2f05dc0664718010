"""The way of an arrow between two boxes: past its bends, as a smooth curve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from obligraph.graph.layout.plan import TIP_LENGTH, Point, Rect, Route

ARC = 36.0
"""How far an arrow between neighbours in one layer swings out, in points."""


@dataclass(frozen=True, slots=True)
class Ports:
    """Where along the side of its two boxes an arrow leaves and enters, as shares of that side."""

    out: float = 0.5
    into: float = 0.5


def route(
    tail: Rect, head: Rect, bends: Sequence[Point] = (), ports: Ports = Ports(), *, down: bool
) -> Route:
    """The way of an arrow between the sides of two boxes that face each other.

    Where they overlap in the direction of reading and no bend is given, it swings out beside them.

    Args:
        tail: the box where it starts.
        head: the box where it ends.
        bends: the points it passes on its way.
        ports: where along the sides of the two boxes it starts and ends; else at their middles.
        down: whether the picture is read from the top down; else from left to right.
    """
    if not down:
        return _swapped(route(_turn(tail), _turn(head), [_turn_point(at) for at in bends], ports, down=True))
    start = Point(tail.x + tail.width * ports.out, tail.y + tail.height / 2)
    end = Point(head.x + head.width * ports.into, head.y + head.height / 2)
    if tail.y < head.y + head.height and head.y < tail.y + tail.height and not bends:
        return _arc(Point(start.x, tail.y), Point(end.x, head.y))
    if start.y < end.y:
        return _curve(Point(start.x, tail.y + tail.height), bends, Point(end.x, head.y), 1)
    return _curve(Point(start.x, tail.y), bends, Point(end.x, head.y + head.height), -1)


def along(curve: Sequence[Point], share: float) -> Point:
    """The point of a curve after a share of its pieces.

    >>> along([Point(0, 0), Point(0, 0), Point(4, 4), Point(4, 4)], 0.5)
    Point(x=2.0, y=2.0)
    """
    pieces = len(curve) // 3
    piece = min(int(share * pieces), pieces - 1)
    on = share * pieces - piece
    weights = ((1 - on) ** 3, 3 * (1 - on) ** 2 * on, 3 * (1 - on) * on * on, on**3)
    corners = curve[3 * piece : 3 * piece + 4]
    return Point(
        sum(weight * corner.x for weight, corner in zip(weights, corners, strict=True)),
        sum(weight * corner.y for weight, corner in zip(weights, corners, strict=True)),
    )


def spread(number: int) -> list[float]:
    """Shares at which so many arrows meet one side, the middle for one.

    >>> spread(1), spread(3)
    ([0.5], [0.4, 0.5, 0.6])
    """
    return [round(0.3 + 0.4 * (place + 1) / (number + 1), 3) for place in range(number)]


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
