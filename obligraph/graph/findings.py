"""What an assessment found, as plain values: the graph colours itself by them and computes none of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Statement:
    """What one record says of one measure."""

    measure: str
    supports: bool
    """True where it supports the measure, False where it contradicts it."""
    extent: str = "full"
    """`full` or `partial`."""
    shortfall: str = ""
    """What is still lacking, in words."""
    not_counted: str = ""
    """Why the record does not count for the measure; empty where it counts."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A piece of evidence as the graph shows it."""

    id: str
    title: str
    kind: str
    """The kind of evidence, such as `law`."""
    where: str
    """Where in its source it is found, in words."""
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Findings:
    """One State's ratings and evidence at one date; the default holds none, for the bare catalogue."""

    state: str = ""
    """The State's name; empty where there is no assessment."""
    as_of: str = ""
    """The date of the assessment, as YYYY-MM-DD."""
    caveat: str = ""
    """What every output must say of the ratings."""
    ratings: Mapping[str, str] = field(default_factory=dict)
    """By obligation: met, partly_met, not_met, undetermined or not_applicable."""
    gaps: frozenset[str] = frozenset()
    """The obligations that are certainly not fully met."""
    reasons: Mapping[str, str] = field(default_factory=dict)
    """By obligation: how the rating came about, in words."""
    measures: Mapping[str, str] = field(default_factory=dict)
    """By measure: met, partly_met, not_met, undetermined or conflict."""
    evidence: tuple[Exhibit, ...] = ()
    """The evidence that may be shown."""


NO_FINDINGS = Findings()
"""The bare catalogue, with no State in view."""
