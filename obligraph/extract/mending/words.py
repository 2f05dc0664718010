"""Words that lost a ligature or were broken: mended by the word list where one reading is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from obligraph.extract.mending.lexicon import LIGATURE, SURE, WORD, Lexicon
from obligraph.extract.mending.mended import FaultKind

MOST_PIECES = 4
REACH = 64
"""Characters looked at on either side of a broken word."""

BLANK_BETWEEN = frozenset({" ", "\n", " \n", " -", "- ", "-\n", "  "})
SOURCE_CHARACTERS = frozenset("0123456789@_/\\=<>&#~")
"""A word that touches one of these belongs to an address, a symbol or a number."""

LONGEST_LABEL = 5
"""A shorter word before a closing bracket may be an item's letter or numeral."""

FREE_PREFIXES = frozenset(
    re.findall(
        r"\w+",
        "anti bi bio co counter cyber de eco ex geo inter intra macro mega micro mid mini mis multi neo non "
        "over pan para post pre pro pseudo re semi socio sub super trans tri ultra un under vice well",
    )
)
"""Beginnings that writers set apart on purpose (`sub regional`)."""

RARE = 20
"""How often a word of two letters must have been counted not to be taken for a piece of another."""

LONG_WORD = 8
LONG = 6
"""Characters of a broken stretch that is no accident, whatever stands beside it."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a broken stretch is read as.

    Attributes:
        span: the stretch in the text.
        kind: lost ligature, broken word, or doubtful where several words fit.
        word: the word read, in the case of the stretch; or the words that fit, parted by ` / `.
        weak: the reading holds only in a text that shows more damage of the sort.
        rank: of two readings of one place, the better has the smaller rank.
    """

    span: Span
    kind: FaultKind
    word: str
    weak: bool = False
    rank: tuple[int, int, int] = (0, 0, 0)


def unknown_words(text: str, lexicon: Lexicon) -> tuple[list[Span], int]:
    """The words that do not stand for themselves, and how many words there are in all, about."""
    chunks = text.split(" ")
    strange = {c for c in set(chunks).difference(lexicon.solid) if lexicon.is_strange(c)}
    if not strange:
        return [], len(chunks)
    lengths = list(accumulate(map(len, chunks), initial=0))
    places = [at for at, chunk in enumerate(chunks) if chunk in strange]
    spans = [
        match.span()
        for at in places
        for match in WORD.finditer(text, lengths[at] + at, lengths[at + 1] + at)
        if not lexicon.is_solid(match[0]) and _is_free(text, match.span())
    ]
    return spans, len(chunks)


def _is_free(text: str, span: Span) -> bool:
    """Whether an unknown word is a word of the sentence, not a part of a symbol, address or compound."""
    start, end = span
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    if before in SOURCE_CHARACTERS or after in SOURCE_CHARACTERS:
        return False
    if after == "-" and text[start:end].lower() in FREE_PREFIXES:
        return False
    if after == ")" and end - start < LONGEST_LABEL:
        return False
    if before == "." and text[start - 2 : start - 1].isalnum():
        return False
    return not (after == "." and text[end + 1 : end + 2].isalnum())


def read_words(
    text: str, unknown: list[Span], lexicon: Lexicon, *, ligatures_first: bool
) -> Iterator[Reading]:
    """The best reading of each unknown word, where there is one; readings do not overlap.

    Args:
        text: the text.
        unknown: its unknown words, ascending.
        lexicon: the word list.
        ligatures_first: whether a stretch that is a broken word or a lost ligature is taken for the latter.
    """
    done = -1
    for span in unknown:
        if span[0] >= done:
            found = list(_readings(text, span, lexicon, ligatures_first=ligatures_first))
            reading = _best([r for r in found if r.span[0] >= done], lexicon)
            if reading is not None:
                alone = _leaves_none(text, reading, done, lexicon, ligatures_first=ligatures_first)
                done = reading.span[1]
                yield reading if alone else replace(reading, kind=FaultKind.DOUBTFUL)


def _leaves_none(text: str, reading: Reading, done: int, lexicon: Lexicon, *, ligatures_first: bool) -> bool:
    """Whether a reading leaves no unknown word unexplained beside it, which would belong to the same word."""
    start, end = reading.span
    if end - start >= LONG:
        return True
    around = pieces_around(text, (start, end), lexicon)
    at = around.index((start, end))
    alone = WORD.fullmatch(text, start, end) is not None
    for a, b in around[max(0, at - 1) : at]:
        if a >= done and text[b:start] == " " and not lexicon.is_solid(text[a:b]):
            return not (alone or is_odd(text[a:b].lower(), lexicon))
    for a, b in around[at + 1 : at + 2]:
        if text[end:a] == " " and not lexicon.is_solid(text[a:b]) and is_odd(text[a:b], lexicon):
            found = _readings(text, (a, b), lexicon, ligatures_first=ligatures_first)
            return any(r.span[0] >= end for r in found)
    return True


def _best(found: list[Reading], lexicon: Lexicon) -> Reading | None:
    """The best of some readings of one place; doubtful where the next best is nearly as common."""
    if not found:
        return None
    best, *rest = sorted(found, key=lambda r: (r.rank, r.span))
    rivals = [r for r in rest if r.rank[0] == best.rank[0] and r.word.lower() != best.word.lower()]
    if best.kind is FaultKind.DOUBTFUL or not rivals:
        return best
    counts = [lexicon.counts.get(Lexicon.plain(r.word), 0) for r in (best, rivals[0])]
    if counts[0] >= 2 * counts[1]:
        return best
    return Reading(best.span, FaultKind.DOUBTFUL, f"{best.word} / {rivals[0].word}", best.weak, best.rank)


