"""`obligraph report`: the results of an assessment as a file to hand on."""

from __future__ import annotations

from pathlib import Path

import click

from obligraph.cli.assessing import Request, request_options
from obligraph.cli.interchange import emit_bytes


@click.command(
    "report",
    epilog="Example: obligraph report samples/velmark/profile.toml -o velmark.xlsx",
    short_help="Write the results as a file to hand on.",
)
@request_options
@click.option(
    "--output",
    "-o",
    "output_path",
    required=True,
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; its ending names the format, such as .xlsx.",
)
def command(request: Request, output_path: Path) -> None:
    """Writes the results for PROFILE to a file; the ending of its name says in which format.

    A workbook (.xlsx) has a front page, the ranked gaps, the evidence needed, every obligation, measure and
    record, and the path from each obligation to its evidence. `-` reads the profile from standard input.
    """
    from obligraph.report.profile_files import known_ending
    from obligraph.report.report_files import FORMATS, report_bytes

    known_ending(output_path, FORMATS)
    emit_bytes(report_bytes(request.view(), output_path), output_path)
