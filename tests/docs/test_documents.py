"""What the README and the pages under docs/ say is run: every `$ obligraph` line in a console block.

A block opened by ```` ```toml title="NAME" ```` is saved under that name before the commands below it run.
It is shown once: on every Python all commands run from the wheel, and whole outputs are compared.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

pytestmark = pytest.mark.once

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
        assert words[0] == "obligraph", f"{command}: console blocks are for calls of obligraph alone"
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


SCRIPTS: dict[str, set[str]] = {
    "docs/howto/script-in-ci.md": {"gaps.json", "explain.json"},
    "docs/howto/share-the-work.md": {"clauses.jsonl"},
    "docs/howto/compare-years.md": set(),
    "docs/compare.md": set(),
    "docs/maturity.md": {"maturity.csv"},
    "docs/workbook.md": {"questionnaire.xlsx", "velmark.xlsx", "velmark.toml", "velmark-results.xlsx"},
}
"""The pages whose shell scripts run as they stand, with the files that these leave behind."""

WHEEL = "tests/install/check_wheel.py and .ci/run do the same"
NOT_RUN: dict[tuple[str, str], str] = {
    ("README.md", "python3 -m venv"): WHEEL,
    ("docs/index.md", "python3 -m venv"): WHEEL,
    ("docs/howto/install.md", "python3 -m venv"): WHEEL,
    ("docs/howto/share-the-work.md", "pip install"): "installs a package; .ci/run installs the same",
    ("docs/howto/share-the-work.md", "dask "): "names machines; tests/cli/test_cluster.py starts both here",
    (
        "docs/howto/share-the-work.md",
        "obligraph extract --format jsonl --scheduler",
    ): "names machines; tests/cli/test_cluster.py does it here",
    ("docs/second-engine.md", "pip install"): "installs a package; .ci/run installs the same",
    ("docs/second-engine.md", "CPPFLAGS"): "installs a package; .ci/run installs the same",
    ("docs/second-engine.md", "obligraph evaluate"): "needs a compiled extra; tests/durable run the same",
}
"""The scripts that no test runs, by page and first words, each with the reason."""


def scripts(page: Path) -> list[str]:
    """The shell scripts of a page."""
    return [
        text for language, _, text in BLOCK.findall(page.read_text(encoding="utf-8")) if language in SHELLS
    ]


SHELLS = {"sh", "shell", "bash"}


def reason(page: Path, script: str) -> str:
    """Why a script is not run; empty where it is."""
    name = page.relative_to(ROOT).as_posix()
    found = [why for (where, words), why in NOT_RUN.items() if where == name and script.startswith(words)]
    return found[0] if found else ""


@pytest.fixture
def furnished(workplace: Path) -> Path:
    """A folder with the files of which the scripts of the pages speak."""
    for year, name in (("2023", "kestria"), ("2024", "kestria")):
        shutil.copy(ROOT / "samples" / name / "profile.toml", workplace / f"{name}-{year}.toml")
    for name in ("norland.toml", "velmark.toml"):
        shutil.copy(ROOT / "samples" / "velmark" / "profile.toml", workplace / name)
    shutil.copytree(ROOT / "samples", workplace / "profiles")
    (workplace / "resolutions").mkdir()
    for name in ("resolution", "new-resolution"):
        shutil.copy(ROOT / "samples" / name / "resolution.txt", workplace / "resolutions" / f"{name}.txt")
    for name in ("packs-2024", "packs-2026", "my-packs"):
        save(workplace / name / "own.toml", '[[themes]]\nid = "lamps"\ntitle = "Lamps"\n')
    return workplace


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_of_the_pages_run(name: str, furnished: Path) -> None:
    """Each shell script of a page runs as it stands, with a status that the page explains."""
    run = [script for script in scripts(ROOT / name) if not reason(ROOT / name, script)]
    assert run
    before = {path.name for path in furnished.iterdir()} - SCRIPTS[name]
    for script in run:
        called = f'obligraph() {{ "{sys.executable}" -m obligraph "$@"; }}\nset -e\n{script}'
        done = subprocess.run(
            ["sh", "-c", called], cwd=furnished, capture_output=True, text=True, timeout=120, check=False
        )
        assert done.returncode in {0, 1}, done.stderr
        assert "Traceback" not in done.stderr
    assert {path.name for path in furnished.iterdir()} - before == SCRIPTS[name]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_code_stands_unrun_without_a_reason(page: Path) -> None:
    """Every block of every page is run, checked, or listed with the reason why it cannot be."""
    name, text = page.relative_to(ROOT).as_posix(), page.read_text(encoding="utf-8")
    for language, file, block in BLOCK.findall(text):
        if language in SHELLS:
            assert name in SCRIPTS or reason(page, block), block
        elif language == "toml" and not file:
            tomllib.loads(block)
        elif language == "text" and name != "docs/reference/commands.md":
            assert not re.search(r"^(?:\$ )?(?:obligraph|pip|python3?) ", block, re.MULTILINE), block
        else:
            assert language in {"console", "toml", "text"} or ">>> " in block, block
    assert len(re.findall(r"^```", text, re.MULTILINE)) == 2 * len(BLOCK.findall(text)), "a block is not seen"
    assert not re.search(r"^    (?:\$ )?(?:obligraph|pip|python3?) ", BLOCK.sub("", text), re.MULTILINE)


def test_no_reason_is_left_over() -> None:
    """Each reason belongs to a script that stands in its page."""
    for where, words in NOT_RUN:
        assert any(script.startswith(words) for script in scripts(ROOT / where)), (where, words)


PATH = re.compile(
    r"`((?:obligraph|samples|tests|docs|bench|\.ci)/[\w./-]*|[A-Z]{4,}\.md|\w+\.yml|justfile)(?:::\w+)?`"
)
MODULE = re.compile(r"python -m ((?:tests|bench)\.[\w.]+)")
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


@pytest.mark.parametrize("page", [page for page in PAGES if page.exists()], ids=lambda page: page.name)
def test_every_path_named_exists(page: Path) -> None:
    """Every path of the project that a page names in code type exists."""
    text = page.read_text(encoding="utf-8")
    missing = [name for name in PATH.findall(text) if not (ROOT / name).exists()]
    missing += [name for name in LINK.findall(text) if not (page.parent / name).exists()]
    modules = [ROOT / name.replace(".", "/") for name in MODULE.findall(text)]
    missing += [str(path) for path in modules if not (path.with_suffix(".py").exists() or path.is_dir())]
    assert not missing


def test_the_rooms_of_the_house_are_all_described() -> None:
    """The tree of CONTRIBUTING names every room and every module of the ground, and no other."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    lines = re.findall(r"^ {6}(\S.*?)  +\S", text, re.MULTILINE)
    described = {name.strip("/ ") for line in lines for name in line.split(",")}
    rooms = {path.parent.name for path in (ROOT / "obligraph").glob("*/__init__.py")}
    modules = {path.name for path in (ROOT / "obligraph").glob("[a-z]*.py")}
    assert described == rooms | modules
