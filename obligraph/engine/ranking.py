"""The two ranked lists: gaps, and evidence needed.

The order is lexicographic: force; key obligation; not met before partly met; how many binding obligations it
blocks; the share of its needed measures that is missing; overdue; id. Nothing is weighed or averaged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate, groupby

from obligraph.engine.precedence import blocked_by, blocks
from obligraph.engine.results import Assessment, Bounds, Ranking, Row
from obligraph.engine.settling import sets_for

Key = tuple[int | Fraction, ...]
"""The keys between force and id, each smaller for what comes first."""


@dataclass(frozen=True, slots=True)
class _View:
    """The bounds by which to rank: as found, or with what is unknown taken as not met."""

    assessment: Assessment
    measures: Mapping[str, Bounds]
    obligations: Mapping[str, Bounds]
    """By id, for the obligations that apply."""


def gaps(assessment: Assessment, *, unknown_as_unmet: bool = False) -> Ranking:
    """The two ranked lists of an assessment.

    Args:
        assessment: what `obligraph.engine.evaluation.evaluate` found.
        unknown_as_unmet: rank what is unknown as not met, in one list; the ratings stay as they are.
    """
    view = _view(assessment, unknown_as_unmet=unknown_as_unmet)
    short = [name for name, bounds in view.obligations.items() if bounds.short]
    unsure = [name for name, bounds in view.obligations.items() if bounds.unproven]
    first, second = (_ranked(_row(view, name) for name in names) for names in (short, unsure))
    said = " ".join((*stability("Gaps", first), *stability("Evidence needed", second)))
    return Ranking(first, second, said or "Nothing is ranked.", unknown_as_unmet)


def _view(assessment: Assessment, *, unknown_as_unmet: bool) -> _View:
    def seen(bounds: Bounds) -> Bounds:
        return Bounds(bounds.lo, bounds.lo) if unknown_as_unmet else bounds

    return _View(
        assessment,
        {name: seen(found.bounds) for name, found in assessment.determinations.items()},
        {name: seen(r.bounds) for name, r in assessment.ratings.items() if not r.not_applicable},
    )


def _row(view: _View, name: str) -> Row:
    """The row of an obligation, not yet ranked."""
    result = view.assessment.ratings[name]
    obligation, bounds = result.obligation, view.obligations[name]
    needed = obligation.needed
    lacking = [measure for measure in needed if view.measures[measure].short]
    sets = sets_for(obligation, view.measures, mend=bounds.short)
    row = Row(
        rank=0,
        result=result,
        blocks=blocks(view.assessment, name),
        blocked_by=blocked_by(view.assessment, name),
        missing=_joined(lacking, (m for m in obligation.safeguards if view.measures[m].hi == 0)),
        unverified=_joined(
            (m for m in needed if view.measures[m].unproven),
            (m for m in obligation.safeguards if view.measures[m].lo == 0 < view.measures[m].hi),
        ),
        share_missing=(len(lacking), len(needed)),
        would_settle=sets.sets,
        why="",
        all_sets=not sets.more,
        ranked_as=bounds,
    )
    return replace(row, why=_why(row))


def _joined(*parts: Iterable[str]) -> tuple[str, ...]:
    """The measures of all parts in order, each once."""
    return tuple(dict.fromkeys(name for part in parts for name in part))


def _why(row: Row) -> str:
    """The keys of a row in words, in their order."""
    obligation = row.result.obligation
    return "; ".join(
        (
            obligation.force.words,
            f"key obligation: {obligation.key.rstrip('.')}" if obligation.key else "no key obligation",
            _rated(row),
            _counted(len(row.blocks), "binding obligation", "blocks"),
            _share(row.share_missing),
            f"deadline {obligation.deadline} passed" if row.result.overdue else "no deadline passed",
        )
    )


def _rated(row: Row) -> str:
    as_found = row.ranked_as == row.result.bounds
    return row.ranked_as.words if as_found else f"{row.ranked_as.words} where unknown counts as not met"


def _counted(number: int, noun: str, verb: str) -> str:
    return f"{verb} {number or 'no'} {noun}{'' if number == 1 else 's'}"


def _share(share: tuple[int, int]) -> str:
    missing, needed = share
    if not needed:
        return "the catalogue names no measures for it"
    return f"{missing} of {needed} needed {'measure' if needed == 1 else 'measures'} missing"


def _ranked(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows in order, with rank and with whether each position holds under any order of the keys."""
    ordered = sorted(rows, key=lambda row: (_force_rank(row), key_of(row), row.result.obligation.id))
    held: list[bool] = []
    for _, alike in groupby(ordered, key=_force_rank):
        held.extend(_holds([key_of(row) for row in alike]))
    return tuple(
        replace(row, rank=rank, stable=stable)
        for rank, (row, stable) in enumerate(zip(ordered, held, strict=True), start=1)
    )


def _force_rank(row: Row) -> int:
    return row.result.obligation.force.rank


def key_of(row: Row) -> Key:
    """The keys of a row between force and id; the smaller comes first."""
    missing, needed = row.share_missing
    return (
        0 if row.result.obligation.key else 1,
        3 * row.ranked_as.hi + row.ranked_as.lo,
        -len(row.blocks),
        -Fraction(missing, needed or 1),
        0 if row.result.overdue else 1,
    )


def _holds(keys: Sequence[Key]) -> list[bool]:
    """For each row of one force in order, whether it is comparable, key by key, with every other row.

    Where it is, no order of the keys can move it past another; equal rows are told apart by id alone. A row
    comparable with all has, in every key, nothing greater before it and nothing smaller after it.
    """
    before = accumulate(keys, lambda one, other: tuple(map(max, one, other)))
    after = accumulate(reversed(keys), lambda one, other: tuple(map(min, one, other)))
    bounds = zip(before, keys, reversed(list(after)), strict=True)
    return [high == mine == low for high, mine, low in bounds]


def stability(title: str, rows: Sequence[Row]) -> tuple[str, ...]:
    """Which positions of a list hold under any order of the keys after force, in words; none if empty."""
    if not rows:
        return ()
    firm = [row.rank for row in rows if row.stable]
    if len(firm) == len(rows):
        return (f"{title}: every position holds under any order of the keys after force.",)
    if not firm:
        return (f"{title}: no position holds under every order of the keys after force.",)
    noun, verb = ("position", "holds") if len(firm) == 1 else ("positions", "hold")
    return (
        f"{title}: {noun} {spans(firm)} {verb} under any order of the keys after force; "
        f"the other {len(rows) - len(firm)} depend on that order.",
    )


def spans(numbers: Sequence[int]) -> str:
    """Ascending numbers in words, neighbours drawn together.

    >>> spans([1, 2, 3, 5, 8, 9])
    '1 to 3, 5, 8 and 9'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts: list[str] = []
    for run in runs:
        parts.extend([f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run))
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
