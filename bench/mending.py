"""Measures the mending of lost ligatures on texts that its word list was not counted from.

    python bench/mending.py FOLDER... [--folds 5] [--every 1] [--show 20]

The texts are dealt into folds; for each fold the word list is counted from the other folds. Every text of the
fold is damaged as PDF extraction does it (each fi, fl, ff, ffi, ffl becomes a blank, nothing, or its first
letter) and mended. Then the undamaged text is mended: there every change of a word is a false repair, every
mark a false alarm. Speed is that of the undamaged texts with the shipped word list, in processor time.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path

from build_words import count, is_english, texts_under

from obligraph.extract.mending import FaultKind, mend
from obligraph.extract.mending.lexicon import LIGATURE, WORD, Lexicon

STYLES = {"blank": " ", "nothing": "", "first letter": "f", "letter and blank": "f "}
REPAIRS = {FaultKind.LIGATURE, FaultKind.BROKEN_WORD}


def damaged(text: str, left: str) -> tuple[str, list[tuple[int, int, str]]]:
    """A text without its ligatures, and each damaged word with its span there."""
    pieces: list[str] = []
    words = []
    done = length = 0
    for match in WORD.finditer(text):
        found = LIGATURE.sub(left, match[0])
        if found != match[0]:
            pieces += [text[done : match.start()], found]
            length += match.start() - done
            words.append((length, length + len(found), match[0]))
            length += len(found)
            done = match.end()
    return "".join([*pieces, text[done:]]), words


def judge(text: str, left: str, lexicon: Lexicon, misses: Counter[str]) -> Counter[str]:
    """How the words of one damaged text fare."""
    broken, words = damaged(text, left)
    mended = mend(broken, lexicon)
    seen: Counter[str] = Counter()
    marked = [(f.start, f.end) for f in mended.faults if f.kind.damages]
    for start, end, word in words:
        a, b = mended.from_read(start, end)
        got = mended.text[a:b].strip()
        if got == word:
            seen["mended"] += 1
        elif got == broken[start:end].strip():
            seen["left, marked" if any(s < end and e > start for s, e in marked) else "left, not marked"] += 1
            misses[word] += 1
        else:
            seen["wrong"] += 1
            misses[f"{word} -> {got}"] += 1
    return seen


def clean(text: str, lexicon: Lexicon, alarms: Counter[str]) -> Counter[str]:
    """False repairs and false alarms on one undamaged text."""
    seen = Counter(words=len(WORD.findall(text)))
    for fault in mend(text, lexicon).faults:
        if fault.kind in REPAIRS or fault.kind.damages:
            seen["false repairs" if fault.kind in REPAIRS else "false alarms"] += 1
            alarms[f"{fault.kind}: {fault.read!r} -> {fault.mended!r}"] += 1
    return seen


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--every", type=int, default=1, help="measure every nth text of a fold")
    parser.add_argument("--show", type=int, default=0, help="show the commonest misses and alarms")
    call = parser.parse_args()
    texts = [t for t in texts_under(call.folders) if is_english(WORD.findall(t))]
    styles: dict[str, Counter[str]] = {style: Counter() for style in STYLES}
    found: Counter[str] = Counter()
    misses: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    for fold in range(call.folds):
        lexicon = count(t for n, t in enumerate(texts) if n % call.folds != fold)
        for text in texts[fold :: call.folds * call.every]:
            for style, left in STYLES.items():
                styles[style] += judge(text, left, lexicon, misses)
            found += clean(text, lexicon, alarms)
    for style, seen in styles.items():
        total = sum(seen.values())
        parts = ", ".join(f"{what} {n} ({n / total:.2%})" for what, n in seen.most_common())
        print(f"{style}: {total} damaged words: {parts}")
    print(f"clean: {dict(found)}")
    wrong = Counter({w: n for w, n in misses.items() if "->" in w})
    for what, n in (x for kind in (wrong, misses, alarms) for x in kind.most_common(call.show)):
        print(f"  {n:4} {what}")
    size = sum(len(text.encode()) for text in texts) / 1e6
    mend("warm up")
    begun = time.process_time()
    for text in texts:
        mend(text)
    spent = time.process_time() - begun
    print(f"speed: {size / spent:.1f} MB/s on {size:.1f} MB of clean text")


if __name__ == "__main__":
    main()
