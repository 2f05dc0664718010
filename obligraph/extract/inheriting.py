"""What an item takes over from its chapeau, and what of a chapeau governs its items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from obligraph.extract.actors import Actors
from obligraph.extract.bearers import join, together
from obligraph.extract.complement import without_remark
from obligraph.extract.decisions import MANDATE
from obligraph.extract.draft import Draft, Frame
from obligraph.extract.lexicon import Family, lexicon
from obligraph.extract.region import trim

_OPEN_END = re.compile(
    r"\b(?:to|shall|should|must|will|that|by|including|the following|as follows)(?:[^;.]{0,60})?\W*\Z"
)


def governing(text: str, drafts: list[Draft]) -> Draft | None:
    """The own act that a list belongs to where a remark stands between the two: "..., and stresses that"."""
    acts = (draft for draft in reversed(drafts[:-1]) if draft.frame is Frame.OWN or MANDATE in draft.words)
    own = next(acts, None)
    remarks = lexicon().thirds.get(drafts[-1].verb)
    if own is None or remarks is None or remarks.family not in {Family.STRESS, Family.RESTATE}:
        return None
    return None if _OPEN_END.search(text, drafts[-1].start) else own


def shifted(draft: Draft, by: int) -> Draft:
    """A clause moved along its text, never before its beginning."""
    return replace(
        draft, at=max(0, draft.at + by), start=max(0, draft.start + by), end=max(0, draft.end + by)
    )


def bearing(draft: Draft, chapeau: Draft) -> Draft:
    """A further clause of an item; one that names nobody keeps the chapeau's bearers."""
    own_act = chapeau.frame is Frame.OWN
    return draft if draft.bearers.ids or own_act else replace(draft, bearers=chapeau.bearers)


def clause_cut(text: str, more: list[Draft], stop: int) -> int:
    """Where the first clause of an item ends, if others follow it in the same sentence."""
    if not more:
        return stop
    left = text[: more[0].at]
    match = _INTRODUCED.search(left)
    if match:
        return match.start()
    for match in re.finditer(r"; ?|, (?:and|but) |,? and (?=(?:should|shall|must|may)\b)|, ", left):  # noqa: B007
        pass
    return match.start() if match else more[0].at


_INTRODUCED = re.compile(
    r"; (?:and |but )?(?:[Ii]n|[Ww]here|[Ww]hen|[Ii]f|[Ff]or|[Aa]t|[Aa]fter|[Bb]efore|[Dd]uring|henceforth|"
    r"thereafter|however)\b[^;,]{0,80}, [^;,]+\Z"
)
"""Between two sentences of an item: words that open the second before its subject."""
_ITEM_LEAD = re.compile(
    r"\W*(?:(?:and|or) )?(?:[Tt]o |[Tt]hat |[Ss]hall |[Ss]hould |[Mm]ust )?(?P<adverb>(?:promptly|urgently|"
    r"further|also) )?(?P<consider>[Cc]onsider(?:ing)? (?:also )?)?"
)


_MODALS = frozenset(
    {"should", "should consider", "shall", "resolves", "commits", "will", "it is recommended"}
)
"""Under these an item "Consider ..." asks for consideration; an operative verb keeps its own force."""


def item_draft(text: str, begin: int, stop: int, chapeau: Draft) -> Draft:
    """The clause of an item, with the verb, force and bearers of its chapeau."""
    lead = _ITEM_LEAD.match(text, begin, stop)
    start = lead.end() if lead else begin
    considers = bool(lead and lead["consider"])
    frame = chapeau.frame
    if considers and chapeau.verb not in _MODALS and lead:
        start = lead.start("consider")
    elif considers:
        frame = {
            Frame.SHOULD: Frame.SHOULD_CONSIDER,
            Frame.SHALL: Frame.SHALL_CONSIDER,
            Frame.PLEDGE: Frame.PLEDGE_CONSIDER,
        }.get(frame, frame)
        if frame is chapeau.frame and lead:
            start = lead.start("consider")
    verb = frame.value if frame is not chapeau.frame and frame is not Frame.PLEDGE_CONSIDER else chapeau.verb
    end = len(text[:stop].rstrip(" ;,.:"))
    end = trim(text, start, end) if end > start else end
    return without_remark(
        text, replace(chapeau, verb=verb, frame=frame, at=begin, start=min(start, end), end=end)
    )


