"""The pictures in the documents show the catalogue as it is."""

import re
from pathlib import Path

from obligraph.graph.formats.pictures import fingerprint
from tests.graph import pictures


def drawn_from(path: Path) -> str:
    """The fingerprint that a picture carries."""
    found = re.search(r"<metadata>obligraph graph (\w+)</metadata>", path.read_text(encoding="utf-8"))
    return found[1] if found else ""


def test_every_picture_is_current() -> None:
    """Each picture was drawn from what its view shows today; `python -m tests.graph.pictures` mends it."""
    now = {path.name: fingerprint(drawing) for path, drawing in pictures.drawings()}
    there = {path.name: drawn_from(path) for path in pictures.PICTURES.glob("*.svg")}
    assert there == now


def test_every_picture_stands_in_the_page_on_the_graph() -> None:
    """docs/graph.md shows each picture with words for those who do not see it."""
    text = (pictures.ROOT / "docs" / "graph.md").read_text(encoding="utf-8")
    shown = re.findall(r"!\[([^\]]+)\]\(pictures/([\w-]+\.svg)\)", text)
    assert {name for _, name in shown} == {path.name for path, _ in pictures.drawings()}
    assert all(len(words) > 20 for words, _ in shown)
