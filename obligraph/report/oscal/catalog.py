"""The catalogue as an OSCAL catalog: obligations and measures as controls, instruments as groups."""

from __future__ import annotations

import datetime as dt

from obligraph.report.json_text import Json
from obligraph.report.oscal.parts import Fields, Ids, line, metadata, props, some
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Instrument, Measure, Obligation
from obligraph.rules.need import Leaf, Need

FIRST_DAY = dt.date(1970, 1, 1)
"""Stands for the day of the last change where no instrument has a date: OSCAL wants one."""

MEASURES = "measures"


def catalog(catalogue: Catalogue) -> Fields:
    """The whole catalogue; the same document for the same catalogue."""
    ids = Ids(("catalog", catalogue.fingerprint))
    days = [each.date for each in catalogue.instruments.values() if each.date]
    groups: list[Json] = [
        _group(catalogue, each) for each in catalogue.instruments.values() if not each.external
    ]
    controls: list[Json] = [_measure(catalogue, each) for each in catalogue.measures.values()]
    groups.append(some(id=MEASURES, **{"class": "measures"}, title="Measures", controls=controls))
    said = "Titles and summaries are not the words of the instruments; the paragraph leads to those."
    head = metadata("Obligraph catalogue", max(days, default=FIRST_DAY), catalogue.fingerprint, (said,))
    return {"catalog": {"uuid": ids(), "metadata": head, "groups": groups}}


def _group(catalogue: Catalogue, instrument: Instrument) -> Fields:
    controls: list[Json] = [
        _obligation(catalogue, each)
        for each in catalogue.obligations.values()
        if each.instrument == instrument.id
    ]
    values = {
        "symbol": instrument.symbol,
        "kind": instrument.kind.value,
        "issuer": instrument.issuer.value,
        "date": instrument.date.isoformat() if instrument.date else None,
        "chapter-vii": instrument.chapter_vii,
    }
    return some(
        id=instrument.id,
        **{"class": "instrument"},
        title=line(instrument.title),
        props=props(values),
        controls=controls,
    )


def _obligation(catalogue: Catalogue, each: Obligation) -> Fields:
    values: dict[str, str | int | bool | None] = {
        "label": each.id,
        "paragraph": each.paragraph,
        "ordinal": each.ordinal,
        "force": each.force.value,
        "force-rule": each.force_rule,
        "verb": each.verb,
        "restated": each.restated,
        "prohibition": each.prohibition,
        "bearers": ", ".join(bearer.value for bearer in each.bearers),
        "themes": ", ".join(each.themes),
        "key": each.key,
        "deadline": each.deadline.isoformat() if each.deadline else None,
        "applies-if": ", ".join(f"{name}={str(value).lower()}" for name, value in each.applies_if.items()),
        "cites": "; ".join(each.cites),
    }
    parts: list[Json] = [some(id=f"{each.id}_smt", name="statement", prose=each.summary)]
    if each.needs is not None:
        parts.append(some(id=f"{each.id}_obj", name="assessment-objective", prose=need_words(each.needs)))
    return some(
        id=each.id,
        **{"class": "obligation"},
        title=line(each.title),
        props=props(values),
        links=_links(catalogue, each),
        parts=parts,
    )


def _links(catalogue: Catalogue, each: Obligation) -> list[Json]:
    """What an obligation needs, is limited by, presupposes and elaborates."""
    targets = (
        ("needs", each.needed),
        ("safeguard", each.safeguards),
        ("presupposes", catalogue.presupposed.get(each.id, ())),
        ("elaborates", catalogue.elaborated.get(each.id, ())),
    )
    return [{"href": f"#{name}", "rel": rel} for rel, names in targets for name in dict.fromkeys(names)]


def need_words(need: Need) -> str:
    """A need as a sentence, from which its gates can be read."""
    if isinstance(need, Leaf):
        return need.measure
    inner = ", ".join(need_words(child) for child in need.children)
    count = len(need.children)
    many = "all" if need.k == count else "any" if need.k == 1 else f"at least {need.k}"
    return f"{many} of ({inner})"


def _measure(catalogue: Catalogue, each: Measure) -> Fields:
    values: dict[str, str | int | bool | None] = {
        "theme": each.theme,
        "axis": each.axis.value,
        "stage": each.stage.value,
        "accepts": ", ".join(each.accepts),
        "max-age-months": each.max_age,
        "effort": each.effort,
        "effort-basis": each.effort_basis,
        "safeguard": each.safeguard,
        "watched-by": ", ".join(each.watched_by),
    }
    parts: list[Json] = [
        some(id=f"{each.id}_smt", name="statement", prose=each.title),
        some(id=f"{each.id}_obj", name="assessment-objective", prose=each.question),
        some(id=f"{each.id}_gdn", name="guidance", prose=each.expects),
    ]
    return some(id=each.id, **{"class": "measure"}, title=line(each.title), props=props(values), parts=parts)
