"""A page to explore the graph: one HTML file that needs no network and no other program to be read.

The pictures are laid out when the page is written. The script and the styles are our own and stand beside
this file; a policy in the page lets nothing else run and nothing be loaded. Data stands in a JSON block, in
which no sign can end the block, and in escaped text.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from importlib import resources
from typing import TYPE_CHECKING

from obligraph.graph.drawing import Drawing, draw
from obligraph.graph.formats.svg import Manner, legend_svg, svg
from obligraph.graph.labels import clean
from obligraph.graph.layout import lay_out
from obligraph.graph.layout.plan import Plan
from obligraph.graph.page.block import block
from obligraph.graph.page.controls import controls
from obligraph.graph.questions.standing import assessed
from obligraph.graph.views import View
from obligraph.rules.catalogue import Catalogue

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph

LEGEND_WIDTH = 720.0
"""The width of the legend in points."""


def page(
    graph: ObligationGraph,
    catalogue: Catalogue,
    views: Sequence[tuple[str, View]],
    planned: Callable[[Drawing], Plan] = lay_out,
) -> str:
    """The page.

    Args:
        graph: the whole graph, every node of which can be found and read.
        catalogue: the names of themes and instruments.
        views: the pictures, each with a short name; the first is shown at first.
        planned: what lays out a picture.
    """
    parts = explorer(graph, catalogue, views, planned)
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en">',
            *_head(_name(graph), parts.script, parts.style),
            "<body>",
            '<a class="skip" href="#picture">Go to the picture</a>',
            *_header(graph),
            "<main>",
            *parts.lines,
            "</main>",
            *parts.closing,
            "</body>",
            "</html>",
            "",
        ]
    )


@dataclass(frozen=True, slots=True)
class Explorer:
    """The parts of the page, for a document of which it is one part.

    Attributes:
        lines: the controls, the pictures and the details, for an element of the class `explorer`.
        closing: the data and the script, for the end of the body.
        style: the styles.
        script: the script, the same as in `closing`; a policy must let it run.
    """

    lines: tuple[str, ...]
    closing: tuple[str, ...]
    style: str
    script: str


def explorer(
    graph: ObligationGraph,
    catalogue: Catalogue,
    views: Sequence[tuple[str, View]],
    planned: Callable[[Drawing], Plan] = lay_out,
) -> Explorer:
    """The parts of the page; arguments as for `page`."""
    drawings = [draw(view) for _, view in views]
    script = _asset("page.js")
    return Explorer(
        lines=(
            *controls(graph, catalogue, [name for name, _ in views]),
            '<section id="picture" aria-label="Picture">',
            *_toolbar(),
            *(line for n, drawing in enumerate(drawings) for line in _figure(n, drawing, planned(drawing))),
            "</section>",
            *_DETAILS,
        ),
        closing=(
            f'<script type="application/json" id="data">{block(graph, catalogue, views)}</script>',
            f"<script>{script}</script>",
        ),
        style=_asset("page.css"),
        script=script,
    )


_DETAILS = (
    '<section id="details" class="empty" aria-label="Details" tabindex="-1">',
    "<h2>Details</h2>",
    "<p>Choose a box in the picture, or a name in the list, to read about it here.</p>",
    "</section>",
)


def _head(name: str, script: str, style: str) -> list[str]:
    return [
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy(script, style)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(name)}</title>",
        f"<style>{style}</style>",
        "</head>",
    ]


def _asset(name: str) -> str:
    return resources.files("obligraph.graph.page").joinpath(name).read_text(encoding="utf-8")


def policy(script: str, style: str) -> str:
    """Only our own script and styles, by their digest; nothing is loaded from anywhere."""
    return (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _name(graph: ObligationGraph) -> str:
    state = clean(str(graph.graph.get("state", "")))
    return f"Obligations and evidence: {state}" if state else "Obligations and how they hang together"


def _header(graph: ObligationGraph) -> list[str]:
    about = graph.graph
    lines = ["<header>", f"<h1>{escape(_name(graph))}</h1>"]
    if assessed(graph):
        lines.append(
            f"<p>Evidence as of {escape(str(about['as_of']))}. {escape(clean(str(about['caveat'])))}</p>"
        )
    return [*lines, "</header>"]


def _toolbar() -> list[str]:
    buttons = [("zoom-in", "Zoom in"), ("zoom-out", "Zoom out"), ("fit", "Show all")]
    return [
        '<div class="toolbar" role="group" aria-label="Zoom">',
        *(f'<button type="button" id="{name}">{words}</button>' for name, words in buttons),
        '<p id="help">Drag to move. In the picture, arrow keys go from box to box, Enter opens one, '
        "plus and minus zoom, Shift with an arrow key moves the picture.</p>",
        "</div>",
    ]


def _figure(number: int, drawing: Drawing, plan: Plan) -> list[str]:
    """One picture with its title, notes and legend; all but the first are hidden until chosen."""
    manner = Manner(prefix=f"v{number}", interactive=True, framed=False)
    hidden = " hidden" if number else ""
    return [
        f'<figure id="view-{number}" data-view="{number}"{hidden}>',
        f"<figcaption><h2>{escape(drawing.title)}</h2>",
        *(f"<p>{escape(note)}</p>" for note in drawing.notes[_circumstances(drawing) :]),
        "</figcaption>",
        '<div class="canvas">',
        svg(drawing, plan, manner),
        "</div>",
        *_legend(number, drawing),
        "</figure>",
    ]


def _legend(number: int, drawing: Drawing) -> list[str]:
    """The signs of a picture; nothing where it shows none."""
    if not drawing.legend:
        return []
    signs = legend_svg(drawing.legend, LEGEND_WIDTH, Manner(prefix=f"l{number}", framed=False))
    return ['<details class="legend" open><summary>Legend</summary>', signs, "</details>"]


def _circumstances(drawing: Drawing) -> int:
    """How many of the first notes the page's header says already."""
    return 1 if drawing.assessed else 0
