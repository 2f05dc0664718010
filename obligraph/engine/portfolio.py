"""Many States beside each other: themes, common gaps, shared measures, and whom to turn to next.

Built on the evaluator for many States. Shares are of obligations that apply; no ratings are averaged.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from obligraph.engine.batch import Batch, Planes, at_least, evaluate_many
from obligraph.engine.profile import Profile
from obligraph.engine.results import Rating
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Obligation
from obligraph.rules.need import Leaf, Need, measures
from obligraph.rules.words import Force

EVERYBODY = -1
"""The bitset with every bit set."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many obligations have each rating."""

    counts: Mapping[Rating, int]


@dataclass(frozen=True, slots=True)
class CommonGap:
    """A binding obligation that is a gap of at least one State."""

    obligation: str
    states: tuple[str, ...]
    """The States whose gap it is, in the order of the profiles."""


@dataclass(frozen=True, slots=True)
class SharedMeasure:
    """A measure that gaps of several States have in common."""

    measure: str
    closes: int
    """How many binding gaps, over all States, close where it alone is put in place."""
    helps: int
    """How many binding gaps, over all States, need it where it is not shown fully in place."""
    states: tuple[str, ...]
    """The States in which it would close or help to close a binding gap, in the order of the profiles."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A State's place in the order for follow-up."""

    rank: int
    state: str
    binding_gaps: tuple[int, int]
    """Binding gaps, and binding obligations that apply."""
    undetermined: tuple[int, int]
    """Binding obligations undetermined, and binding obligations that apply."""
    last_assessed: dt.date | None
    requested: bool
    why: str


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Many States at one date."""

    batch: Batch
    themes: Mapping[str, tuple[Tally, ...]]
    """By theme, one tally a State in the order of the profiles; obligations of every force."""
    common_gaps: tuple[CommonGap, ...]
    """Those of most States first, then by id."""
    shared_measures: tuple[SharedMeasure, ...]
    """Those that close most gaps alone first, then those that help most, then by effort and id."""
    follow_up: tuple[FollowUp, ...]


def portfolio(
    catalogue: Catalogue, profiles: Sequence[Profile], as_of: dt.date, requested: Collection[str] = ()
) -> Portfolio:
    """Many States beside each other.

    Args:
        catalogue: the obligations and measures.
        profiles: one a State; what must not be shown is to be taken out before.
        as_of: the date of the assessment.
        requested: names of States that have asked for follow-up themselves.
    """
    batch = evaluate_many(catalogue, profiles, as_of)
    return Portfolio(
        batch,
        {theme: _tallies(batch, theme) for theme in catalogue.themes},
        tuple(sorted(_common(batch), key=lambda gap: (-len(gap.states), gap.obligation))),
        tuple(sorted(_shared(batch), key=lambda found: _usefulness(found, catalogue))),
        _follow_up(batch, frozenset(requested)),
    )


def _rated(batch: Batch) -> Iterator[Obligation]:
    for name in batch.planes:
        yield batch.catalogue.obligations[name]


def _binding(batch: Batch) -> list[str]:
    return [name for name in batch.planes if batch.catalogue.obligations[name].force is Force.BINDING]


def _tallies(batch: Batch, theme: str) -> tuple[Tally, ...]:
    """One tally a State of the obligations under a theme."""
    names = [o.id for o in _rated(batch) if theme in o.themes]
    held = {rating: [batch.having(name, rating) for name in names] for rating in Rating}
    return tuple(
        Tally({rating: sum(bits >> state & 1 for bits in sets) for rating, sets in held.items()})
        for state in range(len(batch.profiles))
    )


def _states(batch: Batch, bits: int) -> tuple[str, ...]:
    """The names of the States whose bit is set."""
    return tuple(profile.state for at, profile in enumerate(batch.profiles) if bits >> at & 1)


def _common(batch: Batch) -> Iterator[CommonGap]:
    for name in _binding(batch):
        if bits := batch.gap(name):
            yield CommonGap(name, _states(batch, bits))


def _shared(batch: Batch) -> Iterator[SharedMeasure]:
    """Each measure that some binding gap needs where it is not shown fully in place."""
    binding = set(_binding(batch))
    for measure, leaf in batch.leaves.items():
        closes = helps = states = 0
        for name in batch.catalogue.needed_by[measure]:
            if name in binding:
                short = batch.gap(name) & ~_there(batch, name, measure, leaf)
                closed = batch.gap(name) & _met_with(batch, name, measure)
                closes += closed.bit_count()
                helps += short.bit_count()
                states |= short | closed
        if states:
            yield SharedMeasure(measure, closes, helps, _states(batch, states))


def _there(batch: Batch, name: str, measure: str, leaf: Planes) -> int:
    """The States in which a measure is all that is asked of it: in place where it is needed, else kept."""
    need = batch.catalogue.obligations[name].needs
    return leaf.two if need is not None and measure in measures(need) else leaf.one


def _met_with(batch: Batch, name: str, measure: str) -> int:
    """The States in which an obligation is met for certain once one measure is put in place."""
    obligation = batch.catalogue.obligations[name]
    if obligation.needs is None:
        return 0
    two = {other: leaf.two for other, leaf in batch.leaves.items()} | {measure: EVERYBODY}
    met = _two(obligation.needs, two)
    for safeguard in obligation.safeguards:
        met &= EVERYBODY if safeguard == measure else batch.leaves[safeguard].one
    return met


def _two(need: Need, two: Mapping[str, int]) -> int:
    """Who has 2 in a need."""
    if isinstance(need, Leaf):
        return two[need.measure]
    return at_least(need.k, [_two(child, two) for child in need.children])


def _usefulness(found: SharedMeasure, catalogue: Catalogue) -> tuple[int, int, int, str]:
    effort = catalogue.measures[found.measure].effort
    return (-found.closes, -found.helps, effort, found.measure)


def _follow_up(batch: Batch, requested: frozenset[str]) -> tuple[FollowUp, ...]:
    """The States, those to turn to first at the head."""
    names = _binding(batch)
    gaps = _per_state(batch, [batch.gap(name) for name in names])
    unknown = _per_state(batch, [batch.having(name, Rating.UNDETERMINED) for name in names])
    applies = _per_state(batch, [batch.applies[name] for name in names])
    found = [
        _unranked(profile, (gaps[at], applies[at]), (unknown[at], applies[at]), requested)
        for at, profile in enumerate(batch.profiles)
    ]
    return tuple(replace(one, rank=rank) for rank, one in enumerate(sorted(found, key=_urgency), start=1))


def _per_state(batch: Batch, sets: Sequence[int]) -> list[int]:
    """For each State, in how many of the sets it is."""
    return [sum(bits >> at & 1 for bits in sets) for at in range(len(batch.profiles))]


def _unranked(
    profile: Profile, gaps: tuple[int, int], unknown: tuple[int, int], requested: frozenset[str]
) -> FollowUp:
    """A State with the reasons for its place, which is still to be found."""
    asked = profile.state in requested
    why = "; ".join(
        (
            f"{gaps[0]} of {gaps[1]} binding obligations {'is a gap' if gaps[0] == 1 else 'are gaps'}",
            f"{unknown[0]} undetermined",
            f"last assessed on {profile.last_assessed}" if profile.last_assessed else "never assessed",
            "asked for follow-up" if asked else "has not asked for follow-up",
        )
    )
    return FollowUp(0, profile.state, gaps, unknown, profile.last_assessed, asked, why)


def _urgency(found: FollowUp) -> tuple[Fraction, Fraction, dt.date, bool, str]:
    """Share of binding gaps, share undetermined, longest not assessed (never first), own request, name."""
    return (
        -Fraction(found.binding_gaps[0], found.binding_gaps[1] or 1),
        -Fraction(found.undetermined[0], found.undetermined[1] or 1),
        found.last_assessed or dt.date.min,
        not found.requested,
        found.state,
    )
