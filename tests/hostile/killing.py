"""Processes that write files and are killed at the n-th step, for every n.

A step is every call of a function of C that `obligraph.files` makes while it writes, once before the call and
once after it: between two steps lies at most one call that changes anything but a temporary file's length.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from obligraph import files

EVENTS = ("c_call", "c_return")
WRITERS = ("write_bytes", "_replace", "_pour", "_sweep")


def steps_of(work: Callable[[], None], last: int = 0) -> int:
    """How many steps some work takes; with `last`, this process is killed at that step.

    Args:
        work: what is done.
        last: the number of the step, from 1; 0 for none.
    """
    done = 0

    def step(frame: FrameType, event: str, _: Any) -> None:
        nonlocal done
        code = frame.f_code
        if code.co_filename == files.__file__ and code.co_name in WRITERS and event in EVENTS:
            done += 1
            if done == last:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(step)
    try:
        work()
    finally:
        sys.setprofile(None)
    return done


def killed_at(work: Callable[[], None], last: int) -> bool:
    """Whether a child that does some work was killed at a step; False where it ended before."""
    child = os.fork()
    if child == 0:
        try:
            steps_of(work, last)
        except BaseException:
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
