"""A profile as lines of the questionnaire's tables: plain values, before any workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from obligraph.engine.profile import Claim, Evidence, Profile
from obligraph.report.workbook.columns import ABOUT, EVIDENCE, Holds, Says, Table
from obligraph.rules.catalogue import Catalogue

Value = str | int | dt.date
"""What stands in a cell."""

Line = Mapping[str, Value]
"""A line of a table: its cells by key; what is empty is left out."""


def evidence_lines(profile: Profile) -> Iterator[Line]:
    """A line for each record and measure; the first of a record describes it in full."""
    for number, item in enumerate(profile.evidence, 1):
        for at, (says, claim) in enumerate(_claims(item), 1):
            described = _record(item) if at == 1 else {}
            yield {**_claim(says, claim), **described, "id": item.id, "record": number, "claim": at}


def _claims(item: Evidence) -> Iterator[tuple[Says, Claim]]:
    for claim in item.supports:
        yield Says.SUPPORTS, claim
    for claim in item.contradicts:
        yield Says.CONTRADICTS, claim


def _claim(says: Says, claim: Claim) -> dict[str, Value]:
    line: dict[str, Value] = {"measure": claim.measure, "says": shown(says), "extent": shown(claim.extent)}
    return line | ({"shortfall": claim.shortfall} if claim.shortfall else {})


def _record(item: Evidence) -> dict[str, Value]:
    """What describes a record, whatever it says."""
    return _line(EVIDENCE, item) | _line(EVIDENCE, item.locator)


def list_lines(table: Table, entries: tuple[BaseModel, ...]) -> Iterator[Line]:
    """The entries of one list of the profile, one a line."""
    return (_line(table, entry) for entry in entries)


def _line(table: Table, value: BaseModel) -> dict[str, Value]:
    """The fields of a value for which the table has a column, those left out that say nothing."""
    line: dict[str, Value] = {}
    for field in table.fields:
        item = getattr(value, field.key, None)
        match item:
            case None | "" | ():
                continue
            case dt.date():
                line[field.key] = item
            case tuple():
                line[field.key] = ", ".join(item)
            case _:
                line[field.key] = shown(item) if field.holds is Holds.CHOICE else item
    return line


def state_lines(profile: Profile) -> Iterator[Line]:
    """The entries on the State itself."""
    for key, (label, meaning) in ABOUT.items():
        value = getattr(profile, key)
        yield {"field": label, "meaning": meaning} | ({} if value is None else {"answer": value})


def attribute_lines(profile: Profile, catalogue: Catalogue) -> Iterator[Line]:
    """The attributes: first those that the profile states, in its order, then those that are open."""
    open_ = [name for name in catalogue.attributes if name not in profile.attributes]
    for name in (*profile.attributes, *open_):
        known = catalogue.attributes.get(name)
        stated = profile.attributes.get(name)
        line: dict[str, Value] = {"attribute": name, "meaning": known.title if known else ""}
        yield line if stated is None else line | {"answer": "yes" if stated else "no"}


def shown(choice: str) -> str:
    """A value of a choice as people read it.

    >>> shown("in_force")
    'in force'
    """
    return str(choice).replace("_", " ")
