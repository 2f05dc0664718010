"""Page one: counts, the first shortfalls, recommendations, assistance needs and progress, in that order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten

from obligraph.engine.profile import Evidence
from obligraph.engine.results import Assessment, Ranking, Rating, Row
from obligraph.report.assistance import bearer_words
from obligraph.report.naming import day, found_at, provision
from obligraph.report.overview.model import Assistance, Front, Recommendation, Shortfall, Tally
from obligraph.report.overview.progress import progress
from obligraph.report.plan_documents import StepRow
from obligraph.report.plan_list import PlanView, step_rows
from obligraph.report.view import View
from obligraph.rules.words import Force

FIRST = 5
"""The shortfalls and recommendations on page one."""

NAMED = 3
"""The measures named in a sentence of page one before the rest are counted."""

SUBJECTS = 3
"""The subjects of assistance on page one."""

SENTENCE = 200
"""The characters of a long sentence on page one; what is cut stands in the detail in full."""

REMARKS = 2
"""The State's observations on page one."""


def front(view: View, ranking: Ranking, planned: PlanView | None, earlier: View | None) -> Front:
    """Page one.

    Args:
        view: the assessment as it is shown.
        ranking: its two lists.
        planned: the plan that closes the gaps of the strongest force that has any; None without gaps.
        earlier: an earlier assessment of the State, as it is shown, where there is one.
    """
    found = view.assessment
    shortfalls = tuple(_shortfall(found, row) for row in ranking.gaps[:FIRST])
    groups = tuple(_groups(found, planned)) if planned else ()
    needs = _assistance(found, planned) if planned else ()
    return Front(
        tallies=tallies(found),
        shortfalls=shortfalls,
        shortfalls_note=_shortfalls_note(ranking),
        open_first=tuple(_open_first(found, ranking, FIRST - min(len(shortfalls), len(groups)))),
        recommendations=groups[:FIRST],
        plan_note=_plan_note(planned, len(groups)),
        assistance=needs[:SUBJECTS],
        assistance_note=_assistance_note(planned, needs),
        progress=progress(view, earlier),
        comments=tuple(clipped(text, SENTENCE - 60) for text in dated_comments(found, "")[:REMARKS]),
    )


def tallies(found: Assessment, ids: Iterable[str] | None = None) -> tuple[Tally, ...]:
    """The ratings counted by force, strongest first; of some obligations where their ids are given."""
    kept = found.ratings.values() if ids is None else [found.ratings[name] for name in ids]
    counts = Counter((result.obligation.force, result.rating) for result in kept)
    forces = [force for force in Force if any(counts[force, rating] for rating in Rating)]
    return tuple(
        Tally(
            force.words,
            met=counts[force, Rating.MET],
            partly=counts[force, Rating.PARTLY_MET],
            unmet=counts[force, Rating.NOT_MET],
            undetermined=counts[force, Rating.UNDETERMINED],
            not_applicable=counts[force, Rating.NOT_APPLICABLE],
        )
        for force in forces
    )


def some(names: Sequence[str], most: int = NAMED) -> str:
    """The first names of a list, with the rest counted.

    >>> some(["a law", "a unit", "a rule", "a drill", "a list"])
    'a law; a unit; a rule; and 2 more'
    >>> some(["a law", "a unit"])
    'a law; a unit'
    """
    rest = len(names) - most
    return "; ".join(names) if rest <= 0 else f"{'; '.join(names[:most])}; and {rest} more"


def fitted(names: Sequence[str], room: int) -> str:
    """As many names as fit into some characters, at least the first, with the rest counted.

    >>> fitted(["a law on seed", "a unit", "a rule"], 24)
    'a law on seed; a unit; and 1 more'
    >>> fitted(["a law on seed"], 8)
    'a law …'
    """
    kept = 1
    while kept < len(names) and len("; ".join(names[: kept + 1])) <= room:
        kept += 1
    return some([clipped(names[0], room), *names[1:]], kept) if names else ""


