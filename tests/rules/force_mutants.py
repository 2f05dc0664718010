"""Wrong force tables, each with one change, and how many of them the cases written by hand find.

Run it to see the figure: `python -m tests.rules.force_mutants`. A row is given each other force, is restated
where it was not, is dropped, is tried before the row above it; loses a condition, loses a word of one, or
gets a condition of Chapter VII.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from obligraph.rules.force import UNREAD, ForceTable, Row, force_table
from obligraph.rules.words import Force
from tests.rules.force_cases import CASES, Case

LAST = (UNREAD.force, UNREAD.restated)
LISTS = ("verbs", "frames", "issuers", "kinds", "bearers")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A force table with one change."""

    change: str
    rows: tuple[Row, ...]


def mutants(rows: tuple[Row, ...]) -> Iterator[Mutant]:
    """Every table that differs from one in a single place."""
    for at, row in enumerate(rows):
        before, after = rows[:at], rows[at + 1 :]
        for change, other in changed(row):
            yield Mutant(f"{row.id}: {change}", (*before, other, *after))
        yield Mutant(f"{row.id}: dropped", before + after)
        if before:
            yield Mutant(f"{row.id}: before {before[-1].id}", (*before[:-1], row, before[-1], *after))


def changed(row: Row) -> Iterator[tuple[str, Row]]:
    """A row with each change of its own, and what the change is."""
    for force in Force:
        if force is not row.force:
            yield f"force {force}", replace(row, force=force)
    yield f"restated {not row.restated}", replace(row, restated=not row.restated)
    for chapter_vii in (True, False):
        yield f"chapter_vii {chapter_vii}", replace(row, chapter_vii=chapter_vii)
    if row.part:
        yield "any part", replace(row, part="")
    yield from _wider(row)


def _wider(row: Row) -> Iterator[tuple[str, Row]]:
    """A row that has lost a list of conditions, or a word of one that has several."""
    for name in LISTS:
        words: frozenset[str] = getattr(row, name)
        if not words:
            continue
        yield f"any {name}", _with(row, name, frozenset())
        for word in sorted(words) if len(words) > 1 else ():
            yield f"{name} without '{word}'", _with(row, name, words - {word})


def _with(row: Row, name: str, words: frozenset[str]) -> Row:
    """A row with other words in one of its lists."""
    change: dict[str, Any] = {name: words}
    return replace(row, **change)


def found(rows: tuple[Row, ...], cases: tuple[Case, ...] = CASES) -> bool:
    """Whether some case shows a table to be wrong."""
    table = ForceTable(rows)
    return any(
        (row.id, row.force, row.restated) != (case.row, case.force, case.restated)
        for case in cases
        for row in (table.row(case.words),)
    )


def survivors() -> tuple[int, list[Mutant]]:
    """How many wrong tables there are, and those that no case finds."""
    every = list(mutants(force_table().rows))
    return len(every), [mutant for mutant in every if not found(mutant.rows)]


def disjoint(one: Row, other: Row) -> bool:
    """Whether no words can fit both rows, so that their order cannot matter."""
    for name in LISTS:
        first, second = getattr(one, name), getattr(other, name)
        if first and second and first.isdisjoint(second):
            return True
    return bool(one.part and other.part and one.part != other.part)


def equivalent(mutant: Mutant) -> bool:
    """Whether a wrong table means the same.

    So it does where two rows changed places that no words fit both, or where the last row, which stands in
    the code too, fits less.
    """
    rows = force_table().rows
    if mutant.rows[:-1] == rows[:-1] or mutant.rows == rows[:-1]:
        last = mutant.rows[len(rows) - 1 :]
        return all((row.id, row.force, row.restated) == (UNREAD.id, *LAST) for row in last)
    moved = [at for at, row in enumerate(rows) if len(mutant.rows) == len(rows) and mutant.rows[at] != row]
    return (
        len(moved) == 2
        and {rows[at].id for at in moved} == {mutant.rows[at].id for at in moved}
        and disjoint(rows[moved[0]], rows[moved[1]])
    )


if __name__ == "__main__":
    number, left = survivors()
    said = [
        f"{'makes no difference' if equivalent(mutant) else 'not found'}: {mutant.change}" for mutant in left
    ]
    caught = number - len(left)
    said.append(f"{number} wrong tables, {caught} found, {100 * caught / number:.1f} %")
    sys.stdout.write("\n".join(said) + "\n")
