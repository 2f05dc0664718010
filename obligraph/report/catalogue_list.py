"""The obligations of the catalogue and their counts, as JSON documents and as listings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from obligraph import __version__
from obligraph.report.catalogue_documents import (
    BearerRow,
    CatalogueDocument,
    CatalogueHead,
    CountRow,
    ObligationRow,
    SummaryDocument,
)
from obligraph.report.listing import Cell, Column, Listing
from obligraph.report.naming import provision
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Obligation
from obligraph.rules.words import Actor, Force

COLUMNS = (
    Column("obligation", "Obligation"),
    Column("force", "Force"),
    Column("provision", "Paragraph"),
    Column("of", "Of"),
    Column("title", "Title"),
    Column("bearers", "Borne by", detail=True, table=False),
    Column("key", "Key obligation", detail=True),
    Column("needs", "Measures", detail=True, table=False),
    Column("safeguards", "Safeguards", detail=True, table=False),
    Column("themes", "Themes", detail=True, table=False),
    Column("summary", "Asks", detail=True, table=False),
)

SHOWN_NOT_RATED = "States are rated only on what they bear; what only others bear is shown, never scored."


def head(catalogue: Catalogue) -> CatalogueHead:
    """Which catalogue is spoken of."""
    return CatalogueHead(version=__version__, fingerprint=catalogue.fingerprint)


def context(catalogue: Catalogue) -> tuple[tuple[str, str, str], ...]:
    """What all rows of a listing about a catalogue have in common."""
    return (("catalogue", "Catalogue", catalogue.fingerprint),)


def catalogue_document(catalogue: Catalogue, obligations: Sequence[Obligation]) -> CatalogueDocument:
    """The obligations as `catalogue list --format json` writes them."""
    rows = tuple(obligation_row(catalogue, obligation) for obligation in obligations)
    return CatalogueDocument(catalogue=head(catalogue), obligations=rows)


def obligation_row(catalogue: Catalogue, obligation: Obligation) -> ObligationRow:
    """An obligation as a row of a JSON document."""
    same = {"instrument", "paragraph", "ordinal", "verb", "force", "force_rule", "restated", "prohibition"}
    same |= {"bearers", "title", "summary", "safeguards", "themes", "applies_if", "deadline", "cites"}
    return ObligationRow(
        obligation=obligation.id,
        symbol=catalogue.instruments[obligation.instrument].symbol,
        rated=obligation.rated,
        needs=obligation.needed,
        need=obligation.needs,
        key=bool(obligation.key),
        key_reason=obligation.key,
        **{name: getattr(obligation, name) for name in same},
    )


def obligations_listing(catalogue: Catalogue, obligations: Sequence[Obligation]) -> Listing:
    """The obligations as a table."""
    return Listing(
        title="Obligations",
        columns=COLUMNS,
        rows=tuple(_cells(catalogue, obligation) for obligation in obligations),
        notes=(SHOWN_NOT_RATED,) if any(not obligation.rated for obligation in obligations) else (),
        context=context(catalogue),
        empty="No obligation fits.",
    )


def _cells(catalogue: Catalogue, obligation: Obligation) -> tuple[Cell, ...]:
    restated = ", restated" if obligation.restated else ""
    return (
        obligation.id,
        f"{obligation.force.words}{restated}",
        provision(catalogue, obligation),
        "States" if obligation.rated else tuple(obligation.bearers),
        obligation.title,
        tuple(obligation.bearers),
        obligation.key,
        obligation.needed,
        obligation.safeguards,
        obligation.themes,
        obligation.summary,
    )


def summary_document(catalogue: Catalogue, obligations: Sequence[Obligation]) -> SummaryDocument:
    """The counts as `catalogue list --summary --format json` writes them."""
    return SummaryDocument(
        catalogue=head(catalogue),
        instruments=len({obligation.instrument for obligation in obligations}),
        obligations=len(obligations),
        measures=len(catalogue.measures),
        by_force=force_counts(catalogue, obligations),
        by_bearer=_bearer_counts(catalogue, obligations),
    )


def force_counts(catalogue: Catalogue, obligations: Sequence[Obligation]) -> tuple[CountRow, ...]:
    """By instrument and force, how many obligations States bear and how many others."""
    found = Counter((o.instrument, o.force, o.rated) for o in obligations)
    return tuple(
        CountRow(
            instrument=instrument.id,
            symbol=instrument.symbol,
            force=force,
            states=found[instrument.id, force, True],
            others=found[instrument.id, force, False],
        )
        for instrument in catalogue.instruments.values()
        for force in Force
        if found[instrument.id, force, True] or found[instrument.id, force, False]
    )


def _bearer_counts(catalogue: Catalogue, obligations: Sequence[Obligation]) -> tuple[BearerRow, ...]:
    found = Counter((o.instrument, bearer) for o in obligations for bearer in o.bearers)
    return tuple(
        BearerRow(instrument=instrument, bearer=bearer, obligations=found[instrument, bearer])
        for instrument in catalogue.instruments
        for bearer in Actor
        if found[instrument, bearer]
    )


def summary_listings(catalogue: Catalogue, obligations: Sequence[Obligation]) -> tuple[Listing, Listing]:
    """The counts as two tables, by force and by bearer."""
    document = summary_document(catalogue, obligations)
    states = sum(row.states for row in document.by_force)
    by_force = Listing(
        title="Obligations by instrument and force",
        columns=(
            Column("instrument", "Instrument"),
            Column("force", "Force"),
            Column("states", "Of States", right=True),
            Column("others", "Of others only", right=True),
            Column("symbol", "Symbol", detail=True, table=False),
        ),
        rows=tuple(
            (row.instrument, row.force.words, row.states, row.others, row.symbol) for row in document.by_force
        ),
        notes=(
            f"{document.obligations} obligations, {states} of them of States, in {document.instruments} "
            f"instruments; {document.measures} measures.",
        ),
        context=context(catalogue),
    )
    by_bearer = Listing(
        title="Obligations by instrument and bearer (one with several bearers counts for each)",
        columns=(
            Column("instrument", "Instrument"),
            Column("bearer", "Borne by"),
            Column("obligations", "Obligations", right=True),
            Column("symbol", "Symbol", detail=True, table=False),
        ),
        rows=tuple(
            (
                *(row.instrument, row.bearer.value, row.obligations),
                catalogue.instruments[row.instrument].symbol,
            )
            for row in document.by_bearer
        ),
    )
    return by_force, by_bearer
