"""The child process answers in time or is ended, and nothing of it is left behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from obligraph.engine.durable import process
from obligraph.engine.durable.process import Process, child_command
from obligraph.engine.durable.sheet import Rule, Ruleset
from obligraph.errors import InputError
from tests.durable.second_engine import needs_durable

SLEEPS = [sys.executable, "-c", "import time; time.sleep(600)"]


def alive(pid: int) -> bool:
    """Whether a process is there and is not one that has ended and waits to be collected."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def gone(pid: int, within: float = 10) -> bool:
    """Whether a process is gone, or goes in the time given."""
    end = time.monotonic() + within
    while alive(pid) and time.monotonic() < end:
        time.sleep(0.05)
    return not alive(pid)


def unfit_ruleset() -> Ruleset:
    """A ruleset past the limit of tested values: durable-rules never returns from it."""
    rules = tuple(Rule(level, (level - 1,), level) for level in range(1, 521))
    return Ruleset("unfit", rules, {("m0", "said"): 0}, {})


def test_no_answer_in_time() -> None:
    """A child that does not answer is ended with one message that says where, what and the way out."""
    child = Process(limit=0.3, command=SLEEPS)
    pid = child.pid
    with pytest.raises(InputError) as fault:
        child.tell("measures0", "state", [])
    assert str(fault.value) == (
        "--engine durable: durable-rules gave no answer in 0.3 seconds and was ended; "
        "use --engine reference, which needs no second engine"
    )
    assert child.closed
    assert gone(pid)


def test_a_question_that_is_never_taken() -> None:
    """A child that does not even read its question, however long, is ended in time as well."""
    rules = tuple(Rule(node, (0,), 1) for node in range(1, 100_000))
    with (
        pytest.raises(InputError, match=r"gave no answer in 0\.5 seconds"),
        Process(limit=0.5, command=SLEEPS) as child,
    ):
        child.load(Ruleset("large", rules, {}, {}))


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="process groups are known to POSIX systems only")
def test_its_whole_group_is_ended(tmp_path: Path) -> None:
    """What the child has started ends with it."""
    note = tmp_path / "pid"
    script = (
        "import subprocess, sys, time, pathlib\n"
        f"other = subprocess.Popen({SLEEPS!r})\n"
        f"pathlib.Path({str(note)!r}).write_text(str(other.pid))\n"
        "time.sleep(600)\n"
    )
    with Process(command=[sys.executable, "-c", script]):
        while not (note.exists() and note.read_text()):
            time.sleep(0.02)
        assert alive(int(note.read_text()))
    assert gone(int(note.read_text()))


def test_a_child_that_ends_is_reported_with_its_last_words() -> None:
    """A child that ends before it answers is reported with the last line it wrote."""
    command = [sys.executable, "-c", "import sys; sys.exit('out of memory')"]
    with (
        pytest.raises(InputError, match=r"ended before it answered \(out of memory\)"),
        Process(command=command) as child,
    ):
        child.tell("measures0", "state", [])


def test_a_child_that_crashes_is_reported_with_its_signal() -> None:
    """A child that the system ends is reported with the signal's number."""
    command = [sys.executable, "-c", "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"]
    with (
        pytest.raises(InputError, match=r"ended before it answered \(signal 11\)"),
        Process(command=command) as child,
    ):
        child.tell("measures0", "state", [])


def test_missing_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, one message says what to install, and that it needs a compiler."""
    monkeypatch.setattr(process, "installed", lambda: False)
    with pytest.raises(
        InputError, match=r"not installed; install it with: pip install 'obligraph\[durable\]'"
    ):
        Process()


def test_the_child_ends_with_its_parent() -> None:
    """A parent that is killed outright leaves no child: its input ends, and so does the child."""
    script = (
        "import time\n"
        "from obligraph.engine.durable.process import Process, child_command\n"
        "child = Process(command=child_command(60))\n"
        "print(child.pid, flush=True)\n"
        "time.sleep(600)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        pid = int(parent.stdout.readline())
        assert alive(pid)
        parent.kill()
    assert gone(pid)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="only POSIX systems have this alarm")
@pytest.mark.durable
@needs_durable[1]
def test_a_child_that_hangs_ends_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even with nobody there to end it, a child held by durable-rules is ended by the system."""
    from obligraph.engine.durable import child as child_module

    limit = 1 - child_module.GRACE
    with Process(limit=60, command=child_command(limit)) as child, pytest.raises(InputError) as fault:
        child.load(unfit_ruleset())
    assert f"(signal {int(signal.SIGALRM)})" in str(fault.value)


@pytest.mark.durable
@needs_durable[1]
def test_a_ruleset_that_hangs_durable_rules_is_ended_in_time() -> None:
    """Past its limits durable-rules holds the interpreter for ever; the child is ended all the same."""
    start = time.monotonic()
    child = Process(limit=2)
    pid = child.pid
    with pytest.raises(InputError, match="gave no answer in 2 seconds"):
        child.load(unfit_ruleset())
    assert gone(pid)
    assert time.monotonic() - start < 10


@pytest.mark.durable
@needs_durable[1]
def test_what_goes_wrong_inside_is_one_line() -> None:
    """A question that durable-rules cannot be asked comes back as one message."""
    with Process() as child, pytest.raises(InputError, match="durable-rules failed: KeyError: 'nothing'"):
        child.tell("nothing", "state", [1])
