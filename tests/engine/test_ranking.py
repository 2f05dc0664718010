"""The order of the two lists, said in words."""

import datetime as dt
from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from obligraph.engine.evaluation import evaluate
from obligraph.engine.profile import Profile
from obligraph.engine.ranking import gaps, key_of, spans
from obligraph.engine.results import Bounds, Rating, Row
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.words import Force
from tests.engine import builders as build
from tests.engine.builders import AS_OF
from tests.engine.strategies import catalogues, profiles


def ids(rows: tuple[Row, ...]) -> list[str]:
    """The obligations of a list, in order."""
    return [row.result.obligation.id for row in rows]


@given(catalogues(), profiles(), st.booleans())
def test_each_open_obligation_stands_once(rules: Catalogue, profile: Profile, merged: bool) -> None:
    """The lists hold every applicable obligation not shown met, each once, in the list its bounds name."""
    assessment = evaluate(rules, profile, AS_OF)
    ranking = gaps(assessment, unknown_as_unmet=merged)
    open_ = {
        name for name, r in assessment.ratings.items() if r.rating not in {Rating.MET, Rating.NOT_APPLICABLE}
    }
    assert sorted(ids(ranking.gaps) + ids(ranking.evidence_needed)) == sorted(open_)
    assert merged or all(row.result.bounds.hi < 2 for row in ranking.gaps)
    assert all(row.result.bounds.hi == 2 for row in ranking.evidence_needed)
    assert not (merged and ranking.evidence_needed)
    for rows in (ranking.gaps, ranking.evidence_needed):
        assert [row.rank for row in rows] == list(range(1, len(rows) + 1))


@given(catalogues(), profiles(), st.booleans())
def test_the_order_is_strict_and_its_own(rules: Catalogue, profile: Profile, merged: bool) -> None:
    """No two rows tie, and the order of the catalogue does not show in the order of the lists."""
    ranking = gaps(evaluate(rules, profile, AS_OF), unknown_as_unmet=merged)
    for rows in (ranking.gaps, ranking.evidence_needed):
        keys = [full_key(row, range(5)) for row in rows]
        assert all(one < other for one, other in pairwise(keys))
    rows_reversed = tuple(rules.obligations.values())[::-1]
    other = build.catalogue(rows_reversed, rules.measures.values(), rules.relations, tuple(rules.attributes))
    assert gaps(evaluate(other, profile, AS_OF), unknown_as_unmet=merged) == ranking


def full_key(row: Row, order: tuple[int, ...] | range) -> tuple[object, ...]:
    """All keys of a row, those between force and id in the order given."""
    obligation = row.result.obligation
    return (obligation.force.rank, *(key_of(row)[at] for at in order), obligation.id)


@given(catalogues(), profiles(), st.booleans())
def test_stable_rows_keep_their_position(rules: Catalogue, profile: Profile, merged: bool) -> None:
    """A row called stable has its position under each of the 120 orders of the keys; any other can swap."""
    ranking = gaps(evaluate(rules, profile, AS_OF), unknown_as_unmet=merged)
    for rows in (ranking.gaps, ranking.evidence_needed):
        orders = [sorted(rows, key=lambda row: full_key(row, order)) for order in permutations(range(5))]
        for at, row in enumerate(rows):
            if row.stable:
                assert all(order[at] is row for order in orders)
            else:
                ahead = {frozenset(ids(tuple(order[: order.index(row)]))) for order in orders}
                assert len(ahead) > 1


def test_force_comes_first_then_each_key_in_turn() -> None:
    """Rows that differ in one key alone stand in the order of that key."""
    late, early = dt.date(2020, 1, 1), dt.date(2030, 1, 1)
    duties = [
        build.obligation(1, "a", force=Force.CALLED_UPON, key="key"),
        build.obligation(2, {"all": ["a", "ok"]}),
        build.obligation(3, {"all": ["a", "ok"]}, deadline=late),
        build.obligation(4, "a"),
        build.obligation(5, "a"),
        build.obligation(6, {"all": ["a", "ok"]}, key="key"),
        build.obligation(7, "a", deadline=early),
        build.obligation(8, {"all": ["a", "part"]}),
    ]
    rules = build.catalogue(duties, ["a", "ok", "part"], [build.presupposes(duties[0], duties[4])])
    chain = build.catalogue(
        duties, ["a", "ok", "part"], [*rules.relations, build.presupposes(duties[1], duties[4])]
    )
    found = gaps(build.assess(chain, build.evidence("E", ["ok"], ["a"])))
    expected = [6, 5, 4, 7, 8, 3, 2, 1]
    assert ids(found.gaps) == [f"code.{number}.1" for number in expected]


