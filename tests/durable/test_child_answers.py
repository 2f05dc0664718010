"""The child process by itself: a line for each question, whatever the question is, until its input ends."""

from __future__ import annotations

import json
import subprocess

from obligraph.engine.durable.process import child_command
from tests.durable.second_engine import needs_durable

pytestmark = needs_durable

BOOK = {"do": "load", "name": "book", "rules": [[2, [0, 1], 1]]}
"""A ruleset in which node 2 holds where nodes 0 and 1 do."""


def answers(*questions: object) -> list[dict[str, object]]:
    """What a child says to some questions, after which its input ends."""
    lines = "".join(json.dumps(question) + "\n" for question in questions)
    child = subprocess.run(
        child_command(30), input=lines, capture_output=True, text=True, timeout=60, check=True
    )
    return [json.loads(line) for line in child.stdout.splitlines()]


def test_each_question_has_one_answer_and_the_child_ends_with_its_input() -> None:
    """What was told derives what follows, until it is forgotten; then the child leaves by itself."""
    tell = {"do": "tell", "name": "book", "state": "Norland"}
    found = answers(
        BOOK,
        tell | {"facts": [0]},
        tell | {"facts": [1]},
        {"do": "forget", "name": "book", "state": "Norland"},
        tell | {"facts": [1]},
    )
    assert found == [{"nodes": []}, {"nodes": []}, {"nodes": [2]}, {"nodes": []}, {"nodes": []}]


def test_a_question_that_is_none_is_answered_with_what_is_wrong() -> None:
    """A mistake in one question is said in one line, and the next question is answered all the same."""
    wrong, unknown, after = answers(
        {"do": "dance"}, {"do": "tell", "name": "book", "state": "a", "facts": []}, BOOK
    )
    assert "not a question" in str(wrong["error"])
    assert "KeyError" in str(unknown["error"])
    assert after == {"nodes": []}