def asks_each(text: str, items: Sequence[str]) -> str:
    """The verb of asking with which a chapeau ends, where each item names who is asked; else empty.

    Args:
        text: the words before the list, such as "Notes the count, and requests:".
        items: the words of each item, such as "the Panel to dry seed".
    """
    if _NEED_LAST.search(text) and any(map(_SOMEBODY_TO.match, items)):
        return "There is a need for "
    match = _LAST_VERB.search(text)
    verb = lexicon().thirds.get(match["verb"].lower()) if match else None
    if match is None or verb is None or verb.family is not Family.DIRECTIVE:
        return ""
    return f"{match['verb'].capitalize()} " if all(map(_SOMEBODY_TO.match, items)) else ""


_LAST_VERB = re.compile(r"(?:\A|[,;] (?:and )?|\band )(?:also |further )?(?P<verb>[A-Za-z]+):?\s*\Z")
_NEED_LAST = re.compile(r"\b[Tt]here is (?:also |therefore )?an? (?:[a-z]+ ){0,2}need(?: for)?\W*\Z")
_SOMEBODY_TO = re.compile(r"\W*(?:(?:and|or) )?(?:[Ff]or )?(?:the |all |[A-Z])[^;:]{2,120}? to [a-z]")


def wants_reports(text: str) -> bool:
    """Whether a chapeau requests reports that its items name, each for itself or with who is to write it.

    >>> wants_reports("Requests the following reports to the Council:"), wants_reports("(b) from the Keeper:")
    (True, True)
    """
    return _REPORTS.search(text) is not None or _FROM_ALONE.fullmatch(text) is not None


_REPORTS = re.compile(
    r"\b[Rr]equests the following (?:[a-z]+ ){0,2}(?:reports|updates|briefings)\b[^:;.]{0,120}:\s*\Z"
)
_FROM_ALONE = re.compile(r"\W*(?:[a-z]+\) )?from [^:;,.]{3,120}:\s*")


def reporter(text: str, chapeau: Draft, actors: Actors) -> Draft | None:
    """The clause of an item that names who is to report: "(b) from the Keeper, an update on seed".

    Args:
        text: the words of the item.
        chapeau: the clause that requests the reports.
        actors: the addressees of the kind of document.
    """
    source = _FROM.match(text) if chapeau.frame is Frame.NOUN else None
    found = list(actors.find(text, source.end())) if source else []
    if source is None or not found or found[0].start - source.end() > 12:
        return None
    whom = together(text, found)
    end = len(text.rstrip(" ;,.:"))
    report = _REPORT.search(text, whom[-1].end)
    start = report.start() if report else end
    return replace(chapeau, at=source.start(), start=start, end=trim(text, start, end), bearers=join(whom))


_FROM = re.compile(r"\W*(?:and )?from (?:the )?")
_REPORT = re.compile(
    r"(?<=[ ,])(?:an? |the |regular |further |monthly )?(?:[a-z-]+ ){0,2}?"
    r"(?:reports?|updates?|briefings?|assessments?)\b"
    r"(?! (?:referred|requested))"
)


def open_statement(text: str, head: Draft | None) -> str:
    """The words "Decides that " where a chapeau ends so, without a subject; else empty."""
    if head is None or head.frame.asks:
        return ""
    if determines_each(text, head):
        return "Determines that "
    words = text[head.at :].rstrip(" :,") + " "
    return words[:1].upper() + words[1:] if words.endswith(" that ") else ""


def determines_each(text: str, head: Draft) -> bool:
    """Whether a chapeau determines what each of its items tells in a sentence of its own."""
    return head.verb == "determines" and _COMPRISES.search(text, head.at) is not None


def decides_each(text: str, head: Draft, items: Sequence[str]) -> bool:
    """Whether a decision "as follows" goes on in items that each say what shall be."""
    own_act = head.frame is Frame.OWN and _AS_FOLLOWS.search(text, head.at) is not None
    return own_act and all(_SHALL.search(item) for item in items)


