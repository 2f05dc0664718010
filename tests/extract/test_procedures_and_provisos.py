"""Procedures laid down in annexes, provisos, limits in "may only", and relatives with a duty of their own."""

import pytest

from tests.extract.reading_help import annexed, asked, bearers, read_clauses, resolution

ADOPTS = "Adopts the procedure in the annex;\n\nAnnex I\n\n"


def test_what_will_be_done_by_a_procedure_of_the_council() -> None:
    """In an annex of the Council "will" says what is to be done, item by item."""
    words = (
        "1. Upon receipt of a request, the Focal Point will:\n\n(a) Read it;\n\n(b) Answer it.\n\n"
        "2. The request will be deemed refused after a year.\n\n3. The Focal Point may ask for seed."
    )
    assert annexed(ADOPTS + words) == [
        ("annex I.1(a)", "will", "binding", ["un_entities"]),
        ("annex I.1(b)", "will", "binding", ["un_entities"]),
        ("annex I.2", "", "none", []),
        ("annex I.3", "may", "none", ["un_entities"]),
    ]


def test_what_will_be_done_elsewhere_is_told() -> None:
    """Outside an annex "will" without a verb that governs it tells what is to come."""
    assert {force for _, force, _ in asked("Welcomes the plan. The keepers will dry seed.")} == {"none"}


@pytest.mark.parametrize(
    ("words", "actions"),
    [
        ("Decides that such seed may only be sold by States;", ["only be sold by States"]),
        ("Recalls that States are not permitted to sell seed;", ["sell seed"]),
        (
            "Recalls its decision that the requirement for States to freeze seed shall remain in place;",
            ["remain in place"],
        ),
        (
            "Decides that the freeze shall end in May; provided that, in case of doubt, the Committee shall, "
            "on request, put the question to the Council;",
            ["end in May", "put the question to the Council"],
        ),
        (
            "Reaffirms that States shall send a statement, which should hold all reasons;",
            ["send a statement", "hold all reasons"],
        ),
        (
            "Decides that the Committee shall send it to the Monitoring Team, which shall tell all of it;",
            ["send it to the Monitoring Team", "tell all of it"],
        ),
        (
            "Decides that States shall freeze seed, which shall hereafter be known as the stock;",
            ["freeze seed, which shall hereafter be known as the stock"],
        ),
    ],
)
def test_limits_provisos_and_relatives(words: str, actions: list[str]) -> None:
    """What may only be done one way, must not be done, goes on, or is added by a relative, is a duty."""
    assert [action for _, force, action in asked(words) if force != "none"] == actions


def test_a_ban_in_words_of_permission_is_a_prohibition() -> None:
    """Those who are not permitted to act are forbidden to."""
    words = "Recalls that States are not permitted to sell seed;"
    assert [clause.prohibition for clause in read_clauses(resolution(words))] == [True]


def test_a_proviso_that_saves_something_stays_in_its_item() -> None:
    """What nothing in the paragraph shall do is part of the measure that it limits."""
    words = (
        "Decides that all States shall take these measures:\n\n(a) Prevent the entry of thieves, "
        "provided that nothing in this paragraph shall oblige a State to bar its own nationals and this "
        "paragraph shall not apply where entry is needed;\n\n(b) Prevent theft;"
    )
    found = [c.action for c in read_clauses(resolution(words))]
    assert len(found) == 2
    assert found[0].endswith("where entry is needed")


def test_what_a_team_should_do_once_recalled_or_reaffirmed_is_owed() -> None:
    """Advice to a body of the Council that is taken up again binds it."""
    words = "Reaffirms that the Monitoring Team should send a list of seed;"
    assert [(verb, force) for verb, force, _ in asked(words)] == [("reaffirms", "binding")]
    assert bearers(words) == [{"monitoring_team"}]
