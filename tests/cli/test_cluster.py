"""Work shared among the workers of a real Dask cluster on this machine."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import pytest

from obligraph import __version__
from obligraph.cli.cluster import REACHED_WITHIN, cluster
from tests.cli.command_line import Finished, obligraph
from tests.cli.dask_cluster import ROOT, DaskCluster, dask_cluster
from tests.cli.test_sharing import documents, run

pytestmark = [
    pytest.mark.cluster,
    pytest.mark.skipif(find_spec("distributed") is None, reason="the extra [cluster] is not installed"),
]

STARTED = 15.0
"""Seconds that a busy machine may take beside the waiting itself, to start and to import."""


OWN_PACK = """
[[themes]]
id = "own"
title = "Our own"

[[measures]]
id = "own-measure"
title = "A measure of our own"
theme = "own"
axis = "formal"
stage = "upstream"
accepts = ["law"]
effort = 1
effort_basis = "a guess"
expects = "a law"
question = "Is there a law?"
"""
OWN_PROFILE = """
state = "{name}"

[[evidence]]
id = "law"
title = "A law"
kind = "law"
supports = ["own-measure"]
effective_from = 2020-01-01
"""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DaskCluster]:
    """A scheduler with two workers that no test harms."""
    with dask_cluster(tmp_path_factory.mktemp("cluster")) as found:
        yield found


def extract(address: str, *paths: Path) -> Finished:
    """An extraction on a cluster."""
    return obligraph("extract", "--format", "jsonl", "--scheduler", address, *paths)


def test_a_cluster_gives_the_bytes_of_one_process(tmp_path: Path, running: DaskCluster) -> None:
    """One process, three and the cluster give the same clauses, messages and exit status."""
    paths = documents(tmp_path, 9)
    paths[4].write_bytes(b"")
    alone, three = (
        obligraph("extract", "--format", "jsonl", "--workers", number, *paths) for number in ("1", "3")
    )
    assert (alone.status, len(alone.out.splitlines())) == (2, 16)
    assert alone.err.count("\n") == 1
    assert extract(running.address, *paths) == three == alone


def test_a_portfolio_is_read_on_a_cluster(tmp_path: Path, running: DaskCluster) -> None:
    """A portfolio with packs of the user's own comes out as from one process, faults and all."""
    states, packs = tmp_path / "states", tmp_path / "packs"
    states.mkdir()
    packs.mkdir()
    (packs / "own.toml").write_text(OWN_PACK, encoding="utf-8")
    for name in ("Norland", "Sudland"):
        (states / f"{name}.toml").write_text(OWN_PROFILE.format(name=name), encoding="utf-8")
    (states / "broken.toml").write_text("state = ", encoding="utf-8")
    asked = ("portfolio", states, "--catalogue", packs, "--format", "json")
    alone, two = (obligraph(*asked, "--workers", number) for number in ("1", "2"))
    assert (alone.status, alone.err.count("\n")) == (2, 1)
    assert alone.err.startswith("obligraph: broken.toml")
    assert obligraph(*asked, "--scheduler", running.address) == two == alone


def test_both_workers_share_the_work_in_order(running: DaskCluster) -> None:
    """Results stand in the order of the items, though later ones are ready sooner."""
    assert run("square", "40", running.address).out.split() == [str(n * n) for n in range(40)]


def test_a_mistake_in_the_work_is_not_laid_to_the_cluster(running: DaskCluster) -> None:
    """An error of the work itself comes through as it is."""
    ran = run("refuse", "4", running.address)
    assert ran.err.splitlines()[-1] == "LookupError: item 0"


@pytest.mark.parametrize("address", ["127.0.0.1:1", "127.0.0.1:PORT"])
def test_a_scheduler_that_does_not_answer(tmp_path: Path, address: str) -> None:
    """Nobody at the address, or somebody who says nothing: one message in good time, and status 2."""
    with socket.create_server(("127.0.0.1", 0)) as mute:
        address = address.replace("PORT", str(mute.getsockname()[1]))
        begun = time.monotonic()
        ran = extract(address, *documents(tmp_path, 2))
    assert time.monotonic() - begun < REACHED_WITHIN + STARTED
    assert ran == Finished(
        2,
        "",
        f"obligraph: --scheduler {address}: no Dask scheduler answered within 6 seconds; "
        "check the address, and that the scheduler runs\n",
    )


