"""Declarations, statements and procedures in annexes, lists without letters, and what is asked beside."""

import pytest

from obligraph.extract.document import Document
from tests.extract.reading_help import (
    RESOLUTION,
    annexed,
    asked,
    bearers,
    demanded,
    read_clauses,
    resolution,
    short,
)

DECLARES = (
    RESOLUTION.split("Recalling")[0]
    + "Decides to adopt the attached declaration.\n\nAnnex\n\nSeed\n\nThe Security Council,\n\n"
)
STATES_IN_ANNEX = "Endorses the text in the annex;\n\nAnnex\n\n"


def in_annex(words: str) -> list[tuple[str, str, str, list[str]]]:
    """The clauses with a duty in an annex: provision, verb, force and bearers."""
    return [clause for clause in annexed(words) if clause[2] != "none"]


def test_a_declaration_in_an_annex_is_read_by_its_parts() -> None:
    """Below "The Security Council," in an annex each unnumbered paragraph counts in its roman part."""
    text = (
        DECLARES + "Recalling the last harvest,\n\nI\n\nPledges to keep seed dry;\n\n"
        "Calls upon all States to lock barns;\n\nII\n\nDecides to watch the barns itself;\n\n"
        "Urges keepers to count seed.\n"
    )
    found = [one for one in short(Document("text.txt", text)) if "annex" in one[0]]
    assert found == [
        ("annex I.1.1", "pledges", "none", "to keep seed dry"),
        ("annex I.2.1", "calls upon", "called_upon", "lock barns"),
        ("annex II.1.1", "decides", "none", "watch the barns itself"),
        ("annex II.2.1", "urges", "called_upon", "count seed"),
    ]


def test_numbers_in_an_annex_do_not_number_the_main_text() -> None:
    """The one paragraph that adopts a declaration is operative, though only the declaration has numbers."""
    text = (
        DECLARES
        + "Recalling the last harvest,\n\n1. All States must dry seed;\n\n2. Urges them to count it.\n"
    )
    assert [(one[0], one[1]) for one in short(Document("text.txt", text))] == [
        ("1.1", "decides"),
        ("annex 1.1", "must"),
        ("annex 2.1", "urges"),
    ]


def test_another_resolution_behind_an_annex_is_not_read() -> None:
    """A formula far from the heading of an annex, or behind the name of a resolution, opens another text."""
    for between in ("Resolution 9903 (2031)\n\n", "List of barns. " * 30 + "\n\n"):
        words = (
            f"Adopts the list;\n\nAnnex\n\n{between}The Security Council,\n\n1. Urges States to burn seed;"
        )
        assert all("burn" not in action for *_, action in short(resolution(words)))


@pytest.mark.parametrize("title", ["Final Communiqué of the Friends of Seed", "Statement by the Keepers"])
def test_a_must_in_the_annexed_statement_of_others_is_advice(title: str) -> None:
    """What others state must be done is recommended, of nobody where nobody is named; "will" only tells."""
    words = (
        f"{STATES_IN_ANNEX}{title}\n\n1. The barns must be locked.\n\n2. All States must dry seed.\n\n"
        "3. The keepers will sing of seed."
    )
    assert in_annex(words) == [
        ("annex 1", "must", "recommended", ["other"]),
        ("annex 2", "must", "recommended", ["member_states"]),
    ]


def test_a_procedure_in_the_present_tense_says_what_each_body_is_to_do() -> None:
    """In an annex of the Council a body with a verb of conduct is told to act; how things are is told."""
    words = (
        "Adopts it;\n\nAnnex\n\n1. The Committee reviews the list within a month. When it has done so, "
        "the Monitoring Team immediately informs the keeper. The list shall name each barn. The Committee "
        "remains in the barn. The list includes old seed."
    )
    assert in_annex(words) == [
        ("annex 1", "reviews", "binding", ["other"]),
        ("annex 1", "informs", "binding", ["monitoring_team"]),
        ("annex 1", "shall", "binding", ["member_states"]),
    ]


