"""Stretches longer than any word, gap or sentence: no text, and taken out before anything reads it.

What comes after reads a sentence, or the blanks between two words, more than once: these bounds keep its
time within the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from obligraph.extract.mending.debris import UNREADABLE, shortened
from obligraph.extract.mending.mended import Edit, FaultKind, Mended, TextFault, apply

LONGEST_WORD = 400
"""Characters without a blank between them; no document that we know has more than 150."""

LONGEST_GAP = 400
"""Blanks and line ends beside each other; no document that we know has more than 100."""

LONGEST_SENTENCE = 40_000
"""Characters from one `.`, `;`, `:`, `?`, `!` or blank line to the next; the longest known, a preamble
whose lines a copy has joined, has 17,600."""

_TOO_LONG = min(LONGEST_WORD, LONGEST_GAP) + 1
_RUN = re.compile(rf"(?<!\S)\S{{{_TOO_LONG},}}+|(?<!\s)\s{{{_TOO_LONG},}}+")
_LONG_GAP = re.compile(rf"\s\s{{{LONGEST_GAP}}}")
_SENTENCE = re.compile(r"(?:[^.;:?!\n]++|\n(?![ \t\r\f]*\n))++")

Found = tuple[Edit, TextFault | None]


def without_overlong(text: str) -> Mended:
    r"""A text whose overlong stretches are one U+FFFD each, and its overlong gaps one blank line.

    >>> without_overlong("Urges " + "a" * 500 + " States").text
    'Urges \ufffd States'
    >>> without_overlong("Urges States").steps
    ()
    """
    found = _made(text, _runs(text))
    return found.then(_made(found.text, _sentences(found.text)))


def _made(text: str, found: Iterator[Found]) -> Mended:
    made = list(found)
    return (
        apply(text, [edit for edit, _ in made], [fault for _, fault in made if fault])
        if made
        else Mended(text)
    )


def _runs(text: str) -> Iterator[Found]:
    """The words and gaps that are too long; of a gap nothing is lost."""
    if max(map(len, text.split()), default=0) < _TOO_LONG and not _LONG_GAP.search(text):
        return
    for run in _RUN.finditer(text):
        if not run[0].isspace():
            yield _unreadable(text, run.start(), run.end())
        else:
            yield Edit(run.start(), run.end(), "\n\n" if "\n" in run[0] else " "), None


def _sentences(text: str) -> Iterator[Found]:
    """The sentences that are too long, without the blanks at their ends."""
    if len(text) <= LONGEST_SENTENCE:
        return
    for run in _SENTENCE.finditer(text):
        words = run[0].strip()
        if len(words) > LONGEST_SENTENCE:
            start = run.start() + run[0].index(words[0])
            yield _unreadable(text, start, start + len(words))


def _unreadable(text: str, start: int, end: int) -> Found:
    fault = TextFault(start, end, FaultKind.OVERLONG, shortened(text[start:end]))
    return Edit(start, end, UNREADABLE), fault
