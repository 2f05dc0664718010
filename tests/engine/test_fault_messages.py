"""What the reader of profiles says of everything that can be wrong with one, word for word."""

from __future__ import annotations

import datetime as dt
import io
import sys
from pathlib import Path
from typing import Any

import pytest

from obligraph.engine.reading import KINDS_MEANT, load_profile, read_profile
from obligraph.errors import MOST_FAULTS, InputError
from obligraph.plain import parse_toml
from obligraph.rules.catalogue import Catalogue
from tests.engine import builders as build

TODAY = dt.date(2026, 6, 30)
RULES = build.catalogue(
    [build.obligation(1, {"all": ["law-on-arms", "drill"]})],
    [build.measure("law-on-arms"), build.measure("drill", stage="downstream")],
)
KINDS = (
    "law, regulation, policy, institution, procedure, practice, statistic, training, agreement, "
    "treaty_status, case, report"
)

WRONG = """
state = 5
country = "Norland"
as_of = 2026-07-01
last_assessed = "2026-07-02"
colour = "red"
[attributes]
has_land_border = true
xyz = false
[[evidence]]
id = "A"
title = "a"
kind = "statute"
supports = ["law-on-army", "Drill"]
contradicts = [{ measure = "quux" }, { measure = "No such", extent = "partial" }]
collected = 2026-07-01
suports = []
[[evidence]]
id = "A"
title = "b"
kind = "laws"
supports = ["drill"]
supersedes = ["B", "zzzzzz"]
[[evidence]]
id = "B"
title = "c"
kind = "xyzzy"
supports = ["drill"]
supersedes = ["A"]
[[resolutions]]
measure = "drills"
value = "ok"
considered = ["Z"]
assessor = "A. Desk"
date = 2026-06-01
reason = "weighed"
[[resolutions]]
measure = "drill"
value = "met"
considered = ["A"]
assessor = "A. Desk"
date = 2026-07-01
reason = "weighed"
[[resolutions]]
measure = "drill"
value = "met"
considered = ["A"]
assessor = "A. Desk"
date = 2026-07-01
reason = "weighed"
[[lessons]]
id = "L"
title = "l"
learnt_from = "law-on-arms"
improves = ["drill", "quux"]
applied = ["Z"]
date = 2026-07-01
[[lessons]]
id = "L"
title = "l"
learnt_from = "drill"
improves = ["law-on-arms"]
date = 2026-06-30
[[comments]]
text = "hm"
obligation = "code.1.2"
date = 2026-07-01
[[comments]]
text = "general"
obligation = ""
"""

SAID = [
    'state: 5 is not text; write it in quotes: "5"',
    "country: 'Norland' is not a country code; two or three capital letters",
    "colour: is not a field of this table (country); check its spelling or leave it out",
    f"evidence[0].kind: 'statute' is not a kind ({KINDS}); a statute is a law",
    "evidence[0].suports: is not a field of this table (supports); check its spelling or leave it out",
    f"evidence[1].kind: 'laws' is not a kind ({KINDS}); did you mean law?",
    f"evidence[2].kind: 'xyzzy' is not a kind ({KINDS})",
    "resolutions[0].value: 'ok' is not accepted here (not_met, partly_met, met)",
    "evidence[1].id: 'A' is the id of evidence[0] too; give each record an id of its own",
    "lessons[1].id: 'L' is the id of lessons[0] too; give each record an id of its own",
    "evidence[1].supersedes: 'zzzzzz' is not the id of a piece of evidence; known are: A, B",
    "evidence: supersedes: goes round in a circle: A -> B -> A; drop one of these",
    "resolutions[0].considered: 'Z' is not the id of a piece of evidence; known are: A, B",
    "resolutions[2]: resolutions[1] settles the same measure on the same day; keep one of the two",
    "lessons[0].applied: 'Z' is not the id of a piece of evidence; known are: A, B",
    "as_of: 2026-07-01 lies in the future; today is 2026-06-30",
    "last_assessed: 2026-07-02 lies in the future; today is 2026-06-30",
    "evidence[0].collected: 2026-07-01 lies in the future; today is 2026-06-30",
    "resolutions[1].date: 2026-07-01 lies in the future; today is 2026-06-30",
    "resolutions[2].date: 2026-07-01 lies in the future; today is 2026-06-30",
    "lessons[0].date: 2026-07-01 lies in the future; today is 2026-06-30",
    "comments[0].date: 2026-07-01 lies in the future; today is 2026-06-30",
    "attributes: 'has_land_border' is not an attribute of the catalogue (has_land_borders)",
    "attributes: 'xyz' is not an attribute of the catalogue; known are: has_land_borders",
    "evidence[0].supports[0].measure: 'law-on-army' is not a measure of the catalogue (law-on-arms)",
    "evidence[0].supports[1].measure: 'Drill' is not a measure of the catalogue (drill)",
    "evidence[0].contradicts[0].measure: 'quux' is not a measure of the catalogue; "
    "known are: law-on-arms, drill",
    "evidence[0].contradicts[1].measure: 'No such' is not a measure of the catalogue; "
    "known are: law-on-arms, drill",
    "resolutions[0].measure: 'drills' is not a measure of the catalogue (drill)",
    "lessons[0].improves[1]: 'quux' is not a measure of the catalogue; known are: law-on-arms, drill",
    "comments[0].obligation: 'code.1.2' is not an obligation of the catalogue (code.1.1)",
    "lessons[0].learnt_from: 'law-on-arms' is upstream; here stands a measure that is downstream; "
    "a lesson leads from a downstream measure to upstream ones",
    "lessons[0].improves[0]: 'drill' is downstream; here stands a measure that is upstream; "
    "a lesson leads from a downstream measure to upstream ones",
]
"""What is said of it, in the order of the checks."""


