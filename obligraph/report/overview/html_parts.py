"""The parts of the HTML report: escaped text, badges, listings and obligations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from obligraph.report.listing import Cell, Column, Listing, blank, cell_text, places
from obligraph.report.overview.model import Entry, Fact, Finding, Proof
from obligraph.report.overview.wording import SILENT, lead_of_comment, rating_words
from obligraph.report.table import clean

Html = str
"""Text that is HTML; everything else passes `said` first."""


def said(text: str) -> Html:
    """Text of any origin as HTML that shows it and does nothing.

    >>> said('<b onclick="x">')
    '&lt;b onclick=&quot;x&quot;&gt;'
    """
    return escape(clean(text))


def tag(name: str, inner: Html, kind: str = "") -> Html:
    """An element, with a class where one is named.

    >>> tag("p", "words", "small")
    '<p class="small">words</p>'
    """
    held = f' class="{kind}"' if kind else ""
    return f"<{name}{held}>{inner}</{name}>"


def badge(value: str, words: str = "") -> Html:
    """A rating with its sign; other words than its own where they are given."""
    return tag("span", said(words or rating_words(value)), f"badge {value}")


def cell_html(inner: Html, head: str = "", more: Html = "") -> Html:
    """A cell of a table; on a narrow screen its heading stands before it, for the rows become cards there.

    >>> cell_html("binding", "Force")
    '<td data-head="Force:">binding</td>'
    """
    stop = "" if head.endswith(".") else ":"
    named = f' data-head="{said(head)}{stop}"' if head and inner else ""
    return f"<td{named}{more}>{inner}</td>"


def items(texts: Iterable[str], name: str = "ul") -> Iterator[Html]:
    """A list of plain sentences; nothing where there are none."""
    rows = [tag("li", said(text)) for text in texts]
    if rows:
        yield from (f"<{name}>", *rows, f"</{name}>")


def obligation_anchor(name: str) -> str:
    """Where an obligation stands in the report."""
    return f"o-{name}"


def evidence_anchor(name: str) -> str:
    """Where a record stands in the list of evidence."""
    return f"e-{name}"


class Tables:
    """Listings as tables, with a link on each obligation and record that the report holds."""

    def __init__(self, obligations: Iterable[str]) -> None:
        self.obligations = frozenset(obligations)

    def listing(self, listing: Listing, *, titled: bool = True) -> Iterator[Html]:
        """A listing: the cells of a row, and below them its details."""
        if titled:
            yield tag("h3", said(listing.title))
        if listing.rows:
            yield from ('<table class="cards">', self._head(listing))
            for row in listing.rows:
                yield from self._row(listing, row)
            yield "</table>"
        else:
            yield tag("p", said(listing.empty))
        yield from (tag("p", said(note), "small") for note in listing.notes)

    def _head(self, listing: Listing) -> Html:
        shown = (listing.columns[place] for place in places(listing, detail=False))
        cells = (f'<th scope="col"{_flush(column)}>{said(column.heading)}</th>' for column in shown)
        return f"<thead><tr>{''.join(cells)}</tr></thead>"

    def _row(self, listing: Listing, row: tuple[Cell, ...]) -> Iterator[Html]:
        shown = list(places(listing, detail=False))
        facts = [
            Fact(listing.columns[place].heading, cell_text(row[place]))
            for place in places(listing, detail=True)
            if not blank(row[place])
        ]
        cells = "".join(self._cell(listing.columns[place], row[place]) for place in shown)
        kind = ' class="rows"' if facts else ""
        yield f"<tbody{kind}><tr>{cells}</tr>"
        if facts:
            yield f'<tr class="more"><td colspan="{len(shown)}">{facts_html(facts)}</td></tr>'
        yield "</tbody>"

    def _cell(self, column: Column, cell: Cell) -> Html:
        text = cell_text(cell)
        if column.key == "obligation" and text in self.obligations:
            link = f'<a href="#{said(obligation_anchor(text))}">{said(text)}</a>'
            return cell_html(link, column.heading)
        anchor = f' id="{said(evidence_anchor(text))}"' if column.key == "evidence" else ""
        return cell_html(said(text), column.heading, f"{anchor}{_flush(column)}")


def _flush(column: Column) -> str:
    return ' class="num"' if column.right else ""


def facts_html(facts: Iterable[Fact]) -> Html:
    """Named sentences."""
    rows = (f"<div><dt>{said(fact.name)}</dt><dd>{said(fact.text)}</dd></div>" for fact in facts)
    return tag("dl", "".join(rows), "facts")


def entry_html(entry: Entry) -> Iterator[Html]:
    """One obligation."""
    yield f'<article class="entry" id="{said(obligation_anchor(entry.obligation))}">'
    yield tag("h4", said(entry.title))
    line = " | ".join((said(entry.provision), said(entry.force), badge(entry.rating), said(entry.obligation)))
    yield from (tag("p", line, "meta"), tag("p", said(entry.summary)))
    if entry.quotation:
        lead = tag("span", f"{said(entry.quotation.lead)}:", "small")
        yield f'<blockquote>{lead} <q dir="auto">{said(entry.quotation.text)}</q></blockquote>'
    if entry.findings:
        yield from ("<ul>", *(tag("li", finding_html(each)) for each in entry.findings), "</ul>")
    if entry.silent:
        yield tag("p", f"{SILENT}: {said('; '.join(entry.silent))}", "small")
    yield facts_html(entry.facts)
    yield from (tag("p", said(lead_of_comment(comment)), "comment") for comment in entry.comments)
    yield "</article>"


def finding_html(each: Finding) -> Html:
    """What the evidence says of one measure."""
    head = f"<strong>{said(each.title)}</strong> [{said(each.measure)}] ({said(each.role)}): "
    rows = [tag("li", _proof(proof)) for proof in each.proofs]
    rows += [tag("li", said(each.note))] if each.note else []
    return head + badge(each.value, each.words) + (tag("ul", "".join(rows)) if rows else "")


def _proof(proof: Proof) -> Html:
    link = f'<a href="#{said(evidence_anchor(proof.evidence))}">{said(proof.evidence)}</a>'
    return f"{tag('span', said(proof.mark), 'mark')} {said(proof.text)} [{link}]"
