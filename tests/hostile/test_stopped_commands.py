"""Ctrl-C at any moment and a reader that leaves: one line at most, a plain status, nothing left behind."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from obligraph.cli.main import cli
from tests.cli.command_line import PROFILE, write
from tests.cli.stopping import STOPPED, gone

READY = (
    "import os, signal, sys\n"
    "from obligraph.cli.main import main\n"
    "os.write(int(os.environ['READY']), b'x')\n"
    "main()\n"
)
"""The command, which says when its own code begins: before that, Python itself answers Ctrl-C."""

READER_GONE = 141
"""The exit status when the reader of a pipe has left."""

WATCHING = "obligraph: watching state.toml; Ctrl-C ends it\n"
"""What `watch` says before there is anything to stop."""

TEXT = "Resolution 1 (2031)\n\n" + "".join(
    f"{n}. Decides that States shall keep lamp {n} on the pier;\n\n" for n in range(1, 400)
)

LONG: dict[str, tuple[str, ...]] = {
    "extract": ("texts/a.txt", "texts/b.txt", "texts/c.txt", "--workers", "2", "--format", "jsonl"),
    "extract --review": ("texts/a.txt", "--review", "out/made.xlsx"),
    "portfolio": ("many", "--workers", "2", "-o", "out/made.txt"),
    "plan": ("state.toml", "--unknown-as-unmet", "-o", "out/made.txt"),
    "watch": ("state.toml",),
    "report": ("state.toml", "-o", "out/made.html"),
    "impact": ("texts/a.txt", "--profile", "state.toml", "-o", "out/made.txt"),
}
"""The commands that take longest, or that wait."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with all that the commands read."""
    for name in ("state.toml", "many/a.toml", "many/b.toml"):
        write((tmp_path / name).parent, Path(name).name, PROFILE)
    for name in "abc":
        write(tmp_path / "texts", f"{name}.txt", TEXT)
    (tmp_path / "out").mkdir()
    return tmp_path


def interrupted(folder: Path, args: list[str], after: float) -> tuple[int, str, int]:
    """Runs a command and presses Ctrl-C so many seconds after it begins: status, what it said, its id."""
    heard, said = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-c", READY, *args],
        cwd=folder,
        env={**os.environ, "READY": str(said), "COLUMNS": "80"},
        pass_fds=[said],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    os.close(said)
    try:
        os.read(heard, 1)
        time.sleep(after)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=30)
    finally:
        os.close(heard)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    return process.returncode, err.decode(), process.pid


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finding processes left behind needs /proc")
@pytest.mark.parametrize("name", LONG)
def test_ctrl_c_at_any_moment_is_one_line(folder: Path, name: str) -> None:
    """Stopped at a random moment, a command says so in one line and leaves no process and no partial file."""
    draw = random.Random(name)  # noqa: S311 - a test's own dice
    before = {path for path in folder.rglob("*") if path.is_file()}
    stopped = 0
    for _ in range(3):
        args = [name.partition(" ")[0], *LONG[name]]
        status, err, pid = interrupted(folder, args, draw.uniform(0.02, 0.5))
        if status != 0:
            assert (status, err.removeprefix(WATCHING)) == (STOPPED, "obligraph: stopped\n")
            assert {path for path in folder.rglob("*") if path.is_file()} == before
            stopped += 1
        assert gone(pid)
        for path in (folder / "out").iterdir():
            path.unlink()
    assert stopped > 0


def test_ctrl_c_while_a_class_is_made_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C that Python 3.11 wraps into another error, as in an import, is one line with its own status."""

    class Pressed:
        def __set_name__(self, owner: type, name: str) -> None:
            raise KeyboardInterrupt

    def imported(*_: object) -> None:
        type("Late", (), {"pressed": Pressed()})

    monkeypatch.setattr("obligraph.rules.packs.load_catalogue", imported)
    result = CliRunner().invoke(cli, ["catalogue", "list"])
    assert (result.exit_code, result.stdout, result.stderr) == (STOPPED, "", "obligraph: stopped\n")


PIPED: tuple[str, ...] = (
    "extract texts/a.txt --format jsonl",
    "extract texts/a.txt texts/b.txt --workers 2",
    "catalogue list",
    "catalogue export -o /dev/stdout",
    "evaluate state.toml --format json",
    "gaps state.toml -o /dev/stdout",
    "explain state.toml sres2396.12.1",
    "graph ask keystones --profile state.toml",
)


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="needs /dev/stdout")
@pytest.mark.parametrize("line", PIPED)
def test_a_reader_that_leaves_is_no_fault(folder: Path, line: str) -> None:
    """Where the reader of a pipe leaves, the command ends without a word, as if all had been read or so."""
    process = subprocess.Popen(
        [sys.executable, "-m", "obligraph", *line.split()],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    err = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait(timeout=30) == READER_GONE
    assert err == ""
