"""The rules as LegalRuleML: built as the specification says, and true to the catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from itertools import product
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings

from obligraph.errors import InputError
from obligraph.report.legalruleml.document import legalruleml_text
from obligraph.report.legalruleml.parts import NAMESPACES, formula
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.need import Leaf, Need, gate, measures, value
from obligraph.rules.packs import load_catalogue
from obligraph.rules.words import Force
from tests.engine import builders as build
from tests.engine.strategies import needs

SHIPPED = load_catalogue()

FORMULA = "(ruleml:Atom|ruleml:And|ruleml:Or|ruleml:Neg)"
DEONTIC = "(lrml:Obligation|lrml:Prohibition)"
TERM = "(ruleml:Var|ruleml:Ind)"
SPECIFIED: dict[str, tuple[str, str, str]] = {
    "lrml:LegalRuleML": (
        "(lrml:Comment )?(lrml:LegalReferences )?(lrml:Authorities )?(lrml:Agents )?(lrml:Roles )?"
        "(lrml:Times )?(lrml:TemporalCharacteristics )?(lrml:Associations )?(lrml:Statements )*",
        "",
        "",
    ),
    "lrml:Comment": ("", "", ""),
    "lrml:LegalReferences": ("(lrml:LegalReference )+", "", ""),
    "lrml:LegalReference": ("", "refersTo refID", "refIDSystemName"),
    "lrml:Authorities": ("(lrml:Authority )+", "", ""),
    "lrml:Authority": ("", "key", "sameAs"),
    "lrml:Agents": ("(lrml:Agent )+", "", ""),
    "lrml:Agent": ("", "key", "sameAs"),
    "lrml:Roles": ("(lrml:Role )+", "", ""),
    "lrml:Role": ("(lrml:filledBy )+(lrml:forExpression )+", "key", "iri"),
    "lrml:filledBy": ("", "keyref", ""),
    "lrml:forExpression": ("", "keyref", ""),
    "lrml:Times": ("(ruleml:Time )+", "", ""),
    "ruleml:Time": ("ruleml:Data ", "key", ""),
    "ruleml:Data": ("", "xsi:type", ""),
    "lrml:TemporalCharacteristics": ("(lrml:TemporalCharacteristic )+", "", ""),
    "lrml:TemporalCharacteristic": ("lrml:forStatus lrml:atTime ", "key", ""),
    "lrml:forStatus": ("", "iri", ""),
    "lrml:atTime": ("", "keyref", ""),
    "lrml:Associations": ("(lrml:Association )+", "", ""),
    "lrml:Association": (
        "((lrml:appliesSource|lrml:appliesAuthority|lrml:appliesTemporalCharacteristic) )+(lrml:toTarget )+",
        "key",
        "",
    ),
    "lrml:appliesSource": ("", "keyref", ""),
    "lrml:appliesAuthority": ("", "keyref", ""),
    "lrml:appliesTemporalCharacteristic": ("", "keyref", ""),
    "lrml:toTarget": ("", "keyref", ""),
    "lrml:Statements": ("((lrml:PrescriptiveStatement|lrml:ConstitutiveStatement) )+", "key", ""),
    "lrml:PrescriptiveStatement": ("ruleml:Rule ", "key", ""),
    "lrml:ConstitutiveStatement": ("ruleml:Rule ", "key", ""),
    "ruleml:Rule": ("(lrml:Paraphrase )?ruleml:if ruleml:then ", "key closure", ""),
    "lrml:Paraphrase": ("", "", ""),
    "ruleml:if": (f"{FORMULA} ", "", ""),
    "ruleml:then": (f"({FORMULA}|{DEONTIC}) ", "", ""),
    "ruleml:And": (f"({FORMULA} )*", "", ""),
    "ruleml:Or": (f"({FORMULA} )*", "", ""),
    "ruleml:Neg": (f"{FORMULA} ", "", ""),
    "lrml:Obligation": (f"(ruleml:slot )*{FORMULA} ", "", ""),
    "lrml:Prohibition": (f"(ruleml:slot )*{FORMULA} ", "", ""),
    "ruleml:slot": (f"lrml:Bearer {TERM} ", "", ""),
    "lrml:Bearer": ("", "", "iri"),
    "ruleml:Atom": (f"ruleml:Rel ({TERM} )*", "", ""),
    "ruleml:Rel": ("", "iri", ""),
    "ruleml:Var": ("", "", ""),
    "ruleml:Ind": ("", "", "iri"),
}
"""For each element that we use: what stands in it and in what order, the attributes it must and may have.

