"""A State's profile: its attributes and its evidence, as typed values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, StrictBool, StringConstraints, model_validator

from obligraph.rules.model import Frozen, Slug, Words
from obligraph.rules.words import EvidenceKind, Vocabulary


class Extent(Vocabulary):
    """How much of a measure a piece of evidence speaks to."""

    FULL = "full"
    PARTIAL = "partial"


class Status(Vocabulary):
    """Where a law, an institution or another record stands in its life."""

    IN_FORCE = "in_force"
    DRAFT = "draft"
    REPEALED = "repealed"


class Confidentiality(Vocabulary):
    """Who may see a piece of evidence."""

    PUBLIC = "public"
    RESTRICTED = "restricted"


class Reliability(Vocabulary):
    """How far the assessor trusts a source; shown, never weighed."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class SourceType(Vocabulary):
    """Whose record a piece of evidence is."""

    STATE = "state"
    UN_BODY = "un_body"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    COURT = "court"
    CIVIL_SOCIETY = "civil_society"
    ACADEMIC = "academic"
    MEDIA = "media"
    VISIT = "visit"


class Verdict(Vocabulary):
    """A value of the scale: 0 not met, 1 partly met, 2 met."""

    NOT_MET = "not_met"
    PARTLY_MET = "partly_met"
    MET = "met"

    @property
    def worth(self) -> int:
        """0, 1 or 2."""
        return list(Verdict).index(self)


def _written_out(data: Any) -> Any:
    """A date is written out; a number or a text of another form is never taken for one."""
    if isinstance(data, dt.date):
        return data
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", str(data), re.ASCII):
            return dt.date.fromisoformat(str(data))
    except ValueError as error:
        raise ValueError(f"{data!r} is not a day of the calendar: {error}") from None
    raise ValueError(f"{data!r} is not a date; write it as year-month-day, such as 2024-05-31")


Day = Annotated[dt.date, BeforeValidator(_written_out)]
"""A day, written as 2024-05-31."""

RecordId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=80)]
"""The id that a profile gives a piece of evidence or a lesson."""


class Claim(Frozen):
    """What a piece of evidence says of one measure."""

    measure: Slug
    extent: Extent = Extent.FULL
    shortfall: str = Field(default="", max_length=1000)
    """What is still lacking, in words; only where the support is partial."""


def _as_claim(data: Any) -> Any:
    """A bare measure id stands for a claim of full extent."""
    return {"measure": data} if isinstance(data, str) else data


ClaimField = Annotated[Claim, BeforeValidator(_as_claim, json_schema_input_type=Claim | str)]


class Locator(Frozen):
    """Where in its source a piece of evidence is found."""

    article: str = ""
    page: str = ""
    quote: str = ""


class Evidence(Frozen):
    """A dated, sourced record that supports or contradicts measures of one State."""

    id: RecordId
    title: Words
    kind: EvidenceKind
    supports: tuple[ClaimField, ...] = ()
    contradicts: tuple[ClaimField, ...] = ()
    status: Status = Status.IN_FORCE
    effective_from: Day | None = None
    effective_to: Day | None = None
    """The last day on which it is in force."""
    collected: Day | None = None
    """The day on which the record was obtained; its age counts from here, else from `effective_from`."""
    source_type: SourceType | None = None
    locator: Locator = Locator()
    reliability: Reliability | None = None
    confidentiality: Confidentiality = Confidentiality.PUBLIC
    supersedes: tuple[str, ...] = ()
    """Ids of earlier evidence that this record replaces."""
    note: str = Field(default="", max_length=4000)

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures it speaks to, for them or against them, each once, in order of first mention."""
        return tuple(dict.fromkeys(claim.measure for claim in (*self.supports, *self.contradicts)))

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if not self.supports and not self.contradicts:
            raise ValueError("speaks to no measure; give supports or contradicts")
        if self.effective_from and self.effective_to and self.effective_to < self.effective_from:
            raise ValueError(f"effective_to ({self.effective_to}) lies before effective_from")
        if any(claim.shortfall for claim in self.contradicts):
            raise ValueError("contradicts: a shortfall belongs to support; say in the note what contradicts")
        if any(claim.shortfall and claim.extent is Extent.FULL for claim in self.supports):
            raise ValueError("supports: a shortfall goes with extent = 'partial'")
        return self


class Resolution(Frozen):
    """An assessor's recorded decision on a measure whose evidence conflicts."""

    measure: Slug
    value: Verdict
    considered: tuple[str, ...] = Field(min_length=1)
    """The ids of the evidence that was weighed; further evidence reopens the conflict."""
    assessor: Words
    date: Day
    reason: Words


class Lesson(Frozen):
    """What a downstream measure has taught: which upstream measures it should improve.

    Source: the feedback loop of the executive summary of the 2022 technical guidelines on resolution 2370
    (2017).
    """

    id: RecordId
    title: Words
    learnt_from: Slug
    """The downstream measure at whose work the lesson was learnt."""
    improves: tuple[Slug, ...] = Field(min_length=1)
    """The upstream measures that it should improve."""
    date: Day
    """The day on which the lesson was recorded."""
    applied: tuple[str, ...] = ()
    """The ids of the evidence that shows the lesson carried out; none while it is open."""
    note: str = Field(default="", max_length=4000)


class Comment(Frozen):
    """What the State says of the assessment; printed beside it, never changing it."""

    obligation: str = ""
    """The obligation it speaks to; empty for the assessment as a whole."""
    text: Words
    date: Day | None = None


class Profile(Frozen):
    """One State's attributes and evidence."""

    state: Words
    """The State's name."""
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,3}$")] | None = None
    """Its ISO 3166 code."""
    as_of: Day | None = None
    """The date of the assessment, where the profile fixes it."""
    last_assessed: Day | None = None
    attributes: Mapping[str, StrictBool] = Field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    comments: tuple[Comment, ...] = ()
