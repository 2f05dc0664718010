"""A clause: one operative verb with one bearer set and one action, as found in a text."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from obligraph.rules.words import Actor, Force, Part

Span = tuple[int, int]
"""Offsets [start, end) into the document's text as read."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the document and where they stand."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time by which something is to be done.

    Attributes:
        text: the words that set it.
        span: where they stand.
        date: the day, if it can be computed; else None.
    """

    text: str
    span: Span
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Signal:
    """A reason to look at a clause again.

    Attributes:
        name: `damaged`, `implied_bearer`, `unlisted_bearer`, `no_operative_verb`, `two_readings`, `no_row`.
        words: what it is about, in a few words.
        weight: the share of confidence that remains, above 0 and below 1.
    """

    name: str
    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a document.

    Attributes:
        id: `sres2396.12.1`: the same whether clauses without a duty are listed or not.
        instrument: the instrument's id.
        symbol: the instrument's symbol.
        part: where in the document it stands.
        paragraph: the number of its provision: `12`, `3(a)`.
        ordinal: its place among all clauses of the provision, from 1.
        verb: the operative verb or modal as a lemma.
        force: how strongly it binds.
        force_rule: the row of the force table that says so.
        force_words: the words that fired the row.
        restated: the text recalls a duty made elsewhere.
        prohibition: it asks not to act, or to forbid.
        chapter_vii: `document`, `paragraph` or `none`: where Chapter VII is invoked for it.
        addressees: who must act.
        action: what is asked, mended, page furniture left out.
        action_span: where it stands.
        clause_span: from its verb or modal to the end of its action, wherever the two stand.
        qualifiers: words that limit it, safeguards left out.
        safeguards: limits for the sake of rights: human rights, refugee law, privacy, the child, gender.
        deadline: the time by which it is to be done.
        cites: instruments named in it, normalised, each with its place.
        damaged: the text there is corrupt or cut off.
        confidence: from 0 to 1: the product of the weights of its signals.
        signals: why the confidence is not 1.
        other_reading: the force that the reading not taken would give, and why it was not taken.
    """

    id: str
    instrument: str
    symbol: str
    part: Part
    paragraph: str
    ordinal: int
    verb: str
    force: Force
    force_rule: str
    force_words: str
    restated: bool
    prohibition: bool
    chapter_vii: str
    addressees: tuple[Actor, ...]
    action: str
    action_span: Span
    clause_span: Span
    qualifiers: tuple[Quote, ...] = ()
    safeguards: tuple[Quote, ...] = ()
    deadline: Deadline | None = None
    cites: tuple[Quote, ...] = ()
    damaged: bool = False
    confidence: float = 1.0
    signals: tuple[Signal, ...] = ()
    other_reading: str = ""