def test_what_a_body_writes_is_for_that_body_to_see_to() -> None:
    """In a procedure a sentence about a report falls on the body that was told to write it."""
    words = (
        "Adopts the procedure;\n\nAnnex\n\n1. The Monitoring Team transmits the summary to the keeper. "
        "The summary shall name each barn."
    )
    assert in_annex(words)[1] == ("annex 1", "shall", "binding", ["monitoring_team"])


def test_a_subject_behind_a_condition_may_have_a_comma_before_its_modal() -> None:
    """The condition before it names nobody who must act."""
    words = (
        "Adopts it;\n\nAnnex\n\n1. When the Committee reads the list, the Monitoring Team, shall count seed."
    )
    assert in_annex(words) == [("annex 1", "shall", "binding", ["monitoring_team"])]


@pytest.mark.parametrize("mark", ["–", "•"])
def test_each_bullet_of_a_list_of_acts_is_a_duty(mark: str) -> None:
    """Bullets behind a colon are items; they bear the number of their paragraph."""
    words = (
        f"Calls upon all States to take these measures at once:\n\n   {mark} Ensure dry barns;\n\n"
        f"   {mark} Provide dry seed;\n"
    )
    assert short(resolution(words)) == [
        ("1.1", "calls upon", "called_upon", "Ensure dry barns"),
        ("1.2", "calls upon", "called_upon", "Provide dry seed"),
    ]


def test_bullets_that_tell_contents_stay_with_their_chapeau() -> None:
    """What a report is to include is one duty, and a dash inside a sentence opens no list."""
    words = (
        "Requests the Secretary-General to send a report including:\n\n   – news of seed;\n\n   – barns;\n"
    )
    assert [one[0] for one in short(resolution(words))] == ["1.1"]
    assert [one[0] for one in short(resolution("Urges States – all of them – to lock: barns;"))] == ["1.1"]


def test_what_is_to_be_done_in_the_conduct_of_a_mission_is_one_duty_an_item() -> None:
    """Acts to be put into practice in a mission are each a duty of the Secretary-General."""
    words = (
        "Requests the Secretary-General to implement the following two acts of care in the conduct of "
        "his barns:\n\n(a) Drying the seed;\n\n(b) Counting the barns;"
    )
    found = short(resolution(words))
    assert [one[0] for one in found] == ["1(a).1", "1(b).1"]


def test_a_list_that_somebody_is_told_of_is_no_list_of_duties() -> None:
    """The contents of a notice belong to it; only an item with a modal of its own asks something more."""
    words = (
        "Adopts it;\n\nAnnex\n\n1. The Monitoring Team will send a copy with a note confirming that:\n\n"
        "(a) The seed is dry;\n\n(b) The barns, and all that is in them, should be kept from fire."
    )
    assert in_annex(words) == [
        ("annex 1", "will", "binding", ["monitoring_team"]),
        ("annex 1(b)", "should", "recommended", ["member_states"]),
    ]


