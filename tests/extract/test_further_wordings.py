"""Wordings that a third reading of resolutions brought up, each on a sentence of our own."""

import pytest

from tests.extract.reading_help import asked


@pytest.mark.parametrize(
    ("words", "actions"),
    [
        (
            "Decides that Utopia shall dry seed; likewise keepers shall count seed;",
            ["dry seed", "count seed"],
        ),
        (
            "Decides that Utopia shall dry seed; in a barn which holds both, the roof shall keep out rain;",
            ["dry seed", "keep out rain"],
        ),
        ("Decides that all States shall dry seed, and Utopia must count it;", ["dry seed", "count it"]),
        (
            "Decides that the Panel of Experts shall dry seed, that thereafter the Committee shall count it, "
            "and that Utopia shall keep it;",
            ["dry seed", "count it", "keep it"],
        ),
        (
            "Decides that Utopia shall dry seed in a safe, quick way, shall count seed, and shall keep it;",
            ["dry seed in a safe, quick way", "count seed", "keep it"],
        ),
        (
            "Decides that States, when writing to the Committee for the list of barns shall dry seed;",
            ["dry seed"],
        ),
        ("Decides that the State, acting alone, who finds such seed shall count it;", ["count it"]),
        (
            "Decides that all States shall, on finding seed in paragraph 3 of resolution 9870 (2029), "
            "paragraphs 4 and 5 of resolution 9871 (2029), and paragraph 6 of resolution 9872, dry it;",
            ["dry it"],
        ),
        ("Decides that the Committee shall fully and promptly dry seed;", ["fully and promptly dry seed"]),
        (
            "Decides that the Panel of Experts shall dry seed, and that, for that purpose, two meetings of a "
            "week each, the first of them in the spring, shall be held by the Committee;",
            ["dry seed", "be held by the Committee"],
        ),
    ],
)
def test_each_duty_of_a_long_decision_is_found(words: str, actions: list[str]) -> None:
    """A new subject, a further "that" or a further "shall" opens a clause of its own."""
    assert [action for _, force, action in asked(words) if force != "none"] == actions


@pytest.mark.parametrize(
    "words",
    [
        "Decides that the Mission shall continue to comprise forty keepers;",
        "Decides that the closing of the barn shall begin on 1 May 2031;",
        "Decides that such delay shall be considered as a breach of the plan;",
        "Decides that a request without an answer shall be deemed to have been refused;",
    ],
)
def test_how_a_body_is_made_up_and_what_counts_as_what_asks_nothing(words: str) -> None:
    """Housekeeping and fictions of law are acts of the Council itself."""
    assert {force for _, force, _ in asked(words)} == {"none"}


def test_a_remark_of_the_body_ends_what_was_asked_before_it() -> None:
    """Positive note that is taken and a call that is renewed stand for themselves within a paragraph."""
    found = asked(
        "Calls upon all States to dry seed, takes positive note of the count of barns, and renews its call "
        "upon Utopia to keep seed;"
    )
    assert found == [
        ("calls upon", "called_upon", "dry seed"),
        ("takes note", "none", "the count of barns"),
        ("renews", "called_upon", "keep seed"),
    ]


def test_what_should_be_considered_to_reach_an_end_is_left_to_judgement() -> None:
    """What should be considered to keep seed asks for judgement; to be seed says what counts as seed."""
    assert [
        force for _, force, _ in asked("Stresses that special rules should be considered to keep seed;")
    ] == ["consider"]
    assert [force for _, force, _ in asked("Stresses that grain should be considered to be seed;")] == [
        "none"
    ]
