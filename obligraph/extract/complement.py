"""What an operative verb governs: an addressee with an infinitive, a "that" clause, an obligation, a need."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from obligraph.extract.actors import Actors
from obligraph.extract.bearers import doers, named
from obligraph.extract.draft import NOBODY, Bearers, Draft, Frame
from obligraph.extract.lexicon import ADVERBS, Family, Verb, gerund, lexicon, lookup, pattern
from obligraph.extract.lists import BASE_VERBS
from obligraph.extract.modals import Modal, modals

_LEAD = re.compile(rf"{ADVERBS}[ ,:]*")
_BASE = r"(?![a-z]+[^e]ed\b)(?!(?:the|this|these|those|their|its|his|our|all|any|that|which|whom|a|an|each|such|do|paragraph|paragraphs|resolution|resolutions|article|Annex|Member|States?|other|relevant|it|them|him|us|armed|conflicts?|international|existing|previous|be (?=able))\b)(?![A-Z\d“\"(])"
_INFINITIVE = re.compile(rf",? ?\bto,? (?={_BASE})|\bto(?=: ?$)|,? to:? ?\Z|\bto(?=, )")
_NOT_BEFORE_TO = re.compile(
    r"\b(?:pursuant|according|relating|related|addition|subject|respect|regard|regards|relation|due|owing|prior|"
    r"contrary|access|able|unable|ability|need|needs|position|likely|reference|conducive|right|rights|similar|"
    r"(?<!do )(?<!done )so|in order|as to|continue|seek|seeks|seeking|wish|wishing|committed|contributing|response|responses|leading|opposed|close|"
    r"view|efforts|effort|capacity|mandated|mandate|intended|designed|entitled|obliged|required|commitment|"
    r"commitments|made|responsible|willing|ready|failing|measures|actions|action|opportunity|opportunities|steps|threats?|trying|decision|"
    r"agreed|brought|used|how|vulnerable|returning|traveling|relocating|adjacent|appropriate(?=\b)|available|attention|plans?|assistance|support|aimed)\Z"
)
_ABSTRACT = re.compile(
    r"(?:an? |the |all |their |its |any |this |these |such |every |both )*(?:[a-z-]+(?:,| and|, and| or)? ){0,6}?"
    r"(?:cooperation|coordination|collaboration|efforts|effort|progress|dialogue|exchanges?|participation|implementation|"
    r"continuation|development|use|measures|actions?|initiatives?|deployment|engagement|assistance|support|contributions?|"
    r"access|respect|end|cessation|release|withdrawal|restraint|compliance|adherence|accountability|consultations?|"
    r"discussions?|negotiations?|elections?|strengthening|establishment|inclusion|creation|adoption|provision|"
    r"interaction|dissemination|integration|sharing|building|convening|holding|return|resumption|completion|process|"
    r"investigations?|reports?|work|steps|attention|solution|transition|reform|reforms|review|expansion|vigilance|"
    r"mobilization|partnership|partnerships|improvement|enhancement|promotion|protection|calm|peace|unity|activities|"
    r"follow-up|ceasefire|de-escalation|flexibility|universalization|disarmament|clarification|information|ways|lifting)\b"
)
_GERUND = re.compile(
    r"(?:further |the |more |enhanced |continued )*[a-z]+ing\b(?! (?:States|Member States|countries|parties|authorities|institutions|organi[sz]ations|Governments|partners|members|entities|bodies|Committee))"
)


@dataclass(frozen=True, slots=True)
class Region:
    """The words that one operative verb governs.

    Attributes:
        verb: the operative verb.
        words: the verb as written.
        at: where it stands.
        start: the offset after it.
        end: where its words end.
    """

    verb: Verb
    words: str
    at: int
    start: int
    end: int


def read(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """The clauses of one operative verb, in the order of their verbs.

    Args:
        text: the flat text.
        region: the verb and its words.
        actors: the addressees of the kind of document.
        last: the bearers named just before, for "it" and "the Chair".
    """
    drafts: list[Draft] = []
    end = region.end
    marks = list(_participles(text, region))
    for participle in marks:
        own = _own_duty(text, region, participle, actors, last)
        if own and not _interrupts(text, region, participle):
            drafts += own
            end = min(end, participle.at)
        elif own:
            drafts += [_cut_at_resumption(text, draft, region.end) for draft in own]
    own_words = replace(region, end=_trim(text, region.start, end))
    drafts += [without_remark(text, draft) for draft in _by_family(text, own_words, actors, last)]
    yield from sorted(drafts, key=lambda draft: draft.at)


def _own_duty(text: str, region: Region, participle: Region, actors: Actors, last: Bearers) -> list[Draft]:
    """The clauses of a participle that asks something of its own; none where it only remarks."""
    held = NOBODY
    if region.verb.family is Family.DIRECTIVE and participle.at - region.start < 250:
        held = named(text, region.start, min(participle.at, region.start + 200), actors)
    found = _by_family(text, participle, actors, _resolve(held, last) if held.ids else last)
    asked = [draft for draft in found if draft.frame.asks]
    if participle.verb.family is Family.DIRECTIVE:
        return [draft for draft in asked if draft.frame is not Frame.NOUN and not draft.bearers.implied]
    return asked


_REMARK = re.compile(
    r"[,;] (?:and |also |further )*(?:recalling|noting|recognizing|recognising|acknowledging|reaffirming|welcoming|emphasizing|"
    r"emphasising|stressing|underlining|underscoring|expressing|commending|reiterating|taking note)\b"
)


def without_remark(text: str, draft: Draft) -> Draft:
    """A clause without the remark that closes it: ", recognizing that ..." adds nothing to what is asked."""
    if not draft.frame.asks:
        return draft
    match = _REMARK.search(text, draft.start, draft.end)
    if match is None or re.compile(r",? (?:and )?to [a-z]").search(text, match.end() + 250, draft.end):
        return draft
    if re.compile(r", (?:and )?to [a-z]").search(text, match.end(), draft.end):
        return draft
    return replace(draft, end=match.start())


def _by_family(text: str, region: Region, actors: Actors, last: Bearers) -> list[Draft]:
    match region.verb.family:
        case Family.DIRECTIVE:
            return list(_directive(text, region, region.verb.name, actors, last))
        case Family.DECIDE:
            return list(_decision(text, region, actors))
        case Family.RESTATE | Family.STRESS:
            return list(_statement(text, region, actors, last))
        case Family.NONE:
            return [_none(text, region)]


# directives


def _directive(text: str, region: Region, acts_as: str, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """A verb that asks a bearer to act."""
    lead = _LEAD.match(text, region.start, region.end)
    start = lead.end() if lead else region.start
    if text.startswith("that ", start):
        yield from _that(text, region, start + 5, acts_as, actors, last)
        return
    if _subjunctive_follows(text, start, region.end, actors):
        yield from _that(text, region, start, acts_as, actors, last)
        return
    base = _draft(region, acts_as, Frame.TO)
    if text.startswith("to ", start) and region.verb.base not in {"appeal to", "call to"}:
        yield replace(base, start=start + 3, bearers=NOBODY)
        return
    if text.startswith("for ", start) and acts_as in {"calls upon", "calls for"}:
        start += 4
    to = infinitive(text, start, region.end)
    if to is None or _nominal(text, start, to[0]):
        yield from _nominal_directive(text, base, start, actors)
        return
    bearers = _resolve(named(text, start, to[0], actors), last)
    if bearers is NOBODY:
        bearers = Bearers(("other",), implied=True)
    yield from _split_for(text, replace(base, start=to[1], bearers=bearers), actors)


def _subjunctive_follows(text: str, start: int, end: int, actors: Actors) -> bool:
    """Whether "that" is left out: "requests this report consider ...", "requests the Panel submit ..."."""
    mention = actors.first(text, start, min(end, start + 40))
    if mention is None or mention.start - start > 4:
        return False
    word = re.compile(r" ([a-z]+) (?!to\b)").match(text, mention.end)
    return (
        word is not None
        and word[1] in BASE_VERBS
        and word[1] not in {"further", "report", "plan", "forward", "exchange"}
    )


def infinitive(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the addressee ends and the action begins: round the first "to" of the clause itself."""
    skip = 0
    interruption = _INTERRUPTION.search(text, start, min(end, start + 250))
    if interruption and (resumed := _resumption(text, interruption.end(), end)) is not None:
        first = next(iter(_tos(text, start, end)), None)
        if first is not None and first.start() > interruption.start():
            skip = resumed
    for match in _tos(text, max(start, skip), end):
        return match.start(), match.end()
    return None


