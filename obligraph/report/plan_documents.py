"""The JSON document of `obligraph plan`, as types; its schema is made from these."""

from __future__ import annotations

from obligraph.report.documents import Head
from obligraph.rules.model import Frozen
from obligraph.rules.words import Axis, Force


class StepRow(Frozen):
    """One measure to put in place."""

    step: int
    """1 for the first."""
    measure: str
    title: str
    theme: str
    axis: Axis
    effort: int
    """1 to 5: a rough class, not a cost."""
    effort_basis: str
    """Why the effort is put at that figure."""
    total: int
    """The effort of the plan up to and with this step."""
    closes: tuple[str, ...]
    """The targeted gaps that close with this step."""
    also_meets: tuple[str, ...]
    """Other obligations that are met for certain from this step on."""
    needed_for: tuple[str, ...]
    """The targeted gaps, closed now or later, that name the measure as a need or a safeguard."""
    look_first: bool
    """True where the evidence leaves open whether it is in place already."""
    expects: str
    """What evidence would show it."""
    assistance: tuple[str, ...]
    """Obligations that ask other States or bodies to help with its subject; none where nobody is asked."""


class OpenRow(Frozen):
    """A targeted gap for which the budget does not suffice."""

    obligation: str
    title: str
    effort_alone: int
    """The least effort that would close this gap if it were the only one."""
    optimal: bool
    """Whether that effort is proven to be the least."""


class OutOfReachRow(Frozen):
    """A targeted gap that no plan under these conditions can close."""

    obligation: str
    title: str
    reason: str


class PlanDocument(Head):
    """What `obligraph plan --format json` writes."""

    target: Force
    """Gaps of this force and stronger are to be closed."""
    budget: int | None
    """The most effort; null for as much as it takes."""
    without: tuple[str, ...]
    """Measures that the plan was not allowed to use."""
    unknown_as_unmet: bool
    words: str
    """What the plan achieves, and how sure that is."""
    optimal: bool
    """True where the solver has proven that no cheaper set does the same."""
    effort: int
    """The effort of the whole plan."""
    effort_for_all: int | None
    """Where the budget does not suffice: the effort that would close all; else null."""
    steps: tuple[StepRow, ...]
    closes: tuple[str, ...]
    """The targeted gaps that the plan closes, in the order of the gaps."""
    left_open: tuple[OpenRow, ...]
    out_of_reach: tuple[OutOfReachRow, ...]
