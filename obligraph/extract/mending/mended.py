"""Mended text and the map back to the text as read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
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
    BLANK = "missing blank"
    DOUBTFUL = "doubtful word"
    DEBRIS = "debris"
    CUT_OFF = "cut off"
    EMPTY = "empty"
    OVERLONG = "overlong"

    @property
    def damages(self) -> bool:
        """Whether the words there are uncertain or lost; the others are mended for certain.

        >>> FaultKind.DEBRIS.damages, FaultKind.HYPHEN.damages
        (True, False)
        """
        return self in _DAMAGING


_DAMAGING = frozenset(
    {
        FaultKind.GLUED,
        FaultKind.DOUBTFUL,
        FaultKind.DEBRIS,
        FaultKind.CUT_OFF,
        FaultKind.EMPTY,
        FaultKind.OVERLONG,
    }
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
class Step:
    """The map of one pass of edits: offsets `before` in its text, `after` in its result; ascending."""

    before_starts: tuple[int, ...]
    before_ends: tuple[int, ...]
    after_starts: tuple[int, ...]
    after_ends: tuple[int, ...]

    def back_start(self, place: int) -> int:
        """Where the source of the character at a place begins."""
        at = bisect_right(self.after_starts, place) - 1
        if at >= 0 and place < self.after_ends[at]:
            return self.before_starts[at]
        return place + (self.before_ends[at] - self.after_ends[at] if at >= 0 else 0)

    def back_end(self, place: int) -> int:
        """Where the source of the characters before a place ends."""
        at = bisect_left(self.after_starts, place) - 1
        if at >= 0 and place <= self.after_ends[at] and self.after_starts[at] < self.after_ends[at]:
            return self.before_ends[at]
        return place + (self.before_ends[at] - self.after_ends[at] if at >= 0 else 0)

    def forth(self, place: int, *, end: bool) -> int:
        """Where a place of the text read is in the result; inside an edit, its start or (`end`) its end."""
        at = bisect_right(self.before_starts, place) - 1
        if at < 0 or (place == self.before_starts[at] and end):
            return place + (self.after_ends[at - 1] - self.before_ends[at - 1] if at > 0 else 0)
        if place < self.before_ends[at]:
            return self.after_ends[at] if end else self.after_starts[at]
        return place + self.after_ends[at] - self.before_ends[at]


@dataclass(frozen=True, slots=True)
class Mended:
    """A mended text with the way back to the text as read.

    Attributes:
        text: the mended text. A run of debris or an overlong stretch stands in it as one
            U+FFFD.
        faults: all that was mended, left doubtful, lost or unreadable, ascending; blanks are not listed.
        steps: the passes of edits that made it, the first first; none for a text that was left as it was.
    """

    text: str
    faults: tuple[TextFault, ...] = ()
    steps: tuple[Step, ...] = field(default=(), repr=False)
    damage: tuple[tuple[int, int], ...] = field(default=(), repr=False)

    def as_read(self, start: int, end: int) -> tuple[int, int]:
        r"""The offsets in the text as read of a span of the mended text.

        The span is exact where its text was not touched, and else the smallest that holds the source of all
        its characters. It is monotone: a span within another maps within the other's map.

        >>> from obligraph.extract.mending import mend
        >>> mended = mend("Ef\xadfective laws, e ective measures")
        >>> mended.text
        'Effective laws, effective measures'
        >>> mended.as_read(0, 9), mended.as_read(16, 25)
        ((0, 10), (17, 25))
        """
        for step in reversed(self.steps):
            start, end = step.back_start(start), step.back_end(end)
        return start, max(start, end)

    def from_read(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the mended text of a span of the text as read, for hints of the format."""
        for step in self.steps:
            start, end = step.forth(start, end=False), step.forth(end, end=True)
        return start, max(start, end)

    def damaged(self, start: int, end: int) -> bool:
        """Whether a span of the mended text touches words that are uncertain, lost or unreadable."""
        first, last = self.as_read(start, end)
        at = bisect_right(self.damage, (last, -1))
        return at > 0 and self.damage[at - 1][1] > first

    def faults_in(self, start: int, end: int) -> tuple[TextFault, ...]:
        """The faults that touch a span of the mended text."""
        first, last = self.as_read(start, end)
        return tuple(f for f in self.faults if f.start <= last and f.end >= first)

    def then(self, later: Mended) -> Mended:
        """This mending followed by one of its text, with the offsets brought back to the text as read."""
        if not later.steps and not later.faults:
            return self
        moved = []
        for fault in later.faults:
            start, end = self.as_read(fault.start, fault.end)
            moved.append(TextFault(start, end, fault.kind, fault.read, fault.mended))
        noted = tuple(sorted((*self.faults, *moved)))
        return Mended(later.text, noted, (*self.steps, *later.steps), _damage(noted))


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
    step = Step(tuple(e.start for e in made), tuple(e.end for e in made), tuple(starts), tuple(ends))
    return Mended("".join(pieces), noted, (step,) if made else (), _damage(noted))


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
