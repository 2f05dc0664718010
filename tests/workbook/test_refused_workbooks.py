"""Workbooks that act, or that swell when they are unpacked, are refused with one message, soon."""

from __future__ import annotations

import resource
import time
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from obligraph.cli.main import cli
from obligraph.engine.profile import Profile
from obligraph.errors import InputError
from obligraph.sheets.opening import open_book
from tests.workbook.filled import sheet_bytes

GOOD = sheet_bytes(Profile(state="Testland"))
SHEET = "xl/worksheets/sheet4.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def with_part(name: str, data: bytes) -> bytes:
    """The questionnaire with one part more, or one part replaced."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(GOOD)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, data)
    return out.getvalue()


def sheet(inner: str, before: str = "") -> bytes:
    """The questionnaire with one sheet replaced."""
    text = f'{before}<worksheet xmlns="{MAIN}">{inner}</worksheet>'
    return with_part(SHEET, text.encode())


def types(extra: str) -> bytes:
    """The questionnaire with another content type of the workbook."""
    with zipfile.ZipFile(BytesIO(GOOD)) as archive:
        plain = archive.read("[Content_Types].xml")
    return with_part("[Content_Types].xml", plain.replace(b"spreadsheetml.sheet.main", extra.encode()))


def many(cells: int) -> str:
    """That many cells with a number in rows of a hundred."""
    row = "<row>" + "<c><v>1</v></c>" * 100 + "</row>"
    return f"<sheetData>{row * (cells // 100)}</sheetData>"


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
LONG = f'<sheetData><row><c t="inlineStr"><is><t>{"x" * 400_000}</t></is></c></row></sheetData>'
CASES = {
    "macros": (with_part("xl/vbaProject.bin", b"x"), "holds macros"),
    "macro sheet": (with_part("xl/macrosheets/sheet1.xml", b"<x/>"), "holds macros"),
    "macro type": (types("ms-excel.sheet.macroEnabled.main"), "holds macros"),
    "external link": (with_part("xl/externalLinks/externalLink1.xml", b"<x/>"), "links to other workbooks"),
    "connection": (with_part("xl/connections.xml", b"<x/>"), "connects to data elsewhere"),
    "embedding": (with_part("xl/embeddings/oleObject1.bin", b"x"), "holds other files"),
    "activex": (with_part("xl/activeX/activeX1.xml", b"<x/>"), "holds programs"),
    "huge sheet": (sheet('<dimension ref="A1:XFD1048576"/>'), "declares a sheet of 1,048,576 rows"),
    "zip bomb": (with_part("xl/media/x.bin", b"\0" * (65 * 2**20)), "unpacks to more than 64 MiB"),
    "many elements": (sheet(f"<sheetData>{'<c/>' * 1_050_000}</sheetData>"), "XML elements"),
    "many cells": (sheet(many(201_000)), "200,000 filled cells"),
    "long cell": (sheet(LONG), "characters"),
    "entities": (sheet("<sheetData/>", ENTITIES), "XML with entities"),
    "lost string": (sheet('<sheetData><row><c t="s"><v>5</v></c></row></sheetData>'), "does not hold"),
    "odd reference": (sheet('<sheetData><row><c r="A0x"/></row></sheetData>'), "which no sheet has"),
    "broken XML": (sheet("<sheetData><row>"), "is not a whole workbook"),
    "cut short": (GOOD[: len(GOOD) // 2], "is not a whole workbook"),
    "old format": (b"\xd0\xcf\x11\xe0" + bytes(600) + b"x", "old workbook (.xls) or is locked"),
    "no workbook": (b"a,b\n1,2\n", "is not a whole workbook"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_refused_with_one_message(tmp_path: Path, case: str) -> None:
    """Each is refused with one message that says why, within ten seconds of processor time."""
    data, words = CASES[case]
    path = tmp_path / "sent.xlsx"
    path.write_bytes(data)
    start = time.process_time()
    with pytest.raises(InputError) as raised:
        open_book(path)
    assert time.process_time() - start < 10
    assert len(raised.value.faults) == 1
    assert words in str(raised.value)


def test_memory_stays_bounded(tmp_path: Path) -> None:
    """The largest number of elements that is read takes less than 300 MiB of memory on top."""
    path = tmp_path / "sent.xlsx"
    path.write_bytes(CASES["many elements"][0])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(InputError):
        open_book(path)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300 * 1024


def test_links_to_pages_are_no_harm(tmp_path: Path) -> None:
    """A web address that a spreadsheet made a link of is accepted."""
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="h1" Type="x/hyperlink" Target="https://example.org/" TargetMode="External"/>'
        "</Relationships>"
    )
    path = tmp_path / "sent.xlsx"
    path.write_bytes(with_part("xl/worksheets/_rels/sheet4.xml.rels", rels.encode()))
    assert len(open_book(path).sheets) > 5


def test_the_command_says_it_on_one_line(tmp_path: Path) -> None:
    """On the command line a refusal is one line on standard error, status 2, and nothing is written."""
    path = tmp_path / "sent.xlsx"
    path.write_bytes(CASES["macros"][0])
    result = CliRunner().invoke(cli, ["profile", "import", str(path), "-o", str(tmp_path / "p.toml")])
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "holds macros; save it as a plain workbook" in result.stderr
    assert not (tmp_path / "p.toml").exists()


@settings(max_examples=60)
@given(st.data())
def test_damaged_bytes_are_told_in_words(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Whatever bytes of a workbook are changed, it is read or refused in words; nothing else is raised."""
    path = tmp_path_factory.mktemp("damaged") / "sent.xlsx"
    damaged = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(bytes(damaged))
    with suppress(InputError):
        open_book(path)
