"""A workbook as bytes that depend on what it holds alone, not on when or where it was written."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl import Workbook

STAMP = (2000, 1, 1, 0, 0, 0)
"""The time that every part of a workbook bears."""

_STAMPED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_BLANK_TEXT = re.compile(rb"<t>(?=\s+</t>)")


def saved(book: Workbook, title: str) -> bytes:
    """The workbook as a file.

    Args:
        book: what to save.
        title: its title among the document properties.
    """
    book.properties.creator = "Obligraph"
    book.properties.lastModifiedBy = None
    book.properties.title = title
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(packed(book))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            member = zipfile.ZipInfo(name, STAMP)
            member.create_system = 0
            new.writestr(member, _timeless(old.read(name)), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def packed(book: Workbook) -> bytes:
    """The workbook as openpyxl writes it, but in memory.

    By itself openpyxl puts every sheet into the system's folder for temporary files first, where a process
    that is killed leaves it.
    """
    from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
    from openpyxl.worksheet._writer import WorksheetWriter
    from openpyxl.writer.excel import ExcelWriter

    class InMemory(ExcelWriter):
        """Writes each sheet from memory into the archive; sheets here hold neither charts nor pictures."""

        _archive: zipfile.ZipFile

        def write_worksheet(self, ws: Any) -> None:
            content = BytesIO()
            writer: Any = WorksheetWriter(ws, content)
            writer.write()
            ws._drawing = SpreadsheetDrawing()
            ws._rels = writer._rels
            self._archive.writestr(ws.path[1:], content.getvalue())
            self.manifest.append(ws)

    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        InMemory(book, archive).save()
    return raw.getvalue()


def _timeless(part: bytes) -> bytes:
    """A part without the time of writing; texts of blanks alone are marked as to be kept."""
    part = _STAMPED.sub(rb"\g<1>2000-01-01T00:00:00Z", part)
    return _BLANK_TEXT.sub(rb'<t xml:space="preserve">', part)
