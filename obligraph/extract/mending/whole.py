"""Mends a text: characters first, then words."""

from __future__ import annotations

from obligraph.extract.mending.characters import character_edits
from obligraph.extract.mending.mended import Edit, Mended, TextFault, apply


def mend(text: str) -> Mended:
    """The mended text with the map back; a clean text is returned as it is, with the identity as map."""
    edits: list[Edit] = []
    faults: list[TextFault] = []
    for edit, fault in character_edits(text):
        edits.append(edit)
        if fault:
            faults.append(fault)
    if not edits:
        return Mended(text)
    return apply(text, edits, faults)
