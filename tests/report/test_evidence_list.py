"""What of a profile counts, and why the rest does not."""

from __future__ import annotations

from obligraph.engine.profile import Profile
from obligraph.report.evidence_list import evidence_listing
from obligraph.report.listing import Cell
from tests.report.assessed import profile, view


def rows(given: Profile) -> list[dict[str, Cell]]:
    """The rows of the listing by the keys of its columns."""
    listing = evidence_listing(view(given))
    return [dict(zip((c.key for c in listing.columns), row, strict=True)) for row in listing.rows]


def test_what_counts_names_its_measures() -> None:
    """A record that counts names the measures that it supports or contradicts."""
    part = {"measure": "mla-law", "extent": "partial"}
    [row] = rows(profile({"supports": ["pnr-law", part], "contradicts": ["api-law"]}))
    assert row["counts"] == "yes"
    assert (row["supports"], row["contradicts"]) == (("pnr-law", "mla-law (in part)"), ("api-law",))
    assert row["not_counted"] == ()


def test_what_does_not_count_says_why_once() -> None:
    """A draft that speaks to two measures says once that it is a draft, and names no measure."""
    [row] = rows(profile({"supports": ["pnr-law", "api-law"], "status": "draft"}))
    assert row["counts"] == "no"
    assert row["supports"] == ()
    assert row["not_counted"] == ("it is a draft, and drafts do not count",)


def test_what_counts_in_part_says_for_which_measure_not() -> None:
    """A law that speaks to a measure of practice counts for the others, and says for which it does not."""
    [row] = rows(profile({"supports": ["pnr-law", "pnr-system"]}))
    assert (row["counts"], row["supports"]) == ("in part", ("pnr-law",))
    [reason] = row["not_counted"] if isinstance(row["not_counted"], tuple) else ()
    assert reason.startswith("for pnr-system: its kind, law")


def test_notes_count_and_name_conflicts() -> None:
    """The notes count the evidence and name open conflicts, idle resolutions and attributes not stated."""
    given = profile(
        {"supports": ["pnr-law"]},
        {"contradicts": ["pnr-law"]},
        {"supports": ["api-law"]},
        resolutions=[
            {
                "measure": "api-law",
                "value": "met",
                "considered": ["e2"],
                "assessor": "A",
                "date": "2024-01-01",
                "reason": "r",
            }
        ],
    )
    notes = " ".join(evidence_listing(view(given)).notes)
    assert "3 of 3 pieces of evidence count, for 2 of" in notes
    assert "no recorded resolution settles it, on: pnr-law." in notes
    assert "settle nothing on this date, on: api-law." in notes
    assert "taken to apply: " in notes
    assert "international_airports" in notes
