"""The map from mended text back to the text as read."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from obligraph.extract.mending import mend
from obligraph.extract.mending.lexicon import LIGATURE, shipped
from obligraph.extract.mending.mended import Edit, Mended, apply

Source = tuple[int, int]

SNIPPETS = st.sampled_from(
    [
        "e ective ",
        "Coun ter",
        "\xa0",
        "\xad",
        "ﬁ",
        "shall ",
        "(i)0.5 (c)-1.2 (t)3.4 ",
        "\r\n",
        "-\n",
        "its o cers",
        "С",
        "(2014)he",
    ]
)
TEXTS = st.lists(st.one_of(st.text(max_size=12), SNIPPETS), max_size=25).map("".join)


@st.composite
def edits_of(draw: st.DrawFn, length: int) -> list[Edit]:
    """Edits of a text of some length that do not overlap."""
    places = sorted(draw(st.sets(st.integers(0, length), max_size=8)))
    pairs = list(zip(places[::2], places[1::2], strict=False))
    return [Edit(a, b, draw(st.text("xyz", max_size=3))) for a, b in pairs]


def sources_after(sources: list[Source], edits: list[Edit]) -> list[Source]:
    """Where each character comes from after some edits: the plain way, one character at a time."""
    found: list[Source] = []
    done = 0
    for edit in edits:
        found += sources[done : edit.start]
        found += [(sources[edit.start][0], sources[edit.end - 1][1])] * len(edit.new)
        done = edit.end
    return found + sources[done:]


@given(st.data())
def test_every_span_maps_to_the_source_of_its_characters(data: st.DataObject) -> None:
    """A span of a text edited twice maps to the smallest stretch that holds the source of its characters."""
    text = data.draw(st.text("abc", min_size=1, max_size=30))
    first = data.draw(edits_of(len(text)))
    middle = apply(text, first, [])
    second = data.draw(edits_of(len(middle.text)))
    mended = middle.then(apply(middle.text, second, []))
    sources = sources_after(sources_after([(n, n + 1) for n in range(len(text))], first), second)
    assert len(mended.text) == len(sources)
    for start in range(len(sources)):
        for end in range(start + 1, len(sources) + 1):
            assert mended.as_read(start, end) == (sources[start][0], sources[end - 1][1])


@given(TEXTS)
def test_untouched_characters_are_themselves(text: str) -> None:
    """Characters map in order, and one that maps to a single one is that one or mends it."""
    mended = mend(text)
    last = (0, 0)
    for place, character in enumerate(mended.text):
        start, end = mended.as_read(place, place + 1)
        assert 0 <= start <= end <= len(text)
        assert start >= last[0]
        assert end >= last[1]
        last = (start, end)
        if character.isascii() and character.isalnum() and text[start:end].isascii() and end - start == 1:
            assert character in text[start:end] or character in "fil"


@given(TEXTS)
def test_faults_lie_in_the_text_as_read(text: str) -> None:
    """Every fault names a stretch of the text as read, in ascending order."""
    faults = mend(text).faults
    assert list(faults) == sorted(faults)
    assert all(0 <= f.start <= f.end <= len(text) for f in faults)


@given(TEXTS, st.data())
def test_the_way_forth_meets_the_way_back(text: str, data: st.DataObject) -> None:
    """A stretch as read, taken forth and back, holds itself unless its ends were dropped."""
    mended = mend(text)
    start = data.draw(st.integers(0, len(mended.text)))
    end = data.draw(st.integers(start, len(mended.text)))
    forth = mended.from_read(*mended.as_read(start, end))
    assert forth[0] <= start or start == end
    assert forth[1] >= end or start == end


def test_a_clean_text_is_left_as_it_is() -> None:
    """A clean text comes back as the same object, without steps or faults."""
    text = "1. Decides that all States shall keep a register of their lighthouses;\n\n2. Requests a report."
    assert mend(text) == Mended(text)
    assert mend(text).text is text


def test_damage_is_found_by_span() -> None:
    """A span is damaged where it touches unreadable text, and not beside it."""
    text = "The harbour office shall report (i)0.5 (c)-1.2 (t)3.4 xq every year."
    mended = mend(text)
    start = mended.text.index("\ufffd")
    assert mended.damaged(start, start + 1)
    assert mended.damaged(0, len(mended.text))
    assert not mended.damaged(0, start)
    assert not mended.damaged(start + 1, len(mended.text))
    assert mended.faults_in(start, start + 1)


LISTED = sorted(word for word, count in shipped().counts.items() if count > 20)


@st.composite
def damaged_texts(draw: st.DrawFn) -> str:
    """Listed words in any order, some with a ligature or a place in them broken."""
    words = draw(st.lists(st.sampled_from(LISTED), min_size=1, max_size=30))
    found = []
    for word in words:
        match draw(st.integers(0, 5)):
            case 0:
                found.append(LIGATURE.sub(draw(st.sampled_from([" ", "", "f", "f "])), word))
            case 1:
                at = draw(st.integers(0, len(word)))
                found.append(word[:at] + " " + word[at:])
            case _:
                found.append(word)
    return " ".join(found)


@settings(deadline=None)
@given(damaged_texts())
def test_mending_the_mended_text_changes_nothing_more(text: str) -> None:
    """What one mending has made of a text of listed words, a second leaves as it is."""
    once = mend(text).text
    assert mend(once).text == once
