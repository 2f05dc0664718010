"""Runs an extraction over several documents: a document that fails is reported and the rest goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import click

from obligraph.cli.chatter import say
from obligraph.cli.options import Output, emit
from obligraph.cli.sharing import ALONE, Sharing, shared
from obligraph.errors import Fault, InputError
from obligraph.extract.document import document_of
from obligraph.extract.output import FORMATS, shown
from obligraph.extract.reading import Reading, read
from obligraph.files import read_bytes
from obligraph.report.clause_list import clauses_listing
from obligraph.rules.force import ForceTable, Row
from obligraph.rules.force import force_table as load_force_table


@dataclass(frozen=True, slots=True)
class Review:
    """The review sheets of a call.

    Attributes:
        write: where to write a sheet instead of listing, if anywhere.
        read: the sheet whose decisions are made, if any.
    """

    write: Path | None = None
    read: Path | None = None


NO_REVIEW = Review()

Faults = tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A document before it is read.

    Attributes:
        path: as the user gave it, `-` for standard input.
        data: its bytes.
    """

    path: str
    data: bytes


def run(
    documents: tuple[str, ...],
    form: str,
    every: bool,
    table: Path | None,
    sharing: Sharing = ALONE,
    review: Review = NO_REVIEW,
) -> None:
    """Prints the clauses of each document, or writes them to a review sheet.

    Args:
        documents: the paths, `-` for standard input.
        form: `table`, or a key of `obligraph.extract.output.FORMATS`.
        every: whether clauses without a duty are listed, too.
        table: a force table of the user's own.
        sharing: who reads.
        review: the review sheets to write or to take in.

    Raises:
        InputError: some documents could not be read; raised after the others are printed.
    """
    load_force_table(table)
    if form == "toml" and len(documents) > 1 and not review.write:
        fault = Fault("--format toml", "makes one pack of one document", way_out="name one document a call")
        raise InputError([fault])
    faults: list[Fault] = []
    bar = "" if sys.stdout.isatty() and not review.write else "Documents"  # what is listed shows the progress
    work = partial(_reading, rows=load_force_table(table).rows if table else None)
    with shared(work, map(_source, documents), len(documents), sharing, bar) as results:
        readings = _readings(results, faults)
        if review.read:
            readings = _settled(readings, review.read, faults)
        if review.write:
            _write_sheet(readings, every, review.write, faults)
        else:
            _list(readings, form, every)
    if faults:
        raise InputError(faults)


def _list(readings: Iterable[Reading], form: str, every: bool) -> None:
    for place, reading in enumerate(readings):
        if form == "table":
            click.echo(nl=place > 0)
            emit(clauses_listing(reading, every), Output())
            continue
        for line in FORMATS[form](reading, every):
            click.echo(line)


def _readings(results: Iterable[Reading | Faults], faults: list[Fault]) -> Iterator[Reading]:
    """The readings as they come, what is lost in them said; the faults of documents not read are gathered."""
    for result in results:
        if isinstance(result, Reading):
            for loss in result.losses:
                say(f"{result.name}, character {loss.start}: {loss.what}")
            yield result
        else:
            faults += result


def _settled(readings: Iterator[Reading], sheet: Path, faults: list[Fault]) -> Iterator[Reading]:
    """The readings with the decisions of a review sheet made; all are read first, so that none is missed."""
    from obligraph.extract.review import read_review, reviewed

    verdicts = read_review(sheet)
    every = list(readings)
    if faults:
        raise InputError(faults)
    clauses = [clause for reading in every for clause in reading.clauses]
    kept = {id(old): new for old, new in reviewed(clauses, verdicts, str(sheet))}
    for reading in every:
        yield replace(reading, clauses=tuple(kept[id(c)] for c in reading.clauses if id(c) in kept))


def _write_sheet(readings: Iterator[Reading], every: bool, path: Path, faults: list[Fault]) -> None:
    """Writes the review sheet of all documents that could be read."""
    from obligraph.extract.review import write_review

    clauses = [clause for reading in readings for clause in shown(reading, every)]
    if clauses or not faults:
        write_review(path, clauses)
        say(f"wrote {path}: {len(clauses)} clauses for review")


def _source(path: str) -> Source | Faults:
    """A document as it lies there. It is opened here: those who share the work may not see the same files."""
    try:
        return Source(path, read_bytes(path))
    except InputError as error:
        return error.faults


def _reading(source: Source | Faults, rows: tuple[Row, ...] | None) -> Reading | Faults:
    """The reading of one document, or the faults that kept it from being read.

    Args:
        source: the document, or the faults that kept it from being opened.
        rows: those of a force table of the user's own; None for that of the program.
    """
    if not isinstance(source, Source):
        return source
    try:
        document = document_of(source.data, source.path)
        return read(document, load_force_table() if rows is None else ForceTable(rows))
    except InputError as error:
        return error.faults
