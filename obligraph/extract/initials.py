"""Alternatives of a regular expression ordered by their first letter: a search passes over most words.

A search tries every alternative at every word, and an alternative that opens with a choice or with something
that may be missing takes long to fail. Here each is unfolded until it opens with one letter.
"""

from __future__ import annotations

from collections.abc import Iterator

_AROUND = ("(?=", "(?!", "(?<=", "(?<!")


def by_initial(pattern: str) -> dict[str, str]:
    r"""For each letter or figure the alternatives of a pattern that open with it, in their order.

    Together they match what the pattern matches, and where two alternatives fit, the first still wins.

    Args:
        pattern: alternatives that open with letters, figures, classes of single characters, groups that do
            not capture, with `?`, `*` or `+` behind them, and what looks round or asks for a word's edge.

    Raises:
        ValueError: an alternative opens with anything else.

    >>> by_initial("[Aa]ll barns|(?:the )?barns|any seed")
    {'A': 'All barns', 'a': 'all barns|any seed', 't': 'the barns', 'b': 'barns'}
    """
    found: dict[str, list[str]] = {}
    for around, words in _unfolded(pattern, ""):
        found.setdefault(words[0], []).append(around + words)
    return {letter: "|".join(dict.fromkeys(each)) for letter, each in found.items()}


def any_of(patterns: dict[str, str]) -> str:
    """One pattern for those of all letters; each is tried only where its letter stands.

    >>> any_of(by_initial("[Aa]ll barns|any seed"))
    '(?=A)(?:All barns)|(?=a)(?:all barns|any seed)'
    """
    return "|".join(f"(?={letter})(?:{pattern})" for letter, pattern in patterns.items())


def _unfolded(pattern: str, around: str) -> Iterator[tuple[str, str]]:
    """The alternatives of a pattern in order, each opening with a letter, and what looks round before it."""
    alternatives = _alternatives(pattern)
    if len(alternatives) > 1:
        for one in alternatives:
            yield from _unfolded(one, around)
    elif pattern.startswith(r"\b"):
        yield from _unfolded(pattern[2:], around + r"\b")
    elif pattern.startswith(_AROUND):
        end = _end(pattern)
        yield from _unfolded(pattern[end:], around + pattern[:end])
    elif pattern.startswith(("(?:", "[")):
        yield from _without_group(pattern, around)
    elif pattern[1:2] == "?":
        yield from _unfolded(pattern[0] + pattern[2:], around)
        yield from _unfolded(pattern[2:], around)
    elif pattern[:1].isalnum() and pattern[1:2] not in {"*", "+", "{"}:
        yield around, pattern
    else:
        raise ValueError(f"opens with no letter: {pattern[:40]!r}")


def _without_group(pattern: str, around: str) -> Iterator[tuple[str, str]]:
    """A pattern that opens with a group or class: with each of its choices, and without where it may be."""
    end = _end(pattern)
    group = pattern[:end]
    often = pattern[end : end + 1] if pattern[end : end + 1] in {"?", "*", "+"} else ""
    rest = pattern[end + len(often) :]
    if rest[:1] in {"?", "+", "{"} or (
        group[0] == "[" and ("-" in group or "\\" in group or group[1] == "^")
    ):
        raise ValueError(f"opens with no letter: {pattern[:40]!r}")
    again = f"{group}*" if often in {"*", "+"} else ""
    for choice in _alternatives(group[3:-1]) if group[0] == "(" else group[1:-1]:
        yield from _unfolded(choice + again + rest, around)
    if often in {"?", "*"}:
        yield from _unfolded(rest, around)


def _alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern that no group holds together."""
    found, begun, place = [], 0, 0
    while place < len(pattern):
        if pattern[place] == "|":
            found.append(pattern[begun:place])
            begun = place + 1
        place = _end(pattern, place)
    return [*found, pattern[begun:]]


def _end(pattern: str, start: int = 0) -> int:
    """Where the group, class, escape or character ends that starts at a place."""
    match pattern[start]:
        case "\\":
            return start + 2
        case "[":
            return pattern.index("]", start + 2) + 1
        case "(":
            place = start + 1
            while pattern[place] != ")":
                place = _end(pattern, place)
            return place + 1
        case _:
            return start + 1
