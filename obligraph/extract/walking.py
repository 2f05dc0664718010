"""The clauses of provisions and items, each read under what governs it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from obligraph.extract.actors import Actors, actors
from obligraph.extract.bearers import introduced
from obligraph.extract.clausal import PRODUCT
from obligraph.extract.decisions import MANDATE
from obligraph.extract.draft import NOBODY, Bearers, Draft, Frame
from obligraph.extract.framing import saves
from obligraph.extract.grammar import before_verb, clauses
from obligraph.extract.inheriting import (
    REMARK_ITEM,
    aims,
    already_said,
    asks_each,
    bearing,
    clause_cut,
    decided_that,
    decides_each,
    determines_each,
    governing,
    item_draft,
    listing,
    lower_first,
    open_statement,
    reaches,
    reporter,
    shifted,
    wants_reports,
    without_link,
)
from obligraph.extract.inline import opens_operative
from obligraph.extract.kind import Source
from obligraph.extract.lexicon import ADVERB, Family, Verb, lexicon, lookup, pattern
from obligraph.extract.lists import base_verbs, items_are_own, items_are_sentences, tells_others
from obligraph.extract.marks import Manner, sentences
from obligraph.extract.meant import antecedent
from obligraph.extract.numbering import Node, every, unnumbered
from obligraph.extract.passage import Passage, passage
from obligraph.extract.region import trim
from obligraph.rules.words import InstrumentKind, Issuer, Part


@dataclass(frozen=True, slots=True)
class Placed:
    """A draft with the provision and the passage in which it stands."""

    draft: Draft
    node: Node
    passage: Passage


_OWN_MODAL = re.compile(r"\W*(?:Shall|Should|Must|May)\b")
"""An item whose modal lacks a subject: it stands before the list."""
_FOUNDS = re.compile(
    r"establish(?:(?<= to establish)|(?<= establish)es|(?<=the establish)ment of)\s"
    r"(?:[^;]{0,120}?\b(?:Mission|Operation|Force)|(?:the )?(?:MINU|UN)[A-Z]{2,})\b"
)
"""Words by which a text founds a mission."""
_FOLLOWING_TASKS = re.compile(r"\bthe following (?:[a-z]+ )?(?:tasks|functions|responsibilities):\s*\Z")
"""The end of a paragraph without a number, whose numbered paragraphs are tasks: "1. Receive"."""
_FIRST_WORD = re.compile(r"\W*(?:[A-Z][a-z]+ly )?([A-Za-z-]+)")


class Walker:
    """Reads the provisions of one document, each under what governs it."""

    def __init__(self, text: str, source: Source) -> None:
        self.text = text
        self.source = source
        self.actors: Actors = actors(source.kind is InstrumentKind.TREATY)
        self.pending: Draft | None = None
        self.tasks = False
        self.founds = _FOUNDS.search(text) is not None
        self.arranges = source.issuer is Issuer.SECURITY_COUNCIL
        self.declared = "We, " in text and _DECLARED.search(text) is not None

    def all(self, nodes: Iterable[Node]) -> Iterator[Placed]:
        """The drafts of all provisions; a provision without any gets one that says so."""
        for node in nodes:
            if node.part is Part.PREAMBLE:
                yield self._recital(node)
                continue
            placed = [one for one in self._provision(node) if one.draft.end > one.draft.start]
            chapeau = self.pending is not None and unnumbered(node)
            if not placed and node.part is Part.OPERATIVE and not chapeau:
                flat = passage(self.text, node.start, node.end)
                placed = [Placed(_nothing(flat), node, flat)]
            yield from placed

    def _provision(self, node: Node) -> Iterator[Placed]:
        if unnumbered(node) and not node.items:
            flat = passage(self.text, node.start, node.end)
            found = self._clauses(node, flat.text)
            if flat.text.endswith(":") and found:
                self.pending = found.pop()
            else:
                self.pending = None
            self.tasks = _FOLLOWING_TASKS.search(flat.text) is not None
            yield from (Placed(draft, node, flat) for draft in found)
            return
        follows_on = _TO_ITEM.match(self.text, node.start, node.end) and not _OWN_SUBJECT.match(
            self.text, node.start, node.end
        )
        first = _FIRST_WORD.match(self.text, node.start, node.end) if self.tasks else None
        follows_on = follows_on or (first is not None and first[1].lower() in base_verbs())
        inherits = self.pending if node.series and follows_on else None
        yield from self._node(node, inherits, NOBODY)

    def _recital(self, node: Node) -> Placed:
        flat = passage(self.text, node.start, node.end)
        first = _FIRST_WORD.match(flat.text)
        verb = first[1].lower() if first else ""
        end = len(flat.text.rstrip(" ,;."))
        return Placed(Draft(verb, verb, Frame.NONE, 0, 0, end, words=verb), node, flat)

    def _manner(self, node: Node) -> Manner:
        resolution = self.source.kind in {InstrumentKind.RESOLUTION, InstrumentKind.DECLARATION}
        return Manner(
            operative=resolution and node.part is Part.OPERATIVE and self._speaks_as_body(node),
            reports=node.part is Part.NARRATIVE,
            arranges=self.arranges and "annex" in node.series and not node.treaty and not node.statement,
        )

    def _speaks_as_body(self, node: Node) -> bool:
        """Whether the body itself may speak in a provision: in its text, parts, or an annex of its words."""
        if not node.series or node.series.startswith("part "):
            return True
        return not node.treaty and opens_operative(
            self.text[node.start : min(node.end, node.start + 80)].lstrip(), noun=False
        )

    def _clauses(self, node: Node, text: str, last: Bearers = NOBODY) -> list[Draft]:
        if self.declared and _bare_verb().match(text):
            found = clauses(f"We {text[0].lower()}{text[1:]}", self.actors, self._manner(node), last)
            return [shifted(draft, -3) for draft in found]
        found = clauses(text, self.actors, self._manner(node), last)
        return [self._as_founded(draft) for draft in found] if self.founds else found

    def _as_founded(self, draft: Draft) -> Draft:
        """A mandate given in the text that founds the mission is part of the founding."""
        given = MANDATE in draft.words
        return replace(draft, frame=Frame.OWN, bearers=Bearers(("council",))) if given else draft

    def _node(self, node: Node, chapeau: Draft | None, last: Bearers, spoken: str = "") -> Iterator[Placed]:
        """The drafts of a provision or item and of its items.

        Args:
            node: the provision or item.
            chapeau: the clause that governs it.
            last: the bearers named before it.
            spoken: the words "Decides that" where each item goes on from them with a subject of its own.
        """
        flat = passage(self.text, node.start, node.end)
        if spoken:
            drafts = self._after(spoken, node, flat.text, last)
        elif chapeau:
            drafts = self._governed(node, flat.text, chapeau)
        else:
            drafts = self._clauses(node, flat.text, last) or self._resolved(node, flat.text)
        last = next((d.bearers for d in reversed(drafts) if d.bearers.ids), last)
        if node.items:
            yield from self._with_items(node, drafts, flat, chapeau, last)
        else:
            yield from (Placed(draft, node, flat) for draft in drafts)

    def _with_items(
        self, node: Node, drafts: list[Draft], flat: Passage, chapeau: Draft | None, last: Bearers
    ) -> Iterator[Placed]:
        """The drafts of a provision or item that opens a list, and of its items."""
        if chapeau and REMARK_ITEM.match(flat.text):
            yield from self._items(node, chapeau, last)
            return
        words = [passage(self.text, item.start, item.end).text for item in node.items]
        act = governing(flat.text, drafts) if drafts else None
        if self.source.kind is InstrumentKind.RESOLUTION and all(map(_speaks_up, words)):
            yield from self._speaking(node, drafts, flat)
        elif items_are_sentences(flat.text, words) and not self._carries(flat.text, drafts, words):
            yield from (Placed(draft, node, flat) for draft in drafts)
            yield from self._items(node, None, last)
        elif drafts and not self._own_items(node, drafts, act, flat.text, words):
            yield from self._attached(node, drafts, act, flat)
        else:
            yield from self._listed(node, drafts, act, flat, words, last)

    def _carries(self, text: str, drafts: list[Draft], words: list[str]) -> bool:
        """Whether a chapeau determines or decides what its items, sentences of their own, go on to say."""
        return bool(drafts) and (determines_each(text, drafts[-1]) or decides_each(text, drafts[-1], words))

    def _own_items(
        self, node: Node, drafts: list[Draft], act: Draft | None, text: str, words: list[str]
    ) -> bool:
        """Whether the items below some clauses are clauses of their own."""
        if MANDATE in (act or drafts[-1]).words or aims(text, drafts[-1]) or already_said(text, drafts[-1]):
            return False
        if decides_each(text, drafts[-1], words) or asks_each(text, words) or wants_reports(text):
            return True
        return items_are_own(text, words, principle=node.principle) or determines_each(text, drafts[-1])

    def _items(self, node: Node, chapeau: Draft | None, last: Bearers) -> Iterator[Placed]:
        """The drafts of the items of a list, all under the same words."""
        for item in node.items:
            yield from self._node(item, chapeau, last)

    def _listed(
        self,
        node: Node,
        drafts: list[Draft],
        act: Draft | None,
        flat: Passage,
        words: list[str],
        last: Bearers,
    ) -> Iterator[Placed]:
        """A list of items that are clauses of their own: the last clause before them governs them."""
        head = drafts.pop() if drafts and act is None and reaches(flat.text, drafts[-1]) else act
        if head is not None and flat.text.rstrip(" :").endswith(" that"):
            head = replace(head, words=f"{head.words} ... that")
        yield from (Placed(draft, node, flat) for draft in drafts)
        if head is not None and saves(head, flat.text):
            head = replace(head, frame=Frame.NONE, bearers=NOBODY)
        if head is not None and head.frame is Frame.OWN and self._sets_tasks(flat.text, head):
            head = replace(head, frame=Frame.NONE)
        if head is not None and head.bearers.ids in {(), ("other",)}:
            head = replace(head, bearers=antecedent(flat.text, head, self.actors) or head.bearers)
        whom = introduced(flat.text, self.actors) if head is None and not drafts else NOBODY
        each = asks_each(flat.text, words)
        if each and drafts and not drafts[-1].end > drafts[-1].at + len(each):
            drafts.pop()
        spoken = each or open_statement(flat.text, head)
        if head is not None and decides_each(flat.text, head, words):
            spoken = "Decides that "
        for item, own in zip(node.items, words, strict=True):
            said = spoken or decided_that(own, head)
            for one in self._node(item, None if said else head, last, said):
                told = whom.ids and not one.draft.bearers.ids and _OWN_MODAL.match(one.passage.text)
                yield replace(one, draft=replace(one.draft, bearers=whom)) if told else one

    def _speaking(self, node: Node, drafts: list[Draft], flat: Passage) -> Iterator[Placed]:
        """A list of items that open with operative verbs: nothing of the chapeau governs them."""
        yield from (Placed(without_link(flat.text, draft), node, flat) for draft in drafts)
        asked = (d.bearers for d in reversed(drafts) if d.bearers.ids and d.frame.asks)
        yield from self._items(node, None, next(asked, NOBODY))

    def _sets_tasks(self, text: str, head: Draft) -> bool:
        """Whether an own act gives tasks to a body, so that the list speaks of that body."""
        return any(mention.organ for mention in self.actors.find(text, head.start, head.end))

    def _after(self, spoken: str, node: Node, text: str, last: Bearers) -> list[Draft]:
        """The clauses of an item read as if the words before the list stood before it."""
        shift = len(spoken)
        found = self._clauses(node, spoken + lower_first(text), last)
        return [shifted(draft, -shift) for draft in found if draft.end > shift]

    def _attached(
        self, node: Node, drafts: list[Draft], act: Draft | None, flat: Passage
    ) -> Iterator[Placed]:
        """A list that belongs to its chapeau: the last clause runs on to its end, unless it is a remark.

        Args:
            node: the provision or item.
            drafts: the clauses of its own words.
            act: the act that the list belongs to where the last clause is a remark.
            flat: those words.
        """
        apart = act is not None and not act.frame.asks
        end = max(item.end for item in every(node.items))
        whole = passage(self.text, node.start, end)
        ends = len(whole.text.rstrip(_STOPS)) - self._tail(node)
        owner = act or drafts[listing(flat.text, drafts)]
        for draft in drafts:
            if apart or draft is not owner:
                yield Placed(draft, node, flat)
            else:
                yield Placed(replace(draft, end=trim(whole.text, draft.start, ends)), node, whole)
        within = self._told_rules if tells_others(flat.text) else self._said_within
        for item in every(node.items):
            for one in within(item):
                begin, _ = one.passage.span(one.draft.at, one.draft.end)
                behind = _BLANK_LINE.search(self.text, item.start, begin)
                yield replace(one, node=node) if behind else one
            whose = drafts[-1].bearers if apart else owner.bearers
            yield from self._later_sentences(item) if item.items else self._further_rules(item, whose)

    def _tail(self, node: Node) -> int:
        """How many characters of the last item are further clauses of the body: "and urges X to"."""
        last = list(every(node.items))[-1]
        flat = passage(self.text, last.start, last.end)
        spoken = [one.draft.at for one in self._said_within(last) if one.draft.at > 0]
        return len(flat.text.rstrip(" ;,.")) - before_verb(flat.text, 0, min(spoken)) if spoken else 0

    def _said_within(self, item: Node) -> Iterator[Placed]:
        """What an item of an attached list asks by an operative verb: "..., and requests the Panel to"."""
        flat = passage(self.text, item.start, item.end)
        manner = replace(self._manner(item), governed=True)
        for draft in clauses(flat.text, self.actors, manner):
            spoken = lexicon().thirds.get(draft.words.split(" ...")[0]) is not None
            if draft.frame.asks and spoken and (draft.at > 0 or _speaks_up(flat.text)):
                yield Placed(draft, item, flat)

    def _told_rules(self, item: Node) -> Iterator[Placed]:
        """What an item that somebody is told of lays down: "confirming that: (a) The report should"."""
        flat = passage(self.text, item.start, item.end)
        for draft in self._clauses(item, flat.text):
            if draft.frame is Frame.SHOULD and draft.words == draft.verb:
                yield Placed(draft, item, flat)

    def _further_rules(self, item: Node, whose: Bearers) -> Iterator[Placed]:
        """What further sentences of an item of an attached list lay down: "... . The report shall count".

        Args:
            item: the item.
            whose: those whose report, recommendation or summary the list tells of.
        """
        flat = passage(self.text, item.start, item.end)
        ends = [stop for _, stop in sentences(flat.text, 0, len(flat.text))]
        if len(ends) < 2 or self._manner(item).operative:
            return
        for draft in self._clauses(item, flat.text):
            if draft.at >= ends[0] and draft.frame.asks:
                theirs = not draft.bearers.ids and PRODUCT.search(flat.text, ends[0], draft.at)
                yield Placed(replace(draft, bearers=whose) if theirs else draft, item, flat)

    def _later_sentences(self, item: Node) -> Iterator[Placed]:
        """The clauses that an item of an attached list goes on to make for a list of its own."""
        flat = passage(self.text, item.start, item.end)
        first = next((stop for _, stop in sentences(flat.text, 0, len(flat.text))), 0)
        drafts = [d for d in self._clauses(item, flat.text) if d.at >= first and d.frame.asks]
        if drafts and reaches(flat.text, drafts[-1]):
            yield from (Placed(draft, item, flat) for draft in drafts[:-1])
            for below in item.items:
                yield from self._node(below, drafts[-1], NOBODY)

    # what a chapeau governs

    def _governed(self, node: Node, text: str, chapeau: Draft) -> list[Draft]:
        """The drafts of an item under a chapeau."""
        if _speaks_up(text) and self.source.kind is InstrumentKind.RESOLUTION:
            return self._clauses(node, text)
        own = self._own_verb(text, chapeau)
        if own is not None:
            return own
        report = reporter(text, chapeau, self.actors)
        if report is not None:
            return [report]
        return self._inherited(node, text, chapeau)

    def _resolved(self, node: Node, text: str) -> list[Draft]:
        """A paragraph "To request X to ..." under "Resolves:", as the oldest resolutions have it."""
        if not self._manner(node).operative or not _TO_ITEM.match(text):
            return []
        return _spoken_as_we(text, self.actors) or []

    def _own_verb(self, text: str, chapeau: Draft) -> list[Draft] | None:
        """An item such as "To encourage States to ..." under what the body itself resolves to do."""
        if chapeau.frame not in {Frame.OWN, Frame.PLEDGE}:
            return None
        return _spoken_as_we(text, self.actors)

    def _inherited(self, node: Node, text: str, chapeau: Draft) -> list[Draft]:
        """The first words under the chapeau's verb, and what follows by verbs and modals of its own."""
        manner = replace(self._manner(node), governed=True, told=chapeau.frame is Frame.TO)
        more = [bearing(draft, chapeau) for draft in clauses(text, self.actors, manner, chapeau.bearers)]
        more = [one for one in more if not (saves(one, text) and _PROVISO.search(text, 0, one.at))]
        ends = list(sentences(text, 0, len(text)))
        first = ends[0][1] if ends else len(text)
        inside = [draft for draft in more if draft.at < first]
        found = [item_draft(text, 0, clause_cut(text, inside, first), chapeau)]
        if chapeau.words.endswith("that"):
            spoken = [draft.at for draft in more]
            for begin, stop in ends[1:]:
                if not any(begin <= at < stop for at in spoken) and not _MAY.search(text, begin, stop):
                    found.append(item_draft(text, begin, stop, chapeau))
        return sorted(found + more, key=lambda draft: draft.at)


