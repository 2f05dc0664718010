"""The Tab key: what bash offers, asked of a real bash, and what the program tells zsh and fish."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from obligraph.cli.main import COMMANDS, cli
from tests.cli.command_line import PROFILE, write
from tests.cli.test_commands import leaves

PRESS = """
eval "$(_OBLIGRAPH_COMPLETE=bash_source obligraph)"
COMP_WORDS=({words})
COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
_obligraph_completion obligraph
printf '%s\\n' "${{COMPREPLY[@]}}"
complete -p obligraph
"""
"""What happens in bash between the Tab key and the list of words."""

needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not on this machine")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A search path on which `obligraph` is the program under test."""
    folder = tmp_path_factory.mktemp("bin")
    program = folder / "obligraph"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m obligraph "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


def pressed(path: str, words: str, cwd: Path | None = None) -> list[str]:
    """What bash offers when Tab is pressed behind some words, `''` for a word not begun."""
    ran = subprocess.run(
        ["bash", "--noprofile", "--norc", "-c", PRESS.format(words=words)],
        env={**os.environ, "PATH": path, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        cwd=cwd,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert not ran.stderr
    *offered, registered = ran.stdout.splitlines()
    assert registered.endswith("_obligraph_completion obligraph")
    return [word for word in offered if word]


@needs_bash
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("obligraph ga", ["gaps"]),
        ("obligraph catalogue l", ["lint", "list"]),
        ("obligraph graph ask k", ["keystones"]),
        ("obligraph gaps p.toml --fail", ["--fail-on"]),
        ("obligraph gaps p.toml --fail-on call", ["called_upon"]),
        ("obligraph explain p.toml sres2396.12.", ["sres2396.12.1", "sres2396.12.2", "sres2396.12.3"]),
        ("obligraph catalogue show pnr-l", ["pnr-law"]),
        ("obligraph plan p.toml --without pnr-l", ["pnr-law"]),
        ("obligraph gaps p.toml --theme passenger", ["passenger-data"]),
        ("obligraph catalogue list --instrument sres239", ["sres2395", "sres2396"]),
        ("obligraph graph ask blocks sres2396.13.1", ["sres2396.13.1"]),
        ("obligraph graph ask path pnr-law api-l", ["api-law"]),
    ],
)
def test_bash_offers(path: str, words: str, offered: list[str]) -> None:
    """Bash offers commands, options, choices, and ids of the catalogue, each that fits and no other."""
    assert sorted(pressed(path, words)) == offered


@needs_bash
def test_bash_offers_every_command(path: str) -> None:
    """With nothing typed, bash offers the commands of the help and nothing else."""
    assert sorted(pressed(path, "obligraph ''")) == sorted(COMMANDS)


@needs_bash
def test_a_folder_of_packs_adds_its_ids(path: str, tmp_path: Path) -> None:
    """Where --catalogue is typed, the ids of its packs are offered; a faulty pack offers none, in silence."""
    pack = '[[themes]]\nid = "lamps"\ntitle = "Lamps"\n'
    write(tmp_path, "lamps.toml", pack)
    assert pressed(path, "obligraph gaps p.toml --catalogue . --theme la", tmp_path) == ["lamps"]
    write(tmp_path, "lamps.toml", "[[")
    assert pressed(path, "obligraph gaps p.toml --catalogue . --theme la", tmp_path) == []


def command_at(path: tuple[str, ...]) -> click.Command:
    """The command of a path."""
    found: click.Command = cli
    for name in path:
        assert isinstance(found, click.Group)
        child = found.get_command(click.Context(found), name)
        assert child is not None
        found = child
    return found


FILES = (
    "document",
    "documents",
    "file",
    "profile",
    "earlier",
    "later",
    "folder",
    "output_path",
    "profiles",
    "force_table",
)
"""Parameters that take the path of a file or folder."""


@pytest.mark.parametrize("path", leaves(cli), ids=" ".join)
def test_files_complete_where_files_are_taken(path: tuple[str, ...]) -> None:
    """Every parameter that takes a file or a folder says so to the shell, which then offers files."""
    for each in command_at(path).params:
        if each.name in FILES:
            assert isinstance(each.type, click.Path), each.name


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells(shell: str) -> None:
    """The shells zsh and fish get a script that calls the program, and ids with their titles beside them."""
    runner = CliRunner()
    script = runner.invoke(cli, [], prog_name="obligraph", env={"_OBLIGRAPH_COMPLETE": f"{shell}_source"})
    assert script.exit_code == 0
    assert f"{shell}_complete" in script.output
    typed = "explain p.toml sres2396.12."
    words = {"COMP_WORDS": f"obligraph {typed}", "COMP_CWORD": "3" if shell == "zsh" else "sres2396.12."}
    asked = {"_OBLIGRAPH_COMPLETE": f"{shell}_complete", **words}
    offered = runner.invoke(cli, [], prog_name="obligraph", env=asked)
    assert offered.exit_code == 0
    assert "sres2396.12.1" in offered.output
    assert "PNR data" in offered.output


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_scripts_of_other_shells_are_sound(shell: str, path: str) -> None:
    """The script for zsh or fish is accepted by that shell, where it is on this machine."""
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not on this machine")
    environment = {**os.environ, "PATH": path, "_OBLIGRAPH_COMPLETE": f"{shell}_source"}
    script = subprocess.run(
        [sys.executable, "-m", "obligraph"], env=environment, capture_output=True, check=True, timeout=60
    )
    checked = subprocess.run(
        [program, "-n"], input=script.stdout, capture_output=True, timeout=60, check=False
    )
    assert checked.returncode == 0, checked.stderr


def test_completion_reads_no_profile(tmp_path: Path) -> None:
    """Completing an id reads the catalogue alone: the profile named before it need not be sound."""
    profile = write(tmp_path, "state.toml", PROFILE[:20])
    asked = {
        "_OBLIGRAPH_COMPLETE": "bash_complete",
        "COMP_WORDS": f"obligraph explain {profile} sres2396.12.",
        "COMP_CWORD": "3",
    }
    offered = CliRunner().invoke(cli, [], prog_name="obligraph", env=asked)
    assert offered.exit_code == 0
    assert "plain,sres2396.12.1" in offered.output.splitlines()
