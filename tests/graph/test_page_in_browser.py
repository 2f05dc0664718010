"""The page in a real browser: headless Chromium, loaded from a file, with the network cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from obligraph.graph.page import page
from obligraph.graph.views import Asked, standard_views
from tests.graph import pictures, small
from tests.headless import in_browser, offline_browser

if TYPE_CHECKING:
    from selenium.webdriver import Chrome
    from selenium.webdriver.remote.webelement import WebElement

pytestmark = in_browser

Open = Callable[..., "Chrome"]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """A browser with an empty profile of its own and no network."""
    with offline_browser(tmp_path_factory.mktemp("profile"), width=1500) as driver:
        yield driver


@pytest.fixture(scope="module")
def opened(browser: Chrome, tmp_path_factory: pytest.TempPathFactory) -> Open:
    """Opens the page of the small catalogue, at a place in it where one is given."""
    folder = tmp_path_factory.mktemp("page")

    def open_page(place: str = "", title: str = "") -> Chrome:
        found = small.findings(title)
        asked = Asked(small.graph(title, found), small.catalogue(title), most=None)
        path = folder / "graph.html"
        path.write_text(page(asked.graph, asked.catalogue, standard_views(asked)), encoding="utf-8")
        browser.get("about:blank")
        browser.get(f"{path.as_uri()}{place}")
        return browser

    return open_page


def all_of(browser: Chrome, selector: str) -> list[WebElement]:
    """The elements that a selector finds."""
    found: list[WebElement] = browser.find_elements("css selector", selector)
    return found


def one(browser: Chrome, selector: str) -> WebElement:
    """The first element that a selector finds."""
    return all_of(browser, selector)[0]


def node(browser: Chrome, name: str) -> WebElement:
    """The box of a node in the picture that is shown."""
    return one(browser, f'figure:not([hidden]) .node[data-id="{name}"]')


def heading(browser: Chrome) -> str:
    """The heading of the details."""
    return str(one(browser, "#details h2").text)


def choose(browser: Chrome, name: str, value: str) -> None:
    """Chooses a value in a list of choices."""
    from selenium.webdriver.support.select import Select

    Select(one(browser, f"#{name}")).select_by_value(value)


def bright(browser: Chrome) -> set[str]:
    """The boxes of the picture shown that search and filters let through."""
    return {
        str(box.get_attribute("data-id")) for box in all_of(browser, "figure:not([hidden]) .node:not(.dim)")
    }


def errors(browser: Chrome) -> list[Any]:
    """What the console has to complain of."""
    log: Any = browser
    return [entry for entry in log.get_log("browser") if entry["level"] in {"SEVERE", "WARNING"}]


def test_the_page_draws_the_first_picture_without_an_error(opened: Open) -> None:
    """It loads from a file with the network off, shows one picture, and the console stays silent."""
    browser = opened()
    assert len(all_of(browser, "figure:not([hidden])")) == 1
    assert {box.get_attribute("data-id") for box in all_of(browser, "figure:not([hidden]) .node")} == {
        *("code.1.1", "code.2.1", "code.3.1")
    }
    assert node(browser, "code.1.1").is_displayed()
    assert errors(browser) == []


def test_another_picture_can_be_chosen(opened: Open) -> None:
    """Choosing a picture shows it and hides the first."""
    browser = opened()
    choose(browser, "view", "4")
    assert "CODE/1 (2020)" in str(one(browser, "figure:not([hidden]) h2").text)
    assert node(browser, "guide.1.1").is_displayed()


def test_a_click_opens_a_box(opened: Open) -> None:
    """A click shows the obligation, its rating, the reason and the evidence behind it."""
    from selenium.webdriver import ActionChains

    browser = opened()
    ActionChains(browser).click(node(browser, "code.1.1")).perform()
    assert heading(browser) == "Duty 1"
    said = str(one(browser, "#details").text)
    for words in ("× not met", "Not in place: Base law.", "Report on the law", "a draft does not count"):
        assert words in said


def test_the_keyboard_walks_and_opens(opened: Open) -> None:
    """Arrow keys go to the next box, Enter opens it, Escape leads back to it."""
    from selenium.webdriver import ActionChains
    from selenium.webdriver.common.keys import Keys

    browser = opened()
    reachable = all_of(browser, 'figure:not([hidden]) .node[tabindex="0"]')
    assert len(reachable) == 1
    browser.execute_script("arguments[0].focus()", node(browser, "code.3.1"))
    ActionChains(browser).send_keys(Keys.ARROW_RIGHT).perform()
    assert browser.switch_to.active_element.get_attribute("data-id") == "code.2.1"
    ActionChains(browser).send_keys(Keys.ENTER).perform()
    assert heading(browser) == "Duty 2"
    assert browser.switch_to.active_element.get_attribute("id") == "details"
    ActionChains(browser).send_keys(Keys.ESCAPE).perform()
    assert browser.switch_to.active_element.get_attribute("data-id") == "code.2.1"


def test_the_first_tab_reaches_the_way_to_the_picture(opened: Open) -> None:
    """A keyboard user can go past the controls at once."""
    from selenium.webdriver import ActionChains
    from selenium.webdriver.common.keys import Keys

    browser = opened()
    ActionChains(browser).send_keys(Keys.TAB).perform()
    assert browser.switch_to.active_element.text == "Go to the picture"


def test_search_lists_and_dims(opened: Open) -> None:
    """A search lists what it finds in the whole graph and dims the rest of the picture."""
    browser = opened()
    one(browser, "#search").send_keys("2.1 duty")
    assert bright(browser) == {"code.2.1"}
    assert "2 found, 1 of them in this picture." in one(browser, "#status").text
    listed = [str(item.text) for item in all_of(browser, "#results button")]
    assert "Duty 2 (code.2.1)" in listed
    assert "Duty 2 (guide.2.1)" in listed
    one(browser, "#clear").click()
    assert bright(browser) == {"code.1.1", "code.2.1", "code.3.1"}


def test_what_the_picture_holds_is_listed_in_words(opened: Open) -> None:
    """With nothing asked the list names each box of the picture, not met first, with its rating."""
    browser = opened()
    assert "In this picture: 3." in one(browser, "#status").text
    listed = [str(item.text) for item in all_of(browser, "#results li")]
    assert listed == [
        "Duty 1 (code.1.1)\n× not met",
        "Duty 2 (code.2.1)\n½ partly met",
        "Duty 3 (code.3.1)\n? undetermined",
    ]
    all_of(browser, "#results button")[1].click()
    assert heading(browser) == "Duty 2"


def test_a_small_picture_is_not_blown_up(opened: Open) -> None:
    """Text on the screen is at most some larger than in the picture, however few boxes there are."""
    browser = opened("#evidence:e1")
    scales = browser.execute_script(
        "return [...document.querySelectorAll('figure:not([hidden]) .canvas > svg')].map((p) =>"
        " Math.min(p.clientWidth / p.viewBox.baseVal.width, p.clientHeight / p.viewBox.baseVal.height))"
    )
    assert 0 < scales[0] <= 1.41


def test_the_whole_picture_is_printed(opened: Open) -> None:
    """Whatever part is in view, the print shows all of the picture; then the part is in view again."""
    browser = opened()
    one(browser, "#zoom-in").click()
    seen = browser.execute_script(
        "const own = document.querySelector('figure:not([hidden]) .canvas > svg').viewBox.baseVal;"
        "const at = () => [own.width, own.height];"
        "const before = at(); dispatchEvent(new Event('beforeprint'));"
        "const printed = at(); dispatchEvent(new Event('afterprint')); return [before, printed, at()]"
    )
    assert seen[0] == seen[2]
    drawn = browser.execute_script(
        "const p = document.querySelector('figure:not([hidden]) .canvas > svg');"
        "return [Number(p.getAttribute('width')), Number(p.getAttribute('height'))]"
    )
    assert seen[1] == pytest.approx(drawn, abs=0.1)


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("force", "encouraged", {"code.13.1"}),
        ("rating", "partly_met", {"code.2.1", "guide.1.1"}),
        ("theme", "data", {"guide.1.1", "guide.2.1"}),
        ("instrument", "guide", {"guide.1.1", "guide.2.1"}),
    ],
)
def test_each_filter_keeps_what_it_names(opened: Open, name: str, value: str, kept: set[str]) -> None:
    """Filters by force, rating, theme and instrument dim all other boxes."""
    browser = opened()
    choose(browser, "view", "4")
    choose(browser, name, value)
    assert bright(browser) == kept


def test_a_result_leads_to_a_picture_that_shows_it(opened: Open) -> None:
    """Choosing a result that is not in the picture changes to one that has it."""
    browser = opened()
    one(browser, "#search").send_keys("guide.1.1")
    one(browser, "#results button").click()
    assert heading(browser) == "Duty 1"
    assert node(browser, "guide.1.1").is_displayed()
    assert "open" in str(node(browser, "guide.1.1").get_attribute("class")).split()


def test_a_deep_link_opens_its_obligation(opened: Open) -> None:
    """The address of an obligation opens it, and opening one changes the address."""
    browser = opened("#guide.2.1")
    assert heading(browser) == "Duty 2"
    assert node(browser, "guide.2.1").is_displayed()
    browser.execute_script("location.hash = '#code.12a.1'")
    browser.execute_async_script("setTimeout(arguments[0], 50)")
    assert heading(browser) == "Duty 12(a)"
    assert str(browser.current_url).endswith("#code.12a.1")


def test_zoom_and_pan_change_the_part_shown(opened: Open) -> None:
    """The buttons zoom in, out and back; dragging moves the picture."""
    from selenium.webdriver import ActionChains

    browser = opened()

    def part() -> tuple[float, ...]:
        box = browser.execute_script(
            "const b = document.querySelector('figure:not([hidden]) svg').viewBox.baseVal;"
            "return [b.x, b.y, b.width, b.height]"
        )
        return tuple(round(value, 3) for value in box)

    home = part()
    one(browser, "#zoom-in").click()
    assert part()[2] < home[2]
    one(browser, "#fit").click()
    assert part() == home
    one(browser, "#zoom-out").click()
    assert part()[2] > home[2]
    one(browser, "#fit").click()
    canvas = one(browser, "figure:not([hidden]) .canvas")
    ActionChains(browser).move_to_element_with_offset(canvas, -200, -150).click_and_hold().move_by_offset(
        80, 40
    ).release().perform()
    assert part()[0] < home[0]
    assert part()[2:] == home[2:]


@pytest.mark.parametrize("title", small.NASTY)
def test_no_script_from_data_runs(opened: Open, title: str) -> None:
    """Titles with markup are shown as they are; nothing in them runs, and the console stays silent."""
    from selenium.webdriver import ActionChains

    browser = opened(title=title)
    ActionChains(browser).click(node(browser, "code.1.1")).perform()
    assert heading(browser) == browser.execute_script(
        "return JSON.parse(document.getElementById('data').textContent)"
        ".nodes.find((node) => node.id === 'code.1.1').title"
    )
    assert len(all_of(browser, "script")) == 2
    assert errors(browser) == []


def test_the_policy_stops_other_scripts(opened: Open) -> None:
    """A script that is put into the page does not run: the policy lets only our own through."""
    browser = opened()
    browser.execute_script(
        "const s = document.createElement('script'); s.textContent = 'window.foreign = 1';"
        "document.body.append(s)"
    )
    assert browser.execute_script("return window.foreign === undefined") is True
    errors(browser)


def axe_faults(browser: Chrome) -> list[Any]:
    """What axe-core finds to mend in the page that is open."""
    axe = resources.files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    browser.execute_script(axe)
    found = browser.execute_async_script(
        "const done = arguments[arguments.length - 1]; axe.run().then((r) => done(r.violations))"
    )
    return [(fault["id"], [spot["html"] for spot in fault["nodes"]]) for fault in found]


@pytest.mark.parametrize("place", ["", "#code.2.1"])
def test_axe_finds_nothing_to_mend(opened: Open, place: str) -> None:
    """axe-core finds no fault of accessibility, with nothing open and with an obligation open."""
    assert axe_faults(opened(place)) == []


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the whole shipped catalogue with a sample State."""
    catalogue, graph = pictures.sample()
    path = tmp_path_factory.mktemp("shipped") / "kestria.html"
    asked = Asked(graph, catalogue, most=None)
    path.write_text(page(graph, catalogue, standard_views(asked)), encoding="utf-8")
    return path


