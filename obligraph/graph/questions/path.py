"""How two nodes hang together: a shortest chain of edges from one to the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph


@dataclass(frozen=True, slots=True)
class Step:
    """One edge of a chain, as it is walked."""

    start: str
    type: str
    end: str
    forward: bool
    """Whether the edge points the way it is walked."""
    basis: str
    """Where the edge is found."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The answer: a chain of steps, empty where the two nodes do not hang together."""

    start: str
    end: str
    along: bool
    """True where every edge points the way it is walked."""
    steps: tuple[Step, ...]


def path(graph: ObligationGraph, start: str, end: str) -> Chain:
    """A shortest chain between two nodes: along the edges where there is one, else in any direction.

    Among chains of equal length the first by type of edge and id is taken.
    """
    steps = _shortest(graph, start, end, along=True)
    if steps or start == end:
        return Chain(start, end, along=True, steps=steps)
    return Chain(start, end, along=False, steps=_shortest(graph, start, end, along=False))


def _shortest(graph: ObligationGraph, start: str, end: str, *, along: bool) -> tuple[Step, ...]:
    came: dict[str, Step | None] = {start: None}
    waiting = deque([start])
    while waiting and end not in came:
        node = waiting.popleft()
        for step in _steps(graph, node, along=along):
            if step.end not in came:
                came[step.end] = step
                waiting.append(step.end)
    return tuple(_back(came, end))[::-1]


def _steps(graph: ObligationGraph, node: str, *, along: bool) -> list[Step]:
    found = [
        Step(node, data["type"], head, True, data["basis"])
        for _, head, data in graph.out_edges(node, data=True)
    ]
    if not along:
        found += [
            Step(node, data["type"], tail, False, data["basis"])
            for tail, _, data in graph.in_edges(node, data=True)
        ]
    return sorted(found, key=lambda step: (step.type, step.end, not step.forward))


def _back(came: dict[str, Step | None], end: str) -> Iterator[Step]:
    step = came.get(end)
    while step is not None:
        yield step
        step = came[step.start]
