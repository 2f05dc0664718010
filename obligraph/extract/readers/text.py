"""Plain text: the encoding is found, the characters are kept as they are."""

from __future__ import annotations

import codecs
import re

from obligraph.errors import Fault, InputError
from obligraph.extract.document import Document, Format, Loss

BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks, the longer before those that are their beginning."""

DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""")
HEAD = 2048
MOST_BAD_SHARE = 0.005
"""A text with a smaller share of bytes that are not UTF-8 is damaged UTF-8, not another encoding."""

MOST_CONTROLS = 0.02
"""A text with a larger share of control characters is not text."""

CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")
MOST_LOSSES = 100
"""How many unreadable places of a text are listed one by one."""


def decode(data: bytes, name: str) -> tuple[str, str, tuple[Loss, ...]]:
    """The text of some bytes, the encoding it was in, and the places that could not be read.

    A byte-order mark tells the encoding, else the text is UTF-8 if it can be, else what the file itself
    declares, else the likeliest.

    Raises:
        InputError: no encoding gives text.
    """
    text, encoding = _decoded(data, name)
    if len(CONTROLS.findall(text)) > MOST_CONTROLS * len(text) + 1:
        raise InputError([Fault(name, "is not text", way_out="give a text, PDF, DOCX, HTML or XML file")])
    return text, encoding, _losses(text)


def _losses(text: str) -> tuple[Loss, ...]:
    if "\ufffd" not in text:
        return ()
    found = [
        Loss(m.start(), "a character that is not in the file's encoding")
        for m in re.finditer("\ufffd+", text)
    ]
    rest = len(found) - MOST_LOSSES
    more = [Loss(found[MOST_LOSSES].start, f"{rest} more places like this")] if rest > 0 else []
    return (*found[:MOST_LOSSES], *more)


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _declared(data) or _guessed(data, name)


def _declared(data: bytes) -> tuple[str, str] | None:
    """The text in the encoding that the file itself names, where that is markup and the encoding fits."""
    match = DECLARED.search(data[:HEAD])
    if match is None or not data.lstrip().startswith(b"<"):
        return None
    try:
        encoding = codecs.lookup(match[1].decode("ascii")).name
        return data.decode(encoding), encoding
    except (LookupError, UnicodeError):
        return None


def _guessed(data: bytes, name: str) -> tuple[str, str]:
    """The text in the likeliest encoding; damaged UTF-8 before anything else, then Windows Western."""
    from charset_normalizer import from_bytes

    lenient = data.decode("utf-8", errors="replace")
    bad = lenient.count("\ufffd")
    if bad <= MOST_BAD_SHARE * len(lenient) and any(ord(c) > 127 and c != "\ufffd" for c in lenient):
        return lenient, "utf-8"
    best = from_bytes(data).best()
    if best is None:
        raise InputError([Fault(name, "is not text in a known encoding", way_out="save it as UTF-8")])
    encoding = "cp1252" if "cp1252" in best.could_be_from_charset else best.encoding
    return data.decode(encoding, errors="replace"), encoding


def plain_document(text: str, name: str, encoding: str, losses: tuple[Loss, ...]) -> Document:
    """A plain text as a document."""
    return Document(name, text, Format.TEXT, encoding, losses=losses)
