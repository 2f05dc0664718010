"""`obligraph plan`: the cheapest measures that together close the gaps, in an order that works."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from obligraph.cli import completing
from obligraph.cli.assessing import Request, request_options
from obligraph.cli.gaps import FORCES
from obligraph.cli.options import Output, emit, output_options

if TYPE_CHECKING:
    from collections.abc import Iterable

    from obligraph.rules.catalogue import Catalogue


@click.command(
    "plan",
    epilog="Example: obligraph plan samples/kestria/profile.toml --budget 30",
    short_help="Find the cheapest measures that together close the gaps, in order.",
)
@request_options
@click.option(
    "--target",
    type=click.Choice(FORCES),
    default=FORCES[0],
    show_default=True,
    help="Close the gaps of this force and of every stronger one.",
)
@click.option(
    "--budget",
    type=click.IntRange(min=0),
    metavar="N",
    help="Spend an effort of at most N; if that is too little, close as many gaps as can be, binding first.",
)
@click.option(
    "--without",
    multiple=True,
    metavar="MEASURE",
    shell_complete=completing.measures,
    help="Plan without this measure, such as one that is out of the question; may be given more than once.",
)
@click.option(
    "--unknown-as-unmet",
    is_flag=True,
    help="Plan also for what the evidence leaves open, as if it were not met.",
)
@click.option(
    "--seconds",
    type=click.FloatRange(min=0),
    default=60.0,
    show_default=True,
    help="How long to look for the cheapest set before the best one so far is given, and said to be that.",
)
@output_options()
def command(
    request: Request,
    target: str,
    budget: int | None,
    without: tuple[str, ...],
    unknown_as_unmet: bool,
    seconds: float,
    output: Output,
) -> None:
    """Finds the cheapest set of measures that closes the gaps of a State, and puts it in order.

    Measures are shared, so the set is sought for all gaps together. Preconditions come first; each step says
    what it closes, what it is needed for, whether to look first because it may be in place, whom to ask for
    assistance, and the effort so far. CSV holds the steps alone. `-` reads the profile from standard input.
    """
    from obligraph.report.plan_list import Terms, plan_document, plan_listings, plan_view, steps_listing
    from obligraph.rules.words import Force

    view = request.view()
    _check(without, view.assessment.catalogue)
    terms = Terms(Force(target), budget, tuple(dict.fromkeys(without)), unknown_as_unmet, seconds)
    shown = plan_view(view, terms)
    listings = (steps_listing(shown),) if output.format == "csv" else plan_listings(shown)
    emit(listings, output, lambda: plan_document(shown))


def _check(without: Iterable[str], catalogue: Catalogue) -> None:
    """Refuses measures that the catalogue does not have.

    Raises:
        InputError: a measure is unknown; all of them at once, with the nearest names.
    """
    from obligraph.errors import Faults, near

    faults = Faults("plan")
    for name in without:
        if name not in catalogue.measures:
            faults.add(
                "--without", f"'{name}' is no measure of the catalogue", near(name, catalogue.measures)
            )
    faults.raise_if_any()
