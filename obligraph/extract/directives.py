"""Verbs that ask a bearer to act: an addressee with an infinitive, or a thing asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from obligraph.extract.actors import Actors
from obligraph.extract.bearers import doers, join, named
from obligraph.extract.draft import NOBODY, Bearers, Draft, Frame
from obligraph.extract.lexicon import lexicon
from obligraph.extract.lists import base_verbs
from obligraph.extract.region import REMARK, Region, draft_of, resolve, trim
from obligraph.extract.subjunctive import LEAD, asked_that, further_should, subjunctive_follows

_BASE = (
    r"(?![a-z]+[^e]ed\b)(?!(?!bring\b)[a-z]{2,}ing\b)"
    r"(?!(?:the|this|these|those|their|its|his|our|all|any|that|which|whom|a|an|each|such|"
    r"do so|paragraphs?|resolutions?|article|Annex|Member|States?|other|relevant|it|them|him|us|armed|"
    r"conflicts?|international|existing|previous|be (?=able))\b)(?![A-Z\d“\"(])"
)
"""What follows the "to" of an infinitive: no article, no name, no number."""


_INFINITIVE = re.compile(rf",? ?(?:\bto|\[to\])[,:]? (?={_BASE})|\bto(?=: ?$)|,? to:? ?\Z|\bto(?=, )")


_NOT_BEFORE_TO = re.compile(
    r"\b(?:is|are|was|were|been|pursuant|according|relating|related|referred|addition|subject|respect|regard|regards|relation|due|owing|"
    r"prior|"
    r"contrary|access|able|unable|ability|need|needs|position|likely|reference|conducive|right|rights|"
    r"similar|"
    r"(?<!do )(?<!done )so|in order|as to|continuing|"
    r"yet|intends?|hopes?|fails?|refuses?|\btaken?|continue|seek|seeks|seeking|wish|wishing|committed|"
    r"contributing|"
    r"response|responses|leading|opposed|close|"
    r"view|efforts|effort|ceased|capacity|mandated|mandate|intended|designed|entitled|obliged|required|commitment|"
    r"commitments|made|responsible|willing|ready|failing|relevant|pertinent|measures|actions|action|"
    r"opportunity|opportunities|"
    r"steps|threats?|trying|decision|"
    r"agreed|brought|used|how|vulnerable|returning|traveling|relocating|adjacent|appropriate(?=\b)|available|"
    r"attention|plans?|assistance|support|aimed)\Z"
)


_ACT_OR_THING = (
    r"(?:an? |the |all |their |its |any |this |these |such |every |both ){0,3}(?:[a-z-]+(?:,| and|, and|"
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
    r"ways|lifting|joint operations|communications?|ownership|utili[sz]ation|disbursement|recruitment|"
    r"resupply|appointment|outreach|funding|financing|meetings|talks|contacts|visits)\b"
)
_ABSTRACT = re.compile(_ACT_OR_THING)


_GERUND = re.compile(
    r"(?!existing|peacekeeping|remaining|working (?:group|part)|participating|contributing|designating|"
    r"concerning)"
    r"(?:further |the |more |enhanced |continued )*[a-z]+ing\b"
    r"(?! (?:[Ss]tates?|Member States?|countries|nations|"
    r"parties|authorities|institutions|organi[sz]ations|Governments|partners|members|entities|bodies|"
    r"Committee))"
)


def directive(text: str, region: Region, acts_as: str, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """A verb that asks a bearer to act."""
    lead = LEAD.match(text, region.start, region.end)
    start = lead.end() if lead else region.start
    if text.startswith("and ", start):
        start = region.start + 1
    if that := _THAT.match(text, start):
        yield from asked_that(text, region, that.end(), acts_as, actors, last)
        return
    if subjunctive_follows(text, start, region.end, actors):
        yield from asked_that(text, region, start, acts_as, actors, last)
        return
    base = draft_of(region, acts_as, Frame.TO)
    if text.startswith("to ", start) and region.verb.base not in {"appeal to", "call to"}:
        yield replace(base, start=start + 3, bearers=NOBODY)
        return
    if text.startswith("for ", start) and acts_as in {"calls upon", "calls for"}:
        start += 4
    to = infinitive(text, start, region.end)
    efforts = _EFFORTS_OF.match(text, start)
    if efforts and to and named(text, efforts.end(), to[0], actors).ids:
        yield from _asked(text, region, replace(base, start=efforts.end()), to, actors, last)
        return
    if to is None or _is_thing(text, start, to[0], actors) or _to_be_done(text, base, start, to, actors):
        yield from _nominal_directive(text, base, start, actors, last)
        return
    yield from _asked(text, region, replace(base, start=start), to, actors, last)


_EFFORTS_OF = re.compile(
    r"(?:the |all |further |continued |ongoing )*efforts (?:made |undertaken )?(?:by|of) "
)
"""What is encouraged is what the efforts of somebody are for."""


def _asked(
    text: str, region: Region, base: Draft, to: tuple[int, int], actors: Actors, last: Bearers
) -> Iterator[Draft]:
    """What those between a verb and "to" are asked, and what is asked beside it: "and that X should".

    Args:
        text: the flat text.
        region: the verb and its words.
        base: the clause from where those who are asked are named.
        to: where their names end and where the act begins.
        actors: the addressees of the kind of document.
        last: the bearers named just before.
    """
    start = base.start
    bearers = resolve(named(text, start, to[0], actors), last)
    if bearers is NOBODY:
        bearers = Bearers(("other",), implied=True)
    if bearers.organ and _AMONG_OTHERS.match(text, start, to[0]):
        bearers = replace(bearers, organ=False)
    asked = replace(base, start=to[1], bearers=bearers, negative=text.endswith(" not", start, to[0]))
    further = further_should(text, to[1], region.end)
    if further:
        asked = replace(asked, end=trim(text, to[1], further.start()))
    for draft in _split_for(text, asked, actors):
        yield from _with_kept(text, draft, actors)
    if further:
        after = replace(region, at=further.start(), start=further.end())
        yield from asked_that(text, after, further.end(), base.acts_as, actors, bearers)


def _with_kept(text: str, draft: Draft, actors: Actors) -> Iterator[Draft]:
    """What is asked, and apart from it what should become of the thing: "make a plan, which should grow"."""
    if text.find(" wh", draft.start, draft.end) < 0:
        yield draft
        return
    if (who := _WHO_SHALL.search(text, draft.start, draft.end)) and draft.frame is Frame.TO:
        yield replace(draft, end=who.start())
        before = [m for m in actors.find(text, draft.start, who.start()) if m.end == who.start()]
        told = replace(draft, verb="shall", acts_as="shall", frame=Frame.SHALL, words="shall")
        bearers = join(before) if before else Bearers(("un_entities",))
        yield replace(told, at=who.start("shall"), start=who.start("act"), bearers=bearers)
        return
    held = (form.search(text, draft.start, draft.end) for form in (_KEPT, _FAILING, _SHOULD_HOLD))
    match = next(filter(None, held), None)
    if match is None or (match.re is _SHOULD_HOLD and _INDIRECT.search(text, draft.start, match.start())):
        yield draft
        return
    yield replace(draft, end=match.start())
    kept = replace(draft, verb="should", acts_as="should", frame=Frame.SHOULD, words="should")
    other = named(text, *match.span("who"), actors) if match.re is _FAILING else NOBODY
    whose = other if other.ids else draft.bearers
    yield replace(kept, at=match.start("should"), start=match.start("act"), end=match.end(), bearers=whose)


_KEPT = re.compile(
    r", which (?P<should>should) (?P<act>be (?:[a-z]+ly )?(?:done|carried out|conducted|implemented|observed|"
    r"respected|honoured|upheld|complied with|adhered to)\b[^,;]*)\Z"
)


_FAILING = re.compile(
    r", failing which (?P<who>[^,;]{3,60}?) (?P<should>should) "
    r"(?P<act>[a-z]+\b(?:(?!, and to )[^;])*)(?=;|\Z)"
)
"""What should become of a thing where what is asked is not done."""
_WHO_SHALL = re.compile(r"(?<=\w), who (?P<shall>shall)(?:,[^,;]{3,60},)? (?P<act>(?!be )[a-z]+\b[^;]*)\Z")
"""What somebody named last is to do, or one whom the Secretary-General is asked to appoint."""
_SHOULD_HOLD = re.compile(r", which (?P<should>should) (?:also )?(?P<act>(?!be |not |have )[a-z]+\b[^;]*)\Z")
_INDIRECT = re.compile(r"\b(?:that|who|whose|whether|how)\b")
"""Words within whose clause the thing may stand that a relative tells of."""


def _to_be_done(text: str, base: Draft, start: int, to: tuple[int, int], actors: Actors) -> bool:
    """Whether a thing is called for that is to be done: "calls for barns to be locked"."""
    if base.acts_as != "calls for" or named(text, start, to[0], actors).ids:
        return False
    return _BE_DONE.match(text, to[1]) is not None or _SOMEONE.search(text, start, to[0]) is None


_SOMEONE = re.compile(
    r"[A-Z]|\b(?:those|people|persons?|women|men|groups?|leaders|actors|everyone|all who)\b"
)
"""Words by which somebody without an entry in the list of addressees may be named."""


_AMONG_OTHERS = re.compile(
    r"(?:all |the |other |relevant |appropriate )*(?:United Nations|UN) (?:system )?"
    r"(?:entities|bodies|agencies|organi[sz]ations|funds|offices)\b[^;]{0,60}?,? (?:including|such as) "
)
"""Bodies of the United Nations at large, of which a body of the Council is only an example."""
_BE_DONE = re.compile(r"be (?:[a-z]+ly )?[a-z]+(?:ed|en|de|ne|pt|ld|lt|nt|ght)\b")
_THAT = re.compile(
    r"(?:(?:for|in|with|as|to) (?:the )?[^,;]{3,80}, )?that"
    r"(?:, [^;]{3,200}?,| (?:after|upon|before|following|when|where|if|as|with)\b[^,;]{3,120},)? "
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
        described = _THAT_HAVE.match(text, start, match.start())
        weak = _only_infinitive(text, max(start, skip), match.start()) if goes_on or described else None
        return weak or (match.start(), match.end())
    so = _TO_DO_SO.search(text, max(start, skip), end)
    return so.span() if so else _only_infinitive(text, max(start, skip), end)


_THAT_HAVE = re.compile(r"[^,;]{3,60}? (?:that|which|who) (?:have|need|seek|request) ")
"""Somebody told by what he has or needs, as "States that have requests for assistance"."""
_TO_DO_SO = re.compile(r",? to (?=do so\b[^,;]{0,40}\Z)")
"""What is asked of those who have not yet done what was named: "to do so without delay"."""


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
        near = max(start, match.start() - 18)
        if text[match.end() - 1 : match.end() + 5] == " have " and _HAVE_DONE.match(text, match.end()):
            continue
        if _FOR_SAKE.search(text, max(start, match.start() - 120), match.start()):
            continue
        if text[match.start()] != "," and _FOR_INSTANCE.search(text, near, match.start()):
            continue
        if not _NOT_BEFORE_TO.search(text, start, match.start()) or text[match.start()] == ",":
            yield match


_HAVE_DONE = re.compile(r"have (?:been|gone|[a-z]+(?:ed|en|ne))\b")
"""Behind "to": what somebody is said to have done already."""
_FOR_SAKE = re.compile(r"\bin order for (?:(?! to )[^,;]){3,110}\Z")
"""Before an aim with a subject of its own: "in order for the barns to hold"."""
_FOR_INSTANCE = re.compile(r", (?:in particular|particularly|especially|notably|including) ?\Z")
"""Before an aim of what is asked: "the States' help with counts, in particular to dry seed"."""
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
_NOUN_PHRASE = re.compile(
    r"\b(?:of|between|among(?:st)?|by|with|within|in|on|for|to|from|towards|at|through|throughout|across|against)\b"
)


def nominal(text: str, start: int, to: int) -> bool:
    """Whether what is asked for is a thing or an act, not a bearer who is to act."""
    head = text[start:to]
    if head.strip(" ,") == "":
        return False
    if _GERUND.match(head):
        return True
    first = _NOUN_PHRASE.split(_LIMIT.sub("", head), maxsplit=1)[0]
    return _ABSTRACT.fullmatch(_LIMIT.sub("", first).strip(" ,")) is not None


def _is_thing(text: str, start: int, to: int, actors: Actors) -> bool:
    """Whether a thing or an act is asked for: by its words, or because a list of acts opens with one."""
    if nominal(text, start, to):
        return True
    first = _NOUN_PHRASE.split(text[start:to], maxsplit=1)[0]
    return _ACTS.match(first) is not None and actors.first(text, start, start + len(first)) is None


_ACTS = re.compile(
    rf"{_ACT_OR_THING}(?:,|,? (?:and|as well as) (?!(?:[a-z]+ )*(?:partners|countries|actors|agencies|"
    r"donors)\b))"
)
"""An act that is the first of several asked for."""
_REPORT = re.compile(r"(?:an?|the|further|its|his|their|two) (?:[a-z]+ )?(?:reports?|updates?|briefings?)\b")
"""What is requested of whoever was asked just before."""


def _nominal_directive(text: str, base: Draft, start: int, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """A thing or act asked for; its bearers are those said to do it."""
    remark = REMARK.search(text, start, base.end)
    further = _AND_THAT.search(text, start, remark.start() if remark else base.end)
    stop = further.start() if further else base.end
    bearers = doers(text, start, stop, actors)
    if bearers.ids == ("other",) and bearers.implied and last.ids and _REPORT.match(text, start):
        bearers = replace(last, implied=True)
    thing = replace(base, frame=Frame.NOUN, start=start, end=trim(text, start, stop), bearers=bearers)
    yield from _split_for(text, thing, actors)
    if further:
        region = Region(lexicon().thirds[base.verb], base.words, further.start(), further.end(), base.end)
        yield from asked_that(text, region, further.end(), base.acts_as, actors, NOBODY)


_AND_THAT = re.compile(r",? and (?:also )?that (?=(?:all|the|any|such|both|these) |[A-Z])")
AND_FOR = re.compile(
    r",? (?:and|as well as) for "
    r"(?=[A-Z]|(?:the|all|other|those|both|these) |(?:[a-z]+ )?(?:donors|partners|countries|"
    r"actors|parties|authorities|organi[sz]ations|agencies|entities|forces) to (?!have |be ))"
)


def _split_for(text: str, draft: Draft, actors: Actors) -> Iterator[Draft]:
    """A directive, with ", and for X to ..." split off where X is somebody else."""
    again = (
        AND_FOR.search(text, draft.start, draft.end)
        or _and_upon(text, draft, actors)
        or _and_another(text, draft, actors)
    )
    to = infinitive(text, again.end(), draft.end) if again else None
    if again is None or to is None or (again.re is AND_FOR and nominal(text, again.end(), to[0])):
        yield draft
        return
    other = named(text, again.end(), to[0], actors)
    by_name = other.ids in {(), ("other",)} and _BY_NAME.fullmatch(text, again.end(), to[0])
    if by_name and not other.ids:
        other = Bearers(("other",))
    same = set(other.ids) == set(draft.bearers.ids) and not draft.bearers.implied and not by_name
    if not other.ids or (same and again.re is AND_FOR):
        yield draft
        return
    yield replace(draft, end=trim(text, draft.start, again.start()))
    yield replace(draft, frame=Frame.TO, at=again.start(), start=to[1], bearers=other)


_BY_NAME = re.compile(r"(?:the )?(?:[A-Z]{3,}s?|[A-Z][a-z]+(?: (?:of )?[A-Z][a-z-]+){1,5})")
"""Somebody named by letters, or by a name."""


def _and_another(text: str, draft: Draft, actors: Actors) -> re.Match[str] | None:
    """Where "requests X to dry seed and Y to count it" goes on with somebody else."""
    if draft.frame is not Frame.TO or draft.acts_as not in _SAID_ONCE:
        return None
    for match in _AND_ANOTHER.finditer(text, draft.start, draft.end):
        found = list(actors.find(text, draft.start, match.end("who")))
        ends = [mention.end for mention in found]
        last = found[-1] if found else None
        whole = last is not None and _NAME_GOES_ON.fullmatch(text, last.end, match.end("who")) is not None
        own = last is not None and whole and 0 <= last.start - match.end() < 10
        own = own and last is not None and "council" not in last.ids
        own = own or (match["who"][0].islower() and bool(match["comma"] or _AT_HAND.match(match["who"])))
        listed = any(match.start() - end in range(2) for end in ends)
        before = match.end("comma") if match["comma"] else match.start()
        own = own and not match["who"].endswith(" and")
        if own and not listed and not _HELPS.search(text, draft.start, before):
            return match
    return None


_NAME_GOES_ON = re.compile(r"(?: (?:on|for|of) [A-Z][\w-]*(?:(?: (?:and|of|in|on|the))* [A-Z][\w-]*)*)?")
"""The rest of the name of a body: "the Working Group on Seed and Barns"."""
_AT_HAND = re.compile(r"(?:relevant|international|bilateral|development|troop\S*) ")
"""Words before a class of bodies that is named anew."""
_SAID_ONCE = frozenset({"requests", "invites", "encourages", "urges", "calls upon"})
_AND_ANOTHER = re.compile(
    r"(?P<comma>,)? and (?=(?P<who>(?:the |all |relevant |other |their )*(?:[A-Z][^,;]{2,80}?|"
    r"(?:[a-z-]+ ){0,3}(?:partners|groups|countries|organi[sz]ations|donors|agencies|entities|leaders)))"
    rf" to (?={_BASE}))"
)
_HELPS = re.compile(
    r"\b(?:assist|help|enabl|allow|encourag|support|requir|request|urg|call|invit|permit|ask|need|between|"
    r"with|by|direct|press|persuad|prompt|oblig|ability|capacity)"
    r"(?:s|e|es|ing|ed|ance|ment)?\b[^,;]{0,100}\Z"
)
"""Words that take somebody into what is asked of another: "to help States and the Panel to count"."""
_AND_UPON = re.compile(
    r",? and (?:also |further )?(?:up)?on (?=(?:all |the |those |other |relevant |any )?\w)"
)


def _and_upon(text: str, draft: Draft, actors: Actors) -> re.Match[str] | None:
    """Where "calls upon X to dry seed, and upon Y to count it" goes on with somebody else."""
    if draft.verb not in {"calls upon", "reiterates"} or draft.frame is not Frame.TO:
        return None
    match = _AND_UPON.search(text, draft.start, draft.end)
    mention = actors.first(text, match.end(), min(draft.end, match.end() + 40)) if match else None
    near = match is not None and mention is not None and mention.start - match.end() < 20
    return match if near else None
