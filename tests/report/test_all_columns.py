"""One row model behind every format: each listing of each command, compared in all formats."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from openpyxl.workbook import Workbook
from rich.console import Console

from obligraph.cli import options
from obligraph.cli.main import cli
from obligraph.report.csv_table import csv_text
from obligraph.report.json_text import Json, json_text, listing_document
from obligraph.report.listing import Cell, Listing, blank, cell_text
from obligraph.report.overview.html_parts import Tables
from obligraph.report.overview.markdown import _listing as markdown_listing
from obligraph.report.table import clean, plain_table
from obligraph.report.terminal import rich_listing
from obligraph.report.workbook.results import HEAD, shown_value
from obligraph.report.workbook.results import _listing as listing_sheet
from tests.golden import ROOT, SAMPLES
from tests.report.test_public_everywhere import WORDS, commands

OTHERS: dict[str, tuple[str, ...]] = {
    "catalogue export": ("measures",),
    "catalogue list": (),
    "catalogue lint": (),
    "catalogue verify": (str(ROOT / "samples/resolution/resolution.txt"), "--instrument", "sres2396"),
    "doctor": (),
}
"""The commands with listings that know no State, with what else they are called with."""

SAID_BY: dict[str, tuple[str, ...]] = {
    "provision": ("symbol", "paragraph"),
    "bounds": ("bounds_before", "bounds_after"),
    "place": ("place_before", "place_after"),
    "because": ("causes",),
    "notes_on_it": ("notes",),
    "obligations": ("directly", "through_others"),
}
"""The columns that a JSON document says in fields of other names."""

IN_ORDER = {"step"}
"""The columns that number the rows, which a list has by itself."""


def listing_commands() -> Iterator[str]:
    """Every command that offers its listing as CSV."""
    for name, command in commands():
        choices = [
            p.type.choices for p in command.params if p.name == "format_" and isinstance(p.type, click.Choice)
        ]
        if choices and "csv" in choices[0]:
            yield name


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the profile that the calls name."""
    made = tmp_path_factory.mktemp("columns")
    (made / "state.toml").write_bytes((SAMPLES / "sorvena" / "profile.toml").read_bytes())
    return made


def listings_of(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Sequence[Listing], Json | None, str]:
    """The listings that a command shows, its JSON document where it has one of its own, and its CSV."""
    kept: list[tuple[Sequence[Listing], Json | None]] = []

    def keep(listings: Sequence[Listing], form: str, document: object) -> str:
        kept.append((listings, json.loads(json_text(document())) if callable(document) else None))
        return csv_text(listings)

    monkeypatch.chdir(folder)
    monkeypatch.setattr(options, "_as_text", keep)
    words = WORDS.get(name, OTHERS.get(name, ()))
    result = CliRunner().invoke(cli, [*name.split(), *words, "--format", "csv"])
    assert result.exit_code == 0, result.output
    [(listings, document)] = kept
    return listings, document, result.stdout


def fields(document: Json) -> set[str]:
    """The names of all fields of a document, however deep."""
    if isinstance(document, dict):
        return set(document).union(*map(fields, document.values()))
    if isinstance(document, list | tuple):
        return set().union(*map(fields, document))
    return set()


def said(text: str) -> str:
    """A text without what formats put between words: blanks, lines, escapes, marks."""
    return re.sub(r"[\s\\\W_]+", "", re.sub(r"&#?\w+;", "", text))


def cells(row: tuple[Cell, ...], listing: Listing, form: str) -> Iterator[tuple[str, str]]:
    """The cells that every table shows, each item of a list by itself, with the heading of its column.

    In Markdown, a row with details below it is a line, in which words that say what they are stand alone.
    """
    in_line = form == "Markdown" and any(column.detail and column.table for column in listing.columns)
    for column, cell in zip(listing.columns, row, strict=True):
        if column.table and not ((column.detail or in_line) and blank(cell)):
            alone = in_line and not (column.detail or column.right or cell_text(cell) in {"yes", "no"})
            items = cell if isinstance(cell, tuple) else (cell_text(cell),)
            yield from (("" if alone else column.heading, clean(item)) for item in items)


def rendered(listing: Listing) -> Iterator[tuple[str, str]]:
    """A listing in each format that is read by people."""
    console = Console(width=2000, file=io.StringIO(), color_system=None, highlight=False)
    console.print(rich_listing(listing, 2000))
    assert isinstance(console.file, io.StringIO)
    yield "table", plain_table(listing)
    yield "terminal", console.file.getvalue()
    yield "Markdown", re.sub(r"&#\d+;", "", "\n".join(markdown_listing(listing)))
    yield "HTML", re.sub(r"<[^>]*>", " ", "\n".join(Tables(()).listing(listing)))


@pytest.mark.parametrize("name", sorted(listing_commands()))
def test_every_format_has_every_column_and_row(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """CSV, JSON, table, terminal, Markdown, HTML and workbook show the same columns and rows of a listing."""
    assert name in WORDS or name in OTHERS, f"say how to call {name}"
    listings, document, table = listings_of(name, folder, monkeypatch)
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert len(rows) == sum(len(listing.rows) for listing in listings)
    named = fields(document) if document is not None else set()
    for listing in listings:
        keys = [column.key for column in listing.columns]
        if rows:
            assert set(keys) <= set(rows[0])
        if document is None:
            named = fields(listing_document(listing))
        for key in keys if listing.rows else ():
            assert key in named or key in IN_ORDER or set(SAID_BY.get(key, ("",))) <= named, key
        for form, text in rendered(listing):
            plain = said(text)
            for row in listing.rows:
                lost = [
                    (h, c)
                    for h, c in cells(row, listing, form)
                    if said(h) not in plain or said(c) not in plain
                ]
                assert not lost, (form, lost[:3])
        book = Workbook()
        listing_sheet(book, "Listing", listing)
        sheet = book["Listing"]
        read = list(sheet.iter_rows(min_row=HEAD, max_col=len(keys), values_only=True))
        assert read[0] == tuple(column.heading for column in listing.columns)
        for row, line in zip(listing.rows, read[1:], strict=False):
            assert [cell or None for cell in line] == [shown_value(cell) or None for cell in row]
