"""Mermaid itself draws what we write: in headless Chromium, with no network.

Mermaid comes out of the package mermaidx, which carries it whole; nothing else of that package is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from obligraph.graph.drawing import Drawing, draw
from obligraph.graph.formats.mermaid import mermaid
from obligraph.graph.views import VIEWS, Asked, view
from tests.graph import golden_files, small
from tests.graph.pictures import drawings
from tests.headless import in_browser, offline_browser

PACKAGE = find_spec("mermaidx")
pytestmark = [
    *in_browser,
    pytest.mark.skipif(PACKAGE is None, reason="mermaidx is missing (pip install -e '.[browser]')"),
]

Drawn = dict[str, Any]
Draw = Callable[[str], Drawn]

ASK = """
const [text, done] = [arguments[0], arguments[1]];
window.ran = false;
mermaid.initialize({startOnLoad: false, securityLevel: 'strict'});
mermaid.render('drawn', text).then(({svg}) => {
  document.body.innerHTML = svg;
  const all = (selector) => [...document.querySelectorAll(selector)];
  done({
    nodes: all('#drawn g.node').length,
    frames: all('#drawn g.cluster').length,
    labels: all('#drawn g.node .label').map((label) => label.innerText ?? label.textContent),
    links: all('#drawn .edgePaths path, #drawn path.flowchart-link').length,
    title: document.querySelector('#drawn .flowchartTitleText')?.textContent,
    scripts: all('#drawn script, #drawn img, #drawn a').length,
    ran: window.ran,
  });
}, (fault) => done({fault: String(fault)}));
"""


ALIKE = str.maketrans("<>&", "‹›＆")
"""What stands in a title for signs that Mermaid would take out of it."""


def script() -> Path:
    """Mermaid as the package carries it."""
    assert PACKAGE
    assert PACKAGE.origin
    return Path(PACKAGE.origin).parent / "assets" / "mermaid.js"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Draw]:
    """Draws a text with Mermaid and says what is there."""
    page = tmp_path_factory.mktemp("page") / "page.html"
    page.write_text(f'<!DOCTYPE html><meta charset="utf-8"><script src="{script().as_uri()}"></script><body>')
    with offline_browser(tmp_path_factory.mktemp("profile"), width=1500) as browser:
        browser.get(page.as_uri())

        def ask(text: str) -> Drawn:
            found: Drawn = browser.execute_async_script(ASK, text)
            assert "fault" not in found, (found, text)
            return found

        yield ask


def check(drawing: Drawing, found: Drawn) -> None:
    """What Mermaid draws is what the drawing holds, with every word, and nothing runs."""
    assert found["nodes"] == len(drawing.boxes)
    assert found["frames"] == len(drawing.groups)
    assert found["links"] == len(drawing.arrows)
    assert " ".join(found["title"].split()) == drawing.title.translate(ALIKE)
    written = ["".join("".join(box.text.lines).split()) for box in drawing.boxes]
    shown = ["".join(label.replace("\u2060", "").split()) for label in found["labels"]]
    assert sorted(shown) == sorted(written)
    assert (found["scripts"], found["ran"]) == (0, False)


@pytest.mark.parametrize("name", VIEWS)
def test_mermaid_draws_every_view(name: str, drawn: Draw) -> None:
    """Each view of the small catalogue is drawn with every box, every arrow and every word."""
    drawing = draw(golden_files.shown(name))
    check(drawing, drawn(mermaid(drawing)))


def test_mermaid_draws_the_views_of_the_shipped_catalogue(drawn: Draw) -> None:
    """Each picture of the documents is drawn by Mermaid too."""
    for _, drawing in drawings():
        check(drawing, drawn(mermaid(drawing)))


HOSTILE = (
    *small.NASTY,
    "`md` **b** _i_ $$x^2$$ fa:fa-ban end",
    "<img src=x onerror=ran=1>",
    "#lt;b#gt; &lt;i&gt; #35;quot; click n0 href",
)
"""Titles that try to steer Mermaid or the page that shows it."""


@pytest.mark.parametrize("title", HOSTILE)
@pytest.mark.parametrize("name", ["neighbours", "obligation", "citations"])
def test_mermaid_shows_hostile_titles_as_they_are(name: str, title: str, drawn: Draw) -> None:
    """Markup, controls, signs of Mermaid and words without end are words in the picture, and nothing runs."""
    found = small.findings(title)
    asked = Asked(small.graph(title, found), small.catalogue(title), FOCUS[name])
    drawing = draw(view(asked, name))
    check(drawing, drawn(mermaid(drawing)))


FOCUS = {"neighbours": "code.1.1", "obligation": "code.2.1", "citations": ""}