@pytest.mark.parametrize("address", ["", "localhost", "somewhere else", "gopher://localhost:1", "a:b"])
def test_an_address_that_is_none(tmp_path: Path, address: str) -> None:
    """What cannot be an address is refused in one line."""
    ran = extract(address, *documents(tmp_path, 2))
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith(f"obligraph: --scheduler {address}: ")


def test_a_cluster_without_workers(tmp_path: Path) -> None:
    """A scheduler whose workers have not been started is told apart from one that is not there."""
    with dask_cluster(tmp_path, workers=0) as found:
        ran = extract(found.address, *documents(tmp_path, 2))
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert f"has no worker; start one with `dask worker {found.address}`" in ran.err


def test_a_worker_of_another_release(tmp_path: Path) -> None:
    """A worker that runs another release is refused by name before any work is done."""
    folder = tmp_path / "other" / "obligraph-9.9.dist-info"
    folder.mkdir(parents=True)
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: obligraph\nVersion: 9.9\n")
    with dask_cluster(tmp_path, 1, {"PYTHONPATH": str(folder.parent)}) as found:
        ran = extract(found.address, *documents(tmp_path, 2))
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert f"has obligraph 9.9, this process {__version__}; install the same release on both" in ran.err


def test_a_worker_that_is_lost_is_made_up_for(tmp_path: Path) -> None:
    """Where one of two workers dies at its work, the other does it, and the results are the same."""
    with dask_cluster(tmp_path, 2, {"MARK": str(tmp_path / "lost")}) as found:
        ran = run("once_lost", "12", found.address)
        assert (tmp_path / "lost").exists()
    assert (ran.status, ran.err) == (0, "at work\n")
    assert ran.out.split() == [str(n * n) for n in range(12)]


def test_all_workers_lost_is_one_message(tmp_path: Path) -> None:
    """Where the work kills every worker, one line says so instead of waiting for ever."""
    with dask_cluster(tmp_path, 2) as found:
        ran = run("leave", "2", found.address)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.splitlines()[1:] == [
        f"--scheduler {found.address}: lost its last worker before the work was done"
    ]


def test_a_lost_scheduler_is_one_message(tmp_path: Path) -> None:
    """Where the scheduler goes away, one line says so."""
    with dask_cluster(tmp_path, 2) as found, at_work("linger", found.address) as process:
        found.scheduler.kill()
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (2, b"")
    assert err.decode().splitlines() == [f"--scheduler {found.address}: was lost before the work was done"]


def test_ctrl_c_ends_the_work_on_a_cluster(tmp_path: Path, running: DaskCluster) -> None:
    """Ctrl-C ends the call at once in one line, and the cluster is free for the next."""
    with at_work("square", running.address, 100_000) as process:
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, b"stopped\n")
    assert extract(running.address, *documents(tmp_path, 2)).status == 0


def test_a_ctrl_c_that_gets_lost_ends_the_work_all_the_same(running: DaskCluster) -> None:
    """Where the exception of Ctrl-C is dropped on its way, the next step of the work ends it."""
    with cluster(running.address) as crew:
        with suppress(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            crew.hand_out(abs, -1)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_ctrl_c_that_gets_lost_while_waiting_ends_the_wait(running: DaskCluster) -> None:
    """The same where a result is waited for."""
    with cluster(running.address) as crew:
        result = crew.hand_out(time.sleep, 30)
        with suppress(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        begun = time.monotonic()
        with pytest.raises(KeyboardInterrupt):
            result()
    assert time.monotonic() - begun < 20


def at_work(work: str, address: str, count: int = 2) -> subprocess.Popen[bytes]:
    """The program of `sharing_work` on a cluster, once it is at work."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.cli.sharing_work", work, str(count), address],
        stdout=subprocess.PIPE if work == "linger" else subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    assert process.stderr is not None
    assert process.stderr.readline() == b"at work\n"
    time.sleep(1)
    return process
