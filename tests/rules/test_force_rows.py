"""The force table row by row: its conditions, the force that words have, and what a wrong table is told."""

from pathlib import Path

import pytest

from obligraph.errors import InputError
from obligraph.rules.force import UNREAD, ForceTable, Row, Words, force_table
from obligraph.rules.words import Force, InstrumentKind, Issuer
from tests.rules.force_cases import CASES, GROUPS, Group
from tests.rules.force_mutants import equivalent, survivors

DOCUMENT = Path(__file__).parents[2] / "docs" / "extraction.md"

SAID = Words(
    "decides",
    "shall",
    Issuer.SECURITY_COUNCIL,
    InstrumentKind.RESOLUTION,
    "state",
    "principle",
    chapter_vii=True,
)
"""Words with something in every field."""

FITTING = {
    "verbs": frozenset({"decides", "urges"}),
    "frames": frozenset({"shall", "to"}),
    "issuers": frozenset({"security_council", "ctc"}),
    "kinds": frozenset({"resolution", "treaty"}),
    "bearers": frozenset({"state", "other"}),
    "part": "principle",
    "chapter_vii": True,
}
"""Every condition in a form that holds for those words."""

FAILING = {
    "verbs": frozenset({"urges", "invites"}),
    "frames": frozenset({"to", "noun"}),
    "issuers": frozenset({"ctc", "other"}),
    "kinds": frozenset({"treaty", "guidelines"}),
    "bearers": frozenset({"other", "organ"}),
    "part": "preamble",
    "chapter_vii": False,
}
"""Every condition in a form that does not."""


def row(**conditions: object) -> Row:
    """A row of some conditions."""
    return Row("own", Force.BINDING, "ours", "us", **conditions)  # type: ignore[arg-type]


def written(tmp_path: Path, text: str) -> Path:
    """A table of a user's own."""
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


SOUND = '[[row]]\nid = "own"\nforce = "binding"\nreason = "ours"\nsource = "us"\n'


def test_a_row_without_conditions_fits_anything() -> None:
    """No condition asks nothing."""
    assert row().fits(SAID)
    assert row().fits(Words("", "", Issuer.OTHER, InstrumentKind.TREATY))


@pytest.mark.parametrize("name", FITTING)
def test_each_condition_holds_by_itself(name: str) -> None:
    """A single condition lets through the words that it names and no other."""
    assert row(**{name: FITTING[name]}).fits(SAID)
    assert not row(**{name: FAILING[name]}).fits(SAID)


@pytest.mark.parametrize("name", FITTING)
def test_every_condition_must_hold(name: str) -> None:
    """A row with all conditions fits, and fits no longer where one of them fails."""
    assert row(**FITTING).fits(SAID)
    assert not row(**(FITTING | {name: FAILING[name]})).fits(SAID)


def test_chapter_vii_may_be_denied() -> None:
    """A row may ask that Chapter VII is not invoked."""
    plain = Words("decides", "shall", Issuer.SECURITY_COUNCIL, InstrumentKind.RESOLUTION)
    assert row(chapter_vii=False).fits(plain)
    assert not row(chapter_vii=True).fits(plain)


def test_the_first_row_that_fits_gives_the_force() -> None:
    """Rows are tried from the top; where none fits, the words have no force, and the row says so."""
    first, second = Row("first", Force.BINDING, "a", "b"), Row("second", Force.NONE, "a", "b")
    assert ForceTable([first, second]).row(SAID) is first
    table = ForceTable([row(verbs=frozenset({"urges"}))])
    assert table.row(SAID) is UNREAD
    assert table.row(SAID) is UNREAD
    assert (UNREAD.id, UNREAD.force, UNREAD.restated) == ("unread", Force.NONE, False)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: f"{group.row}-{GROUPS.index(group)}")
def test_words_have_the_row_and_the_force_written_by_hand(group: Group) -> None:
    """Each combination of a group of words has its row, its force and its mark of a restated duty."""
    table = force_table()
    for case in group.cases():
        found = table.row(case.words)
        assert (found.id, found.force.value, found.restated) == (case.row, case.force, case.restated), case


def test_rows_have_a_reason_and_a_source() -> None:
    """Each row says why and where that is found."""
    for row in force_table().rows:
        assert len(row.reason) > 15, row.id
        assert len(row.source) > 9, row.id


def test_each_row_has_a_line_in_the_documentation() -> None:
    """The page on extraction names every row of the table."""
    page = DOCUMENT.read_text(encoding="utf-8")
    missing = [row.id for row in force_table().rows if f"`{row.id}`" not in page]
    assert missing == []


