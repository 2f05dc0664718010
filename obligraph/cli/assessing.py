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
        from obligraph.report.view import View
        from obligraph.rules.packs import load_catalogue

        catalogue = load_catalogue(self.catalogue)
        assess = evaluator or evaluate
        return View(assess(catalogue, *self.read(catalogue)), self.public)

    def read(self, catalogue: Catalogue) -> tuple[Profile, dt.date]:
        """The profile as it is shown, and the date of its assessment.

        Raises:
            InputError: the profile cannot be used, or its date lies in the future.
        """
        profile = read_profile(self.profile, catalogue, self.public)
        return profile, self.as_of or profile.as_of or today()


def read_profile(path: str, catalogue: Catalogue, public: bool) -> Profile:
    """The profile in a file, or on standard input for `-`; without restricted evidence where it is public.

    Raises:
        InputError: the profile cannot be used.
    """
    from obligraph.engine.reading import load_profile
    from obligraph.report.public import without_restricted

    profile = load_profile(path, catalogue, today())
    return without_restricted(profile) if public else profile


def requesting(profile: Callable[[Any], Any]) -> Callable[[Command], Command]:
    """Adds what names the profile and the options of a request; the command receives `request: Request`.

    Args:
        profile: adds the argument or the option that names the profile.
    """

    def decorate(command: Command) -> Command:
        @profile
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

    return decorate


request_options = requesting(click.argument("profile", type=click.Path(allow_dash=True), metavar="PROFILE"))
"""Adds the argument PROFILE and the options of a request; the command receives `request: Request`."""
