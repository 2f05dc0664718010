"""Citations lead to the entries that they name."""

from __future__ import annotations

import pytest

from obligraph.rules.catalogue import Catalogue
from obligraph.rules.citing import CITED, Citations
from obligraph.rules.packs import load_catalogue
from obligraph.rules.selecting import instrument_of, select


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return load_catalogue()


@pytest.mark.parametrize(
    ("cite", "target", "place"),
    [
        ("S/RES/2178 para 9", "sres2178", "para 9"),
        ("S/RES/2178 (2014), paragraph 6", "sres2178", "paragraph 6"),
        ("S/RES/1373", "sres1373", ""),
        ("ICAO Annex 9", "icao-annex-9", ""),
        ("ICCPR article 17", "iccpr", "article 17"),
        ("Nelson Mandela Rules", "nelson-mandela-rules", ""),
    ],
)
def test_a_citation_leads_to_its_instrument(catalogue: Catalogue, cite: str, target: str, place: str) -> None:
    """With or without year and paragraph, a citation finds the instrument and keeps the place."""
    found = Citations(catalogue).find(cite)
    assert (found.targets, found.place) == ((target,), place)


def test_a_principle_is_cited_by_its_number(catalogue: Catalogue) -> None:
    """A guiding principle's number leads to all the obligations that it makes."""
    targets = Citations(catalogue).find("GP 36").targets
    assert targets
    assert all(catalogue.obligations[target].paragraph.startswith("36") for target in targets)


def test_an_unknown_instrument_is_not_guessed(catalogue: Catalogue) -> None:
    """A symbol that only begins like a known one leads to a node of its own."""
    for cite in ("S/RES/137", "S/RES/13731", "S/RES/9999"):
        (target,) = Citations(catalogue).find(cite).targets
        assert target.startswith(CITED), cite


def test_a_document_is_known_by_id_or_symbol(catalogue: Catalogue) -> None:
    """Either the id that reading gave, or the symbol in any spelling, finds the pack."""
    assert instrument_of(catalogue, "sres2396", "", "a.txt") == "sres2396"
    assert instrument_of(catalogue, "whatever", "S/RES/2396(2017)", "a.txt") == "sres2396"


def test_selecting_nothing_in_particular_selects_all(catalogue: Catalogue) -> None:
    """Without a filter every obligation is chosen, in catalogue order."""
    assert [each.id for each in select(catalogue)] == list(catalogue.obligations)
