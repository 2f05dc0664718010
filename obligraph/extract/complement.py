"""What an operative verb governs: its words read by what the verb does, its participles apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from obligraph.extract.actors import Actors
from obligraph.extract.bearers import named
from obligraph.extract.decisions import decision
from obligraph.extract.directives import directive, infinitive
from obligraph.extract.draft import NOBODY, Bearers, Draft, Frame
from obligraph.extract.duties import accountable
from obligraph.extract.lexicon import Family, gerund, lexicon, lookup, pattern
from obligraph.extract.needs import expected
from obligraph.extract.recalled import endorsed
from obligraph.extract.region import REMARK, Region, nothing_asked, resolve, trim
from obligraph.extract.statements import statement


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
    own_words = replace(region, end=trim(text, region.start, end))
    drafts += [without_remark(text, draft) for draft in _by_family(text, own_words, actors, last)]
    yield from sorted(drafts, key=lambda draft: draft.at)


def _by_family(text: str, region: Region, actors: Actors, last: Bearers) -> list[Draft]:
    match region.verb.family:
        case Family.DIRECTIVE:
            return list(directive(text, region, region.verb.name, actors, last))
        case Family.DECIDE:
            return list(decision(text, region, actors))
        case Family.RESTATE | Family.STRESS:
            return list(statement(text, region, actors, last))
        case Family.NONE:
            held = (
                endorsed(text, region, actors, last),
                accountable(text, region, actors, last),
                expected(text, region, actors, last),
            )
            return list(chain(*held)) or [nothing_asked(text, region)]


def _own_duty(text: str, region: Region, participle: Region, actors: Actors, last: Bearers) -> list[Draft]:
    """The clauses of a participle that asks something of its own; none where it only remarks."""
    held = NOBODY
    if region.verb.family is Family.DIRECTIVE and participle.at - region.start < 250:
        held = named(text, region.start, min(participle.at, region.start + 200), actors)
    found = _by_family(text, participle, actors, resolve(held, last) if held.ids else last)
    asked = [draft for draft in found if draft.frame.asks]
    if participle.verb.family is Family.DIRECTIVE:
        calls = participle.words == "calling for" and text.endswith((", and ", "; and "), 0, participle.at)
        named_ones = [d for d in asked if d.frame is not Frame.NOUN and not d.bearers.implied]
        aside = participle.words == "encouraging" and text.endswith(", while ", 0, participle.at)
        if participle.words == "urging" and _CARRY_OUT.match(text, participle.start, participle.end):
            whose = replace(held, implied=True)
            return [replace(draft, bearers=whose) for draft in asked] if held.ids else asked
        return asked if calls or aside else named_ones
    tells = participle.verb.family is Family.STRESS
    return [d for d in asked if d.bearers.ids or not (tells and d.words.endswith(_OF_THINGS))]


_CARRY_OUT = re.compile(r" (?:their|its) (?:[a-z]+,? (?:and )?){0,4}implementation\b[^,;]*\Z")
"""What closes a paragraph with a duty of its own: "and urging their swift implementation"."""
_OF_THINGS = (" must", " need to", " needs to")
"""In a participle, with nobody named, what is so and not what is asked."""
_GOES_ON = re.compile(r", (?:and )?to [a-z]")


_RESUMES = re.compile(r", (?:and )?to [a-z]")


def without_remark(text: str, draft: Draft) -> Draft:
    """A clause without the remark that closes it: ", recognizing that ..." adds nothing to what is asked.

    What is to be respected meanwhile (", while respecting privacy") is no remark but part of what is asked.
    """
    if not draft.frame.asks:
        return draft
    match = REMARK.search(text, draft.start, draft.end)
    if match and draft.frame in {Frame.MUST, Frame.OBLIGATION}:
        return replace(draft, end=trim(text, draft.start, match.start()))
    if match is None or _GOES_ON.search(text, match.end() + 250, draft.end):
        return draft
    if " while " not in match.group() and _RESUMES.search(text, match.end(), draft.end):
        return draft
    return replace(draft, end=trim(text, draft.start, match.start()))


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


_MEANS = re.compile(r"\b(?:including|such as|by|through)(?:, (?:as|where) [a-z]+)?\Z")
"""Before a participle that names a means of what is asked."""
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
        if verb is not None and not _MEANS.search(text, max(region.start, match.start() - 60), match.start()):
            end = marks[place + 1].start() if place + 1 < len(marks) else region.end
            yield Region(verb, match["verb"], match.start("verb"), match.end(), trim(text, match.end(), end))


def _interrupts(text: str, region: Region, participle: Region) -> bool:
    """Whether a participle stands between an addressee and what it is asked."""
    if region.verb.family is not Family.DIRECTIVE:
        return False
    to = infinitive(text, region.start, region.end)
    return to is not None and to[0] > participle.at and text[to[0]] == ","


def _cut_at_resumption(text: str, draft: Draft, end: int) -> Draft:
    stop = text.find(", to ", draft.start, end)
    return replace(draft, end=stop if stop >= 0 else draft.end)
