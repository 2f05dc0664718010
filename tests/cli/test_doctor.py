"""`obligraph doctor` and `obligraph samples`: what is there, what is missing, and something to try it on."""

from __future__ import annotations

import json
import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import pytest
from click.testing import CliRunner

from obligraph import __version__
from obligraph.cli import parts as looked_at
from obligraph.cli.main import cli
from obligraph.cli.parts import BROKEN, MISSING, THERE, Part, parts
from obligraph.cli.samples import SAMPLES
from obligraph.rules.packs import load_catalogue
from tests.cli.command_line import obligraph

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
FOR_DEVELOPERS = {"test", "docs", "bench", "browser", "oscal"}
"""Extras that serve the tests, the site and the measurements; no command needs one."""


def part(name: str) -> Part:
    """The part whose name begins so."""
    [found] = [each for each in parts() if each.name.startswith(name)]
    return found


def test_doctor_names_every_extra_that_a_user_may_want() -> None:
    """Each extra of the project is either looked for or listed here as one for developers."""
    looked = set(re.findall(r"\[(\w+)\]", " ".join(each.name for each in parts())))
    assert looked | FOR_DEVELOPERS == set(PROJECT["project"]["optional-dependencies"])
    assert not looked & FOR_DEVELOPERS


def test_the_state_of_the_catalogue_and_of_the_program() -> None:
    """The releases are those of the program and of its catalogue, with the fingerprint that results carry."""
    catalogue = load_catalogue()
    assert part("Obligraph").version == __version__
    assert part("catalogue").version.startswith(f"{__version__} ({catalogue.fingerprint})")
    assert part("Python packages").state == THERE


def test_doctor_says_the_same_twice() -> None:
    """Two processes on one machine print the same bytes, and leave with 0."""
    first, second = obligraph("doctor", "--format", "json"), obligraph("doctor", "--format", "json")
    assert first.status == 0
    assert first.err == ""
    assert first.out == second.out
    assert {row["state"] for row in json.loads(first.out)["rows"]} <= {THERE, MISSING, BROKEN}


@pytest.mark.parametrize("format_", ["table", "csv", "json"])
def test_what_is_missing_comes_with_its_cost_and_the_way_to_it(
    monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    """Without any extra and without `dot`, each is named with what is lacking and how to get it; status 0."""
    gone = ("typst", "distributed", "durable-rules")
    release = looked_at._release
    monkeypatch.setattr(looked_at, "_release", lambda name: "" if name in gone else release(name))
    monkeypatch.setattr("shutil.which", lambda _: None)
    ran = CliRunner().invoke(cli, ["doctor", "--format", format_])
    assert ran.exit_code == 0
    said = " ".join(ran.stdout.split())
    for extra in ("pdf", "cluster", "durable"):
        assert f"pip install 'obligraph[{extra}]'" in said
    assert "apt install graphviz" in said
    missing = [each for each in parts() if each.state == MISSING]
    assert len(missing) == 4
    assert all(each.cost in said for each in missing)


def test_a_package_that_is_older_than_needed_is_named() -> None:
    """A package below the release that the program needs is broken, and one that is gone is missing."""
    found = looked_at._package("click>=99.1")
    assert (found.state, found.version) == (BROKEN, f"{version('click')}, older than 99.1")
    assert looked_at._package("click>=8.2").state == THERE
    assert looked_at._package("no-such-package>=1").state == MISSING


@pytest.mark.parametrize(
    ("older", "newer"), [("1.9", "1.10"), ("8.2", "8.2.1"), ("0.20.3", "0.21"), ("5.0.0rc1", "5.1")]
)
def test_releases_are_compared_by_number(older: str, newer: str) -> None:
    """Releases are compared number by number; 1.0 and 1.0.0 are one."""
    assert looked_at._numbers(older) < looked_at._numbers(newer)
    assert looked_at._numbers("1.0") == looked_at._numbers("1.0.0")


def test_what_is_needed_is_what_the_project_declares() -> None:
    """The metadata that doctor reads names packages that the project declares."""
    declared = {re.split(r"[^\w.-]", line)[0].lower() for line in PROJECT["project"]["dependencies"]}
    installed = {
        re.split(r"[^\w.-]", line)[0].lower() for line in requires("obligraph") or () if "extra" not in line
    }
    assert installed <= declared


def test_a_program_that_is_not_installed_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run straight from a checkout, where no metadata says what is needed, doctor says so and goes on."""

    def missing(name: str) -> list[str]:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(looked_at, "requires", missing)
    found = part("Python packages")
    assert (found.state, found.way) == (MISSING, "pip install .")


def test_an_extra_that_does_not_load_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that is installed and does not load, as durable-rules on a new Python, is broken."""
    monkeypatch.setattr(looked_at, "_release", lambda _: "1.0")
    found = looked_at._extra("pdf", "typst", "for", "cost", "no_such_module_here", looked_at._loads)
    assert (found.state, found.version) == (BROKEN, "1.0, does not load")
    assert looked_at._loads("json")


def test_samples_are_copied_whole(tmp_path: Path) -> None:
    """The folder holds each sample as the project has it, and a second call changes nothing."""
    for _ in range(2):
        ran = obligraph("samples", cwd=tmp_path)
        assert ran.status == 0, ran.err
        assert ran.out == ""
        for name in SAMPLES:
            assert (tmp_path / "samples" / name).read_bytes() == (ROOT / "samples" / name).read_bytes()
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == len(SAMPLES)


def test_samples_overwrite_nothing_that_differs(tmp_path: Path) -> None:
    """A file that somebody has edited stays, all such files are named at once, and --force takes them."""
    edited = [tmp_path / "mine" / name for name in SAMPLES[:2]]
    for path in edited:
        path.parent.mkdir(parents=True)
        path.write_text("mine", encoding="utf-8")
    ran = obligraph("samples", "mine", cwd=tmp_path)
    assert ran.status == 2
    assert len(ran.err.splitlines()) == 2
    assert [path.read_text(encoding="utf-8") for path in edited] == ["mine", "mine"]
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 2
    assert obligraph("samples", "mine", "--force", cwd=tmp_path).status == 0
    assert edited[0].read_text(encoding="utf-8") != "mine"


def test_samples_into_a_file(tmp_path: Path) -> None:
    """A folder that cannot be made is refused in one line."""
    (tmp_path / "samples").write_text("a file", encoding="utf-8")
    ran = obligraph("samples", cwd=tmp_path)
    assert ran.status == 2
    assert len(ran.err.splitlines()) == 1


def test_the_wheel_is_told_of_every_sample() -> None:
    """What `obligraph samples` copies is what the project puts into the wheel, every State among it."""
    forced = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert forced == {f"samples/{name}": f"obligraph/samples/{name}" for name in SAMPLES}
    states = {f"{path.parent.name}/profile.toml" for path in (ROOT / "samples").glob("*/profile.toml")}
    assert states <= set(SAMPLES)
