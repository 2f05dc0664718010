"""Measures the questions and views of a large graph: python bench/graph.py.

The graph has 70,000 nodes and 77,000 edges, the size of the largest open library of compliance frameworks:
60,000 obligations in 40 instruments and 9,960 measures. It is measured with presuppositions like those of
real instruments (chains of a few steps), deep, and at worst: 70,000 obligations whose 77,000 edges all
presuppose. Times are processor seconds of one run each; memory is the most that the process held.
"""

from __future__ import annotations

import platform
import random
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from networkx import MultiDiGraph

from obligraph.graph.drawing import Drawing, draw
from obligraph.graph.formats.dot import dot
from obligraph.graph.formats.svg import svg
from obligraph.graph.layout import arranged
from obligraph.graph.layout.by_igraph import lay_out_by_igraph
from obligraph.graph.questions.bottlenecks import bottlenecks
from obligraph.graph.questions.keystones import keystones
from obligraph.graph.questions.orphans import orphans
from obligraph.graph.questions.path import path
from obligraph.graph.views import Asked, view
from obligraph.rules.catalogue import Catalogue

INSTRUMENTS, OBLIGATIONS, MEASURES = 40, 60_000, 9_960
PRESUPPOSED, NEEDED = 11_000, 6_000
RATINGS = ("met", "partly_met", "not_met", "undetermined")


def graph(reach: int, seed: int = 1) -> MultiDiGraph[str]:
    """A graph of 70,000 nodes and 77,000 edges.

    Args:
        reach: how far back a presupposition may lie; the whole number of obligations makes a deep graph.
        seed: of the random numbers.
    """
    chance = random.Random(seed)
    found: MultiDiGraph[str] = MultiDiGraph(
        state="Atlantis", as_of="2026-06-30", caveat="", catalogue="bench"
    )
    for n in range(INSTRUMENTS):
        found.add_node(f"i{n}", kind="instrument", title=f"Text {n}", symbol=f"T/{n}", year=1990 + n)
    for n in range(OBLIGATIONS):
        found.add_node(f"i{n % INSTRUMENTS}.{n}.1", **obligation(n, chance.choice(RATINGS)))
    for n in range(MEASURES):
        found.add_node(
            f"m{n}", kind="measure", title=f"Measure {n}", rating="", axis="formal", safeguard=False
        )
    for n in range(OBLIGATIONS):
        join(found, f"i{n % INSTRUMENTS}", name(n), "contains")
    for _ in range(PRESUPPOSED):
        n = chance.randrange(1, OBLIGATIONS)
        join(found, name(n), name(chance.randrange(max(0, n - reach), n)), "presupposes")
    for _ in range(NEEDED):
        join(found, name(chance.randrange(OBLIGATIONS)), f"m{chance.randrange(MEASURES)}", "needs")
    return found


def empty() -> MultiDiGraph[str]:
    """A graph that says whose ratings it carries."""
    return MultiDiGraph(state="Atlantis", as_of="2026-06-30", caveat="", catalogue="bench")


def worst(seed: int = 1) -> MultiDiGraph[str]:
    """A graph of obligations alone, with as many presuppositions as edges are allowed."""
    chance = random.Random(seed)
    found = empty()
    for n in range(70_000):
        found.add_node(name(n), **obligation(n, chance.choice(RATINGS)))
    for _ in range(77_000):
        n = chance.randrange(1, 70_000)
        join(found, name(n), name(chance.randrange(n)), "presupposes")
    return found


def name(number: int) -> str:
    """The id of an obligation."""
    return f"i{number % INSTRUMENTS}.{number}.1"


def obligation(number: int, rating: str) -> dict[str, Any]:
    """An obligation, every second one binding."""
    return {
        "kind": "obligation",
        "title": f"Duty {number}",
        "instrument": f"i{number % INSTRUMENTS}",
        "symbol": f"T/{number % INSTRUMENTS}",
        "force": "binding" if number % 2 else "called_upon",
        "restated": False,
        "rated": True,
        "key": number % 500 == 0,
        "themes": f"t{number % 30}",
        "rating": rating,
        "gap": rating in {"partly_met", "not_met"},
    }


def join(found: MultiDiGraph[str], tail: str, head: str, kind: str) -> None:
    """Adds an edge of a type."""
    found.add_edge(tail, head, type=kind, basis="bench", status="stated", reason="", required=True)


def timed(words: str, call: Callable[[], object]) -> None:
    """Prints how long a call takes."""
    start = process_time()
    call()
    print(f"  {words:<44} {process_time() - start:7.2f} s")


def measure(words: str, found: MultiDiGraph[str]) -> None:
    """Measures one graph."""
    print(f"{words}: {found.number_of_nodes():,} nodes, {found.number_of_edges():,} edges")
    nothing = Catalogue({}, {}, {}, (), {}, {})
    top = keystones(found, 1)[0].obligation
    timed("keystones, the first ten with their paths", lambda: keystones(found))
    timed("bottlenecks, the first ten", lambda: bottlenecks(found))
    timed("orphans", lambda: orphans(found))
    timed("path between the ends", lambda: path(found, name(OBLIGATIONS - 1), name(0)))
    for kind in ("neighbours", "obligation", "gaps"):
        asked = Asked(found, nothing, top, depth=2)
        timed(f"view {kind} of the first keystone, as DOT", lambda: dot(draw(view(asked, kind))))  # noqa: B023
    broadest = max(found, key=found.degree)
    wide = Asked(found, nothing, broadest, depth=2)
    timed("neighbours of the node with most links, as SVG", lambda: picture(draw(view(wide, "neighbours"))))


def picture(drawing: Drawing) -> str:
    """The SVG with the layout that needs no other program."""
    return svg(drawing, arranged(drawing, lay_out_by_igraph))


def main() -> None:
    """Measures the three graphs and the memory."""
    print(f"Python {platform.python_version()}")
    measure("chains of a few steps", graph(400))
    measure("deep", graph(OBLIGATIONS))
    measure("at worst", worst())
    print(f"most memory held: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
