"""Which obligation of the catalogue a clause looks like, by the words that the two share.

A likeness is a hint for a reader, never a finding: rare words weigh more than common ones, and what is asked
is not understood.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from math import log, sqrt

from obligraph.rules.model import Obligation

LIKE = 0.3
"""The least likeness, from 0 to 1, at which a clause is said to look like an obligation."""


class Likeness:
    """Compares texts with the titles and summaries of obligations."""

    def __init__(self, obligations: Iterable[Obligation]) -> None:
        texts = {each.id: words(f"{each.title} {each.summary}") for each in obligations}
        spread = Counter(word for text in texts.values() for word in set(text))
        self._weights = {word: log((1 + len(texts)) / number) for word, number in spread.items()}
        self._vectors = {name: self._vector(text) for name, text in texts.items()}

    def _vector(self, text: list[str]) -> dict[str, float]:
        """The weights of a text's words, of length 1; words that no obligation has count as rare ones."""
        rare = log(1 + len(self._weights))
        counted = {word: n * self._weights.get(word, rare) for word, n in Counter(text).items()}
        length = sqrt(sum(weight * weight for weight in counted.values())) or 1.0
        return {word: weight / length for word, weight in counted.items()}

    def best(self, text: str) -> tuple[str, float] | None:
        """The obligation most like a text, with the likeness from 0 to 1; None where none shares a word."""
        vector = self._vector(words(text))
        found = [
            (sum(weight * other.get(word, 0.0) for word, weight in vector.items()), name)
            for name, other in self._vectors.items()
        ]
        likeness, name = max(found, key=lambda pair: (pair[0], pair[1]), default=(0.0, ""))
        return (name, likeness) if likeness > 0 else None


def words(text: str) -> list[str]:
    """The words of a text that say something, in lower case, without their commonest endings.

    >>> words("States shall screen travellers against watch lists")
    ['screen', 'traveller', 'against', 'watch', 'list']
    """
    found = re.findall(r"[a-z]{4,}", text.lower())
    return [re.sub(r"(?<=\w{4})(ing|ed|es|s)$", "", word) for word in found if word not in COMMON]


COMMON = frozenset(
    (
        *("states", "member", "members", "shall", "should", "their", "them", "they", "that", "this"),
        *("these", "those", "with", "from", "have", "been", "including", "other", "such", "under"),
        *("which", "into", "also", "where", "when", "upon", "what", "whose", "more", "than", "able"),
        *("make", "take", "keep"),
    )
)
"""Words that most duties share, so that they tell nothing."""
