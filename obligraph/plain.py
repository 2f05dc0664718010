"""TOML and JSON as plain data, within bounds that are checked before anything is built."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from obligraph.errors import Faults, place_of

MOST_CHARACTERS = 8 * 1024 * 1024
"""Characters of a TOML or JSON file; the largest pack that is shipped has about 110,000."""

MOST_DEPTH = 64
"""How deep tables and lists may stand inside each other, dotted keys counted; a need takes 32 at most."""

MOST_SIGNS = 500_000
"""Commas, equals signs, colons and opening brackets: in effect the values, keys and tables of a file."""

MOST_DIGITS = 100
"""Digits of one number."""

_TOML = re.compile(
    r'''"""(?:[^"\\]++|\\.|"(?!""))*+(?:"{3,5}|\Z)'''
    r"""|'''(?:[^']++|'(?!''))*+(?:'{3,5}|\Z)"""
    r"""|"(?:[^"\\\n]++|\\.)*+"?|'[^'\n]*+'?|\#[^\n]*+"""
    rf"""|[\[\]{{}},=.\n]|[0-9_]{{{MOST_DIGITS + 1}}}""",
    re.S,
)
_JSON = re.compile(rf'"(?:[^"\\]++|\\.)*+"?|[\[\]{{}},:]|[0-9]{{{MOST_DIGITS + 1}}}', re.S)
"""Strings and comments as wholes, and the signs outside them that give a file its shape."""


def parse_toml(text: str, name: str) -> dict[str, Any]:
    """TOML text as plain data; numbers with a point come as `Decimal`, so that 5.10 stays 5.10.

    Args:
        text: the text of the file.
        name: what messages call it.

    Raises:
        InputError: the text is not TOML, with line and column; it passes a bound; or a text in it holds
            what is no text.
    """
    import tomllib

    _check_shape(text, name, _TOML)
    faults = Faults(name)
    try:
        data = tomllib.loads(text, parse_float=_decimal)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
        hint = "text, such as the country code NO, stands in quotes" if "Invalid value" in str(error) else ""
        faults.add("", f"is not TOML: {error}", way_out=hint)
        raise faults.error() from None
    _refuse_no_text(data, faults)
    return data


def parse_json(text: str, name: str) -> Any:
    """JSON text as plain data; numbers with a point come as `Decimal`, so that 5.10 stays 5.10.

    Args:
        text: the text of the file.
        name: what messages call it.

    Raises:
        InputError: the text is not JSON, with line and column; one object names a key twice; it passes a
            bound; or a text in it holds what is no text.
    """
    import json

    _check_shape(text, name, _JSON)
    faults = Faults(name)

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            for key, times in sorted(Counter(key for key, _ in pairs).items()):
                if times > 1:
                    faults.add("", f"the key '{key}' is given twice in one object")
        return found

    try:
        data = json.loads(text, parse_float=_decimal, parse_constant=_no_number, object_pairs_hook=unique)
    except (ValueError, RecursionError) as error:
        faults.add("", f"is not JSON: {error}")
    faults.raise_if_any()
    _refuse_no_text(data, faults)
    return data


_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters other than the tab and line ends, halves of characters, and what is no character.

Source: XML 1.0 (fifth edition), 2.2, for what XML can carry; ECMA-48, for what steers terminals.
"""


def _refuse_no_text(data: Any, faults: Faults) -> None:
    """Refuses texts and keys with characters that could steer a terminal, or that no output can carry.

    Raises:
        InputError: each such text by its place.
    """
    for path, char in _no_text(data, ()):
        kind = "control character" if ord(char) < 0xA0 else "code without a character,"
        faults.add(place_of(path), f"holds the {kind} U+{ord(char):04X}", way_out="take it out")
    faults.raise_if_any()


def _no_text(data: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The texts and keys that hold what is no text, each by its path, with the first such character."""
    if isinstance(data, str):
        if found := _NO_TEXT.search(data):
            yield path, found[0]
    elif isinstance(data, dict):
        for key, value in data.items():
            if found := _NO_TEXT.search(key):
                yield (*path, key), found[0]
            yield from _no_text(value, (*path, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from _no_text(value, (*path, at))


def _decimal(digits: str) -> Decimal:
    """A number with a point or an exponent.

    Raises:
        ValueError: its exponent is beyond all use.
    """
    try:
        return Decimal(digits)
    except InvalidOperation:
        raise ValueError(f"{digits[:40]} is not a number that can be read") from None


def _no_number(word: str) -> Any:
    """Refuses NaN and Infinity, which Python's reader takes and JSON does not know."""
    raise ValueError(f"{word} is not a number")


def _check_shape(text: str, name: str, signs: re.Pattern[str]) -> None:
    """Refuses a text that is too long, too deep or of too many values, in one pass over it.

    Raises:
        InputError: with the bound that is passed.
    """
    faults = Faults(name)
    if len(text) > MOST_CHARACTERS:
        faults.add("", f"has more than {MOST_CHARACTERS:,} characters", way_out="split it")
    elif said := _misshapen(text, signs):
        faults.add("", said)
    faults.raise_if_any()


def _misshapen(text: str, signs: re.Pattern[str]) -> str:
    """The bound that a text passes by its shape, in words; empty where it passes none."""
    depth = dots = count = 0
    for found in signs.finditer(text):
        match text[found.start()]:
            case "[" | "{":
                depth, dots, count = depth + 1, 0, count + 1
            case "]" | "}":
                depth, dots = depth - 1, 0
            case "," | "=" | ":":
                dots, count = 0, count + 1
            case "\n":
                dots = 0
            case ".":
                dots += 1
            case '"' | "'" | "#":
                continue
            case _:
                return f"holds a number of more than {MOST_DIGITS} digits"
        if depth + dots > MOST_DEPTH:
            return f"is nested more than {MOST_DEPTH} deep"
        if count > MOST_SIGNS:
            return f"holds more than {MOST_SIGNS:,} values, keys and tables"
    return ""
