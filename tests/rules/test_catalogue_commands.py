"""The command `obligraph catalogue`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from obligraph.cli.main import cli
from obligraph.rules.packs import load_catalogue

PACK = """
[instrument]
id = "sres9999"
symbol = "S/RES/9999 (2031)"
title = "Lighthouses"
kind = "resolution"
issuer = "security_council"

[[obligations]]
paragraph = "1"
ordinal = 1
title = "Keep lighthouses lit"
summary = "Every State has a light on its coast."
verb = "decides"
force = "binding"
force_rule = "council-decides"
bearers = ["member_states"]
needs = "border-control-law"
themes = ["border-security"]

[[obligations]]
paragraph = "2"
ordinal = 1
title = "Share charts of the coast"
summary = "States give each other their charts."
verb = "urges"
force = "called_upon"
force_rule = "calls"
bearers = ["member_states"]
needs = "border-control-law"
themes = ["border-security"]

[[no_duty]]
paragraph = "3"
ordinal = 1
reason = "Housekeeping."
"""

DOCUMENT = """S/RES/9999 (2031)
Resolution 9999 (2031)
1 March 2031

The Security Council,

Noting that ships are lost near dark coasts,

Acting under Chapter VII,

1. Decides that all Member States shall keep a light burning on their coasts;

2. Urges Member States to share charts of their coasts;

3. Decides to remain seized of the matter.
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with a pack of our own, and the document beside it."""
    folder = tmp_path / "packs"
    folder.mkdir()
    (folder / "sres9999.toml").write_text(PACK, encoding="utf-8")
    (tmp_path / "resolution.txt").write_text(DOCUMENT, encoding="utf-8")
    return tmp_path


def run(*words: str, status: int = 0, stdin: str | None = None) -> Result:
    """What `obligraph catalogue` answers; its exit status must be as said."""
    result = CliRunner().invoke(cli, ["catalogue", *words], input=stdin)
    assert result.exit_code == status, result.output
    return result


def document(*words: str) -> Any:
    """The JSON document of an answer."""
    return json.loads(run(*words, "--format", "json").stdout)


def test_the_list_has_the_promised_fields() -> None:
    """Each row of `list --format json` holds at least the fields that others rely on."""
    found = document("list")
    assert set(found) == {"catalogue", "obligations"}
    promised = {"obligation", "instrument", "paragraph", "ordinal", "force", "restated", "bearers", "title"}
    promised |= {"needs", "safeguards", "themes", "key"}
    for row in found["obligations"]:
        assert promised <= set(row)
    (pnr,) = [row for row in found["obligations"] if row["obligation"] == "sres2396.12.1"]
    assert (pnr["force"], pnr["paragraph"], pnr["bearers"]) == ("binding", "12", ["member_states"])
    assert "pnr-law" in pnr["needs"]
    assert pnr["key"] is True


def test_the_list_is_the_same_twice() -> None:
    """The same catalogue gives the same bytes."""
    assert run("list", "--format", "json").stdout == run("list", "--format", "json").stdout


def test_filters_work_together() -> None:
    """Instrument, theme, force and bearer narrow the list, each by what it names."""
    words = ("--instrument", "sres2396", "--theme", "passenger-data", "--force", "binding")
    rows = document("list", *words, "--bearer", "member_states")["obligations"]
    assert [row["obligation"] for row in rows] == ["sres2396.11.1", "sres2396.12.1"]


def test_all_unknown_filters_are_named_at_once() -> None:
    """Two mistyped names give two lines on stderr, and nothing on stdout."""
    result = run("list", "--force", "bindin", "--theme", "biometric", status=2)
    assert result.stdout == ""
    assert "'bindin' is not known (binding)" in result.stderr
    assert "'biometric' is not known (biometrics" in result.stderr


def test_csv_has_a_row_for_every_obligation() -> None:
    """The spreadsheet form drops nothing."""
    rows = list(csv.DictReader(io.StringIO(run("list", "--format", "csv").stdout)))
    assert [row["obligation"] for row in rows] == [
        row["obligation"] for row in document("list")["obligations"]
    ]


def test_the_summary_counts_every_obligation_once() -> None:
    """The counts by force add up to the number of obligations; each bearer's counts are its own."""
    found = document("list", "--summary")
    rows = document("list")["obligations"]
    assert found["obligations"] == len(rows)
    assert sum(row["states"] + row["others"] for row in found["by_force"]) == len(rows)
    assert sum(row["states"] for row in found["by_force"]) == sum(row["rated"] for row in rows)
    cted = sum(row["obligations"] for row in found["by_bearer"] if row["bearer"] == "cted")
    assert cted == sum("cted" in row["bearers"] for row in rows)
    assert f"{len(rows)} obligations" in run("list", "--summary").stdout


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("sres2396.12.1", "S/RES/2396 (2017), paragraph 12"),
        ("sres2396.43.1", "never scored"),
        ("pnr-law", "Asked for by:"),
        ("sres2396", "Clauses that ask nothing"),
        ("madrid", "has lost"),
        ("sres1373", "Only cited"),
    ],
)
def test_show_tells_of_any_entry(entry: str, said: str) -> None:
    """Obligations, measures and instruments are shown in words and as JSON."""
    assert said in run("show", entry).stdout
    assert document("show", entry)["catalogue"]["fingerprint"]


