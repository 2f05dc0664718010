"""The rules that go to durable-rules mean what the definition says; shown without durable-rules."""

from hypothesis import given, settings
from hypothesis import strategies as st

from obligraph.engine.durable.agreement import agreement
from obligraph.engine.durable.compiling import compile_catalogue
from obligraph.engine.durable.fitting import MOST_ROOTS, unfit
from obligraph.engine.durable.session import MOST_TURNS, open_session
from obligraph.engine.evaluation import evaluate
from obligraph.engine.profile import Profile
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.packs import load_catalogue
from tests.durable.second_engine import Chaining, seeded_catalogue, seeded_profile
from tests.engine import builders as build
from tests.engine.strategies import AS_OF, catalogues, profiles


@given(catalogues(), st.lists(profiles(), min_size=1, max_size=4))
def test_rules_mean_what_the_reference_says(rules: Catalogue, states: list[Profile]) -> None:
    """In a session in which one profile follows another, every answer is that of the reference."""
    session = open_session(rules, Chaining())
    for profile in states:
        assert not agreement(evaluate(rules, profile, AS_OF), session.assess(profile, AS_OF)).differences


@settings(max_examples=40)
@given(catalogues(), profiles())
def test_telling_the_same_twice_tells_nothing(rules: Catalogue, profile: Profile) -> None:
    """A profile saved without a change costs no fact, and no ruleset is begun anew."""
    session = open_session(rules, Chaining())
    first = session.assess(profile, AS_OF)
    assert session.assess(profile, AS_OF) == first
    assert (session.effort.told, session.effort.begun_anew) == (0, 0)


@settings(max_examples=40)
@given(catalogues())
def test_levels_lead_upward(rules: Catalogue) -> None:
    """A rule's level is above those of all rules that derive its conditions: go facts come in time."""
    program = compile_catalogue(rules)
    for ruleset in (*program.measures, *program.obligations):
        below: dict[int, int] = {}
        for rule in ruleset.rules:
            below[rule.target] = max(below.get(rule.target, 0), rule.level)
        for rule in ruleset.rules:
            assert rule.level == 1 + max(below.get(node, 0) for node in rule.when)


def test_only_positive_flat_rules_over_many_rulesets() -> None:
    """A workload that fills several rulesets means what the reference says, and each of them fits."""
    rules = seeded_catalogue(230, seed=5)
    program = compile_catalogue(rules)
    assert [len({name for name, _ in each.roots}) for each in program.obligations] == [100, 100, 30]
    assert not any(unfit(each.rules, MOST_ROOTS) for each in (*program.measures, *program.obligations))
    session = open_session(rules, Chaining())
    for seed in range(3):
        profile = seeded_profile(seed)
        found = agreement(evaluate(rules, profile, AS_OF), session.assess(profile, AS_OF))
        assert found.compared == 290
        assert not found.differences


def test_the_catalogue_fits() -> None:
    """Durable-rules can carry every obligation that comes with the program."""
    program = compile_catalogue(load_catalogue())
    read = {name for ruleset in program.obligations for name, _ in ruleset.roots}
    assert read == {item.id for item in load_catalogue().rated()}


def test_equal_parts_are_one_node() -> None:
    """Two obligations that ask for the same, in another order, share the rules of their need."""
    alike = [build.obligation(1, {"any": ["a", "b"]}), build.obligation(2, {"any": ["b", "a"]})]
    one = compile_catalogue(build.catalogue(alike[:1], ["a", "b"])).obligations[0]
    two = compile_catalogue(build.catalogue(alike, ["a", "b"])).obligations[0]
    assert len(two.rules) == len(one.rules) + 4  # the four ends of the second obligation itself


def test_what_grows_is_told_beside_what_is_there() -> None:
    """Support that arrives is told alone; support that is gone makes the rulesets it touches begin anew."""
    rules = build.catalogue([build.obligation(1, {"all": ["a", "b"]})], ["a", "b"])
    session = open_session(rules, Chaining())
    act, decree = build.evidence("Act", ["a"]), build.evidence("Decree", ["b"])
    session.assess(build.profile(act), AS_OF)
    session.assess(build.profile(act, decree), AS_OF)
    assert session.effort.words == "3 facts told"
    session.assess(build.profile(decree), AS_OF)
    assert session.effort.words == "3 facts told, 2 rulesets begun anew"


def test_a_conflict_takes_back_what_was_certain() -> None:
    """A record that contradicts an earlier one leaves the obligation open, in a session as from the start."""
    rules = build.catalogue([build.obligation(1, "a")], ["a"])
    session = open_session(rules, Chaining())
    act, case = build.evidence("Act", ["a"]), build.evidence("Case", [], ["a"], kind="practice")
    assert session.assess(build.profile(act), AS_OF).ratings["code.1.1"].rating.value == "met"
    assert session.assess(build.profile(act, case), AS_OF).ratings["code.1.1"].rating.value == "undetermined"
    assert session.effort.begun_anew == 1


def test_a_long_session_begins_anew_at_times() -> None:
    """After many turns a ruleset is told everything again, so that go facts do not pile up."""
    names = [f"m{number}" for number in range(MOST_TURNS + 2)]
    rules = build.catalogue([build.obligation(1, {"all": names})], names)
    session = open_session(rules, Chaining())
    begun = 0
    for count in range(1, len(names) + 1):
        profile = build.profile(*(build.evidence(f"E{name}", [name]) for name in names[:count]))
        found = session.assess(profile, AS_OF)
        assert not agreement(evaluate(rules, profile, AS_OF), found).differences
        begun += session.effort.begun_anew
    assert begun == 2
