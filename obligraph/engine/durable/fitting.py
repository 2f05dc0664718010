"""What durable-rules can carry: every ruleset is held to these limits before it is handed over.

Past its own limits durable-rules 2.0.28 does not always report: it hangs, or ends the process, or errs. The
limits here stay below those that were found by trial.

| found by trial                                         | past it                             | kept here   |
|--------------------------------------------------------|-------------------------------------|-------------|
| some 510 values tested for one property in a ruleset   | it never returns                    | 256 and 500 |
| 255 rules on one condition                             | error 108, or the process ends      | 200         |
| 16 antecedents a rule                                  | error 304                           | 15 and a go |
| 4,096 rules a ruleset                                  | error 106                           | 4,000       |
| some 13 KB a rule, and 30 KB more while a State is in  | memory runs out                     | 100 roots   |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import comb, inf

from obligraph.engine.durable.sheet import MOST_LITERALS, Rule
from obligraph.rules.need import Gate, Need

MOST_ROOTS = 100
"""The most obligations, or measures, of one ruleset."""

MOST_RULES = 4_000
"""The most rules of one ruleset."""

MOST_USES = 200
"""The most rules that name one node, and the most that wait for one go fact."""

MOST_GOES = 500
"""The most go facts of one ruleset: each is a value tested for one property."""

SPAN = 256
"""A node's number is told as two properties, its quotient and its rest by this: each has so many values."""


def unfit(rules: Sequence[Rule], roots: int) -> str:
    """Why durable-rules cannot carry the rules; empty where it can.

    Args:
        rules: the rules of one ruleset.
        roots: how many obligations or measures they answer for.
    """
    uses = Counter(node for rule in rules for node in rule.when)
    nodes = 1 + max((max(rule.target, *rule.when) for rule in rules), default=0)
    goes = sum(-(-count // MOST_USES) for count in Counter(rule.level for rule in rules).values())
    checks = (
        (roots, MOST_ROOTS, "obligations in one ruleset"),
        (len(rules), MOST_RULES, "rules in one ruleset"),
        (max(uses.values(), default=0), MOST_USES, "rules on one condition"),
        (max((len(rule.when) for rule in rules), default=0), MOST_LITERALS, "conditions in one rule"),
        (nodes, SPAN * SPAN, "nodes in one ruleset"),
        (goes, MOST_GOES, "go facts in one ruleset"),
    )
    found = (
        f"it takes {count:,} {what}, and durable-rules carries {most:,}"
        for count, most, what in checks
        if count > most
    )
    return next(found, "")


def too_wide(need: Need | None) -> str:
    """Why a gate of the need has too many combinations to be written out; empty where none has."""
    if not isinstance(need, Gate):
        return ""
    return _too_wide(need) or next(filter(None, map(too_wide, need.children)), "")


def _too_wide(gate: Gate) -> str:
    """At least k of n is a rule for each choice of k; so is "fewer than k can be met", of n - k + 1."""
    n = len(gate.children)
    rules = max(comb(n, gate.k), comb(n, gate.k - 1))
    most = MOST_RULES if 1 < gate.k < n else inf
    if rules <= most:
        return ""
    return (
        f"at least {gate.k} of {n} takes {rules:,} rules, one for each choice, "
        f"and durable-rules carries {MOST_RULES:,} in one ruleset"
    )
