"""What a document would change for a State, as a JSON document and as listings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from obligraph.engine.comparison import places
from obligraph.engine.ranking import gaps
from obligraph.engine.results import CAVEAT, Ranking
from obligraph.report.comparison_list import place_words
from obligraph.report.comparison_rows import place_row
from obligraph.report.impact_documents import DutyRow, ImpactDocument, Kind, RankRow
from obligraph.report.impact_reading import Duty, Impact, title_of
from obligraph.report.listing import Cell, Column, Listing
from obligraph.report.naming import interval
from obligraph.report.view import View

DUTY_COLUMNS = (
    Column("force", "Force"),
    Column("kind", "Kind"),
    Column("clause", "Clause"),
    Column("words", "Asks, in the document's words"),
    Column("counterpart", "Beside", detail=True),
    Column("counterpart_force", "Its force", table=False),
    Column("basis", "Found because", table=False),
    Column("rating", "Rated now", detail=True),
    Column("confidence", "Confidence", table=False),
    Column("doubts", "Look again", detail=True),
)
RANK_COLUMNS = (
    Column("place_before", "Place"),
    Column("place_after", "Would be"),
    Column("force", "Force"),
    Column("obligation", "Obligation"),
    Column("title", "Title"),
    Column("why", "Would stand there because", detail=True),
)

READING_NOTE = (
    "Not reviewed: these duties are what the rules of extraction read, and counterparts are what a citation "
    "or shared rare words suggest. Ranks are those that would follow if all of it were taken over as it "
    "stands. Have a person check it (obligraph extract DOC --review FILE.xlsx), write the pack "
    "(docs/add-an-instrument.md), and see the result with obligraph compare --catalogue-after."
)
"""How far what is shown can be trusted."""

NEW_NOTE = (
    "Nobody has said yet which measures a new duty needs, so it stands as undetermined: this says nothing of "
    "what the State has done."
)

KIND_ORDER: Mapping[Kind, int] = {"new": 0, "strengthened": 1, "restated": 2, "known": 3}


@dataclass(frozen=True, slots=True)
class ImpactView:
    """An impact as it is shown.

    Attributes:
        found: what the document would change.
        view: the assessment under the catalogue, as it is shown.
        document: the name of the file.
    """

    found: Impact
    view: View
    document: str

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must know, the caveat aside."""
        return (*_notes(self), *self.view.remarks)


def impact_document(shown: ImpactView) -> ImpactDocument:
    """The impact as `impact --format json` writes it."""
    found = shown.found
    return ImpactDocument(
        **shown.view.head(*_notes(shown)),
        document=shown.document,
        instrument=found.source.id,
        symbol=found.source.symbol,
        in_catalogue=_known(found),
        duties=duty_rows(found),
        of_others=found.of_others,
        ranks=tuple(rank_rows(found)),
        ranks_elsewhere=_elsewhere(found),
    )


def _known(found: Impact) -> bool:
    held = found.before.catalogue.obligations.values()
    return any(obligation.instrument == found.source.id for obligation in held)


def duty_rows(found: Impact) -> tuple[DutyRow, ...]:
    """The duties of States, in the order of the document."""
    return tuple(_duty_row(found, duty) for duty in found.duties)


def _duty_row(found: Impact, duty: Duty) -> DutyRow:
    clause, other = duty.clause, duty.counterpart
    return DutyRow(
        clause=clause.id,
        paragraph=clause.paragraph,
        force=clause.force,
        force_rule=clause.force_rule,
        verb=clause.verb,
        words=title_of(clause),
        kind=duty.kind,
        basis=duty.basis,
        counterpart=other.id if other else "",
        counterpart_title=other.title if other else "",
        counterpart_force=other.force if other else None,
        likeness=duty.likeness,
        rating=found.before.ratings[other.id].rating if other else None,
        confidence=clause.confidence,
        doubts=tuple(signal.words for signal in clause.signals),
    )


