"""The question to the solver: what it may take, and when its answer is called proven."""

from __future__ import annotations

from hashlib import sha256

import pytest

from obligraph.engine import choosing
from obligraph.engine.choosing import Answer, Question, choose, program
from obligraph.rules.need import Gate, Leaf


def question(need: object, efforts: dict[str, int], **fields: object) -> Question:
    """A question of one target."""
    whole = {"guards": {"o": ()}, "there": frozenset(), "budget": None} | fields
    return Question(targets=(("o", 0, need),), efforts=efforts, **whole)  # type: ignore[arg-type]


def test_without_targets_nothing_is_taken() -> None:
    """Where nothing is to be met, the empty choice is the answer, and the cheapest."""
    empty = Question((), {}, frozenset(), {"a": 1}, None)
    assert choose(empty, 1) == Answer(frozenset(), optimal=True)


def test_what_is_neither_there_nor_to_be_had_is_not_taken() -> None:
    """A measure that the need names and nobody may take is left alone, and a dearer one is taken."""
    need = Gate(2, (Leaf("there"), Gate(1, (Leaf("barred"), Gate(2, (Leaf("dear"), Leaf("also")))))))
    asked = question(need, {"also": 1, "dear": 5}, there=frozenset({"there"}))
    assert choose(asked, 60) == Answer(frozenset({"also", "dear"}), optimal=True)


def test_a_solver_that_is_not_done_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Within its time the solver is looked after again and again, until its answer is proven."""
    monkeypatch.setattr(choosing, "LOOK", 0.0)
    names = [f"m{number:02}" for number in range(40)]
    chosen = [sha256(str(number).encode()).digest()[:4] for number in range(60)]
    needs = [
        Gate(1, tuple(Leaf(name) for name in sorted({names[byte % 40] for byte in some}))) for some in chosen
    ]
    hard = Question(
        tuple((f"o{at}", 0, need) for at, need in enumerate(needs)),
        {f"o{at}": () for at in range(len(needs))},
        frozenset(),
        {name: 1 + at * 7 % 5 for at, name in enumerate(names)},
        None,
    )
    found = choose(hard, 60)
    assert found.optimal
    assert found.chosen is not None
    assert all(
        found.chosen & {leaf.measure for leaf in need.children if isinstance(leaf, Leaf)} for need in needs
    )


def test_the_program_is_the_same_for_equal_questions() -> None:
    """Equal parts of needs are one node, and the facts stand in the order of the ids."""
    need = Gate(2, (Leaf("b"), Gate(1, (Leaf("a"), Leaf("c")))))
    facts = program(question(need, {"a": 2, "b": 3, "c": 1}, budget=4)).splitlines()
    assert ":- #sum { E, M : take(M), effort(M, E) } > 4." in facts
    assert facts[-10:] == [
        "target(0, 0, 4).",
        "gate(3, 1).",
        "child(3, 0).",
        "child(3, 2).",
        "gate(4, 2).",
        "child(4, 1).",
        "child(4, 3).",
        "effort(0, 2).",
        "effort(1, 3).",
        "effort(2, 1).",
    ]
