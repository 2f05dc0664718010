"""The JSON document of `obligraph compare`, as types; its schema is made from these."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from obligraph.engine.comparison import Direction, Listed
from obligraph.engine.results import Rating
from obligraph.report.documents import Head, Interval, Named
from obligraph.rules.model import Frozen

Gap = Literal["closed", "uncertain", "lapsed", "found", "opened", "still_open", "long_open", "none"]
"""What became of a gap. No longer one: `closed`, it is shown met; `uncertain`, the evidence leaves it open
now; `lapsed`, the obligation does not apply or is not in the catalogue any more. One now: `found`, it was
undetermined before; `opened`, it was met, or the obligation is new. One on both dates: `still_open`, or
`long_open` where they lie twelve months apart or more."""

Change = Literal["moved", "place", "new", "dropped", "unchanged"]
"""`place`: only its rank moved; `new`, `dropped`: only the later, or the earlier, catalogue has it;
`unchanged`: a gap of both that did not move."""


class PlaceRow(Frozen):
    """Where an obligation stands in the two ranked lists."""

    list: Listed
    rank: int


class CauseRow(Frozen):
    """A record that moved a measure."""

    evidence: str
    title: str
    what: str
    """What became of it, such as "is new" or "no longer counts: it expired on 2024-03-31"."""


class MeasureMoveRow(Frozen):
    """A measure whose bounds moved, with the reasons."""

    measure: str
    title: str
    bounds_before: Interval
    bounds_after: Interval
    causes: tuple[CauseRow, ...]
    notes: tuple[str, ...]
    """What moved it besides single records: a conflict, a resolution, another rule for the measure."""


class ChangeRow(Named):
    """An obligation that moved, is new or dropped, or is a gap of both assessments."""

    change: Change
    direction: Direction | None
    """How its interval moved; null for what is new or dropped."""
    gap: Gap
    rating_before: Rating | None
    rating_after: Rating | None
    bounds_before: Interval | None
    bounds_after: Interval | None
    place_before: PlaceRow | None
    place_after: PlaceRow | None
    measures: tuple[str, ...]
    """Those of its measures that moved; `measures` of the document says why."""
    notes: tuple[str, ...]
    """What moved it besides its measures: another force, another need, an attribute, a deadline."""


class ExpiredRow(Frozen):
    """A record, unchanged, that counted before and counts for nothing now."""

    evidence: str
    title: str
    reason: str


class CompareDocument(Head):
    """What `obligraph compare --format json` writes; the head has date and catalogue of the later side."""

    earlier_as_of: dt.date
    earlier_catalogue: str
    months: int
    """The whole months between the two dates."""
    changes: tuple[ChangeRow, ...]
    """In the order of the later catalogue; what was dropped stands last."""
    measures: tuple[MeasureMoveRow, ...]
    closed: tuple[str, ...]
    """Gaps of the earlier that are certain gaps no longer; `changes` says which of them are shown met."""
    opened: tuple[str, ...]
    """Gaps of the later that were no certain gaps before."""
    still_open: tuple[str, ...]
    long_open: tuple[str, ...]
    """Those still open where the two dates lie twelve months apart or more."""
    expired: tuple[ExpiredRow, ...]
