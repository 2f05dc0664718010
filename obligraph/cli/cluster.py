"""The workers of a Dask cluster that share work, reached through its scheduler; needs the extra [cluster].

The scheduler and its workers have to run the releases of Obligraph, of Dask and of Python that this process
runs: only then are the results those of this process. That is checked before any work is handed out.
"""

from __future__ import annotations

import asyncio
import logging
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pickle import PickleError
from typing import TYPE_CHECKING, Any, TypeVar

from obligraph.cli.interrupts import HEED_EVERY, CtrlC, ctrl_c_noted
from obligraph.errors import Fault, InputError

if TYPE_CHECKING:
    from distributed import Client, Future

T = TypeVar("T")
R = TypeVar("R")

REACHED_WITHIN = 6.0
"""Seconds within which a scheduler has to answer."""

MISSED_FOR = 10.0
"""Seconds for which the scheduler, or all workers, may be gone before the work is given up."""

AHEAD = 4
"""How many items each thread of the cluster has waiting."""

SAME = ("obligraph", "dask", "distributed", "python")
"""What has to be of the same release everywhere."""

EXTRA = "pip install 'obligraph[cluster]'"

Releases = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A process of the cluster.

    Attributes:
        name: what messages call it.
        releases: its releases of `SAME`, in that order; None for what it does not have.
    """

    name: str
    releases: Releases


class Cluster:
    """A crew of the workers of a cluster."""

    def __init__(self, client: Client, address: str, ctrl_c: CtrlC) -> None:
        self.ahead = AHEAD * max(1, sum(client.nthreads().values()))
        self._client = client
        self._address = address
        self._ctrl_c = ctrl_c

    def hand_out(self, work: Callable[[T], R], item: T) -> Callable[[], R]:
        """Begins the work on an item at whichever worker is free."""
        self._ctrl_c.heed()
        future = self._client.submit(work, item, pure=False)
        return lambda: self._result(future)

    def _result(self, future: Future) -> Any:
        from distributed.client import FutureCancelledError
        from distributed.comm import CommClosedError
        from distributed.scheduler import KilledWorker

        try:
            self._wait(future)
            return future.result()
        except KilledWorker:
            raise _fault(self._address, "lost each worker that tried one piece of the work") from None
        except (FutureCancelledError, CommClosedError, OSError):
            raise _fault(self._address, "was lost before the work was done") from None
        except (ImportError, PickleError) as error:
            what = f"its workers cannot run this work: {str(error).splitlines()[0]}"
            raise _fault(self._address, what, f"{EXTRA} on each") from None

    def _wait(self, future: Future) -> None:
        """Waits for a result, for as long as anyone is there to bring it.

        Raises:
            InputError: nobody has been there for `MISSED_FOR` seconds.
        """
        seen = time.monotonic()
        while not _done_within(future, HEED_EVERY):
            self._ctrl_c.heed()
            missing = self._missing()
            if not missing:
                seen = time.monotonic()
            elif time.monotonic() - seen > MISSED_FOR:
                raise _fault(self._address, f"{missing} before the work was done")

    def _missing(self) -> str:
        """Who is missing, in words; empty where nobody is."""
        if self._client.status != "running":
            return "was lost"
        workers = self._client.scheduler_info(n_workers=-1)["workers"]
        return "" if workers else "lost its last worker"


@contextmanager
def cluster(address: str) -> Iterator[Cluster]:
    """A crew of the workers of a cluster; what they have not begun is dropped when the context ends.

    Args:
        address: of the scheduler, as HOST:PORT, or with the protocol as tls://HOST:PORT.

    Raises:
        InputError: the extra is not installed; the scheduler does not answer, has no worker or runs other
            releases.
    """
    try:
        from distributed import Client
    except ImportError:
        what = "needs the extra [cluster], which is not installed"
        raise InputError([Fault("--scheduler", what, way_out=EXTRA)]) from None
    with _quiet():
        _check(address, _members(address))
        with (
            Client(address, timeout=REACHED_WITHIN, set_as_default=False) as client,
            ctrl_c_noted() as ctrl_c,
        ):
            yield Cluster(client, address, ctrl_c)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keeps Dask's own log and warnings from the terminal: what matters of them, we say ourselves."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)


def _members(address: str) -> list[Member]:
    """This process, the scheduler and its workers.

    Raises:
        InputError: no Dask scheduler answers at the address.
    """
    try:
        return asyncio.run(asyncio.wait_for(_ask(address), REACHED_WITHIN))
    except ValueError as error:
        raise _fault(address, f"is not an address: {error}", "write it as HOST:PORT") from None
    except Exception:
        what = f"no Dask scheduler answered within {REACHED_WITHIN:.0f} seconds"
        raise _fault(address, what, "check the address, and that the scheduler runs") from None


async def _ask(address: str) -> list[Member]:
    from distributed.core import rpc
    from distributed.versions import get_versions

    packages = list(SAME[:1])
    async with rpc(address, timeout=REACHED_WITHIN) as scheduler:
        its = await scheduler.versions(packages=packages)
        theirs = await scheduler.broadcast(msg={"op": "versions", "packages": packages}, on_error="ignore")
    workers = [_member(f"the worker at {where}", found) for where, found in sorted(theirs.items())]
    return [_member("this process", get_versions(packages)), _member("the scheduler", its), *workers]


def _member(name: str, versions: dict[str, Any]) -> Member:
    """A member from what Dask says of its packages; of Python, 3.11.7 and 3.11.9 count as one."""
    packages = versions["packages"]
    python = ".".join(packages["python"].split(".")[:2])
    return Member(name, (*(packages.get(name) for name in SAME[:-1]), python))


def _check(address: str, members: list[Member]) -> None:
    """Refuses a cluster that has no worker, or whose releases are not those of this process.

    Raises:
        InputError: so it is; every difference is named.
    """
    here, *there = members
    if len(there) == 1:
        raise _fault(address, "has no worker", f"start one with `dask worker {address}`")
    faults = []
    for member in there:
        for package, ours, theirs in zip(SAME, here.releases, member.releases, strict=True):
            if ours != theirs:
                what = f"{member.name} has {package} {theirs or 'not at all'}, this process {ours}"
                faults.append(
                    Fault(f"--scheduler {address}", what, way_out="install the same release on both")
                )
    if faults:
        raise InputError(faults)


def _done_within(future: Future, seconds: float) -> bool:
    """Whether a future is done by then, well or not."""
    with suppress(TimeoutError):
        future.exception(timeout=seconds)
    return bool(future.done())


def _fault(address: str, what: str, way_out: str = "") -> InputError:
    return InputError([Fault(f"--scheduler {address}", what, way_out=way_out)])
