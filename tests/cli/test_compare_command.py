"""`obligraph compare`: two profiles, two dates, two catalogues; and what does not fit together."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command_line import PROFILE, obligraph, write
from tests.golden import ROOT

KESTRIA = ROOT / "samples" / "kestria" / "profile.toml"
VELMARK = ROOT / "samples" / "velmark" / "profile.toml"

PACK = """
[instrument]
id = "harbour"
symbol = "HARBOUR 1 (2024)"
title = "Lights in harbours"
kind = "resolution"
issuer = "other"

[[obligations]]
paragraph = "1"
ordinal = 1
title = "Keep passenger data under law"
summary = "Have the law."
verb = "decides"
force = "binding"
force_rule = "decides-shall"
bearers = ["member_states"]
needs = "pnr-law"
themes = ["passenger-data"]
"""


def shown(*args: str | Path) -> Any:
    """What the command writes as JSON."""
    ran = obligraph("compare", *args, "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    return json.loads(ran.out)


def test_a_day_beside_itself_shows_no_move() -> None:
    """One profile on one day, compared with itself, moves nothing; its gaps stay open."""
    found = shown(KESTRIA, "--from", "2024-06-30", "--to", "2024-06-30")
    assert {row["change"] for row in found["changes"]} == {"unchanged"}
    assert not found["measures"]
    assert found["still_open"]


def test_one_profile_starts_where_it_was_last_assessed() -> None:
    """Without dates, the first is the day of the last assessment that the profile names."""
    assert shown(VELMARK)["earlier_as_of"] == "2021-05-12"


def test_a_profile_never_assessed_needs_a_date(tmp_path: Path) -> None:
    """A profile that names no earlier assessment is refused, with the three ways out."""
    ran = obligraph("compare", write(tmp_path, "p.toml", PROFILE))
    assert (ran.status, ran.out) == (2, "")
    for way in ("--from DATE", "a second profile", "--catalogue-after DIR"):
        assert way in ran.err


def test_two_profiles_name_the_new_record(tmp_path: Path) -> None:
    """A record that only the later profile has is the cause of what moved."""
    old = write(tmp_path, "old.toml", PROFILE.replace("2024-06-30", "2024-01-31"))
    law = (
        '[[evidence]]\nid = "new-act"\ntitle = "New Act"\nkind = "law"\nsupports = ["data-protection-law"]\n'
    )
    new = write(tmp_path, "new.toml", PROFILE + law)
    found = shown(old, new)
    assert (found["earlier_as_of"], found["as_of"]) == ("2024-01-31", "2024-06-30")
    causes = {row["measure"]: [c["what"] for c in row["causes"]] for row in found["measures"]}
    assert causes == {"data-protection-law": ["is new"]}


def test_another_catalogue_shows_what_a_new_instrument_asks(tmp_path: Path) -> None:
    """With a pack added to the second side, its obligation is new and rated on the evidence there is."""
    path = write(tmp_path, "p.toml", PROFILE)
    packs = write(tmp_path / "packs", "harbour.toml", PACK).parent
    found = shown(path, "--catalogue-after", packs)
    new = [row for row in found["changes"] if row["change"] == "new"]
    assert [(row["obligation"], row["rating_after"]) for row in new] == [("harbour.1.1", "met")]
    assert found["earlier_catalogue"] != found["catalogue"]
    gone = shown(path, "--catalogue-before", packs)
    assert [row["obligation"] for row in gone["changes"] if row["change"] == "dropped"] == ["harbour.1.1"]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((VELMARK, KESTRIA), "the profiles are of two States, 'Velmark' and 'Kestria'"),
        ((KESTRIA, "--from", "2024-06-30", "--to", "2023-06-30"), "lies after the second"),
        (("-", "-"), "standard input: holds one profile"),
    ],
)
def test_what_does_not_fit_is_refused(args: tuple[str, ...], words: str) -> None:
    """Two States, dates in the wrong order and two profiles from one pipe end with status 2 and why."""
    ran = obligraph("compare", *args)
    assert (ran.status, ran.out) == (2, "")
    assert words in ran.err


def test_csv_and_json_hold_every_row_and_a_filter_says_what_it_hid() -> None:
    """CSV and JSON have the same rows; --force keeps some and counts the rest."""
    dates = ("--from", "2023-06-30", "--to", "2024-06-30")
    whole = shown(KESTRIA, *dates)
    rows = list(csv.DictReader(io.StringIO(obligraph("compare", KESTRIA, *dates, "--format", "csv").out)))
    assert {row["obligation"] for row in rows} == {row["obligation"] for row in whole["changes"]}
    part = shown(KESTRIA, *dates, "--force", "binding")
    assert {row["force"] for row in part["changes"]} == {"binding"}
    hidden = len(whole["changes"]) - len(part["changes"])
    assert part["notes"][0].startswith(f"Hidden by --force: {hidden} of {len(whole['changes'])}")


def test_restricted_evidence_is_no_cause_in_public(tmp_path: Path) -> None:
    """With --public a restricted record is neither a cause nor expired nor named."""
    hidden = '[[evidence]]\nid = "secret"\ntitle = "Hush"\nkind = "law"\nsupports = ["data-protection-law"]\n'
    hidden += 'confidentiality = "restricted"\n'
    old = write(tmp_path, "old.toml", PROFILE)
    new = write(tmp_path, "new.toml", PROFILE + hidden)
    assert "secret" in json.dumps(shown(old, new))
    public = json.dumps(shown(old, new, "--public"))
    assert "secret" not in public
    assert "Hush" not in public
