"""What a text states as needed or essential for somebody to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from obligraph.extract.actors import Actors
from obligraph.extract.bearers import doers, named
from obligraph.extract.directives import AND_FOR, infinitive, nominal
from obligraph.extract.draft import NOBODY, STATES, Bearers, Draft, Frame
from obligraph.extract.duties import ACRONYM, THAT_WORD
from obligraph.extract.lexicon import ADVERBS
from obligraph.extract.lists import base_verbs, plain_verbs
from obligraph.extract.region import Region, draft_of, needed

_NEED = re.compile(
    r"\b(?:(?:need|necessity|urgency|imperative)(?:,[^,;]{1,120},)? (?P<link>for|that)|"
    r"importance for(?= [^,;]{3,80} to )(?! [^,;]{0,80} of [a-z]+ing\b)) "
)
_ESSENTIAL = re.compile(
    rf"{ADVERBS} ?that (?:[^,;]{{1,60}}, )?it is (?:[a-z]+ly )?"
    r"(?:essential|important|necessary|imperative|vital|crucial|critical|indispensable) "
    r"(?:(?P<that>that)|for) (?P<who>[^,;]{3,80}? )(?:(?(that)|to )(?P<verb>[a-z]+)\b)"
)


def essential(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
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


_ENSURE = re.compile(
    rf"{ADVERBS} ?the (?:[a-z]+ )?(?:(?:need|necessity) to (?=ensure )|importance of (?=ensuring ))"
    r"(?P<act>ensur(?:e|ing)) (?:that )?(?:the |all )?"
)
_HAVE = re.compile(
    r" (?:(?!comply|apply|supply)[a-z]+ly )?(?:(?:are|is)(?! [a-z]+(?:ed|en)\b)|have|has|"
    r"(?!receiv|obtain|benefit|enjoy)(?P<verb>[a-z]+?)(?P<s>s)?)\b"
)
"""What somebody is to do or to have, not what he is given."""


def need_to_ensure(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "the need to ensure that States have ...", "the importance of ensuring that they count"."""
    match = _ENSURE.match(text, region.start, region.end)
    mention = actors.opening(text, match.end(), region.end) if match else None
    does = _HAVE.match(text, mention.end, region.end) if mention else None
    if match is None or mention is None or does is None:
        return
    if not does["verb"] or does["verb"] in plain_verbs() or (does["s"] and does["verb"] in base_verbs()):
        who = named(text, match.end(), mention.end, actors)
        if who.ids:
            yield needed(region, match.start("act"), who, "need to ensure")


