"""What of a profile counts and what does not, and why."""

from __future__ import annotations

from collections import Counter

from obligraph.engine.profile import Claim, Evidence, Extent
from obligraph.engine.results import Assessment
from obligraph.report.listing import Cell, Column, Listing
from obligraph.report.naming import dated, found_at
from obligraph.report.view import View

COLUMNS = (
    Column("evidence", "Evidence"),
    Column("kind", "Kind"),
    Column("counts", "Counts"),
    Column("title", "Title"),
    Column("supports", "Supports", detail=True),
    Column("contradicts", "Contradicts", detail=True),
    Column("not_counted", "Does not count", detail=True),
    Column("dates", "Dates", detail=True),
    Column("source", "Found at", detail=True),
    Column("confidentiality", "Confidentiality", detail=True, table=False),
)


def evidence_listing(view: View) -> Listing:
    """Every record of the profile, in its order, with the measures for which it counts."""
    assessment = view.assessment
    rows = tuple(_row(assessment, item) for item in assessment.profile.evidence)
    notes = (_totals(assessment), *_conflicts(assessment), *_assumed(assessment), *view.closing)
    return Listing(
        "The profile can be used. Its evidence:",
        COLUMNS,
        rows,
        notes=notes,
        context=view.context,
        empty="It holds no evidence yet: every obligation that applies is undetermined.",
    )


def _row(assessment: Assessment, item: Evidence) -> tuple[Cell, ...]:
    found = assessment.determinations
    spoken = dict.fromkeys(claim.measure for claim in (*item.supports, *item.contradicts))
    counted = {
        (name, each.supports) for name in spoken for each in found[name].counted if each.evidence is item
    }
    reasons = Counter(
        each.reason for name in spoken for each in found[name].not_counted if each.evidence is item
    )
    counts = "no" if not counted else "in part" if reasons else "yes"
    return (
        item.id,
        item.kind.value.replace("_", " "),
        counts,
        item.title,
        tuple(_claim_words(claim) for claim in item.supports if (claim.measure, True) in counted),
        tuple(_claim_words(claim) for claim in item.contradicts if (claim.measure, False) in counted),
        tuple(_reason_words(assessment, item, reason, len(spoken)) for reason in reasons),
        dated(item),
        found_at(item.locator),
        item.confidentiality.value,
    )


def _claim_words(claim: Claim) -> str:
    return f"{claim.measure} (in part)" if claim.extent is Extent.PARTIAL else claim.measure


def _reason_words(assessment: Assessment, item: Evidence, reason: str, spoken: int) -> str:
    """A reason, with the measures that it concerns where it does not concern them all."""
    concerned = [
        name
        for name, found in assessment.determinations.items()
        if any(each.evidence is item and each.reason == reason for each in found.not_counted)
    ]
    return reason if len(concerned) == spoken else f"for {', '.join(concerned)}: {reason}"


def _totals(assessment: Assessment) -> str:
    found = assessment.determinations.values()
    spoken = sum(1 for each in found if each.counted)
    counted = {item.evidence.id for each in found for item in each.counted}
    return (
        f"{len(counted)} of {len(assessment.profile.evidence)} pieces of evidence count, for {spoken} of "
        f"{len(assessment.determinations)} measures; on the others nothing is known."
    )


def _conflicts(assessment: Assessment) -> list[str]:
    found = assessment.determinations.values()
    open_ = [each.measure for each in found if each.conflict]
    settled = [each.measure for each in found if each.resolution]
    used = {each.resolution for each in found if each.resolution}
    idle = [each.measure for each in assessment.profile.resolutions if each not in used]
    return [
        f"{heading}: {', '.join(measures)}."
        for heading, measures in (
            ("Evidence conflicts, and no recorded resolution settles it, on", open_),
            ("Conflicts settled by a recorded resolution, on", settled),
            ("Recorded resolutions that settle nothing on this date, on", idle),
        )
        if measures
    ]


def _assumed(assessment: Assessment) -> list[str]:
    names = sorted({name for rating in assessment.ratings.values() for name in rating.assumed})
    if not names:
        return []
    return [
        "The profile does not state these attributes, so obligations that depend on them are taken to apply: "
        f"{', '.join(names)}."
    ]
