"""Lessons in a profile: what is read, what is refused, and what the public sees of them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from obligraph.engine.profile import Profile
from obligraph.engine.reading import read_profile
from obligraph.engine.writing import dump_profile
from obligraph.errors import InputError
from obligraph.plain import parse_toml
from obligraph.report.public import without_restricted
from obligraph.rules.catalogue import Catalogue
from tests.engine import builders as build

TODAY = dt.date(2026, 7, 1)


def rules() -> Catalogue:
    """One upstream and one downstream measure."""
    return build.catalogue(
        [build.obligation(1, {"all": ["supply", "response"]})],
        [build.measure("supply"), build.measure("response", stage="downstream")],
    )


def lesson(**fields: Any) -> dict[str, Any]:
    """A lesson that leads from `response` to `supply`."""
    whole = {"id": "l1", "title": "Sellers asked too little", "learnt_from": "response"}
    return {**whole, "improves": ["supply"], "date": "2026-03-01", **fields}


def data(*lessons: dict[str, Any]) -> dict[str, Any]:
    """A profile with one law on `supply`."""
    law = {"id": "act", "title": "Act", "kind": "law", "supports": ["supply"], "effective_from": "2024-01-01"}
    return {"state": "Norland", "evidence": [law], "lessons": list(lessons)}


def faults(*lessons: dict[str, Any]) -> list[str]:
    """The faults of a profile with these lessons."""
    with pytest.raises(InputError) as caught:
        read_profile(data(*lessons), "p.toml", rules(), TODAY)
    return [str(fault) for fault in caught.value.faults]


def test_a_lesson_is_read_and_written_without_loss() -> None:
    """A profile with lessons reads back from its own TOML as the same profile."""
    profile = read_profile(data(lesson(applied=["act"], note="reviewed")), "p.toml", rules(), TODAY)
    assert profile.lessons[0].improves == ("supply",)
    assert Profile.model_validate(parse_toml(dump_profile(profile), "p.toml")) == profile


def test_a_lesson_leads_downstream_to_upstream() -> None:
    """A lesson learnt upstream, or one that improves a downstream measure, is refused with the reason."""
    found = faults(lesson(learnt_from="supply", improves=["response"]))
    assert len(found) == 2
    assert all("from a downstream measure to upstream ones" in fault for fault in found)


def test_unknown_names_in_lessons_are_faults() -> None:
    """Unknown measures and unknown evidence in a lesson are named with their place."""
    found = "\n".join(faults(lesson(learnt_from="respons", improves=["suply"], applied=["act-2"])))
    assert "lessons[0].learnt_from" in found
    assert "lessons[0].improves[0]" in found
    assert "lessons[0].applied" in found


def test_lessons_cannot_share_an_id_or_lie_in_the_future() -> None:
    """Two lessons of one id, and a lesson dated after today, are refused together."""
    found = "\n".join(faults(lesson(), lesson(date="2027-01-01")))
    assert "is the id of lessons[0] too" in found
    assert "lies in the future" in found


def test_a_lesson_without_an_upstream_measure_is_refused() -> None:
    """A lesson that improves nothing is no lesson."""
    assert any("improves" in fault for fault in faults(lesson(improves=[])))


def test_the_public_sees_no_restricted_record_in_a_lesson() -> None:
    """A lesson that names a restricted record goes; one carried out by it is shown as open."""
    secret = build.evidence("secret-raid", ["response"], confidentiality="restricted")
    law = build.evidence("act", ["supply"])
    profile = build.profile(
        *(secret, law),
        lessons=[lesson(applied=["secret-raid", "act"]), lesson(id="l2", note="see Secret-Raid")],
    )
    shown = without_restricted(profile)
    assert [each.id for each in shown.lessons] == ["l1"]
    assert shown.lessons[0].applied == ("act",)
