"""Our own SVG as the operations that graphviz paints, so that PNG and PDF look as the SVG does.

graphviz paints what stands in the attribute `_background` of a graph, y upward. Each text in it comes with
its length in bytes, so that nothing in a text is taken for an operation. Only what `svg` writes is
understood: rectangles, ellipses, circles, polygons, paths, texts, and groups that are moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING

from obligraph.graph.encoding import HATCH_INK, HATCH_WIDTH, INK
from obligraph.graph.formats.dot import FONT
from obligraph.graph.formats.hatching import hatch
from obligraph.graph.formats.outlines import number
from obligraph.graph.formats.tracing import path, rounded
from obligraph.graph.labels import FONT_SIZE, text_width
from obligraph.graph.layout.plan import Point, Rect, moved

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NOTHING = "transparent"
AROUND = 64
"""The number of corners by which an ellipse is drawn."""

Line = tuple[Sequence[Point], bool]
"""The corners of a line, and whether it is closed."""


@dataclass(frozen=True, slots=True)
class Painting:
    """A picture as graphviz paints it."""

    width: float
    height: float
    operations: tuple[str, ...]


def painting(picture: str) -> Painting:
    """An SVG of ours as a painting; the same SVG gives the same text."""
    from defusedxml.ElementTree import fromstring

    root = fromstring(picture)
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    found = (each for child in root for each in _element(child, Point(-left, -top), height))
    return Painting(width, height, tuple(found))


def _element(element: Element, off: Point, height: float) -> Iterator[str]:
    """The operations of an element and of all within it.

    Args:
        element: an element of the SVG.
        off: how far it is moved.
        height: of the picture, since graphviz counts from below.
    """
    name = element.tag.rpartition("}")[2]
    if name == "g":
        shift = moved(off, _shift(element.get("transform", "")))
        for child in element:
            yield from _element(child, shift, height)
    elif name == "text":
        yield from _text(element, off, height)
    else:
        for corners, closed in _lines(name, element.attrib):
            at = [Point(corner.x + off.x, height - corner.y - off.y) for corner in corners]
            yield from _drawn(at, element.attrib, closed=closed)


def _shift(transform: str) -> Point:
    found = re.fullmatch(r"translate\((\S+) (\S+)\)", transform)
    return Point(float(found[1]), float(found[2])) if found else Point(0, 0)


def _lines(name: str, given: Mapping[str, str]) -> Iterator[Line]:
    """The lines of an element that is drawn; none for an element that is not."""
    values = {key: float(value) for key, value in given.items() if re.fullmatch(r"-?[0-9.]+", value)}
    match name:
        case "rect":
            at = Rect(values["x"], values["y"], values["width"], values["height"])
            yield rounded(at, values.get("rx", 0.0)), True
        case "ellipse":
            yield _ellipse(Point(values["cx"], values["cy"]), values["rx"], values["ry"]), True
        case "circle":
            yield _ellipse(Point(values["cx"], values["cy"]), values["r"], values["r"]), True
        case "polygon":
            pairs = (pair.split(",") for pair in given["points"].split())
            yield [Point(float(x), float(y)) for x, y in pairs], True
        case "path":
            yield from path(given["d"])


def _ellipse(middle: Point, across: float, along: float) -> list[Point]:
    turns = [2 * pi * step / AROUND for step in range(AROUND)]
    return [Point(middle.x + across * cos(turn), middle.y + along * sin(turn)) for turn in turns]


def _drawn(at: Sequence[Point], given: Mapping[str, str], *, closed: bool) -> Iterator[str]:
    """The operations that draw a line with its fill."""
    fill, stroke = given.get("fill", "none"), given.get("stroke", NOTHING)
    if fill.startswith("url("):
        yield from (*_pen(HATCH_INK, HATCH_WIDTH, "solid"), *(_corners("L", pair) for pair in hatch(at)))
        return
    style = {"": "solid", "6 4": "dashed"}.get(given.get("stroke-dasharray", ""), "dotted")
    yield from _pen(stroke, float(given.get("stroke-width", "1")), style)
    if fill == "none":
        yield _corners("p" if closed else "L", at)
    else:
        yield f"C {_counted(fill)}"
        yield _corners("P", at)


def _pen(colour: str, width: float, style: str) -> tuple[str, ...]:
    return f"c {_counted(colour)}", f"S {_counted(style)}", f"S {_counted(f'setlinewidth({number(width)})')}"


def _corners(operation: str, at: Sequence[Point]) -> str:
    return f"{operation} {len(at)} " + " ".join(f"{corner.x:.2f} {corner.y:.2f}" for corner in at)


def _text(element: Element, off: Point, height: float) -> Iterator[str]:
    words = element.text or ""
    size = float(element.get("font-size", FONT_SIZE))
    x, y = float(element.attrib["x"]) + off.x, height - float(element.attrib["y"]) - off.y
    side = 0 if element.get("text-anchor") == "middle" else -1
    font = f"{FONT} bold" if element.get("font-weight") else FONT
    yield f"c {_counted(INK)}"
    yield f"F {number(size)} {_counted(font)}"
    if words:
        yield f"T {x:.2f} {y:.2f} {side} {number(text_width(words, size))} {_counted(words)}"


def _counted(text: str) -> str:
    """A text with its length in bytes; a backslash is kept from the sign after it, which it would swallow."""
    shown = text.replace("\\", "\\\u200b")
    return f"{len(shown.encode())} -{shown}"