@pytest.mark.slow
def test_the_page_of_the_whole_catalogue_holds(browser: Chrome, shipped: Path) -> None:
    """With every instrument and theme the page shows the gaps first, finds, opens, and has no fault."""
    browser.get("about:blank")
    browser.get(shipped.as_uri())
    assert "Kestria" in one(browser, "figure:not([hidden]) h2").text
    listed = [str(item.text) for item in all_of(browser, "#results li")]
    assert "½ partly met" in listed[0]
    assert axe_faults(browser) == []
    one(browser, "#search").send_keys("passenger name")
    assert "found" in one(browser, "#status").text
    browser.get("about:blank")
    browser.get(f"{shipped.as_uri()}#sres2396.12.1")
    assert heading(browser).startswith("Build the capability")
    assert axe_faults(browser) == []
    assert errors(browser) == []


@pytest.mark.slow
def test_every_picture_of_the_whole_catalogue_can_be_chosen(browser: Chrome, shipped: Path) -> None:
    """Each picture of the page shows its boxes in sight when it is chosen, without an error."""
    browser.get("about:blank")
    browser.get(shipped.as_uri())
    values = [str(option.get_attribute("value")) for option in all_of(browser, "#view option")]
    assert len(values) > 20
    for value in values:
        choose(browser, "view", value)
        seen = browser.execute_script(
            "const frame = document.querySelector('figure:not([hidden]) .canvas').getBoundingClientRect();"
            "return [...document.querySelectorAll('figure:not([hidden]) .node')].filter((box) => {"
            " const at = box.getBoundingClientRect();"
            " return at.right > frame.left && at.left < frame.right"
            "  && at.bottom > frame.top && at.top < frame.bottom;"
            "}).length"
        )
        assert seen > 0, value
    assert errors(browser) == []


def test_the_page_asks_for_nothing_from_anywhere(opened: Open) -> None:
    """Nothing is loaded beside the file itself."""
    browser = opened()
    loaded = browser.execute_script("return performance.getEntriesByType('resource').map((e) => e.name)")
    assert loaded == []
