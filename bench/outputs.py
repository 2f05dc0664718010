"""Measures what the largest outputs take: python bench/outputs.py [--large].

The shipped catalogue with the largest sample profile; a portfolio of 193 States, each with that profile; and,
with --large (some ten minutes), a pack as large as one may be. Each call is a process of its own: its
processor seconds and the most memory that it held are those that the system noted for it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from obligraph.plain import MOST_CHARACTERS, MOST_SIGNS

ROOT = Path(__file__).resolve().parents[1]
STATES = 193
REPORTS = (".html", ".md", ".pdf", ".xlsx", ".oscal.json", ".poam.oscal.json")
HEAD = """[instrument]
id = "large"
symbol = "LARGE 1 (2020)"
title = "A large code"
kind = "resolution"
issuer = "security_council"
date = 2020-01-01

[[themes]]
id = "lamps"
title = "Lamps"
"""
MEASURE = """
[[measures]]
id = "lamp-{0}"
title = "Lamp {0} is lit"
theme = "lamps"
axis = "formal"
stage = "upstream"
accepts = ["law", "practice"]
expects = "A record of lamp {0}."
question = "Is lamp {0} lit?"
effort = 2
effort_basis = "one keeper acts alone"
"""
OBLIGATION = """
[[obligations]]
paragraph = "{0}"
ordinal = 1
title = "Light lamp {0}"
summary = "Asks that lamp {0} is lit and kept alight."
verb = "decides"
force = "binding"
force_rule = "decides-shall"
bearers = ["member_states"]
needs = {{ all = ["lamp-{0}", "lamp-{1}"] }}
themes = ["lamps"]
"""
SIGN = re.compile(r"[\[\]{},=]")


class Taken(NamedTuple):
    """What a call took: seconds of the processor, the most memory in MiB, the size of its output in bytes."""

    seconds: float
    memory: float
    size: int


def call(folder: Path, output: str, *words: str) -> Taken:
    """Runs a call that writes an output, in a folder."""
    command = [sys.executable, "-m", "obligraph", *words, "-o", output]
    with subprocess.Popen(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: status {process.returncode}")
    seconds = usage.ru_utime + usage.ru_stime
    return Taken(seconds, usage.ru_maxrss / 1024, (folder / output).stat().st_size)


def largest_profile() -> str:
    """The text of the largest sample profile."""
    paths = (ROOT / "samples").glob("*/profile.toml")
    return max(paths, key=lambda path: path.stat().st_size).read_text(encoding="utf-8")


def largest_pack() -> tuple[str, int]:
    """A pack as large as one may be, with as many obligations as measures; and how many it has."""
    signs, characters, count = len(SIGN.findall(HEAD)), len(HEAD), 0
    while True:
        more = MEASURE.format(count + 1) + OBLIGATION.format(count + 1, 1 + count // 2)
        signs, characters = signs + len(SIGN.findall(more)), characters + len(more)
        if signs > MOST_SIGNS or characters > MOST_CHARACTERS:
            break
        count += 1
    numbers = range(1, count + 1)
    measures = "".join(MEASURE.format(number) for number in numbers)
    return HEAD + measures + "".join(OBLIGATION.format(n, 1 + (n - 1) // 2) for n in numbers), count


def of_one_state(folder: Path) -> Iterator[tuple[str, Taken]]:
    """The report in each format, and the questionnaire filled in."""
    (folder / "state.toml").write_text(largest_profile(), encoding="utf-8")
    for ending in REPORTS:
        yield f"report of one State, {ending}", call(folder, f"one{ending}", "report", "state.toml")
    yield "its questionnaire, .xlsx", call(folder, "asked.xlsx", "profile", "export", "state.toml")


def of_many_states(folder: Path) -> Iterator[tuple[str, Taken]]:
    """A portfolio in each format."""
    (folder / "many").mkdir()
    text = largest_profile()
    for number in range(STATES):
        named = re.sub(r'^state = ".*"$', f'state = "State {number}"', text, count=1, flags=re.MULTILINE)
        (folder / "many" / f"s{number:03}.toml").write_text(named, encoding="utf-8")
    for form in ("table", "csv", "json", "svg"):
        yield (
            f"portfolio of {STATES} States, {form}",
            call(folder, f"many.{form}", "portfolio", "many", "--format", form),
        )


def of_a_large_pack(folder: Path) -> Iterator[tuple[str, Taken]]:
    """A pack as large as one may be: read, rated, and reported on in each format."""
    (folder / "packs").mkdir()
    (folder / "packs" / "large.toml").write_text(largest_pack()[0], encoding="utf-8")
    (folder / "empty.toml").write_text('state = "Norland"\nas_of = 2026-06-30\n', encoding="utf-8")
    added = ("--catalogue", "packs")
    yield "catalogue list, table", call(folder, "list.txt", "catalogue", "list", *added)
    yield "evaluate, json", call(folder, "rated.json", "evaluate", "empty.toml", "--format", "json", *added)
    yield "profile export, .xlsx", call(folder, "asked.xlsx", "profile", "export", "empty.toml", *added)
    for ending in REPORTS:
        yield f"report, {ending}", call(folder, f"large{ending}", "report", "empty.toml", *added)


def main() -> None:
    """Prints a table."""
    parts = [of_one_state, of_many_states]
    if "--large" in sys.argv[1:]:
        parts.append(of_a_large_pack)
    print("| what is written | size (MiB) | processor time (s) | memory (MiB) |\n|---|--:|--:|--:|")
    for part in parts:
        if part is of_a_large_pack:
            print(f"| *with a pack of {largest_pack()[1]:,} obligations and as many measures* | | | |")
        with tempfile.TemporaryDirectory(prefix="obligraph-bench-") as folder:
            for what, taken in part(Path(folder)):
                row = (what, f"{taken.size / 2**20:.2f}", f"{taken.seconds:.1f}", f"{taken.memory:.0f}")
                print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
