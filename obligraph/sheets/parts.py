"""The XML parts of a workbook, read as a stream: no tree is built, and every count has a bound."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from obligraph.sheets.book import Raw, Sort
from obligraph.sheets.cells import LONGEST, unescaped

MOST_ELEMENTS = 1_000_000
"""XML elements in one workbook; some seconds of reading."""

MOST_CELLS = 200_000
"""Cells that are not blank; the questionnaire of the whole catalogue has about 5,000."""

MOST_DECLARED = 5_000_000
"""Cells in the area that a sheet declares."""

DAY_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(50, 59)))
"""The built-in number formats that show a date.

Source: ECMA-376 part 1, 18.8.30 (numFmt).
"""


class TooMuch(Exception):  # noqa: N818 - it is caught one level up and said in words
    """A workbook passes a bound; the message says which."""


@dataclass(slots=True)
class Budget:
    """What is left of the bounds for one workbook."""

    elements: int = MOST_ELEMENTS
    cells: int = MOST_CELLS

    def element(self) -> None:
        """Counts one element."""
        self.elements -= 1
        if self.elements < 0:
            raise TooMuch(f"holds more than {MOST_ELEMENTS:,} XML elements")

    def cell(self) -> None:
        """Counts one cell."""
        self.cells -= 1
        if self.cells < 0:
            raise TooMuch(f"holds more than {MOST_CELLS:,} filled cells")


class Part:
    """Receives the events of one XML part; subclasses say what they look for."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.budget.element()
        self.begin(tag.rpartition("}")[2], attributes)

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """An element of that local name begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Text stands here, perhaps a piece of it."""

    def close(self) -> None:
        """The part ends."""


@dataclass(slots=True)
class Text:
    """Gathers the text of a cell from its runs, without the readings that stand above them."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    open: bool = False
    aside: bool = False

    def begin(self, name: str) -> None:
        """An element of rich text begins."""
        self.aside = self.aside or name == "rPh"
        self.open = name in {"t", "v"} and not self.aside

    def end(self, name: str) -> None:
        """An element of rich text ends."""
        self.aside = self.aside and name != "rPh"
        self.open = False

    def add(self, text: str) -> None:
        """Takes up a piece of text."""
        if self.open:
            self.length += len(text)
            if self.length > LONGEST * 7:  # every character may be written as an escape of seven
                raise TooMuch(f"holds a cell of more than {LONGEST:,} characters")
            self.pieces.append(text)

    def taken(self) -> str:
        """The text so far; the next begins afresh."""
        text = "".join(self.pieces)
        self.pieces, self.length = [], 0
        return text


class Strings(Part):
    """The shared strings of a workbook."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(budget)
        self.found: list[str] = []
        self.text = Text()

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """A string or a run of it begins."""
        self.text.begin(name)

    def end(self, tag: str) -> None:
        """A string or a run of it ends."""
        name = tag.rpartition("}")[2]
        self.text.end(name)
        if name == "si":
            self.found.append(unescaped(self.text.taken()))

    def data(self, text: str) -> None:
        """A piece of a run."""
        self.text.add(text)


