"""Small builders: a view of a State over the shipped catalogue, from what a test wants to say."""

from __future__ import annotations

import datetime as dt
from typing import Any

from obligraph.engine.evaluation import evaluate
from obligraph.engine.explanation import explain
from obligraph.engine.profile import Profile
from obligraph.engine.reading import load_profile
from obligraph.report.documents import ExplainDocument
from obligraph.report.explained import explain_document
from obligraph.report.public import without_restricted
from obligraph.report.view import View
from obligraph.rules.packs import load_catalogue
from tests.golden import SAMPLES

AS_OF = dt.date(2024, 6, 30)


def sample(state: str) -> Profile:
    """The profile of a sample State."""
    return load_profile(SAMPLES / state / "profile.toml", load_catalogue(), AS_OF)


def profile(*evidence: dict[str, Any], **fields: Any) -> Profile:
    """A profile with records, each completed to a public law in force."""
    law = {"kind": "law", "title": "A law", "effective_from": "2020-01-01"}
    records = [{"id": f"e{number}", **law, **each} for number, each in enumerate(evidence)]
    return Profile.model_validate({"state": "Testland", "evidence": records, **fields})


def view(given: Profile, public: bool = False) -> View:
    """The profile evaluated over the shipped catalogue."""
    shown = without_restricted(given) if public else given
    return View(evaluate(load_catalogue(), shown, AS_OF), public)


def explained(given: Profile, obligation: str, public: bool = False) -> ExplainDocument:
    """The explanation of one rating."""
    shown = view(given, public)
    return explain_document(shown, explain(shown.assessment, obligation))
