"""A profile from a questionnaire that somebody has filled in, or every faulty cell at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from obligraph.engine.profile import Profile
from obligraph.engine.reading import read_profile
from obligraph.errors import Faults, InputError, near
from obligraph.report.workbook.cell_values import Faulty, day_of, text_of
from obligraph.report.workbook.columns import ABOUT, ATTRIBUTES, EVIDENCE, LISTS, STATE
from obligraph.report.workbook.found_tables import Read, key_fields, lines_of_book
from obligraph.report.workbook.places import Places
from obligraph.report.workbook.records import evidence_tables
from obligraph.rules.catalogue import Catalogue
from obligraph.sheets.book import Book
from obligraph.sheets.opening import open_book

DAYS = ("as_of", "last_assessed")
"""The entries on the State that are days."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What a workbook gave.

    Attributes:
        profile: the profile.
        passed_over: the names of sheets that hold no table of the questionnaire.
    """

    profile: Profile
    passed_over: tuple[str, ...]


def import_workbook(path: Path | str, catalogue: Catalogue, today: dt.date | None = None) -> Imported:
    """The profile that a filled questionnaire holds.

    Args:
        path: the workbook, or `-` for standard input.
        catalogue: whose measures, attributes and obligations it may name.
        today: the day after which dates lie in the future; the computer's date where not given.

    Raises:
        InputError: the workbook is refused (see `obligraph.sheets.opening`), or cells of it cannot be read
            or do not fit together: all of them at once, each by sheet and cell.
    """
    return import_book(open_book(path), catalogue, today)


def import_book(book: Book, catalogue: Catalogue, today: dt.date | None = None) -> Imported:
    """The profile in a workbook that is open; see `import_workbook`."""
    faults, places = Faults(book.name), Places()
    lines, passed_over = lines_of_book(book, faults)
    if not lines and not faults.found:
        faults.add("", "is not a questionnaire", way_out="write one with obligraph profile export")
        faults.raise_if_any()
    data = _data(book, lines, catalogue, places, faults)
    try:
        profile = read_profile(data, book.name, catalogue, today)
    except InputError as error:
        known = {fault.where for fault in faults.found}
        told = places.told(error.faults, book.name)
        faults.extend(fault for fault in told if fault.where not in known)
    faults.raise_if_any()
    return Imported(profile, passed_over)


def _data(
    book: Book, lines: Iterable[Read], catalogue: Catalogue, places: Places, faults: Faults
) -> dict[str, object]:
    """The profile as plain data, with the cell of every field noted."""
    by_table: dict[str, list[Read]] = {}
    for line in lines:
        by_table.setdefault(line.table.name, []).append(line)
    data = _state(book, by_table.get(STATE.name, []), places, faults)
    data["attributes"] = _attributes(by_table.get(ATTRIBUTES.name, []), catalogue.attributes, faults)
    data["evidence"] = evidence_tables(by_table.get(EVIDENCE.name, []), places, faults)
    for name in LISTS:
        data[name] = [_entry(line, at, places) for at, line in enumerate(by_table.get(name, []))]
    return data


def _state(book: Book, lines: Iterable[Read], places: Places, faults: Faults) -> dict[str, object]:
    """The entries on the State itself."""
    keys = {label.casefold(): key for key, (label, _) in ABOUT.items()}
    found: dict[str, object] = {}
    for line in lines:
        label = line.text("field")
        key = keys.get(label.casefold())
        if key is None:
            known = [label for label, _ in ABOUT.values()]
            faults.add(line.where("field"), f"'{label[:40]}' is not asked for", near(label, known) or known)
        elif key in found:
            faults.add(line.where("field"), f"'{label}' stands here a second time")
        elif "answer" in line.values or "answer" in line.faulty:
            found[key] = _answer(book, line, key, faults)
            places.note((key,), line, "answer")
    return {key: value for key, value in found.items() if value is not None}


def _answer(book: Book, line: Read, key: str, faults: Faults) -> object:
    """An entry on the State: a day, or a text."""
    raw = line.sheet.rows[line.row][line.columns["answer"]]
    try:
        return day_of(raw, book.since_1904) if key in DAYS else text_of(raw).strip()
    except Faulty as error:
        faults.add(line.where("answer"), error.what, way_out=error.way_out)
        return None


def _attributes(lines: Iterable[Read], known: Iterable[str], faults: Faults) -> dict[str, bool]:
    """What is true of the State, and what is not."""
    found: dict[str, bool] = {}
    for line in lines:
        name, answer = line.text("attribute"), line.values.get("answer")
        if name in found:
            faults.add(line.where("attribute"), f"'{name}' stands here a second time")
        elif name not in known:
            what = f"'{name}' is not an attribute of the catalogue" if name else "there is no attribute"
            faults.add(line.where("attribute"), what, near(name, known))
        elif isinstance(answer, bool):
            found[name] = answer
    return found


def _entry(line: Read, at: int, places: Places) -> dict[str, object]:
    """One entry of a list."""
    path = (line.table.name, at)
    places.note(path, line, line.table.fields[0].key)
    for field in key_fields(line.table):
        if field.key in line.columns:
            places.note((*path, field.key), line, field.key)
    return {key: value for key, value in line.values.items() if value not in (None, "", [])}
