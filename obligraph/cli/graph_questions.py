"""`obligraph graph ask`: questions of the graph, answered as text, CSV and JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from obligraph.cli import completing
from obligraph.cli.graph_source import Source, graph_options
from obligraph.cli.groups import NearGroup
from obligraph.cli.options import Output, emit, output_options

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph
    from obligraph.report.listing import Listing


@click.group("ask", cls=NearGroup)
def ask() -> None:
    """Questions of the graph, answered with the paths that show why."""


def question(function: Callable[..., Any]) -> Callable[..., Any]:
    """Adds what every question takes; the command receives `source` and `output`."""
    profile = click.option(
        "--profile", type=click.Path(allow_dash=True), help="A State's profile, to count its gaps only."
    )
    return profile(graph_options(output_options()(function)))


most_option = click.option(
    "--most", type=click.IntRange(min=0), default=10, show_default=True, help="The most rows; 0 for all."
)


def _answer(
    graph: ObligationGraph, output: Output, name: str, shown: Listing | tuple[Listing, ...], answer: object
) -> None:
    from obligraph.report.graph_answers import document

    emit(shown, output, lambda: document(graph, name, answer))


@ask.command()
@most_option
@question
def keystones(source: Source, output: Output, most: int) -> None:
    """The gaps whose mending unblocks most binding obligations, with the paths."""
    from obligraph.graph.questions.keystones import keystones as found_in
    from obligraph.report.graph_answers import keystone_listing

    _, graph = source.read()
    found = found_in(graph, most or None)
    _answer(graph, output, "keystones", keystone_listing(graph, found), found)


@ask.command()
@most_option
@question
def bottlenecks(source: Source, output: Output, most: int) -> None:
    """The measures without which most binding obligations cannot be met."""
    from obligraph.graph.questions.bottlenecks import bottlenecks as found_in
    from obligraph.report.graph_answers import bottleneck_listing

    _, graph = source.read()
    found = found_in(graph, most or None)
    _answer(graph, output, "bottlenecks", bottleneck_listing(graph, found), found)


@ask.command()
@click.argument("start", metavar="A", shell_complete=completing.entries)
@click.argument("end", metavar="B", shell_complete=completing.entries)
@question
def path(source: Source, output: Output, start: str, end: str) -> None:
    """How two nodes hang together: a shortest chain of links from A to B."""
    from obligraph.graph.questions.path import path as found_in
    from obligraph.report.graph_answers import path_listing

    _, graph = source.read()
    found = found_in(graph, _known(graph, start), _known(graph, end))
    _answer(graph, output, "path", path_listing(graph, found), found)


@ask.command()
@click.argument("obligation", metavar="ID", shell_complete=completing.obligations)
@question
def blocks(source: Source, output: Output, obligation: str) -> None:
    """What one obligation holds up, and what it waits for."""
    from obligraph.graph.questions.blocks import blocks as found_in
    from obligraph.report.graph_answers import blocks_listings

    _, graph = source.read()
    found = found_in(graph, _known(graph, obligation))
    _answer(graph, output, "blocks", blocks_listings(graph, found), found)


@ask.command()
@question
def cycles(source: Source, output: Output) -> None:
    """What leads back to itself, such as instruments that cite each other."""
    from obligraph.graph.questions.cycles import cycles as found_in
    from obligraph.report.graph_answers import cycle_listing

    _, graph = source.read()
    found = found_in(graph)
    _answer(graph, output, "cycles", cycle_listing(graph, found), found)


@ask.command()
@question
def orphans(source: Source, output: Output) -> None:
    """What hangs on nothing: duties without measures, measures without duties."""
    from obligraph.graph.questions.orphans import orphans as found_in
    from obligraph.report.graph_answers import orphan_listing

    _, graph = source.read()
    found = found_in(graph)
    _answer(graph, output, "orphans", orphan_listing(graph, found), found)


def _known(graph: ObligationGraph, node: str) -> str:
    """The node of that id.

    Raises:
        InputError: there is none; the message gives the nearest ids.
    """
    from obligraph.errors import Fault, InputError, near

    if node in graph:
        return node
    way_out = "see `obligraph catalogue list`"
    raise InputError([Fault("graph", f"there is no '{node}'", near(node, graph), way_out)])
