"""Decisions: that others shall act, or an act of the body itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from obligraph.extract.actors import Actors
from obligraph.extract.bearers import join, named
from obligraph.extract.clausal import modal_clauses
from obligraph.extract.draft import NOBODY, STATES, Bearers, Draft, Frame
from obligraph.extract.lexicon import ADVERBS
from obligraph.extract.modals import Modal, asked_by, modals
from obligraph.extract.region import Region, draft_of
from obligraph.extract.subjunctive import subjunctive

_THAT = re.compile(rf"{ADVERBS}(?:,[^;]{{1,300}},)? ?\bthat\b,? ")


_TO = re.compile(rf"{ADVERBS}(?:,[^;]{{1,300}}?,)? ?to ")


def decision(text: str, region: Region, actors: Actors) -> Iterator[Draft]:
    """A decision: that others shall act, or an act of the body itself."""
    own = replace(draft_of(region, region.verb.name, Frame.OWN), bearers=Bearers(("council",)))
    that = _THAT.search(text, region.start, min(region.end, region.start + 400))
    that = that or _unspoken_that(text, region, actors)
    to = _TO.match(text, region.start, region.end)
    if to and (not that or to.end() <= that.start()):
        further = _AND_THAT.search(text, to.end(), region.end)
        drafts = list(_further(text, region, further.end(), actors)) if further else []
        yield replace(own, start=to.end(), end=further.start() if further and drafts else own.end)
        yield from drafts
        return
    if not that:
        yield own
        return
    further = _AND_THAT.search(text, that.end(), region.end)
    first = further.start() if further else region.end
    owes = _RESPONSIBLE.match(text, that.end(), first) or _REQUIRES.match(text, that.end(), first)
    if owes and further and not any(modals(text, that.end(), first)):
        yield from _owed(text, replace(region, end=first), owes, actors)
        yield from _further(text, region, further.end(), actors, named_ones=False)
        return
    found = list(modals(text, that.end(), region.end, asked=True))
    drafts = list(modal_clauses(text, region, region.verb.name, that.end(), actors, NOBODY, found))
    if region.verb.base.startswith("reported"):
        yield from (_reported(draft) for draft in drafts)
        return
    for draft, modal in zip(drafts, found, strict=True):
        yield _told(text, draft, modal, actors)
    if not drafts:
        if owes:
            yield from _owed(text, region, owes, actors)
        elif _STATES_DO.match(text, that.end()):
            done = subjunctive(text, region, that.end(), region.verb.name, actors, NOBODY)
            yield replace(done, frame=Frame.SHALL)
        else:
            yield replace(own, start=that.end())


def _told(text: str, draft: Draft, modal: Modal, actors: Actors) -> Draft:
    """A clause of a decision with its modal: a mandate, a call, or what is decided or arranged."""
    subject = text[modal.subject[0] : modal.subject[1]]
    if modal.frame is Frame.TO:
        verb = asked_by(modal.word)
        return replace(draft, verb=verb, acts_as=verb)
    if _MANDATE_OF.match(subject) and _MANDATES.match(text, draft.start):
        return _mandated(draft, modal.word)
    if body := _extended(text, draft, subject, actors):
        return replace(draft, frame=Frame.SHALL, bearers=body)
    return _decided(text, draft, modal.word, subject)


def _mandated(draft: Draft, word: str) -> Draft:
    """The tasks that a decision gives a mission as its mandate."""
    mission = Bearers(("un_entities",), organ=True)
    return replace(draft, frame=Frame.SHALL, bearers=mission, words=f"{draft.verb} ... {MANDATE} {word}")


def _extended(text: str, draft: Draft, subject: str, actors: Actors) -> Bearers | None:
    """The body whose mandate a decision carries over to further measures; None where it does not."""
    if not _ITS_MANDATE.match(subject) or not _CARRIED_OVER.match(text, draft.start):
        return None
    whose = text.rfind(_WHOSE, 0, draft.start)
    body = actors.opening(text, whose + len(_WHOSE), draft.start) if whose >= 0 else None
    return join([body]) if body and not body.state else None


_WHOSE = " mandate of "
_ITS_MANDATE = re.compile(r"\s*(?:this|the) mandate\b")
_CARRIED_OVER = re.compile(r"(?:also )?(?:apply (?:also )?(?:with respect )?to|include the tasks) ")


def _owed(text: str, region: Region, owes: re.Match[str], actors: Actors) -> Iterator[Draft]:
    """What a decision lays on somebody without a modal: a responsibility, or leave that is to be asked."""
    duty = draft_of(region, region.verb.name, Frame.SHALL)
    if owes.re is _RESPONSIBLE:
        who = named(text, *owes.span("who"), actors)
        yield replace(duty, start=owes.end(), bearers=who if who.ids else Bearers(("other",)))
        return
    by = _SUBMITTED_BY.search(text, owes.end(), region.end)
    who = named(text, by.end(), region.end, actors) if by else NOBODY
    yield replace(duty, start=owes.start("act"), bearers=who if who.ids else replace(STATES, implied=True))


_REQUIRES = re.compile(
    r"[^;]{3,600}? (?P<act>(?:requires?|(?:are|is) subject to) (?:an? |the )?(?:[a-z]+ )?"
    r"(?:approvals?|authori[sz]ations?|notifications?)\b)"
)
"""Something for which leave is to be asked, or of which word is to be given."""
_SUBMITTED_BY = re.compile(r"[^;]*\bby (?=the )")


def _unspoken_that(text: str, region: Region, actors: Actors) -> re.Match[str] | None:
    """Reads "decides all States shall": nothing stands for the "that" left out."""
    mention = actors.first(text, region.start, min(region.end, region.start + 30))
    named_by_list = mention is not None and _WILL.match(text, mention.end) is not None
    said = named_by_list or _NAMED_WILL.match(text, region.start, region.end)
    return _BLANK.match(text, region.start) if said else None


_WILL = re.compile(r" (?:shall|will) ")
_NAMED_WILL = re.compile(
    r" (?:the |these |all )?(?:[a-z]+ )?[A-Z][\w-]*(?: [A-Z][\w-]*){0,4} (?:shall|will) "
)
_BLANK = re.compile(r" ")
_AND_THAT = re.compile(r",? and (?:further |also )?that (?=(?:all |any |the |this |such )?[A-Za-z])")


def _further(
    text: str, region: Region, start: int, actors: Actors, *, named_ones: bool = True
) -> Iterator[Draft]:
    """Reads "Decides to authorize ..., and that all States shall ...": what others are to do beside it.

    Args:
        text: the flat text.
        region: the verb and its words.
        start: where the further clause begins.
        actors: the addressees of the kind of document.
        named_ones: whether only those that are named can be meant.
    """
    found = list(modals(text, start, region.end, asked=True))
    drafts = modal_clauses(text, region, region.verb.name, start, actors, NOBODY, found)
    for draft, modal in zip(drafts, found, strict=True):
        decided = _told(text, draft, modal, actors)
        if decided.frame.asks and (decided.bearers.ids or not named_ones):
            yield replace(decided, at=max(draft.at, start))


def _reported(draft: Draft) -> Draft:
    """A decision that a narrative tells of: its "should" is the "shall" of the decision."""
    return replace(draft, frame=Frame.OBLIGATION) if draft.frame.asks else draft


THINGS = re.compile(
    r"(?:none of |the |this |these |such |its |that |those |all |any )*(?:[A-Za-z]+(?:’s?|'s) )?"
    r"(?:paragraph|expenses|costs|authori[sz]ed (?:ceiling|strength)|ceiling|"
    r"mandate|responsibilities|functions|present resolution|"
    r"resolution|provisions?|exemptions?|decision|authori[sz]ation|term|period|"
    r"review|list|List|Annex|annex|budget|requirement|amount|reference|arrangements)\b"
)


HOUSEKEEPING = re.compile(
    r"(?:not |no longer |henceforth |also |hereafter |initially |then |thereafter |"
    r"continue to (?!apply|operate))*(?:"
    r"continue to (?:apply|operate)|(?:begin|commence)(?= (?:on|by|at|as|\d))|expire|be borne|"
    r"remain(?! [a-z]+(?:ed|en) by\b)|"
    r"enter into (?:force|effect)|come into (?:force|effect)|"
    r"be subject to (?:a |the )?(?:regular |further )?review|"
    r"be (?:known|composed|defined as|read|replaced|deleted|funded|located|eligible)|consist|comprise|"
    r"operate(?= (?:as|until|under|within|for)\b)|terminate|cease to (?:apply|have)|not apply|"
    r"have the (?:following )?mandate|maintain (?:an? |its )?authori[sz]ed|include the following|be deployed|"
    r"take place (?=(?:on|by|no later than) \d)|"
    r"supersede|bear the name|cease being|be (?:on|(?:a )?part of) the (?:[A-Z][a-z]+ )*List|"
    r"(?:be|become) (?:an? )?(?:members?|observers?) of)\b"
)
MANDATE = "mandate ..."
"""In the words of a clause: it gives a mission its tasks."""
_MANDATE_OF = re.compile(
    r"\s*(?:the )?mandate of (?:the )?(?:UN|MINU|MON|BIN)[A-Z]+\b|"
    r"\s*(?:UN|MINU|MON|BIN)[A-Z]+(?:’s?|'s?) mandate\b"
)
"""The mandate of a mission named by its letters."""
_MANDATES = re.compile(r"(?:also )?(?:include (?!the following additional)|be to [a-z]+ )")
"""What a mandate is to be: the tasks of the mission."""
_WINDS_UP = re.compile(r"\b(?:liquidation|drawdown)\b")
"""What a mission has to do itself, though only its date is decided."""
_LED = re.compile(r"be (?:led by|headed by|determined (?:on|in consultation))\b")
"""What the body decides of a mission, its lead and its shape, and does not ask of it."""
_JOINS = re.compile(r"(?:be|become) (?:an? )?(?:members?|observers?) of\b")
"""What the body decides of who belongs to it, also where a State is named."""


def _decided(text: str, draft: Draft, word: str, subject: str) -> Draft:
    """A decided clause: an exemption, or one of the body's own housekeeping, asks nothing of others."""
    action = text[draft.start : draft.start + 60]
    told = draft.frame is Frame.SHOULD and draft.bearers.organ and draft.verb == "decides"
    shaped = draft.bearers.organ and _LED.match(action) is not None
    if (told and not shaped) or draft.frame is Frame.NEED:
        return replace(draft, frame=Frame.SHALL)
    if draft.negative and action.startswith("apply") and not draft.bearers.state:
        return replace(draft, frame=Frame.NONE, bearers=NOBODY)
    if word.startswith("will") and draft.bearers.ids and not HOUSEKEEPING.match(action):
        return replace(draft, frame=Frame.SHALL)
    winds_up = draft.bearers.organ and _WINDS_UP.search(subject) is not None
    household = HOUSEKEEPING.match(action) is not None and not draft.bearers.state and not winds_up
    household = household or shaped or _JOINS.match(action) is not None
    household = household or _COUNTS_AS.match(action) is not None or _LIFTS.match(action) is not None
    household = household or (_THIS.fullmatch(subject) and _LAST_ONE.match(action)) is not None
    reach = not draft.negative and _REACH.match(subject) and _APPLIES_TO.match(action)
    if goes_on(subject, action):
        return replace(draft, bearers=STATES)
    if draft.frame is Frame.MAY or (THINGS.match(subject.strip()) and not reach) or household:
        return replace(
            draft,
            frame=Frame.MAY if draft.frame is Frame.MAY and not word.startswith("will") else Frame.OWN,
            bearers=Bearers(("council",)),
        )
    return draft


