"""Where the words of a block are put: provisions, and items at their level below them."""

from __future__ import annotations

import re
from functools import cached_property

from obligraph.extract.blocks import Block, Mark
from obligraph.extract.inline import opens_operative, split_numbers, split_recitals
from obligraph.extract.kind import Source
from obligraph.extract.naming import Names, State
from obligraph.extract.numbering import Node, alike, begins, follows, marker
from obligraph.rules.words import InstrumentKind, Part

MOST_NESTED = 8
"""How deep items stand inside each other, which texts do three or four deep; a deeper one stands beside."""
_FIRST = re.compile(r"(?:^|[;,.] )[ \t]*1\.\s+[A-Z]", re.MULTILINE)
"""The first numbered paragraph."""
_ANNEX = re.compile(r"^[ \t*#]*(?:ANNEX|Annex)\b[^\n]{0,80}$", re.MULTILINE)
_ITEM_AT_ONCE = re.compile(r"\s*\((a|i)\)\s+(?=\S)")
"""The first item in the line of its number: "4. (a) Requests"."""


class Placing:
    """The provisions of one document as far as it is read.

    Attributes:
        text: the mended text, page furniture blanked.
        source: what the document is.
        found: the provisions so far, in the order in which they stand.
        state: which part of the document is open, with the provision and items that are.
        names: how provisions are called.
    """

    def __init__(self, text: str, source: Source) -> None:
        self.text = text
        self.source = source
        self.found: list[Node] = []
        self.state = State()
        self.names = Names(text, source)

    def _paragraph(self, block: Block) -> None:
        """A numbered paragraph, with those that follow in the same line."""
        for start, end, number in split_numbers(self.text, block.start, block.end, self.state.last):
            self.state.last = number
            part, label = self.names.named(self.state, str(number))
            item = _ITEM_AT_ONCE.match(self.text, start, end)
            stop = start if item else end
            self._add(Node(label, part, start, stop, principle=part is Part.PRINCIPLE))
            if item:
                self._place(Block(Mark.LETTER, item[1], item.end(), end, item.start()))

    def _stand_in(self, block: Block) -> None:
        """An empty paragraph to hold items whose chapeau is lost or stands unnumbered."""
        label = self.state.article if self.state.region == "articles" else self.state.scope
        part = Part.OPERATIVE if self.state.region == "articles" else Part.PRINCIPLE
        self._add(Node(label, part, block.at, block.at, principle=part is Part.PRINCIPLE))

    def _place(self, block: Block) -> None:
        """Hangs an item at its level: after its sibling, else below the last item."""
        path = self.state.open
        for depth in range(len(path) - 1, 0, -1):
            if follows(marker(path[depth].label), block.label):
                del path[depth:]
                break
        else:
            if len(path) > 1 and not begins(block.label):
                while len(path) > 2 and not alike(marker(path[-1].label), block.label):
                    path.pop()
                path.pop()
        del path[MOST_NESTED:]
        parent = path[-1]
        label = parent.label
        if parent.series and label == f"{parent.series} text 1":
            label = parent.series
        node = parent.item(f"{label}({block.label})", block.start, block.end)
        parent.items.append(node)
        path.append(node)

    def _is_subheading(self, block: Block) -> bool:
        """Whether a letter opens a heading of its own behind a closed paragraph, and no item."""
        own = self.text[block.start : block.end].strip()
        short = len(own) < 80 and own[:1].isupper() and own[-1:] not in {".", ";", ":", ","}
        return short and bool(self.state.annex) and self.text[: block.at].rstrip().endswith(".")

    def _recitals(self, start: int, end: int) -> None:
        """Preambular recitals; a copy in one line runs on into the operative paragraphs."""
        numbers = list(split_numbers(self.text, start, end, 0))
        if numbers and numbers[0][2] == 0:
            start_of_first, first_end, _ = numbers.pop(0)
            for begin, stop in split_recitals(self.text, start_of_first, first_end):
                if not self.text[begin:stop].strip(" ,\n"):
                    continue
                count = sum(node.part is Part.PREAMBLE for node in self.found) + 1
                self.found.append(Node(f"P{count}", Part.PREAMBLE, begin, stop))
                if opens_operative(self.text[begin : begin + 80]) and not self._numbers_follow:
                    self.found[-1].part, self.found[-1].label = self.names.named(self.state, "1")
                    self.found[-1].series = self.state.annex
                    self.state.region, self.state.last = "operative", 1
                    self.state.open = [self.found[-1]]
        for begin, stop, number in numbers:
            self.state.region, self.state.last = "operative", number
            self._add(Node(str(number), Part.OPERATIVE, begin, stop))

    def _treaty_recital(self, block: Block) -> None:
        """A recital, or other words before the first article, of a treaty in an annex."""
        series = self.state.annex
        count = sum(node.part is Part.PREAMBLE and node.series == series for node in self.found) + 1
        self._add(Node(f"{series} P{count}", Part.PREAMBLE, block.start, block.end))
        self.state.open = []

    def _recital_between(self, block: Block) -> None:
        """A recital that opens a further part of a resolution, between its operative paragraphs."""
        count = sum(node.part is Part.PREAMBLE for node in self.found) + 1
        self.found.append(Node(f"P{count}", Part.PREAMBLE, block.start, block.end))
        self.state.open = []

    @property
    def _numbers_follow(self) -> bool:
        """Whether what is being read, the main text or what its annexes hold, numbers its paragraphs."""
        in_text, in_annexes = self._numbered
        return in_annexes if self.state.annexed_at else in_text

    @cached_property
    def _numbered(self) -> tuple[bool, bool]:
        """Whether the main text, and whether the annexes of a document, number their paragraphs."""
        annex = _ANNEX.search(self.text)
        cut = annex.start() if annex else len(self.text)
        return _FIRST.search(self.text, 0, cut) is not None, _FIRST.search(self.text, cut) is not None

    def _narrative(self, block: Block) -> None:
        state = self.state
        state.narrative += 1
        state.open = []
        series = f"{state.annex} " if state.annex else ""
        part = Part.OPERATIVE if state.annex and not self.names.annex_of_principles else Part.NARRATIVE
        node = Node(f"{series}text {state.narrative}", part, block.start, block.end)
        self._add(node)
        opens_list = self.text[: block.end].rstrip().endswith(":")
        state.open = [] if state.annex and not opens_list else state.open

    def _article_words(self, block: Block) -> None:
        state = self.state
        if state.open:
            self._extend(block)
        else:
            self._add(Node(state.article, Part.OPERATIVE, block.start, block.end))

    def _principle_words(self, block: Block) -> None:
        state = self.state
        if state.open and not state.open[0].items:
            head = state.open[0]
            if head.end == head.start:
                head.start = block.start
            head.end = block.end
        elif state.open:
            self._leave_scope()
            self._narrative(block)

    def _awaits_words(self) -> bool:
        """Whether a principle has been headed and its words are still to come."""
        head = self.state.open[0] if self.state.open else None
        return (
            head is not None
            and bool(self.state.scope)
            and not head.items
            and not self.text[head.start : head.end].strip()
        )

    def _leave_scope(self) -> None:
        """Ends a principle, so that what follows is narrative."""
        if self.source.kind is InstrumentKind.PRINCIPLES:
            self.state.scope, self.state.open = "", []

    def _add(self, node: Node) -> None:
        node.series = self.state.annex
        node.treaty = self.state.treaty
        node.statement = self.state.statement
        self.found.append(node)
        self.state.open = [node]

    def _extend(self, block: Block) -> None:
        """Adds words to the provision or item that is open; a number in them begins a further one."""
        if not self.state.open:
            return
        first, *more = split_numbers(self.text, block.start, block.end, self.state.last)
        own = self.text[first[0] : first[1]].strip()
        if not more or not (len(own) < 150 and own[:1].isupper() and own[-1:] not in {".", ";"}):
            self.state.open[-1].end = first[1]
        for start, end, number in more:
            self.state.last = number
            part, label = self.names.named(self.state, str(number))
            self._add(Node(label, part, start, end))
