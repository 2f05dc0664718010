"""The catalogue: all packs joined, checked as a whole, with the look-ups that every other room uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from types import MappingProxyType

from obligraph.rules.model import (
    Absent,
    Attribute,
    Difference,
    Instrument,
    Measure,
    NoDuty,
    Obligation,
    Relation,
    Theme,
)
from obligraph.rules.need import Need, restrict
from obligraph.rules.words import Axis, EdgeType


@dataclass(frozen=True)
class Catalogue:
    """Instruments, obligations, measures and relations that fit together.

    Every reference in it leads somewhere and `presupposes` has no cycle: `obligraph.rules.packs.assemble`
    refuses anything else. Mappings are by id, in the order of the packs.
    """

    instruments: Mapping[str, Instrument]
    obligations: Mapping[str, Obligation]
    measures: Mapping[str, Measure]
    relations: tuple[Relation, ...]
    themes: Mapping[str, Theme]
    attributes: Mapping[str, Attribute]
    no_duty: Mapping[str, tuple[NoDuty, ...]] = field(default_factory=dict)
    absent: Mapping[str, tuple[Absent, ...]] = field(default_factory=dict)
    differences: Mapping[str, tuple[Difference, ...]] = field(default_factory=dict)

    def rated(self) -> tuple[Obligation, ...]:
        """The obligations on which a State is rated: those borne by member States, in catalogue order."""
        return tuple(o for o in self.obligations.values() if o.rated)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The title of every instrument, obligation and measure, by id."""
        found = {name: each.title for name, each in self.instruments.items()}
        found |= {name: each.title for name, each in self.obligations.items()}
        return MappingProxyType(found | {name: each.title for name, each in self.measures.items()})

    @cached_property
    def presupposed(self) -> Mapping[str, tuple[str, ...]]:
        """For each obligation, the obligations it presupposes directly, sorted."""
        return self._targets(EdgeType.PRESUPPOSES)

    @cached_property
    def presupposed_by(self) -> Mapping[str, tuple[str, ...]]:
        """For each obligation, the obligations that presuppose it directly, sorted."""
        found: dict[str, list[str]] = {}
        for source, targets in self.presupposed.items():
            for target in targets:
                found.setdefault(target, []).append(source)
        return MappingProxyType({target: tuple(sorted(sources)) for target, sources in sorted(found.items())})

    @cached_property
    def elaborated(self) -> Mapping[str, tuple[str, ...]]:
        """For each principle, the obligations it elaborates, sorted."""
        return self._targets(EdgeType.ELABORATES)

    def _targets(self, edge: EdgeType) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, set[str]] = {}
        for relation in self.relations:
            if relation.type is edge:
                found.setdefault(relation.source, set()).add(relation.target)
        return MappingProxyType({source: tuple(sorted(targets)) for source, targets in sorted(found.items())})

    @cached_property
    def needed_by(self) -> Mapping[str, tuple[str, ...]]:
        """For each measure, the obligations that need it or are safeguarded by it, in catalogue order."""
        found: dict[str, list[str]] = {measure: [] for measure in self.measures}
        for obligation in self.obligations.values():
            for measure in obligation.named:
                found[measure].append(obligation.id)
        return MappingProxyType({measure: tuple(ids) for measure, ids in found.items()})

    @cached_property
    def on_paper(self) -> Mapping[str, Need]:
        """For each obligation that has any, its need over formal measures only."""
        return self._axis(Axis.FORMAL)

    @cached_property
    def at_work(self) -> Mapping[str, Need]:
        """For each obligation that has any, its need over practice measures only."""
        return self._axis(Axis.PRACTICE)

    def _axis(self, axis: Axis) -> Mapping[str, Need]:
        found: dict[str, Need] = {}
        for obligation in self.obligations.values():
            needs = obligation.needs
            part = restrict(needs, lambda measure: self.measures[measure].axis is axis) if needs else None
            if part is not None:
                found[obligation.id] = part
        return MappingProxyType(found)

    @cached_property
    def fingerprint(self) -> str:
        """Twelve hex digits that change when anything in the catalogue does."""
        digest = sha256()
        for value in self._values():
            digest.update(repr(value).encode())
        return digest.hexdigest()[:12]

    def _values(self) -> Iterator[object]:
        yield from self.instruments.values()
        yield from self.obligations.values()
        yield from self.measures.values()
        yield from self.relations
        yield from self.themes.values()
        yield from self.attributes.values()
        yield from (self.no_duty, self.absent, self.differences)
