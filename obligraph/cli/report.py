"""`obligraph report`: the results of an assessment as a file to hand on."""

from __future__ import annotations

from pathlib import Path

import click

from obligraph.cli.assessing import Request, request_options
from obligraph.cli.options import emit_bytes, file_option


@click.command(
    "report",
    epilog="Example: obligraph report samples/velmark/profile.toml -o velmark.xlsx",
    short_help="Write the results as a file to hand on.",
)
@request_options
@file_option(".html, .md, .pdf, .xlsx or .oscal.json")
@click.option(
    "--since",
    metavar="EARLIER",
    type=click.Path(dir_okay=False),
    help="The profile of an earlier assessment, to say on page one what moved since (html, md, pdf).",
)
@click.option(
    "--sources",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="A folder with the instruments as documents, to quote each paragraph (html, md, pdf, xlsx).",
)
@click.option(
    "--paper",
    type=click.Choice(["a4", "letter"]),
    default="a4",
    show_default=True,
    help="The paper of a PDF.",
)
def command(request: Request, output_path: Path, since: str | None, sources: Path | None, paper: str) -> None:
    """Writes the results for PROFILE to a file; the ending of its name says in which format.

    The report (.html, .md, .pdf) has a page one to hand on, with counts, top shortfalls, recommendations,
    assistance needs and progress, and behind it every obligation with its evidence. The HTML file also holds
    the graph to explore. PDF needs the extra [pdf].

    A workbook (.xlsx) has a front page, the ranked gaps, the evidence needed, every obligation, measure and
    record, and the path from each obligation to its evidence. OSCAL assessment results end in .oscal.json, an
    OSCAL plan of action in .poam.oscal.json. `-` reads the profile from standard input.
    """
    from obligraph.report.profile_files import known_ending
    from obligraph.report.report_files import FORMATS, Asked, report_bytes

    known_ending(output_path, FORMATS)
    earlier = Request(since, None, request.catalogue, request.public).view() if since else None
    asked = Asked(request.view(), earlier, sources, paper)
    emit_bytes(report_bytes(asked, output_path), output_path)
