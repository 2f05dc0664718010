"""What an evaluation finds, as values: bounds, determinations, ratings, rows of the two lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from obligraph.engine.profile import Claim, Evidence, Profile, Resolution
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Obligation
from obligraph.rules.words import Vocabulary

CAVEAT = (
    "A rating says what the evidence supplied supports on this date. It is not a finding that the State "
    "complies or fails to comply."
)
"""Stands in every output."""


@dataclass(frozen=True, slots=True, order=True)
class Bounds:
    """The interval of values (0 not met, 1 partly met, 2 met) that the evidence leaves open."""

    lo: int
    hi: int

    @property
    def settled(self) -> bool:
        """Whether one value is left."""
        return self.lo == self.hi

    @property
    def short(self) -> bool:
        """Whether the evidence rules out that it is fully met: of an obligation, a gap."""
        return self.hi < 2

    @property
    def unproven(self) -> bool:
        """Whether it may be fully met and is not shown to be: of an obligation, evidence is needed."""
        return self.lo < self.hi == 2

    @property
    def words(self) -> str:
        """The interval as people say it.

        >>> Bounds(0, 1).words, Bounds(1, 2).words
        ('not met or partly met', 'partly met or met')
        """
        return _INTERVALS[self.lo, self.hi]


_INTERVALS = {
    (0, 0): "not met",
    (1, 1): "partly met",
    (2, 2): "met",
    (0, 1): "not met or partly met",
    (1, 2): "partly met or met",
    (0, 2): "anything from not met to met",
}

UNKNOWN = Bounds(0, 2)


class Rating(Vocabulary):
    """What the determinations say of one obligation."""

    NOT_MET = "not_met"
    PARTLY_MET = "partly_met"
    MET = "met"
    UNDETERMINED = "undetermined"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Counted:
    """A piece of evidence that counts for a measure, with what it says of it."""

    evidence: Evidence
    claim: Claim
    supports: bool
    """True where it supports the measure, False where it contradicts it."""


@dataclass(frozen=True, slots=True)
class NotCounted:
    """A piece of evidence that speaks to a measure and does not count, with the reason in words."""

    evidence: Evidence
    measure: str
    reason: str


@dataclass(frozen=True, slots=True)
class Determination:
    """What the evidence says of one measure."""

    measure: str
    bounds: Bounds
    counted: tuple[Counted, ...] = ()
    not_counted: tuple[NotCounted, ...] = ()
    conflict: bool = False
    """True where support and contradiction cannot both hold and no recorded resolution settles it."""
    resolution: Resolution | None = None
    """The recorded resolution that settles a conflict, where one does."""


@dataclass(frozen=True, slots=True)
class Cap:
    """A safeguard that keeps an obligation from being rated met."""

    measure: str
    breached: bool
    """True: the evidence shows it breached, both bounds are capped. False: not shown, lo alone is capped."""


@dataclass(frozen=True, slots=True)
class ObligationRating:
    """The rating of one obligation."""

    obligation: Obligation
    rating: Rating
    bounds: Bounds
    """The bounds after the safeguards; `UNKNOWN` where the obligation does not apply."""
    formal: Bounds | None
    """The need over its formal measures only; None where it has none."""
    practice: Bounds | None
    """The need over its practice measures only; None where it has none."""
    caps: tuple[Cap, ...] = ()
    not_applicable: str = ""
    """Why it does not apply to this State; empty where it does."""
    overdue: bool = False
    """Whether its deadline has passed and it is not shown to be met."""
    assumed: tuple[str, ...] = ()
    """Attributes that decide whether it applies and that the profile does not state; it is taken to apply."""

    @property
    def is_gap(self) -> bool:
        """Whether it applies and is certainly not fully met."""
        return not self.not_applicable and self.bounds.short


@dataclass(frozen=True)
class Assessment:
    """All determinations and ratings of one State at one date."""

    catalogue: Catalogue
    profile: Profile
    as_of: dt.date
    determinations: Mapping[str, Determination]
    """By measure, for every measure of the catalogue, in catalogue order."""
    ratings: Mapping[str, ObligationRating]
    """By obligation, for every obligation borne by member States, in catalogue order."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of one of the two ranked lists."""

    rank: int
    """1 for the first."""
    result: ObligationRating
    blocks: tuple[str, ...]
    """Applicable binding obligations, not shown met, that presuppose this one directly or through others."""
    blocked_by: tuple[str, ...]
    """Obligations not shown met that this one presupposes directly or through others."""
    missing: tuple[str, ...]
    """Needed measures that are certainly not fully in place, and safeguards that are breached."""
    unverified: tuple[str, ...]
    """Needed measures and safeguards on which the evidence leaves the question open."""
    share_missing: tuple[int, int]
    """Needed measures missing, and needed measures in all."""
    would_settle: tuple[tuple[str, ...], ...]
    """The smallest sets of measures: in the gaps, those that put in place would meet the obligation; in
    evidence needed, those whose evidence would settle it."""
    why: str
    """Why the row stands where it does, in words."""
    all_sets: bool = True
    """False where there are more smallest sets than `would_settle` lists."""
    ranked_as: Bounds = UNKNOWN
    """The bounds by which it is ranked: its own, or those with what is unknown taken as not met."""
    stable: bool = True
    """Whether the row keeps its position under any order of the keys after force."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The two ranked lists of one assessment."""

    gaps: tuple[Row, ...]
    evidence_needed: tuple[Row, ...]
    stability: str
    """Which positions hold under any order of the keys after the first, in words."""
    unknown_as_unmet: bool = False
    """True where what is unknown was ranked as not met, so that all rows stand in `gaps`."""
