"""durable-rules, the batch evaluator and the reference give the same answers."""

from collections.abc import Iterator
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from obligraph.engine.batch import evaluate_many
from obligraph.engine.durable.agreement import agreement
from obligraph.engine.evaluation import evaluate
from obligraph.engine.profile import Evidence, Profile
from obligraph.engine.results import Assessment
from obligraph.rules.catalogue import Catalogue
from tests.durable.second_engine import Desk, needs_durable, seeded_catalogue, seeded_profile
from tests.engine import builders as build
from tests.engine.strategies import AS_OF, catalogues, profiles
from tests.engine.strategies import evidence as records

pytestmark = needs_durable


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    """One child process for all examples of this module."""
    found = Desk()
    yield found
    found.process.close()


def differences(rules: Catalogue, profile: Profile, found: Assessment) -> list[str]:
    """Every answer on which the three engines are not of one mind."""
    reference, batch = evaluate(rules, profile, AS_OF), evaluate_many(rules, [profile], AS_OF)
    said = [item.about for item in agreement(reference, found).differences]
    said += [name for name, rating in found.ratings.items() if batch.bounds(name, 0) != rating.bounds]
    return said


@settings(max_examples=30)
@given(catalogues(), st.lists(profiles(), min_size=1, max_size=3))
def test_three_engines_agree(desk: Desk, rules: Catalogue, states: list[Profile]) -> None:
    """Whatever profile follows whatever other in a session, the three give the same answers."""

    def check() -> None:
        session = desk.session(rules)
        for profile in states:
            assert not differences(rules, profile, session.assess(profile, AS_OF))

    desk.try_twice(check)


@settings(max_examples=30)
@given(catalogues(), st.lists(records("E", plain=True), min_size=1, max_size=5))
def test_support_that_arrives_is_only_added(desk: Desk, rules: Catalogue, items: list[Evidence]) -> None:
    """Supporting records that arrive one by one are asserted beside the others; the answers stay right."""
    named = [item.model_copy(update={"id": f"E{place}"}) for place, item in enumerate(items)]

    def check() -> None:
        session = desk.session(rules)
        for arrived in accumulate([[item] for item in named]):
            profile = build.profile(*arrived)
            assert not differences(rules, profile, session.assess(profile, AS_OF))
            assert not session.effort.begun_anew

    desk.try_twice(check)


def test_a_seeded_workload_over_many_rulesets(desk: Desk) -> None:
    """230 obligations in three rulesets, for five States one after the other: no answer differs."""
    rules = seeded_catalogue(230, seed=11)

    def check() -> None:
        session = desk.session(rules)
        for seed in range(5):
            profile = seeded_profile(seed)
            assert not differences(rules, profile, session.assess(profile, AS_OF))
            session.forget()

    desk.try_twice(check)
