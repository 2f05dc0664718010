"""The lint: each rule speaks where it should, and only there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from obligraph.rules.catalogue import Catalogue
from obligraph.rules.lint import RULES, Remark, lint
from obligraph.rules.model import Instrument, Measure, NoDuty, Obligation, Relation, Theme


def instrument(**fields: Any) -> Instrument:
    """A resolution of our own."""
    data: dict[str, Any] = {"id": "code", "symbol": "CODE 1 (2020)", "title": "A code", "kind": "resolution"}
    return Instrument.model_validate(data | {"issuer": "security_council"} | fields)


def measure(name: str, title: str, **fields: Any) -> Measure:
    """A formal measure."""
    data: dict[str, Any] = {
        "id": name,
        "title": title,
        "theme": "borders",
        "axis": "formal",
        "stage": "upstream",
    }
    data |= {"accepts": ["law"], "expects": f"The text on {title}.", "question": f"Is there {title}?"}
    return Measure.model_validate(data | {"effort": 1, "effort_basis": "an order"} | fields)


def obligation(ordinal: int = 1, **fields: Any) -> Obligation:
    """A binding obligation of States in paragraph 1, asking for the first measure."""
    data: dict[str, Any] = {
        "instrument": "code",
        "paragraph": "1",
        "ordinal": ordinal,
        "title": f"Clause {ordinal}",
    }
    data |= {"summary": "Asks for something.", "verb": "decides", "force": "binding"}
    data |= {"force_rule": "council-decides", "bearers": ["member_states"], "needs": "harbour-law"}
    return Obligation.model_validate(data | {"themes": ["borders"]} | fields)


def relation(edge: str, source: str, target: str) -> Relation:
    """A relation between two entries."""
    data = {"type": edge, "source": source, "target": target, "reason": "so it is", "basis": "method"}
    return Relation.model_validate(data)


HARBOURS = measure("harbour-law", "A law on harbours")


def catalogue(
    *obligations: Obligation,
    measures: tuple[Measure, ...] = (HARBOURS,),
    relations: tuple[Relation, ...] = (),
    no_duty: tuple[NoDuty, ...] = (),
    head: Instrument | None = None,
) -> Catalogue:
    """A catalogue of one instrument."""
    return Catalogue(
        instruments={"code": head or instrument()},
        obligations={each.id: each for each in obligations or (obligation(),)},
        measures={each.id: each for each in measures},
        relations=relations,
        themes={"borders": Theme(id="borders", title="Borders")},
        attributes={},
        no_duty={"code": no_duty},
    )


def test_a_sound_catalogue_is_clean() -> None:
    """Where nothing is amiss, nothing is said."""
    assert lint(catalogue()) == ()


CALLED: dict[str, Any] = {"verb": "urges", "force": "called_upon", "force_rule": "calls"}
GREEN = measure("dyke-law", "A law on dykes", safeguard=True)

CASES: dict[str, tuple[Catalogue, str]] = {
    "need-missing": (catalogue(obligation(), obligation(2, needs=None)), "code.1.2"),
    "measure-unused": (catalogue(measures=(HARBOURS, measure("dyke-law", "A law on dykes"))), "dyke-law"),
    "measures-alike": (
        catalogue(
            obligation(needs={"all": ["harbour-law", "harbours-law"]}),
            measures=(HARBOURS, measure("harbours-law", "Laws on the harbour")),
        ),
        "harbour-law",
    ),
    "soft-ground": (
        catalogue(
            obligation(),
            obligation(2, **CALLED),
            relations=(relation("presupposes", "code.1.1", "code.1.2"),),
        ),
        "code.1.1",
    ),
    "principle-alone": (catalogue(head=instrument(kind="principles")), "code.1.1"),
    "unknown-citation": (catalogue(obligation(cites=["S/RES/9999"])), "code.1.1"),
    "force-unfounded": (catalogue(obligation(force_rule="no-such-row")), "code.1.1"),
    "restated-alone": (
        catalogue(obligation(restated=True, verb="recalls", force_rule="restated-duty", cites=["CODE 1"])),
        "code.1.1",
    ),
    "clause-skipped": (catalogue(obligation(), obligation(3)), "code paragraph 1"),
    "safeguard-unmarked": (
        catalogue(
            obligation(safeguards=["dyke-law"]),
            measures=(HARBOURS, measure("dyke-law", "A law on dykes")),
        ),
        "code.1.1",
    ),
    "double-asked": (
        catalogue(
            obligation(needs={"all": ["harbour-law", "dyke-law"]}, safeguards=["dyke-law"]),
            measures=(HARBOURS, GREEN),
        ),
        "code.1.1",
    ),
    "practice-ageless": (
        catalogue(measures=(measure("harbour-law", "Patrols", axis="practice"),)),
        "harbour-law",
    ),
    "key-not-binding": (catalogue(obligation(key="because", **CALLED)), "code.1.1"),
    "title-twice": (catalogue(obligation(), obligation(2, title="Clause 1")), "code.1.1"),
}
"""For every rule a catalogue in which it speaks, and the place."""


@pytest.mark.parametrize("rule", CASES)
def test_each_rule_speaks_alone_where_it_should(rule: str) -> None:
    """The one thing amiss is remarked on, at its place, with a way out, and nothing else is."""
    subject, place = CASES[rule]
    remarks = lint(subject)
    assert {remark.rule for remark in remarks} == {rule}
    assert place in {remark.place for remark in remarks}
    assert all(remark.what and remark.way_out for remark in remarks)


def test_every_rule_has_a_case() -> None:
    """No rule is left untried."""
    assert set(CASES) == {rule.id for rule in RULES}


def test_a_safeguard_that_only_watches_is_not_unused() -> None:
    """A measure that watches over another is of use without an obligation that names it."""
    watched = measure("harbour-law", "A law on harbours", watched_by=["dyke-law"])
    assert lint(catalogue(measures=(watched, GREEN))) == ()


def test_the_same_subject_on_paper_and_in_practice_is_not_alike() -> None:
    """A measure on paper and its counterpart in practice may bear nearly the same title."""
    practice = measure("harbour-work", "Law on harbours", axis="practice", max_age=12)
    both = obligation(needs={"all": ["harbour-law", "harbour-work"]})
    assert lint(catalogue(both, measures=(HARBOURS, practice))) == ()


def test_a_greeting_fills_its_place_among_the_clauses() -> None:
    """A clause without a duty counts, so that the next one is not taken for a jump."""
    greeting = NoDuty(paragraph="1", ordinal=1, reason="greets")
    assert lint(catalogue(obligation(2), no_duty=(greeting,))) == ()


SOURCE = "Decides that all islands shall keep a watch over every harbour and jetty, by day and by night"


def test_words_of_the_source_are_found_whatever_the_punctuation() -> None:
    """Eight words in a row from the document are remarked on, in titles, summaries and reasons."""
    own = obligation(summary="Islands shall keep - a watch: over EVERY harbour.")
    assert [remark.rule for remark in lint(catalogue(own), {"code": SOURCE})] == ["borrowed-words"]
    greeting = NoDuty(paragraph="2", reason="a watch over every harbour and jetty by day")
    (remark,) = lint(catalogue(no_duty=(greeting,)), {"code": SOURCE})
    assert remark.place == "code paragraph 2 clause 1"


def test_seven_words_in_a_row_are_not_a_repetition() -> None:
    """A short formula in common with the document is let be."""
    own = obligation(summary="A watch over every harbour and jetty.")
    assert lint(catalogue(own), {"code": SOURCE}) == ()


def test_remarks_come_in_the_same_order_whatever_the_order_of_the_catalogue() -> None:
    """Obligations and measures in another order give the same remarks."""
    rows = (obligation(), obligation(2, needs=None), obligation(4, needs=None))
    extra = (HARBOURS, measure("dyke-law", "A law on dykes"), measure("quay-law", "A law on quays"))
    forward: tuple[Remark, ...] = lint(catalogue(*rows, measures=extra))
    assert forward == lint(catalogue(*rows[::-1], measures=extra[::-1]))
    assert len(forward) == 5


def test_every_rule_has_a_line_in_the_docs() -> None:
    """docs/catalogue.md has a row for each rule, and for no other."""
    page = (Path(__file__).parents[2] / "docs" / "catalogue.md").read_text(encoding="utf-8")
    section = page.split("## Lint")[1].split("## Limits")[0]
    rows = set(re.findall(r"^\| `([a-z-]+)` \|", section, re.MULTILINE))
    assert rows == {*(rule.id for rule in RULES), "borrowed-words"}
