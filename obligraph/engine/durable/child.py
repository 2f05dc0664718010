"""The child process: reads one question a line as JSON, and answers each with one line.

Run as `python -P -m obligraph.engine.durable.child SECONDS`. It ends when its input ends, and where a
question takes longer than the limit the system ends it, even if durable-rules never gives the interpreter
back.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from obligraph.engine.durable.host import Rulebook

GRACE = 5.0
"""Seconds after the parent's limit before the child ends itself; the parent should have done so by then."""


def main() -> None:
    """Answers until the input ends."""
    limit = float(sys.argv[1]) + GRACE
    answers = _own_stdout()
    books: dict[str, Rulebook] = {}
    for line in sys.stdin:
        _alarm(limit)
        answers.write(json.dumps(_answered(books, json.loads(line))) + "\n")
        answers.flush()
        _alarm(0)


def _own_stdout() -> TextIO:
    """Standard output for answers alone: what durable-rules itself prints goes to standard error."""
    kept = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(kept, "w", encoding="utf-8")


def _alarm(seconds: float) -> None:
    """Lets the system end this process after some seconds; 0 calls that off."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _answered(books: dict[str, Rulebook], question: dict[str, Any]) -> dict[str, Any]:
    try:
        return {"nodes": _answer(books, question)}
    except Exception as error:  # whatever it was, the parent is told in one line
        return {"error": f"{type(error).__name__}: {error}"}


def _answer(books: dict[str, Rulebook], question: dict[str, Any]) -> list[int]:
    from obligraph.engine.durable.host import Rulebook

    match question:
        case {"do": "load", "name": name, "rules": rules}:
            books[name] = Rulebook(name, rules)
        case {"do": "tell", "name": name, "state": state, "facts": facts}:
            return books[name].tell(state, facts)
        case {"do": "forget", "name": name, "state": state}:
            books[name].forget(state)
        case _:
            raise ValueError(f"not a question: {question}")
    return []


if __name__ == "__main__":
    main()
