"""Second stage of layout: which part of a document each block belongs to, and what it is there."""

from __future__ import annotations

import re

from obligraph.extract.annexes import holds_statement, holds_treaty, opens_declaration
from obligraph.extract.blocks import Block, Mark, blocks
from obligraph.extract.inline import opens_operative, split_items
from obligraph.extract.kind import ENACTING, Source
from obligraph.extract.naming import State
from obligraph.extract.numbering import (
    FURTHEST,
    Node,
    begins,
    drop_needless_sections,
    follows,
    marker,
    name_part,
    point_numbers,
    unnumbered,
)
from obligraph.extract.placing import Placing
from obligraph.rules.words import InstrumentKind, Part

_RECITES = re.compile(
    r"\s*(?:[A-Z][a-z]+ly )?(?:[A-Za-z][a-z]+ing|Determined|[Cc]oncerned|Convinced|Mindful|Aware|"
    r"[Aa]larmed) [^;:]*,\s*"
)
"""A recital: it opens with a participle and ends with a comma."""


_ADOPTS = re.compile(r"\b[Aa]dopts the following resolution ?:\s*\Z")
"""The words of the oldest resolutions before paragraphs with great letters."""
_SPOKEN = re.compile(r"\s*[“”\"]?The (?:United Nations )?(?:Security )?Council\b")
_QUOTED = re.compile(r"\s*[“”\"] ?(?=[A-Z][a-z]+ )")
"""The openings of a paragraph of a statement: each paragraph opens the quotation anew."""

_PART_LETTER = re.compile(r"^[ \t]*([B-H])[ \t]*$", re.MULTILINE)
_PART_A = re.compile(r"^[ \t]*A[ \t]*$", re.MULTILINE)
"""The letter alone on a line that heads a part of a resolution."""
_HEADED = re.compile(
    r"[\s*_#]*(?P<kind>Action|Commitment|Decision|Pledge) (?P<number>\d{1,3})[.:][\s*_]+(?P<words>We )"
)
"""A numbered heading that promises."""


_ROMAN = re.compile(r"[IVXL]+\.?")
FEW = 4
"""Paragraphs behind the closing one that may introduce the numbers that follow."""
_SAYS = re.compile(r"\b(?:shall|should|must|[Ww]e)\b|\bwill [^.;:]* the following [a-z ]+:\s*\Z")
"""Words of a paragraph of an annex that is short and yet no heading."""
_PROCEDURE = re.compile(r"\s*(?!See\b|Ibid|Official|Adopted|Resolution|Same)[A-Z][a-z]+ [a-z][^\n]{20,}")
"""The first numbered words of a procedure, and no footnote."""
_ASKS = re.compile(r"\b(?:shall|should|must|undertakes?|agrees?)\b")


def provisions(text: str, source: Source) -> list[Node]:
    """The provisions of a text without page furniture, in the order in which they stand.

    Args:
        text: the mended text, page furniture blanked.
        source: what the document is.
    """
    walk = _Walk(text, source)
    for block in blocks(text, pointed=source.kind is InstrumentKind.TREATY or _pointed(text)):
        walk.take(block)
    found = _with_words(text, walk.found)
    drop_needless_sections(found)
    point_numbers(found)
    for node in found:
        split_items(text, node)
    return found


def _pointed(text: str) -> bool:
    """Whether lines begin with a letter and a point, at least the first two of a list."""
    return any(pointed.search(text) for pointed in _POINTED_LISTS)


_POINTED_LISTS = (
    re.compile(r"\n[ \t]*a\.[ \t]+[A-Za-z](?:[^\n]*\n){1,12}?[ \t]*b\.[ \t]+[A-Za-z]"),
    re.compile(
        r"the following:\s*^[ \t]*i\.[ \t]+[A-Za-z](?:[^\n]*\n){1,12}?[ \t]*ii\.[ \t]+[A-Za-z]",
        re.MULTILINE,
    ),
)
"""Each opens with plain letters, by which it is found fast."""


def _with_words(text: str, nodes: list[Node]) -> list[Node]:
    """The provisions and items of which more than a stray letter is left."""
    for node in nodes:
        node.items = _with_words(text, node.items)
    return [node for node in nodes if node.items or len(text[node.start : node.end].strip()) > 2]


