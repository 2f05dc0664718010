"""The commands on sound input: what they print, where, and how they end."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from obligraph.cli.gaps import FORCES
from obligraph.cli.main import COMMANDS, cli
from obligraph.engine.results import CAVEAT
from obligraph.rules.words import Force
from tests.cli.command_line import PROFILE, obligraph, write
from tests.golden import SAMPLES

VELMARK = SAMPLES / "velmark" / "profile.toml"
KESTRIA = SAMPLES / "kestria" / "profile.toml"

SHOWN: tuple[tuple[str, ...], ...] = (
    ("gaps",),
    ("evaluate",),
    ("explain", "sres2396.12.1"),
    ("profile", "check"),
)
"""The commands that show something of a profile, with what they take beside it."""


def call(command: tuple[str, ...], profile: Path | str, *options: str) -> list[str]:
    """The arguments of a command that shows something of a profile."""
    if command[0] == "explain":
        return ["explain", str(profile), *command[1:], *options]
    return [*command, str(profile), *options]


def run(*args: str, given: str | None = None) -> str:
    """Standard output of a call in this process, which must end well."""
    result = CliRunner().invoke(cli, args, input=given)
    assert result.exit_code == 0, result.output
    return result.stdout


def data(*args: str) -> Any:
    """The JSON document of a call."""
    return json.loads(run(*args, "--format", "json"))


def leaves(group: click.Group, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every command below a group, by its path."""
    found: list[tuple[str, ...]] = []
    with click.Context(group) as ctx:
        for name in group.list_commands(ctx):
            command = group.get_command(ctx, name)
            here = (*path, name)
            found += leaves(command, here) if isinstance(command, click.Group) else [here]
    return found


@pytest.mark.parametrize("path", leaves(cli), ids=" ".join)
def test_help_of_every_command(path: tuple[str, ...]) -> None:
    """Every command has help of a sentence or more, and words for each option."""
    run(*path, "--help")
    command: click.Command = cli
    with click.Context(cli) as ctx:
        for name in path:
            assert isinstance(command, click.Group)
            found = command.get_command(ctx, name)
            assert found is not None
            command = found
    assert command.help
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, option.name


@pytest.mark.parametrize("command", [*SHOWN, ("profile", "new")], ids=" ".join)
def test_help_gives_an_example(command: tuple[str, ...]) -> None:
    """The help of the commands that read a profile ends with an example of a call."""
    path = command[:1] if command[0] == "explain" else command
    assert f"Example: obligraph {' '.join(path)} " in " ".join(run(*path, "--help").split())


def test_the_list_of_commands() -> None:
    """The front page of help lists every command with its line."""
    shown = " ".join(run("--help").split())
    assert all(f"{name} {line}" in shown for name, line in COMMANDS.items())


def test_forces_are_those_of_the_vocabulary() -> None:
    """The forces that --force and --fail-on offer are those an obligation can have, strongest first."""
    assert list(FORCES) == [force.value for force in Force if force is not Force.NONE]


@pytest.mark.parametrize("command", SHOWN, ids=" ".join)
def test_the_caveat_stands_in_every_output(command: tuple[str, ...]) -> None:
    """Table, CSV and JSON all carry the caveat."""
    formats = ("table", "json") if command[0] == "explain" else ("table", "json", "csv")
    for format_ in formats:
        shown = run(*call(command, KESTRIA, "--format", format_))
        assert CAVEAT in " ".join(shown.split()), format_


@pytest.mark.parametrize("command", SHOWN, ids=" ".join)
def test_json_is_the_same_twice(command: tuple[str, ...]) -> None:
    """Two processes print identical JSON for the same input."""
    args = call(command, KESTRIA, "--format", "json")
    first, second = obligraph(*args), obligraph(*args)
    assert first.status == 0, first.err
    assert first.out == second.out
    assert first.err == ""


def test_a_profile_from_standard_input() -> None:
    """`-` reads the profile from standard input, and the result is that of the file."""
    text = KESTRIA.read_text(encoding="utf-8")
    assert run("gaps", "-", given=text) == run("gaps", str(KESTRIA))