def told(data: Any, rules: Catalogue | None = RULES) -> list[str]:
    """The messages of all faults, in their order."""
    with pytest.raises(InputError) as caught:
        read_profile(data, "p.toml", rules, TODAY)
    return str(caught.value).splitlines()


def test_everything_wrong_is_told_word_for_word() -> None:
    """A profile with a fault of every sort is answered by the whole list, place and way out included."""
    assert told(parse_toml(WRONG, "p.toml")) == [f"p.toml: {line}" for line in SAID]


def test_a_day_that_is_none_is_told_as_such() -> None:
    """A date of the right form that no calendar holds is told apart from what is no date at all."""
    record = {"id": "A", "title": "a", "kind": "law", "supports": ["drill"]}
    (line,) = told({"state": "Norland", "evidence": [record | {"collected": "2026-13-01"}]})
    assert line.startswith("p.toml: evidence[0].collected: '2026-13-01' is not a day of the calendar: month")
    (line,) = told({"state": "Norland", "evidence": [record | {"collected": "٢٠٢٦-01-01"}]})
    assert line.endswith("is not a date; write it as year-month-day, such as 2024-05-31")


def test_the_day_itself_is_not_the_future() -> None:
    """What is dated on the day of reading is no fault; without a catalogue no name is unknown."""
    today = {"as_of": "2026-06-30", "last_assessed": "2026-06-30", "comments": [{"text": "x", "date": TODAY}]}
    found = read_profile({"state": "Norland", "attributes": {"any": True}} | today, "p.toml", None, TODAY)
    assert (found.as_of, found.comments[0].date) == (TODAY, TODAY)


def test_decisions_on_two_days_or_measures_are_sound() -> None:
    """Two decisions are a fault only where both measure and day are the same."""
    record = {"id": "A", "title": "a", "kind": "law", "supports": ["drill"]}
    made = {"value": "met", "considered": ["A"], "assessor": "A. Desk", "reason": "weighed"}
    decisions = [
        made | {"measure": "drill", "date": "2026-06-01"},
        made | {"measure": "drill", "date": "2026-06-02"},
        made | {"measure": "law-on-arms", "date": "2026-06-01"},
    ]
    data = {"state": "Norland", "evidence": [record], "resolutions": decisions}
    assert len(read_profile(data, "p.toml", RULES, TODAY).resolutions) == 3


