"""The report as HTML: inert data, sound links, its size, and how it looks and prints in a real browser."""

from __future__ import annotations

import base64
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from obligraph.engine.profile import Profile
from obligraph.graph.building import build
from obligraph.graph.page import explorer
from obligraph.graph.views import Asked, standard_views
from obligraph.report.graph_findings import graph_findings
from obligraph.report.overview.html import graph_parts, render_html
from obligraph.report.overview.making import overview
from obligraph.report.view import View
from tests.headless import in_browser, offline_browser
from tests.overview import reports
from tests.report.assessed import AS_OF, profile, sample, view

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

MOST_BYTES = 3_000_000
"""The bound on the report over the whole catalogue."""


PAPERS = {"A4": (8.27, 11.69), "Letter": (8.5, 11.0)}
"""Width and height in inches."""


def html_of(shown: View, earlier: View | None = None) -> str:
    """The report of a view as HTML."""
    return render_html(overview(shown, earlier), graph_parts(shown))


def short_html(shown: View, earlier: View | None = None) -> str:
    """The report with the obligations of one theme and one picture: every sort of element, quickly drawn."""
    report = overview(shown, earlier)
    spoken = [part for part in report.parts if any(entry.findings for entry in part.entries)]
    catalogue = shown.assessment.catalogue
    graph = build(catalogue, graph_findings(shown))
    few = explorer(graph, catalogue, standard_views(Asked(graph, catalogue))[:1])
    return render_html(replace(report, parts=tuple(spoken[:1] or report.parts[:1])), few)


class Elements(HTMLParser):
    """The tags, ids and links that a parser finds."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes an element."""
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        found = dict(attrs)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if tag == "a" else []


@pytest.mark.parametrize("state", reports.STATES)
def test_every_link_leads_somewhere_in_the_report(state: str) -> None:
    """Ids are unique, and each link leads to one of them; nothing leads out of the file."""
    found = Elements(html_of(view(sample(state))))
    assert len(found.ids) == len(set(found.ids))
    assert {link.removeprefix("#") for link in found.links} <= set(found.ids)
    assert all(link.startswith("#") for link in found.links)


@pytest.mark.parametrize("text", reports.NASTY)
def test_markup_in_data_stays_text(text: str) -> None:
    """A report full of markup has the same elements and attributes as one of plain words."""
    nasty = Elements(html_of(view(reports.nasty_profile(text))))
    plain = Elements(html_of(view(reports.nasty_profile("plain words"))))
    assert sorted(set(nasty.tags)) == sorted(set(plain.tags))
    assert nasty.tags.count("script") == 2
    assert nasty.attributes == plain.attributes
    assert not {name for name in nasty.attributes if name.startswith("on")}


def test_the_report_stays_under_its_bound() -> None:
    """Over the whole catalogue the file is smaller than three megabytes."""
    assert max(len(html_of(view(sample(state))).encode()) for state in reports.STATES) < MOST_BYTES


def test_same_input_same_html() -> None:
    """Two runs write the same bytes."""
    assert html_of(view(sample("sorvena"))) == html_of(view(sample("sorvena")))


def test_the_public_html_holds_nothing_restricted() -> None:
    """Titles and ids of restricted records are nowhere in the public file, not in the graph either."""
    given = sample("velmark")
    hidden = [item for item in given.evidence if item.confidentiality.value == "restricted"]
    text = html_of(view(given, public=True), reports.on(AS_OF, given, public=True))
    assert hidden
    for item in hidden:
        assert item.id not in text
        assert item.title not in text


def test_the_page_holds_what_markdown_holds() -> None:
    """Every sentence of each obligation's entry stands in the HTML as it does in the model."""
    shown = view(sample("kestria"))
    report = overview(shown)
    plain = re.sub(r"\s+", " ", _text(render_html(report, graph_parts(shown))))
    for part in report.parts:
        for entry in part.entries:
            sentences = (entry.title, entry.summary, *(fact.text for fact in entry.facts))
            proofs = (proof.text for each in entry.findings for proof in each.proofs)
            for sentence in (*sentences, *entry.silent, *entry.comments, *proofs):
                assert " ".join(sentence.split()) in plain


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _text(html: str) -> str:
    parser = _Words()
    parser.feed(html)
    return "".join(parser.words)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """A browser with an empty profile of its own and no network."""
    with offline_browser(tmp_path_factory.mktemp("profile"), width=1300) as driver:
        yield driver


def opened(browser: Chrome, folder: Path, shown: View, earlier: View | None = None) -> Chrome:
    """The report of a view, opened from a file."""
    path = folder / "report.html"
    path.write_text(short_html(shown, earlier), encoding="utf-8")
    browser.get("about:blank")
    browser.get(path.as_uri())
    return browser


def load_axe(browser: Chrome) -> None:
    """Puts axe-core into the page."""
    browser.execute_script(
        resources.files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    )


