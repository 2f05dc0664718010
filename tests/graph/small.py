"""Small builders: a fictional catalogue, one State's findings, the graph of both, and a plain plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from obligraph.graph.building import build
from obligraph.graph.drawing import Drawing
from obligraph.graph.findings import NO_FINDINGS, Exhibit, Findings, Statement
from obligraph.graph.layout.plan import Plan, Point, Rect, Route
from obligraph.graph.views import Asked
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.packs import Pack, assemble

if TYPE_CHECKING:
    from obligraph.graph.nodes import ObligationGraph

NASTY = (
    "a <b>bold</b> & \"quoted\" 'title' \\N with </script><script>alert(1)</script>",
    "two\nlines\tand\x0b\x00 controls \u202ereversed\u202c",
    "שלום עולם والسلام عليكم",
    "x" * 500,
    "%% end --> ]]> #quot; {{curly}} `tick` [square] |pipe|",
    "國際義務的一個非常長的標題" * 6,
)
"""Titles that try to break a picture or a page."""


def measure(name: str, **fields: Any) -> dict[str, Any]:
    """A measure as a pack writes it."""
    return {
        "id": name,
        "title": name.replace("-", " ").capitalize(),
        "theme": "borders",
        "axis": "formal",
        "stage": "upstream",
        "accepts": ["law"],
        "expects": "A text in force.",
        "question": "Is it there?",
        "effort": 2,
        "effort_basis": "one ministry acts alone",
    } | fields


def obligation(instrument: str, paragraph: str, **fields: Any) -> dict[str, Any]:
    """An obligation as a pack writes it."""
    return {
        "instrument": instrument,
        "paragraph": paragraph,
        "ordinal": 1,
        "title": f"Duty {paragraph}",
        "summary": "Do what is asked.",
        "verb": "decides",
        "force": "binding",
        "force_rule": "decides-shall",
        "bearers": ["member_states"],
        "themes": ["borders"],
    } | fields


def relation(kind: str, source: str, target: str, **fields: Any) -> dict[str, Any]:
    """A relation as a pack writes it."""
    return {
        "type": kind,
        "source": source,
        "target": target,
        "reason": "It comes first.",
        "basis": "CODE 1",
    } | (fields)


def instrument(name: str, symbol: str, **fields: Any) -> dict[str, Any]:
    """An instrument as a pack writes it."""
    return {
        "id": name,
        "symbol": symbol,
        "title": f"A text of our own on {name}",
        "kind": "resolution",
        "issuer": "security_council",
    } | fields


def catalogue(title: str = "") -> Catalogue:
    """Two instruments, eight obligations, five measures and all types of edge between obligations.

    Args:
        title: stands for the title of one node of each kind where it is given.
    """
    named = {"title": title[:120]} if title else {}
    pack = Pack.model_validate(
        {
            "instrument": instrument("code", "CODE/1 (2020)", date="2020-03-01", **named),
            "instruments": [
                instrument("guide", "GUIDE/2 (2021)", kind="principles", issuer="ctc", date="2021-01-01"),
                instrument("act", "ACT/9 (2001)", external=True, date="2001-01-01"),
            ],
            "obligations": [
                obligation("code", "1", needs="base-law", key="Others hang on it.", **named),
                obligation("code", "2", needs={"all": ["base-law", {"any": ["unit", "office"]}]}),
                obligation("code", "3", needs="list", safeguards=["privacy"], cites=["ACT/9 para 4"]),
                obligation("code", "12(a)", force="called_upon", needs="unit", verb="calls upon"),
                obligation("code", "13", force="encouraged", verb="encourages", needs="office"),
                obligation("code", "14", bearers=["icao"], cites=["Old Pact art 3"], restated=True),
                obligation("guide", "1", force="recommended", verb="should", needs="unit", themes=["data"]),
                obligation("guide", "2", force="consider", verb="should", needs="list", themes=["data"]),
            ],
            "themes": [{"id": "borders", "title": "Borders"}, {"id": "data", "title": "Data"}],
            "measures": [
                measure("base-law", **named),
                measure("unit", axis="practice"),
                measure("office"),
                measure("list"),
                measure("privacy", safeguard=True),
            ],
            "relations": [
                relation("presupposes", "code.2.1", "code.1.1"),
                relation("presupposes", "code.3.1", "code.2.1"),
                relation("presupposes", "code.12a.1", "code.1.1", status="stated"),
                relation("elaborates", "guide.1.1", "code.2.1"),
                relation("elaborates", "guide.2.1", "code.3.1"),
                relation("restates", "code.14.1", "act"),
                relation("supersedes", "code", "act"),
            ],
        }
    )
    return assemble({"small": pack})


def findings(title: str = "") -> Findings:
    """A State that has not met the first duty, with one record of each sort."""
    return Findings(
        state="Atlantis" + (f" {title}" if title else ""),
        as_of="2026-06-30",
        caveat="It speaks of the evidence only.",
        ratings={
            "code.1.1": "not_met",
            "code.2.1": "partly_met",
            "code.3.1": "undetermined",
            "code.12a.1": "met",
            "code.13.1": "not_applicable",
            "guide.1.1": "partly_met",
            "guide.2.1": "undetermined",
        },
        gaps=frozenset({"code.1.1", "code.2.1", "guide.1.1"}),
        reasons={"code.1.1": "Not in place: Base law."},
        measures={"base-law": "not_met", "unit": "met", "office": "undetermined", "list": "conflict"},
        evidence=(
            Exhibit("e1", title or "Report on the law", "report", "p. 3", (Statement("base-law", False),)),
            Exhibit(
                "e2",
                "Unit founded",
                "law",
                "art. 1",
                (Statement("unit", True), Statement("base-law", True, not_counted="a draft does not count")),
            ),
            Exhibit(
                "e3", "Old plan", "policy", "", (Statement("office", True, not_counted="it was repealed"),)
            ),
        ),
    )


def graph(title: str = "", found: Findings = NO_FINDINGS) -> ObligationGraph:
    """The graph of the small catalogue."""
    return build(catalogue(title), found)


def asked(focus: str = "", found: Findings = NO_FINDINGS, **fields: Any) -> Asked:
    """A request for a view of the small catalogue."""
    return Asked(graph(found=found), catalogue(), focus, **fields)


def column_plan(drawing: Drawing) -> Plan:
    """A plan that sets all boxes in one column, so that what is drawn depends on no layout program."""
    places: dict[str, Point] = {}
    frames: dict[str, Rect] = {}
    y = 0.0
    for box in drawing.boxes:
        y += box.text.height + 40
        places[box.id] = Point(150.0, y)
        if box.group:
            frames[box.group] = Rect(0.0, 0.0, 300.0, y)
    routes = tuple(_straight(places[a.tail], places[a.head]) if a.look else None for a in drawing.arrows)
    headings = tuple(Point(20.0, 20.0 * n) for n in range(len(drawing.rows)))
    return Plan(320.0, y + 60, places, routes, frames, headings)


def _straight(start: Point, end: Point) -> Route:
    stop = Point(end.x, end.y - 8)
    return Route((start, start, stop, stop), end, Point((start.x + end.x) / 2, (start.y + end.y) / 2))
