"""Expected texts of the graph, compared whole.

`python -m tests.graph.golden_files` writes them anew; read the difference before committing it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from obligraph.graph.drawing import draw
from obligraph.graph.formats.dot import dot
from obligraph.graph.formats.graphml import graphml
from obligraph.graph.formats.mermaid import mermaid
from obligraph.graph.formats.node_link import node_link
from obligraph.graph.formats.svg import svg
from obligraph.graph.page import page
from obligraph.graph.views import VIEWS, View, standard_views, view
from tests.graph import small

GOLDEN = Path(__file__).parent / "golden"

FOCUS = {"instrument": "code", "obligation": "code.2.1", "theme": "borders", "neighbours": "unit"}
"""What each view that needs a focus is shown for."""


def shown(name: str) -> View:
    """A view of the small catalogue with its findings."""
    return view(small.asked(FOCUS.get(name, ""), small.findings()), name)


def texts() -> Iterator[tuple[str, str]]:
    """Each file with what it should hold."""
    for name in VIEWS:
        one = shown(name)
        drawing = draw(one)
        yield f"{name}.dot", dot(drawing)
        yield f"{name}.mmd", mermaid(drawing)
        yield f"{name}.svg", svg(drawing, small.column_plan(drawing))
    yield "whole.graphml", graphml(shown("whole"))
    yield "whole.json", node_link(shown("whole"))
    every = small.asked(found=small.findings())
    yield "page.html", page(every.graph, every.catalogue, standard_views(every), small.column_plan)


def main() -> None:
    """Writes every file."""
    GOLDEN.mkdir(exist_ok=True)
    for name, text in texts():
        (GOLDEN / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
