"""Texts fit for a picture: cleaned, measured and wrapped; nothing in them can steer what shows them."""

from __future__ import annotations

import unicodedata
from math import fsum

ELLIPSIS = "…"
FONT_SIZE = 12.0
"""The height of the text in a box, in points."""

_KEPT_FORMAT = {"\u200c", "\u200d"}
"""The joiners that Persian and Indic scripts need to be written right."""

_SHARES = {
    **dict.fromkeys("ijl'|", 0.26),
    **dict.fromkeys("ftrI.,:;!()[]/-· ", 0.35),
    **dict.fromkeys("mw", 0.86),
    **dict.fromkeys("MW@%—…★", 1.02),
}
"""About how wide a character is set, as a share of the height of the text."""
_UPPER, _OTHER, _FULL = 0.75, 0.58, 1.02


def clean(text: str) -> str:
    r"""A text on one line, without control characters, marks of direction and half characters.

    >>> clean("two\nlines\x00 \u202eback")
    'two lines back'
    """
    kept = (c if _drawn(c) else " " if unicodedata.category(c) == "Cc" else "" for c in text)
    return " ".join("".join(kept).split())


def _drawn(char: str) -> bool:
    category = unicodedata.category(char)
    if category == "Cf":
        return char in _KEPT_FORMAT
    return category not in {"Cc", "Cs", "Cn", "Co"}


def text_width(text: str, size: float = FONT_SIZE) -> float:
    """About how wide a text is set, in points.

    Rather too wide for Helvetica and Arial. DejaVu Sans, which stands in for them on some machines, is up to
    a tenth wider, which the space around the text in a box takes up.

    >>> text_width("ill") < text_width("aaa") < text_width("國國國")
    True
    """
    return size * fsum(map(_em, text))  # sum rounds otherwise from Python 3.12 on


def _em(char: str) -> float:
    """About how wide a character is, as a share of the height of the text."""
    if unicodedata.combining(char) or char in _KEPT_FORMAT:
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return _FULL
    return _SHARES.get(char, _UPPER if char.isupper() else _OTHER)


def wrap(text: str, width: float, most: int, size: float = FONT_SIZE) -> tuple[str, ...]:
    """A cleaned text as lines no wider than `width` points; what does not fit ends in an ellipsis.

    A word that is wider than a line is cut into pieces.

    Args:
        text: the text, in any script.
        width: the width of a line in points.
        most: the most lines, at least 1.
        size: the height of the text in points.

    >>> wrap("a law on passenger data", 80, 3)
    ('a law on', 'passenger', 'data')
    """
    lines: list[str] = []
    for word in clean(text).split():
        for piece in _pieces(word, width, size):
            if lines and text_width(f"{lines[-1]} {piece}", size) <= width:
                lines[-1] += f" {piece}"
            else:
                lines.append(piece)
        if len(lines) > most:
            break
    if len(lines) > most:
        lines = [*lines[: most - 1], _shortened(lines[most - 1], width, size)]
    return tuple(lines)


def _pieces(word: str, width: float, size: float) -> list[str]:
    if text_width(word, size) <= width:
        return [word]
    pieces = [""]
    for char in word:
        if text_width(pieces[-1] + char, size) > width and not unicodedata.combining(char):
            pieces.append("")
        pieces[-1] += char
    return [piece for piece in pieces if piece]


def _shortened(line: str, width: float, size: float) -> str:
    while line and text_width(line + ELLIPSIS, size) > width:
        line = line[:-1]
    return line.rstrip() + ELLIPSIS
