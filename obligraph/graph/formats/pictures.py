"""Pictures: SVG drawn by ourselves; PNG and PDF the same, painted by graphviz."""

from __future__ import annotations

from hashlib import sha256

from obligraph.errors import Fault, InputError
from obligraph.graph.drawing import Drawing
from obligraph.graph.encoding import PAPER
from obligraph.graph.formats.dot import dot, escaped
from obligraph.graph.formats.strokes import Painting, painting
from obligraph.graph.formats.svg import Manner, svg
from obligraph.graph.layout import lay_out
from obligraph.graph.layout.sheet import LONG, POINTS_PER_INCH, SHORT
from obligraph.graph.running_dot import has_dot, paint


def fingerprint(drawing: Drawing) -> str:
    """Sixteen hex digits that change when anything in a drawing does."""
    return sha256(dot(drawing).encode()).hexdigest()[:16]


def svg_picture(drawing: Drawing) -> str:
    """A drawing as SVG, laid out by `dot` where it is installed and by igraph where it is not."""
    return svg(drawing, lay_out(drawing), Manner(source=f"obligraph graph {fingerprint(drawing)}"))


MOST_PIXELS = 8_000
"""The most pixels of one side of a PNG."""
PIXELS_PER_INCH = 144
MOST_SIGNS = 4_000
SHEET_MARGIN = 0.39
"""The margin of a PDF in inches: 10 mm."""


def _canvas(shown: Painting, ending: str) -> str:
    """A painting as DOT: nothing but two unseen corners and what is painted behind them."""
    sized = _on_paper(shown) if ending == ".pdf" else _in_pixels(shown)
    listed = ", ".join(
        f'{name}="{value}"' for name, value in ({"bgcolor": PAPER, "pad": "0"} | sized).items()
    )
    unseen = '[shape=point, width=0, height=0, style=invis, label=""]'
    return (
        f"digraph {{ graph [{listed}, _background={_joined(shown.operations)}]; node {unseen}; "
        f'a [pos="0,0"]; b [pos="{shown.width:.2f},{shown.height:.2f}"]; }}'
    )


def _joined(operations: tuple[str, ...]) -> str:
    """The operations as one DOT string, in parts: graphviz reads no part beyond 16,384 signs."""
    parts = [""]
    for operation in operations:
        if len(parts[-1]) + len(operation) > MOST_SIGNS:
            parts.append("")
        parts[-1] += f"{escaped(operation)} "
    return " + ".join(f'"{part}"' for part in parts)


def _on_paper(shown: Painting) -> dict[str, str]:
    """A page no larger than A4, upright or lying as fits best."""
    sides = (SHORT, LONG) if shown.width < shown.height else (LONG, SHORT)
    return {"size": ",".join(f"{side / POINTS_PER_INCH:.2f}" for side in sides), "margin": str(SHEET_MARGIN)}


def _in_pixels(shown: Painting) -> dict[str, str]:
    most = MOST_PIXELS * POINTS_PER_INCH / max(shown.width, shown.height)
    return {"margin": "0", "dpi": f"{min(PIXELS_PER_INCH, most):.1f}"}


def dot_picture(drawing: Drawing, ending: str) -> bytes:
    """A drawing as PNG or PDF.

    Args:
        drawing: what to draw.
        ending: `.png` or `.pdf`.

    Raises:
        InputError: the program `dot` is not installed, or fails.
    """
    name = ending.removeprefix(".")
    if not has_dot():
        way_out = (
            "install the Debian package graphviz (on other systems as graphviz.org says); "
            "files ending in .svg, .html, .dot, .mmd, .graphml and .json work without it"
        )
        raise InputError([Fault(f"*{ending}", f"{name.upper()} needs the program `dot`", way_out=way_out)])
    answer = paint(_canvas(painting(svg_picture(drawing)), ending), name)
    if not answer:
        way_out = "write .svg instead, or show less with --most"
        raise InputError([Fault(f"*{ending}", "the program `dot` failed on this picture", way_out=way_out)])
    return answer
