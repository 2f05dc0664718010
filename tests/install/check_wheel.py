"""Builds sdist and wheel twice, installs the wheel on each Python, runs every command from an empty folder.

    python -m tests.install.check_wheel [--python PATH ...] [--jobs NUMBER]

Needs git, the network (or an index of packages that pip knows) and some minutes; so it is no test, but a
step of `.ci/run`. What is checked is the last commit. It prints the tables of the page on testing, and leaves
with status 1 if anything is not as it should be.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from tests.install.calls import CALLS, FILES, Call

ROOT = Path(__file__).resolve().parents[2]
VERSIONS = ("3.11", "3.12", "3.13")
OUTSIDE = "/nonexistent"
"""A search path on which there is no compiler, no `dot` and nothing else."""


class Built(NamedTuple):
    """An sdist and a wheel."""

    sdist: Path
    wheel: Path


def run(*command: str | Path, **settings: object) -> None:
    """Runs a program that must end well; what it says is shown only if it does not."""
    done = subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, check=False, **settings
    )  # type: ignore[call-overload]
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")


def interpreters() -> Iterator[str]:
    """The Pythons of this machine, one of each version: those of pyenv, else those on the search path."""
    home = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    for version in VERSIONS:
        own = sorted(home.glob(f"{version}.*/bin/python"))
        found = str(own[-1]) if own else shutil.which(f"python{version}")
        if found:
            yield found
        else:
            print(f"Python {version} is not on this machine; not tried")


def digest(path: Path) -> str:
    """The first sixteen hex digits of a file's SHA-256."""
    return sha256(path.read_bytes()).hexdigest()[:16]


def build(builder: Path, tree: Path, **environment: str) -> Built:
    """Builds the sdist, and from it the wheel, in environments that hold what `pyproject.toml` asks for."""
    run(builder, "-m", "build", tree, env={**os.environ, **environment})
    return Built(*(next((tree / "dist").glob(ending)) for ending in ("*.tar.gz", "*.whl")))


def build_twice(builder: Path, folder: Path) -> Built:
    """Builds from two clones at other places, times, locales and masks, and once straight to a wheel."""
    one, other, straight = folder / "one", folder / "another place" / "b", folder / "straight"
    for tree in (one, other, straight):
        run("git", "clone", "--quiet", ROOT, tree)
    first = build(builder, one, TZ="UTC", PYTHONHASHSEED="1")
    before = os.umask(0o077)
    for path in other.rglob("*"):
        if path.is_file() and ".git" not in path.parts:
            os.utime(path, (1_000_000_000, 1_000_000_000))
    second = build(builder, other, TZ="Pacific/Auckland", PYTHONHASHSEED="2", LC_ALL="C")
    os.umask(before)
    run(builder, "-m", "build", "--wheel", straight)
    third = next((straight / "dist").glob("*.whl"))
    same("sdists of two clones", first.sdist, second.sdist)
    same("wheels of two clones", first.wheel, second.wheel)
    same("wheel by way of the sdist, and straight from the tree", first.wheel, third)
    return first


def same(what: str, one: Path, other: Path) -> None:
    """Says whether two files hold the same bytes, and ends if they do not."""
    if one.read_bytes() != other.read_bytes():
        raise SystemExit(f"{what} differ: {digest(one)} and {digest(other)}")
    print(f"| {what} | the same bytes, sha256 {digest(one)}... |")


def check_contents(built: Built) -> None:
    """The wheel holds every file of the package and the licences, and nothing else; the sdist its tests."""
    listed = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "obligraph"], capture_output=True, text=True, check=True
    )
    with zipfile.ZipFile(built.wheel) as wheel:
        held = set(wheel.namelist())
    lacking = set(listed.stdout.split()) - held
    licences = {name.rpartition("/")[2] for name in held if "/licenses/" in name}
    strange = {name for name in held if not name.startswith(("obligraph/", "obligraph-"))}
    with tarfile.open(built.sdist) as sdist:
        tops = {name.split("/")[1] for name in sdist.getnames() if "/" in name}
    if lacking or strange or licences != {"LICENSE", "NOTICE"} or not {"tests", "samples", "docs"} <= tops:
        raise SystemExit(f"contents: lacking {lacking}, strange {strange}, licences {licences}, sdist {tops}")
    print(f"| files in the wheel | {len(held)}, all of the package, with LICENSE and NOTICE |")
    for path in built:
        print(f"| size of {path.name} | {path.stat().st_size / 1e6:.2f} MB |")


