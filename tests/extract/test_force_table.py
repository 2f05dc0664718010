"""The force table: complete, ordered, and open to a user's own rows."""

from pathlib import Path

import pytest

from obligraph.errors import InputError
from obligraph.extract.draft import Frame
from obligraph.extract.lexicon import lexicon
from obligraph.extract.reading import extract
from obligraph.rules.force import BEARERS, Words, force_table
from obligraph.rules.words import Force, InstrumentKind, Issuer, Part
from tests.extract.reading_help import resolution

DOCUMENT = Path(__file__).parents[2] / "docs" / "extraction.md"


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


def test_rows_have_a_reason_and_a_source() -> None:
    """Each row says why and where that is found, and names frames that the grammar knows."""
    frames = {frame.value for frame in Frame} | {"topic"}  # topics are read by people, into a pack
    for row in force_table().rows:
        assert len(row.reason) > 15, row.id
        assert len(row.source) > 9, row.id
        assert row.frames <= frames, row.id


def test_each_row_has_a_line_in_the_documentation() -> None:
    """The page on extraction names every row of the table."""
    page = DOCUMENT.read_text(encoding="utf-8")
    missing = [row.id for row in force_table().rows if f"`{row.id}`" not in page]
    assert missing == []


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


def test_a_wrong_table_is_refused_with_all_its_faults(tmp_path: Path) -> None:
    """Every fault of a user's table is named at once, with what would be accepted."""
    own = tmp_path / "own.toml"
    own.write_text('[[row]]\nid = "x"\nforce = "strong"\nissuer = ["me"]\nkinds = ["poem"]\nreason = ""\n')
    with pytest.raises(InputError) as caught:
        force_table(own)
    message = str(caught.value)
    for part in ("'strong' is not a force", "issuer", "'poem' is not known", "reason", "source"):
        assert part in message
