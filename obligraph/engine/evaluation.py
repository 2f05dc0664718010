"""The reference evaluator: determinations to ratings, as the definition reads.

Values are 0 not met, 1 partly met, 2 met; what is unknown is an interval. Gates are monotone, so the lower
bound of a need comes from the lower bounds of its measures and the upper from the upper, exactly.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from obligraph.engine.determination import determine_all
from obligraph.engine.profile import Profile
from obligraph.engine.results import (
    UNKNOWN,
    Assessment,
    Bounds,
    Cap,
    Determination,
    ObligationRating,
    Rating,
)
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Obligation
from obligraph.rules.need import Need, value

SETTLED = {0: Rating.NOT_MET, 1: Rating.PARTLY_MET, 2: Rating.MET}

Determinations = Mapping[str, Determination]


def evaluate(catalogue: Catalogue, profile: Profile, as_of: dt.date) -> Assessment:
    """All determinations and ratings of one State at one date.

    Args:
        catalogue: the obligations and measures.
        profile: the State's attributes and evidence.
        as_of: the date of the assessment; evidence after it does not count.
    """
    determinations = determine_all(profile, catalogue.measures, as_of)
    ratings = {
        name: rate(obligation, catalogue, profile, determinations, as_of)
        for name, obligation in catalogue.obligations.items()
        if obligation.rated
    }
    return Assessment(catalogue, profile, as_of, determinations, ratings)


def rate(
    obligation: Obligation,
    catalogue: Catalogue,
    profile: Profile,
    determinations: Determinations,
    as_of: dt.date,
) -> ObligationRating:
    """The rating of one obligation borne by member States."""
    caps = caps_of(obligation, determinations)
    bounds = capped(bounds_of(obligation.needs, determinations), caps)
    axes = (
        _part(catalogue.on_paper.get(obligation.id), determinations),
        _part(catalogue.at_work.get(obligation.id), determinations),
    )
    return rating_from(obligation, bounds, axes, caps, catalogue, profile, as_of)


def rating_from(
    obligation: Obligation,
    bounds: Bounds,
    axes: tuple[Bounds | None, Bounds | None],
    caps: tuple[Cap, ...],
    catalogue: Catalogue,
    profile: Profile,
    as_of: dt.date,
) -> ObligationRating:
    """The rating of one obligation from its bounds, whichever engine found them.

    Args:
        obligation: one borne by member States.
        bounds: what its need leaves open, after the safeguards.
        axes: the same of its need over formal measures only, and over practice measures only.
        caps: the safeguards that hold it down.
        catalogue: where the attributes stand that decide whether it applies.
        profile: the State's attributes.
        as_of: the date of the assessment.
    """
    excused = not_applicable(obligation, catalogue, profile)
    rating = rating_of(bounds, excused)
    return ObligationRating(
        obligation=obligation,
        rating=rating,
        bounds=UNKNOWN if excused else bounds,
        formal=axes[0],
        practice=axes[1],
        caps=caps,
        not_applicable=excused,
        overdue=is_overdue(obligation, rating, as_of),
        assumed=tuple(name for name in obligation.applies_if if name not in profile.attributes),
    )


def bounds_of(need: Need | None, determinations: Determinations) -> Bounds:
    """The interval of a need; anything is possible where the catalogue states no need."""
    if need is None:
        return UNKNOWN
    return Bounds(
        value(need, lambda measure: determinations[measure].bounds.lo),
        value(need, lambda measure: determinations[measure].bounds.hi),
    )


def caps_of(obligation: Obligation, determinations: Determinations) -> tuple[Cap, ...]:
    """The safeguards that keep the obligation from being rated met: those breached and those not shown."""
    return tuple(
        Cap(measure, breached=determinations[measure].bounds.hi == 0)
        for measure in dict.fromkeys(obligation.safeguards)
        if determinations[measure].bounds.lo == 0
    )


def capped(bounds: Bounds, caps: tuple[Cap, ...]) -> Bounds:
    """The interval after the safeguards: one breached caps both bounds at 1, one not shown caps the lower."""
    lo = min(bounds.lo, 1) if caps else bounds.lo
    hi = min(bounds.hi, 1) if any(cap.breached for cap in caps) else bounds.hi
    return Bounds(lo, hi)


def rating_of(bounds: Bounds, excused: str = "") -> Rating:
    """The rating that an interval gives, or not applicable where a reason excuses the State."""
    if excused:
        return Rating.NOT_APPLICABLE
    return SETTLED[bounds.lo] if bounds.settled else Rating.UNDETERMINED


def not_applicable(obligation: Obligation, catalogue: Catalogue, profile: Profile) -> str:
    """Why the obligation does not apply to the State; empty where it does or where that is not stated."""
    reasons = [
        f"it is for States of which this is {_truth(asked)}: '{catalogue.attributes[name].title}'; "
        f"the profile states {name} = {_truth(profile.attributes[name])}"
        for name, asked in sorted(obligation.applies_if.items())
        if profile.attributes.get(name, asked) != asked
    ]
    return "; ".join(reasons)


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _part(need: Need | None, determinations: Determinations) -> Bounds | None:
    """The interval of the part of a need that lies on one axis; None where it has none."""
    return bounds_of(need, determinations) if need else None


def is_overdue(obligation: Obligation, rating: Rating, as_of: dt.date) -> bool:
    """Whether the deadline has passed and the obligation is not shown to be met."""
    late = obligation.deadline is not None and obligation.deadline < as_of
    return late and rating not in {Rating.MET, Rating.NOT_APPLICABLE}
