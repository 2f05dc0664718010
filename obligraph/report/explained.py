"""How one rating came about, as the document from which `explain` writes both JSON and plain words."""

from __future__ import annotations

from obligraph.engine.explanation import Explanation, GateNode, MeasureNode, NeedNode, cited
from obligraph.engine.results import Assessment, Counted, Determination, NotCounted
from obligraph.report.documents import (
    EvidencePassedOver,
    EvidenceShown,
    ExplainDocument,
    GateShown,
    MeasureShown,
    SourceShown,
)
from obligraph.report.force_words import force_row
from obligraph.report.naming import dated, found_at, interval, named
from obligraph.report.rating_list import cap_rows, comment_rows, resolution_row
from obligraph.report.view import View


def explain_document(view: View, found: Explanation, source: SourceShown | None = None) -> ExplainDocument:
    """The explanation as `explain --format json` writes it.

    Args:
        view: the assessment as it is shown.
        found: how the rating came about.
        source: the source's own paragraph, where the user has the document.
    """
    result, obligation, row = found.result, found.obligation, force_row(found.obligation)
    return ExplainDocument(
        **view.head(),
        **named(view.assessment.catalogue, obligation),
        summary=obligation.summary,
        verb=obligation.verb,
        force_rule=obligation.force_rule,
        force_reason=row.reason if row else "",
        force_source=row.source if row else "",
        restated=obligation.restated,
        key=obligation.key,
        rating=result.rating,
        bounds=interval(result.bounds),
        words=result.bounds.words,
        formal=interval(result.formal),
        practice=interval(result.practice),
        not_applicable=result.not_applicable,
        assumed=result.assumed,
        overdue=result.overdue,
        need_bounds=interval(found.need_bounds),
        need=_node(found.need) if found.need else None,
        safeguards=tuple(_measure(node) for node in found.safeguards),
        cap=cap_rows(result),
        would_settle=found.would_settle.sets,
        would_settle_complete=not found.would_settle.more,
        blocks=found.blocks,
        blocked_by=found.blocked_by,
        cited=cited(found),
        comments=comment_rows(found.comments, obligation.id),
        source=source,
    )


def _node(node: NeedNode) -> GateShown | MeasureShown:
    if isinstance(node, MeasureNode):
        return _measure(node)
    return _gate(node)


def _gate(node: GateNode) -> GateShown:
    return GateShown(
        at_least=node.k,
        bounds=interval(node.bounds),
        words=node.bounds.words,
        of=tuple(_node(child) for child in node.children),
    )


def measure_shown(assessment: Assessment, name: str) -> MeasureShown:
    """A measure outside any tree, with what counts for it and what does not."""
    return _measure(MeasureNode(assessment.catalogue.measures[name], assessment.determinations[name]))


def _measure(node: MeasureNode) -> MeasureShown:
    found: Determination = node.determination
    return MeasureShown(
        measure=node.measure.id,
        title=node.measure.title,
        axis=node.measure.axis,
        bounds=interval(found.bounds),
        words=found.bounds.words,
        conflict=found.conflict,
        resolution=resolution_row(found.resolution) if found.resolution else None,
        expects=node.measure.expects,
        counted=tuple(map(_counted, found.counted)),
        not_counted=tuple(map(_passed_over, found.not_counted)),
    )


def _counted(item: Counted) -> EvidenceShown:
    return EvidenceShown(
        id=item.evidence.id,
        title=item.evidence.title,
        kind=item.evidence.kind,
        source=found_at(item.evidence.locator, quote=False),
        quote=item.evidence.locator.quote,
        dates=dated(item.evidence),
        supports=item.supports,
        extent=item.claim.extent,
        shortfall=item.claim.shortfall,
        note=item.evidence.note,
    )


def _passed_over(item: NotCounted) -> EvidencePassedOver:
    return EvidencePassedOver(
        id=item.evidence.id,
        title=item.evidence.title,
        kind=item.evidence.kind,
        source=found_at(item.evidence.locator, quote=False),
        quote=item.evidence.locator.quote,
        dates=dated(item.evidence),
        reason=item.reason,
    )
