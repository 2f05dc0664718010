"""A profile from a file: TOML or JSON in, one typed value out, or all that is wrong with it at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from obligraph.engine.crosschecks import across
from obligraph.engine.profile import Comment, Evidence, Lesson, Profile, Resolution
from obligraph.errors import MOST_FAULTS, Fault, Faults, InputError, faults_of, near
from obligraph.files import STDIN, read_text
from obligraph.plain import parse_json, parse_toml
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.words import EvidenceKind

Value = TypeVar("Value", bound=BaseModel)

LISTS: Mapping[str, type[Evidence | Resolution | Lesson | Comment]] = {
    "evidence": Evidence,
    "resolutions": Resolution,
    "lessons": Lesson,
    "comments": Comment,
}
"""The lists of a profile, each entry of which is checked by itself, so that one fault hides no other."""

KINDS_MEANT: Mapping[str, EvidenceKind] = {
    "statute": EvidenceKind.LAW,
    "act": EvidenceKind.LAW,
    "code": EvidenceKind.LAW,
    "constitution": EvidenceKind.LAW,
    "legislation": EvidenceKind.LAW,
    "bill": EvidenceKind.LAW,
    "decree": EvidenceKind.REGULATION,
    "order": EvidenceKind.REGULATION,
    "ordinance": EvidenceKind.REGULATION,
    "bylaw": EvidenceKind.REGULATION,
    "strategy": EvidenceKind.POLICY,
    "plan": EvidenceKind.POLICY,
    "agency": EvidenceKind.INSTITUTION,
    "authority": EvidenceKind.INSTITUTION,
    "body": EvidenceKind.INSTITUTION,
    "unit": EvidenceKind.INSTITUTION,
    "sop": EvidenceKind.PROCEDURE,
    "guideline": EvidenceKind.PROCEDURE,
    "manual": EvidenceKind.PROCEDURE,
    "operation": EvidenceKind.PRACTICE,
    "exercise": EvidenceKind.PRACTICE,
    "data": EvidenceKind.STATISTIC,
    "figure": EvidenceKind.STATISTIC,
    "course": EvidenceKind.TRAINING,
    "workshop": EvidenceKind.TRAINING,
    "memorandum": EvidenceKind.AGREEMENT,
    "mou": EvidenceKind.AGREEMENT,
    "ratification": EvidenceKind.TREATY_STATUS,
    "accession": EvidenceKind.TREATY_STATUS,
    "treaty": EvidenceKind.TREATY_STATUS,
    "judgment": EvidenceKind.CASE,
    "judgement": EvidenceKind.CASE,
    "prosecution": EvidenceKind.CASE,
    "court_case": EvidenceKind.CASE,
    "article": EvidenceKind.REPORT,
    "study": EvidenceKind.REPORT,
    "assessment": EvidenceKind.REPORT,
}
"""Words that people write for a kind, in the singular, with the kind that is meant; none ends in s."""

RESULT = frozenset({"catalogue", "caveat"})
"""What every result bears at its head, and no profile."""


def load_profile(
    path: Path | str, catalogue: Catalogue | None = None, today: dt.date | None = None
) -> Profile:
    """A State's profile from a TOML or JSON file, or from standard input for `-`.

    Args:
        path: the file; `.json` is read as JSON, `.toml` as TOML, anything else by what it looks like.
        catalogue: where given, measures, attributes and obligations that it does not know are faults.
        today: the day after which dates lie in the future; the computer's date where not given.

    Raises:
        InputError: the file cannot be read or is not a profile; all faults at once, each with its place.
    """
    _refuse_other_formats(path)
    return profile_of(read_text(path), path, catalogue, today)


def profile_of(
    text: str, path: Path | str, catalogue: Catalogue | None = None, today: dt.date | None = None
) -> Profile:
    """The profile in the text of a file that has been opened already; arguments as for `load_profile`.

    Raises:
        InputError: the text is not a profile; all faults at once, each with its place.
    """
    name, suffix = _name(path), Path(path).suffix.lower()
    looks_like_json = text.lstrip().startswith("{")
    if suffix == ".json" or (suffix != ".toml" and looks_like_json):
        return read_profile(parse_json(text, name), name, catalogue, today)
    return read_profile(parse_toml(text, name), name, catalogue, today)


def _name(path: Path | str) -> str:
    return "standard input" if str(path) == STDIN else Path(path).name


def _refuse_other_formats(path: Path | str) -> None:
    """Refuses what its name says is no profile."""
    name, suffix = _name(path), Path(path).suffix.lower()
    if suffix in {".yaml", ".yml"}:
        reason = "YAML is not read: it takes the country code NO for false and paragraph 5.10 for 5.1"
        raise InputError([Fault(name, reason, way_out="write the profile as TOML or JSON")])
    if suffix in {".xlsx", ".xls", ".ods", ".docx", ".pdf", ".csv"}:
        raise InputError([Fault(name, f"a {suffix} file is not a profile", (".toml", ".json"))])


def read_profile(
    data: Any, name: str, catalogue: Catalogue | None = None, today: dt.date | None = None
) -> Profile:
    """A profile from plain data, as TOML, JSON or a workbook gives it.

    Args:
        data: the tables of a profile.
        name: what messages call the source.
        catalogue: as for `load_profile`.
        today: as for `load_profile`.

    Raises:
        InputError: the data is not a profile; all faults at once, each with its place.
    """
    faults = Faults(name)
    if not isinstance(data, dict):
        faults.add("", "is not a table of fields with their values")
        faults.raise_if_any()
    if data.keys() >= RESULT:
        faults.add("", "is a result that Obligraph wrote, not a profile", way_out="name the profile itself")
        faults.raise_if_any()
    _checked(Profile, {field: data[field] for field in data if field not in LISTS}, (), faults)
    lists = {field: _entries(data.get(field, []), field, faults) for field in LISTS}
    day = today or dt.datetime.now().astimezone().date()
    misfits = tuple(islice(across(data, name, catalogue, day), MOST_FAULTS + 1))
    said = {fault.where for fault in misfits}
    faults.found = [fault for fault in faults.found if fault.where not in said]
    faults.extend(misfits)
    faults.raise_if_any()
    return Profile.model_validate(data | lists)


def _entries(data: Any, field: str, faults: Faults) -> tuple[BaseModel, ...]:
    """The entries of a list that are sound by themselves."""
    if not isinstance(data, list):
        faults.add(field, f"is not a list; each entry stands under [[{field}]]")
        return ()
    found = (_checked(LISTS[field], entry, (field, at), faults) for at, entry in enumerate(data))
    return tuple(entry for entry in found if entry is not None)


def _checked(kind: type[Value], data: Any, at: tuple[str | int, ...], faults: Faults) -> Value | None:
    """The value, or None with its faults noted."""
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        faults.extend(_refined(fault, kind) for fault in faults_of(error, faults.source, at))
        return None


def _refined(fault: Fault, kind: type[BaseModel]) -> Fault:
    """A fault with the way out that only someone who knows profiles can give."""
    field = fault.where.rpartition(".")[2].rpartition(" ")[2]
    wrong = fault.what.partition(": ")[0]
    if "is not a field" in fault.what:
        return replace(fault, candidates=near(field, kind.model_fields))
    match field:
        case "country" if wrong.startswith("False "):
            return replace(fault, what="false is not a country code", way_out='write it in quotes: "NO"')
        case "country" if "pattern" in fault.what:
            return replace(
                fault, what=f"{wrong} is not a country code", way_out="two or three capital letters"
            )
        case "kind":
            return _kind_meant(fault)
        case "measure" if "pattern" in fault.what:
            return replace(fault, what=f"{wrong} is not the id of a measure")
        case _:
            return fault


def _kind_meant(fault: Fault) -> Fault:
    """A fault about a kind of evidence, with the kind that is probably meant."""
    word = fault.what.partition("' is not accepted")[0].strip("'")
    plain = word.lower().strip().replace(" ", "_").replace("-", "_")
    said = plain.removesuffix("s")
    guess = near(plain, EvidenceKind)
    way = fault.way_out or (f"did you mean {guess[0]}?" if guess else "")
    if said in KINDS_MEANT:
        meant = KINDS_MEANT[said]
        way = f"{_article(said)} {said.replace('_', ' ')} is {_article(meant)} {meant}"
    what = f"'{word}' is not a kind" if "is not accepted" in fault.what else fault.what
    return Fault(fault.where, what, tuple(EvidenceKind), way)


def _article(word: str) -> str:
    return "an" if word[:1].lower() in "aeiou" else "a"
