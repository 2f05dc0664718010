r"""DOT, the language of graphviz, as plain text; writing it needs no other program.

Every text stands in double quotes with `"`, `\` and `&` escaped, so that no title is taken for markup, for
an escape such as `\N`, or for an entity.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from obligraph.graph.drawing import Arrow, Box, Drawing, Key
from obligraph.graph.encoding import FAINT, INK, PAPER, EdgeLook, Line, Look, Shape, Tip
from obligraph.graph.labels import wrap

FONT = "Helvetica,Arial,DejaVu Sans,sans-serif"
TITLE_WIDTH = 900.0
"""The width in points at which the title and the notes wrap."""

_SHAPES = {
    Shape.DOUBLE: {"shape": "box", "peripheries": "2"},
    Shape.BOX: {"shape": "box"},
    Shape.ROUND: {"shape": "box"},
    Shape.HEXAGON: {"shape": "hexagon"},
    Shape.ELLIPSE: {"shape": "ellipse"},
    Shape.FOLDER: {"shape": "folder"},
    Shape.COMPONENT: {"shape": "component"},
    Shape.NOTE: {"shape": "note"},
    Shape.PLAIN: {"shape": "box"},
}
_TIPS = {
    Tip.NORMAL: "normal",
    Tip.VEE: "vee",
    Tip.EMPTY: "empty",
    Tip.DIAMOND: "diamond",
    Tip.DOT: "dot",
    Tip.TEE: "tee",
    Tip.NONE: "none",
}


def dot(drawing: Drawing) -> str:
    """A drawing as DOT; the same drawing gives the same text."""
    lines = [
        "digraph obligraph {",
        f"  graph {_list(_of_graph(drawing))};",
        f"  node {_list({'fontname': FONT, 'fontsize': '11', 'margin': '0.14,0.08', 'color': INK})};",
        f"  edge {_list({'fontname': FONT, 'fontsize': '10'})};",
        *_rows(drawing),
        *_boxes(drawing),
        *(f"  {_arrow(arrow)}" for arrow in drawing.arrows),
        *_legend(drawing.legend),
        "}",
    ]
    return "\n".join(lines) + "\n"


def quote(text: str) -> str:
    r"""A text as a DOT string.

    >>> print(quote('a "b" <c> & \\d'))
    "a \"b\" <c> &amp; \\d"
    """
    escaped = text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def escaped(text: str) -> str:
    """A text between the quotes of a DOT string whose backslashes and entities are read by nothing else."""
    return text.replace('"', '\\"')


def _quote_lines(lines: tuple[str, ...]) -> str:
    return '"' + "\\n".join(quote(line)[1:-1] for line in lines) + '"'


def _list(attributes: Mapping[str, str]) -> str:
    """Attributes in brackets, sorted; a label comes quoted already."""
    parts = (
        f"{name}={value if name in {'label', 'tooltip'} else quote(value)}"
        for name, value in sorted(attributes.items())
    )
    return f"[{', '.join(parts)}]"


def _of_graph(drawing: Drawing) -> dict[str, str]:
    notes = [line for note in drawing.notes for line in wrap(note, TITLE_WIDTH, 6)]
    title = wrap(drawing.title, TITLE_WIDTH, 4)
    # With rows `dot` packs parts wrongly, and some versions of it crash.
    packed = {} if drawing.rows else {"pack": "20"}
    return packed | {
        "label": _quote_lines((*title, *notes, " ")),
        "labelloc": "t",
        "fontname": FONT,
        "fontsize": "14",
        "bgcolor": PAPER,
        "rankdir": "TB" if drawing.down else "LR",
        "nodesep": "0.2",
        "ranksep": "0.6",
    }


def _boxes(drawing: Drawing) -> Iterator[str]:
    for place, group in enumerate(drawing.groups):
        yield f"  subgraph cluster_{place} {{"
        yield f"    graph {_frame(group, 'rounded')};"
        yield from (f"    {_box(box)}" for box in drawing.boxes if box.group == group)
        yield "  }"
    yield from (f"  {_box(box)}" for box in drawing.boxes if not box.group)


def _frame(title: str, style: str) -> str:
    return _list({"label": quote(title), "labeljust": "l", "style": style, "color": FAINT, "margin": "12"})


def _box(box: Box) -> str:
    attributes = of_look(box.look) | {"label": _quote_lines(box.text.lines), "tooltip": quote(box.tip)}
    if box.focus:
        attributes["penwidth"] = "3"
    return f"{quote(box.id)} {_list(attributes)};"


def of_look(look: Look) -> dict[str, str]:
    """The attributes that draw a box as it should look."""
    styles = ["filled"]
    if look.shape is Shape.ROUND:
        styles.append("rounded")
    if look.line is not Line.SOLID:
        styles.append(str(look.line))
    bare = look.shape is Shape.PLAIN and look.line is Line.SOLID
    return _SHAPES[look.shape] | {
        "style": ",".join(styles),
        "fillcolor": look.fill,
        "penwidth": "0" if bare else "1.2",
    }


def _arrow(arrow: Arrow) -> str:
    ends = f"{quote(arrow.tail)} -> {quote(arrow.head)}"
    if arrow.look is None:
        return f"{ends} {_list({'style': 'invis'})};"
    attributes = of_edge(arrow.look) | {"tooltip": quote(arrow.tip)}
    if arrow.label:
        attributes["label"] = quote(arrow.label)
    return f"{ends} {_list(attributes)};"


def of_edge(look: EdgeLook) -> dict[str, str]:
    """The attributes that draw an arrow as it should look."""
    return {
        "style": str(look.line),
        "arrowhead": _TIPS[look.tip],
        "color": look.colour,
        "penwidth": f"{look.width:g}",
    }


def _rows(drawing: Drawing) -> Iterator[str]:
    """Rows with their headings, held in order by unseen arrows between the headings."""
    bare = of_look(Look(Shape.PLAIN))
    for place, (heading, members) in enumerate(drawing.rows):
        yield f"  {quote(f'row {place}')} {_list(bare | {'label': quote(heading)})};"
        same = "; ".join(quote(member) for member in (f"row {place}", *members))
        yield f"  {{ rank=same; {same}; }}"
    for place in range(1, len(drawing.rows)):
        yield f"  {quote(f'row {place - 1}')} -> {quote(f'row {place}')} {_list({'style': 'invis'})};"


def _legend(keys: tuple[Key, ...]) -> Iterator[str]:
    if not keys:
        return
    yield "  subgraph cluster_legend {"
    yield f"    graph {_frame('Legend', 'dotted')};"
    for place, key in enumerate(keys):
        yield from (f"    {line}" for line in _key(place, key))
    boxes = [place for place, key in enumerate(keys) if isinstance(key.sample, Look)]
    for number in range(1, len(boxes)):
        if number % 4:
            before, after = (quote(f"legend {boxes[n]}") for n in (number - 1, number))
            yield f"    {before} -> {after} {_list({'style': 'invis'})};"
    yield "  }"


def _key(place: int, key: Key) -> Iterator[str]:
    name = f"legend {place}"
    label = {"label": quote(key.words), "tooltip": quote(key.words)}
    if isinstance(key.sample, Look):
        yield f"{quote(name)} {_list(of_look(key.sample) | label)};"
        return
    bare = of_look(Look(Shape.PLAIN)) | label
    yield f"{quote(name + ' a')} {_list({'shape': 'point', 'label': quote(''), 'tooltip': quote('')})};"
    yield f"{quote(name)} {_list(bare)};"
    yield f"{quote(name + ' a')} -> {quote(name)} {_list(of_edge(key.sample))};"
