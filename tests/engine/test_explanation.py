"""The tree from an obligation down to its evidence."""

import pytest

from obligraph.engine.explanation import GateNode, MeasureNode, cited, explain, leaves
from obligraph.engine.results import Bounds
from obligraph.errors import InputError
from tests.engine import builders as build

DUTY = build.obligation(1, {"all": ["a", {"any": ["b", "c"]}]}, safeguards=["s"])
OTHERS = build.obligation(2, bearers=["cted"])
RULES = build.catalogue([DUTY, OTHERS], ["a", "b", "c", "s"])


def test_the_tree_follows_the_need() -> None:
    """Each gate and measure of the need is a node with its bounds, and its evidence hangs on the measure."""
    found = explain(build.assess(RULES, build.evidence("E", ["b"], ["a"])), "code.1.1")
    assert isinstance(found.need, GateNode)
    first, second = found.need.children
    assert isinstance(first, MeasureNode)
    assert isinstance(second, GateNode)
    assert (found.need.k, second.k) == (2, 1)
    assert (found.need.bounds, first.bounds, second.bounds) == (Bounds(1, 1), Bounds(0, 0), Bounds(2, 2))
    assert [item.evidence.id for item in first.determination.counted] == ["E"]
    assert [node.measure.id for node in leaves(found)] == ["a", "b", "c", "s"]


def test_what_is_not_counted_is_there_with_its_reason() -> None:
    """A draft hangs on its measure with the reason why it does not count, and is not cited."""
    found = explain(build.assess(RULES, build.evidence("E", ["a"], status="draft")), "code.1.1")
    (first, *_) = leaves(found)
    assert [item.reason for item in first.determination.not_counted] == [
        "it is a draft, and drafts do not count"
    ]
    assert cited(found) == ()


def test_cited_names_both_sides_and_the_safeguards() -> None:
    """Supporting, contradicting and safeguard evidence is cited, each record once, sorted."""
    records = (build.evidence("Z", ["a", "b"]), build.evidence("A", [], ["a"]), build.evidence("M", ["s"]))
    assert cited(explain(build.assess(RULES, *records), "code.1.1")) == ("A", "M", "Z")


def test_it_says_what_would_settle_or_mend() -> None:
    """The undetermined carries what would settle it, a gap what would mend it, the met nothing."""
    undetermined = explain(build.assess(RULES), "code.1.1")
    assert undetermined.would_settle.sets == (("a", "b", "s"), ("a", "c", "s"))
    gap = explain(build.assess(RULES, build.evidence("E", ["b", "s"], ["a"])), "code.1.1")
    assert gap.would_settle.sets == (("a",),)
    met = explain(build.assess(RULES, build.evidence("E", ["a", "b", "s"])), "code.1.1")
    assert met.would_settle.sets == ()


def test_comments_of_the_state_stand_beside_the_rating() -> None:
    """What the State says of an obligation is there, and what it says of another is not."""
    said = [{"obligation": "code.1.1", "text": "A bill is before parliament."}, {"text": "Thanks."}]
    found = explain(build.assess(RULES, comments=said), "code.1.1")
    assert [comment.text for comment in found.comments] == ["A bill is before parliament."]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("code.1.2", "code.1.2: is not an obligation of the catalogue (code.1.1)"),
        ("code.2.1", "code.2.1: is borne by cted, not by States, so it is never rated; see the catalogue"),
    ],
)
def test_what_cannot_be_explained_says_why(name: str, words: str) -> None:
    """An unknown id names near ones, and an obligation of others says whose it is."""
    with pytest.raises(InputError) as caught:
        explain(build.assess(RULES), name)
    assert str(caught.value) == words


def test_the_head_names_state_day_instrument_and_what_waits() -> None:
    """An explanation says whose rating it is, on which day, of which instrument, and what waits for what."""
    first, second = build.obligation(1, "a"), build.obligation(2, {"all": ["a", "b"]}, safeguards=["s"])
    last = build.obligation(3, "b")
    chain = [build.presupposes(second, first), build.presupposes(last, second)]
    rules = build.catalogue([first, second, last], ["a", "b", "s"], chain)
    assessment = build.assess(rules, build.evidence("E", ["b"], ["a"]), build.evidence("F", [], ["b"]))
    found = explain(assessment, "code.2.1")
    assert (found.state, found.as_of) == ("Norland", build.AS_OF)
    assert found.instrument.symbol == "CODE 1 (2020)"
    assert found.result is assessment.ratings["code.2.1"]
    assert found.obligation.id == "code.2.1"
    assert (found.blocks, found.blocked_by) == (("code.3.1",), ("code.1.1",))


def test_the_bounds_of_the_need_are_those_before_the_safeguards() -> None:
    """A safeguard that is not shown caps the rating and leaves the bounds of the need as they are."""
    found = explain(build.assess(RULES, build.evidence("E", ["a", "b"])), "code.1.1")
    assert (found.need_bounds, found.result.bounds) == (Bounds(2, 2), Bounds(1, 2))


def test_an_obligation_without_measures_has_no_tree() -> None:
    """Where the catalogue names no need, the tree holds the safeguards alone, and no set would settle it."""
    rules = build.catalogue([build.obligation(1, safeguards=["s", "s"])], ["s"])
    found = explain(build.assess(rules, build.evidence("E", ["s"])), "code.1.1")
    assert found.need is None
    assert found.need_bounds == Bounds(0, 2)
    assert [node.measure.id for node in leaves(found)] == ["s"]
    assert found.would_settle.sets == ()
    assert cited(found) == ("E",)


def test_a_measure_named_twice_is_one_leaf() -> None:
    """A measure that stands twice in the need, or in need and safeguards, is told once."""
    duty = build.obligation(1, {"all": [{"any": ["a", "b"]}, {"any": ["a", "c"]}]}, safeguards=["b"])
    found = explain(build.assess(build.catalogue([duty], ["a", "b", "c"])), "code.1.1")
    assert [node.measure.id for node in leaves(found)] == ["a", "b", "c"]


def test_several_bearers_are_all_named() -> None:
    """An obligation of several bodies names each of them."""
    rules = build.catalogue([build.obligation(1, bearers=["cted", "unoct"])], ["a"])
    with pytest.raises(InputError, match="is borne by cted, unoct, not by States"):
        explain(build.assess(rules), "code.1.1")


def test_the_undetermined_asks_only_for_what_may_be_there() -> None:
    """What is certainly lacking is no part of a set that would settle an undetermined obligation."""
    duty = build.obligation(1, {"any": ["a", {"all": ["b", "c"]}]})
    rules = build.catalogue([duty], ["a", "b", "c"])
    found = explain(build.assess(rules, build.evidence("E", [], ["a"])), "code.1.1")
    assert found.would_settle.sets == (("b", "c"),)
