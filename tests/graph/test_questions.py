"""Questions of the graph."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from networkx import DiGraph, MultiDiGraph, ancestors

from obligraph.errors import InputError
from obligraph.graph import reaching
from obligraph.graph.nodes import edges_of
from obligraph.graph.questions.blocks import blocks
from obligraph.graph.questions.bottlenecks import bottlenecks
from obligraph.graph.questions.cycles import cycles
from obligraph.graph.questions.keystones import keystones
from obligraph.graph.questions.orphans import orphans
from obligraph.graph.questions.path import path
from obligraph.graph.reaching import counts, ordered, turned
from tests.graph import small

RATINGS = ("met", "partly_met", "not_met", "undetermined", "not_applicable")

links = st.integers(2, 12).flatmap(
    lambda size: st.sets(
        st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)).filter(lambda pair: pair[0] > pair[1]),
        max_size=30,
    )
)
"""Presuppositions without a circle: the later number presupposes the earlier."""


def drawn(pairs: set[tuple[int, int]], ratings: list[str]) -> "MultiDiGraph[str]":
    """A graph of binding obligations o0, o1, ... with the ratings given in turn."""
    graph: MultiDiGraph[str] = MultiDiGraph(state="Atlantis", as_of="", caveat="", catalogue="")
    for n in range(12):
        rating = ratings[n % len(ratings)]
        graph.add_node(
            f"o{n}",
            kind="obligation",
            title=f"Duty {n}",
            force="binding",
            rated=True,
            rating=rating,
            gap=rating in {"partly_met", "not_met"},
        )
    for tail, head in pairs:
        graph.add_edge(f"o{tail}", f"o{head}", "presupposes", type="presupposes")
    return graph


def plain(pairs: set[tuple[int, int]]) -> "DiGraph[str]":
    """The presuppositions alone."""
    graph: DiGraph[str] = DiGraph()
    graph.add_nodes_from(f"o{n}" for n in range(12))
    graph.add_edges_from((f"o{tail}", f"o{head}") for tail, head in pairs)
    return graph


@given(links, st.lists(st.sampled_from(RATINGS), min_size=1, max_size=12))
def test_keystones_hold_up_exactly_what_presupposes_them(
    pairs: set[tuple[int, int]], ratings: list[str]
) -> None:
    """A keystone is a gap; it holds up all its ancestors that wait; `frees` are those with no other gap."""
    graph, bare = drawn(pairs, ratings), plain(pairs)
    waits = {n for n, data in graph.nodes(data=True) if data["rating"] not in {"met", "not_applicable"}}
    gaps = {n for n, data in graph.nodes(data=True) if data["gap"]}
    found = {row.obligation: row for row in keystones(graph, None)}
    assert set(found) == {gap for gap in gaps if ancestors(bare, gap) & waits}
    backwards = bare.reverse()
    for gap, row in found.items():
        assert set(row.blocks) == ancestors(bare, gap) & waits
        alone = {held for held in row.blocks if ancestors(backwards, held) & gaps == {gap}}
        assert set(row.frees) == alone


@given(links, st.lists(st.sampled_from(RATINGS), min_size=1, max_size=12))
def test_keystone_paths_follow_presuppositions(pairs: set[tuple[int, int]], ratings: list[str]) -> None:
    """Each path runs along presuppositions from what is held up to the keystone."""
    bare = plain(pairs)
    for row in keystones(drawn(pairs, ratings), None):
        assert tuple(way[0] for way in row.paths) == row.blocks
        for way in row.paths:
            assert way[-1] == row.obligation
            assert all(bare.has_edge(a, b) for a, b in pairwise(way))


def test_a_keystone_of_many_shows_the_nearest_paths_and_counts_the_rest() -> None:
    """Of 70 obligations in a row the nearest 50 are shown with their paths, and 19 are counted."""
    graph: MultiDiGraph[str] = MultiDiGraph(state="", as_of="", caveat="", catalogue="")
    words = {"kind": "obligation", "title": "", "force": "binding", "rating": ""}
    graph.add_nodes_from((f"o{n:02}", words | {"rated": True, "gap": False}) for n in range(70))
    for n in range(1, 70):
        graph.add_edge(f"o{n:02}", f"o{n - 1:02}", "presupposes", type="presupposes")
    (row,) = keystones(graph, 1)
    assert (len(row.blocks), len(row.paths), row.paths_left_out) == (69, 50, 19)
    assert max(map(len, row.paths)) == 51


@given(links, st.sets(st.integers(0, 11)))
def test_counts_do_not_depend_on_the_size_of_a_chunk(pairs: set[tuple[int, int]], marked: set[int]) -> None:
    """Counting a few nodes at a time gives what counting all at once gives."""
    first = {f"o{n}": tuple(sorted(f"o{b}" for a, b in pairs if a == n)) for n in range(12)}
    names = {f"o{n}" for n in marked}
    whole = counts(ordered(first), first, names)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reaching, "CHUNK", 2)
        assert counts(ordered(first), first, names) == whole


def test_keystones_of_a_bare_catalogue_are_what_others_presuppose() -> None:
    """Without ratings, what binding obligations presuppose is listed, the most presupposed first."""
    found = keystones(small.graph())
    assert [(row.obligation, row.blocks) for row in found] == [
        ("code.1.1", ("code.2.1", "code.3.1")),
        ("code.2.1", ("code.3.1",)),
    ]


def test_most_limits_the_keystones_from_the_top() -> None:
    """A limit keeps the first rows."""
    assert [row.obligation for row in keystones(small.graph(), 1)] == ["code.1.1"]


def test_a_circle_of_presuppositions_is_named() -> None:
    """A graph from elsewhere that goes round in a circle is refused with the circle."""
    with pytest.raises(InputError, match=r"goes round in a circle: o1 -> o2 -> o1|o2 -> o1 -> o2"):
        keystones(drawn({(1, 2), (2, 1)}, ["not_met"]))


def test_blocks_tells_both_directions_nearest_first() -> None:
    """What an obligation holds up and what it waits for, with the chain in the order of presupposing."""
    found = blocks(small.graph(), "code.2.1")
    assert [(link.obligation, link.path) for link in found.held_up] == [
        ("code.3.1", ("code.3.1", "code.2.1"))
    ]
    assert [(link.obligation, link.path) for link in found.waits_for] == [
        ("code.1.1", ("code.2.1", "code.1.1"))
    ]
    far = blocks(small.graph(), "code.3.1").waits_for
    assert [link.path for link in far] == [("code.3.1", "code.2.1"), ("code.3.1", "code.2.1", "code.1.1")]


def test_a_path_follows_the_arrows_where_it_can() -> None:
    """From a principle to a measure the arrows lead all the way."""
    found = path(small.graph(), "guide.2.1", "base-law")
    assert found.along
    assert [(step.start, step.type, step.end) for step in found.steps] == [
        ("guide.2.1", "elaborates", "code.3.1"),
        ("code.3.1", "presupposes", "code.2.1"),
        ("code.2.1", "needs", "base-law"),
    ]


def test_a_path_against_the_arrows_says_so() -> None:
    """Where no path follows the arrows, the shortest against some of them is given and marked."""
    found = path(small.graph(), "unit", "office")
    assert not found.along
    assert [(step.end, step.forward) for step in found.steps] == [("code.2.1", False), ("office", True)]


def test_no_path_is_an_empty_chain() -> None:
    """A node that hangs on nothing has no path to another; a node has an empty path to itself."""
    graph = small.graph()
    graph.add_node("alone", kind="measure", title="Alone")
    assert path(graph, "alone", "unit").steps == ()
    assert path(graph, "unit", "unit").along


def test_circles_are_found_with_a_way_round() -> None:
    """Instruments that cite each other are a circle; the small catalogue has none."""
    graph = small.graph()
    assert cycles(graph) == ()
    graph.add_edge("code", "act", "cites", type="cites")
    graph.add_edge("act", "code", "cites", type="cites")
    (circle,) = cycles(graph)
    assert (circle.type, circle.nodes, circle.round) == ("cites", ("act", "code"), ("act", "code", "act"))


def test_orphans_say_what_they_lack() -> None:
    """Each kind of node that hangs on nothing is listed with what is missing."""
    graph = small.graph(found=small.findings())
    assert {row.node: row.lacks for row in orphans(graph)} == {"evidence:e3": "counts for no measure"}
    graph.remove_edges_from([edge for edge in list(graph.edges(keys=True)) if edge[0] == "code.13.1"])
    graph.remove_edges_from([edge for edge in list(graph.edges(keys=True)) if edge[1] == "privacy"])
    graph.remove_edges_from([edge for edge in list(graph.edges(keys=True)) if edge[0] == "guide.1.1"])
    assert {row.node for row in orphans(graph)} == {"code.13.1", "privacy", "guide.1.1", "evidence:e3"}


def test_bottlenecks_count_only_what_cannot_be_done_without() -> None:
    """A measure with an alternative is no bottleneck; what hangs on it through others is counted apart."""
    found = {row.measure: row for row in bottlenecks(small.graph())}
    assert found["base-law"].directly == ("code.1.1", "code.2.1")
    assert found["base-law"].through_others == ("code.3.1",)
    assert "unit" not in found
    assert found["privacy"].directly == ("code.3.1",)


def test_bottlenecks_of_a_state_leave_out_what_is_in_place() -> None:
    """With ratings, a measure that is met holds nothing up, and what is met hangs on nothing."""
    found = [row.measure for row in bottlenecks(small.graph(found=small.findings()))]
    assert found == ["base-law", "list", "privacy"]


@given(links)
def test_turning_links_twice_gives_them_back(pairs: set[tuple[int, int]]) -> None:
    """Links turned round twice are the links."""
    first = {f"o{n}": tuple(sorted(f"o{b}" for a, b in pairs if a == n)) for n in range(12)}
    assert turned(turned(first)) == {tail: heads for tail, heads in sorted(first.items()) if heads}


def test_edges_are_listed_by_type() -> None:
    """Asking for one type of edge gives that type alone."""
    assert {data["type"] for _, _, data in edges_of(small.graph(), "presupposes")} == {"presupposes"}
