"""`obligraph gaps`: what is not met, ranked, and what is left open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from obligraph.cli import completing
from obligraph.cli.assessing import Request, request_options
from obligraph.cli.options import Output, emit, output_options, refuse_unknown

if TYPE_CHECKING:
    from obligraph.engine.results import Row
    from obligraph.report.gap_list import Window
    from obligraph.rules.catalogue import Catalogue

FORCES = ("binding", "called_upon", "encouraged", "recommended", "consider")
"""The forces that an obligation can have, strongest first; a test holds them to the vocabulary."""

NEEDED_IN_TABLE = 20
"""The rows of evidence needed that a table shows where no limit is given."""

FAILED = 1
"""The exit status when what `--fail-on` names is there."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows a user wants to see; an empty part lets all through; a limit of 0 is none."""

    forces: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    limit: int | None = None

    def keeps(self, row: Row) -> bool:
        """Whether a row is shown: it has one of the forces, one of the themes and one of the instruments."""
        obligation = row.result.obligation
        return (
            (not self.forces or obligation.force.value in self.forces)
            and (not self.themes or not set(self.themes).isdisjoint(obligation.themes))
            and (not self.instruments or obligation.instrument in self.instruments)
        )

    def window(self, format_: str) -> Window:
        """What of the lists is shown in a format."""
        from obligraph.report.gap_list import Window

        if self.limit is None:
            return Window(self.keeps, needed=NEEDED_IN_TABLE if format_ == "table" else None)
        return Window(self.keeps, self.limit or None, self.limit or None)

    def check(self, catalogue: Catalogue) -> None:
        """Refuses themes and instruments that the catalogue does not have.

        Raises:
            InputError: a name is unknown; all of them at once, with what is known.
        """
        refuse_unknown(
            "gaps",
            ("--theme", self.themes, catalogue.themes),
            ("--instrument", self.instruments, catalogue.instruments),
        )


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--force`, `--theme`, `--instrument` and `--limit`; the command receives `chosen: Filter`."""

    @click.option(
        "--force",
        "forces",
        multiple=True,
        type=click.Choice(FORCES),
        help="Show only obligations of this force; may be given more than once.",
    )
    @click.option(
        "--theme",
        "themes",
        multiple=True,
        shell_complete=completing.themes,
        help="Show only obligations of this theme.",
    )
    @click.option(
        "--instrument",
        "instruments",
        multiple=True,
        shell_complete=completing.instruments,
        help="Show only this instrument's.",
    )
    @click.option(
        "--limit",
        type=click.IntRange(min=0),
        help=f"Show at most so many rows of each list; 0 for all. Without it a table shows all gaps and the "
        f"first {NEEDED_IN_TABLE} rows of evidence needed; csv and json hold every row.",
    )
    @wraps(command)
    def wrapper(
        *args: Any,
        forces: tuple[str, ...],
        themes: tuple[str, ...],
        instruments: tuple[str, ...],
        limit: int | None,
        **rest: Any,
    ) -> Any:
        return command(*args, chosen=Filter(forces, themes, instruments, limit), **rest)

    return wrapper


@click.command(
    "gaps",
    epilog="Example: obligraph gaps samples/velmark/profile.toml --force binding --limit 5",
    short_help="Rank what is not met, binding obligations first, and say why.",
)
@request_options
@filter_options
@click.option(
    "--unknown-as-unmet",
    is_flag=True,
    help="Rank what the evidence leaves open as if it were not met, in one list. Ratings stay as they are.",
)
@click.option(
    "--fail-on",
    type=click.Choice(FORCES),
    help="Leave with exit status 1 if there is a gap of this force or a stronger one.",
)
@output_options()
@click.pass_context
def command(
    ctx: click.Context,
    request: Request,
    chosen: Filter,
    unknown_as_unmet: bool,
    fail_on: str | None,
    output: Output,
) -> None:
    """Ranks the gaps of a State, and below them the evidence that is needed.

    A gap is an obligation that is certainly not fully met on the evidence in PROFILE. Binding obligations
    come first; every row says why it stands where it does. The second list holds what may be met and is not
    shown to be. `-` reads the profile from standard input.
    """
    from obligraph.engine.ranking import gaps
    from obligraph.report.gap_list import gaps_document, gaps_listings, narrowed

    view = request.view()
    chosen.check(view.assessment.catalogue)
    ranking = gaps(view.assessment, unknown_as_unmet=unknown_as_unmet)
    shown, hidden = narrowed(ranking, chosen.window(output.format))
    view = replace(view, notes=hidden)
    emit(gaps_listings(view, shown), output, lambda: gaps_document(view, shown))
    if fail_on and any(at_least(row, fail_on) for row in ranking.gaps):
        ctx.exit(FAILED)


def at_least(row: Row, force: str) -> bool:
    """Whether a row's force is the one named or a stronger one."""
    return FORCES.index(row.result.obligation.force.value) <= FORCES.index(force)
