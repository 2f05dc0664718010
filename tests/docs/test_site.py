"""The documentation site: every page has its place, it builds without a warning, and it needs no network."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.docs.test_documents import ROOT

pytestmark = pytest.mark.once

CONFIGURATION = ROOT / "mkdocs.yml"
NAVIGATION = re.compile(r"^ +- [^:\n]+: (\S+\.md)$", re.MULTILINE)
LOADED = re.compile(
    r"""<(?:script|img|iframe)\b[^>]*\bsrc=["']?([^"'\s>]+)|<link\b[^>]*\bhref=["']?([^"'\s>]+)"""
)
FROM_STYLE = re.compile(r"""(?:url\(|@import\s*)["']?((?:https?:)?//[^"')\s]+)""")
ON_DEMAND = ("mermaid", "glightbox", "asciinema")
"""Classes at which the theme's script would fetch a program from the network."""

needs_zensical = pytest.mark.skipif(
    find_spec("zensical") is None, reason="the site is built with the extra [docs], which is not installed"
)


def navigation() -> list[str]:
    """The pages of the navigation, in order."""
    return NAVIGATION.findall(CONFIGURATION.read_text(encoding="utf-8"))


def pages() -> list[str]:
    """The pages that stand under docs/."""
    return sorted(path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md"))


def test_every_page_stands_once_in_the_navigation() -> None:
    """Each page under docs/ stands in the navigation once, and the navigation names no other."""
    assert sorted(navigation()) == pages(), "put the page in its place under `nav` in mkdocs.yml"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built from a copy of the pages with warnings as errors."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copy(CONFIGURATION, folder)
    shutil.copytree(ROOT / "docs", folder / "docs")
    command = [sys.executable, "-m", "zensical", "build", "--strict"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@needs_zensical
def test_the_site_holds_every_page(site: Path) -> None:
    """The site builds without a warning and has each page as a file that opens from disk."""
    built = {path.relative_to(site).with_suffix(".md").as_posix() for path in site.rglob("*.html")}
    assert built >= set(pages())


@needs_zensical
def test_the_site_loads_nothing_from_the_network(site: Path) -> None:
    """No page and no style sheet of the site loads anything from another host."""
    for path in site.rglob("*.html"):
        loaded = ["".join(found) for found in LOADED.findall(path.read_text(encoding="utf-8"))]
        assert loaded
        assert not [name for name in loaded if re.match(r"(?:https?:)?//", name)], path.name
    for path in site.rglob("*.css"):
        assert not FROM_STYLE.findall(path.read_text(encoding="utf-8")), path.name


@needs_zensical
def test_the_site_holds_nothing_for_which_the_theme_would_use_the_network(site: Path) -> None:
    """No page has a class at which the theme's script would fetch a program."""
    for path in site.rglob("*.html"):
        classes = " ".join(re.findall(r"""class=["']([^"']+)""", path.read_text(encoding="utf-8"))).split()
        assert not set(classes) & set(ON_DEMAND), path.name


@needs_zensical
def test_every_block_of_code_is_set_as_code(site: Path) -> None:
    """No page shows the backticks of a block that the site did not take for one."""
    for path in site.rglob("*.html"):
        prose = re.sub(r"<(pre|code)\b.*?</\1>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert "```" not in prose, path.name
