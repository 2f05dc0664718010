"""The document: sources, who issued them and when, the links to the rules, and the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from obligraph.report.legalruleml.parts import NAMESPACES, day_key, element, plain, written
from obligraph.report.legalruleml.rules import asks, duty_key, reading, reading_key
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Instrument, Obligation
from obligraph.rules.words import Force

SYMBOLS = "symbol and paragraph"
"""How the references are written."""


def legalruleml_text(catalogue: Catalogue) -> str:
    """The catalogue's rules as LegalRuleML; the same text for the same catalogue.

    Raises:
        InputError: a need cannot be written out.
    """
    return written(_document(catalogue))


def _document(catalogue: Catalogue) -> Element:
    held = [each for each in catalogue.instruments.values() if _of(catalogue, each)]
    about = f"Obligraph catalogue {catalogue.fingerprint}. Paraphrases are not the words of the instruments."
    root = Element("lrml:LegalRuleML", NAMESPACES)
    root.append(element("lrml:Comment", text=about))
    root.extend(each for each in (*_metadata(catalogue, held), *_statements(catalogue)) if len(each))
    return root


def _of(catalogue: Catalogue, instrument: Instrument) -> list[Obligation]:
    return [each for each in catalogue.obligations.values() if each.instrument == instrument.id]


def _provisions(catalogue: Catalogue) -> Iterator[tuple[str, Instrument, list[Obligation]]]:
    """Each provision with its name in the document, its instrument and its obligations."""
    found: dict[str, list[Obligation]] = {}
    for each in catalogue.obligations.values():
        found.setdefault(each.id.rpartition(".")[0], []).append(each)
    for name, members in found.items():
        yield name, catalogue.instruments[members[0].instrument], members


def _metadata(catalogue: Catalogue, held: list[Instrument]) -> Iterator[Element]:
    """What stands before the rules, in the order that the format fixes."""
    yield element("lrml:LegalReferences", *_references(catalogue))
    yield element("lrml:Authorities", *_authorities(held))
    yield element("lrml:Agents", element("lrml:Agent", key="catalogue", sameAs="urn:obligraph:catalogue"))
    yield element("lrml:Roles", *_authorship(catalogue))
    yield element("lrml:Times", *_times(catalogue, held))
    yield element("lrml:TemporalCharacteristics", *_characteristics(catalogue, held))
    yield element("lrml:Associations", *_associations(catalogue))


def _references(catalogue: Catalogue) -> Iterator[Element]:
    for name, instrument, members in _provisions(catalogue):
        yield element(
            "lrml:LegalReference",
            refersTo=f"ref-{name}",
            refID=plain(f"{instrument.symbol} para {members[0].paragraph}"),
            refIDSystemName=SYMBOLS,
        )


def _authorities(held: Iterable[Instrument]) -> Iterator[Element]:
    for issuer in sorted({each.issuer.value for each in held}):
        yield element("lrml:Authority", key=f"issuer-{issuer}", sameAs=f"urn:obligraph:issuer:{issuer}")


def _authorship(catalogue: Catalogue) -> Iterator[Element]:
    """That what counts as met is the catalogue's reading, and no part of any source."""
    readings = [each for each in catalogue.obligations.values() if each.needs is not None]
    if readings:
        edges = (element("lrml:forExpression", keyref=f"#{reading_key(each)}") for each in readings)
        filled = element("lrml:filledBy", keyref="#catalogue")
        yield element("lrml:Role", filled, *edges, key="author-of-readings", iri=":author")


def _times(catalogue: Catalogue, held: Iterable[Instrument]) -> Iterator[Element]:
    adopted = {each.date for each in held if each.date}
    due = {each.deadline for each in catalogue.obligations.values() if each.deadline}
    for day in sorted(adopted | due):
        value = element("ruleml:Data", text=day.isoformat(), **{"xsi:type": "xs:date"})
        yield element("ruleml:Time", value, key=f":{day_key(day)}")


def _characteristics(catalogue: Catalogue, held: Iterable[Instrument]) -> Iterator[Element]:
    days = [(f"adopted-{each.id}", "adopted", each.date) for each in held]
    days.extend((f"due-{each.id}", "due", each.deadline) for each in catalogue.obligations.values())
    for key, status, day in days:
        if day:
            yield element(
                "lrml:TemporalCharacteristic",
                element("lrml:forStatus", iri=f":{status}"),
                element("lrml:atTime", keyref=f"#{day_key(day)}"),
                key=key,
            )


def _associations(catalogue: Catalogue) -> Iterator[Element]:
    """Each provision with what it asks; each deadline with what is due by it."""
    for name, instrument, members in _provisions(catalogue):
        targets = (element("lrml:toTarget", keyref=f"#{duty_key(each)}") for each in members)
        yield element("lrml:Association", *_applies(name, instrument), *targets, key=f"source-{name}")
    for each in catalogue.obligations.values():
        if each.deadline:
            due = element("lrml:appliesTemporalCharacteristic", keyref=f"#due-{each.id}")
            target = element("lrml:toTarget", keyref=f"#{duty_key(each)}")
            yield element("lrml:Association", due, target, key=f"deadline-{each.id}")


def _applies(name: str, instrument: Instrument) -> Iterator[Element]:
    yield element("lrml:appliesSource", keyref=f"#ref-{name}")
    if instrument.date:
        yield element("lrml:appliesTemporalCharacteristic", keyref=f"#adopted-{instrument.id}")
    yield element("lrml:appliesAuthority", keyref=f"#issuer-{instrument.issuer.value}")


def _statements(catalogue: Catalogue) -> Iterator[Element]:
    """What binds, what does not, and what counts as met."""
    every = catalogue.obligations.values()
    binding = [asks(each) for each in every if each.force is Force.BINDING]
    lesser = [asks(each) for each in every if each.force is not Force.BINDING]
    readings = [found for each in every if (found := reading(each)) is not None]
    for key, inside in (("binding", binding), ("not-binding", lesser), ("readings", readings)):
        yield element("lrml:Statements", *inside, key=key)
