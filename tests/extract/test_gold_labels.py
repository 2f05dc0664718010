"""The hand labels are well-formed and still fit the documents they were read from."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
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
ROUNDS = set(range(1, 29))
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
pytestmark = pytest.mark.once


def each_label() -> Iterator[tuple[str, Label]]:
    """Every label of every file, with the place that a message names."""
    for file in FILES:
        for label in file.labels:
            yield f"{file.name}: {label['para']} n {label['n']}", label


def test_rounds() -> None:
    """Every document has been opened to development, none is held out now; each round has documents."""
    assert {file.header["split"] for file in FILES} == SPLITS
    assert {file.header["round"] for file in FILES if "round" in file.header} == ROUNDS


def test_headers() -> None:
    """A header has every field that it must have and no other, and counts its norms rightly."""
    fields = (Header.__required_keys__, Header.__required_keys__ | Header.__optional_keys__)
    assert not [file.name for file in FILES if not fields[0] <= file.header.keys() <= fields[1]]
    assert not [file.name for file in FILES if not file.header["norms"] == len(file.labels) > 0]
    assert not [file.name for file in FILES if not re.fullmatch("[0-9a-f]{64}", file.header["sha256"])]


def test_stretch_read() -> None:
    """Where only a stretch of a document was read, it lies inside the document and holds every norm."""
    for file in FILES:
        start, end = file.header.get("span", [0, file.header["chars"]])
        assert 0 <= start < end <= file.header["chars"], file.name
        assert all(start <= label["start"] and label["end"] <= end for label in file.labels), file.name


def test_fields() -> None:
    """A label has every field that it must have, and no other."""
    least, most = Label.__required_keys__, Label.__required_keys__ | Label.__optional_keys__
    assert not [where for where, label in each_label() if not least <= label.keys() <= most]


def test_words() -> None:
    """Forces, parts and addressees are words that Obligraph knows, none named twice in a label."""
    actors = set(Actor)
    parts = set(Part)
    assert not [where for where, label in each_label() if label["force"] not in FORCES]
    assert not [where for where, label in each_label() if label["part"] not in parts]
    assert not [where for where, label in each_label() if not set(label["addressees"]) <= actors]
    assert not [
        where for where, label in each_label() if len(set(label["addressees"])) < len(label["addressees"])
    ]


def test_every_duty_has_a_bearer() -> None:
    """A norm of any force above none names at least one bearer."""
    asking = [(where, label) for where, label in each_label() if label["force"] != Force.NONE]
    assert not [where for where, label in asking if not label["addressees"]]


def test_flags_are_given_only_where_they_hold() -> None:
    """A flag is either true or left out, and a note is never empty."""
    flags = ("prohibition", "damaged")
    assert not [where for where, label in each_label() if any(label.get(f, True) is not True for f in flags)]
    assert not [where for where, label in each_label() if not label.get("uncertain", "so")]


def test_spans() -> None:
    """Every span lies inside its document and is not empty; the norms stand in the order of the text."""
    for file in FILES:
        spans = [(label["start"], label["end"]) for label in file.labels]
        assert all(0 <= start < end <= file.header["chars"] for start, end in spans), file.name
        assert spans == sorted(spans), file.name


def test_numbers() -> None:
    """Within a paragraph the norms are numbered 1, 2, 3, ... in the order of the text."""
    for file in FILES:
        seen: Counter[str] = Counter()
        for label in file.labels:
            seen[label["para"]] += 1
            assert label["n"] == seen[label["para"]], (file.name, label["para"])


def test_no_text() -> None:
    """A label file holds references and short notes, never a stretch of the document."""
    for where, label in each_label():
        values = [label["verb"], label["para"], label.get("uncertain", ""), *label["cites"]]
        assert all(len(value.split()) <= LONGEST_NOTE for value in values), where


@pytest.mark.shared
def test_labels_fit_their_document() -> None:
    """The document is the one that was read, and each span begins and ends at a word's edge in it."""
    if not SOURCES.is_dir():
        pytest.skip("the source documents are not beside this checkout")
    for file in FILES:
        raw = (SOURCES / file.header["source"]).read_bytes()
        text = raw.decode("utf-8")
        assert hashlib.sha256(raw).hexdigest() == file.header["sha256"], file.name
        assert len(text) == file.header["chars"], file.name
        for label in file.labels:
            action = text[label["start"] : label["end"]]
            where = (file.name, label["para"], label["n"])
            assert action == action.strip().rstrip(";,."), where
            assert not text[label["start"] - 1].isalnum(), where


def test_no_two_norms_share_a_span_without_a_note() -> None:
    """Two norms over the same words carry a note that says why."""
    for file in FILES:
        for first, second in pairwise(file.labels):
            if (first["start"], first["end"]) == (second["start"], second["end"]):
                assert first.get("uncertain")
                assert second.get("uncertain")