def _shortfall(found: Assessment, row: Row) -> Shortfall:
    obligation = row.result.obligation
    return Shortfall(
        rank=row.rank,
        obligation=obligation.id,
        title=obligation.title,
        provision=provision(found.catalogue, obligation),
        force=obligation.force.words,
        rating=row.result.rating.value,
        words=row.result.rating.words if row.result.bounds.settled else row.result.bounds.words,
        reason=_reason(found, row),
        mend=_mend(found, row),
        why=_why(row),
    )


def _why(row: Row) -> str:
    """What lifts a gap above others of its force; the ranked list gives every key."""
    number = len(row.blocks)
    said = (
        "key obligation" if row.result.obligation.key else "",
        f"holds up {number} binding {'obligation' if number == 1 else 'obligations'}" if number else "",
        "deadline passed" if row.result.overdue else "",
    )
    return "; ".join(filter(None, said))


def _reason(found: Assessment, row: Row) -> str:
    """What is not so, with the evidence that says so; of many measures the first."""
    said = [_lacking(found, measure) for measure in row.missing]
    if not said:
        return "The catalogue names no measure that is missing."
    return fitted(said, SENTENCE + 20)


def _lacking(found: Assessment, measure: str) -> str:
    """A measure that is not whole, with the first record that says so."""
    title = found.catalogue.measures[measure].title
    determination = found.determinations[measure]
    if determination.resolution:
        by = determination.resolution
        return f"{title} ({by.value.value.replace('_', ' ')} by the decision of {by.assessor})"
    for item in determination.counted:
        if not item.supports:
            return f"{title} (contradicted by {cited(item.evidence)})"
        if item.claim.shortfall:
            return f"{title} (lacking: {clipped(item.claim.shortfall.rstrip('.'))}; {cited(item.evidence)})"
    return title


def cited(evidence: Evidence) -> str:
    """A record with its place, in short.

    >>> from obligraph.rules.words import EvidenceKind
    >>> cited(Evidence(id="e1", title="Act", kind=EvidenceKind.LAW, supports=("x",),
    ...                locator={"article": "s. 4"}))
    'Act, s. 4'
    """
    return ", ".join(filter(None, (clipped(evidence.title), found_at(evidence.locator, quote=False))))


def clipped(text: str, most: int = 60) -> str:
    """A text cut at a word, for page one alone; the detail has it in full.

    >>> clipped("an order of the minister", 12)
    'an order …'
    """
    return shorten(text, most, placeholder=" …")


def _mend(found: Assessment, row: Row) -> str:
    """The first of the smallest sets of measures that would mend a gap, what is certainly missing first."""
    if not row.would_settle:
        return "No set of measures that the catalogue names would mend it."
    first = sorted(row.would_settle[0], key=lambda name: name not in row.missing)
    titles = [found.catalogue.measures[name].title for name in first]
    other = "" if len(row.would_settle) == 1 and row.all_sets else " There is more than one way."
    return f"{fitted(titles, SENTENCE - 40)}.{other}"


def _shortfalls_note(ranking: Ranking) -> str:
    """How many gaps there are in all, by force."""
    if not ranking.gaps:
        return "On this evidence no obligation is certainly unmet. That is not to say that all are met."
    counts = Counter(row.result.obligation.force for row in ranking.gaps)
    said = ", ".join(f"{counts[force]} {force.words}" for force in Force if counts[force])
    number = len(ranking.gaps)
    return f"{number} {'gap' if number == 1 else 'gaps'} in all: {said}. Section 1 ranks every one."


def _open_first(found: Assessment, ranking: Ranking, most: int) -> Iterator[str]:
    """What evidence is needed first, where gaps leave room on the page; one sentence in any case."""
    for row in ranking.evidence_needed[: max(most, 1)]:
        obligation = row.result.obligation
        titles = [found.catalogue.measures[name].title for name in next(iter(row.would_settle), ())]
        where = provision(found.catalogue, obligation)
        wanted = fitted(titles, SENTENCE - 120) or "the catalogue names no measure for it"
        yield f"{where}, {obligation.title} ({obligation.force.words}): {wanted}"


