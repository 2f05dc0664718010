"""The whole catalogue as one JSON document, and its parts as listings for spreadsheets."""

from __future__ import annotations

from obligraph.report.catalogue_documents import (
    ExportDocument,
    ExportedInstrument,
    ExportedMeasure,
    MeasuresDocument,
    RelationsDocument,
)
from obligraph.report.catalogue_list import context, head, obligation_row
from obligraph.report.listing import Column, Listing
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Measure


def export_document(catalogue: Catalogue) -> ExportDocument:
    """Everything that the catalogue holds; nothing is dropped."""
    return ExportDocument(
        catalogue=head(catalogue),
        instruments=tuple(_instrument(catalogue, name) for name in catalogue.instruments),
        obligations=tuple(obligation_row(catalogue, each) for each in catalogue.obligations.values()),
        measures=tuple(_measure(catalogue, each) for each in catalogue.measures.values()),
        relations=catalogue.relations,
        themes=tuple(catalogue.themes.values()),
        attributes=tuple(catalogue.attributes.values()),
    )


def measures_document(catalogue: Catalogue) -> MeasuresDocument:
    """The measures as `catalogue export measures` writes them."""
    rows = tuple(_measure(catalogue, each) for each in catalogue.measures.values())
    return MeasuresDocument(catalogue=head(catalogue), measures=rows)


def relations_document(catalogue: Catalogue) -> RelationsDocument:
    """The relations as `catalogue export relations` writes them."""
    return RelationsDocument(catalogue=head(catalogue), relations=catalogue.relations)


def _instrument(catalogue: Catalogue, name: str) -> ExportedInstrument:
    return ExportedInstrument(
        instrument=catalogue.instruments[name],
        no_duty=catalogue.no_duty.get(name, ()),
        absent=catalogue.absent.get(name, ()),
        differences=catalogue.differences.get(name, ()),
    )


def _measure(catalogue: Catalogue, measure: Measure) -> ExportedMeasure:
    return ExportedMeasure(measure=measure, asked_by=catalogue.needed_by[measure.id])


def measures_listing(catalogue: Catalogue) -> Listing:
    """The measures with what is expected, one a row."""
    return Listing(
        title="Measures",
        columns=(
            Column("measure", "Measure"),
            Column("theme", "Theme"),
            Column("axis", "Axis"),
            Column("effort", "Effort", right=True),
            Column("title", "Title"),
            Column("stage", "Stage", detail=True, table=False),
            Column("accepts", "Accepted kinds", detail=True, table=False),
            Column("expects", "Expected evidence", detail=True, table=False),
            Column("question", "Question", detail=True, table=False),
            Column("max_age", "Oldest that counts, in months", detail=True, table=False),
            Column("effort_basis", "Basis of the effort", detail=True, table=False),
            Column("safeguard", "Safeguard", detail=True),
            Column("watched_by", "Watched by", detail=True, table=False),
            Column("asked_by", "Asked for by", detail=True, table=False),
        ),
        rows=tuple(
            (
                *(each.id, each.theme, each.axis.value, each.effort, each.title, each.stage.value),
                *(tuple(each.accepts), each.expects, each.question, each.max_age, each.effort_basis),
                *(each.safeguard, each.watched_by, catalogue.needed_by[each.id]),
            )
            for each in catalogue.measures.values()
        ),
        context=context(catalogue),
    )


def relations_listing(catalogue: Catalogue) -> Listing:
    """The relations that packs write, one a row."""
    names = ("type", "source", "target", "status", "reason", "basis")
    return Listing(
        title="Relations",
        columns=tuple(Column(name, name.capitalize(), detail=name in {"reason", "basis"}) for name in names),
        rows=tuple(
            (each.type.value, each.source, each.target, each.status, each.reason, each.basis)
            for each in catalogue.relations
        ),
        context=context(catalogue),
    )
