"""`obligraph profile`: starting and checking a State's evidence profile."""

from __future__ import annotations

from pathlib import Path

import click

from obligraph.cli import completing
from obligraph.cli.assessing import Request, request_options
from obligraph.cli.groups import NearGroup
from obligraph.cli.interchange import export, import_
from obligraph.cli.options import Output, catalogue_option, emit, emit_text, output_options, refuse_unknown


@click.group("profile", cls=NearGroup, short_help="Start and check a State's evidence profile.")
def command() -> None:
    """Starts and checks the evidence profile of a State."""


@command.command(
    "new",
    epilog='Example: obligraph profile new velmark.toml --state "Velmark"',
    short_help="Write a profile to fill in, with the guiding questions.",
)
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--state", default="Name of the State", help="The State's name.")
@click.option(
    "--theme",
    "themes",
    multiple=True,
    shell_complete=completing.themes,
    help="Ask only about this theme; may be repeated.",
)
@click.option("--force", is_flag=True, help="Overwrite the file if it is there.")
@catalogue_option
def new(file: Path, state: str, themes: tuple[str, ...], force: bool, catalogue_dir: Path | None) -> None:
    """Writes a profile to fill in: guiding questions by theme, with a table for each answer.

    FILE is the file to write, in TOML; `-` writes to standard output. The file can be checked and assessed at
    once: what is not answered stays open.
    """
    from obligraph.errors import Fault, InputError
    from obligraph.report.starter import starter
    from obligraph.rules.packs import load_catalogue

    if str(file) != "-" and file.exists() and not force:
        raise InputError([Fault(str(file), "is there already", way_out="name another file, or add --force")])
    catalogue = load_catalogue(catalogue_dir)
    refuse_unknown("profile new", ("--theme", themes, catalogue.themes))
    emit_text(starter(catalogue, state, themes), None if str(file) == "-" else file)


@command.command(
    "check",
    epilog="Example: obligraph profile check samples/velmark/profile.toml",
    short_help="Report all faults of a profile, or what in it counts.",
)
@request_options
@output_options()
def check(request: Request, output: Output) -> None:
    """Checks PROFILE: reports all its faults at once, or else what counts, what does not, and why."""
    from obligraph.report.evidence_list import evidence_listing

    emit(evidence_listing(request.view()), output)


command.add_command(export)
command.add_command(import_)
