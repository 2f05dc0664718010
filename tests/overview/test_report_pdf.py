"""The report as PDF: page one on one page, the words of the other formats, data inert."""

from __future__ import annotations

import datetime as dt
import re
import sys
from functools import cache
from importlib.util import find_spec

import pypdfium2
import pytest

from obligraph.errors import InputError
from obligraph.report.overview.making import overview
from obligraph.report.overview.model import Overview
from obligraph.report.overview.pdf import PAPERS, render_pdf
from tests.overview import reports
from tests.overview.test_report_html import long_profile
from tests.report.assessed import profile, sample, view

with_typst = pytest.mark.skipif(
    not find_spec("typst"), reason="the extra is missing (pip install 'obligraph[pdf]')"
)


def pages(data: bytes) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(data)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return texts


@cache
def report(name: str) -> Overview:
    """The report of a sample State, of an empty profile or of one with long texts."""
    if name == "long":
        earlier = reports.on(dt.date(2022, 1, 1), sample("velmark"))
        return overview(view(long_profile(), public=True), earlier)
    return overview(view(profile() if name == "empty" else sample(name)))


@with_typst
@pytest.mark.parametrize("paper", PAPERS.values())
@pytest.mark.parametrize("name", [*reports.STATES, "long", "empty"])
def test_page_one_of_the_pdf_is_one_page(name: str, paper: str) -> None:
    """Page one holds all that belongs to it, and the detail begins on page two."""
    texts = pages(render_pdf(report(name), paper))
    assert "Progress since the last assessment" in texts[0]
    assert texts[1].lstrip().startswith("1. Every gap")


@with_typst
def test_the_pdf_holds_every_obligation_and_record() -> None:
    """The id of each rated obligation and of each record stands in the text of the pages."""
    shown = view(sample("kestria"))
    text = re.sub(r"\s+", "", "".join(pages(render_pdf(overview(shown)))))
    for name in (*shown.assessment.ratings, *(item.id for item in shown.assessment.profile.evidence)):
        assert name in text


@with_typst
def test_the_same_report_gives_the_same_pdf() -> None:
    """Two runs write the same bytes."""
    assert render_pdf(report("sorvena")) == render_pdf(report("sorvena"))


@with_typst
@pytest.mark.parametrize("text", [*reports.NASTY, "\x1b[31m red"])
def test_markup_in_data_is_set_as_it_is(text: str) -> None:
    """Commands of the typesetter in a State's name are printed, not run."""
    made = render_pdf(overview(view(reports.nasty_profile(text))))
    first = re.sub(r"\s+", "", pages(made)[0])
    assert re.sub(r"[\s\x1b]+", "", text)[:12] in first


def test_without_typst_one_message_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where typst is missing, the fault names the extra and the way round."""
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(InputError) as caught:
        render_pdf(report("empty"))
    assert str(caught.value) == (
        "report: PDF needs the package typst; pip install 'obligraph[pdf]', or write .html and print it "
        "from a browser"
    )
