"""Plain text: the encoding is found, the characters are kept as they are."""

from __future__ import annotations

import codecs

from obligraph.errors import Fault, InputError
from obligraph.extract.document import Document, Format

BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks, the longer before those that are their beginning."""


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text of some bytes and the encoding it was in: mark, then UTF-8, then the likeliest of the others.

    Raises:
        InputError: no encoding gives text.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guessed(data, name)


def _guessed(data: bytes, name: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise InputError([Fault(name, "is not text in a known encoding", way_out="save it as UTF-8")])
    return data.decode(best.encoding, errors="replace"), best.encoding


def read_text(data: bytes, name: str) -> Document:
    """Reads plain text.

    Raises:
        InputError: no encoding gives text.
    """
    text, encoding = decode(data, name)
    return Document(name, text, Format.TEXT, encoding)
