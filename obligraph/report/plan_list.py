"""A plan as a JSON document and as listings: the steps, and what they leave open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from obligraph.engine.planning import Plan, Step, plan
from obligraph.engine.ranking import gaps
from obligraph.engine.results import Assessment
from obligraph.report.assistance import ASSISTANCE_NOTE, helper_words, helpers
from obligraph.report.listing import Cell, Column, Listing
from obligraph.report.plan_documents import OpenRow, OutOfReachRow, PlanDocument, StepRow
from obligraph.report.view import View
from obligraph.rules.words import Force

STEP_COLUMNS = (
    Column("step", "Step", right=True),
    Column("effort", "Effort", right=True),
    Column("total", "Total", right=True),
    Column("measure", "Measure"),
    Column("title", "Title"),
    Column("theme", "Theme", table=False),
    Column("closes", "Closes", detail=True),
    Column("also_meets", "Also meets", detail=True),
    Column("needed_for", "Needed for", detail=True),
    Column("look_first", "Look first, it may be there", detail=True),
    Column("assistance", "Assistance need, ask", detail=True),
    Column("expects", "Shown by", detail=True, table=False),
    Column("effort_basis", "Effort because", detail=True, table=False),
)

OPEN_COLUMNS = (
    Column("obligation", "Obligation"),
    Column("title", "Title"),
    Column("reason", "Stays open because", detail=True),
)

EFFORT_NOTE = (
    "Effort is a rough class for each measure, from 1 (an instruction) to 5 (a national programme of years). "
    "It is not a cost."
)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a plan is asked for.

    Attributes:
        target: the weakest force whose gaps are to be closed.
        budget: the most effort; None for as much as it takes.
        without: ids of measures that must not be used.
        unknown_as_unmet: whether to plan for what is undetermined as if it were not met.
        seconds: how long the solver may take.
    """

    target: Force = Force.BINDING
    budget: int | None = None
    without: tuple[str, ...] = ()
    unknown_as_unmet: bool = False
    seconds: float = 60.0

    def plan(self, assessment: Assessment) -> Plan:
        """The plan on these terms."""
        return plan(
            assessment,
            target=self.target,
            budget=self.budget,
            without=self.without,
            unknown_as_unmet=self.unknown_as_unmet,
            seconds=self.seconds,
        )


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan as it is shown.

    Attributes:
        view: the assessment as it is shown.
        terms: what was asked for.
        plan: the plan.
        for_all: the plan without the budget, where the budget does not suffice.
        alone: for each gap left open, the plan that closes it alone.
    """

    view: View
    terms: Terms
    plan: Plan
    for_all: Plan | None
    alone: tuple[tuple[str, Plan], ...]


def plan_view(view: View, terms: Terms) -> PlanView:
    """The plan of an assessment, with what it would take to do what the budget does not allow."""
    found = terms.plan(view.assessment)
    if not found.left_open:
        return PlanView(view, terms, found, None, ())
    unlimited = replace(terms, budget=None)
    alone = tuple((name, unlimited.plan(_only(view.assessment, name))) for name in found.left_open)
    return PlanView(view, terms, found, unlimited.plan(view.assessment), alone)


def _only(assessment: Assessment, name: str) -> Assessment:
    """The assessment as if it rated one obligation and no other."""
    return replace(assessment, ratings={name: assessment.ratings[name]})


def plan_document(shown: PlanView) -> PlanDocument:
    """The plan as `plan --format json` writes it."""
    found, assessment = shown.plan, shown.view.assessment
    titles = assessment.catalogue.titles
    return PlanDocument(
        **shown.view.head(*_left_out(shown)),
        target=found.target,
        budget=shown.terms.budget,
        without=tuple(sorted(shown.terms.without)),
        unknown_as_unmet=shown.terms.unknown_as_unmet,
        words=found.words,
        optimal=found.optimal,
        effort=found.effort,
        effort_for_all=shown.for_all.effort if shown.for_all else None,
        steps=step_rows(shown),
        closes=found.closes,
        left_open=tuple(
            OpenRow(obligation=name, title=titles[name], effort_alone=one.effort, optimal=one.optimal)
            for name, one in shown.alone
        ),
        out_of_reach=tuple(
            OutOfReachRow(obligation=each.obligation, title=titles[each.obligation], reason=each.reason)
            for each in found.out_of_reach
        ),
    )


def step_rows(shown: PlanView) -> tuple[StepRow, ...]:
    """The steps in order."""
    return tuple(_step_row(shown, number, step) for number, step in enumerate(shown.plan.steps, start=1))


def _step_row(shown: PlanView, number: int, step: Step) -> StepRow:
    measure, targeted = step.measure, frozenset(shown.plan.closes)
    return StepRow(
        step=number,
        measure=measure.id,
        title=measure.title,
        theme=measure.theme,
        axis=measure.axis,
        effort=measure.effort,
        effort_basis=measure.effort_basis,
        total=step.total,
        closes=tuple(name for name in step.closes if name in targeted),
        also_meets=tuple(name for name in step.closes if name not in targeted),
        needed_for=tuple(_needed_for(shown, measure.id)),
        look_first=step.verify,
        expects=measure.expects,
        assistance=helpers(shown.view.assessment.catalogue, measure),
    )


def _needed_for(shown: PlanView, measure: str) -> Iterator[str]:
    """The targeted gaps that name a measure, in the order of the gaps."""
    obligations = shown.view.assessment.catalogue.obligations
    for name in shown.plan.closes:
        if measure in obligations[name].named:
            yield name


def plan_listings(shown: PlanView) -> tuple[Listing, ...]:
    """The steps, and below them what stays open, if anything does."""
    rows = step_rows(shown)
    steps = Listing(
        f"Plan: {shown.plan.words}",
        STEP_COLUMNS,
        tuple(_step_cells(shown, row) for row in rows),
        context=shown.view.context,
        empty="Nothing is to be put in place.",
    )
    still = tuple(_open_cells(shown))
    notes = tuple(_notes(shown, rows))
    if not still:
        return (replace(steps, notes=notes),)
    rest = Listing("Stays open", OPEN_COLUMNS, still, notes=notes, context=shown.view.context)
    return steps, rest


def steps_listing(shown: PlanView) -> Listing:
    """The steps alone, with all notes, for a spreadsheet."""
    first, *rest = plan_listings(shown)
    return replace(first, notes=(first.title, *rest[-1].notes)) if rest else first


def _step_cells(shown: PlanView, row: StepRow) -> tuple[Cell, ...]:
    catalogue = shown.view.assessment.catalogue
    return (
        row.step,
        row.effort,
        row.total,
        row.measure,
        row.title,
        row.theme,
        row.closes,
        row.also_meets,
        tuple(name for name in row.needed_for if name not in row.closes),
        row.look_first,
        tuple(helper_words(catalogue, name) for name in row.assistance),
        row.expects,
        row.effort_basis,
    )


def _open_cells(shown: PlanView) -> Iterator[tuple[Cell, ...]]:
    titles = shown.view.assessment.catalogue.titles
    for name, one in shown.alone:
        yield name, titles[name], _too_small(shown.terms.budget or 0, one)
    for each in shown.plan.out_of_reach:
        yield each.obligation, titles[each.obligation], f"out of reach: {each.reason}"


def _too_small(budget: int, alone: Plan) -> str:
    least = "" if alone.optimal else " or less"
    why = "is too small" if alone.effort > budget else "does not reach it beside the others"
    return f"the budget of {budget} {why}; alone it takes {alone.effort}{least}"


def _notes(shown: PlanView, rows: tuple[StepRow, ...]) -> Iterator[str]:
    """What a reader must know beside the steps."""
    if rows:
        yield _certainty(shown.plan)
    if shown.for_all:
        least = "" if shown.for_all.optimal else " or less"
        yield (
            f"The budget is {shown.terms.budget}; to close all {len(shown.for_all.closes)} gaps takes an "
            f"effort of {shown.for_all.effort}{least}."
        )
    if any(row.assistance for row in rows):
        yield ASSISTANCE_NOTE
    if rows:
        yield EFFORT_NOTE
    yield from _left_out(shown)
    yield from shown.view.closing


def _certainty(found: Plan) -> str:
    if found.optimal:
        return "The solver clingo has proven that no set of less effort closes as much."
    return (
        "Not proven to be the cheapest: the solver's time ran out. No single measure was added in vain, but "
        "a cheaper set may exist; --seconds gives it longer."
    )


def _left_out(shown: PlanView) -> Iterator[str]:
    """The obligations for which the plan was not made, counted."""
    ranking = gaps(shown.view.assessment)
    target = shown.terms.target
    unsure = sum(row.result.obligation.force.rank <= target.rank for row in ranking.evidence_needed)
    if unsure and not shown.terms.unknown_as_unmet:
        yield (
            f"Left out, for they may be met already: {unsure} undetermined of this force; "
            "--unknown-as-unmet plans for them too."
        )
    weaker = sum(row.result.obligation.force.rank > target.rank for row in ranking.gaps)
    if weaker:
        yield f"Left out: {weaker} of the gaps, of weaker force than {target.words}; --target takes them in."
