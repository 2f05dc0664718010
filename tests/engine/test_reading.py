"""Reading and writing profiles: every fault at once, each with its place, and nothing lost."""

import datetime as dt
import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligraph.engine.profile import Profile
from obligraph.engine.reading import KINDS_MEANT, load_profile, read_profile
from obligraph.engine.writing import dump_profile
from obligraph.errors import InputError
from obligraph.plain import parse_json, parse_toml
from tests.engine import builders as build
from tests.engine.strategies import profiles

RULES = build.catalogue([build.obligation(1, "pnr-law")], ["pnr-law", "watch-list"])
TODAY = dt.date(2026, 7, 1)

SOUND = """
state = "Norland"
country = "NO"
last_assessed = 2025-05-01

[attributes]
has_land_borders = true

[[evidence]]
id = "A"
title = "Passenger Data Act"
kind = "law"
supports = ["pnr-law", { measure = "watch-list", extent = "partial", shortfall = "no court review" }]
collected = 2026-01-15
locator = { article = "5.10", page = "3" }
"""


def faults(text: str, name: str = "profile.toml") -> list[str]:
    """The messages of all faults of a profile, without the name of the file."""
    data = parse_json(text, name) if name.endswith("json") else parse_toml(text, name)
    with pytest.raises(InputError) as caught:
        read_profile(data, name, RULES, TODAY)
    return [str(fault).removeprefix(f"{name}: ") for fault in caught.value.faults]


def sound_and(text: str) -> str:
    """The sound profile with more entries."""
    return SOUND + text


def record(**fields: str) -> str:
    """A sound record of the given id with some fields written otherwise."""
    lines = {"id": '"B"', "title": '"b"', "kind": '"law"', "supports": '["pnr-law"]'} | fields
    return "\n[[evidence]]\n" + "\n".join(f"{name} = {text}" for name, text in lines.items()) + "\n"


def test_a_sound_profile_is_read(tmp_path: Path) -> None:
    """Every field arrives as it was written: the code NO as text, article 5.10 with its nought."""
    path = tmp_path / "profile.toml"
    path.write_text(SOUND, encoding="utf-8")
    found = load_profile(path, RULES, TODAY)
    assert (found.country, found.evidence[0].locator.article) == ("NO", "5.10")
    assert found.evidence[0].supports[1].shortfall == "no court review"


def test_json_says_the_same(tmp_path: Path) -> None:
    """A profile as JSON is the same value as the one in TOML."""
    data = parse_toml(SOUND, "x")
    path = tmp_path / "profile.json"
    path.write_text(json.dumps(data, default=str), encoding="utf-8")
    assert load_profile(path, RULES, TODAY) == read_profile(data, "x", RULES, TODAY)


