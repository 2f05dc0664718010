"""Several processes of this machine that share work; none outlives the call, however it ends."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures import wait as wait_for
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TypeVar

from obligraph.cli.interrupts import HEED_EVERY, CtrlC, ctrl_c_noted
from obligraph.errors import Fault, InputError

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 4
"""How many items a process has waiting, so that none stands idle while results are written."""


class Processes:
    """A crew of processes on this machine."""

    def __init__(self, pool: ProcessPoolExecutor, number: int, ctrl_c: CtrlC) -> None:
        self.ahead = AHEAD * number
        self._pool = pool
        self._ctrl_c = ctrl_c

    def hand_out(self, work: Callable[[T], R], item: T) -> Callable[[], R]:
        """Begins the work on an item in whichever process is free."""
        self._ctrl_c.heed()
        with _interrupts_held(), _loss_in_words():
            future = self._pool.submit(work, item)

        def result() -> R:
            while not wait_for([future], HEED_EVERY).done:
                self._ctrl_c.heed()
            with _loss_in_words():
                return future.result()

        return result


@contextmanager
def processes(number: int) -> Iterator[Processes]:
    """A crew of so many processes, each started afresh, as every system can."""
    others = set(active_children())
    pool = ProcessPoolExecutor(number, mp_context=get_context("spawn"), initializer=_begin)
    try:
        with ctrl_c_noted() as ctrl_c:
            yield Processes(pool, number, ctrl_c)
    except BaseException:
        for child in set(active_children()) - others:
            child.terminate()
        _let_go(pool)
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _let_go(pool: ProcessPoolExecutor) -> None:
    """Closes our own end of the pipe of a pool's results, once its processes are told to end.

    One that ends in the middle of a message leaves the rest of it unsent; the pool would wait for that
    without end, for the pipe counts us among those who may still write. The pool has no word for this. The
    pipe of the work it closes itself: two threads that close one pipe may fail.
    """
    writer = getattr(getattr(pool, "_result_queue", None), "_writer", None)
    if writer is not None:
        writer.close()


def _begin() -> None:
    """Readies a new process: Ctrl-C is its parent's business, and it ends when its parent does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Holds Ctrl-C back while processes start, which inherit that: none dies of it with a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _loss_in_words() -> Iterator[None]:
    """Says in our voice that a process died.

    Raises:
        InputError: a process of the crew ended before its work was done.
    """
    try:
        yield
    except BrokenProcessPool:
        what = "a process ended before its work was done; perhaps memory ran out"
        raise InputError([Fault("--workers", what, way_out="try again with fewer")]) from None