def test_show_explains_an_obligation() -> None:
    """An obligation is shown with its force's reason, measures, safeguards and what it presupposes."""
    said = " ".join(run("show", "sres2396.12.1").stdout.split())
    for words in (
        "Members carry out the Council's decisions",
        "pnr-law (formal)",
        "passenger-data-protection-rules",
        "presupposes sres2396.11.1",
        "is elaborated by madrid.36a.1",
    ):
        assert words in said


def test_show_suggests_near_names() -> None:
    """An unknown id is refused with the nearest known ones."""
    result = run("show", "pnr-lwa", status=2)
    assert "pnr-lwa: is no obligation, measure or instrument of the catalogue (pnr-law" in result.stderr


def test_lint_says_that_it_found_nothing() -> None:
    """The shipped catalogue is clean, and the command says so."""
    assert "Clean: no remarks." in run("lint", "--strict").stdout


def test_lint_remarks_on_a_pack_of_ones_own(own: Path) -> None:
    """Words of the document in a summary are remarked on; only --strict makes that a failure."""
    pack = own / "packs" / "sres9999.toml"
    text = PACK.replace("Every State has a light", "States shall keep a light burning on their coasts")
    pack.write_text(text, encoding="utf-8")
    words = ("lint", "--catalogue", str(pack.parent), "--document", str(own / "resolution.txt"))
    assert "repeats its source" in run(*words).stdout
    run(*words, "--strict", status=1)


def test_verify_finds_a_pack_and_its_document_in_agreement(own: Path) -> None:
    """A document is known by its symbol and held against its pack."""
    words = ("--catalogue", str(own / "packs"), "--strict")
    assert "No difference." in run("verify", str(own / "resolution.txt"), *words).stdout
    assert "No difference." in run("verify", "-", *words, stdin=DOCUMENT).stdout


def test_verify_reports_every_difference(own: Path) -> None:
    """A changed verb, a changed bearer and a clause too many are each reported in their place."""
    text = DOCUMENT.replace("Urges Member States", "Invites the Secretary-General")
    text = text.replace("charts of their coasts;", "charts of their coasts, and urges States to mend nets;")
    (own / "resolution.txt").write_text(text, encoding="utf-8")
    words = ("verify", str(own / "resolution.txt"), "--catalogue", str(own / "packs"))
    found = document(*words)
    fields = {(row["paragraph"], row["field"]) for row in found["differences"]}
    assert ("2", "extra") in fields
    assert found["unexplained"] == len(found["differences"])
    run(*words, "--strict", status=1)


def test_verify_needs_to_know_the_instrument(tmp_path: Path) -> None:
    """A document without a known symbol is refused with the instruments that have packs."""
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all,\n\nplease keep the lamps lit.\n", encoding="utf-8")
    result = run("verify", str(letter), status=2)
    assert "--instrument" in result.stderr
    assert "sres2396" in result.stderr


@pytest.mark.parametrize("what", ["pack", "profile"])
def test_schema_is_json(what: str, tmp_path: Path) -> None:
    """Both schemas are printed as JSON, and written to a file when asked."""
    printed = run("schema", what).stdout
    assert json.loads(printed)["$schema"].startswith("https://json-schema.org/")
    run("schema", what, "-o", str(tmp_path / "schema.json"))
    assert (tmp_path / "schema.json").read_text(encoding="utf-8") == printed


def test_export_drops_nothing() -> None:
    """All of the catalogue is exported: each part has as many rows as the catalogue has entries."""
    found = json.loads(run("export").stdout)
    catalogue = load_catalogue()
    for part in ("instruments", "obligations", "measures", "relations", "themes", "attributes"):
        assert len(found[part]) == len(getattr(catalogue, part)), part
    no_duty = {row["instrument"]["id"]: len(row["no_duty"]) for row in found["instruments"]}
    assert no_duty["sres2396"] == len(catalogue.no_duty["sres2396"])


@pytest.mark.parametrize("part", ["obligations", "measures", "relations"])
def test_each_part_is_exported_for_spreadsheets_and_scripts(part: str) -> None:
    """A part has the same number of rows as CSV and as JSON."""
    rows = list(csv.DictReader(io.StringIO(run("export", part, "--format", "csv").stdout)))
    assert len(rows) == len(json.loads(run("export", part).stdout)[part])


def test_the_whole_is_no_single_table() -> None:
    """Asked for everything as CSV, the command names the way out."""
    assert "name a part" in run("export", "--format", "csv", status=2).stderr
