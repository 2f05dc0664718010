"""The force table in extraction: what the grammar reads has a row, and a user's own rows are followed."""

from pathlib import Path

from obligraph.extract.draft import Frame
from obligraph.extract.lexicon import lexicon
from obligraph.extract.reading import extract
from obligraph.rules.force import BEARERS, Words, force_table
from obligraph.rules.words import Force, InstrumentKind, Issuer, Part
from tests.extract.reading_help import resolution


def test_every_frame_and_verb_has_a_row() -> None:
    """No verb of the lexicon in any frame that asks something falls through to the last row."""
    table = force_table()
    verbs = {verb.name for verb in lexicon().thirds.values() if verb.family.value in {"directive", "decide"}}
    for verb in sorted(verbs):
        for issuer in Issuer:
            for bearers in BEARERS:
                words = Words(verb, Frame.TO.value, issuer, InstrumentKind.RESOLUTION, bearers)
                assert table.row(words).id != "unread", words
    for frame in Frame:
        words = Words("reaffirms", frame.value, Issuer.SECURITY_COUNCIL, InstrumentKind.RESOLUTION)
        assert table.row(words).id != "unread" or frame in {Frame.TO, Frame.NOUN}, frame


def test_rows_name_frames_of_the_grammar() -> None:
    """Each row names frames that the grammar knows."""
    frames = {frame.value for frame in Frame} | {"topic"}  # topics are read by people, into a pack
    for row in force_table().rows:
        assert row.frames <= frames, row.id


def test_a_preamble_makes_no_duty() -> None:
    """Whatever a recital says, its force is none."""
    for frame in Frame:
        words = Words(
            "decides", frame.value, Issuer.SECURITY_COUNCIL, InstrumentKind.RESOLUTION, part="preamble"
        )
        assert force_table().row(words).force is Force.NONE


def test_a_users_row_replaces_or_goes_first(tmp_path: Path) -> None:
    """A row of a known id replaces that row; a new one is tried before all others."""
    own = tmp_path / "own.toml"
    own.write_text(
        '[[row]]\nid = "calls"\nverbs = ["urges"]\nforce = "recommended"\nreason = "ours"\nsource = "us"\n'
        '[[row]]\nid = "ours"\nverbs = ["invites"]\nforce = "binding"\nreason = "ours"\nsource = "us"\n'
    )
    document = resolution("Urges States to dry seed, and invites them to rest;")
    found = [c for c in extract(document, force_table(own)) if c.part is not Part.PREAMBLE]
    assert [(c.force, c.force_rule) for c in found] == [("recommended", "calls"), ("binding", "ours")]
