"""`obligraph portfolio`: many States beside each other, and whom to look at next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from obligraph.cli.options import (
    Output,
    as_of_option,
    catalogue_option,
    emit,
    emit_text,
    output_options,
    public_option,
    today,
)
from obligraph.cli.sharing import Sharing, sharing_options

if TYPE_CHECKING:
    from obligraph.engine.profile import Profile
    from obligraph.errors import Fault
    from obligraph.report.portfolio_list import Part
    from obligraph.report.portfolio_rows import PortfolioView

Command = TypeVar("Command", bound=Callable[..., Any])

PARTS = ("order", "themes", "gaps", "measures")
"""The parts of a portfolio; a test holds them to the report."""

ROWS_IN_TABLE = 15
"""The rows of common gaps, and of shared measures, that a table shows where no limit is given."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which States a user wants to see.

    Attributes:
        folder: the folder of the profiles.
        as_of: the date of the assessment; None for the latest that a profile names, else today.
        catalogue_dir: a folder of further packs, or None.
        public: whether restricted evidence is to be left out.
        requested: the States that have asked for follow-up.
        sharing: who reads the profiles.
    """

    folder: Path
    as_of: dt.date | None
    catalogue_dir: Path | None
    public: bool
    requested: tuple[str, ...]
    sharing: Sharing

    def view(self) -> tuple[PortfolioView, tuple[Fault, ...]]:
        """The States beside each other, and what is wrong with the profiles that could not be read.

        Raises:
            InputError: no profile can be used, or a pack cannot, or nobody has the name of a State given.
        """
        from obligraph.cli.gathering import gather
        from obligraph.engine.portfolio import portfolio
        from obligraph.report.portfolio_rows import PortfolioView
        from obligraph.report.public import without_restricted
        from obligraph.rules.packs import load_catalogue

        catalogue = load_catalogue(self.catalogue_dir)
        found = gather(self.folder, self.catalogue_dir, today(), self.sharing)
        _check(self.requested, found.profiles)
        states = [without_restricted(each) if self.public else each for each in found.profiles]
        day = self.as_of or max((each.as_of for each in states if each.as_of), default=today())
        result = portfolio(catalogue, states, day, self.requested)
        return PortfolioView(result, self.public, found.not_read), found.faults


def _check(requested: Iterable[str], profiles: Iterable[Profile]) -> None:
    """Refuses States that are not there.

    Raises:
        InputError: a name is no State's; all of them at once, with the States that are there.
    """
    from obligraph.errors import Faults, near

    states = [profile.state for profile in profiles]
    faults = Faults("portfolio")
    for name in requested:
        if name not in states:
            what = f"no profile that can be read is of '{name}'"
            faults.add("--requested", what, near(name, states) or sorted(states))
    faults.raise_if_any()


@dataclass(frozen=True, slots=True)
class Showing:
    """What of a portfolio is shown.

    Attributes:
        part: the one part asked for; None for all.
        limit: the most rows of common gaps and shared measures; 0 for all, None where not said.
    """

    part: Part | None
    limit: int | None

    def emit(self, shown: PortfolioView, output: Output) -> None:
        """Shows it in the format asked for."""
        from obligraph.report.portfolio_list import portfolio_listings, table_listing
        from obligraph.report.portfolio_rows import portfolio_document
        from obligraph.report.portfolio_svg import portfolio_svg

        if output.format == "svg":
            emit_text(portfolio_svg(shown), output.path)
        elif output.format == "csv":
            emit(table_listing(shown, self.part or "order"), output)
        else:
            limit = ROWS_IN_TABLE if self.limit is None else self.limit or None
            listings = portfolio_listings(shown, self.part, limit)
            emit(listings, output, lambda: portfolio_document(shown))


def portfolio_options(command: Command) -> Command:
    """Adds which States are shown, and what of them; the command receives `asked` and `showing`."""

    @click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
    @as_of_option
    @catalogue_option
    @public_option
    @click.option(
        "--requested",
        multiple=True,
        metavar="STATE",
        help="A State that has asked for follow-up itself; may be given more than once.",
    )
    @click.option(
        "--show",
        "part",
        type=click.Choice(PARTS),
        help="Show this part only: the order of States, themes by State, common gaps, or shared measures. A "
        "csv holds one part, the order where none is named.",
    )
    @click.option(
        "--limit",
        type=click.IntRange(min=0),
        help="Show at most so many common gaps and shared measures in a table; 0 for all. Without it, "
        f"{ROWS_IN_TABLE}; csv and json hold every row.",
    )
    @sharing_options
    @wraps(command)
    def wrapper(*args: Any, **given: Any) -> Any:
        asked = Asked(**{field.name: given.pop(field.name) for field in fields(Asked)})
        showing = Showing(**{field.name: given.pop(field.name) for field in fields(Showing)})
        return command(*args, asked=asked, showing=showing, **given)

    return cast("Command", wrapper)


@click.command(
    "portfolio",
    epilog="Example: obligraph portfolio samples --requested Kestria --format svg -o portfolio.svg",
    short_help="Set many States beside each other, and say whom to look at next.",
)
@portfolio_options
@output_options("table", "csv", "json", "svg")
def command(asked: Asked, showing: Showing, output: Output) -> None:
    """Sets the States whose profiles stand in DIR beside each other, and says whom to look at next.

    Shown are the order of States for follow-up with the reason for each place, themes by State, the binding
    gaps that most States share, and the measures that would close most of them. Profiles are
    NAME/profile.toml or NAME.toml in DIR, or the same in JSON. One that cannot be read is reported, the
    others are shown, and the exit status is 2. All are assessed on one day: --as-of, else the latest day that
    a profile names, else today.
    """
    from obligraph.errors import InputError

    shown, faults = asked.view()
    showing.emit(shown, output)
    if faults:
        raise InputError(faults)
