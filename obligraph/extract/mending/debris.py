"""Runs of PDF debris: drawing operators and kerning numbers that stand where text should be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from obligraph.extract.mending.lexicon import WORD, Lexicon
from obligraph.extract.mending.mended import Edit, FaultKind, TextFault

UNREADABLE = "\ufffd"
"""What stands in the mended text for a run of debris."""

KERNING = re.compile(r"\)-{0,2}\d*\.[\da-z]")
"""A shown letter with its kerning, as in `(i)0.5`: no debris is without."""

SIGN = re.compile(
    rf"(?=[-)(/\dTs])(?:{KERNING.pattern}"
    r"|\([a-z]\)\d[a-z]"
    r"|(?<=[a-z])-?\d+\.\d+[a-z]"  # a number inside a word
    r"|(?<![\w])(?:sc|s )?T[JjcdwDfm](?!\w)"  # operators of text
    r"|/GS\d)"
)
LEAST_SIGNS = 3
FURTHEST = 40
"""Most characters between two signs of one run."""

REACH = 400
"""Characters on either side of a run that may belong to it."""

LONGEST_SHOWN = 40
PLAIN_NUMBER = re.compile(r"\(?\d[\d,/]*\)?[.,;:]?")
_TOKEN = re.compile(r"\S+")


def debris_spans(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The runs of debris, ascending: signs close together, grown over the broken words beside them."""
    done = 0
    if not any(_shows_debris(text, kerning.start()) for kerning in KERNING.finditer(text)):
        return
    for signs in _runs(text):
        if len(signs) >= LEAST_SIGNS and signs[-1][1] > done:
            start, end = _grown(text, max(signs[0][0], done), signs[-1][1], lexicon)
            yield max(start, done), end
            done = end


def _shows_debris(text: str, place: int) -> bool:
    """Whether a sign of debris at a place is not alone in its line: one alone is a slip or an address."""
    begun = text.rfind("\n", max(0, place - REACH), place) + 1 or max(0, place - REACH)
    stop = text.find("\n", place, place + REACH)
    stop = stop if stop >= 0 else min(len(text), place + REACH)
    return sum(1 for _ in SIGN.finditer(text, begun, stop)) >= LEAST_SIGNS


def _runs(text: str) -> Iterator[list[tuple[int, int]]]:
    """The signs of debris, those of one line that stand close together in one list."""
    run: list[tuple[int, int]] = []
    for match in SIGN.finditer(text):
        if run and (match.start() - run[-1][1] > FURTHEST or "\n" in text[run[-1][1] : match.start()]):
            yield run
            run = []
        run.append(match.span())
    yield run


def _grown(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """A run grown to whole words, then over neighbours in its line that are no words."""
    line_start = text.rfind("\n", max(0, start - REACH), start) + 1 or max(0, start - REACH)
    line_end = text.find("\n", end, end + REACH)
    stop = line_end if line_end >= 0 else min(len(text), end + REACH)
    tokens = [m.span() for m in _TOKEN.finditer(text, line_start, stop)]
    for first, last in reversed(tokens):
        if first < start and (last > start or _is_debris(text[first:last], lexicon)):
            start = first
        elif first < start:
            break
    for first, last in tokens:
        if last > end and (first < end or _is_debris(text[first:last], lexicon)):
            end = last
        elif last > end:
            break
    return start, end


def _is_debris(token: str, lexicon: Lexicon) -> bool:
    """Whether a word beside debris belongs to it: not one solid word in it, and no plain number."""
    if PLAIN_NUMBER.fullmatch(token):
        return False
    words = WORD.findall(token)
    if not words or (len(token) < 7 and token.count("(") != token.count(")")):
        return True
    return not all(lexicon.is_solid(w) for w in words) or any(c.isdigit() for c in token)


def debris_faults(text: str, lexicon: Lexicon) -> Iterator[tuple[Edit, TextFault]]:
    """Each run of debris becomes one U+FFFD in the mended text."""
    for start, end in debris_spans(text, lexicon):
        fault = TextFault(start, end, FaultKind.DEBRIS, shortened(text[start:end]))
        yield Edit(start, end, UNREADABLE), fault


def shortened(text: str) -> str:
    """A long stretch with its middle left out.

    >>> shortened("a" * 50)
    'aaaaaaaaaaaaaaaaaaaa ... aaaaaaaaaaaaaaa'
    """
    return text if len(text) <= LONGEST_SHOWN else f"{text[:20]} ... {text[-15:]}"
