"""The catalogue, with one State's findings where there are some, as a graph of typed nodes and edges.

The order of nodes and edges is that of the catalogue and does not depend on anything else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from obligraph.errors import Fault, InputError
from obligraph.graph.findings import NO_FINDINGS, Exhibit, Findings
from obligraph.graph.nodes import NodeKind
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.citing import Citations, year_in
from obligraph.rules.model import Instrument, Measure, Obligation
from obligraph.rules.need import Need, value
from obligraph.rules.words import EdgeType, Force, InstrumentKind

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph

EVIDENCE = "evidence:"
"""Stands before the id of a piece of evidence, so that it never meets the id of another node."""

READING = "our reading of the provision"
"""The basis of what the catalogue's authors read out of a provision."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A typed edge with where it is found and how sure it is.

    Attributes:
        type: what the edge says of its two ends.
        tail: the node where it starts.
        head: the node where it ends.
        basis: where it is found: a provision, a method, a place in a piece of evidence.
        status: `stated` or `inferred`; for evidence `counted` or `not counted`.
        reason: why it stands, in words; empty where the type says all.
        required: for `needs` and `safeguards`, whether the obligation cannot be met without the measure.
    """

    type: EdgeType
    tail: str
    head: str
    basis: str
    status: str
    reason: str = ""
    required: bool = False


def build(catalogue: Catalogue, findings: Findings = NO_FINDINGS) -> ObligationGraph:
    """The graph of a catalogue.

    Args:
        catalogue: what the nodes and edges are made of.
        findings: the ratings and the evidence of one State, to colour the nodes and to add the evidence.

    Raises:
        InputError: an instrument and a measure have the same id.
    """
    from networkx import MultiDiGraph

    _refuse_shared_ids(catalogue)
    graph: ObligationGraph = MultiDiGraph(
        state=findings.state, as_of=findings.as_of, caveat=findings.caveat, catalogue=catalogue.fingerprint
    )
    for instrument in catalogue.instruments.values():
        graph.add_node(instrument.id, **_of_instrument(instrument))
    for obligation in catalogue.obligations.values():
        graph.add_node(obligation.id, **_of_obligation(obligation, catalogue, findings))
    for measure in catalogue.measures.values():
        graph.add_node(measure.id, **_of_measure(measure, findings))
    for exhibit in findings.evidence:
        graph.add_node(f"{EVIDENCE}{exhibit.id}", **_of_exhibit(exhibit))
    _add_cited(graph, catalogue)
    for edge in _edges(catalogue, findings):
        add(graph, edge)
    return graph


def _refuse_shared_ids(catalogue: Catalogue) -> None:
    shared = sorted(catalogue.instruments.keys() & catalogue.measures.keys())
    if shared:
        way_out = "rename one of the two"
        raise InputError(
            Fault(f"catalogue: {name}", "is the id of an instrument and of a measure", way_out=way_out)
            for name in shared
        )


def add(graph: ObligationGraph, edge: Edge) -> None:
    """Adds an edge; a second one of the same type between the same nodes stands beside the first."""
    key, number = str(edge.type), 1
    while graph.has_edge(edge.tail, edge.head, key):
        number += 1
        key = f"{edge.type}:{number}"
    graph.add_edge(
        edge.tail,
        edge.head,
        key,
        type=str(edge.type),
        basis=edge.basis,
        status=edge.status,
        reason=edge.reason,
        required=edge.required,
    )


def _of_instrument(instrument: Instrument) -> dict[str, str | int | bool]:
    return {
        "kind": str(NodeKind.INSTRUMENT),
        "title": instrument.title,
        "symbol": instrument.symbol,
        "year": instrument.date.year if instrument.date else year_in(instrument.symbol),
        "date": instrument.date.isoformat() if instrument.date else "",
        "sort": str(instrument.kind),
        "issuer": str(instrument.issuer),
        "external": instrument.external,
    }


def _of_obligation(
    obligation: Obligation, catalogue: Catalogue, findings: Findings
) -> dict[str, str | int | bool]:
    kind = NodeKind.PRINCIPLE if is_principle(obligation, catalogue) else NodeKind.OBLIGATION
    return {
        "kind": str(kind),
        "title": obligation.title,
        "summary": obligation.summary,
        "instrument": obligation.instrument,
        "symbol": catalogue.instruments[obligation.instrument].symbol,
        "paragraph": obligation.paragraph,
        "force": str(obligation.force),
        "restated": obligation.restated,
        "prohibition": obligation.prohibition,
        "bearers": " ".join(map(str, obligation.bearers)),
        "themes": " ".join(obligation.themes),
        "key": bool(obligation.key),
        "key_reason": obligation.key,
        "rated": obligation.rated,
        "deadline": obligation.deadline.isoformat() if obligation.deadline else "",
        "rating": findings.ratings.get(obligation.id, ""),
        "rating_reason": findings.reasons.get(obligation.id, ""),
        "gap": obligation.id in findings.gaps,
    }


def is_principle(obligation: Obligation, catalogue: Catalogue) -> bool:
    """Whether an obligation is guidance: of recommended or consider force in guiding principles."""
    soft = obligation.force in {Force.RECOMMENDED, Force.CONSIDER}
    return soft and catalogue.instruments[obligation.instrument].kind is InstrumentKind.PRINCIPLES


def _of_measure(measure: Measure, findings: Findings) -> dict[str, str | int | bool]:
    return {
        "kind": str(NodeKind.MEASURE),
        "title": measure.title,
        "summary": measure.expects,
        "themes": measure.theme,
        "axis": str(measure.axis),
        "stage": str(measure.stage),
        "safeguard": measure.safeguard,
        "effort": measure.effort,
        "rating": findings.measures.get(measure.id, ""),
    }


def _of_exhibit(exhibit: Exhibit) -> dict[str, str | int | bool]:
    counted = any(not statement.not_counted for statement in exhibit.statements)
    return {
        "kind": str(NodeKind.EVIDENCE),
        "title": exhibit.title,
        "sort": exhibit.kind,
        "where": exhibit.where,
        "counted": counted,
    }


def _add_cited(graph: ObligationGraph, catalogue: Catalogue) -> None:
    """Adds the instruments that are cited and have no entry in the catalogue."""
    citations = Citations(catalogue)
    for obligation in catalogue.obligations.values():
        for cite in obligation.cites:
            cited = citations.find(cite)
            for target in cited.targets:
                if target not in graph:
                    graph.add_node(target, **_of_cited(cited.name))


def _of_cited(name: str) -> dict[str, str | int | bool]:
    return {
        "kind": str(NodeKind.INSTRUMENT),
        "title": name,
        "symbol": name,
        "year": year_in(name),
        "date": "",
        "sort": "",
        "issuer": "",
        "external": True,
    }


def _edges(catalogue: Catalogue, findings: Findings) -> Iterator[Edge]:
    citations = Citations(catalogue)
    for obligation in catalogue.obligations.values():
        place = f"{catalogue.instruments[obligation.instrument].symbol} paragraph {obligation.paragraph}"
        yield Edge(EdgeType.CONTAINS, obligation.instrument, obligation.id, place, "stated")
        yield from _cites(obligation, citations, place)
        yield from _needs(obligation, place)
    for relation in catalogue.relations:
        yield Edge(
            relation.type, relation.source, relation.target, relation.basis, relation.status, relation.reason
        )
    for exhibit in findings.evidence:
        yield from _statements(exhibit)


def _cites(obligation: Obligation, citations: Citations, place: str) -> Iterator[Edge]:
    for cite in dict.fromkeys(obligation.cites):
        cited = citations.find(cite)
        for target in cited.targets:
            if target != obligation.id:
                yield Edge(EdgeType.CITES, obligation.id, target, place, "stated", cited.place)


def _needs(obligation: Obligation, place: str) -> Iterator[Edge]:
    basis = f"{place}; {READING}"
    for measure in obligation.needed:
        needed = obligation.needs is not None and is_indispensable(measure, obligation.needs)
        reason = "" if needed else "one of several ways"
        yield Edge(EdgeType.NEEDS, obligation.id, measure, basis, "inferred", reason, needed)
    for measure in obligation.safeguards:
        yield Edge(EdgeType.SAFEGUARDS, obligation.id, measure, basis, "inferred", "", required=True)


def is_indispensable(measure: str, need: Need) -> bool:
    """Whether a need cannot be met without a measure, all others being in place.

    >>> from obligraph.rules.need import parse
    >>> need = parse({"all": ["a", {"any": ["b", "c"]}]})
    >>> is_indispensable("a", need), is_indispensable("b", need)
    (True, False)
    """
    return value(need, lambda other: 0 if other == measure else 2) < 2


def _statements(exhibit: Exhibit) -> Iterator[Edge]:
    for statement in exhibit.statements:
        words = f"{statement.extent} extent" + (
            f"; lacking: {statement.shortfall}" * bool(statement.shortfall)
        )
        yield Edge(
            EdgeType.SUPPORTS if statement.supports else EdgeType.CONTRADICTS,
            f"{EVIDENCE}{exhibit.id}",
            statement.measure,
            exhibit.where or exhibit.title,
            "not counted" if statement.not_counted else "counted",
            statement.not_counted or words,
        )
