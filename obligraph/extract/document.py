"""A document as it was read: its text, which every span refers to, and what its format tells of structure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Format(StrEnum):
    """The formats that can be read."""

    TEXT = "text"
    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    AKN = "akn"


class Role(StrEnum):
    """What a block is, as far as the format itself says so."""

    BODY = "body"
    HEADING = "heading"
    ITEM = "item"
    TABLE = "table"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"
    PREAMBLE = "preamble"
    OPERATIVE = "operative"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, item, cell or note that the format marks as such.

    Attributes:
        start: offset of its first character in the text as read.
        end: offset after its last character.
        role: what it is.
        number: the number that the format gives it (`8`, `(a)`), empty where it gives none. A reader puts
            automatic numbers into the text too.
        level: depth of nesting, 0 for the outermost.
    """

    start: int
    end: int
    role: Role = Role.BODY
    number: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Loss:
    """Something of the document that could not be read.

    Attributes:
        start: offset in the text as read at which it is missing.
        what: what is missing, in a few words (`page 3 has no text`).
    """

    start: int
    what: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was read.

    Attributes:
        name: the path as the user gave it, or `standard input`.
        text: the characters as read: nothing normalised, no newline translated. All spans refer to it.
        format: the format that it was read from.
        encoding: the encoding of a plain text or HTML file (`utf-8`); empty for other formats.
        italics: spans set in italics, ascending; UN documents set their operative phrases so.
        blocks: the format's own blocks, ascending by start; empty for plain text.
        pages: offset at which each page begins; empty where the format has no pages.
        losses: what could not be read.
    """

    name: str
    text: str
    format: Format = Format.TEXT
    encoding: str = ""
    italics: tuple[tuple[int, int], ...] = ()
    blocks: tuple[Block, ...] = ()
    pages: tuple[int, ...] = ()
    losses: tuple[Loss, ...] = ()


def read_document(path: str) -> Document:
    """Reads a document; `-` is standard input. The format is told from the content, not from the name.

    Raises:
        InputError: the file cannot be read, is no document of a known format, or passes a limit.
    """
    from obligraph.files import read_bytes

    return document_of(read_bytes(path), path)


def document_of(data: bytes, path: str) -> Document:
    """The document in the bytes of a file that has been opened already; arguments as for `read_document`.

    Raises:
        InputError: the bytes are no document of a known format, or pass a limit.
    """
    from obligraph.extract.readers import read
    from obligraph.files import STDIN

    return read(data, "standard input" if path == STDIN else path)
