"""Single characters: odd blanks, soft hyphens, ligature characters, letters of another script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from obligraph.extract.mending.mended import Edit, FaultKind, TextFault

BLANKS = "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Blanks that become one space each."""

CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\uffff]")
"""Control characters, halves of characters and what is no character: one space each, for no quoted words may
steer a terminal or break a file in XML."""

NOTHING = "\xad\u200b\u200c\u200d\u2060\ufeff"
"""Characters without width that are dropped."""

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

HOMOGLYPHS = dict(
    zip(
        "АВЕЅІЈКМНОРСТХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABESIJKMHOPCTXaesijopcyxABEZHIKMNOPTYXo",
        strict=True,
    )
)
"""Cyrillic and Greek letters that look like a Latin one."""

ODD = re.compile(
    f"{CONTROLS.pattern}|[{BLANKS}{NOTHING}{''.join(LIGATURES)}\u2028\u2029\x85]|\r\n?|[{''.join(HOMOGLYPHS)}]+",
    re.ASCII,
)
_FOREIGN = re.compile(r"[Ͱ-ϿЀ-ӿ]")


def character_edits(text: str) -> Iterator[tuple[Edit, TextFault | None]]:
    """The edits of single characters, with the fault to note for those that change a letter."""
    odd = {character for character in set(text) if ODD.match(character)}
    if not odd:
        return
    alone = odd.isdisjoint("\r") and odd.isdisjoint(HOMOGLYPHS)
    for match in re.finditer(f"[{''.join(sorted(odd))}]", text) if alone else ODD.finditer(text):
        found = match.group()
        if found[0] in HOMOGLYPHS:
            if _in_latin(text, match.start(), match.end()):
                new = "".join(HOMOGLYPHS[c] for c in found)
                edit = Edit(match.start(), match.end(), new)
                yield edit, TextFault(edit.start, edit.end, FaultKind.HOMOGLYPH, found, new)
        elif found in LIGATURES:
            yield Edit(match.start(), match.end(), LIGATURES[found]), None
        else:
            new = "" if found in NOTHING else " " if found in BLANKS or CONTROLS.match(found) else "\n"
            yield Edit(match.start(), match.end(), new), None


def _in_latin(text: str, start: int, end: int) -> bool:
    """Whether look-alike letters stand in a Latin word, or alone in a text of Latin letters."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if _FOREIGN.match(before) or _FOREIGN.match(after):
        return False
    if (before + after).isascii() and (before.isalpha() or after.isalpha()):
        return True
    around = text[max(0, start - 40) : end + 40]
    return end - start == 1 and len(_FOREIGN.findall(around)) <= 2
