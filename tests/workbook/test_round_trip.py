"""A profile goes through a workbook, TOML and JSON without loss."""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import load_workbook

from obligraph.engine.profile import Claim, Comment, Evidence, Lesson, Locator, Profile, Resolution
from obligraph.engine.reading import load_profile
from obligraph.engine.writing import dump_profile
from obligraph.errors import InputError
from obligraph.report.profile_files import Written, profile_bytes
from obligraph.report.workbook.columns import ABOUT, COMMENTS, EVIDENCE, LESSONS, RESOLUTIONS
from obligraph.report.workbook.importing import import_workbook
from obligraph.report.workbook.questionnaire import questionnaire
from obligraph.rules.packs import load_catalogue
from tests.golden import SAMPLES
from tests.workbook.filled import CATALOGUE, TODAY, imported, profiles, sheet_bytes


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(profiles())
def test_every_format_gives_the_profile_back(profile: Profile) -> None:
    """TOML to XLSX, and XLSX to TOML and JSON, give the profile back, to the byte of its TOML."""
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "p.xlsx"
        book.write_bytes(sheet_bytes(profile))
        found = imported(book).profile
        assert found == profile
        assert set(found.attributes) == set(profile.attributes)
        for ending in (".toml", ".json"):
            path = Path(folder) / f"p{ending}"
            path.write_bytes(profile_bytes(Written(found, CATALOGUE, "p"), path))
            assert load_profile(path, CATALOGUE, TODAY) == profile


@pytest.mark.parametrize("state", ["velmark", "kestria", "dalmoro", "sorvena"])
def test_samples_come_back(state: str, tmp_path: Path) -> None:
    """The sample States come back from their questionnaires, and read the same as canonical TOML."""
    catalogue = load_catalogue()
    profile = load_profile(SAMPLES / state / "profile.toml", catalogue, TODAY)
    path = tmp_path / "p.xlsx"
    path.write_bytes(questionnaire(catalogue, profile, state))
    found = import_workbook(path, catalogue, TODAY)
    assert dump_profile(found.profile) == dump_profile(profile)
    assert found.passed_over == ()


@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow])
@given(profiles())
def test_same_profile_same_bytes(profile: Profile) -> None:
    """Two exports of one profile are the same to the byte."""
    assert sheet_bytes(profile) == sheet_bytes(profile)


def test_every_field_has_a_column() -> None:
    """No field of a profile is without a place in the questionnaire."""
    lists = {"evidence", "resolutions", "lessons", "comments", "attributes"}
    assert set(Profile.model_fields) == {*ABOUT, *lists}
    keys = {field.key for field in EVIDENCE.fields}
    described = {*Evidence.model_fields, *Locator.model_fields, *Claim.model_fields}
    assert described - {"locator", "supports", "contradicts"} <= keys
    for model, table in ((Resolution, RESOLUTIONS), (Lesson, LESSONS), (Comment, COMMENTS)):
        assert set(model.model_fields) == {field.key for field in table.fields}


def test_every_theme_with_measures_has_a_sheet() -> None:
    """Each measure of the catalogue is asked about, with its question, on exactly one sheet."""
    book = load_workbook(BytesIO(questionnaire(load_catalogue(), Profile(state="Testland"), "t")))
    asked = [
        (sheet.cell(row, 1).value, str(sheet.cell(row, 2).value))
        for sheet in book
        if sheet.cell(4, 5).value == "Evidence id"
        for row in range(5, sheet.max_row + 1)
        if sheet.cell(row, 2).value
    ]
    measures = load_catalogue().measures
    assert sorted(str(name) for name, _ in asked) == sorted(measures)
    assert all(measures[str(name)].question in question for name, question in asked)


def test_what_no_cell_can_hold_is_refused_all_at_once() -> None:
    """Control characters and texts that are too long are refused, all of them with their places."""
    record = Evidence.model_validate(
        {
            "id": "e1",
            "title": "A bell \x07",
            "kind": "law",
            "supports": ["borders-1"],
            "locator": {"quote": "𝄞" * 17_000},
            "note": "two\r\nlines",
        }
    )
    with pytest.raises(InputError) as raised:
        sheet_bytes(Profile(state="Testland", evidence=(record,)))
    said = str(raised.value).splitlines()
    assert [line.split(": ")[1] for line in said] == [
        "evidence[0].title",
        "evidence[0].locator.quote",
        "evidence[0].note",
    ]
    assert "U+0007" in said[0]
    assert "34,000" in said[1]
    assert "U+000D" in said[2]


def test_formulas_stay_texts() -> None:
    """What begins like a formula is written as a text in text format, quoted, and never as a formula."""
    starts = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1")
    comments = tuple(Comment(text=f"x{start}") for start in starts)
    records = tuple(
        Evidence.model_validate(
            {"id": f"e{at}", "title": "t", "kind": "law", "supports": ["borders-1"], "note": start}
        )
        for at, start in enumerate(starts)
    )
    book = load_workbook(BytesIO(sheet_bytes(Profile(state="=S", evidence=records, comments=comments))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not any(cell.data_type == "f" for cell in cells)
    notes = [cell for cell in cells if cell.value in starts]
    assert sorted(str(cell.value) for cell in notes) == sorted(starts)
    assert all(cell.quotePrefix and cell.number_format == "@" for cell in notes)
