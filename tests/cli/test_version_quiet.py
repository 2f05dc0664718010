"""What the program says of itself, how much it says beside a result, and how wide and coloured it says it."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from obligraph import __version__
from obligraph.cli.main import cli
from obligraph.rules.packs import load_catalogue, shipped_packs
from tests.cli.command_line import PROFILE, obligraph, write
from tests.cli.test_commands import leaves
from tests.golden import SAMPLES

KESTRIA = SAMPLES / "kestria" / "profile.toml"
NOWHERE = SAMPLES / "nowhere.toml"


def test_version() -> None:
    """The version names the release, and the catalogue with the fingerprint that every result carries."""
    ran = obligraph("--version")
    assert ran.status == 0
    fingerprint = load_catalogue().fingerprint
    assert ran.out == f"obligraph {__version__}\ncatalogue {__version__} ({fingerprint})\n"
    assert f'"catalogue": "{fingerprint}"' in obligraph("gaps", KESTRIA, "--format", "json").out


def test_version_without_a_catalogue(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A damaged installation still says its release."""
    write(tmp_path, "broken.toml", "[[")
    monkeypatch.setattr("obligraph.rules.packs.shipped_packs", lambda: tmp_path)
    load_catalogue.cache_clear()
    try:
        ran = CliRunner().invoke(cli, ["--version"])
    finally:
        load_catalogue.cache_clear()
    assert ran.exit_code == 0
    first, second = ran.output.splitlines()
    assert first == f"obligraph {__version__}"
    assert second == f"catalogue {__version__} (cannot be read; see obligraph doctor)"


SPEAKING: tuple[tuple[str | Path, ...], ...] = (
    ("gaps", KESTRIA, "-o", "out.txt"),
    ("graph", KESTRIA, "-o", "out.svg"),
    ("profile", "export", KESTRIA, "--public", "-o", "out.toml"),
    ("report", KESTRIA, "-o", "out.md"),
    ("extract", SAMPLES / "resolution" / "resolution.txt", "--review", "out.xlsx"),
    ("samples", "copied"),
)
"""Calls that say something on standard error although all is well."""


