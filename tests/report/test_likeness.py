"""Shared rare words suggest a counterpart; common ones do not."""

from __future__ import annotations

from obligraph.report.likeness import LIKE, Likeness
from obligraph.rules.packs import load_catalogue

RATED = load_catalogue().rated()


def test_every_obligation_is_most_like_itself() -> None:
    """Title and summary of an obligation lead back to it, or to one that says the same."""
    likeness = Likeness(RATED)
    for each in RATED:
        found = likeness.best(f"{each.title} {each.summary}")
        assert found is not None
        assert found[1] > 0.99


def test_words_that_nobody_shares_suggest_nothing() -> None:
    """A text of other matters is like no obligation, and an empty one has no best at all."""
    likeness = Likeness(RATED)
    assert likeness.best("") is None
    found = likeness.best("polish the brass of the lighthouse on the first Sunday of spring")
    assert found is None or found[1] < LIKE


def test_the_order_of_words_does_not_matter() -> None:
    """The same words in another order are as like."""
    likeness = Likeness(RATED)
    one, other = (
        likeness.best("lost passports reported to INTERPOL"),
        likeness.best("INTERPOL reported to passports lost"),
    )
    assert one is not None
    assert other is not None
    assert one[0] == other[0]
    assert abs(one[1] - other[1]) < 1e-9
