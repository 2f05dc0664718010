"""An explanation names everything a rating rests on, in plain words, within a screen where it can."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from obligraph.engine.results import CAVEAT
from obligraph.report.documents import EvidencePassedOver, EvidenceShown, ExplainDocument, MeasureShown
from obligraph.report.explanation_text import SCREEN, explanation_text, measures_shown
from tests.report.assessed import explained, profile, sample, view

STATES = ("dalmoro", "kestria", "velmark")


def spoken(document: ExplainDocument) -> Iterator[MeasureShown]:
    """Every measure of an explanation."""
    if document.need:
        yield from measures_shown(document.need)
    yield from document.safeguards


def evidence(document: ExplainDocument) -> Iterator[EvidenceShown | EvidencePassedOver]:
    """Every piece of evidence of an explanation, counted or not."""
    for measure in spoken(document):
        yield from measure.counted
        yield from measure.not_counted


def one_line(text: str) -> str:
    """The text without its line breaks."""
    return " ".join(text.split())


@pytest.mark.parametrize("state", STATES)
def test_everything_is_named(state: str) -> None:
    """Every explanation names paragraph, force, measures, evidence with locators, and reasons."""
    given = sample(state)
    for name in view(given).assessment.ratings:
        document = explained(given, name)
        text = one_line(explanation_text(document))
        assert f"paragraph {document.paragraph} " in text
        assert document.force.words in text
        assert document.caveat == CAVEAT
        assert text.endswith(CAVEAT)
        if document.not_applicable:
            assert one_line(document.not_applicable) in text
            continue
        assert all(f"[{measure.measure}]: " in text for measure in spoken(document))
        assert all(f"[{item.id}]" in text and item.source in text for item in evidence(document))
        for item in evidence(document):
            assert (item.reason if isinstance(item, EvidencePassedOver) else item.shortfall) in text
        for way in document.would_settle:
            assert all(measure in text for measure in way)


@pytest.mark.parametrize("state", STATES)
def test_a_typical_gap_fits_a_screen(state: str) -> None:
    """Nine in ten explanations of a sample State fit 40 lines, and all lines fit 100 columns."""
    given = sample(state)
    texts = [explanation_text(explained(given, name)).splitlines() for name in view(given).assessment.ratings]
    assert max(len(line) for lines in texts for line in lines) <= 100
    assert sum(len(lines) <= SCREEN for lines in texts) >= 0.9 * len(texts)


def test_what_would_mend_a_gap() -> None:
    """A breached safeguard says that it holds the rating down, and what would mend it is that safeguard."""
    text = one_line(explanation_text(explained(sample("velmark"), "sres2396.12.1")))
    assert "one is breached, so the rating cannot pass partly met" in text
    assert "What would mend it: data-protection-oversight" in text
    assert "The State comments (20 June 2024):" in text


def test_a_resolution_is_named() -> None:
    """A conflict that was settled names both sides, the value, the assessor, the day and the reason."""
    text = one_line(explanation_text(explained(sample("dalmoro"), "sres2396.17.1")))
    assert "settled as not met by T. Orsolan, desk officer on 14 June 2024: The figures name no case" in text
    assert "[security-courts-figures]" in text
    assert "[mission-report-justice]" in text


def test_an_open_conflict_is_named() -> None:
    """A conflict that nothing settles is called one, and shows both sides."""
    text = one_line(explanation_text(explained(sample("velmark"), "sres2396.13.1")))
    assert (
        "OPEN, the evidence conflicts and no recorded resolution settles it + [register-figures] - " in text
    )


def test_the_expected_evidence_is_named_where_there_is_room() -> None:
    """Where nothing is known, the text says for each missing measure what evidence is expected."""
    document = explained(profile(), "sres2396.1.1")
    text = one_line(explanation_text(document))
    assert "What would settle it, and the evidence that is expected:" in text
    assert all(one_line(measure.expects) in text for measure in spoken(document))


def test_nothing_is_missing_where_it_is_met() -> None:
    """An obligation that is met has nothing missing."""
    assert "Nothing is missing." in explanation_text(explained(sample("velmark"), "sres2396.17.1"))


def test_what_does_not_apply_says_why() -> None:
    """An obligation that does not apply to the State names the attribute that decides so."""
    given = profile(attributes={"international_airports": False})
    text = explanation_text(explained(given, "sres2396.12.1"))
    assert "NOT APPLICABLE" in text
    assert "Does not apply:" in text
    assert "international_airports" in text


def test_gates_are_said_in_words() -> None:
    """A need that is more than a list of measures is said with its gates."""
    text = one_line(explanation_text(explained(profile(), "sres2396.4.1")))
    assert "It needs individual-assessment-of-families and (at least 2 of suspect-risk-assessment-" in text
