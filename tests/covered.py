"""How much of each room its own tests reach, in branches and lines.

`python -m tests.covered` takes every room, `python -m tests.covered rules engine` those named. A room is
measured by the tests in its own folders and the examples in its own docstrings alone: what a command happens
to pass through does not count. Child processes count; tests that need a browser are left out. It leaves with
status 1 where a test fails or a room reaches less than `LEAST`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parent.parent

LEAST = 95.0
"""The share of branches, in per cent, that the tests of a room reach at least."""

ROOMS: Mapping[str, tuple[str, ...]] = {
    "rules": ("tests/rules", "obligraph/rules"),
    "extract": (
        "tests/extract",
        "tests/extract_documents",
        "tests/report/test_quoting.py",
        "obligraph/extract",
    ),
    "graph": ("tests/graph", "obligraph/graph"),
    "engine": ("tests/engine", "tests/durable", "obligraph/engine"),
}
"""Each room with what tests it: quoting is tested beside reports."""


@dataclass(frozen=True, slots=True)
class Reached:
    """What the tests of a room reach.

    Attributes:
        branches: how many branches of how many.
        lines: how many lines of how many.
        missing: by file, the branches that no test takes, each from a line to a line.
        failed: what pytest said where a test failed, else empty.
    """

    branches: tuple[int, int]
    lines: tuple[int, int]
    missing: Mapping[str, Sequence[Sequence[int]]]
    failed: str

    @property
    def share(self) -> float:
        """The branches reached, in per cent."""
        return 100 * self.branches[0] / self.branches[1]


def measured(room: str, marks: str) -> Reached:
    """Runs the tests of a room and measures them.

    Args:
        room: one of `ROOMS`.
        marks: which tests run, as `pytest -m` takes it.
    """
    with TemporaryDirectory() as folder:
        settings = os.environ | {"COVERAGE_FILE": str(Path(folder) / "data")}
        tests = ("pytest", "-q", "-n", "0", "--no-header", "-m", marks, *ROOMS[room])
        ran = _coverage(("run", "-m", *tests), settings)
        _coverage(("combine", "-q"), settings)
        report = Path(folder) / "report.json"
        _coverage(("json", "-q", "-o", str(report)), settings)
        return _read(
            json.loads(report.read_text(encoding="utf-8")),
            room,
            ran.stdout + ran.stderr if ran.returncode else "",
        )


def _coverage(arguments: Sequence[str], settings: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "coverage", *arguments)
    return subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=False)


def _read(report: Any, room: str, failed: str) -> Reached:
    """The figures of one room out of those of the whole program."""
    files = {name: found for name, found in report["files"].items() if name.startswith(f"obligraph/{room}/")}

    def total(what: str) -> int:
        return sum(int(found["summary"][what]) for found in files.values())

    missing = {name: found["missing_branches"] for name, found in files.items() if found["missing_branches"]}
    return Reached(
        (total("covered_branches"), total("num_branches")),
        (total("covered_lines"), total("num_statements")),
        missing,
        failed,
    )


def main(arguments: Sequence[str]) -> int:
    """Prints a row a room.

    Args:
        arguments: the rooms; `--missing` to list the branches that no test takes; `--without-sources` to
            leave out what reads the source documents beside the checkout, which not everybody has.

    Returns:
        The exit status.
    """
    rooms = [each for each in arguments if each in ROOMS] or list(ROOMS)
    marks = "not browser and not shared" if "--without-sources" in arguments else "not browser"
    status = 0
    print(f"{'room':10}{'branches':>16}{'':9}{'lines':>16}", flush=True)
    for room in rooms:
        found = measured(room, marks)
        lines = 100 * found.lines[0] / found.lines[1]
        print(
            f"{room:10}{found.branches[0]:>9} of {found.branches[1]:>4}{found.share:>7.1f} %"
            f"{found.lines[0]:>9} of {found.lines[1]:>4}{lines:>7.1f} %",
            flush=True,
        )
        status = status or int(found.share < LEAST or bool(found.failed))
        if found.failed:
            print(found.failed, file=sys.stderr)
        for name, branches in found.missing.items() if "--missing" in arguments else ():
            print(f"  {name}: {', '.join(f'{start} to {end}' for start, end in branches)}")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
