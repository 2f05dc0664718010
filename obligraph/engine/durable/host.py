"""durable-rules itself, held as it must be held to answer right. Runs in the child process only.

A State is a session id. Facts are asserted one at a time; go facts, level by level, come last, and each waits
for at most 200 rules. What is told later is asserted beside what is there, and go facts of a new turn follow.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from obligraph.engine.durable.fitting import MOST_USES, SPAN

WireRule = tuple[int, Sequence[int], int]
"""A rule as it is sent: target, when, level."""


def quiet_host(definitions: dict[str, Any]) -> Any:
    """A host that starts no timer threads: we have no timers, and they would race with us."""
    from durable.engine import Host

    return type("QuietHost", (Host,), {"_run": lambda _: None})(definitions)


class Rulebook:
    """One ruleset in durable-rules, and what it has derived for each State."""

    def __init__(self, name: str, rules: Sequence[WireRule]) -> None:
        self._name = name
        self._named = {node for _, when, _ in rules for node in when}
        self._derived: dict[str, set[int]] = {}
        self._turns: Counter[str] = Counter()
        waiting = _shards(rules)
        self._goes = tuple(range(len(set(waiting))))
        definition = {
            f"r{number}": {"all": _conditions(when, go), "run": self._action(target)}
            for number, ((target, when, _), go) in enumerate(zip(rules, waiting, strict=True))
        }
        self._host = quiet_host({name: definition})

    def tell(self, state: str, facts: Iterable[int]) -> list[int]:
        """Asserts nodes for a State; all nodes derived for it so far, sorted.

        Raises:
            RuntimeError: an action failed inside durable-rules, or its outcome was dropped because the clock
                moved on by ten seconds meanwhile, as when a computer sleeps.
        """
        self._turns[state] += 1
        self._derived.setdefault(state, set())
        for node in facts:
            if node in self._named:
                self._assert(_node(node) | {"sid": state})
        for go in self._goes:
            self._assert({"go": go, "turn": self._turns[state], "sid": state})
        return sorted(self._derived[state])

    def forget(self, state: str) -> None:
        """Drops a State with all that was told and derived: durable-rules never withdraws a part."""
        if self._turns.pop(state, 0):
            self._host.delete_state(self._name, state)
            self._derived.pop(state, None)

    def _assert(self, fact: dict[str, Any]) -> None:
        from durable.engine import MessageNotHandledException

        try:
            state = self._host.assert_fact(self._name, fact)
        except MessageNotHandledException:
            return  # no rule is waiting for it; it is kept all the same
        if state is None:
            return  # it completed no rule
        if not isinstance(state, dict):
            raise RuntimeError(
                "an action took ten seconds on the clock, so its outcome was dropped; try again"
            )
        if state.get("exception"):
            raise RuntimeError(str(state["exception"]).partition(", traceback")[0])

    def _action(self, target: int) -> Callable[[Any], None]:
        """What a rule does when it fires: it asserts its target, once for each State."""

        def fire(closure: Any) -> None:
            derived = self._derived[closure.s.sid]
            if target in derived:
                return
            derived.add(target)
            if target in self._named:
                closure.assert_fact(_node(target))

        return fire


def _shards(rules: Sequence[WireRule]) -> list[int]:
    """For each rule the go fact it waits for, numbered so that lower levels come first."""
    count: Counter[int] = Counter()
    places = []
    for _, _, level in rules:
        places.append((level, count[level] // MOST_USES))
        count[level] += 1
    numbers = {place: number for number, place in enumerate(sorted(set(places)))}
    return [numbers[place] for place in places]


def _conditions(when: Sequence[int], go: int) -> list[dict[str, Any]]:
    """The antecedents of a rule in the form that durable-rules reads: nodes first, the go fact last."""
    nodes = [
        {f"m_{place}": {"$and": [{key: value} for key, value in _node(node).items()]}}
        for place, node in enumerate(when)
    ]
    return [*nodes, {f"m_{len(nodes)}": {"go": go}}]


def _node(node: int) -> dict[str, int]:
    """A node's number as two properties, so that neither is tested for too many values."""
    return {"na": node // SPAN, "nb": node % SPAN}
