"""The rules themselves: what binds as a deontic rule, what does not as a fact, and what counts as met."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from obligraph.report.legalruleml.parts import atom, both, denied, either, element, formula, variable
from obligraph.rules.model import Obligation
from obligraph.rules.words import Force


def duty_key(each: Obligation) -> str:
    """The name of the statement of what an obligation asks."""
    return f"asks-{each.id}"


def reading_key(each: Obligation) -> str:
    """The name of the statement of what counts as doing it."""
    return f"met-{each.id}"


def act(each: Obligation) -> str:
    """The predicate of doing what is asked, or what is forbidden."""
    return f"act-{each.id}"


def asks(each: Obligation) -> Element:
    """What an obligation asks.

    Binding force is a deontic operator. Lesser force is none: that someone is called upon, encouraged or
    recommended to act is a fact that the text makes, under a predicate of the name of the force.
    """
    binds = each.force is Force.BINDING
    head = _deontic(each) if binds else _called(each)
    sort = "lrml:PrescriptiveStatement" if binds else "lrml:ConstitutiveStatement"
    said = f"Restates a duty made elsewhere. {each.summary}" if each.restated else each.summary
    rule = _rule(f"asks-rule-{each.id}", said, both(_conditions(each)), head)
    return element(sort, rule, key=duty_key(each))


def reading(each: Obligation) -> Element | None:
    """What counts as doing what is asked, by this catalogue's reading; nothing where no State is asked.

    Not doing what is forbidden is what the measures of a prohibition show.
    """
    if each.needs is None:
        return None
    shown = (formula(each.needs), *(denied(atom(f"breached-{name}")) for name in each.safeguards))
    head = denied(atom(act(each))) if each.prohibition else atom(act(each))
    rule = _rule(f"met-rule-{each.id}", "", both(shown), head)
    return element("lrml:ConstitutiveStatement", rule, key=reading_key(each))


def _rule(key: str, said: str, when: Element, then: Element) -> Element:
    notes = (element("lrml:Paraphrase", text=said),) if said else ()
    ends = (element("ruleml:if", when), element("ruleml:then", then))
    return element("ruleml:Rule", *notes, *ends, key=f":{key}", closure="universal")


def _conditions(each: Obligation) -> Iterator[Element]:
    """Who must act, and where it applies."""
    yield either(atom(f"bearer-{bearer.value}") for bearer in each.bearers)
    for attribute, value in each.applies_if.items():
        fact = atom(f"state-{attribute}")
        yield fact if value else denied(fact)


def _deontic(each: Obligation) -> Element:
    bearer = element("ruleml:slot", element("lrml:Bearer", iri=":bearer"), variable())
    name = "lrml:Prohibition" if each.prohibition else "lrml:Obligation"
    return element(name, bearer, atom(act(each)))


def _called(each: Obligation) -> Element:
    force = f"{each.force.value}-not" if each.prohibition else each.force.value
    return atom(force, element("ruleml:Ind", iri=f":{act(each)}"))
