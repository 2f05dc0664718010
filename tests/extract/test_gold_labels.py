"""The hand labels are well-formed and still fit the documents they were read from."""

import hashlib
import json
import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NotRequired, TypedDict, cast

import pytest

from obligraph.rules.words import Actor, Force, Part

GOLD = Path(__file__).parent / "gold"
SOURCES = Path(__file__).parents[3] / "shared"
FORCES = {*Force, "binding_restated"}
SPLITS = {"dev"}
ROUNDS = set(range(1, 26))
LONGEST_NOTE = 13
"""Words a value may have at most: a label holds facts and notes, never a stretch of a document."""


class Header(TypedDict):
    """The first line of a label file: which document was read, and how much of it.

    The round is given where the file is held out or once was; the span, as offsets, where only a stretch
    of the document was read.
    """

    source: str
    sha256: str
    chars: int
    norms: int
    split: str
    scope: str
    round: NotRequired[int]
    span: NotRequired[list[int]]


class Label(TypedDict):
    """One norm as a reader saw it; start and end are offsets into the document."""

    instrument: str
    part: str
    para: str
    n: int
    verb: str
    force: str
    addressees: list[str]
    cites: list[str]
    start: int
    end: int
    prohibition: NotRequired[bool]
    damaged: NotRequired[bool]
    uncertain: NotRequired[str]


@dataclass(frozen=True)
class LabelFile:
    """One label file, read."""

    name: str
    header: Header
    labels: tuple[Label, ...]


def read(path: Path) -> LabelFile:
    """Read one label file."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    name = path.relative_to(GOLD).as_posix()
    return LabelFile(name, cast("Header", lines[0]), tuple(cast("list[Label]", lines[1:])))


FILES = [read(path) for path in sorted(GOLD.rglob("*.jsonl"))]
"""All label files, those of the second reader among them."""
each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)


def test_all_are_for_development() -> None:
    """Each document has been opened to development; none is held out now."""
    assert {file.header["split"] for file in FILES} == SPLITS


def test_all_rounds_are_there() -> None:
    """Some of the documents were labelled for reporting in each round."""
    assert {file.header["round"] for file in FILES if "round" in file.header} == ROUNDS


@each_file
def test_header(file: LabelFile) -> None:
    """A header has every field that it must have and no other, and counts its norms rightly."""
    keys = file.header.keys()
    assert Header.__required_keys__ <= keys <= Header.__required_keys__ | Header.__optional_keys__
    assert file.header["norms"] == len(file.labels) > 0
    assert re.fullmatch("[0-9a-f]{64}", file.header["sha256"])


@each_file
def test_rounds(file: LabelFile) -> None:
    """All rounds have been reported and are for development now."""
    assert file.header["split"] == "dev"
    assert file.header.get("round") in {*ROUNDS, None}


@each_file
def test_stretch_read(file: LabelFile) -> None:
    """Where only a stretch of a document was read, it lies inside the document and holds every norm."""
    start, end = file.header.get("span", [0, file.header["chars"]])
    assert 0 <= start < end <= file.header["chars"]
    assert all(start <= label["start"] and label["end"] <= end for label in file.labels)


@each_file
def test_fields(file: LabelFile) -> None:
    """A label has every field that it must have, and no other."""
    for label in file.labels:
        assert Label.__required_keys__ <= label.keys() <= Label.__required_keys__ | Label.__optional_keys__


@each_file
def test_words(file: LabelFile) -> None:
    """Forces, parts and addressees are words that Obligraph knows, none named twice in a label."""
    for label in file.labels:
        assert label["force"] in FORCES
        assert label["part"] in set(Part)
        assert set(label["addressees"]) <= set(Actor)
        assert len(set(label["addressees"])) == len(label["addressees"])


@each_file
def test_every_duty_has_a_bearer(file: LabelFile) -> None:
    """A norm of any force above none names at least one bearer."""
    assert all(label["addressees"] for label in file.labels if label["force"] != Force.NONE)


@each_file
def test_flags_are_given_only_where_they_hold(file: LabelFile) -> None:
    """A flag is either true or left out, and a note is never empty."""
    for label in file.labels:
        assert label.get("prohibition", True) is True
        assert label.get("damaged", True) is True
        assert label.get("uncertain", "so")


@each_file
def test_spans(file: LabelFile) -> None:
    """Every span lies inside its document and is not empty; the norms stand in the order of the text."""
    for label in file.labels:
        assert 0 <= label["start"] < label["end"] <= file.header["chars"]
    spans = [(label["start"], label["end"]) for label in file.labels]
    assert spans == sorted(spans)


@each_file
def test_numbers(file: LabelFile) -> None:
    """Within a paragraph the norms are numbered 1, 2, 3, ... in the order of the text."""
    seen: dict[str, int] = {}
    for label in file.labels:
        seen[label["para"]] = seen.get(label["para"], 0) + 1
        assert label["n"] == seen[label["para"]], label["para"]


@each_file
def test_no_text(file: LabelFile) -> None:
    """A label file holds references and short notes, never a stretch of the document."""
    for label in file.labels:
        values = [label["verb"], label["para"], label.get("uncertain", ""), *label["cites"]]
        assert all(len(value.split()) <= LONGEST_NOTE for value in values)


@pytest.mark.shared
@each_file
def test_labels_fit_their_document(file: LabelFile) -> None:
    """The document is the one that was read, and each span begins and ends at a word's edge in it."""
    path = SOURCES / file.header["source"]
    if not path.is_file():
        pytest.skip(f"the source document {file.header['source']} is not beside this checkout")
    raw = path.read_bytes()
    text = raw.decode("utf-8")
    assert hashlib.sha256(raw).hexdigest() == file.header["sha256"]
    assert len(text) == file.header["chars"]
    for label in file.labels:
        action = text[label["start"] : label["end"]]
        assert action == action.strip().rstrip(";,.")
        assert not text[label["start"] - 1].isalnum()


def test_no_two_norms_share_a_span_without_a_note() -> None:
    """Two norms over the same words carry a note that says why."""
    for file in FILES:
        for first, second in pairwise(file.labels):
            if (first["start"], first["end"]) == (second["start"], second["end"]):
                assert first.get("uncertain")
                assert second.get("uncertain")
