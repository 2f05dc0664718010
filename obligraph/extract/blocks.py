"""First stage of layout: a text as blocks, each a paragraph, a marker with its paragraph, or a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from obligraph.extract.kind import ENACTING


class Mark(StrEnum):
    """How a block begins."""

    TEXT = "text"
    HEADING = "heading"
    NUMBER = "number"
    LETTER = "letter"
    ARTICLE = "article"
    PRINCIPLE = "principle"
    ANNEX = "annex"
    SECTION = "section"
    NOTE = "note"
    FORMULA = "formula"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a text.

    Attributes:
        mark: how it begins.
        label: the number or letter it begins with, without brackets and points; empty for text.
        start: offset of its own words, after the label.
        end: offset after its last character.
        at: offset of its label.
    """

    mark: Mark
    label: str
    start: int
    end: int
    at: int


_POINTED = re.compile(r"[ \t]*(?P<letter>[a-kx]|[ivx]{2,4})\.[ \t]+(?=[A-Za-z])")
"""A letter or roman number with a point, which marks an item in some texts; no l, which scans read for 1."""
MARKER = re.compile(
    r"[ \t>#*]*+(?:"
    r"(?P<annex>(?:(?:Technical|TECHNICAL)[ ](?:ANNEX|Annex|annex)|ANNEX|Annex|APPENDIX|Appendix|Addendum)\b"
    r"(?:[ ]+(?P<annex_n>[IVXL]+|\d+|[A-Z]))?(?=[ \t.:*]*$|[ ]+to\b|[ ]*[–—:-][ ]+[A-Z][^.;\n]{3,120}$))"
    r"|(?P<article>(?:Article|ARTICLE|Art\.)[ ]+(?P<article_n>\d+|[IVXL]+)(?P<bis>[ ](?:bis|ter|"
    r"quater))?\b[ .:*]*)"
    r"|(?P<principle>(?:Guiding[ ]+)?(?:Principle|PRINCIPLE|Guideline|"
    r"GUIDELINE|Rule|RULE)[ ]+(?P<principle_n>\d{1,3})\b[ .:*]*(?:[a-z](?=\s*$|[ ]*\t)[ ]*)?)"
    r"|(?P<number>(?:OP[ ]?)?(?P<number_n>\d{1,3})[.](?![\d])[ \t]*(?=[^\s\d]|$))"
    r"|(?:[-•–][ \t]*)?(?P<letter>\(?(?P<letter_n>[a-z]{1,2}|[ivxl]{1,6}|\d{1,2})\)[ \t]*(?=\S|$))"
    r"|(?P<section>(?P<section_n>[IVXL]{1,5}|[A-H])\.[ ]*(?=[A-Z\[]))"
    r"|(?P<note>(?:[-•][ ]*)?(?:\^[a-z\d]{1,2}\b|\[\d{1,3}\][ ]|\d{1,3}[ ]+(?:Ibid|See|Official|Idem|"
    r"United Nations, |Resolution|General Assembly resolution|[ASE]/)|Ibid\b|[a-z][ ]+(?:Resolution|Ibid|See|"
    r"Guiding)))"
    r")",
    re.MULTILINE,
)
"""What a line may begin with. Lines are tried at their start only."""

_SHORT = 160
_SENTENCE_END = re.compile(r"[.;:,!?][\"”’)*]*\s*\Z")


def blocks(text: str, *, pointed: bool = False) -> Iterator[Block]:
    """The blocks of a text without page furniture, in order; blanks between blocks belong to none.

    Args:
        text: the text.
        pointed: whether a line that begins "a. " begins an item.
    """
    held: Block | None = None
    blank = True
    for start, end in _lines(text):
        if not text[start:end].strip():
            blank = True
            continue
        found = _begin(text, start, end, pointed=pointed)
        if held is not None and _runs_on(text, held, found, blank):
            held = replace(held, end=end)
        else:
            if held is not None:
                yield _as_heading(text, held)
            held = found
        blank = False
    if held is not None:
        yield _as_heading(text, held)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _begin(text: str, start: int, end: int, *, pointed: bool) -> Block:
    """The block that a line would begin."""
    if pointed and (item := _POINTED.match(text, start, end)):
        return Block(Mark.LETTER, item["letter"], item.end(), end, start)
    if ENACTING.match(text, start, end):
        return Block(Mark.FORMULA, "", start, end, start)
    match = MARKER.match(text, start, end)
    kind = match.lastgroup if match else None
    if match is None or kind is None:
        return Block(Mark.TEXT, "", start, end, start)
    for mark in (Mark.ANNEX, Mark.ARTICLE, Mark.PRINCIPLE, Mark.NUMBER, Mark.LETTER, Mark.SECTION, Mark.NOTE):
        if match[mark.value] is not None:
            label = "" if mark is Mark.NOTE else (match[f"{mark.value}_n"] or "")
            if match["bis"]:
                label += "-" + match["bis"].strip()
            return Block(mark, label, match.end(), end, start)
    return Block(Mark.TEXT, "", start, end, start)


_CLOSED = frozenset({Mark.ARTICLE, Mark.ANNEX, Mark.PRINCIPLE, Mark.NOTE})


def _runs_on(text: str, held: Block, found: Block, blank: bool) -> bool:
    """Whether a line belongs to the block before it."""
    if found.mark is not Mark.TEXT or held.mark in _CLOSED:
        return False
    own = text[held.start : held.end].rstrip()
    if not blank or (not own and held.mark in {Mark.NUMBER, Mark.LETTER}):
        return True
    first = text[found.start : found.start + 40].lstrip()[:1]
    return first.islower() and bool(own) and own[-1] not in ".;:"


def _as_heading(text: str, block: Block) -> Block:
    """A short text that is no sentence, as a heading; others as they are."""
    if block.mark is not Mark.TEXT:
        return block
    own = text[block.start : block.end].strip(" \t\n*_#")
    if len(own) <= _SHORT and not _SENTENCE_END.search(own) and not own.startswith(("“", '"')):
        return replace(block, mark=Mark.HEADING)
    return block
