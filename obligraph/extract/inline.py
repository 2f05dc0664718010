"""Numbers, items and recitals that run on in one line, as in copies that lost their line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from obligraph.extract.lexicon import ADVERB, lexicon, lookup, pattern
from obligraph.extract.lists import base_verbs
from obligraph.extract.marks import SENT_BY
from obligraph.extract.numbering import Node, follows


@cache
def _opening() -> re.Pattern[str]:
    """What a numbered operative paragraph opens with: adverbs and an operative verb."""
    verbs = pattern(lexicon().thirds)
    return re.compile(rf"\s*(?=[A-Z])(?:(?i:{ADVERB}),? +)*+(?P<verb>(?i:{verbs}))\b")


def opens_operative(words: str, *, noun: bool = True) -> bool:
    """Whether words open as an operative paragraph does.

    Args:
        words: the first words of a paragraph or item.
        noun: whether a verb whose form is also a noun counts whatever follows it.

    >>> opens_operative("Once again urges all States"), opens_operative("The list of States")
    (True, False)
    >>> opens_operative("Requests for seed", noun=False), opens_operative("Requests it to", noun=False)
    (False, True)
    """
    found = _opening().match(words)
    if found is None:
        return False
    thing = (SENT_BY if noun else _NOUN_GOES_ON).match(words, found.end())
    verb = lookup(found["verb"], lexicon().thirds) if thing else None
    return verb is None or not verb.noun


_NOUN_GOES_ON = re.compile(r"\W*\Z|[,;.]| (?:for|of|from|by|made|received|submitted|on|in|and|or|to)\b")
"""What follows a form such as "requests" where it is a noun."""


_NUMBER = re.compile(r"(?<=\s)(?P<number>\d{1,3})(?:\.\s+|(?<=[;.]\s\d\d)\s+|(?<=[;.]\s\d)\s+)(?=[A-Z])")
"""A number with its point, or without one behind the end of a paragraph."""


def split_numbers(text: str, start: int, end: int, number: int) -> Iterator[tuple[int, int, int]]:
    """The paragraphs in a stretch of text, the first of which bears `number`, as start, end and number.

    A number inside the text counts where it is the next one and an operative verb follows it.
    """
    expected, begin = number + 1, start
    for match in _NUMBER.finditer(text, start, end):
        if int(match["number"]) == expected and opens_operative(text[match.end() : match.end() + 90]):
            yield begin, _without_heading(text, begin, match.start()), expected - 1
            begin, expected = match.end(), expected + 1
    yield begin, end, expected - 1


def _without_heading(text: str, start: int, end: int) -> int:
    """The end of a paragraph, with a heading between it and the next number left out."""
    close = max(text.rfind(";", start, end), text.rfind(".", start, end))
    tail = text[close + 1 : end].strip() if close >= start else ""
    if tail and len(tail) < 150 and tail[0].isupper() and not tail.endswith((",", ";")):
        return close + 1
    return end


_RECITAL = re.compile(
    r"[,;]\s+(?=(?:[A-Z][a-z]+ing|Deeply|Gravely|Concerned|Alarmed|Convinced|Determined|Mindful|Aware)\s)"
)


def split_recitals(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The recitals in a stretch of preamble."""
    begin = start
    for match in _RECITAL.finditer(text, start, end):
        yield begin, match.start()
        begin = match.end()
    if text[begin:end].strip(" ,\n"):
        yield begin, end


_ITEM = re.compile(r"(?<=[\s:])\(([a-z]{1,2}|[ivx]{1,5})\)\s+(?=\S)")
_POINT_ITEM = re.compile(r"(?<=[\s:])([a-z]|[ivx]{2,4})\.\s+(?=[A-Za-z])")
_OPEN = re.compile(r"\b(?:to|shall|should|must)(?: also)?(?:,[^,;:]{1,80},)?\s*\Z")
"""Before an item without a colon: "States should (a) dry seed; and (b) count it"."""
_FIRST_WORD = re.compile(r"(?:[a-z]+ly )?([a-z]+)\b")


def split_items(text: str, node: Node) -> None:
    """Splits items that stand in the line of their chapeau: after a colon, in order from (a) or (i)."""
    for item in node.items:
        split_items(text, item)
    if node.items:
        return
    row = _row(text, node, _ITEM) or _row(text, node, _POINT_ITEM) or _bullets(text, node)
    if len(row) < 2:
        return
    ends = [mark.start() for mark in row[1:]] + [node.end]
    for mark, stop in zip(row, ends, strict=True):
        label = f"{node.label}({mark[1]})" if mark[1] else node.label
        node.items.append(node.item(label, mark.end(), stop))
    node.end = row[0].start()


def _row(text: str, node: Node, item: re.Pattern[str]) -> list[re.Match[str]]:
    """The letters of the items in the words of a provision, in their order; none where no list begins."""
    if text.find("(" if item is _ITEM else ":", node.start, node.end) < 0:
        return []
    marks = list(item.finditer(text, node.start, node.end))
    first = next((m for m in marks if m[1] in {"a", "i"} and _begins_list(text, node.start, m)), None)
    row = [first] if first else []
    for mark in marks:
        pointed = item is _ITEM or text[: mark.start()].rstrip().endswith((";", ".", ",", "and"))
        if row and pointed and mark.start() > row[-1].start() and follows(row[-1][1], mark[1]):
            row.append(mark)
    return row


def _bullets(text: str, node: Node) -> list[re.Match[str]]:
    """The dashes or dots of a list without letters, behind a colon; its items bear the number of all."""
    row = list(_BULLET.finditer(text, node.start, node.end))
    return row if row and text[node.start : row[0].start()].rstrip().endswith(":") else []


_BULLET = re.compile(r"(?:^[ \t]*|(?<=: ))[–—•●▪‣]()\s+(?=[“\"(]?[A-Za-z])", re.MULTILINE)


def _begins_list(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether a list begins at a letter: behind a colon, or behind "should" and before a verb."""
    if text[start : mark.start()].rstrip().endswith(":"):
        return True
    word = _FIRST_WORD.match(text, mark.end())
    return (
        word is not None and word[1] in base_verbs() and _OPEN.search(text, start, mark.start()) is not None
    )
