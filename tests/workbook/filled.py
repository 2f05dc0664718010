"""Small builders: a catalogue of three themes, random profiles over it, and workbooks with chosen cells."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from obligraph.engine.profile import Profile
from obligraph.engine.reading import read_profile
from obligraph.report.workbook.importing import Imported, import_workbook
from obligraph.report.workbook.questionnaire import questionnaire
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.packs import Pack, assemble
from tests.engine.builders import INSTRUMENT, measure, obligation

TODAY = dt.date(2026, 6, 30)
THEMES = ("borders", "courts", "prisons")
MEASURES = tuple(f"{theme}-{number}" for theme in THEMES for number in (1, 2, 3))
ATTRIBUTES = ("has_land_borders", "has_sea")


def small_catalogue() -> Catalogue:
    """Three themes of three measures; the third of each is downstream."""
    pack = Pack.model_validate(
        {
            "instrument": INSTRUMENT,
            "obligations": (obligation(1, MEASURES[0]),),
            "measures": [
                measure(name, theme=name.partition("-")[0], stage=_stage(name)) for name in MEASURES
            ],
            "themes": [{"id": name, "title": f"{name.title()}: law/practice [{name}]"} for name in THEMES],
            "attributes": [{"id": name, "title": name.replace("_", " ")} for name in ATTRIBUTES],
        }
    )
    return assemble({"code.toml": pack})


def _stage(name: str) -> str:
    return "downstream" if name.endswith("3") else "upstream"


CATALOGUE = small_catalogue()


def holdable(text: str) -> bool:
    """Whether a text has no control characters other than tabs and new lines."""
    return all(char in "\t\n" or unicodedata.category(char) != "Cc" for char in text)


CHARACTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
ODD = "=1+1|+49 30|-|@x|\tx|\nnew|_x0041_|_x005F_|x005F_|<b>&amp;|a,b;c|#REF!|'quoted| blanks |漢字|🜁 𝄞|שלום"
"""What begins like a formula, looks like an escape or markup, or is written from right to left."""

LIKE_VALUES = "12|1E5|007|2024-05-31|TRUE|NO"
"""What spreadsheets take for a number, a date or a truth value."""

SNIPPETS = st.sampled_from([*ODD.split("|"), *LIKE_VALUES.split("|"), "long " * 60])
FREE = st.lists(SNIPPETS | st.text(CHARACTERS, max_size=12), max_size=3).map("".join)
SAID = FREE.filter(lambda text: bool(text.strip()))
DAYS = st.dates(dt.date(1, 1, 1), TODAY)
ANY_DAY = st.dates()
IDS = st.from_regex(r"\A[A-Za-z0-9][A-Za-z0-9._-]{0,12}\Z")


def _maybe(**fields: st.SearchStrategy[Any]) -> dict[str, st.SearchStrategy[Any]]:
    """Fields that are left out at times."""
    return {name: st.none() | field for name, field in fields.items()}


def _present(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value is not None}


CLAIM = st.fixed_dictionaries(
    {"measure": st.sampled_from(MEASURES), "extent": st.sampled_from(["full", "partial"])}
)
SHORT = st.builds(
    lambda name, shortfall: {"measure": name, "extent": "partial", "shortfall": shortfall},
    st.sampled_from(MEASURES),
    SAID,
)
RECORD = st.fixed_dictionaries(
    {
        "title": SAID,
        "kind": st.sampled_from(["law", "practice", "treaty_status", "report"]),
        "supports": st.lists(CLAIM | SHORT, min_size=1, max_size=4),
        "contradicts": st.lists(CLAIM, max_size=2),
        **_maybe(
            status=st.sampled_from(["in_force", "draft", "repealed"]),
            collected=DAYS,
            source_type=st.sampled_from(["state", "un_body", "civil_society"]),
            reliability=st.sampled_from(["high", "medium", "low"]),
            confidentiality=st.sampled_from(["public", "restricted"]),
            note=FREE,
            locator=st.fixed_dictionaries({"article": FREE, "page": FREE, "quote": FREE}),
            days=st.tuples(ANY_DAY, ANY_DAY),
            start=ANY_DAY,
        ),
    }
)


def _record(name: str, data: dict[str, Any]) -> dict[str, Any]:
    days, start = data.pop("days"), data.pop("start")
    if days:
        data |= {"effective_from": min(days), "effective_to": max(days)}
    elif start:
        data["effective_from"] = start
    return _present({"id": name} | data)


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """A profile that fits the catalogue, with every sort of entry and every sort of text."""
    ids = draw(st.lists(IDS, max_size=5, unique=True))
    evidence = [_record(name, dict(draw(RECORD))) for name in ids]
    for at, record in enumerate(evidence[1:], 1):
        record["supersedes"] = draw(st.lists(st.sampled_from(ids[:at]), unique=True, max_size=2))
    some = st.lists(st.sampled_from(ids), min_size=1, unique=True) if ids else st.nothing()
    resolution = st.fixed_dictionaries(
        {
            "measure": st.sampled_from(MEASURES),
            "value": st.sampled_from(["met", "partly_met", "not_met"]),
            "considered": some,
            "assessor": SAID,
            "date": DAYS,
            "reason": SAID,
        }
    )
    lesson = st.fixed_dictionaries(
        {
            "id": IDS,
            "title": SAID,
            "learnt_from": st.sampled_from([name for name in MEASURES if name.endswith("3")]),
            "improves": st.lists(
                st.sampled_from([name for name in MEASURES if not name.endswith("3")]), min_size=1, max_size=2
            ),
            "date": DAYS,
            "note": FREE,
            **({"applied": some} if ids else {}),
        }
    )
    comment = st.fixed_dictionaries(
        {"text": SAID, **_maybe(obligation=st.sampled_from(["", "code.1.1"]), date=DAYS)}
    )
    head = st.fixed_dictionaries(
        {
            "state": SAID,
            **_maybe(country=st.sampled_from(["NO", "XK", "XXV"]), as_of=DAYS, last_assessed=DAYS),
        }
    )
    same = st.lists(resolution, max_size=2, unique_by=lambda each: (each["measure"], each["date"]))
    data = {
        **_present(draw(head)),
        "attributes": draw(st.dictionaries(st.sampled_from(ATTRIBUTES), st.booleans())),
        "evidence": evidence,
        "resolutions": draw(same) if ids else [],
        "lessons": draw(st.lists(lesson, max_size=2, unique_by=lambda each: str(each["id"]))),
        "comments": [_present(each) for each in draw(st.lists(comment, max_size=2))],
    }
    return read_profile(data, "random", CATALOGUE, TODAY)


def sheet_bytes(profile: Profile) -> bytes:
    """The questionnaire of a profile over the small catalogue."""
    return questionnaire(CATALOGUE, profile, "given.toml")


def imported(path: Path) -> Imported:
    """What a workbook gives over the small catalogue."""
    return import_workbook(path, CATALOGUE, TODAY)


def edited(folder: Path, profile: Profile, change: Callable[[Workbook], None]) -> Path:
    """The questionnaire of a profile, changed as a person would and saved by another program (openpyxl)."""
    book = load_workbook(BytesIO(sheet_bytes(profile)))
    change(book)
    path = folder / "edited.xlsx"
    book.save(path)
    return path
