"""What grows with the square of a pack would take minutes where a pack is as large as one may be."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

import pytest

from obligraph.rules.lint import Remark, lint
from obligraph.rules.model import Measure
from tests.engine.builders import catalogue, measure

MANY = 3_000
SOON = 5.0
"""Seconds of the processor; all pairs of so many measures take more than ten."""


def linted(titled: Callable[[int], str]) -> tuple[list[Remark], float]:
    """The remarks on measures alike in a catalogue of many measures, and the seconds that they took."""
    measures: list[Measure] = [measure(f"m-{at:04}", title=titled(at)) for at in range(MANY)]
    given = catalogue([], measures)
    begun = time.process_time()
    remarks = [each for each in lint(given) if each.rule == "measures-alike"]
    return remarks, time.process_time() - begun


def test_many_measures_that_ask_for_the_same_are_each_remarked_on_once() -> None:
    """Each measure is named beside the one before it, however many are alike, and soon."""
    remarks, seconds = linted(lambda at: f"Lamp n{at} is lit by k{at}")
    names = [f"m-{at:04}" for at in range(MANY)]
    expected = [(one, f"asks for the same evidence as '{other}'") for one, other in pairwise(names)]
    assert [(each.place, each.what) for each in remarks] == expected
    assert seconds < SOON


@pytest.mark.parametrize("titled", [lambda at: f"Lamp n{at}", lambda _: "Lamps are lit"])
def test_many_titles_are_compared_soon(titled: Callable[[int], str]) -> None:
    """Titles that share a word, and titles that are the same, are compared soon."""
    remarks, seconds = linted(titled)
    assert len(remarks) == MANY - 1
    assert seconds < SOON
