"""Curves and rounded corners as lines with many corners, for what paints straight lines only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import cos, pi, sin

from obligraph.graph.layout.plan import Point, Rect
from obligraph.graph.layout.routes import along

STEPS = 16
"""Into how many straight lines a curve is cut."""
CORNER_STEPS = 6
"""The same for a rounded corner."""


def rounded(at: Rect, radius: float) -> list[Point]:
    """The corners of a rectangle, rounded where the radius is not 0.

    >>> [(p.x, p.y) for p in rounded(Rect(0, 0, 4, 2), 0)]
    [(0, 0), (4, 0), (4, 2), (0, 2)]
    """
    right, bottom = at.x + at.width, at.y + at.height
    if not radius:
        return [Point(at.x, at.y), Point(right, at.y), Point(right, bottom), Point(at.x, bottom)]
    middles = (
        Point(at.x + radius, at.y + radius),
        Point(right - radius, at.y + radius),
        Point(right - radius, bottom - radius),
        Point(at.x + radius, bottom - radius),
    )
    return [
        Point(middle.x + radius * cos(turn), middle.y + radius * sin(turn))
        for quarter, middle in enumerate(middles)
        for step in range(CORNER_STEPS + 1)
        for turn in [pi + (quarter + step / CORNER_STEPS) * pi / 2]
    ]


def path(steps: str) -> Iterator[tuple[list[Point], bool]]:
    """The lines of a path as SVG writes it, each with whether it is closed.

    >>> [(len(line), closed) for line, closed in path("M0 0H4v2zM1 1l2 2")]
    [(3, True), (2, False)]
    """
    line: list[Point] = []
    for letter, found in re.findall(r"([A-Za-z])([^A-Za-z]*)", steps):
        values = [float(value) for value in re.findall(r"-?[0-9.]+", found)]
        if letter == "M" and line:
            yield line, False
            line = []
        if letter in "zZ":
            yield line, True
            line = []
        else:
            line.extend(_reached(letter, values, line[-1] if line else Point(0, 0)))
    if line:
        yield line, False


def _reached(letter: str, values: Sequence[float], at: Point) -> list[Point]:
    """The corners that a step of a path goes through, from where it stands."""
    match letter, values:
        case "H", (x,):
            return [Point(x, at.y)]
        case "V", (y,):
            return [Point(at.x, y)]
        case "C", _:
            return _curve(at, [Point(x, y) for x, y in zip(values[::2], values[1::2], strict=True)])
        case "M" | "L", (x, y):
            return [Point(x, y)]
    across = values[0] if letter in "hl" else 0.0
    return [Point(at.x + across, at.y + (values[-1] if letter in "vl" else 0.0))]


def _curve(start: Point, points: Sequence[Point]) -> list[Point]:
    """The corners along a cubic Bézier curve of one or more pieces."""
    found: list[Point] = []
    for place in range(0, len(points), 3):
        one, other, end = points[place : place + 3]
        found += [along((start, one, other, end), step / STEPS) for step in range(1, STEPS + 1)]
        start = end
    return found
