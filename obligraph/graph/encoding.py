"""How the graph is drawn, the same in every format: shape for force, colour and a word for rating.

Nothing is said by colour alone: each box carries its force and its rating in words, and the fills also differ
in lightness, so that a black-and-white print reads the same. The fills are an orange, a yellow and a light
blue, which the common kinds of colour blindness keep apart; dark text on each has a contrast above 7 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from obligraph.graph.nodes import NodeKind
from obligraph.rules.words import EdgeType, Force

INK = "#1a1a1a"
PAPER = "#ffffff"
FAINT = "#767676"
"""The colour of what holds others together: frames, and arrows from an instrument to what it contains."""
HATCH_INK, HATCH_WIDTH = "#dedede", 1.6
"""The strokes that hatch a box whose rating is open, by colour and by width in points."""
STAR = "★"
"""Stands before the id of a key obligation."""


class Shape(StrEnum):
    """The outline of a box."""

    DOUBLE = "double"
    BOX = "box"
    ROUND = "round"
    HEXAGON = "hexagon"
    ELLIPSE = "ellipse"
    FOLDER = "folder"
    COMPONENT = "component"
    NOTE = "note"
    PLAIN = "plain"


class Line(StrEnum):
    """How a line is drawn."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


class Tip(StrEnum):
    """The end of an arrow."""

    NORMAL = "normal"
    VEE = "vee"
    EMPTY = "empty"
    DIAMOND = "diamond"
    DOT = "dot"
    TEE = "tee"
    NONE = "none"


@dataclass(frozen=True, slots=True, order=True)
class Look:
    """How a box is drawn."""

    shape: Shape
    fill: str = PAPER
    line: Line = Line.SOLID
    hatched: bool = False


@dataclass(frozen=True, slots=True, order=True)
class EdgeLook:
    """How an arrow is drawn."""

    line: Line
    tip: Tip
    colour: str
    width: float = 1.0


SHAPES = {
    Force.BINDING: Shape.DOUBLE,
    Force.CALLED_UPON: Shape.BOX,
    Force.ENCOURAGED: Shape.ROUND,
    Force.RECOMMENDED: Shape.HEXAGON,
    Force.CONSIDER: Shape.ELLIPSE,
    Force.NONE: Shape.PLAIN,
}

KIND_SHAPES = {
    NodeKind.INSTRUMENT: Shape.FOLDER,
    NodeKind.MEASURE: Shape.COMPONENT,
    NodeKind.EVIDENCE: Shape.NOTE,
}

FILLS = {
    "not_met": "#f29a70",
    "partly_met": "#f5d05a",
    "met": "#cfe6fb",
    "undetermined": PAPER,
    "conflict": PAPER,
    "not_applicable": "#d9d9d9",
}
"""Each rating with its fill, from dark to light as less is missing."""

UNSETTLED = frozenset({"undetermined", "conflict"})
"""The ratings drawn hatched and with a dashed border: the evidence leaves them open."""

EDGES = {
    EdgeType.CONTAINS: EdgeLook(Line.SOLID, Tip.NONE, FAINT, 0.8),
    EdgeType.CITES: EdgeLook(Line.DOTTED, Tip.VEE, "#4d4d4d"),
    EdgeType.RESTATES: EdgeLook(Line.DASHED, Tip.VEE, "#4d4d4d"),
    EdgeType.ELABORATES: EdgeLook(Line.DASHED, Tip.EMPTY, "#4d4d4d"),
    EdgeType.PRESUPPOSES: EdgeLook(Line.SOLID, Tip.NORMAL, INK, 1.2),
    EdgeType.SUPERSEDES: EdgeLook(Line.SOLID, Tip.EMPTY, INK, 1.2),
    EdgeType.NEEDS: EdgeLook(Line.SOLID, Tip.VEE, "#4d4d4d"),
    EdgeType.SAFEGUARDS: EdgeLook(Line.SOLID, Tip.DIAMOND, "#00568a"),
    EdgeType.SUPPORTS: EdgeLook(Line.SOLID, Tip.DOT, "#00568a"),
    EdgeType.CONTRADICTS: EdgeLook(Line.DASHED, Tip.TEE, "#9c2f00", 1.4),
}

BLOCKED = EdgeLook(Line.SOLID, Tip.NORMAL, INK, 3.6)
"""A presupposition on an obligation that is certainly not fully met: the way is blocked."""

UNCOUNTED = EdgeLook(Line.DOTTED, Tip.DOT, "#4d4d4d", 0.8)
"""Evidence that speaks to a measure and does not count for it."""

EDGE_WORDS = {
    EdgeType.CONTAINS: "contains",
    EdgeType.CITES: "cites",
    EdgeType.RESTATES: "restates",
    EdgeType.ELABORATES: "elaborates",
    EdgeType.PRESUPPOSES: "presupposes (needs the other first)",
    EdgeType.SUPERSEDES: "supersedes",
    EdgeType.NEEDS: "needs this measure",
    EdgeType.SAFEGUARDS: "must respect this safeguard",
    EdgeType.SUPPORTS: "supports",
    EdgeType.CONTRADICTS: "contradicts",
}
BLOCKED_WORDS = "is blocked by (the other is not fully met)"
UNCOUNTED_WORDS = "speaks to it, does not count"

RATING_WORDS = {
    "not_met": "× not met",
    "partly_met": "½ partly met",
    "met": "= met",
    "undetermined": "? undetermined",
    "conflict": "? evidence conflicts",
    "not_applicable": "– not applicable",
}
"""Each rating with a mark and in words, as it stands in a box."""


def look(kind: NodeKind, force: str, rating: str, *, dashed: bool = False) -> Look:
    """How a node is drawn.

    Args:
        kind: what it stands for.
        force: the force of an obligation; not looked at for other kinds.
        rating: the rating of an obligation or the determination of a measure; empty where there is none.
        dashed: whether to draw it dashed for another reason, such as evidence that does not count.
    """
    shape = SHAPES[Force(force)] if kind.asks else KIND_SHAPES[kind]
    unsettled = rating in UNSETTLED
    line = Line.DASHED if unsettled or dashed else Line.SOLID
    return Look(shape, FILLS.get(rating, PAPER), line, unsettled)


def shape_words(shape: Shape) -> str:
    """What a shape stands for, in words.

    >>> shape_words(Shape.DOUBLE), shape_words(Shape.COMPONENT)
    ('binding', 'measure')
    """
    for force, outline in SHAPES.items():
        if outline is shape:
            return force.words
    return next(str(kind) for kind, outline in KIND_SHAPES.items() if outline is shape)
