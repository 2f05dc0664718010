"""Each extra's absence is one message that names it, and nothing that needs no extra asks for one."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.test_doctor import FOR_DEVELOPERS, PROJECT
from tests.golden import SAMPLES

ROOT = Path(__file__).resolve().parents[2]
KESTRIA = SAMPLES / "kestria" / "profile.toml"
RESOLUTION = SAMPLES / "resolution" / "resolution.txt"

EXTRAS: Mapping[str, tuple[str, ...]] = PROJECT["project"]["optional-dependencies"]

MODULES = {
    "typst": ("typst",),
    "distributed": ("distributed", "dask"),
    "durable-rules": ("durable", "durable.engine", "durable_rules_engine"),
}
"""The modules of each package of an extra for users, which are kept from being imported."""

CALLS: Mapping[str, tuple[str, ...]] = {
    "pdf": (f"report {KESTRIA} -o report.pdf",),
    "cluster": (
        f"portfolio {SAMPLES} --scheduler 127.0.0.1:1",
        f"extract {RESOLUTION} {RESOLUTION} --scheduler 127.0.0.1:1",
    ),
    "durable": (
        f"evaluate {KESTRIA} --engine durable",
        f"evaluate {KESTRIA} --engine both",
        f"watch {KESTRIA} --once --engine durable",
    ),
}
"""What needs an extra."""

BLOCKED = """
import sys
for name in {modules!r}:
    sys.modules[name] = None
from obligraph.cli.main import main
sys.argv = ["obligraph", *{words!r}]
main()
"""


def packages(extra: str) -> list[str]:
    """The packages that an extra brings."""
    return [re.split(r"[^\w.-]", line)[0] for line in EXTRAS[extra]]


def without(extras: list[str], words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A call in a process that cannot import what some extras bring."""
    modules = [name for extra in extras for package in packages(extra) for name in MODULES[package]]
    code = BLOCKED.format(modules=modules, words=words.split())
    return subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_every_extra_for_users_is_tried() -> None:
    """The extras of the project are those for developers and those whose absence is tried here."""
    assert set(EXTRAS) == FOR_DEVELOPERS | CALLS.keys()
    assert {package for extra in CALLS for package in packages(extra)} == MODULES.keys()


@pytest.mark.parametrize(("extra", "call"), [(extra, call) for extra in CALLS for call in CALLS[extra]])
def test_a_missing_extra_is_named_in_one_line(extra: str, call: str, tmp_path: Path) -> None:
    """Without the extra, what needs it is refused with status 2 and one line that says how to install it."""
    ran = without([extra], call, tmp_path)
    assert ran.returncode == 2, ran.stderr
    assert ran.stdout == ""
    [line] = ran.stderr.splitlines()
    assert f"pip install 'obligraph[{extra}]'" in line
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "call",
    [
        f"gaps {KESTRIA} --limit 1",
        f"portfolio {SAMPLES} --show order",
        f"extract {RESOLUTION}",
        f"report {KESTRIA} -o report.html",
        f"evaluate {KESTRIA}",
        f"watch {KESTRIA} --once",
        "doctor",
    ],
)
def test_nothing_else_needs_an_extra(call: str, tmp_path: Path) -> None:
    """Without any extra, the same commands do all else."""
    ran = without(list(CALLS), call, tmp_path)
    assert ran.returncode == 0, ran.stderr


def test_messages_and_pages_name_no_other_extra() -> None:
    """Every `obligraph[...]` in the code and the pages is an extra of the project."""
    files = [*(ROOT / "obligraph").rglob("*.py"), *(ROOT / "docs").rglob("*.md"), ROOT / "README.md"]
    named = {name for path in files for name in re.findall(r"obligraph\[(\w+)\]", path.read_text("utf-8"))}
    assert named == set(CALLS)
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8")) == PROJECT
