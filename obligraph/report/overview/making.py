"""From an assessment to the report as data."""

from __future__ import annotations

from dataclasses import replace

from obligraph import __version__
from obligraph.engine.ranking import gaps
from obligraph.engine.results import CAVEAT, Assessment, Ranking
from obligraph.report.gap_list import gaps_listings
from obligraph.report.listing import Listing
from obligraph.report.overview import annexes
from obligraph.report.overview.entries import parts
from obligraph.report.overview.front import dated_comments, front
from obligraph.report.overview.model import Head, Overview
from obligraph.report.plan_list import PlanView, Terms, plan_listings, plan_view
from obligraph.report.quoting import Quoted
from obligraph.report.view import View


def overview(
    view: View,
    earlier: View | None = None,
    quoted: Quoted | None = None,
) -> Overview:
    """The report.

    Args:
        view: the assessment as it is shown; without restricted evidence where the view is public.
        earlier: an earlier assessment of the same State, as public as the view.
        quoted: the source's paragraphs, where the user has named documents.
    """
    ranking = gaps(view.assessment)
    planned = _planned(view, ranking)
    return Overview(
        head=_head(view),
        front=front(view, ranking, planned, earlier),
        ranked=_ranked(view, ranking),
        way=_way(view, planned),
        comments=dated_comments(view.assessment, ""),
        parts=parts(view, quoted.by_obligation if quoted else {}),
        safeguards=annexes.safeguards(view),
        practices=annexes.practices(view),
        maturity=tuple(replace(each, context=()) for each in annexes.ripeness(view)),
        others=annexes.others(view),
        evidence=annexes.evidence(view),
        method=annexes.METHOD,
        force=annexes.force(view),
        losses=quoted.losses if quoted else (),
    )


def _head(view: View) -> Head:
    found = view.assessment
    return Head(
        state=found.profile.state,
        as_of=found.as_of,
        scope=_scope(found),
        basis=f"Obligraph {__version__}, catalogue {found.catalogue.fingerprint}",
        notes=view.remarks,
        caveat=CAVEAT,
        public=view.public,
    )


def _scope(found: Assessment) -> str:
    """What was assessed: how many obligations of which instruments, those that bind first, on what."""
    order = sorted(found.ratings.values(), key=lambda result: result.obligation.force.rank)
    rated = dict.fromkeys(result.obligation.instrument for result in order)
    symbols = [found.catalogue.instruments[name].symbol for name in rated]
    records = len(found.profile.evidence)
    return (
        f"{len(found.ratings)} obligations of States in {', '.join(symbols)}, on {records} "
        f"{'piece' if records == 1 else 'pieces'} of evidence."
    )


def _planned(view: View, ranking: Ranking) -> PlanView | None:
    """The plan for the gaps of the strongest force that has any."""
    if not ranking.gaps:
        return None
    return plan_view(view, Terms(target=ranking.gaps[0].result.obligation.force))


def _ranked(view: View, ranking: Ranking) -> tuple[Listing, ...]:
    """The two ranked lists; the caveat stands elsewhere."""
    kept = (replace(each, context=()) for each in gaps_listings(view, ranking))
    return tuple(replace(each, notes=_without_closing(view, each.notes)) for each in kept)


def _way(view: View, planned: PlanView | None) -> Listing | None:
    """The steps of the plan."""
    if planned is None:
        return None
    first, *rest = plan_listings(planned)
    notes = (*first.notes, *(f"{row[0]}, {row[1]}: {row[2]}" for each in rest for row in each.rows))
    notes = (*notes, *(note for each in rest for note in each.notes))
    return replace(first, notes=_without_closing(view, notes), context=())


def _without_closing(view: View, notes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(note for note in notes if note not in view.closing)
