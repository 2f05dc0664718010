"""The text in a box, wrapped, and the size that the box needs for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from obligraph.graph.encoding import KIND_SHAPES, RATING_WORDS, SHAPES, STAR, Shape
from obligraph.graph.labels import FONT_SIZE, clean, text_width, wrap
from obligraph.graph.nodes import NodeKind
from obligraph.rules.words import Force

LINE_HEIGHT = 15.0
"""From one line to the next, in points."""
SMALL = 11.0
"""The height of the head line and the foot line, in points."""
WIDTHS = {NodeKind.INSTRUMENT: 160.0, NodeKind.MEASURE: 160.0, NodeKind.EVIDENCE: 160.0}
ASKING_WIDTH = 180.0
"""The width of the text of an obligation, in points."""
ELLIPSE_WIDTH = 155.0
"""The same where the outline is an ellipse, which is broad itself."""
MOST_HEAD = 240.0
"""The width of the head line, in points; an id with its force is not cut."""
MOST_LINES = {NodeKind.INSTRUMENT: 3}
MOST_ASKING_LINES = 5
"""The most lines of a title in a box; the whole title is in the tip and in the data formats."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """The lines of a box."""

    head: str
    """What it is: the id with its force, or the kind."""
    title: tuple[str, ...]
    foot: str
    """The rating in words; empty where there is none."""
    width: float
    """The width of the box in points, its outline counted."""
    height: float

    @property
    def lines(self) -> tuple[str, ...]:
        """All lines from the top."""
        return (self.head, *self.title, self.foot) if self.foot else (self.head, *self.title)


def letter(kind: NodeKind, node: str, data: Mapping[str, object]) -> Lettering:
    """The text of a node and the size of its box.

    Args:
        kind: what the node stands for.
        node: its id.
        data: its attributes.
    """
    shape = SHAPES[Force(str(data["force"]))] if kind.asks else KIND_SHAPES[kind]
    most = WIDTHS.get(kind, ELLIPSE_WIDTH if shape is Shape.ELLIPSE else ASKING_WIDTH)
    head = wrap(_head(kind, node, data), MOST_HEAD, 1, SMALL)
    named = kind is not NodeKind.INSTRUMENT or data["title"] != data["symbol"]
    title = wrap(str(data["title"]), most, MOST_LINES.get(kind, MOST_ASKING_LINES)) if named else ()
    foot = rating_words(data)
    lines = [*((line, SMALL) for line in (*head, foot)), *((line, FONT_SIZE) for line in title)]
    width = max(text_width(line, size) for line, size in lines)
    height = LINE_HEIGHT * (len(head) + len(title) + bool(foot))
    return Lettering(head[0] if head else node, title, foot, *_outline(shape, width, height))


def _head(kind: NodeKind, node: str, data: Mapping[str, object]) -> str:
    match kind:
        case NodeKind.OBLIGATION | NodeKind.PRINCIPLE:
            force = Force(str(data["force"])).words + (", restated" if data["restated"] else "")
            return f"{STAR + ' ' if data['key'] else ''}{node} · {force}"
        case NodeKind.MEASURE:
            return f"safeguard · {data['axis']}" if data["safeguard"] else f"measure · {data['axis']}"
        case NodeKind.EVIDENCE:
            counted = "" if data["counted"] else " · not counted"
            return f"evidence · {str(data['sort']).replace('_', ' ')}{counted}"
        case NodeKind.INSTRUMENT:
            return clean(str(data["symbol"]))


def rating_words(data: Mapping[str, object]) -> str:
    """The rating in words; where it is open and a gap all the same, what is certain of it."""
    rating = str(data.get("rating", ""))
    if rating == "undetermined" and data.get("gap"):
        return "? undetermined, not fully met"
    return RATING_WORDS.get(rating, "")


def _outline(shape: Shape, width: float, height: float) -> tuple[float, float]:
    """The size of a box around a text of that size, whole points."""
    match shape:
        case Shape.ELLIPSE:
            size = (width * 1.25 + 20, height * 1.4 + 10)
        case Shape.HEXAGON:
            size = (width + 44, height + 14)
        case Shape.FOLDER | Shape.COMPONENT:
            size = (width + 32, height + 16)
        case _:
            size = (width + 24, height + 16)
    return float(round(size[0])), float(round(size[1]))
