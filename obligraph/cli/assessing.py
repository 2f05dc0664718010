"""The way from a profile named on the command line to an assessment, the same for every command."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from obligraph.cli.options import as_of_option, catalogue_option, public_option, today

if TYPE_CHECKING:
    from obligraph.engine.profile import Profile
    from obligraph.engine.results import Assessment
    from obligraph.report.view import View
    from obligraph.rules.catalogue import Catalogue

    Evaluator = Callable[[Catalogue, Profile, dt.date], Assessment]

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Request:
    """What a user asked to have assessed.

    Attributes:
        profile: the path of the profile, or `-` for standard input.
        as_of: the date asked for; None for the profile's own, else today.
        catalogue: a folder of further packs, or None.
        public: whether restricted evidence is to be left out.
    """

    profile: str
    as_of: dt.date | None = None
    catalogue: Path | None = None
    public: bool = False

    def view(self, evaluator: Evaluator | None = None) -> View:
        """Reads the profile and evaluates it.

        Args:
            evaluator: what evaluates it; the reference evaluator where not given.

        Raises:
            InputError: the profile or a pack cannot be used, or the profile's date lies in the future.
        """
        from obligraph.engine.evaluation import evaluate
        from obligraph.engine.reading import load_profile
        from obligraph.report.public import without_restricted
        from obligraph.report.view import View
        from obligraph.rules.packs import load_catalogue

        catalogue = load_catalogue(self.catalogue)
        profile = load_profile(self.profile, catalogue, today())
        shown = without_restricted(profile) if self.public else profile
        assess = evaluator or evaluate
        return View(assess(catalogue, shown, self.as_of or profile.as_of or today()), self.public)


def request_options(command: Command) -> Command:
    """Adds the argument PROFILE and the options of a request; the command receives `request: Request`."""

    @click.argument("profile", type=click.Path(allow_dash=True), metavar="PROFILE")
    @as_of_option
    @catalogue_option
    @public_option
    @wraps(command)
    def wrapper(
        *args: Any,
        profile: str,
        as_of: dt.date | None,
        catalogue_dir: Path | None,
        public: bool,
        **rest: Any,
    ) -> Any:
        return command(*args, request=Request(profile, as_of, catalogue_dir, public), **rest)

    return cast("Command", wrapper)
