"""The report as Markdown: page one as expected, the detail complete, data inert."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from obligraph.engine.profile import Profile
from obligraph.engine.results import CAVEAT
from obligraph.report.overview.making import overview
from obligraph.report.overview.markdown import escaped, render_markdown
from obligraph.report.public import PUBLIC_NOTE
from obligraph.report.table import clean
from tests.overview import reports
from tests.report.assessed import AS_OF, profile, sample, view

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
"""A reader of Markdown that is not ours."""


def tokens(text: str) -> set[str]:
    """The kinds of element that a reader finds in a text."""
    found = READER.parse(text)
    return {child.type for token in found for child in (token, *(token.children or ()))}


@pytest.mark.parametrize("state", reports.STATES)
def test_page_one_is_as_expected(state: str) -> None:
    """Page one of each sample State is the golden file; `python -m tests.overview.reports` renews it."""
    assert reports.page_one(reports.report_of(state)) == reports.golden(state).read_text(encoding="utf-8")


def test_same_input_same_bytes() -> None:
    """Two runs write the same report."""
    assert render_markdown(reports.report_of("velmark")) == render_markdown(reports.report_of("velmark"))


@pytest.mark.parametrize("state", reports.STATES)
def test_every_obligation_record_and_reason_is_there(state: str) -> None:
    """Each rated obligation, each record with its place and each reason not to count stands in the detail."""
    given_view = view(sample(state))
    text = render_markdown(overview(given_view))
    found = given_view.assessment
    for name in found.ratings:
        assert f"\\| {name}\n" in text
    for item in found.profile.evidence:
        for part in (item.id, item.title, item.locator.article, item.locator.quote):
            assert escaped(part) in text
    for determination in found.determinations.values():
        for passed in determination.not_counted:
            assert escaped(passed.reason) in text


def test_the_caveat_stands_on_page_one_and_at_the_end() -> None:
    """No one can read the report without meeting what a rating is not."""
    report = reports.report_of("kestria")
    assert CAVEAT in reports.page_one(report)
    assert render_markdown(report).endswith(f"> {CAVEAT}\n")


def test_undetermined_is_counted_apart() -> None:
    """A State with no evidence has nothing met and nothing unmet, and all that applies is undetermined."""
    report = overview(view(profile()))
    assert all((t.met, t.partly, t.unmet) == (0, 0, 0) and t.undetermined for t in report.front.tallies)
    assert not report.front.shortfalls
    assert len(report.front.open_first) == 5
    assert "no obligation is certainly unmet" in reports.page_one(report)


def test_shortfalls_stand_binding_first() -> None:
    """The five first gaps of the ranked list stand on page one, in its order."""
    report = reports.report_of("kestria")
    assert [each.rank for each in report.front.shortfalls] == [1, 2, 3, 4, 5]
    assert {each.force for each in report.front.shortfalls} == {"binding"}
    assert all(each.provision and each.reason and each.mend for each in report.front.shortfalls)


def test_progress_names_what_closed_and_what_opened() -> None:
    """With an earlier profile the report says what moved, and without one that it cannot."""
    before = profile({"supports": [{"measure": "pnr-law", "extent": "partial", "shortfall": "no limits"}]})
    after = profile({"supports": ["pnr-law"]})
    earlier = reports.on(dt.date(2023, 2, 1), before)
    said = overview(view(after), earlier).front.progress
    assert said[0].startswith("Since 1 February 2023: ")
    assert any(line.startswith("Closed: ") and "sres2396.12.1" in line for line in said), said
    assert "No earlier assessment" in overview(view(after)).front.progress[0]


def test_a_comment_is_printed_and_changes_no_rating() -> None:
    """The State's comment stands beside its obligation and overall; every rating stays as it was."""
    plain = profile({"supports": ["pnr-law"]})
    said = [{"text": "We disagree."}, {"text": "Not so.", "obligation": "sres2396.12.1"}]
    spoken = Profile.model_validate({**plain.model_dump(), "comments": said})
    one, other = overview(view(plain)), overview(view(spoken))
    assert one.front.tallies == other.front.tallies
    entries = {entry.obligation: entry for part in other.parts for entry in part.entries}
    assert entries["sres2396.12.1"].comments == ("Not so.",)
    assert [e.rating for p in one.parts for e in p.entries] == [e.rating for e in entries.values()]
    text = render_markdown(other)
    assert "The State comments: Not so." in text
    assert "We disagree." in reports.page_one(other)


def test_the_public_report_holds_nothing_restricted() -> None:
    """Planted marks in all texts of a restricted record are in the whole report, not in the public one."""
    secret = {
        "id": "zz-hidden-id",
        "title": "zz-hidden title",
        "supports": [{"measure": "pnr-law", "extent": "partial", "shortfall": "zz-hidden shortfall"}],
        "locator": {"article": "zz-hidden article", "quote": "zz-hidden quote"},
        "confidentiality": "restricted",
    }
    other = {"id": "open-1", "supports": ["api-law"], "note": "see zz-hidden-id"}
    comments = [{"text": "zz-hidden title says otherwise", "obligation": "sres2396.12.1"}]
    given_profile = profile(secret, other, comments=comments)
    whole = render_markdown(overview(view(given_profile)))
    public = render_markdown(
        overview(view(given_profile, public=True), reports.on(AS_OF, given_profile, public=True))
    )
    assert "zz-hidden" in whole
    assert "zz-hidden" not in public
    assert PUBLIC_NOTE in public


@pytest.mark.parametrize("text", reports.NASTY)
def test_data_never_becomes_markup(text: str) -> None:
    """A reader finds the same kinds of element in a report full of markup as in one of plain words."""
    nasty = render_markdown(overview(view(reports.nasty_profile(text))))
    plain = render_markdown(overview(view(reports.nasty_profile("plain words"))))
    assert tokens(nasty) == tokens(plain)
    assert tokens(nasty).isdisjoint({"html_block", "html_inline", "link_open", "image", "code_inline"})
    assert nasty.count("\n") == plain.count("\n")


@given(st.text())
def test_escaped_text_reads_as_it_was(text: str) -> None:
    """Whatever the text, a reader of Markdown shows exactly its words on one line."""
    plain = clean(text).strip()
    inner = READER.parse(escaped(text))
    shown = "".join(child.content for token in inner for child in (token.children or ()))
    assert shown == plain
    assert {token.type for token in inner} <= {"paragraph_open", "inline", "paragraph_close"}
