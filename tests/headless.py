"""Headless Chromium for tests that need a real browser: what is missing, and one without a network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def missing() -> str:
    """What is missing for these tests; empty where nothing is."""
    if not (CHROMIUM and DRIVER):
        return "Chromium or its driver is missing (Debian packages chromium and chromium-driver)"
    if not (find_spec("selenium") and find_spec("axe_core_python")):
        return "the extra is missing (pip install -e '.[browser]')"
    return ""


in_browser = [
    pytest.mark.browser,
    pytest.mark.skipif(bool(missing()), reason=missing() or "nothing is missing"),
]
"""The marks of a test that needs the browser."""


@contextmanager
def offline_browser(profile: Path, width: int) -> Iterator[Chrome]:
    """A browser with an empty profile in a folder of its own, so many pixels wide, and no network."""
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    options = ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for argument in (*ARGUMENTS, f"--user-data-dir={profile}", f"--window-size={width},1000"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = Chrome(options=options, service=Service(executable_path=str(DRIVER)))
    driver.set_network_conditions(offline=True, latency=0, throughput=0)
    try:
        yield driver
    finally:
        driver.quit()
