"""The report as Markdown (CommonMark with tables): the same bytes for the same report.

All data is escaped, so that nothing in a title or a note becomes markup, a link or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from obligraph.report.listing import Cell, Listing, blank, cell_text, places
from obligraph.report.overview.model import Entry, Finding, Front, Overview, Shortfall, Tally
from obligraph.report.overview.wording import (
    COUNT_COLUMNS,
    HEADINGS,
    MARKS_NOTE,
    NO_MATURITY,
    NO_SAFEGUARDS,
    NO_WAY,
    SHORTFALL_COLUMNS,
    SILENT,
    UNDETERMINED_NOTE,
    date_line,
    lead_of_comment,
    rating_words,
    row_name,
)
from obligraph.report.table import clean

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~$&])")
_LEADS = re.compile(r"^([-+=]|\d+[.)])")
_AUTOLINK = re.compile(r"(?i)\b(https?|ftp|mailto)(:)|\b(www)(\.)|(@)")


def escaped(text: str) -> str:
    r"""Text on one line in which nothing is markup.

    >>> escaped("a *b* <script> | [x](y)")
    'a \\*b\\* \\<script\\> \\| \\[x\\](y)'
    >>> escaped("1. first"), escaped("- item")
    ('1\\. first', '\\- item')
    >>> escaped("https://example.org")
    'https&#58;//example.org'
    """
    said = _SPECIAL.sub(r"\\\1", clean(text))
    said = _AUTOLINK.sub(_unlinked, said)
    return _LEADS.sub(lambda found: f"{found[1][:-1]}\\{found[1][-1]}", said)


def _unlinked(found: re.Match[str]) -> str:
    """An address of which no reader makes a link: one of its signs is written as a number."""
    sign = found[2] or found[4] or found[5]
    return f"{found[0][:-1]}&#{ord(sign)};"


def render_markdown(report: Overview) -> str:
    """The whole report."""
    sections = (_page_one(report), _ranked(report), _detail(report), _behind(report), _annexes(report))
    return _joined(line for section in sections for line in section)


def _joined(lines: Iterable[str]) -> str:
    """Lines as a text; never two blank ones together."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).rstrip() + "\n"


def _page_one(report: Overview) -> Iterator[str]:
    """Page one."""
    head, front = report.head, report.front
    yield from (f"# {escaped(head.title)}", "", escaped(date_line(report)), "", escaped(head.scope), "")
    for note in (*head.notes, head.caveat):
        yield from (f"> {escaped(note)}", ">")
    yield ""
    yield from _heading("counts")
    yield from _counts(front.tallies)
    yield from ("", UNDETERMINED_NOTE, "")
    yield from _heading("shortfalls")
    for each in front.shortfalls:
        yield from _shortfall(each)
    yield from ("", escaped(front.shortfalls_note), "")
    yield from _after_shortfalls(front)


def _after_shortfalls(front: Front) -> Iterator[str]:
    if front.open_first:
        yield from _section("open", _items(front.open_first))
    advice = (f"{each.text} {each.closes}" for each in front.recommendations)
    steps = (f"{number}. {escaped(text)}" for number, text in enumerate(advice, 1))
    yield from _section("recommendations", (*steps, "", escaped(front.plan_note)))
    needs = (f"{each.subject}: {each.measures}. Asked to help: {each.ask}." for each in front.assistance)
    yield from _section("assistance", (*_items(needs), "", escaped(front.assistance_note)))
    yield from _section("progress", _items(front.progress))
    if front.comments:
        yield from _section("comments", _items(front.comments))


def _heading(name: str) -> Iterator[str]:
    yield from (f"## {HEADINGS[name]}", "")


def _section(name: str, lines: Iterable[str]) -> Iterator[str]:
    yield from _heading(name)
    yield from lines
    yield ""


def _items(texts: Iterable[str]) -> Iterator[str]:
    return (f"- {escaped(text)}" for text in texts)


def _counts(tallies: Iterable[Tally]) -> Iterator[str]:
    yield _row(COUNT_COLUMNS)
    yield "|---|" + "--:|" * (len(COUNT_COLUMNS) - 1)
    for t in tallies:
        numbers = (t.met, t.partly, t.unmet, t.undetermined, t.not_applicable, t.total)
        yield _row((t.force, *map(str, numbers)))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _shortfall(each: Shortfall) -> Iterator[str]:
    tags = "; ".join(filter(None, (each.force, each.words, each.why)))
    yield f"{each.rank}. **{escaped(each.provision)}: {escaped(each.title)}** ({escaped(tags)})"
    for name, text in zip(SHORTFALL_COLUMNS[2:], (each.reason, each.mend), strict=True):
        yield f"   - {name}: {escaped(text)}"


