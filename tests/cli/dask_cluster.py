"""A real Dask scheduler with workers, each a process of this machine, on ports that the system picks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
ALONE = ("--no-dashboard", "--host", "127.0.0.1")
WORKER = ("--no-nanny", "--nthreads", "1", "--death-timeout", "60")


@dataclass
class DaskCluster:
    """A cluster that runs.

    Attributes:
        address: of its scheduler, as HOST:PORT.
        scheduler: the scheduler's process.
        workers: the workers' processes.
    """

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)


@contextmanager
def dask_cluster(
    folder: Path, workers: int = 2, settings: Mapping[str, str] | None = None
) -> Iterator[DaskCluster]:
    """A scheduler with so many workers, gone with all they started when the context ends.

    Args:
        folder: an empty one, for their files.
        workers: how many.
        settings: environment variables of the workers beside those of this process.
    """
    settings = settings or {}
    path = os.pathsep.join(filter(None, (settings.get("PYTHONPATH"), str(ROOT))))
    place = folder / "scheduler.json"
    with ExitStack() as stack:
        begun = _dask(stack, folder, ["scheduler", *ALONE, "--port", "0", "--scheduler-file", str(place)], {})
        address = _written(place, begun)["address"].removeprefix("tcp://")
        found = DaskCluster(address, begun)
        for number in range(workers):
            own = ["--name", f"w{number}", "--local-directory", str(folder / f"w{number}")]
            line = ["worker", address, *ALONE, *WORKER, *own]
            found.workers.append(_dask(stack, folder, line, {**settings, "PYTHONPATH": path}))
        _await_workers(folder, workers)
        yield found


def _dask(
    stack: ExitStack, folder: Path, args: list[str], settings: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    """Starts a member of the cluster; what it says goes to `log.txt`."""
    log = stack.enter_context((folder / "log.txt").open("ab"))
    line = [sys.executable, "-m", "dask", *args]
    process = subprocess.Popen(line, stdout=log, stderr=log, cwd=folder, env={**os.environ, **settings})
    stack.callback(_end, process)
    return process


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()


def _written(place: Path, process: subprocess.Popen[bytes]) -> dict[str, str]:
    """What the scheduler says of itself, once it has written that."""
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        try:
            found: dict[str, str] = json.loads(place.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            time.sleep(0.1)
        else:
            return found
    raise AssertionError("the scheduler did not start")


def _await_workers(folder: Path, number: int) -> None:
    end = time.monotonic() + 60
    while (folder / "log.txt").read_text(encoding="utf-8").count("Register worker addr") < number:
        assert time.monotonic() < end, "the workers did not come"
        time.sleep(0.1)
