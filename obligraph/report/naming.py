"""How obligations, measures, evidence and bounds are called in texts and tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TypedDict, overload

from obligraph.engine.profile import Evidence, Locator, Verdict
from obligraph.engine.results import UNKNOWN, Bounds
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Obligation
from obligraph.rules.words import Force


class NamedFields(TypedDict):
    """The fields of `obligraph.report.documents.Named`: how rows of JSON documents name an obligation."""

    obligation: str
    title: str
    instrument: str
    symbol: str
    paragraph: str
    force: Force


def named(catalogue: Catalogue, obligation: Obligation) -> NamedFields:
    """How a row of a JSON document names an obligation."""
    return NamedFields(
        obligation=obligation.id,
        title=obligation.title,
        instrument=obligation.instrument,
        symbol=catalogue.instruments[obligation.instrument].symbol,
        paragraph=obligation.paragraph,
        force=obligation.force,
    )


def provision(catalogue: Catalogue, obligation: Obligation) -> str:
    """The provision as it is cited: `S/RES/2396 (2017), para. 12`."""
    return f"{catalogue.instruments[obligation.instrument].symbol}, para. {obligation.paragraph}"


def id_words(catalogue: Catalogue, obligation: Obligation) -> str:
    """How to read the id of an obligation, by an example."""
    symbol = catalogue.instruments[obligation.instrument].symbol
    return (
        f"How to read an id: {obligation.id} is clause {obligation.ordinal} of paragraph "
        f"{obligation.paragraph} of {symbol}."
    )


def measure_name(catalogue: Catalogue, measure: str) -> str:
    """A measure by title and id: `Law on passenger name records [pnr-law]`."""
    return f"{catalogue.measures[measure].title} [{measure}]"


def measure_names(catalogue: Catalogue, measures: Iterable[str]) -> tuple[str, ...]:
    """Measures by title and id, in the order given."""
    return tuple(measure_name(catalogue, measure) for measure in measures)


def sets_words(sets: Iterable[Iterable[str]], complete: bool = True) -> str:
    """Alternative sets of measures in words, by id.

    >>> sets_words((("api-law", "api-unit"), ("pnr-law",)))
    'api-law + api-unit; or pnr-law'
    >>> sets_words((("api-law",), ("pnr-law",)), complete=False)
    'api-law; or pnr-law; or others as small'
    """
    alternatives = [" + ".join(one) for one in sets]
    return "; or ".join(alternatives if complete else [*alternatives, "others as small"])


def day(date: dt.date) -> str:
    """A day as people write it.

    >>> day(dt.date(2024, 6, 30))
    '30 June 2024'
    """
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""Our own, so that no locale of the machine changes an output."""


def found_at(locator: Locator, quote: bool = True) -> str:
    """Where in its source a record is found; empty where the profile does not say.

    >>> found_at(Locator(article="art. 4", page="12"))
    'art. 4, p. 12'
    """
    page = locator.page if not locator.page[:1].isdigit() else f"p. {locator.page}"
    words = f"“{locator.quote}”" if quote and locator.quote else ""
    return ", ".join(filter(None, (locator.article, page, words)))


def dated(evidence: Evidence) -> str:
    """The dates of a record in words; empty where it has none.

    >>> from obligraph.rules.words import EvidenceKind
    >>> law = Evidence(id="e1", title="Act", kind=EvidenceKind.LAW, supports=("pnr-law",),
    ...                effective_from=dt.date(2019, 5, 1), collected=dt.date(2023, 2, 9))
    >>> dated(law)
    'since 1 May 2019, collected 9 February 2023'
    """
    start, end = evidence.effective_from, evidence.effective_to
    parts = []
    if start and end:
        parts.append(f"{day(start)} to {day(end)}")
    elif start:
        parts.append(f"since {day(start)}")
    elif end:
        parts.append(f"until {day(end)}")
    if evidence.collected:
        parts.append(f"collected {day(evidence.collected)}")
    return ", ".join(parts)


@overload
def interval(bounds: Bounds) -> tuple[int, int]: ...
@overload
def interval(bounds: None) -> None: ...
@overload
def interval(bounds: Bounds | None) -> tuple[int, int] | None: ...
def interval(bounds: Bounds | None) -> tuple[int, int] | None:
    """The bounds as JSON has them; None where there are none."""
    return (bounds.lo, bounds.hi) if bounds else None


def open_words(bounds: Bounds) -> str:
    """What the evidence allows; empty where the rating says it all: it is settled, or nothing is known.

    >>> open_words(Bounds(0, 1)), open_words(Bounds(1, 1)), open_words(Bounds(0, 2))
    ('not met or partly met', '', '')
    """
    return "" if bounds.settled or bounds == UNKNOWN else bounds.words


def short_words(bounds: Bounds | None) -> str:
    """The bounds of one axis in two or three words, for a narrow column.

    >>> short_words(None), short_words(Bounds(0, 2)), short_words(Bounds(0, 1))
    ('-', 'open', 'not or partly')
    """
    if bounds is None:
        return "-"
    return _SHORT.get((bounds.lo, bounds.hi), bounds.words)


_SHORT = {(0, 2): "open", (0, 1): "not or partly", (1, 2): "partly or met"}


def axis_words(bounds: tuple[int, int] | None) -> str:
    """The bounds of one axis in a sentence.

    >>> axis_words(None), axis_words((0, 1))
    ('no measure of this sort is asked for', 'not met or partly met')
    """
    if bounds is None:
        return "no measure of this sort is asked for"
    return "open" if Bounds(*bounds) == UNKNOWN else Bounds(*bounds).words


def settled_words(value: Verdict, assessor: str, date: dt.date, reason: str) -> str:
    """A recorded resolution in words.

    >>> settled_words(Verdict.PARTLY_MET, "The desk", dt.date(2024, 6, 30), "the later record is weaker")
    'settled as partly met by The desk on 30 June 2024: the later record is weaker'
    """
    return f"settled as {value.words} by {assessor} on {day(date)}: {reason}"


def quotation_lead(paragraph: str, file: str, *, damaged: bool) -> str:
    """What stands before the source's own words.

    >>> quotation_lead("6(b)", "resolution.txt", damaged=True)
    'The text of paragraph 6(b), damaged in this copy (resolution.txt)'
    """
    return f"The text of paragraph {paragraph}{', damaged in this copy' if damaged else ''} ({file})"
