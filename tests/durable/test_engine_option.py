"""`obligraph evaluate --engine`: another engine, the same output; two engines, every difference shown."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from obligraph.cli.engines import MOST_DIFFERENCES
from obligraph.cli.main import cli
from obligraph.engine.durable import session
from obligraph.engine.evaluation import evaluate
from obligraph.engine.profile import Profile
from obligraph.engine.results import Assessment, Bounds, Rating
from obligraph.rules.catalogue import Catalogue
from tests.durable.second_engine import needs_durable

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "samples").glob("*/profile.toml"))


def evaluated(path: Path, engine: str) -> Result:
    """What `evaluate` says with an engine."""
    return CliRunner().invoke(
        cli,
        ["evaluate", str(path), "--as-of", "2024-06-30", "--format", "json", "--engine", engine],
    )


@pytest.mark.durable
@needs_durable[1]
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_samples_are_rated_alike(path: Path) -> None:
    """For each sample State both engines write the same bytes, and agree on every answer."""
    reference, durable, both = (evaluated(path, engine) for engine in ("reference", "durable", "both"))
    assert reference.exit_code == durable.exit_code == both.exit_code == 0
    assert reference.stdout == durable.stdout == both.stdout
    words = both.stderr.split()
    assert words[words.index("on") + 1] == words[words.index("of") + 1]


def wrong(count: int) -> object:
    """A second engine that is wrong on the first obligations."""

    def evaluator(catalogue: Catalogue, profile: Profile, as_of: dt.date) -> Assessment:
        found = evaluate(catalogue, profile, as_of)
        ratings = dict(found.ratings)
        for name in list(ratings)[:count]:
            ratings[name] = dataclasses.replace(
                ratings[name], rating=Rating.MET, bounds=Bounds(2, 2), caps=()
            )
        return dataclasses.replace(found, ratings=ratings)

    return evaluator


def test_differences_are_shown_and_change_the_status(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where two engines differ, both answers are shown, the reference's is printed, and the status is 1."""
    path = tmp_path / "p.toml"
    path.write_text('state = "Testland"\n', encoding="utf-8")
    monkeypatch.setattr(session, "evaluate_by_durable", wrong(1))
    result = evaluated(path, "both")
    assert result.exit_code == 1
    assert result.stdout == evaluated(path, "reference").stdout
    first, second = result.stderr.splitlines()
    assert "agree on" in first
    assert "reference: undetermined (anything from not met to met)" in second
    assert "; durable-rules: met (met)" in second


def test_many_differences_are_cut_short(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Of very many differences the first are shown, and the rest is counted."""
    path = tmp_path / "p.toml"
    path.write_text('state = "Testland"\n', encoding="utf-8")
    monkeypatch.setattr(session, "evaluate_by_durable", wrong(MOST_DIFFERENCES + 5))
    lines = evaluated(path, "both").stderr.splitlines()
    assert len(lines) == MOST_DIFFERENCES + 2
    assert lines[-1] == "obligraph: and 5 more differences"


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without durable-rules, asking for it is one message with the way out, and status 2."""
    path = tmp_path / "p.toml"
    path.write_text('state = "Testland"\n', encoding="utf-8")
    monkeypatch.setattr("obligraph.engine.durable.process.installed", lambda: False)
    result = evaluated(path, "durable")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert "pip install 'obligraph[durable]'" in result.stderr