As the Core Specification 1.0 has it in its compact serialization, and narrower where we write less. The
rows on `lrml` elements were compared with the compact XSD of 30 August 2021.
"""

PREFIXES = {f"{{{uri}}}": name.partition(":")[2] for name, uri in NAMESPACES.items() if ":" in name}


def short(name: str) -> str:
    """A name as it stands in the file."""
    return re.sub(r"^{[^}]*}", lambda found: f"{PREFIXES[found[0]]}:", name)


@cache
def shipped() -> Element:
    """The document of the catalogue that comes with the program, read by another XML reader."""
    found: Element = fromstring(legalruleml_text(SHIPPED))
    return found


def statement(root: Element, key: str) -> Element:
    """The statement of that name."""
    (found,) = (each for each in root.iter() if each.get("key") == key)
    return found


def names(element: Element) -> list[str]:
    """The names of all that stands in an element, however deep."""
    return [short(each.tag) for each in element.iter()]


def misbuilt(root: Element) -> list[str]:
    """What is not as the specification has it, by element."""
    found = []
    for each in root.iter():
        content, must, may = SPECIFIED[short(each.tag)]
        inside = "".join(f"{short(child.tag)} " for child in each)
        given_ = {short(name) for name in each.attrib}
        if not re.fullmatch(content, inside):
            found.append(f"{short(each.tag)} holds {inside}")
        if not set(must.split()) <= given_ <= {*must.split(), *may.split()}:
            found.append(f"{short(each.tag)} has {sorted(given_)}")
    return found


def test_elements_are_built_as_specified() -> None:
    """Every element is one of the specification's, with what it says of order, content and attributes."""
    assert misbuilt(shipped()) == []
    assert set(names(shipped())) == set(SPECIFIED)


def test_what_is_misbuilt_is_seen() -> None:
    """The check above does find a wrong order and a wrong attribute."""
    root = fromstring(legalruleml_text(SHIPPED))
    rule = next(each for each in root.iter() if short(each.tag) == "ruleml:Rule")
    rule.append(rule[0])
    root.set("note", "x")
    assert len(misbuilt(root)) == 2


def test_keys_and_references() -> None:
    """Keys are given once, also without their colon, and look as they must; references lead to them."""
    keys = [value_ for each in shipped().iter() if (value_ := each.get("key") or each.get("refersTo"))]
    plain = [key.removeprefix(":") for key in keys]
    assert len(plain) == len(set(plain))
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9._-]*", key) for key in plain)
    for each in shipped().iter():
        if "key" in each.attrib:
            assert each.attrib["key"].startswith(":") is short(each.tag).startswith("ruleml:")
        if "keyref" in each.attrib:
            assert each.attrib["keyref"][:1] == "#"
            assert each.attrib["keyref"][1:] in plain


def test_only_what_binds_is_a_duty() -> None:
    """A deontic operator stands for binding force alone; the rest is a fact under the name of its force."""
    for each in SHIPPED.obligations.values():
        asks = statement(shipped(), f"asks-{each.id}")
        deontic = {"lrml:Obligation", "lrml:Prohibition"} & set(names(asks))
        if each.force is Force.BINDING:
            assert deontic == {"lrml:Prohibition" if each.prohibition else "lrml:Obligation"}
            assert short(asks.tag) == "lrml:PrescriptiveStatement"
        else:
            assert not deontic
            assert short(asks.tag) == "lrml:ConstitutiveStatement"
            (head,) = asks.findall("ruleml:Rule/ruleml:then/ruleml:Atom/ruleml:Rel", _prefixed())
            assert head.get("iri") == f":{each.force.value}{'-not' if each.prohibition else ''}"


def _prefixed() -> dict[str, str]:
    return {name.partition(":")[2]: uri for name, uri in NAMESPACES.items() if ":" in name}


