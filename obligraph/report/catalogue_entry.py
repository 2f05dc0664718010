"""One entry of the catalogue: an obligation, a measure or an instrument, as a JSON document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from obligraph.errors import Fault, InputError, near
from obligraph.report.catalogue_documents import (
    Asking,
    ClauseLeftOut,
    Entry,
    InstrumentEntry,
    MeasureAsked,
    MeasureEntry,
    Neighbour,
    ObligationEntry,
)
from obligraph.report.catalogue_list import force_counts, head, obligation_row
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.force import UNREAD, force_table
from obligraph.rules.need import words
from obligraph.rules.words import EdgeType

_FROM: dict[EdgeType, tuple[str, str]] = {
    EdgeType.CITES: ("cites", "is cited by"),
    EdgeType.RESTATES: ("restates", "is restated by"),
    EdgeType.ELABORATES: ("elaborates", "is elaborated by"),
    EdgeType.PRESUPPOSES: ("presupposes", "is presupposed by"),
    EdgeType.SUPERSEDES: ("supersedes", "is superseded by"),
}
"""The relations that packs write, as seen from their source and from their target."""


def entry(catalogue: Catalogue, name: str) -> Entry:
    """The entry of an id, whatever it names.

    Raises:
        InputError: no obligation, measure or instrument has this id; near ones are named.
    """
    if name in catalogue.obligations:
        return _obligation(catalogue, name)
    if name in catalogue.measures:
        return _measure(catalogue, name)
    if name in catalogue.instruments:
        return _instrument(catalogue, name)
    known = list(catalogue.titles)
    what = "is no obligation, measure or instrument of the catalogue"
    found = near(name, known) or tuple(each for each in known if each.startswith(name))
    raise InputError([Fault(name, what, found, "obligraph catalogue list names all obligations")])


def _obligation(catalogue: Catalogue, name: str) -> ObligationEntry:
    obligation = catalogue.obligations[name]
    row = {row.id: row for row in force_table().rows}.get(obligation.force_rule, UNREAD)
    return ObligationEntry(
        catalogue=head(catalogue),
        obligation=obligation_row(catalogue, obligation),
        force_reason=row.reason,
        force_source=row.source,
        applies_words=tuple(
            catalogue.attributes[name].title if value else f"not: {catalogue.attributes[name].title}"
            for name, value in obligation.applies_if.items()
        ),
        need_words=words(obligation.needs) if obligation.needs else "",
        measures=_asked(catalogue, obligation.needed),
        watching=_asked(catalogue, obligation.safeguards),
        relations=_relations(catalogue, name),
    )


def _asked(catalogue: Catalogue, names: Iterable[str]) -> tuple[MeasureAsked, ...]:
    found = (catalogue.measures[name] for name in names)
    return tuple(
        MeasureAsked(measure=each.id, title=each.title, axis=each.axis, expects=each.expects)
        for each in found
    )


def _relations(catalogue: Catalogue, name: str) -> tuple[Neighbour, ...]:
    """The relations from an entry and to it, those from it first, in catalogue order."""
    return (*_neighbours(catalogue, name, forward=True), *_neighbours(catalogue, name, forward=False))


def _neighbours(catalogue: Catalogue, name: str, *, forward: bool) -> Iterator[Neighbour]:
    for relation in catalogue.relations:
        here, there = (relation.source, relation.target)[:: 1 if forward else -1]
        if here == name:
            yield Neighbour(
                relation=_FROM[relation.type][0 if forward else 1],
                id=there,
                title=catalogue.titles[there],
                reason=relation.reason,
                basis=relation.basis,
                status=relation.status,
            )


def _measure(catalogue: Catalogue, name: str) -> MeasureEntry:
    measure = catalogue.measures[name]
    return MeasureEntry(
        catalogue=head(catalogue),
        measure=measure.id,
        asked_by=tuple(_asking(catalogue, name)),
        **{field: getattr(measure, field) for field in type(measure).model_fields if field != "id"},
    )


def _asking(catalogue: Catalogue, name: str) -> Iterator[Asking]:
    for asking in catalogue.needed_by[name]:
        obligation = catalogue.obligations[asking]
        yield Asking(
            obligation=asking,
            title=obligation.title,
            force=obligation.force,
            as_safeguard=name not in obligation.needed,
        )


def _instrument(catalogue: Catalogue, name: str) -> InstrumentEntry:
    instrument = catalogue.instruments[name]
    own = [each for each in catalogue.obligations.values() if each.instrument == name]
    return InstrumentEntry(
        catalogue=head(catalogue),
        instrument=name,
        symbol=instrument.symbol,
        title=instrument.title,
        sort=instrument.kind,
        issuer=instrument.issuer,
        date=instrument.date,
        chapter_vii=instrument.chapter_vii,
        external=instrument.external,
        by_force=force_counts(catalogue, own),
        no_duty=tuple(
            ClauseLeftOut(paragraph=row.paragraph, ordinal=row.ordinal, reason=row.reason)
            for row in catalogue.no_duty.get(name, ())
        ),
        absent=tuple(
            ClauseLeftOut(paragraph=row.paragraph, ordinal=None, reason=row.reason)
            for row in catalogue.absent.get(name, ())
        ),
        differences=tuple(
            ClauseLeftOut(paragraph=row.paragraph, ordinal=row.ordinal, reason=f"{row.field}: {row.reason}")
            for row in catalogue.differences.get(name, ())
        ),
        relations=_relations(catalogue, name),
    )
