"""SVG, drawn by ourselves from a drawing and a plan: the same look whoever made the layout.

Every text is escaped and stands in a text element; nothing but our own elements is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from obligraph.graph.drawing import Arrow, Box, Drawing, Key
from obligraph.graph.encoding import FAINT, HATCH_INK, HATCH_WIDTH, INK, PAPER, Look, Shape
from obligraph.graph.formats.outlines import number, outline, pen_of, size_of, tip
from obligraph.graph.labels import FONT_SIZE, text_width, wrap
from obligraph.graph.layout.plan import (
    BOLDER,
    HEADING_HEIGHT,
    Plan,
    Point,
    Rect,
    Route,
    box_of,
    heading_height,
)
from obligraph.graph.lettering import LINE_HEIGHT, SMALL

FONT = "Helvetica, Arial, 'DejaVu Sans', sans-serif"
MARGIN = 12.0
LEAST_WIDTH = 640.0
"""The least width of a picture, so that its title and legend have room."""
TITLE_SIZE = 17.0
SWATCH = 46.0
"""The width of a sample in the legend."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How an SVG is to be used.

    Attributes:
        prefix: stands before its ids, so that several can share a page.
        interactive: whether its boxes can be opened, by pointer and by keyboard.
        framed: whether title, notes and legend are drawn inside it.
        source: what the picture was drawn from, as a fingerprint; empty for none.
    """

    prefix: str = "g"
    interactive: bool = False
    framed: bool = True
    source: str = ""


def svg(drawing: Drawing, plan: Plan, manner: Manner = Manner()) -> str:
    """A drawing as SVG; the same drawing and plan give the same text.

    Args:
        drawing: what to draw.
        plan: where everything stands.
        manner: what the SVG is for.
    """
    width = max(plan.width, LEAST_WIDTH) if manner.framed else plan.width
    above = list(_title(drawing, width)) if manner.framed else []
    top = sum(height for _, height in above)
    below, depth = _legend(drawing.legend, width, manner) if manner.framed else ([], 0.0)
    size = Rect(-MARGIN, -MARGIN - top, width + 2 * MARGIN, plan.height + top + depth + 2 * MARGIN)
    lines = [
        _open(drawing, size, manner),
        _hatch(manner),
        *_set(above, -top),
        f'<g transform="translate({number(max(0.0, (width - plan.width) / 2))} 0)">',
        *_frames(plan),
        *_headings(drawing, plan),
        *(line for pair in zip(drawing.arrows, plan.routes, strict=True) for line in _arrow(*pair)),
        *_frame_titles(plan),
        *(line for box in drawing.boxes for line in _box(box, plan.places[box.id], manner)),
        *(line for pair in zip(drawing.arrows, plan.routes, strict=True) for line in _tip(*pair)),
        "</g>",
        f'<g transform="translate(0 {number(plan.height)})">',
        *below,
        "</g>",
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _open(drawing: Drawing, size: Rect, manner: Manner) -> str:
    box = " ".join(map(number, (size.x, size.y, size.width, size.height)))
    about = f"<metadata>{escape(manner.source)}</metadata>\n" if manner.source else ""
    role = "group" if manner.interactive else "img"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{number(size.width)}" '
        f'height="{number(size.height)}" role="{role}" aria-label="{escape(drawing.title)}" '
        f'font-family="{FONT}" font-size="{number(FONT_SIZE)}" fill="{INK}">\n{about}'
        f'<rect x="{number(size.x)}" y="{number(size.y)}" width="{number(size.width)}" '
        f'height="{number(size.height)}" fill="{PAPER}"/>'
    )


def _hatch(manner: Manner) -> str:
    return (
        f'<defs><pattern id="{manner.prefix}-hatch" width="7" height="7" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="{HATCH_WIDTH}" height="7" fill="{HATCH_INK}"/>'
        "</pattern></defs>"
    )


def _text(line: str, at: Point, size: float, *, bold: bool = False, anchor: str = "middle") -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{number(at.x)}" y="{number(at.y)}" font-size="{number(size)}"{weight} '
        f'text-anchor="{anchor}" unicode-bidi="plaintext">{escape(line)}</text>'
    )


def _title(drawing: Drawing, width: float) -> Iterator[tuple[str, float]]:
    """The lines of the title and the notes with the height of each; a text by its line of writing."""
    for line in wrap(drawing.title, width / BOLDER, 4, TITLE_SIZE):
        yield _text(line, Point(0, 16), TITLE_SIZE, bold=True, anchor="start"), TITLE_SIZE + 6
    for note in drawing.notes:
        for line in wrap(note, width, 6):
            yield _text(line, Point(0, 12), FONT_SIZE, anchor="start"), LINE_HEIGHT
    yield "", 14.0


def _set(lines: list[tuple[str, float]], top: float) -> Iterator[str]:
    """The lines one below the other, from a height on."""
    for text, height in lines:
        if text:
            yield f'<g transform="translate(0 {number(top)})">{text}</g>'
        top += height


def _frames(plan: Plan) -> Iterator[str]:
    for at in plan.frames.values():
        yield f'<rect {size_of(at)} rx="8" fill="none" stroke="{FAINT}"/>'


def _frame_titles(plan: Plan) -> Iterator[str]:
    """The titles of the frames on paper of their own, above the arrows that enter a frame beside them."""
    for title, at in plan.frames.items():
        room = max(at.width - 20, 60) / BOLDER
        for place, line in enumerate(wrap(title, room, 1 if heading_height(title) == HEADING_HEIGHT else 2)):
            top = at.y + 5 + place * LINE_HEIGHT
            back = Rect(at.x + 7, top, min(text_width(line) * BOLDER + 6, at.width - 14), 16)
            yield f'<rect {size_of(back)} fill="{PAPER}"/>'
            yield _text(line, Point(at.x + 10, top + 12), FONT_SIZE, bold=True, anchor="start")


def _headings(drawing: Drawing, plan: Plan) -> Iterator[str]:
    for (heading, _), at in zip(drawing.rows, plan.headings, strict=True):
        yield _text(heading, Point(at.x, at.y + 4), FONT_SIZE, bold=True)


def _arrow(arrow: Arrow, route: Route | None) -> Iterator[str]:
    if arrow.look is None or route is None:
        return
    look = arrow.look
    yield _edge(arrow)
    yield f"<title>{escape(arrow.tip)}</title>"
    first, *rest = route.curve
    way = f"M{_pair(first)}C{' '.join(map(_pair, rest))}" if rest else f"M{_pair(first)}"
    yield f'<path d="{way}" {pen_of(look)}/>'
    if arrow.label and route.label:
        at = Point(route.label.x, route.label.y + 4)
        half = text_width(arrow.label, 11.0) / 2 + 2
        back = Rect(at.x - half, at.y - 10, 2 * half, 13)
        yield f'<rect {size_of(back)} fill="{PAPER}"/>'
        yield _text(arrow.label, at, 11.0)
    yield "</g>"


def _edge(arrow: Arrow) -> str:
    return f'<g class="edge" data-tail="{escape(arrow.tail)}" data-head="{escape(arrow.head)}">'


def _tip(arrow: Arrow, route: Route | None) -> Iterator[str]:
    """The tip of an arrow, drawn above the boxes so that no part of a box hides it."""
    if arrow.look is None or route is None:
        return
    yield f"{_edge(arrow)}{tip(arrow.look, route.curve[-1], route.tip)}</g>"


def _pair(point: Point) -> str:
    return f"{number(point.x)} {number(point.y)}"


def _box(box: Box, centre: Point, manner: Manner) -> Iterator[str]:
    at = box_of(box, centre)
    words = escape(". ".join((box.tip, *box.text.lines[:1], *filter(None, [box.text.foot]))))
    use = f' role="button" tabindex="-1" aria-label="{words}"' if manner.interactive else ""
    yield f'<g class="node" data-id="{escape(box.id)}"{use}>'
    yield f"<title>{escape(box.tip)}</title>"
    yield from outline(box.look, at, 3.0 if box.focus else 1.2, f"{manner.prefix}-hatch")
    y = centre.y - len(box.text.lines) * LINE_HEIGHT / 2 + 11.5
    yield _text(box.text.head, Point(centre.x, y), SMALL)
    for line in box.text.title:
        y += LINE_HEIGHT
        yield _text(line, Point(centre.x, y), FONT_SIZE)
    if box.text.foot:
        yield _text(box.text.foot, Point(centre.x, y + LINE_HEIGHT), SMALL, bold=True)
    yield "</g>"


def _legend(keys: tuple[Key, ...], width: float, manner: Manner) -> tuple[list[str], float]:
    """The legend in rows below the picture, and its height."""
    if not keys:
        return [], 0.0
    named = _text("Legend", Point(0, 34), FONT_SIZE, bold=True, anchor="start")
    lines = [named] if manner.framed else []
    x, y = 0.0, 46.0
    for key in keys:
        room = (0.0 if _bare(key) else SWATCH + 8) + text_width(key.words) + 18
        if x and x + room > width:
            x, y = 0.0, y + 27
        lines += _sample(key, Point(x, y), manner)
        x += room
    return lines, y + 30


def legend_svg(keys: tuple[Key, ...], width: float, manner: Manner) -> str:
    """The legend as an SVG of its own, for a page."""
    lines, height = _legend(keys, width, manner)
    size = f'viewBox="-4 40 {number(width + 8)} {number(height - 36)}"'
    words = escape("Legend: " + "; ".join(key.words for key in keys))
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} width="{number(width + 8)}" '
            f'height="{number(height - 36)}" role="img" aria-label="{words}" font-family="{FONT}">',
            _hatch(manner),
            *lines,
            "</svg>",
        ]
    )


def _bare(key: Key) -> bool:
    """Whether a line of the legend has no sample: its sign stands in the words."""
    return key.sample == Look(Shape.PLAIN)


def _sample(key: Key, at: Point, manner: Manner) -> Iterator[str]:
    words = Point(at.x + SWATCH + 8, at.y + 15)
    if isinstance(key.sample, Look):
        inner = Rect(at.x + 5, at.y, SWATCH - 10, 22)
        yield from outline(key.sample, inner, 1.2, f"{manner.prefix}-hatch")
        words = Point(at.x, words.y) if _bare(key) else words
    else:
        start, stop = Point(at.x, at.y + 11), Point(at.x + SWATCH - 9, at.y + 11)
        yield f'<path d="M{_pair(start)}L{_pair(stop)}" {pen_of(key.sample)}/>'
        yield tip(key.sample, stop, Point(at.x + SWATCH - 1, at.y + 11))
    yield _text(key.words, words, FONT_SIZE, anchor="start")