@pytest.mark.parametrize(
    ("number", "listed"), [(12, "; known are: " + ", ".join(f"a{at:02}" for at in range(12))), (13, "")]
)
def test_a_short_list_of_what_is_known_is_given(number: int, listed: str) -> None:
    """Where nothing is near, up to a dozen known names are listed and a longer list is not."""
    rules = build.catalogue(
        [build.obligation(1, "m")], ["m"], attributes=[f"a{at:02}" for at in range(number)]
    )
    assert told({"state": "Norland", "attributes": {"zzzz": True}}, rules) == [
        f"p.toml: attributes: 'zzzz' is not an attribute of the catalogue{listed}"
    ]


def test_nothing_known_is_not_listed() -> None:
    """Where there is nothing of the sort, no empty list is shown."""
    decision = {"measure": "drill", "value": "met", "considered": ["Z"], "assessor": "A. Desk"}
    data = {"state": "Norland", "resolutions": [decision | {"date": "2026-06-01", "reason": "weighed"}]}
    assert told(data) == ["p.toml: resolutions[0].considered: 'Z' is not the id of a piece of evidence"]


@pytest.mark.parametrize(
    "written", ["Law on arms", "LAW-ON-ARMS", "Law-on arms", "law on army", "LAW ON ARMY"]
)
def test_names_in_other_capitals_or_with_spaces_are_known_again(written: str) -> None:
    """A name written with capitals or spaces, mistyped or not, is answered by the id that is meant."""
    record = {"id": "A", "title": "a", "kind": "law", "supports": [written]}
    (line,) = told({"state": "Norland", "evidence": [record]})
    assert line.endswith(f".measure: '{written}' is not a measure of the catalogue (law-on-arms)")


@pytest.mark.parametrize(
    ("written", "way"),
    [
        ("court case", "a court case is a case"),
        ("Court-Cases", "a court case is a case"),
        ("SOPs", "a sop is a procedure"),
        ("study", "a study is a report"),
        ("Act", "an act is a law"),
        ("treaty-statu", "did you mean treaty_status?"),
        ("treaty statu", "did you mean treaty_status?"),
        ("memorandum", "a memorandum is an agreement"),
    ],
)
def test_a_kind_is_known_again_however_it_is_written(written: str, way: str) -> None:
    """Capitals, hyphens, spaces and plurals do not hide which kind of evidence is meant."""
    record = {"id": "A", "title": "a", "kind": written, "supports": ["drill"]}
    assert told({"state": "Norland", "evidence": [record]}) == [
        f"p.toml: evidence[0].kind: '{written}' is not a kind ({KINDS}); {way}"
    ]


def test_words_for_a_kind_stand_in_the_singular() -> None:
    """No word that leads to a kind ends in s, since an s at the end is taken for the plural."""
    assert [word for word in KINDS_MEANT if word.endswith("s")] == []


def test_a_kind_like_none_is_only_told_what_there_is() -> None:
    """Where no kind is near, the message names all kinds and asks nothing."""
    record = {"id": "A", "title": "a", "kind": "XX", "supports": ["drill"]}
    assert told({"state": "Norland", "evidence": [record]}) == [
        f"p.toml: evidence[0].kind: 'XX' is not a kind ({KINDS})"
    ]


def test_a_name_that_differs_in_capitals_and_spaces_alone_is_the_only_candidate() -> None:
    """Where one id is what was written but for capitals and spaces, ids merely near are not named."""
    rules = build.catalogue([build.obligation(1, "sea-law")], ["sea-law", "sea-laws", "sea-lax"])
    record = {"id": "A", "title": "a", "kind": "law", "supports": ["Sea Law"]}
    (line,) = told({"state": "Norland", "evidence": [record]}, rules)
    assert line.endswith(" (sea-law)")


def test_without_a_catalogue_lessons_are_not_checked_against_one() -> None:
    """A lesson whose measures nobody knows is sound where no catalogue is given."""
    lesson = {"id": "L", "title": "l", "learnt_from": "x", "improves": ["y"], "date": TODAY}
    assert len(read_profile({"state": "Norland", "lessons": [lesson]}, "p.toml", None, TODAY).lessons) == 1


def test_a_kind_that_is_missing_says_so() -> None:
    """A kind that is missing is not called wrong, and all kinds are named."""
    record = {"id": "A", "title": "a", "supports": ["drill"]}
    assert told({"state": "Norland", "evidence": [record]}) == [
        f"p.toml: evidence[0].kind: is missing ({KINDS})"
    ]


