"""What people and spreadsheets write into a cell, as the value that is meant, or a fault in words."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from typing import assert_never

from obligraph.report.naming import MONTHS
from obligraph.report.workbook.columns import Field, Holds
from obligraph.sheets.book import Raw, Sort
from obligraph.sheets.cells import unwritable

Value = str | bool | int | dt.date | list[str] | None
"""A cell's value; None where it says nothing."""

YES_NO = {
    "yes": True,
    "y": True,
    "true": True,
    "1": True,
    "no": False,
    "n": False,
    "false": False,
    "0": False,
}

FIRST_1900, FIRST_1904 = dt.date(1899, 12, 30), dt.date(1904, 1, 1)
"""Day 0 of the two ways to count days.

Source: ECMA-376 part 1, 18.17.4.1. From 1 March 1900 the first is right for Excel, which takes 1900 for a
leap year.
"""

EXACT_DIGITS = 15
"""The digits of a number that a spreadsheet keeps."""

SHORT_MONTHS = tuple(month[:3].lower() for month in MONTHS)
"""How the names of months begin."""


class Faulty(Exception):  # noqa: N818 - it becomes a fault of the cell
    """A cell that cannot be read; the message says why and the way out."""

    def __init__(self, what: str, way_out: str = "") -> None:
        super().__init__(what)
        self.what, self.way_out = what, way_out


def value_of(raw: Raw, field: Field, since_1904: bool = False) -> Value:
    """What a cell of a column says.

    Raises:
        Faulty: it holds a formula or an error, or nothing that the column can take.
    """
    if raw.sort is Sort.FORMULA:
        raise Faulty("holds a formula", "write the value itself")
    if raw.sort is Sort.ERROR:
        raise Faulty(f"holds the error {raw.text[:20]}", "write the value itself")
    value: Value = None
    match field.holds:
        case Holds.DAY:
            value = day_of(raw, since_1904)
        case Holds.ANSWER:
            value = _answer(raw)
        case Holds.ORDER:
            value = _order(raw)
        case Holds.NAMES | Holds.CHOICE | Holds.NAME | Holds.TEXT:
            value = _text(text_of(raw), field)
        case Holds.ENTRY | Holds.SHOWN:
            value = None
        case _:
            assert_never(field.holds)
    return value


def _text(text: str, field: Field) -> Value:
    """A text as its column takes it."""
    match field.holds:
        case Holds.NAMES:
            return [name for name in re.split(r"[\s,;]+", text) if name]
        case Holds.CHOICE:
            return _choice(text.strip(), field)
        case Holds.NAME:
            return text.strip()
        case _:
            return text


def text_of(raw: Raw) -> str:
    """A cell as text: a number that a spreadsheet has made of an id or a page is written plainly.

    >>> text_of(Raw(Sort.NUMBER, "12.0")), text_of(Raw(Sort.BOOLEAN, "1"))
    ('12', 'TRUE')

    Raises:
        Faulty: the spreadsheet has made a date or a rounded number of it, so that what was typed is lost, or
            it holds a control character.
    """
    match raw.sort:
        case Sort.DAY:
            raise Faulty(
                "was turned into a date by the spreadsheet",
                "set the cell to the format Text, and type it again",
            )
        case Sort.NUMBER:
            return _plain_number(raw.text)
        case Sort.BOOLEAN:
            return "TRUE" if raw.text == "1" else "FALSE"
        case _:
            text = raw.text.replace("\r\n", "\n").replace("\r", "\n")
            if why := unwritable(text):
                raise Faulty(why, "take it out")
            return text


def _plain_number(text: str) -> str:
    """The digits of a number without an empty fraction or a power of ten.

    >>> _plain_number("1.2E1"), _plain_number("0.5")
    ('12', '0.5')
    """
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    if number.is_finite() and number.adjusted() >= EXACT_DIGITS:
        raise Faulty(
            "is a number with more digits than a spreadsheet keeps",
            "set the cell to the format Text, and type it again",
        )
    return f"{number.normalize():f}" if number.is_finite() and number.adjusted() > -EXACT_DIGITS else text


def day_of(raw: Raw, since_1904: bool) -> dt.date | None:
    """A day: a number that counts days, or a text such as 2024-05-31 or 31 May 2024.

    >>> day_of(Raw(Sort.NUMBER, "45443"), False), day_of(Raw(Sort.TEXT, " 31 May 2024 "), False)
    (datetime.date(2024, 5, 31), datetime.date(2024, 5, 31))

    Raises:
        Faulty: it is no day, or its order of day and month is not certain.
    """
    if raw.sort is Sort.BOOLEAN:
        raise Faulty("is no day", "write it as 2024-05-31")
    text = raw.text.strip()
    if not text:
        return None
    if raw.sort in {Sort.NUMBER, Sort.DAY} and "-" not in text.lstrip("-"):
        return _counted(text, since_1904)
    return _written(text)


def _counted(text: str, since_1904: bool) -> dt.date:
    """The day of a number of days; a time of day is passed over."""
    try:
        days = int(Decimal(text))
        if not since_1904 and days < 61:
            raise Faulty(f"the number {text} is no day", "write it as 2024-05-31")
        return (FIRST_1904 if since_1904 else FIRST_1900) + dt.timedelta(days=days)
    except (InvalidOperation, OverflowError, ValueError):
        raise Faulty(f"the number {text[:30]} is no day", "write it as 2024-05-31") from None


def _written(text: str) -> dt.date:
    """The day of a text."""
    try:
        if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)([T ][0-9:.]+Z?)?", text, re.ASCII):
            return dt.date(int(found[1]), int(found[2]), int(found[3]))
        found = re.fullmatch(r"(\d{1,2})\.? ([A-Za-z]{3})[a-z]*\.? (\d{4})", text, re.ASCII)
        if found and found[2].lower() in SHORT_MONTHS:
            return dt.date(int(found[3]), SHORT_MONTHS.index(found[2].lower()) + 1, int(found[1]))
    except ValueError as error:
        raise Faulty(f"'{text[:40]}' is not a day of the calendar: {error}") from None
    raise Faulty(f"'{text[:40]}' is not a date", "write it as 2024-05-31")


def _answer(raw: Raw) -> bool | None:
    text = text_of(raw).strip()
    if text and text.lower() not in YES_NO:
        raise Faulty(f"'{text[:40]}' is not an answer", "write yes or no, or leave it empty")
    return YES_NO[text.lower()] if text else None


def _order(raw: Raw) -> int | None:
    """A number that keeps the order; anything else has no say."""
    return int(raw.text) if raw.sort is Sort.NUMBER and re.fullmatch(r"[0-9]{1,6}", raw.text) else None


def _choice(text: str, field: Field) -> str:
    """The value that a text stands for; a text that stands for none comes back as it is."""
    plain = re.sub(r"[\s_-]+", "_", text.casefold())
    return plain if plain in field.choices else text
