"""`obligraph graph`: pictures, data and a page of the graph, and questions asked of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from obligraph.cli import completing
from obligraph.cli.assessing import Request
from obligraph.cli.chatter import say
from obligraph.cli.groups import NearGroup, way_out
from obligraph.cli.options import Output, as_of_option, catalogue_option, emit, output_options

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph
    from obligraph.graph.views import Asked
    from obligraph.report.json_text import Json
    from obligraph.report.listing import Listing
    from obligraph.rules.catalogue import Catalogue

VIEW_NAMES = (
    "gaps",
    "key",
    "instrument",
    "obligation",
    "theme",
    "citations",
    "measures",
    "neighbours",
    "whole",
)
"""The views by name; a test holds them to those that the graph has."""

EVERYTHING = 0
"""The value of `--most` that leaves nothing out."""


class DrawsByDefault(click.Group):
    """A group whose command `draw` runs where no other is named, so that `graph PROFILE` draws."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Puts `draw` before arguments that name none of the commands; a slip in `ask` is said to be one."""
        named = bool(args) and args[0] in self.commands
        if args and args[0].isalpha() and not named and not Path(args[0]).exists():
            hint = way_out(args[0], list(self.commands), ctx.command_path)
            ctx.fail(f"there is neither a command nor a file '{args[0]}'; {hint}")
        return super().parse_args(ctx, args if named else ["draw", *args])


class Draws(click.Command):
    """The command that runs by default; its usage leaves its own name out."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the usage as people type it: `obligraph graph [OPTIONS] [PROFILE]`."""
        path = ctx.parent.command_path if ctx.parent else ctx.command_path
        formatter.write_usage(path, " ".join(self.collect_usage_pieces(ctx)))


@click.group("graph", cls=DrawsByDefault)
def command() -> None:
    """Draw or export the obligation graph, or ask it a question."""


def graph_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options on what to show; the command receives `source: Source`."""

    @as_of_option
    @catalogue_option
    @click.option(
        "--public", is_flag=True, help="Leave out restricted evidence before anything is rated, and say so."
    )
    @wraps(function)
    def wrapper(
        *args: Any,
        profile: str | None,
        as_of: dt.date | None,
        catalogue_dir: Path | None,
        public: bool,
        **rest: Any,
    ) -> Any:
        return function(*args, source=Source(profile, as_of, catalogue_dir, public), **rest)

    return wrapper


class Source:
    """Where a graph comes from: the catalogue, with a State's profile where one is named."""

    def __init__(
        self, profile: str | None, as_of: dt.date | None, catalogue: Path | None, public: bool
    ) -> None:
        self.profile, self.as_of, self.catalogue_dir, self.public = profile, as_of, catalogue, public

    def read(self) -> tuple[Catalogue, ObligationGraph]:
        """The catalogue and its graph, coloured by the ratings of the profile where there is one."""
        from obligraph.graph.building import build

        if self.profile is None:
            from obligraph.rules.packs import load_catalogue

            catalogue = load_catalogue(self.catalogue_dir)
            return catalogue, build(catalogue)
        from obligraph.report.graph_findings import graph_findings

        view = Request(self.profile, self.as_of, self.catalogue_dir, self.public).view()
        return view.assessment.catalogue, build(view.assessment.catalogue, graph_findings(view))


@command.command("draw", cls=Draws, epilog="Questions of the graph: obligraph graph ask --help")
@click.argument("profile", required=False, type=click.Path(allow_dash=True), metavar="[PROFILE]")
@click.option(
    "-o",
    "--output",
    "path",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write this file; its ending chooses the format: html, svg, png, pdf, dot, mmd, graphml, json. "
    "Without it DOT goes to standard output.",
)
@click.option("--view", "name", type=click.Choice(VIEW_NAMES), help="The question to answer (see below).")
@click.option(
    "--focus",
    default="",
    metavar="ID",
    shell_complete=completing.anything,
    help="The instrument, obligation, measure or theme.",
)
@click.option("--depth", type=click.IntRange(min=0), help="The most steps from the focus.")
@click.option(
    "--most",
    type=click.IntRange(min=0),
    help="The most boxes in a picture, the strongest first; 0 for all.  [default: 36, in data files all]",
)
@graph_options
def draw(
    source: Source, path: Path | None, name: str | None, focus: str, depth: int | None, most: int | None
) -> None:
    """Draws the obligation graph, coloured by rating where a profile is named.

    \b
    gaps         a State's binding gaps and what they hold up (with a profile, the default)
    key          the key obligations and what they presuppose (without a profile, the default)
    instrument   one instrument with its principles             --focus sres2396
    obligation   one obligation and all that it hangs on        --focus sres2396.12.1
    theme        a theme across instruments                     --focus passenger-data
    citations    which instruments cite which, by year
    measures     measures that several instruments share; with --focus what one measure serves
    neighbours   any node with all that is joined to it         --focus pnr-law
    whole        everything; the default for graphml and json

    A page (html) holds all pictures unless one is named.
    """  # noqa: D301
    from obligraph.graph.formats import ending_of

    ending = ending_of(path) if path else ".dot"
    catalogue, graph = source.read()
    asked = _asked(graph, catalogue, (focus, depth, most), ending, name)
    _write(_drawn(asked, name or "", ending), path)


