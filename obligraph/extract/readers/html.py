"""HTML by the rules of HTML5 (lexbor): nothing is fetched or run, scripts and styles are left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from obligraph.errors import Fault, InputError
from obligraph.extract.document import Document, Format, Role
from obligraph.extract.readers.numbers import lettered, roman
from obligraph.extract.readers.writing import Writer

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

SKIPPED = frozenset(
    ["script", "style", "head", "template", "noscript", "svg", "math", "object", "select", "button"]
)
INLINE = frozenset(
    re.findall(
        r"\w+",
        "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q ruby rp "
        "rt s samp small span strike strong sub sup time tt u var wbr",
    )
)
ITALIC = frozenset(["i", "em", "cite", "dfn", "var"])
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "title", "caption"])
FURNITURE = frozenset(["nav", "header", "footer", "aside"])
CELLS = frozenset(["td", "th"])
MOST_DEPTH = 500
MOST_TAGS = 2_000_000
MOST_OPEN = 10_000
"""How many tags may be left open; the rules of HTML5 take quadratic time over them."""

TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
MAY_STAY_OPEN = frozenset(
    re.findall(
        r"\w+",
        "area base body br col colgroup dd dt embed head hr html img input li link meta optgroup option p "
        "param rp rt source tbody td tfoot th thead tr track wbr",
    )
)


class _Reader:
    """Writes the text of a page as its elements open and close."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.stack: list[tuple[str, bool]] = []
        self.lists: list[tuple[str, int]] = []
        self.number = ""

    def opens(self, tag: str, attributes: dict[str, str | None]) -> None:
        """An element opens."""
        if tag == "br":
            self.writer.add("\n", keep_blanks=True)
        if tag not in INLINE:
            self._end()
        self.stack.append((tag, tag in ITALIC or _slants(attributes.get("style"))))
        if tag in {"ol", "ul"}:
            start = attributes.get("start") or ""
            first = int(start) if re.fullmatch(r"\d{1,6}", start) else 1
            self.lists.append(((attributes.get("type") or "1") if tag == "ol" else "", first))
        elif tag == "li":
            self._number(attributes.get("value") or "")

    def closes(self, tag: str) -> None:
        """The innermost element closes."""
        if tag not in INLINE:
            self._end()
        self.stack.pop()
        if tag in {"ol", "ul"}:
            self.lists.pop()

    def characters(self, data: str) -> None:
        """Characters."""
        slanted = any(italic for _, italic in self.stack)
        self.writer.add(data, italic=slanted, keep_blanks=any(name == "pre" for name, _ in self.stack))

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
    from selectolax.lexbor import LexborHTMLParser

    _check(text, name)
    reader = _Reader(Writer(name))
    root = LexborHTMLParser(text.replace("\0", "\ufffd")).root
    if root is not None:
        _walk(root, reader)
    reader.writer.end_block(number=reader.number)
    return reader.writer.document(Format.HTML, encoding)


def _check(text: str, name: str) -> None:
    """Refuses a page with too many tags, or so many left open that building its tree would take long."""
    still_open = tags = 0
    for match in TAG.finditer(text):
        tags += 1
        if match[2].lower() not in MAY_STAY_OPEN:
            still_open += -1 if match[1] else 1
        if still_open > MOST_OPEN:
            raise InputError([Fault(name, f"leaves more than {MOST_OPEN:,} tags open")])
    if tags > MOST_TAGS:
        raise InputError([Fault(name, f"has more than {MOST_TAGS:,} tags")])


def _walk(root: LexborNode, reader: _Reader) -> None:
    """Visits every node in the order of the page, without recursion."""
    node: LexborNode | None = root
    while node is not None:
        tag = node.tag or ""
        if tag == "-text":
            reader.characters(node.text_content or "")
        elif not tag.startswith(("-", "!")) and tag not in SKIPPED:
            if len(reader.stack) >= MOST_DEPTH:
                raise InputError([Fault(reader.writer.name, f"is nested more than {MOST_DEPTH} deep")])
            reader.opens(tag, node.attributes)
            if node.child is not None:
                node = node.child
                continue
            reader.closes(tag)
        node = _following(node, reader)


def _following(node: LexborNode, reader: _Reader) -> LexborNode | None:
    """The node after one and all inside it; the elements that end before it are closed."""
    while node.next is None:
        parent = node.parent
        if parent is None or not reader.stack:
            return None
        reader.closes(parent.tag or "")
        node = parent
    return node.next if reader.stack else None
