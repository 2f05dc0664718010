"""Evidence given once counts in every instrument that asks for its measure."""

from __future__ import annotations

from pathlib import Path

import pytest

from obligraph.engine.evaluation import evaluate
from obligraph.engine.profile import Profile
from obligraph.engine.reading import load_profile
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.packs import load_catalogue

SORVENA = Path(__file__).resolve().parents[2] / "samples" / "sorvena" / "profile.toml"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The catalogue that comes with the program."""
    return load_catalogue()


@pytest.fixture(scope="module")
def profile(catalogue: Catalogue) -> Profile:
    """The sample State that learns."""
    return load_profile(SORVENA, catalogue)


def moved(catalogue: Catalogue, profile: Profile, evidence: str) -> set[str]:
    """The instruments in which a rating's bounds change when one record is taken away."""
    assert profile.as_of
    left = tuple(item for item in profile.evidence if item.id != evidence)
    whole = evaluate(catalogue, profile, profile.as_of).ratings
    without = evaluate(catalogue, profile.model_copy(update={"evidence": left}), profile.as_of).ratings
    return {
        catalogue.obligations[name].instrument for name in whole if whole[name].bounds != without[name].bounds
    }


@pytest.mark.parametrize(
    ("evidence", "instruments"),
    [
        ("arms-act", {"madrid", "guidelines2370"}),
        ("stock-audit", {"sres2370", "madrid", "guidelines2370"}),
        ("marking-regulation", {"sres2370", "guidelines2370"}),
    ],
)
def test_one_record_moves_several_instruments(
    catalogue: Catalogue, profile: Profile, evidence: str, instruments: set[str]
) -> None:
    """One record entered once moves ratings in two or three instruments."""
    assert moved(catalogue, profile, evidence) >= instruments
