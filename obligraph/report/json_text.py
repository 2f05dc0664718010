"""JSON as text: two spaces, keys in the order given, UTF-8, a newline at the end; same data, same bytes."""

from __future__ import annotations

import json
from collections.abc import Sequence

from pydantic import BaseModel

from obligraph.report.listing import Cell, Listing

Json = str | int | bool | None | Sequence["Json"] | dict[str, "Json"]
"""What a JSON document is made of; this is the border at which types end."""


def json_text(document: Json | BaseModel) -> str:
    """A document as JSON text: one that has a type, or plain data.

    >>> print(json_text({"state": "Île", "bounds": [0, 2]}), end="")
    {
      "state": "Île",
      "bounds": [
        0,
        2
      ]
    }
    """
    data = document.model_dump(mode="json") if isinstance(document, BaseModel) else document
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def listing_document(listing: Listing) -> dict[str, Json]:
    """A listing as a JSON document, for listings that have no document type of their own.

    >>> from obligraph.report.listing import Column
    >>> listing_document(Listing("Themes", (Column("theme", "Theme"),), (("borders",),)))
    {'title': 'Themes', 'rows': [{'theme': 'borders'}], 'notes': []}
    """
    keys = [column.key for column in listing.columns]
    rows: list[Json] = [dict(zip(keys, map(_value, row), strict=True)) for row in listing.rows]
    context: dict[str, Json] = {key: value for key, _, value in listing.context}
    return {"title": listing.title, **context, "rows": rows, "notes": list(listing.notes)}


def _value(cell: Cell) -> Json:
    return list(cell) if isinstance(cell, tuple) else cell
