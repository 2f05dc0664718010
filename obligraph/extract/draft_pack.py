"""A document's clauses as the draft of a catalogue pack, for a reviewer to fill in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from obligraph.extract.clause import Clause
from obligraph.extract.kind import Source
from obligraph.extract.reading import Reading
from obligraph.rules.words import Actor, Force, Part

_PROVISION = re.compile(r"[0-9]+([.-][0-9]+)*[a-z]?(\([0-9a-z]{1,5}\))*")

HEAD = (
    "# A draft. Titles, summaries, themes, needs and reasons are empty: write them in your own words.",
    "# Each clause names its place in the document as character offsets. Check force and bearers first.",
)


def as_toml(reading: Reading, every: bool) -> Iterator[str]:
    """The lines of a draft pack: duties as obligations, the rest as clauses without a duty.

    Args:
        reading: what was read in one document.
        every: not used: a pack lists every clause of the provisions it covers.
    """
    yield from HEAD
    yield ""
    yield from _header(reading.source)
    for clause in reading.clauses:
        if clause.part in {Part.OPERATIVE, Part.PRINCIPLE}:
            yield ""
            yield from _clause(clause)


def _header(source: Source) -> Iterator[str]:
    yield "[instrument]"
    yield f"id = {_text(source.id)}"
    yield f"symbol = {_text(source.symbol)}"
    yield 'title = ""'
    yield f"kind = {_text(source.kind.value)}"
    yield f"issuer = {_text(source.issuer.value)}"
    if source.date:
        yield f"date = {source.date.isoformat()}"
    yield f"chapter_vii = {_text('document' if source.chapter_vii else 'none')}"


def _clause(clause: Clause) -> Iterator[str]:
    start, end = clause.action_span
    yield f"# characters {start} to {end}, confidence {clause.confidence:.2f}{_doubts(clause)}"
    if not _PROVISION.fullmatch(clause.paragraph):
        yield f"# left out: {clause.paragraph} is no provision number ({clause.verb}, {clause.force.words})"
    elif clause.force is Force.NONE:
        yield "[[no_duty]]"
        yield f"paragraph = {_text(clause.paragraph)}"
        yield f"ordinal = {clause.ordinal}"
        yield 'reason = ""'
    else:
        yield from _obligation(clause)


def _doubts(clause: Clause) -> str:
    return "".join(f"; {signal.words}" for signal in clause.signals)


def _obligation(clause: Clause) -> Iterator[str]:
    yield "[[obligations]]"
    yield f"paragraph = {_text(clause.paragraph)}"
    yield f"ordinal = {clause.ordinal}"
    yield 'title = ""'
    yield 'summary = ""'
    yield f"verb = {_text(clause.verb)}"
    yield f"force = {_text(clause.force.value)}"
    yield f"force_rule = {_text(clause.force_rule)}"
    if clause.restated:
        yield "restated = true"
    if clause.prohibition:
        yield "prohibition = true"
    yield f"bearers = {_list([actor.value for actor in clause.addressees])}"
    if Actor.MEMBER_STATES in clause.addressees:
        yield 'needs = ""'
    yield "themes = []"
    if clause.deadline and clause.deadline.date:
        yield f"deadline = {clause.deadline.date.isoformat()}"
    if clause.cites:
        yield f"cites = {_list(list(dict.fromkeys(cite.text for cite in clause.cites)))}"


def _text(words: str) -> str:
    """A TOML string; JSON's escapes are TOML's, but for the delete character."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007F")


def _list(words: list[str]) -> str:
    return "[" + ", ".join(_text(word) for word in words) + "]"
