"""What keeps the parts of a profile from fitting together, or from fitting the catalogue and the calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Any

from obligraph.engine.profile import Comment, Evidence, Resolution
from obligraph.errors import Fault, near
from obligraph.rules.catalogue import Catalogue

Entries = dict[int, Evidence | Resolution | Comment]
"""The entries of a list that are sound by themselves, by their place in the list."""

Found = Iterator[tuple[str, str, tuple[str, ...], str]]
"""Faults as place, what is wrong, candidates and way out."""


def across(
    data: Mapping[str, Any],
    lists: Mapping[str, Entries],
    name: str,
    catalogue: Catalogue | None,
    today: dt.date,
) -> Iterator[Fault]:
    """The faults of a profile that no part of it shows by itself.

    Args:
        data: the profile as plain data, whose faults may be many.
        lists: the sound entries of its lists.
        name: what messages call the source.
        catalogue: where given, what it does not know is a fault.
        today: the day after which dates lie in the future.
    """
    ids = evidence_ids(data)
    found = (
        *_twice(ids),
        *_supersedes(lists["evidence"], ids),
        *_considered(lists["resolutions"], ids),
        *_future(data, lists, today),
        *(_unknown(data, lists, catalogue) if catalogue else ()),
    )
    for place, what, candidates, way_out in found:
        yield Fault(f"{name}: {place}", what, candidates, way_out)


def evidence_ids(data: Mapping[str, Any]) -> dict[int, str]:
    """The ids of all evidence, that with other faults too, by its place in the list."""
    rows = data.get("evidence")
    listed = enumerate(rows) if isinstance(rows, list) else ()
    return {at: row["id"] for at, row in listed if isinstance(row, dict) and isinstance(row.get("id"), str)}


def _twice(ids: Mapping[int, str]) -> Found:
    first: dict[str, int] = {}
    for at, name in ids.items():
        if name in first:
            what = f"'{name}' is the id of evidence[{first[name]}] too"
            yield f"evidence[{at}].id", what, (), "give each record an id of its own"
        first.setdefault(name, at)


def _supersedes(evidence: Entries, ids: Mapping[int, str]) -> Found:
    earlier: dict[str, tuple[str, ...]] = {}
    for at, item in evidence.items():
        if isinstance(item, Evidence):
            place = f"evidence[{at}].supersedes"
            yield from _missing(place, item.supersedes, ids.values(), "the id of a piece of evidence")
            earlier[item.id] = (*earlier.get(item.id, ()), *item.supersedes)
    try:
        TopologicalSorter(earlier).prepare()
    except CycleError as error:
        chain = " -> ".join(reversed(error.args[1]))
        yield "evidence: supersedes", f"goes round in a circle: {chain}", (), "drop one of these"


def _considered(resolutions: Entries, ids: Mapping[int, str]) -> Found:
    first: dict[tuple[str, dt.date], int] = {}
    for at, item in resolutions.items():
        if isinstance(item, Resolution):
            place = f"resolutions[{at}]"
            yield from _missing(
                f"{place}.considered", item.considered, ids.values(), "the id of a piece of evidence"
            )
            before = first.setdefault((item.measure, item.date), at)
            if before != at:
                what = f"resolutions[{before}] settles '{item.measure}' on the same day"
                yield place, what, (), "keep one of the two"


def _future(data: Mapping[str, Any], lists: Mapping[str, Entries], today: dt.date) -> Found:
    assessed = data.get("last_assessed")
    days: list[tuple[str, object]] = [("last_assessed", _day(assessed))]
    for field, entries in lists.items():
        for at, entry in entries.items():
            name = "collected" if isinstance(entry, Evidence) else "date"
            days.append((f"{field}[{at}].{name}", getattr(entry, name)))
    for place, day in days:
        if isinstance(day, dt.date) and day > today:
            yield place, f"{day} lies in the future", (), f"today is {today}"


def _day(value: object) -> dt.date | None:
    """A day as TOML or JSON gives it; None for anything else."""
    if isinstance(value, str):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            return None
    return value if isinstance(value, dt.date) and not isinstance(value, dt.datetime) else None


def _unknown(data: Mapping[str, Any], lists: Mapping[str, Entries], catalogue: Catalogue) -> Found:
    """What the catalogue does not know: attributes, measures, obligations."""
    attributes = data.get("attributes")
    if isinstance(attributes, dict):
        yield from _missing("attributes", attributes, catalogue.attributes, "an attribute of the catalogue")
    for field, entries in lists.items():
        for at, entry in entries.items():
            for place, name, known, noun in _references(entry, catalogue):
                yield from _missing(f"{field}[{at}].{place}", [name], known, f"{noun} of the catalogue")


def _references(
    entry: Evidence | Resolution | Comment, catalogue: Catalogue
) -> Iterator[tuple[str, str, Iterable[str], str]]:
    """The references of an entry to the catalogue: place, name, what is known, and what it should be."""
    match entry:
        case Evidence():
            for field, claims in (("supports", entry.supports), ("contradicts", entry.contradicts)):
                for at, claim in enumerate(claims):
                    yield f"{field}[{at}].measure", claim.measure, catalogue.measures, "a measure"
        case Resolution():
            yield "measure", entry.measure, catalogue.measures, "a measure"
        case Comment() if entry.obligation:
            yield "obligation", entry.obligation, catalogue.obligations, "an obligation"


def _missing(place: str, used: Iterable[str], known: Iterable[str], noun: str) -> Found:
    there = tuple(dict.fromkeys(known))
    for name in used:
        if name not in there:
            close = near(name, there)
            yield place, f"'{name}' is not {noun}", close, "" if close or not there else _short(there)


def _short(known: tuple[str, ...]) -> str:
    """What is known, where it is little enough to be listed."""
    return f"known are: {', '.join(known)}" if len(known) <= 12 else ""
