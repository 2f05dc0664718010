"""What the tests of the second engine share: the marker, a keeper that needs no durable-rules, a workload."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from obligraph.engine.durable.process import ChildEndedError, Process, installed
from obligraph.engine.durable.session import Session, open_session
from obligraph.engine.durable.sheet import Ruleset
from obligraph.engine.profile import Profile
from obligraph.rules.catalogue import Catalogue
from tests.engine import builders as build

needs_durable = [
    pytest.mark.durable,
    pytest.mark.skipif(not installed(), reason="the extra [durable] is not installed; it needs a C compiler"),
]


class Chaining:
    """Derives by trying every rule until nothing is new: what a ruleset means, in a few lines."""

    def __init__(self) -> None:
        self.rulesets: dict[str, Ruleset] = {}
        self.holds: dict[tuple[str, str], set[int]] = {}

    def load(self, ruleset: Ruleset) -> None:
        """Takes a ruleset over."""
        self.rulesets[ruleset.name] = ruleset

    def tell(self, ruleset: str, state: str, facts: Iterable[int]) -> frozenset[int]:
        """Adds nodes and derives what follows."""
        holds = self.holds.setdefault((ruleset, state), set())
        holds |= set(facts)
        size = -1
        while len(holds) > size:
            size = len(holds)
            holds |= {r.target for r in self.rulesets[ruleset].rules if holds.issuperset(r.when)}
        return frozenset(holds)

    def forget(self, ruleset: str, state: str) -> None:
        """Drops a State."""
        del self.holds[ruleset, state]


class Desk:
    """One child process for many examples; a new one where the last was ended after a fault."""

    def __init__(self) -> None:
        self.process = Process(limit=30)

    def session(self, catalogue: Catalogue) -> Session:
        """A session about a catalogue, with nothing told so far."""
        if self.process.closed:
            self.process = Process(limit=30)
        return open_session(catalogue, self.process)

    def try_twice(self, check: Callable[[], None]) -> None:
        """Runs a check anew, in a new child, where durable-rules ended the first by itself."""
        try:
            check()
        except ChildEndedError:
            check()


def seeded_catalogue(obligations: int, seed: int, measures: int = 60) -> Catalogue:
    """Needs of two levels over two to nine measures, some alike, a third of them with safeguards."""
    chance = random.Random(seed)  # noqa: S311 - a workload, not a secret
    names = [f"m{number}" for number in range(measures)]
    duties = []
    for number in range(1, obligations + 1):
        chosen = chance.sample(names, chance.randint(2, 9))
        inner = chosen[len(chosen) // 2 :]
        gate: dict[str, Any] = {"at_least": chance.randint(1, len(inner)), "of": inner}
        needs = {"all": [*chosen[: len(chosen) // 2], gate]} if number % 7 else names[number % measures]
        guards = chance.sample(names, chance.randint(1, 2)) if number % 3 == 0 else []
        duties.append(build.obligation(number, needs, safeguards=guards))
    rules = [build.measure(name, axis=chance.choice(["formal", "practice"])) for name in names]
    return build.catalogue(duties, rules)


def seeded_profile(seed: int, records: int = 70, measures: int = 60) -> Profile:
    """A State whose records support, fall short, contradict and conflict."""
    chance = random.Random(seed)  # noqa: S311 - a workload, not a secret
    items = []
    for number in range(records):
        name = f"m{chance.randrange(measures)}"
        shape = chance.random()
        if shape < 0.2:
            against = name if shape < 0.1 else build.partly(name)
            items.append(build.evidence(f"E{number}", [], [against]))
        else:
            claim = name if shape < 0.7 else build.partly(name, "no fines" if shape < 0.85 else "")
            items.append(build.evidence(f"E{number}", [claim]))
    return build.profile(*items)
