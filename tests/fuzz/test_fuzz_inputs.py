"""A little fuzzing of profiles, packs, force tables and workbooks on every run."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz import fuzz_inputs as fuzz
from tests.fuzz.test_fuzz_cases import mutated

QUICK = ("toml", "json", "profile", "force", "review")


@pytest.mark.parametrize("name", sorted(fuzz.TARGETS))
def test_each_target_reads_its_seed(name: str) -> None:
    """Each target has an input to begin with, and is done with it."""
    fuzz.TARGETS[name](fuzz.seeds()[name])


@pytest.mark.parametrize("name", QUICK)
@settings(deadline=None, max_examples=40)
@given(seed=st.integers(0, 2**32))
def test_mutated_inputs_are_refused_in_words(name: str, seed: int) -> None:
    """An input with bytes flipped, cut, inserted or doubled gives a value, or faults of one line each."""
    fuzz.TARGETS[name](mutated(fuzz.seeds()[name], seed))


def test_every_case_has_a_target() -> None:
    """Each input that once made a target fail is named after one."""
    from tests.fuzz.fuzz_documents import TARGETS

    names = {path.stem.split("-")[0] for path in (Path(__file__).parent / "cases").glob("*.bin")}
    assert names <= {*TARGETS, *fuzz.TARGETS}
