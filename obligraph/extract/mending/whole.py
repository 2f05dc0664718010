"""Mends a text: what is overlong, characters, then debris, words, hyphens and glued figures."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator

from obligraph.extract.mending.characters import character_edits
from obligraph.extract.mending.debris import debris_faults
from obligraph.extract.mending.ends import end_faults
from obligraph.extract.mending.glue import glued_faults
from obligraph.extract.mending.hyphens import displaced_hyphen, hyphen_faults
from obligraph.extract.mending.lexicon import Lexicon, shipped
from obligraph.extract.mending.mended import Edit, FaultKind, Mended, TextFault, apply
from obligraph.extract.mending.overlong import without_overlong
from obligraph.extract.mending.suspects import broken_in_two_words, look_alikes, strangers
from obligraph.extract.mending.words import Reading, Span, read_words, unknown_words

MOST_UNKNOWN = 0.4
"""A text with a larger share of unknown words is not English: its words are left alone."""

FEW_UNKNOWN = 8
"""So many unknown words say nothing of the language of a short text."""

ENOUGH = 3
"""Mended words that show a text to be damaged; below that, weak readings are not taken."""

WORDS_A_DAMAGE = 400
"""A text with one mended word in so many, or oftener, is damaged throughout: whatever looks odd is marked."""

MOST_PASSES = 3
"""How often a mended text is looked at again: one mended word may show its neighbour to be broken."""

Found = tuple[Edit | None, TextFault | None]


def mend(text: str, lexicon: Lexicon | None = None) -> Mended:
    """The mended text with the map back; a clean text is returned as it is, with the identity as map.

    Args:
        text: any text.
        lexicon: the word list, if not the one that comes with the package.
    """
    plain = _plain(without_overlong(text))
    lexicon = lexicon or shipped()
    mended = plain.then(_made(plain.text, _word_level(plain.text, lexicon)))
    for _ in range(MOST_PASSES if len(mended.steps) > len(plain.steps) else 0):
        more = _made(mended.text, [f for f in _word_level(mended.text, lexicon) if f[0] is not None])
        if not more.steps:
            break
        mended = mended.then(more)
    return mended


def _plain(short: Mended) -> Mended:
    """The text with its single characters mended."""
    found = list(character_edits(short.text))
    edits, faults = [edit for edit, _ in found], [fault for _, fault in found if fault]
    return short.then(apply(short.text, edits, faults)) if found else short


def _made(text: str, found: Iterable[Found]) -> Mended:
    """The edits made, leaving out those that overlap an earlier one of the list, with their faults."""
    taken: list[Span] = []
    edits: list[Edit] = []
    faults: list[TextFault] = []
    for edit, fault in found:
        span = (edit.start, edit.end) if edit else (fault.start, fault.end) if fault else (0, 0)
        if edit is not None and not _claim(taken, span):
            continue
        edits += [edit] if edit else []
        faults += [fault] if fault else []
    return apply(text, edits, faults) if edits or faults else Mended(text)


def _claim(taken: list[Span], span: Span) -> bool:
    """Whether a span is free; if so, it is taken. The list stays ascending."""
    at = bisect_left(taken, span)
    if at and taken[at - 1][1] > span[0]:
        return False
    if at < len(taken) and (taken[at][0] < span[1] or taken[at] == span):
        return False
    taken.insert(at, span)
    return True


def _word_level(text: str, lexicon: Lexicon) -> list[Found]:
    """Everything above single characters, the surest first."""
    debris = list(debris_faults(text, lexicon))
    unknown, number = unknown_words(text, lexicon)
    if len(unknown) > MOST_UNKNOWN * number + FEW_UNKNOWN:
        return [*debris]
    unreadable = [(edit.start, edit.end) for edit, _ in debris]
    unknown = [s for s in unknown if not _within(s, unreadable)]
    readings, strong = _read(text, unknown, lexicon)
    accepted = [r for r in readings if not r.weak or strong[_evidence(r)] >= ENOUGH]
    found: list[Found] = [*debris]
    for reading in accepted:
        found += _mended(text, reading, lexicon)
    if debris or strong.total() >= max(ENOUGH, number / WORDS_A_DAMAGE):
        done = [r.span for r in accepted]
        left = [s for s in unknown if not _within(s, done)]
        found += _in_damaged_text(text, left, done, strong, lexicon)
    return [*found, *hyphen_faults(text, lexicon), *glued_faults(text, lexicon)]


def _read(text: str, unknown: list[Span], lexicon: Lexicon) -> tuple[list[Reading], Counter[FaultKind]]:
    """The readings of the unknown words, and how many of them are strong, by kind.

    A text that has lost ligatures rather than broken words is read once more with that in mind.
    """
    readings = list(read_words(text, unknown, lexicon, ligatures_first=False))
    strong = Counter(r.kind for r in readings if not r.weak)
    if strong[FaultKind.LIGATURE] > max(ENOUGH, strong[FaultKind.BROKEN_WORD]):
        readings = list(read_words(text, unknown, lexicon, ligatures_first=True))
    return readings, strong


def _evidence(reading: Reading) -> FaultKind:
    """The kind of damage that a weak reading must not be the only sign of."""
    return FaultKind.BROKEN_WORD if reading.kind is FaultKind.BROKEN_WORD else FaultKind.LIGATURE


def _in_damaged_text(
    text: str, left: list[Span], done: list[Span], strong: Counter[FaultKind], lexicon: Lexicon
) -> Iterator[Found]:
    """What is only looked for where a text has shown itself to be damaged."""
    readings: list[Reading] = []
    if strong[FaultKind.BROKEN_WORD] >= ENOUGH:
        readings += broken_in_two_words(text, lexicon)
    if strong[FaultKind.LIGATURE] >= ENOUGH:
        readings += (r for r in look_alikes(text, lexicon) if not _within(r.span, done))
    for reading in (*readings, *strangers(text, left, lexicon)):
        yield from _mended(text, reading, lexicon)
    yield from end_faults(text)


def _within(span: Span, spans: list[Span]) -> bool:
    """Whether a span lies in one of some ascending spans."""
    at = bisect_right(spans, (span[0], sys.maxsize)) - 1
    return at >= 0 and spans[at][1] >= span[1]


def _mended(text: str, reading: Reading, lexicon: Lexicon) -> Iterator[Found]:
    """A reading as an edit of just the characters that differ; a doubtful one only as a fault."""
    start, end = reading.span
    read = text[start:end]
    fault = TextFault(start, end, reading.kind, read, reading.word)
    if reading.kind is FaultKind.DOUBTFUL:
        yield None, fault
        return
    same = _common(read, reading.word)
    tail = _common(read[same:][::-1], reading.word[same:][::-1])
    if same + tail == len(read):  # an insertion: it takes a neighbour along, so that the map has a width
        same, tail = (same, tail - 1) if tail else (same - 1, tail)
    yield Edit(start + same, end - tail, reading.word[same : len(reading.word) - tail]), fault
    slid = displaced_hyphen(text, start, reading.word, lexicon)
    if slid:
        yield slid


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
