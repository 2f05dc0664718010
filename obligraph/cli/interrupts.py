"""Ctrl-C while others work for this process: not lost, whatever this process was doing when it came.

Python drops an exception that falls into a clean-up (`__del__`), and a thread that waits for another without
a limit of time may not wake for a signal that another thread took. So it is noted that Ctrl-C was pressed,
and whoever waits looks at that every second.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

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

    signal.signal(signal.SIGINT, note)
    try:
        yield ctrl_c
    finally:
        signal.signal(signal.SIGINT, before)