def test_json_profiles(tmp_path: Path) -> None:
    """A profile in JSON gives what the same profile gives in TOML."""
    toml = 'state = "T"\nas_of = "2024-06-30"\n[[evidence]]\nid = "a"\ntitle = "A"\nkind = "law"\n'
    as_json = json.dumps(
        {
            "state": "T",
            "as_of": "2024-06-30",
            "evidence": [{"id": "a", "title": "A", "kind": "law", "supports": ["pnr-law"]}],
        }
    )
    first = write(tmp_path, "state.json", as_json)
    second = write(
        tmp_path, "state.toml", f'{toml}supports = ["pnr-law"]\n'.replace('"2024-06-30"', "2024-06-30")
    )
    assert run("evaluate", str(first)) == run("evaluate", str(second))


def test_binding_rows_stand_first() -> None:
    """In both lists no row of stronger force stands below one of weaker force, and every row says why."""
    document = data("gaps", str(KESTRIA))
    for name in ("gaps", "evidence_needed"):
        ranks = [FORCES.index(row["force"]) for row in document[name]]
        assert ranks == sorted(ranks)
        assert [row["rank"] for row in document[name]] == list(range(1, len(ranks) + 1))
        assert all(row["why"].startswith(row["force"].replace("_", " ")) for row in document[name])
    assert document["gaps"][0]["force"] == "binding"


def test_fail_on() -> None:
    """--fail-on leaves with 1 where a gap of that force or a stronger one is there; the result is printed."""
    strongest = obligraph("gaps", VELMARK, "--fail-on", "binding")
    assert strongest.status == 1
    assert "sres2396.12.1" in strongest.out
    assert strongest.err == ""


def test_fail_on_sees_only_what_is_as_strong(tmp_path: Path) -> None:
    """A weaker gap than the force named, or none at all, leaves with 0; filters change nothing about that."""
    weaker = """
state = "T"
as_of = 2024-06-30
[[evidence]]
id = "a"
title = "A"
kind = "report"
contradicts = ["women-in-prr-leadership"]
collected = 2024-01-01
"""
    path = str(write(tmp_path, "state.toml", weaker))
    runner = CliRunner()
    assert [row["force"] for row in data("gaps", path)["gaps"]][:1] == ["encouraged"]
    assert runner.invoke(cli, ["gaps", path, "--fail-on", "binding"]).exit_code == 0
    assert runner.invoke(cli, ["gaps", path, "--fail-on", "encouraged"]).exit_code == 1
    assert runner.invoke(cli, ["gaps", path, "--fail-on", "consider", "--force", "binding"]).exit_code == 1
    unknown = ["gaps", path, "--fail-on", "binding", "--unknown-as-unmet"]
    assert runner.invoke(cli, unknown).exit_code == 1


def test_unknown_as_unmet() -> None:
    """--unknown-as-unmet gives one list of all rows of both, with every rating as it was."""
    plain, merged = data("gaps", str(KESTRIA)), data("gaps", str(KESTRIA), "--unknown-as-unmet")
    rows = {row["obligation"]: row["rating"] for name in ("gaps", "evidence_needed") for row in plain[name]}
    assert {row["obligation"]: row["rating"] for row in merged["gaps"]} == rows
    assert merged["evidence_needed"] == []


@pytest.mark.parametrize(
    ("options", "fits"),
    [
        (("--force", "called_upon"), lambda row: row["force"] == "called_upon"),
        (("--instrument", "madrid"), lambda row: row["instrument"] == "madrid"),
        (("--limit", "3"), lambda row: row["rank"] <= 3),
        (("--force", "binding", "--force", "consider"), lambda row: row["force"] in {"binding", "consider"}),
    ],
)
def test_filters_say_what_they_hid(options: tuple[str, ...], fits: Any) -> None:
    """A filter shows exactly the rows that fit it, with their ranks, and a note counts the rest."""
    whole, part = data("gaps", str(KESTRIA)), data("gaps", str(KESTRIA), *options)
    hidden = []
    for name in ("gaps", "evidence_needed"):
        assert part[name] == [row for row in whole[name] if fits(row)]
        hidden.append(len(whole[name]) - len(part[name]))
    assert whole["notes"] == []
    assert f"{hidden[0]} of {len(whole['gaps'])} gaps" in part["notes"][0]
    assert f"{hidden[1]} of {len(whole['evidence_needed'])} rows of evidence needed" in part["notes"][0]


