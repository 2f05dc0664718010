"""No pattern of the package takes more than its fair time over texts made of its own pieces."""

from __future__ import annotations

import signal
import time
from types import FrameType

import pytest

from tests.hostile.patterns import Found, patterns, texts

LONG = 2_000
"""Characters of each text: what takes exponential or cubic time does not end on so many."""

MOST = 0.35
"""Seconds of processor time over one text; what takes quadratic time needs some hundredths."""

FOUND = patterns()


def too_long(_: int, __: FrameType | None) -> None:
    """Ends a pattern at work; the matcher of Python lets signals in."""
    raise TimeoutError


def slow_over(found: Found) -> str:
    """The beginning of a text over which a pattern takes too long; empty where there is none."""
    for text in texts(found.pattern, LONG):
        signal.setitimer(signal.ITIMER_VIRTUAL, MOST)
        try:
            if found.anchored:
                found.pattern.match(text)
                found.pattern.fullmatch(text)
            else:
                for _ in found.pattern.finditer(text):
                    pass
        except TimeoutError:
            return repr(text[:20])
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return ""


@pytest.mark.slow
def test_no_pattern_blows_up() -> None:
    """Each of the some 300 patterns is done with every hostile text of 2,000 characters in a moment."""
    before = signal.signal(signal.SIGVTALRM, too_long)
    begun = time.process_time()
    try:
        slow = {found.name: text for found in FOUND if (text := slow_over(found))}
    finally:
        signal.signal(signal.SIGVTALRM, before)
    assert slow == {}
    assert len(FOUND) > 250
    assert time.process_time() - begun < 120
