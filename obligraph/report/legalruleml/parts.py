"""What the document is made of: names, elements, and formulas of RuleML.

Elements are named by prefix, as they stand in the file; the root declares the prefixes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import combinations
from math import comb
from xml.etree.ElementTree import Element, indent, tostring

from obligraph.errors import Fault, InputError
from obligraph.rules.need import Leaf, Need

NAMESPACES = {
    "xmlns": "urn:obligraph:catalogue:",
    "xmlns:lrml": "http://docs.oasis-open.org/legalruleml/ns/v1.0/",
    "xmlns:ruleml": "http://ruleml.org/spec",
    "xmlns:xs": "http://www.w3.org/2001/XMLSchema",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
"""The default namespace is that of our own terms: `:measure-pnr-law` stands for
`urn:obligraph:catalogue:measure-pnr-law`."""

MOST_WAYS = 1_000
"""The most combinations into which one gate is written out."""


def element(name: str, *inside: Element, text: str = "", **attributes: str) -> Element:
    """An element with what is inside it; attributes stand in the order given."""
    made = Element(name, attributes)
    made.text = plain(text) or None
    made.extend(inside)
    return made


def plain(text: str) -> str:
    """A text on one line, without the characters that XML cannot hold."""
    kept = (char for char in " ".join(text.split()) if ord(char) >= 0x20 and char not in "\ufffe\uffff")
    return "".join(char for char in kept if not "\ud800" <= char <= "\udfff")


def written(root: Element) -> str:
    """A document as text."""
    indent(root)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f"{head}{tostring(root, encoding='unicode')}\n"


def atom(predicate: str, *terms: Element) -> Element:
    """That a predicate of ours holds of `x`, and of whatever else is named."""
    return element("ruleml:Atom", element("ruleml:Rel", iri=f":{predicate}"), variable(), *terms)


def variable() -> Element:
    """Whoever the rule speaks of."""
    return element("ruleml:Var", text="x")


def both(formulas: Iterable[Element]) -> Element:
    """All of the formulas; one alone stands for itself."""
    inside = tuple(formulas)
    return inside[0] if len(inside) == 1 else element("ruleml:And", *inside)


def either(formulas: Iterable[Element]) -> Element:
    """Any of the formulas; one alone stands for itself."""
    inside = tuple(formulas)
    return inside[0] if len(inside) == 1 else element("ruleml:Or", *inside)


def denied(formula: Element) -> Element:
    """That a formula does not hold."""
    return element("ruleml:Neg", formula)


def formula(need: Need) -> Element:
    """A need over the predicates of its measures: at least k of n is any of the combinations of k.

    Raises:
        InputError: a gate has more than `MOST_WAYS` such combinations.
    """
    if isinstance(need, Leaf):
        return atom(f"measure-{need.measure}")
    ways = comb(len(need.children), need.k)
    if ways > MOST_WAYS:
        said = f"at least {need.k} of {len(need.children)} takes {ways:,} combinations in LegalRuleML; "
        most = f"{MOST_WAYS:,} are written"
        raise InputError([Fault("catalogue", said + most, way_out="divide the gate, or export as json")])
    return either(both(map(formula, chosen)) for chosen in combinations(need.children, need.k))


def day_key(day: dt.date) -> str:
    """The name of a day in the document.

    >>> day_key(dt.date(2017, 12, 21))
    'day-2017-12-21'
    """
    return f"day-{day.isoformat()}"
