"""What JSON documents about a State share, and the documents of `evaluate` and `explain`, as types.

Their schemas are made from these, as those of other commands are from the modules named for them. Fields
stand in the order in which they are written. Bounds are `[lo, hi]`: 0 not met, 1 partly met, 2 met.
"""

from __future__ import annotations

import datetime as dt

from obligraph.engine.profile import Extent, Verdict
from obligraph.engine.results import Rating
from obligraph.rules.model import Frozen
from obligraph.rules.words import Actor, Axis, EvidenceKind, Force

Interval = tuple[int, int]
"""The lowest and the highest value that the evidence leaves open."""


class Head(Frozen):
    """What every document about one State begins with."""

    state: str
    """The State's name, as the profile gives it."""
    as_of: dt.date
    """The date of the assessment."""
    catalogue: str
    """The fingerprint of the catalogue: twelve hex digits that change when any rule does."""
    caveat: str
    """What a rating is, and what it is not."""
    public: bool
    """True where restricted evidence was left out before anything was rated."""
    notes: tuple[str, ...]
    """What else a reader must know, such as what a filter has hidden."""


class Named(Frozen):
    """An obligation as every row names it."""

    obligation: str
    """Its id, such as `sres2396.12.1`."""
    title: str
    instrument: str
    """The id of its instrument, such as `sres2396`."""
    symbol: str
    """The instrument's official symbol, such as `S/RES/2396 (2017)`."""
    paragraph: str
    force: Force


class CountedRow(Frozen):
    """A piece of evidence that counts for a measure."""

    evidence: str
    measure: str
    supports: bool
    """False where it contradicts the measure."""
    extent: Extent
    shortfall: str
    """What is still lacking, in the words of the profile."""


class NotCountedRow(Frozen):
    """A piece of evidence that speaks to a measure and does not count."""

    evidence: str
    measure: str
    reason: str


class ConflictRow(Frozen):
    """Evidence on both sides of a measure that cannot both hold."""

    measure: str
    supports: tuple[str, ...]
    contradicts: tuple[str, ...]


class ResolutionRow(Frozen):
    """An assessor's recorded decision that settles a conflict."""

    measure: str
    value: Verdict
    considered: tuple[str, ...]
    assessor: str
    date: dt.date
    reason: str


class CapRow(Frozen):
    """A safeguard that keeps an obligation from being rated met."""

    measure: str
    breached: bool
    """False where the safeguard is not shown; then it caps the lower bound only."""


class CommentRow(Frozen):
    """What the State says; it changes no rating."""

    obligation: str
    """Empty where it speaks of the assessment as a whole."""
    text: str
    date: dt.date | None


class RatingRow(Named):
    """The rating of one obligation with what it rests on."""

    rating: Rating
    bounds: Interval
    formal: Interval | None
    """The need over its measures on paper only; null where it has none."""
    practice: Interval | None
    """The need over its measures at work only; null where it has none."""
    cap: tuple[CapRow, ...]
    not_applicable: str
    """Why it does not apply to the State; empty where it does."""
    assumed: tuple[str, ...]
    """Attributes that decide whether it applies and that the profile does not state."""
    overdue: bool
    counted: tuple[CountedRow, ...]
    not_counted: tuple[NotCountedRow, ...]
    conflicts: tuple[ConflictRow, ...]
    resolutions: tuple[ResolutionRow, ...]
    comments: tuple[CommentRow, ...]


class NotRatedRow(Named):
    """An obligation that is not borne by States: shown, never rated."""

    bearers: tuple[Actor, ...]


class EvaluateDocument(Head):
    """What `obligraph evaluate --format json` writes."""

    ratings: tuple[RatingRow, ...]
    """Every obligation borne by member States, in catalogue order."""
    not_rated: tuple[NotRatedRow, ...]
    """Every obligation borne by others, in catalogue order."""
    comments: tuple[CommentRow, ...]
    """What the State says of the assessment as a whole."""


class EvidenceShown(Frozen):
    """A piece of evidence with what it says of one measure."""

    id: str
    title: str
    kind: EvidenceKind
    source: str
    """Where it is found: article and page, in words."""
    quote: str
    """The words quoted from it."""
    dates: str
    """Its dates in words."""
    supports: bool
    extent: Extent
    shortfall: str
    note: str


class EvidencePassedOver(Frozen):
    """A piece of evidence that does not count, with the reason."""

    id: str
    title: str
    kind: EvidenceKind
    source: str
    quote: str
    dates: str
    reason: str


class MeasureShown(Frozen):
    """A measure in the tree of an explanation."""

    measure: str
    title: str
    axis: Axis
    bounds: Interval
    words: str
    """The bounds in words."""
    conflict: bool
    resolution: ResolutionRow | None
    expects: str
    """What evidence an assessor expects."""
    counted: tuple[EvidenceShown, ...]
    not_counted: tuple[EvidencePassedOver, ...]


class GateShown(Frozen):
    """A gate in the tree of an explanation: at least so many of its children."""

    at_least: int
    bounds: Interval
    words: str
    of: tuple[GateShown | MeasureShown, ...]


class SourceShown(Frozen):
    """The paragraph in the source's own words, from a file of the user's."""

    paragraph: str
    """Its number, as the file has it."""
    file: str
    """The name of the file."""
    text: str
    """The words on one line, as they were mended; an item with the words that open its list."""
    damaged: bool
    """True where words in it are uncertain, lost or unreadable in this copy."""


class ExplainDocument(Head):
    """What `obligraph explain --format json` writes."""

    obligation: str
    title: str
    instrument: str
    symbol: str
    paragraph: str
    summary: str
    """What is asked, in our own words."""
    force: Force
    verb: str
    """The operative verb or modal of the text."""
    force_rule: str
    """The row of the force table that gives the force."""
    force_reason: str
    """Why that row gives the force; empty where the row is not in the table that comes with the program."""
    force_source: str
    """Where that is found."""
    restated: bool
    key: str
    rating: Rating
    bounds: Interval
    words: str
    formal: Interval | None
    practice: Interval | None
    not_applicable: str
    assumed: tuple[str, ...]
    overdue: bool
    need_bounds: Interval
    """The bounds of the measures asked for, before the safeguards."""
    need: GateShown | MeasureShown | None
    safeguards: tuple[MeasureShown, ...]
    cap: tuple[CapRow, ...]
    would_settle: tuple[tuple[str, ...], ...]
    would_settle_complete: bool
    blocks: tuple[str, ...]
    blocked_by: tuple[str, ...]
    cited: tuple[str, ...]
    """The evidence on which the rating rests; with it alone the rating comes out the same."""
    comments: tuple[CommentRow, ...]
    source: SourceShown | None = None
    """The source's own paragraph. Only with `--sources`; null where it was not found, and `notes` say why."""
