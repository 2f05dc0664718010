"""The source's own paragraph beside each obligation, read at run time from documents that the user has.

Nothing of a document is kept: what is quoted goes into the report that the user asked for and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from obligraph.errors import Fault, InputError
from obligraph.extract.document import read_document
from obligraph.extract.furniture import blank_furniture
from obligraph.extract.numbering import Node
from obligraph.extract.passage import passage
from obligraph.extract.reading import Reading, read
from obligraph.report.overview.model import Quotation
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.selecting import instrument_of
from obligraph.rules.words import Part


def quotations(folder: Path, catalogue: Catalogue) -> tuple[Mapping[str, Quotation], tuple[str, ...]]:
    """The paragraph of each obligation whose document is in a folder, and what could not be used.

    Args:
        folder: the user's documents, in any format that extraction reads; folders in it are left alone.
        catalogue: the obligations.

    Returns:
        Quotations by obligation, and a sentence for each file that could not be used.

    Raises:
        InputError: the folder is missing or empty.
    """
    found: dict[str, Quotation] = {}
    losses: list[str] = []
    for path in _files(folder):
        try:
            reading = read(read_document(str(path)))
            name = instrument_of(catalogue, reading.source.id, reading.source.symbol, path.name)
        except InputError as error:
            losses += [f"{path.name} was not quoted: {fault.what}." for fault in error.faults]
            continue
        losses += _quote(found, catalogue, name, reading, path.name)
    return found, tuple(losses)


def _quote(
    found: dict[str, Quotation], catalogue: Catalogue, instrument: str, reading: Reading, source: str
) -> Iterator[str]:
    """Puts the paragraphs of one document beside its obligations; says which it could not find."""
    paragraphs = {label: text for label, text in _paragraphs(reading) if text}
    missing = []
    for obligation in catalogue.obligations.values():
        if obligation.instrument != instrument:
            continue
        text = paragraphs.get(_plain(obligation.paragraph))
        if text is None:
            missing.append(obligation.id)
        else:
            found.setdefault(obligation.id, Quotation(text, source))
    if missing:
        yield f"{source}: no paragraph was found for {', '.join(missing)}."


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise InputError([Fault(str(folder), "there is no such folder", way_out="check --sources")])
    files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    if not files:
        raise InputError([Fault(str(folder), "holds no file", way_out="put the documents into it")])
    return files


def _paragraphs(reading: Reading) -> Iterator[tuple[str, str]]:
    """Each provision and item by its plain number; an item with the opening words of its provision."""
    text = blank_furniture(reading.mended.text)
    for node in reading.provisions:
        if node.part is not Part.PREAMBLE:
            yield from _below(text, node, "")


def _below(text: str, node: Node, opening: str) -> Iterator[tuple[str, str]]:
    own = passage(text, node.start, node.end).text
    said = " ".join(filter(None, (opening, own)))
    yield _plain(node.label), said
    for item in node.items:
        yield from _below(text, item, said)


def _plain(label: str) -> str:
    return label.replace(" ", "").lower()