def test_a_filter_by_theme() -> None:
    """--theme shows obligations of that theme alone."""
    themes = {row["obligation"]: row["themes"] for row in data("catalogue", "list")["obligations"]}
    part = data("gaps", str(KESTRIA), "--theme", "passenger-data")
    rows = [row["obligation"] for name in ("gaps", "evidence_needed") for row in part[name]]
    assert rows
    assert all("passenger-data" in themes[name] for name in rows)


def test_as_of_changes_what_counts() -> None:
    """On an earlier day, a law that is replaced by then counts, and the later one does not yet."""
    rows = data("evaluate", str(KESTRIA), "--as-of", "2010-01-01")["ratings"]
    [row] = [row for row in rows if row["obligation"] == "sres2396.17.1"]
    assert "criminal-code-2015" not in {item["evidence"] for item in row["counted"]}
    assert {"criminal-code-2015"} <= {item["evidence"] for item in row["not_counted"]}


def test_output_to_a_file(tmp_path: Path) -> None:
    """--output writes what would have been printed, prints nothing, and says on stderr that it wrote."""
    target = tmp_path / "gaps.json"
    ended = obligraph("gaps", KESTRIA, "--format", "json", "-o", target)
    assert (ended.status, ended.out) == (0, "")
    assert str(target) in ended.err
    assert target.read_text(encoding="utf-8") == run("gaps", str(KESTRIA), "--format", "json")


def test_a_csv_file_opens_in_excel(tmp_path: Path) -> None:
    """A CSV file begins with a byte-order mark, by which Excel knows UTF-8; printed CSV has none."""
    target = tmp_path / "gaps.csv"
    run("gaps", str(KESTRIA), "--format", "csv", "-o", str(target))
    printed = run("gaps", str(KESTRIA), "--format", "csv")
    assert target.read_bytes() == b"\xef\xbb\xbf" + printed.replace("\n", "\r\n").encode()


def test_csv_without_rows_says_the_caveat_on_stderr(tmp_path: Path) -> None:
    """A CSV table without rows is its header alone, and the caveat goes to stderr."""
    path = write(tmp_path, "state.toml", 'state = "T"\nas_of = 2024-06-30\n')
    ended = obligraph("profile", "check", path, "--format", "csv")
    assert len(ended.out.splitlines()) == 1
    assert CAVEAT in ended.err


def test_profile_new_refuses_to_overwrite(tmp_path: Path) -> None:
    """`profile new` leaves a file alone that is there, unless it is told --force."""
    path = write(tmp_path, "state.toml", "mine")
    ended = obligraph("profile", "new", path)
    assert ended.status == 2
    assert "--force" in ended.err
    assert path.read_text(encoding="utf-8") == "mine"
    run("profile", "new", str(path), "--force", "--state", 'Land of "Quotes"')
    assert data("evaluate", str(path))["state"] == 'Land of "Quotes"'


def test_a_new_profile_can_be_assessed_at_once(tmp_path: Path) -> None:
    """A profile as `profile new` writes it has no gap, and every rating is undetermined."""
    path = tmp_path / "state.toml"
    run("profile", "new", str(path))
    assert data("gaps", str(path))["gaps"] == []
    assert {row["rating"] for row in data("evaluate", str(path))["ratings"]} == {"undetermined"}


def test_a_closed_pipe_ends_quietly() -> None:
    """A reader that leaves early sees no traceback and no message."""
    command = f"{sys.executable} -m obligraph gaps {KESTRIA} --format csv | head -c 10"
    ended = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60, check=False)
    assert ended.stdout == b"list,rank,f"[:10]
    assert ended.stderr == b""


