"""Running the command line as a user does: the installed command, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PROFILE = """
state = "Testland"
as_of = 2024-06-30

[[evidence]]
id = "act"
title = "Passenger Data Act"
kind = "law"
supports = ["pnr-law", { measure = "api-law", extent = "partial", shortfall = "not at sea" }]
effective_from = 2019-01-01
locator = { article = "s. 4", page = "12" }

[[evidence]]
id = "authority"
title = "Report of the authority"
kind = "report"
contradicts = ["data-protection-oversight"]
collected = 2023-11-11
"""


@dataclass(frozen=True)
class Finished:
    """How a command ended."""

    status: int
    out: str
    err: str


def obligraph(*args: str | Path, given: str = "", cwd: Path | None = None) -> Finished:
    """Runs the command in a new process, away from any terminal."""
    environment = {name: value for name, value in os.environ.items() if name != "OBLIGRAPH_DEBUG"}
    ran = subprocess.run(
        [sys.executable, "-m", "obligraph", *map(str, args)],
        input=given.encode(),
        capture_output=True,
        cwd=cwd,
        env=environment,
        timeout=60,
        check=False,
    )
    return Finished(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def write(folder: Path, name: str, text: str) -> Path:
    """A file with a text, in a folder."""
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