def _tos(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for match in _INFINITIVE.finditer(text, start, end):
        if not _NOT_BEFORE_TO.search(text, start, match.start()) or text[match.start()] == ",":
            yield match


_INTERRUPTION = re.compile(
    r",\s(?:while )?(?:emphasizing|stressing|recalling|reaffirming|underscoring|underlining|recognizing|noting) that\b"
)


def _resumption(text: str, start: int, end: int) -> int | None:
    """Where the words go on after an interruption: at ", to", the one of "obliged ... to" left out."""
    found = [m.start() for m in re.compile(r", to ").finditer(text, start, end)]
    owed = re.compile(r"\b(?:obliged|required|obligations?|need)\b").search(
        text, start, found[0] if found else end
    )
    place = 1 if owed else 0
    return found[place] if len(found) > place else None


def _nominal(text: str, start: int, to: int) -> bool:
    """Whether what is asked for is a thing or an act, not a bearer who is to act."""
    head = text[start:to]
    if head.strip(" ,") == "":
        return False
    if _GERUND.match(head):
        return True
    first = re.split(
        r"\b(?:of|between|among|by|with|in|on|for|to|from|towards|at|through|against)\b", head, maxsplit=1
    )[0]
    return _ABSTRACT.fullmatch(first.strip()) is not None


def _nominal_directive(text: str, base: Draft, start: int, actors: Actors) -> Iterator[Draft]:
    """A thing or act asked for; its bearers are those said to do it."""
    bearers = doers(text, start, base.end, actors)
    yield replace(base, frame=Frame.NOUN, start=start, bearers=bearers)


def _split_for(text: str, draft: Draft, actors: Actors) -> Iterator[Draft]:
    """A directive, with ", and for X to ..." split off where X is somebody else."""
    again = re.compile(r",? and for (?=[A-Z]|the |all )").search(text, draft.start, draft.end)
    to = infinitive(text, again.end(), draft.end) if again else None
    if again is None or to is None:
        yield draft
        return
    other = named(text, again.end(), to[0], actors)
    if not other.ids or set(other.ids) <= set(draft.bearers.ids):
        yield draft
        return
    yield replace(draft, end=_trim(text, draft.start, again.start()))
    yield replace(draft, at=again.start(), start=to[1], bearers=other)


# clauses with "that"


def _that(
    text: str, region: Region, start: int, acts_as: str, actors: Actors, last: Bearers
) -> Iterator[Draft]:
    """ "that X do", "that X should do" after a directive."""
    found = list(modals(text, start, region.end))
    if found and found[0].frame not in {Frame.MAY}:
        yield from _modal_drafts(text, region, acts_as, start, actors, last, found)
        return
    base = _draft(region, acts_as, Frame.TO)
    mention = actors.first(text, start, min(region.end, start + 200))
    action, bearers = start, Bearers(("other",), implied=True)
    if mention and mention.start - start < 60:
        stop = _subject_end(text, start, mention.end, region.end)
        bearers = named(text, start, stop, actors)
        if bearers is NOBODY:
            bearers = Bearers(mention.ids, mention.organ, mention.state)
        bearers = _resolve(bearers, last)
        lead = _LEAD.match(text, stop, region.end)
        action = lead.end() if lead else stop
    yield replace(base, start=action, bearers=bearers)


_SUBJECT_GOES_ON = re.compile(
    r"(?:,? (?:and|or|as well as) (?:the |all |other |their |its |any )*[A-Za-z-]+(?: [A-Za-z-]+){0,3}?(?= (?:[a-z]+ly )?[a-z]+)|"
    r" (?:of|in|to|on|from) (?:the |all |an |any )?(?:[A-Z][\w’-]*(?: [A-Z][\w’-]*)*|armed conflict|conflict|region)|"
    r" concerned| involved|,? (?:in|as|where|when|upon|consistent|including|with|pursuant|within|especially|particularly)\b[^,;]{1,160},)"
)


def _subject_end(text: str, start: int, after: int, end: int) -> int:
    """Where the subject of a clause without a modal ends, the end of its first noun given."""
    place = after
    while match := _SUBJECT_GOES_ON.match(text, place, end):
        if match.group().lstrip(" ,").startswith(("and", "or", "as well")):
            break
        place = match.end()
    return place


def _modal_drafts(
    text: str,
    region: Region,
    acts_as: str,
    start: int,
    actors: Actors,
    last: Bearers,
    found: Sequence[Modal] | None = None,
) -> Iterator[Draft]:
    held = NOBODY
    for modal in found if found is not None else modals(text, start, region.end):
        subject = text[modal.subject[0] : modal.subject[1]].strip()
        if subject == "it" and not last.ids:
            yield _own_promise(region, modal)
            continue
        bearers = _resolve(named(text, *modal.subject, actors), last)
        if bearers is NOBODY and modal.frame is Frame.SHOULD and last.organ:
            bearers = replace(last, implied=True)
        if bearers is NOBODY:
            bearers = held if _NO_SUBJECT.match(subject) else _proper(subject)
        held = bearers
        action = modal.action
        if (
            bearers is NOBODY
            and 2 * (modal.end - action) < modal.subject[1] - modal.subject[0]
            and _PASSIVE.match(text, action)
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


_NO_SUBJECT = re.compile(rf"(?:{ADVERBS}[\s,]*(?:and )?)*\Z")
_PROPER = re.compile(r"(?<!\A)\b(?!(?:United|Nations|Charter|Convention|Chapter|Council|Security|Annex|List)\b)[A-Z][A-Za-z-]+")


def _proper(subject: str) -> Bearers:
    """Somebody named by a proper name that is no listed addressee; nobody where the subject is a thing."""
    return Bearers(("other",)) if _PROPER.search(subject) else NOBODY


def _own_promise(region: Region, modal: Modal) -> Draft:
    """ "Affirms that it shall ...": the body speaks of itself."""
    own = Bearers(("council",))
    return Draft(region.verb.name, region.verb.name, Frame.OWN, region.at, modal.action, modal.end, own, region.words)


_PASSIVE = re.compile(r"(?:also |not )?be [a-z]+")


# decisions


def _decision(text: str, region: Region, actors: Actors) -> Iterator[Draft]:
    """A decision: that others shall act, or an act of the body itself."""
    own = replace(_draft(region, region.verb.name, Frame.OWN), bearers=Bearers(("council",)))
    that = re.compile(rf"{ADVERBS}(?:,[^;]{{1,300}},)? ?\bthat\b,? ").search(
        text, region.start, min(region.end, region.start + 400)
    )
    to = re.compile(rf"{ADVERBS}(?:,[^;]{{1,300}}?,)? ?to ").match(text, region.start, region.end)
    if to and (not that or to.end() <= that.start()):
        yield replace(own, start=to.end())
        return
    if not that:
        yield own
        return
    found = list(modals(text, that.end(), region.end))
    drafts = list(_modal_drafts(text, region, region.verb.name, that.end(), actors, NOBODY, found))
    for draft, modal in zip(drafts, found, strict=True):
        subject = text[modal.subject[0] : modal.subject[1]]
        yield _decided(text, draft, modal.word, subject)
    if not drafts:
        yield replace(own, start=that.end(), frame=_subjunctive(text, that.end(), actors))


_THINGS = re.compile(
    r"(?:the |this |these |such |its |that |those |all |any )*(?:paragraph|mandate|present resolution|resolution|provisions?|exemptions?|decision|authori[sz]ation|term|period|"
    r"Mission|mission|review|list|List|Annex|annex|budget|requirement|amount|reference|arrangements)\b"
)
_HOUSEKEEPING = re.compile(
    r"(?:not |no longer |henceforth |also |hereafter )*(?:continue to (?:apply|operate)|remain|expire|enter into (?:force|effect)|come into (?:force|effect)|be (?:renewed|extended|terminated|"
    r"known|composed|reviewed|established|lifted|read|replaced|deleted|funded|located|eligible)|consist|comprise|operate|terminate|cease to (?:apply|have)|not apply|have the (?:following )?mandate|include the following)\b"
)


def _decided(text: str, draft: Draft, word: str, subject: str) -> Draft:
    """A decided clause: one of the body's own housekeeping asks nothing of others."""
    action = text[draft.start : draft.start + 60]
    if word.startswith("will") and draft.bearers.ids and not _HOUSEKEEPING.match(action):
        return replace(draft, frame=Frame.SHALL)
    if draft.frame is Frame.MAY or _THINGS.match(subject.strip()) or _HOUSEKEEPING.match(action):
        return replace(
            draft,
            frame=Frame.MAY if draft.frame is Frame.MAY and not word.startswith("will") else Frame.OWN,
            bearers=Bearers(("council",)),
        )
    return draft


def _subjunctive(text: str, start: int, actors: Actors) -> Frame:
    """Whether "that all States ..." without a modal decides what States do."""
    ahead = re.compile(
        r"(?:all )?(?:Member )?States (?!are|have|may|which|who|that|had|did)[a-z]+(?<!s) "
    ).match(text, start)
    return Frame.SHALL if ahead else Frame.OWN


# statements and restatements

_CARRIED = {
    "call": "calls upon",
    "calls": "calls upon",
    "appeal": "urges",
    "demand": "demands",
    "demands": "demands",
    "request": "requests",
    "requests": "requests",
    "invitation": "invites",
    "encouragement": "encourages",
    "recommendation": "recommends",
    "recommendations": "recommends",
    "urging": "urges",
    "calling": "calls upon",
}
_CARRIER = re.compile(
    rf"{ADVERBS} ?(?P<owner>its|the|their|our) (?:[a-z]+ )?(?P<noun>{'|'.join(_CARRIED)})\b(?: (?:on|upon|to|for))?(?=[ ,])"
)
_DECISION = re.compile(
    rf"{ADVERBS} ?(?:its|the|their) (?:[a-z]+ )?(?:decisions?|resolutions?|determination)\b"
)
_OBLIGATION = re.compile(
    r"\b(?P<owner>the|their|its|all|these|those|(?:States|Parties|parties)[’'])(?: [a-z-]+){0,3} (?:obligations?|duty|duties)(?P<of> (?:of|on|upon|for) )?"
)
_NEED = re.compile(r"\b(?:need|necessity|urgency|imperative)(?:,[^,;]{1,120},)? (?P<link>for|of|that) ")
_IMPORTANCE = re.compile(rf"{ADVERBS} ?the (?:[a-z]+ ){{0,2}}(?:importance|need|necessity) (?:of|for) ")


def _statement(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """A verb that recalls, stresses or notes: a duty only where its words hold one."""
    for reading in (_carried, _obligation, _need, _importance):
        found = list(reading(text, region, actors, last))
        if found:
            yield from found
            return
    found = [d for d in _stated_that(text, region, actors, last) if d.frame is not Frame.NONE]
    yield from found or [_none(text, region)]


def _carried(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """ "its call upon", "the request that": acts as the verb of the noun."""
    match = _CARRIER.match(text, region.start, region.end)
    if match:
        acts_as = _CARRIED[match["noun"]]
        inner = replace(region, start=match.end(), words=f"{region.words}{match.group()}")
        base = replace(inner, verb=replace(region.verb, family=Family.DIRECTIVE, base="carry"))
        for draft in _directive(text, base, acts_as, actors, last):
            known = draft.frame is not Frame.NOUN or draft.bearers.ids != ("other",)
            yield draft if known else replace(draft, frame=Frame.NONE)


def _obligation(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """ "the obligation of Member States to ...", "Reminds States of their obligation to ..."."""
    match = _OBLIGATION.search(text, region.start, min(region.end, region.start + 220))
    if match is None or re.search(r"\bthat\b", text[region.start : match.start()]):
        return
    to = infinitive(text, match.end(), min(region.end, match.end() + 250))
    if to is None:
        if match["of"] or not text.startswith(" that ", match.end()):
            return
        yield from _modal_drafts(text, region, region.verb.name, match.end() + 6, actors, last)
        return
    where = (match.end(), to[0]) if match["of"] else (region.start, match.start())
    bearers = named(text, *where, actors)
    if match["owner"][-1] in "’'":
        party = match["owner"].startswith("States")
        bearers = Bearers(("member_states",) if party else ("all_parties",), state=True)
    if bearers is NOBODY:
        bearers = _resolve(Bearers(("same",)), last)
    if bearers.ids:
        yield replace(
            _draft(region, region.verb.name, Frame.OBLIGATION),
            start=to[1],
            bearers=bearers,
            words=f"{region.words} ... {match.group().strip()}",
        )


def _need(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """ "the need for Member States to ..."."""
    match = _NEED.search(text, region.start, min(region.end, region.start + 120))
    if match is None or re.search(r"\bthat\b", text[region.start : match.start()]):
        return
    to = infinitive(text, match.end(), min(region.end, match.end() + 300))
    bearers = named(text, match.end(), to[0], actors) if to else NOBODY
    if to and bearers.ids and not _nominal(text, match.end(), to[0]):
        yield replace(
            _draft(region, region.verb.name, Frame.NEED),
            start=to[1],
            bearers=bearers,
            words=f"{region.words} ... need for",
        )


def _importance(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """ "the importance of States establishing ...": a named bearer with conduct of its own."""
    match = _IMPORTANCE.match(text, region.start, region.end)
    if match is None:
        return
    mention = actors.first(text, match.end(), min(region.end, match.end() + 60))
    if mention is None or mention.start - match.end() > 12:
        return
    act = re.compile(rf"{ADVERBS} ?(?:[a-z]+ly )?(?=[a-z]+ing\b)").match(text, mention.end)
    if act and text[mention.end : mention.end + 1] == " ":
        yield replace(
            _draft(region, region.verb.name, Frame.NEED),
            start=act.end(),
            bearers=Bearers(mention.ids, mention.organ, mention.state),
            words=f"{region.words} ... importance of",
        )


def _stated_that(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """ "that States shall / must / should ...", also behind "its decision"."""
    that = re.compile(r"\bthat\b,? ").search(text, region.start, min(region.end, region.start + 250))
    if that is None:
        return
    for draft in _modal_drafts(text, region, region.verb.name, that.end(), actors, last):
        decided = _DECISION.match(text, region.start, region.end) is not None
        if draft.frame.asks and _HOUSEKEEPING.match(text, draft.start):
            draft = replace(draft, frame=Frame.NONE)
        if draft.frame is Frame.MAY:
            if "may" in draft.words and draft.bearers.ids:
                yield draft
            continue
        owed = decided and draft.frame in {Frame.SHALL, Frame.MUST, Frame.OBLIGATION}
        yield replace(draft, acts_as="decides", frame=Frame.OBLIGATION) if owed else draft


# participles with a duty of their own


def _participle_regex() -> re.Pattern[str]:
    forms = [
        gerund(v.base)
        for v in lexicon().bases.values()
        if v.family in {Family.DIRECTIVE, Family.RESTATE, Family.STRESS}
    ]
    wanted = [
        form
        for form in dict.fromkeys(forms)
        if form.split()[0]
        not in {
            "noting",
            "considering",
            "tasking",
            "advising",
            "requiring",
            "believing",
            "observing",
            "declaring",
        }
    ]
    return re.compile(
        rf"(?P<sep>[,;] (?:and |while )?(?:also |further )?| and | while )(?P<verb>{pattern(wanted)})\b"
    )


_PARTICIPLE: list[re.Pattern[str]] = []


def _participles(text: str, region: Region) -> Iterator[Region]:
    """The participles in the words of a verb, each with its words up to the next."""
    if not _PARTICIPLE:
        _PARTICIPLE.append(_participle_regex())
    if "ing " not in text[region.start : region.end]:
        return
    marks = list(_PARTICIPLE[0].finditer(text, region.start, region.end))
    for place, match in enumerate(marks):
        verb = lookup(match["verb"], lexicon().gerunds)
        if verb is not None:
            end = marks[place + 1].start() if place + 1 < len(marks) else region.end
            yield Region(verb, match["verb"], match.start("verb"), match.end(), _trim(text, match.end(), end))


def _interrupts(text: str, region: Region, participle: Region) -> bool:
    """Whether a participle stands between an addressee and what it is asked."""
    if region.verb.family is not Family.DIRECTIVE:
        return False
    to = next(iter(_tos(text, region.start, region.end)), None)
    return to is not None and to.start() > participle.at


def _cut_at_resumption(text: str, draft: Draft, end: int) -> Draft:
    stop = text.find(", to ", draft.start, end)
    return replace(draft, end=stop if stop >= 0 else draft.end)


# common parts


def _draft(region: Region, acts_as: str, frame: Frame) -> Draft:
    return Draft(region.verb.name, acts_as, frame, region.at, region.start, region.end, words=region.words)


def _none(text: str, region: Region) -> Draft:
    """A clause that asks nothing, from after the verb."""
    lead = re.compile(r"[ ,]*(?:that )?").match(text, region.start, region.end)
    own = re.match(
        r"\s*(?:its|the) (?:[a-z]+ )?(?:intention|determination|readiness|resolve|intent|commitment)\b",
        text[region.start : region.end],
    )
    base = replace(
        _draft(region, region.verb.name, Frame.OWN if own else Frame.NONE),
        start=lead.end() if lead else region.start,
    )
    return replace(base, bearers=Bearers(("council",))) if own else base


def _resolve(bearers: Bearers, last: Bearers) -> Bearers:
    """The bearers with "it" and "the Chair" replaced by those named just before."""
    if "same" not in bearers.ids:
        return bearers
    others = tuple(i for i in bearers.ids if i != "same")
    ids = others or last.ids or ("other",)
    return Bearers(ids, bearers.organ or last.organ, bearers.state or last.state, implied=not last.ids)


def _trim(text: str, start: int, end: int) -> int:
    from obligraph.extract.modals import _trim as trim

    return trim(text, start, end)
