"""The JSON document of `obligraph gaps`, as types; its schema is made from these."""

from __future__ import annotations

from obligraph.engine.results import Rating
from obligraph.report.documents import Head, Interval
from obligraph.rules.model import Frozen
from obligraph.rules.words import Force


class GapRow(Frozen):
    """A row of one of the two ranked lists."""

    rank: int
    """1 for the first of its list."""
    obligation: str
    title: str
    instrument: str
    symbol: str
    paragraph: str
    force: Force
    rating: Rating
    bounds: Interval
    ranked_as: Interval
    """The bounds by which it is ranked; unlike `bounds` only where what is unknown counts as not met."""
    key: str
    """Why it is a key obligation; empty where it is not one."""
    blocks: tuple[str, ...]
    """Binding obligations, not shown met, that wait for this one, directly or through others."""
    blocked_by: tuple[str, ...]
    """Obligations, not shown met, for which this one waits, directly or through others."""
    missing_measures: tuple[str, ...]
    """Needed measures that are certainly not fully in place, and safeguards that are breached."""
    unverified_measures: tuple[str, ...]
    """Needed measures and safeguards that the evidence leaves open."""
    would_settle: tuple[tuple[str, ...], ...]
    """The smallest sets of measures: for a gap those that would mend it, else those whose evidence would
    settle it."""
    would_settle_complete: bool
    """False where there are more smallest sets than are listed."""
    overdue: bool
    stable: bool
    """Whether it keeps its position under any order of the keys after force."""
    why: str
    """Why the row stands where it does, in words."""


class GapsDocument(Head):
    """What `obligraph gaps --format json` writes."""

    stability: str
    """Which positions hold under any order of the keys after force."""
    gaps: tuple[GapRow, ...]
    """Obligations that are certainly not fully met, first to mend first."""
    evidence_needed: tuple[GapRow, ...]
    """Obligations that may be met and are not shown to be, first to settle first."""
