"""What is found in the hand-labelled texts; the texts stand beside the checkout."""

from pathlib import Path

import pytest

from bench.extraction_scores import NOTHING, Figures, figures_of, kept, labelled, scored, scorer
from obligraph.extract.document import read_document
from obligraph.extract.reading import extract

SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "tools" / "score_extraction.py"
GIVEN = (0.98, 0.97, 0.90, 0.99)
"""The least for each text given with the source documents: detection, typed, addressees, paragraph."""
ALL = (0.97, 0.96, 0.95, 0.99)
"""The least that all labelled texts must reach at once, treaties and programmes among them."""
ROUND = (0.90, 0.85, 0.80, 0.98)
"""The least that the texts of a round must reach at once; the lowest round holds scans of old resolutions."""
KEPT = kept()


def total(use: str = "") -> Figures:
    """The kept figures of all texts of a use, or of all texts, at once."""
    lines = [line for line in KEPT.values() if use in {"", line["use"]}]
    return sum(map(figures_of, lines), NOTHING)


@pytest.mark.shared
@pytest.mark.skipif(not SCORER.is_file(), reason="the labelled texts are not beside the checkout")
@pytest.mark.parametrize("labels", labelled(SHARED), ids=lambda path: path.stem)
def test_the_kept_figures_are_those_measured(labels: Path) -> None:
    """Each text has the figures that are kept; `python bench/extraction_scores.py --write` keeps new ones."""
    now = scored(labels, SHARED, scorer(SHARED))
    line = KEPT[labels.stem]
    assert (now.use, now.figures) == (line["use"], figures_of(line))


def test_given_texts_reach_the_goal() -> None:
    """So do the texts given with the source documents, each of them."""
    for line in KEPT.values():
        if line["use"] == "given":
            reached = zip(figures_of(line).ratios(), GIVEN, strict=True)
            assert all(ratio >= least for ratio, least in reached), line["text"]


def test_all_texts_reach_the_level_together() -> None:
    """All texts at once reach a level, and so does each round."""
    assert all(ratio >= least for ratio, least in zip(total().ratios(), ALL, strict=True))
    for use in {line["use"] for line in KEPT.values()}:
        assert all(ratio >= least for ratio, least in zip(total(use).ratios(), ROUND, strict=True)), use


@pytest.mark.shared
@pytest.mark.skipif(not SCORER.is_file(), reason="the labelled texts are not beside the checkout")
def test_the_page_copy_and_the_clean_copy_hold_the_same_clauses() -> None:
    """Resolution 2396 from a copy with page furniture and from a clean one gives the same clauses."""
    page = extract(read_document(str(SHARED / "sources" / "S_RES_2396.txt")))
    clean = extract(read_document(str(SHARED / "corpus" / "security_council" / "S_RES_2396.txt")))

    def told(clauses: tuple) -> list[tuple]:  # type: ignore[type-arg]
        return [(c.id, c.verb, c.force, c.restated, c.addressees) for c in clauses if c.part == "operative"]

    assert told(page) == told(clean)