def _spoken_as_we(text: str, known: Actors) -> list[Draft] | None:
    """The clauses of "To encourage States to ..." as if "We encourage" stood there; None for other words."""
    match = _own_verb_regex().match(text)
    verb = lookup(match["verb"], lexicon().bases) if match else None
    if match is None or verb is None or not _speaks(verb):
        return None
    begin = match.start("verb")
    found = clauses(f"We {text[begin:]}", known, Manner(False))
    return [shifted(draft, begin - 3) for draft in found] or None


def _speaks(verb: Verb) -> bool:
    """Whether an infinitive under "We resolve:" is an operative verb, as in "To encourage States"."""
    if verb.family in {Family.NONE, Family.DECIDE}:
        return verb.base in {"welcome", "take note of"}
    return not (verb.start and verb.family is Family.STRESS)


def _speaks_up(words: str) -> bool:
    """Whether an item opens with an operative verb of its own, written large or small."""
    return opens_operative(words) or opens_operative(words[:1].upper() + words[1:], noun=False)


_STOPS = " ;,.–—•"
"""What may stand behind the last words of a list."""
_PROVISO = re.compile(r",? provided that nothing\b[^;]*\Z")
"""Before words that only save something from what an item asks: they stay in it."""
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
"""Before words behind a list that belong to its paragraph, and no more to its last item."""
_MAY = re.compile(r"\b(?:may|could|can|might)\b")
_DECLARED = re.compile(r"^[^\w\n]*+We, (?:the )?(?:[A-Z]|representatives|heads)", re.MULTILINE)
"""The subject of a declaration whose paragraphs go on with a verb: "We, Heads of State, ... 1. Commit to"."""


@cache
def _bare_verb() -> re.Pattern[str]:
    promises = "Commit|Pledge|Undertake|Resolve|Recommit|Strive|Agree|Decide"
    return re.compile(rf"(?=[A-Z])(?:(?i:{ADVERB}),? )*+(?i:{promises}|{pattern(lexicon().bases)})\b")


_OWN_SUBJECT = re.compile(r"\s*[Tt]o [^.;:]{3,160}, [^,.;:]{3,80}\b(?:shall|should|must)\b")
"""A sentence that opens with its aim: "To keep seed dry, all States shall lock barns"."""
_TO_ITEM = re.compile(r"\s*(?:[“\"])?(?:To |to )")


def _own_verb_regex() -> re.Pattern[str]:
    if not _OWN:
        _OWN.append(
            re.compile(
                rf"\W*(?:[Tt]o )?(?:also |further |strongly )*(?P<verb>(?i:{pattern(lexicon().bases)}))\b"
            )
        )
    return _OWN[0]


_OWN: list[re.Pattern[str]] = []


def _nothing(flat: Passage) -> Draft:
    """What stands for a provision in which no clause was read."""
    return Draft("", "", Frame.NONE, 0, 0, len(flat.text.rstrip(" ;,.")), words="", unusual=True)
