"""A comparison as rows: what became of each obligation, each measure and each record that lapsed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from obligraph.engine.comparison import Comparison, Direction, MeasureMove, ObligationMove, Place
from obligraph.engine.results import Assessment, ObligationRating, Rating
from obligraph.report.comparison_documents import (
    CauseRow,
    Change,
    ChangeRow,
    ExpiredRow,
    Gap,
    MeasureMoveRow,
    PlaceRow,
)
from obligraph.report.documents import Interval
from obligraph.report.naming import interval, named
from obligraph.report.view import View
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.words import Force


@dataclass(frozen=True, slots=True)
class CompareView:
    """A comparison as it is shown.

    Attributes:
        earlier: the assessment to start from.
        later: the assessment to arrive at, as it is shown.
        found: what moved.
        forces: the forces of the obligations shown; none for all.
    """

    earlier: Assessment
    later: View
    found: Comparison
    forces: frozenset[Force] = frozenset()

    @property
    def after(self) -> Assessment:
        """The assessment to arrive at."""
        return self.later.assessment

    @property
    def months(self) -> int:
        """The whole months between the two dates."""
        return months_between(self.earlier.as_of, self.after.as_of)


def months_between(start: dt.date, end: dt.date) -> int:
    """The whole months from one day to a later one.

    >>> months_between(dt.date(2023, 6, 30), dt.date(2024, 6, 29))
    11
    """
    return 12 * (end.year - start.year) + end.month - start.month - (end.day < start.day)


@dataclass(frozen=True, slots=True)
class _Side:
    """What one of the two assessments says of an obligation."""

    result: ObligationRating
    place: Place | None = None

    @property
    def rating(self) -> Rating:
        return self.result.rating

    @property
    def bounds(self) -> Interval:
        return self.result.bounds.lo, self.result.bounds.hi


def change_rows(shown: CompareView) -> tuple[ChangeRow, ...]:
    """Every obligation that moved, is new or dropped, or is a gap of both, in the order of the catalogue."""
    moves = {move.after.obligation.id: move for move in shown.found.obligations}
    new = {result.obligation.id for result in shown.found.new}
    still = set(shown.found.still_open)
    rows = [
        _moved(shown, moves[name]) if name in moves else _stayed(shown, name, name in new)
        for name in shown.after.ratings
        if name in moves or name in new or name in still
    ]
    return (*rows, *(_dropped(shown, result) for result in shown.found.dropped))


def _moved(shown: CompareView, move: ObligationMove) -> ChangeRow:
    change: Change = "place" if move.direction is Direction.SAME else "moved"
    before, after = _Side(move.before, move.place_before), _Side(move.after, move.place_after)
    return _row(shown, change, before, after, move)


def _stayed(shown: CompareView, name: str, new: bool) -> ChangeRow:
    after = _Side(shown.after.ratings[name])
    return _row(shown, "new", None, after) if new else _row(shown, "unchanged", after, after)


def _dropped(shown: CompareView, result: ObligationRating) -> ChangeRow:
    return _row(shown, "dropped", _Side(result), None)


def _row(
    shown: CompareView,
    change: Change,
    before: _Side | None,
    after: _Side | None,
    move: ObligationMove | None = None,
) -> ChangeRow:
    side = after or before
    if side is None:
        raise ValueError("an obligation that is in neither assessment")
    obligation = side.result.obligation
    catalogue = (shown.after if after else shown.earlier).catalogue
    return ChangeRow(
        **named(catalogue, obligation),
        change=change,
        direction=_direction(change, move),
        gap=_gap(shown.found, obligation.id, before, after),
        rating_before=before.rating if before else None,
        rating_after=after.rating if after else None,
        bounds_before=before.bounds if before else None,
        bounds_after=after.bounds if after else None,
        place_before=place_row(before.place if before else None),
        place_after=place_row(after.place if after else None),
        measures=move.measures if move else (),
        notes=move.notes if move else (),
    )


def _direction(change: Change, move: ObligationMove | None) -> Direction | None:
    if move:
        return move.direction
    return Direction.SAME if change == "unchanged" else None


def _gap(found: Comparison, name: str, before: _Side | None, after: _Side | None) -> Gap:
    if name in found.closed:
        if after is None or after.rating is Rating.NOT_APPLICABLE:
            return "lapsed"
        return "closed" if after.rating is Rating.MET else "uncertain"
    if name in found.opened:
        return "found" if before and before.rating is Rating.UNDETERMINED else "opened"
    if name in found.long_open:
        return "long_open"
    return "still_open" if name in found.still_open else "none"


def place_row(place: Place | None) -> PlaceRow | None:
    """A place in the two ranked lists as JSON has it."""
    return PlaceRow(list=place.listed, rank=place.rank) if place else None


def measure_rows(shown: CompareView) -> tuple[MeasureMoveRow, ...]:
    """The measures that moved, each with its reasons."""
    return tuple(_measure_row(shown.after.catalogue, move) for move in shown.found.measures)


def _measure_row(catalogue: Catalogue, move: MeasureMove) -> MeasureMoveRow:
    return MeasureMoveRow(
        measure=move.measure,
        title=catalogue.measures[move.measure].title,
        bounds_before=interval(move.before),
        bounds_after=interval(move.after),
        causes=tuple(
            CauseRow(evidence=cause.evidence.id, title=cause.evidence.title, what=cause.what)
            for cause in move.causes
        ),
        notes=move.notes,
    )


def expired_rows(shown: CompareView) -> Iterator[ExpiredRow]:
    """The records that counted before and, unchanged, count for nothing now, each with the reason."""
    records = {item.id: item for item in shown.after.profile.evidence}
    reasons: dict[str, list[str]] = {}
    for found in shown.after.determinations.values():
        for item in found.not_counted:
            reasons.setdefault(item.evidence.id, []).append(item.reason)
    for name in shown.found.expired:
        said = "; ".join(dict.fromkeys(reasons.get(name, ["no obligation of the catalogue asks for it"])))
        yield ExpiredRow(evidence=name, title=records[name].title, reason=said)
