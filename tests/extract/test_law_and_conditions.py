"""What the law asks already, what a mission is told again, and conditions that open with "should"."""

import pytest

from tests.extract.reading_help import asked, bearers


@pytest.mark.parametrize(
    ("words", "found", "who"),
    [
        (
            "Underlines the need for all action against thieves to be conducted in full compliance with "
            "human rights law;",
            [
                (
                    "underlines",
                    "binding",
                    "be conducted in full compliance with human rights law",
                )
            ],
            {"member_states"},
        ),
        (
            "Underlines the need for UNODC to be in contact with States;",
            [("underlines", "recommended", "be in contact with States")],
            {"unodc"},
        ),
        (
            "Notes that the Protocol on Seed requires States Parties to lock all barns;",
            [("notes", "binding", "lock all barns")],
            {"state_parties"},
        ),
    ],
)
def test_the_law_is_recalled(words: str, found: list[tuple[str, str, str]], who: set[str]) -> None:
    """A need for what the law asks, and a treaty that requires it, are duties recalled."""
    assert asked(words) == found
    assert bearers(words) == [who]


def test_a_treaty_that_requires_a_thing_asks_nobody() -> None:
    """Only those who are required to act bear a duty."""
    assert [clause[1] for clause in asked("Notes that the Protocol on Seed requires great care;")] == ["none"]


@pytest.mark.parametrize(
    ("words", "force"),
    [
        ("Reiterates that the Mission should count seed;", "binding"),
        ("Reiterates that the plans of the Mission should be counted with care;", "recommended"),
        ("Reiterates that States should count seed;", "recommended"),
    ],
)
def test_a_mission_is_told_its_task_again(words: str, force: str) -> None:
    """What the Council's own mission should do, said again, is its mandate; for States it is advice."""
    assert [clause[1] for clause in asked(words)] == [force]


@pytest.mark.parametrize(
    ("words", "actions"),
    [
        (
            "Stresses that the barns are full, and, should an accord not be reached, requests UNODC to count "
            "them;",
            ["count them"],
        ),
        (
            "Stresses that, in the view of the Council, should the talks fail, States must dry seed;",
            ["dry seed"],
        ),
        ("Stresses that UNODC, in its reports, should name barns;", ["name barns"]),
    ],
)
def test_should_opens_a_condition(words: str, actions: list[str]) -> None:
    """Before a subject "should" opens a condition, behind one it advises."""
    assert [clause[2] for clause in asked(words) if clause[1] != "none"] == actions


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Requests the Chief of Staff to report on the barns;", {"un_entities"}),
        ("Urges all those concerned as set forth in humanitarian law to open barns;", {"all_parties"}),
        ("Calls upon all parties and groups to open barns;", {"all_parties"}),
        ("Calls upon all members of the international community to open barns;", {"member_states"}),
        ("Encourages the remaining fighters to leave the barns;", {"other"}),
        ("Encourages further international support for the barns;", {"other"}),
        (
            "Recommends that UNODC and United Nations peacekeeping troop- and police-contributing countries "
            "dry seed;",
            {"unodc", "member_states"},
        ),
        (
            "Stresses the importance of all Member States, and in particular States that sow, drying seed;",
            {"member_states"},
        ),
    ],
)
def test_who_is_told(words: str, who: set[str]) -> None:
    """Those told are found by what they are called, also behind an aside."""
    assert bearers(words) == [who]


def test_a_request_to_the_chief_of_staff_binds() -> None:
    """The head of the Council's own observers must do what it requests."""
    assert [clause[1] for clause in asked("Requests the Chief of Staff to count seed;")] == ["binding"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "Decides that the Panel shall carry out the following tasks:\n\n(a) Count seed;\n\n(b) Dry it;",
            [("decides", "binding", "carry out the following tasks: (a) Count seed; (b) Dry it")],
        ),
        (
            "Requests the Secretary-General to appoint a Special Representative, who shall, from that day, "
            "lead the count;",
            [
                ("requests", "encouraged", "appoint a Special Representative"),
                ("shall", "binding", "lead the count"),
            ],
        ),
        (
            "Encourages States to alert the LIA to burnt barns, and for the LIA to further count them;",
            [
                ("encourages", "encouraged", "alert the LIA to burnt barns"),
                ("encourages", "encouraged", "further count them"),
            ],
        ),
        ("Decides that the count will take place on 3 May 2031;", [("decides", "none", None)]),
        (
            "Stresses that those responsible for burning barns must be held accountable, and underlining the "
            "need for a count, to prevent more;",
            [
                (
                    "stresses",
                    "binding",
                    "be held accountable",
                )
            ],
        ),
        ("Requests the Peacebuilding Commission to count seed;", [("requests", "binding", "count seed")]),
        ("Requests all donors to give seed;", [("requests", "called_upon", "give seed")]),
    ],
)
def test_who_does_what(words: str, found: list[tuple[str, str, str | None]]) -> None:
    """Tasks are one duty, those appointed have their own, and dates are no duty."""
    clauses = asked(words)
    assert [clause[:2] for clause in clauses] == [clause[:2] for clause in found]
    assert all(want[2] in {None, clause[2]} for want, clause in zip(found, clauses, strict=True))


def test_those_who_should_have_access_are_not_the_ones_to_act() -> None:
    """States give access to services, whoever is named as harmed."""
    assert bearers("Affirms that victims of armed groups should have access to legal services;") == [
        {"member_states"}
    ]
