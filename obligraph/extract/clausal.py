"""Clauses with "that" and a modal behind an operative verb, with the bearers of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from obligraph.extract.actors import SAME, THE_COMMITTEE, Actors
from obligraph.extract.bearers import join, named, owner, together
from obligraph.extract.draft import NOBODY, Bearers, Draft, Frame
from obligraph.extract.lexicon import ADVERB, Family
from obligraph.extract.modals import Modal, modals
from obligraph.extract.region import REMARK, Region, resolve


def modal_clauses(
    text: str,
    region: Region,
    acts_as: str,
    start: int,
    actors: Actors,
    last: Bearers,
    found: Sequence[Modal] | None = None,
) -> Iterator[Draft]:
    """The modal clauses of a stretch, each with the verb that governs it and its own bearers."""
    held = NOBODY
    for modal in found if found is not None else modals(text, start, region.end):
        subject = text[modal.subject[0] : modal.subject[1]].strip()
        if (subject == "it" or subject.endswith(", it")) and not last.ids and not held.ids:
            yield _said_of_it(region, acts_as, modal)
            continue
        bearers = resolve(_told(text, modal, actors, last, held), last if last.ids else held)
        if bearers is NOBODY and modal.frame is Frame.SHOULD and last.organ:
            bearers = replace(last, implied=True)
        if bearers is NOBODY:
            bearers = agent(text, modal, actors)
        if bearers is NOBODY and last.ids and PRODUCT.match(subject):
            bearers = replace(last, implied=True)
        if bearers is NOBODY:
            bearers = held if _NO_SUBJECT.match(subject) else owner(text, *modal.subject, actors)
        if bearers is NOBODY and not _NO_SUBJECT.match(subject):
            bearers = _proper(subject)
        unlisted = bearers.ids == ("other",) and not bearers.state and _PASSIVE.match(text, modal.action)
        if unlisted or _GIVEN_OUT.match(text, modal.action):
            bearers = NOBODY
        held, bearers = bearers, _giver(text, modal, bearers)
        action = modal.action
        if (
            bearers is NOBODY
            and 2 * (_pause(text, modal) - action) < modal.subject[1] - modal.subject[0]
            and _JUSTICE.match(text, action)
        ):
            action = modal.subject[0]
        yield Draft(
            region.verb.name,
            acts_as,
            modal.frame,
            region.at if modal is (found or [modal])[0] else modal.at,
            action,
            modal.end,
            bearers,
            f"{region.words} ... {modal.word}",
            modal.negative,
        )


def _pause(text: str, modal: Modal) -> int:
    """Where a clause pauses before a participle that states something else: "..., and underlining ..."."""
    aside = REMARK.search(text, modal.action, modal.end)
    return aside.start() if aside else modal.end


def _told(text: str, modal: Modal, actors: Actors, last: Bearers, held: Bearers) -> Bearers:
    """Those told to act by the subject of a modal, the Chair of a committee spoken of as the committee."""
    found = subject_of(text, modal, actors)
    chair = found.ids == (SAME,) and CHAIR.search(text, *modal.subject) is not None
    return committee_of(text, modal) if chair and not (last.organ or held.organ) else found


CHAIR = re.compile(r"(?:[Tt]he|its) Chair(?:man|person|woman)?\s*\Z")
"""Somebody who acts for a body: the committee spoken of, else the one named just before."""


def committee_of(text: str, modal: Modal) -> Bearers:
    """The committee that a Chair acts for, where the words before speak of one; else who was named before."""
    spoken_of = "Committee" in text[: modal.at]
    return Bearers((THE_COMMITTEE,), organ=True) if spoken_of else Bearers((SAME,))


_BY = re.compile(
    r"(?:also |further |not |only |continue to )*be (?:(?:[a-z]+ly )?[a-z]+(?: [a-z]+ly)? by|"
    r"left pending before|"
    r"(?!invited|asked|encouraged|required)[a-z]+ [^;]{0,200}?, by) (?=(?:the |all |any |its )?\w)"
)
_INVOLVES = re.compile(r"(?:also )?involve (?=(?:the |all )?(?:entire |whole )?\w)")
PRODUCT = re.compile(
    r"(?:that |this |these |such |the |his |its |their |any |each |all |first |next )*(?:[a-z-]+ )?"
    r"(?:reports?|reporting|briefings?|updates?|recommendations?|assessments?)\b"
)
"""What somebody was asked for just before: how it should be is for them to see to."""


def _giver(text: str, modal: Modal, bearers: Bearers) -> Bearers:
    """The bearers, or nobody where they are given what is asked for."""
    return NOBODY if RECEIVES.match(text, modal.action) else bearers


def _named_next(text: str, start: int, end: int, actors: Actors, *, within: int) -> Bearers:
    """Those named together at the beginning of a stretch, the first within so many characters."""
    mentions = list(actors.find(text, start, end))
    near = bool(mentions) and mentions[0].start - start < within
    return join(together(text, mentions)) if near else NOBODY


def agent(text: str, modal: Modal, actors: Actors) -> Bearers:
    """Who is to do what "should be done by" somebody."""
    by = _BY.match(text, modal.action, modal.end) or _INVOLVES.match(text, modal.action, modal.end)
    if by is None:
        return NOBODY
    return _named_next(text, by.end(), modal.end, actors, within=17)


def subject_of(text: str, modal: Modal, actors: Actors) -> Bearers:
    """Who is told to act by the subject of a modal: those it names, who talk, or whose report it is."""
    talks = _IN_COMMON.match(text, *modal.subject)
    if talks:
        return _named_next(text, talks.end(), modal.subject[1], actors, within=20)
    if _CHOICE.match(text, *modal.subject):
        return Bearers(("secretary_general",), implied=True)
    effort = _EFFORT_BY.search(text, *modal.subject)
    if effort and _ACTIVE.match(text, modal.action):
        return _named_next(text, effort.end(), modal.subject[1], actors, within=16)
    found = named(text, *modal.subject, actors)
    if found is NOBODY and not text.startswith("be ", modal.action):
        return _author(text, modal, actors)
    return found


_IN_COMMON = re.compile(
    r"\s*(?:[A-Z]?[a-z-]+,? (?:and )?){0,3}(?:[Nn]egotiations|[Tt]alks|[Dd]ialogue|[Dd]iscussions|"
    r"[Cc]ontacts|[Cc]onsultations|[Cc]o-?operation|[Cc]o-?ordination|[Cc]ollaboration|[Mm]eetings|"
    r"[Cc]ommunication)\b"
    r"(?: [a-z]+){0,4}? (?:between|among|amongst) "
)
"""What several do together, before their names."""


RECEIVES = re.compile(
    r"(?:also |further )?be (?:[a-z]+ly )?(?:(?:provided|supplied|furnished|equipped) with|given (?!to|by|"
    r"in)|"
    r"(?:granted|afforded|accorded|allowed|permitted|offered) (?!to\b|by)|invited to|"
    r"(?:notified|informed) of(?![^;]{0,120} and keep\b))\b|"
    r"(?:also )?have (?:[a-z]+,? ){0,4}access to (?:[a-z]+ )?(?:relief|care|services|justice|assistance|"
    r"remed|education|support|reparation|health)"
)
"""What is done for the subject, who then is not the one to do it."""


_CHOICE = re.compile(
    r"(?:the |any )?(?:selection|recruitment|appointment)(?: and (?:selection|recruitment|appointment))? "
    r"(?:process )?of "
    r"(?:the |these |its |new )*(?:experts|members of the Panel)\b"
)
"""How the experts of a panel are chosen, which the Secretary-General does."""
_EFFORT_BY = re.compile(
    r"(?:(?<=that )|(?<=\band ))(?:the |all |any |such |these )*(?:[a-z]+ ){0,3}(?:actions?|efforts|"
    r"contributions?|measures|steps|activities|"
    r"initiatives|support|assistance|dialogue|talks)\b[^,;]{0,60}? ?\b"
    r"(?:undertaken|made|taken|carried out|provided|given|led|held)"
    r"(?: [a-z]+){0,6}? by "
)
"""What somebody does, before his name."""
_ACTIVE = re.compile(
    r"(?!be )|be (?:based|made|carried out|undertaken|conducted|designed|directed|held|planned|guided|"
    r"consistent|subject to|"
    r"in (?:[a-z]+ )?compliance)\b"
)


def _author(text: str, modal: Modal, actors: Actors) -> Bearers:
    """The body whose report or summary is the subject: how it should be is for that body to see to."""
    for mention in actors.find(text, *modal.subject):
        if _WRITES.fullmatch(text, mention.end, modal.subject[1]):
            return join([mention])
    return NOBODY


_WRITES = re.compile(
    r"(?:’s?|'s?) (?:[a-z]+ )?(?:summary|summaries|reports?|reporting|briefings?|observations) "
)


def _said_of_it(region: Region, acts_as: str, modal: Modal) -> Draft:
    """Reads "Affirms that it shall ...", of the body itself, and "stresses that it should", of a thing."""
    verb, words = region.verb.name, f"{region.words} ... {modal.word}"
    if region.verb.family is Family.STRESS and modal.frame in {Frame.SHOULD, Frame.MUST}:
        return Draft(
            verb, acts_as, modal.frame, region.at, modal.action, modal.end, NOBODY, words, modal.negative
        )
    own = Bearers(("council",))
    return Draft(verb, verb, Frame.OWN, region.at, modal.action, modal.end, own, region.words)


_GIVEN_OUT = re.compile(
    r"(?:only )?be (?:provided|supplied|delivered|resold|transferred|unfrozen) (?!by\b)|"
    r"be subject to (?:the |these )?(?:measures|sanctions)\b"
)
"""What is done with goods, or to persons, and not by those whom the subject names."""
_PASSIVE = re.compile(r"(?:also |not )?be [a-z]+")
_JUSTICE = re.compile(
    r"(?:all |also )?be (?:[a-z]+ly )?(?:held|brought|prosecuted|investigated|tried|punished)\b"
)
"""What is to be done with those told of in the subject, who are therefore part of what is asked."""


_NO_SUBJECT = re.compile(rf"(?:[\s,]|{ADVERB}\b|and )*+\Z")


_PROPER = re.compile(
    r"(?<!\A)\b(?!(?:United|Nations|Charter|Convention|Chapter|Council|Security|Annex|List)\b)[A-Z][\w-]+"
)


def _proper(subject: str) -> Bearers:
    """Somebody named by a proper name that is no listed addressee; nobody where the subject is a thing."""
    return Bearers(("other",)) if _PROPER.search(subject) else NOBODY