def install(python: str, wheel: Path, home: Path) -> tuple[float, float]:
    """Installs the wheel without extras where no compiler can be called.

    Returns:
        The seconds that it took, and the size of all that was installed in MB, pip left out.
    """
    run(python, "-m", "venv", home)
    bare = {**os.environ, "PATH": f"{home / 'bin'}:{OUTSIDE}", "CC": "false", "CXX": "false"}
    begun = time.perf_counter()
    run(home / "bin" / "pip", "install", "--only-binary", ":all:", wheel, env=bare)
    seconds = time.perf_counter() - begun
    held = [path for path in home.rglob("*") if path.is_file() and not path.is_symlink()]
    others = [path for path in held if not {"pip", "setuptools"} & set(path.parts)]
    return seconds, sum(path.stat().st_size for path in others) / 1e6


def call_all(home: Path, folder: Path) -> int:
    """Runs every call in an empty folder; the number of calls.

    Raises:
        SystemExit: one did not do what it must.
    """
    settings = {"PATH": f"{home / 'bin'}:{OUTSIDE}", "HOME": str(folder), "PYTHONWARNINGS": "error"}
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for one in CALLS:
        command = [str(home / "bin" / "obligraph"), *one.words.split()]
        done = subprocess.run(command, cwd=folder, env=settings, capture_output=True, text=True, check=False)
        if faults := faults_of(one, done):
            raise SystemExit(f"obligraph {one.words}: {faults}\n{done.stdout[:2000]}{done.stderr[:2000]}")
    return len(CALLS)


def faults_of(call: Call, done: subprocess.CompletedProcess[str]) -> str:
    """What is wrong with how a call ended; empty where nothing is."""
    if done.returncode != call.status:
        return f"status {done.returncode}, not {call.status}"
    if "Traceback" in done.stderr:
        return "a traceback"
    if call.status == 2 and (done.stdout or len(done.stderr.splitlines()) != 1):
        return "a refusal that is not one line"
    return "" if call.said in (done.stderr if call.status == 2 else done.stdout) else f"no '{call.said}'"


def check_commands(home: Path) -> None:
    """Every command of the installed program stands in a call.

    Raises:
        SystemExit: one does not.
    """
    code = (
        "import click; from obligraph.cli.main import cli\n"
        "def walk(group, path):\n"
        "    for name in group.list_commands(click.Context(group)):\n"
        "        one = group.get_command(click.Context(group), name)\n"
        "        if isinstance(one, click.Group): walk(one, path + name + ' ')\n"
        "        elif name != 'draw': print(path + name)\n"
        "walk(cli, '')"
    )
    command = [str(home / "bin" / "python"), "-P", "-c", code]
    listed = subprocess.run(command, capture_output=True, text=True, check=True, cwd="/").stdout
    words = [one.words for one in CALLS if one.status != 2]
    lacking = [
        name for name in listed.splitlines() if not any(f"{word} ".startswith(f"{name} ") for word in words)
    ]
    if lacking:
        raise SystemExit(f"no call of {', '.join(lacking)} in tests/install/calls.py")


def check_python(python: str, wheel: Path, folder: Path) -> str:
    """Installs on one Python and runs everything; the row to print."""
    said = subprocess.run(
        [python, "-c", "import sys; print('%d.%d.%d' % sys.version_info[:3])"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    home = folder / f"venv-{said}"
    seconds, size = install(python, wheel, home)
    check_commands(home)
    begun = time.perf_counter()
    count = call_all(home, folder / f"empty-{said}")
    return f"| {said} | {seconds:.1f} | {size:.0f} | {count} of {count} | {time.perf_counter() - begun:.0f} |"


def main(args: Sequence[str] | None = None) -> None:
    """Does all of it and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--python", action="append", help="an interpreter; without it, one of each version")
    parser.add_argument("--jobs", type=int, default=1, help="how many Pythons are tried at a time")
    asked = parser.parse_args(args)
    with tempfile.TemporaryDirectory(prefix="obligraph-install-") as name:
        folder = Path(name)
        run(sys.executable, "-m", "venv", folder / "builder")
        builder = folder / "builder" / "bin" / "python"
        run(builder, "-m", "pip", "install", "build")
        print("| built | outcome |\n|---|---|")
        built = build_twice(builder, folder)
        check_contents(built)
        wheel = Path(shutil.copy(built.wheel, folder))
        for tree in ("one", "another place", "straight"):
            shutil.rmtree(folder / tree)
        print(
            "\n| Python | install (s) | installed (MB) | calls as they must be | all calls (s) |\n"
            "|---|--:|--:|--:|--:|"
        )
        with ThreadPoolExecutor(asked.jobs) as pool:
            pythons = asked.python or interpreters()
            for row in pool.map(lambda python: check_python(python, wheel, folder), pythons):
                print(row, flush=True)


if __name__ == "__main__":
    main()
