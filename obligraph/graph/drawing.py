"""From a view to a drawing: boxes with their text and size, arrows, frames, rows and a legend.

A drawing holds all that the text formats write, and knows nothing of any of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import ceil, sqrt
from typing import Any

from obligraph.graph.encoding import (
    BLOCKED,
    BLOCKED_WORDS,
    EDGE_WORDS,
    EDGES,
    RATING_WORDS,
    STAR,
    UNCOUNTED,
    UNCOUNTED_WORDS,
    EdgeLook,
    Look,
    Shape,
    look,
    shape_words,
)
from obligraph.graph.labels import clean
from obligraph.graph.lettering import Lettering, letter
from obligraph.graph.nodes import NodeKind, edges_of, kind_of, text_of
from obligraph.graph.questions.standing import assessed
from obligraph.graph.views.view import View
from obligraph.rules.words import EdgeType, Force


@dataclass(frozen=True, slots=True)
class Box:
    """A node as it is drawn."""

    id: str
    look: Look
    text: Lettering
    tip: str
    """The whole title, for a pointer that rests on the box."""
    group: str = ""
    """The title of the frame around it; empty for none."""
    focus: bool = False


@dataclass(frozen=True, slots=True)
class Arrow:
    """An edge as it is drawn."""

    tail: str
    head: str
    look: EdgeLook | None
    """None for an arrow that only keeps two boxes side by side and is not seen."""
    label: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """One line of the legend: a sample with what it stands for."""

    sample: Look | EdgeLook
    words: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a picture shows."""

    title: str
    notes: tuple[str, ...]
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    legend: tuple[Key, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Rows of boxes with their headings, from the top; empty where the layout is free."""
    down: bool = False
    assessed: bool = False
    """Whether it shows a State's ratings; the first note then says whose and of which day."""

    @property
    def groups(self) -> tuple[str, ...]:
        """The titles of the frames, in order of first mention."""
        return tuple(dict.fromkeys(box.group for box in self.boxes if box.group))


STAR_WORDS = f"{STAR} key obligation"


def draw(view: View) -> Drawing:
    """The drawing of a view; the same view gives the same drawing."""
    boxes = tuple(_box(view, node) for node in sorted(view.graph, key=_place(view)))
    arrows = tuple(_arrows(view))
    beside = () if view.rows else tuple(_beside(boxes, arrows))
    return Drawing(
        title=clean(view.title),
        notes=(*_circumstances(view), *map(clean, view.notes)),
        boxes=boxes,
        arrows=(*arrows, *beside),
        legend=_legend(view, boxes, arrows),
        rows=view.rows,
        down=view.down,
        assessed=assessed(view.graph),
    )


def _place(view: View) -> Callable[[str], tuple[int, tuple[tuple[int, str], ...]]]:
    """The order of boxes: by kind, then by id with numbers as numbers, so that 3 stands before 12."""
    kinds = {str(kind): place for place, kind in enumerate(NodeKind)}
    return lambda node: (kinds[text_of(view.graph, node, "kind")], natural(node))


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """A key that sorts texts with their numbers as numbers.

    >>> sorted(["sres2396.12.1", "sres2396.3a.1"], key=natural)
    ['sres2396.3a.1', 'sres2396.12.1']
    """
    parts = re.split(r"([0-9]+)", text)
    return tuple((int(part), "") if part.isascii() and part.isdigit() else (-1, part) for part in parts)


def _circumstances(view: View) -> Iterator[str]:
    """Whose ratings are shown, of which day, with the caveat."""
    about = view.graph.graph
    if assessed(view.graph):
        yield clean(f"{about['state']}, evidence as of {about['as_of']}. {about['caveat']}")


def _box(view: View, node: str) -> Box:
    data = view.graph.nodes[node]
    kind = kind_of(view.graph, node)
    dashed = kind is NodeKind.EVIDENCE and not data["counted"]
    return Box(
        id=node,
        look=look(kind, str(data.get("force", "")), str(data.get("rating", "")), dashed=dashed),
        text=letter(kind, node, data),
        tip=clean(str(data["title"])),
        group=clean(view.groups.get(node, "")),
        focus=node == view.focus,
    )


def _arrows(view: View) -> Iterator[Arrow]:
    for tail, head, data in edges_of(view.graph):
        why = f": {data['reason']}" if data["reason"] else ""
        tip = clean(f"{tail} {data['type']} {head}{why} ({data['basis']}; {data['status']})")
        label = str(data["count"]) if data.get("count", 1) > 1 else ""
        yield Arrow(tail, head, _edge_look(view, head, data), label, tip)


def _edge_look(view: View, head: str, data: dict[str, Any]) -> EdgeLook:
    kind = EdgeType(data["type"])
    if kind is EdgeType.PRESUPPOSES and view.graph.nodes[head].get("gap"):
        return BLOCKED
    if data["status"] == "not counted":
        return UNCOUNTED
    return EDGES[kind]


def _beside(boxes: tuple[Box, ...], arrows: tuple[Arrow, ...]) -> Iterator[Arrow]:
    """Unseen arrows that set boxes without an arrow side by side, in rows that keep the picture broad."""
    joined = {end for arrow in arrows for end in (arrow.tail, arrow.head)}
    groups: dict[str, list[str]] = {}
    for box in boxes:
        if box.id not in joined:
            groups.setdefault(box.group, []).append(box.id)
    for members in groups.values():
        across = max(3, ceil(sqrt(len(members) * 0.6)))
        for place in range(1, len(members)):
            if place % across:
                yield Arrow(members[place - 1], members[place], None)


def _legend(view: View, boxes: Iterable[Box], arrows: Iterable[Arrow]) -> tuple[Key, ...]:
    """What the picture's own shapes, fills and lines stand for; nothing that is not in it."""
    shapes = {box.look.shape for box in boxes}
    keys = [Key(Look(shape), shape_words(shape)) for shape in Shape if shape in shapes]
    if any(view.graph.nodes[box.id].get("key") for box in boxes):
        keys.append(Key(Look(Shape.PLAIN), STAR_WORDS))
    ratings = {text_of(view.graph, node, "rating") for node in view.graph}
    for rating, words in RATING_WORDS.items():
        if rating in ratings:
            keys.append(Key(_rating_look(rating), words))
    seen = {arrow.look for arrow in arrows}
    lines = [*((EDGES[kind], EDGE_WORDS[kind]) for kind in EdgeType), (BLOCKED, BLOCKED_WORDS)]
    keys += [Key(sample, words) for sample, words in [*lines, (UNCOUNTED, UNCOUNTED_WORDS)] if sample in seen]
    return tuple(keys)


def _rating_look(rating: str) -> Look:
    sample = look(NodeKind.OBLIGATION, Force.CALLED_UPON, rating)
    return Look(Shape.PLAIN, sample.fill, sample.line, sample.hatched)
