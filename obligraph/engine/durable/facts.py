"""From evidence that counts to the facts that durable-rules is told, and back to determinations.

What counts is decided by `obligraph.engine.evidence` for every engine alike: dates, kinds, ages and what is
superseded. So is which recorded resolution settles a conflict. What counted evidence makes certain of a
measure, where it conflicts, and all that follows for obligations, durable-rules decides for itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping

from obligraph.engine.determination import conflicting
from obligraph.engine.durable.marks import Mark, Said, bounds_from, marks_of
from obligraph.engine.evidence import Weighed
from obligraph.engine.profile import Extent, Resolution
from obligraph.engine.results import Counted, Determination

Fact = tuple[str, str]
"""A measure, and what is said of it or certain of it."""


def said_of(weighed: Mapping[str, Weighed]) -> Iterator[Fact]:
    """What the counted evidence says, as facts about measures."""
    for measure, found in weighed.items():
        for item in found.counted:
            yield measure, said_by(item)


def said_by(item: Counted) -> Said:
    """What one record says of a measure."""
    match item.supports, item.claim.extent:
        case True, Extent.FULL:
            return Said.SHOWN
        case True, _:
            return Said.SHORT if item.claim.shortfall else Said.SHOWN_PARTLY
        case _, Extent.FULL:
            return Said.DENIED
        case _:
            return Said.DENIED_PARTLY


def determined(
    measure: str,
    marks: Collection[Mark],
    weighed: Weighed,
    resolutions: Iterable[Resolution],
    as_of: dt.date,
) -> Determination:
    """The determination of a measure from the marks that were derived for it."""
    if Mark.CLASH in marks:
        return conflicting(measure, weighed, resolutions, as_of)
    return Determination(measure, bounds_from(marks), weighed.counted, weighed.not_counted)


def certain_of(determinations: Iterable[Determination]) -> Iterator[Fact]:
    """What is certain of measures, as facts."""
    for found in determinations:
        for mark in marks_of(found.bounds):
            yield found.measure, mark
