"""What LibreOffice opens and saves again reads as it was."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.cell import Cell

from obligraph.engine.profile import Profile
from obligraph.engine.reading import load_profile
from obligraph.report.workbook.columns import EVIDENCE
from obligraph.report.workbook.importing import import_workbook
from obligraph.report.workbook.questionnaire import questionnaire
from obligraph.rules.packs import load_catalogue
from obligraph.sheets.cells import put
from tests.golden import SAMPLES
from tests.workbook.filled import FREE, LIKE_VALUES, ODD, TODAY, imported, profiles, sheet_bytes

T = TypeVar("T")
BORDERS = "Borders- law-practice -borders-"
OFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is missing: install libreoffice-calc-nogui"),
]


BESIDE = Path(__file__).with_name("typing_in_office.py")
SYSTEM_PYTHON = "/usr/bin/python3"
"""The Python for which Debian packages the office's own interface, as python3-uno."""

OVERLAPPING = re.compile(r"_x[0-9A-Fa-f]{4}_x[0-9A-Fa-f]{4}_")
"""Two texts like an escape of the file format that share an underscore.

LibreOffice (7.4) reads them right from our file, and on saving makes only every second one plain, so that
what it writes stands for another text. Nothing in the saved file tells the two apart.
"""


def saved_again(folder: Path, *books: bytes, form: str = "xlsx") -> list[Path]:
    """The workbooks as LibreOffice writes them after opening them."""
    there, out = folder / "there", folder / "out"
    there.mkdir(parents=True)
    paths = [there / f"{number}.xlsx" for number in range(len(books))]
    for path, data in zip(paths, books, strict=True):
        path.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    subprocess.run(
        [str(OFFICE), profile, "--headless", "--convert-to", form, "--outdir", str(out), *map(str, paths)],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return [out / f"{path.stem}.{form}" for path in paths]


def drawn(strategy: st.SearchStrategy[T], count: int) -> list[T]:
    """Random values, the same on every run."""
    found: list[T] = []

    @seed(2396)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(value: T) -> None:
        found.append(value)

    collect()
    return found


def noted(texts: list[str]) -> Profile:
    """A profile of records with such notes and pages."""
    law = {"title": "t", "kind": "law", "supports": ["borders-1"]}
    records = [
        {"id": f"e{at}", **law, "note": text, "locator": {"page": text}} for at, text in enumerate(texts)
    ]
    return Profile.model_validate({"state": "Testland", "evidence": records})


def test_samples_come_back_from_libreoffice(tmp_path: Path) -> None:
    """The questionnaires of the sample States, opened and saved by LibreOffice, give the same profiles."""
    catalogue = load_catalogue()
    states = ("velmark", "kestria", "dalmoro", "sorvena")
    given_ = [load_profile(SAMPLES / state / "profile.toml", catalogue, TODAY) for state in states]
    paths = saved_again(tmp_path, *(questionnaire(catalogue, each, "p") for each in given_))
    assert [import_workbook(path, catalogue, TODAY).profile for path in paths] == given_


def test_odd_texts_come_back_from_libreoffice(tmp_path: Path) -> None:
    """Formulas, escapes, markup, numbers as text, blanks and many scripts come back from LibreOffice."""
    texts = [*ODD.split("|"), *LIKE_VALUES.split("|"), "a\n", "\ta\tb", " ", "x  y", "_x000D_"]
    given_ = noted(texts)
    (path,) = saved_again(tmp_path, sheet_bytes(given_))
    assert imported(path).profile == given_


def test_random_texts_come_back_from_libreoffice(tmp_path: Path) -> None:
    """Random texts in many scripts come back from LibreOffice, but for escapes that overlap."""
    texts = [text for group in drawn(st.lists(FREE, min_size=20, max_size=20), 25) for text in group]
    given_ = noted([text for text in dict.fromkeys(texts) if not OVERLAPPING.search(text)])
    assert len(given_.evidence) > 100
    (path,) = saved_again(tmp_path, sheet_bytes(given_))
    assert imported(path).profile == given_


@pytest.mark.slow
def test_random_profiles_come_back_from_libreoffice(tmp_path: Path) -> None:
    """Random profiles with every sort of entry come back from LibreOffice, but for escapes that overlap."""
    fit = profiles().filter(lambda profile: not OVERLAPPING.search(profile.model_dump_json()))
    given_ = drawn(fit, 8)
    paths = saved_again(tmp_path, *map(sheet_bytes, given_))
    assert [imported(path).profile for path in paths] == given_


def test_overlapping_escapes_are_written_right(tmp_path: Path) -> None:
    """LibreOffice reads from our file the texts that it then writes wrongly, so the loss is on its side."""
    texts = ["_x0041_x005F_", "_x005F_x005F_", "_x0041_x0042_x0043_"]
    assert all(OVERLAPPING.search(text) for text in texts)
    book, path = Workbook(), tmp_path / "book.xlsx"
    sheet = book.active
    assert sheet is not None
    for row, text in enumerate(texts, 1):
        cell = sheet.cell(row, 1)
        assert isinstance(cell, Cell)
        put(cell, text)
    book.save(path)
    (found,) = saved_again(tmp_path, path.read_bytes(), form="csv")
    assert found.read_text(encoding="utf-8").splitlines() == texts


def typed_into(folder: Path, book: bytes, cells: list[tuple[str, int, int, str]]) -> Path:
    """The workbook as LibreOffice saves it after someone typed into its cells."""
    source, target, pipe = folder / "given.xlsx", folder / "typed.xlsx", f"obligraph-{folder.stat().st_ino}"
    source.write_bytes(book)
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    listen = f"--accept=pipe,name={pipe};urp;"
    with subprocess.Popen([str(OFFICE), profile, "--headless", "--norestore", listen]) as office:
        try:
            subprocess.run(
                [SYSTEM_PYTHON, str(BESIDE), pipe, source.as_uri(), target.as_uri()],
                input=json.dumps(cells).encode(),
                check=True,
                timeout=120,
            )
            office.wait(60)
        finally:
            office.terminate()
    return target


def has_uno() -> bool:
    """Whether the office can be typed into from outside."""
    if not Path(SYSTEM_PYTHON).exists():
        return False
    return (
        subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], check=False, capture_output=True).returncode == 0
    )


def test_what_is_typed_in_libreoffice_is_read(tmp_path: Path) -> None:
    """A line typed into LibreOffice, with a date, a number and a choice, is read as what was meant."""
    if not has_uno():
        pytest.skip("the interface of LibreOffice is missing: install python3-uno")
    typed = {
        "id": "e2",
        "title": "Border act",
        "kind": "Law",
        "says": "supports",
        "effective_from": "2020-05-31",
        "page": "12",
        "note": "two words",
    }
    given_ = noted(["as it was"])
    cells = [(BORDERS, EVIDENCE.place(key) - 1, 5, text) for key, text in typed.items()]
    found = imported(typed_into(tmp_path, sheet_bytes(given_), cells)).profile
    assert found.evidence[0] == given_.evidence[0]
    added = found.evidence[1]
    assert (added.id, added.title, added.kind.value) == ("e2", "Border act", "law")
    assert (added.effective_from, added.locator.page) == (dt.date(2020, 5, 31), "12")
    assert [claim.measure for claim in added.supports] == ["borders-1"]