class Styles(Part):
    """Which cell styles show a number as a date."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(budget)
        self.codes: dict[str, str] = {}
        self.formats: list[str] = []
        self.inside = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """A number format or a cell style."""
        if name == "numFmt":
            self.codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "xf" and self.inside:
            self.formats.append(attributes.get("numFmtId", "0"))
        self.inside = name == "cellXfs" or (self.inside and name not in {"cellStyles", "dxfs"})

    def end(self, tag: str) -> None:
        """The list of cell styles ends."""
        self.inside = self.inside and not tag.endswith("}cellXfs")

    def days(self) -> frozenset[int]:
        """The places of the styles that show a date."""
        return frozenset(at for at, name in enumerate(self.formats) if self._is_day(name))

    def _is_day(self, name: str) -> bool:
        if name in self.codes:
            return _shows_day(self.codes[name])
        return name.isdigit() and int(name) in DAY_FORMATS


def _shows_day(code: str) -> bool:
    """Whether a number format shows a day.

    >>> _shows_day("yyyy-mm-dd"), _shows_day('0.00 "days"'), _shows_day("[Red]0")
    (True, False, False)
    """
    bare = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", code[:400]).lower()
    return "y" in bare or "d" in bare


_COLUMN = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def position(reference: str) -> tuple[int, int]:
    """A reference such as `AB7` as row and column.

    >>> position("AB7")
    (7, 28)
    """
    found = _COLUMN.fullmatch(reference.replace("$", ""))
    if not found:
        raise TooMuch(f"names a cell '{reference[:20]}', which no sheet has")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


@dataclass(slots=True)
class _Open:
    """The cell that is being read."""

    row: int
    column: int
    sort: str
    style: str
    formula: bool = False


class Cells(Part):
    """The cells of one sheet."""

    def __init__(self, budget: Budget, strings: list[str], days: frozenset[int]) -> None:
        super().__init__(budget)
        self.strings, self.days = strings, days
        self.rows: dict[int, dict[int, Raw]] = {}
        self.row = self.column = 0
        self.cell: _Open | None = None
        self.text = Text()

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """A row, a cell or what stands in it begins."""
        match name:
            case "dimension":
                _bounded(attributes.get("ref", "A1"))
            case "row":
                self.row, self.column = _number(attributes.get("r"), self.row + 1), 0
            case "c":
                self._open(attributes)
            case "f" if self.cell:
                self.cell.formula = True
            case _ if self.cell:
                self.text.begin(name)

    def _open(self, attributes: dict[str, str]) -> None:
        row, column = self.row, self.column + 1
        if "r" in attributes:
            row, column = position(attributes["r"])
        self.column = column
        self.cell = _Open(row, column, attributes.get("t", "n"), attributes.get("s", "0"))

    def end(self, tag: str) -> None:
        """A cell or what stands in it ends."""
        name = tag.rpartition("}")[2]
        self.text.end(name)
        if name == "c" and self.cell:
            text, cell, self.cell = self.text.taken(), self.cell, None
            raw = Raw(Sort.FORMULA, text) if cell.formula else self._raw(cell, text)
            if raw.text or raw.sort is Sort.FORMULA:
                self.budget.cell()
                self.rows.setdefault(cell.row, {})[cell.column] = raw

    def data(self, text: str) -> None:
        """A piece of what stands in a cell."""
        self.text.add(text)

    def _raw(self, cell: _Open, text: str) -> Raw:
        match cell.sort:
            case "s":
                at = _number(text, -1)
                if not 0 <= at < len(self.strings):
                    raise TooMuch(f"names a string '{text[:20]}' that it does not hold")
                return Raw(Sort.TEXT, self.strings[at])
            case "inlineStr" | "str":
                return Raw(Sort.TEXT, unescaped(text))
            case "b":
                return Raw(Sort.BOOLEAN, text.strip())
            case "e":
                return Raw(Sort.ERROR, text.strip())
            case "d":
                return Raw(Sort.DAY, text.strip())
            case _:
                sort = Sort.DAY if _number(cell.style, 0) in self.days else Sort.NUMBER
                return Raw(sort, text.strip())


def _number(text: str | None, otherwise: int) -> int:
    """A whole number of the file."""
    return int(text) if text and len(text) < 20 and re.fullmatch(r"\s*[0-9]+\s*", text) else otherwise


def _bounded(declared: str) -> None:
    """Refuses a sheet that declares more cells than anybody fills."""
    corners: Iterable[str] = declared.split(":")
    row, column = map(max, zip(*(position(corner) for corner in corners), strict=True))
    if row * column > MOST_DECLARED:
        raise TooMuch(f"declares a sheet of {row:,} rows and {column:,} columns")