def reminded(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "Reminds the Panel of the need to ..."."""
    match = _REMINDED.match(text, region.start, region.end) if region.verb.base == "remind" else None
    if match:
        who = named(text, *match.span("who"), actors)
        yield needed(region, match.end(), who if who.ids else Bearers(("other",)), "need to")


_REMINDED = re.compile(r" (?P<who>[^,;]{3,100}?) of the (?:need|necessity) to ")


def expected(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "Expects X to ...": exhorted, or recalled where X is to do what it is obliged to."""
    match = _EXPECTED.match(text, region.start, region.end) if region.verb.base == "expect" else None
    who = named(text, *match.span("who"), actors) if match else NOBODY
    if match and who.ids:
        owed = _OBLIGED.search(text, match.end(), region.end) is not None
        frame, acts_as = (Frame.OBLIGATION, "recalls") if owed else (Frame.TO, "calls upon")
        yield replace(draft_of(region, acts_as, frame), start=match.end(), bearers=who)


_EXPECTED = re.compile(rf"{ADVERBS} ?(?P<who>[^,;]{{3,100}}?) to (?=[a-z]+ )(?!be |have )")
_OBLIGED = re.compile(r"\b(?:obligations?|Charter|international (?:[a-z]+ )?law)\b")


def importance_that(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "the importance that requests for seed hold all details": what should be so."""
    match = _THAT_IT.match(text, region.start, region.end)
    if match is None:
        return
    for verb in _VERB.finditer(text, match.end(), min(region.end, match.end() + 200)):
        if (verb[1] in plain_verbs() or verb[1] in _HOLDS) and not text.endswith(" to", 0, verb.start()):
            named_ones = named(text, match.end(), verb.start(), actors)
            who = named_ones if named_ones.ids else replace(STATES, implied=True)
            yield needed(region, verb.start(1), who, "importance")
            return


_THAT_IT = re.compile(
    rf"{ADVERBS} ?the (?:[a-z]+ )?importance that (?=(?:the |all |these |any )?(?:[a-z]+s |[A-Z]))"
)
_VERB = re.compile(r" ([a-z]+)\b")
_HOLDS = frozenset({"contain", "include"})


def importance_to_act(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "the importance of the Panel to count seed": somebody who can act, and nothing else."""
    match = _OF_SOMEBODY.match(text, region.start, region.end)
    if match is None or match["act"] not in base_verbs():
        return
    mentions = list(actors.find(text, *match.span("who")))
    if mentions and (mentions[0].start, mentions[-1].end) == match.span("who"):
        yield needed(region, match.end(), named(text, *match.span("who"), actors), "importance of")


_OF_SOMEBODY = re.compile(
    rf"{ADVERBS} ?the (?:[a-z]+ )?importance of (?:the |all )?(?P<who>[^,;]{{3,60}}?) to (?=(?P<act>[a-z]+) )"
)


def need(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "the need for Member States to ...", "and for States to", "for a count by States"."""
    match = _NEED.search(text, region.start, min(region.end, region.start + 120))
    lawful = _LAWFUL_WORK.match(text, region.start, region.end)
    if lawful:
        law = draft_of(region, "recalls", Frame.OBLIGATION)
        yield replace(law, start=lawful.start("act"), bearers=replace(STATES, implied=True))
        return
    if match is None or THAT_WORD.search(text, region.start, match.start()):
        return
    to = infinitive(text, match.end(), min(region.end, match.end() + 300))
    if to is None:
        yield from _need_by(text, region, match, region.end, actors)
        return
    if _LAWFUL.match(text, to[1], region.end) and not named(text, match.end(), to[0], actors).ids:
        law = draft_of(region, "recalls", Frame.OBLIGATION)
        yield replace(law, start=to[1], bearers=replace(STATES, implied=True))
        return
    beside = AND_FOR.search(text, match.end(), to[0])
    if beside and not named(text, match.end(), beside.start(), actors).ids:
        bearers = named(text, beside.end(), to[0], actors)
    elif nominal(text, match.end(), to[0]):
        yield from _need_by(text, region, match, to[0], actors)
        return
    else:
        bearers = named(text, match.end(), to[0], actors)
        if not bearers.ids and ACRONYM.search(text, match.end(), min(to[0], match.end() + 12)):
            bearers = Bearers(("other",))
    if bearers.ids:
        duty = needed(region, to[1], bearers, "need for")
        owed = _THEIR_OBLIGATIONS.match(text, to[1], region.end) is not None
        yield replace(duty, acts_as="recalls", frame=Frame.OBLIGATION) if owed else duty
    else:
        yield from _need_by(text, region, match, to[0], actors)


_LAWFUL_WORK = re.compile(
    rf"{ADVERBS} ?(?:[^;]{{0,400}}, and of )?the (?:[a-z]+ )?(?:need|obligation) to "
    r"(?P<act>(?:carry out|conduct|undertake) (?:all |any |their )?(?:[a-z]+ )?operations\b[^;]{0,60}? "
    r"in (?:full |strict )?(?:compliance|accordance|conformity) "
    r"with (?:[^;]{0,60} )?(?:international|humanitarian) (?:[a-z]+ ){0,2}law\b)"
)
"""Operations that are to keep to the law, whoever conducts them."""
_LAWFUL = re.compile(
    r"be (?:conducted|carried out|undertaken|taken|implemented|exercised|in) (?:in )?(?:full |strict )?"
    r"(?:compliance|accordance|conformity) with [^;]{0,80}\blaw\b"
)
"""What is to be done as the law has it: the law says so already."""


_THEIR_OBLIGATIONS = re.compile(
    r"(?:continue to )?(?:[a-z]+ly )?(?:comply(?: [a-z]+ly)? with|adhere to|fulfil|honour|meet) "
    r"(?:all )?(?:their|its) (?:[A-Za-z]+ ){0,3}obligations\b"
)
"""What somebody needs to do is what he is obliged to."""


def _need_by(text: str, region: Region, match: re.Match[str], stop: int, actors: Actors) -> Iterator[Draft]:
    """Reads "the need for full use of barns by States", also before what the use is for."""
    if match["link"] == "for" and " by " in text[match.end() : stop]:
        bearers = doers(text, match.end(), stop, actors)
        if bearers.ids and not bearers.implied:
            yield needed(region, match.end(), bearers, "need for")
