"""The layout that `dot` makes of a skeleton: boxes of fixed size with no text, so that no data reaches it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import Any

from obligraph.graph.drawing import Arrow, Box, Drawing
from obligraph.graph.encoding import Shape
from obligraph.graph.layout.plan import (
    HEADING_HEIGHT,
    TIP_LENGTH,
    Plan,
    Point,
    Rect,
    Route,
    frame_width,
    heading_height,
    heading_width,
)
from obligraph.graph.layout.sheet import POINTS_PER_INCH
from obligraph.graph.layout.stagger import lengths
from obligraph.graph.running_dot import run_dot

NEAR, NEAR_IN_ROWS, GAP = 0.16, 0.06, 0.38
"""Between neighbours in a layer (in rows, where many arrows pass), and between layers, in inches."""


def lay_out_by_dot(drawing: Drawing) -> Plan | None:
    """The plan that `dot` makes; None where `dot` is not installed or fails."""
    answer = run_dot(skeleton(drawing), "json0")
    return read(drawing, json.loads(answer)) if answer else None


def skeleton(drawing: Drawing) -> str:
    """The drawing without its words, as DOT: sizes, groups, rows and arrows."""
    names = {box.id: f"b{place}" for place, box in enumerate(drawing.boxes)}
    boxes = {box.id: f"{names[box.id]} {_shape(box)};" for box in drawing.boxes}
    long = {} if drawing.rows else lengths(drawing)
    near = NEAR_IN_ROWS if drawing.rows else NEAR
    lines = [
        f"digraph {{ graph [rankdir={'TB' if drawing.down else 'LR'}, nodesep={near}, ranksep={GAP}];",
        f'node [shape=box, fixedsize=true, label=""]; edge [arrowsize={TIP_LENGTH / 10}, fontsize=11];',
        *_headings(drawing, names),
        *_groups(drawing, boxes),
        *(boxes[box.id] for box in drawing.boxes if not box.group),
        *(_edge(place, arrow, names, long.get(place, 1)) for place, arrow in enumerate(drawing.arrows)),
        "}",
    ]
    return "\n".join(lines)


def _shape(box: Box) -> str:
    """The size of a box; and an ellipse as such, so that arrows reach its outline."""
    size = _size(box.text.width, box.text.height)
    return size.replace("]", ", shape=ellipse]") if box.look.shape is Shape.ELLIPSE else size


def _size(width: float, height: float) -> str:
    return f"[width={width / POINTS_PER_INCH:.3f}, height={height / POINTS_PER_INCH:.3f}]"


def _headings(drawing: Drawing, names: Mapping[str, str]) -> Iterator[str]:
    size = _size(heading_width(drawing), HEADING_HEIGHT)
    for place, (_, members) in enumerate(drawing.rows):
        same = "; ".join(names[member] for member in members)
        yield f"r{place} {size}; {{ rank=same; r{place}; {same}; }}"
        if place:
            yield f"r{place - 1} -> r{place} [style=invis];"


def _groups(drawing: Drawing, boxes: Mapping[str, str]) -> Iterator[str]:
    for place, group in enumerate(drawing.groups):
        inside = " ".join(boxes[box.id] for box in drawing.boxes if box.group == group)
        # The label is never shown: it makes room for the title. A zero of this size is about 7 points wide.
        line = "0" * ceil(frame_width(group) / 7)
        room = line if heading_height(group) == HEADING_HEIGHT else f"{line}\\n{line}"
        yield f'subgraph cluster_{place} {{ graph [label="{room}", fontsize=13, margin=12]; {inside} }}'


def _edge(place: int, arrow: Arrow, names: Mapping[str, str], length: int) -> str:
    style = ", style=invis" if arrow.look is None else f", minlen={length}" if length > 1 else ""
    label = f', label="{"0" * len(arrow.label)}"' if arrow.label else ""
    return f"{names[arrow.tail]} -> {names[arrow.head]} [id=e{place}{style}{label}];"


def read(drawing: Drawing, answer: Mapping[str, Any]) -> Plan:
    """The plan in the JSON that `dot` writes."""
    _, _, width, height = _numbers(answer["bb"])
    objects = {item["name"]: item for item in answer.get("objects", ())}
    edges = {item["id"]: item for item in answer.get("edges", ()) if item.get("id", "").startswith("e")}
    places = {f"b{n}": box.id for n, box in enumerate(drawing.boxes)}
    return Plan(
        width=width,
        height=height,
        places={places[name]: _point(objects[name]["pos"], height) for name in places},
        routes=tuple(
            _route(edges[f"e{place}"], height) if arrow.look else None
            for place, arrow in enumerate(drawing.arrows)
        ),
        frames={
            group: _rect(objects[f"cluster_{n}"]["bb"], height) for n, group in enumerate(drawing.groups)
        },
        headings=tuple(_point(objects[f"r{n}"]["pos"], height) for n in range(len(drawing.rows))),
    )


def _numbers(text: str) -> list[float]:
    return [float(part) for part in text.split(",")]


def _point(text: str, height: float) -> Point:
    x, y = _numbers(text)
    return Point(x, height - y)


def _rect(text: str, height: float) -> Rect:
    left, bottom, right, top = _numbers(text)
    return Rect(left, height - top, right - left, top - bottom)


def _route(edge: Mapping[str, Any], height: float) -> Route:
    """The way of an edge: `dot` writes the end of the tip first, after an `e`."""
    parts: Sequence[str] = edge["pos"].split()
    tip = next((_point(part[2:], height) for part in parts if part.startswith("e,")), None)
    curve = tuple(_point(part, height) for part in parts if part[0] not in "es")
    label = _point(edge["lp"], height) if "lp" in edge else None
    return Route(curve, tip or curve[-1], label)
