"""The formats: compared whole, read back, and fed what tries to break them."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import networkx
import pytest

from obligraph.errors import InputError
from obligraph.graph.drawing import Drawing, draw
from obligraph.graph.encoding import EDGE_WORDS, EDGES, FILLS, RATING_WORDS, SHAPES, Shape, shape_words
from obligraph.graph.formats import ENDINGS, ending_of
from obligraph.graph.formats.dot import dot
from obligraph.graph.formats.graphml import graphml
from obligraph.graph.formats.mermaid import mermaid
from obligraph.graph.formats.node_link import node_link
from obligraph.graph.formats.pictures import dot_picture
from obligraph.graph.formats.svg import svg
from obligraph.graph.labels import text_width, wrap
from obligraph.graph.page import page
from obligraph.graph.running_dot import has_dot
from obligraph.graph.views import Asked, View, standard_views, view
from obligraph.rules.words import EdgeType, Force
from tests.graph import golden_files, small

needs_dot = pytest.mark.skipif(not has_dot(), reason="the program dot (Debian package graphviz) is missing")
TEXTS = dict(golden_files.texts())


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_text_is_as_expected(name: str) -> None:
    """Each text format of each view is what it was, to the byte."""
    assert TEXTS[name] == (golden_files.GOLDEN / name).read_text(encoding="utf-8")


def test_no_expected_text_is_left_over() -> None:
    """Every expected file belongs to a view and a format that there is."""
    assert {path.name for path in golden_files.GOLDEN.iterdir()} == set(TEXTS)


def test_graphml_is_read_back_with_all_that_was_in_it() -> None:
    """Networkx reads the GraphML it was given as the same nodes, edges and attributes."""
    one = golden_files.shown("whole")
    read: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(
        networkx.parse_graphml(graphml(one), force_multigraph=True)
    )
    assert {node: read.nodes[node] for node in read} == {node: one.graph.nodes[node] for node in one.graph}
    assert sorted(read.edges(keys=True)) == sorted(one.graph.edges(keys=True))


def test_igraph_reads_the_graphml_as_the_same_graph(tmp_path: Path) -> None:
    """Igraph, a reader of another make, finds every node and edge with its texts and truth values."""
    import igraph

    one = golden_files.shown("whole")
    path = tmp_path / "whole.graphml"
    path.write_text(graphml(one), encoding="utf-8")
    read = igraph.Graph.Read_GraphML(str(path))
    assert read.is_directed()
    assert [vertex["id"] for vertex in read.vs] == list(one.graph)
    for vertex in read.vs:
        for name, value in one.graph.nodes[vertex["id"]].items():
            assert vertex[name] == value, (vertex["id"], name)
    ends = [(read.vs[edge.source]["id"], read.vs[edge.target]["id"], edge["type"]) for edge in read.es]
    assert sorted(ends) == sorted((a, b, data["type"]) for a, b, data in one.graph.edges(data=True))


def test_node_link_json_is_read_back_with_all_that_was_in_it() -> None:
    """Networkx reads the JSON as the same graph."""
    one = golden_files.shown("whole")
    read: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(
        networkx.node_link_graph(json.loads(node_link(one)), edges="edges")
    )
    assert {node: read.nodes[node] for node in read} == {node: one.graph.nodes[node] for node in one.graph}
    assert {(a, b, k): d for a, b, k, d in read.edges(keys=True, data=True)} == {
        (a, b, k): d for a, b, k, d in one.graph.edges(keys=True, data=True)
    }


def nasty(title: str) -> View:
    """The whole small graph with a title that tries to break it."""
    found = small.findings(title)
    return view(Asked(small.graph(title, found), small.catalogue(title)), "whole")


@pytest.mark.parametrize("title", small.NASTY)
def test_no_title_breaks_xml(title: str) -> None:
    """SVG and GraphML stay well-formed, and no script element comes from data."""
    one = nasty(title)
    drawing = draw(one)
    picture = ElementTree.fromstring(svg(drawing, small.column_plan(drawing)))  # noqa: S314
    assert not [part for part in picture.iter() if part.tag.endswith("script")]
    assert len([part for part in picture.iter() if part.get("class") == "node"]) == len(one.graph)
    ElementTree.fromstring(graphml(one))  # noqa: S314


@pytest.mark.parametrize("title", small.NASTY)
def test_no_title_breaks_the_page(title: str) -> None:
    """The page has its own two scripts and no third, and its data is read back as it was."""
    found = small.findings(title)
    asked = Asked(small.graph(title, found), small.catalogue(title))
    text = page(asked.graph, asked.catalogue, standard_views(asked), small.column_plan)
    assert len(re.findall(r"<script", text)) == 2
    assert len(re.findall(r"</script", text)) == 2
    block = text.split('id="data">')[1].split("</script>")[0]
    assert {node["id"] for node in json.loads(block)["nodes"]} == set(asked.graph)


@pytest.mark.parametrize("title", small.NASTY)
def test_no_title_breaks_dot_text(title: str) -> None:
    """Outside its quoted strings DOT holds only names, numbers and signs of ours, on lines of ours."""
    text = dot(draw(nasty(title)))
    bare = re.sub(r'"(?:[^"\\\n]|\\.)*"', "Q", text)
    assert '"' not in bare
    assert re.fullmatch(r"[\w\s{}\[\]=,;>-]*", bare)


@needs_dot
@pytest.mark.dot
@pytest.mark.parametrize("title", small.NASTY)
def test_dot_draws_any_title(title: str) -> None:
    """The program `dot` takes the text and draws a picture of it."""
    assert dot_picture(draw(nasty(title)), ".png").startswith(b"\x89PNG")


@needs_dot
@pytest.mark.dot
@pytest.mark.parametrize(
    "title", ['a \\ b \\\\ "c" \\"d"', "T 1 2 0 3 4 -evil", "&amp; &lt;b&gt; <b>", "end\\", "ü ½ ★ ”"]
)
def test_signs_in_a_title_stay_signs_in_a_pdf(title: str) -> None:
    """Backslashes, quotes, entities and what looks like an operation are painted as they stand."""
    import pypdfium2

    drawing = draw(view(small.asked("code.1.1", small.findings(title)), "obligation"))
    document = pypdfium2.PdfDocument(dot_picture(drawing, ".pdf"))
    words = document[0].get_textpage().get_text_bounded().replace("\u200b", "")
    assert "".join(title.split()) in "".join(words.split())


@needs_dot
@pytest.mark.dot
def test_dot_writes_pdf() -> None:
    """PDF comes out as PDF."""
    made = dot_picture(draw(golden_files.shown("gaps")), ".pdf")
    assert made.startswith(b"%PDF")
    assert b"/CreationDate" not in made, "two runs differ"


@pytest.mark.parametrize("ending", [".png", ".pdf"])
def test_without_dot_one_message_names_the_package(ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where `dot` is missing the message names it, its Debian package and the formats that work."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(InputError) as caught:
        dot_picture(draw(golden_files.shown("gaps")), ending)
    (fault,) = caught.value.faults
    for word in ("`dot`", "graphviz", ".svg", ".html", ".dot", ".graphml", ".json"):
        assert word in str(fault)


def test_a_file_without_a_known_ending_is_refused() -> None:
    """The ending chooses the format; an unknown one is answered with those there are."""
    assert [ending_of(Path(f"x{ending.upper()}")) for ending in ENDINGS] == list(ENDINGS)
    for name in ("x.gif", "x"):
        with pytest.raises(InputError, match=r"\.html, \.svg, \.png"):
            ending_of(Path(name))


def test_every_choice_has_its_look() -> None:
    """Each force has a shape of its own, each type of edge a line, each rating a fill and a word."""
    assert set(SHAPES) == set(Force)
    assert len(set(SHAPES.values())) == len(Force)
    assert set(EDGES) == set(EDGE_WORDS) == set(EdgeType)
    assert len(set(EDGES.values())) == len(EdgeType)
    assert set(RATING_WORDS) == set(FILLS)
    assert all(shape_words(shape) for shape in Shape)


def luminance(colour: str) -> float:
    """The relative luminance of a colour, as WCAG 2 defines it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_text_on_every_fill_can_be_read() -> None:
    """Dark text on each fill has a contrast of 7 to 1 or more, and settled ratings differ in lightness."""
    light = {rating: luminance(fill) for rating, fill in FILLS.items()}
    ink = luminance("#1a1a1a")
    assert all((value + 0.05) / (ink + 0.05) >= 7 for value in light.values())
    assert light["not_met"] + 0.15 < light["partly_met"] < light["met"] - 0.05


