"""Verbs that recall, stress or note: a duty only where their words hold one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from obligraph.extract.actors import Actors
from obligraph.extract.bearers import join, named
from obligraph.extract.clausal import modal_clauses
from obligraph.extract.decisions import HOUSEKEEPING, THINGS, goes_on
from obligraph.extract.draft import STATES, Bearers, Draft, Frame
from obligraph.extract.duties import (
    accountable,
    lies_with,
    obligation,
    obligation_in_noun,
    prohibited,
    required,
    responsibility,
    rests_with,
    standing,
)
from obligraph.extract.importance import engagement, importance, importance_for, joint_work, their_help
from obligraph.extract.lexicon import ADVERBS, Family, lexicon
from obligraph.extract.needs import (
    essential,
    importance_that,
    importance_to_act,
    need,
    need_to_ensure,
    reminded,
)
from obligraph.extract.recalled import AND_CALL, banned, carried, pointed_to
from obligraph.extract.region import Region, draft_of, nothing_asked, trim
from obligraph.extract.subjunctive import described_does, subjunctive, subjunctive_follows

_DECISION = re.compile(
    rf"{ADVERBS} ?(?:its|the|their) (?:[a-z]+ )?(?:decisions?|resolutions?|determination)\b"
)
_OWN_INTENTION = re.compile(
    rf"{ADVERBS} ?its (?:[a-z]+ )?(?:intention|intent|readiness|willingness|determination|resolve) to "
    r"(?![^;]*,? and that )"
)


def statement(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """A verb that recalls, stresses or notes: a duty only where its words hold one."""
    if _OWN_INTENTION.match(text, region.start):
        yield nothing_asked(text, region)
        return
    beside = _AND_NEED.search(text, region.start, region.end)
    if region.verb.family is Family.RESTATE:
        beside = AND_CALL.search(text, region.start, region.end) or beside
    if beside:
        rest = replace(region, start=beside.end())
        more = [draft for draft in statement(text, rest, actors, last) if draft.frame.asks]
        if more:
            first = replace(region, end=trim(text, region.start, beside.start()))
            yield from statement(text, first, actors, last)
            yield from (replace(draft, at=beside.end()) for draft in more)
            return
    for reading in (
        carried,
        pointed_to,
        banned,
        standing,
        prohibited,
        required,
        essential,
        lies_with,
        rests_with,
        responsibility,
        obligation,
        obligation_in_noun,
        reminded,
        need_to_ensure,
        importance_to_act,
        need,
        importance_that,
        importance,
        importance_for,
        joint_work,
        engagement,
        their_help,
    ):
        found = list(reading(text, region, actors, last))
        if found:
            yield from found
            return
    found = [d for d in _stated_that(text, region, actors, last) if d.frame is not Frame.NONE]
    found = found or list(accountable(text, region, actors, last))
    yield from found or [nothing_asked(text, region)]


_AND_NEED = re.compile(
    r",? (?:and|as well as) (?:also |further )?"
    r"(?=the (?:[a-z]+ )?(?:(?:need|necessity) for|importance (?:of|for)) )"
)
"""What else a verb stresses: "the value of barns, and the need for keepers to dry seed"."""
_THAT = re.compile(r"\bthat\b,? ")
_UNSPOKEN = re.compile(r" (?=(?:such|these|this|all|any) (?:[a-z]+ ){1,3}(?:should|shall|must) )")
"""In place of a "that" left out: "emphasizes such help should be quick"."""
_ASKED = re.compile(
    r"(?P<who>[^;]{3,160}?) (?:is|are) (?:also |strongly )?"
    r"(?P<verb>requested|called upon|urged|encouraged|invited) to (?=[a-z]+ )"
)
"""What somebody is told in the passive that he is asked."""
_DESCRIBES = re.compile(
    r",? and (?:(?:also |further )?that (?=[^;]* (?:is|are|remains?|constitutes?|represents?)\b)|"
    r"(?:is|are|was|remains|represents|constitutes|has|have) (?=the |an? |[a-z]+ed\b))"
)
"""After what should be done: a further predicate or "that" which only tells how things are."""


def _without_description(text: str, draft: Draft) -> Draft:
    match = _DESCRIBES.search(text, draft.start, draft.end)
    if match is None or not draft.frame.asks or _INSIDE.search(text, draft.start, match.start()):
        return draft
    return replace(draft, end=match.start())


_INSIDE = re.compile(r"\b(?:that|which|who|where|whose|when|if|what|how|whether)\b")
_OF_OTHERS = re.compile(
    r"[^,;]{0,120}\b(?:assessments?|views?|observations?|findings?|conclusions?|recommendations?)\b"
    r"[^,;]{0,80}? that "
)
"""What somebody else thinks, of which note is taken."""
_OF_COSTS = re.compile(r"\bbe (?:borne|eligible)\b")


def _stated_that(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "that States shall / must / should ...", also behind "its decision"."""
    that = _THAT.search(text, region.start, min(region.end, region.start + 250))
    that = that or _UNSPOKEN.match(text, region.start, region.end)
    if that is None or (region.verb.base == "note" and _OF_OTHERS.match(text, region.start, that.end())):
        return
    decided = _DECISION.match(text, region.start, region.end) is not None
    acts = subjunctive_follows(text, that.end(), region.end, actors)
    if decided and (acts or described_does(text, that.end(), region.end, actors)):
        done = subjunctive(text, region, that.end(), "decides", actors, last)
        yield replace(done, frame=Frame.OBLIGATION)
        return
    if asked := _ASKED.match(text, that.end(), region.end):
        yield replace(
            draft_of(region, lexicon().pasts[asked["verb"]].name, Frame.TO),
            start=asked.end(),
            bearers=who if (who := named(text, *asked.span("who"), actors)).ids else Bearers(("other",)),
        )
        return
    for found in modal_clauses(text, region, region.verb.name, that.end(), actors, last):
        draft = _without_description(text, found)
        if goes_on(text[max(that.end(), draft.start - 240) : draft.start], text[draft.start : draft.end]):
            draft = replace(draft, bearers=STATES)
        elif _tells_only(text, region, draft):
            yield replace(draft, frame=Frame.NONE)
            continue
        if draft.frame is not Frame.MAY:
            yield _as_owed(text, region, draft, decided=decided)
        elif "may" in draft.words and draft.bearers.ids:
            yield draft
        elif draft.words.endswith(" will"):
            whole = draft if draft.bearers.ids else _by_first_named(text, draft, that.end(), actors)
            yield from _said_to_come(text, whole)


