"""Ctrl-C while others work for this process: not lost, whatever this process was doing when it came.

Python drops an exception that falls into a clean-up (`__del__`) and prints it, and a thread that waits for
another without a limit of time may not wake for a signal that another thread took. So it is noted that
Ctrl-C was pressed, and whoever waits looks at that every second; what was dropped so is not printed.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

HEED_EVERY: Final = 1.0
"""Seconds after which whoever waits looks whether Ctrl-C was pressed."""


class CtrlC:
    """Whether Ctrl-C was pressed."""

    def __init__(self) -> None:
        self._pressed = threading.Event()

    def note(self) -> None:
        """Ctrl-C was pressed."""
        self._pressed.set()

    def heed(self) -> None:
        """Ends the work if Ctrl-C was pressed and its exception got lost.

        Raises:
            KeyboardInterrupt: so it was.
        """
        if self._pressed.is_set():
            raise KeyboardInterrupt


@contextmanager
def ctrl_c_noted() -> Iterator[CtrlC]:
    """Notes that Ctrl-C was pressed, beside what it does anyhow.

    A `KeyboardInterrupt` that Python drops meanwhile is not printed, for it is noted.

    Where it does nothing, or where this is not the main thread, which alone hears of signals, nothing is
    noted.
    """
    ctrl_c = CtrlC()
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(before):
        yield ctrl_c
        return

    def note(number: int, frame: FrameType | None) -> None:
        ctrl_c.note()
        before(number, frame)

    report = sys.unraisablehook

    def report_others(dropped: UnraisableHookArgs) -> None:
        if not issubclass(dropped.exc_type, KeyboardInterrupt):
            report(dropped)

    sys.unraisablehook = report_others
    signal.signal(signal.SIGINT, note)
    try:
        yield ctrl_c
    finally:
        signal.signal(signal.SIGINT, before)
        sys.unraisablehook = report
