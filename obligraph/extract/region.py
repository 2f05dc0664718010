"""The words that one operative verb governs, and what all readings of them share."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from obligraph.extract.draft import Bearers, Draft, Frame
from obligraph.extract.lexicon import Verb


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


def draft_of(region: Region, acts_as: str, frame: Frame) -> Draft:
    """A draft of all the words that a verb governs, to be narrowed."""
    return Draft(region.verb.name, acts_as, frame, region.at, region.start, region.end, words=region.words)


def needed(region: Region, start: int, bearers: Bearers, stated: str) -> Draft:
    """What a verb states as needed of somebody, from where the act begins.

    Args:
        region: the verb and its words.
        start: where the act begins.
        bearers: who is to act.
        stated: the words of need, such as "importance of".
    """
    need = draft_of(region, region.verb.name, Frame.NEED)
    return replace(need, start=start, bearers=bearers, words=f"{region.words} ... {stated}")


_LEAD = re.compile(r"[ ,]*(?:that )?")


_OWN_WILL = re.compile(
    r"\s*(?:its|the) (?:[a-z]+ )?(?:intention|determination|readiness|resolve|intent|commitment)\b"
)


def nothing_asked(text: str, region: Region) -> Draft:
    """A clause that asks nothing, from after the verb."""
    lead = _LEAD.match(text, region.start, region.end)
    own = _OWN_WILL.match(text[region.start : region.end])
    base = replace(
        draft_of(region, region.verb.name, Frame.OWN if own else Frame.NONE),
        start=lead.end() if lead else region.start,
    )
    return replace(base, bearers=Bearers(("council",))) if own else base


def resolve(bearers: Bearers, last: Bearers) -> Bearers:
    """The bearers with "it" and "the Chair" replaced by those named just before."""
    if "same" not in bearers.ids:
        return bearers
    others = tuple(i for i in bearers.ids if i != "same")
    first = last.ids if bearers.ids[0] == "same" or not others else ()
    ids = (*first, *(i for i in others if i not in first)) or ("other",)
    return Bearers(ids, bearers.organ or last.organ, bearers.state or last.state, implied=not last.ids)


_STOPS = " \t\n;,.:"
_CONNECTING = ("and", "but", "or", "while")


def trim(text: str, start: int, end: int) -> int:
    """The end of a clause without the connecting words and stops before the next one.

    >>> trim("dry seed, and ", 0, 14)
    8
    """
    while True:
        while end > start and (text[end - 1] in _STOPS or text.endswith((".”", ";”", '."'), start, end)):
            end -= 1
        word = next((w for w in _CONNECTING if text.endswith(" " + w, start, end)), None)
        if word is None:
            return end
        end -= len(word)


REMARK = re.compile(
    r"[,;] (?:and |also |further |while |particularly (?=noting)|especially (?=noting))*"
    r"(?:recalling|noting|recogni[sz]ing|acknowledging|reaffirming|welcoming|emphasi[sz]ing|stressing|"
    r"underlining|underscoring|expressing|commending|reiterating|taking note|"
    r"thereby (?:contributing|enabling|allowing|reducing|ensuring|facilitating|strengthening))\b|"
    r" and (?:underlining|stressing|emphasi[sz]ing|reaffirming|recogni[sz]ing) "
    r"(?=that |the (?:need|importance|efforts|role|work) )|"
    r", while (?:also |further )?(?:encouraging|urging|inviting|calling)\b"
)
"""What closes a clause and asks nothing: ", recognizing that ..."."""
