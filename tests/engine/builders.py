"""Small builders: a catalogue and a profile from what a test wants to say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from obligraph.engine.evaluation import evaluate
from obligraph.engine.profile import Evidence, Profile
from obligraph.engine.results import Assessment
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Measure, Obligation, Relation
from obligraph.rules.packs import Pack, assemble

AS_OF = dt.date(2026, 6, 30)
INSTRUMENT = {
    "id": "code",
    "symbol": "CODE 1 (2020)",
    "title": "A code of our own",
    "kind": "resolution",
    "issuer": "security_council",
    "date": "2020-01-01",
}


def measure(name: str, **fields: Any) -> Measure:
    """A formal measure that a law or a practice shows."""
    data = {
        "id": name,
        "title": name.replace("-", " "),
        "theme": "borders",
        "axis": "formal",
        "stage": "upstream",
        "accepts": ["law", "practice"],
        "expects": "a text or a record",
        "question": "Is it there?",
        "effort": 2,
        "effort_basis": "one ministry acts alone",
    }
    return Measure.model_validate(data | fields)


def obligation(paragraph: int, needs: Any = None, **fields: Any) -> Obligation:
    """A binding obligation of States, `code.<paragraph>.1`."""
    data = {
        "instrument": "code",
        "paragraph": str(paragraph),
        "ordinal": 1,
        "title": f"Duty {paragraph}",
        "summary": "Do what is asked.",
        "verb": "decides",
        "force": "binding",
        "force_rule": "decides-shall",
        "bearers": ["member_states"],
        "needs": needs,
        "themes": ["borders"],
    }
    return Obligation.model_validate(data | fields)


def presupposes(source: Obligation, target: Obligation) -> Relation:
    """The relation by which one obligation needs another first."""
    return Relation.model_validate(
        {
            "type": "presupposes",
            "source": source.id,
            "target": target.id,
            "reason": "one comes before the other",
            "basis": "common sense",
        }
    )


def catalogue(
    obligations: Iterable[Obligation],
    measures: Iterable[Measure | str],
    relations: Iterable[Relation] = (),
    attributes: Iterable[str] = ("has_land_borders",),
) -> Catalogue:
    """A catalogue of one instrument; a measure may be given by its name alone."""
    pack = Pack.model_validate(
        {
            "instrument": INSTRUMENT,
            "obligations": tuple(obligations),
            "measures": tuple(measure(m) if isinstance(m, str) else m for m in measures),
            "themes": [{"id": "borders", "title": "Borders"}],
            "attributes": [{"id": name, "title": name.replace("_", " ")} for name in attributes],
            "relations": tuple(relations),
        }
    )
    return assemble({"code.toml": pack})


def evidence(
    name: str,
    supports: Iterable[Any] = (),
    contradicts: Iterable[Any] = (),
    **fields: Any,
) -> Evidence:
    """A law in force since 2024, collected in 2026."""
    data = {
        "id": name,
        "title": name,
        "kind": "law",
        "supports": tuple(supports),
        "contradicts": tuple(contradicts),
        "effective_from": "2024-01-01",
        "collected": "2026-01-15",
    }
    return Evidence.model_validate(data | fields)


def partly(name: str, shortfall: str = "") -> Mapping[str, str]:
    """A claim about part of a measure."""
    return {"measure": name, "extent": "partial", "shortfall": shortfall}


def profile(*items: Evidence, **fields: Any) -> Profile:
    """The profile of a fictional State."""
    return Profile.model_validate({"state": "Norland", "evidence": items} | fields)


def assess(rules: Catalogue, *items: Evidence, as_of: dt.date = AS_OF, **fields: Any) -> Assessment:
    """The assessment of a fictional State on the evidence given."""
    return evaluate(rules, profile(*items, **fields), as_of)
