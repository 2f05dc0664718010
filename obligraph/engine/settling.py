"""The smallest sets of measures that would settle an undetermined obligation or mend a gap.

Both are one question: which fewest measures, shown fully in place, make the obligation met for certain? For
an undetermined obligation only measures that may still be in place are asked about; for a gap any measure
that is not fully in place may be part of a set. Safeguards that are breached or not shown belong to each set.

The answer is exact. Where no measure stands twice in a need, the fewest are found by one pass over the tree;
the same pass, with a repeated measure's cost shared among its places, is a lower bound that guides the
search where one does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice
from math import lcm

from obligraph.engine.results import Bounds
from obligraph.rules.model import Obligation
from obligraph.rules.need import Leaf, Need, mentions

MOST_SETS = 10
"""The most sets that are listed for one obligation."""

NEVER = 1 << 62
"""The cost of what cannot be had."""


@dataclass(frozen=True, slots=True)
class Sets:
    """The smallest sets, each sorted, in order; all of them unless `more`."""

    sets: tuple[tuple[str, ...], ...] = ()
    """Empty where no set of measures would do."""
    more: bool = False
    """True where there are more than `MOST_SETS`."""


def sets_for(obligation: Obligation, bounds: Mapping[str, Bounds], *, mend: bool) -> Sets:
    """The smallest sets of measures that, fully in place, make the lower bound of an obligation 2.

    Args:
        obligation: one that is not shown met; where the catalogue names no need for it, no set would do.
        bounds: what the evidence says of each measure.
        mend: whether measures that are certainly not fully in place may be part of a set.
    """
    if obligation.needs is None:
        return Sets()
    forced = frozenset(name for name in obligation.safeguards if bounds[name].lo == 0)
    search = _Search(obligation.needs)
    search.price(forced, bounds, mend=mend)
    found = tuple(islice(search.smallest(), MOST_SETS + 1))
    listed = sorted(tuple(sorted(forced | extra)) for extra in found[:MOST_SETS])
    return Sets(tuple(listed), len(found) > MOST_SETS)


def least_cost(need: Need, costs: Mapping[str, int]) -> int:
    """The least total cost at which the need is 2: that of its k cheapest children, gate by gate."""
    if isinstance(need, Leaf):
        return costs[need.measure]
    each = [least_cost(child, costs) for child in need.children]
    return min(NEVER, sum(nsmallest(need.k, each) if need.k < len(each) else each))


class _Search:
    """Every smallest set, in the order of the sorted ids, by trying each measure in and then out.

    A branch is left as soon as the measures chosen and the lower bound for the rest pass the size sought.
    """

    def __init__(self, need: Need) -> None:
        self.need = need
        self.places = Counter(mentions(need))
        self.unit = lcm(*self.places.values())
        self.costs: dict[str, int] = {}
        self.open: list[str] = []

    def price(self, forced: frozenset[str], bounds: Mapping[str, Bounds], *, mend: bool) -> None:
        """Puts a cost on each place of a measure, so that all places of an open measure cost one unit."""
        for name, count in self.places.items():
            if bounds[name].lo == 2:
                self.costs[name] = 0
            elif not mend and bounds[name].short:
                self.costs[name] = NEVER
            else:
                self.costs[name] = 0 if name in forced else self.unit // count
        self.open = sorted(name for name, cost in self.costs.items() if 0 < cost < NEVER)

    def smallest(self) -> Iterator[frozenset[str]]:
        """All sets of the least size; none where no set would do."""
        low = least_cost(self.need, self.costs)
        if low >= NEVER:
            return
        if low == len(self.open) * self.unit:
            yield frozenset(self.open)
            return
        for size in range(-(-low // self.unit), len(self.open) + 1):
            found = self._within(0, size, frozenset())
            first = next(found, None)
            if first is not None:
                yield first
                yield from found
                return

    def _within(self, at: int, left: int, chosen: frozenset[str]) -> Iterator[frozenset[str]]:
        """The sets that add at most `left` of the measures from place `at` on, and none that is needless."""
        low = least_cost(self.need, self.costs)
        if low > left * self.unit:
            return
        if low == 0:
            yield chosen
            return
        name = self.open[at]
        cost = self.costs[name]
        self.costs[name] = 0
        yield from self._within(at + 1, left - 1, chosen | {name})
        self.costs[name] = NEVER
        yield from self._within(at + 1, left, chosen)
        self.costs[name] = cost
