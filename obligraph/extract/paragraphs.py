"""The paragraphs of a document in its own words, for those who have it and want them quoted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from obligraph.extract.document import Document
from obligraph.extract.furniture import blank_furniture
from obligraph.extract.hints import blank_asides
from obligraph.extract.kind import Source, identify
from obligraph.extract.layout import provisions
from obligraph.extract.mending import Mended, mend
from obligraph.extract.numbering import Node, every
from obligraph.extract.passage import passage
from obligraph.rules.words import Part

LEFT_OUT = " […] "
"""Stands between the opening words of a list and an item that is not its first."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A document mended and cut into provisions, before any clause is read.

    Attributes:
        source: what the document is.
        mended: the mended text, with the map back to the text as read.
        text: the same without page furniture and notes, place by place.
        provisions: its provisions, in the order in which they stand.
    """

    source: Source
    mended: Mended
    text: str
    provisions: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or an item of a document.

    Attributes:
        instrument: the id of the instrument, as clauses have it; an annex may be one of its own.
        label: its number, such as `12` or `6(b)`.
        text: its words on one line, as they were mended, with those of its items; an item with the words
            that open its list.
        damaged: whether words in it are uncertain, lost or unreadable.
    """

    instrument: str
    label: str
    text: str
    damaged: bool


def lay_out(document: Document) -> LaidOut:
    """A document mended and cut into provisions.

    Args:
        document: the document as read.
    """
    mended = mend(document.text)
    text = blank_asides(document, mended, blank_furniture(mended.text))
    source = identify(_with_symbol(mended.text, text), document.name)
    return LaidOut(source, mended, text, tuple(provisions(text, source)))


def _with_symbol(read: str, blanked: str) -> str:
    """The text without furniture, but with a first line that holds the symbol and nothing else."""
    line = _FIRST_LINE.match(read)
    return read[: line.end()] + blanked[line.end() :] if line else blanked


_FIRST_LINE = re.compile(
    r"\s*+[SA]/(?:HRC/)?(?:RES|PRST)/[0-9S][0-9/-]*(?: ?\([0-9]{4}\))?[ \t\r]*$", re.MULTILINE
)
"""A symbol alone on the first line: page furniture anywhere else."""


def same_number(label: str) -> str:
    """A number of a paragraph as it is compared: blanks and capitals make no difference.

    >>> same_number("6 (b)"), same_number("6(B)")
    ('6(b)', '6(b)')
    """
    return label.replace(" ", "").lower()


def paragraphs(laid: LaidOut) -> Iterator[Paragraph]:
    """Each provision and item in order, preambles left out."""
    for node in laid.provisions:
        if node.part is not Part.PREAMBLE:
            yield from _below(laid, node, node.start, ())


Span = tuple[int, int]


def _below(laid: LaidOut, node: Node, start: int, opening: tuple[Span, ...]) -> Iterator[Paragraph]:
    """A provision or item, and its items.

    Args:
        laid: the document.
        node: the provision or item.
        start: where it begins, its letter included.
        opening: the words that open the lists in which it stands.
    """
    text, damaged = _quoted(laid, (*opening, (start, _end(node))))
    if text:
        yield Paragraph(node.instrument_id(laid.source.id), node.label, text, damaged)
    inner, begin = (*opening, (start, node.end)), node.end
    for item in node.items:
        yield from _below(laid, item, begin, inner)
        begin = _end(item)


def _end(node: Node) -> int:
    """Where a provision ends with all its items."""
    return max(each.end for each in every([node]))


def _quoted(laid: LaidOut, spans: Sequence[Span]) -> tuple[str, bool]:
    """The words of some stretches of a document, and whether any of them is damaged."""
    joined = list(_joined(spans))
    words = [passage(laid.text, start, end).text for start, end in joined]
    return LEFT_OUT.join(filter(None, words)), any(laid.mended.damaged(*span) for span in joined)


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Stretches with those that touch made one."""
    held: Span | None = None
    for start, end in spans:
        if held is not None and held[1] == start:
            held = (held[0], end)
            continue
        if held is not None:
            yield held
        held = (start, end)
    if held is not None:
        yield held