@pytest.mark.parametrize("call", SPEAKING, ids=lambda call: str(call[0]))
@pytest.mark.parametrize("option", ["--quiet", "-q"])
def test_quiet_silences_what_is_said_beside_a_result(
    call: tuple[str | Path, ...], option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With -q before it or --quiet behind it a call says nothing, and writes the same."""
    monkeypatch.chdir(tmp_path)
    runner, words = CliRunner(), [str(word) for word in call]
    loud = runner.invoke(cli, words)
    assert loud.exit_code == 0, loud.stderr
    assert "obligraph: " in loud.stderr
    written = {path.name: path.read_bytes() for path in tmp_path.glob("out.*") if path.suffix != ".xlsx"}
    quiet = runner.invoke(cli, [option, *words] if option == "-q" else [*words, option])
    assert quiet.exit_code == 0
    assert quiet.stderr == ""
    assert quiet.stdout == loud.stdout
    assert all((tmp_path / name).read_bytes() == data for name, data in written.items())


@pytest.mark.parametrize("path", leaves(cli), ids=" ".join)
def test_every_command_takes_both_options(path: tuple[str, ...]) -> None:
    """Every command has --quiet and --verbose in its help, and refuses the two together."""
    shown = CliRunner().invoke(cli, [*path, "--help"]).output
    assert "-q, --quiet" in shown
    assert "-v, --verbose" in shown
    both = CliRunner().invoke(cli, ["--quiet", *path, "--verbose"])
    assert both.exit_code == 2
    assert "do not go together" in both.stderr


@pytest.mark.parametrize("option", ["--quiet", "--verbose"])
def test_results_and_faults_are_never_silenced(option: str) -> None:
    """Neither option changes a result, a fault or a status."""
    for call in (("gaps", KESTRIA, "--fail-on", "binding"), ("gaps", NOWHERE)):
        plain, asked = obligraph(*call), obligraph(option, *call)
        assert (asked.status, asked.out) == (plain.status, plain.out)
        assert set(plain.err.splitlines()) <= set(asked.err.splitlines())


def test_verbose_names_what_is_read_and_written(tmp_path: Path) -> None:
    """With --verbose every pack, the profile and the file written are named, each with a time, in order."""
    profile = write(tmp_path, "state.toml", PROFILE)
    ran = obligraph("gaps", profile, "-v", "-o", "gaps.txt", cwd=tmp_path)
    assert ran.out == ""
    lines = ran.err.splitlines()
    assert all(re.match(r"obligraph: (?:\d+\.\d\d s: (?:read|wrote|done)|wrote )", line) for line in lines)
    for path in (*shipped_packs().glob("*.toml"), profile):
        assert sum(f"read {path}, {path.stat().st_size:,} bytes" in line for line in lines) == 1
    assert f"wrote gaps.txt, {(tmp_path / 'gaps.txt').stat().st_size:,} bytes" in ran.err
    assert lines[-1].endswith("s: done")
    times = [float(found[1]) for line in lines if (found := re.search(r": (\d+\.\d\d) s:", line))]
    assert times == sorted(times)


def test_verbose_ends_with_the_call(tmp_path: Path) -> None:
    """In one process, a call after a verbose one is not verbose."""
    runner = CliRunner()
    profile = str(write(tmp_path, "state.toml", PROFILE))
    assert "read" in runner.invoke(cli, ["-v", "gaps", profile]).stderr
    assert runner.invoke(cli, ["gaps", profile]).stderr == ""


def on_terminal(*args: str | Path, **environment: str) -> str:
    """What a call prints on a terminal."""
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "COLUMNS", "CI"}}
    settings = {**kept, "TERM": "xterm-256color", **environment}
    command = [sys.executable, "-m", "obligraph", *map(str, args)]
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, stdin=theirs, env=settings) as process:
        os.close(theirs)
        found = b""
        while select.select([ours], [], [], 60)[0]:
            try:
                data = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not data:
                break
            found += data
    os.close(ours)
    assert process.returncode == 0, found.decode()
    return found.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("call", [("gaps", KESTRIA, "--limit", "5"), ("evaluate", KESTRIA), ("doctor",)])
def test_no_color(call: tuple[str | Path, ...]) -> None:
    """A terminal gets colour, and with NO_COLOR none."""
    colour = re.compile(r"\x1b\[[\d;]*3\d[\d;]*m")
    assert "\x1b[" in on_terminal(*call)
    assert not colour.search(on_terminal(*call, NO_COLOR="1"))


@pytest.mark.parametrize(
    ("columns", "call"),
    [
        (60, ("gaps", KESTRIA)),
        (80, ("explain", KESTRIA, "sres2396.12.1")),
        (60, ("explain", KESTRIA, "sres2396.12.1")),
        (132, ("doctor",)),
        (72, ("doctor",)),
    ],
)
def test_a_terminal_is_filled_and_not_passed(call: tuple[str | Path, ...], columns: int) -> None:
    """On a terminal no line is wider than COLUMNS says."""
    shown = on_terminal(*call, COLUMNS=str(columns), NO_COLOR="1")
    plain = re.sub(r"\x1b\[[\d;]*m", "", shown)
    assert max(map(len, plain.splitlines())) <= columns


def test_a_pipe_is_the_same_for_every_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a pipe neither COLUMNS nor a wish for colour changes a byte."""
    plain = obligraph("gaps", KESTRIA)
    for name, value in {"COLUMNS": "40", "FORCE_COLOR": "1", "TERM": "dumb", "LINES": "5"}.items():
        monkeypatch.setenv(name, value)
    assert obligraph("gaps", KESTRIA) == plain
