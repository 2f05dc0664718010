"""Where a graph comes from: the options that name it, and reading it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from obligraph.cli.assessing import Request
from obligraph.cli.options import as_of_option, catalogue_option, public_option

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph
    from obligraph.rules.catalogue import Catalogue


def graph_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options on what to show; the command receives `source: Source`."""

    @as_of_option
    @catalogue_option
    @public_option
    @wraps(function)
    def wrapper(
        *args: Any,
        profile: str | None,
        as_of: dt.date | None,
        catalogue_dir: Path | None,
        public: bool,
        **rest: Any,
    ) -> Any:
        return function(*args, source=Source(profile, as_of, catalogue_dir, public), **rest)

    return wrapper


@dataclass(frozen=True, slots=True)
class Source:
    """Where a graph comes from: the catalogue, with a State's profile where one is named.

    Attributes:
        profile: the path of the profile, `-` for standard input; None for the catalogue alone.
        as_of: the date asked for; None for the profile's own, else today.
        catalogue: a folder of further packs, or None.
        public: whether restricted evidence is to be left out.
    """

    profile: str | None
    as_of: dt.date | None
    catalogue: Path | None
    public: bool

    def read(self) -> tuple[Catalogue, ObligationGraph]:
        """The catalogue and its graph, coloured by the ratings of the profile where there is one."""
        from obligraph.graph.building import build

        if self.profile is None:
            from obligraph.rules.packs import load_catalogue

            catalogue = load_catalogue(self.catalogue)
            return catalogue, build(catalogue)
        from obligraph.report.graph_findings import graph_findings

        view = Request(self.profile, self.as_of, self.catalogue, self.public).view()
        return view.assessment.catalogue, build(view.assessment.catalogue, graph_findings(view))