def goes_on(subject: str, action: str) -> bool:
    """Whether it is said that a duty of States remains in force.

    >>> goes_on("the requirement for States to dry seed", "remain in place until May")
    True
    """
    return _KEEPS_UP.search(subject) is not None and _IN_PLACE.match(action) is not None


_KEEPS_UP = re.compile(r"\brequirement for (?:Member )?States to ")
_IN_PLACE = re.compile(r"(?:continue to )?remain in (?:place|force)\b")
_REACH = re.compile(r"\s*(?:the |all |these |those )*(?:provisions|requirements|obligations|prohibitions) ")
_APPLIES_TO = re.compile(r"(?:also |further |equally |then )*apply(?:,[^,;]{2,60},)? to ")
"""Together, what carries duties over to somebody or something new."""
_THIS = re.compile(r"\s*(?:this|that|it)\s*")
_LAST_ONE = re.compile(r"be (?:the|an?) (?:[a-z]+ )*(?:extension|renewal|mandate|term|period)\b")
"""What a decision says of itself: "this shall be the last renewal"."""
_COUNTS_AS = re.compile(
    r"(?:also |then |not )*be (?:considered|regarded|deemed|treated) (?:as|to (?:be|have)) "
)
"""What a decision says of how something counts."""
_LIFTS = re.compile(
    r"(?:otherwise )?(?:no longer|cease to) (?:apply|be (?:subject to|bound by|required|frozen|prohibited))\b"
)
"""What a decision says of measures that end."""
_RESPONSIBLE = re.compile(
    r"(?P<who>[^;]{1,220}?) (?:has|have|bears?) (?:the |an? )?(?:primary |main |special )?"
    r"(?:responsibility|obligation|duty) (?:to |for (?=[a-z]+ing ))"
)
"""A duty that a decision lays on somebody without a modal."""
_STATES_DO = re.compile(r"(?:all )?(?:Member )?States (?!are|have|may|which|who|that|had|did)[a-z]+(?<!s) ")
"""States that do something, with no modal: "decides that all States dry seed"."""
