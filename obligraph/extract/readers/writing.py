"""Writes the text of a structured document and notes where its blocks and italics stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from obligraph.errors import Fault, InputError
from obligraph.extract.document import Block, Document, Format, Loss, Role

MOST_CHARACTERS = 20_000_000
"""The longest text that is read: some 8,000 pages."""

BLANKS = re.compile(r"[ \t\r\n\f]+")


@dataclass
class Writer:
    """The text of a document as it grows, block by block.

    Attributes:
        name: what messages call the document.
        between: what stands between two blocks.
    """

    name: str
    between: str = "\n\n"
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _blocks: list[Block] = field(default_factory=list)
    _italics: list[tuple[int, int]] = field(default_factory=list)
    _losses: list[Loss] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _open_italics: list[tuple[int, int]] = field(default_factory=list)
    _open_length: int = 0

    def add(self, text: str, *, italic: bool = False, keep_blanks: bool = False) -> None:
        """Adds characters to the block that is being written; blanks are collapsed unless they are kept."""
        if not keep_blanks:
            text = BLANKS.sub(" ", text)
            if text[:1] == " " and (not self._open or self._open[-1][-1] in " \n\t"):
                text = text[1:]
        if text:
            self._open.append(text)
            start, self._open_length = self._open_length, self._open_length + len(text)
            if italic and text.strip():
                self._open_italics.append((start, self._open_length))
            if self._length + self._open_length > MOST_CHARACTERS:
                what = f"has more than {MOST_CHARACTERS:,} characters"
                raise InputError([Fault(self.name, what, way_out="split it first")])

    def holds_only(self, text: str) -> bool:
        """Whether the block that is being written holds just this so far; never for nothing."""
        return bool(text) and "".join(self._open).strip() == text

    def lose(self, what: str) -> None:
        """Notes that something is missing here."""
        self._losses.append(Loss(self._length + self._open_length, what))

    def end_block(self, role: Role = Role.BODY, number: str = "", level: int = 0) -> None:
        """Ends the block that is being written; an empty one leaves no trace."""
        text = "".join(self._open)
        bare = text.strip(" ")
        if bare.strip():
            if self._length:
                self._pieces.append(self.between)
                self._length += len(self.between)
            shift = self._length - (len(text) - len(text.lstrip(" ")))
            end = self._length + len(bare)
            self._blocks.append(Block(self._length, end, role, number, level))
            self._italics += _joined(self._open_italics, shift, self._length, end)
            self._pieces.append(bare)
            self._length = end
        self._open, self._open_italics, self._open_length = [], [], 0

    def document(self, form: Format, encoding: str = "") -> Document:
        """The document as written.

        Raises:
            InputError: it holds no text.
        """
        self.end_block()
        if not self._length:
            raise InputError([Fault(self.name, "holds no text")])
        text = "".join(self._pieces)
        losses = tuple(self._losses)
        return Document(
            self.name, text, form, encoding, tuple(self._italics), tuple(self._blocks), losses=losses
        )


def _joined(spans: list[tuple[int, int]], shift: int, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of a block moved to their place in the text, those that touch made one."""
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        a, b = max(start, first + shift), min(end, last + shift)
        if joined and a <= joined[-1][1]:
            joined[-1] = (joined[-1][0], b)
        elif a < b:
            joined.append((a, b))
    return joined