class _Walk(Placing):
    """One walk over the blocks of a document."""

    def __init__(self, text: str, source: Source) -> None:
        super().__init__(text, source)
        self.behind: list[Block] = []
        self.stated = source.symbol.startswith("S/PRST/")
        self.enacted = not self.stated and ENACTING.search(text) is not None
        if source.kind in {InstrumentKind.PRINCIPLES, InstrumentKind.GUIDELINES}:
            self.state.region = "body"
        elif not self.enacted:
            self.state.region = "body" if source.kind is InstrumentKind.RESOLUTION else "masthead"

    def take(self, block: Block) -> None:
        """Puts one block where it belongs."""
        if self.state.region == "after":
            return
        handler = {
            Mark.ANNEX: self._annex,
            Mark.ARTICLE: self._article,
            Mark.PRINCIPLE: self._principle,
            Mark.NUMBER: self._number,
            Mark.LETTER: self._letter,
            Mark.SECTION: self._section,
            Mark.HEADING: self._heading,
            Mark.NOTE: self._note,
            Mark.TEXT: self._words,
            Mark.FORMULA: self._formula,
        }[block.mark]
        handler(block)

    # markers of parts

    def _annex(self, block: Block) -> None:
        if self.state.region == "masthead" and self.source.kind is not InstrumentKind.PRINCIPLES:
            return
        self.state.annexes += 1
        label = block.label if block.mark is Mark.ANNEX else ""
        name = label or ("" if self.state.annexes == 1 else str(self.state.annexes))
        closed = self.source.kind is InstrumentKind.PRINCIPLES
        self.state = State(
            "body" if closed else "annex",
            annex="" if closed else f"annex {name}".strip(),
            annexes=self.state.annexes,
            annexed_at=block.end,
            treaty=not closed and holds_treaty(self.text, block.at, self.source),
            statement=not closed and holds_statement(self.text, block.at, self.source),
        )

    def _article(self, block: Block) -> None:
        if self.source.kind is not InstrumentKind.TREATY and not self.state.treaty:
            self._words(block)
            return
        name = f"{self.state.annex} {block.label}" if self.state.treaty else block.label
        self.state.region, self.state.article, self.state.last = "articles", name, 0
        self.state.open = []
        rest = self.text[block.start : block.end].strip()
        if len(rest) > 160 or rest.endswith((".", ";", ":")):
            self._words(block)

    def _principle(self, block: Block) -> None:
        self.state.region = "body" if self.state.region == "masthead" else self.state.region
        self.state.scope, self.state.open = block.label, []
        self.state.rule = self.text[block.at : block.start].lstrip(" \t#*").lower().startswith("rule")
        if self.source.kind is InstrumentKind.PRINCIPLES:
            node = Node(block.label, Part.PRINCIPLE, block.start, block.end, principle=True)
            rest = self.text[block.start : block.end].strip()
            if len(rest) < 80 and not re.search(r"\bshould\b", rest):
                node.end = node.start
            self._add(node)

    def _section(self, block: Block) -> None:
        rest = self.text[block.start : block.end].strip()
        if self._is_lettered(block):
            self.state.region, self.state.clause = "operative", block.label
            self._add(Node(block.label, Part.OPERATIVE, block.start, block.end))
            return
        if len(rest) > 200 or (rest.endswith((".", ";", ":")) and len(rest) > 90):
            self._words(block)
            return
        self._leave_scope()
        self._notes_introduction(rest)
        self.state.section = block.label

    def _is_lettered(self, block: Block) -> bool:
        """Whether a paragraph with a great letter is the next of a resolution that adopts such paragraphs.

        In a scan of two columns the same letters come again in the other language, out of their order.
        """
        state = self.state
        if state.closed or state.annex:
            return False
        if not state.clause and state.region in {"preamble", "operative"}:
            return (
                block.label == "A" and _ADOPTS.search(self.text, max(0, block.at - 60), block.at) is not None
            )
        return bool(state.clause) and ord(block.label[0]) == ord(state.clause) + 1 and len(block.label) == 1

    def _heading(self, block: Block) -> None:
        words = self.text[block.start : block.end].strip()
        self._notes_introduction(words)
        if self._in_declaration() and _ROMAN.fullmatch(words):
            self.state.region, self.state.section, self.state.last = "operative", words, 0
            self.state.open = []
        elif self.state.region == "operative" and (opens_operative(words) or _HEADED.match(words)):
            self._words(block)
        elif self._awaits_words():
            self._principle_words(block)
        elif self._closes(words):
            self.state.closed = True
        elif self.state.region in {"body", "annex"} and self.source.kind is not InstrumentKind.RESOLUTION:
            self._leave_scope()

    def _notes_introduction(self, words: str) -> None:
        """Marks where an introduction begins and ends, by its heading."""
        self.state.introduction = words.lower().startswith(
            ("introduction", "preamble", "preliminary", "preface")
        )

    def _note(self, block: Block) -> None:
        if self.source.kind is InstrumentKind.PRINCIPLES:
            self._leave_scope()

    # paragraphs

    def _number(self, block: Block) -> None:
        number = int(block.label)
        state = self.state
        if self.stated and _SPOKEN.match(self.text, block.start, block.end):
            state.region, state.last = "statement", number - 1
            self._statement(block)
            return
        if state.region == "preamble" and (
            number == 1 or (not state.last and number <= FURTHEST and self._opens(block))
        ):
            state.region = "operative"
        if state.region == "masthead":
            return
        if number == 1 and self._unheaded_annex(block):
            self._open_unheaded(block)
        if state.region == "preamble":
            self._words(block)
        else:
            self._place_number(block, number)

    def _place_number(self, block: Block, number: int) -> None:
        """Puts a numbered paragraph behind the preamble: in its series, a list, or the words before it."""
        state = self.state
        if state.clause and not self._opens(block):
            return
        if self._counts_items(block):
            self._place(block)
        elif state.last < number <= state.last + FURTHEST or self._restarts(number):
            state.last = number
            state.closed = False
            self._paragraph(block)
        elif state.open and not state.closed:
            self._extend(block)

    def _open_unheaded(self, block: Block) -> None:
        """Opens an annex that has no heading, with the few words that introduce it."""
        behind, self.behind = self.behind, []
        self._annex(block)
        for one in behind if len(behind) <= FEW else ():
            self._words(one)

    def _unheaded_annex(self, block: Block) -> bool:
        """Whether numbers that begin anew behind the closing paragraph open an annex without its heading."""
        state = self.state
        apart = state.region == "operative" and state.closed and not state.annex
        return apart and _PROCEDURE.match(self.text, block.start, block.end) is not None

    def _counts_items(self, block: Block) -> bool:
        """Whether a number counts an item of an article whose words, without a number, open a list."""
        state = self.state
        if state.region != "articles" or not state.open or state.open[0].label != state.article:
            return False
        if len(state.open) > 1:
            return follows(marker(state.open[1].label), block.label)
        own = self.text[state.open[0].start : state.open[0].end].rstrip()
        return block.label == "1" and own.endswith(":") and _ASKS.search(own) is not None

    def _opens(self, block: Block) -> bool:
        return opens_operative(self.text[block.start : block.start + 80])

    def _restarts(self, number: int) -> bool:
        """Whether a number that falls back begins a new series."""
        return number == 1 and self.state.region not in {"operative", "preamble"}

    def _letter(self, block: Block) -> None:
        """A lettered item of the paragraph before it."""
        state = self.state
        if state.region == "preamble":
            self._words(block)
            return
        if not state.open:
            if state.region == "articles" or (state.region == "body" and state.scope):
                self._stand_in(block)
            else:
                return
        if self._is_reference(block):
            self._extend(block)
        elif not self._is_subheading(block):
            self._place(block)

    def _is_reference(self, block: Block) -> bool:
        """Whether a letter that opens a line only goes on with its sentence: "paragraphs 3 / (c) and 4"."""
        before = self.text[: block.at].rstrip()
        return len(self.state.open) == 1 and not begins(block.label) and before[-1:].isalnum()

    def _words(self, block: Block) -> None:
        """A paragraph without a number."""
        state = self.state
        own = self.text[block.start : block.end]
        if state.region == "masthead":
            self._masthead(block, own)
        elif state.region == "preamble":
            self._recitals(block.start, block.end)
        elif state.region == "statement":
            self._statement(block)
        elif state.region == "operative":
            self._operative_words(block, own)
        else:
            self._body_words(block, own)

    def _formula(self, block: Block) -> None:
        """The formula that opens a preamble; the recitals may follow in the same line."""
        match = None if self.stated else ENACTING.match(self.text, block.start, block.end)
        if self.state.annex and self.state.region == "annex":
            first = not any(node.series for node in self.found)
            if first and opens_declaration(self.text, self.state.annexed_at, block.start, self.source):
                self.state.region = "preamble"
                self._recitals(match.end() if match else block.start, block.end)
            else:
                self._next_document()
            return
        if self.state.region == "operative" and self.found:
            self._further_resolution(block)
            return
        if self.found or match is None:
            self._words(block)
            return
        self.state.region = "preamble"
        self._recitals(match.end(), block.end)

    def _in_declaration(self) -> bool:
        """Whether what the body declares in an annex is being read, its paragraphs without numbers."""
        declares = self.state.annex.startswith("annex") and self.state.region in {"preamble", "operative"}
        return declares and not self._numbers_follow

    def _next_document(self) -> None:
        """A formula behind an annex opens another document, of which nothing is read."""
        self.state = State("after")

    def _further_resolution(self, block: Block) -> None:
        """A formula behind operative paragraphs: this very resolution, a part of it, or another one."""
        between = self.text[self.found[-1].end : block.at]
        number = re.escape(self.source.symbol.rpartition("RES/")[2].split(" ")[0])
        if re.search(rf"^\W*(?:[Rr]esolution |RESOLUTION )?{number}\b(?! ?/)", between, re.MULTILINE):
            self.found.clear()
            self.state = State("preamble")
        elif part := _PART_LETTER.search(between):
            if part[1] == "B" and _PART_A.search(self.text, 0, self.found[0].start):
                name_part(self.found, "part A")
            self.state = State("preamble", annex=f"part {part[1]}")
        else:
            self._next_document()
            return
        match = ENACTING.match(self.text, block.start, block.end)
        self._recitals(match.end() if match else block.start, block.end)

    def _masthead(self, block: Block, own: str) -> None:
        if self.source.kind is InstrumentKind.TREATY:
            if re.search(
                r"\b(?:Having |Have |have )agreed\b|Part(?:y|ies)\b.{0,200}\b(?:Having|Considering|"
                r"Recalling)",
                own,
            ):
                self._recitals(block.start, block.end)
        elif self.source.kind is InstrumentKind.DECLARATION and (
            _SPOKEN.match(own) or (_QUOTED.match(own) and "Council" in own)
        ):
            self.state.region = "statement"
            self._statement(block)

    def _statement(self, block: Block) -> None:
        own = self.text[block.start : block.end]
        if _SPOKEN.match(own) or _QUOTED.match(own):
            self.state.last += 1
            self._add(Node(str(self.state.last), Part.OPERATIVE, block.start, block.end))
        elif self.state.open:
            self._extend(block)

    def _operative_words(self, block: Block, own: str) -> None:
        state = self.state
        if state.closed or self._closes(own):
            if state.closed:
                self.behind.append(block)
            state.closed = True
        elif headed := _HEADED.match(own):
            start = block.start + headed.start("words")
            self._add(Node(f"{headed['kind'].lower()} {headed['number']}", Part.OPERATIVE, start, block.end))
        elif opens_operative(own.lstrip()[:80]) and not self._numbers_follow:
            state.last += 1
            part, label = self.names.named(state, str(state.last))
            self._add(Node(label, part, block.start, block.end))
        elif state.open and _RECITES.fullmatch(own):
            self._recital_between(block)
        elif state.open and not self.text[state.open[-1].start : state.open[-1].end].rstrip().endswith("."):
            self._extend(block)

    def _closes(self, own: str) -> bool:
        """Whether words end the operative part."""
        if self.state.region not in {"operative", "statement"}:
            return False
        if re.match(
            r"\s*(?:\d+(?:st|nd|rd|th) (?:plenary )?meeting|Adopted (?:at|by|unanimously)|Topics\b|Notes?\b)",
            own,
        ):
            return True
        return bool(self.found) and "seized of" in self.text[self.found[-1].start : self.found[-1].end]

    def _awaits_items(self) -> bool:
        """Whether an unnumbered paragraph of an annex stands open only for a list below it."""
        return len(self.state.open) == 1 and unnumbered(self.state.open[0]) and not self.state.open[0].items

    def _body_words(self, block: Block, own: str) -> None:
        """Unnumbered words in articles, annexes, principles and guidelines."""
        state = self.state
        if state.region == "articles":
            self._article_words(block)
        elif state.treaty:
            self._treaty_recital(block)
        elif state.scope and self.source.kind is InstrumentKind.PRINCIPLES:
            self._principle_words(block)
        elif state.scope and state.rule and state.annex and not state.open:
            self._add(Node(state.scope, Part.PRINCIPLE, block.start, block.end, principle=True))
        elif (
            state.annex
            and state.open
            and not self._awaits_items()
            and not self.text[: state.open[-1].end].rstrip().endswith(".")
        ):
            self._extend(block)
        elif len(own.strip()) > 60 or _SAYS.search(own):
            self._narrative(block)
