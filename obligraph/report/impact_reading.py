"""A document read, beside the catalogue and one State: which duties are new, and whose rank would move.

Nothing here has been reviewed: the duties are those that the extraction read, the counterparts those that a
citation or shared words suggest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pydantic import ValidationError

from obligraph.engine.comparison import Comparison, compare
from obligraph.engine.evaluation import evaluate
from obligraph.engine.results import Assessment
from obligraph.extract.clause import Clause
from obligraph.extract.kind import Source
from obligraph.extract.reading import Reading
from obligraph.report.impact_documents import Basis, Kind
from obligraph.report.likeness import LIKE, Likeness
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.citing import Citations
from obligraph.rules.model import Instrument, Obligation
from obligraph.rules.words import Actor, Force, Part

UNREVIEWED = "unreviewed"
"""The theme of a duty that nobody has put under a theme yet."""

LONGEST = 140
"""The longest title that the document's own words make."""


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty of States in the document, with its counterpart in the catalogue."""

    clause: Clause
    kind: Kind
    basis: Basis
    counterpart: Obligation | None = None
    likeness: float = 0.0


@dataclass(frozen=True, slots=True)
class Impact:
    """What a document would change for one State, if it were taken over as it was read.

    Attributes:
        source: what the document is.
        duties: the duties of States, in the order of the document.
        of_others: how many duties of others were read.
        before: the assessment under the catalogue.
        after: the same under the catalogue with the duties taken over.
        moved: the two beside each other.
        left_out: the clauses whose number is no number of a provision, so that they have no rank.
    """

    source: Source
    duties: tuple[Duty, ...]
    of_others: int
    before: Assessment
    after: Assessment
    moved: Comparison
    left_out: tuple[str, ...]


def impact(reading: Reading, before: Assessment) -> Impact:
    """What a document would change for a State.

    Args:
        reading: the document as the extraction read it.
        before: the assessment of the State under the catalogue.
    """
    asked = [clause for clause in reading.clauses if _asks(clause)]
    own = [clause for clause in asked if Actor.MEMBER_STATES in clause.addressees]
    duties = tuple(_matched(own, before.catalogue))
    catalogue, left_out = _taken_over(before.catalogue, reading.source, duties)
    after = evaluate(catalogue, before.profile, before.as_of)
    moved = compare(before, after)
    return Impact(reading.source, duties, len(asked) - len(own), before, after, moved, left_out)


def _asks(clause: Clause) -> bool:
    return clause.part in {Part.OPERATIVE, Part.PRINCIPLE} and clause.force is not Force.NONE


def _matched(clauses: Iterable[Clause], catalogue: Catalogue) -> Iterator[Duty]:
    citations, likeness = Citations(catalogue), Likeness(catalogue.rated())
    for clause in clauses:
        yield _duty(clause, *_counterpart(clause, catalogue, citations, likeness))


def _duty(clause: Clause, basis: Basis, counterpart: Obligation | None, likeness: float) -> Duty:
    if counterpart is None:
        return Duty(clause, "restated" if clause.restated else "new", "none")
    stronger = clause.force.rank < counterpart.force.rank
    kept: Kind = "known" if basis == "same clause" else "restated"
    return Duty(clause, "strengthened" if stronger else kept, basis, counterpart, likeness)


def _counterpart(
    clause: Clause, catalogue: Catalogue, citations: Citations, likeness: Likeness
) -> tuple[Basis, Obligation | None, float]:
    """The obligation that a clause is set beside, and how it was found."""
    same = catalogue.obligations.get(clause.id)
    if same is not None and same.rated:
        return "same clause", same, 0.0
    cited = [o for quote in clause.cites for o in _cited(quote.text, catalogue, citations)]
    if cited:
        near = Likeness(cited).best(clause.action)
        return "cited", catalogue.obligations[near[0]] if near else cited[0], 0.0
    best = likeness.best(clause.action)
    if best is None or best[1] < LIKE:
        return "none", None, 0.0
    return "likely", catalogue.obligations[best[0]], round(best[1], 2)


def _cited(cite: str, catalogue: Catalogue, citations: Citations) -> Iterator[Obligation]:
    """The obligations of States in the paragraph that a citation names; none where it names no paragraph."""
    found = citations.find(cite)
    paragraphs = set(re.findall(r"\d+(?:\([a-z0-9]+\))?", found.place))
    for target in found.targets:
        if target in catalogue.obligations:
            yield from (o for o in [catalogue.obligations[target]] if o.rated)
        yield from (o for o in catalogue.rated() if o.instrument == target and o.paragraph in paragraphs)


def _taken_over(
    catalogue: Catalogue, source: Source, duties: Iterable[Duty]
) -> tuple[Catalogue, tuple[str, ...]]:
    """The catalogue with stronger forces and new duties, as if the reading had been found right."""
    obligations = dict(catalogue.obligations)
    left_out: list[str] = []
    for duty in duties:
        if duty.kind == "strengthened" and duty.counterpart:
            held = obligations[duty.counterpart.id]
            force = min(held.force, duty.clause.force, key=lambda force: force.rank)
            obligations[held.id] = held.model_copy(update={"force": force})
        elif duty.kind == "new":
            try:
                made = _obligation(duty.clause)
            except ValidationError:
                left_out.append(duty.clause.id)
                continue
            obligations[made.id] = made
    instruments = dict(catalogue.instruments)
    instruments.setdefault(source.id, _instrument(source))
    return replace(catalogue, obligations=obligations, instruments=instruments), tuple(left_out)


def _instrument(source: Source) -> Instrument:
    symbol = source.symbol or source.id
    return Instrument(
        id=source.id,
        symbol=symbol,
        title=symbol,
        kind=source.kind,
        issuer=source.issuer,
        date=source.date,
    )


def _obligation(clause: Clause) -> Obligation:
    """A duty that the catalogue does not have: nobody has said what measures it needs."""
    return Obligation(
        instrument=clause.instrument,
        paragraph=clause.paragraph,
        ordinal=clause.ordinal,
        title=title_of(clause),
        summary=title_of(clause),
        verb=clause.verb,
        force=clause.force,
        force_rule=clause.force_rule,
        bearers=clause.addressees,
        themes=(UNREVIEWED,),
    )


def title_of(clause: Clause) -> str:
    """The beginning of what a clause asks, in the document's own words."""
    text = " ".join(clause.action.split()) or clause.verb
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 2].rsplit(' ', 1)[0]} …"
