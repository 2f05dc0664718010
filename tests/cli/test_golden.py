"""The outputs of the sample States, compared whole with the files beside their profiles."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden import ROOT, SAMPLES, joint_outputs, outputs, run


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands name their profiles from the root of the repository."""
    monkeypatch.chdir(ROOT)


OTHERS = frozenset({"profile.toml", "report-page-one.md"})
"""Files of a sample State that are no output of a command here: `tests/overview` compares the report."""

EVERY = outputs() | joint_outputs()


@pytest.mark.parametrize(("path", "args"), EVERY.items(), ids=lambda value: getattr(value, "name", ""))
def test_a_sample_prints_what_stands_beside_it(path: Path, args: tuple[str, ...]) -> None:
    """A sample State's output is, to the byte, the file beside its profile; `just golden` renews it."""
    assert run(*args) == path.read_text(encoding="utf-8")


def test_every_sample_state_is_compared() -> None:
    """Every folder with a profile has expected outputs, and no expected output is left over."""
    states = {path.parent for path in SAMPLES.glob("*/profile.toml")}
    assert {path.parent for path in outputs()} == states
    kept = {path for state in states for path in state.iterdir() if path.name not in OTHERS}
    assert kept == set(outputs())
