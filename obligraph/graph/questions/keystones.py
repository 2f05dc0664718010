"""Keystones: the gaps whose mending unblocks most binding obligations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from obligraph.graph.nodes import text_of
from obligraph.graph.questions.standing import holding, waiting
from obligraph.graph.reaching import Links, Path, Presuppositions, counts, presuppositions, ways_from
from obligraph.rules.words import Force

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph


MOST_PATHS = 50
"""The most paths that one keystone shows."""


@dataclass(frozen=True, slots=True)
class Keystone:
    """An obligation that others wait for."""

    obligation: str
    title: str
    force: str
    rating: str
    """Its rating; empty without an assessment."""
    blocks: tuple[str, ...]
    """The binding obligations, not shown met, that presuppose it directly or through others, sorted."""
    frees: tuple[str, ...]
    """Those of them that no other gap holds up, sorted: mending this one gap clears their way."""
    paths: tuple[Path, ...]
    """For each blocked obligation, at most the nearest 50, a shortest chain of presuppositions from it."""
    paths_left_out: int
    """How many blocked obligations are farther away, and have no path here."""


def keystones(graph: ObligationGraph, most: int | None = 10) -> tuple[Keystone, ...]:
    """The obligations that hold up most binding ones, first those that hold up most.

    With a State's ratings they are its gaps; without, any obligation that binding ones presuppose. Among
    equals the stronger force stands first, then the id.

    Args:
        graph: the whole graph.
        most: the most rows; None for all.

    Raises:
        InputError: the presuppositions go round in a circle.
    """
    links = presuppositions(graph)
    holders, blocked = holding(graph), waiting(graph)
    blocking = counts(reversed(links.order), links.later, blocked)
    rows = [node for node, number in blocking.items() if number and node in holders]
    rows.sort(key=lambda node: (-blocking[node], Force(text_of(graph, node, "force")).rank, node))
    sole = sole_holders(links, holders)
    return tuple(_keystone(graph, node, links.later, blocked, sole) for node in rows[:most])


def sole_holders(links: Presuppositions, holders: frozenset[str]) -> Mapping[str, str]:
    """For each obligation with exactly one holder among all that it presupposes, that holder."""
    number = counts(links.order, links.first, holders)
    found: dict[str, str] = {}
    for node in links.order:
        if number[node] == 1:
            found[node] = next(
                head if head in holders else found[head]
                for head in links.first.get(node, ())
                if head in holders or head in found
            )
    return found


def _keystone(
    graph: ObligationGraph, node: str, later: Links, blocked: frozenset[str], sole: Mapping[str, str]
) -> Keystone:
    ways = ways_from(node, later)
    held = tuple(sorted(other for other in ways.steps if other in blocked))
    near = sorted(sorted(held, key=lambda other: (ways.steps[other], other))[:MOST_PATHS])
    return Keystone(
        obligation=node,
        title=text_of(graph, node, "title"),
        force=text_of(graph, node, "force"),
        rating=text_of(graph, node, "rating"),
        blocks=held,
        frees=tuple(other for other in held if sole.get(other) == node),
        paths=tuple(ways.to(other)[::-1] for other in near),
        paths_left_out=len(held) - len(near),
    )
