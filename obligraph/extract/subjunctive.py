"""What follows "that" behind a verb of asking: "that X do", "that X should do", "that a thing be done"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from obligraph.extract.actors import Actors
from obligraph.extract.bearers import doers, join, named
from obligraph.extract.clausal import modal_clauses
from obligraph.extract.draft import NOBODY, STATES, Bearers, Draft, Frame
from obligraph.extract.lexicon import ADVERBS
from obligraph.extract.lists import base_verbs, plain_verbs
from obligraph.extract.modals import modals
from obligraph.extract.region import Region, draft_of, resolve, trim

LEAD = re.compile(rf"{ADVERBS}[ ,:]*")
"""Adverbs and stops before an addressee or an action."""
_NEXT_WORD = re.compile(
    r"(?:,(?:(?! to )[^,;]){3,120},)? (?:[a-z]+ly )?(continue(?= to )|[a-z]+(?![ ,]to\b)(?=[ ,]))"
)


def subjunctive_follows(text: str, start: int, end: int, actors: Actors) -> bool:
    """Whether "that" is left out: "requests this report consider ...", "requests the Panel submit ..."."""
    mention = actors.opening(text, start, end)
    if mention is None:
        named_so = _NAMED_DOES.match(text, start, end)
        return named_so is not None and named_so["verb"] in plain_verbs()
    word = _NEXT_WORD.match(text, mention.end)
    return (
        word is not None
        and word[1] in base_verbs()
        and word[1] not in {"further", "report", "plan", "forward", "exchange"}
    )


def described_does(text: str, start: int, end: int, actors: Actors) -> bool:
    """Whether somebody told by what he does acts: "States receiving such word take steps"."""
    mention = actors.opening(text, start, end)
    if mention is None or _FINITE.search(text, start, end):
        return False
    described = _DESCRIBED.match(text, mention.end, end)
    return described is not None and _first_verb(text, described.end(), end) is not None


_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|shall|should|will|must|may|can|could|would)\b")
_NAMED_DOES = re.compile(
    r"(?:the )?[A-Z][\w’-]*(?:(?: of| of the| and)? [A-Z][\w’-]*){0,6} "
    r"(?:[a-z]+ly )?(?P<verb>[a-z]+) (?!to\b)"
)
"""Somebody with a name that no list knows, who does something."""


def asked_that(
    text: str, region: Region, start: int, acts_as: str, actors: Actors, last: Bearers
) -> Iterator[Draft]:
    """Reads "that X do", "that X should do" after a directive."""
    found = list(modals(text, start, region.end))
    apart = text.find("; ", start, found[0].at) if found else -1
    if apart >= 0 and subjunctive_follows(text, start, apart, actors):
        yield subjunctive(text, replace(region, end=apart), start, acts_as, actors, last)
        rest = replace(region, at=apart, start=apart + 2)
        yield from modal_clauses(text, rest, acts_as, apart + 2, actors, last)
        return
    if found and found[0].frame not in {Frame.MAY}:
        drafts = modal_clauses(text, region, acts_as, start, actors, last, found)
        yield from (_requested(draft) for draft in drafts)
        return
    further = _further_that(text, start, region.end)
    stop = trim(text, start, further.start()) if further else region.end
    first = subjunctive(text, replace(region, end=stop), start, acts_as, actors, last)
    yield first
    if further:
        held = first.bearers if first.bearers.ids else last
        after = replace(region, at=further.start(), start=further.end())
        yield from asked_that(text, after, further.end(), acts_as, actors, held)


_FURTHER_THAT = re.compile(
    r",? and (?:further |also )?that "
    r"(?=(?:all|the|any|such|both|these|its|their|armed|other)\b|[A-Z])"
    r"|, that (?=(?:all|the|any|such|both|these|its|their)\b|[A-Z])"
    r"|,? and (?:further|also) that (?=(?:they|it)\b)"
)
"""What opens a further clause of what is asked."""
_TELLING = re.compile(
    r"\b(?:ensur(?:e|es|ing)|guarantee|verify|confirm|show|demonstrate|recogni[sz](?:e|ing)|noting|"
    r"stressing|so|"
    r"such|provided|in order|clear|make sure|see to it|means|fact|steps)\b"
)
"""Words to whose own "that" a further "that" may belong."""


def _further_that(text: str, start: int, end: int) -> re.Match[str] | None:
    """Where "that X do this and that Y do that" goes on."""
    match = _FURTHER_THAT.search(text, start, end)
    if match is None or _TELLING.search(text, start, match.start()):
        return None
    return None if _IS.match(text, match.end(), end) else match


def further_should(text: str, start: int, end: int) -> re.Match[str] | None:
    """Where "X to do this and that Y should do that" goes on."""
    match = _AND_SHOULD.search(text, start, end)
    return None if match is None or _TELLING.search(text, start, match.start()) else match


_AND_SHOULD = re.compile(r",? and that (?=(?:the |all |any )?[A-Z][^,;]{2,60} (?:should|shall|must) )")
_IS = re.compile(r"[^;,]{0,120}? (?:is|are|was|were|has|have|will|can|may)\b")
"""A further "that" that tells how things are."""


def subjunctive(text: str, region: Region, start: int, acts_as: str, actors: Actors, last: Bearers) -> Draft:
    """Reads "that X do" behind a directive, and "that a thing be done"."""
    base = draft_of(region, acts_as, Frame.TO)
    passive = _PASSIVE.search(text, start, min(region.end, start + 300))
    if passive and not _acts(text, start, passive.start(), actors):
        by = doers(text, passive.end(), region.end, actors, done=True)
        named_by = not by.implied
        return replace(
            base,
            start=passive.start("be"),
            bearers=resolve(by, last) if named_by else _for_states(text, start, acts_as),
        )
    product = _PRODUCT.match(text, start, region.end) if last.ids else None
    if product and (product["verb"] in base_verbs() or product["verb"] in _TELLS):
        return replace(base, start=product.start("verb"), bearers=replace(last, implied=True))
    mention = actors.first(text, start, min(region.end, start + 200))
    action, bearers = start, _for_states(text, start, acts_as)
    if mention and mention.start - start < 60 and not _BEHIND.search(text, start, mention.start):
        stop = _subject_end(text, mention.end, region.end, actors)
        bearers = named(text, start, stop, actors)
        if bearers is NOBODY:
            bearers = join([mention])
        bearers = resolve(bearers, last)
        lead = LEAD.match(text, stop, region.end)
        action = _at_verb(text, lead.end() if lead else stop, region.end)
    elif unlisted := _UNLISTED.match(text, start, region.end):
        action = unlisted.start("act") if unlisted["verb"] in base_verbs() else start
    return replace(base, start=action, bearers=bearers)


_PRODUCT = re.compile(
    r"(?:such|this|that|these) (?:[a-z-]+ )?(?:reports?|reviews?|assessments?|briefings?|updates?|"
    r"recommendations) "
    r"(?:also |further )?(?P<verb>[a-z]+)\b"
)
"""What somebody was asked for just before, and what it is to hold."""
_TELLS = frozenset({"include", "includes", "contain", "contains", "is", "be"})


def _for_states(text: str, start: int, acts_as: str) -> Bearers:
    """Who is to take measures that are requested of nobody by name: Member States."""
    if acts_as == "requests" and _MEASURES.match(text, start):
        return replace(STATES, implied=True)
    return Bearers(("other",), implied=True)


_MEASURES = re.compile(
    r"(?:all |the |any |such |further )*(?:(?!and\b)[a-z-]+,? (?:and )?){0,3}(?:measures|steps|action)\b"
)
_STILL_SUBJECT = re.compile(r"(?:and|or|as well as) ")


def _at_verb(text: str, start: int, end: int) -> int:
    """Where the verb of a subject stands that goes on with "and other bodies"."""
    if not _STILL_SUBJECT.match(text, start):
        return start
    verb = _first_verb(text, start, end)
    return start if verb is None else verb + 1


def _requested(draft: Draft) -> Draft:
    """A request that somebody should act is a request to him: its "should" softens nothing."""
    asked = draft.acts_as in {"requests", "demands", "demands again"} and draft.frame is Frame.SHOULD
    return replace(draft, frame=Frame.TO) if asked else draft


_BEHIND = re.compile(r" (?:to|with|by|from|on|upon) ")
"""Before somebody who is no subject: "that the clerk report to the Council"."""
_LISTED_ON = (
    r"(?:(?:,| and|, and|,? as well as) (?:(?:the|all|any|other|their) )*[A-Za-z’-]+(?: [A-Z][\w’-]*)*){0,8}?"
)
_UNLISTED = re.compile(
    r"(?:the |all |any |its )?(?:[a-z]+ ){0,2}?[A-Z][\w’-]*(?:(?: of| of the| and)? [A-Z][\w’-]*){0,6}"
    rf"{_LISTED_ON} "
    r"(?P<act>(?:not )?(?:[a-z]+ly (?:and [a-z]+ly )?)?(?!and\b|or\b|as\b)(?P<verb>[a-z]+)\b)"
)
_ACT = re.compile(r" (?:[a-z]+ly )?([a-z]+)\b")


def _acts(text: str, start: int, end: int, actors: Actors) -> bool:
    """Whether an addressee before a passive has a verb of its own, as in "the Panel keep what be kept"."""
    return any(
        (word := _ACT.match(text, mention.end)) is not None and word[1] in base_verbs()
        for mention in actors.find(text, start, end)
    )


_PASSIVE = re.compile(
    r"(?<=[a-z0-9),] )(?<!\bto )(?<!should )(?<!shall )(?<!must )(?<!may )(?<!can )(?<!will )(?<!would )"
    r"(?P<be>(?:not |continue to |also |further )*"
    r"be (?!prepared to )(?:[a-z]+ly )?[a-z]+(?:ed|en|de|ne|pt|ld)\b)"
)
"""Before what is to be done to a thing: "that the list be kept"."""
_SUBJECT_GOES_ON = re.compile(
    r"(?:,? (?:and|or|as well as) (?:the |all |other |their |its |"
    r"any )*[A-Za-z-]+(?: [A-Za-z-]+){0,3}?(?= (?:[a-z]+ly )?[a-z]+)|"
    r",(?= (?:the |all )?[A-Z][^,;]{2,80}? and )|"
    r" (?:of|in|to|on|from) (?:the |all |an |any )?(?:[A-Z][\w’-]*(?: [A-Z][\w’-]*)*|armed conflict|conflict|"
    r"region)|"
    r" concerned| involved|,? (?:in|as|where|when|upon|consistent|including|with|pursuant|within|per|"
    r"given|especially|"
    r"particularly)\b[^,;]{1,160},)"
)


def _subject_end(text: str, after: int, end: int, actors: Actors) -> int:
    """Where the subject of a clause without a modal ends, the end of its first noun given."""
    place = after
    while match := _SUBJECT_GOES_ON.match(text, place, end):
        if match.group() == "," or match.group().lstrip(" ,").startswith(("and", "or", "as well")):
            other = _another(text, place, end, actors)
            if other is None:
                break
            place = other
            continue
        place = match.end()
    described = _DESCRIBED.match(text, place, end)
    verb = _first_verb(text, described.end(), end) if described else None
    return verb or place


_DESCRIBED = re.compile(
    r" (?:[a-z]+ing|established|created|appointed|mandated|designated|listed|that|who|which) "
)
_PLAIN = re.compile(r"(?<=[a-z0-9)] )(?!immediately\b|fully\b)([a-z]+),? (?!of\b|and\b|or\b)")


def _first_verb(text: str, start: int, end: int) -> int | None:
    """Where the blank before the verb of "States receiving word take measures" stands."""
    for match in _PLAIN.finditer(text, start, min(end, start + 120)):
        named_apart = match[1] in base_verbs() and text[match.start() - 2] == ")"
        if (named_apart or match[1] in plain_verbs()) and not text.endswith(
            ("to ", "not ", "be "), 0, match.start()
        ):
            return match.start() - 1
    return None


_JOINED = re.compile(
    r"(?:,? (?:and|or|as well as)|,(?= (?:the |all )?[A-Z][^,;]{2,80}? and )) "
    r"(?:the |all |other |their |its |any |relevant |concerned |competent |international |"
    r"national |regional )*"
)


def _another(text: str, place: int, end: int, actors: Actors) -> int | None:
    """Where a further addressee ends that is joined to the one before it."""
    joined = _JOINED.match(text, place, end)
    mention = actors.first(text, joined.end(), min(end, joined.end() + 80)) if joined else None
    return mention.end if joined and mention and mention.start - joined.end() < 3 else None
