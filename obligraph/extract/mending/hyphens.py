"""Hyphens out of place: `policy -makers`, `their-bor ders`, and words divided at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from obligraph.extract.mending.lexicon import WORD, Lexicon
from obligraph.extract.mending.mended import Edit, FaultKind, TextFault

LOOSE = re.compile(r"-(?:[ ]?\n[ ]*|(?<= -))(?=[A-Za-z])")
"""A hyphen with a line end behind it or a blank before it; the blank before it belongs to it."""
LONGEST_WORD = 40
AFTER_DASH = frozenset(
    ["and", "but", "for", "from", "including", "nor", "such", "that", "the", "this", "which", "with"]
)
STEM = 3
"""Letters that two second parts must share to be of one kin (`policy-making`, `policy-makers`)."""


def hyphen_faults(text: str, lexicon: Lexicon) -> Iterator[tuple[Edit, TextFault]]:
    """The loose hyphens that the word list tells how to close: with the hyphen, or without."""
    for match in LOOSE.finditer(text):
        start = match.start() - text.startswith(" ", max(match.start() - 1, 0))
        first = word_before(text, start)
        second = WORD.match(text, match.end())
        if first and second:
            new = _closed(first, second[0], lexicon)
            if new is None and "\n" in match[0] and _compound(first, second[0], lexicon):
                new = "-"
            if new is not None:
                edit = Edit(start, match.end(), new)
                whole = text[start - len(first) : second.end()]
                fault = TextFault(edit.start, edit.end, FaultKind.HYPHEN, whole, first + new + second[0])
                yield edit, fault


def _closed(first: str, second: str, lexicon: Lexicon) -> str | None:
    """`-` where the two are a compound, nothing where they are one word, None where neither is known."""
    a, b = Lexicon.plain(first), Lexicon.plain(second)
    if f"{a}-{b}" in lexicon.compounds:
        return "-"
    if a + b in lexicon.counts:
        return ""
    if a in lexicon.hyphen_firsts or b in lexicon.hyphen_seconds:
        return "-"
    kin = f"{a}-{b[:STEM]}"
    return "-" if len(b) > STEM and any(c.startswith(kin) for c in lexicon.compounds) else None


def _compound(first: str, second: str, lexicon: Lexicon) -> bool:
    """Whether a hyphen at the end of a line belongs to a compound: it stands between two whole words.

    A dash stands there too, but before a word that joins two clauses.
    """
    if min(len(first), len(second)) < 3 or second.lower() in AFTER_DASH:
        return False
    return lexicon.is_solid(first) and lexicon.is_solid(second)


def word_before(text: str, end: int) -> str:
    """The word that ends at a place, or nothing."""
    start = end
    while start > 0 and end - start < LONGEST_WORD and text[start - 1].isalpha():
        start -= 1
    return text[start:end] if WORD.fullmatch(text, start, end) else ""


def displaced_hyphen(text: str, start: int, word: str, lexicon: Lexicon) -> tuple[Edit, TextFault] | None:
    """The hyphen of a mended word's line break, where it slid to a blank before it (`their-bor ders`)."""
    second = word
    if text[start - 1 : start] == " ":
        second = word_before(text, start - 1)
        start -= 1 + len(second)
    if not second or text[start - 1 : start] != "-":
        return None
    first = word_before(text, start - 1)
    if not lexicon.is_solid(first) or f"{first}-{second}".lower() in lexicon.compounds:
        return None
    return Edit(start - 1, start, " "), TextFault(
        start - 1, start, FaultKind.HYPHEN, f"{first}-", f"{first} "
    )