def test_every_rule_has_its_source() -> None:
    """Each obligation is tied to exactly its own provision, issuer and day, and readings to no source."""
    tied: dict[str, set[str]] = {}
    for association in shipped().iter(f"{{{NAMESPACES['xmlns:lrml']}}}Association"):
        edges = {edge.get("keyref", "")[1:] for edge in association if short(edge.tag) != "lrml:toTarget"}
        for edge in association:
            if short(edge.tag) == "lrml:toTarget":
                tied.setdefault(edge.get("keyref", "")[1:], set()).update(edges)
    assert set(tied) == {f"asks-{name}" for name in SHIPPED.obligations}
    for name, each in SHIPPED.obligations.items():
        instrument = SHIPPED.instruments[each.instrument]
        edges = {f"ref-{name.rpartition('.')[0]}", f"issuer-{instrument.issuer.value}"}
        edges |= {f"adopted-{instrument.id}"} if instrument.date else set()
        edges |= {f"due-{name}"} if each.deadline else set()
        assert tied[f"asks-{name}"] == edges


def test_every_need_has_its_reading() -> None:
    """What counts as met is said of each obligation of States, and named as the catalogue's own reading."""
    asked = {f"met-{name}" for name, each in SHIPPED.obligations.items() if each.needs is not None}
    root = shipped()
    role = statement(root, "author-of-readings")
    assert {each.get("keyref", "")[1:] for each in role if short(each.tag) == "lrml:forExpression"} == asked
    for name, each in SHIPPED.obligations.items():
        if each.needs is None:
            continue
        found = statement(root, f"met-{name}")
        predicates = {rel.get("iri") for rel in found.iter() if short(rel.tag) == "ruleml:Rel"}
        wanted = {f":measure-{measure}" for measure in measures(each.needs)}
        wanted |= {f":breached-{measure}" for measure in each.safeguards} | {f":act-{name}"}
        assert predicates == wanted
        then = found.find("ruleml:Rule/ruleml:then", _prefixed())
        assert then is not None
        assert ("ruleml:Neg" in names(then)) is each.prohibition


def holds(element: Element, of: Callable[[str], bool]) -> bool:
    """Whether a formula holds, given which predicates do."""
    match element.tag.partition(":")[2]:
        case "And":
            return all(holds(each, of) for each in element)
        case "Or":
            return any(holds(each, of) for each in element)
        case "Neg":
            return not holds(element[0], of)
        case _:
            return of(element[0].attrib["iri"].removeprefix(":measure-"))


@settings(max_examples=100)
@given(needs)
def test_a_formula_holds_where_the_need_is_met(need: Need) -> None:
    """For every way in which measures may be there or not, the formula holds just where the need is met."""
    named = measures(need)
    for there in product((False, True), repeat=len(named)):
        have: Mapping[str, bool] = dict(zip(named, there, strict=True))
        values = {name: 2 if is_there else 0 for name, is_there in have.items()}
        assert holds(formula(need), have.__getitem__) is (value(need, values.__getitem__) == 2)


def test_a_gate_that_cannot_be_written_out_is_refused() -> None:
    """A gate of too many combinations is refused with a way out, instead of a document of gigabytes."""
    many = gate(10, tuple(Leaf(f"m{number}") for number in range(20)))
    with pytest.raises(InputError, match=r"at least 10 of 20 takes 184,756 combinations .* divide the gate"):
        formula(many)


def one(**fields: Any) -> Catalogue:
    """A catalogue of one obligation."""
    return build.catalogue([build.obligation(1, "a-law", **fields)], ["a-law"])


@pytest.mark.parametrize("force", [force for force in Force if force is not Force.NONE])
@pytest.mark.parametrize("prohibition", [False, True])
def test_each_sort_of_rule_is_built_as_specified(force: Force, prohibition: bool) -> None:
    """Whatever its force, condition and text, a rule is built as specified, the same on a second run."""
    odd = "a < b & 'c' \x07 \x85 ]]> é 漢"
    catalogue = one(
        force=force.value,
        prohibition=prohibition,
        summary=odd,
        restated=True,
        applies_if={"has_land_borders": False},
        bearers=["member_states", "icao"],
        deadline="2025-01-31",
    )
    text = legalruleml_text(catalogue)
    root = fromstring(text)
    assert misbuilt(root) == []
    assert text == legalruleml_text(catalogue)
    said = statement(root, "asks-code.1.1").find("ruleml:Rule/lrml:Paraphrase", _prefixed())
    assert said is not None
    assert said.text is not None
    assert said.text.startswith("Restates a duty made elsewhere. a < b & 'c'")
