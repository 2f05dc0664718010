"""The parent's side of the child process: a time limit on every question, and nothing left behind.

durable-rules can hang while it holds the interpreter, and can end its process; so it runs in one of its own.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, suppress
from importlib.util import find_spec
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryFile
from threading import Thread
from typing import IO, Any, Self

from obligraph.engine.durable.sheet import Ruleset
from obligraph.errors import Fault, InputError

LIMIT = 60.0
"""Seconds that one question may take: loading a ruleset, or telling the facts of one State."""

WHERE = "--engine durable"
INSTALL = "install it with: pip install 'obligraph[durable]' (needs a C compiler; see docs/second-engine.md)"


class ChildEndedError(InputError):
    """The child process ended by itself before it answered, as durable-rules now and then makes it do."""


def installed() -> bool:
    """Whether the package durable-rules is there; that it also works is seen only when it is loaded."""
    return find_spec("durable_rules_engine") is not None


def child_command(limit: float) -> list[str]:
    """How the child process is started; `-P` keeps the folder in which the user stands out of its path."""
    return [sys.executable, "-P", "-W", "ignore", "-m", "obligraph.engine.durable.child", str(limit)]


class Process:
    """A child process that holds rulesets and answers about States. Use it in a `with` block.

    Raises:
        InputError: durable-rules is not installed, does not load, gives no answer in time, or ends.
    """

    def __init__(self, limit: float = LIMIT, command: Sequence[str] = ()) -> None:
        if not command and not installed():
            raise InputError([Fault(WHERE, "the package durable-rules is not installed", way_out=INSTALL)])
        self._limit = limit
        self._stack = ExitStack()
        self._errors = self._stack.enter_context(TemporaryFile())  # noqa: SIM115 - closed with the stack
        self._lines: SimpleQueue[str] = SimpleQueue()
        self._child = subprocess.Popen(  # noqa: S603 - our own module, by our own interpreter
            [*(command or child_command(limit))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
            encoding="utf-8",
            env=_environment(),
            start_new_session=True,
        )
        self._questions = self._stream(self._child.stdin)
        self._answers = self._stream(self._child.stdout)
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()
        self._writer: Thread | None = None

    def load(self, ruleset: Ruleset) -> None:
        """Hands a ruleset over; it must fit, see `obligraph.engine.durable.fitting`."""
        rules = [(rule.target, rule.when, rule.level) for rule in ruleset.rules]
        self._ask({"do": "load", "name": ruleset.name, "rules": rules})

    def tell(self, ruleset: str, state: str, facts: Iterable[int]) -> frozenset[int]:
        """Asserts nodes for a State beside those told before; all nodes derived for it so far."""
        asked = {"do": "tell", "name": ruleset, "state": state, "facts": list(facts)}
        return frozenset(self._ask(asked))

    def forget(self, ruleset: str, state: str) -> None:
        """Drops all that was told and derived for a State."""
        self._ask({"do": "forget", "name": ruleset, "state": state})

    @property
    def closed(self) -> bool:
        """Whether the child has been ended, by `close` or after a fault."""
        return self._errors.closed

    @property
    def pid(self) -> int:
        """The number of the child process."""
        return self._child.pid

    def close(self) -> None:
        """Ends the child process with all that it started; does nothing the second time."""
        if self.closed:
            return
        if self._child.returncode is None:
            _kill_group(self._child)
            self._child.wait()
        for thread in (self._reader, self._writer):
            if thread:
                thread.join(timeout=5)
        with suppress(OSError):  # what was not yet sent no longer matters
            self._stack.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def _ask(self, question: dict[str, Any]) -> list[int]:
        self._writer = Thread(target=self._write, args=(json.dumps(question) + "\n",), daemon=True)
        self._writer.start()
        try:
            line = self._lines.get(timeout=self._limit)
        except Empty:
            raise self._fault(f"gave no answer in {self._limit:g} seconds and was ended") from None
        if not line:
            raise ChildEndedError(self._fault(f"ended before it answered{self._last_words()}").faults)
        answer = json.loads(line)
        if "error" in answer:
            raise self._fault(f"failed: {answer['error']}")
        return list(answer["nodes"])

    def _stream(self, stream: IO[str] | None) -> IO[str]:
        """A stream of the child, closed with the rest."""
        if stream is None:
            raise RuntimeError("the child process was started without its streams")
        return self._stack.enter_context(stream)

    def _fault(self, what: str) -> InputError:
        """The one message about a child that is of no more use; it is ended first."""
        way_out = "use --engine reference, which needs no second engine"
        fault = Fault(WHERE, f"durable-rules {what}", way_out=way_out)
        self.close()
        return InputError([fault])

    def _last_words(self) -> str:
        """How the child ended: the last line it wrote to standard error, else the signal."""
        code = self._child.wait()
        self._errors.seek(0)
        lines = self._errors.read().decode("utf-8", "replace").split("\n")
        said = [line.strip() for line in lines if line.strip()]
        if said:
            return f" ({said[-1][:200]})"
        return f" (signal {-code})" if code < 0 else ""

    def _write(self, line: str) -> None:
        """Sends a question; in a thread of its own, for a child that hangs may never take it."""
        with suppress(OSError):  # a child that has gone is noticed when no answer comes
            self._questions.write(line)
            self._questions.flush()

    def _read(self) -> None:
        """Passes answers on as they come; an empty one where the child's output ends."""
        for line in self._answers:
            self._lines.put(line)
        self._lines.put("")


def _environment() -> dict[str, str]:
    """The environment of the child: ours, with this very package on its path."""
    root = str(Path(__file__).resolve().parents[3])
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def _kill_group(child: subprocess.Popen[str]) -> None:
    """Ends a process and all that it started."""
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(child.pid, signal.SIGKILL)
        else:
            child.kill()
