"""The clauses read in a document as a listing."""

from __future__ import annotations

from obligraph.extract.clause import Clause
from obligraph.extract.output import shown
from obligraph.extract.reading import Reading
from obligraph.report.listing import Cell, Column, Listing

COLUMNS = (
    Column("force", "Force"),
    Column("clause", "Clause"),
    Column("verb", "Verb"),
    Column("bearers", "Borne by"),
    Column("action", "Asks", detail=True),
    Column("deadline", "Deadline", detail=True),
    Column("signals", "Look again", detail=True),
)


def clauses_listing(reading: Reading, every: bool) -> Listing:
    """The clauses of a document, one row each.

    Args:
        reading: what was read.
        every: whether clauses without a duty are listed, too.
    """
    rows = tuple(_row(clause) for clause in shown(reading, every))
    counted = "1 clause" if len(rows) == 1 else f"{len(rows)} clauses"
    return Listing(
        f"{reading.source.symbol}: {counted}",
        COLUMNS,
        rows,
        empty="No clause was found that asks something of someone.",
    )


def _row(clause: Clause) -> tuple[Cell, ...]:
    return (
        clause.force.words + (" (restated)" if clause.restated else ""),
        clause.id,
        clause.verb,
        ", ".join(clause.addressees),
        clause.action,
        clause.deadline.text if clause.deadline else None,
        tuple(signal.words for signal in clause.signals),
    )
