"""Ctrl-C that comes in the middle of a clean-up is noted, and nothing is printed about it."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

import pytest

from obligraph.cli.interrupts import ctrl_c_noted

if TYPE_CHECKING:
    from sys import UnraisableHookArgs


class Pressed:
    """Something during whose clean-up Ctrl-C is pressed."""

    def __del__(self) -> None:
        signal.raise_signal(signal.SIGINT)


class Faulty:
    """Something whose clean-up fails."""

    def __del__(self) -> None:
        raise ValueError("a fault")


@pytest.fixture
def reported(monkeypatch: pytest.MonkeyPatch) -> list[type[BaseException]]:
    """The sorts of dropped exceptions that are reported."""
    found: list[type[BaseException]] = []

    def note(dropped: UnraisableHookArgs) -> None:
        found.append(dropped.exc_type)

    monkeypatch.setattr(sys, "unraisablehook", note)
    return found


def test_ctrl_c_in_a_clean_up_is_heeded_and_not_printed(reported: list[type[BaseException]]) -> None:
    """What Python drops is noted, and raised by whoever looks."""
    before = signal.getsignal(signal.SIGINT)
    with ctrl_c_noted() as ctrl_c:
        thing = Pressed()
        del thing
        with pytest.raises(KeyboardInterrupt):
            ctrl_c.heed()
    assert reported == []
    assert signal.getsignal(signal.SIGINT) is before


def test_another_fault_in_a_clean_up_is_reported(reported: list[type[BaseException]]) -> None:
    """Only Ctrl-C is kept from the reports, and only while it is noted."""
    hook = sys.unraisablehook
    with ctrl_c_noted() as ctrl_c:
        thing = Faulty()
        del thing
        ctrl_c.heed()
    assert reported == [ValueError]
    assert sys.unraisablehook is hook


def test_nothing_is_kept_back_afterwards(reported: list[type[BaseException]]) -> None:
    """A Ctrl-C in a clean-up after the work is reported as Python does it."""
    with ctrl_c_noted():
        pass
    thing = Pressed()
    del thing
    assert reported == [KeyboardInterrupt]
