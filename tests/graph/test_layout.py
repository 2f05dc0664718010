"""Layouts: every box has its place, none covers another, and every arrow ends at its boxes."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligraph.graph.drawing import Arrow, Box, Drawing, draw
from obligraph.graph.encoding import EDGES, Look, Shape
from obligraph.graph.layout import arranged, lay_out
from obligraph.graph.layout.by_dot import lay_out_by_dot
from obligraph.graph.layout.by_igraph import lay_out_by_igraph
from obligraph.graph.layout.plan import Plan, Point, Rect, box_of
from obligraph.graph.lettering import Lettering
from obligraph.graph.running_dot import has_dot
from obligraph.graph.views import VIEWS
from obligraph.rules.words import EdgeType
from tests.graph import golden_files

needs_dot = pytest.mark.skipif(not has_dot(), reason="the program dot (Debian package graphviz) is missing")


def rects(drawing: Drawing, plan: Plan) -> dict[str, Rect]:
    """Where each box stands."""
    return {box.id: box_of(box, plan.places[box.id]) for box in drawing.boxes}


def overlap(one: Rect, other: Rect) -> bool:
    """Whether two rectangles cover a common area."""
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    along = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return across > 0.5 and along > 0.5


def near(point: Point, at: Rect, slack: float = 9.0) -> bool:
    """Whether a point lies in a rectangle or beside it."""
    return (
        at.x - slack <= point.x <= at.x + at.width + slack
        and at.y - slack <= point.y <= at.y + at.height + slack
    )


def check(drawing: Drawing, plan: Plan) -> None:
    """What every plan must hold to."""
    places = rects(drawing, plan)
    assert set(places) == {box.id for box in drawing.boxes}
    for one, other in combinations(places, 2):
        assert not overlap(places[one], places[other]), (one, other)
    whole = Rect(0, 0, plan.width, plan.height)
    assert all(near(Point(at.x, at.y), whole, 1) for at in places.values())
    assert all(near(Point(at.x + at.width, at.y + at.height), whole, 1) for at in places.values())
    for arrow, route in zip(drawing.arrows, plan.routes, strict=True):
        assert (route is None) == (arrow.look is None)
        if route:
            assert len(route.curve) % 3 == 1
            assert near(route.curve[0], places[arrow.tail])
            assert near(route.tip, places[arrow.head])
    assert set(plan.frames) == set(drawing.groups)
    for box in drawing.boxes:
        if box.group:
            frame, at = plan.frames[box.group], places[box.id]
            assert frame.x <= at.x
            assert frame.y <= at.y
            assert at.x + at.width <= frame.x + frame.width
            assert at.y + at.height <= frame.y + frame.height
    assert len(plan.headings) == len(drawing.rows)


@pytest.mark.parametrize("name", VIEWS)
def test_igraph_sets_no_box_on_another(name: str) -> None:
    """The layout without `dot` holds for every view."""
    drawing = draw(golden_files.shown(name))
    check(drawing, lay_out_by_igraph(drawing))


@needs_dot
@pytest.mark.dot
@pytest.mark.parametrize("name", VIEWS)
def test_dot_sets_no_box_on_another(name: str) -> None:
    """The layout by `dot` holds for every view."""
    drawing = draw(golden_files.shown(name))
    plan = lay_out_by_dot(drawing)
    assert plan is not None
    check(drawing, plan)


@pytest.mark.parametrize("name", VIEWS)
def test_blocks_set_in_rows_keep_to_the_rules(name: str) -> None:
    """The layout that pictures are drawn with holds for every view, whoever made it."""
    drawing = draw(golden_files.shown(name))
    check(drawing, lay_out(drawing))


def box(number: int, group: str, width: float) -> Box:
    """A box of some width in a group."""
    return Box(f"b{number}", Look(Shape.BOX), Lettering("head", (), "", width, 40.0), "", group)


drawings = st.integers(1, 14).flatmap(
    lambda size: st.builds(
        lambda widths, groups, pairs, down: Drawing(
            "What?",
            (),
            tuple(box(n, groups[n], widths[n]) for n in range(size)),
            tuple(Arrow(f"b{a}", f"b{b}", EDGES[EdgeType.CITES]) for a, b in sorted(pairs)),
            (),
            down=down,
        ),
        st.lists(st.floats(20, 300), min_size=size, max_size=size),
        st.lists(st.sampled_from(["", "", "one", "two"]), min_size=size, max_size=size),
        st.sets(st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)).filter(lambda p: p[0] != p[1])),
        st.booleans(),
    )
)
"""Drawings with any arrows, circles among them."""


@given(drawings)
def test_igraph_lays_out_any_drawing(drawing: Drawing) -> None:
    """Whatever the arrows and the sizes, no box covers another and every arrow meets its boxes."""
    check(drawing, lay_out_by_igraph(drawing))


@given(drawings)
def test_arranging_keeps_any_plan_whole(drawing: Drawing) -> None:
    """Setting blocks side by side and lone boxes in grids moves them without breaking them."""
    check(drawing, arranged(drawing, lay_out_by_igraph))


@given(drawings)
def test_igraph_gives_the_same_plan_every_time(drawing: Drawing) -> None:
    """The layout does not depend on chance."""
    assert lay_out_by_igraph(drawing) == lay_out_by_igraph(drawing)


def test_without_dot_the_layout_is_that_of_igraph(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where `dot` is missing, the layout is made all the same."""
    monkeypatch.setenv("PATH", "")
    drawing = draw(golden_files.shown("obligation"))
    assert lay_out_by_dot(drawing) is None
    assert lay_out(drawing) == arranged(drawing, lay_out_by_igraph)


def test_an_empty_drawing_has_a_plan() -> None:
    """A view that finds nothing is drawn as an empty picture."""
    assert lay_out_by_igraph(Drawing("What?", (), (), (), ())).places == {}
