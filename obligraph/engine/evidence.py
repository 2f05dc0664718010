"""What counts as evidence for a measure on a date, and in words why the rest does not.

Evidence counts when it is in effect on the date (in force, collected by then, neither a draft nor repealed),
no other record in effect supersedes it, its kind is one that the measure accepts and, where the measure sets
an age, its own date shows it to be no older.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from obligraph.engine.precedence import reached
from obligraph.engine.profile import Evidence, Status
from obligraph.engine.results import Counted, NotCounted
from obligraph.rules.model import Measure


@dataclass(frozen=True, slots=True)
class Weighed:
    """The evidence that speaks to one measure, sorted by id: what counts and what does not."""

    counted: tuple[Counted, ...] = ()
    not_counted: tuple[NotCounted, ...] = ()


def weigh(
    evidence: Iterable[Evidence],
    measures: Mapping[str, Measure],
    as_of: dt.date,
    replaced: Mapping[str, str],
) -> dict[str, Weighed]:
    """What counts for each measure to which some evidence speaks, and what does not.

    Args:
        evidence: the records of one State; what they say of measures outside `measures` is passed over.
        measures: measures of the catalogue by id.
        as_of: the date of the assessment.
        replaced: what `superseded` found in all records of the State.
    """
    items = sorted(evidence, key=lambda item: item.id)
    counted: dict[str, list[Counted]] = {}
    left_out: dict[str, list[NotCounted]] = {}
    for item in items:
        general = (*_not_in_effect(item, as_of), *_replaced(item, replaced))
        for said in claims_of(item):
            if said.claim.measure not in measures:
                continue
            measure = measures[said.claim.measure]
            reasons = (*general, *_not_fit(item, measure, as_of))
            if reasons:
                left_out.setdefault(measure.id, []).append(NotCounted(item, measure.id, "; ".join(reasons)))
            else:
                counted.setdefault(measure.id, []).append(said)
    return {
        name: Weighed(tuple(counted.get(name, ())), tuple(dict.fromkeys(left_out.get(name, ()))))
        for name in measures
        if name in counted or name in left_out
    }


def claims_of(item: Evidence) -> Iterator[Counted]:
    """Everything a record says, one measure at a time."""
    for claim in item.supports:
        yield Counted(item, claim, supports=True)
    for claim in item.contradicts:
        yield Counted(item, claim, supports=False)


def in_effect(item: Evidence, as_of: dt.date) -> bool:
    """Whether a record is in force on the date and known by then, whatever it speaks to."""
    return not any(_not_in_effect(item, as_of))


def _not_in_effect(item: Evidence, as_of: dt.date) -> Iterator[str]:
    """Why a record is of no effect on the date, for any measure."""
    if item.status is Status.DRAFT:
        yield "it is a draft, and drafts do not count"
    if item.status is Status.REPEALED:
        yield "it has been repealed"
    if item.effective_from and item.effective_from > as_of:
        yield f"it takes effect on {item.effective_from}, after {as_of}"
    if item.effective_to and item.effective_to < as_of:
        yield f"it expired on {item.effective_to}"
    if item.collected and item.collected > as_of:
        yield f"it was collected on {item.collected}, after {as_of}"


def _replaced(item: Evidence, replaced: Mapping[str, str]) -> Iterator[str]:
    if item.id in replaced:
        yield f"it is superseded by {replaced[item.id]}"


def _not_fit(item: Evidence, measure: Measure, as_of: dt.date) -> Iterator[str]:
    """Why a record that is in effect still does not count for this measure."""
    if item.kind not in measure.accepts:
        accepted = ", ".join(kind.value for kind in measure.accepts)
        yield f"its kind, {item.kind.value}, does not show this measure; these do: {accepted}"
    yield from too_old(item, measure, as_of)


def too_old(item: Evidence, measure: Measure, as_of: dt.date) -> Iterator[str]:
    """Why a record is too old for a measure, or not known to be young enough; nothing where it is not."""
    if measure.max_age is None:
        return
    dated = item.collected or item.effective_from
    if dated is None:
        yield f"it is undated: its age cannot be shown, and only {measure.max_age} months are allowed"
    elif months_after(dated, measure.max_age) < as_of:
        yield f"it dates from {dated}, more than {measure.max_age} months before {as_of}"


def superseded(items: Iterable[Evidence], as_of: dt.date) -> dict[str, str]:
    """The ids of replaced records, each with the first id of those in effect that replace it.

    A record is replaced by any record in effect that names it in `supersedes`, directly or through others.
    """
    replacing: dict[str, list[Evidence]] = {}
    for item in items:
        if item.supersedes:
            replacing.setdefault(item.id, []).append(item)
    direct = {name: tuple(chain(*(item.supersedes for item in same))) for name, same in replacing.items()}
    found: dict[str, str] = {}
    for name in sorted(replacing):
        if any(in_effect(item, as_of) for item in replacing[name]):
            for earlier in reached(name, direct) - {name}:
                found.setdefault(earlier, name)
    return found


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day of the month that many months later, or the month's last day where it is shorter.

    >>> months_after(dt.date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > dt.MAXYEAR:
        return dt.date.max
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
