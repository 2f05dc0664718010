"""Verbs that recall, stress or note: a duty only where their words hold one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from obligraph.extract.actors import Actors
from obligraph.extract.bearers import doers, named
from obligraph.extract.clausal import modal_clauses
from obligraph.extract.decisions import HOUSEKEEPING, THINGS
from obligraph.extract.directives import AND_FOR, directive, infinitive, nominal
from obligraph.extract.draft import NOBODY, Bearers, Draft, Frame
from obligraph.extract.importance import engagement, importance, joint_work
from obligraph.extract.lexicon import ADVERBS, Family
from obligraph.extract.lists import base_verbs
from obligraph.extract.region import Region, draft_of, needed, nothing_asked, resolve, trim
from obligraph.extract.subjunctive import described_does, subjunctive, subjunctive_follows

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
    rf"{ADVERBS} ?(?P<owner>its?|the|their|our) (?:[a-z]+ )?(?P<noun>{'|'.join(_CARRIED)})\b"
    r"(?: (?:on|upon|to|for))?(?=[ ,])"
)


_DECISION = re.compile(
    rf"{ADVERBS} ?(?:its|the|their) (?:[a-z]+ )?(?:decisions?|resolutions?|determination)\b"
)


_OBLIGATION = re.compile(
    r"\b(?P<owner>the|their|its|all|these|those|(?:[Ss]tates|Parties|"
    r"parties)[’'])(?: [a-z-]+){0,3} (?:obligations?|duty|duties|requirement(?= (?:that|for) ))"
    r"(?P<of> (?:of|on|upon|for) )?"
)


_LIES_WITH = re.compile(
    r"[^;]{0,80}?\bthe (?:[a-z-]+ ){0,3}(?:responsibility|obligation|duty) (?:to|for) (?P<act>[^;]{3,300}?) "
    r"(?:lies|rests|falls)(?: primarily| first and foremost| mainly)? (?:with|on|upon) (?P<who>[^,;]{3,160})"
)


_NEED = re.compile(
    r"\b(?:(?:need|necessity|urgency|imperative)(?:,[^,;]{1,120},)? (?P<link>for|that)|"
    r"importance for(?= [^,;]{3,80} to )(?! [^,;]{0,80} of [a-z]+ing\b)) "
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
    if beside := _AND_NEED.search(text, region.start, region.end):
        rest = replace(region, start=beside.end())
        more = [draft for draft in statement(text, rest, actors, last) if draft.frame.asks]
        if more:
            first = replace(region, end=trim(text, region.start, beside.start()))
            yield from statement(text, first, actors, last)
            yield from (replace(draft, at=beside.end()) for draft in more)
            return
    for reading in (
        _carried,
        _pointed_to,
        _standing,
        _essential,
        _lies_with,
        _responsibility,
        _obligation,
        _need,
        importance,
        joint_work,
        engagement,
        _and_carried,
    ):
        found = list(reading(text, region, actors, last))
        if found:
            yield from found
            return
    found = [d for d in _stated_that(text, region, actors, last) if d.frame is not Frame.NONE]
    if not found and (held := _ACCOUNTABLE.match(text, region.start, region.end)):
        law = draft_of(region, region.verb.name, Frame.OBLIGATION)
        found = [replace(law, start=held.start("act"), bearers=Bearers(("member_states",), state=True))]
    yield from found or [nothing_asked(text, region)]


_ACCOUNTABLE = re.compile(
    r"[^;]{0,80}?\bthat (?P<act>(?:all )?(?:those|individuals|persons|perpetrators)\b[^;]{0,400}? "
    r"(?:must|will|shall) (?:all |also )?be (?:held (?:[a-z]+ )?(?:accountable|responsible|to account)|"
    r"brought to justice))\b"
)
"""What the law asks, whatever verb recalls it: those responsible are held to account."""


_AND_NEED = re.compile(
    r",? (?:and|as well as) (?:also |further )?"
    r"(?=the (?:[a-z]+ )?(?:(?:need|necessity) for|importance (?:of|for)) )"
)
"""What else a verb stresses: "the value of barns, and the need for keepers to dry seed"."""


def endorsed(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "Endorses the recommendation of X that Y should ...": the advice becomes that of the text.

    So does a call of the Secretary-General that is endorsed.
    """
    call = _ENDORSED_CALL.match(text, region.start, region.end) if region.verb.base == "endorse" else None
    if call:
        yield from directive(text, replace(region, start=call.end()), "calls for", actors, last)
        return
    match = _ENDORSED.match(text, region.start, region.end) if region.verb.base in _TAKEN_UP else None
    if match is None:
        return
    for draft in modal_clauses(text, region, region.verb.name, match.end(), actors, last):
        if draft.frame is Frame.SHOULD:
            yield draft


