"""What one obligation holds up, and what it waits for itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from obligraph.graph.nodes import text_of
from obligraph.graph.reaching import Path, paths_from, presuppositions

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
    later = {node: path[::-1] for node, path in paths_from(obligation, links.later).items()}
    return Blocks(obligation, _rows(graph, later), _rows(graph, paths_from(obligation, links.first)))


def _rows(graph: ObligationGraph, paths: Mapping[str, Path]) -> tuple[Link, ...]:
    order = sorted(paths, key=lambda node: (len(paths[node]), node))
    return tuple(
        Link(
            node,
            text_of(graph, node, "title"),
            text_of(graph, node, "force"),
            text_of(graph, node, "rating"),
            paths[node],
        )
        for node in order
    )
