"""The page on bounds says what the program does."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "bounds.md"
ROW = re.compile(r"^\|.*\| ([\d,]+) \| `([\w.]+)\.([A-Z_]+)` \|$", re.MULTILINE)


def test_every_bound_is_that_of_the_program() -> None:
    """Each value in the table is the constant that stands beside it."""
    rows = ROW.findall(PAGE.read_text(encoding="utf-8"))
    assert len(rows) >= 20
    for value, module, name in rows:
        held = getattr(import_module(f"obligraph.{module}"), name)
        assert held == int(value.replace(",", "")), (module, name)
