"""A force table of a user's own: whatever is wrong with it is said, all at once, with the way out."""

from pathlib import Path

import pytest

from obligraph.errors import InputError
from obligraph.rules.force import force_table

ROW = """
[[row]]
id = "our-row"
force = "binding"
reason = "The charter of the body says so."
source = "Charter of the body, article 3"
"""


def refusal(tmp_path: Path, text: str) -> str:
    """What is said of a force table that is refused."""
    own = tmp_path / "own.toml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        force_table(own)
    return str(caught.value)


@pytest.mark.parametrize("text", ['title = "no rows"', "row = []", 'row = "our-row"'])
def test_a_table_without_rows_is_refused_with_how_to_write_one(tmp_path: Path, text: str) -> None:
    """A table that holds no row, or something else in their place, is told how rows are written."""
    assert refusal(tmp_path, text) == "own.toml: row: is missing; write each row of the table as [[row]]"


def test_a_row_that_is_no_table_is_named_by_its_place(tmp_path: Path) -> None:
    """A text among the rows is refused by its place."""
    said = refusal(tmp_path, 'row = ["decides binds"]')
    assert said == "own.toml: row[0]: is not a table; write each row as [[row]]"


def test_two_rows_of_one_id_are_refused(tmp_path: Path) -> None:
    """An id stands for one row: otherwise it would be open which of the two gave a force."""
    assert refusal(tmp_path, ROW + ROW) == "own.toml: our-row: this id is given twice; ids are unique"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('verbs = "decides"', 'row[0].verbs: is not a list of words; write it as verbs = ["..."]'),
        ("frames = [1, 2]", 'row[0].frames: is not a list of words; write it as frames = ["..."]'),
        ('part = "annex"', "row[0].part: 'annex' is not known (principle, preamble)"),
        ('restated = "yes"', "row[0].restated: is not true or false"),
        ("chapter_vii = 7", "row[0].chapter_vii: is not true or false"),
    ],
)
def test_what_no_condition_can_be_is_refused_by_its_field(tmp_path: Path, line: str, said: str) -> None:
    """A condition of the wrong form is named by row and field, with what would be accepted."""
    assert refusal(tmp_path, ROW + line) == f"own.toml: {said}"


def test_the_faults_of_all_rows_are_said_at_once(tmp_path: Path) -> None:
    """Whoever mends a table sees every fault of it, row by row."""
    said = refusal(tmp_path, f'{ROW}part = "annex"\n{ROW}restated = 1\n[[row]]\nid = "bare"')
    assert [line.split(": ")[1] for line in said.splitlines()] == [
        "row[0].part",
        "row[1].restated",
        "row[2].force",
        "row[2].reason",
        "row[2].source",
    ]


def test_a_wrong_table_is_refused_with_all_its_faults(tmp_path: Path) -> None:
    """Every fault of a user's table is named at once, with what would be accepted."""
    own = tmp_path / "own.toml"
    own.write_text('[[row]]\nid = "x"\nforce = "strong"\nissuer = ["me"]\nkinds = ["poem"]\nreason = ""\n')
    with pytest.raises(InputError) as caught:
        force_table(own)
    message = str(caught.value)
    for part in ("'strong' is not a force", "issuer", "'poem' is not known", "reason", "source"):
        assert part in message
