"""The slots of a clause: qualifiers, safeguards, citations, deadlines, Chapter VII."""

import datetime as dt

import pytest

from obligraph.extract.clause import Clause
from tests.extract.reading_help import RESOLUTION, read_clauses, resolution


def one(words: str) -> Clause:
    """The only clause of one operative paragraph."""
    (clause,) = read_clauses(resolution(words))
    return clause


def test_safeguards_are_told_from_other_qualifiers() -> None:
    """A limit for the sake of rights is a safeguard; any other is a qualifier; each keeps its place."""
    document = resolution(
        "Calls upon States to search barns, as appropriate, in accordance "
        "with domestic law, with full respect for human rights;"
    )
    (clause,) = read_clauses(document)
    assert [q.text for q in clause.qualifiers] == ["as appropriate", "in accordance with domestic law"]
    assert [s.text for s in clause.safeguards] == ["with full respect for human rights"]
    for quote in (*clause.qualifiers, *clause.safeguards):
        assert document.text[slice(*quote.span)] == quote.text


@pytest.mark.parametrize(
    ("words", "limits"),
    [
        ("search barns, subject to the law of the land", ["subject to the law of the land"]),
        ("search barns, pursuant to resolution 9901 (2030)", ["pursuant to resolution 9901 (2030)"]),
        ("lock barns in strict compliance with the law", ["in strict compliance with the law"]),
        ("tell the panel established pursuant to resolution 9901 (2030)", []),
        ("watch goods subject to the measures of paragraph 3", []),
        ("ensure compliance with the law", []),
        ("report with respect to barns", []),
        ("share news in respect of barns", []),
        ("go on, taking into account old counts in order to save seed", ["taking into account old counts"]),
    ],
)
def test_a_limit_is_told_from_words_that_tell_what_is_meant(words: str, limits: list[str]) -> None:
    """A limit says how to act; words that tell which thing is meant, or what for, are none."""
    assert [quote.text for quote in one(f"Urges States to {words};").qualifiers] == limits


@pytest.mark.parametrize(
    ("words", "cites"),
    [
        ("resolution 2178 (2014)", ["S/RES/2178"]),
        ("resolutions 1267 (1999), 1989 (2011) and 2253 (2015)", ["S/RES/1267", "S/RES/1989", "S/RES/2253"]),
        ("paragraph 9 of resolution 2178 (2014)", ["S/RES/2178 para 9"]),
        ("paragraph 2 (a) of resolution 2253 (2015)", ["S/RES/2253 para 2(a)"]),
        ("General Assembly resolution 60/288", ["A/RES/60/288"]),
        ("S/PRST/2015/11", ["S/PRST/2015/11"]),
        ("paragraph 47 above", ["S/RES/9902 para 47"]),
        ("guiding principle 25", ["GP 25"]),
        ("Annex 9 to the Convention", ["ICAO Annex 9"]),
        ("Article 41 of the Charter", ["UN Charter Article 41"]),
        ("resolution 47 (1948)", ["S/RES/47"]),
        ("paragraphs 12 and 13 (a) above", ["S/RES/9902 para 12", "S/RES/9902 para 13(a)"]),
        ("paragraph 12 and 13 barns", ["S/RES/9902 para 12"]),
        ("paragraphs 12 and 13 of resolution 2178 (2014)", ["S/RES/2178 para 12", "S/RES/2178 para 13"]),
        ("the Geneva Conventions of 1949", ["Geneva Conventions"]),
        ("the Universal Declaration of Human Rights", ["Universal Declaration of Human Rights"]),
        ("the Arms Trade Treaty and the Rome Statute", ["Arms Trade Treaty", "Rome Statute"]),
        (
            "the Convention on Dry Seed, the Geneva Conventions",
            ["Convention on Dry Seed", "Geneva Conventions"],
        ),
        ("the Convention Against Mould", ["Convention Against Mould"]),
        ("this Convention for the State Party that keeps seed", []),
    ],
)
def test_citations_are_normalised(words: str, cites: list[str]) -> None:
    """What a clause names is given in one form, whatever form the text uses."""
    assert [cite.text for cite in one(f"Urges States to heed {words};").cites] == cites


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("by 30 March 2032", dt.date(2032, 3, 30)),
        ("by June 2032", dt.date(2032, 6, 30)),
        ("before June 2032", dt.date(2032, 6, 1)),
        ("by the end of 2032", dt.date(2032, 12, 31)),
        ("within 90 days of the adoption of this resolution", dt.date(2031, 9, 1)),
        ("no later than six months from the date of adoption of this resolution", dt.date(2031, 12, 3)),
        ("within 60 days", None),
        ("by 2035", dt.date(2035, 12, 31)),
        ("by August 17 2032", dt.date(2032, 8, 17)),
        ("within seventy-two hours of the adoption of this resolution", dt.date(2031, 6, 6)),
        ("on barns built before 5 May 2030, by 6 July 2032", dt.date(2032, 7, 6)),
    ],
)
def test_deadlines_become_dates_where_they_can(words: str, day: dt.date | None) -> None:
    """A deadline counted from adoption, or given by the calendar, becomes a day; any other stays in words."""
    deadline = one(f"Urges States to report {words};").deadline
    assert deadline is not None
    assert deadline.date == day


@pytest.mark.parametrize(
    "words", ["in writing", "on barns built before 5 May 2030", "every 90 days", "as told by 2010 (2031)"]
)
def test_no_deadline_no_date(words: str) -> None:
    """A clause without a time has no deadline, nor one that only tells of a time before its adoption."""
    assert one(f"Urges States to report {words};").deadline is None


def test_chapter_vii_of_the_document_and_of_a_paragraph() -> None:
    """Chapter VII holds for all when it ends the preamble, and for one paragraph when invoked inside it."""
    preamble = RESOLUTION + "Acting under Chapter VII of the Charter,\n\n"
    (whole,) = read_clauses(resolution("Urges States to dry seed;", preamble=preamble))
    single, other = read_clauses(
        resolution(
            "Decides, acting under Article 41 of Chapter VII of the Charter, that States shall dry seed;",
            "Urges States to rest;",
        )
    )
    assert (whole.chapter_vii, single.chapter_vii, other.chapter_vii) == ("document", "paragraph", "none")
