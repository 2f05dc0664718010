"""What a text becomes in a cell of a workbook: never a formula, and the same text when it is read back."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

LONGEST = 32_767
"""What a cell can hold, in UTF-16 units.

Source: Excel specifications and limits.
"""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet take a typed text for a formula.

Source: OWASP, CSV Injection.
"""

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unwritable(text: str) -> str:
    r"""Why no cell can hold a text and give it back; empty where one can.

    >>> unwritable("two\nlines"), unwritable("a bell \x07")
    ('', 'holds the control character U+0007')
    """
    for char in text:
        if char not in "\t\n" and unicodedata.category(char) == "Cc":
            return f"holds the control character U+{ord(char):04X}"
        if "\ud800" <= char <= "\udfff" or char in "\ufffe\uffff":
            return f"holds U+{ord(char):04X}, which is no character"
    if (length := units(text)) > LONGEST:
        return f"is {length:,} characters long; a cell holds {LONGEST:,}"
    return ""


def units(text: str) -> int:
    """The length of a text as a spreadsheet counts it: a character beyond U+FFFF counts twice."""
    return len(text) + sum(char > "\uffff" for char in text)


def escaped(text: str) -> str:
    """A text with what the file format would take for an escape made plain.

    Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).

    >>> escaped("_x0041_ and _x_")
    '_x005F_x0041_ and _x_'
    """
    return re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)


def unescaped(text: str) -> str:
    """What a text of the file stands for.

    >>> unescaped("_x005F_x0041_ and _x0041_")
    '_x0041_ and A'
    """
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def put(cell: Cell, text: str) -> None:
    """Writes a text that stays a text: a cell in text format, quoted where it begins like a formula.

    Args:
        cell: a cell of an openpyxl worksheet.
        text: what `unwritable` has nothing against.
    """
    cell.value = escaped(text) or None
    cell.number_format = "@"
    if text:
        cell.data_type = "s"
    if text.startswith(FORMULA_STARTS):
        cell.quotePrefix = True
