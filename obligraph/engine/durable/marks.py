"""What is certain of a value, as facts that only ever join each other when evidence arrives.

An interval [lo, hi] is four facts that can hold or not. Each new record that counts adds some and takes none
away, unless records conflict. That is what suits an engine which never withdraws what it has derived.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from obligraph.engine.results import Bounds


class Mark(StrEnum):
    """One thing that is certain of a measure, a gate or an obligation."""

    SOME = "at least 1"
    FULL = "at least 2"
    LACKING = "at most 1"
    NONE = "at most 0"
    CLASH = "support and contradiction cannot both hold"


class Said(StrEnum):
    """One thing that counted evidence says of a measure."""

    SHOWN = "supported in full"
    SHOWN_PARTLY = "supported in part"
    SHORT = "supported in part, with a shortfall"
    DENIED_PARTLY = "contradicted in part"
    DENIED = "contradicted in full"


ENDS = (Mark.SOME, Mark.FULL, Mark.LACKING, Mark.NONE)
"""The marks of an interval."""

PROVES: dict[Said, tuple[Mark, ...]] = {
    Said.SHOWN: (Mark.SOME, Mark.FULL),
    Said.SHOWN_PARTLY: (Mark.SOME,),
    Said.SHORT: (Mark.SOME, Mark.LACKING),
    Said.DENIED_PARTLY: (Mark.LACKING,),
    Said.DENIED: (Mark.LACKING, Mark.NONE),
}
"""What each saying makes certain; the table of bounds in the definition, read as facts."""

CLASHES = ((Mark.FULL, Mark.LACKING), (Mark.SOME, Mark.NONE))
"""Marks that cannot both hold of one value: the lower bound would pass the upper."""


def marks_of(bounds: Bounds) -> tuple[Mark, ...]:
    """The facts that an interval is.

    >>> [mark.value for mark in marks_of(Bounds(1, 1))]
    ['at least 1', 'at most 1']
    """
    holds = (bounds.lo >= 1, bounds.lo == 2, bounds.hi <= 1, bounds.hi == 0)
    return tuple(mark for mark, held in zip(ENDS, holds, strict=True) if held)


def bounds_from(marks: Collection[Mark]) -> Bounds:
    """The interval that is left by facts without a clash.

    >>> bounds_from([Mark.LACKING])
    Bounds(lo=0, hi=1)
    """
    lo = 2 if Mark.FULL in marks else 1 if Mark.SOME in marks else 0
    hi = 0 if Mark.NONE in marks else 1 if Mark.LACKING in marks else 2
    return Bounds(lo, hi)
