"""The profile to start from asks every question, and becomes a sound profile when it is filled in."""

from __future__ import annotations

import re
import tomllib

import pytest

from obligraph.engine.reading import read_profile
from obligraph.report.starter import starter
from obligraph.rules.packs import load_catalogue
from tests.report.assessed import AS_OF, view

CATALOGUE = load_catalogue()


def filled_in(text: str) -> str:
    """The starter as someone leaves it who has answered every question with a full record."""
    lines = []
    for line in text.splitlines():
        answer = line.removeprefix("# ") if line.startswith("# ") else line
        answer = re.sub(r'^title = ""', 'title = "A record"', answer)
        lines.append(re.sub(r"^(collected|effective_from) =.*", r"\1 = 2024-05-01", answer))
    return "\n".join(lines).replace('country = "XX"', 'country = "XT"')


def test_every_measure_is_asked_about() -> None:
    """The starter asks the guiding question of every measure once, under the title of its theme."""
    text = starter(CATALOGUE, "Testland")
    flat = " ".join(text.replace("##", "").split())
    for measure in CATALOGUE.measures.values():
        assert " ".join(measure.question.split()) in flat
        assert text.count(f'\n# supports = ["{measure.id}"]\n') == 1
    used = {measure.theme for measure in CATALOGUE.measures.values()}
    assert all(f" {CATALOGUE.themes[theme].title} =" in text for theme in used)


def test_it_can_be_read_as_it_is() -> None:
    """As it is written, the starter is a sound profile without evidence."""
    profile = read_profile(tomllib.loads(starter(CATALOGUE, "Île d'Or")), "state.toml", CATALOGUE, AS_OF)
    assert profile.state == "Île d'Or"
    assert profile.evidence == ()


def test_filled_in_it_is_sound_and_everything_counts() -> None:
    """Filled in with a full record for each measure, it is sound, and all obligations are met."""
    data = tomllib.loads(filled_in(starter(CATALOGUE, "Testland")))
    profile = read_profile(data, "state.toml", CATALOGUE, AS_OF)
    assert len(profile.evidence) == len(CATALOGUE.measures)
    found = view(profile).assessment
    assert {each.bounds.lo for each in found.determinations.values()} == {2}
    assert {each.rating.value for each in found.ratings.values()} == {"met"}


def test_a_record_left_unfinished_is_refused() -> None:
    """A table whose date was not filled in is no TOML, so that no example date is taken for a real one."""
    text = starter(CATALOGUE, "Testland").replace("# [[evidence]]", "[[evidence]]", 1)
    with pytest.raises(tomllib.TOMLDecodeError):
        tomllib.loads(re.sub(r"(?m)^# (id|title|kind|supports|effective_from|collected) ", r"\1 ", text))


def test_only_the_themes_asked_for() -> None:
    """With a theme named, the starter asks about its measures and no others."""
    text = starter(CATALOGUE, "Testland", ("passenger-data",))
    asked = set(re.findall(r'(?m)^# supports = \["(.+)"\]$', text))
    assert asked == {m.id for m in CATALOGUE.measures.values() if m.theme == "passenger-data"}


@pytest.mark.parametrize("theme", ["gender", "human-rights", "children", "assessment", "uas", "salw"])
def test_a_theme_asks_its_own_questions(theme: str) -> None:
    """A cross-cutting theme or a sub-module asked for by name brings questions of its own, and not all."""
    asked = starter(CATALOGUE, "Testland", (theme,)).count("\n# supports = ")
    assert 0 < asked < len(CATALOGUE.measures) / 4


def test_only_attributes_that_decide_something_are_asked() -> None:
    """The starter asks only what some obligation turns on, and when the State was last assessed."""
    text = starter(CATALOGUE, "Testland")
    decisive = {name for obligation in CATALOGUE.rated() for name in obligation.applies_if}
    assert {name for name in CATALOGUE.attributes if re.search(rf"(?m)^# {name} +=", text)} == decisive
    assert "\n# last_assessed = " in text
