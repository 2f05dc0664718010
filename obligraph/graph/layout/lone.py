"""Boxes without an arrow, set in a grid: no layout program is needed to place what hangs on nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil, sqrt

from obligraph.graph.drawing import Box, Drawing
from obligraph.graph.layout.plan import (
    FRAME_MARGIN,
    NEAR,
    Block,
    Point,
    Rect,
    frame_width,
    heading_height,
    moved,
)

BROADER = 1.7
"""How much broader than high a framed grid is to be."""


def split(drawing: Drawing) -> tuple[Drawing, Mapping[str, tuple[Box, ...]]]:
    """The drawing without its lone boxes and its unseen arrows; and the lone boxes by frame.

    A box is lone where no arrow is seen at it, nor at any other box of its frame.
    """
    seen = tuple(arrow for arrow in drawing.arrows if arrow.look)
    ends = {end for arrow in seen for end in (arrow.tail, arrow.head)}
    held = {box.group for box in drawing.boxes if box.group and box.id in ends}
    kept: list[Box] = []
    groups: dict[str, list[Box]] = {}
    for box in drawing.boxes:
        lone = box.id not in ends and box.group not in held
        (groups.setdefault(box.group, []) if lone else kept).append(box)
    return replace(drawing, boxes=tuple(kept), arrows=seen), {
        group: tuple(boxes) for group, boxes in groups.items()
    }


def grids(groups: Mapping[str, Sequence[Box]], across: int) -> list[Block]:
    """The lone boxes as one block a frame.

    Args:
        groups: the boxes by the title of their frame; those without one under the empty text.
        across: how many boxes without a frame stand side by side.
    """
    return [
        _framed(title, _grid(boxes, _across(boxes))) if title else _grid(boxes, across)
        for title, boxes in groups.items()
    ]


def _across(boxes: Sequence[Box]) -> int:
    """How many boxes stand side by side in a frame, so that it is somewhat broader than high."""
    wide = max(box.text.width for box in boxes)
    high = max(box.text.height for box in boxes)
    return max(1, min(len(boxes), ceil(sqrt(len(boxes) * BROADER * high / wide))))


def _grid(boxes: Sequence[Box], across: int) -> Block:
    """Boxes in rows of so many, in their order; a row is as high as its highest box."""
    wide = max(box.text.width for box in boxes)
    places: dict[str, Point] = {}
    top = 0.0
    for start in range(0, len(boxes), across):
        row = boxes[start : start + across]
        high = max(box.text.height for box in row)
        for column, box in enumerate(row):
            places[box.id] = Point(column * (wide + NEAR) + wide / 2, top + high / 2)
        top += high + NEAR
    return Block(across * (wide + NEAR) - NEAR, top - NEAR, places, {}, {})


def _framed(title: str, inner: Block) -> Block:
    """A grid in a frame with room for its title."""
    off = Point(FRAME_MARGIN, FRAME_MARGIN + heading_height(title))
    width = max(inner.width + 2 * FRAME_MARGIN, frame_width(title))
    height = inner.height + 2 * FRAME_MARGIN + heading_height(title)
    places = {name: moved(place, off) for name, place in inner.places.items()}
    return Block(width, height, places, {}, {title: Rect(0.0, 0.0, width, height)})
