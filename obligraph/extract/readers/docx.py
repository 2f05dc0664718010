"""DOCX: text with automatic numbers and footnotes, by way of zip and XML alone."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from xml.etree.ElementTree import Element

from obligraph.errors import Fault, InputError
from obligraph.extract.document import Document, Format, Role
from obligraph.extract.readers.docx_numbers import Numbering, W, value_of
from obligraph.extract.readers.writing import Writer
from obligraph.extract.readers.xml_tree import parse

MOST_PART_BYTES = 64 * 1024 * 1024
"""The largest part of a document, unpacked."""

MOST_RATIO = 200
"""A part that is unpacked to more than so many times its size is a bomb; text is packed some ten times."""

DOCUMENT = "word/document.xml"
NOTES = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))
LEFT_OUT = frozenset({f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}instrText", f"{W}delText"})
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
SIGNS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\xad",
}


def read_docx(data: bytes, name: str) -> Document:
    """Reads a Word document: paragraphs, items with their numbers, table cells, then the notes.

    Text that tracked changes have deleted is left out; what they inserted is read.

    Raises:
        InputError: it is no DOCX, is damaged or locked, or passes a bound.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _read(archive, name)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError):
        raise InputError([Fault(name, "is a damaged or locked DOCX file", way_out="save it again")]) from None


def _read(archive: zipfile.ZipFile, name: str) -> Document:
    root = _part(archive, DOCUMENT, name)
    if root is None:
        what = "is a packed file, but no Word document"
        raise InputError([Fault(name, what, way_out="give a DOCX, PDF, HTML, XML or text file")])
    styles = _part(archive, "word/styles.xml", name)
    numbering = Numbering(_part(archive, "word/numbering.xml", name), styles)
    writer = Writer(name)
    _body(root, writer, numbering)
    for part, tag in NOTES:
        notes = _part(archive, part, name)
        for note in notes.iter(f"{W}{tag}") if notes is not None else ():
            if note.get(f"{W}type") is None:
                writer.add(f"{note.get(f'{W}id', '')} ")
                for paragraph in note.iter(f"{W}p"):
                    _inline(paragraph, writer, italic=False)
                    writer.add(" ")
                writer.end_block(Role.FOOTNOTE, note.get(f"{W}id", ""))
    return writer.document(Format.DOCX)


def _part(archive: zipfile.ZipFile, part: str, name: str) -> Element | None:
    """A part of the package as XML; None where the package has none of that name."""
    try:
        info = archive.getinfo(part)
    except KeyError:
        return None
    bound = min(MOST_PART_BYTES, 1024 * 1024 + MOST_RATIO * info.compress_size)
    with archive.open(info) as stream:
        data = stream.read(bound + 1)
    if len(data) > bound:
        what = f"{part} unpacks to more than {bound // 2**20} MiB"
        raise InputError([Fault(name, what, way_out="save it again, or give its text")])
    return parse(data, f"{name}: {part}")


def _body(root: Element, writer: Writer, numbering: Numbering) -> None:
    """Writes every paragraph in order; those inside a table as cells."""
    cells = {id(p) for cell in root.iter(f"{W}tc") for p in cell.iter(f"{W}p")}
    inner = {id(p) for box in root.iter(f"{W}txbxContent") for p in box.iter(f"{W}p")}
    skipped = {id(p) for fallback in root.iter(FALLBACK) for p in fallback.iter(f"{W}p")}
    for paragraph in root.iter(f"{W}p"):
        if id(paragraph) in skipped:
            continue
        number, level, heading = numbering.of(paragraph)
        role = Role.HEADING if heading else Role.ITEM if number else Role.BODY
        role = Role.TABLE if id(paragraph) in cells else role
        if number:
            writer.add(number + " ")
        _inline(paragraph, writer, italic=False)
        writer.end_block(Role.BODY if id(paragraph) in inner else role, number, level)


def _inline(element: Element, writer: Writer, *, italic: bool) -> None:
    """Writes the characters of a paragraph or run, not those of paragraphs inside it (text boxes)."""
    for child in element:
        if child.tag in LEFT_OUT or child.tag in {f"{W}p", FALLBACK} or child.tag == f"{W}txbxContent":
            continue
        if child.tag == f"{W}t":
            writer.add(child.text or "", italic=italic, keep_blanks=True)
        elif child.tag in SIGNS:
            writer.add(SIGNS[child.tag], keep_blanks=True)
        elif child.tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
            continue
        else:
            _inline(child, writer, italic=_is_italic(child) if child.tag == f"{W}r" else italic)


def _is_italic(run: Element) -> bool:
    mark = run.find(f"{W}rPr/{W}i")
    return mark is not None and value_of(mark, "true") not in {"0", "false", "off"}
