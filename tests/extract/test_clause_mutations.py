"""Damaged documents are read as far as they go: nothing done to a text makes the reading fail or stall."""

import time
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from obligraph.extract.document import Document
from obligraph.extract.reading import extract

TEXT = (Path(__file__).parents[2] / "samples" / "resolution" / "resolution.txt").read_text(encoding="utf-8")
PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        "(a) ",
        "(i) ",
        "12. ",
        "1. ",
        "Annex\n",
        "Article 3\n",
        "Guiding Principle 4\n",
        ", ",
        "; ",
        " to ",
        " and that ",
        " shall ",
        "Decides that ",
        "We resolve ",
        "which, ",
        "\ufffd",
        "С",
        "\xa0",
        "S/RES/1 (2)\n",
        ":",
    ]
)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """The sample with pieces cut out, doubled, put in or changed."""
    text = TEXT
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 300)))
        match draw(st.sampled_from(["cut", "double", "insert", "change"])):
            case "cut":
                text = text[:start] + text[end:]
            case "double":
                text = text[:end] + text[start:end] + text[end:]
            case "insert":
                text = text[:start] + draw(PIECES) * draw(st.integers(1, 4)) + text[start:]
            case _:
                text = text[:start] + draw(st.text(max_size=20)) + text[end:]
    return text


def check(text: str) -> None:
    """Reads a text and holds the clauses against it."""
    for clause in extract(Document("mutated.txt", text)):
        start, end = clause.action_span
        assert 0 <= start <= end <= len(text)


@given(damaged())
def test_a_damaged_resolution_is_read(text: str) -> None:
    """Whatever is cut, doubled, put in or changed, clauses come out with spans inside the text."""
    check(text)


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    """Any text at all is read without a fault."""
    check(text)


@given(st.lists(PIECES, max_size=60))
def test_markers_in_any_order_are_read(pieces: list[str]) -> None:
    """Numbers, letters, headings and verbs in any order are read without a fault."""
    check("".join(pieces))


def test_long_runs_do_not_stall() -> None:
    """A run of one piece, thousands long, is read in the time its length allows."""
    for piece in (
        "(a) ",
        "and ",
        ", ",
        "that ",
        "1. Urges ",
        "shall ",
        "in accordance with ",
        "which ",
        "\n1. ",
        "x" * 7,
    ):
        begin = time.process_time()
        check("The Security Council,\n\n1. Decides that States " + piece * 4000)
        assert time.process_time() - begin < 20, piece
