"""A sheet of A4, and how large a picture is printed on it."""

from __future__ import annotations

POINTS_PER_INCH = 72

SHORT, LONG = 538.6, 785.2
"""The sides of the part of an A4 sheet that is printed on, in points: 10 mm of margin all around."""


def scale(width: float, height: float) -> float:
    """How much a picture of that size in points must be scaled to fill the sheet, turned as fits best.

    >>> scale(538.6, 785.2), scale(2 * 785.2, 538.6)
    (1.0, 0.5)
    """
    upright = min(SHORT / width, LONG / height)
    return max(upright, min(LONG / width, SHORT / height))