def test_a_list_of_requests_that_a_body_may_receive_holds_no_request() -> None:
    """An item "Requests for X from Y" names a thing."""
    words = (
        "Decides that the Committee shall set its agenda based on the following:\n\n"
        "(a) Requests for seed from the Council;\n\n(b) Requests for barns from Member States;"
    )
    assert [clause[0] for clause in asked(words)] == ["decides"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "Decides that a barn shall stay shut unless a keeper sends a request, which the Committee shall "
            "consider under its rules;",
            [
                ("decides", "binding", "stay shut unless a keeper sends a request"),
                ("decides", "binding", "consider under its rules"),
            ],
        ),
        (
            "Decides that the Committee shall answer each request, except where it is bare, in which case "
            "the Secretariat will say so;",
            [
                ("decides", "binding", "answer each request, except where it is bare"),
                ("decides", "binding", "say so"),
            ],
        ),
        (
            "Requests the Mission to ensure that help to keepers is given by the rules, failing which that "
            "help should be ended;",
            [
                ("requests", "binding", "ensure that help to keepers is given by the rules"),
                ("should", "recommended", "be ended"),
            ],
        ),
        (
            "Decides that all Member States are called upon to search carts;",
            [("calls upon", "called_upon", "search carts")],
        ),
        (
            "Urges States to dry seed, recalling the barn plan (S/31/9) and urging its swift implementation;",
            [("urges", "called_upon", "dry seed"), ("urges", "called_upon", "its swift implementation")],
        ),
    ],
)
def test_what_is_asked_beside_an_act(words: str, found: list[tuple[str, str, str]]) -> None:
    """A relative, a closing participle or a call inside a decision is a duty of its own."""
    assert demanded(words) == found


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Encourages the keepers to build barns for seed and relevant partners to support them;", 2),
        (
            "Requests the Panel to follow paragraph 4 of resolution 9901 (2031) and States to heed it;",
            2,
        ),
        ("Calls upon States sending help to ensure care, and for regional forces to count seed;", 2),
        ("Requests the Panel to report on the ability of barns and carts to hold seed;", 1),
    ],
)
def test_a_second_bearer_under_one_verb(words: str, who: int) -> None:
    """Where somebody else is named with an act of his own the clause is two."""
    assert len(bearers(words)) == who


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "Underlines the importance of UNODC’s support to keepers in drying seed;",
            [("underlines", "recommended", "UNODC’s support to keepers in drying seed")],
        ),
        ("Underlines the importance of UNODC’s support structure;", []),
        (
            "Stresses that the primary responsibility for the safety of barns rests with the host State;",
            [("stresses", "recommended", "the safety of barns rests with the host State")],
        ),
        (
            "Stresses the importance of present and future troop-contributing countries (T/CCs) giving seed;",
            [("stresses", "recommended", "giving seed")],
        ),
        (
            "Underlines the need for all States to continue to comply with their treaty obligations;",
            [("underlines", "binding", "continue to comply with their treaty obligations")],
        ),
        (
            "Notes that the requirements in paragraph 1 above apply to all seed;",
            [("notes", "binding", "apply to all seed")],
        ),
    ],
)
def test_what_is_stressed_of_named_bearers(words: str, found: list[tuple[str, str, str]]) -> None:
    """Help, responsibilities and needs with a named bearer ask for conduct; what is owed is restated."""
    assert demanded(words) == found


@pytest.mark.parametrize(
    "reach", ["apply with respect to the new measures", "include the tasks of resolution 3"]
)
def test_a_mandate_carried_over_binds_the_body_that_has_it(reach: str) -> None:
    """A mandate that "shall apply" to further measures is for its panel to carry out."""
    words = (
        f"Decides to extend the mandate of the Panel, and further decides that this mandate shall {reach};"
    )
    assert demanded(words) == [("decides", "binding", reach)]
    assert bearers(words)[-1] == {"group_of_experts"}


@pytest.mark.parametrize(
    "words",
    [
        "Decides that the Mission should be led by a Special Representative;",
        "Decides that reconfigurations of UNMISS should be determined on the basis of the harvest;",
    ],
)
def test_the_lead_and_shape_of_a_mission_are_for_the_council_to_say(words: str) -> None:
    """Who leads a mission, and what it will become, asks nothing of anybody else."""
    assert demanded(words) == []


def test_what_is_owed_by_those_responsible_and_what_should_become_of_them() -> None:
    """That they are held to account is owed; a further "should" beside it is advice."""
    words = "Reiterates that those who burn seed will be held accountable and should not be given barns;"
    assert demanded(words) == [
        ("reiterates", "binding", "those who burn seed will be held accountable"),
        ("reiterates", "recommended", "be given barns"),
    ]


def test_what_is_reaffirmed_as_a_must_is_restated() -> None:
    """A "must" that is reaffirmed was said before; one that is only stressed is advice."""
    assert demanded("Reaffirms that the drying of seed must be given room;")[0][1] == "binding"
    assert demanded("Stresses that the drying of seed must be given room;")[0][1] == "recommended"


