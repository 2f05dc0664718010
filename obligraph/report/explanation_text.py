"""An explanation in plain words, short enough for one screen where the evidence allows it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from obligraph.engine.profile import Extent
from obligraph.engine.results import Bounds, Rating
from obligraph.report.documents import (
    EvidencePassedOver,
    EvidenceShown,
    ExplainDocument,
    GateShown,
    MeasureShown,
)
from obligraph.report.force_words import force_words
from obligraph.report.naming import axis_words, day, open_words, quotation_lead, sets_words, settled_words
from obligraph.report.table import PLAIN_WIDTH, clean, wrapped
from obligraph.rules.need import gate_words

SCREEN = 40
"""The lines of a screen. Where a text is longer, less is said; but no evidence is ever left out."""


class Detail(IntEnum):
    """How much is said, the fullest first."""

    EXPECTATIONS = 0
    """With what evidence an assessor expects for what is missing."""
    QUOTES = 1
    """With the words quoted from the evidence, and blank lines between the parts."""
    LEAST = 2


class Cited:
    """The evidence that has been cited in full; after that its id is enough."""

    def __init__(self, quotes: bool) -> None:
        self.quotes = quotes
        self.ids: set[str] = set()

    def source(self, item: EvidenceShown | EvidencePassedOver) -> str:
        """The evidence with its locator, kind and dates the first time, by its id alone after that."""
        if item.id in self.ids:
            return f"[{item.id}]"
        self.ids.add(item.id)
        quote = f"“{item.quote}”" if self.quotes and item.quote else ""
        facts = ", ".join(filter(None, (item.kind.words, item.dates)))
        return f"{', '.join(filter(None, (item.title, item.source, quote)))} ({facts}) [{item.id}]"


def explanation_text(document: ExplainDocument, columns: int = PLAIN_WIDTH) -> str:
    """The explanation as text.

    Args:
        document: what to say.
        columns: the width at which lines wrap.
    """
    own = document.model_copy(update={"source": None})  # its length costs the explanation nothing
    for detail in Detail:
        if len(list(_lines(own, columns, detail))) <= SCREEN:
            break
    return "\n".join(_lines(document, columns, detail)) + "\n"


def _lines(document: ExplainDocument, columns: int, detail: Detail) -> Iterator[str]:
    for depth, text in _said(document, detail):
        if not text and detail is Detail.LEAST:
            continue
        lead = " " * depth
        yield from wrapped(clean(text), columns, lead, lead + "  " * bool(depth))


Said = Iterator[tuple[int, str]]
"""Lines of text before wrapping, each with its indent."""


def _said(document: ExplainDocument, detail: Detail) -> Said:
    yield from _heading(document)
    yield 0, ""
    if document.not_applicable:
        yield 0, f"Does not apply: {document.not_applicable}."
    else:
        yield from _grounds(document, Cited(quotes=detail <= Detail.QUOTES))
        yield 0, ""
        yield from _way_out(document, expectations=detail is Detail.EXPECTATIONS)
    for comment in document.comments:
        said_on = f" ({day(comment.date)})" if comment.date else ""
        yield 0, f"The State comments{said_on}: {comment.text}"
    yield 0, ""
    for note in (*document.notes, document.caveat):
        yield 0, note


def _heading(document: ExplainDocument) -> Said:
    rating = document.rating.words.upper()
    if said := open_words(Bounds(*document.bounds)):
        rating += f" ({said})"
    provision = f"{document.symbol}, paragraph {document.paragraph}"
    state = f"{document.state}, as of {day(document.as_of)}"
    yield 0, f"{document.obligation}: {document.title}"
    yield 0, f"{provision} | {document.force.words} | {rating} | {state}"
    yield 0, f"Asks: {document.summary}"
    if quoted := document.source:
        lead = quotation_lead(quoted.paragraph, quoted.file, damaged=quoted.damaged)
        yield 0, f"{lead}: “{quoted.text}”"
    why = force_words(document.verb, document.restated, document.force_rule, document.force_reason)
    yield 0, f"Why {document.force.words} {why}"
    if document.overdue:
        yield 0, "Overdue: its deadline has passed."
    if document.assumed:
        yield 0, f"Taken to apply: the profile does not state {', '.join(document.assumed)}."


def _grounds(document: ExplainDocument, cited: Cited) -> Said:
    if document.need is None:
        yield 0, "The catalogue names no measures for this obligation, so no evidence can settle it."
        return
    yield 0, f"It needs {_need_words(document.need)} (+ supports, - contradicts, x does not count):"
    for measure in measures_shown(document.need):
        yield from _measure(measure, cited)
    if document.safeguards:
        yield 0, f"Safeguards that limit how it may be met{_cap_words(document)}:"
    for measure in document.safeguards:
        yield from _measure(measure, cited)
    yield 0, f"On paper: {axis_words(document.formal)}. In practice: {axis_words(document.practice)}."


def _need_words(need: GateShown | MeasureShown, inner: bool = False) -> str:
    """The gates in words, with the measures by id; a flat list of all is only counted, being listed below."""
    if isinstance(need, MeasureShown):
        return need.measure if inner else "this measure"
    if not inner and need.at_least == len(need.of) and all(isinstance(c, MeasureShown) for c in need.of):
        return f"all of these {len(need.of)} measures"
    parts = [_need_words(child, inner=True) for child in need.of]
    parts = [
        f"({part})" if isinstance(c, GateShown) else part for part, c in zip(parts, need.of, strict=True)
    ]
    return gate_words(need.at_least, parts)


def measures_shown(need: GateShown | MeasureShown) -> Iterator[MeasureShown]:
    """The measures below a node, each once, in order."""
    seen: set[str] = set()
    ahead: list[GateShown | MeasureShown] = [need]
    while ahead:
        node = ahead.pop(0)
        if isinstance(node, GateShown):
            ahead = [*node.of, *ahead]
        elif node.measure not in seen:
            seen.add(node.measure)
            yield node


def _cap_words(document: ExplainDocument) -> str:
    if any(cap.breached for cap in document.cap):
        return "; one is breached, so the rating cannot pass partly met"
    if document.cap and document.need_bounds[0] == 2:
        return "; the measures are met, and until these are shown the rating stays open"
    return ""


def _measure(measure: MeasureShown, cited: Cited) -> Said:
    """A measure and what speaks to it."""
    line = f"{measure.title} [{measure.measure}]: {_state(measure)}"
    if plain := _all_cited(measure, cited):
        yield 2, f"{line}, + {plain}"
        return
    yield 2, line
    for item in measure.counted:
        yield 4, f"{'+' if item.supports else '-'} {cited.source(item)}{_extent(item)}"
    if measure.resolution:
        made = measure.resolution
        yield 4, f"= {settled_words(made.value, made.assessor, made.date, made.reason)}"
    for other in measure.not_counted:
        yield 4, f"x {cited.source(other)}: {other.reason}"


def _state(measure: MeasureShown) -> str:
    if measure.conflict:
        return "OPEN, the evidence conflicts and no recorded resolution settles it"
    if measure.bounds == (0, 2):
        return "OPEN" if measure.counted else "OPEN, no evidence counts"
    return measure.words.upper()


def _all_cited(measure: MeasureShown, cited: Cited) -> str:
    """The ids of the evidence for a measure, if it all supports in full and was cited before; else empty."""
    if measure.not_counted or measure.resolution:
        return ""
    full = (e.supports and e.extent is Extent.FULL and e.id in cited.ids for e in measure.counted)
    return ", ".join(f"[{e.id}]" for e in measure.counted) if all(full) else ""


def _extent(item: EvidenceShown) -> str:
    """How far it goes, and what it says where it contradicts."""
    said = ": in part" if item.extent is Extent.PARTIAL else ""
    if item.shortfall:
        said += f"; still lacking: {item.shortfall}"
    if not item.supports and item.note:
        said += f": {item.note}"
    return said


def _way_out(document: ExplainDocument, *, expectations: bool) -> Said:
    if document.rating is Rating.MET:
        yield 0, "Nothing is missing."
    elif document.would_settle:
        yield from _sets(document, expectations=expectations)
    if document.blocks:
        yield 0, f"Binding obligations that wait for it: {', '.join(document.blocks)}"
    if document.blocked_by:
        yield 0, f"It waits for: {', '.join(document.blocked_by)}"
    if document.key:
        yield 0, f"Key obligation: {document.key}"


def _sets(document: ExplainDocument, *, expectations: bool) -> Said:
    """The smallest sets that would mend or settle it; of the first, what evidence an assessor expects."""
    question = "settle" if document.bounds[1] == 2 else "mend"
    if not expectations:
        ways = sets_words(document.would_settle, document.would_settle_complete)
        yield 0, f"What would {question} it: {ways}"
        return
    yield 0, f"What would {question} it, and the evidence that is expected:"
    known = {measure.measure: measure for measure in document.safeguards}
    if document.need:
        known |= {measure.measure: measure for measure in measures_shown(document.need)}
    for name in document.would_settle[0]:
        yield 2, f"{name}: {known[name].expects}"
    if document.would_settle[1:]:
        others = sets_words(document.would_settle[1:], document.would_settle_complete)
        yield 2, f"or {others}"
