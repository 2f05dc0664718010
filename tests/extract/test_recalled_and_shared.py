"""What is recalled of earlier texts, and what is stressed that named bodies should do together."""

from tests.extract.reading_help import asked, bearers


def demanded(words: str) -> list[tuple[str, str, str]]:
    """What a paragraph asks of others: verb, force and action of each clause with a duty."""
    return [clause for clause in asked(words) if clause[1] != "none"]


def test_the_importance_for_somebody_to_act_is_advice() -> None:
    """The importance for named bearers to do something recommends it to them."""
    words = "Emphasizes the importance for all States to dry seed;"
    assert demanded(words) == [("emphasizes", "recommended", "dry seed")]
    assert bearers(words) == [{"member_states"}]


def test_the_importance_for_somebody_of_a_thing_is_no_advice() -> None:
    """The importance for somebody of having seed asks nothing of him."""
    assert demanded("Emphasizes the importance for all States of having seed to sow;") == []


def test_those_who_have_something_to_ask_are_asked_to_convey_it() -> None:
    """A relative clause about those addressed stands apart from what they are to do."""
    words = (
        "Encourages States that have requests for assistance to convey them to the Panel, "
        "and encourages them to count seed;"
    )
    assert demanded(words) == [
        ("encourages", "encouraged", "convey them to the Panel"),
        ("encourages", "encouraged", "count seed"),
    ]
    assert bearers(words) == [{"member_states"}, {"member_states"}]
