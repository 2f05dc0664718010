"""Verbs that ask a bearer to act: an addressee with an infinitive, "that X do", a thing asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from obligraph.extract.actors import Actors
from obligraph.extract.bearers import doers, named
from obligraph.extract.clausal import modal_clauses
from obligraph.extract.draft import NOBODY, Bearers, Draft, Frame
from obligraph.extract.lexicon import ADVERBS, lexicon
from obligraph.extract.lists import base_verbs, plain_verbs
from obligraph.extract.modals import modals
from obligraph.extract.region import Region, draft_of, resolve, trim

_LEAD = re.compile(rf"{ADVERBS}[ ,:]*")


_BASE = (
    r"(?![a-z]+[^e]ed\b)"
    r"(?!(?:the|this|these|those|their|its|his|our|all|any|that|which|whom|a|an|each|such|"
    r"do so|paragraphs?|resolutions?|article|Annex|Member|States?|other|relevant|it|them|him|us|armed|"
    r"conflicts?|international|existing|previous|be (?=able))\b)(?![A-Z\d“\"(])"
)
"""What follows the "to" of an infinitive: no article, no name, no number."""


_INFINITIVE = re.compile(rf",? ?\bto,? (?={_BASE})|\bto(?=: ?$)|,? to:? ?\Z|\bto(?=, )")


_NOT_BEFORE_TO = re.compile(
    r"\b(?:is|are|was|were|been|pursuant|according|relating|related|addition|subject|respect|regard|regards|relation|due|owing|"
    r"prior|"
    r"contrary|access|able|unable|ability|need|needs|position|likely|reference|conducive|right|rights|"
    r"similar|"
    r"(?<!do )(?<!done )so|in order|as to|"
    r"intends?|hopes?|fails?|refuses?|\btaken?|continue|seek|seeks|seeking|wish|wishing|committed|"
    r"contributing|"
    r"response|responses|leading|opposed|close|"
    r"view|efforts|effort|capacity|mandated|mandate|intended|designed|entitled|obliged|required|commitment|"
    r"commitments|made|responsible|willing|ready|failing|relevant|pertinent|measures|actions|action|"
    r"opportunity|opportunities|"
    r"steps|threats?|trying|decision|"
    r"agreed|brought|used|how|vulnerable|returning|traveling|relocating|adjacent|appropriate(?=\b)|available|"
    r"attention|plans?|assistance|support|aimed)\Z"
)


_ABSTRACT = re.compile(
    r"(?:an? |the |all |their |its |any |this |these |such |every |both )*(?:[a-z-]+(?:,| and|, and|"
    r" or)? ){0,6}?"
    r"(?:cooperation|coordination|collaboration|efforts|effort|progress|dialogue|exchanges?|participation|"
    r"implementation|"
    r"continuation|development|use|measures|actions?|initiatives?|deployment|engagement|assistance|support|"
    r"contributions?|"
    r"access|respect|end|cessation|release|withdrawal|restraint|compliance|adherence|accountability|"
    r"consultations?|"
    r"discussions?|negotiations?|elections?|strengthening|establishment|inclusion|creation|adoption|"
    r"provision|"
    r"interaction|dissemination|integration|sharing|building|convening|holding|return|resumption|completion|"
    r"process|"
    r"investigations?|reports?|work|steps|attention|solution|transition|reform|reforms|review|expansion|"
    r"vigilance|"
    r"mobilization|partnership|partnerships|improvement|enhancement|promotion|protection|calm|peace|unity|"
    r"activities|"
    r"follow-up|ceasefire|de-escalation|flexibility|universalization|disarmament|clarification|information|"
    r"ways|lifting)\b"
)


_GERUND = re.compile(
    r"(?!existing|remaining|working (?:group|part)|participating|contributing|designating|concerning)"
    r"(?:further |the |more |enhanced |continued )*[a-z]+ing\b"
    r"(?! (?:[Ss]tates|Member States|countries|nations|"
    r"parties|authorities|institutions|organi[sz]ations|Governments|partners|members|entities|bodies|"
    r"Committee))"
)


def directive(text: str, region: Region, acts_as: str, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """A verb that asks a bearer to act."""
    lead = _LEAD.match(text, region.start, region.end)
    start = lead.end() if lead else region.start
    if that := _THAT.match(text, start):
        yield from _that(text, region, that.end(), acts_as, actors, last)
        return
    if _subjunctive_follows(text, start, region.end, actors):
        yield from _that(text, region, start, acts_as, actors, last)
        return
    base = draft_of(region, acts_as, Frame.TO)
    if text.startswith("to ", start) and region.verb.base not in {"appeal to", "call to"}:
        yield replace(base, start=start + 3, bearers=NOBODY)
        return
    if text.startswith("for ", start) and acts_as in {"calls upon", "calls for"}:
        start += 4
    to = infinitive(text, start, region.end)
    if to is None or nominal(text, start, to[0]):
        yield from _nominal_directive(text, base, start, actors, last)
        return
    bearers = resolve(named(text, start, to[0], actors), last)
    if bearers is NOBODY:
        bearers = Bearers(("other",), implied=True)
    yield from _split_for(text, replace(base, start=to[1], bearers=bearers), actors)


_THAT = re.compile(
    r"that(?:, [^;]{3,200}?,| (?:after|upon|before|following|when|where|if|as|with)\b[^,;]{3,120},)? "
)
_NEXT_WORD = re.compile(r" ([a-z]+) (?!to\b)")


def _subjunctive_follows(text: str, start: int, end: int, actors: Actors) -> bool:
    """Whether "that" is left out: "requests this report consider ...", "requests the Panel submit ..."."""
    mention = actors.first(text, start, min(end, start + 40))
    if mention is None or mention.start - start > 4:
        return False
    word = _NEXT_WORD.match(text, mention.end)
    return (
        word is not None
        and word[1] in base_verbs()
        and word[1] not in {"further", "report", "plan", "forward", "exchange"}
    )


def infinitive(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the addressee ends and the action begins: round the first "to" of the clause itself."""
    skip = 0
    interruption = _INTERRUPTION.search(text, start, min(end, start + 250))
    if interruption and (resumed := _resumption(text, interruption.end(), end)) is not None:
        first = next(iter(infinitives(text, start, end)), None)
        if first is not None and first.start() > interruption.start():
            skip = resumed
    for match in infinitives(text, max(start, skip), end):
        goes_on = text[max(start, match.start() - 5) : match.end()].lstrip(", ").startswith("and ")
        weak = _only_infinitive(text, max(start, skip), match.start()) if goes_on else None
        return weak or (match.start(), match.end())
    return _only_infinitive(text, max(start, skip), end)


