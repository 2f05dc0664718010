"""The catalogue as a library of CISO Assistant: obligations as a framework, measures as reference controls.

Source: the library format that CISO Assistant documents for its conversion tool. See docs/interchange.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from obligraph import __version__
from obligraph.report.json_text import Json
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Instrument, Measure, Obligation
from obligraph.rules.need import words as need_words
from obligraph.rules.words import Axis, Force

REF_ID = "obligraph-catalogue"
"""The library's own id, and the part of all ids that names it."""

FORCES = {
    Force.BINDING: "Legally binding on its bearers, also where a duty made elsewhere is restated.",
    Force.CALLED_UPON: "Strong political demand, not binding: calls upon, urges.",
    Force.ENCOURAGED: "Encouraged, invited or recommended; not binding.",
    Force.RECOMMENDED: "Guidance: should.",
    Force.CONSIDER: "Guidance: should consider.",
}
"""The forces, strongest first; one group each, so that an audit can be limited to what binds."""

SCORES = (
    ("Not met", "The evidence shows that it is not met."),
    ("Partly met", "The evidence shows that it is met in part, and what is lacking."),
    ("Met", "The evidence shows that all that is asked for is there."),
)
"""The values 0, 1 and 2. What is undetermined is left without a score."""

CHAPTER_VII = {"document": "for all of it", "paragraph": "in single paragraphs", "none": "nowhere"}

Fields = dict[str, Json]


def library_text(catalogue: Catalogue) -> str:
    """The library as YAML; the same text for the same catalogue.

    Texts that YAML 1.1 would take for something else, such as `NO` or `5.10`, are quoted.
    """
    import yaml

    class Dumper(yaml.SafeDumper):
        """Writes texts of several lines as blocks, and nothing by reference."""

        def ignore_aliases(self, data: object) -> bool:
            return True

    def text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)

    Dumper.add_representer(str, text)
    return yaml.dump(library(catalogue), None, Dumper, allow_unicode=True, sort_keys=False, width=100)


def library(catalogue: Catalogue) -> Fields:
    """The whole library."""
    return {
        "urn": urn("library"),
        "locale": "en",
        "ref_id": REF_ID,
        "name": "Obligraph catalogue",
        "description": f"{_about(catalogue)} Catalogue {catalogue.fingerprint}.",
        "copyright": "Titles and summaries are not the words of the instruments. Apache License 2.0.",
        "version": version_number(__version__),
        "provider": "Obligraph",
        "packager": "obligraph",
        "objects": {
            "reference_controls": [_control(catalogue, each) for each in catalogue.measures.values()],
            "framework": _framework(catalogue),
        },
    }


def urn(sort: str, *names: str) -> str:
    """An id as CISO Assistant wants it.

    >>> urn("req_node", "sres2396.12.1")
    'urn:obligraph:risk:req_node:obligraph-catalogue:sres2396.12.1'
    """
    return ":".join(("urn:obligraph:risk", sort, REF_ID, *names))


def version_number(version: str) -> int:
    """A version as the whole number, at least 1, by which CISO Assistant knows a newer library.

    >>> version_number("1.2.3"), version_number("0.1.0.dev1")
    (10203, 100)
    """
    major, minor, patch = (int(part) for part in [*re.findall(r"\d+", version), "0", "0"][:3])
    return max(1, major * 10_000 + minor * 100 + patch)


def _about(catalogue: Catalogue) -> str:
    held = [each.symbol for each in catalogue.instruments.values() if not each.external]
    return f"Obligations of {', '.join(held)}, and the measures that they ask for."


def _control(catalogue: Catalogue, measure: Measure) -> Fields:
    return {
        "urn": urn("function", measure.id),
        "ref_id": measure.id,
        "name": measure.title,
        "description": measure.question,
        "annotation": "\n".join(_facts_of(catalogue, measure)),
    }


def _facts_of(catalogue: Catalogue, measure: Measure) -> Iterator[str]:
    """What the format has no field for, a line a fact."""
    yield f"Theme: {catalogue.themes[measure.theme].title}"
    yield f"Expected: {measure.expects}"
    yield f"Accepted kinds of evidence: {_list(kind.words for kind in measure.accepts)}"
    if measure.max_age is not None:
        yield f"Evidence counts for {measure.max_age} months"
    yield f"{'On paper' if measure.axis is Axis.FORMAL else 'At work'}, {measure.stage.value}"
    yield f"Effort: {measure.effort} of 5, {measure.effort_basis}"
    if measure.safeguard:
        yield "A safeguard: it limits how others may be carried out"
    if measure.watched_by:
        yield f"Watched over by: {_list(measure.watched_by)}"


