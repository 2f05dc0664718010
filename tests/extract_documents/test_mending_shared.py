"""Mending of the source documents, where they stand beside the checkout."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from obligraph.extract.mending import FaultKind, mend
from obligraph.extract.mending.debris import UNREADABLE

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the source documents are not beside the checkout"),
]


def damaged_document() -> str:
    """The badly extracted guiding principles."""
    return (SHARED / "sources" / "madrid_guiding_principles.txt").read_text(encoding="utf-8")


def test_the_damaged_document_is_mended() -> None:
    """No trace of the usual lost words is left, and every run of debris is one mark."""
    mended = mend(damaged_document())
    for trace in (
        " ghters",
        " e ective",
        " e ort",
        "rea rm",
        "speci c",
        "tra cking",
        "con ict",
        " o cial",
        "Coun ter",
    ):
        assert trace not in mended.text, trace
    assert "illicit tracking" not in mended.text
    assert mended.text.count(UNREADABLE) == sum(f.kind is FaultKind.DEBRIS for f in mended.faults) == 8
    assert "(i)0.5" not in mended.text
    assert " TJ " not in mended.text


def test_what_is_lost_is_reported_with_its_place() -> None:
    """Empty principles and paragraphs that break off are named where they stand."""
    text = damaged_document()
    faults = mend(text).faults
    empty = [f.read for f in faults if f.kind is FaultKind.EMPTY]
    assert empty == ["Guiding Principle 8", "5.", "(j)", "48."]
    cut = [text[: f.end][-6:] for f in faults if f.kind is FaultKind.CUT_OFF]
    assert "to com" in cut
    assert "of bor" in cut
    glued = [f.read for f in faults if f.kind is FaultKind.GLUED]
    assert "(20an)d" in glued
    assert "6to8consider" in glued


def test_untouched_lines_read_back_exactly() -> None:
    """Every line of the mended document that has no fault is its own source."""
    text = damaged_document()
    mended = mend(text)
    start = seen = 0
    for line in mended.text.split("\n"):
        end = start + len(line)
        a, b = mended.as_read(start, end)
        if line and not mended.faults_in(start, end):
            assert text[a:b].replace("\t", " ") == line
            seen += 1
        start = end + 1
    assert seen > 60


@pytest.mark.slow
def test_the_corpus_is_hardly_touched() -> None:
    """Of a hundred clean resolutions, no more than a few words are changed and none is marked as debris."""
    changed = 0
    for path in sorted((SHARED / "corpus" / "security_council").glob("*.txt"))[::3]:
        faults = mend(path.read_text(encoding="utf-8").split("\n", 1)[1]).faults
        kinds = [f.kind for f in faults]
        assert FaultKind.DEBRIS not in kinds, path.name
        changed += sum(k in {FaultKind.LIGATURE, FaultKind.BROKEN_WORD, FaultKind.DOUBTFUL} for k in kinds)
    assert changed <= 3


@pytest.mark.slow
def test_lost_ligatures_of_unseen_texts_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the words that lose a ligature in texts that the list was not counted from, 97 in 100 are mended."""
    monkeypatch.syspath_prepend(ROOT / "bench")
    words, bench = import_module("build_words"), import_module("mending")
    texts = list(words.texts_under([SHARED / "corpus" / "security_council"]))
    lexicon = words.count(t for n, t in enumerate(texts) if n % 10 != 5)
    for style, left in bench.STYLES.items():
        seen: Counter[str] = Counter()
        for text in texts[5::10]:
            seen += bench.judge(text, left, lexicon, Counter())
        assert seen.total() > 1000
        assert seen["mended"] >= 0.97 * seen.total(), (style, seen)
        assert seen["wrong"] <= 0.005 * seen.total(), (style, seen)
