"""The pack of the Madrid Guiding Principles and their Addendum."""

from __future__ import annotations

import re

import pytest

from obligraph.rules.catalogue import Catalogue
from obligraph.rules.citing import Citations
from obligraph.rules.packs import load_catalogue
from obligraph.rules.words import Actor, EdgeType, Force
from tests.rules import pack_checks as checks

MOST_WORDS = 45
"""The longest summary that is still one."""

LEGIBLE_ITEMS = {
    "17": "abcde",
    "21": "abcdefghi",
    "36": "abcd",
    "38": "abcdefghi",
    "39": "abcde",
    "40": "abcdef",
}
LEGIBLE_ITEMS |= {"43": "abcd", "44": "abcd", "47": "abcde", "51": "abcdef", "52": "abcdefg"}
"""The lettered items that can be read in the damaged source, counted by hand."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The catalogue that comes with the program."""
    return load_catalogue()


def test_every_principle_is_present_or_listed_absent(catalogue: Catalogue) -> None:
    """Each number from 1 to 52 has an obligation, or a row that says how it was lost."""
    texts = [each.paragraph for each in checks.of(catalogue, "madrid")]
    texts += [row.paragraph for row in catalogue.absent["madrid"]]
    numbers = {int(re.match(r"\d+", text)[0]) for text in texts if "-" not in text}  # type: ignore[index]
    assert numbers == set(range(1, 53))


def test_every_legible_item_is_an_obligation(catalogue: Catalogue) -> None:
    """Each lettered item that can be read has its row, and no item that cannot be read has one."""
    read = {f"{number}({letter})" for number, letters in LEGIBLE_ITEMS.items() for letter in letters}
    found = {each.paragraph for each in checks.of(catalogue, "madrid") if "(" in each.paragraph}
    assert found == read


def test_nothing_is_made_of_a_lost_principle(catalogue: Catalogue) -> None:
    """A provision listed absent has no obligation, save one of which the beginning or a part is left."""
    partly = {"33", "36", "39", "44", "51"}
    lost = {row.paragraph for row in catalogue.absent["madrid"]} - partly
    for each in checks.of(catalogue, "madrid"):
        assert not lost & {each.paragraph, each.paragraph.partition("(")[0]}, each.id


def test_absent_rows_say_what_is_left(catalogue: Catalogue) -> None:
    """The fragments of principles 37 and 45 are told apart from those of which no trace is left."""
    reasons = {row.paragraph: row.reason for row in catalogue.absent["madrid"]}
    assert "chapeau" in reasons["37"]
    assert "chapeau" in reasons["45"]
    assert "heading" in reasons["8"]
    assert reasons["10"].startswith("No trace")


@pytest.mark.parametrize(
    ("obligation", "force"),
    [
        ("madrid.17b.1", Force.CONSIDER),
        ("madrid.38a.1", Force.RECOMMENDED),
        ("madrid.39e.1", Force.CONSIDER),
        ("madrid.40c.1", Force.CONSIDER),
        ("madrid.40d.1", Force.RECOMMENDED),
        ("madrid.51e.1", Force.CONSIDER),
        ("madrid.52g.1", Force.RECOMMENDED),
    ],
)
def test_force_follows_the_modal(catalogue: Catalogue, obligation: str, force: Force) -> None:
    """An item has its chapeau's modal, unless it opens with a word of consideration itself."""
    assert catalogue.obligations[obligation].force is force


def test_forces_come_from_the_table(catalogue: Catalogue) -> None:
    """Every obligation names a row of the force table that gives the force it has."""
    assert checks.misruled(catalogue, "madrid") == ()


def test_states_bear_every_principle(catalogue: Catalogue) -> None:
    """The principles speak to States, and each names measures and themes."""
    for each in checks.of(catalogue, "madrid"):
        assert each.bearers == (Actor.MEMBER_STATES,)
        assert each.needs is not None


def test_every_principle_elaborates_an_obligation(catalogue: Catalogue) -> None:
    """Each item leads to obligations of a resolution, with a reason and where that is found."""
    edges = checks.elaborations(catalogue, "madrid")
    assert {edge.source for edge in edges} == {each.id for each in checks.of(catalogue, "madrid")}
    for edge in edges:
        assert catalogue.obligations[edge.target].instrument in {"sres2396", "sres2370"}


def test_no_relation_is_given_twice(catalogue: Catalogue) -> None:
    """Two nodes are joined once by a relation of one type."""
    pairs = [(edge.source, edge.target) for edge in checks.elaborations(catalogue, "madrid")]
    assert len(pairs) == len(set(pairs))


def test_a_duty_named_by_its_chapeau_is_stated(catalogue: Catalogue) -> None:
    """Principles 36 and 38 name the duty they carry out; their items say so and do not infer it."""
    edges = {(edge.source, edge.target): edge.status for edge in checks.elaborations(catalogue, "madrid")}
    assert edges["madrid.36c.1", "sres2396.12.1"] == "stated"
    assert edges["madrid.38i.1", "sres2396.15.1"] == "stated"
    assert edges["madrid.21a.1", "sres2396.2.1"] == "inferred"


def test_cut_off_clauses_say_so(catalogue: Catalogue) -> None:
    """A clause that the source breaks off is marked in its summary."""
    cut = {each.id for each in checks.of(catalogue, "madrid") if "breaks off" in each.summary}
    assert cut == {
        *("madrid.2.1", "madrid.2018-13.1", "madrid.36d.2", "madrid.39e.1", "madrid.44d.1", "madrid.51f.1"),
    }


def test_summaries_are_short(catalogue: Catalogue) -> None:
    """No summary is longer than a reader needs."""
    long = [each.id for each in checks.of(catalogue, "madrid") if len(each.summary.split()) > MOST_WORDS]
    assert long == []


def test_citations_lead_to_instruments(catalogue: Catalogue) -> None:
    """Every instrument that a footnote names is in the catalogue; a lost principle leads to the document."""
    citations = Citations(catalogue)
    for each in checks.of(catalogue, "madrid"):
        for cite in each.cites:
            for target in citations.find(cite).targets:
                assert target in catalogue.instruments or target in catalogue.obligations, cite
    assert citations.find("GP 25").targets == ("madrid",)
    assert citations.find("S/2015/939").targets == citations.find("S/2018/1177").targets == ("madrid",)


def test_the_document_cites_what_it_serves(catalogue: Catalogue) -> None:
    """The document as a whole cites the resolutions that it is there to carry out."""
    cited = {r.target for r in catalogue.relations if r.type is EdgeType.CITES and r.source == "madrid"}
    assert {"sres1373", "sres1624", "sres2178", "sres2396", "sres2341", "sres2370"} <= cited


@pytest.mark.shared
def test_words_are_our_own(catalogue: Catalogue) -> None:
    """No title, summary or reason repeats eight words in a row of the source."""
    assert checks.borrowed(catalogue, "madrid", "sources/madrid_guiding_principles.txt", 8) == ()