def test_blocks_counts_binding_duties_through_others() -> None:
    """A gap blocks the binding obligations that presuppose it through others; only those not met."""
    first, second, third, fourth = (
        build.obligation(1, "a"),
        build.obligation(2, "a", force=Force.CALLED_UPON),
        build.obligation(3, "b"),
        build.obligation(4, "ok"),
    )
    chain = [build.presupposes(*pair) for pair in ((second, first), (third, second), (fourth, third))]
    rules = build.catalogue([first, second, third, fourth], ["a", "b", "ok"], chain)
    rows = gaps(build.assess(rules, build.evidence("E", ["ok"], ["a", "b"]))).gaps
    by_id = {row.result.obligation.id: row for row in rows}
    assert by_id["code.1.1"].blocks == ("code.3.1",)
    assert by_id["code.3.1"].blocked_by == ("code.1.1", "code.2.1")


def test_why_says_every_key_in_words() -> None:
    """The reason names force, key obligation, rating, what it blocks, what is missing and the deadline."""
    duty = build.obligation(
        1, {"all": ["a", "b", "c"]}, key="asked of all States", deadline="2021-06-30", safeguards=["s"]
    )
    rules = build.catalogue([duty], ["a", "b", "c", "s"])
    (row,) = gaps(build.assess(rules, build.evidence("E", ["b"], ["a", "s"]))).gaps
    assert row.why == (
        "binding; key obligation: asked of all States; partly met; blocks no binding obligations; "
        "1 of 3 needed measures missing; deadline 2021-06-30 passed"
    )
    assert row.missing == ("a", "s")
    assert row.unverified == ("c",)
    assert row.would_settle == (("a", "c", "s"),)


def test_unknown_as_unmet_merges_the_lists_and_says_so() -> None:
    """What is unknown is ranked as not met in one list, and its rating stays undetermined."""
    rules = build.catalogue([build.obligation(1, "a"), build.obligation(2, "b")], ["a", "b"])
    ranking = gaps(build.assess(rules, build.evidence("E", [], ["b"])), unknown_as_unmet=True)
    assert [row.result.rating for row in ranking.gaps] == [Rating.UNDETERMINED, Rating.NOT_MET]
    assert ranking.gaps[0].ranked_as == Bounds(0, 0)
    assert "not met where unknown counts as not met" in ranking.gaps[0].why
    assert ranking.evidence_needed == ()


def test_the_stability_line_names_positions() -> None:
    """Where two keys disagree about two rows, the line says that their positions depend on the order."""
    duties = [
        build.obligation(1, {"all": ["a", "ok"]}, key="key"),
        build.obligation(2, "a"),
        build.obligation(3, "a", force=Force.ENCOURAGED),
    ]
    rules = build.catalogue(duties, ["a", "ok"])
    ranking = gaps(build.assess(rules, build.evidence("E", ["ok"], ["a"])))
    assert ranking.stability == (
        "Gaps: position 3 holds under any order of the keys after force; the other 2 depend on that order."
    )


def test_nothing_open_is_said() -> None:
    """Where every obligation is met, both lists are empty and the line says so."""
    rules = build.catalogue([build.obligation(1, "a")], ["a"])
    assert gaps(build.assess(rules, build.evidence("E", ["a"]))).stability == "Nothing is ranked."


def test_numbers_are_drawn_together() -> None:
    """Three neighbours and more become a span, two stand by themselves, and the last is joined by a word."""
    assert spans([4]) == "4"
    assert spans([1, 2]) == "1 and 2"
    assert spans([1, 2, 3]) == "1 to 3"
    assert spans([1, 3, 4, 6, 7, 8, 9]) == "1, 3, 4 and 6 to 9"


def test_a_larger_share_missing_comes_first() -> None:
    """Of two rows that differ in the share missing alone, the one that lacks more of its need is first."""
    duties = [build.obligation(1, {"all": ["a", "x", "y"]}), build.obligation(2, {"all": ["a", "x"]})]
    rules = build.catalogue(duties, ["a", "x", "y"])
    found = gaps(build.assess(rules, build.evidence("E", ["x", "y"], ["a"]))).gaps
    assert [(row.result.obligation.id, row.share_missing) for row in found] == [
        ("code.2.1", (1, 2)),
        ("code.1.1", (1, 3)),
    ]