def _ranked(report: Overview) -> Iterator[str]:
    yield from _heading("ranked")
    for listing in report.ranked:
        yield from _listing(listing)
    yield from _heading("way")
    yield from _listing(report.way) if report.way else (NO_WAY, "")


def _listing(listing: Listing, *, titled: bool = True) -> Iterator[str]:
    """A listing: a table where it has no details, else one item a row with its details below."""
    if titled:
        yield from (f"### {escaped(listing.title)}", "")
    if not listing.rows:
        yield escaped(listing.empty)
    elif any(places(listing, detail=True)):
        for row in listing.rows:
            yield from _item(listing, row)
    else:
        yield from _table(listing)
    yield ""
    for note in listing.notes:
        yield from (escaped(note), "")


def _item(listing: Listing, row: tuple[Cell, ...]) -> Iterator[str]:
    yield f"- {escaped(row_name(listing, row))}"
    for place in places(listing, detail=True):
        if not blank(row[place]):
            yield f"  - {escaped(listing.columns[place].heading)}: {escaped(cell_text(row[place]))}"


def _table(listing: Listing) -> Iterator[str]:
    shown = list(places(listing, detail=False))
    yield _row(escaped(listing.columns[place].heading) for place in shown)
    yield "|" + "".join("--:|" if listing.columns[place].right else "---|" for place in shown)
    for row in listing.rows:
        yield _row(escaped(cell_text(row[place])) for place in shown)


def _detail(report: Overview) -> Iterator[str]:
    yield from _heading("detail")
    yield from (MARKS_NOTE, "")
    for loss in report.losses:
        yield from (escaped(loss), "")
    for comment in report.comments:
        yield from (escaped(lead_of_comment(comment)), "")
    for part in report.parts:
        yield from (f"### {escaped(part.title)}", "", escaped(part.words), "")
        for entry in part.entries:
            yield from entry_lines(entry)


def entry_lines(entry: Entry) -> Iterator[str]:
    """One obligation."""
    tags = f"{entry.provision} | {entry.force} | {rating_words(entry.rating)} | {entry.obligation}"
    yield from (f"#### {escaped(entry.title)}", "", escaped(tags), "", escaped(entry.summary), "")
    if entry.quotation:
        lead = f"{entry.quotation.lead}:"
        yield from (f"> {escaped(lead)} {escaped(f'“{entry.quotation.text}”')}", "")
    for each in entry.findings:
        yield from _finding(each)
    if entry.silent:
        yield f"- {SILENT}: {escaped('; '.join(entry.silent))}"
    for fact in entry.facts:
        yield f"- {escaped(fact.name)}: {escaped(fact.text)}"
    for comment in entry.comments:
        yield f"- **{escaped(lead_of_comment(comment))}**"
    yield ""


def _finding(each: Finding) -> Iterator[str]:
    name = f"**{escaped(each.title)}** \\[{escaped(each.measure)}\\]"
    yield f"- {name} ({escaped(each.role)}): {escaped(each.words)}"
    for proof in each.proofs:
        yield f"  - {escaped(proof.mark)} {escaped(proof.text)} \\[{escaped(proof.evidence)}\\]"
    if each.note:
        yield f"  - {escaped(each.note)}"


def _behind(report: Overview) -> Iterator[str]:
    yield from _heading("safeguards")
    for each in report.safeguards:
        yield from _finding(each.finding)
        yield from (f"  - {escaped(each.state)}", f"  - Limits: {escaped(each.limits)}")
    yield from ((NO_SAFEGUARDS, "") if not report.safeguards else ("",))
    yield from _heading("practices")
    yield from _listing(report.practices, titled=False)
    yield from _heading("maturity")
    for listing in report.maturity:
        yield from _listing(listing)
    yield from ((NO_MATURITY, "") if not report.maturity else ("",))
    yield from _heading("others")
    yield from _listing(report.others, titled=False)
    yield from _heading("evidence")
    yield from _listing(report.evidence, titled=False)


def _annexes(report: Overview) -> Iterator[str]:
    yield from _heading("method")
    for text in report.method:
        yield from (escaped(text), "")
    yield from _heading("force")
    yield from _listing(report.force, titled=False)
    yield from (f"> {escaped(report.head.caveat)}", "")
