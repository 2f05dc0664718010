"""Letters and roman numerals of numbered lists."""

from __future__ import annotations

ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
LARGEST_ROMAN = 3999


def roman(number: int) -> str:
    """A number in small roman numerals; in figures where these have none.

    >>> roman(14), roman(0)
    ('xiv', '0')
    """
    if not 1 <= number <= LARGEST_ROMAN:
        return str(number)
    text = ""
    for value, numeral in ROMAN:
        text += numeral * (number // value)
        number %= value
    return text


def lettered(number: int) -> str:
    """A number as the letters of a list: a to z, then aa, bb, as word processors count.

    >>> lettered(1), lettered(26), lettered(28), lettered(0)
    ('a', 'z', 'bb', '0')
    """
    if not 1 <= number <= 26 * 10:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
