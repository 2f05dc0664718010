"""The JSON document of `obligraph maturity`, as types; its schema is made from these."""

from __future__ import annotations

import datetime as dt

from obligraph.report.documents import Head
from obligraph.rules.model import Frozen
from obligraph.rules.words import Axis, Stage


class LevelRow(Frozen):
    """One level of maturity."""

    level: int
    """0 to 4."""
    name: str


class MaturityRow(Frozen):
    """How mature one measure is on the evidence."""

    measure: str
    title: str
    theme: str
    stage: Stage
    axis: Axis
    level: int
    """0 to 4; `levels` of the document has the names."""
    name: str
    reason: str
    """Why it has that level, in words."""
    evidence: tuple[str, ...]
    """The evidence on which the level rests."""
    lessons: tuple[str, ...]
    """The lessons that should improve it."""
    question: str
    """The guiding question for self-assessment."""
    next_step: str
    """What would show the next level; empty at the last."""


class SubmoduleRow(Frozen):
    """Upstream maturity beside downstream load, for one sub-module of guidelines."""

    submodule: str
    """The theme that names it."""
    title: str
    upstream: tuple[int, ...]
    """How many of its upstream measures are at level 0, 1, 2, 3 and 4."""
    weakest: tuple[str, ...]
    """Its upstream measures of the lowest level that occurs."""
    downstream: tuple[int, ...]
    """How many of its downstream measures are at level 0, 1, 2, 3 and 4."""
    cases: tuple[str, ...]
    """Cases on record that its downstream measures had to answer."""
    lessons: tuple[str, ...]
    """Lessons learnt at its downstream measures."""
    open_lessons: tuple[str, ...]
    """Those of them that nothing in effect shows carried out."""
    to_improve: tuple[str, ...]
    """Its upstream measures that the open lessons should improve."""


class LessonRow(Frozen):
    """A lesson that leads from a downstream measure to upstream ones."""

    lesson: str
    title: str
    date: dt.date
    learnt_from: str
    improves: tuple[str, ...]
    applied: tuple[str, ...]
    """The evidence that the profile names as carrying it out."""
    open: bool
    """Whether nothing in effect shows it carried out."""
    note: str


class MaturityDocument(Head):
    """What `obligraph maturity --format json` writes."""

    levels: tuple[LevelRow, ...]
    measures: tuple[MaturityRow, ...]
    """The measures shown, in catalogue order."""
    submodules: tuple[SubmoduleRow, ...]
    lessons: tuple[LessonRow, ...]
    """The lessons recorded by the date, in the order of their dates."""
