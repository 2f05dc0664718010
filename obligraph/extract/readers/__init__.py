"""One file a format; `read` tells the format from the content and calls its reader."""

from __future__ import annotations

import re

from obligraph.errors import Fault, InputError
from obligraph.extract.document import Document

ZIP = b"PK\x03\x04"
OTHER_FORMATS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document"),
    (rb"{\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
)
"""Beginnings of files that people mistake for documents we read."""

MARKUP = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?>.*?-->)\s*+)*+<(?P<sort>!doctype\s+\w+|[\w:.-]+)", re.I | re.S
)
HTML_ROOTS = frozenset(
    [
        "!doctype html",
        "html",
        "head",
        "body",
        "div",
        "p",
        "table",
        "h1",
        "h2",
        "section",
        "article",
        "main",
        "title",
    ]
)
HEAD = 4096
"""How many characters the format is told from."""


def read(data: bytes, name: str) -> Document:
    """The document in some bytes.

    Args:
        data: the file's bytes.
        name: what messages call it.

    Raises:
        InputError: the bytes are no document of a known format, or pass a limit.
    """
    for beginning, what in OTHER_FORMATS:
        if data.startswith(beginning):
            raise InputError([Fault(name, f"is {what}", way_out="save it as DOCX, PDF or plain text")])
    if b"%PDF-" in data[:1024]:
        from obligraph.extract.readers.pdf import read_pdf

        return read_pdf(data, name)
    if data.startswith(ZIP):
        from obligraph.extract.readers.docx import read_docx

        return read_docx(data, name)
    return _read_characters(data, name)


def _read_characters(data: bytes, name: str) -> Document:
    """The document in bytes that are characters: markup, or plain text."""
    from obligraph.extract.readers.text import decode, plain_document

    text, encoding, losses = decode(data, name)
    match = MARKUP.match(text[:HEAD])
    sort = re.sub(r"\s+", " ", match["sort"].lower()) if match else ""
    if sort in HTML_ROOTS:
        from obligraph.extract.readers.html import read_html

        return read_html(text, name, encoding)
    if match and (text.lstrip().startswith("<?xml") or sort.endswith("akomantoso")):
        from obligraph.extract.readers.akn import read_akn

        return read_akn(text, name)
    return plain_document(text, name, encoding, losses)
