"""Catalogue packs: TOML files on disk to one checked catalogue.

A pack holds any of the tables of `Pack`. The packs shipped here are one file an instrument, one for
measures (with themes and attributes) and one for relations between instruments.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from obligraph.errors import Fault, Faults, InputError, faults_of, near
from obligraph.files import misplaced, read_toml
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.circles import circle
from obligraph.rules.model import (
    Absent,
    Attribute,
    Difference,
    Frozen,
    Instrument,
    Measure,
    NoDuty,
    Obligation,
    Relation,
    Theme,
)


class Pack(Frozen):
    """What one pack file holds; every table is optional."""

    instrument: Instrument | None = None
    """The instrument whose obligations the pack lists."""
    obligations: tuple[Obligation, ...] = ()
    no_duty: tuple[NoDuty, ...] = ()
    absent: tuple[Absent, ...] = ()
    differences: tuple[Difference, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    """Further instruments, such as those that are only cited."""
    themes: tuple[Theme, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    measures: tuple[Measure, ...] = ()
    relations: tuple[Relation, ...] = ()


def read_pack(path: Path) -> Pack:
    """Reads and checks one pack by itself.

    Raises:
        InputError: the file cannot be read or its tables are not as the schema says; all faults at once.
    """
    data = read_toml(path)
    header = data.get("instrument")
    if isinstance(header, dict) and isinstance(data.get("obligations"), list):
        data["obligations"] = [_with_instrument(row, header.get("id")) for row in data["obligations"]]
    try:
        return Pack.model_validate(data)
    except ValidationError as error:
        raise InputError(faults_of(error, path.name)) from None


def _with_instrument(row: Any, instrument: Any) -> Any:
    """An obligation as a pack writes it, which leaves out its instrument, with the instrument named."""
    return {"instrument": instrument, **row} if isinstance(row, dict) else row


def shipped_packs() -> Path:
    """The folder of the packs that come with the program."""
    return Path(str(resources.files("obligraph.rules") / "data" / "packs"))


@cache
def load_catalogue(directory: Path | None = None) -> Catalogue:
    """The catalogue of the shipped packs, with the packs of a folder added.

    Args:
        directory: a folder of further packs; a file there replaces a shipped pack of the same file name.

    Raises:
        InputError: a pack cannot be read, or the packs do not fit together; all faults at once.
    """
    return assemble(shipped_and(directory))


def shipped_and(directory: Path | None = None) -> dict[str, Pack]:
    """The shipped packs by file name, with the packs of a folder added; arguments as for `load_catalogue`.

    Raises:
        InputError: a pack cannot be read; all faults at once.
    """
    return read_packs(_files(shipped_packs()) | ({} if directory is None else own_files(directory)))


def own_files(directory: Path) -> dict[str, Path]:
    """The packs of a user's folder, by file name.

    Raises:
        InputError: there is no such folder, no pack in it, or one that is a link out of it.
    """
    if not (found := _files(directory)):
        raise InputError([Fault(str(directory), "is not a folder with packs (*.toml)")])
    faults = Faults(str(directory))
    for name, path in sorted(found.items()):
        if said := misplaced(path, directory):
            faults.add(name, said, way_out="put a copy into the folder")
    faults.raise_if_any()
    return found


def _files(directory: Path) -> dict[str, Path]:
    return {path.name: path for path in directory.glob("*.toml")} if directory.is_dir() else {}


def read_packs(paths: Mapping[str, Path]) -> dict[str, Pack]:
    """The packs in some files, by file name.

    Raises:
        InputError: a pack cannot be read; all faults at once.
    """
    faults = Faults("catalogue")
    packs: dict[str, Pack] = {}
    for name in sorted(paths):
        with faults.gather():
            packs[name] = read_pack(paths[name])
    faults.raise_if_any()
    return packs


def assemble(packs: Mapping[str, Pack]) -> Catalogue:
    """Joins packs into a catalogue.

    Args:
        packs: the packs by the name used in messages.

    Raises:
        InputError: an id is given twice, a reference leads nowhere, or `presupposes` has a cycle; all
            faults at once.
    """
    faults = Faults("catalogue")
    instruments = _by_id(packs, _instruments, faults)
    obligations = _by_id(packs, lambda pack: pack.obligations, faults)
    measures = _by_id(packs, lambda pack: pack.measures, faults)
    headed = {pack.instrument.id: pack for pack in packs.values() if pack.instrument}
    catalogue = Catalogue(
        instruments=instruments,
        obligations=obligations,
        measures=measures,
        relations=tuple(relation for pack in packs.values() for relation in pack.relations),
        themes=_by_id(packs, lambda pack: pack.themes, faults),
        attributes=_by_id(packs, lambda pack: pack.attributes, faults),
        no_duty={name: pack.no_duty for name, pack in headed.items()},
        absent={name: pack.absent for name, pack in headed.items()},
        differences={name: pack.differences for name, pack in headed.items()},
    )
    faults.extend(check(catalogue))
    faults.raise_if_any()
    return catalogue


def _instruments(pack: Pack) -> tuple[Instrument, ...]:
    return ((pack.instrument, *pack.instruments)) if pack.instrument else pack.instruments


def _by_id(packs: Mapping[str, Pack], rows: Any, faults: Faults) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, pack in packs.items():
        for row in rows(pack):
            if row.id in found:
                twice = Fault(f"{name}: {row.id}", "this id is given twice", way_out="ids are unique")
                faults.extend([twice])
            found[row.id] = row
    return found


def check(catalogue: Catalogue) -> Iterator[Fault]:
    """What keeps a catalogue from being used.

    That is: references that lead nowhere, clauses listed twice, and cycles of `presupposes`.
    """
    yield from _dangling(catalogue)
    yield from _clauses_twice(catalogue)
    yield from _cycle(catalogue)


def _dangling(catalogue: Catalogue) -> Iterator[Fault]:
    nodes = {**catalogue.instruments, **catalogue.obligations, **catalogue.measures}
    for obligation in catalogue.obligations.values():
        yield from _missing(f"{obligation.id}: needs", obligation.needed, catalogue.measures, "measure")
        yield from _missing(
            f"{obligation.id}: safeguards", obligation.safeguards, catalogue.measures, "measure"
        )
        yield from _missing(f"{obligation.id}: themes", obligation.themes, catalogue.themes, "theme")
        yield from _missing(
            f"{obligation.id}: applies_if", obligation.applies_if, catalogue.attributes, "attribute"
        )
        yield from _missing(
            f"{obligation.id}: instrument", [obligation.instrument], catalogue.instruments, "instrument"
        )
    for measure in catalogue.measures.values():
        yield from _missing(f"{measure.id}: theme", [measure.theme], catalogue.themes, "theme")
        yield from _missing(f"{measure.id}: watched_by", measure.watched_by, catalogue.measures, "measure")
    for relation in catalogue.relations:
        where = f"relation {relation.type.value} {relation.source} -> {relation.target}"
        yield from _missing(where, [relation.source, relation.target], nodes, "node")


def _clauses_twice(catalogue: Catalogue) -> Iterator[Fault]:
    """Clauses under no_duty that are listed before, as an obligation or without a duty."""
    seen = {(o.instrument, o.paragraph, o.ordinal) for o in catalogue.obligations.values()}
    for instrument, rows in catalogue.no_duty.items():
        for row in rows:
            clause = (instrument, row.paragraph, row.ordinal)
            if clause in seen:
                where = f"{instrument}: no_duty {row.paragraph}, {row.ordinal}"
                yield Fault(
                    where, "this clause is listed twice", way_out="a clause either asks something or not"
                )
            seen.add(clause)


def _missing(where: str, used: Iterable[str], known: Mapping[str, object], noun: str) -> Iterator[Fault]:
    for name in used:
        if name not in known:
            yield Fault(where, f"'{name}' is not a known {noun}", near(name, known))


def _cycle(catalogue: Catalogue) -> Iterator[Fault]:
    if chain := circle(catalogue.presupposed):
        yield Fault("presupposes", f"goes round in a circle: {chain}", way_out="drop one of these relations")
