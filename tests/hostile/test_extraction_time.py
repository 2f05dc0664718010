"""Extraction takes time in proportion to the text, whatever the text is made of."""

from __future__ import annotations

import random
import time

import pytest

from obligraph.extract.document import Document
from obligraph.extract.mending import FaultKind
from obligraph.extract.mending.overlong import LONGEST_GAP, LONGEST_SENTENCE, LONGEST_WORD
from obligraph.extract.reading import Reading, read

SHORT, LONG = 25_000, 100_000
"""Characters of the texts."""

MOST = 8.0
"""How often the time of the short text the long one may take at most; what is quadratic takes 16 times."""

LITTLE = 3.0
"""Seconds in which any text of the long length may be read, however the two compare."""

OPENING = "Resolution 1 (2031)\n\n1. Calls upon "

PIECES = (
    "a",
    "A",
    "1",
    " ",
    "\n",
    "\t",
    "-",
    "X-",
    "I",
    "(",
    "x" * 390 + " ",
    " " * 390 + "a.",
    "\n" * 390 + "a.",
    "may ",
    "will ",
    "shall ",
    "Shall take ",
    "States ",
    "and to ",
    "be done ",
    "called upon to ",
    "which ",
    "Calls upon States: ",
    "Decides that States shall; ",
    "Decides that States shall. ",
    "We will; ",
    "we will: ",
    "We decide to; ",
    "it is recommended that; ",
    "Recalling; ",
    "(a) ",
    "(a)\n",
    "1.\n",
    "1. a. ",
    "A/RES/1 ",
    ".\n",
    ";\n",
    "? ",
    "Article 1\n",
    "Annex\n",
    "\n1. may",
    "\n(a) a;\n(i) b;",
    "1. Decides that:\n(a) shall;\n",
    "e ective; ",
    "ter-\nror; ",
    "(i)0.5(a)1.2b Tj\n",
    "\ufb01 ",
    "\u200b",
    "a\r\n",
    "a\x0c",
    "may " * 9_900 + ". ",
    "States shall " * 3_000 + ". ",
    "a " * 19_900 + ". ",
)
"""What texts are made of: letters, blanks, and the fixed words of the patterns that once took quadratic time;
some as long as a word, a gap or a sentence may be."""


def seconds(text: str) -> float:
    """Processor time of reading a text."""
    begun = time.process_time()
    read(Document("hostile", text))
    return time.process_time() - begun


def of(piece: str, size: int, opening: str = "") -> str:
    """A text of a size made of one piece."""
    return opening + (piece * (size // len(piece) + 1))[:size]


def grows_too_much(piece: str, opening: str) -> str:
    """What two texts of a piece took, in words, where the long one took too much; else empty."""
    taken = long = 0.0
    for _ in range(3):
        long = seconds(of(piece, LONG, opening))
        if long < LITTLE:
            return ""
        taken = seconds(of(piece, SHORT, opening))
        if long < MOST * taken:
            return ""
    return f"{piece[:20]!r} after {opening[:10]!r}: {taken:.2f} s, {long:.2f} s"


@pytest.mark.slow
def test_time_grows_with_the_length_and_no_faster() -> None:
    """A text four times as long takes less than eight times as long, or a moment."""
    seconds(OPENING + "States to keep lamps.")
    starts = ("", OPENING) * len(PIECES)
    slow = [
        said for piece, start in zip(PIECES, starts, strict=False) if (said := grows_too_much(piece, start))
    ]
    assert slow == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_mixtures_are_read_as_soon(seed: int) -> None:
    """A text of all the pieces in any order is read within the same bound."""
    draw = random.Random(seed)  # noqa: S311 - a test's own dice
    text = "".join(draw.choice(PIECES)[:40] for _ in range(30_000))[:LONG]
    seconds(OPENING + "States to keep lamps.")
    assert seconds(text) < MOST * max(seconds(text[:SHORT]), LITTLE)


def lost(text: str) -> Reading:
    """What is read of a text."""
    return read(Document("hostile", text))


BEFORE, AFTER = (
    "Resolution 1 (2031)\n\n1. Calls upon States to keep lamps;\n\n2. ",
    "\n\n3. Urges States to act.\n",
)


@pytest.mark.parametrize("middle", ["x" * (LONGEST_WORD + 1), "keep x " * (LONGEST_SENTENCE // 7 + 1)])
def test_what_is_left_out_is_reported_with_its_place(middle: str) -> None:
    """An overlong word or sentence is said to be left out, where it stands; what is around it is read."""
    reading = lost(BEFORE + middle + AFTER)
    [loss] = [each for each in reading.losses if "longer than any" in each.what]
    assert loss.start == len(BEFORE)
    [fault] = [each for each in reading.mended.faults if each.kind is FaultKind.OVERLONG]
    assert (fault.start, fault.end) == (len(BEFORE), len(BEFORE) + len(middle.strip()))
    words = [(BEFORE + middle + AFTER)[slice(*clause.action_span)] for clause in reading.clauses]
    assert words[0] == "keep lamps"
    assert words[-1] == "act"


@pytest.mark.parametrize(
    "middle", ["x" * LONGEST_WORD, "." * 150, "_" * 150, "keep it " * 1_200, " " * LONGEST_GAP]
)
def test_what_is_long_but_possible_stays(middle: str) -> None:
    """Dot leaders, lines to fill in, and the longest words and sentences that are allowed, are left alone."""
    reading = lost(BEFORE + middle + AFTER)
    assert not [fault for fault in reading.mended.faults if fault.kind is FaultKind.OVERLONG]


def test_a_gap_is_made_short_and_spans_still_fit() -> None:
    """A gap beyond all bounds costs nothing, and clauses after it stand where they were read."""
    text = BEFORE + "Notes x;" + "\n" * 50_000 + "3. Urges States to act.\n"
    reading = lost(text)
    assert not [each for each in reading.losses if "longer" in each.what]
    assert text[slice(*reading.clauses[-1].action_span)] == "act"
