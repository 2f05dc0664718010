"""Who must act, read from the words between a verb and what it asks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from obligraph.extract.actors import Actors, Mention
from obligraph.extract.draft import NOBODY, Bearers

_SET_OFF = re.compile(
    r"(?:\b(?:whose|in whose|of which)\b|\b(?:which|that|who)\b|(?:[,;(]|\b(?=in c(?:ooperation|ollaboration|"
    r"oordination|onsultation|lose )))\s*(?:and |as well as |while |when )?(?:(?:also|further|especially|"
    r"particularly|in particular|closely|where|as) ?)?"
    r"(?P<word>in(?! particular)|within|with|through|via|upon|on|at|under|by|pursuant|consistent|subject|"
    r"according|"
    r"consulting|working|acting|using|building|taking|bearing|as (?:appropriate|necessary|applicable|"
    r"relevant)|where|when|while|if|for|from|without|during|"
    r"including through|including by|including in|recalling|noting|emphasizing|stressing|recognizing|among|"
    r"(?:(?<=where )|(?<=when )|(?<=if )|(?<!well as )(?<=as ))(?:appropriate|necessary|applicable|possible|"
    r"relevant)\b|drawing|having|pending|prior|following|"
    r"following|based|that|which|who)\b)"
)
"""The beginning of a phrase set off by commas that names no bearer of its own."""

_TOGETHER = re.compile(
    r"\b(?:co-?operation|collaboration|co-?ordination|consultation|partnership|together|along|support|"
    r"assistance|between|in order to|with a view to|for (?:the )?purposes? of)\b"
)
"""Words of a phrase that goes on to list partners, who are no bearers."""


_BESIDE = re.compile(r",? with the (?:support|assistance) of [^,]{2,60}, as well as ")
"""A helper named between two bearers."""


def named(text: str, start: int, end: int, actors: Actors) -> Bearers:
    """The bearers named in a stretch of text, phrases set off by commas left out.

    "CTED, in coordination with UNODC and INTERPOL," names CTED alone; "States, where appropriate, and
    UNODC" names both.
    """
    return join(_heads(text, start, end, actors))


def join(mentions: Iterable[Mention]) -> Bearers:
    """The bearers of several mentions, each id once, in order."""
    found = list(mentions)
    if not found:
        return NOBODY
    ids = dict.fromkeys(ident for mention in found for ident in mention.ids)
    organ = any(m.organ for m in found) and not found[0].state
    return Bearers(tuple(ids), organ, any(m.state for m in found))


def _heads(text: str, start: int, end: int, actors: Actors) -> Iterator[Mention]:
    mentions = list(actors.find(text, start, end))
    place, whole = start, False
    while mentions:
        cut = _next_phrase(text, place, end, mentions)
        for mention in [m for m in mentions if m.start < cut]:
            if _is_head(text, place, mention) and not (whole and _one_of_them(text, mention)):
                yield mention
                whole = whole or mention.ids == ("all_parties",)
        mentions = [m for m in mentions if m.start >= cut]
        if not mentions or cut >= end:
            return
        stop = text.find(",", cut + 1, end)
        if stop < 0 or (_TOGETHER.search(text, cut, stop) and not _BESIDE.match(text, cut)):
            return
        mentions = [m for m in mentions if m.start >= stop]
        place = stop


def _one_of_them(text: str, mention: Mention) -> bool:
    """Whether a mention only picks one of all parties out: "all parties, in particular the authorities"."""
    return mention.ids == ("other",) and _IN_PARTICULAR.search(text, 0, mention.start) is not None


_IN_PARTICULAR = re.compile(
    r"\b(?:in particular|particularly|especially|notably)(?: by)?(?: the| both)*(?: [A-Za-z]\w+){0,3} \Z"
)


def _next_phrase(text: str, start: int, end: int, mentions: list[Mention]) -> int:
    """Where the next phrase set off by commas begins outside the mentions; `end` if there is none."""
    for match in _SET_OFF.finditer(text, start, end):
        if not any(m.start < match.start() < m.end for m in mentions):
            return match.start()
    return end


_OWNER = re.compile(r"(?:’s?|'s?)\s+\w")
_PART = re.compile(
    r"(?:’s?|'s?)\s+(?:[a-z]+,? (?:and )?){0,4}(?:components?|leadership|personnel|staff|Chair|secretariat)\b"
)
"""A part of a body that acts for it."""
_OF_ANOTHER = re.compile(
    r"\b(?:of|by|between|among|with|to|for|from|in|on|against|about|entering|supporting|representing|"
    r"involving|"
    r"accompanying|assisting|affecting|under)\s+(?:the |all |its |their |any |other |those |relevant |"
    r"concerned |a |an |these |other )*\Z"
)


def _is_head(text: str, start: int, mention: Mention) -> bool:
    """Whether a mention is a bearer itself, not the owner of one or a part of a phrase about one."""
    if _OWNER.match(text, mention.end):
        return mention.organ and _PART.match(text, mention.end) is not None
    before = text[start : mention.start]
    return not _OF_ANOTHER.search(before[-60:]) or _office_of(before)


def _office_of(before: str) -> bool:
    """Whether a mention stands in "the heads of", "all of" and the like."""
    return (
        re.search(
            r"\b(?:heads?|[Cc]hairs?|members?|chairperson|leadership|leaders|all|each|both|one|some|any|most|"
            r"many|none|responsibility) of (?:the )?\Z",
            before,
        )
        is not None
    )


def doers(text: str, start: int, end: int, actors: Actors) -> Bearers:
    """Those said to do an act that is asked for by name: "by X", "between X and Y"; else the first named."""
    if _FIGHTERS_DO.match(text, start, end):
        return Bearers(("all_parties",), state=True, implied=True)
    mentions = [mention for mention in actors.find(text, start, end) if mention.ids != ("council",)]
    chosen: list[Mention] = []
    for mention in mentions:
        before = text[max(start, mention.start - 40) : mention.start]
        linked = bool(chosen) and _LINKS.fullmatch(text, chosen[-1].end, mention.start)
        if linked or (not chosen and _DONE_BY.search(before)):
            chosen.append(mention)
    heads = [mention for mention in mentions[:1] if _is_head(text, start, mention)]
    found = join(chosen or heads)
    if not chosen and (meant := _meant(text, start, end)):
        return Bearers((meant,), state=True, implied=True)
    if not found.ids:
        return Bearers(("other",), implied=True)
    return found if chosen else Bearers(found.ids, found.organ, found.state, implied=True)


_STATES_DO = re.compile(
    r"(?:[a-z]+ )*?(?:the )?(?:(?:enhancement|strengthening|expansion|intensification) of )?(?:[a-z]+ )?"
    r"(?:international|regional|subregional|cross-border|bilateral|multilateral|inter-?State)"
    r"(?:,? (?:and |or )?(?:international|regional|subregional|bilateral|multilateral|land|air|maritime))* "
    r"(?:cooperation|coordination|collaboration|solidarity)\b"
)
_FIGHTERS_DO = re.compile(
    r"(?:an? |the |all )?(?:[a-z]+,? (?:and )?){0,3}(?:end to|cessation of|halt to)"
    r"(?: all| the| any)* (?:[a-z]+ )?(?:violence|hostilities|fighting|combat|attacks)\b(?! by )|"
    r"(?:[a-z]+,? )*(?:(?:delivery|passage|flow) of (?:[a-z]+ )?|access for (?:[a-z]+ )?|)"
    r"(?:humanitarian (?:assistance|aid|relief|access)|cease-?fire)\b"
)


def _meant(text: str, start: int, end: int) -> str:
    """Who is meant where nobody is named: States are to cooperate."""
    return "member_states" if _STATES_DO.match(text, start, end) else ""


_DONE_BY = re.compile(r"\b(?:by|between|among|amongst|of|from)\s+(?:the |all |relevant |both |other )*\Z")
_LINKS = re.compile(
    r"(?: of (?:the )?[A-Z][a-z]*(?: (?:of (?:the )?)?[A-Z][a-z]*){0,4})?,? ?(?:and|or|as well as|"
    r",)? ?(?:by |between |among )?(?:the |all |other |relevant |its )*"
)
