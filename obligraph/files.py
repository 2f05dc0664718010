"""Reading what a user names and writing what a user asked for: bounded, whole or not at all."""

from __future__ import annotations

import logging
import os
import sys
from contextlib import suppress
from errno import EACCES, EISDIR, ELOOP
from itertools import islice
from pathlib import Path
from stat import S_IMODE
from typing import Any

from obligraph import plain
from obligraph.errors import MOST_COMPARED, Fault, InputError, near

MOST_BYTES = 64 * 1024 * 1024
"""The largest input that is read: 64 MiB, ten times the longest known instrument as PDF."""

STDIN = "-"

LEFTOVER_AFTER = 3600.0
"""Seconds after which a temporary file is no writer's any more: writing takes moments."""

LEFTOVER_ENDING = ".part"
"""How the name of a temporary file ends: no folder is searched for files of such names."""

_log = logging.getLogger(__name__)
"""Reports each file that is read or written, for `--verbose`; it says nothing by itself."""


def read_bytes(path: Path | str) -> bytes:
    """The bytes of a file, or of standard input for `-`.

    Raises:
        InputError: the file is missing, unreadable, a folder, empty or larger than `MOST_BYTES`.
    """
    name = "standard input" if str(path) == STDIN else str(path)
    try:
        if str(path) == STDIN:
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(path).open("rb") as stream:
                data = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise InputError([_unreadable(name, error)]) from None
    if len(data) > MOST_BYTES:
        raise InputError([Fault(name, f"is larger than {MOST_BYTES // 2**20} MiB", way_out="split it first")])
    if not data.strip():
        raise InputError([Fault(name, "is empty")])
    _log.debug("read %s, %s bytes", name, f"{len(data):,}")
    return data


def _unreadable(name: str, error: OSError | ValueError) -> Fault:
    match error:
        case FileNotFoundError():
            return Fault(
                name, "there is no such file", near(Path(name).name, _beside(name)), "check the path"
            )
        case IsADirectoryError():
            return Fault(name, "is a folder, not a file")
        case OSError():
            return Fault(name, f"cannot be read: {error.strerror or error}")
        case _:
            return Fault(name, f"cannot be read: {error}")


def _beside(name: str) -> list[str]:
    """The files in the folder of one that is not there."""
    try:
        with os.scandir(Path(name).parent) as listed:
            return sorted(entry.name for entry in islice(listed, MOST_COMPARED) if entry.is_file())
    except OSError:
        return []


def misplaced(path: Path, folder: Path) -> str:
    """Why a file that was found in a folder is not read, in words; empty where it may be read.

    What a user names is read wherever it lies. What is only found in a folder that the user names, which
    somebody else may have filled, has to be a file of that folder.
    """
    if not path.is_file():
        return "is no file that can be read"
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
        return "is a link that leads out of the folder"
    return ""


def read_text(path: Path | str) -> str:
    """The text of a UTF-8 file (a byte-order mark is dropped), or of standard input for `-`.

    Raises:
        InputError: as `read_bytes`, or the bytes are not UTF-8.
    """
    data = read_bytes(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        fault = Fault(f"{path}: line {line}", "is not UTF-8 text", way_out="save the file as UTF-8")
        raise InputError([fault]) from None


def read_toml(path: Path | str) -> dict[str, Any]:
    """A TOML file as plain data; see `obligraph.plain`.

    Raises:
        InputError: as `read_text` and `obligraph.plain.parse_toml`.
    """
    return plain.parse_toml(read_text(path), str(path))


def read_json(path: Path | str) -> Any:
    """A JSON file as plain data; see `obligraph.plain`.

    Raises:
        InputError: as `read_text` and `obligraph.plain.parse_json`.
    """
    return plain.parse_json(read_text(path), str(path))


def write_bytes(path: Path | str, data: bytes) -> None:
    """Writes a file whole or not at all: to a temporary file beside it, then renamed.

    Whatever ends the process, the file holds its old bytes or all of the new. A link is followed: the file
    that it leads to is replaced, and the link stays. A device or a pipe, such as `/dev/stdout`, is written to
    as it is.

    Raises:
        InputError: the folder is missing or read-only, the file is a folder or write-protected, or the disk
            is full; nothing is left behind.
        BrokenPipeError: the path is a pipe whose reader has left.
    """
    try:
        target = Path(os.path.realpath(path))
        if _is_stream(path, target):
            target = Path(path)
            _pour(target, data)
        else:
            _replace(target, data)
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        raise InputError([_unwritable(path, error)]) from None
    _log.debug("wrote %s, %s bytes", path, f"{len(data):,}")


def _is_stream(path: Path | str, target: Path) -> bool:
    """Whether a path stands for something that is written to, not for a file that is replaced."""
    named = os.path.abspath(path)  # noqa: PTH100 - `Path` has no way to do this without following links
    return named.startswith(("/dev/", "/proc/")) or (
        target.exists() and not (target.is_file() or target.is_dir())
    )


def _pour(target: Path, data: bytes) -> None:
    with target.open("wb", buffering=0) as stream:
        rest = memoryview(data)
        while rest:
            rest = rest[stream.write(rest) :]


def _replace(target: Path, data: bytes) -> None:
    """Puts a file in the place of another, or of none."""
    if target.is_dir():
        raise IsADirectoryError(EISDIR, "it is a folder")
    if target.is_symlink():
        raise OSError(ELOOP, "it is a link that leads back to itself")
    there = target.stat() if target.exists() else None
    own = _own_prefix(target)
    _sweep(target.parent, own)
    temporary = target.parent / f"{own}{os.urandom(8).hex()}{LEFTOVER_ENDING}"
    mode = S_IMODE(there.st_mode) & 0o777 if there else 0o666
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if there and not os.access(target, os.W_OK):
            raise PermissionError(EACCES, "it is write-protected")
        if there:
            temporary.chmod(mode)
        temporary.replace(target)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _own_prefix(target: Path) -> str:
    """How a file's temporary files are called: hidden, its own, and short however long its name is."""
    from hashlib import sha256

    return f".obligraph-{sha256(os.fsencode(target.name)).hexdigest()[:12]}-"


def _sweep(folder: Path, own: str) -> None:
    """Removes what writers of the same file left here when they were killed."""
    from time import time

    with suppress(OSError), os.scandir(folder) as listed:
        for entry in listed:
            if entry.name.startswith(own) and entry.name.endswith(LEFTOVER_ENDING):
                with suppress(OSError):
                    if time() - entry.stat(follow_symlinks=False).st_mtime > LEFTOVER_AFTER:
                        Path(entry.path).unlink()


def _unwritable(path: Path | str, error: OSError | ValueError) -> Fault:
    why = error.strerror or str(error) if isinstance(error, OSError) else str(error)
    if isinstance(error, FileNotFoundError):
        why = f"there is no folder '{Path(path).parent}'"
    return Fault(str(path), f"cannot be written: {why}")


def write_text(path: Path | str, text: str) -> None:
    """Writes a UTF-8 text file whole or not at all, with newlines as given; raises as `write_bytes`."""
    write_bytes(path, text.encode("utf-8"))
