"""The detail: each obligation with the measures, the evidence, what did not count and what the State says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from obligraph.engine.evaluation import rating_of
from obligraph.engine.explanation import explain
from obligraph.engine.profile import Extent
from obligraph.engine.results import UNKNOWN, Assessment, Bounds, Rating
from obligraph.report.documents import (
    EvidencePassedOver,
    EvidenceShown,
    ExplainDocument,
    MeasureShown,
)
from obligraph.report.explained import explain_document
from obligraph.report.explanation_text import measures_shown
from obligraph.report.force_words import force_words
from obligraph.report.naming import axis_words, day, sets_words
from obligraph.report.overview.front import dated_comments, tallies
from obligraph.report.overview.model import Entry, Fact, Finding, Part, Proof
from obligraph.report.quoting import Quotation
from obligraph.report.view import View
from obligraph.rules.need import words

SAFEGUARD = "safeguard"
"""The role of a safeguard, before its axis."""


def parts(view: View, quoted: Mapping[str, Quotation]) -> tuple[Part, ...]:
    """Every rated obligation under its first theme, themes and obligations in catalogue order.

    Args:
        view: the assessment as it is shown.
        quoted: the source's paragraph by obligation, where the user has the document.
    """
    found = view.assessment
    by_theme: dict[str, list[str]] = {theme: [] for theme in found.catalogue.themes}
    for name, result in found.ratings.items():
        by_theme[result.obligation.themes[0]].append(name)
    return tuple(
        Part(
            theme=theme,
            title=found.catalogue.themes[theme].title,
            words=_counted(found, names),
            entries=tuple(_entry(view, name, quoted.get(name)) for name in names),
        )
        for theme, names in by_theme.items()
        if names
    )


def _counted(found: Assessment, names: list[str]) -> str:
    """The counts of a theme, force by force."""
    said = []
    for tally in tallies(found, names):
        kinds = (
            (tally.met, "met"),
            (tally.partly, "partly met"),
            (tally.unmet, "not met"),
            (tally.undetermined, "undetermined"),
            (tally.not_applicable, "not applicable"),
        )
        said.append(f"{tally.force}: {', '.join(f'{number} {word}' for number, word in kinds if number)}")
    return "; ".join(said).capitalize() + "."


def _entry(view: View, name: str, quotation: Quotation | None) -> Entry:
    document = explain_document(view, explain(view.assessment, name))
    shown = _measures(document)
    spoken = [(each, role) for each, role in shown if each.counted or each.not_counted]
    silent = [(each, role) for each, role in shown if not (each.counted or each.not_counted)]
    return Entry(
        obligation=name,
        title=document.title,
        provision=f"{document.symbol}, para. {document.paragraph}",
        force=document.force.words,
        rating=document.rating.value,
        summary=document.summary,
        facts=tuple(fact for fact in _facts(view, document) if fact.text),
        findings=tuple(finding(each, role) for each, role in spoken),
        silent=tuple(f"{each.title} [{each.measure}] ({role})" for each, role in silent),
        comments=dated_comments(view.assessment, name),
        quotation=quotation,
    )


def _measures(document: ExplainDocument) -> list[tuple[MeasureShown, str]]:
    """The measures asked for and then the safeguards, each with its role."""
    asked = measures_shown(document.need) if document.need else ()
    found = [(each, role(each, safeguard=False)) for each in asked]
    return found + [(each, role(each, safeguard=True)) for each in document.safeguards]


def role(measure: MeasureShown, *, safeguard: bool) -> str:
    """How a measure matters to an obligation: on paper or at work, asked for or as a safeguard."""
    axis = "on paper" if measure.axis.value == "formal" else "in practice"
    return f"{SAFEGUARD}, {axis}" if safeguard else axis


def _facts(view: View, document: ExplainDocument) -> Iterator[Fact]:
    """What is said of an obligation beside its measures, in the order in which it is read."""
    obligation = view.assessment.ratings[document.obligation].obligation
    why = force_words(document.verb, document.restated, document.force_rule, document.force_reason)
    yield Fact(f"Why {document.force.words}", why)
    yield Fact("Key obligation", document.key)
    if document.not_applicable:
        yield Fact("Does not apply", document.not_applicable)
        return
    yield Fact("The evidence allows", _allowed(document))
    yield Fact("Needs", words(obligation.needs) if obligation.needs else NO_NEED)
    yield Fact("Axes", _axes(document))
    yield Fact("Held down", _caps(view, document))
    yield Fact("Overdue", "its deadline has passed" if document.overdue else "")
    yield Fact("Taken to apply", _assumed(document))
    if document.rating is not Rating.MET:
        ways = sets_words(document.would_settle, document.would_settle_complete)
        yield Fact("Would settle it" if document.bounds[1] == 2 else "Would mend it", ways)
    yield Fact("Holds up", ", ".join(document.blocks))
    yield Fact("Waits for", ", ".join(document.blocked_by))
    themes = view.assessment.catalogue.themes
    yield Fact("Also under", "; ".join(themes[name].title for name in obligation.themes[1:]))


NO_NEED = "the catalogue names no measures for it, so no evidence can settle it"


def _allowed(document: ExplainDocument) -> str:
    """The bounds, where the rating does not say it all."""
    bounds = Bounds(*document.bounds)
    return "" if bounds.settled or bounds == UNKNOWN else bounds.words


def _axes(document: ExplainDocument) -> str:
    if document.need is None:
        return ""
    return f"on paper {axis_words(document.formal)}; in practice {axis_words(document.practice)}"


def _caps(view: View, document: ExplainDocument) -> str:
    """The safeguards that are breached, or that alone keep it from being rated met."""
    titles = view.assessment.catalogue.measures
    said = []
    for cap in document.cap:
        if cap.breached:
            said.append(f"{titles[cap.measure].title} is breached, so it is partly met at most")
        elif document.need_bounds[0] == 2:
            said.append(f"{titles[cap.measure].title} is not shown to be kept, so it stays open")
    return "; ".join(said)


def _assumed(document: ExplainDocument) -> str:
    names = ", ".join(document.assumed)
    return f"the profile does not state {names}" if names else ""


def finding(measure: MeasureShown, words: str) -> Finding:
    """What the evidence says of one measure, with each record."""
    rating = rating_of(Bounds(*measure.bounds))
    against = (*(e for e in measure.counted if e.supports), *(e for e in measure.counted if not e.supports))
    return Finding(
        measure=measure.measure,
        title=measure.title,
        words="open" if Bounds(*measure.bounds) == UNKNOWN else measure.words,
        value="conflict" if measure.conflict and rating is Rating.UNDETERMINED else str(rating),
        role=words,
        proofs=(*map(_proof, against), *map(_passed_over, measure.not_counted)),
        note=_note(measure),
    )


def _note(measure: MeasureShown) -> str:
    if measure.resolution:
        by = measure.resolution
        value = by.value.words
        return (
            f"The evidence conflicted; {by.assessor} decided on {day(by.date)}: {value}. {by.reason} "
            f"(weighed: {', '.join(by.considered)})"
        )
    return "The evidence conflicts, and no recorded decision settles it." if measure.conflict else ""


def _proof(item: EvidenceShown) -> Proof:
    lead = "" if item.extent is Extent.FULL else "in part: "
    lacking = f"; still lacking: {item.shortfall}" if item.shortfall else ""
    said = f"; {item.note}" if item.note and not item.supports else ""
    return Proof("+" if item.supports else "-", f"{lead}{_where(item)}{lacking}{said}", item.id)


def _passed_over(item: EvidencePassedOver) -> Proof:
    return Proof("x", f"{_where(item)}: does not count: {item.reason}", item.id)


def _where(item: EvidenceShown | EvidencePassedOver) -> str:
    """A record with its place, the words quoted from it, its kind and dates."""
    quote = f"“{item.quote}”" if item.quote else ""
    facts = ", ".join(filter(None, (item.kind.words, item.dates)))
    return f"{', '.join(filter(None, (item.title, item.source, quote)))} ({facts})"
