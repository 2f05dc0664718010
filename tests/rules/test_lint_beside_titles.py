"""What the lint sees where titles and ids alone would look well."""

from obligraph.rules.catalogue import Catalogue
from obligraph.rules.lint import lint
from tests.engine import builders as build


def told(rules: Catalogue, rule: str) -> list[tuple[str, str]]:
    """Where one rule speaks, and what it says."""
    return [(remark.place, remark.what) for remark in lint(rules) if remark.rule == rule]


def test_measures_of_other_titles_that_ask_the_same_are_named() -> None:
    """Two measures with one guiding question can be shown by the same record, whatever their titles say."""
    asked = {"question": "Is each ship searched?"}
    ports = build.measure("harbour-watch", title="Watch at harbours", expects="A log of searches.", **asked)
    ships = build.measure("hold-search", title="Search of cargo holds", expects="A search order.", **asked)
    rules = build.catalogue([build.obligation(1, {"all": ["harbour-watch", "hold-search"]})], [ports, ships])
    assert told(rules, "measures-alike") == [
        ("harbour-watch", "asks for the same evidence as 'hold-search'"),
    ]


def test_a_force_that_the_named_row_does_not_give_is_told_with_the_row() -> None:
    """A row of the force table that gives another force than the obligation has is named with its own."""
    soft = build.obligation(1, "law", force="encouraged", force_rule="council-decides")
    assert told(build.catalogue([soft], ["law"]), "force-unfounded") == [
        ("code.1.1", "is encouraged, but row 'council-decides' gives binding"),
    ]


def test_a_watcher_that_limits_nothing_is_named() -> None:
    """What watches over a measure is a safeguard; one that is not marked as such is told by both ids."""
    watched = build.measure("watch-list", watched_by=["appeals"], question="Is there a list?")
    appeals = build.measure("appeals", expects="a court's rules", question="Can a person appeal?")
    rules = build.catalogue([build.obligation(1, "watch-list")], [watched, appeals])
    assert told(rules, "safeguard-unmarked") == [
        ("watch-list", "is watched by 'appeals', which is not marked as a safeguard"),
    ]
