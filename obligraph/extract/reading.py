"""The whole way from a document to its clauses: mend, blank furniture, lay out, read, weigh."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from obligraph.extract.clause import Clause
from obligraph.extract.document import Document, Loss
from obligraph.extract.kind import Source
from obligraph.extract.mending import FaultKind, Mended
from obligraph.extract.numbering import Node
from obligraph.extract.paragraphs import LaidOut, lay_out
from obligraph.extract.walking import Walker
from obligraph.extract.weighing import Weigher
from obligraph.rules.force import ForceTable, force_table


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a document.

    Attributes:
        source: what the document is.
        clauses: all its clauses, those without a duty among them, in the order of the text.
        mended: the mended text, for spans and damage.
        provisions: its provisions as laid out.
        name: the document's path as the user gave it.
        losses: what could not be read, each with its place in the text as read.
    """

    source: Source
    clauses: tuple[Clause, ...]
    mended: Mended
    provisions: tuple[Node, ...]
    name: str = ""
    losses: tuple[Loss, ...] = ()


def extract(document: Document, table: ForceTable | None = None) -> tuple[Clause, ...]:
    """All clauses of a document, those of force `none` among them, in the order of the text.

    Args:
        document: the document as read.
        table: the force table; the shipped one where it is not given.
    """
    return read(document, table).clauses


def read(document: Document, table: ForceTable | None = None) -> Reading:
    """All clauses of a document with what was made of it on the way; arguments as for `extract`."""
    laid = lay_out(document)
    clauses = tuple(_clauses(laid, table or force_table()))
    losses = (*document.losses, *_unread(laid.mended))
    return Reading(laid.source, clauses, laid.mended, laid.provisions, document.name, losses)


def _clauses(laid: LaidOut, table: ForceTable) -> Iterator[Clause]:
    """The clauses of all provisions; those of an annexed treaty are read as a treaty's."""
    for treaty, provisions in groupby(laid.provisions, key=lambda node: node.treaty):
        source = laid.source.as_treaty() if treaty else laid.source
        placed = Walker(laid.text, source).all(provisions)
        yield from Weigher(source, laid.mended, laid.text, table).clauses(placed)


_UNREAD = {
    FaultKind.CUT_OFF: "a paragraph breaks off",
    FaultKind.EMPTY: "a number without text",
    FaultKind.DEBRIS: "characters that are no text",
    FaultKind.OVERLONG: "longer than any word or sentence, and left out",
}


def _unread(mended: Mended) -> Iterator[Loss]:
    """The places of a text where words are lost."""
    for fault in mended.faults:
        if fault.kind in _UNREAD:
            yield Loss(fault.start, f"{_UNREAD[fault.kind]}: {' '.join(fault.read.split())}")
