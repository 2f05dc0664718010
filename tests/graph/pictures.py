"""The pictures in docs/pictures: of the shipped catalogue and a sample State.

`python -m tests.graph.pictures` draws them anew; it needs the program `dot`, so that they look alike wherever
they are drawn. Each SVG carries the fingerprint of what it was drawn from.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from obligraph.cli.assessing import Request
from obligraph.files import write_text
from obligraph.graph.building import build
from obligraph.graph.drawing import Drawing, draw
from obligraph.graph.formats.pictures import svg_picture
from obligraph.graph.running_dot import has_dot
from obligraph.graph.views import Asked, view
from obligraph.report.graph_findings import graph_findings

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph
    from obligraph.rules.catalogue import Catalogue

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "pictures"
AS_OF = dt.date(2026, 6, 30)
SAMPLE = ROOT / "samples" / "kestria" / "profile.toml"

SHOWN = (
    ("gaps", "", None),
    ("key", "", None),
    ("instrument", "sres2396", None),
    ("obligation", "sres2396.12.1", None),
    ("theme", "passenger-data", None),
    ("citations", "", None),
    ("measures", "", None),
)
"""Each picture: the view, its focus and its depth."""


@cache
def sample() -> tuple[Catalogue, ObligationGraph]:
    """The shipped catalogue and its graph, coloured by the ratings of a sample State."""
    shown = Request(str(SAMPLE), AS_OF).view()
    catalogue = shown.assessment.catalogue
    return catalogue, build(catalogue, graph_findings(shown))


def drawings() -> Iterator[tuple[Path, Drawing]]:
    """Each file with what it shows."""
    catalogue, graph = sample()
    for name, focus, depth in SHOWN:
        yield PICTURES / f"{name}.svg", draw(view(Asked(graph, catalogue, focus, depth), name))


def main() -> None:
    """Draws every picture."""
    if not has_dot():
        sys.exit("the program dot (Debian package graphviz) is missing")
    PICTURES.mkdir(exist_ok=True)
    for path, drawing in drawings():
        write_text(path, svg_picture(drawing))


if __name__ == "__main__":
    main()
