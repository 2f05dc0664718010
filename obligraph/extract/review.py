"""The review sheet: a workbook in which a person accepts, changes or rejects what was read."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from obligraph.errors import Fault, Faults, InputError, near
from obligraph.extract.clause import Clause
from obligraph.rules.words import Actor, Force

REVIEWED = "reviewer"
"""The force rule of a clause whose force a reviewer has set."""


class Decision(StrEnum):
    """What a reviewer says of a proposed clause."""

    ACCEPT = "accept"
    CHANGE = "change"
    REJECT = "reject"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A reviewer's line on one clause.

    Attributes:
        clause: the clause's id.
        print: the fingerprint of the clause that the reviewer saw.
        decision: what was decided; `open` for a line that was left empty.
        force: the force that the reviewer gives it; None to keep the proposed one.
        addressees: the addressees that the reviewer gives it; None to keep the proposed ones.
        action: the wording of the action that the reviewer gives it; empty to keep the proposed one.
        note: the reviewer's note.
        where: the sheet and line, for messages.
    """

    clause: str
    print: str
    decision: Decision
    force: Force | None = None
    addressees: tuple[Actor, ...] | None = None
    action: str = ""
    note: str = ""
    where: str = ""


def fingerprint(clause: Clause) -> str:
    """A short sign of what a clause says and where, which changes when either does."""
    said = f"{clause.id}|{clause.verb}|{clause.action}|{clause.action_span}"
    return "c" + hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:12]


def write_review(path: Path | str, clauses: Iterable[Clause]) -> None:
    """Writes the review sheet of some clauses, the least certain marked; same clauses, same bytes.

    Raises:
        InputError: the file cannot be written, or two clauses have one id, as in two copies of a text.
    """
    from obligraph.extract.review_sheet import workbook_of
    from obligraph.files import write_bytes

    clauses = list(clauses)
    twice = sorted(clause for clause, n in Counter(c.id for c in clauses).items() if n > 1)
    if twice:
        what = f"clause '{twice[0]}' is there twice"
        raise InputError(
            [Fault(str(path), what, way_out="review each copy of a document in a sheet of its own")]
        )
    write_bytes(path, workbook_of(clauses))


def read_review(path: Path | str) -> tuple[Verdict, ...]:
    """Reads a review sheet back, one verdict a line.

    Raises:
        InputError: the file is no review sheet, or cells of it cannot be used; every such cell is named.
    """
    from obligraph.extract.review_sheet import rows_of

    faults = Faults(str(path))
    verdicts = [_verdict(place, cells, faults) for place, cells in rows_of(path)]
    seen: dict[str, str] = {}
    for verdict in verdicts:
        if verdict.clause in seen:
            faults.add(verdict.where, f"'{verdict.clause}' is in line {seen[verdict.clause]} already")
        seen[verdict.clause] = re.sub(r"\D+", "", verdict.where)
    faults.raise_if_any()
    return tuple(verdicts)


