"""What counts, and the reasons in words why the rest does not."""

import datetime as dt
from typing import Any

import pytest

from obligraph.engine.evidence import months_after
from obligraph.engine.profile import Evidence
from obligraph.engine.results import UNKNOWN, Bounds, Determination
from tests.engine import builders as build


def determined(*items: Evidence, max_age: int | None = None, **fields: Any) -> Determination:
    """The determination of a measure `a` that laws show, within so many months where given."""
    rules = build.catalogue([], [build.measure("a", accepts=["law"], max_age=max_age)])
    return build.assess(rules, *items, **fields).determinations["a"]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"status": "draft"}, "it is a draft, and drafts do not count"),
        ({"status": "repealed"}, "it has been repealed"),
        ({"effective_from": "2026-07-01"}, "it takes effect on 2026-07-01, after 2026-06-30"),
        ({"effective_to": "2026-06-29"}, "it expired on 2026-06-29"),
        ({"collected": "2026-07-01"}, "it was collected on 2026-07-01, after 2026-06-30"),
        ({"kind": "report"}, "its kind, report, does not show this measure; these do: law"),
    ],
)
def test_each_reason_is_said_with_its_figures(fields: dict[str, Any], reason: str) -> None:
    """Evidence that does not count is listed with the reason, and the measure stays undetermined."""
    found = determined(build.evidence("E", ["a"], **fields))
    assert [item.reason for item in found.not_counted] == [reason]
    assert found.counted == ()
    assert found.bounds == UNKNOWN


@pytest.mark.parametrize(
    "fields",
    [{"effective_from": "2026-06-30"}, {"effective_to": "2026-06-30"}, {"collected": "2026-06-30"}],
)
def test_the_day_itself_counts(fields: dict[str, Any]) -> None:
    """What takes effect, ends or is collected on the date of the assessment counts on it."""
    assert determined(build.evidence("E", ["a"], **fields)).bounds == Bounds(2, 2)


def test_all_reasons_are_given() -> None:
    """A record that fails in two ways says both, so that mending one is no surprise."""
    found = determined(build.evidence("E", ["a"], status="draft", kind="report"))
    assert found.not_counted[0].reason == (
        "it is a draft, and drafts do not count; its kind, report, does not show this measure; these do: law"
    )


@pytest.mark.parametrize(
    ("fields", "counts"),
    [
        ({"collected": "2025-06-30"}, True),
        ({"collected": "2025-06-29"}, False),
        ({"collected": None, "effective_from": "2025-06-30"}, True),
        ({"collected": None, "effective_from": "2025-06-29"}, False),
        ({"collected": "2026-01-01", "effective_from": "2000-01-01"}, True),
        ({"collected": None, "effective_from": None}, False),
    ],
)
def test_age_counts_from_collection_else_from_effect(fields: dict[str, Any], counts: bool) -> None:
    """Twelve months run from collection, else from taking effect; the undated cannot show its age."""
    found = determined(build.evidence("E", ["a"], **fields), max_age=12)
    assert bool(found.counted) is counts


def test_reasons_of_age_carry_their_figures() -> None:
    """Too old names the date, the limit and the day of assessment; undated says that age cannot be shown."""
    old = build.evidence("E1", ["a"], collected="2020-02-29")
    undated = build.evidence("E2", ["a"], collected=None, effective_from=None)
    found = determined(old, undated, max_age=12)
    assert [item.reason for item in found.not_counted] == [
        "it dates from 2020-02-29, more than 12 months before 2026-06-30",
        "it is undated: its age cannot be shown, and only 12 months are allowed",
    ]


def test_undated_evidence_counts_where_age_does_not_matter() -> None:
    """A record without a date counts for a measure that sets no age."""
    assert determined(build.evidence("E", ["a"], collected=None, effective_from=None)).counted


def test_months_are_those_of_the_calendar() -> None:
    """A month after the last of January is the last of February, leap years included."""
    assert months_after(dt.date(2023, 1, 31), 1) == dt.date(2023, 2, 28)
    assert months_after(dt.date(2024, 2, 29), 12) == dt.date(2025, 2, 28)
    assert months_after(dt.date(9999, 6, 1), 600) == dt.date.max


def test_a_record_in_effect_replaces_earlier_ones_and_theirs() -> None:
    """A later record takes the place of those it names, and of those that they had replaced."""
    chain = (
        build.evidence("Old", ["a"]),
        build.evidence("Middle", ["a"], supersedes=["Old"]),
        build.evidence("New", [], ["a"], supersedes=["Middle"]),
    )
    found = determined(*chain)
    assert [item.evidence.id for item in found.counted] == ["New"]
    reasons = {item.evidence.id: item.reason for item in found.not_counted}
    assert reasons == {"Middle": "it is superseded by New", "Old": "it is superseded by Middle"}
    assert found.bounds == Bounds(0, 0)


