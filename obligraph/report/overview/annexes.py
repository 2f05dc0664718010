"""What stands behind the detail: safeguards, practices, maturity, others' duties, evidence, method, force."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from obligraph.engine.maturity import LEVELS, WORKING, maturity
from obligraph.engine.results import Assessment
from obligraph.report.documents import MeasureShown
from obligraph.report.evidence_list import evidence_listing
from obligraph.report.explained import measure_shown
from obligraph.report.force_words import force_row
from obligraph.report.listing import Cell, Column, Listing
from obligraph.report.maturity_list import (
    MATURITY_NOTE,
    lessons_listing,
    maturity_view,
    measures_listing,
    submodules_listing,
)
from obligraph.report.naming import provision
from obligraph.report.overview.entries import finding, role
from obligraph.report.overview.model import SafeguardShown
from obligraph.report.view import View
from obligraph.rules.model import Obligation
from obligraph.rules.words import Axis

PRACTICE_NOTE = (
    "Listed is each measure at work that the evidence shows fully in place, where its maturity is working in "
    "practice or higher and no safeguard that watches over it is shown to be breached. Whether it suits "
    "another State is for that State to judge."
)
"""The criterion of good practices, as readers see it."""

METHOD = (
    "A rating is worked out from the evidence in the State's profile and nothing else. A record counts for a "
    "measure when it is in force on the date, of a kind that the measure accepts, not too old, and neither "
    "draft nor repealed nor replaced. What does not count is listed with the reason.",
    "Each measure has a lower and an upper bound on the scale not met, partly met, met. Support raises the "
    "lower bound; a stated shortfall or a contradiction lowers the upper one. Without evidence the bounds "
    "stay open. Where support and contradiction cannot both hold, the evidence conflicts, and the measure "
    "stays open until an assessor's recorded decision settles it.",
    "An obligation asks for a combination of measures. It is met where all that it asks for is shown, not "
    "met where nothing of it can be there, partly met between the two, and undetermined where the bounds "
    "leave more than one of these. Nothing is met by default.",
    "A safeguard limits how an obligation may be met. A breached one keeps the obligation from being more "
    "than partly met; one that is not shown to be kept leaves it undetermined.",
    "Gaps are ranked by force, then key obligations, not met before partly met, the number of binding "
    "obligations that wait for it, the share of needed measures missing, a deadline passed, and id. Nothing "
    "is weighed, and counts of different force are never added up.",
    "The State's comments are printed beside the ratings and change none.",
)
"""How ratings come about."""


def safeguards(view: View) -> tuple[SafeguardShown, ...]:
    """Each safeguard that a rated obligation names, breached ones first, then in catalogue order."""
    found = view.assessment
    limited: dict[str, list[str]] = {}
    for name, result in found.ratings.items():
        for measure in result.obligation.safeguards:
            limited.setdefault(measure, []).append(name)
    shown = [
        _safeguard(measure_shown(found, name), tuple(limited[name]))
        for name in found.catalogue.measures
        if name in limited
    ]
    return tuple(sorted(shown, key=lambda each: _STATES.index(each.state)))


_STATES = (
    "Breached: the evidence shows that it is not kept.",
    "Kept in part: the evidence shows that it is not whole.",
    "Open: some evidence speaks to it and does not settle it.",
    "Open: no evidence speaks to it.",
    "Kept at least in part.",
    "Kept.",
)
"""What can be said of a safeguard, in the order in which a reader needs it."""


def _safeguard(measure: MeasureShown, limited: tuple[str, ...]) -> SafeguardShown:
    return SafeguardShown(
        finding=finding(measure, role(measure, safeguard=True)),
        state=_state(measure),
        limits=", ".join(dict.fromkeys(limited)),
    )


def _state(measure: MeasureShown) -> str:
    low, high = measure.bounds
    if high < 2:
        return _STATES[high]
    if low == 0:
        return _STATES[2 if measure.counted or measure.not_counted else 3]
    return _STATES[3 + low]


def practices(view: View) -> Listing:
    """Measures at work that are shown fully in place, the most mature first."""
    found = view.assessment
    levels = {each.measure: each for each in maturity(found)}
    rows: list[tuple[Cell, ...]] = []
    for level in sorted(LEVELS, reverse=True):
        for name in found.catalogue.measures:
            if levels[name].level == level >= WORKING and _practised(found, name):
                served = tuple(o for o in found.catalogue.needed_by[name] if o in found.ratings)
                each = levels[name]
                rows.append((each.name, found.catalogue.measures[name].title, name, each.reason, served))
    columns = (
        Column("level", "Maturity"),
        Column("title", "Practice"),
        Column("measure", "Measure"),
        Column("reason", "Because", detail=True),
        Column("serves", "Serves", detail=True),
    )
    empty = "The evidence shows no measure at work in full."
    return Listing("Good practices", columns, tuple(rows), notes=(PRACTICE_NOTE,), empty=empty)


def _practised(found: Assessment, name: str) -> bool:
    """Whether a measure is at work in full and no safeguard that watches over it is breached."""
    measure = found.catalogue.measures[name]
    whole = measure.axis is Axis.PRACTICE and found.determinations[name].bounds.lo == 2
    return whole and all(found.determinations[guard].bounds.hi > 0 for guard in measure.watched_by)


def ripeness(view: View) -> tuple[Listing, ...]:
    """Prevention beside response, lessons and levels; nothing where no evidence bears on them."""
    shown = maturity_view(view)
    if not shown.lessons and not any(each.level for each in shown.measures):
        return ()
    known = replace(shown, measures=tuple(each for each in shown.measures if each.level))
    silent = len(shown.measures) - len(known.measures)
    rest = f"{silent} further measures that the guidelines name are at level 0: nothing is shown of them."
    levels = replace(measures_listing(known), notes=(MATURITY_NOTE, *([rest] if silent else [])))
    return submodules_listing(shown), lessons_listing(shown), levels


def others(view: View) -> Listing:
    """What the instruments ask of other bodies: shown, never rated."""
    found = view.assessment
    rows = tuple(
        (
            o.id,
            provision(found.catalogue, o),
            o.force.words,
            ", ".join(bearer.words for bearer in o.bearers),
            o.title,
        )
        for o in found.catalogue.obligations.values()
        if not o.rated
    )
    columns = (
        Column("obligation", "Id"),
        Column("provision", "Paragraph"),
        Column("force", "Force"),
        Column("bearers", "Asked of"),
        Column("title", "What is asked"),
    )
    return Listing("Asked of others", columns, rows, empty="Nothing is asked of others.")


def evidence(view: View) -> Listing:
    """Every record of the profile, with what it counts for."""
    shown = evidence_listing(view)
    notes = tuple(note for note in shown.notes if note not in view.closing)
    return replace(shown, title="Evidence", notes=notes, context=())


def force(view: View) -> Listing:
    """The rows of the force table that give the force of a rated obligation, with how many each decided."""
    used = Counter(result.obligation.force_rule for result in view.assessment.ratings.values())
    examples = {r.obligation.force_rule: r.obligation for r in view.assessment.ratings.values()}
    rows = tuple(sorted(_force_rows(used, examples), key=lambda row: (row[0], str(row[2]))))
    columns = (
        Column("rank", "Rank", right=True),
        Column("force", "Force"),
        Column("rule", "Row"),
        Column("obligations", "Obligations", right=True),
        Column("reason", "Because", detail=True),
        Column("source", "Source", detail=True),
    )
    return Listing("Force table", columns, rows, empty="No row was used.")


ForceRow = tuple[int, str, str, int, str, str]
"""Rank, force, row, number of obligations, reason, source."""


def _force_rows(used: Counter[str], examples: dict[str, Obligation]) -> Iterator[ForceRow]:
    for rule, obligation in examples.items():
        row = force_row(obligation)
        given = obligation.force
        reason, source = (row.reason, row.source) if row else ("A row of a table of the user's.", "")
        yield given.rank + 1, given.words, rule, used[rule], reason, source
