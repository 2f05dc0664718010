"""Runs an extraction over several documents: a document that fails is reported and the rest goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from obligraph.errors import Fault, InputError
from obligraph.extract.output import FORMATS
from obligraph.extract.reading import Reading, read
from obligraph.rules.force import force_table as load_force_table


def run(documents: tuple[str, ...], form: str, every: bool, table: Path | None, workers: int) -> None:
    """Prints the clauses of each document.

    Args:
        documents: the paths, `-` for standard input.
        form: a key of `obligraph.extract.output.FORMATS`.
        every: whether clauses without a duty are listed, too.
        table: a force table of the user's own.
        workers: how many processes read; 1 for none but this.

    Raises:
        InputError: some documents could not be read; raised after the others are printed.
    """
    load_force_table(table)
    faults: list[Fault] = []
    printed = 0
    for done, result in enumerate(_results(documents, table, workers), 1):
        if isinstance(result, Reading):
            for line in FORMATS[form](result, every):
                click.echo(line)
            printed += 1
        else:
            faults += result
        if len(documents) > 1 and sys.stderr.isatty():
            click.echo(f"\r{done} of {len(documents)} documents", err=True, nl=done == len(documents))
    if faults:
        raise InputError(faults)


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