def axe_faults(browser: Chrome, part: str, options: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """What axe-core finds to mend in a part of the page: rule and the first places.

    Args:
        browser: with a page into which axe-core was loaded.
        part: the part, as an expression of JavaScript.
        options: those of `axe.run`.
    """
    faults = browser.execute_async_script(
        f"const done = arguments[1]; axe.run({part}, arguments[0]).then((r) => done(r.violations))",
        {"resultTypes": ["violations"], **options},
    )
    return [(each["id"], [spot["html"] for spot in each["nodes"]][:3]) for each in faults]


@pytest.mark.parametrize("text", ["plain words", *reports.NASTY[:2]])
class TestInBrowser:
    """What a browser makes of the report."""

    pytestmark = in_browser

    def test_it_is_silent_alone_and_accessible(self, browser: Chrome, tmp_path: Path, text: str) -> None:
        """No message in the console, no request, no script from data, and axe-core finds nothing to mend."""
        browser.set_script_timeout(300)
        opened(browser, tmp_path, view(reports.nasty_profile(text)))
        log: Any = browser
        assert [each for each in log.get_log("browser") if each["level"] in {"SEVERE", "WARNING"}] == []
        assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0
        load_axe(browser)
        assert axe_faults(browser, "document", {}) == []


@pytest.mark.slow
class TestWholeReport:
    """The report over the whole catalogue, as it is handed on."""

    pytestmark = in_browser

    @pytest.mark.parametrize("width", [1300, 390])
    def test_it_is_silent_alone_and_accessible(self, browser: Chrome, tmp_path: Path, width: int) -> None:
        """On a desktop and on a phone: silent, alone, nothing too wide, nothing for axe-core to mend.

        Contrast is looked at in all sections at once; over the whole page it takes axe-core many minutes.
        """
        path = tmp_path / "report.html"
        path.write_text(html_of(view(sample("kestria"))), encoding="utf-8")
        size: Any = {"width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": width < 700}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        browser.set_script_timeout(300)
        browser.get(path.as_uri())
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width
        log: Any = browser
        assert [each for each in log.get_log("browser") if each["level"] in {"SEVERE", "WARNING"}] == []
        assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0
        load_axe(browser)
        assert axe_faults(browser, "document", {"rules": {"color-contrast": {"enabled": False}}}) == []
        assert axe_faults(browser, "{include: [['main > *']]}", {"runOnly": ["color-contrast"]}) == []
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


class TestGraphInBrowser:
    """The graph inside the report."""

    pytestmark = in_browser

    def test_the_keyboard_goes_past_page_one_and_through_the_graph(
        self, browser: Chrome, tmp_path: Path
    ) -> None:
        """The first Tab offers the way past page one; Enter on a box opens it, and the console is silent."""
        from selenium.webdriver import ActionChains
        from selenium.webdriver.common.keys import Keys

        opened(browser, tmp_path, view(sample("kestria")))
        ActionChains(browser).send_keys(Keys.TAB).perform()
        assert browser.switch_to.active_element.text == "Go past page one"
        box = browser.find_element("css selector", 'figure:not([hidden]) .node[data-id="sres2396.13.1"]')
        browser.execute_script("arguments[0].focus()", box)
        ActionChains(browser).send_keys(Keys.ENTER).perform()
        heading = browser.find_element("css selector", "#details h2").text
        assert heading == "Keep watch lists of known and suspected terrorists for screening"
        log: Any = browser
        assert [each for each in log.get_log("browser") if each["level"] == "SEVERE"] == []


def long_profile() -> Profile:
    """A profile in which everything that page one shows is long."""
    long = "a rather long sentence about what is still lacking in the order of things here " * 6
    given = sample("kestria")
    records = []
    for item in given.evidence:
        claims = tuple(
            claim.model_copy(update={"shortfall": long}) if claim.shortfall else claim
            for claim in item.supports
        )
        records.append(item.model_copy(update={"title": f"{item.title} {long}"[:400], "supports": claims}))
    said = [{"text": long, "date": "2024-06-01"}] * 4
    changed = {
        "evidence": records,
        "comments": said,
        "state": "The United Provinces of North and South Kestria",
    }
    return Profile.model_validate({**given.model_dump(), **changed})


@pytest.mark.parametrize("paper", PAPERS)
class TestPrinted:
    """The report on paper."""

    pytestmark = in_browser

    @pytest.mark.parametrize("given", ["dalmoro", "kestria", "sorvena", "velmark", "long", "empty"])
    def test_page_one_is_one_page(self, browser: Chrome, tmp_path: Path, paper: str, given: str) -> None:
        """Page one takes the first sheet and the detail begins on the second, however long the texts."""
        import pypdfium2

        made = {"long": long_profile, "empty": profile}
        shown = view(made[given]() if given in made else sample(given), public=given == "long")
        earlier = reports.on(dt.date(2022, 1, 1), sample("velmark")) if given == "long" else None
        opened(browser, tmp_path, shown, earlier)
        width, height = PAPERS[paper]
        size = {"paperWidth": width, "paperHeight": height, "preferCSSPageSize": False}
        printed = browser.execute_cdp_cmd("Page.printToPDF", {**size, "printBackground": True})
        pages = pypdfium2.PdfDocument(base64.b64decode(printed["data"]))
        texts = [pages[number].get_textpage().get_text_bounded() for number in range(2)]
        pages.close()
        assert "Progress since the last assessment" in texts[0]
        assert re.match(r"(2 / \d+)?\s*1\. Every gap", texts[1])