@pytest.mark.parametrize(
    "words",
    [
        "If, after review, the Committee rejects the request, the Ombudsperson sings.",
        "Unless, at the request of a member, the Committee updates the list, the name lapses.",
        "Keepers receive the list (the Committee publishes it) within ten days.",
        "Since 2028, the Mission monitors the border.",
        "The Mission holds 300 barns.",
        "The Panel concludes that seed is dry.",
    ],
)
def test_a_condition_or_a_report_in_an_annex_is_no_duty(words: str) -> None:
    """Only a sentence whose main verb tells what a body does with papers says what it is to do."""
    assert in_annex(f"Adopts it;\n\nAnnex\n\n1. {words}") == []


@pytest.mark.parametrize(
    "title",
    ["Making a Statement of Reasons", "Press Statement procedures", "On the following principles"],
)
def test_rules_about_statements_are_the_rules_of_the_resolution(title: str) -> None:
    """A title that only speaks of a statement makes the annex nobody else's words."""
    assert in_annex(f"Adopts it;\n\nAnnex\n\n{title}\n\n1. All funds must be frozen.") == [
        ("annex 1", "must", "binding", ["member_states"])
    ]


@pytest.mark.parametrize("formula", ["The Economic and Social Council,", "The General Assembly,"])
def test_the_draft_of_another_body_in_an_annex_is_not_read(formula: str) -> None:
    """A formula of another body, or where no declaration is adopted, opens another document."""
    for opening, spoken in (
        ("Adopts the annexed declaration", formula),
        ("Notes it", "The Security Council,"),
    ):
        words = f"{opening};\n\nAnnex\n\n{spoken}\n\nMindful of hunger,\n\n1. Demands that all States act."
        assert in_annex(words) == []


@pytest.mark.parametrize(
    ("words", "who"),
    [
        (
            "Urges the parties to agree by May, failing which the Secretary-General should report;",
            [{"all_parties"}, {"secretary_general"}],
        ),
        (
            "Urges the parties to agree, failing which the Panel should list them, and to free seed;",
            [{"all_parties"}],
        ),
        (
            "Decides to extend the mandate of the Panel of Experts, welcomes the help of the Mission, and "
            "decides that this mandate shall include the tasks in paragraph 5;",
            [{"group_of_experts"}],
        ),
        ("Decides that the line shall be determined in consultation with the Mission;", [{"member_states"}]),
    ],
)
def test_who_is_meant_by_a_further_act(words: str, who: list[set[str]]) -> None:
    """The subject of the further act is who does it; a mandate belongs to the body that it is told of."""
    found = [clause for clause in read_clauses(resolution(words)) if clause.force.value != "none"]
    assert [{actor.value for actor in clause.addressees} for clause in found] == who


@pytest.mark.parametrize(
    "words",
    [
        "Underlines that the responsibility for the fire of 3 May lies with the parties;",
        "Notes that the measures referred to in paragraph 5 apply to the sale of 300 carts;",
        "Acknowledges the importance of the African Union’s contribution to the peace of 2020;",
        "Underlines the importance of the African Union’s past support to keepers;",
    ],
)
def test_what_has_happened_is_told(words: str) -> None:
    """Who did something, what a measure covers and who helped before ask for nothing."""
    assert demanded(words) == []


def test_what_is_stressed_to_go_on_and_what_is_new_beside_it() -> None:
    """What parties shall go on to do, and do besides, is decided; what goes on as it is, is restated."""
    words = "Emphasizes that the parties shall continue to {} and shall clear the barns;"
    for going_on, restated in (("guard seed", False), ("be bound", True)):
        found = read_clauses(resolution(words.format(going_on)))
        assert [clause.restated for clause in found] == [restated, restated]


def test_what_somebody_has_yet_to_do_describes_him() -> None:
    """In "States that have yet to join to do so" the second infinitive is what is asked."""
    found = demanded("Calls upon all States that have yet to join the league of keepers to do so at once;")
    assert found == [("calls upon", "called_upon", "do so at once")]
