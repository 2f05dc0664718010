"""The cheapest joint set of measures that meets the gaps, in an order in which preconditions come first.

Measures are shared: one measure may close several gaps, so the cheapest set for all gaps together is not the
sum of the cheapest sets for each. It is found, and proven to be the cheapest, by the solver clingo.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from obligraph.engine.choosing import Question, choose
from obligraph.engine.ranking import gaps
from obligraph.engine.results import Assessment, Bounds
from obligraph.engine.settling import sets_for
from obligraph.rules.model import Measure, Obligation
from obligraph.rules.need import value
from obligraph.rules.words import Axis, Force


@dataclass(frozen=True, slots=True)
class Step:
    """One measure to put in place."""

    measure: Measure
    total: int
    """The effort of the plan up to and with this step."""
    closes: tuple[str, ...]
    """The obligations met from this step on that were not before, of any force, sorted."""
    verify: bool
    """True where the evidence leaves open whether the measure is in place already: look before building."""


@dataclass(frozen=True, slots=True)
class OutOfReach:
    """A gap that no plan under the conditions given can close."""

    obligation: str
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Measures in order, what they close, and what stays open."""

    target: Force
    """Gaps of this force and stronger are to be closed."""
    steps: tuple[Step, ...]
    closes: tuple[str, ...]
    """The targeted gaps that the plan closes, in the order of the gaps."""
    left_open: tuple[str, ...]
    """The targeted gaps for which the budget does not suffice, in the order of the gaps."""
    out_of_reach: tuple[OutOfReach, ...]
    optimal: bool
    """True where the solver has proven that no cheaper set does the same."""
    words: str

    @property
    def effort(self) -> int:
        """The effort of the whole plan."""
        return self.steps[-1].total if self.steps else 0


def plan(
    assessment: Assessment,
    *,
    target: Force = Force.BINDING,
    budget: int | None = None,
    without: Iterable[str] = (),
    unknown_as_unmet: bool = False,
    seconds: float = 60.0,
) -> Plan:
    """The cheapest joint set of measures that meets the gaps of a force and stronger.

    Args:
        assessment: what `obligraph.engine.evaluation.evaluate` found.
        target: the weakest force whose gaps are to be closed.
        budget: the most effort; where it does not suffice for all gaps, the plan closes as many as can be,
            stronger force first.
        without: ids of measures that must not be used.
        unknown_as_unmet: plan for what is undetermined too, as if it were not met.
        seconds: how long the solver may take; after that the best set found so far is given as such.
    """
    sought = [r.result for r in gaps(assessment, unknown_as_unmet=unknown_as_unmet).gaps]
    sought = [r for r in sought if r.obligation.force.rank <= target.rank]
    barred = frozenset(without)
    beyond = tuple(found for r in sought if (found := _beyond(r.obligation, assessment, barred)))
    lost = {found.obligation for found in beyond}
    reachable = [r.obligation for r in sought if r.obligation.id not in lost]
    question = _question(assessment, reachable, barred, budget)
    answer = choose(question, seconds)
    chosen = _thinned(question, reachable, assessment) if answer.chosen is None else answer.chosen
    closed = [o for o in reachable if _met(o, assessment, chosen)]
    order = tuple(_ordered(assessment, closed, chosen))
    return Plan(
        target=target,
        steps=tuple(_steps(assessment, order)),
        closes=tuple(o.id for o in closed),
        left_open=tuple(o.id for o in reachable if o not in closed),
        out_of_reach=beyond,
        optimal=answer.optimal,
        words=_words(target, len(closed), len(reachable), budget, optimal=answer.optimal),
    )


def _question(
    assessment: Assessment, targets: list[Obligation], barred: frozenset[str], budget: int | None
) -> Question:
    """What the solver is asked: which measures to take, at what effort, so that which needs are met."""
    lows = {name: found.bounds.lo for name, found in assessment.determinations.items()}
    efforts = {
        name: measure.effort
        for name, measure in sorted(assessment.catalogue.measures.items())
        if lows[name] < 2 and name not in barred
    }
    return Question(
        targets=tuple((o.id, o.force.rank, o.needs) for o in sorted(targets, key=lambda o: o.id) if o.needs),
        guards={o.id: tuple(m for m in sorted(o.safeguards) if lows[m] == 0) for o in targets},
        there=frozenset(name for name, low in lows.items() if low == 2),
        efforts=efforts,
        budget=budget,
    )


def _thinned(question: Question, targets: list[Obligation], assessment: Assessment) -> frozenset[str]:
    """A set that closes all targets and from which none can be left out; nothing where there is a budget."""
    if question.budget is not None:
        return frozenset()
    kept = frozenset(question.efforts)
    for name in sorted(kept, key=lambda name: (-question.efforts[name], name)):
        fewer = kept - {name}
        if all(_met(target, assessment, fewer) for target in targets):
            kept = fewer
    return kept


