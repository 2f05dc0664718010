"""`obligraph maturity`: how far each measure has come, and what response teaches prevention."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from obligraph.cli import completing
from obligraph.cli.assessing import Request, request_options
from obligraph.cli.options import Output, emit, output_options

if TYPE_CHECKING:
    from obligraph.rules.catalogue import Catalogue


@click.command(
    "maturity",
    epilog="Example: obligraph maturity samples/sorvena/profile.toml --theme uas",
    short_help="Say how mature each measure is, prevention beside response.",
)
@request_options
@click.option(
    "--theme",
    "themes",
    multiple=True,
    shell_complete=completing.themes,
    help="Show only measures of this theme or sub-module.",
)
@click.option(
    "--all", "everything", is_flag=True, help="Show every measure, not only those that guidelines name."
)
@output_options()
def command(request: Request, themes: tuple[str, ...], everything: bool, output: Output) -> None:
    """Says how mature each measure is on the evidence that PROFILE holds, from 0 (nothing) to 4 (improved).

    Above the measures stand the sub-modules of the guidelines, with the maturity of prevention (upstream)
    beside what falls on response (downstream), and between them the lessons that lead from one to the other.
    A level rates no obligation. `-` reads the profile from standard input; CSV holds the measures alone.
    """
    from obligraph.report.maturity_list import (
        lessons_listing,
        maturity_document,
        maturity_view,
        measures_listing,
        submodules_listing,
    )

    view = request.view()
    check_themes(themes, view.assessment.catalogue)
    shown = maturity_view(view, themes, everything=everything)
    listings = [measures_listing(shown)]
    if output.format == "table":
        listings = [submodules_listing(shown), lessons_listing(shown), *listings]
    emit(listings, output, lambda: maturity_document(shown))


def check_themes(themes: Iterable[str], catalogue: Catalogue) -> None:
    """Refuses themes that the catalogue does not have.

    Raises:
        InputError: a theme is unknown; all of them at once, with what is known.
    """
    from obligraph.engine.balance import submodules
    from obligraph.errors import Faults, near

    faults = Faults("maturity")
    for theme in themes:
        if theme not in catalogue.themes:
            known = (*submodules(catalogue), *sorted(catalogue.themes))
            shown = dict.fromkeys((*near(theme, known), *known))
            faults.add("--theme", f"'{theme}' is not in the catalogue", shown)
    faults.raise_if_any()
