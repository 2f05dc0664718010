"""Inside the child: what durable-rules would pass over in silence is an error."""

from itertools import count

import pytest

from tests.durable.second_engine import needs_durable

pytestmark = [
    *needs_durable,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # durable-rules asks for the time in an old way
]


def broken(node: int) -> dict[str, int]:
    """The properties of the first node; of any other, none can be made."""
    if node:
        raise ValueError(f"no properties for {node}")
    return {"na": 0, "nb": 0}


def test_a_dropped_action_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """durable-rules drops an action during which the clock jumps, without a word; here it is an error."""
    from durable import engine

    from obligraph.engine.durable.host import Rulebook

    book = Rulebook("x", [(1, [0], 1)])
    assert book.tell("one", [0]) == [1]
    clock = count(step=100)
    monkeypatch.setattr(engine, "_unix_now", lambda: next(clock))
    with pytest.raises(RuntimeError, match="its outcome was dropped"):
        book.tell("two", [0])


def test_an_action_that_fails_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes wrong inside an action is kept by durable-rules in the state; here it is an error."""
    from obligraph.engine.durable import host

    book = host.Rulebook("x", [(1, [0], 1), (2, [1], 2)])
    monkeypatch.setattr(host, "_node", broken)
    with pytest.raises(RuntimeError, match=r"no properties for 1$"):
        book.tell("one", [0])


def test_states_do_not_touch_each_other() -> None:
    """What is told of one State says nothing of another; a State that is forgotten starts from nothing."""
    from obligraph.engine.durable.host import Rulebook

    book = Rulebook("x", [(2, [0, 1], 1)])
    assert book.tell("one", [0]) == []
    assert book.tell("two", [1]) == []
    assert book.tell("one", [1]) == [2]
    book.forget("one")
    assert book.tell("one", [1]) == []
    book.forget("never told")
