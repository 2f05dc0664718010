"""What holds of every document beside the checkout, whatever it says."""

import re
from functools import cache
from pathlib import Path

import pytest

from obligraph.extract.document import Document, read_document
from obligraph.extract.furniture import blank_furniture
from obligraph.extract.mending import mend
from obligraph.extract.numbering import every
from obligraph.extract.reading import Reading, read
from obligraph.rules.words import Force, Part

SHARED = Path(__file__).parents[3] / "shared"
TEXTS = sorted([*SHARED.glob("corpus/*/*.txt"), *SHARED.glob("sources/*.txt")])

pytestmark = [
    pytest.mark.shared,
    pytest.mark.slow,
    pytest.mark.skipif(not TEXTS, reason="the source documents are not beside the checkout"),
]


@cache
def readings() -> tuple[tuple[Document, Reading], ...]:
    """Every document with what was read in it."""
    return tuple((document, read(document)) for document in map(read_document, map(str, TEXTS)))


def test_every_operative_paragraph_is_covered() -> None:
    """Each operative paragraph or item has a clause, or stands inside the clause of its chapeau."""
    for document, reading in readings():
        covered = {clause.paragraph for clause in reading.clauses}
        for node in reading.provisions:
            if node.part is Part.OPERATIVE and " text " not in f" {node.label}":
                labels = {below.label for below in every([node])}
                assert labels & covered, (document.name, node.label)


def test_every_span_is_the_clause() -> None:
    """The action span lies in the text as read, and its text, mended and without furniture, is the action."""
    for document, reading in readings():
        for clause in reading.clauses:
            start, end = clause.action_span
            assert 0 <= start <= end <= len(document.text), (document.name, clause.id)
            cut = _plain(blank_furniture(mend(document.text[start:end]).text))
            assert _alike(cut, _plain(clause.action)), (document.name, clause.id, cut, clause.action)


def test_ids_are_unique_and_ordinals_count_up() -> None:
    """No two clauses share an id, and the ordinals of a provision count from 1 without a gap."""
    for document, reading in readings():
        ids = [clause.id for clause in reading.clauses]
        assert len(set(ids)) == len(ids), (document.name, _doubled(ids))
        last: dict[str, int] = {}
        for clause in reading.clauses:
            key = f"{clause.instrument} {clause.paragraph}"
            assert clause.ordinal == last.get(key, 0) + 1, (document.name, clause.id)
            last[key] = clause.ordinal


def test_preambles_make_no_duty_and_duties_have_bearers() -> None:
    """A recital has no force, and whatever asks something names who must act."""
    for document, reading in readings():
        for clause in reading.clauses:
            assert clause.part is not Part.PREAMBLE or clause.force is Force.NONE, (document.name, clause.id)
            assert clause.force is Force.NONE or clause.addressees, (document.name, clause.id)


def _plain(text: str) -> str:
    """Letters and digits only: what mending, furniture and blanks leave alone."""
    return re.sub(r"[\W_]+", "", text)


def _alike(cut: str, action: str) -> bool:
    """Whether two texts hold the same letters; a cut alone may be mended otherwise than in its context."""
    if cut == action:
        return True
    longer, shorter = sorted((len(cut), len(action)), reverse=True)
    same = cut[:8] == action[:8] and cut[-8:] == action[-8:]
    return same or longer - shorter <= 0.1 * longer + 12


def _doubled(ids: list[str]) -> list[str]:
    return sorted({name for name in ids if ids.count(name) > 1})
