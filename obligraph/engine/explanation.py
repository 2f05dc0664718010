"""Any rating as a tree, from the obligation over its gates and measures to each piece of evidence.

The tree is data; how it is said or drawn is the matter of reports.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from obligraph.engine.precedence import blocked_by, blocks
from obligraph.engine.profile import Comment
from obligraph.engine.results import UNKNOWN, Assessment, Bounds, Determination, ObligationRating
from obligraph.engine.settling import Sets, sets_for
from obligraph.errors import Fault, InputError, near
from obligraph.rules.model import Instrument, Measure, Obligation
from obligraph.rules.need import Gate, Leaf, Need, at_least


@dataclass(frozen=True, slots=True)
class MeasureNode:
    """A measure in the tree, with what counts for it, what does not and why, and any conflict."""

    measure: Measure
    determination: Determination

    @property
    def bounds(self) -> Bounds:
        """What the evidence says of the measure."""
        return self.determination.bounds


@dataclass(frozen=True, slots=True)
class GateNode:
    """A gate in the tree: at least `k` of its children."""

    k: int
    bounds: Bounds
    children: tuple[NeedNode, ...]


NeedNode = MeasureNode | GateNode


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one rating came about."""

    state: str
    as_of: dt.date
    instrument: Instrument
    result: ObligationRating
    """The rating, with its bounds, caps, axes and, where it does not apply, the reason."""
    need: NeedNode | None
    """The measures asked for; None where the catalogue names none."""
    need_bounds: Bounds
    """The bounds of the need before the safeguards."""
    safeguards: tuple[MeasureNode, ...]
    would_settle: Sets
    """The smallest sets of measures that would settle it (undetermined) or meet it (a gap)."""
    blocks: tuple[str, ...]
    """Applicable binding obligations, not shown met, that wait for this one."""
    blocked_by: tuple[str, ...]
    """Obligations not shown met for which this one waits."""
    comments: tuple[Comment, ...]
    """What the State says of this obligation."""

    @property
    def obligation(self) -> Obligation:
        """The obligation explained."""
        return self.result.obligation


def explain(assessment: Assessment, obligation_id: str) -> Explanation:
    """The tree of one rating.

    Args:
        assessment: what `obligraph.engine.evaluation.evaluate` found.
        obligation_id: such as `sres2396.12.1`.

    Raises:
        InputError: there is no such obligation, or it is not borne by States and so never rated.
    """
    result = assessment.ratings.get(obligation_id)
    if result is None:
        raise InputError([_unknown(assessment, obligation_id)])
    obligation = result.obligation
    need = _node(obligation.needs, assessment) if obligation.needs else None
    return Explanation(
        state=assessment.profile.state,
        as_of=assessment.as_of,
        instrument=assessment.catalogue.instruments[obligation.instrument],
        result=result,
        need=need,
        need_bounds=need.bounds if need else UNKNOWN,
        safeguards=tuple(_leaf(name, assessment) for name in dict.fromkeys(obligation.safeguards)),
        would_settle=_sets(result, assessment),
        blocks=blocks(assessment, obligation_id),
        blocked_by=blocked_by(assessment, obligation_id),
        comments=tuple(c for c in assessment.profile.comments if c.obligation == obligation_id),
    )


def _unknown(assessment: Assessment, name: str) -> Fault:
    other = assessment.catalogue.obligations.get(name)
    if other is None:
        return Fault(name, "is not an obligation of the catalogue", near(name, assessment.ratings))
    bearers = ", ".join(other.bearers)
    return Fault(
        name, f"is borne by {bearers}, not by States, so it is never rated", way_out="see the catalogue"
    )


def _node(need: Need, assessment: Assessment) -> NeedNode:
    match need:
        case Leaf(measure):
            return _leaf(measure, assessment)
        case Gate(k, children):
            nodes = tuple(_node(child, assessment) for child in children)
            lo = at_least(k, [node.bounds.lo for node in nodes])
            return GateNode(k, Bounds(lo, at_least(k, [node.bounds.hi for node in nodes])), nodes)


def _leaf(name: str, assessment: Assessment) -> MeasureNode:
    return MeasureNode(assessment.catalogue.measures[name], assessment.determinations[name])


def _sets(result: ObligationRating, assessment: Assessment) -> Sets:
    if result.not_applicable or result.bounds.lo == 2:
        return Sets()
    obligation = result.obligation
    bounds = {name: assessment.determinations[name].bounds for name in obligation.named}
    return sets_for(obligation, bounds, mend=result.is_gap)


def leaves(explanation: Explanation) -> Iterator[MeasureNode]:
    """Every measure in the tree, each once, needs first and then safeguards."""
    seen: set[str] = set()
    found = [*(_below(explanation.need) if explanation.need else ()), *explanation.safeguards]
    for node in found:
        if node.measure.id not in seen:
            seen.add(node.measure.id)
            yield node


def _below(node: NeedNode) -> Iterator[MeasureNode]:
    match node:
        case MeasureNode():
            yield node
        case GateNode(_, _, children):
            for child in children:
                yield from _below(child)


def cited(explanation: Explanation) -> tuple[str, ...]:
    """The ids of the evidence on which a rating rests, sorted; with these alone it comes out the same."""
    return tuple(
        sorted({item.evidence.id for node in leaves(explanation) for item in node.determination.counted})
    )
