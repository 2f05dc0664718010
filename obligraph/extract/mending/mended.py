"""Mended text and the map back to the text as read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class FaultKind(StrEnum):
    """What is wrong at a place of a text."""

    LIGATURE = "ligature"
    BROKEN_WORD = "broken word"
    HYPHEN = "hyphen"
    HOMOGLYPH = "homoglyph"
    FOOTNOTE_MARK = "footnote mark"
    GLUED = "glued"
    DOUBTFUL = "doubtful word"
    DEBRIS = "debris"
    CUT_OFF = "cut off"
    EMPTY = "empty"

    @property
    def damages(self) -> bool:
        """Whether the words there are uncertain or lost; the others are mended for certain.

        >>> FaultKind.DEBRIS.damages, FaultKind.HYPHEN.damages
        (True, False)
        """
        return self in _DAMAGING


_DAMAGING = frozenset(
    {FaultKind.GLUED, FaultKind.DOUBTFUL, FaultKind.DEBRIS, FaultKind.CUT_OFF, FaultKind.EMPTY}
)


@dataclass(frozen=True, slots=True, order=True)
class TextFault:
    """One faulty place of a text.

    Attributes:
        start: offset of its first character in the text as read.
        end: offset after its last character; equal to `start` where something is missing.
        kind: what is wrong.
        read: the characters as read (a long run is shortened in the middle).
        mended: what stands in the mended text, or the words that may be meant where it is left alone.
    """

    start: int
    end: int
    kind: FaultKind
    read: str
    mended: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A replacement: the characters [start, end) of the text as read become `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Mended:
    """A mended text with the way back to the text as read.

    Attributes:
        text: the mended text. A run of debris stands in it as one U+FFFD.
        faults: all that was mended, left doubtful, lost or unreadable, ascending; blanks are not listed.
    """

    text: str
    faults: tuple[TextFault, ...] = ()
    _read_starts: tuple[int, ...] = field(default=(), repr=False)
    _read_ends: tuple[int, ...] = field(default=(), repr=False)
    _starts: tuple[int, ...] = field(default=(), repr=False)
    _ends: tuple[int, ...] = field(default=(), repr=False)
    _damage: tuple[tuple[int, int], ...] = field(default=(), repr=False)

    def as_read(self, start: int, end: int) -> tuple[int, int]:
        r"""The offsets in the text as read of a span of the mended text.

        The span is exact where its text was not touched, and else the smallest that holds the source of all
        its characters. It is monotone: a span within another maps within the other's map.

        >>> from obligraph.extract.mending import mend
        >>> mended = mend("an ef\xadfective law")
        >>> mended.text, mended.as_read(3, 12)
        ('an effective law', (3, 13))
        """
        first = self._back(start, first=True)
        return first, max(first, self._back(end, first=False))

    def _back(self, place: int, *, first: bool) -> int:
        """The offset as read of a start (`first`) or of an end."""
        if first:
            at = bisect_right(self._starts, place) - 1
            if at >= 0 and place < self._ends[at]:
                return self._read_starts[at]
        else:
            at = bisect_left(self._starts, place) - 1
            if at >= 0 and place <= self._ends[at] and self._starts[at] < self._ends[at]:
                return self._read_ends[at]
        return place + (self._read_ends[at] - self._ends[at] if at >= 0 else 0)

    def from_read(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the mended text of a span of the text as read, for hints of the format."""
        return self._forth(start, self._starts), self._forth(end, self._ends)

    def _forth(self, place: int, inside: Sequence[int]) -> int:
        at = bisect_right(self._read_starts, place) - 1
        if at < 0:
            return place
        if place < self._read_ends[at]:
            return self._starts[at] if place == self._read_starts[at] else inside[at]
        return place + self._ends[at] - self._read_ends[at]

    def damaged(self, start: int, end: int) -> bool:
        """Whether a span of the mended text touches words that are uncertain, lost or unreadable."""
        first, last = self.as_read(start, end)
        at = bisect_right(self._damage, (last, -1))
        return at > 0 and self._damage[at - 1][1] > first

    def faults_in(self, start: int, end: int) -> tuple[TextFault, ...]:
        """The faults that touch a span of the mended text."""
        first, last = self.as_read(start, end)
        return tuple(f for f in self.faults if f.start <= last and f.end >= first)


def apply(text: str, edits: Iterable[Edit], faults: Iterable[TextFault]) -> Mended:
    """The mended text: `edits` made (they must not overlap), `faults` noted."""
    pieces: list[str] = []
    made = sorted(edits)
    starts: list[int] = []
    ends: list[int] = []
    done = length = 0
    for edit in made:
        pieces += (text[done : edit.start], edit.new)
        starts.append(length + edit.start - done)
        ends.append(starts[-1] + len(edit.new))
        length, done = ends[-1], edit.end
    pieces.append(text[done:])
    noted = tuple(sorted(set(faults)))
    read_starts = tuple(e.start for e in made)
    read_ends = tuple(e.end for e in made)
    return Mended("".join(pieces), noted, read_starts, read_ends, tuple(starts), tuple(ends), _damage(noted))


def _damage(faults: Iterable[TextFault]) -> tuple[tuple[int, int], ...]:
    """The damaged stretches, ascending and apart; a loss without extent counts as one character."""
    spans: list[tuple[int, int]] = []
    for fault in faults:
        if fault.kind.damages:
            start, end = fault.start, max(fault.end, fault.start + 1)
            if spans and start <= spans[-1][1]:
                spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
            else:
                spans.append((start, end))
    return tuple(spans)
