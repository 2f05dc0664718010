"""A comparison as a JSON document and as listings: what moved and why, what is new, what stays open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from obligraph.engine.comparison import LONG_OPEN, Direction
from obligraph.engine.results import Bounds, Rating
from obligraph.report.comparison_documents import ChangeRow, CompareDocument, MeasureMoveRow, PlaceRow
from obligraph.report.comparison_rows import CompareView, change_rows, expired_rows, measure_rows
from obligraph.report.listing import Cell, Column, Listing
from obligraph.report.naming import day
from obligraph.rules.words import Force

CHANGE_COLUMNS = (
    Column("force", "Force"),
    Column("change", "Change"),
    Column("rating_before", "Before"),
    Column("rating_after", "Now"),
    Column("gap", "Gap"),
    Column("obligation", "Obligation"),
    Column("title", "Title"),
    Column("bounds", "The evidence allowed, and allows now", detail=True),
    Column("place", "Place", detail=True),
    Column("because", "Because", detail=True),
    Column("notes_on_it", "Also", detail=True),
)
OPEN_COLUMNS = (
    Column("force", "Force"),
    Column("rating_after", "Now"),
    Column("obligation", "Obligation"),
    Column("title", "Title"),
)
SUMMARY_COLUMNS = (
    Column("force", "Force"),
    Column("before", "Gaps before", right=True),
    Column("closed", "Closed", right=True),
    Column("uncertain", "Not certain now", right=True),
    Column("found", "Found or new", right=True),
    Column("still_open", "Still open", right=True),
    Column("long_open", "For 12 months", right=True),
    Column("after", "Gaps now", right=True),
)
EXPIRED_COLUMNS = (
    Column("evidence", "Evidence"),
    Column("title", "Title"),
    Column("reason", "Does not count now because", detail=True),
)

GAP_WORDS = {
    "closed": "closed",
    "uncertain": "not certain now",
    "lapsed": "asked no more",
    "found": "found",
    "opened": "new",
    "still_open": "still open",
    "long_open": "open for 12 months",
    "none": "",
}

MEANING_NOTE = (
    f"A gap is open for {LONG_OPEN} months where it was a gap on both dates and they lie that far apart; "
    "what happened in between is not looked at. A gap counts as found where the evidence left it open before."
)


def compare_document(shown: CompareView) -> CompareDocument:
    """The comparison as `compare --format json` writes it."""
    found = shown.found
    rows = change_rows(shown)
    return CompareDocument(
        **shown.later.head(*_hidden(shown, rows)),
        earlier_as_of=shown.earlier.as_of,
        earlier_catalogue=shown.earlier.catalogue.fingerprint,
        months=shown.months,
        changes=tuple(_kept(shown, rows)),
        measures=measure_rows(shown),
        closed=found.closed,
        opened=found.opened,
        still_open=found.still_open,
        long_open=found.long_open,
        expired=tuple(expired_rows(shown)),
    )


def compare_listings(shown: CompareView) -> tuple[Listing, ...]:
    """The counts by force, then what moved, what the catalogues alone have, what stays open, what expired."""
    every = change_rows(shown)
    rows = list(_kept(shown, every))
    last = _expired(shown)
    return (
        _summary(shown, every),
        _changes(shown, "Moved", [r for r in rows if r.change == "moved"], "No rating moved."),
        *_where_any(shown, "New in the later catalogue", [r for r in rows if r.change == "new"]),
        *_where_any(shown, "No longer in the catalogue", [r for r in rows if r.change == "dropped"]),
        _still_open(shown, rows),
        Listing(
            last.title,
            last.columns,
            last.rows,
            notes=(*_hidden(shown, every), *_notes(shown, rows), *shown.later.closing),
            context=last.context,
            empty=last.empty,
        ),
    )


def changes_listing(shown: CompareView) -> Listing:
    """Every row in one table, for a spreadsheet."""
    every = change_rows(shown)
    rows = sorted(_kept(shown, every), key=_strength)
    return Listing(
        title_of(shown),
        CHANGE_COLUMNS,
        tuple(_cells(shown, rows)),
        notes=(*_hidden(shown, every), MEANING_NOTE, *shown.later.closing),
        context=context_of(shown),
        empty="Nothing moved, and no gap is open.",
    )


def _kept(shown: CompareView, rows: Iterable[ChangeRow]) -> Iterator[ChangeRow]:
    """The rows of the forces asked for."""
    return (row for row in rows if not shown.forces or row.force in shown.forces)


def _hidden(shown: CompareView, rows: Sequence[ChangeRow]) -> tuple[str, ...]:
    """What a filter has hidden."""
    left = sum(1 for _ in _kept(shown, rows))
    if left == len(rows):
        return ()
    return (f"Hidden by --force: {len(rows) - left} of {len(rows)} obligations that moved or stay open.",)


def title_of(shown: CompareView) -> str:
    """What is compared, in words."""
    before, after = shown.earlier, shown.after
    parts = []
    if before.as_of != after.as_of:
        parts.append(f"{day(before.as_of)} and {day(after.as_of)}, {_span(shown.months)} apart")
    if before.catalogue.fingerprint != after.catalogue.fingerprint:
        parts.append(f"catalogues {before.catalogue.fingerprint} and {after.catalogue.fingerprint}")
    return f"Compared: {'; '.join(parts) or f'two profiles of {day(after.as_of)}'}"


def _span(months: int) -> str:
    return "less than a month" if not months else f"{months} month{'s' if months > 1 else ''}"


def context_of(shown: CompareView) -> tuple[tuple[str, str, str], ...]:
    """What all rows have in common."""
    earlier = shown.earlier
    return (
        *shown.later.context,
        ("earlier_as_of", "Compared with", earlier.as_of.isoformat()),
        ("earlier_catalogue", "Its catalogue", earlier.catalogue.fingerprint),
    )


def _summary(shown: CompareView, rows: Iterable[ChangeRow]) -> Listing:
    """How many gaps of each force closed, opened and stayed; a gap counts under the force that it has now."""
    counts = Counter((row.force, row.gap) for row in rows)
    cells: list[tuple[Cell, ...]] = []
    for force in Force:
        closed, long = counts[force, "closed"], counts[force, "long_open"]
        unsure = counts[force, "uncertain"] + counts[force, "lapsed"]
        fresh = counts[force, "found"] + counts[force, "opened"]
        still = counts[force, "still_open"] + long
        before, after = closed + unsure + still, fresh + still
        if before + after:
            cells.append((force.words, before, closed, unsure, fresh, still, long, after))
    return Listing(
        title_of(shown),
        SUMMARY_COLUMNS,
        tuple(cells),
        context=context_of(shown),
        empty="There was no gap, and there is none.",
    )


def _changes(shown: CompareView, title: str, rows: Iterable[ChangeRow], empty: str) -> Listing:
    return Listing(title, CHANGE_COLUMNS, tuple(_cells(shown, sorted(rows, key=_strength))), empty=empty)


def _where_any(shown: CompareView, title: str, rows: list[ChangeRow]) -> Iterator[Listing]:
    if rows:
        yield _changes(shown, title, rows, "")


def _strength(row: ChangeRow) -> int:
    return row.force.rank


def _cells(shown: CompareView, rows: Iterable[ChangeRow]) -> Iterator[tuple[Cell, ...]]:
    moves = {row.measure: row for row in measure_rows(shown)}
    for row in rows:
        yield (
            row.force.words,
            _change_words(row),
            _rating_words(row.rating_before),
            _rating_words(row.rating_after),
            GAP_WORDS[row.gap],
            row.obligation,
            row.title,
            _bounds_words(row),
            _places_words(row),
            because(moves[name] for name in row.measures),
            row.notes,
        )


def _change_words(row: ChangeRow) -> str:
    if row.change == "moved" and row.direction:
        return row.direction.value
    return "only its place" if row.change == "place" else row.change


def _rating_words(rating: Rating | None) -> str:
    return rating.words if rating else "-"


def _bounds_words(row: ChangeRow) -> str:
    """Both intervals; empty where the ratings say it all."""
    if row.bounds_before is None or row.bounds_after is None or row.bounds_before == row.bounds_after:
        return ""
    before, after = Bounds(*row.bounds_before), Bounds(*row.bounds_after)
    return "" if before.settled and after.settled else f"{before.words}; now {after.words}"


def _places_words(row: ChangeRow) -> str:
    """Both places; empty where it kept its place."""
    if row.place_before == row.place_after:
        return ""
    return f"{place_words(row.place_before)}; now {place_words(row.place_after)}"


def place_words(place: PlaceRow | None) -> str:
    """A place in the two ranked lists, in words."""
    return f"{place.list.replace('_', ' ')} {place.rank}" if place else "in neither list"


def because(moves: Iterable[MeasureMoveRow]) -> tuple[str, ...]:
    """The measures that moved, those that moved for the same reasons together, with these reasons."""
    grouped: dict[str, list[str]] = {}
    for row in moves:
        causes = (f"{cause.evidence} '{cause.title}' {cause.what}" for cause in row.causes)
        now = f"{row.measure} (now {Bounds(*row.bounds_after).words})"
        grouped.setdefault("; ".join((*causes, *row.notes)), []).append(now)
    return tuple(f"{', '.join(names)}: {reasons}" for reasons, names in grouped.items())


def _still_open(shown: CompareView, rows: Iterable[ChangeRow]) -> Listing:
    """The gaps of both; which is what a follow-up looks at first."""
    kept = sorted((row for row in rows if row.gap in {"still_open", "long_open"}), key=_strength)
    long = bool(shown.found.long_open)
    return Listing(
        f"Gaps still open after {_span(shown.months)}" if long else "Gaps still open",
        OPEN_COLUMNS,
        tuple((row.force.words, _rating_words(row.rating_after), row.obligation, row.title) for row in kept),
        empty="No gap of before is open now.",
    )


def _expired(shown: CompareView) -> Listing:
    return Listing(
        "Evidence that no longer counts, though the record is unchanged",
        EXPIRED_COLUMNS,
        tuple((row.evidence, row.title, row.reason) for row in expired_rows(shown)),
        empty="None.",
    )


def _notes(shown: CompareView, rows: Iterable[ChangeRow]) -> Iterator[str]:
    """What a reader must know beside the tables."""
    lost = sum(row.direction is Direction.LOWERED for row in rows)
    if shown.found.expired and lost:
        yield (
            "A rating that falls because evidence expired says that the record is old or has ended, not that "
            "the State undid anything; fresh evidence may restore it."
        )
    placed = sum(row.change == "place" for row in rows)
    if placed:
        yield f"Not shown in the table: {placed} whose place alone moved; csv and json hold them."
    yield MEANING_NOTE
