"""Figures glued to words: footnote marks, years that ran into the text, numbers without their blank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from obligraph.extract.mending.lexicon import Lexicon
from obligraph.extract.mending.mended import Edit, FaultKind, TextFault

SIGN = re.compile(
    r"[\d)¹²³⁰⁴-⁹](?:(?<=[a-z]\d)|(?<=\d)(?:[a-z#]|\)[A-Za-z\d]|,\))|(?<=\)) he |(?<=[a-z,;.)”’][¹²³⁰⁴-⁹]))"
)
"""What every glued figure holds; quick to look for."""

GLUED = re.compile(
    r"\((?:19|20)\d\d\)(?P<after>[A-Za-z]+)"  # (2014)he
    r"|\((?:19|20)\d\d\) (?P<he>he) "  # (2017) he Council: a letter lost
    r"|\(\d{1,4}(?!(?:st|nd|rd|th)\b)[a-z#]{2,}\)?[a-z]*"  # (20an)d
    r"|\((?:19|20)\d\d\)\d{3,4}\b"  # (2001)624
    r"|\((?:19|20)\d\d,\)\w*"  # (2017,)para
    r"|(?<![\w.])(?![\da-f]+\b)\d+[a-z]{2,}\d+[a-z]{3,}"  # 6to8consider
    r"|\b(?P<noun>[Rr]esolutions?|[Pp]aragraphs?|[Aa]rticles?|[Aa]nnex|[Pp]rinciples?|"
    r"[Cc]hapter)(?P<number>\d+)\b"
    r"|(?<=[a-z,;.)”’])(?P<raised>[¹²³⁰⁴-⁹]+)"
    r"|(?<![\w.])(?P<word>[a-z]{4,})(?P<mark>[1-9]\d?)(?![\w.-]\w|\w)"
)
BEFORE_NUMBERS = frozenset(
    re.findall(
        r"\w+",
        "about above after approximately around before below between during every exactly from last least "
        "more most nearly next over para paras past rule section since than these those through under until "
        "upto with within without only some the their",
    )
)
"""Words that a number follows; figures glued to another word are a footnote's mark."""

MONTH = re.compile(
    r" (?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|per cent|days|months|years)"
)


def glued_faults(text: str, lexicon: Lexicon) -> Iterator[tuple[Edit | None, TextFault]]:
    """What is certain is parted (`Resolution2396`) or taken out (a footnote's mark); the rest is marked."""
    for match in _matches(text):
        start, end = match.span()
        if match["number"]:
            at = match.start("number")
            parted = f"{match['noun']} {match['number']}"
            yield Edit(at, at, " "), TextFault(start, end, FaultKind.BLANK, match[0], parted)
        elif match["raised"]:
            yield _mark(text, *match.span("raised"))
        elif match["word"]:
            yield from _after_word(text, match, lexicon)
        elif match["after"] and len(match["after"]) > 2 and lexicon.is_solid(match["after"]):
            at = match.start("after")
            parted = f"{text[start:at]} {match['after']}"
            yield Edit(at, at, " "), TextFault(start, end, FaultKind.BLANK, match[0], parted)
        else:
            yield None, TextFault(start, end, FaultKind.GLUED, match[0])


def _after_word(text: str, match: re.Match[str], lexicon: Lexicon) -> Iterator[tuple[Edit, TextFault]]:
    """Figures glued to a word: a number whose blank is lost, or a footnote's mark."""
    start, end = match.span("mark")
    if match["word"] in BEFORE_NUMBERS or MONTH.match(text, end):
        parted = f"{match['word']} {match['mark']}"
        yield Edit(start, start, " "), TextFault(match.start(), end, FaultKind.BLANK, match[0], parted)
    elif lexicon.is_solid(match["word"]):
        yield _mark(text, start, end)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The glued figures, looked for only in lines that show a sign of one."""
    done = 0
    for sign in SIGN.finditer(text):
        if sign.start() >= done:
            begun = text.rfind("\n", 0, sign.start()) + 1
            done = text.find("\n", sign.end())
            done = done if done >= 0 else len(text)
            yield from GLUED.finditer(text, begun, done)


def _mark(text: str, start: int, end: int) -> tuple[Edit, TextFault]:
    return Edit(start, end, ""), TextFault(start, end, FaultKind.FOOTNOTE_MARK, text[start:end])
