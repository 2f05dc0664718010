"""The question to the solver: what it may take, and when its answer is called proven."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from obligraph.engine import choosing
from obligraph.engine.choosing import Answer, Question, choose, program
from obligraph.rules.need import Gate, Leaf

if TYPE_CHECKING:
    import clingo


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


@dataclass
class Slow:
    """Stands for a solver that is done when it has been looked after so many times, and for its handle."""

    looks: int
    cancelled: bool = False
    exhausted: bool = True
    waited: list[float] = field(default_factory=list)

    def solve(self, **_: object) -> Slow:
        """Begins."""
        return self

    def __enter__(self) -> Slow:
        return self

    def __exit__(self, *_: object) -> None:
        assert self.cancelled or len(self.waited) == self.looks

    def wait(self, seconds: float) -> bool:
        """Whether it is done now."""
        self.waited.append(seconds)
        return len(self.waited) == self.looks

    def cancel(self) -> None:
        """Stops."""
        self.cancelled = True

    def get(self) -> Slow:
        """What it says of its search."""
        return self


def test_a_solver_that_is_not_done_is_waited_for() -> None:
    """Within its time the solver is looked after again and again, until its answer is proven."""
    solver = Slow(looks=4)
    assert choosing._solve(cast("clingo.Control", solver), {}, 60) == Answer(None, optimal=True)
    assert (len(solver.waited), solver.cancelled) == (4, False)


def test_a_solver_out_of_time_is_stopped() -> None:
    """Once its time has run out the solver is stopped, and nothing is called proven."""
    solver = Slow(looks=4)
    assert choosing._solve(cast("clingo.Control", solver), {}, 0) == Answer(None, optimal=False)
    assert (len(solver.waited), solver.cancelled) == (1, True)


def test_a_search_that_was_not_ended_proves_nothing() -> None:
    """A solver that is done without having tried everything has not shown its answer to be the best."""
    solver = Slow(looks=1, exhausted=False)
    assert choosing._solve(cast("clingo.Control", solver), {}, 60) == Answer(None, optimal=False)


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
