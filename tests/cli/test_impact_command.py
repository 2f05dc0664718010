"""`obligraph impact`: what it says of a document nobody has reviewed, and how sure it claims to be."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from obligraph.cli.main import COMMANDS
from tests.cli.command_line import obligraph, write
from tests.golden import NEW_DOCUMENT, ROOT

KESTRIA = ROOT / "samples" / "kestria" / "profile.toml"
DOCUMENT = ROOT / NEW_DOCUMENT
SOURCE = ROOT.parent / "shared" / "sources" / "S_RES_2396.txt"


def shown(document: str | Path = DOCUMENT, *args: str, given: str = "") -> Any:
    """What the command writes as JSON for a sample State."""
    ran = obligraph("impact", document, "--profile", KESTRIA, *args, "--format", "json", given=given)
    assert (ran.status, ran.err) == (0, "")
    return json.loads(ran.out)


@pytest.fixture(scope="module")
def found() -> Any:
    """The document of the sample."""
    return shown()


def by(rows: list[dict[str, Any]], key: str) -> dict[str, dict[str, Any]]:
    """The rows of a list by one of their fields."""
    return {row[key]: row for row in rows}


def test_duties_are_new_restated_or_stronger(found: Any) -> None:
    """A cited duty is restated, one of weaker force in the catalogue strengthened, an unknown one new."""
    duties = {
        name: (r["kind"], r["basis"], r["counterpart"]) for name, r in by(found["duties"], "clause").items()
    }
    assert duties == {
        "sres9902.1.1": ("restated", "cited", "sres2396.12.1"),
        "sres9902.2.1": ("strengthened", "likely", "sres2396.16.2"),
        "sres9902.3.1": ("new", "none", ""),
        "sres9902.4.1": ("new", "none", ""),
    }
    assert found["of_others"] == 1


def test_what_is_strengthened_rises_and_what_is_new_is_undetermined(found: Any) -> None:
    """The strengthened duty stands higher than before; a new one is undetermined, in the second list."""
    ranks = by(found["ranks"], "obligation")
    risen = ranks["sres2396.16.2"]
    assert (risen["force_before"], risen["force_after"]) == ("called_upon", "binding")
    assert risen["place_after"]["rank"] < risen["place_before"]["rank"]
    new = ranks["sres9902.3.1"]
    assert (new["rating"], new["bounds"], new["place_before"]) == ("undetermined", [0, 2], None)
    assert new["place_after"]["list"] == "evidence_needed"


def test_it_says_that_nobody_has_reviewed_it(found: Any) -> None:
    """Every output says that it rests on an unreviewed reading, and what to do next."""
    assert found["notes"][0].startswith("Not reviewed:")
    ran = obligraph("impact", DOCUMENT, "--profile", KESTRIA)
    flat = " ".join(ran.out.split())
    assert "Not reviewed:" in flat
    assert "likely, 0." in flat
    assert "docs/add-an-instrument.md" in flat


def test_a_document_without_duties_changes_nothing(tmp_path: Path) -> None:
    """A document that asks nothing of States gives no duty and moves no rank."""
    found = shown(
        write(tmp_path, "letter.txt", "Dear Sir,\n\nThe weather here is fine.\n\nYours, A. Clerk\n")
    )
    assert (found["duties"], found["ranks"], found["ranks_elsewhere"]) == ([], [], 0)


def test_csv_holds_the_duties(found: Any) -> None:
    """The CSV has one row a duty, new ones first."""
    ran = obligraph("impact", DOCUMENT, "--profile", KESTRIA, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert {row["clause"] for row in rows} == {row["clause"] for row in found["duties"]}
    assert [row["kind"] for row in rows] == ["new", "new", "strengthened", "restated"]


def test_only_one_comes_from_a_pipe(found: Any) -> None:
    """The document may come from standard input, but not the profile as well."""
    assert shown("-", given=DOCUMENT.read_text(encoding="utf-8"))["duties"] == found["duties"]
    ran = obligraph("impact", "-", "--profile", "-", given="x")
    assert (ran.status, ran.out) == (2, "")
    assert "standard input: holds one file" in ran.err


@pytest.mark.shared
@pytest.mark.skipif(not SOURCE.exists(), reason="the source documents are not beside the checkout")
def test_a_document_that_the_catalogue_has_moves_nothing() -> None:
    """A resolution that the catalogue was written from is known clause by clause, and no rank moves."""
    found = shown(SOURCE)
    assert found["in_catalogue"]
    assert {row["kind"] for row in found["duties"]} == {"known"}
    assert (found["ranks"], found["ranks_elsewhere"]) == ([], 0)


@pytest.mark.parametrize("command", ["plan", "compare", "portfolio", "impact"])
def test_help_says_what_the_command_is_for(command: str) -> None:
    """The help of each command has an example, and its line stands in the list of commands."""
    ran = obligraph(command, "--help")
    assert ran.status == 0
    assert f"Example: obligraph {command} " in ran.out
    assert command in COMMANDS