def rank_rows(found: Impact) -> Iterator[RankRow]:
    """The gaps whose place would move, and the new duties, in the order of the places they would have."""
    later = gaps(found.after)
    before, after = places(gaps(found.before)), places(later)
    reasons = _reasons(later)
    for name, place in after.items():
        old = before.get(name)
        result = found.after.ratings[name]
        held = found.before.catalogue.obligations.get(name)
        in_gaps = "gaps" in {place.listed, old.listed if old else ""}
        risen = held is not None and held.force is not result.obligation.force
        if place != old and (in_gaps or held is None or risen):
            yield RankRow(
                obligation=name,
                title=result.obligation.title,
                force_before=held.force if held else None,
                force_after=result.obligation.force,
                rating=result.rating,
                bounds=interval(result.bounds),
                place_before=place_row(old),
                place_after=place_row(place),
                why=reasons[name],
            )


def _reasons(ranking: Ranking) -> dict[str, str]:
    """Why each obligation stands where it does."""
    return {row.result.obligation.id: row.why for row in (*ranking.gaps, *ranking.evidence_needed)}


def _elsewhere(found: Impact) -> int:
    """How many obligations of the catalogue move only because others enter or leave above them."""
    shown = {row.obligation for row in rank_rows(found)}
    return sum(move.after.obligation.id not in shown for move in found.moved.obligations)


def impact_listings(shown: ImpactView) -> tuple[Listing, Listing]:
    """The duties, new ones first, and below them whose rank would move."""
    found = shown.found
    rows = sorted(duty_rows(found), key=lambda row: (KIND_ORDER[row.kind], row.force.rank))
    title = f"Duties of States read in {found.source.symbol or shown.document}: {_count(found)}"
    first = Listing(
        title,
        DUTY_COLUMNS,
        tuple(_duty_cells(row) for row in rows),
        context=shown.view.context,
        empty="No duty of States was read in it.",
    )
    second = Listing(
        "Places that would move, if all were taken over as read",
        RANK_COLUMNS,
        tuple(_rank_cells(row) for row in rank_rows(found)),
        notes=(*shown.notes, CAVEAT),
        empty="None.",
    )
    return first, second


def duties_listing(shown: ImpactView) -> Listing:
    """The duties alone, with all notes, for a spreadsheet."""
    first, second = impact_listings(shown)
    return Listing(first.title, first.columns, first.rows, second.notes, first.context, first.empty)


def _count(found: Impact) -> str:
    counts = Counter(duty.kind for duty in found.duties)
    return ", ".join(f"{counts[kind]} {kind}" for kind in KIND_ORDER)


def _duty_cells(row: DutyRow) -> tuple[Cell, ...]:
    return (
        row.force.words,
        row.kind,
        row.clause,
        row.words,
        _beside(row),
        row.counterpart_force.words if row.counterpart_force else None,
        row.basis,
        row.rating.words if row.rating else None,
        f"{row.confidence:.2f}",
        row.doubts,
    )


def _beside(row: DutyRow) -> str:
    if not row.counterpart or row.counterpart_force is None:
        return ""
    how = f"likely, {row.likeness:.2f} by shared words" if row.basis == "likely" else row.basis
    return f"{row.counterpart} ({row.counterpart_force.words}) {row.counterpart_title}; {how}"


def _rank_cells(row: RankRow) -> tuple[Cell, ...]:
    changed = row.force_before is not None and row.force_before is not row.force_after
    force = row.force_after.words
    return (
        place_words(row.place_before) if row.force_before else "new",
        place_words(row.place_after),
        f"{force}, was {row.force_before.words}" if changed and row.force_before else force,
        row.obligation,
        row.title,
        row.why,
    )


def _notes(shown: ImpactView) -> Iterator[str]:
    found = shown.found
    yield READING_NOTE
    kinds = {duty.kind for duty in found.duties}
    if "new" in kinds:
        yield NEW_NOTE
    if _known(found):
        yield f"The catalogue has {found.source.symbol} already; catalogue verify compares every clause."
    elsewhere = _elsewhere(found)
    if elsewhere:
        yield f"Not shown, for they would only make room in the list of evidence needed: {elsewhere}."
    if found.of_others:
        yield f"Duties of other bearers, on which no State is rated: {found.of_others}."
    if found.left_out:
        yield f"Without a place, for their number is none of a provision: {', '.join(found.left_out)}."
