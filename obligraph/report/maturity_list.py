"""Maturity by measure, prevention beside response, and the lessons between them: as data and as listings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from obligraph.engine.balance import Balance, balance, guideline_measures, is_open, submodules
from obligraph.engine.maturity import LEVELS, WORKING, MeasureMaturity, maturity
from obligraph.engine.profile import Lesson
from obligraph.engine.results import Assessment
from obligraph.report.listing import Cell, Column, Listing
from obligraph.report.maturity_documents import (
    LessonRow,
    LevelRow,
    MaturityDocument,
    MaturityRow,
    SubmoduleRow,
)
from obligraph.report.naming import measure_names
from obligraph.report.view import View
from obligraph.rules.catalogue import Catalogue

MATURITY_NOTE = (
    "Levels: "
    + ", ".join(f"{level} {name}" for level, name in LEVELS.items())
    + ". A level says how far the "
    "evidence shows a measure to have come, for self-assessment; it rates no obligation."
)
"""Stands below the measures."""

LOAD_NOTE = (
    "The guidelines start from this: the more mature prevention is, the less falls on response. Counts are "
    "of what the evidence records; a low count may mean that little happened, or that little was recorded."
)
"""Stands below the sub-modules."""

MEASURE_COLUMNS = (
    Column("level", "Level", right=True),
    Column("name", "Name"),
    Column("stage", "Stage"),
    Column("measure", "Measure"),
    Column("title", "Title"),
    Column("reason", "Because", detail=True),
    Column("evidence", "Evidence", detail=True, table=False),
    Column("lessons", "Lessons that should improve it", detail=True),
    Column("question", "Ask", detail=True),
    Column("next_step", "The next level asks for", detail=True),
)

SUBMODULE_COLUMNS = (
    Column("submodule", "Sub-module"),
    Column("upstream_working", "Upstream at work"),
    Column("downstream_working", "Downstream at work"),
    Column("cases", "Cases", right=True),
    Column("lessons", "Lessons", right=True),
    Column("open_lessons", "Open", right=True),
    Column("title", "Title"),
    Column("upstream", "Upstream measures", detail=True),
    Column("downstream", "Downstream measures", detail=True),
    Column("weakest", "Weakest upstream", detail=True),
    Column("to_improve", "Open lessons should improve", detail=True),
)

LESSON_COLUMNS = (
    Column("lesson", "Lesson"),
    Column("date", "Date"),
    Column("open", "Open"),
    Column("title", "Title"),
    Column("learnt_from", "Learnt from", detail=True),
    Column("improves", "Should improve", detail=True),
    Column("applied", "Named as carrying it out", detail=True),
    Column("note", "Note", detail=True),
)


@dataclass(frozen=True, slots=True)
class MaturityView:
    """What is shown of a State's maturity.

    Attributes:
        view: the assessment as it is shown.
        measures: the measures shown, in catalogue order.
        balances: every sub-module.
        lessons: the lessons recorded by the date, in the order of their dates.
    """

    view: View
    measures: tuple[MeasureMaturity, ...]
    balances: tuple[Balance, ...]
    lessons: tuple[Lesson, ...]


def maturity_view(view: View, themes: Iterable[str] = (), *, everything: bool = False) -> MaturityView:
    """The maturity of the measures that guidelines name, or of those of some themes, or of all.

    Args:
        view: the assessment as it is shown.
        themes: show only the measures of these themes and sub-modules.
        everything: show every measure of the catalogue.
    """
    found = view.assessment
    levels = maturity(found)
    shown = _shown(found.catalogue, tuple(themes), everything)
    lessons = (lesson for lesson in found.profile.lessons if lesson.date <= found.as_of)
    return MaturityView(
        view=view,
        measures=tuple(each for each in levels if each.measure in shown),
        balances=balance(found, levels),
        lessons=tuple(sorted(lessons, key=lambda lesson: (lesson.date, lesson.id))),
    )


def _shown(catalogue: Catalogue, themes: tuple[str, ...], everything: bool) -> frozenset[str]:
    if not themes:
        return frozenset(catalogue.measures if everything else guideline_measures(catalogue))
    parts = submodules(catalogue)
    named = {name for theme in themes for name in parts.get(theme, ())}
    own = {measure.id for measure in catalogue.measures.values() if measure.theme in themes}
    return frozenset(named | own)


def maturity_document(shown: MaturityView) -> MaturityDocument:
    """The self-assessment as `maturity --format json` writes it."""
    found = shown.view.assessment
    return MaturityDocument(
        **shown.view.head(),
        levels=tuple(LevelRow(level=level, name=name) for level, name in LEVELS.items()),
        measures=tuple(_measure_row(found.catalogue, each) for each in shown.measures),
        submodules=tuple(_submodule_row(found.catalogue, each) for each in shown.balances),
        lessons=tuple(_lesson_row(found, each) for each in shown.lessons),
    )


def _measure_row(catalogue: Catalogue, found: MeasureMaturity) -> MaturityRow:
    measure = catalogue.measures[found.measure]
    return MaturityRow(
        measure=measure.id,
        title=measure.title,
        theme=measure.theme,
        stage=measure.stage,
        axis=measure.axis,
        level=found.level,
        name=found.name,
        reason=found.reason,
        evidence=found.evidence,
        lessons=found.lessons,
        question=measure.question,
        next_step=found.next_step,
    )


def _submodule_row(catalogue: Catalogue, found: Balance) -> SubmoduleRow:
    return SubmoduleRow(
        submodule=found.theme,
        title=catalogue.themes[found.theme].title,
        upstream=_spread(found.upstream),
        weakest=found.weakest,
        downstream=_spread(found.downstream),
        cases=found.cases,
        lessons=found.lessons,
        open_lessons=found.open_lessons,
        to_improve=found.unheeded,
    )


def _spread(levels: tuple[MeasureMaturity, ...]) -> tuple[int, ...]:
    """How many measures are at each level, from the lowest."""
    return tuple(sum(each.level == level for each in levels) for level in LEVELS)


def _spread_words(levels: tuple[MeasureMaturity, ...]) -> str:
    """How many measures are at each level, in words."""
    counts = zip(_spread(levels), LEVELS.values(), strict=True)
    return ", ".join(f"{count} {name}" for count, name in counts if count)


def _working(levels: tuple[MeasureMaturity, ...]) -> str:
    """How many measures are shown at work, of how many."""
    return f"{sum(each.level >= WORKING for each in levels)} of {len(levels)}"


def _lesson_row(found: Assessment, lesson: Lesson) -> LessonRow:
    return LessonRow(
        lesson=lesson.id,
        title=lesson.title,
        date=lesson.date,
        learnt_from=lesson.learnt_from,
        improves=lesson.improves,
        applied=lesson.applied,
        open=is_open(lesson, found),
        note=lesson.note,
    )


def submodules_listing(shown: MaturityView) -> Listing:
    """Upstream maturity beside downstream load, one row a sub-module; nothing is averaged."""
    catalogue = shown.view.assessment.catalogue
    return Listing(
        "Prevention beside response",
        SUBMODULE_COLUMNS,
        tuple(_submodule_cells(catalogue, each) for each in shown.balances),
        notes=(LOAD_NOTE,),
        context=shown.view.context,
        empty="The catalogue has no guidelines with sub-modules.",
    )


def _submodule_cells(catalogue: Catalogue, found: Balance) -> tuple[Cell, ...]:
    return (
        found.theme,
        _working(found.upstream),
        _working(found.downstream),
        len(found.cases),
        len(found.lessons),
        len(found.open_lessons),
        catalogue.themes[found.theme].title,
        _spread_words(found.upstream),
        _spread_words(found.downstream),
        measure_names(catalogue, found.weakest),
        measure_names(catalogue, found.unheeded),
    )


def measures_listing(shown: MaturityView) -> Listing:
    """The maturity of each measure, upstream ones first."""
    catalogue = shown.view.assessment.catalogue
    rows = [_measure_row(catalogue, each) for each in shown.measures]
    return Listing(
        "Maturity of measures",
        MEASURE_COLUMNS,
        tuple(_measure_cells(row) for row in sorted(rows, key=lambda row: row.stage, reverse=True)),
        notes=(MATURITY_NOTE, *shown.view.closing),
        context=shown.view.context,
        empty="No measure is chosen.",
    )


def _measure_cells(row: MaturityRow) -> tuple[Cell, ...]:
    return (
        row.level,
        row.name,
        row.stage.value,
        row.measure,
        row.title,
        row.reason,
        row.evidence,
        row.lessons,
        row.question,
        row.next_step,
    )


def lessons_listing(shown: MaturityView) -> Listing:
    """The feedback loop: each lesson with where it was learnt, what it should improve and whether it has."""
    found = shown.view.assessment
    return Listing(
        "Lessons from response to prevention",
        LESSON_COLUMNS,
        tuple(_lesson_cells(found.catalogue, _lesson_row(found, each)) for each in shown.lessons),
        context=shown.view.context,
        empty="The profile records no lesson.",
    )


def _lesson_cells(catalogue: Catalogue, row: LessonRow) -> tuple[Cell, ...]:
    return (
        row.lesson,
        row.date.isoformat(),
        row.open,
        row.title,
        measure_names(catalogue, [row.learnt_from]),
        measure_names(catalogue, row.improves),
        row.applied,
        row.note,
    )
