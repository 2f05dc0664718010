"""Pressing Ctrl-C on a command that is at work, and looking at what it leaves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.cli.command_line import Finished

STOPPED = 130
"""The exit status after Ctrl-C."""

Busy = Callable[[int], bool]
"""Whether the process of an id has come to the point at which it is to be stopped."""


def stop(args: Iterable[str | Path], busy: Busy, cwd: Path) -> Finished:
    """Runs a command, presses Ctrl-C once it is busy, as a terminal does: to all its processes."""
    process = subprocess.Popen(
        [sys.executable, "-m", "obligraph", *map(str, args)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=cwd,
        start_new_session=True,
    )
    with process:
        try:
            end = time.monotonic() + 60
            while process.poll() is None and not busy(process.pid):
                assert time.monotonic() < end, "it never came to be at work"
                time.sleep(0.01)
            assert process.poll() is None, "it ended before it could be stopped"
            os.killpg(process.pid, signal.SIGINT)
            out, err = process.communicate(timeout=30)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
    return Finished(process.returncode, out.decode(), err.decode())


def threads(pid: int) -> int:
    """How many threads a process has."""
    return len(list(Path(f"/proc/{pid}/task").iterdir()))


def children(pid: int) -> list[int]:
    """The processes that a process has started and that run."""
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    return [int(child) for child in listed.split()]


def group(pid: int) -> list[str]:
    """The processes that were started in a command's session and still run."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, _, process_group = folder.joinpath("stat").read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue  # it ended while we looked
        if int(process_group) == pid and state != "Z":
            found.append(folder.name)
    return found


def seconds(pid: int) -> float:
    """The processor time that a command and the processes it started have taken so far."""
    ticks = 0
    for name in group(pid):
        try:
            figures = Path(f"/proc/{name}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue  # it ended while we looked
        ticks += int(figures[11]) + int(figures[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def gone(pid: int) -> bool:
    """Whether all processes of a command's session end within ten seconds of it.

    Python's own keeper of shared resources ends just after the process that it keeps them for.
    """
    end = time.monotonic() + 10
    while group(pid) and time.monotonic() < end:
        time.sleep(0.05)
    return not group(pid)
