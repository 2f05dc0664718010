"""The headings and fixed sentences that all formats of the report share."""

from __future__ import annotations

from collections.abc import Mapping

from obligraph.graph.encoding import RATING_WORDS
from obligraph.report.listing import Cell, Listing, cell_text, places
from obligraph.report.naming import day
from obligraph.report.overview.model import Overview

HEADINGS: Mapping[str, str] = {
    "counts": "Ratings by force",
    "shortfalls": "Top shortfalls, binding first",
    "open": "Evidence to gather first",
    "recommendations": "Priority recommendations",
    "assistance": "Assistance needs",
    "progress": "Progress since the last assessment",
    "comments": "The State's observations",
    "ranked": "1. Every gap, and the evidence needed",
    "way": "2. The way to close the gaps",
    "detail": "3. Every obligation, by theme",
    "safeguards": "4. Safeguards",
    "practices": "5. Good practices",
    "maturity": "6. Maturity",
    "others": "7. What the instruments ask of others",
    "evidence": "8. Evidence",
    "method": "Annex A. How the ratings come about",
    "force": "Annex B. Why each obligation has its force",
    "graph": "Annex C. The graph",
}
"""The sections in their order; the first seven make page one."""

COUNT_COLUMNS = ("Force", "Met", "Partly met", "Not met", "Undetermined", "Not applicable", "All")
"""The columns of the counts: what the evidence settles, and apart from it what it leaves open."""

SHORTFALL_COLUMNS = ("No.", "Obligation", "Not so, or not in full", "To mend it, see to it that")
"""The columns of the top shortfalls; titles of measures say what is so where a measure is in place."""

UNDETERMINED_NOTE = (
    "Undetermined: the evidence supplied does not settle it. It counts neither as met nor as unmet."
)

NO_MATURITY = "No evidence in the profile bears on the measures that the guidelines grade."

NO_WAY = "There is no gap to close."

NO_SAFEGUARDS = "No obligation names a safeguard."

SILENT = "No evidence on"

GRAPH_NOTE = "The graph can be explored in the HTML file of this report."
"""Stands where the graph cannot be shown."""

MARKS_NOTE = "Beside the evidence: + supports, - contradicts, x does not count."


def rating_words(value: str) -> str:
    """A rating with its sign, the same as in pictures.

    >>> rating_words("met")
    '= met'
    """
    return RATING_WORDS[value]


def date_line(report: Overview) -> str:
    """The date and the basis of the report, in a line."""
    return f"As of {day(report.head.as_of)}. {report.head.basis}."


def row_name(listing: Listing, row: tuple[Cell, ...]) -> str:
    """The cells of a row in a line; what says nothing by itself, such as a number, with its heading."""
    said = []
    for place in places(listing, detail=False):
        text, column = cell_text(row[place]), listing.columns[place]
        if text:
            alone = column.right or isinstance(row[place], bool) or text in {"yes", "no"}
            said.append(f"{column.heading} {text}" if alone else text)
    return " | ".join(said)


def lead_of_comment(text: str) -> str:
    """A comment of the State's, marked as such."""
    return f"The State comments: {text}"
