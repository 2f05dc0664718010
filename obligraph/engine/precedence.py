"""What waits for what: the obligations that others presuppose, directly or through others."""

from __future__ import annotations

from collections.abc import Mapping

from obligraph.engine.results import Assessment, ObligationRating
from obligraph.rules.words import Force


def blocks(assessment: Assessment, name: str) -> tuple[str, ...]:
    """Applicable binding obligations, not shown met, that wait for one, directly or not; sorted."""
    found = _pending(assessment, reached(name, assessment.catalogue.presupposed_by))
    return tuple(r.obligation.id for r in found if r.obligation.force is Force.BINDING)


def blocked_by(assessment: Assessment, name: str) -> tuple[str, ...]:
    """Applicable obligations, not shown met, that one presupposes, directly or through others; sorted."""
    found = _pending(assessment, reached(name, assessment.catalogue.presupposed))
    return tuple(r.obligation.id for r in found)


def _pending(assessment: Assessment, names: set[str]) -> list[ObligationRating]:
    """The ratings of those that apply and are not shown met; obligations never rated are passed over."""
    rated = (assessment.ratings.get(name) for name in sorted(names))
    return [r for r in rated if r is not None and not r.not_applicable and r.bounds.lo < 2]


def reached(start: str, edges: Mapping[str, tuple[str, ...]]) -> set[str]:
    """What can be reached from a node along the edges; the node itself only where a circle leads back."""
    seen: set[str] = set()
    ahead = [start]
    while ahead:
        new = set(edges.get(ahead.pop(), ())) - seen
        seen |= new
        ahead.extend(new)
    return seen
