"""What would change if some evidence were added or taken away, found without evaluating the rest again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from obligraph.engine.determination import determine_from
from obligraph.engine.evaluation import rate
from obligraph.engine.evidence import superseded
from obligraph.engine.profile import Evidence
from obligraph.engine.results import Assessment, Determination, ObligationRating


@dataclass(frozen=True, slots=True)
class Move:
    """An obligation whose rating or bounds are others than before."""

    before: ObligationRating
    after: ObligationRating


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The assessment after a change of evidence, and what moved."""

    after: Assessment
    measures: tuple[str, ...]
    """The measures whose bounds moved, in catalogue order."""
    moved: tuple[Move, ...]
    """The obligations whose rating or bounds moved, in catalogue order."""


def what_if(assessment: Assessment, add: Iterable[Evidence] = (), remove: Iterable[str] = ()) -> WhatIf:
    """The assessment with evidence added or taken away; the same as evaluating the changed profile.

    Args:
        assessment: what `obligraph.engine.evaluation.evaluate` found.
        add: new records; one with the id of a record that is there takes its place.
        remove: the ids of records to take away; ids that are not there are passed over.
    """
    added = tuple(add)
    gone = {*remove, *(item.id for item in added)}
    old = assessment.profile.evidence
    dropped = tuple(item for item in old if item.id in gone)
    kept = old if not dropped else tuple(item for item in old if item.id not in gone)
    profile = assessment.profile.model_copy(update={"evidence": (*kept, *added)})
    changed = replace(assessment, profile=profile)
    replaced = superseded(profile.evidence, assessment.as_of)
    before = superseded(old, assessment.as_of)
    touched = {name for name in {*replaced, *before} if replaced.get(name) != before.get(name)}
    restless = (*added, *dropped, *((item for item in kept if item.id in touched) if touched else ()))
    return _changes(assessment, _updated(changed, restless, added, gone, replaced))


def _updated(
    changed: Assessment,
    restless: tuple[Evidence, ...],
    added: tuple[Evidence, ...],
    gone: set[str],
    replaced: dict[str, str],
) -> Assessment:
    """The assessment with the measures of the restless records, and what rests on them, found anew."""
    catalogue, profile, as_of = changed.catalogue, changed.profile, changed.as_of
    spoken = {name for item in restless for name in item.measures}
    measures = {name: catalogue.measures[name] for name in sorted(spoken) if name in catalogue.measures}
    records = {
        id(item): item
        for name in measures
        for item in _speaking(changed.determinations[name])
        if item.id not in gone
    }
    fresh = determine_from((*records.values(), *added), profile, measures, as_of, replaced)
    determinations = {**changed.determinations, **fresh}
    again = {name for measure in measures for name in catalogue.needed_by[measure]} & changed.ratings.keys()
    ratings = {
        name: rate(catalogue.obligations[name], catalogue, profile, determinations, as_of)
        for name in sorted(again)
    }
    return replace(changed, determinations=determinations, ratings={**changed.ratings, **ratings})


def _speaking(found: Determination) -> Iterator[Evidence]:
    """All records that speak to a measure, counted or not."""
    for item in found.counted:
        yield item.evidence
    for left_out in found.not_counted:
        yield left_out.evidence


def _changes(before: Assessment, after: Assessment) -> WhatIf:
    """What moved between two assessments of one catalogue that share what did not change."""
    measures = tuple(
        name
        for name, found in after.determinations.items()
        if found is not before.determinations[name] and found.bounds != before.determinations[name].bounds
    )
    moved = tuple(
        Move(before.ratings[name], rating)
        for name, rating in after.ratings.items()
        if rating is not before.ratings[name] and _differs(before.ratings[name], rating)
    )
    return WhatIf(after, measures, moved)


def _differs(before: ObligationRating, after: ObligationRating) -> bool:
    return (before.rating, before.bounds) != (after.rating, after.bounds)