def test_ctrl_c_ends_with_one_line() -> None:
    """Ctrl-C while a profile is awaited on standard input ends with one line and status 130."""
    process = subprocess.Popen(
        [sys.executable, "-m", "obligraph", "gaps", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None
    process.stdin.write(b"#" * 2**20)  # more than a pipe holds: this returns when the command is reading
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"obligraph: stopped\n")


def test_a_mistake_of_ours_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error nobody foresaw is one line that asks to report it; --verbose shows the trace."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError("one by nought")

    monkeypatch.setattr("obligraph.engine.evaluation.evaluate", broken)
    monkeypatch.delenv("OBLIGRAPH_DEBUG", raising=False)
    result = CliRunner().invoke(cli, ["evaluate", str(KESTRIA)])
    assert result.exit_code == 2
    assert result.stdout == ""
    [line] = result.stderr.splitlines()
    assert "please report it" in line
    assert "ZeroDivisionError" in line
    assert isinstance(
        CliRunner().invoke(cli, ["--verbose", "evaluate", str(KESTRIA)]).exception, ZeroDivisionError
    )


def test_completion_of_obligations() -> None:
    """The shell completes the ids of obligations, each with its title."""
    environment = {
        "_OBLIGRAPH_COMPLETE": "bash_complete",
        "COMP_WORDS": f"obligraph explain {KESTRIA} sres2396.12",
        "COMP_CWORD": "3",
    }
    result = CliRunner().invoke(cli, prog_name="obligraph", env=environment)
    assert {line.split(",")[1] for line in result.stdout.split()} >= {"sres2396.12.1", "sres2396.12.2"}


def test_completion_of_profiles() -> None:
    """The shell completes the path of a profile as it completes files."""
    environment = {
        "_OBLIGRAPH_COMPLETE": "bash_complete",
        "COMP_WORDS": "obligraph gaps samp",
        "COMP_CWORD": "2",
    }
    assert CliRunner().invoke(cli, prog_name="obligraph", env=environment).stdout.split() == ["file,samp"]


def on_a_terminal(*args: str, **environment: str) -> str:
    """What a call shows on a terminal of 90 columns."""
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    primary, secondary = pty.openpty()
    ran = subprocess.Popen(
        [sys.executable, "-m", "obligraph", *args],
        stdout=secondary,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "COLUMNS": "90", "TERM": "xterm-256color", **environment},
    )
    os.close(secondary)
    shown = b""
    with contextlib.suppress(OSError):  # reading a terminal whose writer has left fails on Linux
        while chunk := os.read(primary, 65536):
            shown += chunk
    os.close(primary)
    assert ran.wait(timeout=60) == 0
    return shown.decode()


def test_a_terminal_gets_colour_and_a_pipe_does_not() -> None:
    """On a terminal ratings are coloured, with NO_COLOR they are not, and the words are the same."""
    args = ("gaps", str(KESTRIA), "--limit", "2")
    plain = run(*args)
    coloured, bare = on_a_terminal(*args), on_a_terminal(*args, NO_COLOR="1")
    assert "\x1b[33mpartly met" in on_a_terminal("evaluate", str(KESTRIA))
    assert "\x1b[3" in coloured
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", bare)
    words = set(plain.replace("|", "").split())
    for shown in (coloured, bare):
        assert words <= set(re.sub(r"\x1b\[[0-9;]*m", "", shown).split())


def test_text_from_a_profile_cannot_steer_a_terminal(tmp_path: Path) -> None:
    """A profile with control characters is refused; marks that turn text round never reach a listing."""
    path = write(tmp_path, "state.toml", PROFILE.replace("Passenger Data Act", "Act \\u001b[31mred\\u0007"))
    refused = CliRunner().invoke(cli, ["gaps", str(path)])
    assert refused.exit_code == 2
    assert "evidence[0].title: holds the control character U+001B" in refused.output
    path = write(tmp_path, "state.toml", PROFILE.replace("Passenger Data Act", "Act \\u202eder\\u2066"))
    for command in SHOWN:
        shown = run(*call(command, path))
        assert "\u202e" not in shown
        assert "\u2066" not in shown
