"""The JSON documents: their schemas are published, and what the commands write fits them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from obligraph.report.schemas import DOCUMENTS, published, schema, schema_text
from tests.golden import EXPLAINED, SAMPLES

COMMANDS = sorted(DOCUMENTS)

ROW = {
    "gaps": "rank obligation title instrument paragraph force rating bounds key blocks blocked_by "
    "missing_measures would_settle overdue why",
    "evaluate": "obligation force rating bounds formal practice cap counted not_counted conflicts",
}
"""The fields of a row that scripts have been promised."""


def validator(command: str) -> Draft202012Validator:
    """The judge of one command's documents."""
    return Draft202012Validator(schema(command))


def documents(command: str) -> list[Any]:
    """What a command wrote for the sample States."""
    files = sorted(SAMPLES.glob(f"*/{command}*.json"))
    return [json.loads(path.read_text(encoding="utf-8")) for path in files]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_published_schema_is_that_of_the_documents(command: str) -> None:
    """The published schema is made from the types of today, and is a schema."""
    assert published()[command].read_text(encoding="utf-8") == schema_text(command)
    Draft202012Validator.check_schema(schema(command))


@pytest.mark.parametrize("command", COMMANDS)
def test_documents_fit_their_schema(command: str) -> None:
    """Every document of the sample States fits the schema of its command."""
    found = documents(command)
    assert found
    for document in found:
        validator(command).validate(document)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_schema_refuses_what_does_not_fit(command: str) -> None:
    """A document without its caveat, with a field too many or with an unknown rating does not fit."""
    [document, *_] = documents(command)
    judge = validator(command)
    missing = {key: value for key, value in document.items() if key != "caveat"}
    for wrong in (missing, document | {"extra": 1}, document | {"as_of": 5}):
        with pytest.raises(ValidationError):
            judge.validate(wrong)


@pytest.mark.parametrize("command", sorted(ROW))
def test_promised_fields(command: str) -> None:
    """Every document has the head and the fields of rows that scripts have been promised."""
    for document in documents(command):
        assert [*document][:4] == ["state", "as_of", "catalogue", "caveat"]
        rows = (
            document["ratings"]
            if command == "evaluate"
            else [*document["gaps"], *document["evidence_needed"]]
        )
        assert rows
        assert all(set(ROW[command].split()) <= set(row) for row in rows)


def test_gaps_and_ratings_agree() -> None:
    """A gap is what is rated with an upper bound below 2; evidence is needed where only the lower one is."""
    for state in EXPLAINED:
        gaps = json.loads((SAMPLES / state / "gaps.json").read_text(encoding="utf-8"))
        rated = json.loads((SAMPLES / state / "evaluate.json").read_text(encoding="utf-8"))
        bounds = {
            row["obligation"]: tuple(row["bounds"])
            for row in rated["ratings"]
            if row["rating"] != "not_applicable"
        }
        short = {name for name, (_, hi) in bounds.items() if hi < 2}
        open_ = {name for name, (lo, hi) in bounds.items() if lo < 2 <= hi}
        assert {row["obligation"] for row in gaps["gaps"]} == short
        assert {row["obligation"] for row in gaps["evidence_needed"]} == open_


def test_only_states_are_rated() -> None:
    """An obligation that other bodies bear stands under not_rated, and under nothing else."""
    for document in documents("evaluate"):
        rated = {row["obligation"] for row in document["ratings"]}
        others = {row["obligation"] for row in document["not_rated"]}
        assert others
        assert rated.isdisjoint(others)
        assert all("member_states" not in row["bearers"] for row in document["not_rated"])
