"""JSON Schemas of what users write: packs here, other tables by the same way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

from obligraph.rules.model import NEED_MARK, NEED_SCHEMA
from obligraph.rules.packs import Pack

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]
"""A JSON Schema as plain data: the JSON border."""


def pack_schema() -> Schema:
    """The JSON Schema of a catalogue pack.

    >>> pack_schema()["title"]
    'Obligraph catalogue pack'
    """
    schema = schema_of(Pack, "Obligraph catalogue pack")
    _drop_required(schema, "Obligation", "instrument")
    return schema


def schema_of(model: type[BaseModel], title: str) -> Schema:
    """The JSON Schema of a model as a user writes it, with needs as `NEED_SCHEMA` says.

    Args:
        model: the model of the file.
        title: what the schema calls it.
    """
    schema = model.model_json_schema(mode="validation")
    found = _replaced(schema, _need_reference)
    if found != schema:
        found.setdefault("$defs", {})["Need"] = NEED_SCHEMA
    return {"$schema": DIALECT, **found, "title": title}


def _need_reference(node: Schema) -> Schema:
    """A reference to the definition of a need in the place of a node that carries its mark."""
    if NEED_MARK.items() <= node.items():
        kept = {name: value for name, value in node.items() if name not in NEED_MARK}
        return {"$ref": "#/$defs/Need", **kept}
    return node


def _replaced(node: Any, change: Callable[[Schema], Schema]) -> Any:
    """A copy of plain data with every table changed, innermost first."""
    if isinstance(node, dict):
        return change({name: _replaced(value, change) for name, value in node.items()})
    if isinstance(node, list):
        return [_replaced(value, change) for value in node]
    return node


def _drop_required(schema: Schema, definition: str, field: str) -> None:
    """Makes a field optional: a pack with a header leaves it to the header."""
    required = schema["$defs"][definition]["required"]
    schema["$defs"][definition]["required"] = [name for name in required if name != field]
