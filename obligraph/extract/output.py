"""Clauses as text for programs: one JSON object a line, or a draft pack."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from obligraph.extract.clause import Clause, Deadline, Quote
from obligraph.extract.draft_pack import as_toml
from obligraph.extract.reading import Reading
from obligraph.rules.words import Force


def shown(reading: Reading, every: bool) -> Iterator[Clause]:
    """The clauses to list: those of force `none` only when `every` is set."""
    return (clause for clause in reading.clauses if every or clause.force is not Force.NONE)


def as_jsonl(reading: Reading, every: bool) -> Iterator[str]:
    """One JSON object a clause, fields always in the same order."""
    for clause in shown(reading, every):
        yield json.dumps(row(clause), ensure_ascii=False)


def row(clause: Clause) -> dict[str, Any]:
    """A clause as plain data, the form in which JSON carries it."""
    return {
        "id": clause.id,
        "instrument": clause.instrument,
        "symbol": clause.symbol,
        "part": clause.part.value,
        "paragraph": clause.paragraph,
        "ordinal": clause.ordinal,
        "verb": clause.verb,
        "force": clause.force.value,
        "force_rule": clause.force_rule,
        "force_words": clause.force_words,
        "restated": clause.restated,
        "prohibition": clause.prohibition,
        "chapter_vii": clause.chapter_vii,
        "addressees": [actor.value for actor in clause.addressees],
        "action": clause.action,
        "action_span": list(clause.action_span),
        "clause_span": list(clause.clause_span),
        "qualifiers": [_quote(quote) for quote in clause.qualifiers],
        "safeguards": [_quote(quote) for quote in clause.safeguards],
        "deadline": _deadline(clause.deadline),
        "cites": [_quote(quote) for quote in clause.cites],
        "damaged": clause.damaged,
        "confidence": clause.confidence,
        "signals": [{"name": s.name, "words": s.words, "weight": s.weight} for s in clause.signals],
        "other_reading": clause.other_reading,
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {"text": quote.text, "span": list(quote.span)}


def _deadline(deadline: Deadline | None) -> dict[str, Any] | None:
    if deadline is None:
        return None
    date = deadline.date.isoformat() if deadline.date else None
    return {"text": deadline.text, "span": list(deadline.span), "date": date}


FORMATS: dict[str, Callable[[Reading, bool], Iterator[str]]] = {
    "jsonl": as_jsonl,
    "toml": as_toml,
}
"""The formats by name; the table for people is a listing (`obligraph/report/clause_list.py`)."""
