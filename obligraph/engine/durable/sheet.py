"""Rules in the making: nodes with numbers, and flat rules that derive one node from others.

Every rule is an "all of these" over nodes that hold; there is no "any" and no "none". What holds in several
ways has one rule a way. Nodes that hold in the same ways are one node. A node's level is one more than the
highest level of the nodes that its rules name; what is told from outside has level 0.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Self

from obligraph.engine.durable.marks import Mark

MOST_LITERALS = 15
"""The most nodes that one rule names. durable-rules takes 16 antecedents; one is left for the go fact."""

Key = tuple[str, str]
"""What is read from a ruleset: an id and which part of it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """`target` holds where all nodes of `when` hold."""

    target: int
    when: tuple[int, ...]
    level: int
    """1 where all nodes of `when` are told from outside, else one more than the highest of their levels."""


@dataclass(frozen=True, slots=True)
class Ruleset:
    """Rules that go to durable-rules together."""

    name: str
    rules: tuple[Rule, ...]
    given: Mapping[tuple[str, str], int]
    """The nodes told from outside, by measure and what is certain or said of it."""
    roots: Mapping[Key, Mapping[Mark, int]]
    """The nodes read at the end, by what they speak of; a mark that no evidence can give is absent."""


class Sheet:
    """A ruleset that is being written."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self.given_nodes: dict[tuple[str, str], int] = {}
        self.roots: dict[Key, dict[Mark, int]] = {}
        self._known: dict[Hashable, int] = {}
        self._levels: list[int] = []

    def copy(self) -> Self:
        """Another sheet with the same content, on which a trial can be made."""
        other = type(self)()
        other.rules = list(self.rules)
        other.given_nodes = dict(self.given_nodes)
        other.roots = dict(self.roots)
        other._known = dict(self._known)
        other._levels = list(self._levels)
        return other

    def finished(self, name: str) -> Ruleset:
        """The ruleset as written."""
        return Ruleset(name, tuple(self.rules), dict(self.given_nodes), dict(self.roots))

    def given(self, measure: str, word: str) -> int:
        """The node of a fact told from outside."""
        if (measure, word) not in self.given_nodes:
            self.given_nodes[measure, word] = self._new(0)
        return self.given_nodes[measure, word]

    def at_least(self, k: int, nodes: Sequence[int]) -> int:
        """The node that holds where `k` or more of the nodes hold; a node given twice counts twice."""
        ways = sorted({tuple(sorted(set(chosen))) for chosen in combinations(nodes, k)})
        if len(ways) == 1 and len(ways[0]) == 1:
            return ways[0][0]
        return self.decide(tuple(ways), ways)

    def decide(self, key: Hashable, ways: Iterable[Sequence[int]]) -> int:
        """The node known by `key`, which holds where all nodes of any one of the ways hold."""
        if key not in self._known:
            shortened = sorted({self._shortened(way) for way in ways})
            level = 1 + max(self._levels[node] for way in shortened for node in way)
            self._known[key] = target = self._new(level)
            self.rules.extend(Rule(target, way, self._level(way)) for way in shortened)
        return self._known[key]

    def _shortened(self, way: Sequence[int]) -> tuple[int, ...]:
        """The way in at most `MOST_LITERALS` nodes: the first ones are joined in a node of their own."""
        nodes = tuple(sorted(set(way)))
        while len(nodes) > MOST_LITERALS:
            first = nodes[:MOST_LITERALS]
            nodes = tuple(sorted((*nodes[MOST_LITERALS:], self.decide((first,), [first]))))
        return nodes

    def _level(self, way: Sequence[int]) -> int:
        return 1 + max(self._levels[node] for node in way)

    def _new(self, level: int) -> int:
        self._levels.append(level)
        return len(self._levels) - 1
