"""Restricted evidence never appears in a file made for the public, whatever its format."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from obligraph.cli.main import cli
from obligraph.report.public import PUBLIC_NOTE

OPEN = """
state = "Testland"
as_of = 2024-06-30

[[evidence]]
id = "law"
title = "Passenger Data Act"
kind = "law"
supports = ["pnr-law", "passenger-data-protection-rules"]
effective_from = 2019-01-01

[[evidence]]
id = "press"
title = "Press report"
kind = "report"
contradicts = ["pnr-system"]
collected = 2024-01-01
"""
MENTIONS = 'note = "See marker-ID too."\nsupersedes = ["MARKER-id"]\n'
RESTRICTED = """
[[evidence]]
id = "MARKER-id"
title = "MARKER title"
kind = "report"
supports = [{ measure = "pnr-system", extent = "partial", shortfall = "MARKER shortfall" }]
contradicts = ["data-protection-oversight"]
effective_from = 1911-11-11
effective_to = 2099-09-09
collected = 2024-02-02
locator = { article = "MARKER article", page = "MARKER page", quote = "MARKER quote" }
source_type = "court"
reliability = "low"
confidentiality = "restricted"
note = "MARKER note"

[[resolutions]]
measure = "pnr-system"
value = "not_met"
considered = ["press", "MARKER-id"]
assessor = "MARKER assessor"
date = 2024-03-03
reason = "MARKER reason"

[[comments]]
obligation = "sres2396.12.1"
text = "We know of marker TITLE and deny it."
"""
COMMANDS = [
    ("profile export", ".xlsx"),
    ("profile export", ".toml"),
    ("profile export", ".json"),
    ("report", ".xlsx"),
    ("report", ".oscal.json"),
    ("report", ".poam.oscal.json"),
]


def written(folder: Path, name: str, text: str, command: str, ending: str, *options: str) -> bytes:
    """The file that a command writes for a profile of that text, its parts unpacked."""
    profile, target = folder / "state.toml", folder / f"{name}{ending}"
    profile.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(cli, [*command.split(), str(profile), "-o", str(target), *options])
    assert result.exit_code == 0, result.output
    if ending != ".xlsx":
        return target.read_bytes()
    with zipfile.ZipFile(target) as archive:
        return b"\n".join(archive.read(part) for part in archive.namelist())


@pytest.mark.parametrize(("command", "ending"), COMMANDS)
def test_planted_markers_never_appear(tmp_path: Path, command: str, ending: str) -> None:
    """No field of a restricted record, of what weighed it or of what names it is in any public file."""
    data = written(tmp_path, "out", OPEN + MENTIONS + RESTRICTED, command, ending, "--public").lower()
    for sign in (b"marker", b"1911-11-11", b"2099-09-09", b"deny it"):
        assert sign not in data


@pytest.mark.parametrize(("command", "ending"), COMMANDS)
def test_the_public_file_is_that_without_the_records(tmp_path: Path, command: str, ending: str) -> None:
    """A public file is, to the byte, what a profile gives in which the restricted record never was."""
    with_it = written(tmp_path, "a", OPEN + RESTRICTED, command, ending, "--public")
    assert with_it == written(tmp_path, "b", OPEN, command, ending, "--public")


@pytest.mark.parametrize(("command", "ending"), COMMANDS)
def test_without_public_they_are_there(tmp_path: Path, command: str, ending: str) -> None:
    """The markers do appear in a file that is not public, so that the tests above can fail."""
    data = written(tmp_path, "out", OPEN + RESTRICTED, command, ending)
    assert b"MARKER title" in data
    assert b"MARKER note" in data


@pytest.mark.parametrize(("command", "ending"), COMMANDS)
def test_public_files_say_so(tmp_path: Path, command: str, ending: str) -> None:
    """A public file says that it is one; a JSON profile has no place for it, and the command says it."""
    data = written(tmp_path, "out", OPEN, command, ending, "--public")
    assert (PUBLIC_NOTE.encode() in data) is (ending != ".json")
    assert PUBLIC_NOTE.encode() not in written(tmp_path, "out", OPEN, command, ending)
