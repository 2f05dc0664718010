"""Two answers to one question, held together: where do they differ, and on how much do they agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from obligraph.engine.results import Assessment, Bounds, Determination, ObligationRating


@dataclass(frozen=True, slots=True)
class Difference:
    """One answer on which two engines differ.

    Attributes:
        about: the measure or obligation.
        reference: what the reference evaluator says, in words.
        other: what the other engine says, in words.
    """

    about: str
    reference: str
    other: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two engines say of one State.

    Attributes:
        measures: how many measures were compared.
        obligations: how many obligations were compared.
        differences: where they differ, measures first, each in catalogue order.
    """

    measures: int
    obligations: int
    differences: tuple[Difference, ...]

    @property
    def compared(self) -> int:
        """How many answers were compared."""
        return self.measures + self.obligations


def agreement(reference: Assessment, other: Assessment) -> Agreement:
    """How far two assessments of one State by one catalogue agree; every field of an answer counts."""
    found = (*_measures(reference, other), *_obligations(reference, other))
    return Agreement(len(reference.determinations), len(reference.ratings), found)


def _measures(reference: Assessment, other: Assessment) -> Iterator[Difference]:
    for name, one in reference.determinations.items():
        two = other.determinations[name]
        if one != two:
            yield Difference(name, _determination_words(one), _determination_words(two))


def _obligations(reference: Assessment, other: Assessment) -> Iterator[Difference]:
    for name, one in reference.ratings.items():
        two = other.ratings[name]
        if one != two:
            yield Difference(name, _rating_words(one), _rating_words(two))


def _determination_words(found: Determination) -> str:
    state = "in conflict" if found.conflict else "settled by a resolution" if found.resolution else ""
    return ", ".join(filter(None, (found.bounds.words, state)))


def _rating_words(found: ObligationRating) -> str:
    caps = ", ".join(cap.measure for cap in found.caps)
    parts = (
        f"{found.rating.words} ({found.bounds.words})",
        _axis_words("on paper", found.formal),
        _axis_words("in practice", found.practice),
        f"held down by {caps}" if caps else "",
        "overdue" if found.overdue else "",
    )
    return "; ".join(filter(None, parts))


def _axis_words(axis: str, bounds: Bounds | None) -> str:
    return f"{axis} {bounds.words}" if bounds else ""
