"""Reading what a user names and writing what a user asked for: bounded, whole or not at all."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from obligraph.errors import Fault, InputError

MOST_BYTES = 64 * 1024 * 1024
"""The largest input that is read: 64 MiB, ten times the longest known instrument as PDF."""

STDIN = "-"

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
    except OSError as error:
        raise InputError([_unreadable(name, error)]) from None
    if len(data) > MOST_BYTES:
        raise InputError([Fault(name, f"is larger than {MOST_BYTES // 2**20} MiB", way_out="split it first")])
    if not data.strip():
        raise InputError([Fault(name, "is empty")])
    _log.debug("read %s, %s bytes", name, f"{len(data):,}")
    return data


def _unreadable(name: str, error: OSError) -> Fault:
    match error:
        case FileNotFoundError():
            parent = Path(name).parent
            beside = sorted(p.name for p in parent.iterdir() if p.is_file()) if parent.is_dir() else []
            from obligraph.errors import near

            return Fault(name, "there is no such file", near(Path(name).name, beside), "check the path")
        case IsADirectoryError():
            return Fault(name, "is a folder, not a file")
        case _:
            return Fault(name, f"cannot be read: {error.strerror or error}")


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
    """A TOML file as plain data; see `parse_toml`.

    Raises:
        InputError: as `read_text` and `parse_toml`.
    """
    return parse_toml(read_text(path), str(path))


def parse_toml(text: str, name: str) -> dict[str, Any]:
    """TOML text as plain data; numbers with a point come as `Decimal`, so that 5.10 stays 5.10.

    Args:
        text: the text of the file.
        name: what messages call it.

    Raises:
        InputError: the text is not TOML; the message names line and column.
    """
    import tomllib
    from decimal import Decimal

    try:
        return tomllib.loads(text, parse_float=Decimal)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        hint = "text, such as the country code NO, stands in quotes" if "Invalid value" in str(error) else ""
        raise InputError([Fault(name, f"is not TOML: {error}", way_out=hint)]) from None


def read_json(path: Path | str) -> Any:
    """A JSON file as plain data; see `parse_json`.

    Raises:
        InputError: as `read_text` and `parse_json`.
    """
    return parse_json(read_text(path), str(path))


def parse_json(text: str, name: str) -> Any:
    """JSON text as plain data; numbers with a point come as `Decimal`, so that 5.10 stays 5.10.

    Args:
        text: the text of the file.
        name: what messages call it.

    Raises:
        InputError: the text is not JSON, with line and column, or one object names a key twice.
    """
    import json
    from decimal import Decimal

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [key for key, _ in pairs]
        twice = sorted({key for key in keys if keys.count(key) > 1}) if len(set(keys)) < len(keys) else []
        if twice:
            faults = [Fault(name, f"the key '{key}' is given twice in one object") for key in twice]
            raise InputError(faults)
        return dict(pairs)

    try:
        return json.loads(text, parse_float=Decimal, object_pairs_hook=unique)
    except (json.JSONDecodeError, RecursionError) as error:
        raise InputError([Fault(name, f"is not JSON: {error}")]) from None


def write_bytes(path: Path | str, data: bytes) -> None:
    """Writes a file whole or not at all: to a temporary file beside it, then renamed.

    Raises:
        InputError: the folder is missing or read-only, or the disk is full; nothing is left behind.
    """
    target = Path(path)
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(_mode_for(target))
        Path(temporary).replace(target)
        temporary = None
        _log.debug("wrote %s, %s bytes", target, f"{len(data):,}")
    except OSError as error:
        raise InputError([Fault(str(target), f"cannot be written: {error.strerror or error}")]) from None
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


def _mode_for(target: Path) -> int:
    """The permissions the target has, or those a new file would get."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def write_text(path: Path | str, text: str) -> None:
    """Writes a UTF-8 text file whole or not at all, with newlines as given; raises as `write_bytes`."""
    write_bytes(path, text.encode("utf-8"))
