"""Automatic numbers of a Word document: the numbering part and the styles say how paragraphs are counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from obligraph.extract.readers.numbers import lettered, roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MOST_LEVELS = 9
HEADING = re.compile(r"heading\s*\d|title|^h\d", re.IGNORECASE)


def value_of(element: Element | None, default: str = "") -> str:
    """The `w:val` of an element, or a default."""
    return element.get(f"{W}val", default) if element is not None else default


def whole(text: str, default: int) -> int:
    """A whole number in figures, or a default."""
    return int(text) if re.fullmatch(r"\d{1,9}", text) else default


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts.

    Attributes:
        form: Word's name of the figures (`decimal`, `lowerLetter`, ...).
        pattern: the number with its surroundings, `%1` standing for the count of level 1.
        start: the first count.
    """

    form: str
    pattern: str
    start: int


class Numbering:
    """Counts the numbered paragraphs of one document, in order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, str] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._styles: dict[str, tuple[str, int, bool]] = {}
        if numbering is not None:
            self._read_lists(numbering)
        if styles is not None:
            self._read_styles(styles)

    def _read_lists(self, numbering: Element) -> None:
        for abstract in numbering.iter(f"{W}abstractNum"):
            levels = {}
            for level in abstract.iter(f"{W}lvl"):
                form = value_of(level.find(f"{W}numFmt"), "decimal")
                pattern = value_of(level.find(f"{W}lvlText"))
                start = whole(value_of(level.find(f"{W}start")), 1)
                levels[whole(level.get(f"{W}ilvl", ""), 0)] = Level(form, pattern, start)
            self._abstract[abstract.get(f"{W}abstractNumId", "")] = levels
        for number in numbering.iter(f"{W}num"):
            self._lists[number.get(f"{W}numId", "")] = value_of(number.find(f"{W}abstractNumId"))

    def _read_styles(self, styles: Element) -> None:
        for style in styles.iter(f"{W}style"):
            name = value_of(style.find(f"{W}name"))
            number = style.find(f"{W}pPr/{W}numPr")
            list_id = value_of(number.find(f"{W}numId")) if number is not None else ""
            level = whole(value_of(number.find(f"{W}ilvl")), 0) if number is not None else 0
            self._styles[style.get(f"{W}styleId", "")] = (list_id, level, bool(HEADING.search(name)))

    def of(self, paragraph: Element) -> tuple[str, int, bool]:
        """The number of the next paragraph (empty without one), its level, and whether it is a heading."""
        given = paragraph.find(f"{W}pPr")
        if given is None:
            return "", 0, False
        style = value_of(given.find(f"{W}pStyle"))
        list_id, level, heading = self._styles.get(style, ("", 0, False))
        number = given.find(f"{W}numPr")
        if number is not None:
            list_id = value_of(number.find(f"{W}numId"), list_id)
            level = whole(value_of(number.find(f"{W}ilvl")), level)
        if list_id in {"", "0"} or not 0 <= level < MOST_LEVELS:
            return "", 0, heading
        return self._next(list_id, level), level, heading

    def _next(self, list_id: str, level: int) -> str:
        """Counts one more at a level of a list and writes its number."""
        abstract = self._lists.get(list_id, "")
        levels = self._abstract.get(abstract, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(abstract, [None] * MOST_LEVELS)
        before = counts[level]
        counts[level] = levels[level].start if before is None else before + 1
        counts[level + 1 :] = [None] * (MOST_LEVELS - level - 1)
        text = levels[level].pattern
        if levels[level].form == "bullet":
            return ""
        for at in range(level + 1):
            count = counts[at]
            shown = levels[at] if at in levels else levels[level]
            text = text.replace(f"%{at + 1}", figures(shown.form, shown.start if count is None else count))
        return text.strip()


def figures(form: str, count: int) -> str:
    """A count in the figures that Word calls by a name; decimal where the name is another.

    >>> figures("lowerLetter", 2), figures("upperRoman", 4), figures("decimal", 7)
    ('b', 'IV', '7')
    """
    match form:
        case "lowerLetter":
            return lettered(count)
        case "upperLetter":
            return lettered(count).upper()
        case "lowerRoman":
            return roman(count)
        case "upperRoman":
            return roman(count).upper()
        case "none":
            return ""
        case _:
            return str(count)