def _beyond(obligation: Obligation, assessment: Assessment, barred: frozenset[str]) -> OutOfReach | None:
    """Why no plan can close a gap, or None where one can."""
    if obligation.needs is None:
        return OutOfReach(obligation.id, "the catalogue names no measures for it")
    usable = frozenset(assessment.catalogue.measures) - barred
    if _met(obligation, assessment, usable):
        return None
    named = sorted(barred.intersection(obligation.named))
    return OutOfReach(obligation.id, f"it cannot be met without {', '.join(named)}")


def _met(obligation: Obligation, assessment: Assessment, done: frozenset[str]) -> bool:
    """Whether an obligation is met for certain once the measures given are in place."""

    def low(measure: str) -> int:
        return 2 if measure in done else assessment.determinations[measure].bounds.lo

    if obligation.needs is None or any(low(measure) == 0 for measure in obligation.safeguards):
        return False
    return value(obligation.needs, low) == 2


def _ordered(assessment: Assessment, closed: list[Obligation], chosen: frozenset[str]) -> Iterator[str]:
    """The chosen measures: obligation by obligation, those that others presuppose first."""
    taken: set[str] = set()
    for obligation in preconditions_first(assessment, closed):
        bounds = {name: _open_to(name, assessment, chosen, taken) for name in obligation.named}
        here = _part(obligation, bounds) - taken
        listed = [name for name in obligation.named if name in here]
        for name in sorted(listed, key=lambda name: _precedence(assessment.catalogue.measures[name])):
            taken.add(name)
            yield name


def preconditions_first(assessment: Assessment, closed: list[Obligation]) -> list[Obligation]:
    """The obligations with those that they presuppose, directly or through others, before them."""
    wanted = {obligation.id: obligation for obligation in closed}
    seen: set[str] = set()
    found: list[Obligation] = []

    def visit(name: str) -> None:
        if name in seen:
            return
        seen.add(name)
        for earlier in assessment.catalogue.presupposed.get(name, ()):
            visit(earlier)
        if name in wanted:
            found.append(wanted[name])

    for obligation in closed:
        visit(obligation.id)
    return found


def _part(obligation: Obligation, bounds: Mapping[str, Bounds]) -> frozenset[str]:
    """The fewest measures that close one obligation, of those that its bounds leave open."""
    (first, *_) = sets_for(obligation, bounds, mend=False).sets
    return frozenset(first)


def _open_to(name: str, assessment: Assessment, chosen: frozenset[str], taken: set[str]) -> Bounds:
    """The bounds of a measure where those taken are in place and only the chosen can still be put there."""
    low = 2 if name in taken else assessment.determinations[name].bounds.lo
    return Bounds(low, 2 if name in chosen else low)


def _precedence(measure: Measure) -> tuple[bool, bool]:
    """Safeguards first, what stands on paper before what is done; else as the need has them."""
    return (not measure.safeguard, measure.axis is Axis.PRACTICE)


def _steps(assessment: Assessment, order: tuple[str, ...]) -> Iterator[Step]:
    """Each step with what it closes and the running total."""
    total = 0
    done: frozenset[str] = frozenset()
    for name in order:
        measure = assessment.catalogue.measures[name]
        bounds = assessment.determinations[name].bounds
        total += measure.effort
        closes = tuple(sorted(_closed_by(name, assessment, done)))
        done |= {name}
        yield Step(measure, total, closes, bounds.unproven)


def _closed_by(name: str, assessment: Assessment, done: frozenset[str]) -> Iterator[str]:
    """The obligations that are met with a measure and were not without it."""
    for other in assessment.catalogue.needed_by[name]:
        rating = assessment.ratings.get(other)
        if rating is None or rating.not_applicable or _met(rating.obligation, assessment, done):
            continue
        if _met(rating.obligation, assessment, done | {name}):
            yield other


def _words(target: Force, closed: int, sought: int, budget: int | None, *, optimal: bool) -> str:
    """What the plan achieves, and how sure that is."""
    force = "binding" if target is Force.BINDING else f"{target.words} or stronger"
    if not sought:
        return f"There is no gap of force {force} that measures could close."
    end = ": proven." if optimal else "; a better one may exist, for the solver's time ran out."
    number = f"the {sought} gaps" if sought > 1 else "the one gap"
    if closed == sought and optimal:
        return f"This set closes {number} of force {force} with the least effort{end}"
    if closed == sought:
        return f"This set closes {number} of force {force}{end}"
    return f"With an effort of at most {budget}, {closed} of {number} of force {force} close{end}"
