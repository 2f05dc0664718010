"""Where boxes stand within their layers: each near those it is joined with, and no layer longer than it must.

The order within a layer is given. Layer by layer, forth and back, each box is drawn to the mean of its
neighbours in the layer before; where boxes would touch, they share the shift (isotonic regression by pooling
of adjacent violators).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

Cell = tuple[float, int]
"""A place in a layer, which gives the order, and the layer."""

SWEEPS = 12
"""How many times the layers are gone through, forth and back by turns."""


def aligned(breadths: Mapping[Cell, float], links: Sequence[tuple[Cell, Cell]]) -> dict[Cell, float]:
    """The middle of each cell along its layer, so that the first edge of all stands at 0.

    Args:
        breadths: by cell, how much room it takes in its layer.
        links: the cells that are joined.
    """
    layers: dict[int, list[Cell]] = {}
    for cell in sorted(breadths):
        layers.setdefault(cell[1], []).append(cell)
    first = {cell: at for cells in layers.values() for cell, at in _tight(cells, breadths)}
    found = dict(first)
    joined = {cell for link in links for cell in link}
    for sweep in range(SWEEPS):
        forth = sweep % 2 == 0
        beside = _beside(links, forth=forth)
        for layer in sorted(layers, reverse=not forth):
            cells = layers[layer]
            wishes = [
                _mean([found[other] for other in beside.get(cell, ())], found[cell]) - first[cell]
                if cell in joined
                else None
                for cell in cells
            ]
            shifts = isotonic(_filled(wishes))
            found |= {cell: first[cell] + shift for cell, shift in zip(cells, shifts, strict=True)}
    least = min((at - breadths[cell] / 2 for cell, at in found.items()), default=0.0)
    return {cell: at - least for cell, at in found.items()}


def _filled(shifts: Sequence[float | None]) -> list[float]:
    """The shifts, those that are open as the one before, at the start as the first one after."""
    last = next((shift for shift in shifts if shift is not None), 0.0)
    found = []
    for shift in shifts:
        last = last if shift is None else shift
        found.append(last)
    return found


def _tight(cells: Sequence[Cell], breadths: Mapping[Cell, float]) -> list[tuple[Cell, float]]:
    """The cells of one layer as near to each other as may be, around 0."""
    at = [0.0]
    for one, other in pairwise(cells):
        at.append(at[-1] + (breadths[one] + breadths[other]) / 2)
    middle = (at[0] - breadths[cells[0]] / 2 + at[-1] + breadths[cells[-1]] / 2) / 2
    return [(cell, place - middle) for cell, place in zip(cells, at, strict=True)]


def _beside(links: Sequence[tuple[Cell, Cell]], *, forth: bool) -> dict[Cell, list[Cell]]:
    """For each cell those that it is joined with in earlier layers; in later ones where `forth` is False."""
    found: dict[Cell, list[Cell]] = {}
    for one, other in links:
        for cell, neighbour in ((one, other), (other, one)):
            if (neighbour[1] < cell[1]) if forth else (neighbour[1] > cell[1]):
                found.setdefault(cell, []).append(neighbour)
    return found


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def isotonic(values: Sequence[float]) -> list[float]:
    """The values nearest to those given that never fall.

    >>> isotonic([1.0, 3.0, 2.0, 4.0])
    [1.0, 2.5, 2.5, 4.0]
    """
    pools: list[tuple[float, int]] = []
    for value in values:
        pools.append((value, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (high, more), (low, count) = pools[-2:]
            total = more + count
            pools[-2:] = [((high * more + low * count) / total, total)]
    return [value for value, count in pools for _ in range(count)]
