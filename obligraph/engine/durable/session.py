"""A live session of one State in durable-rules: evidence arrives, and what follows from it is asked.

Where evidence only adds to what is certain, the new facts alone are asserted beside the old. Where something
is withdrawn (a record is gone, is repealed, has come into conflict), the rulesets that had been told of it
drop the State and are told anew, since durable-rules withdraws nothing it has derived.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from obligraph.engine.determination import resolutions_of
from obligraph.engine.durable.compiling import (
    FORMAL,
    MEASURE,
    PRACTICE,
    RATING,
    Program,
    compile_catalogue,
)
from obligraph.engine.durable.facts import Fact, certain_of, determined, said_of
from obligraph.engine.durable.marks import Mark, bounds_from
from obligraph.engine.durable.process import ChildEndedError, Process
from obligraph.engine.durable.sheet import Key, Ruleset
from obligraph.engine.evaluation import Determinations, caps_of, rating_from
from obligraph.engine.evidence import Weighed, superseded, weigh
from obligraph.engine.profile import Profile
from obligraph.engine.results import Assessment, Bounds, Determination, ObligationRating
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Obligation

MOST_TURNS = 50
"""How often a ruleset is told more before it is begun anew: go facts of each turn stay, and slow it down."""

Marks = Mapping[Key, Collection[Mark]]
"""The marks derived for each part that is read."""


class Keeper(Protocol):
    """What holds rulesets and derives: a process with durable-rules, or what stands for it in a test."""

    def load(self, ruleset: Ruleset) -> None:
        """Takes a ruleset over."""

    def tell(self, ruleset: str, state: str, facts: Iterable[int]) -> frozenset[int]:
        """Adds nodes for a State to those told before; all nodes derived for it so far."""

    def forget(self, ruleset: str, state: str) -> None:
        """Drops all that was told and derived for a State."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a ruleset holds for a State.

    Attributes:
        told: the nodes it was told.
        derived: the nodes it derived from them.
        turns: how many times it was told something since it was last begun anew.
    """

    told: frozenset[int]
    derived: frozenset[int]
    turns: int


@dataclass
class Effort:
    """What the last assessment of a session took.

    Attributes:
        told: facts asserted.
        begun_anew: rulesets told everything again, nearly always since something told no longer held.
    """

    told: int = 0
    begun_anew: int = 0

    @property
    def words(self) -> str:
        """What it took, in words.

        >>> Effort(told=3).words
        '3 facts told'
        """
        facts = f"{self.told} fact{'' if self.told == 1 else 's'} told"
        if not self.begun_anew:
            return facts
        sets = f"{self.begun_anew} ruleset{'' if self.begun_anew == 1 else 's'} begun anew"
        return f"{facts}, {sets}"


@dataclass
class Session:
    """One State in a process that holds a catalogue's rulesets.

    Attributes:
        catalogue: the obligations and measures.
        program: the catalogue as rulesets, all of them loaded in the process.
        process: where durable-rules runs.
        state: a name for the State in durable-rules; sessions of other names do not touch each other.
        lasting: whether what was told stays, for the next assessment to build on. A State takes some 30 KB a
            rule; where it does not last, one ruleset at a time holds it.
        effort: what the last call of `assess` took.
    """

    catalogue: Catalogue
    program: Program
    process: Keeper
    state: str = "state"
    lasting: bool = True
    effort: Effort = field(default_factory=Effort)
    _held: dict[str, Held] = field(default_factory=dict)

    def assess(self, profile: Profile, as_of: dt.date) -> Assessment:
        """The assessment of a profile, which may be another one than the last time.

        Raises:
            InputError: durable-rules gave no answer.
        """
        self.effort = Effort()
        determinations = self._determinations(profile, as_of)
        marks = self._asked(self.program.obligations, frozenset(certain_of(determinations.values())))
        ratings = {
            item.id: _rated(item, self.catalogue, profile, determinations, marks, as_of)
            for item in self.catalogue.rated()
        }
        return Assessment(self.catalogue, profile, as_of, determinations, ratings)

    def forget(self) -> None:
        """Drops the State in every ruleset, so that its memory is free for the next."""
        for name in self._held:
            self.process.forget(name, self.state)
        self._held.clear()

    def _determinations(self, profile: Profile, as_of: dt.date) -> dict[str, Determination]:
        replaced = superseded(profile.evidence, as_of)
        weighed = weigh(profile.evidence, self.catalogue.measures, as_of, replaced)
        marks = self._asked(self.program.measures, frozenset(said_of(weighed)))
        resolutions = resolutions_of(profile)
        return {
            name: determined(
                name, marks[name, MEASURE], weighed.get(name, Weighed()), resolutions.get(name, ()), as_of
            )
            for name in self.catalogue.measures
        }

    def _asked(self, rulesets: Sequence[Ruleset], facts: frozenset[Fact]) -> Marks:
        """The marks of everything that the rulesets are read for, from the facts that hold now."""
        found: dict[Key, Collection[Mark]] = {}
        for ruleset in rulesets:
            nodes = frozenset(node for fact, node in ruleset.given.items() if fact in facts)
            holds = nodes | self._derived(ruleset.name, nodes)
            for key, root in ruleset.roots.items():
                found[key] = [mark for mark, node in root.items() if node in holds]
        return found

    def _derived(self, ruleset: str, nodes: frozenset[int]) -> frozenset[int]:
        """Tells what is new, or everything where something told before no longer holds."""
        held = self._held.get(ruleset)
        if held and held.told == nodes:
            return held.derived
        if held and (held.told - nodes or held.turns == MOST_TURNS):
            self.process.forget(ruleset, self.state)
            self.effort.begun_anew += 1
            held = None
        new = nodes - held.told if held else nodes
        self.effort.told += len(new)
        derived = self.process.tell(ruleset, self.state, sorted(new))
        if self.lasting:
            self._held[ruleset] = Held(nodes, derived, held.turns + 1 if held else 1)
        else:
            self.process.forget(ruleset, self.state)
        return derived


def open_session(catalogue: Catalogue, process: Keeper, *, lasting: bool = True) -> Session:
    """A session of one State in a process that does not hold the catalogue yet.

    Args:
        catalogue: the obligations and measures.
        process: where durable-rules runs.
        lasting: whether one assessment is to build on what was told for the one before.

    Raises:
        InputError: the catalogue asks for more than durable-rules can carry, or durable-rules failed.
    """
    program = compile_catalogue(catalogue)
    for ruleset in (*program.measures, *program.obligations):
        process.load(ruleset)
    return Session(catalogue, program, process, lasting=lasting)


def evaluate_by_durable(catalogue: Catalogue, profile: Profile, as_of: dt.date) -> Assessment:
    """All determinations and ratings of one State at one date, by durable-rules in a process of its own.

    durable-rules now and then spoils its own memory, and its process ends. Nothing that it has answered by
    then is kept: the whole question is put once more, to a new process.

    Args:
        catalogue: the obligations and measures.
        profile: the State's attributes and evidence.
        as_of: the date of the assessment.

    Raises:
        InputError: durable-rules is not installed, cannot carry the catalogue, or twice gave no answer.
    """
    try:
        return _assessed_anew(catalogue, profile, as_of)
    except ChildEndedError:
        return _assessed_anew(catalogue, profile, as_of)


def _assessed_anew(catalogue: Catalogue, profile: Profile, as_of: dt.date) -> Assessment:
    with Process() as process:
        return open_session(catalogue, process, lasting=False).assess(profile, as_of)


def _rated(
    obligation: Obligation,
    catalogue: Catalogue,
    profile: Profile,
    determinations: Determinations,
    marks: Marks,
    as_of: dt.date,
) -> ObligationRating:
    """The rating of an obligation with the bounds that were derived, in the words of every engine."""
    bounds = bounds_from(marks[obligation.id, RATING])
    axes = (_axis(marks, obligation.id, FORMAL), _axis(marks, obligation.id, PRACTICE))
    caps = caps_of(obligation, determinations)
    return rating_from(obligation, bounds, axes, caps, catalogue, profile, as_of)


def _axis(marks: Marks, obligation: str, part: str) -> Bounds | None:
    return bounds_from(marks[obligation, part]) if (obligation, part) in marks else None
