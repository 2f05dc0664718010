"""The results workbook: every listing whole, ready to filter and print, the same bytes each time."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from openpyxl.worksheet.dimensions import ColumnDimension

from obligraph.cli.main import cli
from obligraph.engine.ranking import gaps
from obligraph.engine.results import CAVEAT
from obligraph.report.workbook.results import HEAD, results_listings, results_workbook, shown_value
from obligraph.rules.packs import load_catalogue
from tests.golden import SAMPLES
from tests.report.assessed import sample, view

STATES = ("velmark", "kestria", "dalmoro", "sorvena")


def wide(column: ColumnDimension) -> float:
    """The characters that a column is wide."""
    return float(column.width)


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_dropped(state: str) -> None:
    """Each listing stands on its sheet with every column and row of other formats, ready to read on paper."""
    seen = view(sample(state))
    book = load_workbook(BytesIO(results_workbook(seen)))
    for name, listing, _ in results_listings(seen, gaps(seen.assessment)):
        sheet = book[name]
        width = len(listing.columns)
        rows = list(sheet.iter_rows(min_row=HEAD, max_col=width, values_only=True))
        assert rows[0] == tuple(column.heading for column in listing.columns)
        shown = [tuple(shown_value(cell) or None for cell in row) for row in listing.rows]
        assert [tuple(cell or None for cell in row) for row in rows[1 : len(shown) + 1]] == shown
        assert sheet.auto_filter.ref
        assert sheet.freeze_panes == f"B{HEAD + 1}"
        assert sheet.print_title_rows == f"${HEAD}:${HEAD}"
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth or 0) * 250 > sum(map(wide, sheet.column_dimensions.values()))


def test_every_sheet_with_findings_bears_the_caveat() -> None:
    """The front page and each listing say what a rating is and is not."""
    book = load_workbook(BytesIO(results_workbook(view(sample("velmark")))))
    for sheet in book.worksheets[:-1]:
        assert any(CAVEAT in str(cell.value) for row in sheet.iter_rows() for cell in row), sheet.title


def test_traces_reach_every_record() -> None:
    """Each record that speaks to a measure of an obligation stands in a trace."""
    seen = view(sample("velmark"))
    (traces,) = (each for name, each, _ in results_listings(seen, gaps(seen.assessment)) if name == "Traces")
    traced = {row[[column.key for column in traces.columns].index("evidence")] for row in traces.rows}
    measures = {name for name, asked in load_catalogue().needed_by.items() if asked}
    spoken = {
        item.id
        for item in seen.assessment.profile.evidence
        for claim in (*item.supports, *item.contradicts)
        if claim.measure in measures
    }
    assert spoken <= traced


def test_same_results_same_bytes() -> None:
    """Two reports of one profile are the same to the byte."""
    assert results_workbook(view(sample("kestria"))) == results_workbook(view(sample("kestria")))


def test_an_unknown_ending_lists_those_known(tmp_path: Path) -> None:
    """A file of an ending that nothing writes is refused before anything is read, with the endings known."""
    target = tmp_path / "velmark.xls"
    result = CliRunner().invoke(cli, ["report", str(SAMPLES / "velmark/profile.toml"), "-o", str(target)])
    assert result.exit_code == 2
    assert "'.xls' is not an ending that can be written" in result.stderr
    assert ".xlsx, .oscal.json" in result.stderr
    assert not target.exists()
