"""What one obligation holds up, and what it waits for itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from obligraph.graph.nodes import text_of
from obligraph.graph.reaching import Path, Ways, presuppositions, ways_from

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph


@dataclass(frozen=True, slots=True)
class Link:
    """An obligation that hangs together with the one asked about."""

    obligation: str
    title: str
    force: str
    rating: str
    path: Path
    """A shortest chain of presuppositions, from the one that waits to the one that must come first."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """Both directions of one obligation's presuppositions, each nearest first, then by id."""

    obligation: str
    held_up: tuple[Link, ...]
    """The obligations that presuppose it, directly or through others."""
    waits_for: tuple[Link, ...]
    """The obligations that it presupposes, directly or through others."""


def blocks(graph: ObligationGraph, obligation: str) -> Blocks:
    """What an obligation holds up and what it waits for, whatever their force and rating."""
    links = presuppositions(graph)
    later, first = ways_from(obligation, links.later), ways_from(obligation, links.first)
    return Blocks(obligation, _rows(graph, later, turn=True), _rows(graph, first, turn=False))


def _rows(graph: ObligationGraph, ways: Ways, *, turn: bool) -> tuple[Link, ...]:
    order = sorted(ways.steps, key=lambda node: (ways.steps[node], node))
    return tuple(
        Link(
            node,
            text_of(graph, node, "title"),
            text_of(graph, node, "force"),
            text_of(graph, node, "rating"),
            ways.to(node)[::-1] if turn else ways.to(node),
        )
        for node in order
    )
