"""Duties that a text states without a modal: obligations, responsibilities, standing measures."""

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
from obligraph.extract.recalled import RECALLING
from obligraph.extract.region import Region, draft_of, needed, resolve, trim

_OBLIGATION = re.compile(
    r"\b(?P<owner>the|their|its|all|these|those|(?:[Ss]tates|Parties|"
    r"parties)[’'])(?: [a-z-]+){0,3} (?:obligations?|duty|duties|requirement(?= (?:that|for) ))"
    r"(?P<of> (?:of|on|upon|for) )?"
)
_LIES_WITH = re.compile(
    r"[^;]{0,80}?\bthe (?:[a-z-]+ ){0,3}(?:responsibility|obligation|duty) (?:to|for) (?P<act>[^;]{3,300}?) "
    r"(?:lies|rests|falls)(?: primarily| first and foremost| mainly)? (?:with|on|upon) (?P<who>[^,;]{3,160})"
)


def accountable(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "that those who ... must be held accountable": what the law asks, whatever verb recalls it."""
    match = _ACCOUNTABLE.match(text, region.start, region.end)
    if match is None:
        return
    tells = region.verb.family in {Family.RESTATE, Family.STRESS}
    law = draft_of(region, region.verb.name if tells else "recalls", Frame.OBLIGATION)
    beside = _NOR_SHOULD.match(text, match.end(), region.end)
    held = match.end() if beside else region.end
    yield replace(law, start=match.start("act"), end=held, bearers=STATES)
    if beside:
        further = Bearers(("other",), implied=True)
        advice = replace(law, frame=Frame.SHOULD, bearers=further, negative=bool(beside["not"]))
        yield replace(advice, at=beside.end(), start=beside.end(), words=f"{region.words} ... should")


def required(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "notes that the Protocol requires States Parties to ...": what a treaty or resolution asks."""
    match = _REQUIRED.match(text, region.start, region.end)
    who = named(text, *match.span("who"), actors) if match else NOBODY
    if match and who.ids and UNTOLD.isdisjoint(who.ids):
        law = draft_of(region, region.verb.name, Frame.OBLIGATION)
        yield replace(law, start=match.end(), bearers=who)


_REQUIRED = re.compile(
    rf"{ADVERBS} ?that (?:[^,;]{{0,160}}\b)?"
    r"(?:[Rr]esolutions?|[Cc]onventions?|[Pp]rotocols?|[Tt]reat(?:y|ies)|law)\b"
    r"[^,;]{0,160}? (?:requires?|obliges?) (?P<who>(?:all |the )?(?:Member States|States|Parties|Governments)"
    r"(?: [Pp]arties)?|(?:each )?State [Pp]art(?:y|ies)) to "
)


def prohibited(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "recalls that burning seed is prohibited by international law": what nobody may do."""
    if region.verb.name not in RECALLING:
        return
    noun = _PROHIBITION.match(text, region.start, region.end)
    match = noun or _PROHIBITED.match(text, region.start, region.end)
    fights = match is not None and _IN_COMBAT.search(text, *match.span()) is not None
    if match and (fights or not noun):
        law = draft_of(region, region.verb.name, Frame.OBLIGATION)
        who = Bearers(("all_parties",), state=True) if fights else STATES
        negative = noun is not None or bool(match["not"])
        yield replace(law, start=match.start("act"), bearers=replace(who, implied=True), negative=negative)


_PROHIBITION = re.compile(
    r"[ ,]*the (?:[a-z]+ )?prohibition (?:of|on|against) (?P<act>[^;]{3,300}?)\b"
    r"(?:law|Conventions?|Protocols?|armed conflict)\b"
)
"""A prohibition named by a noun, with the law that has it."""
_PROHIBITED = re.compile(
    r"[ ,]*that (?P<act>[^;]{3,200}? (?:is|are) (?:strictly |expressly )?"
    r"(?:(?P<not>prohibited|forbidden)|protected) (?:by|under) )[^;]{0,40}\b(?:law|Conventions?|Protocols?)\b"
)
_IN_COMBAT = re.compile(r"\b(?:combat|armed conflict|warfare|humanitarian law|hostilities)\b")
"""Words of the law for those who fight."""
_ACCOUNTABLE = re.compile(
    r"[^;]{0,80}?\bthat(?:, [^;]{3,160}?,)? "
    r"(?P<act>(?:all )?(?:those|individuals|persons|perpetrators)\b[^;]{0,400}? "
    r"(?:must|will|shall) (?:all |also )?be (?:held (?:[a-z]+ )?(?:accountable|responsible|to account)|"
    r"brought to justice))\b"
)
"""What the law asks, whatever verb recalls it: those responsible are held to account."""
_NOR_SHOULD = re.compile(r",? and should (?P<not>not )?(?=[a-z]+ )")
"""What should become of the same persons, said beside it."""
_STANDING = re.compile(
    rf"{ADVERBS} ?that,? (?:(?:the|all|these|those|any) )?(?:[a-z]+ )?"
    r"(?:provisions|measures|obligations?|requirements?|prohibitions?|assets? freeze|arms embargo|"
    r"travel ban)\b"
    r"(?! shall)[^;]{0,300}?(?<!not )(?<!may )(?<!also )(?<!longer )"
    r"(?P<act>apply|applies)(?= ?(?:to |\]))"
)


def standing(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "Reaffirms that the measures of paragraph 9 apply to ...": a standing duty with its reach."""
    match = _STANDING.match(text, region.start, region.end)
    beside_that = _AND_STANDING.search(text, region.start, region.end) if match is None else None
    if beside_that:
        match = _STANDING.match(text, beside_that.end(), region.end)
    told = region.verb.name in RECALLING or region.verb.name in _EXPLAINING
    noted = region.verb.name == "notes" and match is not None and _REQUIRES.search(match.group())
    if match and (told or noted):
        base = draft_of(region, region.verb.name, Frame.OBLIGATION)
        further = _AND_THAT.search(text, match.end(), region.end)
        more = modal_clauses(text, region, region.verb.name, further.end(), actors, last) if further else ()
        beside = [draft for draft in more if draft.frame in {Frame.SHALL, Frame.MUST}]
        stop = trim(text, match.end(), further.start()) if further and beside else region.end
        yield replace(base, start=match.start("act"), end=stop, bearers=replace(STATES, implied=True))
        yield from (replace(draft, at=max(draft.at, stop), frame=Frame.OBLIGATION) for draft in beside)


_AND_STANDING = re.compile(
    r",? and(?= that the measures (?:set forth|set out|imposed|contained|referred to) )"
)
_AND_THAT = re.compile(r",? and (?:further |also )?that ")
_EXPLAINING = frozenset({"confirms", "clarifies", "highlights", "underscores", "underlines"})
_REQUIRES = re.compile(r"\b(?:requirements?|obligations?) in paragraph")
"""Duties that are only noted, and yet owed."""
THAT_WORD = re.compile(r"\bthat\b")


def obligation(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "the obligation of Member States to ...", "Reminds States of their obligation to ..."."""
    match = _OBLIGATION.search(text, region.start, min(region.end, region.start + 220))
    if match is None or THAT_WORD.search(text, region.start, match.end()):
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
        bearers = STATES if party else Bearers(("all_parties",), state=True)
    if bearers is NOBODY:
        bearers = resolve(Bearers(("same",)), last)
    if bearers.ids:
        yield replace(
            draft_of(region, region.verb.name, Frame.OBLIGATION),
            start=to[1],
            bearers=bearers,
            words=f"{region.words} ... {match.group().strip()}",
        )


def obligation_in_noun(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "the obligations of the parties regarding the passage of seed": a duty told by a noun."""
    match = next((m for form in _IN_NOUN if (m := form.match(text, region.start, region.end))), None)
    whose = text[slice(*match.span("who"))] if match else ""
    who = named(whose, 0, len(whose), actors)
    if match and who.ids and UNTOLD.isdisjoint(who.ids):
        yield replace(
            draft_of(region, region.verb.name, Frame.OBLIGATION),
            start=match.start("act"),
            bearers=who,
            words=f"{region.words} ... obligations",
        )


_BEARING_ON = (
    r"[^;]*?\b(?:regarding|concerning|relevant to|relating to|pursuant to|with regard to|under paragraph)\b"
)
_IN_NOUN = tuple(
    re.compile(rf"{ADVERBS} ?{form}{_BEARING_ON}")
    for form in (
        r"(?P<act>(?:the |all |its )?(?:[a-z]+ )?obligations? (?:of|on|upon) )(?P<who>[^,;]{3,90}?)"
        r"(?=,| (?:under|regarding|concerning|relevant|relating|pursuant|with)\b)",
        r"(?P<act>(?P<who>[A-Z][^,;]{3,60}?)[’'] obligations )",
        r"(?P<who>[^,;]{3,60}?) of (?P<act>their obligations )",
    )
)
_RESPONSIBILITY = re.compile(
    rf"{ADVERBS} ?(?:the|their) (?:[a-z-]+ ){{0,3}}responsibilit(?:y|ies) (?:of|on) |"
    r" (?P<own>their|its) (?:[a-z-]+ ){0,3}responsibilit(?:y|ies) to |"
    r" (?P<reminded>[^,;]{3,80}?) (?:of|about) (?:their|its) (?:[a-z-]+ ){0,3}responsibilit(?:y|ies) to |"
    r"(?P<that> that )(?P<subject>[^;]{1,160}?) (?:(?:has|have|bears?)(?: undertaken)?(?:,[^,;]{3,80},)? "
    r"(?:(?:an?|the|their|its) (?:[a-z-]+ ){0,3}|(?:primary|main|special) )"
    r"(?:responsibility|obligation|duty)(?:,[^,;]{3,80},)? (?:to |(?:for|in) "
    r"(?=[a-z]+ing |(?:the )?(?:protection|security|safety)\b))|"
    r"(?:is|are) (?:[a-z]+ly )?responsible for (?=ensuring ))"
)
_FOR_PROTECTION = re.compile(r"(?P<who>[^,;]{3,80}?) for (?=(?:the )?(?:protection|safety|security) of )")
"""Whose responsibility it is, and for what, told by a noun."""
_MODAL = re.compile(r"\b(?:should|shall|must)\b")
_RESTS_WITH = re.compile(
    r"[^;]{0,60}?\bthat (?P<act>(?:the )?(?:[a-z]+ )?(?:prevention|protection|settlement|promotion) of "
    r"[^,;]{3,120}?) (?:is|remains|rests|lies|falls)\b(?=[^,;]*(?:responsib|rests|lies|falls))"
    r"[^,;]{0,60}? (?:of|with|on|upon) (?P<who>(?:(?! and (?:that|actions|work|efforts) )[^,;]){3,80})"
)
"""What is somebody's to see to: "that the prevention of theft rests with Governments"."""
_AND_ALSO = re.compile(r",? and (?:(?:further |also )?that |(?=(?:actions|work|efforts) ))")
"""After it: what else is stressed, with or without its own "that"."""
_AND_DUTY = re.compile(r",? and (?:with )?(?:their|its) (?:[a-z]+ ){0,2}(?:obligations?|duty|duties) to ")
"""After a responsibility: what the same are bound to."""
ACRONYM = re.compile(r"\b[A-Z]{3,}s?\b")
"""Somebody named by letters, as the Government of a State often is."""
_OF_LAW = re.compile(r"\b(?:law|obligations?|Charter|human rights|pursuant to paragraphs?)\b")
"""Where a responsibility of States is recalled in these terms it is a duty; elsewhere it is advice."""


def responsibility(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "the responsibility of States to ...", "that States bear the responsibility to ..."."""
    match = _RESPONSIBILITY.match(text, region.start, region.end)
    if match is None:
        return
    protects = _FOR_PROTECTION.match(text, match.end(), region.end)
    whose = named(text, *protects.span("who"), actors) if protects else NOBODY
    if protects and whose.ids and UNTOLD.isdisjoint(whose.ids):
        yield needed(region, protects.end(), whose, "responsibility")
        return
    told = next((name for name in ("subject", "reminded", "own") if match[name]), "")
    to = (match.end(), match.end()) if told else infinitive(text, match.end(), region.end)
    if to is None:
        return
    where = match.span(told) if told else (match.end(), to[0])
    bearers = last if told == "own" else named(text, *where, actors)
    if not bearers.ids and ACRONYM.search(text, *where):
        bearers = Bearers(("other",), state=True)
    if not bearers.ids or not UNTOLD.isdisjoint(bearers.ids):
        return
    recalled = (
        bearers.state
        and region.verb.name in RECALLING - {"affirms"}
        and (" undertaken" in match.group() or _OF_LAW.search(text, to[1], region.end) is not None)
    )
    duty = needed(region, to[1], bearers, "responsibility")
    beside = _AND_DUTY.search(text, to[1], region.end)
    if beside:
        duty = replace(duty, end=trim(text, to[1], beside.start()))
    yield replace(duty, frame=Frame.OBLIGATION) if recalled else duty
    if beside:
        owed = replace(duty, at=beside.start(), start=beside.end(), end=region.end)
        yield replace(owed, frame=Frame.OBLIGATION)


def rests_with(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "that the prevention of theft rests with Governments"."""
    match = _RESTS_WITH.match(text, region.start, region.end)
    who = named(text, *match.span("who"), actors) if match else NOBODY
    beside = _AND_ALSO.search(text, match.end(), region.end) if match else None
    stop = beside.start() if beside else region.end
    if match is None or not who.ids or _MODAL.search(text, match.end("act"), stop):
        return
    yield replace(
        needed(region, match.start("act"), who, "responsibility"), end=trim(text, match.end(), stop)
    )
    if beside:
        yield from modal_clauses(text, region, region.verb.name, beside.end(), actors, last)


def lies_with(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    """Reads "that the responsibility to do something lies with X"."""
    match = _LIES_WITH.match(text, region.start, region.end)
    if match is None:
        return
    told = match["act"].split(" ")[0] in base_verbs()
    if not told and _SEEN_TO.match(match["act"]) is None:
        return
    bearers = named(text, *match.span("who"), actors)
    whose = bearers if bearers.ids else Bearers(("other",))
    end = match.end("act" if told else "who")
    duty = replace(needed(region, match.start("act"), whose, "responsibility"), end=end)
    recalled = region.verb.name in RECALLING and _OWED.search(text, *match.span("act"))
    yield replace(duty, frame=Frame.OBLIGATION) if recalled else duty


_SEEN_TO = re.compile(
    r"(?:the )?(?:[a-z]+ ){0,2}?(?:prevention|protection|safety|security|settlement|maintenance|promotion|"
    r"implementation|provision)\b|[a-z]+ing "
)
"""What somebody can be responsible for seeing to, and not what has happened."""
_OWED = re.compile(r"\b(?:law|obligations?|Charter)\b")
"""In these terms a responsibility that lies with somebody is recalled as a duty."""
