"""Evidence from the lines of all themes: one record from all lines that bear its id."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from obligraph.errors import Faults
from obligraph.report.workbook.cell_values import Value
from obligraph.report.workbook.columns import EVIDENCE, Holds, Says
from obligraph.report.workbook.found_tables import Read
from obligraph.report.workbook.places import Places

LOCATED = ("article", "page", "quote")
CLAIMED = ("measure", "says", "extent", "shortfall")
"""What belongs to a line, and not to the record."""

DESCRIBED = tuple(
    each.key
    for each in EVIDENCE.fields
    if each.key not in CLAIMED and each.holds not in {Holds.SHOWN, Holds.ORDER}
)
"""What describes a record, on whichever line it stands."""

LAST = 10**9
"""Stands for the order of a line that was added by hand."""


@dataclass(slots=True)
class _Record:
    """A record as it is put together."""

    lines: list[Read]
    said: dict[str, tuple[Value, Read]] = field(default_factory=dict)

    @property
    def order(self) -> int:
        """The place it had when the workbook was written."""
        return min(_order(line, "record") for line in self.lines)


def evidence_tables(lines: Iterable[Read], places: Places, faults: Faults) -> list[dict[str, object]]:
    """The evidence as plain data, in the order in which it was exported; what is new comes last.

    Args:
        lines: the lines of all themes.
        places: where the cell of each field is noted.
        faults: where lines that do not fit together are noted.
    """
    records: dict[str, _Record] = {}
    for line in lines:
        name = line.text("id")
        if not name and "id" not in line.faulty:
            faults.add(line.where("id"), "there is no evidence id", way_out="give the record a short name")
        elif name:
            records.setdefault(name, _Record([])).lines.append(line)
    ordered = sorted(records.items(), key=lambda entry: entry[1].order)
    return [_table(name, record, at, places, faults) for at, (name, record) in enumerate(ordered)]


def _table(name: str, record: _Record, at: int, places: Places, faults: Faults) -> dict[str, object]:
    """One record as plain data."""
    record.lines.sort(key=lambda line: _order(line, "claim"))
    for line in record.lines:
        _describe(record, line, faults)
    table: dict[str, object] = {"id": name}
    locator: dict[str, object] = {}
    first = record.lines[0]
    places.note(("evidence", at), first, "id")
    for key in DESCRIBED:
        value, line = record.said.get(key, (None, first))
        path = ("evidence", at, "locator", key) if key in LOCATED else ("evidence", at, key)
        places.note(path, line, key)
        if value not in (None, "", []):
            (locator if key in LOCATED else table)[key] = value
    if locator:
        table["locator"] = locator
    return table | _claims(record, at, places, faults)


def _describe(record: _Record, line: Read, faults: Faults) -> None:
    """Takes over what a line says of the record; two lines may not say different things."""
    for key in (*DESCRIBED, *line.faulty):
        value = line.values.get(key)
        if key in line.faulty:
            record.said.setdefault(key, (None, line))
        elif value not in (None, "", []):
            before, other = record.said.setdefault(key, (value, line))
            if _silent(before):
                record.said[key] = (value, line)
            elif before is not None and before != value and not _silent(value):
                what = f"differs from {other.where(key)}, though the evidence id is the same"
                faults.add(line.where(key), what, way_out="say it on one line only, or use another id")


def _silent(value: Value) -> bool:
    """Whether a text consists of blanks, and so cannot differ from another."""
    return isinstance(value, str) and not value.strip()


def _claims(record: _Record, at: int, places: Places, faults: Faults) -> dict[str, object]:
    """What a record says of measures."""
    found: dict[str, list[dict[str, Value]]] = {Says.SUPPORTS: [], Says.CONTRADICTS: []}
    seen: set[tuple[Value, ...]] = set()
    for line in record.lines:
        same = tuple(line.values.get(key) for key in ("claim", *CLAIMED))
        says = _side(line, faults)
        if says is None:
            places.note(("evidence", at), line, "says")  # that the record says nothing is the same fault
        if says is None or (same[0] is not None and same in seen):
            continue
        seen.add(same)
        path = ("evidence", at, says, len(found[says]))
        claim = {key: line.values[key] for key in ("measure", "extent", "shortfall") if line.values.get(key)}
        for key in ("measure", "extent", "shortfall"):
            places.note((*path, key), line, key)
        if "measure" not in line.values and "measure" not in line.faulty:
            faults.add(
                line.where("measure"), "there is no measure", way_out="its ids stand in the sheet Choices"
            )
        found[says].append(claim)
    return {says: claims for says, claims in found.items() if claims}


def _side(line: Read, faults: Faults) -> str | None:
    """Which way a line speaks; None with a fault where it does not say so."""
    said = line.text("says")
    if said in tuple(Says):
        return said
    if "says" not in line.faulty:
        what = f"'{said[:40]}' is not accepted here" if said else "does not say which way the record speaks"
        faults.add(line.where("says"), what, tuple(Says))
    return None


def _order(line: Read, key: str) -> int:
    value = line.values.get(key)
    return value if isinstance(value, int) else LAST
