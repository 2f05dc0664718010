"""Mermaid, for wikis and issue trackers that draw it in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from obligraph.graph.drawing import Arrow, Box, Drawing
from obligraph.graph.encoding import BLOCKED, INK, EdgeLook, Line, Shape, Tip

WRAPPING = 300
"""The width at which Mermaid wraps a line, in pixels: more than our own lines take."""

_SHAPES = {
    Shape.DOUBLE: ("[[", "]]"),
    Shape.BOX: ("[", "]"),
    Shape.ROUND: ("(", ")"),
    Shape.HEXAGON: ("{{", "}}"),
    Shape.ELLIPSE: ("([", "])"),
    Shape.FOLDER: ("[(", ")]"),
    Shape.COMPONENT: ("[/", "/]"),
    Shape.NOTE: (">", "]"),
    Shape.PLAIN: ("[", "]"),
}


def mermaid(drawing: Drawing) -> str:
    """A drawing as a Mermaid flow chart; every text is quoted, its signs written as numbers."""
    names = {box.id: f"n{place}" for place, box in enumerate(drawing.boxes)}
    lines = [
        "---",
        f"title: {_yaml(drawing.title)}",
        "config:",
        "  flowchart:",
        f"    wrappingWidth: {WRAPPING}",
        "---",
        f"flowchart {'TB' if drawing.down else 'LR'}",
        *(f"  %% {_comment(note)}" for note in drawing.notes),
        *_boxes(drawing, names),
        *(f"  {_arrow(arrow, names)}" for arrow in drawing.arrows),
        *_classes(drawing, names),
    ]
    return "\n".join(lines) + "\n"


def quote(text: str) -> str:
    """A text in quotes, with every character that Mermaid or HTML could read as a sign as a number.

    >>> quote('a "b" <c>')
    '"a #34;b#34; #60;c#62;"'
    """
    parted = _STEERS.sub(lambda found: found[0] + _JOINER, text)
    return '"' + "".join(f"#{ord(c)};" if c in '"#&<>`\\%{}[]|;' else c for c in parted) + '"'


_STEERS, _JOINER = re.compile(r"\$(?=\$)|:(?=fa-)"), "\u2060"
"""Two dollars begin a formula for Mermaid, and `:fa-` an icon; a sign without width keeps them words."""
_ALIKE = str.maketrans({"<": "‹", ">": "›", "&": "＆"})
"""Signs that Mermaid takes out of a title, with those that look like them."""


def _yaml(text: str) -> str:
    """A text in the head of the chart, where no sign can be written as a number."""
    return "'" + text.translate(_ALIKE).replace("'", "''") + "'"


def _comment(text: str) -> str:
    return text.replace("{", "(").replace("}", ")")


def _boxes(drawing: Drawing, names: dict[str, str]) -> Iterator[str]:
    for place, group in enumerate(drawing.groups):
        yield f"  subgraph g{place} [{quote(group)}]"
        yield from (f"    {_box(box, names)}" for box in drawing.boxes if box.group == group)
        yield "  end"
    yield from (f"  {_box(box, names)}" for box in drawing.boxes if not box.group)


def _box(box: Box, names: dict[str, str]) -> str:
    left, right = _SHAPES[box.look.shape]
    label = "<br>".join(quote(line)[1:-1] for line in box.text.lines)
    return f'{names[box.id]}{left}"{label}"{right}'


def _arrow(arrow: Arrow, names: dict[str, str]) -> str:
    line = "~~~" if arrow.look is None else _line(arrow.look)
    label = f"|{quote(arrow.label)}|" if arrow.label else ""
    return f"{names[arrow.tail]} {line}{label} {names[arrow.head]}"


def _line(look: EdgeLook) -> str:
    """The nearest line that Mermaid has."""
    if look == BLOCKED:
        return "==>"
    tip = {Tip.NONE: "-", Tip.DOT: "o", Tip.DIAMOND: "o", Tip.TEE: "x"}.get(look.tip, ">")
    return f"--{tip}" if look.line is Line.SOLID else f"-.-{'' if tip == '-' else tip}"


def _classes(drawing: Drawing, names: dict[str, str]) -> Iterator[str]:
    """The fills by rating; a box whose rating is open is dashed."""
    fills: dict[tuple[str, bool], list[str]] = {}
    for box in drawing.boxes:
        fills.setdefault((box.look.fill, box.look.line is Line.DASHED), []).append(names[box.id])
    for place, ((fill, dashed), members) in enumerate(sorted(fills.items())):
        dashes = ",stroke-dasharray:5 4" if dashed else ""
        yield f"  classDef c{place} fill:{fill},stroke:{INK},color:{INK}{dashes}"
        yield f"  class {','.join(members)} c{place}"
