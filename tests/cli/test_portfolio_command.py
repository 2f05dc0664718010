"""`obligraph portfolio`: what it shows of many States, what it reports, and that it stops at once."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner
from defusedxml import ElementTree

from obligraph.cli.main import cli
from obligraph.cli.portfolio import PARTS
from obligraph.report.portfolio_list import Part
from tests.cli.command_line import PROFILE, obligraph, write
from tests.cli.stopping import STOPPED, gone, seconds, stop
from tests.golden import ROOT

SAMPLES = ROOT / "samples"
HIDDEN = """
[[evidence]]
id = "hidden"
title = "Hushed note"
kind = "law"
contradicts = ["data-protection-law"]
confidentiality = "restricted"
effective_from = 2020-01-01
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two States, one in a folder of its own and one beside it."""
    place = tmp_path / "states"
    place.mkdir()
    write(place / "one", "profile.toml", PROFILE)
    write(place, "two.toml", PROFILE.replace("Testland", "Otherland") + HIDDEN)
    return place


def shown(*args: str | Path) -> Any:
    """What the command writes as JSON."""
    ran = obligraph("portfolio", *args, "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    return json.loads(ran.out)


def test_the_parts_are_those_of_the_report() -> None:
    """The command offers the parts that the report makes."""
    assert get_args(Part) == PARTS


def test_all_samples_stand_in_an_order_with_reasons() -> None:
    """Every sample State has a place; the never assessed one stands before one with as many gaps."""
    order = shown(SAMPLES)["order"]
    assert [row["rank"] for row in order] == [1, 2, 3, 4]
    assert [(row["state"], row["months_since"]) for row in order[:2]] == [("Dalmoro", None), ("Kestria", 55)]
    assert "never assessed" in order[0]["why"]


def test_own_request_counts_and_must_be_of_a_state_that_is_there(folder: Path) -> None:
    """Of States alike in all else the one that asked stands first; an unknown name is refused."""
    write(folder, "two.toml", PROFILE.replace("Testland", "Zland"))
    assert [row["state"] for row in shown(folder)["order"]] == ["Testland", "Zland"]
    assert [row["state"] for row in shown(folder, "--requested", "Zland")["order"]] == ["Zland", "Testland"]
    ran = obligraph("portfolio", folder, "--requested", "Zlnd")
    assert (ran.status, ran.out) == (2, "")
    assert "no profile that can be read is of 'Zlnd' (Zland)" in ran.err


def test_a_faulty_profile_is_reported_and_the_rest_goes_on(folder: Path) -> None:
    """A profile that cannot be read is named with its faults and its folder; the status is 2 at the end."""
    write(folder / "bad", "profile.toml", PROFILE.replace('"law"', '"statute"'))
    ran = obligraph("portfolio", folder, "--format", "json")
    assert ran.status == 2
    found = json.loads(ran.out)
    assert found["not_read"] == ["bad/profile.toml"]
    assert {row["state"] for row in found["order"]} == {"Testland", "Otherland"}
    assert "bad/profile.toml: evidence[0].kind: 'statute' is not a kind" in ran.err
    assert "Not read, and in no figure: bad/profile.toml." in found["notes"]


def test_one_state_has_one_profile(folder: Path) -> None:
    """A second profile of a State is reported with the first, and left out."""
    write(folder, "zzz.toml", PROFILE)
    ran = obligraph("portfolio", folder)
    assert ran.status == 2
    assert "zzz.toml: is of Testland, and so is one/profile.toml" in ran.err


@pytest.mark.parametrize(
    ("name", "words"),
    [("none", "there is no such folder"), ("empty", "holds no profile; a profile is NAME/")],
)
def test_nothing_to_read_is_said(tmp_path: Path, name: str, words: str) -> None:
    """A folder that is not there, or without a profile, ends with status 2 and the way out."""
    (tmp_path / "empty").mkdir()
    ran = obligraph("portfolio", tmp_path / name)
    assert (ran.status, ran.out) == (2, "")
    assert words in ran.err


def test_restricted_evidence_moves_nothing_in_public(folder: Path) -> None:
    """With --public a gap that rests on a restricted record is gone, and the note says so."""
    gaps = {row["obligation"]: row["states"] for row in shown(folder)["common_gaps"]}
    public = shown(folder, "--public")
    left = {row["obligation"]: row["states"] for row in public["common_gaps"]}
    assert gaps != left
    assert any("Made for the public" in note for note in public["notes"])


def test_all_are_assessed_on_one_day(folder: Path) -> None:
    """The day is the latest that a profile names; whoever names another is told."""
    write(folder, "two.toml", PROFILE.replace("Testland", "Otherland").replace("2024-06-30", "2023-06-30"))
    found = shown(folder)
    assert found["as_of"] == "2024-06-30"
    assert any("another date is named by Otherland (2023-06-30)" in note for note in found["notes"])
    assert shown(folder, "--as-of", "2022-01-01")["as_of"] == "2022-01-01"


def test_workers_change_nothing() -> None:
    """Two processes that read give the same bytes as one."""
    one = obligraph("portfolio", SAMPLES, "--format", "json")
    two = obligraph("portfolio", SAMPLES, "--format", "json", "--workers", "2")
    assert (two.status, two.out, two.err) == (0, one.out, "")


@pytest.mark.parametrize("part", PARTS)
def test_csv_holds_one_part(part: str) -> None:
    """Each part is a CSV table of its own, with the caveat; the themes have a row a theme and State."""
    ran = obligraph("portfolio", SAMPLES, "--format", "csv", "--show", part)
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert rows
    assert all("not a finding" in row["notes"] for row in rows)
    if part == "themes":
        assert {row["state"] for row in rows} == {"Dalmoro", "Kestria", "Sorvena", "Velmark"}
        assert {row["theme"] for row in rows if row["cross_cutting"] == "yes"} == {"human-rights", "gender"}


def test_the_limit_says_what_it_hides() -> None:
    """A table with a limit says how many rows it hides; 0 hides none."""
    assert "Hidden by the limit" in obligraph("portfolio", SAMPLES, "--limit", "2").out
    assert "Hidden by the limit" not in obligraph("portfolio", SAMPLES, "--limit", "0").out


def test_many_states_are_added_up_in_the_table(tmp_path: Path) -> None:
    """With more States than a page holds, the matrix adds them up and says where each stands."""
    for at in range(9):
        write(tmp_path / "states", f"s{at}.toml", PROFILE.replace("Testland", f"State {at}"))
    ran = obligraph("portfolio", tmp_path / "states", "--show", "themes")
    assert "All States" in ran.out
    assert "9 States are added up here" in ran.out


def test_the_picture_is_xml_and_says_all_in_figures(folder: Path) -> None:
    """The picture is well-formed whatever States are called, and has the figures and the caveat as text."""
    write(folder, "two.toml", PROFILE.replace("Testland", "A <b> & a very long name of a State"))
    root = ElementTree.fromstring(obligraph("portfolio", folder, "--format", "svg").out)
    said = " ".join(text for text in root.itertext())
    assert "A <b> & a very long name of a State: " in said
    assert "not a finding" in said
    assert root.find("{http://www.w3.org/2000/svg}title") is not None


def test_progress_is_for_terminals(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal a bar on stderr counts the profiles; the result on stdout is the same."""
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda self: True, raising=False)
    ran = CliRunner().invoke(cli, ["portfolio", str(folder), "--format", "json"])
    assert "Profiles" in ran.stderr
    assert "100%" in ran.stderr
    assert json.loads(ran.stdout) == shown(folder)


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finding processes left behind needs /proc")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_leaves_nothing_behind(folder: Path, workers: str) -> None:
    """Ctrl-C while profiles are read ends it in one line: no process runs on, no file is begun."""
    record = '[[evidence]]\nid = "e{}"\ntitle = "A law"\nkind = "law"\nsupports = ["pnr-law"]\n'
    many = "".join(record.format(at) for at in range(3_000))
    names = [write(folder, f"many{at}.toml", f'state = "State {at}"\n{many}').name for at in range(20)]
    pids: list[int] = []

    def ready(pid: int) -> bool:
        pids[:] = [pid]
        return seconds(pid) > 2

    args = ("portfolio", folder, "--workers", workers, "--format", "json", "-o", folder / "out.json")
    ran = stop(args, ready, folder)
    assert (ran.status, ran.out, ran.err) == (STOPPED, "", "obligraph: stopped\n")
    assert gone(pids[0])
    assert {path.name for path in folder.iterdir()} == {"one", "two.toml", *names}
