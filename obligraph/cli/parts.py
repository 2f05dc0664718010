"""What of the program and around it is installed on this machine; looked at when it is asked for."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version

from obligraph import __version__

THERE, MISSING, BROKEN = "there", "missing", "broken"

PATIENCE = 20.0
"""Seconds that another program may take to say that it is there."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that may be installed.

    Attributes:
        name: what people call it, with the extra that brings it where one does.
        state: there, missing or broken.
        version: its release, or what there is to say of it; empty where it is missing.
        purpose: what it is for.
        cost: what cannot be had without it; empty where it is there.
        way: how to get it; empty where it is there.
    """

    name: str
    state: str
    version: str
    purpose: str
    cost: str = ""
    way: str = ""


def parts() -> tuple[Part, ...]:
    """Everything that is looked for, in a fixed order."""
    return (_python(), _program(), _catalogue(), *_packages(), _dot(), *_extras(), _output())


def _python() -> Part:
    """The interpreter; one that is too old could not have installed the program."""
    found = ".".join(map(str, sys.version_info[:3]))
    return Part("Python", THERE, f"{found} on {sys.platform}", "runs the program")


def _program() -> Part:
    return Part("Obligraph", THERE, __version__, "the program")


def _catalogue() -> Part:
    """The shipped catalogue, read and checked as each command does."""
    from obligraph.errors import InputError
    from obligraph.rules.packs import load_catalogue

    purpose = "the obligations and measures"
    try:
        found = load_catalogue()
    except InputError as error:
        cost = f"no State can be assessed: {error.faults[0]}"
        return Part("catalogue", BROKEN, "", purpose, cost, "pip install --force-reinstall obligraph")
    holds = f"{len(found.obligations)} obligations, {len(found.measures)} measures"
    return Part("catalogue", THERE, f"{__version__} ({found.fingerprint}), {holds}", purpose)


def _packages() -> Iterator[Part]:
    """The packages that every installation needs, in one line; each that is not well, in its own."""
    needed = [line for line in _required() if "extra ==" not in line]
    if not needed:
        cost = "what it needs is not known; `pip install .` in the checkout mends that"
        yield Part("Python packages", MISSING, "run without being installed", "needed", cost, "pip install .")
        return
    faulty = [part for part in map(_package, needed) if part.state != THERE]
    count = len(needed)
    what = f"{count - len(faulty)} of {count}"
    yield Part("Python packages", BROKEN if faulty else THERE, what, "what each installation needs")
    yield from faulty


def _required() -> list[str]:
    """The packages that the program's metadata names; none where it runs without being installed."""
    try:
        return requires("obligraph") or []
    except PackageNotFoundError:
        return []


def _package(requirement: str) -> Part:
    """A package from its line in the program's own metadata, such as `click>=8.2`."""
    name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
    floor = re.search(r">=\s*([\d.]+)", requirement)
    found = _release(name)
    cost, way = "some commands end in a mistake of the program", f"pip install '{requirement}'"
    if not found:
        return Part(name, MISSING, "", "needed", cost, way)
    if floor and _numbers(found) < _numbers(floor[1]):
        return Part(name, BROKEN, f"{found}, older than {floor[1]}", "needed", cost, way)
    return Part(name, THERE, found, "needed")


def _numbers(release: str) -> tuple[int, ...]:
    """A release as numbers, so that 1.10 is later than 1.9 and the same as 1.10.0."""
    found = re.match(r"\d+(?:\.\d+)*", release)
    numbers = [int(number) for number in found[0].split(".")] if found else []
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def _release(package: str) -> str:
    """The release of a package; empty where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _dot() -> Part:
    """The program that draws."""
    purpose = "pictures as PNG and PDF, and its own layout of SVG and HTML"
    way = "Debian: apt install graphviz; others: graphviz.org"
    path = shutil.which("dot")
    if path is None:
        cost = "graph -o FILE.png and FILE.pdf; every other format is drawn without it"
        return Part("dot", MISSING, "", purpose, cost, way)
    said = re.search(r"version (\S+)", _said(path, "-V"))
    if said is None:
        return Part("dot", BROKEN, "", purpose, "it does not start; pictures may fail", way)
    return Part("dot", THERE, said[1], purpose)


def _extras() -> Iterator[Part]:
    """The extras that users may want; a test holds them to those of `pyproject.toml`."""
    yield _extra(
        "pdf", "typst", "the report as PDF", "report -o FILE.pdf; .html prints to PDF from a browser", "typst"
    )
    yield _extra(
        "cluster",
        "distributed",
        "work shared among machines",
        "--scheduler; --workers shares work on this machine without it",
        "distributed",
    )
    yield _extra(
        "durable",
        "durable-rules",
        "a second engine, as an independent opinion",
        "--engine durable and --engine both; needs a C compiler to install",
        "durable.engine",
        _loads,
    )


def _imports(module: str) -> bool:
    """Whether a package is found, without importing it."""
    from importlib.util import find_spec

    return find_spec(module) is not None


def _loads(module: str) -> bool:
    """Whether a module loads, tried in a process of its own: a compiled one may end its process."""
    return "loads" in _said(sys.executable, "-P", "-W", "ignore", "-c", f"import {module}; print('loads')")


def _extra(
    extra: str, package: str, purpose: str, cost: str, module: str, works: Callable[[str], bool] = _imports
) -> Part:
    name, way = f"{package} [{extra}]", f"pip install 'obligraph[{extra}]'"
    found = _release(package)
    if not found:
        return Part(name, MISSING, "", purpose, cost, way)
    if not works(module):
        return Part(name, BROKEN, f"{found}, does not load", purpose, cost, way)
    return Part(name, THERE, found, purpose)


def _said(*command: str) -> str:
    """What a program says; empty where it fails or says nothing in time."""
    try:
        ran = subprocess.run(  # noqa: S603 - our own interpreter, or the program found by its name
            command, capture_output=True, timeout=PATIENCE, check=True, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return (ran.stdout + ran.stderr).decode(errors="replace")


def _output() -> Part:
    """Standard output: where results go, and how wide and coloured they are set there."""
    purpose = "where results go"
    if not sys.stdout.isatty():
        return Part("standard output", THERE, "no terminal: UTF-8, 100 columns, no colour", purpose)
    columns = shutil.get_terminal_size().columns
    encoding = sys.stdout.encoding.upper()
    colour = "no colour (NO_COLOR)" if os.environ.get("NO_COLOR") else "colour"
    said = f"terminal: {encoding}, {columns} columns, {colour}"
    if encoding.replace("-", "") != "UTF8":
        cost = "letters such as é are shown wrongly; files are UTF-8 all the same"
        return Part("standard output", BROKEN, said, purpose, cost, "set PYTHONUTF8=1 and a UTF-8 locale")
    return Part("standard output", THERE, said, purpose)
