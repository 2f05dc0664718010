"""An assessment as the plain values by which the graph colours itself."""

from __future__ import annotations

import datetime as dt
from typing import Any

from obligraph.engine.evaluation import evaluate
from obligraph.engine.profile import Profile
from obligraph.graph.findings import Findings, Statement
from obligraph.report.graph_findings import graph_findings
from obligraph.report.view import View
from tests.graph import small

AS_OF = dt.date(2026, 6, 30)


def found(*evidence: dict[str, Any]) -> Findings:
    """What an assessment of the small catalogue finds in some evidence."""
    records = [
        {"title": "A text", "kind": "law", "effective_from": dt.date(2020, 1, 1)} | row for row in evidence
    ]
    profile = Profile.model_validate({"state": "Atlantis", "evidence": records})
    return graph_findings(View(evaluate(small.catalogue(), profile, AS_OF)))


def test_without_evidence_nothing_is_a_gap() -> None:
    """What nothing speaks to is undetermined, and no gap."""
    bare = found()
    assert bare.ratings["code.1.1"] == "undetermined"
    assert bare.gaps == frozenset()
    assert bare.reasons["code.1.1"] == "Not settled by the evidence: Base law."


def test_a_reason_names_the_measures_by_what_is_known() -> None:
    """What is missing is named first, then what is open, then what is in place."""
    some = found({"id": "e1", "contradicts": ["base-law"]}, {"id": "e2", "supports": ["unit"]})
    assert some.ratings["code.1.1"] == "not_met"
    assert some.reasons["code.2.1"] == (
        "Not in place: Base law. Not settled by the evidence: Office. In place: Unit."
    )
    assert {"code.1.1", "code.2.1"} <= some.gaps


def test_an_open_rating_that_cannot_be_met_is_a_gap() -> None:
    """A contradiction in part leaves not met or partly met: undetermined, and a gap all the same."""
    partly = found({"id": "e1", "contradicts": [{"measure": "list", "extent": "partial"}]})
    assert partly.ratings["code.3.1"] == "undetermined"
    assert "code.3.1" in partly.gaps
    assert partly.measures["list"] == "undetermined"


def test_a_safeguard_that_caps_is_named() -> None:
    """A breached safeguard is said to be breached, an unshown one not to be shown."""
    shown = {"id": "e1", "supports": ["list"]}
    assert found(shown).reasons["code.3.1"].endswith("The safeguard “Privacy” is not shown to be kept.")
    breached = found(shown, {"id": "e2", "contradicts": ["privacy"]})
    assert breached.reasons["code.3.1"].endswith("The safeguard “Privacy” is breached.")


def test_a_conflict_is_a_word_of_its_own() -> None:
    """A measure on which the evidence conflicts is not called merely open."""
    both = found({"id": "e1", "supports": ["unit"]}, {"id": "e2", "contradicts": ["unit"]})
    assert both.measures["unit"] == "conflict"
    assert both.reasons["code.12a.1"] == "Evidence conflicts: Unit."


def test_evidence_that_does_not_count_says_why() -> None:
    """A draft is shown with the reason for which it does not count."""
    (record,) = found({"id": "e1", "supports": ["unit"], "status": "draft"}).evidence
    (statement,) = record.statements
    assert isinstance(statement, Statement)
    assert "draft" in statement.not_counted
