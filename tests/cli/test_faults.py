"""Bad input, end to end: a clear message for each fault, all of a file at once, status 2, empty stdout."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command_line import PROFILE, Finished, obligraph, write

PACK = """
[instrument]
id = "code"
symbol = "CODE 1"
title = "A code"
kind = "resolution"
issuer = "security_council"
date = 2020-01-01

[[obligations]]
paragraph = {first}
ordinal = 1
title = "First"
summary = "Do the first thing."
verb = "decides"
force = "binding"
force_rule = "council-decides"
bearers = ["member_states"]
needs = "pnr-law"
themes = ["passenger-data"]

[[obligations]]
paragraph = "6"
ordinal = 1
title = "Second"
summary = "Do the second thing."
verb = "decides"
force = "binding"
force_rule = "council-decides"
bearers = ["member_states"]
needs = "api-law"
themes = ["passenger-data"]
"""

CYCLE = """
[[relations]]
type = "presupposes"
source = "code.5-10.1"
target = "code.6.1"
reason = "first"
basis = "ours"

[[relations]]
type = "presupposes"
source = "code.6.1"
target = "code.5-10.1"
reason = "second"
basis = "ours"
"""


def refused(ended: Finished) -> list[str]:
    """The lines on standard error of a call that was refused as it should be."""
    assert ended.status == 2
    assert ended.out == ""
    assert "Traceback" not in ended.err
    return ended.err.splitlines()


def profile_with(folder: Path, old: str, new: str) -> Path:
    """A sound profile with one passage changed."""
    assert old in PROFILE
    return write(folder, "state.toml", PROFILE.replace(old, new))


def test_an_unquoted_country_code(tmp_path: Path) -> None:
    """The country code NO without quotation marks: one message with the line and the way out."""
    path = profile_with(tmp_path, "as_of = 2024-06-30", "country = NO")
    [line] = refused(obligraph("gaps", path))
    assert "state.toml" in line
    assert "line 3" in line
    assert "quotes" in line


def test_an_unquoted_paragraph(tmp_path: Path) -> None:
    """Paragraph 5.10 without quotation marks in a pack: the message quotes it whole, with its last nought."""
    pack = write(tmp_path / "packs", "code.toml", PACK.format(first="5.10"))
    path = write(tmp_path, "state.toml", PROFILE)
    [line] = refused(obligraph("gaps", path, "--catalogue", pack.parent))
    assert "code.toml" in line
    assert '"5.10"' in line


def test_a_date_in_the_future(tmp_path: Path) -> None:
    """Evidence collected in the future: the message names the record, the day and today."""
    path = profile_with(tmp_path, "collected = 2023-11-11", "collected = 2999-01-01")
    [line] = refused(obligraph("gaps", path))
    assert "evidence[1].collected" in line
    assert "2999-01-01 lies in the future" in line


@pytest.mark.parametrize("command", ["gaps", "evaluate"])
def test_an_assessment_in_the_future(tmp_path: Path, command: str) -> None:
    """An assessment date after today is refused, in the call and in the profile."""
    path = write(tmp_path, "state.toml", PROFILE)
    assert "lies in the future" in refused(obligraph(command, path, "--as-of", "2999-01-01"))[-1]
    path = profile_with(tmp_path, "as_of = 2024-06-30", "as_of = 2999-01-01")
    [line] = refused(obligraph(command, path))
    assert "as_of" in line
    assert "lies in the future" in line


def test_a_day_that_is_no_day() -> None:
    """A date that the calendar does not have is refused, and the message shows how to write one."""
    assert "is not a date; write it as" in refused(obligraph("gaps", "-", "--as-of", "30/6/2024"))[-1]


def test_an_unknown_measure(tmp_path: Path) -> None:
    """An unknown measure: the message names the place and the nearest known measures."""
    path = profile_with(tmp_path, '"pnr-law"', '"pnr-lwa"')
    [line] = refused(obligraph("gaps", path))
    assert "evidence[0].supports[0]" in line
    assert "'pnr-lwa'" in line
    assert "pnr-law" in line.replace("pnr-lwa", "")


def test_a_duplicate_id(tmp_path: Path) -> None:
    """Two records of one id: the message names both."""
    path = profile_with(tmp_path, 'id = "authority"', 'id = "act"')
    [line] = refused(obligraph("gaps", path))
    assert "evidence[1].id" in line
    assert "evidence[0]" in line


def test_a_cycle_of_presuppositions(tmp_path: Path) -> None:
    """Obligations that presuppose each other in a circle: the message names the circle."""
    pack = write(tmp_path / "packs", "code.toml", PACK.format(first='"5.10"') + CYCLE)
    path = write(tmp_path, "state.toml", PROFILE)
    [line] = refused(obligraph("gaps", path, "--catalogue", pack.parent))
    assert "circle" in line
    assert "code.5-10.1" in line
    assert "code.6.1" in line


def test_a_missing_file(tmp_path: Path) -> None:
    """A file that is not there: the message names the nearest file beside it."""
    write(tmp_path, "state.toml", PROFILE)
    [line] = refused(obligraph("gaps", tmp_path / "staet.toml"))
    assert "there is no such file" in line
    assert "state.toml" in line


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_an_empty_file(tmp_path: Path, text: str) -> None:
    """An empty file, or one of blanks, is called empty."""
    [line] = refused(obligraph("gaps", write(tmp_path, "state.toml", text)))
    assert line.endswith("is empty")


def test_a_folder_for_a_file(tmp_path: Path) -> None:
    """A folder where a profile is expected is called a folder."""
    [line] = refused(obligraph("gaps", tmp_path))
    assert "is a folder" in line


def test_all_faults_of_a_profile_at_once(tmp_path: Path) -> None:
    """Three faults in one profile come in one go, each on a line of its own with its place."""
    text = (
        PROFILE.replace('kind = "law"', 'kind = "statute"')
        .replace("2023-11-11", "2999-01-01")
        .replace('"data-protection-oversight"', '"data-protection-oversihgt"')
    )
    lines = refused(obligraph("profile", "check", write(tmp_path, "state.toml", text)))
    assert len(lines) == 3
    assert any("evidence[0].kind" in line and "a statute is a law" in line for line in lines)
    assert any("evidence[1].collected" in line for line in lines)
    assert any("evidence[1].contradicts[0]" in line for line in lines)


def test_all_faults_of_a_pack_at_once(tmp_path: Path) -> None:
    """Two faults in one pack come in one go."""
    text = PACK.format(first="5.10").replace('needs = "api-law"', "needs = { all = [] }")
    pack = write(tmp_path / "packs", "code.toml", text)
    lines = refused(obligraph("gaps", write(tmp_path, "state.toml", PROFILE), "--catalogue", pack.parent))
    assert len(lines) == 2


def test_nothing_half_written(tmp_path: Path) -> None:
    """A refused call leaves the file that --output names as it was, and no other file behind."""
    path = profile_with(tmp_path, '"pnr-law"', '"pnr-lwa"')
    kept = write(tmp_path, "gaps.json", "as before")
    refused(obligraph("gaps", path, "--format", "json", "--output", kept))
    assert kept.read_text(encoding="utf-8") == "as before"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["gaps.json", "state.toml"]


def test_an_output_folder_that_is_not_there(tmp_path: Path) -> None:
    """Writing into a folder that is not there is refused in one line."""
    path = write(tmp_path, "state.toml", PROFILE)
    [line] = refused(obligraph("gaps", path, "--output", tmp_path / "nowhere" / "gaps.txt"))
    assert "cannot be written" in line


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("explain", "-", "sres2396.12.9"), "is not an obligation of the catalogue"),
        (("explain", "-", "sres2396.43.1"), "not by States"),
        (("gaps", "-", "--theme", "passenger"), "'passenger' is not in the catalogue"),
        (("gaps", "-", "--instrument", "sres9999"), "'sres9999' is not in the catalogue"),
        (("gaps", "-", "--force", "strong"), "'strong' is not one of"),
        (("gasp", "-"), "did you mean 'gaps'?"),
        (("evaluate",), "Missing argument 'PROFILE'"),
        (("gaps", "-", "--catalogue", "no-such-folder"), "is not a folder with packs"),
    ],
)
def test_a_wrong_call(args: tuple[str, ...], said: str) -> None:
    """A wrong call is refused with what is wrong in it."""
    assert said in refused(obligraph(*args, given=PROFILE))[-1]
