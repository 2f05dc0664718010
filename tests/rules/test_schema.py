"""The published JSON Schemas judge packs and profiles as the reader does."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from obligraph.engine.profile import Profile
from obligraph.rules.packs import shipped_packs
from obligraph.rules.schema import pack_schema, schema_of

SCHEMAS = {"pack": pack_schema(), "profile": schema_of(Profile, "Obligraph profile")}
PACK, PROFILE = map(Draft202012Validator, SCHEMAS.values())


def plain(data: Any) -> Any:
    """TOML data as JSON has it: dates as text."""
    if isinstance(data, dict):
        return {name: plain(value) for name, value in data.items()}
    if isinstance(data, list):
        return [plain(value) for value in data]
    return data.isoformat() if isinstance(data, dt.date) else data


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_the_schema_is_itself_sound(schema: dict[str, Any]) -> None:
    """Each schema is a JSON Schema of its dialect, and every reference in it leads somewhere."""
    Draft202012Validator.check_schema(schema)
    assert references(schema) <= set(schema["$defs"])


def references(node: Any) -> set[str]:
    """The names of the definitions that a schema refers to."""
    if isinstance(node, dict):
        own = {node["$ref"].removeprefix("#/$defs/")} if "$ref" in node else set()
        return own.union(*map(references, node.values()))
    return set().union(*map(references, node)) if isinstance(node, list) else set()


@pytest.mark.parametrize("path", sorted(shipped_packs().glob("*.toml")), ids=lambda path: path.stem)
def test_the_schema_accepts_every_shipped_pack(path: Path) -> None:
    """What is shipped is as the schema says."""
    data = plain(tomllib.loads(path.read_text(encoding="utf-8")))
    assert [error.message for error in PACK.iter_errors(data)] == []


@pytest.mark.parametrize(
    "needs",
    [
        {"any": "a"},
        {"all": []},
        {"at_least": 0, "of": ["a"]},
        {"some": ["a"]},
        5,
        {"all": ["a"], "any": ["b"]},
    ],
)
def test_the_schema_refuses_what_is_no_need(needs: Any) -> None:
    """A malformed need is refused, so that an editor marks it."""
    row = {"paragraph": "1", "ordinal": 1, "title": "t", "summary": "s", "verb": "urges", "force": "binding"}
    row |= {"force_rule": "calls", "bearers": ["member_states"], "themes": ["borders"]}
    assert PACK.is_valid({"obligations": [row | {"needs": {"any": ["a", {"at_least": 1, "of": ["b"]}]}}]})
    assert not PACK.is_valid({"obligations": [row | {"needs": needs}]})


def test_a_profile_may_name_a_measure_barely_or_with_its_extent() -> None:
    """The schema of a profile accepts both forms of a claim, and no third."""
    row = {"id": "E1", "title": "An act", "kind": "law"}
    claims: list[Any] = ["pnr-law", {"measure": "api-law", "extent": "partial", "shortfall": "no list"}]
    assert PROFILE.is_valid({"state": "Velmark", "evidence": [row | {"supports": claims}]})
    assert not PROFILE.is_valid({"state": "Velmark", "evidence": [row | {"supports": [5]}]})


def test_an_unknown_field_is_refused() -> None:
    """A misspelt field is refused, in a pack as in a profile."""
    assert not PACK.is_valid({"obligation": []})
    assert not PROFILE.is_valid({"state": "Velmark", "evidences": []})
