"""The command line starts quickly: help imports click and next to nothing else."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = (
    "pydantic",
    "networkx",
    "rich",
    "graphviz",
    "defusedxml",
    "tomllib",
    "json",
    "difflib",
    "dataclasses",
)

PROBE = """
import sys
from click.testing import CliRunner
before = set(sys.modules)
from obligraph.cli.main import cli
result = CliRunner().invoke(cli, {args!r})
assert result.exit_code == 0, result.output
print(*sorted({{name.split('.')[0] for name in set(sys.modules) - before}}))
"""


def imported(*args: str) -> set[str]:
    """The packages that a call imports beyond click, in a process of its own."""
    code = PROBE.format(args=list(args))
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    return set(ran.stdout.decode().split())


def test_help_imports_nothing_heavy() -> None:
    """The front page of help imports no package besides click and our own."""
    assert imported("--help").isdisjoint(HEAVY)


@pytest.mark.parametrize("command", ["evaluate", "gaps", "explain", "plan", "compare", "portfolio", "impact"])
def test_help_of_a_command_imports_nothing_heavy(command: str) -> None:
    """The help of a command that assesses needs neither pydantic nor networkx nor rich."""
    assert imported(command, "--help").isdisjoint({"pydantic", "networkx", "rich", "graphviz"})
