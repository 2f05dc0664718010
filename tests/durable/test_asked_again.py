"""What becomes of a question when the process of durable-rules ends by itself."""

import pytest

from obligraph.engine.durable import session
from obligraph.engine.durable.process import ChildEndedError
from obligraph.engine.evaluation import evaluate
from obligraph.engine.profile import Profile
from obligraph.engine.results import Assessment
from obligraph.errors import Fault
from tests.engine import builders as build
from tests.engine.strategies import AS_OF

RULES = build.catalogue([build.obligation(1, "m")], ["m"])
STATE = build.profile(build.evidence("E1", ["m"]))


def ends(times: int, monkeypatch: pytest.MonkeyPatch) -> list[Profile]:
    """Has the first processes end by themselves; the profiles asked about are noted."""
    asked: list[Profile] = []

    def answer(*given: object) -> Assessment:
        asked.append(STATE)
        if len(asked) <= times:
            raise ChildEndedError([Fault("--engine durable", "durable-rules ended before it answered")])
        return evaluate(RULES, STATE, AS_OF)

    monkeypatch.setattr(session, "_assessed_anew", answer)
    return asked


def test_a_question_is_put_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one process ends, a new one answers the whole question."""
    asked = ends(1, monkeypatch)
    assert session.evaluate_by_durable(RULES, STATE, AS_OF) == evaluate(RULES, STATE, AS_OF)
    assert len(asked) == 2


def test_twice_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the second process ends too, the fault is the user's to see."""
    asked = ends(2, monkeypatch)
    with pytest.raises(ChildEndedError, match="ended before it answered"):
        session.evaluate_by_durable(RULES, STATE, AS_OF)
    assert len(asked) == 2
