"""What all OSCAL documents are made of: ids that stay the same, times, properties, evidence as resources."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import NAMESPACE_URL, UUID, uuid5

from obligraph.engine.profile import Evidence
from obligraph.engine.results import CAVEAT
from obligraph.report.json_text import Json
from obligraph.report.naming import dated, found_at
from obligraph.report.view import View

OSCAL_VERSION = "1.1.3"
"""The version of the models that the documents follow."""

NAMESPACE = "https://obligraph.invalid/oscal"
"""Marks the properties that are ours. Some readers refuse a URN; no page will ever stand under this name."""

ROOT = uuid5(NAMESPACE_URL, "urn:obligraph:oscal")
"""What all ids are made from."""

Fields = dict[str, Json]


@dataclass(frozen=True, slots=True)
class Ids:
    """Ids of one document: the same for the same parts, so that a second run is identical.

    Attributes:
        seed: what the document is about, such as a State, a day and a catalogue.
    """

    seed: tuple[str, ...]

    def __call__(self, *parts: str) -> str:
        """The id of a part of the document."""
        return str(_uuid((*self.seed, *parts)))


def _uuid(parts: Iterable[str]) -> UUID:
    """One id for a row of names, each step taken by itself, so that no two rows give the same."""
    found = ROOT
    for part in parts:
        found = uuid5(found, part.encode("utf-8", "replace").decode())
    return found


def ids_of(view: View, model: str) -> Ids:
    """The ids of a document on one assessment."""
    found = view.assessment
    sort = "public" if view.public else "full"
    return Ids((model, found.profile.state, found.as_of.isoformat(), found.catalogue.fingerprint, sort))


def moment(day: dt.date) -> str:
    """A day as OSCAL writes a time: its beginning, in UTC.

    >>> moment(dt.date(2024, 6, 30))
    '2024-06-30T00:00:00Z'
    """
    return f"{day.isoformat()}T00:00:00Z"


def line(text: str) -> str:
    """A text on one line, without control characters, as properties and titles want it."""
    kept = "".join(char for char in " ".join(text.split()) if unicodedata.category(char) not in {"Cc", "Cs"})
    return kept.strip() or "-"


def token(text: str) -> str:
    """A text as an OSCAL token, such as the name of a property.

    >>> token("on paper"), token("3a")
    ('on-paper', '_3a')
    """
    plain = re.sub(r"[^A-Za-z0-9._-]", "-", text)
    return plain if re.match(r"[A-Za-z_]", plain) else f"_{plain}"


def props(values: Mapping[str, str | int | bool | None]) -> list[Json]:
    """Properties of our own; those that say nothing are left out."""
    return [
        {"name": token(name), "ns": NAMESPACE, "value": line(_value(value))}
        for name, value in values.items()
        if value is not None and value != ""
    ]


def _value(value: str | int | bool) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def some(**fields: Json) -> Fields:
    """Fields that are not empty: OSCAL has no empty lists and no empty texts. `_` stands for a hyphen."""
    return {
        name.replace("_", "-"): value for name, value in fields.items() if value not in (None, "", [], ())
    }


def metadata(title: str, modified: dt.date, version: str, remarks: Iterable[str]) -> Fields:
    """The head of a document."""
    return some(
        title=line(title),
        last_modified=moment(modified),
        version=version,
        oscal_version=OSCAL_VERSION,
        remarks="\n\n".join(remarks),
    )


def view_metadata(view: View, title: str) -> Fields:
    """The head of a document on one assessment, with the caveat."""
    found = view.assessment
    return metadata(title, found.as_of, found.catalogue.fingerprint, (CAVEAT, *view.remarks))


def resource(ids: Ids, item: Evidence) -> Fields:
    """A record as a resource of the back matter, with what describes it."""
    values = {
        "evidence-id": item.id,
        "kind": item.kind.value,
        "status": item.status.value,
        "effective-from": item.effective_from.isoformat() if item.effective_from else None,
        "effective-to": item.effective_to.isoformat() if item.effective_to else None,
        "collected": item.collected.isoformat() if item.collected else None,
        "source-type": item.source_type.value if item.source_type else None,
        "reliability": item.reliability.value if item.reliability else None,
        "confidentiality": item.confidentiality.value,
        "supersedes": ", ".join(item.supersedes),
    }
    return some(
        uuid=ids("evidence", item.id),
        title=line(item.title),
        description=". ".join(filter(None, (found_at(item.locator), dated(item)))),
        props=props(values),
        remarks=item.note,
    )
