"""What the format of a document tells of its structure, put to use before the text is laid out."""

from __future__ import annotations

import re

from obligraph.extract.document import Document, Role
from obligraph.extract.mending import Mended

ASIDE = frozenset({Role.FURNITURE, Role.FOOTNOTE})
"""Blocks that stand beside the text: navigation, page heads and feet, notes."""


def blank_asides(document: Document, mended: Mended, text: str) -> str:
    """A mended text of the same length in which the blocks beside the text are blank.

    Args:
        document: the document as read, whose format marks such blocks.
        mended: its mended text with the map.
        text: the mended text, or one of the same length made from it.
    """
    pieces: list[str] = []
    done = 0
    for block in document.blocks:
        if block.role in ASIDE:
            start, end = mended.from_read(block.start, block.end)
            start = max(start, done)
            pieces += (text[done:start], re.sub(r"[^\n]", " ", text[start:end]))
            done = max(done, end)
    return "".join(pieces) + text[done:] if pieces else text
