"""Counts the word list of the mending from a folder of texts.

    python bench/build_words.py FOLDER... [--into obligraph/extract/data]

Reads every `.txt` under the folders, leaves out texts that are not English, and writes four small lists of
single words: words.txt (word, count; a capital where no text has it without), compounds.txt (words with a
hyphen), splits.txt (words that, broken by a blank, give two words, and were never met so) and contexts.txt
(neighbours that tell a word from a ligature word that damage turns into it). No sentence of a text is kept.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from obligraph.extract.mending.lexicon import SURE, WORD, Lexicon

FREE = re.compile(rf"(?<![\w\-'’]){WORD.pattern}(?![\w\-)])")
HYPHENED = re.compile(rf"(?<![\w\-]){WORD.pattern}(?:-{WORD.pattern})+(?![\w\-])")
FRENCH = {"les", "des", "du", "que", "le", "et", "aux"}
LEAST_COUNT = 2
LEAST_NEIGHBOURS = 3
FEW = 20
"""A neighbour tells two words apart where it stands so once in this many times or oftener."""

USUAL = 30
"""A broken word is taken for two words unless the whole word was counted this often and the pair never."""


def is_english(words: list[str]) -> bool:
    """Whether a text is in English: less than two words in a hundred are French ones."""
    return sum(w in FRENCH for w in words) < len(words) / 50


def texts_under(folders: Iterable[Path]) -> Iterator[str]:
    """The texts under some folders, without a first line that names their source."""
    for folder in folders:
        for path in sorted(folder.rglob("*.txt")):
            text = path.read_text(encoding="utf-8", errors="replace").replace("\u00a0", " ")
            yield text.split("\n", 1)[1] if text.startswith("# source:") else text


def count(texts: Iterable[str]) -> Lexicon:
    """The lexicon of some texts."""
    counts: Counter[str] = Counter()
    compounds: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    lower: set[str] = set()
    for text in texts:
        free = [w for w in FREE.findall(text) if len(w) > 3 or w.islower()]
        if is_english(free):
            every = [Lexicon.plain(w) for w in WORD.findall(text)]
            counts.update(w for w in every if len(w) > 3)
            counts.update(w for w in free if len(w) < 4)
            compounds.update(w.lower() for w in HYPHENED.findall(text))
            pairs.update(pairwise(every))
            lower.update(w for w in set(WORD.findall(text)) if w[0].islower())
    listed = {w: n for w, n in counts.items() if n >= LEAST_COUNT}
    names = frozenset(listed).difference(map(Lexicon.plain, lower))
    plain = Lexicon(listed, names)
    kept = frozenset(w for w, n in compounds.items() if n >= LEAST_COUNT)
    return Lexicon(listed, names, kept, splits(plain, pairs), contexts(plain, pairs))


def splits(lexicon: Lexicon, pairs: Counter[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The breaks of a usual word into two known words that were never met side by side."""
    found = {}
    for word, number in lexicon.counts.items():
        for at in range(2, len(word) - 1) if number >= USUAL else ():
            pair = word[:at], word[at:]
            if pair[0] in lexicon.solid and pair[1] in lexicon.solid and not pairs[pair]:
                found[pair] = word
    return found


def contexts(lexicon: Lexicon, pairs: Counter[tuple[str, str]]) -> dict[tuple[str, str], frozenset[str]]:
    """For each word that a ligature word turns into: the neighbours that only the ligature word has."""
    beside: defaultdict[str, Counter[str]] = defaultdict(Counter)
    wanted = set(lexicon.look_alikes) | {w for words in lexicon.look_alikes.values() for w in words}
    for (first, second), number in pairs.items():
        if second in wanted:
            beside[second]["<" + first] += number
        if first in wanted:
            beside[first][">" + second] += number
    found = {}
    for word, meant in lexicon.look_alikes.items():
        for other in meant:
            ratio = lexicon.counts[word] / lexicon.counts[other]
            seen = beside[other].items()
            own = {n for n, k in seen if _tells(n, k, beside[word][n], ratio, lexicon)}
            if own:
                found[word, other] = frozenset(own)
    return found


def _tells(neighbour: str, together: int, apart: int, ratio: float, lexicon: Lexicon) -> bool:
    """Whether a neighbour tells a word that stands beside it (`together` times) from one that hardly does.

    Where the other word was never met beside it, that must mean something: the neighbour has few others, or
    the other word, at its own frequency (`ratio` times that of the first), would have been met.
    """
    if apart:
        return together >= SURE * apart
    few = together * FEW >= lexicon.counts.get(neighbour[1:], 1)
    return together >= LEAST_NEIGHBOURS and (few or together * ratio >= LEAST_NEIGHBOURS)


def write(lexicon: Lexicon, folder: Path) -> None:
    """Writes the four lists, each in alphabetical order."""
    lists = {
        "words.txt": [f"{_cased(w, lexicon)} {n}" for w, n in lexicon.counts.items()],
        "compounds.txt": list(lexicon.compounds),
        "splits.txt": [" ".join(pair) for pair in lexicon.splits],
        "contexts.txt": [" ".join((*pair, *sorted(near))) for pair, near in lexicon.contexts.items()],
    }
    for name, lines in lists.items():
        (folder / name).write_text("".join(f"{line}\n" for line in sorted(lines)), encoding="utf-8")


def _cased(word: str, lexicon: Lexicon) -> str:
    return word.capitalize() if word in lexicon.names else word


def main() -> None:
    """Counts and writes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--into", type=Path, default=Path("obligraph/extract/data"))
    call = parser.parse_args()
    lexicon = count(texts_under(call.folders))
    write(lexicon, call.into)
    print(f"{len(lexicon.counts)} words, {len(lexicon.compounds)} with hyphens, {len(lexicon.splits)} splits")


if __name__ == "__main__":
    main()
