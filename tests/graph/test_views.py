"""Views: the part of the graph that answers a question."""

import pytest

from obligraph.cli.graph import VIEW_NAMES
from obligraph.errors import InputError
from obligraph.graph.nodes import edges_of
from obligraph.graph.views import VIEWS, standard_views, view
from obligraph.graph.views.view import strongest
from tests.graph import small
from tests.graph.golden_files import shown


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_has_a_question_as_its_title(name: str) -> None:
    """The title of each view is a question, and it shows something of the small catalogue."""
    one = shown(name)
    assert one.title.endswith("?")
    assert len(one.graph) > 0


def test_the_command_offers_exactly_the_views_there_are() -> None:
    """The names that the command line offers are those of the views."""
    assert tuple(VIEWS) == VIEW_NAMES


def test_an_instrument_comes_with_what_elaborates_it() -> None:
    """The view of a resolution holds its obligations and the principles on them, without frames."""
    one = view(small.asked("code"), "instrument")
    assert set(one.graph) == {
        *("code.1.1", "code.2.1", "code.3.1", "code.12a.1", "code.13.1", "code.14.1"),
        *("guide.1.1", "guide.2.1"),
    }
    assert one.groups == {}


def test_principles_come_with_what_they_elaborate() -> None:
    """The view of guiding principles holds the obligations that they elaborate."""
    assert set(view(small.asked("guide"), "instrument").graph) == {
        *("guide.1.1", "guide.2.1", "code.2.1", "code.3.1")
    }


def test_an_obligation_shows_the_whole_chain_that_it_presupposes() -> None:
    """Its chain, its measures, its safeguards and its principles are there; others' measures are not."""
    one = view(small.asked("code.3.1"), "obligation")
    assert set(one.graph) == {"code.3.1", "code.2.1", "code.1.1", "list", "privacy", "guide.2.1"}
    assert view(small.asked("code.3.1", depth=1), "obligation").graph.has_node("code.2.1")
    assert not view(small.asked("code.3.1", depth=1), "obligation").graph.has_node("code.1.1")


def test_gaps_show_what_they_block_and_nothing_met() -> None:
    """The binding gaps and the binding obligations that wait for them are there, and no other."""
    assert set(view(small.asked(found=small.findings()), "gaps").graph) == {
        "code.1.1",
        "code.2.1",
        "code.3.1",
    }


def test_gaps_need_a_profile() -> None:
    """Without ratings the view of gaps says what it needs."""
    with pytest.raises(InputError, match="needs the ratings of a State; name a profile"):
        view(small.asked(), "gaps")


def test_a_theme_is_shown_across_instruments() -> None:
    """Only obligations of the theme are there."""
    assert set(view(small.asked("data"), "theme").graph) == {"guide.1.1", "guide.2.1"}


def test_citations_stand_by_year_newest_first() -> None:
    """Rows are years; citations by provisions are added up by instrument."""
    one = view(small.asked(), "citations")
    assert [heading for heading, _ in one.rows] == ["2021", "2020", "2001", "year not recorded"]
    counted = {(tail, head, data["type"]): data["count"] for tail, head, data in edges_of(one.graph)}
    assert counted["guide", "code", "elaborates"] == 2
    assert counted["code", "act", "supersedes"] == 1


def test_shared_measures_are_those_that_two_instruments_need() -> None:
    """A measure that one instrument alone needs is not shown; the frame names those that share."""
    one = view(small.asked(), "measures")
    assert dict(one.groups) == dict.fromkeys(("unit", "list"), "CODE/1 (2020) + GUIDE/2 (2021)")


def test_one_measure_shows_what_it_serves() -> None:
    """With a measure as focus, the obligations that ask for it are shown."""
    assert set(view(small.asked("unit"), "measures").graph) == {"unit", "code.2.1", "code.12a.1", "guide.1.1"}


@pytest.mark.parametrize(
    ("focus", "name"),
    [
        ("", "key"),
        ("code", "instrument"),
        ("act", "citations"),
        ("code.1.1", "obligation"),
        ("unit", "measures"),
        ("data", "theme"),
    ],
)
def test_the_view_fits_the_focus(focus: str, name: str) -> None:
    """Where no view is named, the focus chooses it."""
    assert view(small.asked(focus)).name == name


def test_with_a_profile_the_gaps_are_shown() -> None:
    """A State's picture is that of its gaps unless another is asked for."""
    assert view(small.asked(found=small.findings())).name == "gaps"


def test_an_unknown_focus_is_answered_with_the_nearest() -> None:
    """A mistyped id is a fault that names the ids close to it."""
    with pytest.raises(InputError, match=r"'code.1' is not the id of one obligation \(code"):
        view(small.asked("code.1"), "obligation")
    with pytest.raises(InputError, match="is not a view"):
        view(small.asked(), "gap")


def test_a_mixed_picture_keeps_what_binds() -> None:
    """Where instruments and measures stand beside obligations, the strongest obligations stay."""
    one = view(small.asked(most=2), "whole")
    forces = {one.graph.nodes[node].get("force") for node in one.graph}
    assert forces == {"binding"}


def test_a_picture_that_leaves_nodes_out_says_how_many() -> None:
    """The strongest stay, and the note counts the rest."""
    one = view(small.asked("borders", most=3), "theme")
    assert list(one.graph) == ["code.1.1", "code.2.1", "code.3.1"]
    assert one.notes == (
        "Shows 3 of 6: the strongest force and key obligations first. Show more with --most 6.",
    )


def test_a_cut_picture_of_an_instrument_keeps_what_elaborates_it() -> None:
    """However strong the one side is, the other is shown too: duties with principles, and the reverse."""
    assert list(view(small.asked("code", most=4), "instrument").graph) == [
        *("code.1.1", "code.2.1", "code.3.1"),
        "guide.1.1",
    ]
    one = view(small.asked("guide", most=3), "instrument")
    assert list(one.graph) == ["code.2.1", "guide.1.1", "guide.2.1"]
    assert one.notes == (
        "Shows 3 of 4: the strongest force and key obligations first, then what elaborates them or is "
        "elaborated by them. Show more with --most 4.",
    )


def test_nothing_is_left_out_without_a_limit() -> None:
    """A limit of None keeps all, with no note."""
    graph = small.graph()
    assert strongest(graph, graph, None) == (tuple(graph), "")


def test_a_page_holds_each_instrument_and_each_theme() -> None:
    """The standard views cover every instrument with obligations and every theme in use."""
    names = [name for name, _ in standard_views(small.asked(found=small.findings()))]
    assert names == [
        "Binding gaps and what they hold up",
        "Key obligations",
        "Measures shared by instruments",
        "Instruments by year",
        "Instrument: CODE/1 (2020)",
        "Instrument: GUIDE/2 (2021)",
        "Theme: Borders",
        "Theme: Data",
    ]
