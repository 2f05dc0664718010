"""What the evidence says of one measure: bounds, conflicts and the resolutions that settle them.

| evidence                  | bound                                            |
|---------------------------|--------------------------------------------------|
| none counted              | [0, 2]                                           |
| supports, fully           | lo = 2                                           |
| supports, in part         | lo = 1; with a stated shortfall also hi = 1      |
| contradicts, in part      | hi = 1                                           |
| contradicts, fully        | hi = 0                                           |
| lo would pass hi          | conflict: [0, 2] until a resolution settles it   |
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from obligraph.engine.evidence import Weighed, superseded, weigh
from obligraph.engine.profile import Evidence, Extent, Profile, Resolution
from obligraph.engine.results import UNKNOWN, Bounds, Counted, Determination
from obligraph.rules.model import Measure


def determine_all(
    profile: Profile, measures: Mapping[str, Measure], as_of: dt.date
) -> dict[str, Determination]:
    """The determination of every measure, in the order of `measures`."""
    replaced = superseded(profile.evidence, as_of)
    return determine_from(profile.evidence, profile, measures, as_of, replaced)


def determine_from(
    evidence: Iterable[Evidence],
    profile: Profile,
    measures: Mapping[str, Measure],
    as_of: dt.date,
    replaced: Mapping[str, str],
) -> dict[str, Determination]:
    """The determination of every measure given, in their order.

    Args:
        evidence: at least all records of the profile that speak to these measures.
        profile: where the recorded resolutions stand.
        measures: measures of the catalogue by id.
        as_of: the date of the assessment.
        replaced: what `obligraph.engine.evidence.superseded` found in all records of the profile.
    """
    weighed = weigh(evidence, measures, as_of, replaced)
    resolutions = resolutions_of(profile)
    return {
        name: determine(name, weighed[name], resolutions.get(name, ()), as_of)
        if name in weighed
        else Determination(name, UNKNOWN)
        for name in measures
    }


def resolutions_of(profile: Profile) -> dict[str, list[Resolution]]:
    """The recorded resolutions by measure, in the order of the profile."""
    found: dict[str, list[Resolution]] = {}
    for resolution in profile.resolutions:
        found.setdefault(resolution.measure, []).append(resolution)
    return found


def determine(
    measure: str, weighed: Weighed, resolutions: Iterable[Resolution], as_of: dt.date
) -> Determination:
    """The determination of one measure from the evidence weighed for it."""
    lo, hi = limits(weighed.counted)
    if lo <= hi:
        return Determination(measure, Bounds(lo, hi), weighed.counted, weighed.not_counted)
    return conflicting(measure, weighed, resolutions, as_of)


def conflicting(
    measure: str, weighed: Weighed, resolutions: Iterable[Resolution], as_of: dt.date
) -> Determination:
    """The determination of one measure whose evidence conflicts, settled or not."""
    resolution = settles(resolutions, weighed.counted, as_of)
    bounds = Bounds(resolution.value.worth, resolution.value.worth) if resolution else UNKNOWN
    return Determination(
        measure, bounds, weighed.counted, weighed.not_counted, resolution is None, resolution
    )


def limits(counted: Iterable[Counted]) -> tuple[int, int]:
    """The lowest and the highest value that counted evidence leaves; a conflict where lo passes hi."""
    lo, hi = 0, 2
    for item in counted:
        match item.supports, item.claim.extent:
            case True, Extent.FULL:
                lo = 2
            case True, Extent.PARTIAL:
                lo = max(lo, 1)
                hi = min(hi, 1) if item.claim.shortfall else hi
            case False, Extent.PARTIAL:
                hi = min(hi, 1)
            case False, Extent.FULL:
                hi = 0
    return lo, hi


def settles(
    resolutions: Iterable[Resolution], counted: Iterable[Counted], as_of: dt.date
) -> Resolution | None:
    """The latest resolution made by the date that considered all counted evidence; None where there is none.

    Of several on one day the lowest value stands, so that doubt never raises a rating.
    """
    evidence = {item.evidence.id for item in counted}
    fit = [r for r in resolutions if r.date <= as_of and evidence <= set(r.considered)]
    return max(fit, key=lambda r: (r.date, -r.value.worth, r.assessor, r.reason, r.considered), default=None)
