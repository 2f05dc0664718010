"""What only a damaged text is searched for: words that are words too, and pieces that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from obligraph.extract.mending.lexicon import WORD, Lexicon
from obligraph.extract.mending.mended import FaultKind
from obligraph.extract.mending.words import REACH, Reading, Span, is_odd, known_form, may_begin

FAR_COMMONER = 10
"""How many times commoner than its look-alike a ligature word must be to need no telling neighbour."""


def broken_in_two_words(text: str, lexicon: Lexicon) -> Iterator[Reading]:
    """Words broken into two that are words too, but never stand side by side (`inter national`)."""
    if not lexicon.splits:
        return
    pairs = "|".join(f"{a}[ \\n]{b}" for a, b in sorted(lexicon.splits))
    for match in re.finditer(rf"(?<![\w’'-])(?:{pairs})(?![\w’'-])", text):
        joined = match[0].replace(" ", "").replace("\n", "")
        yield Reading(match.span(), FaultKind.BROKEN_WORD, joined)


def look_alikes(text: str, lexicon: Lexicon) -> Iterator[Reading]:
    """Words that may be a damaged ligature word: read so where a neighbour tells, or frequency by far.

    Where neither tells, they are doubtful if the ligature word is about as common or commoner.
    """
    if not lexicon.look_alikes:
        return
    pattern = "|".join(sorted(lexicon.look_alikes))
    for match in re.finditer(rf"(?<![\w’'-])(?:{pattern})(?![\w’'-])", text, re.IGNORECASE):
        word = match[0].lower()
        fitting = [w for w in lexicon.look_alikes[word] if may_begin(w, match[0], lexicon)]
        near = _neighbours(text, match.span())
        told = [w for w in fitting if near & lexicon.contexts.get((word, w), frozenset())]
        sure = [w for w in fitting if lexicon.counts[w] >= FAR_COMMONER * lexicon.counts[word]]
        told = told or (sure if len(fitting) == 1 else [])
        if len(told) == 1:
            cased = told[0].capitalize() if match[0][0].isupper() else told[0]
            yield Reading(match.span(), FaultKind.LIGATURE, cased)
        elif any(2 * lexicon.counts[w] >= lexicon.counts[word] for w in fitting):
            yield Reading(match.span(), FaultKind.DOUBTFUL, " / ".join((word, *fitting)))


def _neighbours(text: str, span: Span) -> frozenset[str]:
    """The words before and after, marked `<` and `>` as in the list of contexts."""
    before = WORD.findall(text, max(0, span[0] - REACH), span[0])
    after = WORD.findall(text, span[1], span[1] + REACH)
    left = ["<" + Lexicon.plain(w) for w in before[-1:]]
    return frozenset([*left, *(">" + Lexicon.plain(w) for w in after[:1])])


def strangers(text: str, unknown: list[Span], lexicon: Lexicon) -> Iterator[Reading]:
    """Words in lower case that look like a piece of a word, or like none: doubtful in a damaged text."""
    for start, end in unknown:
        word = text[start:end]
        if len(word) > 1 and word.islower() and not known_form(word, lexicon) and is_odd(word, lexicon):
            yield Reading((start, end), FaultKind.DOUBTFUL, "")
