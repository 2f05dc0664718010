"""The force table: which words of which instrument bind how strongly. This module reads and asks it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from obligraph.errors import Faults, InputError, near
from obligraph.files import read_toml
from obligraph.rules.words import Force, InstrumentKind, Issuer

BEARERS = ("organ", "state", "other")
PARTS = ("principle", "preamble")
_LISTS = ("verbs", "frames", "issuers", "kinds", "bearers")
_FIELDS = ("id", *_LISTS, "part", "force", "restated", "chapter_vii", "reason", "source")


@dataclass(frozen=True, slots=True)
class Words:
    """What the force of a clause depends on.

    Attributes:
        verb: the operative verb or modal that the clause acts as.
        frame: how it puts what it asks, such as `shall` or `to`.
        issuer: whose words they are.
        kind: the kind of instrument.
        bearers: `organ`, `state` or `other`.
        part: `principle` among guiding principles, `preamble` in a preamble, else empty.
        chapter_vii: whether Chapter VII of the Charter is invoked for the clause.
    """

    verb: str
    frame: str
    issuer: Issuer
    kind: InstrumentKind
    bearers: str = "other"
    part: str = ""
    chapter_vii: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the force table; an empty condition fits anything."""

    id: str
    force: Force
    reason: str
    source: str
    verbs: frozenset[str] = frozenset()
    frames: frozenset[str] = frozenset()
    issuers: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    bearers: frozenset[str] = frozenset()
    part: str = ""
    restated: bool = False
    chapter_vii: bool | None = None

    def fits(self, words: Words) -> bool:
        """Whether the row's conditions hold for some words."""
        return (
            (not self.verbs or words.verb in self.verbs)
            and (not self.frames or words.frame in self.frames)
            and (not self.issuers or words.issuer.value in self.issuers)
            and (not self.kinds or words.kind.value in self.kinds)
            and (not self.bearers or words.bearers in self.bearers)
            and (not self.part or words.part == self.part)
            and (self.chapter_vii is None or words.chapter_vii is self.chapter_vii)
        )


class ForceTable:
    """The rows of a force table, tried from the top."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = tuple(rows)
        self._known: dict[Words, Row] = {}

    def row(self, words: Words) -> Row:
        """The first row that fits; the last row of every table fits anything.

        >>> from obligraph.rules.words import InstrumentKind, Issuer
        >>> said = Words("decides", "shall", Issuer.SECURITY_COUNCIL, InstrumentKind.RESOLUTION, "state")
        >>> force_table().row(said).id
        'council-decides'
        """
        if words not in self._known:
            self._known[words] = next((row for row in self.rows if row.fits(words)), UNREAD)
        return self._known[words]


UNREAD = Row("unread", Force.NONE, "No row of the table fits these words.", "This table")


@cache
def force_table(own: Path | None = None) -> ForceTable:
    """The force table that comes with the program, with a user's rows put in.

    Args:
        own: a TOML file with rows of the same form: one of a known id replaces that row, any other is
            tried before all rows of the program.

    Raises:
        InputError: the file cannot be read, or a row of it is wrong; all faults at once.
    """
    shipped = _rows(
        read_toml(Path(str(resources.files("obligraph.rules") / "data" / "force.toml"))), "force.toml"
    )
    if own is None:
        return ForceTable(shipped)
    rows = _rows(read_toml(own), own.name)
    ids = {row.id for row in shipped}
    replaced = {row.id: row for row in rows if row.id in ids}
    return ForceTable(
        [*(row for row in rows if row.id not in ids), *(replaced.get(row.id, row) for row in shipped)]
    )


def _rows(data: dict[str, Any], source: str) -> list[Row]:
    faults = Faults(source)
    found = data.get("row")
    if not isinstance(found, list) or not found:
        faults.add("row", "is missing", way_out="write each row of the table as [[row]]")
        raise InputError(faults.found)
    rows = [row for place, item in enumerate(found) if (row := _row(item, f"row[{place}]", faults))]
    seen: set[str] = set()
    for row in rows:
        if row.id in seen:
            faults.add(row.id, "this id is given twice", way_out="ids are unique")
        seen.add(row.id)
    faults.raise_if_any()
    return rows


def _row(item: Any, place: str, faults: Faults) -> Row | None:
    """One row, or None with its faults noted."""
    before = len(faults.found)
    if not isinstance(item, dict):
        faults.add(place, "is not a table", way_out="write each row as [[row]]")
        return None
    for name in item:
        if name not in _FIELDS:
            faults.add(f"{place}.{name}", "is not a field of a row", near(name, _FIELDS) or _FIELDS)
    for name in ("id", "force", "reason", "source"):
        if not isinstance(item.get(name), str) or not item[name].strip():
            faults.add(f"{place}.{name}", "is missing or is not text")
    _check_choices(item, place, faults)
    if len(faults.found) > before:
        return None
    lists = {name: frozenset(item.get(name, ())) for name in _LISTS}
    return Row(
        item["id"],
        Force(item["force"]),
        item["reason"],
        item["source"],
        **lists,
        part=item.get("part", ""),
        restated=item.get("restated", False),
        chapter_vii=item.get("chapter_vii"),
    )


def _check_choices(item: dict[str, Any], place: str, faults: Faults) -> None:
    choices: dict[str, tuple[str, ...]] = {
        "issuers": tuple(Issuer),
        "kinds": tuple(InstrumentKind),
        "bearers": BEARERS,
    }
    for name in _LISTS:
        value = item.get(name, [])
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            faults.add(f"{place}.{name}", "is not a list of words", way_out=f'write it as {name} = ["..."]')
            continue
        for word in value:
            if name in choices and word not in choices[name]:
                faults.add(f"{place}.{name}", f"'{word}' is not known", choices[name])
    if isinstance(item.get("force"), str) and item["force"] not in tuple(Force):
        faults.add(f"{place}.force", f"'{item['force']}' is not a force", tuple(Force))
    if item.get("part", "") not in ("", *PARTS):
        faults.add(f"{place}.part", f"'{item['part']}' is not known", PARTS)
    for name in ("restated", "chapter_vii"):
        if not isinstance(item.get(name, False), bool):
            faults.add(f"{place}.{name}", "is not true or false")
