"""`obligraph profile export` and `import`: a profile as a workbook for people, and back."""

from __future__ import annotations

from pathlib import Path

import click

from obligraph.cli.chatter import say, tell
from obligraph.cli.options import catalogue_option, emit_bytes, emit_text, file_option, today


@click.command(
    "export",
    epilog='Example: obligraph profile export --blank "Velmark" -o questionnaire.xlsx',
    short_help="Write a profile as a workbook to fill in, or as TOML or JSON.",
)
@click.argument("profile", required=False, type=click.Path(allow_dash=True), metavar="[PROFILE]")
@click.option("--blank", metavar="STATE", help="Write an empty questionnaire for this State.")
@click.option("--public", is_flag=True, help="Leave out restricted evidence and all that speaks of it.")
@file_option(".xlsx, .toml or .json")
@catalogue_option
def export(
    profile: str | None, blank: str | None, public: bool, output_path: Path, catalogue_dir: Path | None
) -> None:
    """Writes PROFILE in another format, without loss: a workbook for people, TOML or JSON for programs.

    The workbook has a sheet for each theme with the guiding questions, and reads back with `profile import`.
    """
    from obligraph.engine.profile import Profile
    from obligraph.engine.reading import load_profile
    from obligraph.report.profile_files import FORMATS, Written, known_ending, profile_bytes
    from obligraph.report.public import PUBLIC_NOTE, without_restricted
    from obligraph.rules.packs import load_catalogue

    if (profile is None) == (blank is None):
        raise click.UsageError("name either a PROFILE, or a State with --blank")
    known_ending(output_path, FORMATS)
    catalogue = load_catalogue(catalogue_dir)
    if blank is not None and not blank.strip():
        raise click.BadParameter("the State needs a name", param_hint="--blank")
    given = load_profile(profile, catalogue, today()) if profile else Profile(state=blank or "")
    shown = without_restricted(given) if public else given
    if public:
        say(PUBLIC_NOTE)
    written = Written(shown, catalogue, Path(profile or "questionnaire").name, public)
    emit_bytes(profile_bytes(written, output_path), output_path)


@click.command(
    "import",
    epilog="Example: obligraph profile import questionnaire.xlsx -o velmark.toml",
    short_help="Read a filled workbook, or report every faulty cell of it.",
)
@click.argument("file", type=click.Path(allow_dash=True), metavar="FILE.xlsx")
@click.option(
    "--output",
    "-o",
    "output_path",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write, .toml or .json; without it, TOML on standard output.",
)
@catalogue_option
def import_(file: str, output_path: Path | None, catalogue_dir: Path | None) -> None:
    """Reads a questionnaire that was filled in, and writes the profile it holds.

    Every cell that cannot be read is reported by sheet and cell, all at once. Workbooks with macros, links to
    other workbooks or more than a questionnaire can hold are refused. `-` reads standard input.
    """
    from obligraph.engine.writing import dump_profile
    from obligraph.report.profile_files import FORMATS, Written, known_ending, profile_bytes
    from obligraph.report.workbook.importing import import_workbook
    from obligraph.rules.packs import load_catalogue

    if output_path is not None:
        known_ending(output_path, FORMATS)
    catalogue = load_catalogue(catalogue_dir)
    found = import_workbook(file, catalogue, today())
    for name in found.passed_over:
        tell(f"the sheet '{name}' has no table of the questionnaire, and was not read")
    if output_path is None:
        emit_text(dump_profile(found.profile))
        return
    emit_bytes(profile_bytes(Written(found.profile, catalogue, file), output_path), output_path)
