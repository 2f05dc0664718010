"""What of a profile counts and what does not, and why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

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


@dataclass(frozen=True, slots=True)
class Use:
    """What became of one record: gathered once, so that many records take no longer each than few."""

    counted: set[tuple[str, bool]] = field(default_factory=set)
    """The measures for which it counts, each with whether it supports."""
    refused: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """By reason, the measures for which it does not count."""


def evidence_listing(view: View) -> Listing:
    """Every record of the profile, in its order, with the measures for which it counts."""
    assessment = view.assessment
    uses = _uses(assessment)
    rows = tuple(_row(item, uses[item.id]) for item in assessment.profile.evidence)
    notes = (_totals(assessment), *_conflicts(assessment), *_assumed(assessment), *view.closing)
    return Listing(
        "The profile can be used. Its evidence:",
        COLUMNS,
        rows,
        notes=notes,
        context=view.context,
        empty="It holds no evidence yet: every obligation that applies is undetermined.",
    )


def _uses(assessment: Assessment) -> defaultdict[str, Use]:
    """What became of each record, by its id."""
    uses: defaultdict[str, Use] = defaultdict(Use)
    for name, found in assessment.determinations.items():
        for counted in found.counted:
            uses[counted.evidence.id].counted.add((name, counted.supports))
        for refused in found.not_counted:
            uses[refused.evidence.id].refused[refused.reason].append(name)
    return uses


def _row(item: Evidence, use: Use) -> tuple[Cell, ...]:
    spoken = item.measures
    refused = sorted(use.refused.items(), key=lambda each: min(map(spoken.index, each[1])))
    counts = "no" if not use.counted else "in part" if use.refused else "yes"
    return (
        item.id,
        item.kind.words,
        counts,
        item.title,
        tuple(_claim_words(claim) for claim in item.supports if (claim.measure, True) in use.counted),
        tuple(_claim_words(claim) for claim in item.contradicts if (claim.measure, False) in use.counted),
        tuple(_reason_words(*each, len(spoken)) for each in refused),
        dated(item),
        found_at(item.locator),
        item.confidentiality.value,
    )


def _claim_words(claim: Claim) -> str:
    return f"{claim.measure} (in part)" if claim.extent is Extent.PARTIAL else claim.measure


def _reason_words(reason: str, concerned: list[str], spoken: int) -> str:
    """A reason, with the measures that it concerns where it does not concern them all."""
    return reason if len(set(concerned)) == spoken else f"for {', '.join(dict.fromkeys(concerned))}: {reason}"


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
