"""Where the boxes and arrows of a drawing stand: by `dot` where it is installed, else by igraph."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import sqrt

from obligraph.graph.drawing import Box, Drawing
from obligraph.graph.layout.lone import grids, split
from obligraph.graph.layout.packing import blocks_of, extent, packed, stacked
from obligraph.graph.layout.plan import NEAR, Block, Plan, Point
from obligraph.graph.layout.sheet import scale


def lay_out(drawing: Drawing) -> Plan:
    """The plan of a drawing: by `dot`, or by igraph's layered layout where `dot` is missing or fails."""
    from obligraph.graph.layout.by_dot import lay_out_by_dot
    from obligraph.graph.layout.by_igraph import lay_out_by_igraph

    return arranged(drawing, lambda part: lay_out_by_dot(part) or lay_out_by_igraph(part))


def arranged(drawing: Drawing, by: Callable[[Drawing], Plan]) -> Plan:
    """The plan of a drawing, its joined boxes laid out by one layout.

    Unless rows are given, boxes that no arrow joins stand in a grid of their own, and the parts that do not
    hang together are set side by side.

    Args:
        drawing: what to lay out.
        by: the layout of boxes that arrows join.
    """
    if drawing.rows:
        return by(drawing)
    joined, lone = split(drawing)
    numbers = [number for number, arrow in enumerate(drawing.arrows) if arrow.look]
    blocks = blocks_of(joined, by(joined), numbers) if joined.boxes else []
    return packed(drawing, *_best(blocks, lone))


ABOVE_AND_BELOW = 150.0
"""About how high the title and the legend of a picture are together, in points."""
LEAST = 600.0
"""The least breadth that is tried, in points."""
ASPECTS = (0.5, 0.65, 0.8, 1.0, 1.25, 1.6, 2.0)
"""How broad pictures are tried, as shares of the side of a square of the same area."""
MANY = 40
"""With more blocks than this only one breadth is tried; a sheet of paper holds no such picture."""


def _best(
    blocks: Sequence[Block], lone: Mapping[str, Sequence[Box]]
) -> tuple[Sequence[Block], Sequence[Point]]:
    """The blocks and where they stand, so that the picture is printed as large as may be."""
    single = lone.get("", ())
    columns = range(1, min(len(single), 6) + 1) if len(blocks) < MANY else (6,)
    tries = [
        (chosen, stacked(chosen, broad))
        for across in columns or (1,)
        for chosen in [_highest_first([*blocks, *grids(lone, across)])]
        for broad in _breadths(chosen)
    ]
    return max(tries, key=lambda one: _worth(*one))


def _highest_first(blocks: list[Block]) -> list[Block]:
    return sorted(blocks, key=lambda block: -block.height)


def _breadths(blocks: Sequence[Block]) -> list[float]:
    side = sqrt(sum((block.width + NEAR) * (block.height + NEAR) for block in blocks))
    least = max([LEAST, *(block.width for block in blocks)])
    shares = ASPECTS if len(blocks) < MANY else (1.25,)
    return sorted({max(least, side * share) for share in shares})


def _worth(blocks: Sequence[Block], corners: Sequence[Point]) -> tuple[float, float]:
    """How large the picture is printed; of two as large the smaller is the better."""
    width, height = extent(blocks, corners)
    return round(scale(max(width, LEAST), height + ABOVE_AND_BELOW), 4), -width * height
