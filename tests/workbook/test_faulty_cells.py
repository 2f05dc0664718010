"""A filled workbook: what is meant is read, and every faulty cell is named, all at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from obligraph.engine.profile import Profile
from obligraph.errors import InputError
from obligraph.report.workbook.columns import EVIDENCE
from tests.workbook.filled import edited, imported

EMPTY = Profile(state="Testland")
BORDERS = "Borders- law-practice -borders-"
FULL: dict[str, Any] = {
    "id": "e1",
    "title": "An act",
    "kind": "law",
    "says": "supports",
    "effective_from": "2020-01-01",
}


def fill(book: Workbook, row: int, sheet: str = BORDERS, **cells: Any) -> None:
    """Writes into a line of a theme as a spreadsheet would, by the keys of the columns."""
    for key, value in cells.items():
        book[sheet].cell(row, EVIDENCE.place(key)).value = value


def filled(**cells: Any) -> Callable[[Workbook], None]:
    """A change that fills the first line of the first theme."""
    return lambda book: fill(book, 5, **{**FULL, **cells})


def record(folder: Path, **cells: Any) -> dict[str, Any]:
    """The record that such a line gives."""
    return imported(edited(folder, EMPTY, filled(**cells))).profile.evidence[0].model_dump(mode="json")


def said(folder: Path, change: Callable[[Workbook], None], given: Profile = EMPTY) -> list[str]:
    """The faults of a workbook changed so, one a line."""
    with pytest.raises(InputError) as raised:
        imported(edited(folder, given, change))
    return str(raised.value).splitlines()


@pytest.mark.parametrize(
    ("cells", "field", "value"),
    [
        ({"effective_from": dt.date(2024, 5, 31)}, "effective_from", "2024-05-31"),
        ({"effective_from": dt.datetime(2024, 5, 31, 13, 5)}, "effective_from", "2024-05-31"),  # noqa: DTZ001
        ({"effective_from": 45443}, "effective_from", "2024-05-31"),
        ({"effective_from": " 2024-05-31 "}, "effective_from", "2024-05-31"),
        ({"effective_from": "31 May 2024"}, "effective_from", "2024-05-31"),
        ({"effective_from": "1850-01-31"}, "effective_from", "1850-01-31"),
        ({"id": 12}, "id", "12"),
        ({"id": 7.0}, "id", "7"),
        ({"kind": " Treaty status "}, "kind", "treaty_status"),
        ({"status": "in_force"}, "status", "in_force"),
        ({"note": True}, "note", "TRUE"),
        ({"note": "two\r\nlines"}, "note", "two\nlines"),
        ({"note": 0.5}, "note", "0.5"),
        ({"note": 123456789012345}, "note", "123456789012345"),
    ],
)
def test_what_spreadsheets_write_is_taken(tmp_path: Path, cells: Any, field: str, value: str) -> None:
    """Dates as numbers or text, numbers for ids, words for values: each is read as what is meant."""
    assert record(tmp_path, **cells)[field] == value


def test_a_page_typed_as_a_number(tmp_path: Path) -> None:
    """Page 12, which a spreadsheet keeps as a number, is the text 12."""
    assert record(tmp_path, page=12)["locator"]["page"] == "12"


def test_days_counted_from_1904(tmp_path: Path) -> None:
    """A workbook that counts days from 1904 gives the same days."""

    def change(book: Workbook) -> None:
        from openpyxl.utils.datetime import CALENDAR_MAC_1904

        book.epoch = CALENDAR_MAC_1904
        fill(book, 5, **{**FULL, "effective_from": dt.date(2024, 5, 31)})

    found = imported(edited(tmp_path, EMPTY, change)).profile.evidence[0]
    assert found.effective_from == dt.date(2024, 5, 31)


def test_one_record_on_two_sheets(tmp_path: Path) -> None:
    """A record described once and named again elsewhere speaks to the measures of both lines."""

    def change(book: Workbook) -> None:
        fill(book, 5, **FULL)
        fill(book, 5, "Courts- law-practice -courts-", id="e1", says="contradicts", extent="partial")

    (found,) = imported(edited(tmp_path, EMPTY, change)).profile.evidence
    assert [claim.measure for claim in found.supports] == ["borders-1"]
    assert [(claim.measure, claim.extent.value) for claim in found.contradicts] == [("courts-1", "partial")]


def moved(sheet: Worksheet) -> None:
    """Adds a column, merges a heading over two rows, and lets blanks trail far below and to the right."""
    sheet.unmerge_cells("A3:D3")
    sheet.cell(3, 1).value, sheet.cell(4, 1).value = "Measure", None
    sheet.merge_cells("A3:A4")
    sheet.insert_cols(5)
    sheet.cell(900, 3).value = "   "
    sheet.cell(5, 60).number_format = "0.00"
    sheet.title = "Renamed"


def test_tables_are_found_where_they_have_moved(tmp_path: Path) -> None:
    """A renamed sheet, an added column, merged headings and trailing blanks change nothing."""

    def change(book: Workbook) -> None:
        fill(book, 5, **FULL)
        moved(book[BORDERS])
        book.create_sheet("Scratch")["B2"] = "my own notes"

    found = imported(edited(tmp_path, EMPTY, change))
    assert found.profile.evidence[0].title == "An act"
    assert found.passed_over == ("Scratch",)


def test_sorted_lines_keep_the_order(tmp_path: Path) -> None:
    """Lines that were sorted by hand give the profile that was exported; new lines come last."""
    records = [
        {"id": name, "title": name, "kind": "law", "supports": ["borders-1"]} for name in ("zeta", "alpha")
    ]
    given = Profile.model_validate({"state": "Testland", "evidence": records})

    def change(book: Workbook) -> None:
        sheet = book[BORDERS]
        for column in range(1, 25):
            upper, lower = sheet.cell(5, column), sheet.cell(6, column)
            upper.value, lower.value = lower.value, upper.value
        fill(book, 7, **{**FULL, "id": "new"})

    found = imported(edited(tmp_path, given, change)).profile.evidence
    assert [each.id for each in found] == ["zeta", "alpha", "new"]


def test_all_faulty_cells_at_once(tmp_path: Path) -> None:
    """Every faulty cell is reported with its sheet and cell, what is wrong, and the way out."""

    def change(book: Workbook) -> None:
        fill(book, 5, **{**FULL, "kind": "statute", "effective_from": "31/05/2024", "title": "=A1"})
        fill(book, 6, **{**FULL, "id": "e2", "says": "maybe", "collected": "2030-01-01"})
        fill(book, 7, measure="borders-11", **{**FULL, "id": "bad id", "page": dt.date(2024, 3, 4)})
        fill(book, 7, article=1234567890123456)
        fill(book, 8, title="No id", says="supports")
        fill(book, 9, measure="borders-1", **{**FULL, "id": "e5", "extent": "full", "shortfall": "some"})
        book["State"]["B5"] = "Norland"
        book["Attributes"]["B4"] = "perhaps"
        book["Resolutions"]["A4"] = "borders-1"
        book["Comments"]["A4"], book["Comments"]["B4"] = "code.9.1", "No."

    lines = said(tmp_path, change)
    found = {line.split(": ")[1]: line for line in lines}
    expected = {
        f"{BORDERS}!G5": "a statute is a law",
        f"{BORDERS}!L5": "'31/05/2024' is not a date; write it as 2024-05-31",
        f"{BORDERS}!F5": "holds a formula",
        f"{BORDERS}!H6": "'maybe' is not accepted here (supports, contradicts)",
        f"{BORDERS}!N6": "lies in the future",
        f"{BORDERS}!A7": "'borders-11' is not a measure of the catalogue",
        f"{BORDERS}!E7": "bad id",
        f"{BORDERS}!Q7": "was turned into a date",
        f"{BORDERS}!P7": "more digits than a spreadsheet keeps",
        f"{BORDERS}!E8": "there is no evidence id",
        f"{BORDERS}!E9": "a shortfall goes with extent = 'partial'",
        "State!B5": "Norland",
        "Attributes!B4": "'perhaps' is not an answer",
        "Resolutions!B4": "is missing",
        "Resolutions!C4": "is missing",
        "Comments!A4": "'code.9.1' is not an obligation",
    }
    for cell, words in expected.items():
        assert words in found.get(cell, ""), (cell, lines)
    assert all(line.startswith("edited.xlsx: ") for line in lines)


def test_two_lines_that_differ_are_named_both(tmp_path: Path) -> None:
    """Where two lines of one record say different things, the message names both cells."""

    def change(book: Workbook) -> None:
        fill(book, 5, **FULL)
        fill(book, 7, **{**FULL, "title": "Another act"})

    (line,) = said(tmp_path, change)
    assert f"{BORDERS}!F7: differs from {BORDERS}!F5" in line


def test_a_lost_heading_is_no_empty_sheet(tmp_path: Path) -> None:
    """A sheet of which a heading is gone is a fault; its lines are not left out in silence."""

    def change(book: Workbook) -> None:
        fill(book, 5, **FULL)
        book[BORDERS].cell(4, EVIDENCE.place("says")).value = "Sayss"

    (line,) = said(tmp_path, change)
    assert "there is no heading 'Says'; 'Sayss' stands there" in line


def test_a_workbook_that_is_no_questionnaire(tmp_path: Path) -> None:
    """A workbook without any of the tables is refused with the way to get one."""
    book = Workbook()
    book.worksheets[0]["A1"] = "budget"
    book.save(tmp_path / "edited.xlsx")
    with pytest.raises(InputError, match="is not a questionnaire; write one with"):
        imported(tmp_path / "edited.xlsx")


def test_a_deleted_record_is_gone(tmp_path: Path) -> None:
    """A line of which everything but the measure and the hidden numbers was cleared says nothing."""
    entry = {"id": "e1", "title": "t", "kind": "law", "supports": ["borders-1"]}
    given = Profile.model_validate({"state": "Testland", "evidence": [entry]})

    def change(book: Workbook) -> None:
        for column in range(EVIDENCE.place("id"), EVIDENCE.place("note") + 1):
            book[BORDERS].cell(5, column).value = None

    assert imported(edited(tmp_path, given, change)).profile.evidence == ()
