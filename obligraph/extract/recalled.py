"""Calls, requests and decisions that a text takes up again: "its call upon", "resolution 9, which asks"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from obligraph.extract.actors import Actors
from obligraph.extract.bearers import named
from obligraph.extract.clausal import modal_clauses
from obligraph.extract.directives import directive, infinitive
from obligraph.extract.draft import NOBODY, STATES, UNTOLD, Bearers, Draft, Frame
from obligraph.extract.lexicon import ADVERBS, Family
from obligraph.extract.lists import base_verbs
from obligraph.extract.region import Region, draft_of

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
    rf"{ADVERBS} ?"
    rf"(?P<owner>its?|the|their|our|the [A-Z][\w-]+[’']s) (?:[a-z]+ )?(?P<noun>{'|'.join(_CARRIED)})\b"
    r"(?: (?:on|upon|to|for))?(?=[ ,])"
)


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


def carried(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "its call upon", "the request that": acts as the verb of the noun."""
    match = _CARRIER.match(text, region.start, region.end)
    theirs = match is not None and match["owner"][-1] == "s" and match["owner"] != "its"
    if theirs and region.verb.name != "reiterates":
        return
    if match and (match["owner"] != "the" or region.verb.family is Family.RESTATE):
        acts_as = _CARRIED[match["noun"]]
        if match["noun"].startswith("recommendation") and not text.startswith(
            (" that ", " to "), match.end()
        ):
            return
        if acts_as == "demands" and region.verb.name in RECALLING:
            acts_as = "demands again"
        start = _where_call_goes_on(text, match, region.end)
        if start is None:
            return
        inner = replace(region, start=start, words=f"{region.words}{match.group()}")
        base = replace(inner, verb=replace(region.verb, family=Family.DIRECTIVE, base="carry"))
        yield from directive(text, base, acts_as, actors, last)


def _where_call_goes_on(text: str, call: re.Match[str], end: int) -> int | None:
    """Where it is said who is called and to what, past where the call was made; None where it is not."""
    if made := _WHERE_MADE.match(text, call.end(), end):
        return made.end()
    told = _WHERE_TOLD.match(text, call.end(), end)
    if told is None and (
        _ONLY_WHERE.fullmatch(text, call.end(), end)
        or _ELSEWHERE.match(text, call.end())
        or _FOR_A_THING.match(text, call.end(), end)
    ):
        return None
    start = told.start("that") if told else call.end()
    done = _TO_DO.match(text, start)
    return start - 3 if call.group().endswith(" to") and done and done[1] in base_verbs() else start


_WHERE_MADE = re.compile(
    r",? (?:contained |set out |made |expressed )?in (?:its |the )?(?:paragraphs?|[Rr]esolutions?)\b"
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


def banned(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "Reaffirms its decision to ban seed": what States may not do, as was decided."""
    match = _BANNED.match(text, region.start, region.end) if region.verb.name in RECALLING else None
    if match:
        duty = draft_of(region, "decides", Frame.OBLIGATION)
        yield replace(duty, start=match.end(), bearers=replace(STATES, implied=True), negative=True)


_BANNED = re.compile(
    rf"{ADVERBS} ?(?:its decision to (?=(?:ban|prohibit|forbid) )|"
    r"(?:its decision (?:regarding|on) )?(?=the (?:[a-z]+ )?(?:ban|prohibition) on the (?:[a-z]+ ){0,2}"
    r"(?:import|export|supply|sale)\b))"
)
_POINTED_TO = re.compile(
    rf"{ADVERBS} ?(?:its |the )?(?:paragraphs? \d[^,;]{{0,20}}(?: of (?:its )?resolution \d[^,;]{{0,20}})?|"
    r"resolution \d[^,;]{0,20}), (?:in )?which (?:it )?(?:(?P<decides>decide[ds] that )|"
    r"(?:direct|require|(?P<asks>request))(?:s|ed)(?= ))"
)


def pointed_to(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "Recalls resolution 9, which decides that X will ..." or "which directs X to ..."."""
    match = _POINTED_TO.match(text, region.start, region.end) if region.verb.name in RECALLING else None
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
    if match["asks"]:
        yield from directive(text, replace(region, start=match.end()), "requests", actors, last)
        return
    to = infinitive(text, match.end(), region.end)
    bearers = named(text, match.end(), to[0], actors) if to else NOBODY
    if to and bearers.ids and UNTOLD.isdisjoint(bearers.ids):
        duty = draft_of(region, "decides", Frame.OBLIGATION)
        yield replace(duty, start=to[1], bearers=bearers, words=match.group().strip())


_AND_DECIDED = re.compile(r",? and (?:further |also )?decided that ")
AND_CALL = re.compile(rf",? (?:and|as well as)(?= its (?:{'|'.join(_CARRIED)}) (?:on|upon|to|that|for) )")
RECALLING = frozenset({"recalls", "reaffirms", "reiterates", "reminds", "affirms"})