@pytest.mark.parametrize("text", ['{"state": "Norland"}', 'state = "Norland"'])
def test_standard_input_is_read_by_what_it_looks_like(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """For `-` a brace at the start means JSON, anything else TOML."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert load_profile("-") == Profile(state="Norland")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            {"supports": '["pnr-lwa"]'},
            "evidence[1].supports[0].measure: 'pnr-lwa' is not a measure of the catalogue (pnr-law)",
        ),
        (
            {"supports": '["PNR Law"]'},
            "evidence[1].supports[0].measure: 'PNR Law' is not a measure of the catalogue (pnr-law)",
        ),
        (
            {"collected": "2027-01-01"},
            "evidence[1].collected: 2027-01-01 lies in the future; today is 2026-07-01",
        ),
        (
            {"collected": "2026"},
            "evidence[1].collected: 2026 is not a date; write it as year-month-day, such as 2024-05-31",
        ),
        (
            {"id": '"A"'},
            "evidence[1].id: 'A' is the id of evidence[0] too; give each record an id of its own",
        ),
        (
            {"supersedes": '["a"]'},
            "evidence[1].supersedes: 'a' is not the id of a piece of evidence (A)",
        ),
        (
            {"supersedes": '["B"]'},
            "evidence: supersedes: goes round in a circle: B -> B; drop one of these",
        ),
        ({"title": "12"}, 'evidence[1].title: 12 is not text; write it in quotes: "12"'),
        (
            {"locator": "{ article = 5.10 }"},
            'evidence[1].locator.article: 5.10 is not text; write it in quotes: "5.10"',
        ),
        (
            {"supports": '"pnr-law"'},
            "evidence[1].supports: 'pnr-law' is not a list; write it in square brackets",
        ),
        (
            {"suports": "[]"},
            "evidence[1].suports: is not a field of this table (supports); "
            "check its spelling or leave it out",
        ),
        ({"supports": "[]"}, "evidence[1]: speaks to no measure; give supports or contradicts"),
    ],
)
def test_each_fault_names_its_place_and_the_way_out(fields: dict[str, str], message: str) -> None:
    """One fault, one message: where, what, what would do, and what to do."""
    assert faults(sound_and(record(**fields))) == [message]


def test_a_kind_that_is_none_says_which_is_meant() -> None:
    """A statute is a law, and the message says so after all kinds."""
    (message,) = faults(sound_and(record(kind='"statute"')))
    assert message.startswith("evidence[1].kind: 'statute' is not a kind (law, regulation, policy, ")
    assert message.endswith("; a statute is a law")


@pytest.mark.parametrize("word", sorted(KINDS_MEANT))
def test_every_word_for_a_kind_is_none_itself(word: str) -> None:
    """Each word that people write leads to its kind, with the right article."""
    (message,) = faults(sound_and(record(kind=f'"{word.title()}s"')))
    article = "an" if KINDS_MEANT[word][0] in "aeiou" else "a"
    assert message.endswith(f" is {article} {KINDS_MEANT[word]}")


def test_the_country_code_no_is_explained() -> None:
    """A code read as false asks for quotes; a name in its place asks for a code."""
    assert faults('{"state": "x", "country": false}', "p.json") == [
        'country: false is not a country code; write it in quotes: "NO"'
    ]
    assert faults('state = "x"\ncountry = "Norland"') == [
        "country: 'Norland' is not a country code; two or three capital letters"
    ]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"supports": "[]"}, "speaks to no measure; give supports or contradicts"),
        (
            {"effective_from": "2024-05-01", "effective_to": "2024-04-30"},
            "effective_to (2024-04-30) lies before effective_from",
        ),
        (
            {"contradicts": '[{ measure = "watch-list", extent = "partial", shortfall = "x" }]'},
            "contradicts: a shortfall belongs to support; say in the note what contradicts",
        ),
        (
            {"supports": '[{ measure = "watch-list", shortfall = "x" }]'},
            "supports: a shortfall goes with extent = 'partial'",
        ),
    ],
)
def test_a_record_that_contradicts_itself_is_refused(fields: dict[str, str], said: str) -> None:
    """What a record says of itself must go together, else it is refused in words."""
    assert faults(sound_and(record(**fields))) == [f"evidence[1]: {said}"]


def test_entries_of_a_wrong_type_do_not_hide_other_faults() -> None:
    """Lists, tables and names that are none are told, beside an unknown measure further on."""
    text = """
state = "Norland"
comments = ["hm"]
evidence = [5, { id = "B", title = "b", kind = "law", supports = "pnr-law", contradicts = [5, "pnr-lw"] }]
resolutions = [{ measure = 5 }]
lessons = [{ id = "L", title = "l", learnt_from = 5, improves = 5, date = 2024-01-01 }]
"""
    places = {message.partition(": ")[0] for message in faults(text)}
    assert {
        "comments[0]",
        "evidence[0]",
        "evidence[1].supports",
        "evidence[1].contradicts[1].measure",
        "resolutions[0].measure",
        "lessons[0].learnt_from",
        "lessons[0].improves",
    } <= places


@pytest.mark.parametrize("value", ['"yes"', "1", "0", '"true"'])
def test_an_attribute_is_true_or_false_and_nothing_like_it(value: str) -> None:
    """No word or number is taken for a truth value in silence."""
    text = SOUND.replace("has_land_borders = true", f"has_land_borders = {value}")
    assert faults(text) == [
        f"attributes.has_land_borders: {value.replace(chr(34), chr(39))} is neither true nor false"
    ]


def test_two_resolutions_of_one_day_are_refused() -> None:
    """Two decisions on one measure on one day leave open which of them stands."""
    made = (
        '\n[[resolutions]]\nmeasure = "pnr-law"\nvalue = "met"\nconsidered = ["A"]\n'
        'assessor = "A. Assessor"\ndate = 2026-01-01\nreason = "weighed"\n'
    )
    assert faults(sound_and(made * 2)) == [
        "resolutions[1]: resolutions[0] settles the same measure on the same day; keep one of the two"
    ]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("p.yaml", "country: NO", "it takes the country code NO for false"),
        ("p.xlsx", "x", "a .xlsx file is not a profile (.toml, .json)"),
        ("p.toml", " ", "is empty"),
        ("p.toml", "country = NO", "text, such as the country code NO, stands in quotes"),
        ("p.json", "{", "is not JSON"),
        ("p.json", '{"state": "x", "state": "y"}', "the key 'state' is given twice"),
        ("p.json", "[]", "is not a table of fields"),
        ("p.json", '{"catalogue": "x", "caveat": "y", "gaps": []}', "is a result that Obligraph wrote"),
        (
            "p.json",
            '{"state": "x", "evidence": 5}',
            "evidence: is not a list; each entry stands under [[evid",
        ),
    ],
)
def test_what_is_no_profile_says_why(tmp_path: Path, name: str, content: str, words: str) -> None:
    """A file of another sort, an empty one and a broken one each have one clear message."""
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_profile(path)
    assert words in str(caught.value)
    assert len(caught.value.faults) == 1


def test_a_missing_file_names_its_neighbours(tmp_path: Path) -> None:
    """A mistyped name is answered with the file that stands beside it."""
    (tmp_path / "profile.toml").write_text(SOUND, encoding="utf-8")
    with pytest.raises(InputError, match=r"there is no such file \(profile.toml\)"):
        load_profile(tmp_path / "profil.toml")


WRITTEN = st.characters(exclude_categories=("Cc", "Cs", "Cn"), include_characters="\t\n")
"""What a text may hold: control characters and halves of characters are refused."""


@given(profiles(), st.text(WRITTEN, min_size=1).map(str.strip).filter(bool))
def test_writing_and_reading_lose_nothing(profile: Profile, note: str) -> None:
    """A profile written as TOML reads back as itself, whatever its texts hold, and the same each time."""
    noted = tuple(record.model_copy(update={"note": note}) for record in profile.evidence)
    whole = profile.model_copy(update={"evidence": noted, "state": note[:2000].strip()})
    text = dump_profile(whole)
    assert Profile.model_validate(parse_toml(text, "x")) == whole
    assert dump_profile(whole) == text