def _asked(
    graph: ObligationGraph,
    catalogue: Catalogue,
    chosen: tuple[str, int | None, int | None],
    ending: str,
    name: str | None,
) -> Asked:
    from obligraph.graph.formats import DATA
    from obligraph.graph.views import MOST_NODES, Asked

    focus, depth, most = chosen
    if most is None:
        most = EVERYTHING if ending in DATA else MOST_NODES
    return Asked(graph, catalogue, focus, depth, None if most == EVERYTHING else most)


def _drawn(asked: Asked, name: str, ending: str) -> str | bytes:
    """What is asked for, in the format of an ending."""
    from obligraph.graph.formats import DATA
    from obligraph.graph.views import standard_views, view

    if ending == ".html":
        from obligraph.graph.page import page

        one = bool(name or asked.focus)
        views = [(name or "Picture", view(asked, name))] if one else standard_views(asked)
        return page(asked.graph, asked.catalogue, views)
    shown = view(asked, name or ("whole" if ending in DATA and not asked.focus else ""))
    match ending:
        case ".graphml":
            from obligraph.graph.formats.graphml import graphml

            return graphml(shown)
        case ".json":
            from obligraph.graph.formats.node_link import node_link

            return node_link(shown)
        case _:
            from obligraph.graph.formats.writing import picture

            return picture(shown, ending)


def _write(content: str | bytes, path: Path | None) -> None:
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    if path is None:
        click.echo(data, nl=False)
        return
    from obligraph.files import write_bytes

    write_bytes(path, data)
    say(f"wrote {path}")


@command.group("ask", cls=NearGroup)
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
    graph: ObligationGraph, output: Output, name: str, shown: Listing | tuple[Listing, ...], answer: Json
) -> None:
    from obligraph.report.graph_answers import document

    emit(shown, output, lambda: document(graph, name, answer))


@ask.command()
@most_option
@question
def keystones(source: Source, output: Output, most: int) -> None:
    """The gaps whose mending unblocks most binding obligations, with the paths."""
    from obligraph.graph.questions.keystones import keystones as found_in
    from obligraph.report.graph_answers import keystone_listing, plain

    _, graph = source.read()
    found = found_in(graph, most or None)
    _answer(graph, output, "keystones", keystone_listing(graph, found), [plain(row) for row in found])


@ask.command()
@most_option
@question
def bottlenecks(source: Source, output: Output, most: int) -> None:
    """The measures without which most binding obligations cannot be met."""
    from obligraph.graph.questions.bottlenecks import bottlenecks as found_in
    from obligraph.report.graph_answers import bottleneck_listing, plain

    _, graph = source.read()
    found = found_in(graph, most or None)
    _answer(graph, output, "bottlenecks", bottleneck_listing(graph, found), [plain(row) for row in found])


@ask.command()
@click.argument("start", metavar="A", shell_complete=completing.entries)
@click.argument("end", metavar="B", shell_complete=completing.entries)
@question
def path(source: Source, output: Output, start: str, end: str) -> None:
    """How two nodes hang together: a shortest chain of links from A to B."""
    from obligraph.graph.questions.path import path as found_in
    from obligraph.report.graph_answers import path_listing, plain

    _, graph = source.read()
    found = found_in(graph, _known(graph, start), _known(graph, end))
    _answer(graph, output, "path", path_listing(graph, found), plain(found))


@ask.command()
@click.argument("obligation", metavar="ID", shell_complete=completing.obligations)
@question
def blocks(source: Source, output: Output, obligation: str) -> None:
    """What one obligation holds up, and what it waits for."""
    from obligraph.graph.questions.blocks import blocks as found_in
    from obligraph.report.graph_answers import blocks_listings, plain

    _, graph = source.read()
    found = found_in(graph, _known(graph, obligation))
    _answer(graph, output, "blocks", blocks_listings(graph, found), plain(found))


@ask.command()
@question
def cycles(source: Source, output: Output) -> None:
    """What leads back to itself, such as instruments that cite each other."""
    from obligraph.graph.questions.cycles import cycles as found_in
    from obligraph.report.graph_answers import cycle_listing, plain

    _, graph = source.read()
    found = found_in(graph)
    _answer(graph, output, "cycles", cycle_listing(graph, found), [plain(row) for row in found])


@ask.command()
@question
def orphans(source: Source, output: Output) -> None:
    """What hangs on nothing: duties without measures, measures without duties."""
    from obligraph.graph.questions.orphans import orphans as found_in
    from obligraph.report.graph_answers import orphan_listing, plain

    _, graph = source.read()
    found = found_in(graph)
    _answer(graph, output, "orphans", orphan_listing(graph, found), [plain(row) for row in found])


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
