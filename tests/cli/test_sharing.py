"""Work shared among processes: the same results in the same order, and nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from obligraph.cli.extract import command
from obligraph.cli.sharing import ALONE, Sharing, shared
from tests.cli.command_line import Finished, obligraph
from tests.cli.sharing_work import linger, refuse, square
from tests.cli.stopping import STOPPED, children, gone, group, stop

ROOT = Path(__file__).parents[2]
TEXT = """The Security Council,

{number}. Decides that all States shall keep register {number} of permits;

{next}. Calls upon States to share what they learn from it.
"""


def documents(folder: Path, number: int, times: int = 1) -> list[Path]:
    """Some documents of two duties each, or of so many times two."""
    paths = [folder / f"text{at}.txt" for at in range(number)]
    for at, path in enumerate(paths):
        path.write_text(
            "".join(TEXT.format(number=n * 2 + 1, next=n * 2 + 2) for n in range(at, at + times)),
            encoding="utf-8",
        )
    return paths


def run(*args: str) -> Finished:
    """Runs the program of `sharing_work`."""
    line = [sys.executable, "-m", "tests.cli.sharing_work", *args]
    ran = subprocess.run(line, capture_output=True, cwd=ROOT, timeout=120, check=False)
    return Finished(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


@pytest.mark.parametrize("how", [ALONE, Sharing(workers=3)])
def test_results_come_in_the_order_of_the_items(how: Sharing) -> None:
    """However many share the work, and whoever is ready first, results stand in the order of the items."""
    with shared(square, range(20), 20, how) as results:
        assert list(results) == [n * n for n in range(20)]


@pytest.mark.parametrize("how", [ALONE, Sharing(workers=2)])
def test_items_are_taken_as_their_turn_comes(how: Sharing) -> None:
    """Few of many items are held at a time, so that a thousand documents do not fill the memory."""
    taken = []

    def items() -> Iterator[int]:
        for item in range(1000):
            taken.append(item)
            yield item

    with shared(square, items(), 1000, how) as results:
        assert next(results) == 0
        assert len(taken) <= 8


def test_a_mistake_in_the_work_is_not_laid_to_the_processes() -> None:
    """An error of the work itself comes through as it is."""
    with pytest.raises(LookupError, match="item 0"), shared(refuse, range(4), 4, Sharing(workers=2)) as found:
        list(found)


def test_a_process_that_dies_is_one_message() -> None:
    """Where a process is killed, one line says so and what to do."""
    ran = run("leave", "4")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.splitlines()[1:] == [
        "--workers: a process ended before its work was done; perhaps memory ran out; try again with fewer"
    ]


def test_extract_gives_the_same_bytes_with_any_number_of_workers(tmp_path: Path) -> None:
    """Clauses, messages and exit status are those of one process, faults in the middle included."""
    paths = documents(tmp_path, 5)
    paths[2].unlink()
    rows = tmp_path / "rows.toml"
    rows.write_text(
        '[[row]]\nid = "call-is-binding"\nverbs = ["calls upon"]\nforce = "binding"\n'
        'reason = "It is so here."\nsource = "A test"\n',
        encoding="utf-8",
    )
    asked: list[str | Path] = ["extract", "--format", "jsonl", "--force-table", rows, *paths]
    one, many = obligraph(*asked), obligraph(*asked, "--workers", "3")
    assert (one.status, len(one.out.splitlines())) == (2, 8), one.err
    assert "call-is-binding" in one.out
    assert one.err.count("text2.txt") == 1
    assert many == one


def test_standard_input_can_be_one_of_several_documents(tmp_path: Path) -> None:
    """What comes through a pipe is read by this process, whoever works on it."""
    [path] = documents(tmp_path, 1)
    text = TEXT.format(number=7, next=8)
    one, two = (
        obligraph("extract", "--format", "jsonl", "--workers", n, "-", path, given=text) for n in ("1", "2")
    )
    assert len(one.out.splitlines()) == 4, one.err
    assert two == one


def test_ctrl_c_ends_all_processes_in_one_line(tmp_path: Path) -> None:
    """Ctrl-C, even while processes still start, ends every one of them and says so once."""
    paths = documents(tmp_path, 12, 2000)
    for least in (2, 3):
        found: list[int] = []

        def busy(pid: int, least: int = least, found: list[int] = found) -> bool:
            found[:] = [pid]
            return len(children(pid)) >= least

        ran = stop(("extract", "--format", "jsonl", "--workers", "2", *paths), busy, tmp_path)
        assert (ran.status, ran.err) == (STOPPED, "obligraph: stopped\n")
        assert gone(found[0])


def test_a_ctrl_c_that_gets_lost_ends_the_work_all_the_same() -> None:
    """Where the exception of Ctrl-C is dropped on its way, whoever waits for a result learns it soon."""
    begun = time.monotonic()
    with suppress(KeyboardInterrupt), shared(linger, range(4), 4, Sharing(workers=2)) as found:
        with suppress(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        pytest.fail(f"a result came: {next(found)}")
    assert time.monotonic() - begun < 20
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_workers_end_with_a_parent_that_is_killed() -> None:
    """Where the system kills the command itself, its processes end by themselves."""
    line = [sys.executable, "-m", "tests.cli.sharing_work", "linger", "4"]
    with subprocess.Popen(
        line, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        end = time.monotonic() + 60
        while len(children(process.pid)) < 3 and time.monotonic() < end:
            time.sleep(0.05)
        started = group(process.pid)
        process.send_signal(signal.SIGKILL)
    assert len(started) >= 4
    assert gone(process.pid)


def test_a_progress_bar_shows_on_a_terminal_only(tmp_path: Path) -> None:
    """A terminal shows a bar on standard error; a pipe or a file holds nothing but messages."""
    paths = documents(tmp_path, 3)
    screen, end = os.openpty()
    line = [sys.executable, "-m", "obligraph", "extract", "--format", "jsonl", *map(str, paths)]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=end) as process:
        os.close(end)
        out, _ = process.communicate(timeout=60)
    shown = os.read(screen, 65536).decode()
    os.close(screen)
    assert "Documents" in shown
    assert "100%" in shown
    piped = obligraph("extract", "--format", "jsonl", *paths)
    assert (piped.out, piped.err) == (out.decode(), "")


def test_workers_and_a_scheduler_exclude_each_other() -> None:
    """A call that names both is refused, for a scheduler has workers of its own."""
    ran = CliRunner().invoke(command, ["--workers", "2", "--scheduler", "localhost:8786", "a.txt"])
    assert ran.exit_code == 2
    assert "leave out --workers" in ran.output


def test_a_missing_extra_is_one_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Dask, --scheduler names the extra and how to install it."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(Exception, match=r"needs the extra \[cluster\].*pip install 'obligraph\[cluster\]'"):
        CliRunner().invoke(
            command,
            ["--scheduler", "localhost:8786", str(documents(tmp_path, 1)[0])],
            catch_exceptions=False,
        )
