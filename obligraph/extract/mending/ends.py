"""What is missing from a damaged text: paragraphs that break off, numbers and letters with no text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from obligraph.extract.mending.debris import shortened
from obligraph.extract.mending.mended import FaultKind, TextFault

PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![ ]*\n))*")
LABEL = r"(?:- )?(?:\([a-z]{1,4}\)|\d{1,3}\.|[IVX]{1,5}\.|[A-Z]\.|Guiding [Pp]rinciple \d+)"
ONLY_LABEL = re.compile(rf"{LABEL}(?: [a-z])?\s*")
NEXT_LABEL = re.compile(rf"{LABEL}|[A-Z]\s*(?:\n|$)")
FINITE = re.compile(
    r"\b(?:shall|should|must|may|can|could|will|is|are|was|were|has|have|had|called|decided)\b"
)
OPEN_END = re.compile(
    r"\b(?:a|an|and|as|at|by|for|from|in|including|its|no|not|of|on|or|other|resolutions?|such|that|the|"
    r"their|to|"
    r"with|which)$"
)
LIST_END = re.compile(r"[;,:] (?:and|or)$")
"""The end of an item that others follow: nothing is missing there."""

TITLE = re.compile(r"\AGuiding [Pp]rinciple \d+[^\n]{0,3}(?:\n|\Z)")
HEADING = re.compile(r"(?:[IVX]+|[A-Z])\. ")
LEAST_LENGTH = 40


def end_faults(text: str) -> Iterator[tuple[None, TextFault]]:
    """The paragraphs of a damaged text that break off or are empty."""
    paragraphs = list(PARAGRAPH.finditer(text))
    for number, match in enumerate(paragraphs):
        read = match[0].rstrip()
        end = match.start() + len(read)
        follows = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else "A."
        last_line = read.rsplit("\n", 1)[-1]
        if ONLY_LABEL.fullmatch(last_line) and NEXT_LABEL.match(follows):
            yield None, TextFault(end, end, FaultKind.EMPTY, last_line)
        elif breaks_off(read):
            yield None, TextFault(end - 1, end, FaultKind.CUT_OFF, shortened(read[-30:]))


def breaks_off(paragraph: str) -> bool:
    """Whether a paragraph ends in the middle of a sentence.

    >>> breaks_off("States should consider the"), breaks_off("States should consider the rule.")
    (True, False)
    """
    if not paragraph[-1].isalpha() and paragraph[-1] not in ",-":
        return False
    paragraph = TITLE.sub("", paragraph)
    if HEADING.match(paragraph) or not paragraph:
        return False
    if OPEN_END.search(paragraph):
        return not LIST_END.search(paragraph)
    return len(paragraph) >= LEAST_LENGTH and bool(FINITE.search(paragraph))
