"""Two assessments of one State beside each other: what moved, by which evidence or rule, and what stays open.

The two may differ in date, in profile, in catalogue or in all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from obligraph.engine.evidence import months_after
from obligraph.engine.profile import Claim, Evidence
from obligraph.engine.ranking import gaps
from obligraph.engine.results import Assessment, Bounds, Determination, ObligationRating, Ranking, Row
from obligraph.rules.model import Obligation

LONG_OPEN = 12
"""The months after which a gap that was there before counts as long open."""

Listed = Literal["gaps", "evidence_needed"]
"""One of the two ranked lists."""


class Direction(StrEnum):
    """How an interval moved."""

    RAISED = "raised"
    LOWERED = "lowered"
    NARROWED = "narrowed"
    WIDENED = "widened"
    APPLIES = "applies now"
    EXCUSED = "no longer applies"
    SAME = "unchanged"


@dataclass(frozen=True, slots=True)
class Cause:
    """A record that counts for a measure in one assessment and not, or otherwise, in the other."""

    evidence: Evidence
    what: str
    """What became of it, in words."""


@dataclass(frozen=True, slots=True)
class MeasureMove:
    """A measure whose bounds moved."""

    measure: str
    before: Bounds
    after: Bounds
    causes: tuple[Cause, ...]
    notes: tuple[str, ...]
    """What moved it besides single records: a conflict, a resolution, another rule for the measure."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an obligation stands in the two lists."""

    listed: Listed
    rank: int


@dataclass(frozen=True, slots=True)
class ObligationMove:
    """An obligation of both catalogues whose rating, bounds or place moved."""

    before: ObligationRating
    after: ObligationRating
    direction: Direction
    place_before: Place | None
    place_after: Place | None
    """None where it stands in neither list."""
    measures: tuple[str, ...]
    """Those of its measures that moved, in the order of its need."""
    notes: tuple[str, ...]
    """What moved it besides its measures: another force, another need, an attribute."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What moved from an earlier to a later assessment; every list in the order of the later catalogue."""

    measures: tuple[MeasureMove, ...]
    obligations: tuple[ObligationMove, ...]
    new: tuple[ObligationRating, ...]
    """Obligations of the later catalogue alone, with their ratings."""
    dropped: tuple[ObligationRating, ...]
    """Obligations of the earlier catalogue alone."""
    closed: tuple[str, ...]
    """Gaps of the earlier assessment that are none in the later."""
    opened: tuple[str, ...]
    """Gaps of the later assessment that were none in the earlier, new obligations among them."""
    still_open: tuple[str, ...]
    """Gaps of both."""
    long_open: tuple[str, ...]
    """Those still open where at least `LONG_OPEN` months lie between the two."""
    expired: tuple[str, ...]
    """Ids of records that counted for something in the earlier and, unchanged, for nothing in the later."""


def compare(earlier: Assessment, later: Assessment) -> Comparison:
    """What moved from one assessment to another.

    Args:
        earlier: the assessment to start from.
        later: the assessment to arrive at: of a later date, another profile or another catalogue.
    """
    measures = tuple(_measure_moves(earlier, later))
    before, after = gaps(earlier), gaps(later)
    open_before, open_after = _open(before), _open(after)
    still = tuple(name for name in later.ratings if name in open_before and name in open_after)
    long = months_after(earlier.as_of, LONG_OPEN) <= later.as_of
    return Comparison(
        measures=measures,
        obligations=tuple(_moves(earlier, later, before, after, {move.measure for move in measures})),
        new=tuple(r for name, r in later.ratings.items() if name not in earlier.ratings),
        dropped=tuple(r for name, r in earlier.ratings.items() if name not in later.ratings),
        closed=tuple(name for name in earlier.ratings if name in open_before and name not in open_after),
        opened=tuple(name for name in later.ratings if name in open_after and name not in open_before),
        still_open=still,
        long_open=still if long else (),
        expired=tuple(_expired(earlier, later)),
    )


def _open(ranking: Ranking) -> set[str]:
    return {row.result.obligation.id for row in ranking.gaps}


def _expired(earlier: Assessment, later: Assessment) -> Iterator[str]:
    """Records that both profiles hold alike, that counted before and count for nothing now."""
    kept = {item.id for item in later.profile.evidence if item in earlier.profile.evidence}
    yield from sorted((_counting(earlier) & kept) - _counting(later))


def _counting(assessment: Assessment) -> set[str]:
    found = assessment.determinations.values()
    return {item.evidence.id for determination in found for item in determination.counted}


def _measure_moves(earlier: Assessment, later: Assessment) -> Iterator[MeasureMove]:
    """The measures of both catalogues whose bounds moved, with the reasons."""
    for name, after in later.determinations.items():
        before = earlier.determinations.get(name)
        if before is not None and before.bounds != after.bounds:
            notes = _measure_notes(name, earlier, later)
            yield MeasureMove(name, before.bounds, after.bounds, tuple(_causes(before, after)), tuple(notes))