def test_every_row_has_cases() -> None:
    """No row of the table is without a case, and no words stand in two cases."""
    assert {case.row for case in CASES} == {row.id for row in force_table().rows}
    assert len({case.words for case in CASES}) == len(CASES)


def test_the_cases_find_wrong_tables() -> None:
    """Of all tables with one change, the cases find at least nine in ten; the others mean the same."""
    number, left = survivors()
    assert number - len(left) >= 0.9 * number
    assert [mutant.change for mutant in left if not equivalent(mutant)] == []


def test_a_row_of_ones_own_arrives_whole(tmp_path: Path) -> None:
    """Every field of a row is read; those left out have their default."""
    text = (
        SOUND
        + 'verbs = ["urges"]\nframes = ["to"]\nissuers = ["ctc"]\nkinds = ["treaty"]\nbearers = ["organ"]\n'
        'part = "principle"\nrestated = true\nchapter_vii = false\n' + SOUND.replace("own", "plain")
    )
    own, plain = force_table(written(tmp_path, text)).rows[:2]
    assert own == Row(
        "own",
        Force.BINDING,
        "ours",
        "us",
        frozenset({"urges"}),
        frozenset({"to"}),
        frozenset({"ctc"}),
        frozenset({"treaty"}),
        frozenset({"organ"}),
        "principle",
        restated=True,
        chapter_vii=False,
    )
    assert plain == Row("plain", Force.BINDING, "ours", "us")


def test_rows_of_ones_own_keep_their_order(tmp_path: Path) -> None:
    """New rows come first, in the order of the file; a known id changes its row where it stands."""
    text = SOUND + SOUND.replace('"own"', '"calls"') + SOUND.replace('"own"', '"other"')
    shipped = [each.id for each in force_table().rows]
    found = force_table(written(tmp_path, text)).rows
    assert [each.id for each in found] == ["own", "other", *shipped]
    assert [each.reason for each in found if each.id == "calls"] == ["ours"]


FORCES = "binding, called_upon, encouraged, recommended, consider, none"
ISSUERS = (
    "security_council, general_assembly, ctc, human_rights_council, un_office, conference, parties, other"
)
KINDS = "resolution, principles, guidelines, treaty, declaration"
FIELDS = "id, verbs, frames, issuers, kinds, bearers, part, force, restated, chapter_vii, reason, source"


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("[other]\n", ["row: is missing; write each row of the table as [[row]]"]),
        ("row = []\n", ["row: is missing; write each row of the table as [[row]]"]),
        ('row = "x"\n', ["row: is missing; write each row of the table as [[row]]"]),
        ('row = ["x"]\n', ["row[0]: is not a table; write each row as [[row]]"]),
        (SOUND + SOUND, ["own: this id is given twice; ids are unique"]),
        (SOUND + 'verb = ["urges"]\n', ["row[0].verb: is not a field of a row (verbs)"]),
        (SOUND + "qqqq = 1\n", [f"row[0].qqqq: is not a field of a row ({FIELDS})"]),
        (
            "[[row]]\nid = 1\nforce = 2\n",
            [f"row[0].{name}: is missing or is not text" for name in ("id", "force", "reason", "source")],
        ),
        (
            SOUND.replace('"us"', '" "') + SOUND.replace('"ours"', '""'),
            ["row[0].source: is missing or is not text", "row[1].reason: is missing or is not text"],
        ),
        (SOUND.replace("binding", "strong"), [f"row[0].force: 'strong' is not a force ({FORCES})"]),
        (
            SOUND + 'verbs = "urges"\nframes = [1]\nissuers = ["me"]\nkinds = ["poem"]\nbearers = ["king"]\n',
            [
                'row[0].verbs: is not a list of words; write it as verbs = ["..."]',
                'row[0].frames: is not a list of words; write it as frames = ["..."]',
                f"row[0].issuers: 'me' is not known ({ISSUERS})",
                f"row[0].kinds: 'poem' is not known ({KINDS})",
                "row[0].bearers: 'king' is not known (organ, state, other)",
            ],
        ),
        (
            SOUND + 'part = "annex"\nrestated = "yes"\nchapter_vii = 1\n',
            [
                "row[0].part: 'annex' is not known (principle, preamble)",
                "row[0].restated: is not true or false",
                "row[0].chapter_vii: is not true or false",
            ],
        ),
    ],
)
def test_a_wrong_table_is_told_all_that_is_wrong(tmp_path: Path, text: str, messages: list[str]) -> None:
    """Each fault has its place, what is wrong and what would be accepted; all of them come at once."""
    with pytest.raises(InputError) as caught:
        force_table(written(tmp_path, text))
    assert [str(fault) for fault in caught.value.faults] == [f"own.toml: {message}" for message in messages]
