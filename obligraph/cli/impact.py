"""`obligraph impact`: what a new document would change for a State."""

from __future__ import annotations

import click

from obligraph.cli.assessing import Request, requesting
from obligraph.cli.options import Output, emit, file_name, output_options


@click.command(
    "impact",
    epilog="Example: obligraph impact new-resolution.txt --profile samples/kestria/profile.toml",
    short_help="Say what a new document would change for a State, before anyone has reviewed it.",
)
@click.argument("document", metavar="DOC", type=click.Path(allow_dash=True))
@requesting(
    click.option(
        "--profile",
        required=True,
        type=click.Path(allow_dash=True),
        metavar="PROFILE",
        help="The State's profile, in TOML or JSON.",
    )
)
@output_options()
def command(document: str, request: Request, output: Output) -> None:
    """Reads the duties out of DOC and says which are new, restated or stronger, and whose rank would move.

    It is a first look, straight from the document: nobody has reviewed what was read, and every row says how
    its counterpart in the catalogue was found. A new duty has no measures yet and stands as undetermined.
    `-` reads the document from standard input. CSV holds the duties alone.
    """
    from obligraph.extract.document import read_document
    from obligraph.extract.reading import read
    from obligraph.report.impact_list import ImpactView, duties_listing, impact_document, impact_listings
    from obligraph.report.impact_reading import impact

    _check(document, request.profile)
    view = request.view()
    shown = ImpactView(impact(read(read_document(document)), view.assessment), view, file_name(document))
    listings = (duties_listing(shown),) if output.format == "csv" else impact_listings(shown)
    emit(listings, output, lambda: impact_document(shown))


def _check(document: str, profile: str) -> None:
    """Refuses to read both from standard input.

    Raises:
        InputError: both are to come from there.
    """
    from obligraph.errors import Fault, InputError
    from obligraph.files import STDIN

    if document == profile == STDIN:
        raise InputError(
            [Fault("standard input", "holds one file", way_out="give a path for one of the two")]
        )
