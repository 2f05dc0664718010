"""Runs the quick tests with the lowest releases of the dependencies that `pyproject.toml` allows.

    python -m tests.install.check_lowest [--python PATH] [words for pytest]

Needs git and the network. What is checked is the last commit. It leaves with the status of pytest.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.install.check_wheel import ROOT, run

TESTERS = ("pytest", "hypothesis", "jsonschema", "python-docx", "pytest-xdist")
"""What the tests need beside the program, in their latest releases."""

LEFT_OUT = ("slow", "browser", "libreoffice", "cluster", "durable")
"""The marks of tests that take long or need more than the default install."""


def install(python: str, folder: Path) -> Path:
    """The interpreter of a new environment with the lowest releases, and the program from a clone."""
    tree, home = folder / "tree", folder / "venv"
    run("git", "clone", "--quiet", ROOT, tree)
    run(python, "-m", "venv", home)
    inside = home / "bin" / "python"
    run(inside, "-m", "pip", "install", "uv")
    uv: list[str | Path] = [
        inside,
        "-m",
        "uv",
        "pip",
        "install",
        "--only-binary",
        ":all:",
        "--python",
        inside,
    ]
    run(*uv, "--resolution", "lowest-direct", "-r", tree / "pyproject.toml")
    run(*uv, *TESTERS)
    run(inside, "-m", "pip", "install", "--no-deps", "-e", tree)
    return inside


def main(args: Sequence[str] | None = None) -> int:
    """Does all of it; the status of pytest."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--python", default=sys.executable)
    asked, words = parser.parse_known_args(args)
    with tempfile.TemporaryDirectory(prefix="obligraph-lowest-") as name:
        inside = install(asked.python, Path(name))
        chosen = " and ".join(f"not {mark}" for mark in LEFT_OUT)
        command = [str(inside), "-m", "pytest", "-q", "-m", chosen, *words]
        return subprocess.run(
            command, cwd=Path(name) / "tree", env={**os.environ, "CI": "1"}, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
