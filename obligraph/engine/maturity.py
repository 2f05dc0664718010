"""How mature each measure is on the evidence.

Source of the approach: the executive summary of the 2022 technical guidelines on resolution 2370 (2017),
which assess national measures by capability maturity and let lessons from downstream measures improve those
upstream. The summary names no levels; the five here, and what shows each, are ours:

| level | name                     | shown by                                                                |
|-------|--------------------------|-------------------------------------------------------------------------|
| 0     | nothing                  | no evidence in support, or evidence that the measure is not there       |
| 1     | planned or drafted       | a draft, or a text that is not yet in force                             |
| 2     | defined in law or policy | a law, regulation, policy, institution, procedure, agreement or treaty  |
|       |                          | in force; for a measure on paper also a report that says it is there    |
| 3     | working in practice      | a practice, training, case or statistic; for a measure at work also a   |
|       |                          | report                                                                  |
| 4     | measured and improved    | level 3, with a statistic or report and a recorded improvement          |

A recorded improvement is a lesson carried out, or a record that replaces an earlier one on the same measure
and is itself no measurement. What speaks against a measure holds it down, as `obligraph.engine.doubt` says. A
level says how far the evidence shows a measure to have come; it is no rating of an obligation and changes
none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from obligraph.engine.doubt import Doubt, doubt
from obligraph.engine.evidence import claims_of, in_effect, superseded, too_old
from obligraph.engine.profile import Evidence, Lesson, Status
from obligraph.engine.results import Assessment, Counted
from obligraph.rules.model import Measure
from obligraph.rules.words import Axis, EvidenceKind

LEVELS: Mapping[int, str] = {
    0: "nothing",
    1: "planned or drafted",
    2: "defined in law or policy",
    3: "working in practice",
    4: "measured and improved",
}
"""Each level with its name, lowest first."""

PLANNED, DEFINED, WORKING, IMPROVED = 1, 2, 3, 4

SHOWS: Mapping[EvidenceKind, int] = {
    EvidenceKind.LAW: DEFINED,
    EvidenceKind.REGULATION: DEFINED,
    EvidenceKind.POLICY: DEFINED,
    EvidenceKind.INSTITUTION: DEFINED,
    EvidenceKind.PROCEDURE: DEFINED,
    EvidenceKind.AGREEMENT: DEFINED,
    EvidenceKind.TREATY_STATUS: DEFINED,
    EvidenceKind.PRACTICE: WORKING,
    EvidenceKind.TRAINING: WORKING,
    EvidenceKind.CASE: WORKING,
    EvidenceKind.STATISTIC: WORKING,
    EvidenceKind.REPORT: WORKING,
}
"""The level that evidence of each kind shows, in force and in support of a measure."""

MEASURING = frozenset({EvidenceKind.STATISTIC, EvidenceKind.REPORT})
"""The kinds of evidence that measure how well a measure works."""

NEXT: Mapping[int, str] = {
    0: "a draft, or a law, policy or procedure in force",
    1: "a law, policy, institution, procedure or agreement in force",
    2: "evidence that it works: practice, training, cases or figures",
    3: "figures or a report, and an improvement that is recorded",
    4: "",
}
"""What would show the level after each."""


ANSWER = "an answer to the evidence that speaks against it"
"""What would show the next level where evidence against the measure holds it down."""


@dataclass(frozen=True, slots=True)
class MeasureMaturity:
    """How mature one measure is on the evidence."""

    measure: str
    level: int
    """0 to 4; `LEVELS` has the names."""
    reason: str
    """Why it has that level, in words."""
    evidence: tuple[str, ...] = ()
    """The ids of the evidence on which the level rests, sorted."""
    lessons: tuple[str, ...] = ()
    """The ids of the lessons that should improve it, sorted."""
    held: bool = False
    """Whether evidence against the measure keeps it from a level that other evidence shows."""

    @property
    def name(self) -> str:
        """The level's name."""
        return LEVELS[self.level]

    @property
    def next_step(self) -> str:
        """What would show the next level; empty at the last."""
        return ANSWER if self.held else NEXT[self.level]


@dataclass(frozen=True, slots=True)
class _Support:
    """What speaks for one measure: drafts, what is in effect, and how it was improved."""

    plans: tuple[Evidence, ...]
    usable: tuple[Evidence, ...]
    earlier: frozenset[str]
    """The ids of replaced records that spoke for it."""
    lessons: tuple[Lesson, ...]
    """The lessons that should improve it, sorted by id."""

    @property
    def improved(self) -> tuple[tuple[str, str], ...]:
        """Each improvement as the id of the evidence that shows it, and in words."""
        return (*_by_lessons(self.usable, self.lessons), *_by_revision(self.usable, self.earlier))

    def at(self, level: int, axis: Axis) -> tuple[Evidence, ...]:
        """The evidence in effect that shows exactly one level of a measure of that axis."""
        return tuple(item for item in self.usable if shown_by(item.kind, axis) == level)

    @property
    def measuring(self) -> tuple[Evidence, ...]:
        """The evidence in effect that measures."""
        return tuple(item for item in self.usable if item.kind in MEASURING)


def maturity(assessment: Assessment) -> tuple[MeasureMaturity, ...]:
    """The maturity of every measure, in catalogue order.

    Args:
        assessment: the State's evidence with what it says of each measure on the date.
    """
    profile, as_of = assessment.profile, assessment.as_of
    replaced = superseded(profile.evidence, as_of)
    spoken = _spoken(item for item in profile.evidence if item.id not in replaced)
    earlier = _spoken(item for item in profile.evidence if item.id in replaced)
    lessons = _by_measure(profile.lessons, as_of)
    found = []
    for name, measure in assessment.catalogue.measures.items():
        said = [each for each in spoken.get(name, ()) if _usable(each.evidence, measure, as_of)]
        support = _Support(
            plans=_distinct(each for each in spoken.get(name, ()) if _planned(each.evidence, as_of)),
            usable=_distinct(said),
            earlier=frozenset(each.evidence.id for each in earlier.get(name, ()) if each.supports),
            lessons=lessons.get(name, ()),
        )
        found.append(_held(measure, support, doubt(assessment.determinations[name], said)))
    return tuple(found)


