"""What durable-rules cannot carry is refused with the reason, before durable-rules sees it."""

from itertools import combinations
from typing import Any

import pytest

from obligraph.engine.durable.compiling import compile_catalogue
from obligraph.engine.durable.fitting import (
    MOST_GOES,
    MOST_ROOTS,
    MOST_RULES,
    MOST_USES,
    SPAN,
    unfit,
)
from obligraph.engine.durable.sheet import MOST_LITERALS, Rule
from obligraph.errors import InputError
from obligraph.rules.catalogue import Catalogue
from tests.engine import builders as build

NAMES = [f"m{number}" for number in range(40)]


def at_least(k: int, n: int) -> dict[str, Any]:
    """A need for `k` of the first `n` measures."""
    return {"at_least": k, "of": NAMES[:n]}


def of(*needs: Any) -> Catalogue:
    """A catalogue of obligations with these needs."""
    return build.catalogue([build.obligation(number, need) for number, need in enumerate(needs, 1)], NAMES)


def chain(length: int) -> list[Rule]:
    """Rules one above the other."""
    return [Rule(level, (level - 1,), level) for level in range(1, length + 1)]


def fan(count: int) -> list[Rule]:
    """Rules that all name one node, each with another beside it."""
    return [Rule(2 * number + 2, (0, 2 * number + 1), 1) for number in range(count)]


def flat(count: int) -> list[Rule]:
    """Rules that have nothing to do with each other."""
    return [Rule(count + number, (number,), 1) for number in range(count)]


def wide(literals: int) -> list[Rule]:
    """One rule with many conditions."""
    return [Rule(literals, tuple(range(literals)), 1)]


@pytest.mark.parametrize(
    ("rules", "over", "what"),
    [
        (flat(MOST_RULES), flat(MOST_RULES + 1), "4,001 rules in one ruleset"),
        (fan(MOST_USES), fan(MOST_USES + 1), "201 rules on one condition"),
        (wide(MOST_LITERALS), wide(MOST_LITERALS + 1), "16 conditions in one rule"),
        (chain(MOST_GOES), chain(MOST_GOES + 1), "501 go facts in one ruleset"),
        ([Rule(SPAN * SPAN - 1, (0,), 1)], [Rule(SPAN * SPAN, (0,), 1)], "65,537 nodes in one ruleset"),
    ],
    ids=["rules", "uses", "conditions", "go facts", "nodes"],
)
def test_each_limit_is_kept_exactly(rules: list[Rule], over: list[Rule], what: str) -> None:
    """A ruleset at a limit fits; one past it does not, and the count is named."""
    assert not unfit(rules, 1)
    assert what in unfit(over, 1)


def test_at_most_a_hundred_obligations_a_ruleset() -> None:
    """A hundred obligations stand in one ruleset; the next stands in a second one."""
    assert "101 obligations in one ruleset" in unfit([], MOST_ROOTS + 1)
    assert len(compile_catalogue(of(*NAMES[:1] * 100)).obligations) == 1
    assert len(compile_catalogue(of(*NAMES[:1] * 101)).obligations) == 2


def test_a_gate_with_too_many_choices_is_refused_unwritten() -> None:
    """At least 15 of 30 would take 155 million rules: it is refused at once, with what to do instead."""
    with pytest.raises(InputError) as refused:
        compile_catalogue(of(at_least(15, 30)))
    assert str(refused.value) == (
        "durable-rules: code.1.1: at least 15 of 30 takes 155,117,520 rules, one for each choice, and "
        "durable-rules carries 4,000 in one ruleset; use the reference engine, which has no such limit, or "
        "nest smaller gates in the pack"
    )


def test_a_gate_that_leans_on_one_measure_too_often_is_refused() -> None:
    """At least 5 of 12 is few enough rules, but each measure would stand in too many of them."""
    with pytest.raises(InputError, match="330 rules on one condition, and durable-rules carries 200"):
        compile_catalogue(of(at_least(5, 12)))


def test_all_that_is_refused_is_named_at_once() -> None:
    """Every obligation that does not fit is named, and none that does."""
    with pytest.raises(InputError) as refused:
        compile_catalogue(of(at_least(15, 30), NAMES[0], at_least(5, 12)))
    assert [fault.where for fault in refused.value.faults] == [
        "durable-rules: code.1.1",
        "durable-rules: code.3.1",
    ]


def test_many_conditions_are_joined_by_fifteens() -> None:
    """All of forty measures fits: no rule has more than fifteen conditions."""
    ruleset = compile_catalogue(of({"all": NAMES})).obligations[0]
    assert max(len(rule.when) for rule in ruleset.rules) == MOST_LITERALS


def test_a_much_used_measure_opens_another_ruleset() -> None:
    """Obligations that lean on one measure are spread so that no ruleset has it in too many rules."""
    triples = list(combinations(NAMES[1:10], 3))
    program = compile_catalogue(of(*[{"at_least": 2, "of": ["m0", *triple]} for triple in triples]))
    sizes = [len({name for name, _ in each.roots}) for each in program.obligations]
    assert len(triples) < MOST_ROOTS
    assert len(sizes) == 2
    assert sum(sizes) == len(triples)
    assert not any(unfit(each.rules, 1) for each in program.obligations)
