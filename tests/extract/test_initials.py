"""Alternatives ordered by their first letter match what they matched before."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligraph.extract.actors import actors
from obligraph.extract.initials import any_of, by_initial

WORD = st.sampled_from(["ab", "b", "ca", "Ab", "c1", "(?:ab|c)", "[ab]c", "(?:[ab]c|b)"])
OPENING = st.sampled_from(
    ["", r"\b", "(?=a)", "(?!ab)", "(?<!c)", "(?:a|bc)?", "(?:c|a)*", "(?:ab|c)+", "[ab]", "[abc]?", "a?"]
)
ALTERNATIVES = st.lists(st.tuples(OPENING, WORD).map("".join), min_size=1, max_size=5).map("|".join)
TEXT = st.text("abcA1 ", max_size=24)


@given(pattern=ALTERNATIVES, text=TEXT)
def test_the_same_places_match(pattern: str, text: str) -> None:
    """Whether there is a match at a place does not change."""
    before, ordered = re.compile(pattern), re.compile(any_of(by_initial(pattern)))

    assert [bool(before.match(text, at)) for at in range(len(text))] == [
        bool(ordered.match(text, at)) for at in range(len(text))
    ]


@given(pattern=ALTERNATIVES, text=TEXT)
def test_the_alternative_that_comes_first_still_wins(pattern: str, text: str) -> None:
    """Nor does the length of the match."""
    before, ordered = re.compile(pattern), re.compile(any_of(by_initial(pattern)))

    for at in range(len(text)):
        one, other = before.match(text, at), ordered.match(text, at)
        assert (one and one.end()) == (other and other.end())


@pytest.mark.parametrize("pattern", [".b", "[^a]b", "[a-c]b", r"\wb", "(ab)", "a{2}", "a+b", "(?:ab)??c", ""])
def test_what_opens_with_no_letter_is_refused(pattern: str) -> None:
    """A pattern that cannot be ordered raises at once."""
    with pytest.raises(ValueError, match="opens with no letter"):
        by_initial(pattern)


def test_every_listed_addressee_is_found_where_its_row_matches() -> None:
    """The listed addressees are found through it."""
    known = actors()

    for named in (
        "Member States",
        "member States",
        "the CTC",
        "UNODC",
        "all relevant United Nations entities",
    ):
        assert any(mention.end == len(named) for mention in known.find(named)), named
