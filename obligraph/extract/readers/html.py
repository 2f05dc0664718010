"""HTML, with what Python brings: nothing is fetched, scripts and styles are left out."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from obligraph.errors import Fault, InputError
from obligraph.extract.document import Document, Format, Role
from obligraph.extract.readers.numbers import lettered, roman
from obligraph.extract.readers.writing import Writer

SKIPPED = frozenset(
    ["script", "style", "head", "template", "noscript", "svg", "math", "object", "select", "button"]
)
VOID = frozenset(re.findall(r"\w+", "area base br col embed hr img input link meta source track wbr"))
INLINE = frozenset(
    re.findall(
        r"\w+",
        "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q ruby rp rt s "
        "samp small span strike strong sub sup time tt u var wbr",
    )
)
ITALIC = frozenset(["i", "em", "cite", "dfn", "var"])
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "title", "caption"])
FURNITURE = frozenset(["nav", "header", "footer", "aside"])
CELLS = frozenset(["td", "th"])
MOST_DEPTH = 500
MOST_TAGS = 2_000_000


class _Reader(HTMLParser):
    """Writes the text of the page as its tags go by."""

    def __init__(self, writer: Writer) -> None:
        super().__init__(convert_charrefs=True)
        self.writer = writer
        self.stack: list[tuple[str, bool]] = []
        self.lists: list[tuple[str, int]] = []
        self.number = ""
        self.tags = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        self.tags += 1
        self._check()
        if tag == "br":
            self.writer.add("\n", keep_blanks=True)
        if tag in VOID:
            return
        if tag not in INLINE:
            self._end()
        given = dict(attrs)
        self.stack.append((tag, tag in ITALIC or _slants(given.get("style"))))
        if tag in {"ol", "ul"}:
            start = given.get("start") or ""
            first = int(start) if re.fullmatch(r"\d{1,6}", start) else 1
            self.lists.append(((given.get("type") or "1") if tag == "ol" else "", first))
        elif tag == "li":
            self._number(given.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        """A tag closes, and with it those inside that were left open."""
        if tag not in INLINE and tag not in VOID:
            self._end()
        depth = next((n for n, (name, _) in enumerate(reversed(self.stack), 1) if name == tag), 0)
        if depth:
            for name, _ in self.stack[-depth:]:
                if name in {"ol", "ul"} and self.lists:
                    self.lists.pop()
            del self.stack[-depth:]

    def handle_data(self, data: str) -> None:
        """Characters."""
        names = {name for name, _ in self.stack}
        if not names & SKIPPED:
            slanted = any(italic for _, italic in self.stack)
            self.writer.add(data, italic=slanted, keep_blanks="pre" in names)

    def _check(self) -> None:
        if len(self.stack) > MOST_DEPTH:
            raise InputError([Fault(self.writer.name, f"is nested more than {MOST_DEPTH} deep")])
        if self.tags > MOST_TAGS:
            raise InputError([Fault(self.writer.name, f"has more than {MOST_TAGS:,} tags")])

    def _number(self, value: str) -> None:
        """Puts an item's automatic number into the text."""
        sort, number = self.lists[-1] if self.lists else ("", 1)
        number = int(value) if re.fullmatch(r"\d{1,6}", value) else number
        if self.lists:
            self.lists[-1] = (sort, number + 1)
        self.number = numbered(sort, number)
        if self.number:
            self.writer.add(self.number + " ")

    def _end(self) -> None:
        """Ends the block, unless it holds only an item's number so far."""
        if not self.writer.holds_only(self.number):
            self.writer.end_block(self._role(), self.number, max(0, len(self.lists) - 1))
            self.number = ""

    def _role(self) -> Role:
        names = {name for name, _ in self.stack}
        for tags, role in ((FURNITURE, Role.FURNITURE), (HEADINGS, Role.HEADING), (CELLS, Role.TABLE)):
            if names & tags:
                return role
        return Role.ITEM if "li" in names else Role.BODY


def numbered(sort: str, number: int) -> str:
    """The number of a list item as a page shows it; nothing for a bullet.

    >>> numbered("1", 3), numbered("a", 3), numbered("i", 3), numbered("", 3)
    ('3.', '(c)', '(iii)', '')
    """
    match sort:
        case "1":
            return f"{number}."
        case "a" | "A":
            text = f"({lettered(number)})"
        case "i" | "I":
            text = f"({roman(number)})"
        case _:
            return ""
    return text.upper() if sort.isupper() else text


def _slants(style: str | None) -> bool:
    return bool(style and re.search(r"font-style\s*:\s*italic", style))


def read_html(text: str, name: str, encoding: str) -> Document:
    """Reads a page: one block a paragraph, heading, item or cell.

    Raises:
        InputError: the page holds no text or passes a bound.
    """
    reader = _Reader(Writer(name))
    reader.feed(text)
    reader.close()
    reader.writer.end_block(number=reader.number)
    return reader.writer.document(Format.HTML, encoding)
