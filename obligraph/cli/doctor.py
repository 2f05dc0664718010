"""`obligraph doctor`: what is installed, and what each missing part costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from obligraph.cli.options import Output, emit, output_options

if TYPE_CHECKING:
    from obligraph.cli.parts import Part
    from obligraph.report.listing import Listing

NOTE = "Nothing else is needed: no network, no server, no browser, no office program."


@click.command(
    "doctor",
    epilog="Example: obligraph doctor --format json",
    short_help="Say what is installed, and what each missing part costs.",
)
@output_options()
def command(output: Output) -> None:
    """Says what is installed on this machine, and what each missing part costs.

    Each part comes with what it is for; one that is missing also with what cannot be had without it, and how
    to get it. Send the output along with a question. It changes nothing, uses no network, and always leaves
    with status 0: a part that is missing is no fault.
    """
    from obligraph.cli.parts import parts

    emit(_listing(parts()), output)


def _listing(found: tuple[Part, ...]) -> Listing:
    from obligraph.report.listing import Column, Listing

    columns = (
        Column("part", "Part"),
        Column("state", "State"),
        Column("version", "What is there"),
        Column("purpose", "For", detail=True),
        Column("cost", "Without it, you lack", detail=True),
        Column("way", "To get it", detail=True),
    )
    rows = tuple((each.name, each.state, each.version, each.purpose, each.cost, each.way) for each in found)
    return Listing("What is installed", columns, rows, notes=(NOTE,))
