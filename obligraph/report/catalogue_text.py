"""An entry of the catalogue in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import assert_never

from obligraph.report.catalogue_documents import (
    Entry,
    InstrumentEntry,
    MeasureAsked,
    MeasureEntry,
    Neighbour,
    ObligationEntry,
)
from obligraph.report.naming import day
from obligraph.report.table import PLAIN_WIDTH, clean

Said = Iterator[tuple[int, str]]
"""Lines of text before wrapping, each with its indent."""


def entry_text(found: Entry, columns: int = PLAIN_WIDTH) -> str:
    """An entry as text.

    Args:
        found: what to say.
        columns: the width at which lines wrap.
    """
    match found:
        case ObligationEntry():
            said = _obligation(found)
        case MeasureEntry():
            said = _measure(found)
        case InstrumentEntry():
            said = _instrument(found)
        case _:
            assert_never(found)
    return "\n".join(line for depth, text in said for line in _wrapped(text, depth, columns)) + "\n"


def _wrapped(text: str, depth: int, columns: int) -> list[str]:
    lead, hang = " " * depth, " " * (depth + 2)
    lines = wrap(clean(text), columns, initial_indent=lead, subsequent_indent=hang, break_on_hyphens=False)
    return lines or [""]


def _obligation(found: ObligationEntry) -> Said:
    row = found.obligation
    restated = ", restating a duty made elsewhere" if row.restated else ""
    yield 0, f"{row.obligation}: {row.title}"
    yield 0, f"{row.symbol}, paragraph {row.paragraph}, clause {row.ordinal}"
    yield 0, ""
    yield 0, f"Asks: {row.summary}"
    yield 0, f"Force: {row.force.words}{restated}, from the text '{row.verb}' (force rule {row.force_rule})."
    yield 2, f"{found.force_reason} Source: {found.force_source}."
    yield 0, f"Borne by: {', '.join(row.bearers)}."
    if not row.rated:
        yield 0, "States do not bear it: it is shown, never scored."
    if row.key:
        yield 0, f"Key obligation: {row.key_reason}"
    if found.applies_words:
        yield 0, f"Applies where the State: {', '.join(found.applies_words)}."
    if row.deadline:
        yield 0, f"Due by: {day(row.deadline)}."
    yield from _measures(f"Needs: {found.need_words}" if found.need_words else "", found.measures)
    yield from _measures("Safeguards, which limit how it may be met:", found.watching)
    yield from _relations(found.relations)
    if row.cites:
        yield 0, f"Cites: {', '.join(row.cites)}."
    yield 0, f"Themes: {', '.join(row.themes)}."


def _measures(heading: str, found: Iterable[MeasureAsked]) -> Said:
    rows = list(found)
    if rows:
        yield 0, ""
        yield 0, heading
    for each in rows:
        yield 2, f"{each.measure} ({each.axis}): {each.title}"
        yield 4, f"Expected: {each.expects}"


def _relations(found: Iterable[Neighbour]) -> Said:
    rows = list(found)
    if rows:
        yield 0, ""
        yield 0, "Relations:"
    for each in rows:
        yield 2, f"{each.relation} {each.id}: {each.title}"
        yield 4, f"{each.reason} ({each.status}: {each.basis})"


def _measure(found: MeasureEntry) -> Said:
    age = f"{found.max_age} months" if found.max_age else "no limit"
    yield 0, f"{found.measure}: {found.title}"
    yield 0, f"{found.theme} | {found.axis} | {found.stage}{' | safeguard' if found.safeguard else ''}"
    yield 0, ""
    yield 0, f"Question: {found.question}"
    yield 0, f"Expected evidence: {found.expects}"
    yield 0, f"Accepted kinds: {', '.join(found.accepts)}. Oldest evidence that counts: {age}."
    yield 0, f"Effort: {found.effort} of 5, {found.effort_basis}."
    if found.watched_by:
        yield 0, f"Watched by: {', '.join(found.watched_by)}."
    yield 0, ""
    yield 0, "Asked for by:" if found.asked_by else "No obligation asks for it."
    for each in found.asked_by:
        role = ", as a safeguard" if each.as_safeguard else ""
        yield 2, f"{each.obligation} ({each.force.words}{role}): {each.title}"


def _instrument(found: InstrumentEntry) -> Said:
    yield 0, f"{found.instrument}: {found.symbol}"
    yield 0, found.title
    adopted = f", {day(found.date)}" if found.date else ""
    seventh = {"document": ", under Chapter VII", "paragraph": ", in part under Chapter VII"}
    yield 0, f"{found.sort.value} of: {found.issuer.words}{adopted}{seventh.get(found.chapter_vii, '')}"
    if found.external:
        yield 0, "Only cited: it has no obligations of its own here."
    if found.by_force:
        yield 0, ""
        yield 0, "Obligations by force (of States / of others only):"
    for row in found.by_force:
        yield 2, f"{row.force.words}: {row.states} / {row.others}"
    for heading, rows in (
        ("Clauses that ask nothing", found.no_duty),
        ("Provisions that the source in hand has lost", found.absent),
        ("Known differences from what extraction reads", found.differences),
    ):
        if rows:
            yield 0, ""
            yield 0, f"{heading}: {len(rows)}"
        for left_out in rows:
            clause = f", clause {left_out.ordinal}" if left_out.ordinal else ""
            yield 2, f"paragraph {left_out.paragraph}{clause}: {left_out.reason}"
    yield from _relations(found.relations)
