"""Needs, safeguards and the table of bounds as rulesets that durable-rules can carry.

At least k of n children is 2 where some k of them are 2, and at most 1 where some n - k + 1 of them are at
most 1. It is at least 1 where any child is, and 0 where all are. So each gate is four sets of flat rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from obligraph.engine.durable.fitting import too_wide, unfit
from obligraph.engine.durable.marks import CLASHES, ENDS, PROVES, Mark, Said
from obligraph.engine.durable.sheet import Ruleset, Sheet
from obligraph.errors import Faults
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Obligation
from obligraph.rules.need import Leaf, Need

Item = TypeVar("Item")

WAY_OUT = "use the reference engine, which has no such limit, or nest smaller gates in the pack"

MEASURE, RATING, FORMAL, PRACTICE = "measure", "rating", "formal", "practice"
"""The parts that are read: a measure's bounds, an obligation's, and its need over one axis only."""


@dataclass(frozen=True, slots=True)
class Program:
    """A catalogue as rulesets: first what evidence says of measures, then what that says of obligations.

    There are two steps because bounds in conflict are withdrawn in between, and durable-rules withdraws
    nothing.
    """

    measures: tuple[Ruleset, ...]
    obligations: tuple[Ruleset, ...]


def compile_catalogue(catalogue: Catalogue) -> Program:
    """The program of a catalogue.

    Raises:
        InputError: an obligation asks for more than durable-rules can carry; all such are named.
    """

    def obligation(sheet: Sheet, item: Obligation) -> str:
        return _too_wide(catalogue, item) or _write_obligation(sheet, catalogue, item)

    faults = Faults("durable-rules")
    measures = _packed("measures", [(name, name) for name in catalogue.measures], _write_measure, faults)
    rated = [(item.id, item) for item in catalogue.rated()]
    obligations = _packed("obligations", rated, obligation, faults)
    faults.raise_if_any()
    return Program(measures, obligations)


def _packed(
    name: str, items: Iterable[tuple[str, Item]], write: Callable[[Sheet, Item], str], faults: Faults
) -> tuple[Ruleset, ...]:
    """The items in as few rulesets as will carry them in their order; what fits in none is a fault."""
    done: list[Sheet] = []
    sheet = Sheet()
    for place, item in items:
        trial = sheet.copy()
        reason = write(trial, item) or _unfit(trial)
        if reason and sheet.roots:
            trial = Sheet()
            reason = write(trial, item) or _unfit(trial)
            if not reason:
                done.append(sheet)
        if reason:
            faults.add(place, reason, way_out=WAY_OUT)
        else:
            sheet = trial
    done.append(sheet)
    return tuple(each.finished(f"{name}{number}") for number, each in enumerate(done) if each.roots)


def _unfit(sheet: Sheet) -> str:
    return unfit(sheet.rules, len({name for name, _ in sheet.roots}))


def _too_wide(catalogue: Catalogue, item: Obligation) -> str:
    parts = (item.needs, catalogue.on_paper.get(item.id), catalogue.at_work.get(item.id))
    return next(filter(None, map(too_wide, parts)), "")


def _write_measure(sheet: Sheet, measure: str) -> str:
    """The rules from what evidence says of a measure to its marks, and to a clash of marks."""
    sayings = {said: sheet.given(measure, said) for said in Said}
    marks = {
        mark: sheet.decide((measure, mark), [[sayings[said]] for said in Said if mark in PROVES[said]])
        for mark in ENDS
    }
    clash = sheet.decide((measure, Mark.CLASH), [[marks[one], marks[other]] for one, other in CLASHES])
    sheet.roots[measure, MEASURE] = {**marks, Mark.CLASH: clash}
    return ""


def _write_obligation(sheet: Sheet, catalogue: Catalogue, item: Obligation) -> str:
    """The rules from the marks of measures to those of an obligation and of its two axes."""
    sheet.roots[item.id, RATING] = _capped(sheet, item)
    for part, needs in ((FORMAL, catalogue.on_paper), (PRACTICE, catalogue.at_work)):
        if item.id in needs:
            sheet.roots[item.id, part] = _marks(sheet, needs[item.id])
    return ""


def _capped(sheet: Sheet, item: Obligation) -> dict[Mark, int]:
    """The marks of an obligation: those of its need, held down by its safeguards."""
    need = _marks(sheet, item.needs) if item.needs else {}
    watched = dict.fromkeys(item.safeguards)
    ways: dict[Mark, list[list[int]]] = {mark: [[need[mark]]] if need else [] for mark in ENDS}
    shown = [sheet.given(name, Mark.SOME) for name in watched]
    ways[Mark.FULL] = [[*way, *shown] for way in ways[Mark.FULL]]
    ways[Mark.LACKING] += [[sheet.given(name, Mark.NONE)] for name in watched]
    return {mark: sheet.decide((item.id, mark), ways[mark]) for mark in ENDS if ways[mark]}


def _marks(sheet: Sheet, need: Need) -> dict[Mark, int]:
    """The nodes of the four marks of a need."""
    if isinstance(need, Leaf):
        return {mark: sheet.given(need.measure, mark) for mark in ENDS}
    below: Sequence[dict[Mark, int]] = [_marks(sheet, child) for child in need.children]
    n = len(below)
    enough = {Mark.SOME: 1, Mark.FULL: need.k, Mark.LACKING: n - need.k + 1, Mark.NONE: n}
    return {mark: sheet.at_least(enough[mark], [child[mark] for child in below]) for mark in ENDS}
