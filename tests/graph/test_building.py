"""The graph that is built of a catalogue and findings."""

import pytest

from obligraph.errors import InputError
from obligraph.graph.building import build
from obligraph.graph.nodes import NodeKind, edges_of, kind_of
from obligraph.rules.packs import Pack, assemble
from obligraph.rules.words import EdgeType
from tests.graph import small


def test_every_thing_of_the_catalogue_is_a_node_of_its_kind() -> None:
    """Instruments, obligations, principles, measures and evidence are nodes, each typed."""
    graph = small.graph(found=small.findings())
    kinds = {node: kind_of(graph, node) for node in graph}
    assert kinds["code"] is NodeKind.INSTRUMENT
    assert kinds["code.1.1"] is NodeKind.OBLIGATION
    assert kinds["guide.1.1"] is NodeKind.PRINCIPLE
    assert kinds["unit"] is NodeKind.MEASURE
    assert kinds["evidence:e1"] is NodeKind.EVIDENCE


def test_soft_words_outside_principles_are_no_principle() -> None:
    """A recommended obligation of a resolution stays an obligation."""
    pack = Pack.model_validate(
        {
            "instrument": small.instrument("code", "CODE/1"),
            "obligations": [small.obligation("code", "1", force="recommended")],
            "themes": [{"id": "borders", "title": "Borders"}],
        }
    )
    assert kind_of(build(assemble({"p": pack})), "code.1.1") is NodeKind.OBLIGATION


def test_every_type_of_edge_is_there_with_its_basis_and_status() -> None:
    """The graph has every type of edge, and each edge says where it is found and how sure it is."""
    edges = edges_of(small.graph(found=small.findings()))
    assert {data["type"] for _, _, data in edges} == set(map(str, EdgeType))
    assert all(data["basis"] for _, _, data in edges)
    assert {data["status"] for _, _, data in edges} == {"stated", "inferred", "counted", "not counted"}


def test_a_measure_that_has_an_alternative_is_not_required() -> None:
    """Only a measure without which the need cannot be met is marked as required."""
    required = {
        head: data["required"]
        for tail, head, data in edges_of(small.graph(), EdgeType.NEEDS)
        if tail == "code.2.1"
    }
    assert required == {"base-law": True, "unit": False, "office": False}


def test_a_citation_leads_to_its_instrument_or_makes_one() -> None:
    """A cited instrument is joined by its symbol; an unknown one becomes a node that is marked external."""
    graph = small.graph()
    cites = {(tail, head): data["reason"] for tail, head, data in edges_of(graph, EdgeType.CITES)}
    assert cites["code.3.1", "act"] == "para 4"
    (other,) = (head for tail, head in cites if tail == "code.14.1")
    assert other.startswith("cited:")
    assert graph.nodes[other]["external"] is True


def test_two_relations_of_one_type_between_the_same_nodes_both_stay() -> None:
    """A second relation with another basis stands beside the first."""
    catalogue = small.catalogue()
    double = assemble(
        {
            "all": Pack(
                instruments=tuple(catalogue.instruments.values()),
                obligations=tuple(catalogue.obligations.values()),
                measures=tuple(catalogue.measures.values()),
                themes=tuple(catalogue.themes.values()),
                relations=(
                    *catalogue.relations,
                    catalogue.relations[0].model_copy(update={"basis": "CODE 2"}),
                ),
            )
        }
    )
    found = [data["basis"] for _, _, data in edges_of(build(double), EdgeType.PRESUPPOSES)]
    assert sorted(found) == ["CODE 1", "CODE 1", "CODE 1", "CODE 2"]


def test_an_id_that_two_kinds_share_is_refused() -> None:
    """An instrument and a measure of the same id would be one node, so the catalogue is refused."""
    pack = Pack.model_validate(
        {
            "instruments": [small.instrument("unit", "UNIT/1")],
            "themes": [{"id": "borders", "title": "Borders"}],
            "measures": [small.measure("unit")],
        }
    )
    with pytest.raises(InputError, match=r"unit: is the id of an instrument and of a measure"):
        build(assemble({"p": pack}))


def test_ratings_colour_obligations_and_measures() -> None:
    """The rating, the reason and the mark of a gap stand on the nodes."""
    graph = small.graph(found=small.findings())
    assert graph.nodes["code.1.1"]["rating"] == "not_met"
    assert graph.nodes["code.1.1"]["gap"] is True
    assert graph.nodes["code.1.1"]["rating_reason"] == "Not in place: Base law."
    assert graph.nodes["list"]["rating"] == "conflict"


def test_the_same_catalogue_gives_the_same_graph() -> None:
    """Nodes and edges come in the same order every time."""
    one, two = (small.graph(found=small.findings()) for _ in range(2))
    assert list(one.nodes(data=True)) == list(two.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(two.edges(keys=True, data=True))