def _tells_only(text: str, region: Region, draft: Draft) -> bool:
    """Whether a clause says how things are seen, or does the household of the body itself."""
    if region.verb.base in _WEAK and draft.words.endswith(_NEEDS) and not draft.bearers.ids:
        return True
    costs = _OF_COSTS.search(text, draft.start, draft.end) is not None
    own = HOUSEKEEPING.match(text, draft.start) or (
        costs and (THINGS.match(text, draft.start) or " be eligible" in text[draft.start : draft.end])
    )
    return draft.frame.asks and bool(own) and (costs or not draft.bearers.state)


def _as_owed(text: str, region: Region, draft: Draft, *, decided: bool) -> Draft:
    """A clause as a decision where one is recalled or determined, or where a body of the Council is told."""
    if region.verb.base == "determine" and draft.frame in {Frame.SHALL, Frame.MUST}:
        return replace(draft, acts_as="decides", frame=Frame.SHALL)
    organ = draft.frame is Frame.SHOULD and draft.bearers.organ
    shall = organ or draft.frame in {Frame.SHALL, Frame.MUST, Frame.OBLIGATION}
    again = organ and region.verb.name == "reiterates" and not text.startswith("be ", draft.start)
    if (decided and shall) or again or (organ and region.verb.name in {"recalls", "reaffirms"}):
        return replace(draft, acts_as="decides", frame=Frame.OBLIGATION)
    return draft


def _by_first_named(text: str, draft: Draft, start: int, actors: Actors) -> Draft:
    """A clause whose subject is cut short by a "that" of its own, with the first named in the whole of it."""
    first = actors.first(text, start, min(draft.start, start + 20))
    near = first is not None and first.start - start < 12 and _KEPT_TO.match(text, draft.start) is not None
    return replace(draft, bearers=join([first])) if first and near else draft


def _said_to_come(text: str, draft: Draft) -> Iterator[Draft]:
    """Reads "that X will": a decision where it is determined, advice where it is stressed."""
    known = bool(draft.bearers.ids) and "council" not in draft.bearers.ids
    if draft.negative or _STATE_OF_THINGS.match(text, draft.start):
        return
    if draft.verb == "determines":
        if known or (not draft.bearers.ids and _CARRIED_OUT.match(text, draft.start)):
            yield replace(draft, acts_as="decides", frame=Frame.SHALL)
    elif draft.verb in _INSISTING and known and _KEPT_TO.match(text, draft.start):
        yield replace(draft, frame=Frame.NEED)


_WEAK = frozenset({"recognize", "recognise", "acknowledge", "note"})
_NEEDS = (" needs to", " need to")
"""Together, with nobody named, how things are seen and not what is asked."""
_INSISTING = frozenset({"stresses", "emphasizes", "underlines", "underscores", "reiterates"})
_STATE_OF_THINGS = re.compile(
    r"(?:also |then |only |always )*(?:have|be (?!(?:[a-z]+ly )?[a-z]+(?:ed|en|ne|de)\b)|remain|become|"
    r"depend|require|need|enjoy|benefit|continue to (?:be|have))\b"
)
"""What will be so, and is not done by anybody."""
_CARRIED_OUT = re.compile(
    r"(?:also |jointly )?be (?:[a-z]+ly )?(?:delivered|transmitted|conducted|implemented|carried out|"
    r"provided|submitted|undertaken|executed)\b(?! by the (?:Security )?Council\b)"
)
_KEPT_TO = re.compile(
    r"(?:also |fully |strictly |jointly )?(?:comply|include|adhere|abide|respect|observe|ensure|follow|"
    r"conform)\b"
)
"""Conduct that somebody is held to by "will"."""
