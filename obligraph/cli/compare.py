"""`obligraph compare`: two assessments of one State beside each other, and why they differ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from obligraph.cli.assessing import read_profile
from obligraph.cli.gaps import FORCES
from obligraph.cli.options import Output, emit, output_options, past_day, public_option, today

if TYPE_CHECKING:
    from obligraph.engine.profile import Profile
    from obligraph.report.comparison_rows import CompareView
    from obligraph.rules.catalogue import Catalogue

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Pair:
    """What a user asked to have compared.

    Attributes:
        earlier: the path of the profile to start from.
        later: the path of the profile to arrive at; None for the same.
        start: the date of the first assessment; None for what the profiles say.
        end: the date of the second.
        before: a folder of further packs for the first, or None.
        after: a folder of further packs for the second, or None.
        public: whether restricted evidence is to be left out.
    """

    earlier: str
    later: str | None
    start: dt.date | None
    end: dt.date | None
    before: Path | None
    after: Path | None
    public: bool

    def view(self) -> CompareView:
        """Reads and evaluates both sides, and compares them.

        Raises:
            InputError: a profile or a pack cannot be used, or the two sides do not fit together.
        """
        from obligraph.engine.comparison import compare
        from obligraph.engine.evaluation import evaluate
        from obligraph.report.comparison_rows import CompareView
        from obligraph.report.view import View

        self._check_stdin()
        old, new = self._catalogues()
        second = read_profile(self.later or self.earlier, self._fullest(old, new), self.public)
        first = read_profile(self.earlier, old, self.public) if self.later else second
        start, end = self._dates(first, second)
        _check_fit(first, second, start, end)
        earlier, later = evaluate(old, first, start), evaluate(new, second, end)
        return CompareView(earlier, View(later, self.public), compare(earlier, later))

    def _catalogues(self) -> tuple[Catalogue, Catalogue]:
        from obligraph.rules.packs import load_catalogue

        old = load_catalogue(self.before)
        return old, old if self.before == self.after else load_catalogue(self.after)

    def _fullest(self, old: Catalogue, new: Catalogue) -> Catalogue:
        """The catalogue that a profile must fit: one profile under two may speak of what only one has."""
        return old if self.later is None and self.before and not self.after else new

    def _check_stdin(self) -> None:
        """Refuses to read two profiles from standard input.

        Raises:
            InputError: both are to come from there.
        """
        from obligraph.errors import Fault, InputError
        from obligraph.files import STDIN

        if self.earlier == self.later == STDIN:
            raise InputError([Fault("standard input", "holds one profile", way_out="give a path for one")])

    def _dates(self, first: Profile, second: Profile) -> tuple[dt.date, dt.date]:
        """The dates asked for; else those that the profiles name."""
        end = self.end or second.as_of or today()
        if self.later or self.before != self.after:
            own = first.as_of or today()
            return self.start or (own if self.later else end), end
        start = self.start or first.last_assessed
        if start is None:
            from obligraph.errors import Fault, InputError

            what = "names no day on which the State was last assessed, so that nothing is there to compare"
            way = "give --from DATE, a second profile, or --catalogue-after DIR"
            raise InputError([Fault(self.earlier, what, way_out=way)])
        return start, end


def _check_fit(first: Profile, second: Profile, start: dt.date, end: dt.date) -> None:
    """Refuses profiles of two States and dates in the wrong order.

    Raises:
        InputError: with both faults, where both are there.
    """
    from obligraph.errors import Faults

    faults = Faults("compare")
    if first.state != second.state:
        what = f"the profiles are of two States, '{first.state}' and '{second.state}'"
        faults.add("", what, way_out="obligraph portfolio sets States beside each other")
    if start > end:
        what = f"the first date, {start}, lies after the second, {end}"
        faults.add("", what, way_out="give the earlier profile first, or --from and --to")
    faults.raise_if_any()


def pair_options(command: Command) -> Command:
    """Adds what is to be compared; the command receives `pair: Pair`."""

    @click.argument("earlier", type=click.Path(allow_dash=True), metavar="EARLIER")
    @click.argument("later", type=click.Path(allow_dash=True), metavar="[LATER]", required=False)
    @click.option(
        "--from",
        "start",
        callback=past_day,
        metavar="DATE",
        help="Date of the first assessment. Otherwise the day EARLIER names; with one profile, the day on "
        "which the State was last assessed.",
    )
    @click.option(
        "--to",
        "end",
        callback=past_day,
        metavar="DATE",
        help="Date of the second assessment. Otherwise the day the profile names, else today.",
    )
    @_packs("before", "first")
    @_packs("after", "second")
    @public_option
    @wraps(command)
    def wrapper(*args: Any, **given: Any) -> Any:
        asked = {field.name: given.pop(field.name) for field in fields(Pair)}
        return command(*args, pair=Pair(**asked), **given)

    return cast("Command", wrapper)


def _packs(name: str, which: str) -> Callable[[Command], Command]:
    """The option `--catalogue-before` or `--catalogue-after`."""
    return click.option(
        f"--catalogue-{name}",
        name,
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIR",
        help=f"Add the packs of this folder to the catalogue of the {which} assessment.",
    )


@click.command(
    "compare",
    epilog="Example: obligraph compare samples/kestria/profile.toml --from 2023-06-30 --to 2024-06-30",
    short_help="Say what moved between two assessments of a State, and why.",
)
@pair_options
@click.option(
    "--force",
    "forces",
    multiple=True,
    type=click.Choice(FORCES),
    help="Show only obligations of this force; may be given more than once. Counts stay those of all.",
)
@output_options()
def command(pair: Pair, forces: tuple[str, ...], output: Output) -> None:
    """Says what moved between two assessments of one State, by which evidence, and what stays open.

    Compared are two profiles, EARLIER and LATER; or one profile on two dates (`--from`, `--to`); or one
    profile under two catalogues (`--catalogue-before`, `--catalogue-after`), which shows what a new
    instrument changes. CSV holds every obligation that moved or stays open in one table.
    """
    from obligraph.report.comparison_list import changes_listing, compare_document, compare_listings
    from obligraph.rules.words import Force

    shown = replace(pair.view(), forces=frozenset(map(Force, forces)))
    listings = (changes_listing(shown),) if output.format == "csv" else compare_listings(shown)
    emit(listings, output, lambda: compare_document(shown))
