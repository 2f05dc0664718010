"""`obligraph maturity`: what it shows of the sample State that learns, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command_line import PROFILE, obligraph, write
from tests.golden import ROOT

SORVENA = ROOT / "samples" / "sorvena" / "profile.toml"


def shown(*args: str) -> Any:
    """What the command writes as JSON for the sample State."""
    ran = obligraph("maturity", SORVENA, "--format", "json", *args)
    assert (ran.status, ran.err) == (0, "")
    return json.loads(ran.out)


@pytest.fixture(scope="module")
def whole() -> Any:
    """The document of the sample State."""
    return shown()


def by_name(rows: list[dict[str, Any]], key: str) -> dict[str, dict[str, Any]]:
    """The rows of a list by one of their fields."""
    return {row[key]: row for row in rows}


def test_the_feedback_loop_is_closed_on_explosives_and_open_on_drones(whole: Any) -> None:
    """A lesson carried out takes its measure to level 4; one that waits on a bill leaves it at 1."""
    measures = by_name(whole["measures"], "measure")
    precursors, drones = measures["explosive-precursor-controls"], measures["uas-supply-controls"]
    assert (precursors["level"], drones["level"]) == (4, 1)
    assert precursors["lessons"] == ["small-purchases"]
    lessons = by_name(whole["lessons"], "lesson")
    assert not lessons["small-purchases"]["open"]
    assert lessons["drone-buyers"]["open"]


def test_upstream_maturity_stands_beside_downstream_load(whole: Any) -> None:
    """On drones three cases and two open lessons stand beside prevention that is mostly on paper."""
    parts = by_name(whole["submodules"], "submodule")
    assert list(parts) == ["ied-components", "uas", "salw"]
    drones = parts["uas"]
    assert (len(drones["cases"]), drones["open_lessons"]) == (3, ["drone-buyers", "night-zones"])
    assert drones["to_improve"] == ["uas-operation-rules", "uas-supply-controls"]
    assert sum(drones["upstream"][:3]) > sum(drones["upstream"][3:])


def test_all_five_levels_occur_in_the_sample(whole: Any) -> None:
    """The sample shows every level, and every row says why it has it and what to ask."""
    assert {row["level"] for row in whole["measures"]} == {0, 1, 2, 3, 4}
    assert all(row["reason"] and row["question"] for row in whole["measures"])


def test_the_public_sees_no_restricted_case() -> None:
    """With --public the restricted case is gone from the load and from the grounds of every level."""
    document = shown("--public")
    assert "barracks-overflight" not in json.dumps(document)
    assert len(by_name(document["submodules"], "submodule")["uas"]["cases"]) == 2


def test_a_theme_narrows_the_measures_and_all_widens_them(whole: Any) -> None:
    """--theme shows one sub-module, --all the whole vocabulary; the sub-modules stay as they are."""
    narrow, wide = shown("--theme", "uas"), shown("--all")
    assert len(narrow["measures"]) < len(whole["measures"]) < len(wide["measures"])
    assert {"uas-operation-rules", "counter-uas-capability"} <= set(by_name(narrow["measures"], "measure"))
    assert narrow["submodules"] == wide["submodules"] == whole["submodules"]


def test_csv_holds_one_row_a_measure(whole: Any) -> None:
    """The CSV is one table of measures, whatever else the screen shows."""
    ran = obligraph("maturity", SORVENA, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert len(rows) == len(whole["measures"])


def test_an_unknown_theme_is_refused_with_what_is_known() -> None:
    """A theme that the catalogue does not have ends with status 2 and the known themes."""
    ran = obligraph("maturity", SORVENA, "--theme", "drones")
    assert ran.status == 2
    assert "'drones'" in ran.err
    assert "uas" in ran.err


def test_a_profile_without_lessons_says_so(tmp_path: Path) -> None:
    """A State that records no lesson is told that none is recorded, and is assessed all the same."""
    ran = obligraph("maturity", write(tmp_path, "p.toml", PROFILE))
    assert ran.status == 0
    assert "The profile records no lesson." in ran.out
    assert "it rates no obligation" in ran.out.replace("\n", " ")
