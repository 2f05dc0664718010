"""Where the boxes and arrows of a drawing stand: by `dot` where it is installed, else by igraph."""

from __future__ import annotations

from obligraph.graph.drawing import Drawing
from obligraph.graph.layout.packing import repacked
from obligraph.graph.layout.plan import Plan


def lay_out(drawing: Drawing) -> Plan:
    """The plan of a drawing: by `dot`, or by igraph's layered layout where `dot` is missing or fails.

    Unless rows are given, parts that do not hang together are then set side by side.
    """
    from obligraph.graph.layout.by_dot import lay_out_by_dot
    from obligraph.graph.layout.by_igraph import lay_out_by_igraph

    plan = lay_out_by_dot(drawing) or lay_out_by_igraph(drawing)
    return plan if drawing.rows else repacked(drawing, plan)
