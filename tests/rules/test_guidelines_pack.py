"""The packs of the technical guidelines of 2022 and of the resolution that they serve."""

from __future__ import annotations

import pytest

from obligraph.rules.catalogue import Catalogue
from obligraph.rules.need import measures as measures_of
from obligraph.rules.packs import load_catalogue
from obligraph.rules.words import Actor, Force, Stage
from tests.rules import pack_checks as checks

SUBMODULES = {"1": "ied-components", "2": "uas", "3": "salw"}
MOST_WORDS = 45


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The catalogue that comes with the program."""
    return load_catalogue()


def test_no_guideline_binds(catalogue: Catalogue) -> None:
    """The guidelines are not binding: no row of theirs is stronger than a recommendation."""
    forces = {each.force for each in checks.of(catalogue, "guidelines2370")}
    assert forces <= {Force.RECOMMENDED, Force.CONSIDER}


def test_what_is_read_from_a_heading_is_only_for_consideration(catalogue: Catalogue) -> None:
    """Rows of the sub-modules are our reading of a heading: they say so and have the weakest force."""
    for each in checks.of(catalogue, "guidelines2370"):
        if each.paragraph[0] in SUBMODULES:
            assert each.force is Force.CONSIDER
            assert "Our reading" in each.summary


def test_rows_stand_under_their_submodule(catalogue: Catalogue) -> None:
    """The number of a row and its theme name the same sub-module, and the general rows name all three."""
    for each in checks.of(catalogue, "guidelines2370"):
        named = set(each.themes) & set(SUBMODULES.values())
        number = each.paragraph[0]
        assert named == ({SUBMODULES[number]} if number in SUBMODULES else set(SUBMODULES.values()))


@pytest.mark.parametrize("number", SUBMODULES)
def test_each_submodule_has_both_stages(catalogue: Catalogue, number: str) -> None:
    """Rows under (a) need upstream measures alone, rows under (b) downstream measures alone."""
    for letter, stage in (("a", Stage.UPSTREAM), ("b", Stage.DOWNSTREAM)):
        rows = [
            each
            for each in checks.of(catalogue, "guidelines2370")
            if each.paragraph == f"{number}({letter})" and each.needs
        ]
        stages = {catalogue.measures[m].stage for each in rows if each.needs for m in measures_of(each.needs)}
        assert stages == {stage}


def test_every_item_of_principle_52_has_a_guideline(catalogue: Catalogue) -> None:
    """The guidelines elaborate each item of principle 52."""
    targets = {edge.target for edge in checks.elaborations(catalogue, "guidelines2370")}
    items = {each.id for each in checks.of(catalogue, "madrid") if each.paragraph.startswith("52")}
    assert items <= targets


def test_every_elaboration_leads_to_an_obligation_and_is_inferred(catalogue: Catalogue) -> None:
    """The summary names no obligation: what its rows elaborate is our inference, and leads to one."""
    edges = checks.elaborations(catalogue, "guidelines2370")
    assert {edge.source for edge in edges} == {each.id for each in checks.of(catalogue, "guidelines2370")}
    for edge in edges:
        assert edge.target in catalogue.obligations
        assert edge.status == "inferred"


@pytest.mark.parametrize("instrument", ["guidelines2370", "sres2370"])
def test_forces_come_from_the_table(catalogue: Catalogue, instrument: str) -> None:
    """Every obligation names a row of the force table that gives the force it has."""
    assert checks.misruled(catalogue, instrument) == ()


def test_every_paragraph_of_the_resolution_is_covered(catalogue: Catalogue) -> None:
    """All twenty operative paragraphs have a clause, with a duty or without."""
    texts = [each.paragraph for each in checks.of(catalogue, "sres2370")]
    texts += [row.paragraph for row in catalogue.no_duty["sres2370"]]
    assert {int(text.partition("(")[0]) for text in texts} == set(range(1, 21))


def test_the_resolution_binds_states_where_it_repeats_decisions(catalogue: Catalogue) -> None:
    """Its only binding duties of States are the two that it repeats from elsewhere."""
    binding = {
        each.id: each.restated
        for each in checks.of(catalogue, "sres2370")
        if each.force is Force.BINDING and Actor.MEMBER_STATES in each.bearers
    }
    assert binding == {"sres2370.1.1": True, "sres2370.11.1": True}


@pytest.mark.parametrize("instrument", ["guidelines2370", "sres2370"])
def test_summaries_are_short(catalogue: Catalogue, instrument: str) -> None:
    """No summary is longer than a reader needs."""
    long = [each.id for each in checks.of(catalogue, instrument) if len(each.summary.split()) > MOST_WORDS]
    assert long == []


@pytest.mark.shared
@pytest.mark.parametrize(
    ("instrument", "document"),
    [
        ("guidelines2370", "sources/technical_guidelines_2370.txt"),
        ("sres2370", "corpus/security_council/S_RES_2370.txt"),
    ],
)
def test_words_are_our_own(catalogue: Catalogue, instrument: str, document: str) -> None:
    """No title, summary or reason repeats eight words in a row of the source."""
    assert checks.borrowed(catalogue, instrument, document, 8) == ()
