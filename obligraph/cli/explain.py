"""`obligraph explain`: how one rating came about."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from obligraph.cli import completing
from obligraph.cli.assessing import Request, request_options
from obligraph.cli.options import Output, emit_text, output_options, text_columns

if TYPE_CHECKING:
    from obligraph.engine.explanation import Explanation
    from obligraph.report.documents import SourceShown
    from obligraph.report.view import View


@click.command(
    "explain",
    epilog="Example: obligraph explain samples/velmark/profile.toml sres2396.12.1",
    short_help="Show how one rating came about, down to each piece of evidence.",
)
@request_options
@click.argument("obligation", metavar="ID", shell_complete=completing.rated_obligations)
@click.option(
    "--sources",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="A folder with the instruments as documents, to quote the paragraph.",
)
@output_options("table", "json")
def command(request: Request, obligation: str, sources: Path | None, output: Output) -> None:
    """Explains in plain words how the obligation ID came to its rating on the evidence in PROFILE.

    It names the paragraph, the force and why it has it, each measure with the evidence for and against it
    and where that is found, what did not count and why, and what would settle or mend the rating. ID is the
    id of an obligation, as `obligraph gaps` lists it.
    """
    from obligraph.engine.explanation import explain
    from obligraph.report.explained import explain_document
    from obligraph.report.explanation_text import explanation_text
    from obligraph.report.json_text import json_text

    view = request.view()
    found, source = explain(view.assessment, obligation), None
    if sources:
        source, losses = _quoted(sources, view, found)
        view = replace(view, notes=(*view.notes, *losses))
    document = explain_document(view, found, source)
    if output.format == "json":
        unasked = None if sources else {"source"}
        emit_text(json_text(document.model_dump(mode="json", exclude=unasked)), output.path)
    else:
        emit_text(explanation_text(document, text_columns(output)), output.path)


def _quoted(folder: Path, view: View, found: Explanation) -> tuple[SourceShown | None, tuple[str, ...]]:
    """The paragraph of an obligation in the source's own words, and what could not be used of a folder."""
    from obligraph.report.documents import SourceShown
    from obligraph.report.quoting import quotations

    quoted = quotations(folder, view.assessment.catalogue, (found.obligation,))
    said = quoted.by_obligation.get(found.obligation.id)
    if said is None:
        return None, quoted.losses
    shown = SourceShown(paragraph=said.paragraph, file=said.file, text=said.text, damaged=said.damaged)
    return shown, quoted.losses
