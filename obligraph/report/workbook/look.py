"""How workbooks look: fonts, colours, widths, frozen heads, print set-up."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from functools import cache
from textwrap import wrap
from typing import TYPE_CHECKING, cast

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties

from obligraph.sheets.cells import LONGEST, put, units, unwritable

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

DAY_FORMAT = "yyyy-mm-dd"

FIRST_DAY = dt.date(1900, 3, 1)
"""From here on all spreadsheets count days alike; earlier days are written out as text."""

MOST_NAME = 31
"""Characters in the name of a sheet."""

TALLEST = 29
"""Lines of text; no program shows a taller row, and what is cut shows when the cell is opened."""

ACROSS = 160
"""About how many characters of width a printed page takes, at four fifths of their size."""

A4 = 9
"""The paper, as spreadsheets number it; printers with Letter alone fit it to theirs."""

LINE = 13.5
"""Points from one line of text to the next."""

TITLE = Font(name="Calibri", size=14, bold=True, color="1F3864")
BOLD = Font(name="Calibri", size=10, bold=True)
PLAIN = Font(name="Calibri", size=10)
FAINT = Font(name="Calibri", size=9, italic=True, color="595959")
THIN = Side(style="thin", color="BFBFBF")


@cache
def fill(colour: str) -> PatternFill:
    """A plain ground of one colour."""
    return PatternFill("solid", fgColor=colour)


HEAD = "D9E2F3"
OPEN_HEAD = "E2EFDA"
ASKED = "F2F2F2"
RATING_GROUND = {
    "met": "E2EFDA",
    "partly met": "FFF2CC",
    "not met": "F8CBAD",
    "undetermined": "EDEDED",
    "not applicable": "FFFFFF",
}
"""The ground of a rating; the word stands on it, so that no meaning hangs on colour."""

WRAPPED = Alignment(wrap_text=True, vertical="top", horizontal="left")
FLAT = Alignment(vertical="top")
CENTRED = Alignment(vertical="top", horizontal="center")
BOXED = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


def new_sheet(book: Workbook, name: str) -> Worksheet:
    """A sheet of a name that no spreadsheet refuses, unlike those that are there."""
    plain = re.sub(r"[\[\]:*?/\\]", "-", shown_text(name)).strip("' ")[:MOST_NAME] or "Sheet"
    taken = {each.casefold() for each in book.sheetnames}
    if len(plain) == MOST_NAME < len(name):
        plain = re.sub(r"[\s,]+(and|of|the|or)?$", "", plain.rpartition(" ")[0] or plain)
    title, number = plain, 2
    while title.casefold() in taken:
        title, number = f"{plain[:27]} ({number})", number + 1
    sheet: Worksheet = book.create_sheet(title)
    return sheet


def shown_text(text: str) -> str:
    """A text that is only shown, without what no cell can hold."""
    if not unwritable(text):
        return text
    whole = "".join("\N{REPLACEMENT CHARACTER}" if unwritable(char) else char for char in text)
    return whole if units(whole) <= LONGEST else whole[: LONGEST // 2] + " ..."


def write(
    sheet: Worksheet, row: int, column: int, value: str | int | dt.date | None, font: Font = PLAIN
) -> Cell:
    """Writes a value into a cell: a text as text, a day as a day, a number as a number."""
    cell = cast("Cell", sheet.cell(row, column))
    if isinstance(value, dt.date) and value < FIRST_DAY:
        value = value.isoformat()
    if isinstance(value, str):
        put(cell, value)
    else:
        cell.value = value
        if isinstance(value, dt.date):
            cell.number_format = DAY_FORMAT
    cell.font = font
    cell.alignment = CENTRED if isinstance(value, int) else WRAPPED
    return cell


def heading(sheet: Worksheet, title: str, hint: str) -> None:
    """The first two lines of a sheet: what it is, and how to read it."""
    for row, text, font in ((1, title, TITLE), (2, hint, FAINT)):
        write(sheet, row, 1, shown_text(text), font).alignment = Alignment(vertical="center")
    sheet.row_dimensions[1].height = 22


def head_row(sheet: Worksheet, row: int, headings: Iterable[tuple[str, int, str]]) -> None:
    """The headings of a table, as (text, width in characters, colour of the ground)."""
    for column, (text, width, ground) in enumerate(headings, 1):
        cell = write(sheet, row, column, text, BOLD)
        cell.fill, cell.border = fill(ground), BOXED
        sheet.column_dimensions[get_column_letter(column)].width = width


def lay(
    sheet: Worksheet, row: int, values: Sequence[str | int | dt.date | None], widths: Sequence[int]
) -> None:
    """Writes one line of a table, no taller than `TALLEST` lines of text."""
    for column, value in enumerate(values, 1):
        write(sheet, row, column, value).border = BOXED
    fit_height(sheet, row, values, widths)


def fit_height(
    sheet: Worksheet, row: int, values: Sequence[str | int | dt.date | None], widths: Sequence[int]
) -> None:
    """Makes a row as tall as its longest text needs, up to `TALLEST` lines; not every program does it."""
    most = max(map(lines_of, values, widths), default=1)
    sheet.row_dimensions[row].height = min(most, TALLEST) * LINE + 2


def lines_of(value: str | int | dt.date | None, width: int) -> int:
    """How many lines a value takes in a column of that width, rather one too many than too few."""
    text = value if isinstance(value, str) else ""
    return sum(max(1, len(wrap(line, max(4, int(width * 1.05)))) or 1) for line in text.split("\n"))


def page(sheet: Worksheet, *, width: int = 0, repeated: int = 0) -> None:
    """Sets a sheet up for paper: its head repeated, its name and the number of the page below.

    A wide sheet goes over several pages, which follow each other line by line, each with the first column.

    Args:
        sheet: the sheet.
        width: that of all its columns together, in characters; 0 for what fits one page.
        repeated: the number of the row of the head; 0 where no row is repeated.
    """
    across = max(1, int(width / ACROSS + 0.5))
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize, sheet.page_setup.pageOrder = A4, "overThenDown"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = across, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.oddFooter = HeaderFooterItem(left=_HeaderFooterPart("&A"), right=_HeaderFooterPart("&P / &N"))
    if repeated:
        sheet.print_title_rows = f"{repeated}:{repeated}"
    if across > 1:
        sheet.print_title_cols = "A:A"


def lock(sheet: Worksheet) -> None:
    """Keeps a sheet from being changed by accident; there is no password."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
