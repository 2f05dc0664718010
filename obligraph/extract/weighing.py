"""Drafts become clauses: force by the table, bearers settled, slots cut, confidence from named signals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from obligraph.extract.actors import SAME, actors
from obligraph.extract.clause import Clause, Deadline, Quote, Signal, Span
from obligraph.extract.draft import NOBODY, Bearers, Draft, Frame
from obligraph.extract.framing import framed
from obligraph.extract.kind import Source, invokes_chapter_vii
from obligraph.extract.meant import antecedent, carried_on, praised, such_bodies
from obligraph.extract.mending import Mended
from obligraph.extract.passage import Passage
from obligraph.extract.recalled import RECALLING
from obligraph.extract.slots import cites, deadline, prohibits, qualifiers
from obligraph.extract.stand_ins import stand_ins
from obligraph.extract.unnamed import asked_of
from obligraph.rules.force import ForceTable, Row, Words
from obligraph.rules.model import obligation_id
from obligraph.rules.words import Actor, Force, InstrumentKind, Issuer, Part

if TYPE_CHECKING:
    from obligraph.extract.numbering import Node
    from obligraph.extract.walking import Placed


class Weigher:
    """Settles the drafts of one document."""

    def __init__(self, source: Source, mended: Mended, text: str, table: ForceTable) -> None:
        self.source = source
        self.mended = mended
        self.table = table
        self.meant = stand_ins(source, text)
        self.actors = actors(source.kind is InstrumentKind.TREATY)
        self._before: tuple[str, Bearers] = ("", NOBODY)
        self._own_symbol = re.sub(r" \(\d{4}\)$", "", source.symbol) if "/" in source.symbol else ""

    def clauses(self, placed: Iterable[Placed]) -> Iterator[Clause]:
        """The clauses, each numbered within its provision."""
        ordinals: Counter[str] = Counter()
        for one in placed:
            instrument = one.node.instrument_id(self.source.id)
            where = f"{instrument}.{one.node.label}"
            ordinals[where] += 1
            if where != self._before[0]:
                self._before = (where, NOBODY)
            yield self._clause(one, instrument, ordinals[where])

    def _clause(self, one: Placed, instrument: str, ordinal: int) -> Clause:
        draft = framed(one.draft, one.passage.text, self.source)
        bearers = self._bearers(draft, one.node, one.passage.text)
        if draft.frame is Frame.SHOULD and draft.verb == "decides" and bearers.organ:
            draft = replace(draft, frame=Frame.SHALL)
        if draft.acts_as == "requests" and draft.verb in RECALLING and bearers.organ:
            draft = replace(draft, acts_as="requests again")
        if draft.frame.asks and not bearers.implied:
            self._before = (self._before[0], bearers)
        scope = self._chapter_vii(one.passage.text)
        row = self.table.row(self._words(draft, bearers, one.node, scope))
        span = self._span(one.passage, draft.start, draft.end)
        damaged = self.mended.damaged(*one.passage.span(draft.start, draft.end))
        signals = tuple(_signals(draft, bearers, row, damaged=damaged))
        limits, safeguards = self._limits(one.passage, draft, row)
        return Clause(
            id=obligation_id(instrument, one.node.label.replace(" ", "-"), ordinal),
            instrument=instrument,
            symbol=self.source.symbol,
            part=one.node.part,
            paragraph=one.node.label,
            ordinal=ordinal,
            verb=draft.verb,
            force=row.force,
            force_rule=row.id,
            force_words=draft.words,
            restated=row.restated,
            prohibition=_prohibits(one.passage.text, draft, row),
            chapter_vii=scope,
            addressees=tuple(Actor(ident) for ident in bearers.ids),
            action=one.passage.text[draft.start : draft.end],
            action_span=span,
            clause_span=self._span(one.passage, min(draft.at, draft.start), draft.end),
            qualifiers=limits,
            safeguards=safeguards,
            deadline=self._deadline(one.passage, draft, row),
            cites=self._cites(one.passage, draft),
            damaged=damaged,
            confidence=_confidence(signals),
            signals=signals,
            other_reading=_other_reading(draft),
        )

    # force

    def _words(self, draft: Draft, bearers: Bearers, node: Node, scope: str) -> Words:
        who = "organ" if bearers.organ else "state" if bearers.state else "other"
        part = node.part
        named = part.value if part in {Part.PRINCIPLE, Part.PREAMBLE} else ""
        theirs = node.statement and draft.frame is Frame.MUST
        issuer = Issuer.OTHER if theirs else self.source.issuer
        if part is Part.NARRATIVE and draft.words.split(" ")[0].endswith(("ed", "led")):
            issuer = Issuer.SECURITY_COUNCIL
        return Words(draft.acts_as, draft.frame.value, issuer, self.source.kind, who, named, scope != "none")

    def _chapter_vii(self, text: str) -> str:
        if self.source.chapter_vii:
            return "document"
        return "paragraph" if "Chapter VII" in text and invokes_chapter_vii(text) else "none"

    # bearers

    def _bearers(self, draft: Draft, node: Node, text: str) -> Bearers:
        """The bearers of a clause as ids of the vocabulary; taken from the context where nobody is named."""
        if draft.frame in {Frame.NONE, Frame.MAY} and not draft.bearers.ids:
            return draft.bearers
        if draft.frame is Frame.TO and (them := praised(text, draft, self.actors)):
            draft = replace(draft, bearers=them)
        ids = [self.meant.settled(ident, text[: draft.start]) for ident in draft.bearers.ids if ident != SAME]
        weak = not ids or (ids == ["other"] and draft.bearers.implied)
        if (weak or ids == ["other"]) and (meant := self._meant(draft, text, weak=weak)):
            return meant
        if (
            (weak or ids == ["other"])
            and draft.frame.asks
            and self._speaks_to_states(draft, node, named=not weak)
        ):
            party = self.source.kind is InstrumentKind.TREATY
            return Bearers(("state_parties" if party else "member_states",), state=True, implied=True)
        if not ids:
            ids = (
                ["council"]
                if draft.frame is Frame.OWN and self.source.issuer is Issuer.SECURITY_COUNCIL
                else ["other"]
            )
        if "other" in ids and len(ids) > 1 and (such := such_bodies(text, draft, self.actors)):
            ids = [*(ident for ident in ids if ident != "other"), *such]
        organ = draft.bearers.organ
        return Bearers(tuple(dict.fromkeys(ids)), organ, draft.bearers.state, draft.bearers.implied)

    def _meant(self, draft: Draft, text: str, *, weak: bool) -> Bearers | None:
        """Who is meant by the words before a clause that names nobody or only "them"."""
        if not draft.frame.asks:
            return None
        found = antecedent(text, draft, self.actors)
        if found is None and weak and self.source.issuer is not Issuer.PARTIES:
            assembly = self.source.issuer is Issuer.GENERAL_ASSEMBLY
            found = carried_on(text, draft, self._before[1]) or asked_of(
                text, draft, self.actors, of_assembly=assembly
            )
        if found is None:
            return None
        ids = [self.meant.settled(ident, text[: draft.start]) for ident in found.ids]
        return replace(found, ids=tuple(dict.fromkeys(ids)))

    def _speaks_to_states(self, draft: Draft, node: Node, *, named: bool) -> bool:
        """Whether words that name no known bearer are meant for States."""
        if named or node.statement:
            return False
        if node.part in {Part.PRINCIPLE, Part.NARRATIVE} or self.source.kind is InstrumentKind.TREATY:
            return True
        return draft.frame not in {Frame.TO, Frame.NOUN, Frame.PLEDGE, Frame.PLEDGE_CONSIDER}

    # places

    def _span(self, flat: Passage, start: int, end: int) -> Span:
        return self.mended.as_read(*flat.span(start, end))

    def _quote(self, flat: Passage, found: tuple[str, int, int]) -> Quote:
        return Quote(found[0], self._span(flat, found[1], found[2]))

    def _limits(self, flat: Passage, draft: Draft, row: Row) -> tuple[tuple[Quote, ...], tuple[Quote, ...]]:
        """The qualifiers of a clause and, apart from them, its safeguards; none where it asks nothing."""
        if row.force is Force.NONE:
            return (), ()
        found = [(self._quote(flat, f), safe) for f, safe in qualifiers(flat.text, draft.start, draft.end)]
        return tuple(q for q, safe in found if not safe), tuple(q for q, safe in found if safe)

    def _cites(self, flat: Passage, draft: Draft) -> tuple[Quote, ...]:
        found = cites(flat.text, min(draft.at, draft.start), draft.end, self._own_symbol)
        return tuple(self._quote(flat, one) for one in found)

    def _deadline(self, flat: Passage, draft: Draft, row: Row) -> Deadline | None:
        if row.force is Force.NONE:
            return None
        found = deadline(flat.text, min(draft.at, draft.start), draft.end, self.source.date)
        if found is None:
            return None
        (words, start, end), day = found
        return Deadline(words, self._span(flat, start, end), day)


def _prohibits(text: str, draft: Draft, row: Row) -> bool:
    """Whether a clause asks not to act, or to forbid."""
    asks = row.force is not Force.NONE
    return asks and (draft.negative or prohibits(text[draft.start : draft.end]))


def _signals(draft: Draft, bearers: Bearers, row: Row, *, damaged: bool) -> Iterator[Signal]:
    if damaged:
        yield Signal("damaged", "the text there is corrupt or cut off", 0.6)
    if row.force is not Force.NONE and bearers.implied:
        yield Signal("implied_bearer", "nobody is named; the bearer is taken from the context", 0.8)
    if row.force is not Force.NONE and bearers.ids == ("other",) and not bearers.implied:
        yield Signal("unlisted_bearer", "the bearer named is none of the listed ones", 0.9)
    if draft.unusual:
        yield Signal("no_operative_verb", "no operative verb or modal was found", 0.7)
    if draft.frame is Frame.NOUN:
        yield Signal(
            "two_readings", "what is asked for is a thing or an act, not conduct of a named bearer", 0.85
        )
    if draft.frame is Frame.MUST and row.restated:
        yield Signal("two_readings", "a duty recalled, or advice", 0.9)
    if row.id == "unread":
        yield Signal("no_row", "no row of the force table fits", 0.5)


def _confidence(signals: Iterable[Signal]) -> float:
    value = 1.0
    for signal in signals:
        value *= signal.weight
    return round(value, 3)


def _other_reading(draft: Draft) -> str:
    if draft.frame is Frame.NOUN:
        return "none: words in praise of an act, which ask nobody for it"
    if draft.frame is Frame.MUST:
        return "recommended: must said of what is wise, not of what is owed"
    return ""
