"""Options that commands share, and the one way in which a result leaves the command line."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from obligraph.cli.chatter import say

if TYPE_CHECKING:
    from pydantic import BaseModel

    from obligraph.report.json_text import Json
    from obligraph.report.listing import Listing

FORMATS = {
    "table": "table to read",
    "csv": "csv for spreadsheets",
    "json": "json for scripts",
}
"""The formats of every listing, the default first, each with what it is for."""

WIDEST = 100
"""The widest text: longer lines are hard to read."""

BYTE_ORDER_MARK = "\ufeff"
"""Begins a CSV file, so that Excel reads it as UTF-8."""

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Output:
    """Where a result goes and in which format.

    Attributes:
        format: one of the names that the command offers, such as `table`, `csv` or `json`.
        path: the file to write; None for standard output.
    """

    format: str = "table"
    path: Path | None = None


path_option = click.option(
    "--output",
    "-o",
    "output_path",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file instead of the screen.",
)


def file_option(endings: str) -> Callable[[Command], Command]:
    """Adds `--output` where a command writes a file and nothing else; it receives `output_path: Path`.

    Args:
        endings: the endings that it can write, in words.
    """
    return click.option(
        "--output",
        "-o",
        "output_path",
        required=True,
        metavar="FILE",
        type=click.Path(dir_okay=False, path_type=Path),
        help=f"The file to write; its ending names the format: {endings}.",
    )


def output_options(*formats: str) -> Callable[[Command], Command]:
    """Adds `--format` and `--output`; the command receives them as `output: Output`.

    Args:
        formats: the formats offered, the default first; all of `FORMATS` where none are named.
    """
    offered = formats or tuple(FORMATS)

    def decorate(command: Command) -> Command:
        @click.option(
            "--format",
            "format_",
            type=click.Choice(offered),
            default=offered[0],
            show_default=True,
            help=f"How to show the result: {', '.join(map(_purpose, offered))}.",
        )
        @path_option
        @wraps(command)
        def wrapper(*args: Any, format_: str, output_path: Path | None, **rest: Any) -> Any:
            return command(*args, output=Output(format_, output_path), **rest)

        return cast("Command", wrapper)

    return decorate


def _purpose(format_: str) -> str:
    """A format with what it is for."""
    return FORMATS.get(format_, format_)


def past_day(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    """Reads a day written as YYYY-MM-DD that does not lie in the future, for use as a callback.

    Raises:
        click.BadParameter: the text is not a date, or the day lies in the future.
    """
    if value is None:
        return None
    try:
        day = dt.date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"'{value}' is not a date; write it as 2024-06-30", ctx, param) from None
    if day > today():
        raise click.BadParameter(f"{day} lies in the future; give today or an earlier day", ctx, param)
    return day


def today() -> dt.date:
    """The day on which the program runs, in local time."""
    return dt.datetime.now().astimezone().date()


as_of_option = click.option(
    "--as-of",
    callback=past_day,
    metavar="DATE",
    help="Assess as of this day (YYYY-MM-DD). Otherwise the day the profile names, else today.",
)

catalogue_option = click.option(
    "--catalogue",
    "catalogue_dir",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Add the packs of this folder to the obligations that come with Obligraph.",
)

public_option = click.option(
    "--public",
    is_flag=True,
    help="Leave out restricted evidence before anything is rated, and say so.",
)


def file_name(path: str) -> str:
    """How results name a file that was read: by its name alone; `-` is standard input."""
    from obligraph.files import STDIN

    return "standard input" if path == STDIN else Path(path).name


def refuse_unknown(command: str, *asked: tuple[str, Iterable[str], Collection[str]]) -> None:
    """Refuses what is not in the catalogue.

    Args:
        command: whose options they are.
        asked: each option, with the ids given to it and those that the catalogue has.

    Raises:
        InputError: an id is unknown; all of them at once, with the nearest or else all that are known.
    """
    from obligraph.errors import Faults, near

    faults = Faults(command)
    for option, given, known in asked:
        for name in given:
            if name not in known:
                faults.add(option, f"'{name}' is not in the catalogue", near(name, known) or sorted(known))
    faults.raise_if_any()


def emit(
    listings: Listing | Sequence[Listing],
    output: Output,
    document: Callable[[], Json | BaseModel] | None = None,
) -> None:
    """Shows one or more listings in the format asked for: on standard output, or in a file written whole.

    Args:
        listings: what to show; several are shown one after the other, and share one CSV table.
        output: format and place.
        document: what `json` shows instead of the rows, where the result has a document type of its own.

    Raises:
        InputError: the file cannot be written.
    """
    from obligraph.report.listing import Listing

    shown = (listings,) if isinstance(listings, Listing) else tuple(listings)
    if output.format == "csv" and not any(listing.rows for listing in shown):
        for note in dict.fromkeys(note for listing in shown for note in listing.notes):
            click.echo(note, err=True)  # a table without rows has no place for them
    if output.format == "table" and output.path is None and sys.stdout.isatty():
        _on_terminal(shown)
    else:
        mark = BYTE_ORDER_MARK if output.format == "csv" and output.path else ""
        emit_text(mark + _as_text(shown, output.format, document), output.path)


def _as_text(
    listings: Sequence[Listing], format_: str, document: Callable[[], Json | BaseModel] | None
) -> str:
    from obligraph.report.csv_table import csv_text
    from obligraph.report.json_text import json_text, listing_document
    from obligraph.report.table import plain_table

    match format_:
        case "table":
            return "\n".join(map(plain_table, listings))
        case "csv":
            return csv_text(listings)
        case "json":
            each: list[Json] = [listing_document(listing) for listing in listings]
            return json_text(document() if document else each[0] if len(each) == 1 else each)
        case _:
            raise ValueError(f"no writer for the format {format_}")


def _on_terminal(listings: Sequence[Listing]) -> None:
    from rich.console import Console

    from obligraph.report.terminal import rich_listing

    console = Console(highlight=False)
    for place, listing in enumerate(listings):
        if place:
            console.print()
        console.print(rich_listing(listing, console.width))


def text_columns(output: Output) -> int:
    """The width of text: that of the terminal up to `WIDEST`, which is also that of pipes and files."""
    if output.path is None and sys.stdout.isatty():
        return max(40, min(WIDEST, shutil.get_terminal_size().columns))
    return WIDEST


def emit_text(text: str, path: Path | None = None) -> None:
    """Sends finished text to standard output as UTF-8, or to a file written whole or not at all.

    Raises:
        InputError: the file cannot be written.
    """
    emit_bytes(text.encode("utf-8", "replace"), path)


def emit_bytes(data: bytes, path: Path | None = None) -> None:
    """Sends a finished result to standard output, or to a file written whole or not at all.

    What was written is said on standard error.

    Raises:
        InputError: the file cannot be written.
    """
    if path is None:
        click.echo(data, nl=False)
        return
    from obligraph.files import write_bytes

    write_bytes(path, data)
    say(f"wrote {path}")
