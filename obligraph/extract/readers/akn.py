"""Akoma Ntoso XML, as the guidelines for UN documents (AKN4UN) use it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from obligraph.errors import Fault, InputError
from obligraph.extract.document import Document, Format, Role
from obligraph.extract.readers.writing import Writer
from obligraph.extract.readers.xml_tree import local, parse

SKIPPED = frozenset({"meta", "num"})
NOTES = frozenset({"authorialNote", "note"})
INLINE = frozenset(
    re.findall(
        r"\w+",
        "a abbr affectedDocument b br date decoration def del docDate docketNumber docNumber "
        "docProponent docPurpose docStage docStatus docTitle docType entity event eol fillIn i img "
        "inline ins judge location mmod mod mref neutralCitation noteRef object omissis "
        "organization outcome party person placeholder process quantity quotedText recordedTime ref "
        "rmod role rref scene session shortTitle signature span sub sup term time u vote",
    )
)
"""Elements inside a line of text; every other element begins a new block."""

PARTS = {"preamble": Role.PREAMBLE, "mainBody": Role.OPERATIVE, "body": Role.OPERATIVE}
HEADINGS = frozenset({"heading", "subheading", "crossHeading", "docTitle", "longTitle"})
ITEMS = frozenset({"point", "item", "indent", "alinea"})


@dataclass
class _Reading:
    writer: Writer
    number: str = ""
    notes: list[tuple[str, Element]] = field(default_factory=list)

    def block(self, element: Element, role: Role, level: int) -> None:
        """Reads an element that begins a new block."""
        tag = local(element)
        self.end(role, level)
        role = PARTS.get(tag, role)
        inner = Role.HEADING if tag in HEADINGS else Role.ITEM if tag in ITEMS else role
        number = next((c for c in element if local(c) == "num"), None)
        if number is not None:
            self.number = " ".join("".join(number.itertext()).split())
            self.writer.add(self.number + " ")
        deeper = level + (tag in ITEMS or tag == "paragraph")
        self.line(element.text or "", element, inner, deeper, italic=False)
        self.end(inner, level)

    def end(self, role: Role, level: int) -> None:
        """Ends the block, unless it holds only a number so far, which the next block follows in its line."""
        if not self.writer.holds_only(self.number):
            self.writer.end_block(role, self.number, level)
            self.number = ""

    def line(self, text: str, element: Element, role: Role, level: int, *, italic: bool) -> None:
        """Reads the content of an element, in the line that is being written until a block opens."""
        self.writer.add(text, italic=italic)
        for child in element:
            tag = local(child)
            if tag in NOTES:
                self.notes.append((child.get("marker", ""), child))
            elif tag in INLINE:
                self.line(child.text or "", child, role, level, italic=italic or _is_italic(child))
            elif tag and tag not in SKIPPED:
                self.block(child, role, level)
            self.writer.add(child.tail or "", italic=italic)


def _is_italic(element: Element) -> bool:
    return local(element) == "i" or bool(re.search(r"font-style:\s*italic", element.get("style", "")))


def read_akn(text: str, name: str) -> Document:
    """Reads an Akoma Ntoso document: numbers stand before their text, notes after all else.

    Raises:
        InputError: the XML is not Akoma Ntoso, not well-formed, or passes a bound.
    """
    root = parse(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), name)
    if local(root) != "akomaNtoso":
        what = f"is XML, but <{local(root)}> is not a document we know"
        raise InputError([Fault(name, what, ("akomaNtoso", "html"), "save it as text, DOCX or PDF")])
    reading = _Reading(Writer(name))
    reading.line("", root, Role.BODY, 0, italic=False)
    reading.writer.end_block(number=reading.number)
    done = 0
    while done < len(reading.notes):
        marker, note = reading.notes[done]
        reading.number = marker
        reading.writer.add(f"{marker} " if marker else "")
        reading.line(note.text or "", note, Role.FOOTNOTE, 0, italic=False)
        reading.writer.end_block(Role.FOOTNOTE, reading.number)
        done += 1
    return reading.writer.document(Format.AKN)
