"""What a view is asked for, and the checks that views share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from obligraph.errors import Fault, InputError, near
from obligraph.graph.views.view import MOST_NODES
from obligraph.rules.catalogue import Catalogue

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph


@dataclass(frozen=True)
class Asked:
    """The whole graph, and which part of it to show."""

    graph: ObligationGraph
    catalogue: Catalogue
    focus: str = ""
    """The id of a node or of a theme; empty where none is named."""
    depth: int | None = None
    """The most steps from the focus; None for as many as the view takes by itself."""
    most: int | None = MOST_NODES
    """The most nodes; None for all."""

    def most_or(self, own: int) -> int | None:
        """The most nodes; where the usual number is asked for, that of the view itself.

        Args:
            own: how many the view shows by itself, which need more room than most.
        """
        return own if self.most == MOST_NODES else self.most

    def need_focus(self, noun: str, known: Iterable[str]) -> str:
        """The focus, which must be one of the ids known.

        Raises:
            InputError: there is no focus, or it is not among them; the message gives the nearest ids.
        """
        ids = tuple(known)
        if self.focus in ids:
            return self.focus
        if not self.focus:
            raise InputError([Fault("--focus", f"this view needs the id of one {noun}", ids[:12])])
        way_out = "see `obligraph catalogue list`"
        what = f"'{self.focus}' is not the id of one {noun}"
        raise InputError([Fault("--focus", what, near(self.focus, ids) or ids[:12], way_out)])
