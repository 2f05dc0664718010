"""What is shown of a comparison: what became of each gap, and why."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from obligraph.engine.comparison import compare
from obligraph.engine.evaluation import evaluate
from obligraph.report.comparison_documents import CompareDocument
from obligraph.report.comparison_list import compare_document, compare_listings
from obligraph.report.comparison_rows import CompareView
from obligraph.report.view import View
from obligraph.rules.packs import load_catalogue
from tests.report.assessed import profile

EARLY, LATE = dt.date(2023, 6, 30), dt.date(2024, 6, 30)
LEAST = "sres2396.16.2"
"""An obligation that asks for one measure alone: reports to INTERPOL on lost documents."""
LOST = "lost-stolen-document-reporting"


def shown(
    before: list[dict[str, Any]],
    after: list[dict[str, Any]],
    start: dt.date = EARLY,
    end: dt.date = LATE,
    **fields: Any,
) -> CompareView:
    """The comparison of a State's records before and after."""
    rules = load_catalogue()
    first = evaluate(rules, profile(*before), start)
    second = evaluate(rules, profile(*after, **fields), end)
    return CompareView(first, View(second), compare(first, second))


def document(*args: Any, **fields: Any) -> CompareDocument:
    """The same as a document."""
    return compare_document(shown(*args, **fields))


def statistic(**claims: Any) -> dict[str, Any]:
    """A figure of early 2023, which counts for a year."""
    return {"kind": "statistic", "collected": "2023-06-01", "effective_from": "2023-06-01", **claims}


YES, NO = statistic(supports=[LOST]), statistic(contradicts=[LOST])


@pytest.mark.parametrize(
    ("before", "after", "gap"),
    [
        ([NO], [YES], "closed"),
        ([NO], [], "uncertain"),
        ([], [NO], "found"),
        ([YES], [NO], "opened"),
        ([NO], [NO], "still_open"),
        ([], [YES], "none"),
    ],
)
def test_what_became_of_a_gap(before: list[Any], after: list[Any], gap: str) -> None:
    """A gap is closed only where it is shown met, and new only where it was met: else it was not known."""
    rows = document(before, after, dt.date(2023, 6, 2), dt.date(2023, 6, 3)).changes
    assert [row.gap for row in rows if row.obligation == LEAST] == [gap]


def test_a_gap_that_lasts_a_year_says_so() -> None:
    """Twelve months to the day make a gap long open, one day less does not."""
    lasting = {"contradicts": ["api-law"]}
    rows = {r.obligation: r.gap for r in document([lasting], [lasting]).changes}
    assert rows["sres2396.11.1"] == "long_open"
    found = document([lasting], [lasting], end=dt.date(2024, 6, 29))
    assert {r.obligation: r.gap for r in found.changes}["sres2396.11.1"] == "still_open"
    assert found.months == 11


def test_a_record_too_old_is_named_with_its_reason() -> None:
    """A record that grew too old is listed with the reason, and is the cause of what moved."""
    found = document([YES], [YES])
    assert [(row.evidence, "more than 12 months" in row.reason) for row in found.expired] == [("e0", True)]
    (move,) = (row for row in found.measures if row.measure == LOST)
    assert [(cause.evidence, cause.what.split(":")[0]) for cause in move.causes] == [
        ("e0", "no longer counts")
    ]
    notes = " ".join(compare_listings(shown([YES], [YES]))[-1].notes)
    assert "not that the State undid anything" in notes


def test_an_attribute_that_excuses_lapses_a_gap() -> None:
    """A gap of an obligation that no longer applies has lapsed; it is not called closed."""
    rules = load_catalogue()
    row = next(o for o in rules.obligations.values() if o.rated and o.applies_if and o.needs)
    measure = next(m for m, names in rules.needed_by.items() if row.id in names)
    no = {"contradicts": [measure], "kind": rules.measures[measure].accepts[0].value}
    attribute, value = next(iter(row.applies_if.items()))
    found = document([no], [no], attributes={attribute: not value})
    assert {r.obligation: r.gap for r in found.changes}[row.id] == "lapsed"


def test_the_counts_add_up() -> None:
    """By force, gaps before are closed, uncertain or still open; gaps now are found or still open."""
    found = shown([NO, {"contradicts": ["api-law"]}], [YES, {"contradicts": ["api-law", "pnr-law"]}])
    for _, before, closed, unsure, fresh, still, long, after in compare_listings(found)[0].rows:
        assert isinstance(closed, int)
        assert isinstance(unsure, int)
        assert isinstance(still, int)
        assert isinstance(fresh, int)
        assert before == closed + unsure + still
        assert after == fresh + still
        assert long in (0, still)


def test_measures_that_moved_for_one_reason_share_a_line() -> None:
    """One record that moves two measures of an obligation is told once, with both."""
    both = {
        "contradicts": ["pnr-system", "pnr-analysis-in-practice"],
        "kind": "practice",
        "collected": "2024-01-31",
    }
    listing = compare_listings(shown([], [both]))[1]
    keys = [column.key for column in listing.columns]
    rows = {row[keys.index("obligation")]: row[keys.index("because")] for row in listing.rows}
    lines = rows["sres2396.12.1"]
    assert isinstance(lines, tuple)
    assert len(lines) == 1
    assert lines[0].startswith("pnr-system (now not met), pnr-analysis-in-practice (now not met): e0 ")