def _spoken(evidence: Iterable[Evidence]) -> dict[str, list[Counted]]:
    """What records say of each measure, for it and against it, in the order of their ids."""
    found: dict[str, list[Counted]] = {}
    for item in sorted(evidence, key=lambda item: item.id):
        for said in claims_of(item):
            found.setdefault(said.claim.measure, []).append(said)
    return found


def _distinct(said: Iterable[Counted]) -> tuple[Evidence, ...]:
    """The records that speak for a measure, each once."""
    return tuple({each.evidence.id: each.evidence for each in said if each.supports}.values())


def shown_by(kind: EvidenceKind, axis: Axis) -> int:
    """The level that evidence of a kind shows of a measure; a report on paper says only that it is there.

    >>> shown_by(EvidenceKind.REPORT, Axis.FORMAL), shown_by(EvidenceKind.REPORT, Axis.PRACTICE)
    (2, 3)
    """
    return DEFINED if (kind, axis) == (EvidenceKind.REPORT, Axis.FORMAL) else SHOWS[kind]


def _by_measure(lessons: Iterable[Lesson], as_of: dt.date) -> dict[str, tuple[Lesson, ...]]:
    """The lessons recorded by the date, under each measure that they should improve, sorted by id."""
    found: dict[str, tuple[Lesson, ...]] = {}
    for lesson in sorted(lessons, key=lambda lesson: lesson.id):
        for name in dict.fromkeys(lesson.improves if lesson.date <= as_of else ()):
            found[name] = (*found.get(name, ()), lesson)
    return found


def _usable(item: Evidence, measure: Measure, as_of: dt.date) -> bool:
    """Whether a record is in effect; what shows a measure at work must also be young enough."""
    if not in_effect(item, as_of):
        return False
    return SHOWS[item.kind] == DEFINED or not any(too_old(item, measure, as_of))


def _planned(item: Evidence, as_of: dt.date) -> bool:
    """Whether a record is a draft, or a text adopted and not yet in force, known by the date."""
    if item.status is Status.REPEALED or (item.collected and item.collected > as_of):
        return False
    if item.effective_to and item.effective_to < as_of:
        return False
    return item.status is Status.DRAFT or bool(item.effective_from and item.effective_from > as_of)


def _by_lessons(usable: Iterable[Evidence], lessons: Iterable[Lesson]) -> Iterator[tuple[str, str]]:
    """Lessons carried out by a record that supports the measure and is not older than the lesson."""
    for lesson in lessons:
        for item in usable:
            if carries_out(item, lesson):
                yield item.id, f"lesson {lesson.id}, carried out by {item.id}"


def carries_out(item: Evidence, lesson: Lesson) -> bool:
    """Whether a lesson names a record as carrying it out, and the record is not older than the lesson."""
    dated = item.effective_from or item.collected or dt.date.min
    return item.id in lesson.applied and dated >= lesson.date


def _by_revision(usable: Iterable[Evidence], earlier: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Records, other than measurements, that replace an earlier one on the same measure."""
    for item in usable:
        for name in sorted(earlier.intersection(item.supersedes)):
            if item.kind not in MEASURING:
                yield item.id, f"{item.id}, which replaces {name}"


def _held(measure: Measure, support: _Support, against: Doubt) -> MeasureMaturity:
    """The level that the support shows, held down by what speaks against the measure."""
    level = _level(measure, support)
    lessons = tuple(lesson.id for lesson in support.lessons)
    if level <= against.highest:
        evidence, reason = _grounds(measure, support, level)
        return MeasureMaturity(measure.id, level, reason, evidence, lessons)
    held = 0 if against.highest == PLANNED and not support.plans else against.highest
    evidence, reason = _grounds(measure, support, held) if held else ((), "")
    words = "; ".join(filter(None, (reason, against.words)))
    ids = tuple(sorted({*evidence, *against.evidence}))
    return MeasureMaturity(measure.id, held, words, ids, lessons, held=True)


def _level(measure: Measure, support: _Support) -> int:
    """The highest level that the support shows, before anything that speaks against the measure."""
    working = support.at(WORKING, measure.axis)
    if working and support.measuring and support.improved:
        return IMPROVED
    if working:
        return WORKING
    if support.usable:
        return DEFINED
    return PLANNED if support.plans else 0


def _grounds(measure: Measure, support: _Support, level: int) -> tuple[tuple[str, ...], str]:
    """The ids of the evidence on which a level rests, and the reason in words."""
    match level:
        case 4:
            improved = "; ".join(dict.fromkeys(words for _, words in support.improved))
            used = {item.id for item in support.measuring} | {name for name, _ in support.improved}
            used |= {item.id for item in support.at(WORKING, measure.axis)}
            return tuple(sorted(used)), f"measured by {_named(support.measuring)}; improved by {improved}"
        case 3:
            items, words = support.at(WORKING, measure.axis), "shown at work by"
        case 2:
            items, words = support.at(DEFINED, measure.axis), "laid down in"
        case 1:
            items, words = support.plans, "planned in"
        case _:
            return (), "nothing in support of it is in effect"
    return tuple(sorted(item.id for item in items)), f"{words} {_named(items)}"


def _named(items: Iterable[Evidence]) -> str:
    """Records by id and kind, in words."""
    return ", ".join(f"{item.id} ({item.kind.words})" for item in items)
