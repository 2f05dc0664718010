"""What fuzzing has found stays found, and a little fuzzing on every run."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz import fuzz_documents as fuzz
from tests.fuzz import fuzz_inputs

CASES = sorted((Path(__file__).parent / "cases").glob("*.bin"))
SEEDS = fuzz.seeds()


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_what_was_found_stays_mended(path: Path) -> None:
    """An input that once made a target fail does so no more; its name begins with the target's."""
    targets = {**fuzz.TARGETS, **fuzz_inputs.TARGETS}
    targets[path.stem.split("-")[0]](path.read_bytes())


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_seeds_pass(name: str) -> None:
    """Each document that fuzzing begins with is read."""
    fuzz.try_any(SEEDS[name])


def mutated(data: bytes, seed: int) -> bytes:
    """Some bytes flipped, pieces cut, inserted and doubled, as a number decides."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    out = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        a, b = sorted((dice.randint(0, len(out)), dice.randint(0, len(out))))
        b = min(b, a + 40)
        match dice.randint(0, 3):
            case 0:
                out[a:b] = b""
            case 1:
                out[a:a] = out[a:b] * 2
            case 2:
                out[a:a] = dice.randbytes(dice.randint(1, 6))
            case _:
                out[a:b] = bytes(x ^ 1 << dice.randint(0, 7) for x in out[a:b])
    return bytes(out)


@pytest.mark.parametrize("name", sorted(SEEDS))
@settings(deadline=None, max_examples=60)
@given(seed=st.integers(0, 2**32))
def test_mutated_documents_never_raise(name: str, seed: int) -> None:
    """A document with bytes flipped, cut, inserted or doubled gives a document or one message."""
    fuzz.try_any(mutated(SEEDS[name], seed))


@settings(deadline=None, max_examples=60)
@given(seed=st.integers(0, 2**32))
def test_mutated_texts_are_extracted(seed: int) -> None:
    """Extraction of a mutated text never raises, and its spans lie in the text."""
    fuzz.try_extract(mutated(SEEDS["a.txt"], seed))
