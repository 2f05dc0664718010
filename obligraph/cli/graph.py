"""`obligraph graph`: pictures, data and a page of the graph; its questions stand in `graph_questions`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from obligraph.cli import completing
from obligraph.cli.graph_questions import ask
from obligraph.cli.graph_source import Source, graph_options
from obligraph.cli.groups import way_out
from obligraph.cli.options import emit_bytes

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph
    from obligraph.graph.views import Asked
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
    help="The most boxes in a picture, the strongest first; 0 for all.  [default: 20, in data files all]",
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
    drawn = _drawn(asked, name or "", ending)
    emit_bytes(drawn.encode("utf-8", "replace") if isinstance(drawn, str) else drawn, path)


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


command.add_command(ask)
