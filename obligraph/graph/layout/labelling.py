"""Where the labels of arrows stand: on their arrow, on no box and no other label, where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from obligraph.graph.drawing import Drawing
from obligraph.graph.labels import text_width
from obligraph.graph.layout.plan import Point, Rect, Route, touch
from obligraph.graph.layout.routes import along

LABEL_HEIGHT = 14.0
"""The room that the label of an arrow takes, in points."""
SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9)
"""Where along an arrow its label may stand, the best first."""


def labelled(
    drawing: Drawing, boxes: Sequence[Rect], ways: Sequence[Route | None]
) -> tuple[Route | None, ...]:
    """The ways with their labels set where they cover no box and no other label, as far as there is room."""
    taken = list(boxes)
    found: list[Route | None] = []
    for arrow, way in zip(drawing.arrows, ways, strict=True):
        if way is None or not arrow.label:
            found.append(way and replace(way, label=None))
            continue
        spots = [_spot(along(way.curve, share), arrow.label) for share in SHARES]
        spot = next((spot for spot in spots if not any(touch(spot, other) for other in taken)), spots[0])
        taken.append(spot)
        found.append(replace(way, label=Point(spot.x + spot.width / 2, spot.y + spot.height / 2)))
    return tuple(found)


def _spot(middle: Point, label: str) -> Rect:
    """The room that a label takes around its middle."""
    width = text_width(label) + 6
    return Rect(middle.x - width / 2, middle.y - LABEL_HEIGHT / 2, width, LABEL_HEIGHT)
