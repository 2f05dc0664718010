"""Every command that writes a file, killed at a random moment: the file is whole, or as it was."""

from __future__ import annotations

import ast
import os
import random
import signal
import time
from pathlib import Path

import pytest

import obligraph
from obligraph.cli.main import cli
from tests.cli.command_line import PROFILE, write
from tests.hostile.test_atomic_files import clear
from tests.report.test_public_everywhere import commands

TEXT = "Resolution 1 (2031)\n\n1. Decides that States shall keep lamps on piers;\n"
OLD = b"as it was\n"
KILLS = 2
"""How often each command is killed, at moments spread over its time."""

OUT = ("-o", "out/made")
ASKED: dict[str, tuple[str, ...]] = {
    "extract": ("text.txt", "--review", "out/made.xlsx"),
    "catalogue export": (*OUT,),
    "catalogue lint": (*OUT,),
    "catalogue list": (*OUT,),
    "catalogue schema": ("pack", *OUT),
    "catalogue show": ("sres2396.12.1", *OUT),
    "catalogue verify": ("text.txt", "--instrument", "sres2396", *OUT),
    "profile check": ("state.toml", *OUT),
    "profile export": ("state.toml", "-o", "out/made.xlsx"),
    "profile import": ("state.xlsx", "-o", "out/made.toml"),
    "profile new": ("out/made.toml",),
    "evaluate": ("state.toml", *OUT),
    "gaps": ("state.toml", *OUT),
    "plan": ("state.toml", *OUT),
    "compare": ("earlier.toml", "state.toml", *OUT),
    "impact": ("text.txt", "--profile", "state.toml", *OUT),
    "portfolio": ("many", *OUT),
    "maturity": ("state.toml", *OUT),
    "explain": ("state.toml", "sres2396.12.1", *OUT),
    "report": ("state.toml", "-o", "out/made.html"),
    "graph ask blocks": ("sres2396.12.1", *OUT),
    "graph ask bottlenecks": (*OUT,),
    "graph ask cycles": (*OUT,),
    "graph ask keystones": ("--profile", "state.toml", *OUT),
    "graph ask orphans": (*OUT,),
    "graph ask path": ("sres2396.12.1", "pnr-law", *OUT),
    "graph draw": ("-o", "out/made.graphml"),
    "samples": ("out/samples",),
    "doctor": (*OUT,),
}
"""Each command that writes, with what it is called with here."""

SILENT = {"watch"}
"""The commands that write no file."""


def test_every_command_is_tried() -> None:
    """A command is tried here, or is known to write nothing."""
    assert {name for name, _ in commands()} == ASKED.keys() | SILENT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with all that the commands read."""
    write(tmp_path, "state.toml", PROFILE)
    write(tmp_path, "earlier.toml", PROFILE.replace("2024-06-30", "2023-12-31"))
    write(tmp_path / "many", "a.toml", PROFILE)
    write(tmp_path, "text.txt", TEXT)
    assert run(tmp_path, ["profile", "export", "state.toml", "-o", "state.xlsx"]) == 0
    (tmp_path / "out").mkdir()
    return tmp_path


def started(folder: Path, args: list[str]) -> int:
    """The id of a new process, which has the program loaded already, at work on a call."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        os.chdir(folder)
        silent = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(silent, stream)
        cli(args, prog_name="obligraph")
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 0
    finally:
        os._exit(status)


def run(folder: Path, args: list[str]) -> int:
    """The exit status of a call."""
    return os.waitstatus_to_exitcode(os.waitpid(started(folder, args), 0)[1])


def killed(folder: Path, args: list[str], after: float) -> bool:
    """Whether a call was killed after so many seconds; False where it ended before."""
    child = started(folder, args)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def made(folder: Path) -> dict[str, bytes]:
    """The files that a call has written, but for what those who were killed leave."""
    found = (path for path in (folder / "out").rglob("*") if path.is_file())
    return {str(path): path.read_bytes() for path in found if not path.name.startswith(".obligraph-")}


@pytest.mark.slow
def test_a_file_is_whole_or_as_it_was(folder: Path) -> None:
    """Each command, killed some times at random moments, leaves no file that is neither old nor all new."""
    draw = random.Random(8)  # noqa: S311 - a test's own dice
    ended = {True: 0, False: 0}
    for name, asked in ASKED.items():
        args = [*name.split(), *asked]
        begun = time.monotonic()
        status = run(folder, args)
        took = time.monotonic() - begun
        assert status in ({0, 1} if name in {"catalogue verify", "catalogue lint"} else {0}), name
        whole = made(folder)
        assert whole, name
        for kill in range(KILLS):
            for path in whole:
                _before(Path(path), there=draw.random() < 0.5 and name not in {"samples", "profile new"})
            ended[killed(folder, args, took * (kill + draw.random()) / KILLS)] += 1
            for path, data in made(folder).items():
                assert data in (whole[path], OLD), (name, path)
            for place in (folder / "out", *(folder / "out").rglob("*/")):
                clear(place)
        for path in made(folder):
            Path(path).unlink()
    assert ended[True] > len(ASKED)


def _before(path: Path, there: bool) -> None:
    if there:
        path.write_bytes(OLD)
    else:
        path.unlink(missing_ok=True)


WRITING = frozenset(
    {"write_text", "write_bytes", "unlink", "rename", "touch", "symlink_to", "hardlink_to", "rmdir", "mkdir"}
    | {"makedirs", "remove", "removedirs", "truncate", "chmod", "rmtree", "copyfile", "copytree", "move"}
    | {"mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryDirectory", "TemporaryFile", "fdopen", "open"}
)
"""Calls that can write, make or remove files."""

KNOWN = {
    ("cli/main.py", "open"): "opens the null device, for a pipe whose reader has left",
    ("cli/samples.py", "mkdir"): "makes the folder that was named",
    ("engine/durable/child.py", "fdopen"): "speaks through a pipe to the process that started it",
    ("engine/durable/process.py", "TemporaryFile"): "keeps what the child says in a file without a name",
    ("extract/readers/docx.py", "open"): "reads a part of an archive",
    ("sheets/opening.py", "open"): "reads a part of an archive",
    ("report/workbook/questionnaire.py", "remove"): "takes a sheet out of a workbook in memory",
    ("report/workbook/results.py", "remove"): "takes a sheet out of a workbook in memory",
}
"""Such calls outside `obligraph.files`, each with the reason why it leaves no file half-written."""


def test_files_are_written_in_one_place_only() -> None:
    """No module but `obligraph.files` opens, makes or removes files, but for those listed with a reason."""
    root = Path(obligraph.__path__[0])
    found = set()
    for path in sorted(root.rglob("*.py")):
        place = path.relative_to(root).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        ours = _from_files(tree)
        calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
        names = {func.attr for func in calls if isinstance(func, ast.Attribute)}
        names |= {func.id for func in calls if isinstance(func, ast.Name)} - ours
        if place != "files.py":
            found |= {(place, name) for name in names & WRITING}
    # a function of ours that happens to be called `touch` makes no file
    assert found - {("graph/layout/labelling.py", "touch")} == KNOWN.keys()


def _from_files(tree: ast.Module) -> set[str]:
    """The writers of `obligraph.files` that a module imports."""
    return {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "obligraph.files"
        for alias in node.names
    }
