"""Provisions and items as a tree, and the numbers and letters that order them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from obligraph.rules.words import Part

FURTHEST = 20
"""How far a paragraph number may run ahead of the one before it, where paragraphs are lost."""


@dataclass(slots=True)
class Node:
    """A provision or an item, while it is built.

    Attributes:
        label: its full number: `3`, `3(a)`, `8(1)(a)`, `annex I.2`, `para 28`, `P3`.
        part: the part of the document in which it stands.
        start: offset of its own words.
        end: offset after its own words, items left out.
        items: its lettered items.
        series: empty for the main text, else the name of the annex it belongs to.
        principle: whether its items are principles of their own right.
        treaty: whether it stands in a treaty that is annexed to the document.
        statement: whether it stands in what others have stated, annexed by the Council.
    """

    label: str
    part: Part
    start: int
    end: int
    items: list[Node] = field(default_factory=list)
    series: str = ""
    principle: bool = False
    treaty: bool = False
    statement: bool = False

    def item(self, label: str, start: int, end: int) -> Node:
        """An item below it, of the same part and annex."""
        return Node(
            label,
            self.part,
            start,
            end,
            series=self.series,
            principle=self.principle,
            treaty=self.treaty,
            statement=self.statement,
        )

    def instrument_id(self, document: str) -> str:
        """The id of the instrument that it belongs to: the document, or an annex numbered on its own.

        >>> Node("3", Part.PRINCIPLE, 0, 9, series="guidelines").instrument_id("sres9901")
        'sres9901-annex'
        """
        apart = self.part is not Part.OPERATIVE and self.series and "annex" not in self.label
        return f"{document}-annex" if apart else document


def unnumbered(node: Node) -> bool:
    """Whether a provision is a paragraph without a number, or an item of one.

    >>> unnumbered(Node("annex text 3", Part.OPERATIVE, 0, 9))
    True
    """
    return " text " in f" {node.label}"


def marker(label: str) -> str:
    """The last bracket of a label: `a` of `3(a)`, empty where there is none."""
    match = re.search(r"\(([^()]*)\)$", label)
    return match[1] if match else ""


_ROMAN = [
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
    "xiii",
    "xiv",
    "xv",
    "xvi",
    "xvii",
    "xviii",
    "xix",
    "xx",
    "xxi",
    "xxii",
    "xxiii",
    "xxiv",
    "xxv",
]


def _letters() -> Sequence[str]:
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    return [*alphabet, *(letter * 2 for letter in alphabet)]


_ALPHA = _letters()


def follows(before: str, label: str) -> bool:
    """Whether a letter, roman or arabic number comes right after another.

    >>> follows("a", "b"), follows("h", "i"), follows("ii", "iii"), follows("a", "c"), follows("", "a")
    (True, True, True, False, False)
    """
    if before.isdigit() and label.isdigit():
        return int(label) == int(before) + 1
    return any(
        before in row and label in row and row.index(label) == row.index(before) + 1
        for row in (_ALPHA, _ROMAN)
    )


def begins(label: str) -> bool:
    """Whether a label begins a list."""
    return label in {"a", "i", "1", "aa"}


def alike(one: str, other: str) -> bool:
    """Whether two labels belong to one kind of list."""
    return any(one in row and other in row for row in (_ALPHA, _ROMAN)) or (one.isdigit() and other.isdigit())


def every(nodes: Sequence[Node]) -> Iterator[Node]:
    """All provisions and items, each before its items."""
    for node in nodes:
        yield node
        yield from every(node.items)


_SECTIONED = re.compile(r"(annex.*? )(?:[IVXL]+|[A-H])\.(\d+)")


def drop_needless_sections(nodes: Sequence[Node]) -> None:
    """Names a paragraph of an annex by its section only where numbers begin anew in each section."""
    for series in {node.series for node in nodes if node.series}:
        own = [node for node in nodes if node.series == series and _SECTIONED.fullmatch(node.label)]
        plain = [_SECTIONED.sub(r"\1\2", node.label) for node in own]
        others = {node.label for node in nodes if node.series == series}
        if len(set(plain)) == len(plain) and others.isdisjoint(plain):
            for node, label in zip(own, plain, strict=True):
                _rename(node, len(node.label), label)


def point_numbers(nodes: Sequence[Node]) -> None:
    """Joins the number of a paragraph to that of its annex by a point: `annex II.3`."""
    for node in nodes:
        before = f"{node.series} "
        if node.series.startswith("annex ") and node.label.startswith(before):
            rest = node.label[len(before) :]
            if rest[:1].isdigit():
                _rename(node, len(before), f"{node.series}.")


def name_part(nodes: Sequence[Node], part: str) -> None:
    """Names the operative paragraphs found so far by the part of the resolution in which they stand."""
    for node in nodes:
        if node.part is Part.OPERATIVE and not node.series:
            node.series = part
            _rename(node, 0, f"{part} ")
            for item in every(node.items):
                item.series = part


def _rename(node: Node, length: int, label: str) -> None:
    """Puts a new label before what the items of a provision add to it."""
    node.label = label + node.label[length:]
    for item in node.items:
        _rename(item, length, label)
