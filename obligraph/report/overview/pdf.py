"""The report as PDF, set by typst: tagged for screen readers, the same bytes for the same report.

The words pass as data beside a fixed template, so that nothing in them is markup. The graph stays in the HTML
file. typst comes with the extra `[pdf]`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Final

from obligraph.errors import Fault, InputError
from obligraph.report.json_text import Json
from obligraph.report.listing import Listing, blank, cell_text, places
from obligraph.report.overview.model import Entry, Finding, Front, Overview, Part
from obligraph.report.overview.wording import (
    COUNT_COLUMNS,
    GRAPH_NOTE,
    HEADINGS,
    MARKS_NOTE,
    NO_MATURITY,
    NO_SAFEGUARDS,
    NO_WAY,
    SHORTFALL_COLUMNS,
    SILENT,
    UNDETERMINED_NOTE,
    date_line,
    lead_of_comment,
    rating_words,
    row_name,
)
from obligraph.report.table import clean

PAPERS: Mapping[str, str] = {"a4": "a4", "letter": "us-letter"}
"""The papers, with what typst calls them."""

STANDARD: Final = "ua-1"
"""PDF/UA-1: readable by screen readers."""


def render_pdf(report: Overview, paper: str = PAPERS["a4"]) -> bytes:
    """The report as PDF.

    Args:
        report: what is said.
        paper: one of the values of `PAPERS`.

    Raises:
        InputError: typst is not installed.
    """
    try:
        import typst
    except ImportError:
        way_out = "pip install 'obligraph[pdf]', or write .html and print it from a browser"
        raise InputError([Fault("report", "PDF needs the package typst", way_out=way_out)]) from None
    data = json.dumps(_cleaned(_data(report, paper)), ensure_ascii=False)
    template = resources.files("obligraph.report.overview").joinpath("report.typ").read_bytes()
    made: bytes = typst.compile(
        template, format="pdf", sys_inputs={"data": data}, pdf_standards=STANDARD, timestamp=0
    )
    return made


def _cleaned(value: Json) -> Json:
    """All texts on one line, without control characters."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {name: _cleaned(each) for name, each in value.items()}
    if isinstance(value, Sequence):
        return [_cleaned(each) for each in value]
    return value


def _data(report: Overview, paper: str) -> dict[str, Json]:
    """All that the template sets."""
    head = report.head
    return {
        "paper": paper,
        "title": head.title,
        "line": f"{date_line(report)} {head.scope}",
        "footer": f"{head.state}. {date_line(report)}",
        "notes": [*head.notes, head.caveat],
        "caveat": head.caveat,
        "words": dict(HEADINGS),
        **_fixed(),
        **_front(report.front),
        **_behind(report),
        "ranked": [_listing(each) for each in report.ranked],
        "way": _listing(report.way) if report.way else None,
        "losses": list(report.losses),
        "comments": [lead_of_comment(text) for text in report.comments],
        "parts": [_part(part) for part in report.parts],
    }


def _fixed() -> dict[str, Json]:
    return {
        "count_columns": list(COUNT_COLUMNS),
        "shortfall_columns": list(SHORTFALL_COLUMNS),
        "undetermined": UNDETERMINED_NOTE,
        "marks": MARKS_NOTE,
        "no_way": NO_WAY,
        "no_safeguards": NO_SAFEGUARDS,
        "no_maturity": NO_MATURITY,
        "graph_note": GRAPH_NOTE,
    }


def _front(front: Front) -> dict[str, Json]:
    return {
        "counts": [
            [t.force, *map(str, (t.met, t.partly, t.unmet, t.undetermined, t.not_applicable, t.total))]
            for t in front.tallies
        ],
        "shortfalls": [
            {
                "rank": str(each.rank),
                "provision": each.provision,
                "title": each.title,
                "rating": each.rating,
                "words": each.words,
                "tags": "; ".join(filter(None, (each.force, each.why))),
                "reason": each.reason,
                "mend": each.mend,
            }
            for each in front.shortfalls
        ],
        "shortfalls_note": front.shortfalls_note,
        "open_first": list(front.open_first),
        "recommendations": [f"{each.text} {each.closes}" for each in front.recommendations],
        "plan_note": front.plan_note,
        "assistance": [
            f"{each.subject}: {each.measures}. Asked to help: {each.ask}." for each in front.assistance
        ],
        "assistance_note": front.assistance_note,
        "progress": list(front.progress),
        "front_comments": list(front.comments),
    }


def _behind(report: Overview) -> dict[str, Json]:
    return {
        "safeguards": [
            {"finding": _finding(each.finding), "state": f"{each.state} Limits: {each.limits}."}
            for each in report.safeguards
        ],
        "practices": _listing(report.practices),
        "maturity": [_listing(each) for each in report.maturity],
        "others": _listing(report.others),
        "evidence": _listing(report.evidence),
        "method": list(report.method),
        "force": _listing(report.force),
    }


def _part(part: Part) -> dict[str, Json]:
    return {"title": part.title, "words": part.words, "entries": [_entry(each) for each in part.entries]}


def _entry(entry: Entry) -> dict[str, Json]:
    quoted = entry.quotation
    return {
        "obligation": entry.obligation,
        "title": entry.title,
        "provision": entry.provision,
        "force": entry.force,
        "rating": entry.rating,
        "rating_words": rating_words(entry.rating),
        "summary": entry.summary,
        "quotation": f"{quoted.lead}: “{quoted.text}”" if quoted else "",
        "findings": [_finding(each) for each in entry.findings],
        "silent": f"{SILENT}: {'; '.join(entry.silent)}" if entry.silent else "",
        "facts": [[fact.name, fact.text] for fact in entry.facts],
        "comments": [lead_of_comment(text) for text in entry.comments],
    }


def _finding(found: Finding) -> dict[str, Json]:
    return {
        "measure": found.measure,
        "title": found.title,
        "words": found.words,
        "value": found.value,
        "role": found.role,
        "note": found.note,
        "proofs": [{"mark": p.mark, "text": p.text, "evidence": p.evidence} for p in found.proofs],
    }


def _listing(listing: Listing) -> dict[str, Json]:
    """A listing; one without details is a table, whose columns share the width by their longest cell."""
    shown, below = list(places(listing, detail=False)), list(places(listing, detail=True))
    rows: list[Json] = [
        {
            "name": row_name(listing, row),
            "cells": [cell_text(row[place]) for place in shown],
            "facts": [
                [listing.columns[place].heading, cell_text(row[place])]
                for place in below
                if not blank(row[place])
            ],
        }
        for row in listing.rows
    ]
    longest = [max((len(cell_text(row[place])) for row in listing.rows), default=0) for place in shown]
    return {
        "title": listing.title,
        "detailed": bool(below),
        "heads": [listing.columns[place].heading for place in shown],
        "widths": [0 if size < NARROW else min(size, WIDE) for size in longest],
        "right": [listing.columns[place].right for place in shown],
        "rows": rows,
        "notes": list(listing.notes),
        "empty": listing.empty,
    }


NARROW, WIDE = 24, 60
"""The characters below which a column is as wide as its cells, and above which it grows no more."""
