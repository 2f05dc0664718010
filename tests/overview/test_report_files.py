"""`obligraph report` on the command line: formats by ending, progress, quotations, faults."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from obligraph.cli.main import cli
from obligraph.report.overview.pdf import PAPERS
from obligraph.report.overview.quoting import quotations
from obligraph.report.report_files import FORMATS
from obligraph.rules.packs import load_catalogue
from tests.golden import SAMPLES

PROFILE = str(SAMPLES / "kestria" / "profile.toml")
SOURCES = Path(__file__).resolve().parents[3] / "shared" / "sources"

DOCUMENT = """United Nations S/RES/2396 (2017)
Security Council
Resolution 2396 (2017)

The Security Council,

Noting the planets,

Acting under Chapter VII of the Charter of the United Nations,

1. Decides that Member States shall count the moons;

2. Calls upon Member States to:

(a) name each moon;

(b) draw each moon;

3. Decides to remain seized of the matter.
"""
"""A made-up document under a symbol of the catalogue."""


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


def test_sources_are_quoted_beside_their_obligations(tmp_path: Path) -> None:
    """A paragraph of a document in the folder stands in the report; a stranger among them is named."""
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "resolution.txt").write_text(DOCUMENT, encoding="utf-8")
    (folder / "stranger.txt").write_text("1. A shopping list.\n", encoding="utf-8")
    path = tmp_path / "report.md"
    assert run("report", PROFILE, "-o", str(path), "--sources", str(folder)).exit_code == 0
    text = path.read_text(encoding="utf-8")
    assert "> Decides that Member States shall count the moons; (The text: resolution.txt)" in text
    assert "stranger.txt was not quoted" in text


def test_an_item_is_quoted_with_its_opening_words(tmp_path: Path) -> None:
    """A lettered item stands behind the words that open its paragraph."""
    text = DOCUMENT.replace("2396", "2370").replace("2. Calls", "6. Calls").replace("3. Dec", "7. Dec")
    (tmp_path / "resolution.txt").write_text(text, encoding="utf-8")
    found, losses = quotations(tmp_path, load_catalogue())
    assert found["sres2370.6b.1"].text == "Calls upon Member States to: draw each moon;"
    assert found["sres2370.6b.1"].source == "resolution.txt"
    assert "sres2370.9.1" not in found
    assert "sres2370.9.1" in losses[0]


def test_a_missing_folder_is_one_message(tmp_path: Path) -> None:
    """A folder that is not there is named."""
    result = run("report", PROFILE, "-o", str(tmp_path / "r.md"), "--sources", str(tmp_path / "none"))
    assert result.exit_code == 2
    assert "there is no such folder" in result.stderr


@pytest.mark.shared
@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source documents are not beside the checkout")
def test_every_numbered_paragraph_of_the_shipped_packs_is_quoted() -> None:
    """Of the documents that are there, only unnumbered parts stay without a quotation, and are named."""
    catalogue = load_catalogue()
    found, losses = quotations(SOURCES, catalogue)
    rated = {o.id: o.instrument for o in catalogue.obligations.values()}
    missing = {name for name in rated if name not in found and rated[name] != "sres2370"}
    assert {rated[name] for name in missing} <= {"guidelines2370", "madrid"}
    assert sum(rated[name] == "madrid" for name in missing) <= 1
    assert all(any(name in loss for loss in losses) for name in missing)
