"""The strokes that hatch an outline, for what paints lines but no patterns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, floor

from obligraph.graph.layout.plan import Point

APART = 9.9
"""How far the strokes stand apart along a side, in points: seven across, as in the SVG."""


def hatch(corners: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    """The strokes within an outline, each from its one end to the other.

    >>> square = [Point(0, 0), Point(9, 0), Point(9, 9), Point(0, 9)]
    >>> [(round(a.x), round(a.y), round(b.x), round(b.y)) for a, b in hatch(square)]
    [(0, 0, 9, 9)]
    """
    depths = [corner.x - corner.y for corner in corners]
    for turn in range(ceil(min(depths) / APART), floor(max(depths) / APART) + 1):
        ends = sorted(_crossings(corners, turn * APART), key=lambda at: (at.x, at.y))
        yield from zip(ends[::2], ends[1::2], strict=False)


def _crossings(corners: Sequence[Point], depth: float) -> Iterator[Point]:
    """Where the line on which x is so much more than y crosses the sides of an outline."""
    for one, other in pairwise([*corners, corners[0]]):
        before, after = one.x - one.y - depth, other.x - other.y - depth
        if (before < 0) != (after < 0):
            share = before / (before - after)
            yield Point(one.x + (other.x - one.x) * share, one.y + (other.y - one.y) * share)
