"""A stretch of mended text made flat: single blanks, no line ends, no page furniture, and the way back."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_RUNS = re.compile(r"\s{2,}|[^\S ]")
_DIRT = re.compile(r"\s*(?:[~|_=*•·][~|_=*•·\s—–-]*(?=\S))?")
"""Blanks and the specks of a scan before the first word."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Flat text cut from a mended text, which the grammar reads.

    Attributes:
        text: the words with one blank between them.
        offsets: flat offsets from which a new shift holds, ascending, the first 0.
        shifts: what to add to a flat offset from there on to come to the mended text.
    """

    text: str
    offsets: tuple[int, ...]
    shifts: tuple[int, ...]

    def start(self, place: int) -> int:
        """The offset in the mended text of a character of the flat text."""
        return place + self.shifts[bisect_right(self.offsets, place) - 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets [start, end) in the mended text of a span of the flat text."""
        if end <= start:
            return self.start(start), self.start(start)
        return self.start(start), self.start(end - 1) + 1


def passage(text: str, start: int, end: int) -> Passage:
    r"""The flat passage of a stretch of mended text, without blanks at its ends.

    >>> flat = passage("Urges  all\nStates", 0, 17)
    >>> flat.text, flat.span(6, 9)
    ('Urges all States', (7, 10))
    """
    raw = text[start:end].rstrip()
    lead = _DIRT.match(raw)
    start += lead.end() if lead else 0
    raw = raw[lead.end() :] if lead else raw
    if "\n" not in raw and "  " not in raw and "\t" not in raw and raw.isprintable():
        return Passage(raw, (0,), (start,))
    pieces: list[str] = []
    offsets, shifts = [0], [start]
    done = length = 0
    for run in _RUNS.finditer(raw):
        pieces += (raw[done : run.start()], " ")
        length += run.start() - done + 1
        done = run.end()
        offsets.append(length)
        shifts.append(start + done - length)
    pieces.append(raw[done:])
    return Passage("".join(pieces), tuple(offsets), tuple(shifts))
