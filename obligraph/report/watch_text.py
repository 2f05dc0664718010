"""What a live session says: where a State stands, what an edit of its profile moved, by which evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from obligraph.engine.comparison import Comparison, Direction, MeasureMove, ObligationMove
from obligraph.engine.results import Assessment, ObligationRating, Rating
from obligraph.report.naming import day, open_words
from obligraph.report.view import View
from obligraph.rules.words import Force


def standing_text(view: View) -> str:
    """Where a State stands: how many obligations of each force have which rating; forces are not added up."""
    assessment = view.assessment
    lines = [f"{assessment.profile.state}, as of {day(assessment.as_of)}"]
    results = assessment.ratings.values()
    counts = Counter((result.obligation.force, result.rating) for result in results)
    for force in Force:
        parts = [f"{counts[force, rating]} {rating.words}" for rating in Rating if counts[force, rating]]
        if parts:
            lines.append(f"  {force.words}: {', '.join(parts)}")
    return "\n".join([*lines, *view.closing])


def moved_text(assessment: Assessment, moved: Comparison) -> str:
    """What moved: what became of the evidence, and each rating that flipped, strongest force first.

    Obligations whose rating stays, but whose bounds moved, come after those that flipped.

    Args:
        assessment: the later assessment.
        moved: the comparison of an earlier assessment with it.
    """
    flips = [move for move in moved.obligations if move.before.rating is not move.after.rating]
    drifts = [move for move in moved.obligations if move not in flips and _drifted(move)]
    measures = {move.measure: move for move in moved.measures}
    lines = [f"{assessment.profile.state}, as of {day(assessment.as_of)}: {_head(len(flips), len(drifts))}"]
    lines += dict.fromkeys(line for move in moved.measures for line in _cause_lines(move))
    for group in (flips, drifts):
        for move in sorted(group, key=lambda each: each.after.obligation.force.rank):
            lines += _move_lines(move, measures)
    return "\n".join(lines)


def _drifted(move: ObligationMove) -> bool:
    return move.before.bounds != move.after.bounds


def _head(flips: int, drifts: int) -> str:
    """How much moved, in words.

    >>> _head(0, 0)
    'no rating flipped'
    >>> _head(1, 2)
    '1 rating flipped, 2 more moved within what the evidence leaves open'
    """
    words = f"{flips or 'no'} rating{'' if flips < 2 else 's'} flipped"
    return f"{words}, {drifts} more moved within what the evidence leaves open" if drifts else words


def _cause_lines(move: MeasureMove) -> Iterator[str]:
    """What became of each record that moved a measure, and what else moved it."""
    for cause in move.causes:
        yield f"  {cause.evidence.id} '{cause.evidence.title}' {cause.what}"
    for note in move.notes:
        yield f"  {move.measure}: {note}"


def _move_lines(move: ObligationMove, measures: dict[str, MeasureMove]) -> Iterator[str]:
    """An obligation with its rating before and after, and below it the evidence and measures behind that."""
    obligation = move.after.obligation
    force = obligation.force.words
    yield f"  {obligation.id} ({force}) {_stand(move.before)} -> {_stand(move.after)}: {obligation.title}"
    if move.direction is Direction.APPLIES:
        yield "      the profile no longer says that it does not apply"
    for note in move.notes:
        yield f"      {note}"
    behind: dict[str, list[str]] = {}
    for name in move.measures:
        behind.setdefault(_behind(measures[name]), []).append(name)
    for causes, names in behind.items():
        yield f"      by {causes}: {', '.join(names)}"


def _behind(move: MeasureMove) -> str:
    """What moved a measure, in short: the ids of records, else what else is known."""
    return ", ".join(cause.evidence.id for cause in move.causes) or "; ".join(move.notes)


def _stand(found: ObligationRating) -> str:
    """A rating, and what is open where something is but not everything."""
    said = open_words(found.bounds)
    return f"{found.rating.words} ({said})" if said else found.rating.words
