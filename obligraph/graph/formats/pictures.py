"""Pictures: SVG drawn by ourselves, PNG and PDF by the program `dot`."""

from __future__ import annotations

from hashlib import sha256

from obligraph.errors import Fault, InputError
from obligraph.graph.drawing import Drawing
from obligraph.graph.formats.dot import dot
from obligraph.graph.formats.svg import Manner, svg
from obligraph.graph.layout import lay_out
from obligraph.graph.running_dot import has_dot, run_dot


def fingerprint(drawing: Drawing) -> str:
    """Sixteen hex digits that change when anything in a drawing does."""
    return sha256(dot(drawing).encode()).hexdigest()[:16]


def svg_picture(drawing: Drawing) -> str:
    """A drawing as SVG, laid out by `dot` where it is installed and by igraph where it is not."""
    return svg(drawing, lay_out(drawing), Manner(source=f"obligraph graph {fingerprint(drawing)}"))


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
    answer = run_dot(dot(drawing), name)
    if not answer:
        way_out = "write .svg instead, or show less with --most"
        raise InputError([Fault(f"*{ending}", "the program `dot` failed on this picture", way_out=way_out)])
    return answer
