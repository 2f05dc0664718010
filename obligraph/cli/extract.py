"""The command `extract`."""

from __future__ import annotations

from pathlib import Path

import click

from obligraph.cli.sharing import Sharing, sharing_options


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="DOC...", type=click.Path(allow_dash=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "toml"]),
    default="table",
    show_default=True,
    help="How to show the result: table to read, jsonl for scripts, toml as a draft pack.",
)
@click.option("--all", "every", is_flag=True, help="List the clauses that hold no duty, too.")
@click.option(
    "--force-table",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A TOML file with rows of your own.",
)
@sharing_options
@click.option(
    "--review",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.xlsx",
    help="Write a sheet for a reviewer instead of listing.",
)
@click.option(
    "--reviewed",
    type=click.Path(path_type=Path),
    metavar="FILE.xlsx",
    help="List the clauses as the reviewer left them.",
)
def command(
    documents: tuple[str, ...],
    form: str,
    every: bool,
    force_table: Path | None,
    review: Path | None,
    reviewed: Path | None,
    sharing: Sharing,
) -> None:
    """Read the duties out of documents, with their force and position.

    DOC is a file, or - for standard input. Each clause comes with the row of the force table that gave its
    force, the words that fired it, and its exact place in the document.
    """
    from obligraph.cli.extracting import Review, run

    run(documents, form, every, force_table, sharing, Review(review, reviewed))
