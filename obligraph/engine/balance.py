"""Upstream maturity beside downstream load, for each sub-module of guidelines, and the lessons between them.

Source: the executive summary of the 2022 technical guidelines on resolution 2370 (2017), whose premise is
that the more mature the upstream measures are, the fewer downstream measures are called for, and that what is
learnt downstream improves what is done upstream. Load is shown as counts of what the evidence records;
nothing is averaged, and a low count may mean that little happened or that little was recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from obligraph.engine.evidence import in_effect
from obligraph.engine.maturity import MeasureMaturity, carries_out
from obligraph.engine.profile import Lesson
from obligraph.engine.results import Assessment
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Obligation
from obligraph.rules.words import EvidenceKind, InstrumentKind, Stage


@dataclass(frozen=True, slots=True)
class Balance:
    """One sub-module: how mature prevention is, and how much falls on response."""

    theme: str
    """The theme that names the sub-module."""
    upstream: tuple[MeasureMaturity, ...]
    """Its measures that prevent or deter."""
    downstream: tuple[MeasureMaturity, ...]
    """Its measures that mitigate and respond."""
    cases: tuple[str, ...]
    """The ids of cases in effect that speak to its downstream measures, sorted."""
    lessons: tuple[str, ...]
    """The ids of the lessons learnt at its downstream measures, sorted."""
    open_lessons: tuple[str, ...]
    """Those of them that nothing in effect shows to be carried out, sorted."""

    @property
    def weakest(self) -> tuple[str, ...]:
        """The upstream measures of the lowest level that occurs."""
        lowest = min((each.level for each in self.upstream), default=0)
        return tuple(each.measure for each in self.upstream if each.level == lowest)

    @property
    def unheeded(self) -> tuple[str, ...]:
        """Its upstream measures that its own open lessons should improve."""
        return tuple(each.measure for each in self.upstream if set(each.lessons) & set(self.open_lessons))


def balance(assessment: Assessment, levels: Iterable[MeasureMaturity]) -> tuple[Balance, ...]:
    """Every sub-module of the guidelines in the catalogue, in the order of the themes.

    Args:
        assessment: the State's evidence on the date.
        levels: the maturity of every measure.
    """
    by_measure = {each.measure: each for each in levels}
    return tuple(
        _balance(theme, [by_measure[name] for name in names], assessment)
        for theme, names in submodules(assessment.catalogue).items()
    )


def guideline_measures(catalogue: Catalogue) -> tuple[str, ...]:
    """The measures that guidelines ask States to consider, in catalogue order."""
    return _needed((each for each in catalogue.rated() if _in_guidelines(each, catalogue)), catalogue)


def submodules(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """The measures of each sub-module, in catalogue order, by theme.

    A sub-module is a theme of a part of some guidelines, not of them all, with measures of both stages.
    """
    rows = [each for each in catalogue.rated() if _in_guidelines(each, catalogue)]
    found: dict[str, tuple[str, ...]] = {}
    for theme in catalogue.themes:
        own = [each for each in rows if theme in each.themes]
        instruments = {each.instrument for each in own}
        whole = len(own) == sum(each.instrument in instruments for each in rows)
        names = _needed(own, catalogue)
        if not whole and {catalogue.measures[name].stage for name in names} == set(Stage):
            found[theme] = names
    return found


def _needed(obligations: Iterable[Obligation], catalogue: Catalogue) -> tuple[str, ...]:
    """The measures that some obligations need, in catalogue order."""
    named = {name for each in obligations for name in each.needed}
    return tuple(name for name in catalogue.measures if name in named)


def _in_guidelines(obligation: Obligation, catalogue: Catalogue) -> bool:
    return catalogue.instruments[obligation.instrument].kind is InstrumentKind.GUIDELINES


def _balance(theme: str, levels: list[MeasureMaturity], assessment: Assessment) -> Balance:
    stages = {each.measure: assessment.catalogue.measures[each.measure].stage for each in levels}
    downstream = tuple(each for each in levels if stages[each.measure] is Stage.DOWNSTREAM)
    places = {each.measure for each in downstream}
    lessons = [
        lesson
        for lesson in assessment.profile.lessons
        if lesson.learnt_from in places and lesson.date <= assessment.as_of
    ]
    return Balance(
        theme=theme,
        upstream=tuple(each for each in levels if stages[each.measure] is Stage.UPSTREAM),
        downstream=downstream,
        cases=_cases(assessment, places),
        lessons=tuple(sorted(lesson.id for lesson in lessons)),
        open_lessons=tuple(sorted(lesson.id for lesson in lessons if is_open(lesson, assessment))),
    )


def _cases(assessment: Assessment, measures: set[str]) -> tuple[str, ...]:
    """The cases in effect that speak to one of the measures, for it or against it."""
    return tuple(
        sorted(
            item.id
            for item in assessment.profile.evidence
            if item.kind is EvidenceKind.CASE
            and in_effect(item, assessment.as_of)
            and not measures.isdisjoint(item.measures)
        )
    )


def is_open(lesson: Lesson, assessment: Assessment) -> bool:
    """Whether nothing in effect on the date shows a lesson carried out."""
    return not any(
        carries_out(item, lesson) and in_effect(item, assessment.as_of)
        for item in assessment.profile.evidence
    )