def test_a_repealed_record_in_between_revives_nothing() -> None:
    """What a repealed record had replaced stays replaced by the one that took its place."""
    chain = (
        build.evidence("Old", ["a"]),
        build.evidence("Middle", ["a"], supersedes=["Old"], status="repealed"),
        build.evidence("New", [], ["a"], supersedes=["Middle"]),
    )
    found = determined(*chain)
    assert [item.evidence.id for item in found.counted] == ["New"]
    assert {item.reason for item in found.not_counted if item.evidence.id == "Old"} == {
        "it is superseded by New"
    }


def test_a_draft_replaces_nothing() -> None:
    """A draft law leaves the law in force standing."""
    draft = build.evidence("Draft", ["a"], status="draft", supersedes=["Law"])
    found = determined(build.evidence("Law", ["a"]), draft)
    assert [item.evidence.id for item in found.counted] == ["Law"]


SUPPORT = build.evidence("S", ["a"])
PART = build.evidence("P", [build.partly("a")])
SHORT = build.evidence("H", [build.partly("a", "no fines")])
DOUBT = build.evidence("D", [], [build.partly("a")])
DENIAL = build.evidence("N", [], ["a"])


@pytest.mark.parametrize(
    ("items", "bounds"),
    [
        ((), UNKNOWN),
        ((SUPPORT,), Bounds(2, 2)),
        ((PART,), Bounds(1, 2)),
        ((SHORT,), Bounds(1, 1)),
        ((DOUBT,), Bounds(0, 1)),
        ((DENIAL,), Bounds(0, 0)),
        ((SUPPORT, PART), Bounds(2, 2)),
        ((PART, SHORT), Bounds(1, 1)),
        ((PART, DOUBT), Bounds(1, 1)),
        ((DOUBT, DENIAL), Bounds(0, 0)),
    ],
)
def test_each_row_of_the_table_of_bounds(items: tuple[Evidence, ...], bounds: Bounds) -> None:
    """Support raises the lower bound; a shortfall or a contradiction lowers the upper."""
    found = determined(*items)
    assert found.bounds == bounds
    assert not found.conflict


@pytest.mark.parametrize("items", [(SUPPORT, SHORT), (SUPPORT, DOUBT), (SUPPORT, DENIAL), (PART, DENIAL)])
def test_a_conflict_keeps_both_sides(items: tuple[Evidence, ...]) -> None:
    """Where the lower bound would pass the upper, anything is possible and both sides are shown."""
    found = determined(*items)
    assert found.conflict
    assert found.bounds == UNKNOWN
    assert {item.evidence for item in found.counted} == set(items)


def resolution(value: str, considered: list[str], date: str = "2026-06-30") -> dict[str, Any]:
    """An assessor's decision on measure `a`."""
    return {
        "measure": "a",
        "value": value,
        "considered": considered,
        "assessor": "A. Assessor",
        "date": date,
        "reason": "the later report is the better one",
    }


def test_a_resolution_settles_a_conflict_at_its_value() -> None:
    """A decision made by the date that weighed all the evidence settles the conflict."""
    found = determined(SUPPORT, DENIAL, resolutions=[resolution("partly_met", ["S", "N"])])
    assert found.bounds == Bounds(1, 1)
    assert not found.conflict
    assert found.resolution is not None


@pytest.mark.parametrize("made", [resolution("met", ["S"]), resolution("met", ["S", "N"], date="2026-07-01")])
def test_a_resolution_may_not_settle(made: dict[str, Any]) -> None:
    """A decision that did not weigh all the evidence, or was made later, settles nothing."""
    found = determined(SUPPORT, DENIAL, resolutions=[made])
    assert found.conflict
    assert found.bounds == UNKNOWN


def test_a_resolution_needs_a_conflict() -> None:
    """Where the evidence agrees, a recorded decision changes nothing."""
    assert determined(SUPPORT, resolutions=[resolution("not_met", ["S"])]).bounds == Bounds(2, 2)


def test_the_later_resolution_stands() -> None:
    """Of two decisions the later one stands."""
    made = [resolution("met", ["S", "N"], "2026-05-01"), resolution("not_met", ["S", "N"], "2026-06-01")]
    assert determined(SUPPORT, DENIAL, resolutions=made).bounds == Bounds(0, 0)


def test_all_accepted_kinds_are_named_and_the_measure_too() -> None:
    """A record of another kind is listed under its measure, with every kind that would show it."""
    rules = build.catalogue([], [build.measure("a", accepts=["law", "treaty_status"])])
    (left_out,) = (
        build.assess(rules, build.evidence("E", ["a"], kind="report")).determinations["a"].not_counted
    )
    assert left_out.measure == "a"
    assert left_out.reason == "its kind, report, does not show this measure; these do: law, treaty_status"


def test_the_last_year_of_the_calendar_has_months() -> None:
    """A day of the year 9999 is reached month by month; what lies beyond it is the last day there is."""
    assert months_after(dt.date(9998, 7, 31), 12) == dt.date(9999, 7, 31)
    assert months_after(dt.date(9999, 11, 30), 1) == dt.date(9999, 12, 30)
    assert months_after(dt.date(9999, 12, 1), 1) == dt.date.max
