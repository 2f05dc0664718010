"""A plan: the place of every box, the way of every arrow, the frames around groups; in points, y downward."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from obligraph.graph.drawing import Box, Drawing
from obligraph.graph.labels import text_width
from obligraph.graph.lettering import LINE_HEIGHT

TIP_LENGTH = 8.0
"""How far the tip of an arrow reaches beyond its line."""
BOLDER = 1.05
"""How much wider bold text is set."""
MOST_FRAME_TITLE = 400.0
"""The most width that a frame takes for the sake of its title, in points."""
NEAR = 12.0
"""Between neighbours in a layer, and between blocks, in points."""
FRAME_MARGIN = 14.0
"""Around the boxes in a frame, in points."""
HEADING_HEIGHT = 20.0
"""The height of the heading of a row or of a frame."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the picture."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its upper left corner and its size."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Route:
    """The way of an arrow."""

    curve: tuple[Point, ...]
    """A start and three points for each further piece of a cubic Bézier curve."""
    tip: Point
    """Where the arrow ends; the curve stops short of it by the length of the tip."""
    label: Point | None = None
    """Where its label stands, where it has one."""


@dataclass(frozen=True)
class Plan:
    """Where everything in a drawing stands."""

    width: float
    height: float
    places: Mapping[str, Point]
    """By box: its centre."""
    routes: tuple[Route | None, ...]
    """In the order of the drawing's arrows; None for those that are not seen."""
    frames: Mapping[str, Rect] = field(default_factory=dict)
    """By title of a group: the frame around its boxes."""
    headings: tuple[Point, ...] = ()
    """In the order of the drawing's rows: the centre of each heading."""


@dataclass(frozen=True)
class Block:
    """A part of a picture that is moved as one, from an origin of its own."""

    width: float
    height: float
    places: Mapping[str, Point]
    routes: Mapping[int, Route]
    """By number of an arrow in the drawing."""
    frames: Mapping[str, Rect]


def moved(point: Point, by: Point) -> Point:
    """A point moved by another."""
    return Point(point.x + by.x, point.y + by.y)


def touch(one: Rect, other: Rect) -> bool:
    """Whether two rectangles share a part.

    >>> touch(Rect(0, 0, 2, 2), Rect(1, 1, 2, 2)), touch(Rect(0, 0, 2, 2), Rect(2, 0, 2, 2))
    (True, False)
    """
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    return across > 0 and min(one.y + one.height, other.y + other.height) > max(one.y, other.y)


def heading_width(drawing: Drawing) -> float:
    """The width of the headings of rows; 0 where there are none."""
    return max((text_width(heading) + 12 for heading, _ in drawing.rows), default=0.0)


def frame_width(title: str) -> float:
    """The least width of a frame, so that its title can be read."""
    return min(text_width(title) * BOLDER + 24, MOST_FRAME_TITLE)


def heading_height(title: str) -> float:
    """The height of the title of a frame, which has one line, or two where it is long."""
    return HEADING_HEIGHT + (LINE_HEIGHT if text_width(title) * BOLDER + 24 > MOST_FRAME_TITLE else 0.0)


def box_of(box: Box, centre: Point) -> Rect:
    """The rectangle that a box takes."""
    width, height = box.text.width, box.text.height
    return Rect(centre.x - width / 2, centre.y - height / 2, width, height)
