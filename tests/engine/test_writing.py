"""A profile as text, to the letter."""

from __future__ import annotations

from obligraph.engine.profile import Profile
from obligraph.engine.writing import dump_profile
from tests.engine import builders as build

TEXT = """state = "Norland"

[attributes]
has_land_borders = true

[[evidence]]
id = "A"
title = "A"
kind = "law"
supports = [
  "pnr-law",
  { measure = "watch-list", extent = "partial", shortfall = "no fines" },
]
status = "draft"
effective_from = 2024-01-01
collected = 2026-01-15

[evidence.locator]
article = "5.10"
"""


def test_a_profile_is_written_to_the_letter() -> None:
    """What is at its default is left out, a claim of full extent is a bare id, lists are set in by two."""
    record = build.evidence(
        "A",
        ["pnr-law", build.partly("watch-list", "no fines")],
        status="draft",
        locator={"article": "5.10"},
    )
    assert dump_profile(build.profile(record, attributes={"has_land_borders": True})) == TEXT


def test_a_bare_profile_is_one_line() -> None:
    """A profile that says nothing but a name is written as that."""
    assert dump_profile(Profile(state="Norland")) == 'state = "Norland"\n'
