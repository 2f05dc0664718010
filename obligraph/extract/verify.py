"""Holds a catalogue pack against a document, clause by clause, and reports every difference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from obligraph.errors import Fault, InputError, near
from obligraph.extract.clause import Clause, Span
from obligraph.extract.paragraphs import same_number
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Difference, obligation_id
from obligraph.rules.words import Force, Part

Field = Literal["verb", "force", "bearers", "restated", "missing", "extra"]
"""What differs; `missing`: only the pack has the clause; `extra`: only the document has it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference between a pack and a document.

    Attributes:
        id: the clause, by the pack's numbering where the pack has it.
        paragraph: the provision.
        ordinal: its place in the provision, by the same numbering as `id`.
        field: what differs.
        pack: what the pack says; empty where it has no such clause.
        document: what was read in the document; empty where nothing was.
        explained: the reason, where the pack lists the difference as known; else empty.
        span: where the clause stands in the document; None where it was not found.
    """

    id: str
    paragraph: str
    ordinal: int
    field: Field
    pack: str
    document: str
    explained: str = ""
    span: Span | None = None

    def __str__(self) -> str:
        """The finding as one line.

        >>> print(Finding("sres2396.1.1", "1", 1, "force", "binding", "called upon"))
        1, clause 1: force: the pack says binding, the document called upon
        """
        where = f"{self.paragraph}, clause {self.ordinal}"
        known = f" (known: {self.explained})" if self.explained else ""
        if self.field == "missing":
            return f"{where}: in the pack ({self.pack}), not found in the document{known}"
        if self.field == "extra":
            return f"{where}: in the document ({self.document}), not in the pack{known}"
        return f"{where}: {self.field}: the pack says {self.pack}, the document {self.document}{known}"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A clause as the pack has it; what `no_duty` leaves open is None."""

    paragraph: str
    ordinal: int
    force: Force
    verb: str | None = None
    bearers: frozenset[str] | None = None
    restated: bool | None = None

    @property
    def words(self) -> str:
        return f"{self.verb}, {self.force.words}" if self.verb else "no duty"


def verify(catalogue: Catalogue, instrument_id: str, clauses: Iterable[Clause]) -> tuple[Finding, ...]:
    """All differences between an instrument's pack and a document's clauses, in the order of the provisions.

    Clauses are aligned within their provision, so that one that is missing does not shift the rest. Preambles
    are left out, and so is narrative that the pack does not speak of.

    Args:
        catalogue: the catalogue with the pack.
        instrument_id: the instrument whose pack is held against the document.
        clauses: all clauses of the document, those without a duty among them.

    Raises:
        InputError: the catalogue has no such instrument.
    """
    if instrument_id not in catalogue.instruments:
        fault = Fault(
            "catalogue", f"has no instrument '{instrument_id}'", near(instrument_id, catalogue.instruments)
        )
        raise InputError([fault])
    entries = _entries(catalogue, instrument_id)
    known: Known = {
        (d.paragraph, d.ordinal, d.field): d for d in catalogue.differences.get(instrument_id, ())
    }
    listed = {same_number(entry.paragraph) for entry in entries}
    read = [c for c in clauses if _counts(c, listed)]
    found: list[Finding] = []
    paragraphs = dict.fromkeys(
        [same_number(e.paragraph) for e in entries] + [same_number(c.paragraph) for c in read]
    )
    for paragraph in sorted(paragraphs, key=_order):
        found += _paragraph(
            instrument_id,
            [e for e in entries if same_number(e.paragraph) == paragraph],
            [c for c in read if same_number(c.paragraph) == paragraph],
            known,
        )
    return tuple(found)


def _counts(clause: Clause, listed: set[str]) -> bool:
    """Whether a clause belongs to what a pack covers."""
    narrative = clause.part is Part.NARRATIVE and same_number(clause.paragraph) in listed
    return clause.part in {Part.OPERATIVE, Part.PRINCIPLE} or narrative


def _order(paragraph: str) -> tuple[tuple[int, str], ...]:
    """Numbers by their value, letters by the alphabet."""
    parts = re.findall(r"\d+|[a-z]+", paragraph)
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in parts)