def _groups(found: Assessment, planned: PlanView) -> Iterator[Recommendation]:
    """The steps of a plan, drawn together up to each that closes a gap; the last of a plan closes one."""
    group: list[StepRow] = []
    for step in step_rows(planned):
        group.append(step)
        if step.closes:
            yield _recommendation(found, group)
            group = []


def _recommendation(found: Assessment, steps: Sequence[StepRow]) -> Recommendation:
    """Measures to put in place, and those to look for first, in a sentence."""
    build = [step.title for step in steps if not step.look_first]
    look = [step.title for step in steps if step.look_first]
    parts = [f"See to it that: {fitted(build, SENTENCE - 80)}."] if build else []
    parts += [f"Find out first whether: {fitted(look, SENTENCE - 130)}."] if look else []
    closed = [provision(found.catalogue, found.catalogue.obligations[name]) for name in steps[-1].closes]
    also = sum(len(step.also_meets) for step in steps)
    beside = f", and meets {also} more {'obligation' if also == 1 else 'obligations'}" if also else ""
    gap = "gap" if len(closed) == 1 else "gaps"
    return Recommendation(" ".join(parts), f"This closes the {gap} at {some(closed)}{beside}.")


def _plan_note(planned: PlanView | None, groups: int) -> str:
    if planned is None:
        return "There is no gap to close. First gather the evidence that is needed (section 1)."
    if not planned.plan.steps:
        return f"{planned.plan.words} Section 2 says why."
    more = f" The first {FIRST} of {groups} recommendations stand here." if groups > FIRST else ""
    return f"{_reach(planned)}{more} Section 2 gives the whole plan."


def _reach(planned: PlanView) -> str:
    """What the whole plan achieves, and how sure it is that nothing less would do."""
    made = planned.plan
    force = "binding" if made.target is Force.BINDING else f"{made.target.words} or stronger"
    open_ = len(made.left_open) + len(made.out_of_reach)
    number = len(made.closes)
    closed = f"{number} of the {number + open_}" if open_ else f"all {number}" if number > 1 else "the one"
    gaps = "gap" if number + open_ == 1 else "gaps"
    sure = "no set of measures of less effort does" if made.optimal else "a lighter set may exist"
    return f"The plan closes {closed} {force} {gaps}; {sure}."


def _assistance(found: Assessment, planned: PlanView) -> tuple[Assistance, ...]:
    """The subjects of the steps for which the instruments ask others to help, in the order of the plan."""
    subjects: dict[str, list[StepRow]] = {}
    for step in step_rows(planned):
        if step.assistance:
            subjects.setdefault(step.theme, []).append(step)
    return tuple(_subject(found, theme, steps) for theme, steps in subjects.items())


def _subject(found: Assessment, theme: str, steps: Sequence[StepRow]) -> Assistance:
    asked = dict.fromkeys(name for step in steps for name in step.assistance)
    return Assistance(
        subject=found.catalogue.themes[theme].title,
        measures=some([step.title for step in steps], 1),
        ask=some([_helper(found, name) for name in asked], 1),
    )


def _helper(found: Assessment, name: str) -> str:
    """Who is asked to help, and the paragraph that asks."""
    obligation = found.catalogue.obligations[name]
    return f"{bearer_words(obligation)} ({provision(found.catalogue, obligation)})"


def _assistance_note(planned: PlanView | None, needs: Sequence[Assistance]) -> str:
    if not needs:
        if planned is None:
            return "There is no gap to close, so no need of assistance is shown."
        return "The instruments ask nobody to help with what is recommended here."
    more = len(needs) - SUBJECTS
    return f"And {more} more {'subject' if more == 1 else 'subjects'}: section 2." if more > 0 else ""


def dated_comments(found: Assessment, obligation: str) -> tuple[str, ...]:
    """What the State says of one obligation, with the day on which it said so."""
    return tuple(
        f"{comment.text} ({day(comment.date)})" if comment.date else comment.text
        for comment in found.profile.comments
        if comment.obligation == obligation
    )