def _verdict(place: Place, cells: dict[str, str], faults: Faults) -> Verdict:
    """The verdict of one line; what cannot be used is noted."""
    force = _choice(place, "your_force", cells, [f.value for f in Force], faults)
    decision = _choice(place, "decision", cells, [d.value for d in Decision], faults)
    addressees = _addressees(place, cells["your_addressees"], faults)
    action = cells["your_action"].strip()
    changed = bool(force or addressees or action)
    if changed and decision not in {"", Decision.CHANGE}:
        what = f"the decision is '{decision}', but the line holds a change"
        faults.add(place.cell("decision"), what, way_out="choose 'change', or empty the cells of the change")
    if decision == Decision.CHANGE and not changed:
        faults.add(place.cell("decision"), "the decision is 'change', but nothing is changed")
    if not cells["id"]:
        faults.add(place.cell("id"), "is empty", way_out="take the line out, or write the sheet again")
    return Verdict(
        cells["id"],
        cells["print"],
        Decision(decision) if decision else Decision.CHANGE if changed else Decision.OPEN,
        Force(force) if force else None,
        addressees or None,
        action,
        cells["note"].strip(),
        place.cell("id"),
    )


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a sheet, which names its cells in messages.

    Attributes:
        sheet: the name of the sheet.
        row: the number of the line, from 1.
        columns: column -> its letter.
    """

    sheet: str
    row: int
    columns: dict[str, str]

    def cell(self, column: str) -> str:
        """The sheet and cell, as people write it.

        >>> Place("Clauses", 7, {"note": "R"}).cell("note")
        'Clauses!R7'
        """
        return f"{self.sheet}!{self.columns[column]}{self.row}"


def _choice(place: Place, column: str, cells: dict[str, str], known: Sequence[str], faults: Faults) -> str:
    """The value of a cell that takes one of some values, or nothing."""
    given = cells[column].strip()
    value = re.sub(r"[ -]+", "_", given.lower())
    if not value or value in known:
        return value
    hint = near(value, known, 1)
    faults.add(
        place.cell(column),
        f"'{given}' is not accepted here",
        known,
        f"did you mean '{hint[0]}'?" if hint else "",
    )
    return ""


def _addressees(place: Place, text: str, faults: Faults) -> tuple[Actor, ...]:
    found = []
    for part in re.split(r"[,;\n]", text):
        word = re.sub(r"[ -]+", "_", part.strip().lower())
        if word in set(Actor):
            found.append(Actor(word))
        elif word:
            known = near(word, set(Actor)) or tuple(Actor)
            faults.add(place.cell("your_addressees"), f"'{part.strip()}' is not an addressee", known)
    return tuple(dict.fromkeys(found))


def reviewed(
    clauses: Iterable[Clause], verdicts: Iterable[Verdict], source: str
) -> Iterator[tuple[Clause, Clause]]:
    """The clauses as the reviewer left them, each behind the clause as proposed.

    Accepted and changed clauses come without doubts; rejected ones do not come. Clauses that the
    sheet does not hold, and those left open, stay as proposed.

    Raises:
        InputError: the sheet speaks of clauses that the documents do not hold, or that read otherwise now.
    """
    clauses = list(clauses)
    proposed = {clause.id: clause for clause in clauses}
    by_id = {verdict.clause: verdict for verdict in verdicts}
    faults = Faults(source)
    if by_id and not by_id.keys() & proposed.keys():
        sheet, read = (sorted({i.split(".")[0] for i in ids}) for ids in (by_id, proposed))
        faults.add(
            "", f"reviews {', '.join(sheet)}, but the documents are {', '.join(read) or 'without clauses'}"
        )
    else:
        for verdict in by_id.values():
            _check(verdict, proposed, faults)
    faults.raise_if_any()
    for clause in clauses:
        decided = by_id.get(clause.id)
        if decided is None or decided.decision is Decision.OPEN:
            yield clause, clause
        elif decided.decision is not Decision.REJECT:
            yield clause, _settled(clause, decided)


def _check(verdict: Verdict, proposed: Mapping[str, Clause], faults: Faults) -> None:
    """Notes a decision on a clause that is not there, or that reads otherwise now."""
    if verdict.decision is Decision.OPEN:
        return
    clause = proposed.get(verdict.clause)
    if clause is None:
        hint = near(verdict.clause, proposed)
        faults.add(verdict.where, f"the documents hold no clause '{verdict.clause}'", hint)
    elif verdict.print != fingerprint(clause):
        what = f"clause '{clause.id}' reads otherwise now than when it was reviewed"
        faults.add(verdict.where, what, way_out="write the sheet again and review this clause")


def _settled(clause: Clause, verdict: Verdict) -> Clause:
    """A clause with the reviewer's changes, and no doubt left."""
    if verdict.force and verdict.force is not clause.force:
        clause = replace(clause, force=verdict.force, force_rule=REVIEWED, force_words=clause.verb)
    if verdict.addressees:
        clause = replace(clause, addressees=verdict.addressees)
    if verdict.action:
        clause = replace(clause, action=verdict.action)
    return replace(clause, confidence=1.0, signals=(), other_reading="")
