"""PDF: text, pages and italic runs, through pdfium."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from obligraph.errors import Fault, InputError
from obligraph.extract.document import Document, Format, Loss
from obligraph.extract.readers.writing import MOST_CHARACTERS

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

MOST_PAGES = 3_000
BETWEEN_PAGES = "\n\f"
LONGEST_FONT_NAME = 256
SURROGATE = re.compile(r"[\ud800-\udfff]")
"""Half a character, which a broken font may give; no text can be written that holds one."""


def read_pdf(data: bytes, name: str) -> Document:
    """Reads a PDF: the text of its pages, with a form feed between two.

    Raises:
        InputError: it is no PDF, is locked, holds no text (a scan), or passes a limit.
    """
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise InputError([_unreadable(name, error)]) from None
    try:
        return _read(pdf, name)
    finally:
        pdf.close()


def _unreadable(name: str, error: Exception) -> Fault:
    if "assword" in str(error):
        return Fault(name, "is locked with a password", way_out="save an unlocked copy")
    return Fault(name, "is not a PDF that can be read", way_out="save it again, or give its text")


def _read(pdf: PdfDocument, name: str) -> Document:
    if len(pdf) > MOST_PAGES:
        raise InputError([Fault(name, f"has more than {MOST_PAGES:,} pages", way_out="split it first")])
    text = ""
    pages: list[int] = []
    italics: list[tuple[int, int]] = []
    losses: list[Loss] = []
    for number in range(len(pdf)):
        text += BETWEEN_PAGES if pages else ""
        pages.append(len(text))
        content, runs = _page(pdf, number)
        if content.strip():
            italics += ((len(text) + a, len(text) + b) for a, b in runs)
            text += content
        else:
            losses.append(Loss(len(text), f"page {number + 1} has no text; it may be a scan"))
        if len(text) > MOST_CHARACTERS:
            what = f"has more than {MOST_CHARACTERS:,} characters"
            raise InputError([Fault(name, what, way_out="split it first")])
    if not text.strip():
        way_out = "recognise its text (OCR) first"
        raise InputError([Fault(name, "holds no text: its pages are pictures or empty", way_out=way_out)])
    return Document(name, text, Format.PDF, "", tuple(italics), (), tuple(pages), tuple(losses))


def _page(pdf: PdfDocument, number: int) -> tuple[str, list[tuple[int, int]]]:
    """The text of a page and its italic runs; nothing for a page that pdfium cannot load."""
    import pypdfium2

    try:
        page = pdf[number]
        shown = page.get_textpage()
        text = shown.get_text_range()
        runs = list(_italic_runs(shown, text)) if len(text) == shown.count_chars() else []
    except (pypdfium2.PdfiumError, UnicodeError):
        return "", []
    return SURROGATE.sub("\ufffd", text), runs


def _italic_runs(shown: PdfTextPage, text: str) -> Iterator[tuple[int, int]]:
    """The runs set in an italic font; blanks between two italic words belong to the run.

    A capital at the beginning of a line begins another run.
    """
    import pypdfium2.raw as pdfium

    font = ctypes.create_string_buffer(LONGEST_FONT_NAME)
    flags = ctypes.c_int()
    start = end = -1
    for at, character in enumerate(text):
        if character.isspace():
            continue
        length = pdfium.FPDFText_GetFontInfo(shown.raw, at, font, LONGEST_FONT_NAME, ctypes.byref(flags))
        name = font.value if 0 < length <= LONGEST_FONT_NAME else b""
        if b"Italic" in name or b"Oblique" in name:
            if start >= 0 and character.isupper() and "\n" in text[end:at]:
                yield start, end
                start = -1
            start, end = (start if start >= 0 else at), at + 1
        elif start >= 0:
            yield start, end
            start = -1
    if start >= 0:
        yield start, end
