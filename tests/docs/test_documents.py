"""What the README and the pages under docs/ say is run: every `$ obligraph` line in a console block.

A block opened by ```` ```toml title="NAME" ```` is saved under that name before the commands below it run.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r'^```(\w+)(?: title="([^"\n]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
SAVE = "save "
ELISION = "..."


class Session(NamedTuple):
    """The console blocks of one page, run one after the other in one folder."""

    page: Path
    steps: list[tuple[str, str]]


def steps_of(text: str) -> list[tuple[str, str]]:
    """The commands of a page with the output printed below each; a line `...` stands for any lines.

    A file to save is a step too: the command `save NAME` with the file's text.
    """
    found: list[tuple[str, str]] = []
    for language, file, block in BLOCK.findall(text):
        if file:
            found.append((f"{SAVE}{file}", block))
        for chunk in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:] if language == "console" else []:
            command, _, output = chunk.partition("\n")
            found.append((command.strip(), output.rstrip()))
    return found


def sessions() -> list[Session]:
    """Each page that has a console block with an `obligraph` command."""
    pages = [Session(page, steps_of(page.read_text(encoding="utf-8"))) for page in PAGES if page.exists()]
    return [page for page in pages if any(command.startswith("obligraph") for command, _ in page.steps)]


def matches(expected: str, actual: str) -> bool:
    """Whether the output is as printed; `...` stands for any lines, and inside a line for any words."""
    pattern = r"\n".join(
        r"[\s\S]*?" if line.strip() == ELISION else re.escape(line.rstrip()).replace(r"\.\.\.", ".*")
        for line in expected.splitlines()
    )
    shown = "\n".join(line.rstrip() for line in actual.rstrip().splitlines())
    return re.fullmatch(pattern, shown) is not None


def save(path: Path, text: str) -> None:
    """Writes a file that a page tells its reader to save."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    """An empty folder in which the samples stand, as in a checkout."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    return tmp_path


@pytest.mark.parametrize("session", sessions(), ids=lambda session: session.page.name)
def test_console_blocks_print_what_they_show(session: Session, workplace: Path) -> None:
    """Every `obligraph` command shown in a page runs and prints what the page shows below it."""
    for command, expected in session.steps:
        if command.startswith(SAVE):
            save(workplace / command.removeprefix(SAVE), expected)
            continue
        words = shlex.split(command)
        if words[0] != "obligraph":
            continue
        done = subprocess.run(
            [sys.executable, "-m", "obligraph", *words[1:]],
            cwd=workplace,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode in {0, 1}, f"{command}\n{done.stderr}"
        if expected:
            assert matches(expected, done.stdout + done.stderr), f"{command}\n{done.stdout}{done.stderr}"


def test_scripts_of_the_page_on_scripting_run(workplace: Path) -> None:
    """Each shell script of the page on scripting runs as it stands, with a status that the page explains."""
    text = (ROOT / "docs" / "howto" / "script-in-ci.md").read_text(encoding="utf-8")
    scripts = [block for language, _, block in BLOCK.findall(text) if language == "sh"]
    shutil.copy(ROOT / "samples" / "velmark" / "profile.toml", workplace / "norland.toml")
    assert scripts
    for script in scripts:
        called = f'obligraph() {{ "{sys.executable}" -m obligraph "$@"; }}\n{script}'
        done = subprocess.run(
            ["sh", "-c", called], cwd=workplace, capture_output=True, text=True, timeout=120, check=False
        )
        assert done.returncode in {0, 1}, done.stderr
    assert {path.name for path in workplace.glob("*.json")} == {"gaps.json", "explain.json"}


PATH = re.compile(r"`((?:obligraph|samples|tests|docs|bench|\.ci)/[\w./-]*)`")


@pytest.mark.parametrize("page", [page for page in PAGES if page.exists()], ids=lambda page: page.name)
def test_every_path_named_exists(page: Path) -> None:
    """Every path of the project that a page names in code type exists."""
    missing = [name for name in PATH.findall(page.read_text(encoding="utf-8")) if not (ROOT / name).exists()]
    assert not missing
