"""Pictures on paper: what they show can be read on a sheet of A4, whoever made the layout."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

import pytest

from obligraph.cli.assessing import Request
from obligraph.errors import InputError
from obligraph.graph.building import build
from obligraph.graph.drawing import Drawing, draw
from obligraph.graph.formats.pictures import dot_picture
from obligraph.graph.formats.svg import svg
from obligraph.graph.labels import text_width
from obligraph.graph.layout import arranged
from obligraph.graph.layout.by_dot import lay_out_by_dot
from obligraph.graph.layout.by_igraph import lay_out_by_igraph
from obligraph.graph.layout.plan import Plan, Point, Rect, box_of, touch
from obligraph.graph.layout.sheet import LONG, SHORT, scale
from obligraph.graph.nodes import NodeKind, of_kind
from obligraph.graph.running_dot import has_dot
from obligraph.graph.views import VIEWS, Asked, view
from obligraph.report.graph_findings import graph_findings
from tests.graph.pictures import ROOT

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph
    from obligraph.rules.catalogue import Catalogue

LEAST = 6.0
"""The least height of the smallest text on A4, in points."""
MARGIN = 28.3
"""10 mm in points."""
AS_OF = dt.date(2026, 6, 30)
SAMPLES = sorted(path.parent.name for path in (ROOT / "samples").glob("*/profile.toml"))

needs_dot = pytest.mark.skipif(not has_dot(), reason="the program dot (Debian package graphviz) is missing")
by_dot = pytest.param("dot", marks=[pytest.mark.dot, needs_dot])


@cache
def sample(name: str) -> tuple[Catalogue, ObligationGraph]:
    """The shipped catalogue and its graph, coloured by the ratings of a sample State."""
    shown = Request(str(ROOT / "samples" / name / "profile.toml"), AS_OF).view()
    return shown.assessment.catalogue, build(shown.assessment.catalogue, graph_findings(shown))


def foci(name: str, catalogue: Catalogue, graph: ObligationGraph) -> list[str]:
    """What a view is drawn for: every instrument, every theme, some obligations and measures, or nothing."""
    match name:
        case "instrument" | "citations":
            return ["", *of_kind(graph, NodeKind.INSTRUMENT)]
        case "theme":
            return list(catalogue.themes)
        case "obligation":
            return [*of_kind(graph, NodeKind.OBLIGATION)[::12], "sres2396.12.1", "madrid.36c.1"]
        case "neighbours":
            return ["sres2396.12.1", "pnr-law"]
        case "measures":
            return ["", "pnr-law"]
        case _:
            return [""]


def drawings(name: str, state: str) -> Iterator[Drawing]:
    """The pictures that a view gives of a sample State, as they are drawn where nothing else is asked."""
    catalogue, graph = sample(state)
    for focus in foci(name, catalogue, graph):
        try:
            yield draw(view(Asked(graph, catalogue, focus), name))
        except InputError:
            assert name == "instrument", "only an instrument that is merely cited has no picture"


LAYOUTS: dict[str, Callable[[Drawing], Plan | None]] = {"dot": lay_out_by_dot, "igraph": lay_out_by_igraph}


def planned(drawing: Drawing, layout: str) -> Plan:
    """The plan of a drawing by one layout, as it is when the picture is written."""

    def by(part: Drawing) -> Plan:
        plan = LAYOUTS[layout](part)
        assert plan
        return plan

    return arranged(drawing, by)


def smallest(picture: str) -> float:
    """The smallest text of an SVG when it is fitted to A4, in points; nothing is blown up."""
    found = re.search(r'width="([\d.]+)" height="([\d.]+)"', picture)
    assert found
    sizes = {float(size) for size in re.findall(r'<text [^>]*font-size="([\d.]+)"', picture)}
    return min(sizes) * min(1.0, scale(float(found[1]), float(found[2])))


@pytest.mark.slow
@pytest.mark.parametrize("state", SAMPLES)
@pytest.mark.parametrize("layout", [by_dot, "igraph"])
@pytest.mark.parametrize("name", VIEWS)
def test_the_smallest_text_can_be_read_on_a4(name: str, layout: str, state: str) -> None:
    """Every picture of every sample State, fitted to A4, has no text below six points."""
    found = {one.title: smallest(svg(one, planned(one, layout))) for one in drawings(name, state)}
    assert found
    assert {title: size for title, size in found.items() if size < LEAST} == {}


@pytest.mark.parametrize("layout", [by_dot, "igraph"])
@pytest.mark.parametrize("name", VIEWS)
def test_nothing_in_a_picture_covers_anything_else(name: str, layout: str) -> None:
    """In every picture of a sample State no box stands on another, and no frame on what it does not hold."""
    for drawing in drawings(name, "velmark"):
        plan = planned(drawing, layout)
        boxes = {box.id: box_of(box, plan.places[box.id]) for box in drawing.boxes}
        held = {box.id: box.group for box in drawing.boxes}
        for one, at in boxes.items():
            assert not [other for other in boxes if other < one and touch(at, boxes[other])]
            assert not [
                title for title, frame in plan.frames.items() if title != held[one] and touch(at, frame)
            ]


def within(spot: Point, at: Rect) -> bool:
    """Whether a point lies in a rectangle and not at its edge."""
    return at.x + 1 < spot.x < at.x + at.width - 1 and at.y + 1 < spot.y < at.y + at.height - 1


@pytest.mark.parametrize("layout", [by_dot, "igraph"])
def test_no_arrow_leads_behind_a_box_of_the_citations(layout: str) -> None:
    """The middle of an arrow between instruments lies on no box but those it joins."""
    for drawing in drawings("citations", "velmark"):
        plan = planned(drawing, layout)
        boxes = {box.id: box_of(box, plan.places[box.id]) for box in drawing.boxes}
        for arrow, way in zip(drawing.arrows, plan.routes, strict=True):
            assert way
            others = [at for name, at in boxes.items() if name not in {arrow.tail, arrow.head}]
            assert not any(within(spot, other) for spot in way.curve[3:-3:3] for other in others)


@needs_dot
@pytest.mark.dot
@pytest.mark.parametrize("name", VIEWS)
def test_a_pdf_is_one_page_no_larger_than_a4_with_every_text(name: str) -> None:
    """The PDF of a view fits a sheet of A4 and holds the head line of each of its boxes."""
    import pypdfium2

    drawing = next(drawings(name, "kestria"))
    document = pypdfium2.PdfDocument(dot_picture(drawing, ".pdf"))
    assert len(document) == 1
    short, long = sorted(document[0].get_size())
    assert short <= SHORT + 2 * MARGIN + 1
    assert long <= LONG + 2 * MARGIN + 1
    words = document[0].get_textpage().get_text_bounded()
    assert [
        box.text.head for box in drawing.boxes if box.text.head.split(" ·")[0].strip("★ ") not in words
    ] == []


def test_the_head_line_of_a_box_is_never_cut() -> None:
    """The id and the force of every obligation stand in its box in full."""
    for name in ("whole", "theme", "instrument"):
        for drawing in drawings(name, "dalmoro"):
            assert [box.text.head for box in drawing.boxes if box.text.head.endswith("…")] == []


def test_text_is_measured_rather_too_wide() -> None:
    """The widths that boxes are sized by are those of Helvetica at least, for words as they come."""
    helvetica = {
        "Keep watch lists of known": 138.1,
        "sres2396.12.1 · binding, restated": 169.4,
        "WMAwmil": 53.4,
    }
    for text, points in helvetica.items():
        assert points <= text_width(text) <= points * 1.25