def test_a_measure_that_cannot_be_one_is_told_so() -> None:
    """Without a catalogue, what has not the form of a measure's id is said to be none."""
    record = {"id": "A", "title": "a", "kind": "law", "supports": ["No such!"]}
    assert told({"state": "Norland", "evidence": [record]}, None) == [
        "p.toml: evidence[0].supports[0].measure: 'No such!' is not the id of a measure"
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ([], "p.toml: is not a table of fields with their values"),
        (
            {"catalogue": "x", "caveat": "y"},
            "p.toml: is a result that Obligraph wrote, not a profile; name the profile itself",
        ),
        (
            {"catalogue": "x", "caveat": "y", "gaps": []},
            "p.toml: is a result that Obligraph wrote, not a profile; name the profile itself",
        ),
    ],
)
def test_what_is_no_profile_is_one_fault(data: Any, said: str) -> None:
    """What is no table, and what is a result of the program, have one message and no more."""
    assert told(data) == [said]


YAML = "YAML is not read: it takes the country code NO for false and paragraph 5.10 for 5.1"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        *((f"p.{end}", f"{YAML}; write the profile as TOML or JSON") for end in ("yaml", "yml", "YML")),
        *(
            (f"p.{end}", f"a .{end} file is not a profile (.toml, .json)")
            for end in ("xlsx", "xls", "ods", "docx", "pdf", "csv")
        ),
    ],
)
def test_other_formats_are_refused_by_their_name(name: str, said: str) -> None:
    """A file whose name says that it is no profile is not opened; the message names it and what is read."""
    with pytest.raises(InputError) as caught:
        load_profile(Path("nowhere") / name)
    assert str(caught.value) == f"{name}: {said}"


def faults_in(path: Path, text: str, today: dt.date = TODAY) -> list[str]:
    """The faults of a file, read with the catalogue."""
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_profile(path, RULES, today)
    return str(caught.value).splitlines()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("p.toml", 'state = "x"\nlast_assessed = 2026-07-01\nattributes = { quux = true }\n'),
        ("p.json", '{"state": "x", "last_assessed": "2026-07-01", "attributes": {"quux": true}}'),
        ("p.txt", ' {"state": "x", "last_assessed": "2026-07-01", "attributes": {"quux": true}}'),
    ],
)
def test_a_file_is_read_with_the_catalogue_and_the_day(tmp_path: Path, name: str, text: str) -> None:
    """TOML, JSON and what looks like JSON are checked against the catalogue and the day that were given."""
    assert faults_in(tmp_path / name, text) == [
        f"{name}: last_assessed: 2026-07-01 lies in the future; today is 2026-06-30",
        f"{name}: attributes: 'quux' is not an attribute of the catalogue; known are: has_land_borders",
    ]
    assert len(faults_in(tmp_path / name, text, dt.date(2026, 7, 1))) == 1


def test_a_name_decides_before_the_looks(tmp_path: Path) -> None:
    """What is called .toml is read as TOML, whatever it begins with, and its faults name the file."""
    (line,) = faults_in(tmp_path / "p.toml", '{"state": "x"}')
    assert line.startswith("p.toml: is not TOML")
    (line,) = faults_in(tmp_path / "p.json", "{")
    assert line.startswith("p.json: is not JSON")


@pytest.mark.parametrize("text", ["state = 5", '{"state": 5}'])
def test_standard_input_is_called_so(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Faults of what was read from standard input say that it was read from there."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    with pytest.raises(InputError) as caught:
        load_profile("-", RULES, TODAY)
    assert str(caught.value) == 'standard input: state: 5 is not text; write it in quotes: "5"'


@pytest.mark.parametrize(
    ("number", "shown"), [(MOST_FAULTS, MOST_FAULTS), (MOST_FAULTS + 1, MOST_FAULTS + 1)]
)
def test_very_many_faults_end_with_a_word_on_the_rest(number: int, shown: int) -> None:
    """As many faults as are shown are shown; where there are more, the last line says so."""
    record = {"id": "A", "title": "a", "kind": "law", "supports": ["quux"] * number}
    lines = told({"state": "Norland", "evidence": [record]})
    assert len(lines) == shown
    cut = "p.toml: only the first 500 faults are shown; mend these first"
    assert (lines[-1] == cut) is (number > MOST_FAULTS)