def _entries(catalogue: Catalogue, instrument: str) -> list[_Entry]:
    duties = [
        _Entry(o.paragraph, o.ordinal, o.force, o.verb, frozenset(a.value for a in o.bearers), o.restated)
        for o in catalogue.obligations.values()
        if o.instrument == instrument
    ]
    none = [_Entry(n.paragraph, n.ordinal, Force.NONE) for n in catalogue.no_duty.get(instrument, ())]
    return sorted([*duties, *none], key=lambda entry: (_order(same_number(entry.paragraph)), entry.ordinal))


Known = dict[tuple[str, int, Field], Difference]
Place = tuple[str, str, int]


def _paragraph(
    instrument: str, entries: Sequence[_Entry], clauses: Sequence[Clause], known: Known
) -> list[Finding]:
    found: list[Finding] = []
    for entry, clause in _aligned(entries, clauses):
        found += _compare(instrument, entry, clause, known)
    return found


def _aligned(
    entries: Sequence[_Entry], clauses: Sequence[Clause]
) -> list[tuple[_Entry | None, Clause | None]]:
    """The pairs of the best alignment in order; one side is None where the other has no counterpart."""
    if len(entries) == len(clauses):
        return list(zip(entries, clauses, strict=True))

    pairs = _pairs(entries, clauses)
    taken = set(pairs.values())
    rows: list[tuple[_Entry | None, Clause | None]] = [
        (entry, clauses[pairs[i]] if i in pairs else None) for i, entry in enumerate(entries)
    ]
    return rows + [(None, clause) for j, clause in enumerate(clauses) if j not in taken]


def _pairs(entries: Sequence[_Entry], clauses: Sequence[Clause]) -> dict[int, int]:
    """The best alignment: by the place of an entry, the place of the clause that is its counterpart."""
    alike = [[_likeness(entry, clause) for clause in clauses] for entry in entries]
    rest = [[0] * (len(clauses) + 1) for _ in range(len(entries) + 1)]
    for i in reversed(range(len(entries))):
        for j in reversed(range(len(clauses))):
            rest[i][j] = max(alike[i][j] + rest[i + 1][j + 1], rest[i + 1][j], rest[i][j + 1])
    pairs: dict[int, int] = {}
    i = j = 0
    while i < len(entries) and j < len(clauses):
        if rest[i][j] == alike[i][j] + rest[i + 1][j + 1]:
            pairs[i] = j
            i, j = i + 1, j + 1
        elif rest[i][j] == rest[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _likeness(entry: _Entry, clause: Clause) -> int:
    """How much a clause of the document looks like one of the pack; above 0 for any pair."""
    verb = entry.verb is None or entry.verb == clause.verb
    return 1 + 4 * verb + 3 * (entry.force is clause.force) + 2 * (entry.bearers == _bearers(clause))


def _bearers(clause: Clause) -> frozenset[str]:
    return frozenset(actor.value for actor in clause.addressees)


def _compare(instrument: str, entry: _Entry | None, clause: Clause | None, known: Known) -> list[Finding]:
    if entry is None and clause is not None:
        words = f"{clause.verb}, {clause.force.words}".lstrip(", ")
        place = (instrument, clause.paragraph, clause.ordinal)
        return [_finding(place, ("extra", "", words), clause, known)]
    if entry is None:
        return []
    place = (instrument, entry.paragraph, entry.ordinal)
    if clause is None:
        return [_finding(place, ("missing", entry.words, ""), None, known)]
    return [_finding(place, row, clause, known) for row in _fields(entry, clause) if row[1] != row[2]]


def _fields(entry: _Entry, clause: Clause) -> Iterable[tuple[Field, str, str]]:
    """What both sides say of each field that the pack settles."""
    yield "force", entry.force.words, clause.force.words
    if entry.verb is not None:
        yield "verb", entry.verb, clause.verb
    if entry.restated is not None:
        yield "restated", _yes(entry.restated), _yes(clause.restated)
    if entry.bearers is not None:
        yield "bearers", ", ".join(sorted(entry.bearers)), ", ".join(sorted(_bearers(clause)))


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _finding(place: Place, sides: tuple[Field, str, str], clause: Clause | None, known: Known) -> Finding:
    instrument, paragraph, ordinal = place
    field, pack, document = sides
    difference = known.get((paragraph, ordinal, field))
    return Finding(
        obligation_id(instrument, paragraph, ordinal),
        paragraph,
        ordinal,
        field,
        pack,
        document,
        difference.reason if difference else "",
        clause.action_span if clause else None,
    )
