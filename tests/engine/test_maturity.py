"""Maturity by measure, and upstream maturity beside downstream load."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings

from obligraph.engine.balance import Balance, balance, guideline_measures, submodules
from obligraph.engine.evaluation import evaluate
from obligraph.engine.maturity import ANSWER, LEVELS, NEXT, SHOWS, MeasureMaturity, maturity
from obligraph.engine.profile import Evidence, Profile, Status
from obligraph.engine.results import Assessment
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Instrument
from obligraph.rules.packs import Pack, assemble
from obligraph.rules.words import EvidenceKind
from tests.engine import builders as build
from tests.engine import strategies as some

RECORDS = ["practice", "training", "case", "statistic", "report"]


def rules() -> Catalogue:
    """Guidelines with one sub-module, `drones`, of two upstream and two downstream measures."""
    measures = [
        build.measure("supply-law"),
        build.measure("checks", axis="practice", accepts=RECORDS, max_age=24),
        build.measure("response", axis="practice", accepts=RECORDS, max_age=24, stage="downstream"),
        build.measure("repair", axis="practice", accepts=RECORDS, max_age=24, stage="downstream"),
        build.measure("elsewhere"),
    ]
    rows = [
        build.obligation(1, {"all": ["supply-law", "checks"]}, themes=["arms", "drones"]),
        build.obligation(2, {"all": ["response", "repair"]}, themes=["arms", "drones"]),
        build.obligation(3, "elsewhere", themes=["arms", "borders"]),
    ]
    themes = [{"id": name, "title": name.capitalize()} for name in ("arms", "drones", "borders")]
    return assemble(
        {
            "code.toml": Pack.model_validate(
                {
                    "instrument": Instrument.model_validate({**build.INSTRUMENT, "kind": "guidelines"}),
                    "obligations": tuple(rows),
                    "measures": tuple(measures),
                    "themes": themes,
                }
            )
        }
    )


RULES = rules()


def lesson(**fields: Any) -> dict[str, Any]:
    """A lesson of February 2026 from `response` to `supply-law`."""
    whole = {"id": "l1", "title": "A gap", "learnt_from": "response", "improves": ["supply-law"]}
    return {**whole, "date": "2026-02-01", **fields}


def assess(*items: Evidence, **fields: Any) -> Assessment:
    """The assessment of a fictional State."""
    return build.assess(RULES, *items, **fields)


def level(measure: str, *items: Evidence, **fields: Any) -> MeasureMaturity:
    """The maturity of one measure on the evidence given."""
    return next(each for each in maturity(assess(*items, **fields)) if each.measure == measure)


LAW = build.evidence("act", ["supply-law"])
NEW_LAW = build.evidence("act-2", ["supply-law"], effective_from="2026-03-01", supersedes=["act"])
FIGURES = build.evidence("figures", ["supply-law"], kind="statistic")


def test_without_evidence_there_is_nothing() -> None:
    """A measure of which no evidence speaks is at level 0, and the next step is named."""
    found = level("supply-law")
    assert (found.level, found.name, found.evidence) == (0, "nothing", ())
    assert found.next_step


@pytest.mark.parametrize(
    "fields", [{"status": "draft"}, {"effective_from": "2026-09-01"}], ids=["draft", "not yet in force"]
)
def test_what_is_planned_is_level_one(fields: dict[str, Any]) -> None:
    """A draft, or a text that takes effect later, shows a plan and nothing more."""
    found = level("supply-law", build.evidence("bill", ["supply-law"], **fields))
    assert (found.level, found.evidence) == (1, ("bill",))


@pytest.mark.parametrize("kind", EvidenceKind)
def test_each_kind_shows_its_level(kind: EvidenceKind) -> None:
    """Evidence of each kind, alone and in force, shows the level that the table names."""
    found = level("response", build.evidence("e", ["response"], kind=kind))
    assert found.level == SHOWS[kind]
    assert found.evidence == ("e",)


def test_a_report_on_paper_says_only_that_the_measure_is_there() -> None:
    """A report shows a formal measure to be defined, not to work."""
    assert level("supply-law", build.evidence("r", ["supply-law"], kind="report")).level == 2


def test_figures_alone_do_not_make_level_four() -> None:
    """A measure that is measured and not improved is at level 3."""
    assert level("supply-law", LAW, FIGURES).level == 3


def test_a_lesson_carried_out_and_figures_make_level_four() -> None:
    """Level 4 needs a measurement and a recorded improvement; both stand in the reason."""
    amended = build.evidence("act-2", ["supply-law"], effective_from="2026-03-01")
    found = level("supply-law", amended, FIGURES, lessons=[lesson(applied=["act-2"])])
    assert found.level == 4
    assert found.evidence == ("act-2", "figures")
    assert "lesson l1, carried out by act-2" in found.reason
    assert found.next_step == ""


@pytest.mark.parametrize(
    "fields",
    [
        {"applied": []},
        {"applied": ["act"]},
        {"applied": ["act-2"], "date": "2026-04-01"},
        {"applied": ["act-2"], "improves": ["checks"]},
    ],
    ids=["open", "older than the lesson", "lesson later than the act", "another measure"],
)
def test_a_lesson_not_carried_out_improves_nothing(fields: dict[str, Any]) -> None:
    """A lesson counts where later evidence on the same measure carries it out."""
    amended = build.evidence("act-2", ["supply-law"], effective_from="2026-03-01")
    assert level("supply-law", LAW, amended, FIGURES, lessons=[lesson(**fields)]).level == 3


def test_a_revision_is_an_improvement_and_new_figures_are_not() -> None:
    """A record that replaces an earlier one improves the measure, unless it only measures again."""
    assert level("supply-law", LAW, NEW_LAW, FIGURES).level == 4
    again = build.evidence("figures-2", ["supply-law"], kind="statistic", supersedes=["figures"])
    assert level("supply-law", LAW, FIGURES, again).level == 3


def test_old_practice_does_not_count_and_old_law_does() -> None:
    """What shows a measure at work grows old; a text in force does not."""
    old = {"effective_from": "2015-01-01", "collected": "2015-01-01"}
    assert level("response", build.evidence("drill", ["response"], kind="training", **old)).level == 0
    assert level("response", build.evidence("order", ["response"], kind="regulation", **old)).level == 2


def test_repealed_expired_and_replaced_records_do_not_count() -> None:
    """A record that is no longer in effect shows no level, not even a plan."""
    for fields in ({"status": "repealed"}, {"effective_to": "2025-01-01"}):
        assert level("supply-law", build.evidence("act", ["supply-law"], **fields)).level == 0
    later = build.evidence("note", ["elsewhere"], supersedes=["act"])
    assert level("supply-law", LAW, later).level == 0


def test_a_measure_that_is_not_whole_is_held_at_three() -> None:
    """A stated shortfall keeps a measure from level 4, and the record that states it is named."""
    part = build.evidence("visit", [build.partly("supply-law", "no rule for parts")], kind="law")
    found = level("supply-law", part, FIGURES, lessons=[lesson(applied=["visit"], date="2023-01-01")])
    assert found.level == 3
    assert "not whole (visit)" in found.reason


def test_a_measure_shown_not_to_be_there_keeps_only_its_plans() -> None:
    """Evidence that a measure is not there leaves a draft at level 1 and all else at 0."""
    gone = build.evidence("finding", contradicts=["supply-law"], kind="law")
    bill = build.evidence("bill", ["supply-law"], status="draft")
    assert level("supply-law", gone, FIGURES).level == 0
    held = level("supply-law", gone, FIGURES, bill)
    assert (held.level, held.evidence) == (1, ("bill", "finding"))
    assert "it is not there (finding)" in held.reason
    assert held.next_step == ANSWER


def test_conflicting_evidence_gives_no_level_above_a_plan() -> None:
    """Where counted evidence conflicts, no level is claimed until it is settled."""
    gone = build.evidence("finding", contradicts=["supply-law"], kind="law")
    found = level("supply-law", LAW, gone)
    assert found.level == 0
    assert found.reason == "no higher, since the evidence conflicts (act, finding)"
    settled = {"measure": "supply-law", "value": "met", "considered": ["act", "finding"]}
    settled |= {"assessor": "A. Desk", "date": "2026-05-01", "reason": "the finding was of another act"}
    assert level("supply-law", LAW, gone, resolutions=[settled]).level == 2


def test_evidence_of_another_kind_counts_against_a_level_as_it_counts_for_one() -> None:
    """A report, which no rating of this measure would rest on, holds its level down when it contradicts."""
    study = build.evidence("study", contradicts=["supply-law"], kind="report")
    assert level("supply-law", LAW, study).level == 0
    part = build.evidence("study", contradicts=[build.partly("supply-law")], kind="report")
    assert level("supply-law", LAW, NEW_LAW, FIGURES, part).level == 3


def test_lessons_are_named_beside_the_measures_they_should_improve() -> None:
    """A measure carries the lessons recorded by the date, open or not."""
    later = lesson(id="l2", date="2026-06-30")
    after = lesson(id="l3", date="2026-07-01")
    assert level("supply-law", lessons=[later, lesson(), after]).lessons == ("l1", "l2")


def the_balance(*items: Evidence, **fields: Any) -> Balance:
    """The balance of the one sub-module."""
    assessment = assess(*items, **fields)
    (found,) = balance(assessment, maturity(assessment))
    return found


def test_a_submodule_is_a_part_of_guidelines_with_both_stages() -> None:
    """Themes of the whole, or of one stage alone, are no sub-modules; measures stand in catalogue order."""
    assert dict(submodules(RULES)) == {"drones": ("supply-law", "checks", "response", "repair")}
    assert guideline_measures(RULES) == ("supply-law", "checks", "response", "repair", "elsewhere")


def test_upstream_maturity_stands_beside_downstream_load() -> None:
    """The balance shows both stages, the cases handled and the lessons learnt, open ones apart."""
    raid = build.evidence("raid", ["response"], kind="case")
    drill = build.evidence("drill", ["repair"], kind="training")
    found = the_balance(
        *(LAW, raid, drill, build.evidence("act-2", ["supply-law"], effective_from="2026-03-01")),
        lessons=[lesson(applied=["act-2"]), lesson(id="l2", learnt_from="repair", improves=["checks"])],
    )
    assert [each.measure for each in found.upstream] == ["supply-law", "checks"]
    assert [each.measure for each in found.downstream] == ["response", "repair"]
    assert [each.level for each in found.downstream] == [3, 3]
    assert found.cases == ("raid",)
    assert (found.lessons, found.open_lessons) == (("l1", "l2"), ("l2",))
    assert found.weakest == found.unheeded == ("checks",)


def test_drafts_and_other_kinds_are_no_cases() -> None:
    """Load counts cases in effect alone."""
    items = [
        build.evidence("drill", ["response"], kind="training"),
        build.evidence("old", ["response"], kind="case", effective_to="2025-12-31"),
        build.evidence("other", ["supply-law"], kind="case"),
    ]
    assert the_balance(*items).cases == ()


def test_every_level_has_a_name_and_a_next_step() -> None:
    """The tables cover every level and every kind of evidence."""
    assert list(LEVELS) == list(NEXT) == [0, 1, 2, 3, 4]
    assert set(SHOWS) == set(EvidenceKind)


@settings(max_examples=40)
@given(some.catalogues(), some.profiles())
def test_levels_are_total_stable_and_grounded(catalogue: Catalogue, profile: Profile) -> None:
    """Every measure has one level; the order of evidence never matters; a level above 0 names its grounds."""
    found = maturity(evaluate(catalogue, profile, some.AS_OF))
    assert [each.measure for each in found] == list(catalogue.measures)
    turned = profile.model_copy(update={"evidence": tuple(reversed(profile.evidence))})
    assert maturity(evaluate(catalogue, turned, some.AS_OF)) == found
    known = {item.id for item in profile.evidence}
    for each in found:
        assert each.level in LEVELS
        assert each.reason
        assert set(each.evidence) <= known
        assert each.evidence or each.level == 0


@settings(max_examples=40)
@given(some.catalogues(), some.profiles())
def test_drafts_alone_never_pass_level_one(catalogue: Catalogue, profile: Profile) -> None:
    """Where all evidence is a draft, no measure is above planned or drafted."""
    drafts = tuple(item.model_copy(update={"status": Status.DRAFT}) for item in profile.evidence)
    only = profile.model_copy(update={"evidence": drafts})
    assert all(each.level <= 1 for each in maturity(evaluate(catalogue, only, dt.date(2026, 6, 30))))


def test_each_level_says_what_shows_it() -> None:
    """The reason of each level names the records, with their kinds, in words."""
    bill = build.evidence("bill", ["supply-law"], status="draft")
    order = build.evidence("order", ["supply-law"], kind="treaty_status")
    report = build.evidence("report", ["supply-law"], kind="report")
    case = build.evidence("case", ["supply-law"], kind="case")
    said = {
        (): "nothing in support of it is in effect",
        (bill,): "planned in bill (law)",
        (LAW, order, bill): "laid down in act (law), order (treaty status)",
        (LAW, FIGURES, case, report): "shown at work by case (case), figures (statistic)",
    }
    for items, reason in said.items():
        assert level("supply-law", *items).reason == reason
    improved = level("supply-law", LAW, NEW_LAW, FIGURES, case, report, lessons=[lesson(applied=["act-2"])])
    assert improved.reason == (
        "measured by figures (statistic), report (report); improved by lesson l1, carried out by act-2; "
        "act-2, which replaces act"
    )
    assert improved.evidence == ("act-2", "case", "figures", "report")


def test_a_held_level_says_both_and_keeps_its_lessons() -> None:
    """What the evidence shows and what speaks against it stand side by side; the lessons are still named."""
    part = build.evidence("visit", [build.partly("supply-law", "no rule for parts")])
    bill = build.evidence("bill", ["supply-law"], status="draft")
    gone = build.evidence("finding", contradicts=["supply-law"])
    held = level("supply-law", gone, FIGURES, bill, lessons=[lesson()])
    assert held.reason == (
        "planned in bill (law); no higher, since evidence says that it is not there (finding)"
    )
    assert (held.lessons, held.held) == (("l1",), True)
    assert level("supply-law", part, FIGURES, lessons=[lesson()]).held is False


@pytest.mark.parametrize(
    ("fields", "planned"),
    [
        ({"status": "draft", "collected": "2026-06-30"}, True),
        ({"status": "draft", "collected": "2026-07-01"}, False),
        ({"status": "draft", "effective_to": "2026-06-30"}, True),
        ({"status": "draft", "effective_to": "2026-06-29"}, False),
        ({"effective_from": "2026-07-01"}, True),
        ({"effective_from": "2026-06-30"}, False),
        ({"effective_from": "2026-07-01", "status": "repealed"}, False),
    ],
)
def test_the_days_of_a_plan(fields: dict[str, Any], planned: bool) -> None:
    """A plan is known by the day and not yet in force on it; its last day is a day of the plan still.

    What takes effect on the day of the assessment is in force on it, and so a plan no longer; what has been
    repealed is none.
    """
    gone = build.evidence("finding", contradicts=["supply-law"], kind="report")
    found = level("supply-law", gone, build.evidence("bill", ["supply-law"], **fields))
    assert ("bill" in found.evidence, found.level) == ((True, 1) if planned else (False, 0))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"effective_from": "2026-02-01"}, 4),
        ({"effective_from": "2026-01-31"}, 3),
        ({"effective_from": None, "collected": "2026-02-01"}, 4),
        ({"effective_from": None, "collected": "2026-01-31"}, 3),
        ({"effective_from": None, "collected": None}, 3),
    ],
)
def test_a_lesson_is_carried_out_on_its_day_or_later(fields: dict[str, Any], expected: int) -> None:
    """A record of the lesson's own day carries it out; an older one and an undated one do not."""
    amended = build.evidence("act-2", ["supply-law"], **fields)
    assert level("supply-law", amended, FIGURES, lessons=[lesson(applied=["act-2"])]).level == expected


def test_the_balance_names_its_theme_and_the_lessons_of_the_day() -> None:
    """A lesson of the day is there; one of tomorrow, and one learnt in another sub-module, are not."""
    learnt = [
        lesson(id="today", date="2026-06-30"),
        lesson(id="tomorrow", date="2026-07-01"),
        lesson(id="elsewhere", learnt_from="elsewhere"),
    ]
    found = the_balance(lessons=learnt)
    assert (found.theme, found.lessons) == ("drones", ("today",))


def test_guidelines_may_ask_for_no_measure() -> None:
    """An item of guidelines for which the catalogue names no need adds no measure."""
    pack = Pack.model_validate(
        {
            "instrument": Instrument.model_validate({**build.INSTRUMENT, "kind": "guidelines"}),
            "obligations": (build.obligation(1, "a"), build.obligation(2)),
            "measures": (build.measure("a"),),
            "themes": [{"id": "borders", "title": "Borders"}],
        }
    )
    assert guideline_measures(assemble({"code.toml": pack})) == ("a",)
