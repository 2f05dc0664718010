"""The report as one HTML file: printable, readable without a network, with the interactive graph inside.

A policy in the page lets nothing run but the graph's own script and loads nothing from anywhere; all data is
escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

from obligraph.graph.building import build
from obligraph.graph.page import Explorer, explorer, policy
from obligraph.graph.views import Asked, standard_views
from obligraph.report.graph_findings import graph_findings
from obligraph.report.overview.html_parts import (
    Html,
    Tables,
    badge,
    cell_html,
    entry_html,
    finding_html,
    items,
    obligation_anchor,
    said,
    tag,
)
from obligraph.report.overview.model import Front, Overview, Shortfall, Tally
from obligraph.report.overview.wording import (
    COUNT_COLUMNS,
    GRAPH_NOTE,
    HEADINGS,
    MARKS_NOTE,
    NO_MATURITY,
    NO_SAFEGUARDS,
    NO_WAY,
    SHORTFALL_COLUMNS,
    UNDETERMINED_NOTE,
    date_line,
    lead_of_comment,
)
from obligraph.report.view import View

LEFT_OUT = "Instrument: "
"""How the pictures begin that the report leaves out, since those by theme show the same obligations."""


def graph_parts(view: View) -> Explorer:
    """The interactive graph of an assessment: the overviews and one for each theme, none of them empty."""
    catalogue = view.assessment.catalogue
    graph = build(catalogue, graph_findings(view))
    views = [each for each in standard_views(Asked(graph, catalogue)) if not each[0].startswith(LEFT_OUT)]
    return explorer(graph, catalogue, [each for each in views if len(each[1].graph)])


def render_html(report: Overview, graph: Explorer) -> str:
    """The report as one file.

    Args:
        report: what is said.
        graph: the interactive graph of the same assessment, as `graph_parts` makes it.
    """
    style = graph.style + _style()
    tables = Tables(entry.obligation for part in report.parts for entry in part.entries)
    lines = (
        *_head(report, policy(graph.script, style), style),
        '<body class="report">',
        '<a class="skip" href="#s-ranked">Go past page one</a>',
        "<main>",
        *front_html(report),
        *_contents(report),
        *_ranked(report, tables),
        *_detail(report),
        *_behind(report, tables),
        *_annexes(report, tables),
        *_graph(graph),
        "</main>",
        *graph.closing,
        "</body>",
        "</html>",
    )
    return "\n".join(lines) + "\n"


@cache
def _style() -> str:
    return resources.files("obligraph.report.overview").joinpath("report.css").read_text(encoding="utf-8")


def _head(report: Overview, allowed: str, style: str) -> Iterator[Html]:
    yield from ("<!DOCTYPE html>", '<html lang="en">', "<head>", '<meta charset="utf-8">')
    yield f'<meta http-equiv="Content-Security-Policy" content="{allowed}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield from (tag("title", said(report.head.title)), f"<style>{style}</style>", "</head>")


def _section(name: str, inner: Iterable[Html], level: str = "h2") -> Iterator[Html]:
    yield f'<section id="s-{name}" aria-labelledby="h-{name}">'
    yield f'<{level} id="h-{name}">{HEADINGS[name]}</{level}>'
    yield from inner
    yield "</section>"


def front_html(report: Overview) -> Iterator[Html]:
    """Page one."""
    head, front = report.head, report.front
    yield '<div class="front">'
    yield tag("h1", said(head.title))
    yield tag("p", f"{said(date_line(report))} {said(head.scope)}", "meta")
    yield from (tag("p", said(note), "caveat") for note in (*head.notes, head.caveat))
    yield from _section("counts", _counts(front.tallies))
    yield from _section("shortfalls", _shortfalls(front))
    if front.open_first:
        yield from _section("open", items(front.open_first))
    yield from _advice(front)
    yield from _section("progress", items(front.progress))
    if front.comments:
        yield from _section("comments", items(front.comments))
    yield "</div>"


def _counts(tallies: Iterable[Tally]) -> Iterator[Html]:
    kinds = ("", *(["num"] * 3), "num apart", "num", "num")
    heads = (
        f'<th scope="col" class="{kind}">{words}</th>' if kind else f'<th scope="col">{words}</th>'
        for words, kind in zip(COUNT_COLUMNS, kinds, strict=True)
    )
    yield f'<table class="counts"><thead><tr>{"".join(heads)}</tr></thead><tbody>'
    for t in tallies:
        numbers = (t.met, t.partly, t.unmet, t.undetermined, t.not_applicable, t.total)
        cells = (tag("td", str(n), kind) for n, kind in zip(numbers, kinds[1:], strict=True))
        yield f'<tr><th scope="row">{said(t.force)}</th>{"".join(cells)}</tr>'
    yield f"</tbody></table>{tag('p', UNDETERMINED_NOTE, 'small')}"


def _shortfalls(front: Front) -> Iterator[Html]:
    if front.shortfalls:
        cells = "".join(f'<th scope="col">{words}</th>' for words in SHORTFALL_COLUMNS)
        yield f'<table class="top cards"><thead><tr>{cells}</tr></thead><tbody>'
        yield from map(_shortfall, front.shortfalls)
        yield "</tbody></table>"
    yield tag("p", said(front.shortfalls_note))


def _shortfall(each: Shortfall) -> Html:
    link = f'<a href="#{said(obligation_anchor(each.obligation))}">{said(each.provision)}</a>'
    tags = "; ".join(filter(None, (each.force, each.why)))
    name = f"{link}: <strong>{said(each.title)}</strong> {badge(each.rating, each.words)} {said(tags)}"
    cells = (str(each.rank), name, said(each.reason), said(each.mend))
    heads = (SHORTFALL_COLUMNS[0], "", *SHORTFALL_COLUMNS[2:])
    return tag("tr", "".join(cell_html(cell, head) for cell, head in zip(cells, heads, strict=True)))


def _advice(front: Front) -> Iterator[Html]:
    """Recommendations, and beside them whom to ask for help."""
    steps = items((f"{each.text} {each.closes}" for each in front.recommendations), "ol")
    needs = items(f"{each.subject}: {each.measures}. Asked to help: {each.ask}." for each in front.assistance)
    yield '<div class="pair">'
    yield from _section("recommendations", (*steps, tag("p", said(front.plan_note))))
    note = [tag("p", said(front.assistance_note))] if front.assistance_note else []
    yield from _section("assistance", (*needs, *note))
    yield "</div>"


def _contents(report: Overview) -> Iterator[Html]:
    """Links to every section and theme."""
    yield '<nav class="contents" aria-label="Sections"><ul>'
    for name in list(HEADINGS)[list(HEADINGS).index("ranked") :]:
        yield f'<li><a href="#s-{name}">{HEADINGS[name]}</a>'
        if name == "detail":
            links = (f'<li><a href="#t-{part.theme}">{said(part.title)}</a></li>' for part in report.parts)
            yield f"<ul>{''.join(links)}</ul>"
        yield "</li>"
    yield "</ul></nav>"


def _ranked(report: Overview, tables: Tables) -> Iterator[Html]:
    lists = (line for listing in report.ranked for line in tables.listing(listing))
    yield from _section("ranked", lists)
    yield from _section("way", tables.listing(report.way) if report.way else [tag("p", NO_WAY)])


def _detail(report: Overview) -> Iterator[Html]:
    yield from _section("detail", _themes(report))


def _themes(report: Overview) -> Iterator[Html]:
    yield tag("p", said(MARKS_NOTE), "small")
    yield from (tag("p", said(loss), "small") for loss in report.losses)
    yield from (tag("p", said(lead_of_comment(comment)), "comment") for comment in report.comments)
    for part in report.parts:
        yield f'<h3 id="t-{part.theme}">{said(part.title)}</h3>{tag("p", said(part.words), "small")}'
        for entry in part.entries:
            yield from entry_html(entry)


def _behind(report: Overview, tables: Tables) -> Iterator[Html]:
    yield from _section("safeguards", _safeguards(report))
    yield from _section("practices", tables.listing(report.practices, titled=False))
    levels = [line for listing in report.maturity for line in tables.listing(listing)]
    yield from _section("maturity", levels or [tag("p", NO_MATURITY)])
    yield from _section("others", tables.listing(report.others, titled=False))
    yield from _section("evidence", tables.listing(report.evidence, titled=False))


def _safeguards(report: Overview) -> Iterator[Html]:
    if not report.safeguards:
        yield tag("p", NO_SAFEGUARDS)
    for each in report.safeguards:
        words = f"{said(each.state)} Limits: {said(each.limits)}."
        yield f'<div class="entry">{finding_html(each.finding)}{tag("p", words, "small")}</div>'


def _annexes(report: Overview, tables: Tables) -> Iterator[Html]:
    yield from _section("method", (tag("p", said(text)) for text in report.method))
    yield from _section("force", tables.listing(report.force, titled=False))
    yield tag("p", said(report.head.caveat), "comment")


def _graph(graph: Explorer) -> Iterator[Html]:
    only = f'<p class="print-only">{GRAPH_NOTE}</p>'
    yield from _section("graph", (only, '<div class="explorer">', *graph.lines, "</div>"))
