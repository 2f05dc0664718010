"""What keeps the parts of a profile from fitting together, or from fitting the catalogue and the calendar.

The checks look at plain data and pass over what is malformed, so that one fault never hides another.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from obligraph.errors import Fault, near
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.circles import circle
from obligraph.rules.words import Stage

Found = Iterator[tuple[str, str, tuple[str, ...], str]]
"""Faults as place, what is wrong, candidates and way out."""

MOST_LISTED = 12
"""The most known names that are listed where none is near."""


def across(
    data: Mapping[str, Any], name: str, catalogue: Catalogue | None, today: dt.date
) -> Iterator[Fault]:
    """The faults of a profile that no part of it shows by itself.

    Args:
        data: the profile as plain data, whatever else is wrong with it.
        name: what messages call the source.
        catalogue: where given, what it does not know is a fault.
        today: the day after which dates lie in the future.
    """
    ids = _ids(data, "evidence")
    known = dict.fromkeys(name for _, name in ids)
    found = chain(
        _twice(ids, "evidence"),
        _twice(_ids(data, "lessons"), "lessons"),
        _supersedes(data, known),
        _resolutions(data, known),
        _lessons(data, known),
        _future(data, today),
        _unknown(data, catalogue) if catalogue else (),
        _stages(data, catalogue) if catalogue else (),
    )
    for place, what, candidates, way_out in found:
        yield Fault(f"{name}: {place}", what, candidates, way_out)


def _rows(data: Mapping[str, Any], field: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The entries of a list that are tables, with their places."""
    rows = data.get(field)
    for at, row in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(row, dict):
            yield at, row


def _texts(value: object) -> list[str]:
    """The texts in a list; nothing where it is no list."""
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _ids(data: Mapping[str, Any], field: str) -> list[tuple[int, str]]:
    """The ids in a list, with their places."""
    return [(at, row["id"]) for at, row in _rows(data, field) if isinstance(row.get("id"), str)]


def _twice(ids: Iterable[tuple[int, str]], field: str) -> Found:
    first: dict[str, int] = {}
    for at, name in ids:
        if name in first:
            what = f"'{name}' is the id of {field}[{first[name]}] too"
            yield f"{field}[{at}].id", what, (), "give each record an id of its own"
        first.setdefault(name, at)


def _supersedes(data: Mapping[str, Any], ids: Collection[str]) -> Found:
    earlier: dict[str, list[str]] = {}
    for at, row in _rows(data, "evidence"):
        named = _texts(row.get("supersedes"))
        yield from _missing(f"evidence[{at}].supersedes", named, ids, "the id of a piece of evidence")
        earlier.setdefault(str(row.get("id")), []).extend(named)
    if chained := circle(earlier):
        yield "evidence: supersedes", f"goes round in a circle: {chained}", (), "drop one of these"


def _resolutions(data: Mapping[str, Any], ids: Collection[str]) -> Found:
    """Resolutions that weigh unknown evidence, or two of one measure on one day."""
    first: dict[tuple[str, str], int] = {}
    for at, row in _rows(data, "resolutions"):
        place = f"resolutions[{at}]"
        named = _texts(row.get("considered"))
        yield from _missing(f"{place}.considered", named, ids, "the id of a piece of evidence")
        before = first.setdefault((str(row.get("measure")), str(row.get("date"))), at)
        if before != at:
            what = f"resolutions[{before}] settles the same measure on the same day"
            yield place, what, (), "keep one of the two"


def _lessons(data: Mapping[str, Any], ids: Collection[str]) -> Found:
    """Lessons said to be carried out by evidence that is not there."""
    for at, row in _rows(data, "lessons"):
        named = _texts(row.get("applied"))
        yield from _missing(f"lessons[{at}].applied", named, ids, "the id of a piece of evidence")


def _stages(data: Mapping[str, Any], catalogue: Catalogue) -> Found:
    """Lessons that do not lead from a downstream measure to upstream ones."""
    for place, name, stage in _lesson_measures(data):
        measure = catalogue.measures.get(name)
        if measure and measure.stage is not stage:
            what = f"'{name}' is {measure.stage}; here stands a measure that is {stage}"
            yield place, what, (), "a lesson leads from a downstream measure to upstream ones"


def _lesson_measures(data: Mapping[str, Any]) -> Iterator[tuple[str, str, Stage]]:
    """Every measure that a lesson names, with its place and the stage it ought to be of."""
    for at, row in _rows(data, "lessons"):
        if isinstance(row.get("learnt_from"), str):
            yield f"lessons[{at}].learnt_from", row["learnt_from"], Stage.DOWNSTREAM
        for number, name in enumerate(_texts(row.get("improves"))):
            yield f"lessons[{at}].improves[{number}]", name, Stage.UPSTREAM


DATES = {"evidence": "collected", "resolutions": "date", "lessons": "date", "comments": "date"}
"""The field of each list that says when something was done, so that it cannot lie in the future."""


def _future(data: Mapping[str, Any], today: dt.date) -> Found:
    days = [(name, data.get(name)) for name in ("as_of", "last_assessed")]
    for field, name in DATES.items():
        days.extend((f"{field}[{at}].{name}", row.get(name)) for at, row in _rows(data, field))
    for place, value in days:
        day = _day(value)
        if day is not None and day > today:
            yield place, f"{day} lies in the future", (), f"today is {today}"


def _day(value: object) -> dt.date | None:
    """A day as TOML or JSON gives it; None for anything else."""
    if isinstance(value, str):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            return None
    return value if isinstance(value, dt.date) and not isinstance(value, dt.datetime) else None


def _unknown(data: Mapping[str, Any], catalogue: Catalogue) -> Found:
    """What the catalogue does not know: attributes, measures, obligations."""
    attributes = data.get("attributes")
    if isinstance(attributes, dict):
        yield from _missing("attributes", attributes, catalogue.attributes, "an attribute of the catalogue")
    for place, measure in _measures(data):
        yield from _missing(place, [measure], catalogue.measures, "a measure of the catalogue")
    for at, row in _rows(data, "comments"):
        named = [name for name in [row.get("obligation")] if name and isinstance(name, str)]
        place = f"comments[{at}].obligation"
        yield from _missing(place, named, catalogue.obligations, "an obligation of the catalogue")


def _measures(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every measure that a profile names, with its place."""
    for at, row in _rows(data, "evidence"):
        for field in ("supports", "contradicts"):
            claims = row.get(field)
            for number, claim in enumerate(claims if isinstance(claims, list) else ()):
                named = claim.get("measure") if isinstance(claim, dict) else claim
                if isinstance(named, str):
                    yield f"evidence[{at}].{field}[{number}].measure", named
    for at, row in _rows(data, "resolutions"):
        if isinstance(row.get("measure"), str):
            yield f"resolutions[{at}].measure", row["measure"]
    for place, name, _ in _lesson_measures(data):
        yield place, name


def _missing(place: str, used: Iterable[str], known: Collection[str], noun: str) -> Found:
    for name in used:
        if name not in known:
            close = _close(name, known)
            listed = f"known are: {', '.join(known)}" if known and len(known) <= MOST_LISTED else ""
            yield place, f"'{name}' is not {noun}", close, "" if close else listed


def _close(name: str, there: Collection[str]) -> tuple[str, ...]:
    """The known names near to one, first those that differ in capitals or spaces alone."""
    plain = name.casefold().replace(" ", "-")
    same = tuple(known for known in there if known.casefold() == plain)
    return same or near(name, there) or near(plain, there)
