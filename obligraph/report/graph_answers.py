"""Answers to questions of the graph, as listings for tables and as documents for JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from obligraph.graph.nodes import text_of
from obligraph.graph.questions.blocks import Blocks, Link
from obligraph.graph.questions.bottlenecks import Bottleneck
from obligraph.graph.questions.cycles import Circle
from obligraph.graph.questions.keystones import Keystone
from obligraph.graph.questions.orphans import Orphan
from obligraph.graph.questions.path import Chain, Step
from obligraph.graph.questions.standing import assessed
from obligraph.report.json_text import Json
from obligraph.report.listing import Cell, Column, Listing
from obligraph.rules.words import Force

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph

ARROW = " → "
"""Joins the nodes of a path; each presupposes the next."""


def document(graph: ObligationGraph, question: str, answer: object) -> dict[str, Json]:
    """An answer, one frozen value or a tuple of them, with what it is an answer to."""
    about: dict[str, Any] = graph.graph
    return {
        "question": question,
        "state": about["state"] or None,
        "as_of": about["as_of"] or None,
        "catalogue": about["catalogue"],
        "caveat": about["caveat"] or None,
        "answer": _plain(answer),
    }


def _plain(value: object) -> Json:
    """A frozen value, or a tuple of them, as JSON has it."""
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return _json(asdict(value))  # type: ignore[call-overload]


def _json(value: Any) -> Json:
    match value:
        case dict():
            return {name: _json(held) for name, held in value.items()}
        case list() | tuple():
            return [_json(held) for held in value]
        case _:
            found: Json = value
            return found


def _context(graph: ObligationGraph) -> tuple[tuple[str, str, str], ...]:
    about = graph.graph
    shown = (("state", "State", about["state"]), ("as_of", "As of", about["as_of"]))
    return (*(row for row in shown if row[2]), ("catalogue", "Catalogue", about["catalogue"]))


def _listing(
    graph: ObligationGraph,
    title: str,
    columns: tuple[Column, ...],
    rows: Iterable[tuple[Cell, ...]],
    empty: str,
    notes: tuple[str, ...] = (),
) -> Listing:
    caveat = tuple(filter(None, [str(graph.graph["caveat"])]))
    return Listing(title, columns, tuple(rows), (*notes, *caveat), _context(graph), empty)


def _words(text: str) -> str:
    return text.replace("_", " ")


def keystone_listing(graph: ObligationGraph, found: tuple[Keystone, ...]) -> Listing:
    """The keystones, each with the paths to what it holds up."""
    rated = assessed(graph)
    return _listing(
        graph,
        "Which gaps hold up most binding obligations?" if rated else "Which obligations carry most others?",
        (
            Column("blocks", "Holds up", right=True),
            Column("frees", "Alone", right=True),
            Column("force", "Force"),
            Column("rating", "Rating"),
            Column("obligation", "Obligation"),
            Column("title", "Title"),
            Column("paths", "Paths", detail=True),
        ),
        (
            (
                len(row.blocks),
                len(row.frees),
                Force(row.force).words,
                _words(row.rating),
                row.obligation,
                row.title,
                (*(ARROW.join(path) for path in row.paths), *_more(row.paths_left_out)),
            )
            for row in found
        ),
        "No gap holds up a binding obligation." if rated else "No obligation presupposes another.",
        (
            "Holds up: binding obligations, not shown met, that presuppose this one directly or through "
            "others. Alone: those among them that no other gap holds up.",
        )
        if rated
        else ("Holds up: binding obligations that presuppose this one directly or through others.",),
    )


def _more(number: int) -> tuple[str, ...]:
    return (f"and {number} farther away",) if number else ()


def bottleneck_listing(graph: ObligationGraph, found: tuple[Bottleneck, ...]) -> Listing:
    """The bottlenecks, with the obligations that hang on each."""
    return _listing(
        graph,
        "On which measures do most binding obligations hang?",
        (
            Column("directly", "Directly", right=True),
            Column("through_others", "Through others", right=True),
            Column("determination", "In place"),
            Column("measure", "Measure"),
            Column("title", "Title"),
            Column("obligations", "Obligations", detail=True),
        ),
        (
            (
                len(row.directly),
                len(row.through_others),
                _words(row.determination),
                row.measure,
                row.title,
                (*row.directly, *row.through_others),
            )
            for row in found
        ),
        "No binding obligation hangs on a single measure.",
        (
            "Directly: the obligation cannot be met without the measure. "
            "Through others: it presupposes an obligation that cannot.",
        ),
    )


def blocks_listings(graph: ObligationGraph, found: Blocks) -> tuple[Listing, ...]:
    """What an obligation holds up, and what it waits for."""
    name = f"{found.obligation} ({text_of(graph, found.obligation, 'title')})"
    return (
        _links(graph, f"What does {name} hold up?", found.held_up, "No obligation presupposes it."),
        _links(graph, f"What does {name} wait for?", found.waits_for, "It presupposes no obligation."),
    )


def _links(graph: ObligationGraph, title: str, links: tuple[Link, ...], empty: str) -> Listing:
    columns = (
        Column("force", "Force"),
        Column("rating", "Rating"),
        Column("obligation", "Obligation"),
        Column("title", "Title"),
        Column("path", "Path", detail=True),
    )
    rows = (
        (Force(link.force).words, _words(link.rating), link.obligation, link.title, ARROW.join(link.path))
        for link in links
    )
    return _listing(graph, title, columns, rows, empty)


def path_listing(graph: ObligationGraph, found: Chain) -> Listing:
    """The steps from one node to the other."""
    against = () if found.along else ("No path follows the arrows; this one goes against some of them.",)
    return _listing(
        graph,
        f"How does {found.start} hang together with {found.end}?",
        (Column("step", "Step"), Column("basis", "Found in", detail=True)),
        ((_step(step), step.basis) for step in found.steps),
        "They are one and the same." if found.start == found.end else "They do not hang together.",
        against if found.steps else (),
    )


def _step(step: Step) -> str:
    if step.forward:
        return f"{step.start} {step.type} {step.end}"
    return f"{step.start} (backwards: {step.end} {step.type} it) {step.end}"


def cycle_listing(graph: ObligationGraph, found: tuple[Circle, ...]) -> Listing:
    """The circles, with a way round each."""
    return _listing(
        graph,
        "What leads back to itself?",
        (Column("type", "Along"), Column("nodes", "Nodes"), Column("round", "A way round", detail=True)),
        ((circle.type, circle.nodes, ARROW.join(circle.round)) for circle in found),
        "Nothing leads back to itself.",
    )


def orphan_listing(graph: ObligationGraph, found: tuple[Orphan, ...]) -> Listing:
    """The nodes that hang on nothing."""
    return _listing(
        graph,
        "What hangs on nothing?",
        (Column("kind", "Kind"), Column("node", "Id"), Column("title", "Title"), Column("lacks", "Lacks")),
        ((row.kind, row.node, row.title, row.lacks) for row in found),
        "Everything hangs together.",
    )
