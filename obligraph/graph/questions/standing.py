"""Which obligations still wait to be met, and which of them hold others up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from obligraph.graph.nodes import asking
from obligraph.rules.words import Force

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph

NOT_SHOWN_MET = frozenset({"not_met", "partly_met", "undetermined"})
"""The ratings of an obligation that applies and is not shown met."""


def assessed(graph: ObligationGraph) -> bool:
    """Whether the graph carries a State's ratings."""
    return bool(graph.graph.get("state"))


def waiting(graph: ObligationGraph) -> frozenset[str]:
    """The binding obligations of States that apply and are not shown met; without ratings all of them."""
    rated = assessed(graph)
    return frozenset(
        node
        for node, data in graph.nodes(data=True)
        if data.get("force") == Force.BINDING
        and data.get("rated")
        and (not rated or data["rating"] in NOT_SHOWN_MET)
    )


def holding(graph: ObligationGraph) -> frozenset[str]:
    """The obligations that can hold others up: the State's gaps; without ratings every obligation."""
    nodes = asking(graph)
    if not assessed(graph):
        return frozenset(nodes)
    return frozenset(node for node in nodes if graph.nodes[node]["gap"])