def legend_words(drawing: Drawing) -> set[str]:
    """What the legend explains."""
    return {key.words for key in drawing.legend}


def test_the_legend_explains_what_is_there_and_no_more() -> None:
    """Each shape, rating and line of the picture is in its legend; nothing else is."""
    assert legend_words(draw(golden_files.shown("gaps"))) == {
        "binding",
        "★ key obligation",
        "× not met",
        "½ partly met",
        "? undetermined",
        "is blocked by (the other is not fully met)",
    }


def test_rating_and_force_stand_in_words_in_every_box() -> None:
    """No box says its force or its rating by shape and colour alone."""
    for box in draw(golden_files.shown("obligation")).boxes:
        if box.id.startswith(("code", "guide")):
            assert any(force.words in box.text.head for force in Force)
            assert box.text.foot in RATING_WORDS.values()


def test_a_word_longer_than_a_line_is_cut_into_lines() -> None:
    """500 characters without a space stay within the width and the number of lines."""
    lines = wrap("x" * 500, 120, 5)
    assert len(lines) == 5
    assert lines[-1].endswith("…")
    assert all(text_width(line) <= 120 for line in lines)


def test_notes_in_mermaid_cannot_open_a_directive() -> None:
    """A comment with braces would be a directive of Mermaid; braces are written round."""
    drawing = draw(golden_files.shown("gaps"))
    text = mermaid(Drawing(drawing.title, ("%%{init}%% x",), (), (), ()))
    assert "%%{" not in text
