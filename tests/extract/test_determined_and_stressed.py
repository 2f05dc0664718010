"""What a body determines or stresses that somebody will do, and other wordings that ask without "shall"."""

import pytest

from obligraph.extract.document import Document
from tests.extract.reading_help import asked, bearers, demanded, read_clauses, resolution


def test_what_is_determined_that_somebody_will_do_is_decided() -> None:
    """What the Council determines that a named bearer will do binds as a decision."""
    words = "Determines that the African Union will hold talks on barns;"
    assert demanded(words) == [("determines", "binding", "hold talks on barns")]
    assert bearers(words) == [{"regional_orgs"}]


def test_what_is_determined_of_a_thing_that_will_be_delivered_is_decided() -> None:
    """What is determined to be delivered binds, though nobody is named."""
    words = "Determines that the seed will be delivered in line with the barn rules;"
    assert demanded(words) == [("determines", "binding", "be delivered in line with the barn rules")]


@pytest.mark.parametrize(
    "words",
    [
        "Determines that the African Union will have access to seed;",
        "Determines that the Security Council will choose the barn;",
        "Emphasizes that seed will remain scarce;",
        "Stresses that the Security Council will ensure dry barns;",
    ],
)
def test_a_state_of_things_or_an_act_of_the_body_is_no_demand(words: str) -> None:
    """What will be so, or what the body itself will do, asks nothing of others."""
    assert demanded(words) == []


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("Emphasizes that the African Union will comply with the barn rules;", "comply with the barn rules"),
        (
            "Emphasizes that African Union barns that hold United Nations seed will comply with the rules;",
            "comply with the rules",
        ),
    ],
)
def test_what_is_emphasized_that_somebody_will_comply_with_is_advice(words: str, action: str) -> None:
    """What is emphasized that a named bearer will comply with is recommended."""
    assert demanded(words) == [("emphasizes", "recommended", action)]


def test_the_items_of_what_is_determined_are_determined_each() -> None:
    """A list under "determines that the steps will encompass the following" binds item by item."""
    words = (
        "Determines that the steps for new barns will encompass the following:\n\n"
        "    i. The Secretary-General will count the seed,\n\n"
        "    ii. The count of the African Union shall be submitted to the Council;"
    )
    found = [c for c in read_clauses(resolution(words)) if c.force != "none"]
    assert [(c.paragraph, c.force.value, c.action) for c in found] == [
        ("1(i)", "binding", "count the seed"),
        ("1(ii)", "binding", "be submitted to the Council"),
    ]


def test_a_condition_that_somebody_determines_is_no_decision_of_the_body() -> None:
    """A "determines that" inside a condition takes no part of the sentence from its own verb."""
    words = (
        "Decides that if the Committee, having met, determines that seed is short, all States shall share it;"
    )
    assert {verb for verb, _, _ in asked(words)} == {"decides"}


def test_support_that_follows_a_demand_is_not_demanded() -> None:
    """A demand ends where its subject goes on to support the work of somebody."""
    words = "Demands a lasting calm in the barns and supports the efforts of the Secretary-General;"
    assert demanded(words) == [("demands", "binding", "a lasting calm in the barns")]


def test_support_of_another_subject_stays_in_the_demand() -> None:
    """A support that a relative clause tells of stays within what is asked."""
    words = "Calls for a plan which opens barns and supports the efforts of keepers;"
    assert demanded(words)[0][2].endswith("supports the efforts of keepers")


def test_the_last_renewal_is_an_act_of_the_body() -> None:
    """That a renewal shall be the last is decided by the body of its own act."""
    assert (
        demanded("Decides to renew the mandate, and further decides that this shall be the last renewal;")
        == []
    )


def test_engagement_by_somebody_named_is_advised() -> None:
    """The importance of engagement by a named body recommends it to that body."""
    words = "Stresses the importance of further and active engagement by senior mission leadership;"
    assert [force for _, force, _ in demanded(words)] == ["recommended"]
    assert bearers(words) == [{"un_entities"}]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Urges the two Governments to dry seed;", {"other"}),
        ("Urges both countries to dry seed;", {"other"}),
        ("Urges all countries to dry seed;", {"member_states"}),
        ("Requests mission components and Secretariat staff to dry seed;", {"un_entities"}),
        (
            "Urges all parties concerned, including Member States, to dry seed;",
            {"all_parties", "member_states"},
        ),
        ("Urges all parties concerned to dry seed;", {"all_parties"}),
    ],
)
def test_who_is_called_upon(words: str, who: set[str]) -> None:
    """Two Governments, parts of a mission and those concerned are told from wider circles."""
    assert bearers(words) == [who]


def test_words_in_brackets_do_not_make_a_modal_subordinate() -> None:
    """A "than" in brackets before a "shall" takes nothing from the duty."""
    words = (
        "Decides that the State who finds (by help other than its own) such seed shall "
        "tell the Committee which barn it speaks of, and decides further that all Member States shall help;"
    )
    actions = [action for _, _, action in demanded(words)]
    assert actions == ["tell the Committee which barn it speaks of", "help"]


OLD = """9903 (1949). Resolution of 3 June 1949

The Security Council,

Considering that barns burn,

Adopts the following resolution :

A. A Commission of Barns is hereby established. Each member shall be entitled to choose a clerk.

B. The Commission shall travel at once. It shall report to the Council.

A. Il est institué une Commission des granges. Chaque membre choisira son greffier.

2. Demande aux gardiens de dormir.

C. The Secretary-General shall furnish the Commission with lamps.

Adopted at the 9th meeting by 9 votes to none.
"""


def test_paragraphs_with_great_letters_are_read_where_a_resolution_adopts_them() -> None:
    """A resolution of lettered paragraphs is read in their order, another language between them left out."""
    found = [c for c in read_clauses(Document("S_RES_9903.txt", OLD)) if c.force != "none"]
    assert [(c.paragraph, c.force.value, c.action) for c in found] == [
        ("B", "binding", "travel at once"),
        ("B", "binding", "report to the Council"),
        ("C", "binding", "furnish the Commission with lamps"),
    ]
    assert [{a.value for a in c.addressees} for c in found] == [{"other"}, {"other"}, {"secretary_general"}]


@pytest.mark.parametrize(
    ("words", "restated"),
    [
        ("Stresses that all new keepers shall be sworn in at the barn;", False),
        ("Underlines that the seed fund shall be used for dry barns;", False),
        ("Stresses that the keepers shall continue to be bound by the barn rules;", True),
        ("Emphasizes that the search of barns shall be consistent with international law;", True),
        ("Underscores that those who burn seed shall be brought to justice;", True),
        ("Reaffirms that all keepers shall be sworn in at the barn;", True),
    ],
)
def test_what_is_stressed_that_it_shall_be_is_decided_unless_it_is_owed_already(
    words: str, restated: bool
) -> None:
    """A "shall" that is stressed and not recalled is a decision, save what goes on or what the law has."""
    (clause,) = [one for one in read_clauses(resolution(words)) if one.force == "binding"]
    assert clause.restated is restated
