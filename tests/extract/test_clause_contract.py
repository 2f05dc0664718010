"""The output contract of extraction: fields, spans, ids, formats, and how faults are reported."""

import json
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from obligraph.cli.extract import command
from obligraph.errors import InputError
from obligraph.extract.document import read_document
from obligraph.extract.furniture import blank_furniture
from obligraph.extract.output import as_jsonl
from obligraph.extract.reading import read
from obligraph.rules.packs import read_pack
from obligraph.rules.words import Actor, Force, Part

SAMPLE = Path(__file__).parents[2] / "samples" / "resolution"
FIELDS = {
    "id",
    "instrument",
    "part",
    "paragraph",
    "ordinal",
    "verb",
    "force",
    "force_rule",
    "restated",
    "prohibition",
    "addressees",
    "action",
    "action_span",
    "qualifiers",
    "safeguards",
    "deadline",
    "cites",
    "damaged",
    "confidence",
}


def printed(*args: str) -> str:
    """What the command prints on standard output."""
    result = CliRunner().invoke(command, [*args, str(SAMPLE / "resolution.txt")])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_sample_reads_as_expected() -> None:
    """The fictional resolution gives the clauses kept beside it, byte for byte."""
    assert printed("--format", "jsonl", "--all") == (SAMPLE / "expected.jsonl").read_text(encoding="utf-8")


def test_each_clause_has_the_promised_fields() -> None:
    """Every line is one object with at least the fields of the contract, in the closed vocabularies."""
    rows = [json.loads(line) for line in printed("--format", "jsonl", "--all").splitlines()]
    assert rows
    for row in rows:
        assert set(row) >= FIELDS
        assert row["part"] in tuple(Part)
        assert row["force"] in tuple(Force)
        assert set(row["addressees"]) <= set(Actor)
        assert 0 < row["confidence"] <= 1


def test_ids_are_the_same_with_and_without_all() -> None:
    """Leaving out clauses without a duty changes no id."""
    every = [json.loads(line) for line in printed("--format", "jsonl", "--all").splitlines()]
    some = [json.loads(line) for line in printed("--format", "jsonl").splitlines()]
    assert some == [row for row in every if row["force"] != "none"]
    assert len({row["id"] for row in every}) == len(every)


def test_spans_cut_the_clause_from_the_text_as_read() -> None:
    """The action span, cut from the text as read, is the action but for furniture and blanks."""
    document = read_document(str(SAMPLE / "resolution.txt"))
    blanked = blank_furniture(document.text)
    for clause in read(document).clauses:
        assert blanked[slice(*clause.action_span)].split() == clause.action.split()


def test_a_table_for_people() -> None:
    """The table names the document and shows id, verb, force and addressees of each clause."""
    table = printed("--format", "table")
    assert table.startswith("S/RES/9901 (2031): ")
    assert "sres9901.3a.1" in table
    assert "binding (restated)" in table


def test_a_draft_pack_is_accepted_once_it_is_filled(tmp_path: Path) -> None:
    """The catalogue reads the draft pack as soon as titles, needs, themes and reasons are filled."""
    draft = printed("--format", "toml")
    path = tmp_path / "sres9901.toml"
    path.write_text(draft, encoding="utf-8")
    with pytest.raises(InputError, match="title"):
        read_pack(path)
    filled = draft.replace('title = ""', 'title = "Seed"').replace(
        'summary = ""', 'summary = "Seed is kept."'
    )
    filled = filled.replace('needs = ""', 'needs = "seed-law"').replace("themes = []", 'themes = ["seed"]')
    path.write_text(filled.replace('reason = ""', 'reason = "Nobody is asked."'), encoding="utf-8")
    pack = read_pack(path)
    duties = [
        c for c in read(read_document(str(SAMPLE / "resolution.txt"))).clauses if c.force is not Force.NONE
    ]
    assert [o.id for o in pack.obligations] == [clause.id for clause in duties]
    assert tomllib.loads(draft)["instrument"]["date"].isoformat() == "2031-05-14"


def test_a_file_that_fails_does_not_stop_the_rest(tmp_path: Path) -> None:
    """A document that cannot be read is a fault named at the end; the others are printed first."""
    result = CliRunner().invoke(
        command, ["--format", "jsonl", str(tmp_path / "none.txt"), str(SAMPLE / "resolution.txt")]
    )
    assert isinstance(result.exception, InputError)
    assert "there is no such file" in str(result.exception)
    assert '"sres9901.1.1"' in result.stdout


def test_one_draft_pack_a_call() -> None:
    """Two documents make no single pack: the call is refused before anything is printed."""
    path = str(SAMPLE / "resolution.txt")
    result = CliRunner().invoke(command, ["--format", "toml", path, path])
    assert isinstance(result.exception, InputError)
    assert result.stdout == ""


@pytest.mark.slow
def test_workers_change_nothing() -> None:
    """Two processes print the same lines in the same order as one."""
    path = str(SAMPLE / "resolution.txt")
    one = CliRunner().invoke(command, ["--format", "jsonl", "--all", path, path, path])
    two = CliRunner().invoke(command, ["--format", "jsonl", "--all", "--workers", "2", path, path, path])
    assert two.exit_code == 0, two.output
    assert two.stdout == one.stdout


def test_reading_twice_gives_the_same() -> None:
    """The same document gives the same lines."""
    document = read_document(str(SAMPLE / "resolution.txt"))
    assert list(as_jsonl(read(document), every=True)) == list(as_jsonl(read(document), every=True))