def _only_infinitive(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Reads "States with plans to share news": the one "to" that can open what is asked."""
    if _THING_ASKED.match(text, start):
        return None
    for match in _WEAK.finditer(text, start, end):
        if match["verb"] in base_verbs():
            return match.start("to"), match.start("verb")
    return None


_WEAK = re.compile(
    r"(?<!’s )(?<!'s )\b(?:mandate|position|assistance|support|plans?|action|efforts|agreed|measures|"
    r"resolution|made) "
    r"(?P<to>to (?=(?P<verb>[a-z]+) ))"
)
_THING_ASKED = re.compile(
    r"(?:the |an? |further |greater |continued |increased )*(?:[a-z]+ )?(?!(?:States|countries|parties)\b)"
    r"(?:[a-z]+(?:ion|ment|ance|ence|ing|ity|ort|ess|orts|ures|ions|ance|iatives)\b)"
)


def infinitives(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The places where "to" opens an infinitive of the clause itself."""
    for match in _INFINITIVE.finditer(text, start, end):
        if not _NOT_BEFORE_TO.search(text, start, match.start()) or text[match.start()] == ",":
            yield match


_INTERRUPTION = re.compile(
    r",\s(?:while )?(?:emphasizing|stressing|recalling|reaffirming|underscoring|underlining|recognizing|"
    r"noting) that\b|,\swhile (?:also )?[a-z]+ing\b"
)


_OWED = re.compile(r"\b(?:obliged|required|obligations?|need)\b")


_RESUMED_AT = re.compile(r", to ")


def _resumption(text: str, start: int, end: int) -> int | None:
    """Where the words go on after an interruption: at ", to", the one of "obliged ... to" left out."""
    found = [m.start() for m in _RESUMED_AT.finditer(text, start, end)]
    owed = _OWED.search(text, start, found[0] if found else end)
    place = 1 if owed else 0
    return found[place] if len(found) > place else None


_LIMIT = re.compile(r", (?:as|where|when|if) [a-z]+,?\s*\Z")
_NOUN_PHRASE = re.compile(r"\b(?:of|between|among|by|with|in|on|for|to|from|towards|at|through|against)\b")


def nominal(text: str, start: int, to: int) -> bool:
    """Whether what is asked for is a thing or an act, not a bearer who is to act."""
    head = text[start:to]
    if head.strip(" ,") == "":
        return False
    if _GERUND.match(head):
        return True
    first = _NOUN_PHRASE.split(_LIMIT.sub("", head), maxsplit=1)[0]
    return _ABSTRACT.fullmatch(first.strip()) is not None


_REPORT = re.compile(r"(?:an?|the|further|its|his|their|two) (?:[a-z]+ )?(?:reports?|updates?|briefings?)\b")
"""What is requested of whoever was asked just before."""


def _nominal_directive(text: str, base: Draft, start: int, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """A thing or act asked for; its bearers are those said to do it."""
    further = _AND_THAT.search(text, start, base.end)
    stop = further.start() if further else base.end
    bearers = doers(text, start, stop, actors)
    if bearers.ids == ("other",) and bearers.implied and last.ids and _REPORT.match(text, start):
        bearers = replace(last, implied=True)
    yield replace(base, frame=Frame.NOUN, start=start, end=trim(text, start, stop), bearers=bearers)
    if further:
        region = Region(lexicon().thirds[base.verb], base.words, further.start(), further.end(), base.end)
        yield from _that(text, region, further.end(), base.acts_as, actors, NOBODY)


_AND_THAT = re.compile(r",? and (?:also )?that (?=(?:all|the|any|such|both|these) )")
_AND_FOR = re.compile(r",? and for (?=[A-Z]|the |all )")


def _split_for(text: str, draft: Draft, actors: Actors) -> Iterator[Draft]:
    """A directive, with ", and for X to ..." split off where X is somebody else."""
    again = _AND_FOR.search(text, draft.start, draft.end)
    to = infinitive(text, again.end(), draft.end) if again else None
    if again is None or to is None:
        yield draft
        return
    other = named(text, again.end(), to[0], actors)
    if not other.ids or set(other.ids) <= set(draft.bearers.ids):
        yield draft
        return
    yield replace(draft, end=trim(text, draft.start, again.start()))
    yield replace(draft, at=again.start(), start=to[1], bearers=other)


def _that(
    text: str, region: Region, start: int, acts_as: str, actors: Actors, last: Bearers
) -> Iterator[Draft]:
    """Reads "that X do", "that X should do" after a directive."""
    found = list(modals(text, start, region.end))
    if found and found[0].frame not in {Frame.MAY}:
        drafts = modal_clauses(text, region, acts_as, start, actors, last, found)
        yield from (_requested(draft) for draft in drafts)
        return
    base = draft_of(region, acts_as, Frame.TO)
    passive = _PASSIVE.search(text, start, min(region.end, start + 300))
    if passive and not _acts(text, start, passive.start(), actors):
        by = doers(text, passive.end(), region.end, actors)
        named_by = not by.implied
        yield replace(
            base,
            start=passive.start("be"),
            bearers=resolve(by, last) if named_by else Bearers(("other",), implied=True),
        )
        return
    mention = actors.first(text, start, min(region.end, start + 200))
    action, bearers = start, Bearers(("other",), implied=True)
    if mention and mention.start - start < 60 and not _BEHIND.search(text, start, mention.start):
        stop = _subject_end(text, mention.end, region.end, actors)
        bearers = named(text, start, stop, actors)
        if bearers is NOBODY:
            bearers = Bearers(mention.ids, mention.organ, mention.state)
        bearers = resolve(bearers, last)
        lead = _LEAD.match(text, stop, region.end)
        action = lead.end() if lead else stop
    elif unlisted := _UNLISTED.match(text, start, region.end):
        action = unlisted.start("act") if unlisted["verb"] in base_verbs() else start
    yield replace(base, start=action, bearers=bearers)


def _requested(draft: Draft) -> Draft:
    """A request that somebody should act is a request to him: its "should" softens nothing."""
    asked = draft.acts_as == "requests" and draft.frame is Frame.SHOULD
    return replace(draft, frame=Frame.TO) if asked and _by_name(draft.bearers) else draft


def _by_name(bearers: Bearers) -> bool:
    return bool(bearers.ids) and not bearers.implied


_BEHIND = re.compile(r" (?:to|with|by|from|on|upon) ")
"""Before somebody who is no subject: "that the clerk report to the Council"."""
_UNLISTED = re.compile(
    r"(?:the |all |any |its )?[A-Z][\w’-]*(?: [A-Z][\w’-]*){0,4} (?P<act>(?:[a-z]+ly )?(?P<verb>[a-z]+)\b)"
)
_ACT = re.compile(r" (?:[a-z]+ly )?([a-z]+)\b")


def _acts(text: str, start: int, end: int, actors: Actors) -> bool:
    """Whether an addressee before a passive has a verb of its own, as in "the Panel keep what be kept"."""
    return any(
        (word := _ACT.match(text, mention.end)) is not None and word[1] in base_verbs()
        for mention in actors.find(text, start, end)
    )


_PASSIVE = re.compile(
    r"(?<=[a-z0-9)] )(?<!\bto )(?<!should )(?<!shall )(?<!must )(?<!may )(?<!can )(?<!will )(?<!would )"
    r"(?P<be>(?:not |continue to |also |further )*"
    r"be [a-z]+(?:ed|en|de|ne|pt|ld)\b)"
)
"""Before what is to be done to a thing: "that the list be kept"."""
_SUBJECT_GOES_ON = re.compile(
    r"(?:,? (?:and|or|as well as) (?:the |all |other |their |its |"
    r"any )*[A-Za-z-]+(?: [A-Za-z-]+){0,3}?(?= (?:[a-z]+ly )?[a-z]+)|"
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
        if match.group().lstrip(" ,").startswith(("and", "or", "as well")):
            other = _another(text, place, end, actors)
            if other is None:
                break
            place = other
            continue
        place = match.end()
    described = _DESCRIBED.match(text, place, end)
    verb = _first_verb(text, described.end(), end) if described else None
    return verb or place


_DESCRIBED = re.compile(r" (?:[a-z]+ing|that|who|which) ")
_PLAIN = re.compile(r"(?<=[a-z0-9] )([a-z]+) (?!of\b|and\b|or\b)")


def _first_verb(text: str, start: int, end: int) -> int | None:
    """Where the blank before the verb of "States receiving word take measures" stands."""
    for match in _PLAIN.finditer(text, start, min(end, start + 80)):
        if match[1] in plain_verbs() and not text.endswith(("to ", "not "), 0, match.start()):
            return match.start() - 1
    return None


_JOINED = re.compile(r",? (?:and|or|as well as) (?:the |all |other |their |its |any |relevant |concerned )*")


def _another(text: str, place: int, end: int, actors: Actors) -> int | None:
    """Where a further addressee ends that is joined to the one before it."""
    joined = _JOINED.match(text, place, end)
    mention = actors.first(text, joined.end(), min(end, joined.end() + 60)) if joined else None
    return mention.end if joined and mention and mention.start - joined.end() < 3 else None