def test_why_counts_in_the_singular_and_says_what_is_not() -> None:
    """One of a kind has no plural; no key, no deadline and no measures are said as such."""
    first, second = build.obligation(1, "a"), build.obligation(2, "b", key="Named in annex X.")
    bare = build.obligation(3, safeguards=["s"])
    rules = build.catalogue([first, second, bare], ["a", "b", "s"], [build.presupposes(second, first)])
    found = gaps(build.assess(rules, build.evidence("E", [], ["a", "b", "s"])))
    assert {row.result.obligation.id: row.why for row in found.gaps} == {
        "code.1.1": "binding; no key obligation; not met; blocks 1 binding obligation; "
        "1 of 1 needed measure missing; no deadline passed",
        "code.2.1": "binding; key obligation: Named in annex X; not met; blocks no binding obligations; "
        "1 of 1 needed measure missing; no deadline passed",
        "code.3.1": "binding; no key obligation; not met or partly met; blocks no binding obligations; "
        "the catalogue names no measures for it; no deadline passed",
    }


def test_a_safeguard_not_shown_is_unverified() -> None:
    """A safeguard of which nothing is known is to be verified; one shown at all, or breached, is not."""
    duty = build.obligation(1, {"all": ["a", "b"]}, safeguards=["open", "kept", "half", "breached"])
    rules = build.catalogue([duty], ["a", "b", "open", "kept", "half", "breached"])
    records = (build.evidence("E", ["kept", build.partly("half")], ["breached", "a"]),)
    (row,) = gaps(build.assess(rules, *records)).gaps
    assert row.missing == ("a", "breached")
    assert row.unverified == ("b", "open")
    assert row.would_settle == (("a", "b", "breached", "open"),)
    assert row.all_sets


def test_more_sets_than_are_listed_is_said() -> None:
    """Where there are more smallest sets than can be listed, the row says that these are not all."""
    names = [f"m{number:02}" for number in range(12)]
    rules = build.catalogue([build.obligation(1, {"any": names})], names)
    (row,) = gaps(build.assess(rules)).evidence_needed
    assert (len(row.would_settle), row.all_sets) == (10, False)


def test_the_merged_list_says_that_it_is_merged() -> None:
    """A ranking remembers whether what is unknown was taken as not met."""
    rules = build.catalogue([build.obligation(1, "a")], ["a"])
    assert gaps(build.assess(rules), unknown_as_unmet=True).unknown_as_unmet is True
    assert gaps(build.assess(rules)).unknown_as_unmet is False


def test_the_stability_of_both_lists_is_said() -> None:
    """Each list has its sentence, and several positions are said in the plural."""
    duties = [
        build.obligation(1, {"all": ["a", "ok"]}, key="key"),
        build.obligation(2, "a"),
        build.obligation(3, "a", force=Force.CALLED_UPON),
        build.obligation(4, "a", force=Force.ENCOURAGED),
        build.obligation(5, "open"),
    ]
    rules = build.catalogue(duties, ["a", "ok", "open"])
    assert gaps(build.assess(rules, build.evidence("E", ["ok"], ["a"]))).stability == (
        "Gaps: positions 3 and 4 hold under any order of the keys after force; "
        "the other 2 depend on that order. "
        "Evidence needed: every position holds under any order of the keys after force."
    )


def test_no_stable_position_is_said() -> None:
    """Where two keys disagree about the only two rows, no position holds under every order."""
    duties = [build.obligation(1, {"all": ["a", "ok"]}, key="key"), build.obligation(2, "a")]
    rules = build.catalogue(duties, ["a", "ok"])
    assert gaps(build.assess(rules, build.evidence("E", ["ok"], ["a"]))).stability == (
        "Gaps: no position holds under every order of the keys after force."
    )


def test_only_what_may_be_there_settles() -> None:
    """What is certainly lacking is in no set that would settle a row of the second list."""
    rules = build.catalogue([build.obligation(1, {"any": ["a", {"all": ["b", "c"]}]})], ["a", "b", "c"])
    (row,) = gaps(build.assess(rules, build.evidence("E", [], ["a"]))).evidence_needed
    assert row.would_settle == (("b", "c"),)
