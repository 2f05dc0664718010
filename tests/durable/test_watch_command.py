"""`obligraph watch` follows a file that is edited, says what flipped and why, and leaves nothing behind."""

from __future__ import annotations

import datetime as dt
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from obligraph.cli import watching
from obligraph.cli.main import cli
from obligraph.cli.watching import Watched
from tests.durable.second_engine import needs_durable

ACT = """
[[evidence]]
id = "act"
title = "Passenger Data Act"
kind = "law"
supports = ["pnr-law"]
effective_from = 2019-01-01
"""
HEAD = 'state = "Testland"\nas_of = 2024-06-30\n'
CASE = """
[[evidence]]
id = "case"
title = "Act that suspends the Passenger Data Act"
kind = "law"
contradicts = ["pnr-law"]
"""


@contextmanager
def watching_session(path: Path, *options: str) -> Iterator[Live]:
    """A session in a process of its own, stopped at the end."""
    log = path.parent / "log"
    with log.open("wb") as sink:
        process = subprocess.Popen(
            [sys.executable, "-u", "-m", "obligraph", "watch", str(path), "--every", "0.05", *options],
            stdout=sink,
            stderr=subprocess.STDOUT,
        )
    live = Live(process, log)
    try:
        yield live
    finally:
        process.kill()
        process.wait()


class Live:
    """A session that is running, and what it has said so far."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self.process = process
        self.log = log

    def says(self, words: str, times: int = 1, within: float = 30) -> str:
        """All it has said, as soon as it has said these words so often."""
        end = time.monotonic() + within
        while self.said().count(words) < times:
            assert time.monotonic() < end, f"not said: {words}\n{self.said()}"
            time.sleep(0.05)
        return self.said()

    def said(self) -> str:
        """All it has said so far."""
        return self.log.read_text(encoding="utf-8")

    def stop(self) -> int:
        """Presses Ctrl-C; the exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=20)


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    tasks = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in tasks.read_text().split()] if tasks.exists() else []


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A profile without evidence."""
    path = tmp_path / "profile.toml"
    path.write_text(HEAD, encoding="utf-8")
    return path


def test_an_edit_is_told_with_its_evidence(profile: Path) -> None:
    """A record added, then contradicted, then taken away flips ratings, and each flip names the record."""
    with watching_session(profile) as live:
        live.says("Ctrl-C ends it")
        profile.write_text(HEAD + ACT, encoding="utf-8")
        said = live.says("flipped", 1)
        assert "act 'Passenger Data Act' is new" in said
        assert re.search(r"\(.*\) undetermined -> .*\n      by act: pnr-law", said)
        profile.write_text(HEAD + ACT + CASE, encoding="utf-8")
        said = live.says("flipped", 2)
        assert "case 'Act that suspends the Passenger Data Act'" in said
        profile.write_text(HEAD + CASE, encoding="utf-8")
        assert "act 'Passenger Data Act' was taken away" in live.says("flipped", 3)
        assert live.stop() == 130
        assert live.said().endswith("\nobligraph: stopped\n")


def test_a_bad_edit_is_reported_and_the_session_goes_on(profile: Path) -> None:
    """What cannot be read is one message a fault; the next good edit is compared with the last good one."""
    with watching_session(profile) as live:
        live.says("Ctrl-C ends it")
        profile.write_text(HEAD + "[[evidence]\n", encoding="utf-8")
        said = live.says("until the file is mended")
        assert "is not TOML" in said
        assert "flipped" not in said
        profile.unlink()
        assert "there is no such file" in live.says("until the file is mended", 2)
        profile.write_text(HEAD + ACT, encoding="utf-8")
        live.says("act 'Passenger Data Act' is new")
        assert live.stop() == 130
        assert "Traceback" not in live.said()


@pytest.mark.durable
@needs_durable[1]
def test_a_session_in_durable_rules(profile: Path) -> None:
    """What is new is asserted alone; what is gone makes rulesets begin anew; Ctrl-C leaves no process."""
    with watching_session(profile, "--engine", "durable") as live:
        live.says("Ctrl-C ends it")
        started = children(live.process.pid)
        profile.write_text(HEAD + ACT, encoding="utf-8")
        assert "act 'Passenger Data Act' is new" in live.says("flipped")
        assert re.search(r"obligraph: durable-rules: \d+ facts told\n", live.said().split("Ctrl-C")[1])
        profile.write_text(HEAD, encoding="utf-8")
        assert "act 'Passenger Data Act' was taken away" in live.says("flipped", 2)
        assert "rulesets begun anew" in live.said()
        assert live.stop() == 130
        assert live.said().endswith("\nobligraph: stopped\n")
        if Path("/proc").is_dir():
            assert len(started) == 1
            assert not Path(f"/proc/{started[0]}").exists()


@pytest.mark.durable
@needs_durable[1]
def test_a_second_engine_that_dies_ends_the_session(profile: Path) -> None:
    """If durable-rules ends under a session, the session ends with one message and status 2."""
    if not Path("/proc").is_dir():
        pytest.skip("finding the child needs /proc")
    with watching_session(profile, "--engine", "durable") as live:
        live.says("Ctrl-C ends it")
        os.kill(children(live.process.pid)[0], signal.SIGKILL)
        profile.write_text(HEAD + ACT, encoding="utf-8")
        assert "durable-rules ended before it answered (signal 9)" in live.says("--engine durable")
        assert live.process.wait(timeout=20) == 2


def test_once(profile: Path) -> None:
    """With --once the standing is shown, and that is all."""
    result = CliRunner().invoke(cli, ["watch", str(profile), "--once"])
    assert result.exit_code == 0
    assert result.stdout.startswith("Testland, as of 30 June 2024\n  binding: ")
    assert result.stdout.endswith("It is not a finding that the State complies or fails to comply.\n")
    assert result.stderr == ""


def test_standard_input_cannot_be_watched() -> None:
    """A profile from standard input is refused, with the way out."""
    result = CliRunner().invoke(cli, ["watch", "-"], input=HEAD)
    assert result.exit_code == 2
    assert result.stderr == "obligraph: standard input: cannot be watched; give the path of a file\n"


def test_what_counts_as_a_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """New content, a file put in its place and a new day are changes; a mere touch is none."""
    monkeypatch.setattr(watching, "SETTLE", 0.001)
    path = tmp_path / "p.toml"
    path.write_text("a")
    watched = Watched(path)
    assert not watched.changed()
    os.utime(path, ns=(1, 1))
    assert not watched.changed()
    path.write_text("bb")
    assert watched.changed()
    other = tmp_path / "q.toml"
    other.write_text("cc")
    other.replace(path)
    assert watched.changed()
    path.unlink()
    assert watched.changed()
    assert not watched.changed()
    path.write_text("cc")
    assert watched.changed()
    monkeypatch.setattr(watching, "today", lambda: dt.date(2000, 1, 1))
    assert watched.changed()
    assert not watched.changed()
