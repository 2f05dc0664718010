"""What is shown of a plan: the steps in order, why each is there, whom to ask, and what stays open."""

from __future__ import annotations

from typing import Any

import pytest

from obligraph.report.assistance import THEME, helpers
from obligraph.report.plan_documents import PlanDocument
from obligraph.report.plan_list import Terms, plan_document, plan_listings, plan_view, steps_listing
from obligraph.rules.packs import load_catalogue
from obligraph.rules.words import Force
from tests.report.assessed import profile, sample, view


def planned(state: str = "kestria", **terms: Any) -> PlanDocument:
    """The plan of a sample State."""
    return plan_document(plan_view(view(sample(state)), Terms(**terms)))


def notes(state: str, **terms: Any) -> str:
    """The notes below the last table of a plan."""
    return " ".join(plan_listings(plan_view(view(sample(state)), Terms(**terms)))[-1].notes)


def test_totals_run_and_every_gap_closes_once() -> None:
    """Each total is the sum of the efforts so far, and each targeted gap closes in exactly one step."""
    found = planned()
    totals = [sum(step.effort for step in found.steps[: at + 1]) for at in range(len(found.steps))]
    assert [step.total for step in found.steps] == totals
    assert found.effort == totals[-1]
    closed = [name for step in found.steps for name in step.closes]
    assert sorted(closed) == sorted(found.closes)
    assert found.closes


def test_no_step_stands_there_without_a_purpose() -> None:
    """Every step is needed for a targeted gap, and by the time a gap closes nothing it needs comes later."""
    found = planned()
    assert all(step.needed_for for step in found.steps)
    for step in found.steps:
        for name in step.closes:
            assert name in step.needed_for


@pytest.mark.parametrize("seconds", [0.0, 60.0])
def test_a_plan_is_called_proven_only_where_it_is(seconds: float) -> None:
    """The words of proof stand in a plan whose search was finished, and in no other."""
    found = planned(target=Force.CONSIDER, unknown_as_unmet=True, seconds=seconds)
    said = notes("kestria", target=Force.CONSIDER, unknown_as_unmet=True, seconds=seconds)
    assert ("has proven" in said) is found.optimal
    assert ("Not proven" in said) is not found.optimal
    assert ("proven" in found.words) is found.optimal


def test_a_plan_without_steps_claims_no_proof() -> None:
    """Where nothing is to be put in place, nothing is said of the solver."""
    assert not planned("sorvena").steps
    assert "clingo" not in notes("sorvena")
    assert "undetermined of this force; --unknown-as-unmet" in notes("sorvena")


def test_a_small_budget_is_explained() -> None:
    """With too small a budget, the effort for all gaps and for each open gap alone are told."""
    everything, found = planned(), planned(budget=20)
    assert found.effort <= 20
    assert found.effort_for_all == everything.effort
    assert {*found.closes, *(row.obligation for row in found.left_open)} == {*everything.closes}
    assert all(0 < row.effort_alone <= everything.effort for row in found.left_open)
    said = f"to close all {len(everything.closes)} gaps takes an effort of {everything.effort}."
    assert f"The budget is 20; {said}" in notes("kestria", budget=20)


def test_a_budget_of_nothing_closes_nothing() -> None:
    """A budget of 0 gives no step and leaves every gap open, each with what it takes."""
    found = planned(budget=0)
    assert not found.steps
    assert len(found.left_open) == len(planned().closes)


def test_what_is_out_of_reach_says_without_which_measure() -> None:
    """A gap that needs a measure which is ruled out is listed with that measure, and others still close."""
    found = planned(without=("biometrics-law",))
    assert [row.obligation for row in found.out_of_reach] == ["sres2396.15.1"]
    assert "biometrics-law" in found.out_of_reach[0].reason
    assert "biometrics-law" not in [step.measure for step in found.steps]
    assert found.closes


def test_assistance_needs_follow_their_criterion() -> None:
    """A step is an assistance need where a paragraph on assistance shares the theme of its measure."""
    obligations = load_catalogue().obligations
    steps = planned("dalmoro").steps
    assert {bool(step.assistance) for step in steps} == {True, False}
    for step in steps:
        asked = [name for name, o in obligations.items() if {THEME, step.theme} <= {*o.themes}]
        assert list(step.assistance) == sorted(asked)


def test_help_for_others_needs_no_help() -> None:
    """A measure by which a State helps others is no assistance need."""
    measures = [m for m in load_catalogue().measures.values() if m.theme == THEME]
    assert measures
    assert not any(helpers(load_catalogue(), measure) for measure in measures)


def test_what_may_be_there_is_looked_at_first() -> None:
    """A measure without evidence is marked to be looked at; one shown to be lacking is not."""
    given = profile({"contradicts": ["api-law", "pnr-law"]})
    steps = {s.measure: s for s in plan_document(plan_view(view(given), Terms())).steps}
    assert not steps["api-law"].look_first
    assert steps["api-system"].look_first


def test_the_spreadsheet_holds_steps_and_every_note() -> None:
    """The one table for a spreadsheet has a row a step, and keeps the words and notes of the plan."""
    shown = plan_view(view(sample("kestria")), Terms(budget=20))
    listing = steps_listing(shown)
    assert len(listing.rows) == len(shown.plan.steps)
    assert listing.notes[0].startswith("Plan: With an effort of at most 20")
    assert listing.notes[-1] == shown.view.closing[-1]
