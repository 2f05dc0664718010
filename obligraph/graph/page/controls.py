"""The controls of the page: which picture, a search, four filters, and the list of what they let through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from obligraph.graph.encoding import RATING_WORDS
from obligraph.graph.labels import clean
from obligraph.graph.nodes import NodeKind, of_kind, text_of
from obligraph.graph.questions.standing import assessed
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.words import Force

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph

Choice = tuple[str, str]
"""A value and its words."""


def controls(graph: ObligationGraph, catalogue: Catalogue, views: Sequence[str]) -> list[str]:
    """The section with the controls."""
    return [
        '<section id="controls" aria-label="Find and filter">',
        _select("view", "Picture", [(str(n), name) for n, name in enumerate(views)], every=False),
        '<label for="search">Search</label>',
        '<input type="search" id="search" autocomplete="off" spellcheck="false">',
        _select("force", "Force", [(str(force), force.words) for force in Force if force is not Force.NONE]),
        *_rating(graph),
        _select("theme", "Theme", _themes(graph, catalogue)),
        _select("instrument", "Instrument", _instruments(graph)),
        '<button type="button" id="clear">Clear search and filters</button>',
        '<p id="status" role="status"></p>',
        '<ul id="results" aria-label="What the picture holds, or search and filters let through"></ul>',
        "</section>",
    ]


def _rating(graph: ObligationGraph) -> list[str]:
    if not assessed(graph):
        return []
    return [_select("rating", "Rating", list(RATING_WORDS.items()))]


def _themes(graph: ObligationGraph, catalogue: Catalogue) -> list[Choice]:
    used = {theme for _, data in graph.nodes(data=True) for theme in str(data.get("themes", "")).split()}
    return [(theme.id, clean(theme.title)) for theme in catalogue.themes.values() if theme.id in used]


def _instruments(graph: ObligationGraph) -> list[Choice]:
    holders = dict.fromkeys(text_of(graph, node, "instrument") for node in graph)
    return [
        (node, clean(text_of(graph, node, "symbol")))
        for node in of_kind(graph, NodeKind.INSTRUMENT)
        if node in holders
    ]


def _select(name: str, words: str, choices: Iterable[Choice], *, every: bool = True) -> str:
    options = [("", "any"), *choices] if every else list(choices)
    listed = "".join(f'<option value="{escape(value)}">{escape(text)}</option>' for value, text in options)
    return f'<label for="{name}">{words}</label><select id="{name}">{listed}</select>'