def _causes(before: Determination, after: Determination) -> Iterator[Cause]:
    """The records that count in one of the two and not in the other, or that say something else."""
    old, new = _said(before), _said(after)
    records = {item.evidence.id: item.evidence for item in (*before.counted, *after.counted)}
    for name in sorted(records):
        if old.get(name) != new.get(name):
            gained = name in new
            what = _gained(name, before, changed=name in old) if gained else _lost(name, after)
            yield Cause(records[name], what)


def _said(found: Determination) -> dict[str, tuple[tuple[Claim, bool], ...]]:
    """By record that counts, all that it says of the measure, and whether in support."""
    said: dict[str, tuple[tuple[Claim, bool], ...]] = {}
    for item in found.counted:
        said[item.evidence.id] = (*said.get(item.evidence.id, ()), (item.claim, item.supports))
    return said


def _gained(name: str, before: Determination, *, changed: bool) -> str:
    if changed:
        return "says something else than before"
    reasons = [item.reason for item in before.not_counted if item.evidence.id == name]
    return f"counts now; before: {reasons[0]}" if reasons else "is new"


def _lost(name: str, after: Determination) -> str:
    reasons = [item.reason for item in after.not_counted if item.evidence.id == name]
    return f"no longer counts: {reasons[0]}" if reasons else "was taken away"


def _measure_notes(name: str, earlier: Assessment, later: Assessment) -> Iterator[str]:
    """What moved a measure besides single records."""
    before, after = earlier.determinations[name], later.determinations[name]
    if after.conflict and not before.conflict:
        yield "the evidence conflicts now"
    if after.resolution and after.resolution != before.resolution:
        yield f"a conflict was settled by {after.resolution.assessor} on {after.resolution.date}"
    if before.resolution and not after.resolution:
        yield f"the decision of {before.resolution.date} no longer settles it"
    old, new = earlier.catalogue.measures[name], later.catalogue.measures[name]
    if (old.accepts, old.max_age) != (new.accepts, new.max_age):
        yield "the catalogue asks for other evidence of it"


def _moves(
    earlier: Assessment, later: Assessment, before: Ranking, after: Ranking, moved: set[str]
) -> Iterator[ObligationMove]:
    """The obligations of both catalogues whose rating, bounds or place moved."""
    places_before, places_after = places(before), places(after)
    for name, new in later.ratings.items():
        old = earlier.ratings.get(name)
        if old is None:
            continue
        here, there = places_before.get(name), places_after.get(name)
        if (old.rating, old.bounds, here) != (new.rating, new.bounds, there):
            measures = tuple(m for m in _involved(old.obligation, new.obligation) if m in moved)
            notes = tuple(_notes(old, new))
            yield ObligationMove(old, new, direction(old, new), here, there, measures, notes)


def places(ranking: Ranking) -> dict[str, Place]:
    """Where each obligation stands, in the order of the lists."""
    lists: Mapping[Listed, tuple[Row, ...]] = {
        "gaps": ranking.gaps,
        "evidence_needed": ranking.evidence_needed,
    }
    return {row.result.obligation.id: Place(name, row.rank) for name, rows in lists.items() for row in rows}


def _involved(*versions: Obligation) -> tuple[str, ...]:
    """The measures and safeguards that an obligation names in either catalogue."""
    return tuple(dict.fromkeys(name for obligation in versions for name in obligation.named))


def direction(before: ObligationRating, after: ObligationRating) -> Direction:
    """How the interval of an obligation moved."""
    if bool(before.not_applicable) != bool(after.not_applicable):
        return Direction.EXCUSED if after.not_applicable else Direction.APPLIES
    low, high = after.bounds.lo - before.bounds.lo, after.bounds.hi - before.bounds.hi
    if low == high == 0:
        return Direction.SAME
    if low >= 0 and high >= 0:
        return Direction.RAISED
    if low <= 0 and high <= 0:
        return Direction.LOWERED
    return Direction.NARROWED if low > 0 else Direction.WIDENED


def _notes(before: ObligationRating, after: ObligationRating) -> Iterator[str]:
    """What moved an obligation besides its measures."""
    old, new = before.obligation, after.obligation
    if after.not_applicable and not before.not_applicable:
        yield after.not_applicable
    if old.force != new.force:
        word = "stronger" if new.force.rank < old.force.rank else "weaker"
        yield f"its force is {word}: {old.force.words} before, {new.force.words} now"
    if old.needs != new.needs:
        yield "the catalogue asks for other measures"
    if old.safeguards != new.safeguards:
        yield "the catalogue names other safeguards"
    if bool(old.key) != bool(new.key):
        yield "it is a key obligation now" if new.key else "it is no longer a key obligation"
    if after.overdue and not before.overdue:
        yield f"its deadline, {new.deadline}, has passed"