def _framework(catalogue: Catalogue) -> Fields:
    return {
        "urn": urn("framework"),
        "ref_id": REF_ID,
        "name": "Obligraph catalogue",
        "description": _about(catalogue),
        "min_score": 0,
        "max_score": 2,
        "scores_definition": [
            {"score": score, "name": name, "description": text} for score, (name, text) in enumerate(SCORES)
        ],
        "implementation_groups_definition": [
            {"ref_id": force.value, "name": force.words.capitalize(), "description": text}
            for force, text in FORCES.items()
        ],
        "requirement_nodes": list(_nodes(catalogue)),
    }


def _nodes(catalogue: Catalogue) -> Iterator[Fields]:
    """Each instrument that has obligations, with these below it."""
    for instrument in catalogue.instruments.values():
        below = [each for each in catalogue.obligations.values() if each.instrument == instrument.id]
        if below:
            yield _heading(instrument)
            yield from (_requirement(catalogue, each) for each in below)


def _heading(instrument: Instrument) -> Fields:
    return {
        "urn": urn("req_node", instrument.id),
        "assessable": False,
        "depth": 1,
        "ref_id": instrument.id,
        "name": instrument.symbol,
        "description": instrument.title,
        "annotation": "\n".join(_origin(instrument)),
    }


def _origin(instrument: Instrument) -> Iterator[str]:
    """What sort of instrument it is, a line a fact."""
    yield f"Kind: {instrument.kind.value}"
    yield f"Issued by: {instrument.issuer.words}"
    if instrument.date:
        yield f"Adopted on {instrument.date.isoformat()}"
    yield f"Invokes Chapter VII: {CHAPTER_VII[instrument.chapter_vii]}"


def _requirement(catalogue: Catalogue, each: Obligation) -> Fields:
    """An obligation; only what States bear is to be assessed."""
    controls = each.named
    node: Fields = {
        "urn": urn("req_node", each.id),
        "parent_urn": urn("req_node", each.instrument),
        "assessable": each.rated,
        "depth": 2,
        "ref_id": each.id,
        "name": each.title,
        "description": each.summary,
        "annotation": "\n".join(_facts(catalogue, each)),
        "implementation_groups": [each.force.value],
    }
    if controls:
        node["typical_evidence"] = "\n".join(catalogue.measures[name].expects for name in controls)
        node["reference_controls"] = [urn("function", name) for name in controls]
    return node


def _facts(catalogue: Catalogue, each: Obligation) -> Iterator[str]:
    """What the format has no field for, a line a fact."""
    yield f"{catalogue.instruments[each.instrument].symbol}, paragraph {each.paragraph}"
    yield f"Force: {each.force.words}, by the verb '{each.verb}' and rule {each.force_rule}"
    if each.restated:
        yield "Restates a duty made elsewhere"
    if each.prohibition:
        yield "A prohibition"
    yield f"Borne by: {_list(bearer.words for bearer in each.bearers)}"
    if each.needs is not None:
        yield f"Asks for: {need_words(each.needs)}"
    if each.safeguards:
        yield f"Limited by: {_list(each.safeguards)}"
    for attribute, value in each.applies_if.items():
        title = catalogue.attributes[attribute].title
        yield f"Applies only where this is {'so' if value else 'not so'}: {title}"
    if each.deadline:
        yield f"To be met by {each.deadline.isoformat()}"
    yield from _relations(catalogue, each)
    yield f"Themes: {_list(catalogue.themes[name].title for name in each.themes)}"
    if each.cites:
        yield f"Cites: {_list(each.cites)}"


def _relations(catalogue: Catalogue, each: Obligation) -> Iterator[str]:
    """To what other obligations it leads, and why it is key."""
    for said, names in (
        ("Presupposes", catalogue.presupposed.get(each.id)),
        ("Elaborates", catalogue.elaborated.get(each.id)),
    ):
        if names:
            yield f"{said}: {_list(names)}"
    if each.key:
        yield f"Key obligation: {each.key}"


def _list(names: Iterator[str] | tuple[str, ...]) -> str:
    return ", ".join(names)
