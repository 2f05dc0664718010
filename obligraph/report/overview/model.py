"""The report as data: every sentence that a reader sees, in order, the same for every format.

Renderers escape and set; they choose no words of their own beyond headings. Tables are listings, the one row
model of all formats.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from obligraph.report.listing import Listing
from obligraph.report.quoting import Quotation


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above and below everything.

    Attributes:
        state: the State's name.
        as_of: the date of the assessment.
        scope: what was assessed, in a sentence.
        basis: the program's version and the catalogue's fingerprint.
        notes: what else a reader must know, such as that the report is public.
        caveat: what a rating is not.
        public: whether restricted evidence was left out.
    """

    state: str
    as_of: dt.date
    scope: str
    basis: str
    notes: tuple[str, ...]
    caveat: str
    public: bool

    @property
    def title(self) -> str:
        """The title of the report."""
        return f"{self.state}: implementation of international obligations"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many obligations of one force have each rating; forces are never added up.

    Attributes:
        force: the force in words.
        met: fully met.
        partly: partly met.
        unmet: not met.
        undetermined: left open by the evidence.
        not_applicable: asking nothing of this State.
    """

    force: str
    met: int
    partly: int
    unmet: int
    undetermined: int
    not_applicable: int

    @property
    def total(self) -> int:
        """All obligations of this force."""
        return self.met + self.partly + self.unmet + self.undetermined + self.not_applicable


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A gap on page one, or an obligation that is left open where there is room for those.

    Attributes:
        rank: its place in the ranked list.
        obligation: its id.
        title: its title.
        provision: the paragraph as it is cited.
        force: the force in words.
        rating: the value of its rating, such as `partly_met`.
        words: the rating in words, or the bounds where it is not settled.
        reason: what is lacking and which evidence says so.
        mend: what would mend it.
        why: what lifts it above others of its force; empty where nothing does.
    """

    rank: int
    obligation: str
    title: str
    provision: str
    force: str
    rating: str
    words: str
    reason: str
    mend: str
    why: str


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Measures to put in place together, and what that closes."""

    text: str
    closes: str


@dataclass(frozen=True, slots=True)
class Assistance:
    """A subject on which help is needed, and whom the instruments ask to help."""

    subject: str
    measures: str
    ask: str


@dataclass(frozen=True, slots=True)
class Front:
    """Page one.

    Attributes:
        tallies: counts by force, strongest first.
        shortfalls: the first gaps.
        shortfalls_note: how many gaps there are beyond those.
        open_first: the first obligations that evidence would settle, as sentences.
        recommendations: the first steps of the plan.
        plan_note: what the whole plan achieves.
        assistance: the subjects on which help is needed.
        assistance_note: what to read where there is none, or more.
        progress: what moved since an earlier assessment, as sentences.
        comments: what the State says of the assessment as a whole, cut where it is long.
    """

    tallies: tuple[Tally, ...]
    shortfalls: tuple[Shortfall, ...]
    shortfalls_note: str
    open_first: tuple[str, ...]
    recommendations: tuple[Recommendation, ...]
    plan_note: str
    assistance: tuple[Assistance, ...]
    assistance_note: str
    progress: tuple[str, ...]
    comments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """A record beside a measure.

    Attributes:
        mark: `+` supports, `-` contradicts, `x` does not count.
        text: what it is, where it is found and what it says.
        evidence: its id.
    """

    mark: str
    text: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What the evidence says of one measure.

    Attributes:
        measure: its id.
        title: its title.
        words: what is known of it.
        value: `met`, `partly_met`, `not_met`, `undetermined` or `conflict`.
        role: how it matters here, such as `on paper` or `safeguard, on paper`.
        proofs: the records that speak to it, those that count first.
        note: a conflict, or the decision that settled one; else empty.
    """

    measure: str
    title: str
    words: str
    value: str
    role: str
    proofs: tuple[Proof, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A named sentence."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One obligation in the detail.

    Attributes:
        obligation: its id.
        title: its title.
        provision: the paragraph as it is cited.
        force: the force in words.
        rating: the value of its rating.
        summary: what is asked, in our words.
        facts: bounds, axes, need, deadline, what would mend it and so on, in order.
        findings: the measures and safeguards of which something is known.
        silent: the measures and safeguards to which no record speaks.
        comments: what the State says, with the date.
        quotation: the source's paragraph where the user has the document.
    """

    obligation: str
    title: str
    provision: str
    force: str
    rating: str
    summary: str
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    silent: tuple[str, ...]
    comments: tuple[str, ...]
    quotation: Quotation | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """The obligations of one theme; each stands under its first theme only."""

    theme: str
    title: str
    words: str
    """The counts of the theme in words."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class SafeguardShown:
    """A safeguard with the obligations that it limits."""

    finding: Finding
    state: str
    """Whether it is kept, in a sentence."""
    limits: str
    """The ids of the obligations that it limits."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole report.

    Attributes:
        head: what stands above and below everything.
        front: page one.
        ranked: the two ranked lists.
        way: the plan that closes the gaps, step by step; None where there is nothing to close.
        comments: what the State says of the assessment as a whole, in full.
        parts: every rated obligation by theme.
        safeguards: those that are named by an obligation.
        practices: what is shown at work and may be worth copying.
        maturity: prevention beside response, lessons and levels; empty where no evidence bears on it.
        others: what the instruments ask of other bodies.
        evidence: every record of the profile.
        method: how ratings come about, paragraph by paragraph.
        force: the rows of the force table that were used.
        losses: source documents that could not be quoted, with the reason.
    """

    head: Head
    front: Front
    ranked: tuple[Listing, ...]
    way: Listing | None
    comments: tuple[str, ...]
    parts: tuple[Part, ...]
    safeguards: tuple[SafeguardShown, ...]
    practices: Listing
    maturity: tuple[Listing, ...]
    others: Listing
    evidence: Listing
    method: tuple[str, ...]
    force: Listing
    losses: tuple[str, ...] = ()
