"""Small builders: the report of a sample State or of a profile made for a test, and the golden page ones.

`python -m tests.overview.reports` writes the golden files anew; read the difference before committing it.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from obligraph.engine.evaluation import evaluate
from obligraph.engine.profile import Profile
from obligraph.report.overview.making import overview
from obligraph.report.overview.markdown import render_markdown
from obligraph.report.overview.model import Overview
from obligraph.report.overview.wording import HEADINGS
from obligraph.report.public import without_restricted
from obligraph.report.view import View
from obligraph.rules.packs import load_catalogue
from tests.golden import SAMPLES
from tests.report.assessed import sample, view

STATES = ("dalmoro", "kestria", "sorvena", "velmark")
"""The sample States."""

NASTY = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[click](javascript:alert(1)) ![x](http://example.org/x.png) www.example.org",
    '# heading | `code` *bold* $x$ #import "x" \\ ~~gone~~ &amp; <!-- note -->',
    "]]> --> </style></title> {{7*7}} =1+1 @cell",
)
"""Texts that would do harm where they were taken for markup."""


def report_of(state: str, *, public: bool = False) -> Overview:
    """The report of a sample State."""
    return overview(view(sample(state), public))


def page_one(report: Overview) -> str:
    """Page one of a report as Markdown: what stands before the ranked lists."""
    return render_markdown(report).partition(f"\n## {HEADINGS['ranked']}\n")[0]


def golden(state: str) -> Path:
    """The file with page one of a sample State's report."""
    return SAMPLES / state / "report-page-one.md"


def on(day: dt.date, given: Profile, *, public: bool = False) -> View:
    """A profile assessed on another day than the samples."""
    shown = without_restricted(given) if public else given
    return View(evaluate(load_catalogue(), shown, day), public)


def nasty_profile(text: str) -> Profile:
    """A profile in which one text stands in every place that is free."""
    claim = {"measure": "pnr-law", "extent": "partial", "shortfall": text}
    law = {
        "id": "e1",
        "title": text,
        "kind": "law",
        "effective_from": "2020-01-01",
        "note": text,
        "locator": {"article": text, "page": text, "quote": text},
        "supports": [claim],
    }
    draft = {**law, "id": "e2", "status": "draft"}
    against = {
        **law,
        "id": "e3",
        "kind": "report",
        "supports": [],
        "contradicts": ["passenger-information-unit"],
    }
    comments = [{"text": text}, {"text": text, "obligation": "sres2396.12.1"}]
    return Profile.model_validate({"state": text, "evidence": [law, draft, against], "comments": comments})


def main() -> None:
    """Writes page one of each sample State."""
    for state in STATES:
        golden(state).write_text(page_one(report_of(state)), encoding="utf-8")


if __name__ == "__main__":
    main()
