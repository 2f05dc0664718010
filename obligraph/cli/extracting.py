"""Runs an extraction over several documents: a document that fails is reported and the rest goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import click

from obligraph.errors import Fault, InputError
from obligraph.extract.output import FORMATS, shown
from obligraph.extract.reading import Reading, read
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


def run(
    documents: tuple[str, ...],
    form: str,
    every: bool,
    table: Path | None,
    workers: int,
    review: Review = NO_REVIEW,
) -> None:
    """Prints the clauses of each document, or writes them to a review sheet.

    Args:
        documents: the paths, `-` for standard input.
        form: a key of `obligraph.extract.output.FORMATS`.
        every: whether clauses without a duty are listed, too.
        table: a force table of the user's own.
        workers: how many processes read; 1 for none but this.
        review: the review sheets to write or to take in.

    Raises:
        InputError: some documents could not be read; raised after the others are printed.
    """
    load_force_table(table)
    if form == "toml" and len(documents) > 1 and not review.write:
        fault = Fault("--format toml", "makes one pack of one document", way_out="name one document a call")
        raise InputError([fault])
    faults: list[Fault] = []
    readings = _readings(documents, table, workers, faults)
    if review.read:
        readings = _settled(readings, review.read, faults)
    if review.write:
        _write_sheet(readings, every, review.write, faults)
    else:
        for reading in readings:
            for line in FORMATS[form](reading, every):
                click.echo(line)
    if faults:
        raise InputError(faults)


def _readings(
    documents: tuple[str, ...], table: Path | None, workers: int, faults: list[Fault]
) -> Iterator[Reading]:
    """The readings as they come; the faults of documents that could not be read are gathered."""
    for done, result in enumerate(_results(documents, table, workers), 1):
        if isinstance(result, Reading):
            yield result
        else:
            faults += result
        if len(documents) > 1 and sys.stderr.isatty():
            click.echo(f"\r{done} of {len(documents)} documents", err=True, nl=done == len(documents))


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
        click.echo(f"{len(clauses)} clauses for review in {path}", err=True)


def _results(documents: tuple[str, ...], table: Path | None, workers: int) -> Iterator[Reading | list[Fault]]:
    if workers == 1 or len(documents) == 1:
        yield from (_one(path, table) for path in documents)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(min(workers, len(documents)), mp_context=get_context("spawn")) as pool:
        yield from pool.map(_one, documents, [table] * len(documents), chunksize=4)


def _one(path: str, table: Path | None) -> Reading | list[Fault]:
    """The reading of one document, or the faults that kept it from being read."""
    from obligraph.extract.document import read_document

    try:
        return read(read_document(path), load_force_table(table))
    except InputError as error:
        return list(error.faults)
