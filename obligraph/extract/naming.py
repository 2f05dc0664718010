"""Where the walk over a document stands, and how it names the paragraphs that it finds there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from obligraph.extract.kind import Source
from obligraph.extract.numbering import Node
from obligraph.rules.words import InstrumentKind, Part

_PRINCIPLE_HEADS = re.compile(r"^[ \t*#]*(?:Guiding )?(?:Principle|Guideline|Rule) \d+", re.MULTILINE)
_ANNEX_TITLE = re.compile(
    r"^[ \t*#]*(?:ANNEX|Annex)\b[^\n]{0,40}\n(?:[^\n]{0,200}\n){0,4}?[^\n]{0,160}\b(?:Guidelines|Principles|"
    r"Rules|Code of Conduct)\b",
    re.MULTILINE,
)


@dataclass(slots=True)
class State:
    """Where the walk over the blocks stands."""

    region: str = "masthead"
    last: int = 0
    annex: str = ""
    annexes: int = 0
    annexed_at: int = 0
    treaty: bool = False
    statement: bool = False
    section: str = ""
    scope: str = ""
    rule: bool = False
    introduction: bool = False
    article: str = ""
    clause: str = ""
    narrative: int = 0
    closed: bool = False
    open: list[Node] = field(default_factory=list)


class Names:
    """The names of numbered paragraphs in one document."""

    def __init__(self, text: str, source: Source) -> None:
        self.text = text
        self.source = source

    def named(self, state: State, number: str) -> tuple[Part, str]:
        """The part in which a numbered paragraph stands, and its full label."""
        kind = self.source.kind
        if state.region == "articles":
            return Part.OPERATIVE, f"{state.article}({number})" if state.article else number
        if kind is InstrumentKind.PRINCIPLES:
            if state.scope:
                return Part.PRINCIPLE, f"{state.scope}({number})"
            return Part.NARRATIVE, f"para {number}"
        if state.annex:
            return self._in_annex(state, number)
        if kind is InstrumentKind.GUIDELINES:
            return Part.NARRATIVE, number
        return Part.OPERATIVE, number

    def _in_annex(self, state: State, number: str) -> tuple[Part, str]:
        if state.scope:
            return Part.PRINCIPLE, f"{state.scope}({number})" if state.rule else number
        section = f"{state.section}." if state.section else ""
        full = f"{state.annex} {section}{number}"
        if self._headed_principles:
            return Part.NARRATIVE, number
        if self._titled_principles:
            return Part.NARRATIVE if state.introduction else Part.PRINCIPLE, full
        return Part.OPERATIVE, full

    @property
    def annex_of_principles(self) -> bool:
        """Whether the document's annex holds principles, rules or guidelines."""
        return self._headed_principles or self._titled_principles

    @cached_property
    def _headed_principles(self) -> bool:
        """Whether principles, rules or guidelines stand under headings with their numbers."""
        return len(_PRINCIPLE_HEADS.findall(self.text)) >= 2

    @cached_property
    def _titled_principles(self) -> bool:
        """Whether the title of the first annex speaks of principles, rules or guidelines."""
        return _ANNEX_TITLE.search(self.text) is not None