_AS_FOLLOWS = re.compile(r"\bas follows\W*\Z")
_SHALL = re.compile(r"\bshall\b")
_COMPRISES = re.compile(
    r"\bthat [^;.]{3,160} (?:will|shall) (?:encompass|include|comprise|consist of|be) "
    r"(?:the following|as follows)(?: [a-z]+)?:\s*\Z"
)
"""The end of a chapeau that determines what holds, each item in words of its own."""
_THAT_ITEM = re.compile(r"\W*[Tt]hat (?=\w)")


def decided_that(item: str, head: Draft | None) -> str:
    """The words "Decides " for an item that goes on from them: "(b) that all States shall dry seed"."""
    decides = head is not None and head.verb in {"decides", "agrees", "resolves"} and not head.frame.asks
    return "Decides " if decides and _THAT_ITEM.match(item) else ""


_FOLLOWING = re.compile(r"\bthe following\b")


def listing(text: str, drafts: list[Draft]) -> int:
    """Which of the clauses before a list the list belongs to: the last, unless an earlier one announces it.

    Args:
        text: the words before the list.
        drafts: the clauses in them.
    """
    last = len(drafts) - 1
    if not drafts[last].frame.asks or _FOLLOWING.search(text, drafts[last].start):
        return last
    places = [p for p in range(last) if _FOLLOWING.search(text, drafts[p].start, drafts[p].end)]
    return places[-1] if places else last


def aims(text: str, draft: Draft) -> bool:
    """Whether a list says what an act is for: "to hold a fair, in the barn, to: (a) show seed"."""
    together = _WORK_TOGETHER.match(text, draft.start, draft.end)
    return (
        draft.frame is Frame.TO
        and together is None
        and _FOR_AIMS.search(text, draft.start, draft.end + 6) is not None
    )


def already_said(text: str, draft: Draft) -> bool:
    """Whether a clause in the passive says all before its list: "shall be carried out by X in the barns:"."""
    return _SAID_BY.match(text, draft.start, draft.end) is not None and _LEFT_OPEN.search(text) is None


_LEFT_OPEN = re.compile(
    r"\b(?:to|that|by|including|following|follows|namely|of|for|on|in|with|through|tasks|measures)\W*\Z"
)
_SAID_BY = re.compile(r"be (?:[a-z]+ly )?[a-z]+(?:ed|en|ne)(?: out)? by [^;:]{12,}")
_FOR_AIMS = re.compile(r"[a-z]{3,} [^;:]{12,}, to:?\s*\Z")
_WORK_TOGETHER = re.compile(
    r"(?:(?:continue|deepen|enhance|increase|intensify|strengthen)(?: to)?) (?:[a-z]+ ){0,3}"
    r"(?:co-?operation|co-?ordination|collaboration|dialogue|efforts|work)\b"
)
"""What those who are asked do with each other: a list behind it says what each is to do."""
REMARK_ITEM = re.compile(
    r"\W*(?:also |further )?(?:[Rr]ecalling|[Nn]oting|[Rr]ecogni[sz]ing|[Tt]aking note|[Bb]earing in mind|"
    r"[Rr]eaffirming|[Ee]mphasi[sz]ing|[Ss]tressing|[Uu]nderlining|[Ww]elcoming)\b[^.]*: *\Z"
)
"""An item that only remarks before a list: what it lists goes on from the chapeau of the item."""
_LINK = re.compile(
    r"(?:[,;]? (?:and,? )?|^)"
    r"(?:in (?:this|that) (?:regard|context|connection)|to (?:this|that) end|therefore)"
    r"(?:,? the (?:Council|Assembly))?\Z"
)


def without_link(text: str, draft: Draft) -> Draft:
    """A clause without the words that lead on from it to a list: ", and in that regard"."""
    link = _LINK.search(text, draft.start, draft.end)
    return replace(draft, end=link.start()) if link else draft


_SMALL_WORD = re.compile(r"(?:The|All|Any|Each|Every|No|In|For|With|Such|These|This|To)\b")


def lower_first(text: str) -> str:
    """The text with its first letter small, as it stands within a sentence; names keep theirs."""
    return text[:1].lower() + text[1:] if _SMALL_WORD.match(text) else text


_FURTHER_SENTENCE = re.compile(r"[;.]\s")


def reaches(text: str, draft: Draft) -> bool:
    """Whether a clause runs to the end of the chapeau."""
    return not _FURTHER_SENTENCE.search(text[draft.end :])
