"""Chapeaux and items: whether the items of a list are clauses of their own, and what they inherit."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources

_MEANS = re.compile(
    r"\b(?:including|includes?|such as|namely|for example|through|by|from|with|of|for|on|in|whether|"
    r"as follows|following|against|among|towards|regarding|concerning|when|if|where|"
    r"including,? (?:inter alia|but not limited to)|comprising|consisting of|in order to|so as to|means|"
    r"with a view to)(?:,? (?:inter alia|by|through|for example|in particular|as appropriate))*\W*\Z"
)
_CONTENTS = re.compile(
    r"\b(?:shall|should|must|will|may) (?:also )?(?:involve|comprise|contain|cover|"
    r"include(?: attention to)?)\W*\Z"
)
"""A chapeau whose list says what something is made of."""
_PARTICULARS = re.compile(
    r"\b[Tt]he following (?:information|particulars|data|details|items|documents)\b[^.;:]*\W*\Z"
)
"""A chapeau whose list says what is to be recorded, sent or kept."""
_PERFORM = (
    r"\b(?:undertak(?:e|ing)|perform(?:ing)?|carry(?:ing)? out|implement|execute|fulfil) the following "
)
_TASKS = re.compile(rf"{_PERFORM}(?:[a-z]+ ){{0,2}}(?:tasks|activities|functions|mandate)\W*\Z")
"""A chapeau whose list names the tasks of a body, or spells out its mandate: they are one duty."""
_MISSION = re.compile(
    r"\b(?:UN[A-Z]{2,8}|MI[A-Z]{3,}|MON[A-Z]+|[Tt]he (?:[Ff]orce|[Mm]ission|[Oo]peration))(?:’s mandate)? "
    r"shall(?:,? in addition to [^;:]*)?\W*\Z"
)
"""A chapeau that says what a mission shall do: its tasks are one duty."""
_CREATES = re.compile(
    r"\b(?:create|establish|appoint|set up|constitute)\b[^.;:]{3,600}?\b(?:to (?:carry out|undertake|perform|"
    r"fulfil|accomplish)|with) the following (?:[a-z]+ ){0,2}(?:tasks|mandate|functions|responsibilities|"
    r"terms of reference)\W*\Z"
)
"""A chapeau that asks for a body to be created, with the tasks of that body."""
_AREAS = re.compile(
    r"\b(?:in|on|to|within|under|of|for) (?:the following|these)(?: [a-z]+){0,2} "
    r"(?:areas?|priorities|issues|matters|aspects|respects|topics|themes|fields|lines)\W*\Z|"
    r"\bby (?:taking|adopting|undertaking) the following(?: [a-z]+){0,2}\W*\Z|"
    r"\b(?:focus|emphasis|attention|priority) (?:on|to) the following(?: [a-z]+){1,3}\W*\Z|"
    r"\b(?:taking into account|bearing in mind|based on|considering) the following(?: [A-Za-z]+){0,7}\W*\Z|"
    r"\b(?:priorities|areas|issues|matters|aspects|topics) (?:as )?(?:laid out|set out|listed|outlined|"
    r"described|specified) below\W*\Z"
)
"""A chapeau that says in which fields its act is to be done."""
_OF_A_THING = re.compile(
    r"(?<!\bdecides)(?<!\bensure)(?<!,) (?:that|which) (?:will|shall|should|must)(?: [a-z]+ly)?\W*\Z|"
    r"\bso that(?: [^,;:]{3,60})?\W*\Z"
)
"""A chapeau whose list says what a thing that is asked for is to be like: "a report that will:"."""
_PROVIDED = re.compile(r"\b(?:provided|(?:up)?on (?:the )?(?:condition|understanding)) that\W*\Z")
"""A chapeau whose list says on what conditions it holds."""
_AIM = re.compile(r"\b(?:(?:their|its) efforts|ways and means|ways|means|in order|so as|with a view) to\W*\Z")
_NESTED = re.compile(
    r"\b(?:measures|steps|laws|legislation|regulations|rules|systems|procedures|mechanisms) "
    r"(?:to require|requiring|to oblige|obliging) (?![^;.:]* to\Z)[^;.:]*\Z"
)
"""A chapeau that ends in what a measure requires of others: the list belongs to the measure."""
_OPEN = re.compile(
    r"\b(?:to|shall|should|must|will|may|that|can|should also|also|ensure|consider|not)(?:,? (?:inter alia|"
    r"as appropriate|where appropriate|in particular|consider|also|exclusively|urgently|further|not))*\W*\Z"
)
MANY = 3
"""Items of a list of which most, and not all, may show what kind it is."""
LAST_WORDS = 200
"""Characters at the end of a chapeau that tell most kinds of lists."""
_VERB_ITEM = re.compile(r"\W*(?:To|to|That|that) (?=[a-z])")
_GERUND_ITEM = re.compile(r"\W*[A-Z]?[a-z]+ing\b")
_THING_ITEM = re.compile(r"\W*(?:(?:[Tt]he|[Aa]n?|[Aa]ll|[Aa]ny) |[A-Za-z]+ing (?!to\b))")
"""Under "to:" no act but a thing: "give heed to: (a) the barns; (b) drying seed"."""
_NOUN_ITEM = re.compile(
    r"\W*(?:The|An?|Any|All|These|This|Each|Such|Those|In|If|Where|When|For|Its|Their|[a-z]+s?\b|[A-Z]{2,})\b"
)


@cache
def _data() -> dict[str, list[str]]:
    text = (resources.files("obligraph.extract") / "data" / "items.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def base_verbs() -> frozenset[str]:
    """Verbs that open an item in the infinitive without "to"."""
    return frozenset(_data()["verbs"])


@cache
def plain_verbs() -> frozenset[str]:
    """Those of the base verbs that are no nouns."""
    return base_verbs() - frozenset(_data()["also_nouns"])


def items_are_own(chapeau: str, items: Sequence[str], *, principle: bool) -> bool:
    """Whether the items of a list are clauses of their own, not the object or the means of their chapeau.

    Args:
        chapeau: the words before the list.
        items: the words of each item.
        principle: whether the list belongs to a guiding principle.
    """
    lead = chapeau.rstrip(" :;,—–-")
    end = lead[-LAST_WORDS:]
    ensured = _ENSURES_OF.search(end) and items and all(map(_FINITE_ITEM.match, items))
    focus = _FOCUS.search(end) and items and all(map(_GERUND_ITEM.match, items))
    if ensured or focus or _IN_CONDUCT.search(lead):
        return True
    if (
        (lead.endswith(" that") and items and all(map(_TELLING.match, items)))
        or _BY_ENSURING.search(end)
        or tells_others(lead)
        or _EMPOWERS.search(end)
        or (_BELIEVES.search(end) and all(map(_THAT_ITEM.match, items)))
        or (_REACHES.search(end) and not any(map(_is_verbal, items)))
        or _AIM.search(end)
        or _MISSION.search(end)
        or _AREAS.search(end)
        or (" following " in end and _CREATES.search(lead))
        or _PROVIDED.search(end)
        or _OF_A_THING.search(end)
        or (_PARTICULARS.search(lead) and not any(map(_is_verbal, items)))
        or _TASKS.search(end)
        or _NESTED.search(lead)
        or (lead.endswith(" to") and all(map(_THING_ITEM.match, items)))
        or (_CONTENTS.search(end) and not any(map(_is_verbal, items)))
    ):
        return False
    if _OPEN.search(end):
        return True
    if _MEANS.search(end):
        return False
    if principle:
        return True
    verbal = sum(_is_verbal(item) for item in items)
    return bool(items) and 2 * verbal > len(items)


_IN_CONDUCT = re.compile(
    r"\b[Rr]equests the Secretary-General (?:to )?(?:[a-z]+ly )?implement the following (?:[a-z]+ ){1,4}"
    r"in the (?:planning and )?conduct\b"
)
"""A chapeau that asks for several things to be put into practice in a mission: each is one duty."""


def tells_others(chapeau: str) -> bool:
    """Whether the list of a chapeau says what somebody is to be told: "with a note confirming that:"."""
    return _TOLD_THAT.search(chapeau.rstrip(" :")) is not None


_TOLD_THAT = re.compile(r"\b(?:confirming|stating|explaining|indicating|noting) that\Z")
_REACHES = re.compile(
    r"\b(?:apply(?: [^;:.]{3,120})?|applies|applicable|extends?|relates?|refers?) to(?:,? inter alia)?,?\Z"
)
"""A chapeau whose list tells to what something applies."""
_BY_ENSURING = re.compile(r"\b(?:including )?by ensuring that\Z")
"""A chapeau whose list tells the means, one of which is to ensure something."""
_EMPOWERS = re.compile(
    r"\b(?:empower|enable|authori[sz]e|permit) (?:its |their |the )?(?:competent |relevant )?authorities to\Z"
    r"|"
    r"\binclude the (?:power|authority|right) to\Z"
)
"""A chapeau whose list tells what a law lets authorities do."""
_BELIEVES = re.compile(r"\b(?:believing|believe|grounds|considers?|evidence|satisfied)\Z")
_THAT_ITEM = re.compile(r"\W*[Tt]hat ")
"""Under "has grounds for believing:" these tell a condition."""
_ENSURES_OF = re.compile(r"\b[Ee]nsure that (?:[a-z]+ ){1,4}[a-z]+(?:,[^,;:]{3,60})?\Z")
_FOCUS = re.compile(r"\b(?:should|shall|must) (?:also )?focus on\Z")
"""A chapeau whose list, in gerunds, names one act in each item."""
_FINITE_ITEM = re.compile(r"\W*(?:Are|Is|Have|Has|Enjoy|Receive|Do|Can|May) ")
"""Under "shall ensure that keepers:" each tells what is to be so."""
_TELLING = re.compile(r"\W*(?:[A-Z][a-z]+s[, ]|(?:[Cc]an|[Mm]ay|[Ww]ill|[Ii]s|[Aa]re) )")
"""An item such as "Describes the count" under "a letter that:"."""
_SENTENCE_ITEM = re.compile(
    r"\W*(?:In [^.;:]{3,120}, )?[A-Z][^.;:,]{2,200}(?:, [^.;:,]{2,80}){0,4},? ?(?:and [^.;:,]{2,80})? "
    r"(?:shall|should|must)[ ,:]"
)


def items_are_sentences(chapeau: str, items: Sequence[str]) -> bool:
    """Whether each item is a sentence with a subject and a modal of its own: "(a) Barns should be locked".

    Args:
        chapeau: the words before the list.
        items: the words of each item.
    """
    told = sum(_SENTENCE_ITEM.match(item) is not None for item in items)
    most = len(items) > MANY and 3 * told >= 2 * len(items) and _OPEN.search(chapeau[-LAST_WORDS:]) is None
    return bool(items) and not chapeau.rstrip(" :").endswith(" that") and (told == len(items) or most)


_LINKING = frozenset({"are", "is", "have", "has", "do", "does", "may", "can"})
"""Behind "That" these make an item a relative clause, which describes what the chapeau speaks of."""


def _is_verbal(item: str) -> bool:
    words = re.findall(r"[A-Za-z-]+", item[:60])
    if len(words) > 1 and words[0].lower() == "that" and (words[1] in _LINKING or words[1] in base_verbs()):
        return False
    if _VERB_ITEM.match(item):
        return True
    if not words or words[0].lower() == "the":
        return False
    first = words[0].lower()
    if first.endswith("ly") and len(words) > 1:
        first = words[1].lower()
    return first in base_verbs()
