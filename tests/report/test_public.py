"""Restricted evidence never appears in what is made for the public, and nothing can be inferred from it."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from obligraph.engine.profile import Confidentiality, Profile
from obligraph.engine.ranking import gaps
from obligraph.report.evidence_list import evidence_listing
from obligraph.report.gap_list import gaps_document, gaps_listings
from obligraph.report.public import without_restricted
from obligraph.report.rating_list import evaluate_document, ratings_listing
from obligraph.report.table import plain_table
from tests.report.assessed import explained, profile, sample, view


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


def test_a_title_within_a_title_is_hidden() -> None:
    """A public record whose title holds that of a restricted one stays, and its title is not shown."""
    secret = {
        "id": "s",
        "title": "Report on the vaults",
        "confidentiality": "restricted",
        "supports": ["api-law"],
    }
    other = {"id": "o", "title": "Reply to the report on the vaults", "supports": ["pnr-law"]}
    (shown,) = without_restricted(profile(secret, other)).evidence
    assert (shown.id, shown.title) == ("o", "Title not shown")


def test_a_profile_without_restricted_records_is_as_it_was() -> None:
    """A profile that holds nothing restricted goes through unchanged."""
    open_ = restricted(sample("kestria"), set())
    assert without_restricted(open_) == open_
