"""One question to the solver clingo: which measures to take at the least effort."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from obligraph.rules.need import Gate, Leaf, Need, measures

if TYPE_CHECKING:
    import clingo

RULES = """
{ take(M) } :- effort(M, _).
two(M) :- take(M).
two(M) :- there(M).
two(G) :- gate(G, K), K <= #count { C : child(G, C), two(C) }.
open(O) :- guard(O, M), not take(M).
closed(O) :- target(O, _, N), two(N), not open(O).
#minimize { E@2, M : take(M), effort(M, E) }.
#minimize { 1@1, M : take(M) }.
#show take/1.
"""
"""What it means to meet a need, for the solver; nodes and measures are numbers."""

ALL = ":- target(O, _, _), not closed(O).\n"
"""Without a budget, every target is to be met."""

WITHIN = """
:- #sum { E, M : take(M), effort(M, E) } > {budget}.
#maximize { 1@(10 - T), O : closed(O), target(O, T, _) }.
"""
"""With one, as many as can be, those of the stronger force first."""

LOOK = 0.05
"""How often, in seconds, the solver is looked after."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which measures to take."""

    targets: tuple[tuple[str, int, Need], ...]
    """Each obligation to be met, as id, rank of its force and need; sorted by id."""
    guards: Mapping[str, tuple[str, ...]]
    """For each target, the safeguards that are to be put in place as well, sorted."""
    there: frozenset[str]
    """Measures that are in place."""
    efforts: Mapping[str, int]
    """The effort of each measure that may be taken, sorted by id."""
    budget: int | None
    """The most effort; None for as much as it takes."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The measures to take, and whether no cheaper choice does the same."""

    chosen: frozenset[str] | None
    """None where the solver found none in its time."""
    optimal: bool


def choose(question: Question, seconds: float) -> Answer:
    """The cheapest choice, then the smallest; the same for the same question.

    Args:
        question: one that has an answer: without a budget, all targets can be met.
        seconds: how long the solver may take before the best choice so far is given as such.
    """
    if not question.targets:
        return Answer(frozenset(), optimal=True)
    import clingo

    control = clingo.Control(["--opt-strategy=usc", "--warn=none"])
    control.add("base", [], program(question))
    control.ground([("base", [])])
    numbers = _numbers(question)
    names = {number: name for name, number in numbers.items()}
    return _solve(control, names, seconds)


def _solve(control: clingo.Control, names: Mapping[int, str], seconds: float) -> Answer:
    """Lets the solver run aside, so that Ctrl-C stops it at once."""
    taken: list[frozenset[str]] = []

    def note(model: clingo.Model) -> None:
        symbols = model.symbols(shown=True)
        taken.append(frozenset(names[symbol.arguments[0].number] for symbol in symbols))

    until = monotonic() + seconds
    with control.solve(on_model=note, async_=True) as handle:
        while not (finished := handle.wait(LOOK)) and monotonic() < until:
            continue
        if not finished:
            handle.cancel()
        return Answer(taken[-1] if taken else None, optimal=finished and handle.get().exhausted)


def program(question: Question) -> str:
    """The question as a logic program: the rules and its facts, always in the same order."""
    rules = ALL if question.budget is None else WITHIN.replace("{budget}", str(question.budget))
    return RULES + rules + "\n".join(_facts(question)) + "\n"


def _numbers(question: Question) -> dict[str, int]:
    """A number for each measure, in the order of the ids."""
    names = {*question.efforts, *question.there, *(m for ms in question.guards.values() for m in ms)}
    for _, _, need in question.targets:
        names |= set(measures(need))
    return {name: number for number, name in enumerate(sorted(names))}


def _facts(question: Question) -> Iterator[str]:
    numbers = _numbers(question)
    nodes: dict[tuple[int, tuple[int, ...]], int] = {}
    for at, (name, rank, need) in enumerate(question.targets):
        yield f"target({at}, {rank}, {_node(need, numbers, nodes)})."
        yield from (f"guard({at}, {numbers[measure]})." for measure in question.guards[name])
    for (k, children), node in nodes.items():
        yield f"gate({node}, {k})."
        yield from (f"child({node}, {child})." for child in children)
    yield from (f"there({numbers[name]})." for name in sorted(question.there))
    yield from (f"effort({numbers[name]}, {effort})." for name, effort in question.efforts.items())


def _node(need: Need, numbers: Mapping[str, int], nodes: dict[tuple[int, tuple[int, ...]], int]) -> int:
    """The number of a node; equal needs are one node."""
    match need:
        case Leaf(measure):
            return numbers[measure]
        case Gate(k, children):
            below = tuple(sorted(_node(child, numbers, nodes) for child in children))
            return nodes.setdefault((k, below), len(numbers) + len(nodes))
