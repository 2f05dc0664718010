"""Restricted evidence never appears in what is made for the public, and nothing can be inferred from it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from obligraph.cli.main import cli
from obligraph.engine.profile import Confidentiality, Profile
from obligraph.engine.ranking import gaps
from obligraph.report.evidence_list import evidence_listing
from obligraph.report.gap_list import gaps_document, gaps_listings
from obligraph.report.public import PUBLIC_NOTE, without_restricted
from obligraph.report.rating_list import evaluate_document, ratings_listing
from obligraph.report.table import plain_table
from tests.report.assessed import explained, sample, view

OPEN = """
state = "Testland"
as_of = 2024-06-30

[[evidence]]
id = "law"
title = "Passenger Data Act"
kind = "law"
supports = ["pnr-law", "passenger-data-protection-rules"]
effective_from = 2019-01-01

[[evidence]]
id = "press"
title = "Press report"
kind = "report"
contradicts = ["pnr-system"]
collected = 2024-01-01
{mention}
"""

RESTRICTED = """
[[evidence]]
id = "MARKER-id"
title = "MARKER title"
kind = "report"
supports = [{ measure = "pnr-system", extent = "partial", shortfall = "MARKER shortfall" }]
contradicts = ["data-protection-oversight"]
collected = 2024-02-02
locator = { article = "MARKER article", page = "MARKER page", quote = "MARKER quote" }
confidentiality = "restricted"
note = "MARKER note"

[[evidence]]
id = "MARKER-old"
title = "MARKER draft"
kind = "law"
supports = ["pnr-law"]
status = "draft"
supersedes = ["law"]
confidentiality = "restricted"

[[resolutions]]
measure = "pnr-system"
value = "not_met"
considered = ["press", "MARKER-id"]
assessor = "MARKER assessor"
date = 2024-03-03
reason = "MARKER reason"

[[comments]]
obligation = "sres2396.12.1"
text = "We know of marker TITLE and deny it."
"""

CALLS = [
    *(
        (*command, "--format", format_)
        for command in (("gaps",), ("evaluate",), ("profile", "check"))
        for format_ in ("table", "csv", "json")
    ),
    ("gaps", "--unknown-as-unmet"),
    ("explain", "sres2396.12.1"),
    ("explain", "sres2396.12.1", "--format", "json"),
    ("explain", "sres2396.7.1"),
]


def shown(folder: Path, text: str, call: tuple[str, ...], *options: str) -> str:
    """What a call prints, on either stream, for a profile of that text."""
    path = folder / "state.toml"
    path.write_text(text, encoding="utf-8")
    place = 2 if call[:2] == ("profile", "check") else 1
    result = CliRunner().invoke(cli, [*call[:place], str(path), *call[place:], *options])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_planted_markers_never_appear(tmp_path: Path, call: tuple[str, ...]) -> None:
    """No word of a restricted record, of what weighed it or of what names it is in any public output."""
    mention = 'note = "See MARKER-ID too."\nsupersedes = ["MARKER-old"]\n'
    text = OPEN.format(mention=mention) + RESTRICTED
    assert "marker" not in shown(tmp_path, text, call, "--public").lower()


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_the_public_output_is_that_without_the_records(tmp_path: Path, call: tuple[str, ...]) -> None:
    """A public output is, to the byte, what a profile gives in which the restricted records never were."""
    with_them = shown(tmp_path, OPEN.format(mention="") + RESTRICTED, call, "--public")
    assert with_them == shown(tmp_path, OPEN.format(mention=""), call, "--public")
    assert PUBLIC_NOTE in " ".join(with_them.split())


def test_without_public_they_are_shown(tmp_path: Path) -> None:
    """The markers do appear where the output is not public, so that the tests above can fail."""
    text = OPEN.format(mention="") + RESTRICTED
    assert "MARKER quote" in shown(tmp_path, text, ("explain", "sres2396.12.1", "--format", "json"))
    assert PUBLIC_NOTE not in shown(tmp_path, text, ("gaps",))


def test_ratings_are_made_without_them() -> None:
    """A rating that rests on a restricted record is another one in public."""
    velmark = sample("velmark")
    full, public = view(velmark).assessment.ratings, view(velmark, public=True).assessment.ratings
    assert full["sres2396.13.1"].rating.value == "undetermined"
    assert public["sres2396.13.1"].rating.value == "met"


def restricted(profile: Profile, ids: set[str]) -> Profile:
    """The profile with just these records restricted."""
    evidence = tuple(
        item.model_copy(
            update={
                "confidentiality": Confidentiality.RESTRICTED if item.id in ids else Confidentiality.PUBLIC
            }
        )
        for item in profile.evidence
    )
    return profile.model_copy(update={"evidence": evidence})


@settings(max_examples=15)
@given(st.data())
def test_whichever_records_are_restricted(data: st.DataObject) -> None:
    """Whichever records of a sample State are restricted, neither their ids nor their titles come out."""
    velmark = sample("velmark")
    hidden = data.draw(st.sets(st.sampled_from([item.id for item in velmark.evidence]), min_size=1))
    given_ = restricted(velmark, hidden)
    seen = view(given_, public=True)
    ranking = gaps(seen.assessment)
    texts = [
        gaps_document(seen, ranking).model_dump_json(),
        evaluate_document(seen).model_dump_json(),
        explained(given_, "sres2396.12.1", public=True).model_dump_json(),
        *(plain_table(each) for each in (*gaps_listings(seen, ranking), ratings_listing(seen))),
        plain_table(evidence_listing(seen)),
    ]
    for item in velmark.evidence:
        if item.id in hidden:
            assert not any(json.dumps(item.id) in text or item.title in text for text in texts)


def test_a_profile_without_restricted_records_is_as_it_was() -> None:
    """A profile that holds nothing restricted goes through unchanged."""
    open_ = restricted(sample("kestria"), set())
    assert without_restricted(open_) == open_
