"""What is stressed as important for named bodies to do, alone or together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from obligraph.extract.actors import Actors
from obligraph.extract.bearers import join, named, together
from obligraph.extract.draft import NOBODY, UNTOLD, Bearers, Draft
from obligraph.extract.lexicon import ADVERBS
from obligraph.extract.region import Region, needed

_IMPORTANCE = re.compile(
    rf"{ADVERBS} ?the (?:[a-z]+ ){{0,2}}(?:importance|need|necessity) (?:of|for|(?:that )?it attaches to) "
)


_OWN_ACT = re.compile(rf"{ADVERBS} ?(?:[a-z]+ly )?(?!including\b)(?=[a-z]+ing\b)")


def importance(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "the importance of States establishing ...": a named bearer with conduct of its own."""
    match = _IMPORTANCE.match(text, region.start, region.end)
    if match is None:
        return
    named_at_once = actors.opening(text, match.end(), region.end) is not None
    name = None if named_at_once else _NAME_OPENS.match(text, match.end())
    begin = name.end() if name else match.end()
    found = list(actors.find(text, begin, min(region.end, match.end() + 120)))
    if not found or found[0].start - begin > 24 or found[0].start > match.end() + 48:
        return
    for who in (found[:1], together(text, found)):
        named_in = _ASIDE.match(text, who[-1].end) or _PLACE.match(text, who[-1].end)
        act = _OWN_ACT.match(text, named_in.end() if named_in else who[-1].end)
        if act and text[act.start()] == " ":
            yield needed(region, act.end(), join(who), "importance of")
            return


def importance_for(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "the importance for keepers, within the law, of drying seed": conduct of those named."""
    match = _FOR_WHOM.match(text, region.start, region.end)
    if match:
        who = named(text, *match.span("who"), actors)
        if who.ids and UNTOLD.isdisjoint(who.ids):
            yield needed(region, match.end(), who, "importance for")
        elif match["who"] in {"all", "everyone"}:
            yield needed(region, match.end(), Bearers(("other",)), "importance for")


_FOR_WHOM = re.compile(
    rf"{ADVERBS} ?the (?:[a-z]+ )?importance for (?P<who>[^,;]{{3,80}}?)(?:,[^,;]{{3,80}},)? "
    r"of (?!having\b)(?=[a-z]+ing\b)"
)
_ASIDE = re.compile(r",? (?:and )?(?:in particular|particularly|especially|including) [^,;]{3,120},(?= )")
_PLACE = re.compile(r"(?: of (?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*)*| \([^()]{2,24}\))?")


def joint_work(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "the importance of coordination between X and Y in counting seed": conduct of X and Y."""
    match = _JOINT_WORK.match(text, region.start, region.end)
    bearers = named(text, *match.span("who"), actors) if match else NOBODY
    wished = match is not None and _WISHED.search(text, match.start(), match.start("who")) is not None
    if match and not wished and bearers.ids and UNTOLD.isdisjoint(bearers.ids):
        yield needed(region, match.start("act"), bearers, "importance of")


def engagement(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "the importance of further engagement by X": conduct of X."""
    match = _ENGAGED.match(text, region.start, region.end)
    found = list(actors.find(text, match.end(), min(region.end, match.end() + 160))) if match else []
    if match is None or not found or found[0].start - match.end() > 12 or found[0].ids[0] in UNTOLD:
        return
    if match["of"] and found[0].ids[0] in _AT_LARGE:
        return
    bearers = join(together(text, found) if match["of"] else found[:1])
    yield needed(region, match.start("act"), bearers, "importance of")


def their_help(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "the importance of the Office’s support to keepers": conduct of the one named."""
    match = _OF_THEIRS.match(text, region.start, region.end) if region.verb.name in _WISHING else None
    mention = actors.opening(text, *match.span("who")) if match else None
    if match and mention and UNTOLD.isdisjoint(mention.ids):
        yield needed(region, match.start("who"), join([mention]), "importance of")


_WISHING = frozenset(
    {"stresses", "emphasizes", "underlines", "underscores", "highlights", "reiterates", "reaffirms", "notes"}
)
"""Verbs that say of help what it should be, and not what it has been."""
_OF_THEIRS = re.compile(
    rf"{ADVERBS} ?the (?:[a-z]+ )?importance (?:of|for [^,;]{{3,80}} of) "
    r"(?P<who>(?:the )?[^,;’']{2,60})[’']s? "
    r"(?:(?!past|previous|earlier)[a-z]+,? (?:and )?){0,3}"
    r"(?:support|assistance|provision|contribution|consideration)(?=,| (?:to|for|in(?! \d)|of|as|and)\b)"
)
_ENGAGED = re.compile(
    rf"{ADVERBS} ?the (?:[a-z]+ )?(?:importance|need|necessity) (?:of|for) (?P<act>(?:the |an? )?"
    r"(?:(?:continued|renewed|further|full|active|sustained|strong|close|effective|early|constructive|"
    r"regular),? (?:and )?)*"
    r"(?:engagement|commitment|co-?operation|participation|involvement|vigilance|oversight|"
    r"deployment|monitoring|"
    r"use of [^,;]{3,80}?) by |"
    r"(?P<of>(?:the )?(?:[a-z]+ )?engagement of )) ?(?:the |all |both |relevant |other )*"
)
_SHARED = r"(?:co-?ordination|co-?operation|collaboration|partnership|information[- ]exchange|engagement)"
_JOINT_WORK = re.compile(
    rf"{ADVERBS} ?the (?:[a-z]+ )?(?:importance|need|necessity) (?:of|for) "
    r"(?P<act>(?:(?:closer?|necessary|continu(?:ed|ing)|effective|full|strong(?:er)?|strengthened|"
    r"enhanced|improved|further|greater|better|regular|ongoing),? (?:and )?)*"
    rf"(?:consultations? and )?"
    rf"(?:(?P<joint>joint (?:action|work|efforts))|{_SHARED}(?: and {_SHARED})?) "
    r"(?:between|among|amongst) (?P<who>[^;]{4,200}?)"
    r"(?: in (?:[a-z]+ly )?(?!accordance|line)[a-z]+ing\b|(?(joint)(?= to [a-z])|(?!))))"
)
_WISHED = re.compile(
    r"\b(?:need|necessity) (?:of|for) (?:closer|greater|better|further|improved|enhanced|strong|strength)"
)
"""A need for more of what is done already, which is asked of nobody."""
_AT_LARGE = frozenset({"member_states", "state_parties", "all_parties", "donors", "other", "private_sector"})
"""Circles so wide that work shared between them is praised and asked of nobody."""
_NAME_OPENS = re.compile(r"the (?:\d[\d+]* )?(?:[A-Z][a-z]+ ){1,4}(?=[A-Z])")
"""The words of a name before the one that tells what sort of body it is: "the Joint Seed " Commission."""
