"""`obligraph evaluate`: every rating of a State."""

from __future__ import annotations

import sys

import click

from obligraph.cli.assessing import Request, request_options
from obligraph.cli.engines import engine_option, view_by
from obligraph.cli.options import Output, emit, output_options


@click.command(
    "evaluate",
    epilog="Example: obligraph evaluate samples/velmark/profile.toml --as-of 2024-06-30",
    short_help="Rate every obligation of a State on the evidence supplied.",
)
@request_options
@engine_option("reference", "durable", "both")
@output_options()
def command(request: Request, engine: str, output: Output) -> None:
    """Rates every obligation of a State on the evidence that PROFILE holds.

    PROFILE is a file in TOML or JSON; `-` reads it from standard input. Each obligation is rated met, partly
    met, not met, undetermined (the evidence leaves it open) or not applicable. Obligations that other bodies
    bear are shown and never rated.

    `--engine durable` asks durable-rules instead of the reference evaluator (it needs the extra [durable]);
    `--engine both` asks both, says how many answers agree, and leaves with status 1 if any differ.
    """
    from obligraph.report.rating_list import evaluate_document, ratings_listing, summary_listing

    view, agree = view_by(engine, request)
    listings = [ratings_listing(view)]
    if output.format == "table":
        listings.insert(0, summary_listing(view))
    emit(listings, output, lambda: evaluate_document(view))
    if not agree:
        sys.exit(1)