_TAKEN_UP = frozenset({"endorse", "approve", "adopt"})
_ENDORSED_CALL = re.compile(rf"{ADVERBS} ?the (?:call|appeal) (?:of|by|made by) the Secretary-General for ")
_ENDORSED = re.compile(rf"{ADVERBS} ?(?:the|its|his|their) recommendations?\b[^;,]{{0,160}}? that ")


def _carried(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "its call upon", "the request that": acts as the verb of the noun."""
    match = _CARRIER.match(text, region.start, region.end)
    if match and (match["owner"] != "the" or region.verb.family is Family.RESTATE):
        acts_as = _CARRIED[match["noun"]]
        if match["noun"].startswith("recommendation") and not text.startswith(
            (" that ", " to "), match.end()
        ):
            return
        if acts_as == "demands" and region.verb.name in _RECALLING:
            acts_as = "demands again"
        if made := _WHERE_MADE.match(text, match.end(), region.end):
            inner = replace(region, start=made.end(), words=f"{region.words}{match.group()}")
            base = replace(inner, verb=replace(region.verb, family=Family.DIRECTIVE, base="carry"))
            yield from directive(text, base, acts_as, actors, last)
            return
        again = _AND_CALL.search(text, match.end(), region.end)
        if again:
            first = replace(region, end=trim(text, match.end(), again.start()))
            yield from _carried(text, first, actors, last)
            yield from _carried(text, replace(region, start=again.end()), actors, last)
            return
        told = _WHERE_TOLD.match(text, match.end(), region.end)
        if told is None and (
            _ONLY_WHERE.fullmatch(text, match.end(), region.end)
            or _ELSEWHERE.match(text, match.end())
            or _FOR_A_THING.match(text, match.end(), region.end)
        ):
            return
        start = told.start("that") if told else match.end()
        done = _TO_DO.match(text, start)
        if match.group().endswith(" to") and done and done[1] in base_verbs():
            start -= 3
        inner = replace(region, start=start, words=f"{region.words}{match.group()}")
        base = replace(inner, verb=replace(region.verb, family=Family.DIRECTIVE, base="carry"))
        yield from directive(text, base, acts_as, actors, last)


_WHERE_MADE = re.compile(
    r",? (?:contained |set out |made |expressed )?in (?:its |the )?(?:paragraphs?|resolutions?)\b"
    r"[^,;]{0,60}?,? (?:for|on|upon|to)(?= (?:all |the |those |any |its )?[A-Z])"
)
"""Where a call was made, between it and those who are called: "its call in resolution 9 for States"."""
_ELSEWHERE = re.compile(r",? (?:as )?(?:set out|made|contained|expressed|laid down) in (?![^;]*\bthat )")
"""After a call that is only pointed to: "the requests set out in paragraph 4"."""
_ONLY_WHERE = re.compile(r",? in (?:its )?(?:paragraphs?|resolutions?) \d[^,;]{0,60}")
"""All that follows a call which is only pointed to: "its request in paragraph 9"."""
_FOR_A_THING = re.compile(r",? in (?:its )?(?:paragraphs?|resolutions?) \d[^,;]{0,60} for an? (?![^;]* to )")
"""After a call of an earlier text that is only named by its object: "in resolution 9 for a plan"."""
_TO_DO = re.compile(r" ([a-z]+) ")
_WHERE_TOLD = re.compile(
    r",? (?:contained |set out |made |expressed |as set out )?in (?:its |the )?"
    r"(?:(?:paragraphs?|resolutions?)\b[^,;]{0,120}?,?|"
    r"[^,;]{3,80}?)(?P<that> that )"
)
"""Where a call was made, between the call and what it asks."""


def _and_carried(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "Recalls its resolution 9 (2031) and its request to X to ..."."""
    match = _AND_CALL.search(text, region.start, region.end)
    if match and region.verb.family is Family.RESTATE:
        yield from _carried(text, replace(region, start=match.end()), actors, last)


_POINTED_TO = re.compile(
    rf"{ADVERBS} ?(?:its |the )?(?:paragraphs? \d[^,;]{{0,20}}(?: of (?:its )?resolution \d[^,;]{{0,20}})?|"
    r"resolution \d[^,;]{0,20}), (?:in )?which (?:it )?(?:(?P<decides>decide[ds] that )|"
    r"(?:direct|require)(?:s|ed) )"
)


def _pointed_to(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "Recalls resolution 9, which decides that X will ..." or "which directs X to ..."."""
    match = _POINTED_TO.match(text, region.start, region.end) if region.verb.name in _RECALLING else None
    if match is None:
        return
    if match["decides"]:
        beside = _AND_DECIDED.search(text, match.end(), region.end)
        region = replace(region, end=beside.start()) if beside else region
        for found in modal_clauses(text, region, region.verb.name, match.end(), actors, last):
            promised = found.frame is Frame.MAY and found.words.endswith(" will")
            if (found.frame in {Frame.SHALL, Frame.MUST} or promised) and found.bearers.ids:
                yield replace(found, acts_as="decides", frame=Frame.OBLIGATION)
        return
    to = infinitive(text, match.end(), region.end)
    bearers = named(text, match.end(), to[0], actors) if to else NOBODY
    if to and bearers.ids and _NOT_SAID.isdisjoint(bearers.ids):
        duty = draft_of(region, "decides", Frame.OBLIGATION)
        yield replace(duty, start=to[1], bearers=bearers, words=match.group().strip())


_AND_DECIDED = re.compile(r",? and (?:further |also )?decided that ")
_NOT_SAID = frozenset({"same", "council"})
_AND_CALL = re.compile(rf",? (?:and|as well as)(?= its (?:{'|'.join(_CARRIED)}) (?:on|upon|to|that|for) )")
_STANDING = re.compile(
    rf"{ADVERBS} ?that,? (?:(?:the|all|these|those|any) )?(?:[a-z]+ )?"
    r"(?:provisions|measures|obligations?|requirements?|prohibitions?|assets? freeze|arms embargo|"
    r"travel ban)\b"
    r"(?! shall)[^;]{0,300}?(?<!not )(?<!may )(?<!also )"
    r"(?P<act>apply|applies)(?= ?(?:to |\]))"
)


_ESSENTIAL = re.compile(
    rf"{ADVERBS} ?that (?:[^,;]{{1,60}}, )?it is (?:[a-z]+ly )?"
    r"(?:essential|important|necessary|imperative|vital|crucial|critical|indispensable) "
    r"(?:(?P<that>that)|for) (?P<who>[^,;]{3,80}? )(?:(?(that)|to )(?P<verb>[a-z]+)\b)"
)


def _essential(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "that it is essential that States count", "... for States to count"."""
    match = _ESSENTIAL.match(text, region.start, region.end)
    mention = actors.first(text, *match.span("who")) if match else None
    if match is None or mention is None:
        return
    bearers = named(text, *match.span("who"), actors)
    named_last = mention.end == match.end("who") - 1 and match["verb"] in base_verbs()
    acts = named_last or not match["that"]
    if bearers.ids and acts:
        yield needed(region, match.start("verb"), bearers, "essential")


def _standing(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "Reaffirms that the measures of paragraph 9 apply to ...": a standing duty with its reach."""
    match = _STANDING.match(text, region.start, region.end)
    if match and (region.verb.name in _RECALLING or region.verb.name in _EXPLAINING):
        base = draft_of(region, region.verb.name, Frame.OBLIGATION)
        yield replace(
            base, start=match.start("act"), bearers=Bearers(("member_states",), state=True, implied=True)
        )


_EXPLAINING = frozenset({"confirms", "clarifies", "highlights", "underscores", "underlines"})
_THAT_WORD = re.compile(r"\bthat\b")


def _obligation(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "the obligation of Member States to ...", "Reminds States of their obligation to ..."."""
    match = _OBLIGATION.search(text, region.start, min(region.end, region.start + 220))
    if match is None or _THAT_WORD.search(text, region.start, match.end()):
        return
    to = infinitive(text, match.end(), min(region.end, match.end() + 250))
    if to is None:
        if match["of"] or not text.startswith(" that ", match.end()):
            return
        found = list(modal_clauses(text, region, region.verb.name, match.end() + 6, actors, last))
        if not found and match.group().endswith("requirement"):
            after = replace(region, start=match.end())
            drafts = directive(text, after, region.verb.name, actors, last)
            found = [replace(draft, frame=Frame.OBLIGATION) for draft in drafts]
        yield from found
        return
    if ", including" in text[match.end() : to[0]] and text[to[0]] != ",":
        return
    where = (match.end(), to[0]) if match["of"] else (region.start, match.start())
    bearers = named(text, *where, actors)
    if match["owner"][-1] in "’'":
        party = match["owner"].lower().startswith("states")
        bearers = Bearers(("member_states",) if party else ("all_parties",), state=True)
    if bearers is NOBODY:
        bearers = resolve(Bearers(("same",)), last)
    if bearers.ids:
        yield replace(
            draft_of(region, region.verb.name, Frame.OBLIGATION),
            start=to[1],
            bearers=bearers,
            words=f"{region.words} ... {match.group().strip()}",
        )


_RESPONSIBILITY = re.compile(
    rf"{ADVERBS} ?(?:the|their) (?:[a-z-]+ ){{0,3}}responsibilit(?:y|ies) (?:of|on) |"
    r" (?P<own>their|its) (?:[a-z-]+ ){0,3}responsibilit(?:y|ies) to |"
    r" (?P<reminded>[^,;]{3,80}?) (?:of|about) (?:their|its) (?:[a-z-]+ ){0,3}responsibilit(?:y|ies) to |"
    r"(?P<that> that )(?P<subject>[^;]{1,160}?) (?:has|have|bears?) "
    r"(?:(?:an?|the|their|its) (?:[a-z-]+ ){0,3}|(?:primary|main|special) )"
    r"(?:responsibility|obligation|duty) (?:to |for (?=[a-z]+ing ))"
)
_AND_DUTY = re.compile(r",? and (?:with )?(?:their|its) (?:[a-z]+ ){0,2}(?:obligations?|duty|duties) to ")
"""After a responsibility: what the same are bound to."""
_ACRONYM = re.compile(r"\b[A-Z]{3,}s?\b")
"""Somebody named by letters, as the Government of a State often is."""
_RECALLING = frozenset({"recalls", "reaffirms", "reiterates", "reminds", "affirms"})
_OF_LAW = re.compile(r"\b(?:law|obligations?|Charter|human rights|pursuant to paragraphs?)\b")
"""Where a responsibility of States is recalled in these terms it is a duty; elsewhere it is advice."""


def _responsibility(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "the responsibility of States to ...", "that States bear the responsibility to ..."."""
    match = _RESPONSIBILITY.match(text, region.start, region.end)
    if match is None:
        return
    told = next((name for name in ("subject", "reminded", "own") if match[name]), "")
    to = (match.end(), match.end()) if told else infinitive(text, match.end(), region.end)
    if to is None:
        return
    where = match.span(told) if told else (match.end(), to[0])
    bearers = last if told == "own" else named(text, *where, actors)
    if not bearers.ids and _ACRONYM.search(text, *where):
        bearers = Bearers(("other",), state=True)
    if not bearers.ids or {"same", "council"} & set(bearers.ids):
        return
    recalled = (
        bearers.state
        and region.verb.name in _RECALLING
        and _OF_LAW.search(text, to[1], region.end) is not None
    )
    duty = needed(region, to[1], bearers, "responsibility")
    beside = _AND_DUTY.search(text, to[1], region.end)
    if beside:
        duty = replace(duty, end=trim(text, to[1], beside.start()))
    yield replace(duty, frame=Frame.OBLIGATION) if recalled else duty
    if beside:
        owed = replace(duty, at=beside.start(), start=beside.end(), end=region.end)
        yield replace(owed, frame=Frame.OBLIGATION)


def _lies_with(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "that the responsibility to do something lies with X"."""
    match = _LIES_WITH.match(text, region.start, region.end)
    if match is None or (match["act"].split(" ")[0] not in base_verbs()):
        return
    bearers = named(text, *match.span("who"), actors)
    whose = bearers if bearers.ids else Bearers(("other",))
    duty = replace(needed(region, match.start("act"), whose, "responsibility"), end=match.end("act"))
    recalled = region.verb.name in _RECALLING and _OF_LAW.search(text, *match.span("act"))
    yield replace(duty, frame=Frame.OBLIGATION) if recalled else duty


_ENSURE = re.compile(
    rf"{ADVERBS} ?the (?:[a-z]+ )?(?:need|necessity) to (?=ensure (?:that )?(?P<who>[^,;]{{1,80}}? )"
    r"(?:[a-z]+ly )?(?:(?:are|is)(?! [a-z]+(?:ed|en)\b)|have|has|comply|implement|adhere|take) )"
)


def _need(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "the need for Member States to ...", "the need to ensure that Member States ..."."""
    if (told := _REMINDED.match(text, region.start, region.end)) and region.verb.base == "remind":
        who = named(text, *told.span("who"), actors)
        whose = who if who.ids else Bearers(("other",))
        yield needed(region, told.end(), whose, "need to")
        return
    ensure = _ENSURE.match(text, region.start, region.end)
    if ensure and (who := named(text, *ensure.span("who"), actors)).ids:
        yield needed(region, ensure.end(), who, "need to ensure")
        return
    if (of := _OF_SOMEBODY.match(text, region.start, region.end)) and _last_named(text, of, actors):
        who = named(text, *of.span("who"), actors)
        yield needed(region, of.end(), who, "importance of")
        return
    match = _NEED.search(text, region.start, min(region.end, region.start + 120))
    if match is None or _THAT_WORD.search(text, region.start, match.start()):
        return
    to = infinitive(text, match.end(), min(region.end, match.end() + 300))
    bearers = named(text, match.end(), to[0], actors) if to else NOBODY
    if to and not bearers.ids and _ACRONYM.search(text, match.end(), min(to[0], match.end() + 12)):
        bearers = Bearers(("other",))
    beside = AND_FOR.search(text, match.end(), to[0]) if to else None
    if to and beside and not named(text, match.end(), beside.start(), actors).ids:
        bearers = named(text, beside.end(), to[0], actors)
        if bearers.ids:
            yield needed(region, to[1], bearers, "need for")
        return
    if to and bearers.ids and not nominal(text, match.end(), to[0]):
        yield needed(region, to[1], bearers, "need for")
    elif to is None and match["link"] == "for" and _BY.search(text, match.end(), region.end):
        by = doers(text, match.end(), region.end, actors)
        if by.ids and not by.implied:
            yield needed(region, match.end(), by, "need for")


def _last_named(text: str, of: re.Match[str], actors: Actors) -> bool:
    """Whether the words before an infinitive are somebody who can act, and nothing else."""
    mentions = list(actors.find(text, *of.span("who")))
    alone = bool(mentions) and mentions[-1].end == of.end("who") and mentions[0].start == of.start("who")
    return alone and of["act"] in base_verbs()


_BY = re.compile(r"^[^;]{3,160}? by (?=\w)|(?<= )[^,;]{3,160}? by (?=\w)")
_REMINDED = re.compile(r" (?P<who>[^,;]{3,100}?) of the (?:need|necessity) to ")
_OF_SOMEBODY = re.compile(
    rf"{ADVERBS} ?the (?:[a-z]+ )?importance of (?:the |all )?(?P<who>[^,;]{{3,60}}?) to (?=(?P<act>[a-z]+) )"
)
_THAT = re.compile(r"\bthat\b,? ")
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
    if that is None or (region.verb.base == "note" and _OF_OTHERS.match(text, region.start, that.end())):
        return
    decided = _DECISION.match(text, region.start, region.end) is not None
    acts = subjunctive_follows(text, that.end(), region.end, actors)
    if decided and (acts or described_does(text, that.end(), region.end, actors)):
        done = subjunctive(text, region, that.end(), "decides", actors, last)
        yield replace(done, frame=Frame.OBLIGATION)
        return
    for found in modal_clauses(text, region, region.verb.name, that.end(), actors, last):
        draft = _without_description(text, found)
        costs = _OF_COSTS.search(text, draft.start, draft.end) is not None
        own = HOUSEKEEPING.match(text, draft.start) or (
            costs and (THINGS.match(text, draft.start) or " be eligible" in text[draft.start : draft.end])
        )
        if draft.frame.asks and own and (costs or not draft.bearers.state):
            yield replace(draft, frame=Frame.NONE)
            continue
        if draft.frame is Frame.MAY:
            if "may" in draft.words and draft.bearers.ids:
                yield draft
            elif draft.words.endswith(" will"):
                whole = draft if draft.bearers.ids else _by_first_named(text, draft, that.end(), actors)
                yield from _said_to_come(text, whole)
            continue
        if region.verb.base == "determine" and draft.frame in {Frame.SHALL, Frame.MUST}:
            yield replace(draft, acts_as="decides", frame=Frame.SHALL)
            continue
        organ = draft.frame is Frame.SHOULD and draft.bearers.organ
        shall = organ or draft.frame in {Frame.SHALL, Frame.MUST, Frame.OBLIGATION}
        owed = (decided and shall) or (organ and region.verb.name == "recalls")
        yield replace(draft, acts_as="decides", frame=Frame.OBLIGATION) if owed else draft


def _by_first_named(text: str, draft: Draft, start: int, actors: Actors) -> Draft:
    """A clause whose subject is cut short by a "that" of its own, with the first named in the whole of it."""
    first = actors.first(text, start, min(draft.start, start + 20))
    near = first is not None and first.start - start < 12 and _KEPT_TO.match(text, draft.start) is not None
    return replace(draft, bearers=Bearers(first.ids, first.organ, first.state)) if first and near else draft


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
