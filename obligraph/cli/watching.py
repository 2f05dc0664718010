"""Noticing that a file was edited: its size and time are looked at often, its content when they move."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from time import sleep

from obligraph.cli.options import today

SETTLE = 0.05
"""Seconds between two looks at a file that has just moved: it is read once two of them agree."""

MOST_LOOKS = 100
"""The most looks at a file that goes on moving before it is read as it is."""

Stamp = tuple[int, int, int] | None
"""A file's time of change in nanoseconds, its size and its place on the disk; None where it is not there."""


@dataclass
class Watched:
    """A file that people edit while it is watched.

    Editors write in several steps, or put a new file in the old one's place; so a file that moves is given a
    moment to come to rest. A new day counts as a change too, for evidence expires with the days.

    Attributes:
        path: the file.
    """

    path: Path
    _stamp: Stamp = None
    _content: tuple[bytes, dt.date] = field(default=(b"", dt.date.min))

    def __post_init__(self) -> None:
        self.changed()

    def changed(self) -> bool:
        """Whether the content, or the day, is another than at the last call."""
        stamp = _stamp(self.path)
        day = today()
        if stamp == self._stamp and day == self._content[1]:
            return False
        self._stamp = self._settled(stamp)
        before, self._content = self._content, (_digest(self.path), day)
        return before != self._content

    def _settled(self, stamp: Stamp) -> Stamp:
        """The stamp of the file once it has come to rest."""
        for _ in range(MOST_LOOKS):
            sleep(SETTLE)
            before, stamp = stamp, _stamp(self.path)
            if stamp == before:
                break
        return stamp


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _digest(path: Path) -> bytes:
    """Twelve bytes that change with the content; none for a file that cannot be read."""
    try:
        return sha256(path.read_bytes()).digest()[:12]
    except OSError:
        return b""
