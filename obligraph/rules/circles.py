"""Whether links go round in a circle, as presuppositions may not, nor records that replace others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter


def circle(links: Mapping[str, Iterable[str]]) -> str:
    """A circle in which links go round, as a chain in words; empty where there is none.

    Args:
        links: for each node, those it leads to directly.

    >>> circle({"use": ["collect"], "collect": ["law"], "law": ["use"]})
    'use -> collect -> law -> use'
    >>> circle({"use": ["collect"]})
    ''
    """
    try:
        TopologicalSorter(links).prepare()
    except CycleError as error:
        return " -> ".join(reversed(error.args[1]))
    return ""
