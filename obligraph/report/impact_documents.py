"""The JSON document of `obligraph impact`, as types; its schema is made from these."""

from __future__ import annotations

from typing import Literal

from obligraph.engine.results import Rating
from obligraph.report.comparison_documents import PlaceRow
from obligraph.report.documents import Head, Interval
from obligraph.rules.model import Frozen
from obligraph.rules.words import Force

Kind = Literal["new", "strengthened", "restated", "known"]
"""`new`: nothing in the catalogue is known to ask it; `strengthened`: the catalogue has it with weaker force;
`restated`: the catalogue has it with the same or a stronger force, or the text itself recalls it; `known`:
the catalogue has this very clause."""

Basis = Literal["same clause", "cited", "likely", "none"]
"""How the counterpart was found: it is the same clause of the same instrument; the clause cites its
paragraph; the two share rare words; there is none."""


class DutyRow(Frozen):
    """A duty of States as it was read in the document, beside the catalogue."""

    clause: str
    """The id that the clause has, or would have, in the catalogue."""
    paragraph: str
    force: Force
    force_rule: str
    """The row of the force table that gives the force."""
    verb: str
    words: str
    """What is asked, in the words of the document."""
    kind: Kind
    basis: Basis
    counterpart: str
    """The obligation of the catalogue that it is set beside; empty for none."""
    counterpart_title: str
    counterpart_force: Force | None
    likeness: float
    """From 0 to 1, where the basis is `likely`; else 0."""
    rating: Rating | None
    """The rating of the counterpart today; null where there is none."""
    confidence: float
    """From 0 to 1: how sure the extraction is of verb, force and bearer."""
    doubts: tuple[str, ...]
    """Why the confidence is not 1."""


class RankRow(Frozen):
    """An obligation whose rank would move."""

    obligation: str
    title: str
    force_before: Force | None
    """Null for a duty that the catalogue does not have."""
    force_after: Force
    rating: Rating
    bounds: Interval
    place_before: PlaceRow | None
    place_after: PlaceRow | None
    why: str
    """Why it would stand there, in words."""


class ImpactDocument(Head):
    """What `obligraph impact --format json` writes."""

    document: str
    """The name of the file."""
    instrument: str
    symbol: str
    in_catalogue: bool
    """Whether the catalogue has obligations of this instrument already."""
    duties: tuple[DutyRow, ...]
    """The duties of States, in the order of the document."""
    of_others: int
    """How many duties of other bearers were read; no State is rated on them."""
    ranks: tuple[RankRow, ...]
    """The gaps whose rank would move, and the new duties, if all were taken over as read."""
    ranks_elsewhere: int
    """How many obligations would only move in the list of evidence needed."""
