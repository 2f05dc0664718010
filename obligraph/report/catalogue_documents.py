"""The JSON documents of the catalogue, as types; their schemas are made from these.

Fields stand in the order in which they are written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from obligraph.rules.model import (
    Absent,
    Attribute,
    Difference,
    Frozen,
    Instrument,
    Measure,
    NeedField,
    NoDuty,
    Relation,
    Theme,
)
from obligraph.rules.words import Actor, Axis, EvidenceKind, Force, InstrumentKind, Issuer, Stage


class CatalogueHead(Frozen):
    """Which catalogue a document speaks of."""

    version: str
    """The version of Obligraph that read it."""
    fingerprint: str
    """Twelve hex digits that change when any rule does."""


class ObligationRow(Frozen):
    """An obligation in a list."""

    obligation: str
    instrument: str
    symbol: str
    paragraph: str
    ordinal: int
    verb: str
    force: Force
    force_rule: str
    restated: bool
    prohibition: bool
    bearers: tuple[Actor, ...]
    rated: bool
    """Whether a State is rated on it; what only others bear is shown, never scored."""
    title: str
    summary: str
    needs: tuple[str, ...]
    """The measures that its need names, each once."""
    need: NeedField | None
    """The need as a pack writes it: a measure id, or a table of gates."""
    safeguards: tuple[str, ...]
    themes: tuple[str, ...]
    key: bool
    key_reason: str
    """Why it is a key obligation; empty where it is not one."""
    applies_if: Mapping[str, bool]
    deadline: dt.date | None
    cites: tuple[str, ...]


class CatalogueDocument(Frozen):
    """What `catalogue list --format json` writes."""

    catalogue: CatalogueHead
    obligations: tuple[ObligationRow, ...]


class CountRow(Frozen):
    """How many obligations of one instrument have one force."""

    instrument: str
    symbol: str
    force: Force
    states: int
    """How many member States bear, alone or with others."""
    others: int
    """How many only others bear."""


class BearerRow(Frozen):
    """How many obligations of one instrument one bearer has."""

    instrument: str
    bearer: Actor
    obligations: int


class SummaryDocument(Frozen):
    """What `catalogue list --summary --format json` writes."""

    catalogue: CatalogueHead
    instruments: int
    """How many instruments have obligations here; those only cited are not counted."""
    obligations: int
    measures: int
    by_force: tuple[CountRow, ...]
    by_bearer: tuple[BearerRow, ...]


class Neighbour(Frozen):
    """An entry at the other end of a relation."""

    relation: str
    """The relation as seen from the entry shown, in words: `presupposes`, `is presupposed by`."""
    id: str
    title: str
    reason: str
    basis: str
    status: Literal["stated", "inferred"]


class MeasureAsked(Frozen):
    """A measure as an obligation asks for it."""

    measure: str
    title: str
    axis: Axis
    expects: str


class ObligationEntry(Frozen):
    """What `catalogue show` writes of an obligation."""

    catalogue: CatalogueHead
    kind: Literal["obligation"] = "obligation"
    obligation: ObligationRow
    force_reason: str
    force_source: str
    applies_words: tuple[str, ...]
    """What a State must be like for it to apply, such as "has land borders"."""
    need_words: str
    measures: tuple[MeasureAsked, ...]
    watching: tuple[MeasureAsked, ...]
    """Its safeguards."""
    relations: tuple[Neighbour, ...]


class Asking(Frozen):
    """An obligation that asks for a measure."""

    obligation: str
    title: str
    force: Force
    as_safeguard: bool


class MeasureEntry(Frozen):
    """What `catalogue show` writes of a measure."""

    catalogue: CatalogueHead
    kind: Literal["measure"] = "measure"
    measure: str
    title: str
    theme: str
    axis: Axis
    stage: Stage
    accepts: tuple[EvidenceKind, ...]
    expects: str
    question: str
    max_age: int | None
    effort: int
    effort_basis: str
    safeguard: bool
    watched_by: tuple[str, ...]
    asked_by: tuple[Asking, ...]


class ClauseLeftOut(Frozen):
    """A clause or provision that makes no obligation here, with the reason."""

    paragraph: str
    ordinal: int | None
    reason: str


class InstrumentEntry(Frozen):
    """What `catalogue show` writes of an instrument."""

    catalogue: CatalogueHead
    kind: Literal["instrument"] = "instrument"
    instrument: str
    symbol: str
    title: str
    sort: InstrumentKind
    issuer: Issuer
    date: dt.date | None
    chapter_vii: str
    external: bool
    by_force: tuple[CountRow, ...]
    no_duty: tuple[ClauseLeftOut, ...]
    absent: tuple[ClauseLeftOut, ...]
    differences: tuple[ClauseLeftOut, ...]
    relations: tuple[Neighbour, ...]


Entry = ObligationEntry | MeasureEntry | InstrumentEntry
"""An entry of the catalogue."""


class RemarkRow(Frozen):
    """A remark of the lint."""

    rule: str
    place: str
    what: str
    way_out: str


class LintDocument(Frozen):
    """What `catalogue lint --format json` writes."""

    catalogue: CatalogueHead
    remarks: tuple[RemarkRow, ...]


class DifferenceRow(Frozen):
    """A difference between a pack and a document."""

    obligation: str
    """The clause, by the numbering of the pack where the pack has it."""
    paragraph: str
    ordinal: int
    field: str
    """`verb`, `force`, `bearers`, `restated`; `missing` from the document, or `extra` in it."""
    pack: str
    document: str
    explained: str
    """The reason that the pack lists for it; empty where it lists none."""
    span: tuple[int, int] | None
    """Where the clause stands in the document: offsets [start, end) into its text as read."""


class VerifyDocument(Frozen):
    """What `catalogue verify --format json` writes."""

    catalogue: CatalogueHead
    instrument: str
    document: str
    unexplained: int
    """How many differences the pack lists no reason for."""
    differences: tuple[DifferenceRow, ...]


class ExportedInstrument(Frozen):
    """An instrument with what makes no obligation in it."""

    instrument: Instrument
    no_duty: tuple[NoDuty, ...]
    absent: tuple[Absent, ...]
    differences: tuple[Difference, ...]


class ExportedMeasure(Frozen):
    """A measure with the obligations that ask for it."""

    measure: Measure
    asked_by: tuple[str, ...]


class ExportDocument(Frozen):
    """What `catalogue export` writes: all of the catalogue."""

    catalogue: CatalogueHead
    instruments: tuple[ExportedInstrument, ...]
    obligations: tuple[ObligationRow, ...]
    measures: tuple[ExportedMeasure, ...]
    relations: tuple[Relation, ...]
    themes: tuple[Theme, ...]
    attributes: tuple[Attribute, ...]


class MeasuresDocument(Frozen):
    """What `catalogue export measures --format json` writes."""

    catalogue: CatalogueHead
    measures: tuple[ExportedMeasure, ...]


class RelationsDocument(Frozen):
    """What `catalogue export relations --format json` writes."""

    catalogue: CatalogueHead
    relations: tuple[Relation, ...]
