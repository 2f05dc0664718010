"""Questions that the tests of every pack ask of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from obligraph.rules.catalogue import Catalogue
from obligraph.rules.force import force_table
from obligraph.rules.model import Obligation, Relation
from obligraph.rules.words import EdgeType

SHARED = Path(__file__).resolve().parents[3] / "shared"
"""Where the source documents stand beside the checkout, on machines that have them."""

_WORD = re.compile(r"[^\W\d_]+")


def of(catalogue: Catalogue, instrument: str) -> tuple[Obligation, ...]:
    """The obligations of one instrument."""
    return tuple(each for each in catalogue.obligations.values() if each.instrument == instrument)


def elaborations(catalogue: Catalogue, instrument: str) -> tuple[Relation, ...]:
    """The `elaborates` relations that start in one instrument."""
    sources = {each.id for each in of(catalogue, instrument)}
    return tuple(
        relation
        for relation in catalogue.relations
        if relation.type is EdgeType.ELABORATES and relation.source in sources
    )


def borrowed(catalogue: Catalogue, instrument: str, document: str, run: int) -> tuple[str, ...]:
    """The runs of words that an instrument's rows share with its document.

    Args:
        catalogue: the catalogue.
        instrument: the id of the instrument.
        document: the path of its document below the shared folder.
        run: how many words in a row make a repetition.
    """
    path = SHARED / document
    if not path.is_file():
        pytest.skip(f"the source document {document} is not beside this checkout")
    source = set(_runs(path.read_text(encoding="utf-8", errors="replace"), run))
    return tuple(
        " ".join(words)
        for text in _texts(catalogue, instrument)
        for words in _runs(text, run)
        if words in source
    )


def _runs(text: str, run: int) -> Iterator[tuple[str, ...]]:
    words = [word.lower() for word in _WORD.findall(text)]
    return zip(*(words[start:] for start in range(run)), strict=False)


def _texts(catalogue: Catalogue, instrument: str) -> Iterator[str]:
    for obligation in of(catalogue, instrument):
        yield from (obligation.title, obligation.summary)
    yield from (row.reason for row in catalogue.no_duty[instrument])
    yield from (row.reason for row in catalogue.absent[instrument])
    for relation in elaborations(catalogue, instrument):
        yield relation.reason


def misruled(catalogue: Catalogue, instrument: str) -> tuple[str, ...]:
    """The obligations whose row of the force table is unknown or gives another force."""
    rows = {row.id: row for row in force_table().rows}
    return tuple(
        each.id
        for each in of(catalogue, instrument)
        if each.force_rule not in rows or rows[each.force_rule].force is not each.force
    )
