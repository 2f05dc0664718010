"""OSCAL documents: valid to an independent reader, the same on a second run, and true to the assessment."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from obligraph.engine.evaluation import evaluate
from obligraph.engine.profile import Profile
from obligraph.engine.ranking import gaps
from obligraph.report.json_text import json_text
from obligraph.report.oscal.catalog import catalog
from obligraph.report.oscal.parts import OSCAL_VERSION
from obligraph.report.oscal.plan import plan_of_action
from obligraph.report.oscal.results import assessment_results
from obligraph.report.view import View
from obligraph.rules.packs import load_catalogue
from tests.report.assessed import sample, view
from tests.workbook.filled import CATALOGUE, TODAY, profiles

STATES = ("velmark", "kestria", "dalmoro", "sorvena")
ABOUT_A_STATE: dict[str, Callable[[View], dict[str, Any]]] = {
    "assessment_results": assessment_results,
    "poam": plan_of_action,
}


def validate(model: str, document: dict[str, Any]) -> None:
    """Reads a document with compliance-trestle, which refuses what the OSCAL models do not allow."""
    read(model, json_text(document))


def read(model: str, text: str) -> None:
    """Reads the text of a document with the models of the very version of OSCAL that it names.

    Skips the test where compliance-trestle is missing, or has the models of another version.
    """
    pytest.importorskip("trestle", reason="compliance-trestle is missing: pip install '.[oscal]'")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # those of the libraries that it imports
        has = import_module("trestle.oscal").OSCAL_VERSION
        if has != OSCAL_VERSION:
            pytest.skip(
                f"compliance-trestle has the models of {has}, not of {OSCAL_VERSION}: pip install '.[oscal]'"
            )
        import_module(f"trestle.oscal.{model}").Model.parse_raw(text)


def everything(value: Any) -> Iterator[tuple[str, Any]]:
    """Every field of a document, however deep."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield key, item
            yield from everything(item)
    elif isinstance(value, list):
        for item in value:
            yield from everything(item)


def holds_together(document: dict[str, Any]) -> None:
    """Ids are given once, and whatever is referred to is there."""
    fields = list(everything(document))
    ids = [value for key, value in fields if key == "uuid"]
    assert len(ids) == len(set(ids))
    controls = {value for key, value in fields if key == "id"}
    for key, value in fields:
        if key == "href" and value.startswith("#"):
            assert value[1:] in {*ids, *controls}
        if key in {"observation-uuid", "finding-uuid", "risk-uuid"}:
            assert value in ids


def test_the_catalogue_is_valid() -> None:
    """The OSCAL catalog is valid, holds together, and holds every obligation and measure."""
    shipped = load_catalogue()
    document: dict[str, Any] = catalog(shipped)
    validate("catalog", document)
    holds_together(document)
    groups = document["catalog"]["groups"]
    names = {control["id"] for group in groups for control in group.get("controls", ())}
    assert names == {*shipped.obligations, *shipped.measures}
    assert json_text(document) == json_text(catalog(load_catalogue()))


@pytest.mark.parametrize("model", ABOUT_A_STATE)
@pytest.mark.parametrize("state", STATES)
def test_documents_on_the_samples_are_valid(state: str, model: str) -> None:
    """Results and plan of each sample State are valid, hold together, and are the same on a second run."""
    document = ABOUT_A_STATE[model](view(sample(state)))
    validate(model, document)
    holds_together(document)
    assert json_text(document) == json_text(ABOUT_A_STATE[model](view(sample(state))))


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(profiles())
def test_documents_on_random_profiles_are_valid(profile: Profile) -> None:
    """Whatever texts a profile holds, its documents are valid and hold together."""
    seen = View(evaluate(CATALOGUE, profile, profile.as_of or TODAY))
    for model, document in ABOUT_A_STATE.items():
        validate(model, document(seen))
        holds_together(document(seen))


WRONG = {
    "a status that OSCAL does not know": ('"state": "satisfied"', '"state": "met"'),
    "a field that OSCAL does not know": ('"reviewed-controls":', '"rated": [], "reviewed-controls":'),
    "an id that is none": ('"uuid": "', '"uuid": "x'),
    "another time": ("T00:00:00Z", " noon"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_document_that_is_wrong_is_refused(wrong: str) -> None:
    """The independent reader does refuse what the models do not allow."""
    text = json_text(assessment_results(view(sample("velmark"))))
    read("assessment_results", text)
    with pytest.raises(ValueError, match="validation error"):
        read("assessment_results", text.replace(*WRONG[wrong], 1))


def test_documents_name_the_version_that_was_checked() -> None:
    """The version that a document names is the one under which it is read here."""
    for document in (catalog(CATALOGUE), *(make(view(sample("velmark"))) for make in ABOUT_A_STATE.values())):
        (inside,) = document.values()
        assert isinstance(inside, dict)
        assert inside["metadata"]["oscal-version"] == OSCAL_VERSION == "1.1.3"


@pytest.mark.parametrize("state", STATES)
def test_findings_are_the_ratings(state: str) -> None:
    """Each obligation that applies has a finding with its rating; those that do not are excluded by name."""
    seen = view(sample(state))
    document: Any = assessment_results(seen)
    (result,) = document["assessment-results"]["results"]
    found = {
        each["target"]["target-id"].removesuffix("_smt"): each["props"][0]["value"]
        for each in result["findings"]
    }
    (chosen,) = result["reviewed-controls"]["control-selections"]
    out = {each["control-id"]: "not_applicable" for each in chosen.get("exclude-controls", ())}
    ratings = {name: each.rating.value for name, each in seen.assessment.ratings.items()}
    assert found | out == ratings
    for each in result["findings"]:
        met = each["props"][0]["value"] == "met"
        assert (each["target"]["status"]["state"] == "satisfied") is met


@pytest.mark.parametrize("state", STATES)
def test_the_plan_keeps_the_order(state: str) -> None:
    """The items of the plan are the gaps, in their order, each with the sets that would mend it."""
    seen = view(sample(state))
    document: Any = plan_of_action(seen)
    plan = document["plan-of-action-and-milestones"]
    rows = gaps(seen.assessment).gaps
    assert [item["props"][1]["value"] for item in plan["poam-items"]] == [
        row.result.obligation.id for row in rows
    ]
    ways = [len(risk.get("remediations", ())) for risk in plan["risks"]]
    assert ways == [len(row.would_settle) for row in rows]
