"""What checks of the catalogue find: remarks of the lint, and differences from a document."""

from __future__ import annotations

from collections.abc import Sequence

from obligraph.extract.verify import Finding
from obligraph.report.catalogue_documents import (
    DifferenceRow,
    LintDocument,
    RemarkRow,
    VerifyDocument,
)
from obligraph.report.catalogue_list import context, head
from obligraph.report.listing import Column, Listing
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.lint import Remark


def lint_document(catalogue: Catalogue, remarks: Sequence[Remark]) -> LintDocument:
    """The remarks as `catalogue lint --format json` writes them."""
    rows = tuple(
        RemarkRow(rule=remark.rule, place=remark.place, what=remark.what, way_out=remark.way_out)
        for remark in remarks
    )
    return LintDocument(catalogue=head(catalogue), remarks=rows)


def lint_listing(catalogue: Catalogue, remarks: Sequence[Remark]) -> Listing:
    """The remarks as a table."""
    return Listing(
        title="Remarks on the catalogue",
        columns=(
            Column("rule", "Rule"),
            Column("place", "Where"),
            Column("what", "What"),
            Column("way_out", "Way out", detail=True),
        ),
        rows=tuple((remark.rule, remark.place, remark.what, remark.way_out) for remark in remarks),
        context=context(catalogue),
        empty="Clean: no remarks.",
    )


def verify_document(
    catalogue: Catalogue, instrument: str, source: str, findings: Sequence[Finding]
) -> VerifyDocument:
    """The differences as `catalogue verify --format json` writes them."""
    return VerifyDocument(
        catalogue=head(catalogue),
        instrument=instrument,
        document=source,
        unexplained=sum(not finding.explained for finding in findings),
        differences=tuple(
            DifferenceRow(
                obligation=finding.id,
                paragraph=finding.paragraph,
                ordinal=finding.ordinal,
                field=finding.field,
                pack=finding.pack,
                document=finding.document,
                explained=finding.explained,
                span=finding.span,
            )
            for finding in findings
        ),
    )


def verify_listing(
    catalogue: Catalogue, instrument: str, source: str, findings: Sequence[Finding]
) -> Listing:
    """The differences as a table, those without a listed reason first."""
    shown = sorted(findings, key=lambda finding: bool(finding.explained))
    explained = sum(bool(finding.explained) for finding in findings)
    symbol = catalogue.instruments[instrument].symbol
    return Listing(
        title=f"{symbol}: the pack beside {source}",
        columns=(
            Column("paragraph", "Paragraph"),
            Column("ordinal", "Clause", right=True),
            Column("field", "What differs"),
            Column("pack", "Pack"),
            Column("document", "Document"),
            Column("explained", "Known, because", detail=True),
        ),
        rows=tuple(
            (each.paragraph, each.ordinal, each.field, each.pack, each.document, each.explained)
            for each in shown
        ),
        notes=(
            f"{len(findings) - explained} differences without a listed reason, "
            f"{explained} known to the pack with their reasons.",
        ),
        context=context(catalogue),
        empty="No difference.",
    )
