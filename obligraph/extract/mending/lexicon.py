"""The word list: counts of words in UN texts, and what follows from them for damaged words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import combinations

WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]+(?:['’][A-Za-zÀ-ÖØ-öø-ɏ]+)*")
"""A word: Latin letters with apostrophes inside; hyphens part words."""

LIGATURE = re.compile(r"ff[il]?|f[il]")
COMMON = {1: 1000, 2: 100, 3: 8}
"""How often a word of so many letters must have been counted to stand for itself; longer words need 2."""

COMMON_PART = 3
"""In how many compounds a part must stand to be taken for one wherever it stands."""

MOST_SEEN = 50_000
"""How many stretches between blanks are remembered."""

SURE = 10
"""How many times commoner one reading must be than all others together to be taken for certain."""


@dataclass(frozen=True)
class Lexicon:
    """Facts about words, counted from texts.

    Attributes:
        counts: word in lower case -> how often it was counted.
        names: those words that were met with a capital only.
        compounds: words written with a hyphen, in lower case.
        splits: word broken by a blank into two known words, never seen so in the counted texts -> the word.
        contexts: (word, ligature word that looks like it when damaged) -> neighbours of the latter only.
    """

    counts: Mapping[str, int]
    names: frozenset[str] = frozenset()
    compounds: frozenset[str] = frozenset()
    splits: Mapping[tuple[str, str], str] = field(default_factory=dict)
    contexts: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    @cached_property
    def solid(self) -> frozenset[str]:
        """The words common enough to stand for themselves, in lower case and capitalised."""
        kept = [w for w, n in self.counts.items() if n >= COMMON.get(len(w), 2)]
        return frozenset(kept) | frozenset(w.capitalize() for w in kept) | {"I", "s", "S"}

    def is_solid(self, word: str) -> bool:
        """Whether a word stands for itself: listed and common enough, or an abbreviation in capitals."""
        if word in self.solid or (len(word) > 1 and word.isupper()):
            return True
        return len(word) > 3 and self.plain(word) in self.solid

    def is_strange(self, chunk: str) -> bool:
        """Whether what stands between two blanks holds a word that does not stand for itself."""
        known = self._seen.get(chunk)
        if known is None:
            bare = chunk.strip(",.;:()")
            known = bare not in self.solid and not all(map(self.is_solid, WORD.findall(bare)))
            if len(self._seen) < MOST_SEEN:
                self._seen[chunk] = known
        return known

    @cached_property
    def _seen(self) -> dict[str, bool]:
        return {}

    @staticmethod
    def plain(word: str) -> str:
        """A word in lower case with a straight apostrophe and no possessive.

        >>> Lexicon.plain("States’"), Lexicon.plain("Committee’s")
        ('states', 'committee')
        """
        return word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")

    @cached_property
    def left_of(self) -> Mapping[str, tuple[str, ...]]:
        """What damage leaves of the listed ligature words, blanks taken out -> those words."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for word, count in self.counts.items():
            if "f" in word and count >= 2:
                for left in damaged_forms(word):
                    if left != word:
                        found[left].add(word)
        return {left: tuple(sorted(words)) for left, words in found.items()}

    @cached_property
    def look_alikes(self) -> Mapping[str, tuple[str, ...]]:
        """Each listed word that a damaged ligature word turns into -> those words."""
        return {left: words for left, words in self.left_of.items() if left in self.solid and len(left) > 2}

    @cached_property
    def hyphen_firsts(self) -> frozenset[str]:
        """First parts of several compounds (`counter-`)."""
        return self._parts(0)

    @cached_property
    def hyphen_seconds(self) -> frozenset[str]:
        """Last parts of several compounds (`-related`)."""
        return self._parts(-1)

    def _parts(self, which: int) -> frozenset[str]:
        number = Counter(c.split("-")[which] for c in self.compounds)
        return frozenset(part for part, n in number.items() if n >= COMMON_PART and len(part) > 2)

    @cached_property
    def shapes(self) -> frozenset[str]:
        """The triples of letters of the listed words, with `^` before and `$` after each word."""
        marked = [f"^{word}$" for word in self.counts]
        return frozenset(w[at : at + 3] for w in marked for at in range(len(w) - 2))

    @cached_property
    def ends(self) -> frozenset[str]:
        """What is left of the longer listed words when up to four letters at one end are cut away."""
        long = [w for w in self.counts if len(w) > 5]
        return frozenset(p for w in long for n in range(1, 5) for p in (w[n:], w[:-n]) if len(p) > 1)

    def is_sure(self, word: str, others: Iterable[str]) -> bool:
        """Whether a reading is certain by count, beside the others that fit."""
        return self.counts.get(word, 0) >= SURE * sum(self.counts.get(w, 0) for w in others)


def damaged_forms(word: str) -> Iterator[str]:
    """What may be left of a word whose ligatures were lost: nothing of one, or its first letter.

    >>> sorted(set(damaged_forms("office")))
    ['oce', 'ofce']
    """
    spots = [m.span() for m in LIGATURE.finditer(word)]
    for size in (1, 2):
        for chosen in combinations(spots, size):
            for kept in ("", "f"):
                left, done = "", 0
                for start, end in chosen:
                    left, done = left + word[done:start] + kept, end
                form = left + word[done:]
                if form:
                    yield form


def read_counts(text: str) -> tuple[dict[str, int], frozenset[str]]:
    """The lines `word count` of a list, and the words that stand there with a capital."""
    pairs = [line.split() for line in text.splitlines()]
    names = frozenset(word.lower() for word, _ in pairs if word[0].isupper())
    return {word.lower(): int(count) for word, count in pairs}, names


def read_splits(text: str) -> dict[tuple[str, str], str]:
    """The lines `first second` of the broken words that are two words too."""
    return {(a, b): a + b for a, b in (line.split() for line in text.splitlines())}


def read_contexts(text: str) -> dict[tuple[str, str], frozenset[str]]:
    """The lines `word ligature-word neighbour ...` of the neighbours that tell the two apart."""
    return {(w[0], w[1]): frozenset(w[2:]) for w in (line.split() for line in text.splitlines())}


@lru_cache(maxsize=1)
def shipped() -> Lexicon:
    """The lexicon that comes with the package, read once when first needed."""
    folder = files("obligraph.extract") / "data"

    def text(name: str) -> str:
        return (folder / name).read_text(encoding="utf-8")

    return Lexicon(
        *read_counts(text("words.txt")),
        frozenset(text("compounds.txt").split()),
        read_splits(text("splits.txt")),
        read_contexts(text("contexts.txt")),
    )
