"""What moved since an earlier assessment of the same State, in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from obligraph.engine.comparison import LONG_OPEN, Comparison, Direction, compare
from obligraph.report.naming import day
from obligraph.report.view import View

LISTED = 6
"""The ids named in a sentence before the rest are counted."""


def progress(view: View, earlier: View | None) -> tuple[str, ...]:
    """What moved, as sentences; without an earlier assessment, that nothing can be said.

    Args:
        view: the assessment as it is shown.
        earlier: the earlier one as it is shown, or None.
    """
    if earlier is None:
        last = view.assessment.profile.last_assessed
        if last is None:
            return ("No earlier assessment is on record, so nothing is said of progress.",)
        return (
            f"The State was last assessed on {day(last)}. The profile of that assessment was not given, so "
            "nothing is said of progress.",
        )
    moved = compare(earlier.assessment, view.assessment)
    return (f"Since {day(earlier.assessment.as_of)}: {_counts(moved)}", *_details(moved, view))


def _counts(moved: Comparison) -> str:
    """How many gaps closed, opened and stay, and how many ratings rose or fell."""
    directions = Counter(move.direction for move in moved.obligations)
    return (
        f"gaps closed {len(moved.closed)}, opened {len(moved.opened)}, still open {len(moved.still_open)}; "
        f"obligations that rose {directions[Direction.RAISED]}, fell {directions[Direction.LOWERED]}, "
        f"became clearer {directions[Direction.NARROWED]}, less clear {directions[Direction.WIDENED]}."
    )


def _details(moved: Comparison, view: View) -> Iterator[str]:
    if moved.closed:
        yield f"Closed: {_listed(moved.closed)}."
    if moved.opened:
        yield f"Opened: {_listed(moved.opened)}."
    if moved.long_open:
        yield f"Open for {LONG_OPEN} months or longer: {_listed(moved.long_open)}."
    if moved.expired:
        titles = {item.id: item.title for item in view.assessment.profile.evidence}
        yield f"No longer counts, though unchanged: {_listed([titles[name] for name in moved.expired])}."
    if moved.new or moved.dropped:
        yield (
            f"The catalogue changed: {len(moved.new)} obligations are new, {len(moved.dropped)} are gone; "
            "what moved with them is no deed of the State's."
        )


def _listed(names: Sequence[str]) -> str:
    rest = len(names) - LISTED
    return f"{', '.join(names[:LISTED])} and {rest} more" if rest > 0 else ", ".join(names)
