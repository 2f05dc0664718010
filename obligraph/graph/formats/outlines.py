"""The outlines of boxes and the tips of arrows, as elements of SVG."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot

from obligraph.graph.encoding import FAINT, INK, PAPER, EdgeLook, Line, Look, Shape, Tip
from obligraph.graph.layout.plan import Point, Rect

DASHES = {Line.SOLID: "", Line.DASHED: ' stroke-dasharray="6 4"', Line.DOTTED: ' stroke-dasharray="2 3"'}


def number(value: float) -> str:
    """A length with at most one place after the point.

    >>> number(12.0), number(12.34)
    ('12', '12.3')
    """
    return f"{value:.1f}".removesuffix(".0")


def size_of(at: Rect) -> str:
    """A rectangle as attributes."""
    place = f'x="{number(at.x)}" y="{number(at.y)}"'
    return f'{place} width="{number(at.width)}" height="{number(at.height)}"'


def pen_of(look: EdgeLook) -> str:
    """The line of an arrow as attributes."""
    return f'fill="none" stroke="{look.colour}" stroke-width="{number(look.width)}"{DASHES[look.line]}'


def outline(look: Look, at: Rect, stroke: float, hatch: str) -> Iterator[str]:
    """The elements that draw a box, the back first.

    Args:
        look: how the box is drawn.
        at: where it stands.
        stroke: the width of its border.
        hatch: the id of the pattern that hatches a box whose rating is open.
    """
    pen = f'stroke="{INK}" stroke-width="{number(stroke)}"{DASHES[look.line]}'
    if look.shape is Shape.PLAIN:
        if look.fill == PAPER and look.line is Line.SOLID:
            return
        pen = f'stroke="{FAINT}" stroke-width="1"{DASHES[look.line]}'
    yield from _body(look.shape, at, f'fill="{look.fill}" {pen}')
    if look.hatched:
        yield from _body(look.shape, at, f'fill="url(#{hatch})"')
    yield from _trim(look.shape, at, pen)


def _body(shape: Shape, at: Rect, paint: str) -> Iterator[str]:
    """The closed outline of a shape."""
    match shape:
        case Shape.ELLIPSE:
            middle = f'cx="{number(at.x + at.width / 2)}" cy="{number(at.y + at.height / 2)}"'
            yield f'<ellipse {middle} rx="{number(at.width / 2)}" ry="{number(at.height / 2)}" {paint}/>'
        case Shape.HEXAGON:
            yield _closed(at, ((14, 0), (-14, 0), (0, 0.5), (-14, 1), (14, 1), (0, 0.5)), paint)
        case Shape.FOLDER:
            yield _folder(at, paint)
        case Shape.NOTE:
            yield _note(at, paint)
        case Shape.ROUND:
            yield _rect(at, paint, 12)
        case Shape.DOUBLE | Shape.BOX | Shape.COMPONENT | Shape.PLAIN:
            yield _rect(at, paint, 0)


def _trim(shape: Shape, at: Rect, pen: str) -> Iterator[str]:
    """What a shape has beside its outline; small parts are solid, since dashes would break them up."""
    solid = pen.split(" stroke-dasharray", maxsplit=1)[0]
    match shape:
        case Shape.DOUBLE:
            yield _rect(Rect(at.x + 4, at.y + 4, at.width - 8, at.height - 8), f'fill="none" {pen}', 0)
        case Shape.COMPONENT:
            for y in (at.y + 6, at.y + at.height - 12):
                yield _rect(Rect(at.x - 5, y, 10, 6), f'fill="{PAPER}" {solid}', 0)
        case Shape.NOTE:
            x, y = at.x + at.width, at.y
            yield f'<path d="M{number(x - 10)} {number(y)}v10h10" fill="none" {solid}/>'
        case _:
            return


def _rect(at: Rect, paint: str, radius: float) -> str:
    rounded = f' rx="{number(radius)}"' if radius else ""
    return f"<rect {size_of(at)}{rounded} {paint}/>"


def _closed(at: Rect, corners: tuple[tuple[float, float], ...], paint: str) -> str:
    """A polygon; each corner is an inset from the left (from the right where negative) and a share of height.

    The middle corners of the two sides follow the upper and the lower ones.
    """
    xs = [at.x + inset if inset > 0 else at.x + at.width + inset for inset, _ in corners]
    xs[-1] = at.x
    points = " ".join(
        f"{number(x)},{number(at.y + share * at.height)}" for x, (_, share) in zip(xs, corners, strict=True)
    )
    return f'<polygon points="{points}" {paint}/>'


def _folder(at: Rect, paint: str) -> str:
    tab = min(34.0, at.width / 3)
    steps = (
        f"M{number(at.x)} {number(at.y + at.height)}V{number(at.y + 4)}l4 -4h{number(tab)}l4 6"
        f"H{number(at.x + at.width)}V{number(at.y + at.height)}z"
    )
    return f'<path d="{steps}" {paint}/>'


def _note(at: Rect, paint: str) -> str:
    steps = (
        f"M{number(at.x)} {number(at.y)}H{number(at.x + at.width - 10)}l10 10"
        f"V{number(at.y + at.height)}H{number(at.x)}z"
    )
    return f'<path d="{steps}" {paint}/>'


def tip(look: EdgeLook, stop: Point, end: Point) -> str:
    """The tip of an arrow, from where its line stops to where it ends; empty where it has none."""
    length = hypot(end.x - stop.x, end.y - stop.y)
    if look.tip is Tip.NONE or length == 0:
        return ""
    ahead = Point((end.x - stop.x) / length, (end.y - stop.y) / length)
    half = 3.4 + look.width * 0.8
    paint = f'stroke="{look.colour}" stroke-width="{number(max(1.0, min(look.width, 1.5)))}"'
    if look.tip is Tip.DOT:
        middle = Point((end.x + stop.x) / 2, (end.y + stop.y) / 2)
        place = f'cx="{number(middle.x)}" cy="{number(middle.y)}"'
        return f'<circle {place} r="3.6" fill="{look.colour}" {paint}/>'
    side = Point(-ahead.y * half, ahead.x * half)
    return _pointed(look, stop, end, side, paint)


def _pointed(look: EdgeLook, stop: Point, end: Point, side: Point, paint: str) -> str:
    """A tip with straight sides."""
    left, right = _plus(stop, side, 1), _plus(stop, side, -1)
    middle = Point((end.x + stop.x) / 2, (end.y + stop.y) / 2)
    match look.tip:
        case Tip.EMPTY:
            return _polygon([left, end, right], f'fill="{PAPER}" {paint}')
        case Tip.DIAMOND:
            corners = [stop, _plus(middle, side, 0.8), end, _plus(middle, side, -0.8)]
            return _polygon(corners, f'fill="{look.colour}" {paint}')
        case Tip.TEE:
            bar = _line(_plus(middle, side, 1.4), _plus(middle, side, -1.4))
            return f'<path d="{_line(stop, end)}{bar}" {paint}/>'
        case Tip.VEE:
            way = f"{_line(stop, end)}{_line(left, end)}{_line(end, right)}"
            return f'<path d="{way}" fill="none" {paint}/>'
        case _:
            return _polygon([left, end, right], f'fill="{look.colour}" {paint}')


def _plus(point: Point, side: Point, times: float) -> Point:
    return Point(point.x + side.x * times, point.y + side.y * times)


def _polygon(points: list[Point], paint: str) -> str:
    return f'<polygon points="{" ".join(f"{number(p.x)},{number(p.y)}" for p in points)}" {paint}/>'


def _line(a: Point, b: Point) -> str:
    return f"M{number(a.x)} {number(a.y)}L{number(b.x)} {number(b.y)}"