def _readings(text: str, span: Span, lexicon: Lexicon, *, ligatures_first: bool) -> Iterator[Reading]:
    pieces = pieces_around(text, span, lexicon)
    at = pieces.index(span)
    words = [text[a:b] for a, b in pieces]
    solid = [lexicon.is_solid(w) for w in words]
    for first in range(max(0, at - MOST_PIECES + 1), at + 1):
        for last in range(at, min(len(pieces), first + MOST_PIECES)):
            held = sum(solid[first : last + 1])
            missing = held - (last - first + 1)
            whole = (pieces[first][0], pieces[last][1])
            chosen = words[first : last + 1]
            reading = _read_as(chosen, whole, missing, lexicon, ligatures_first=ligatures_first)
            if reading is not None:
                yield reading


def pieces_around(text: str, span: Span, lexicon: Lexicon) -> list[Span]:
    """The words parted from a word, or from one another, by a blank only: at most three on either side.

    A second solid word on a side ends the row: a broken word does not hold two.
    """
    start, end = span
    pieces = [span]
    earlier = [m.span() for m in WORD.finditer(text, max(0, start - REACH), start)]
    for a, b in reversed(earlier[-MOST_PIECES + 1 :]):
        if text[b : pieces[0][0]] not in BLANK_BETWEEN or a == start - REACH:
            break
        pieces.insert(0, (a, b))
        if lexicon.is_solid(text[a:b]):
            break
    for match in WORD.finditer(text, end, end + REACH):
        a, b = match.span()
        if text[pieces[-1][1] : a] not in BLANK_BETWEEN or b == end + REACH or not text[a].islower():
            break
        pieces.append((a, b))
        if lexicon.is_solid(match[0]) or len(pieces) > 2 * MOST_PIECES:
            break
    return pieces


def _read_as(
    words: list[str], span: Span, missing: int, lexicon: Lexicon, *, ligatures_first: bool
) -> Reading | None:
    """What some pieces give when joined: a listed word, or one that lost a ligature."""
    joined = "".join(words)
    key = Lexicon.plain(joined)
    if any(not w.islower() for w in words[1:]):
        return None
    lost = _lost(key, words, span, missing, lexicon)
    count = lexicon.counts.get(key, 0)
    if lost and (ligatures_first or lexicon.counts.get(Lexicon.plain(lost.word), 0) >= SURE * count):
        return lost
    if len(words) > 1 and len(key) > 3 and count >= 2 and may_begin(key, words[0], lexicon):
        weak = words[0].lower() in FREE_PREFIXES or lexicon.is_solid(words[-1])
        return Reading(span, FaultKind.BROKEN_WORD, joined, weak, (missing, -count, len(words)))
    return lost


def _lost(key: str, words: list[str], span: Span, missing: int, lexicon: Lexicon) -> Reading | None:
    fitting = [w for w in lexicon.left_of.get(key, ()) if may_begin(w, words[0], lexicon)]
    if not fitting:
        return None
    cut = len(words[0])
    fitting = [w for w in fitting if _lost_at(cut, key, w)] or fitting
    best, *rest = sorted(fitting, key=lambda w: (-lexicon.counts[w], w))
    as_read = [key] if len(words) == 1 else []
    weak = len(words) == 1 and (len(key) < 4 or best in lexicon.names or known_form(key, lexicon))
    rank = (missing, -lexicon.counts[best], len(words))
    if not lexicon.is_sure(best, rest + as_read):
        return Reading(span, FaultKind.DOUBTFUL, " / ".join([best, *rest]), weak, rank)
    joined = "".join(words)
    cased = (best[0].upper() if joined[0].isupper() else best[0]) + best[1:] + joined[len(key) :]
    return Reading(span, FaultKind.LIGATURE, cased, weak, rank)


def _lost_at(cut: int, key: str, word: str) -> bool:
    """Whether the ligature of a word was lost just where its first piece ends."""
    return any(
        word.startswith(key[:at])
        and word.endswith(key[cut:])
        and LIGATURE.fullmatch(word, at, len(word) - rest)
        for rest in [len(key) - cut]
        for at in (cut, cut - key[:cut].endswith("f"))
    )


def may_begin(word: str, first: str, lexicon: Lexicon) -> bool:
    """Whether a word may begin with a piece: a name needs a capital, and a lost beginning leaves none."""
    if first[0].islower():
        return word not in lexicon.names
    return word[0] == first[0].lower()


def known_form(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is listed, if rare, or an inflection of a listed one, near enough."""
    plain = Lexicon.plain(word)
    if lexicon.counts.get(plain, 0) >= (RARE if len(plain) < 3 else 2):
        return True
    stem = re.sub(r"(?:ies|ied|es|ed|s|ing|ly|ness|ation|er|ers)$", "", re.sub(r"^(?:un|re)", "", plain))
    endings = ("", "e", "y", "ed", "d", "es", "s", "ing", "ly")
    return len(stem) > 3 and any(stem + e in lexicon.counts for e in endings)


def is_odd(word: str, lexicon: Lexicon) -> bool:
    """Whether a word that is not listed is a piece of a listed one, or has letters together that none has.

    A long word may have one such place, as rare words do, but not at its beginning.
    """
    shape = f"^{word}$"
    strange = [at for at in range(len(shape) - 2) if shape[at : at + 3] not in lexicon.shapes]
    allowed = 1 if len(word) >= LONG_WORD else 0
    return len(strange) > allowed or 0 in strange or word in lexicon.ends
