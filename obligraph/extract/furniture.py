"""Page furniture: symbol lines, job numbers and page numbers that interrupt a text, made blank.

Blanking keeps every character's place, so that no further map of offsets is needed.
"""

from __future__ import annotations

import re

from obligraph.extract.blocks import MARKER

_SYMBOL = r"[SAE]/(?:[A-Z]+[./])*(?:RES/|PRST/)?[0-9S][0-9A-Z./-]{0,24}(?:[ ]?\([0-9]{4}\))?"
_JOB = r"[0-9]{2}[ ]?-[ ]?[0-9]{5}(?:[ ]?\([A-Z]\))?"
_PAGE = r"[0-9]{1,3}[ ]?/[ ]?[0-9]{1,3}"

LINE = re.compile(
    rf"^[ \t]*+(?:{_SYMBOL}|{_JOB}(?:[ ]+{_PAGE})?|{_PAGE}(?:[ ]+{_JOB})?|[Pp]age[ ]+[0-9]{{1,3}}|"
    rf"[0-9]{{1,3}}"
    r"|-[ ]?[0-9]{1,3}[ ]?-|/\.\.\.|\*[0-9]{5,8}\*|\f)[ \t\r]*$",
    re.MULTILINE,
)
"""A line that holds nothing but a document symbol, a job number or a page number."""

INLINE = re.compile(
    rf"(?=[SAE\d])(?:(?<=\s){_SYMBOL}[ ]+(?:{_JOB}[ ]+{_PAGE}|{_PAGE}[ ]+{_JOB})(?=\s)|"
    rf"(?<=\s){_JOB}[ ]+{_PAGE}(?=\s))"
)
"""The same furniture where a copy has lost its line ends."""
_JOB_SIGN = re.compile(r"-[ ]?[0-9]{5}")
"""What every job number holds; quick to look for."""


def blank_furniture(text: str) -> str:
    r"""The text with page furniture replaced by as many blanks.

    Where furniture interrupts a sentence its line ends become blanks too, so that the sentence runs on.

    >>> blank_furniture("reasonable\nS/RES/2396 (2017)\n17-23112 6 /13\ngrounds").split()
    ['reasonable', 'grounds']
    """
    pieces: list[str] = []
    done = 0
    for found in _runs(text):
        start, end = found
        if start < done:
            continue
        if _interrupts(text, start, end, done):
            start, end = _with_line_ends(text, start, end, done)
            pieces += (text[done:start], " " * (end - start))
        else:
            pieces += (text[done:start], re.sub(r"[^\n]", " ", text[start:end]))
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


def _interrupts(text: str, start: int, end: int, least: int) -> bool:
    """Whether furniture stands inside a sentence: no stop before it, and no number or letter after it."""
    before = text[max(least, start - 40) : start].rstrip()
    after = start_of_words(text, end)
    return bool(before) and before[-1] not in ".;:" and not MARKER.match(text, after)


def start_of_words(text: str, place: int) -> int:
    """The offset of the next character that is no blank."""
    match = _BLANKS.match(text, place)
    return match.end() if match else place


_BLANKS = re.compile(r"\s*+")


def _runs(text: str) -> list[tuple[int, int]]:
    """The spans of furniture, those on lines that follow one another joined."""
    runs: list[tuple[int, int]] = []
    inline = INLINE.finditer(text) if _JOB_SIGN.search(text) else ()
    for match in sorted([*LINE.finditer(text), *inline], key=lambda m: m.start()):
        if runs and not text[runs[-1][1] : match.start()].strip():
            runs[-1] = (runs[-1][0], max(runs[-1][1], match.end()))
        else:
            runs.append(match.span())
    return runs


def _with_line_ends(text: str, start: int, end: int, least: int) -> tuple[int, int]:
    """The span widened over the blanks and line ends round it."""
    while start > least and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    return start, end
