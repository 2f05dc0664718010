"""What each format loses of the catalogue is just what the documentation says, field by field."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from obligraph.report.ciso_assistant import library_text
from obligraph.report.json_text import json_text
from obligraph.report.legalruleml.document import legalruleml_text
from obligraph.report.oscal.catalog import catalog
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import (
    Absent,
    Attribute,
    Difference,
    Frozen,
    Instrument,
    Measure,
    NoDuty,
    Obligation,
    Relation,
    Theme,
)
from obligraph.rules.need import Leaf
from obligraph.rules.words import Actor, Axis, EdgeType, EvidenceKind, Force, InstrumentKind, Issuer, Stage
from tests.engine import builders as build

PAGE = Path(__file__).parents[2] / "docs" / "interchange.md"
DAY = dt.date(2025, 5, 5)

FORMATS: dict[str, Callable[[Catalogue], str]] = {
    "OSCAL": lambda given: json_text(catalog(given)),
    "CISO Assistant": library_text,
    "LegalRuleML": legalruleml_text,
}

OTHER: dict[type[Frozen], dict[str, Any]] = {
    Obligation: {
        "title": "Another title",
        "summary": "Do something else.",
        "verb": "urges",
        "force": Force.CALLED_UPON,
        "force_rule": "other-rule",
        "restated": True,
        "prohibition": True,
        "bearers": (Actor.MEMBER_STATES, Actor.ICAO),
        "needs": Leaf("b-law"),
        "safeguards": ("b-law",),
        "themes": ("other-theme",),
        "key": "It is key.",
        "applies_if": {"has_land_borders": True},
        "deadline": DAY,
        "cites": ("ICAO Annex 9",),
    },
    Measure: {
        "title": "Another title",
        "theme": "other-theme",
        "axis": Axis.PRACTICE,
        "stage": Stage.DOWNSTREAM,
        "accepts": (EvidenceKind.REPORT,),
        "expects": "something else",
        "question": "Is it elsewhere?",
        "max_age": 7,
        "effort": 5,
        "effort_basis": "another ground",
        "safeguard": True,
        "watched_by": ("b-law",),
    },
    Instrument: {
        "symbol": "CODE 2 (2021)",
        "title": "Another title",
        "kind": InstrumentKind.TREATY,
        "issuer": Issuer.PARTIES,
        "date": DAY,
        "chapter_vii": "document",
    },
    Relation: {"reason": "another reason", "basis": "another basis", "status": "stated"},
}
"""For each field of what the catalogue holds, but for those that name it, another value than before."""


def small() -> Catalogue:
    """Two obligations, the first of which presupposes the other, and two measures."""
    first, second = build.obligation(1, "a-law"), build.obligation(2, "b-law")
    given = build.catalogue([first, second], ["a-law", "b-law"], [build.presupposes(first, second)])
    other = Theme(id="other-theme", title="Other")
    return replace(given, themes={**given.themes, "other-theme": other})


def said(format_: str, given: Catalogue) -> str:
    """The text of a format without the fingerprint and the ids that are made from it."""
    text = FORMATS[format_](given).replace(given.fingerprint, "")
    return re.sub(r'"uuid": "[^"]*"', "", text)


def changed(kind: type[Frozen], field: str) -> Catalogue:
    """The catalogue with one field of one entry changed."""
    given, update = small(), {field: OTHER[kind][field]}

    def first(entries: Mapping[str, Any]) -> dict[str, Any]:
        name = next(iter(entries))
        return {**entries, name: entries[name].model_copy(update=update)}

    if kind is Obligation:
        return replace(given, obligations=first(given.obligations))
    if kind is Measure:
        return replace(given, measures=first(given.measures))
    if kind is Instrument:
        return replace(given, instruments=first(given.instruments))
    return replace(given, relations=(given.relations[0].model_copy(update=update),))


def relating(sort: str) -> Catalogue:
    """The catalogue with a relation of another sort beside that which it has."""
    given = small()
    more = given.relations[0].model_copy(update={"type": EdgeType(sort)})
    return replace(given, relations=(*given.relations, more))


def further(what: str) -> Catalogue:
    """The catalogue with something more in it."""
    given = small()
    cited = Instrument.model_validate({**build.INSTRUMENT, "id": "cited", "external": True})
    match what:
        case "no_duty":
            return replace(given, no_duty={"code": (NoDuty(paragraph="3", reason="it notes"),)})
        case "absent":
            return replace(given, absent={"code": (Absent(paragraph="4", reason="lost"),)})
        case "differences":
            known = Difference(paragraph="1", ordinal=1, field="verb", reason="known")
            return replace(given, differences={"code": (known,)})
        case "external":
            return replace(given, instruments={**given.instruments, "cited": cited})
        case "Theme.title":
            return replace(
                given, themes={**given.themes, "borders": Theme(id="borders", title="Another title")}
            )
        case _:
            fact = Attribute(id="has_land_borders", title="another title")
            applies = changed(Obligation, "applies_if")
            return replace(applies, attributes={"has_land_borders": fact})


CHANGES: dict[str, Callable[[], Catalogue]] = {
    **{f"{kind.__name__}.{field}": partial(changed, kind, field) for kind in OTHER for field in OTHER[kind]},
    **{sort: partial(relating, sort) for sort in ("elaborates", "restates", "cites", "supersedes")},
    **{what: partial(further, what) for what in ("no_duty", "absent", "differences", "external")},
    **{what: partial(further, what) for what in ("Theme.title", "Attribute.title")},
    "presupposes": lambda: replace(small(), relations=()),
}
"""Everything that is changed, one thing at a time."""


def lost(format_: str, change: str) -> bool:
    """Whether the text stays as it was."""
    before = changed(Obligation, "applies_if") if change == "Attribute.title" else small()
    return said(format_, before) == said(format_, CHANGES[change]())


def listed(format_: str) -> set[str]:
    """What the documentation says a format leaves out."""
    section = PAGE.read_text(encoding="utf-8").partition(f"\n## {format_}\n")[2].partition("\n## ")[0]
    item = section.partition("- **Left out, by field:**")[2].partition("\n\n")[0].partition("\n- ")[0]
    return set(re.findall(r"`([^`]+)`", item))


@pytest.mark.parametrize("format_", FORMATS)
def test_what_is_lost_is_what_the_documentation_lists(format_: str) -> None:
    """A field that is listed changes nothing in the file, and any other field that changes does."""
    assert {change for change in CHANGES if lost(format_, change)} == listed(format_)


def test_every_field_is_tried() -> None:
    """No field of the catalogue is forgotten, but for those by which its parts are known."""
    names = {"id", "instrument", "paragraph", "ordinal", "external", "type", "source", "target"}
    for kind, fields in OTHER.items():
        assert set(kind.model_fields) - names == set(fields)
