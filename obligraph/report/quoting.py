"""The source's own paragraph beside each obligation, read at run time from documents that the user has.

Nothing of a document is kept: what is quoted goes into the output that the user asked for and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from obligraph.errors import Fault, InputError
from obligraph.extract.document import read_document
from obligraph.extract.paragraphs import LaidOut, Paragraph, lay_out, paragraphs, same_number
from obligraph.files import misplaced
from obligraph.report.listing import Column, Listing
from obligraph.report.naming import provision, quotation_lead
from obligraph.report.view import View
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Obligation
from obligraph.rules.selecting import instrument_of


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words of a paragraph, from a file of the user's.

    Attributes:
        text: the words on one line, as they were mended.
        paragraph: its number, as the file has it.
        file: the name of the file.
        damaged: whether words in it are uncertain, lost or unreadable.
    """

    text: str
    paragraph: str
    file: str
    damaged: bool

    @property
    def lead(self) -> str:
        """What stands before the words."""
        return quotation_lead(self.paragraph, self.file, damaged=self.damaged)


@dataclass(frozen=True, slots=True)
class Quoted:
    """What could be quoted.

    Attributes:
        by_obligation: the paragraph of each obligation that was found, by its id.
        losses: a sentence for each file that could not be used, each document that is not there, and each
            that lacks paragraphs.
    """

    by_obligation: Mapping[str, Quotation]
    losses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Copy:
    """A document in the folder that is an instrument of the catalogue."""

    instrument: str
    file: str
    laid: LaidOut


def quotations(folder: Path, catalogue: Catalogue, wanted: Iterable[Obligation]) -> Quoted:
    """The paragraphs of some obligations, as far as their documents are in a folder.

    A document is known by its content, or by its name where the content bears no symbol. Where two files are
    the same instrument, the first by name is quoted, and the second where the first lacks a paragraph.

    Args:
        folder: the user's documents, in any format that extraction reads; folders in it are left alone.
        catalogue: the catalogue with the instruments.
        wanted: the obligations of which the paragraphs are looked for.

    Raises:
        InputError: there is no such folder.
    """
    by_instrument: dict[str, list[Obligation]] = {}
    for obligation in wanted:
        by_instrument.setdefault(obligation.instrument, []).append(obligation)
    losses: list[str] = []
    copies = list(_copies(_files(folder), catalogue, losses))
    found: dict[str, Quotation] = {}
    for instrument, obligations in by_instrument.items():
        own = [copy for copy in copies if copy.instrument == instrument]
        if own:
            losses += _quote(found, catalogue, own, obligations)
        else:
            symbol = catalogue.instruments[instrument].symbol
            losses.append(f"There is no document of {symbol} in {folder.name or folder}.")
    return Quoted(found, tuple(losses))


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        what = "is a file, not a folder" if folder.exists() else "there is no such folder"
        raise InputError([Fault(str(folder), what, way_out="name a folder with documents after --sources")])
    try:
        return sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except OSError as error:
        raise InputError([Fault(str(folder), f"cannot be read: {error.strerror}")]) from None


def _copies(files: Iterable[Path], catalogue: Catalogue, losses: list[str]) -> Iterator[_Copy]:
    """The documents that are instruments of the catalogue; says of every other file why it is not used."""
    for path in files:
        if said := misplaced(path, path.parent):
            losses.append(f"{path.name} was not quoted: {said}.")
            continue
        try:
            laid = lay_out(read_document(str(path)))
            instrument = instrument_of(catalogue, laid.source.id, laid.source.symbol, path.name)
        except InputError as error:
            losses.append(f"{path.name} was not quoted: {'; '.join(fault.what for fault in error.faults)}.")
            continue
        yield _Copy(instrument, path.name, laid)


def _quote(
    found: dict[str, Quotation],
    catalogue: Catalogue,
    copies: Sequence[_Copy],
    obligations: Iterable[Obligation],
) -> Iterator[str]:
    """Puts the paragraphs of an instrument beside its obligations; says which it could not find."""
    texts: dict[str, Quotation] = {}
    for copy in copies:
        for number, quotation in _numbered(copy):
            texts.setdefault(number, quotation)
    missing: list[Obligation] = []
    for obligation in obligations:
        if said := texts.get(same_number(obligation.paragraph)):
            found[obligation.id] = said
        else:
            missing.append(obligation)
    files = " and ".join(copy.file for copy in copies)
    for reason, numbers in _by_reason(catalogue, missing).items():
        yield f"{files}: not found: paragraph {', '.join(numbers)}.{f' {reason}' if reason else ''}"


def _by_reason(catalogue: Catalogue, missing: Iterable[Obligation]) -> Mapping[str, Mapping[str, None]]:
    """The numbers of paragraphs that were not found, by the reason that the pack gives; empty where none."""
    found: dict[str, dict[str, None]] = {}
    for obligation in missing:
        known = catalogue.differences.get(obligation.instrument, ())
        place = (obligation.paragraph, obligation.ordinal, "missing")
        reasons = (each.reason for each in known if (each.paragraph, each.ordinal, each.field) == place)
        found.setdefault(next(reasons, ""), {})[obligation.paragraph] = None
    return found


def _numbered(copy: _Copy) -> Iterator[tuple[str, Quotation]]:
    """Each paragraph of a document with its number as it is compared; annexes of their own left out."""
    for each in paragraphs(copy.laid):
        if each.instrument == copy.laid.source.id:
            yield same_number(each.label), _quotation(each, copy.file)


def _quotation(paragraph: Paragraph, file: str) -> Quotation:
    return Quotation(paragraph.text, paragraph.label, file, paragraph.damaged)


def quoted_listing(view: View, quoted: Quoted) -> Listing:
    """The paragraph of each rated obligation, as far as it was found; the notes say what was not."""
    found = view.assessment
    rows = tuple(
        (name, provision(found.catalogue, each.obligation), said.file, said.damaged, said.text)
        for name, each in found.ratings.items()
        if (said := quoted.by_obligation.get(name))
    )
    columns = (
        Column("obligation", "Id"),
        Column("provision", "Paragraph"),
        Column("file", "File"),
        Column("damaged", "Damaged here"),
        Column("text", "The text", detail=True),
    )
    notes = (*quoted.losses, *view.closing)
    return Listing("The source's own words", columns, rows, notes, view.context, "Nothing could be quoted.")
