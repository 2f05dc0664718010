"""Formats of the graph, one file each, chosen by the ending of the file; text until the last step."""

from __future__ import annotations

from pathlib import Path

from obligraph.errors import Fault, InputError

ENDINGS = {
    ".html": "a page to explore, with no network",
    ".svg": "a picture to scale",
    ".png": "a picture",
    ".pdf": "a picture to print",
    ".dot": "text for graphviz",
    ".mmd": "text for Mermaid",
    ".graphml": "data for Gephi, yEd, Cytoscape",
    ".json": "data as nodes and links",
}
"""Each ending with what it stands for."""

DATA = frozenset({".graphml", ".json"})
"""The formats that hold the whole graph unless a part is asked for: other tools take what they want."""


def ending_of(path: Path) -> str:
    """The ending of a file to write.

    Raises:
        InputError: no format has that ending; the message lists those there are.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        what = f"'{path.suffix}' is not the ending of a format" if path.suffix else "has no ending"
        raise InputError([Fault(str(path), what, tuple(ENDINGS), "the ending chooses the format")])
    return ending
