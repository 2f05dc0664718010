"""The reference says what the program does, and the pages name no command and no option that it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from obligraph.cli.main import cli
from obligraph.cli.options import FORMATS
from obligraph.report.schemas import published
from tests.docs.commands import PAGES, REFERENCE, options, typed, walk
from tests.docs.test_documents import PAGES as DOCUMENTS
from tests.docs.test_documents import ROOT

OTHERS = {"--no-cache-dir": "pip", "--hypothesis-profile": "pytest", "--max-children": "mutmut"}
"""Options that pages name by themselves and that belong to other programs."""

PROGRAMS = {"dask", "git", "pip", "python", "python3", "zensical"}
"""Programs that pages call, whose options are their own affair."""

FENCED = re.compile(r"^```\w*[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`([^`]+)`")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
WRITTEN = [page for page in DOCUMENTS if page.name not in {"commands.md", "figures.md", "force.md"}]
"""The pages that people wrote."""


def spoken(text: str) -> Iterator[str]:
    """What a page says in code: the lines of its blocks, and its spans, each on one line."""
    for block in FENCED.findall(text):
        yield from block.splitlines()
    for span in INLINE.findall(FENCED.sub("", text)):
        yield " ".join(span.split())


def ours(line: str) -> Iterator[str]:
    """The options in a line of code, but for those of calls of other programs."""
    for call in re.split(r"&&|[|;]", line):
        first = call.split()[0] if call.split() else ""
        if Path(first).name not in PROGRAMS:
            yield from OPTION.findall(call)


def calls(text: str) -> Iterator[list[str]]:
    """The calls of `obligraph` in a page, as words after the program's name."""
    for line in spoken(text):
        called = re.match(r"(?:\$ )?obligraph (?!:)(.*)", line)
        if called:
            yield called[1].split()


def resolve(words: list[str]) -> tuple[click.Command, list[str]]:
    """The command that the words call, and the words that are left for it.

    Raises:
        LookupError: a group is told to run what it does not have.
    """
    command: click.Command = cli
    while isinstance(command, click.Group):
        context = click.Context(command)
        if words and (child := command.get_command(context, words[0])):
            command, words = child, words[1:]
        elif child := command.get_command(context, "draw"):
            return child, words
        elif words and re.fullmatch(r"[a-z]+", words[0]):
            raise LookupError(words[0])
        else:
            break
    return command, words


def accepted(command: click.Command) -> set[str]:
    """The options that a command accepts, hidden ones among them."""
    return {name for one in command.get_params(click.Context(command)) for name in one.opts}


@pytest.mark.parametrize("name", PAGES)
def test_written_pages_of_the_reference_are_current(name: str) -> None:
    """The pages of the reference that the program writes are those that it would write now."""
    written = (REFERENCE / name).read_text(encoding="utf-8")
    assert written == PAGES[name](), "run `python -m tests.docs.commands`"


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_call_in_a_page_names_a_command_and_its_options(page: Path) -> None:
    """Each `obligraph` call that a page shows names a command that exists, with options that it takes."""
    for words in calls(page.read_text(encoding="utf-8")):
        command, rest = resolve(words)
        unknown = set(OPTION.findall(" ".join(rest))) - accepted(command)
        assert not unknown, f"obligraph {' '.join(words)}"


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_option_in_a_page_exists(page: Path) -> None:
    """Each option that a page names belongs to a command, or is listed as that of another program."""
    known = {name for _, command in walk() for name in accepted(command)} | OTHERS.keys()
    named = {name for line in spoken(page.read_text(encoding="utf-8")) for name in ours(line)}
    assert not named - known


def test_every_option_stands_in_the_reference() -> None:
    """The page of commands has each command as a heading, and each of its options below that heading."""
    text = (REFERENCE / "commands.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL))
    for path, command in walk():
        section = sections[" ".join(typed(path)) or "obligraph"]
        for one in options(command):
            assert set(one.opts) <= set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", section)), (path, one.opts)


def test_every_command_is_described_by_people() -> None:
    """Each command is named in a page that somebody wrote, not only in the page that the program writes."""
    text = " ".join(" ".join(page.read_text(encoding="utf-8").split()) for page in WRITTEN)
    names = {" ".join(typed(path)) for path, _ in walk() if path}
    missing = [
        name for name in sorted(names) if not re.search(rf"`(?:obligraph )?{name}\b|obligraph {name}\b", text)
    ]
    assert not missing


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_of_a_listing_is_described_and_written(name: str) -> None:
    """Each format that every listing has is written, holds the rows, and has its line among the formats."""
    page = (ROOT / "docs" / "outputs.md").read_text(encoding="utf-8")
    assert f"- **{name}**: " in page
    ran = CliRunner().invoke(cli, ["graph", "ask", "orphans", "--format", name])
    assert ran.exit_code == 0, ran.stderr
    ran = CliRunner().invoke(cli, ["catalogue", "list", "--theme", "biometrics", "--format", name])
    assert ran.exit_code == 0, ran.stderr
    assert "sres2396.15.1" in ran.stdout


def test_every_schema_stands_in_the_reference() -> None:
    """The page of JSON documents names the schema file of every document that has one."""
    text = (REFERENCE / "json.md").read_text(encoding="utf-8")
    missing = [path.name for path in published().values() if f"schema/{path.name}`" not in text]
    assert not missing
