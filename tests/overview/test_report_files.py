"""`obligraph report` on the command line: formats by ending, progress, faults."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from obligraph.cli.main import cli
from obligraph.report.overview.pdf import PAPERS
from obligraph.report.report_files import FORMATS
from tests.golden import SAMPLES

PROFILE = str(SAMPLES / "kestria" / "profile.toml")


def run(*args: str) -> Result:
    """What the command line does."""
    return CliRunner().invoke(cli, args)


@pytest.mark.parametrize("ending", [".html", ".md"])
def test_each_ending_writes_its_format(tmp_path: Path, ending: str) -> None:
    """The ending of the file chooses the format; the file holds the report, and nothing goes to stdout."""
    path = tmp_path / f"report{ending}"
    result = run("report", PROFILE, "-o", str(path))
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "Kestria: implementation of international obligations" in path.read_text(encoding="utf-8")


def test_all_formats_are_offered() -> None:
    """The seam knows the formats of the report and the workbook."""
    assert set(FORMATS) >= {".html", ".md", ".pdf", ".xlsx"}
    assert set(PAPERS) == {"a4", "letter"}


def test_since_says_what_moved(tmp_path: Path) -> None:
    """With --since, page one speaks of progress from the earlier date."""
    earlier = tmp_path / "earlier.toml"
    earlier.write_text('state = "Kestria"\nas_of = 2020-01-01\n', encoding="utf-8")
    path = tmp_path / "report.md"
    assert run("report", PROFILE, "-o", str(path), "--since", str(earlier)).exit_code == 0
    assert "- Since 1 January 2020: gaps closed 0, opened 2" in path.read_text(encoding="utf-8")


def test_an_earlier_profile_that_is_not_earlier_is_refused(tmp_path: Path) -> None:
    """The same profile given as its own past is one message and status 2, and nothing is written."""
    path = tmp_path / "report.md"
    result = run("report", PROFILE, "-o", str(path), "--since", PROFILE)
    assert result.exit_code == 2
    assert result.stderr.startswith("obligraph: --since: the profile is assessed as of 2024-06-30")
    assert not path.exists()
