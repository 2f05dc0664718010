"""The JSON document of `obligraph portfolio`, as types; its schema is made from these."""

from __future__ import annotations

import datetime as dt

from obligraph.rules.model import Frozen
from obligraph.rules.words import Force


class StateRow(Frozen):
    """A State in the order for follow-up, with the reasons for its place."""

    rank: int
    """1 for the State to look at first."""
    state: str
    binding_gaps: int
    """Binding obligations that are certainly not fully met."""
    undetermined: int
    """Binding obligations that the evidence leaves open; some of them may be gaps, too."""
    binding: int
    """Binding obligations that apply."""
    last_assessed: dt.date | None
    """Null where the profile names no assessment before."""
    months_since: int | None
    """The whole months since then."""
    requested: bool
    """Whether the State has asked for follow-up, as the caller says."""
    profile_date: dt.date | None
    """The date that its own profile names for the assessment, which is not always the date used here."""
    why: str


class CellRow(Frozen):
    """One theme in one State: how many obligations of any force have each rating."""

    state: str
    met: int
    partly_met: int
    not_met: int
    undetermined: int
    not_applicable: int


class ThemeRow(Frozen):
    """One theme in every State."""

    theme: str
    title: str
    cross_cutting: bool
    """True for human rights and gender, which run through all others."""
    cells: tuple[CellRow, ...]


class CommonGapRow(Frozen):
    """A binding obligation that is a gap of at least one State."""

    obligation: str
    title: str
    symbol: str
    paragraph: str
    force: Force
    states: tuple[str, ...]


class SharedMeasureRow(Frozen):
    """A measure that binding gaps of States have in common."""

    measure: str
    title: str
    effort: int
    closes: int
    """How many binding gaps, over all States, close where it alone is put in place."""
    helps: int
    """How many binding gaps, over all States, need it where it is not shown in place."""
    states: tuple[str, ...]
    assistance: tuple[str, ...]
    """Obligations that ask other States or bodies to help with its subject."""


class PortfolioDocument(Frozen):
    """What `obligraph portfolio --format json` writes."""

    as_of: dt.date
    catalogue: str
    caveat: str
    public: bool
    notes: tuple[str, ...]
    not_read: tuple[str, ...]
    """Files that are no profile that can be used; standard error says what is wrong with each."""
    order: tuple[StateRow, ...]
    themes: tuple[ThemeRow, ...]
    common_gaps: tuple[CommonGapRow, ...]
    """Those of most States first."""
    shared_measures: tuple[SharedMeasureRow, ...]
    """Those that close most gaps alone first, then those that help with most."""
