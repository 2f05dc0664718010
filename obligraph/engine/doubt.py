"""What speaks against a measure, and the level of maturity at which that holds it.

Evidence that a measure is not whole holds it at 3, working in practice. Evidence that it is not there, or
that conflicts, holds it at 1, planned or drafted. A recorded resolution settles a conflict of counted
evidence. Evidence of a kind that the measure does not accept is no ground for a rating; here it counts for a
level, and so it counts against one as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from obligraph.engine.profile import Extent
from obligraph.engine.results import Counted, Determination

NO_LIMIT = 4
"""The highest level there is."""

HIGHEST: Mapping[int, int] = {0: 1, 1: 3, 2: NO_LIMIT}
"""The highest level by the highest value that is left open: not met, partly met, met."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What keeps a measure from a higher level."""

    highest: int = NO_LIMIT
    """The highest level that is left open."""
    evidence: tuple[str, ...] = ()
    """The ids of the evidence that speaks against it, or of both sides of a conflict, sorted."""
    words: str = ""
    """Why no higher level is given."""


def doubt(found: Determination, usable: Iterable[Counted]) -> Doubt:
    """What speaks against a measure.

    Args:
        found: what the evidence that counts for a rating says of the measure.
        usable: all that records in effect say of it, whatever their kind.
    """
    counted = {item.evidence.id for item in found.counted}
    others = [item for item in usable if item.evidence.id not in counted]
    values = [_value(item) for item in others]
    settled = 0 if found.conflict else found.bounds.hi
    worst = min([settled, *values])
    if worst == 2:
        return Doubt()
    if settled <= min(values, default=2):
        return Doubt(HIGHEST[worst], *_of_the_counted(found))
    ids = tuple(sorted({item.evidence.id for item in others if _value(item) == worst}))
    return Doubt(HIGHEST[worst], ids, _says(worst, ids))


def _value(item: Counted) -> int:
    """The highest value that one record leaves open: 0, 1 or 2."""
    if item.supports:
        return 1 if item.claim.shortfall else 2
    return 0 if item.claim.extent is Extent.FULL else 1


def _of_the_counted(found: Determination) -> tuple[tuple[str, ...], str]:
    """The counted evidence against a measure, and the reason in words."""
    against = (item for item in found.counted if found.conflict or _value(item) < 2)
    ids = tuple(sorted({item.evidence.id for item in against}))
    if found.conflict:
        return ids, f"no higher, since the evidence conflicts ({', '.join(ids)})"
    if found.resolution:
        by = found.resolution
        return ids, f"no higher, by the decision of {by.assessor} on {by.date}"
    return ids, _says(found.bounds.hi, ids)


def _says(value: int, ids: Iterable[str]) -> str:
    lacking = "it is not there" if value == 0 else "it is not whole"
    return f"no higher, since evidence says that {lacking} ({', '.join(ids)})"
