"""What is recalled of earlier texts, and what is stressed that named bodies should do together."""

import pytest

from tests.extract.reading_help import bearers, demanded, read_clauses, resolution


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
        "Encourages Member States which have seed requests for assistance to convey these to UNODC, "
        "and encourages them to count seed;"
    )
    assert demanded(words) == [
        ("encourages", "encouraged", "convey these to UNODC"),
        ("encourages", "encouraged", "count seed"),
    ]
    assert bearers(words) == [{"member_states"}, {"member_states"}]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        (
            "Emphasizes the importance of close coordination and collaboration between UNODC and the "
            "Secretary-General in drying seed;",
            {"unodc", "secretary_general"},
        ),
        (
            "Emphasizes the need for joint action between UNODC and INTERPOL to dry seed;",
            {"unodc", "interpol"},
        ),
        (
            "Stresses the importance of the engagement of UNODC and key UN agencies in barns;",
            {"unodc", "un_entities"},
        ),
    ],
)
def test_work_shared_by_named_bodies_is_advised_to_them(words: str, who: set[str]) -> None:
    """The importance of work that named bodies share in doing something recommends it to each of them."""
    assert [force for _, force, _ in demanded(words)] == ["recommended"]
    assert bearers(words) == [who]


@pytest.mark.parametrize(
    "words",
    [
        "Emphasizes the importance of close cooperation between States;",
        "Emphasizes the importance of close cooperation between UNODC and INTERPOL;",
        "Emphasizes the need for closer coordination between UNODC and INTERPOL;",
        "Stresses the importance of the engagement of civil society;",
    ],
)
def test_work_shared_at_large_is_only_praised(words: str) -> None:
    """Work shared by wide circles, or wished to be closer, is asked of nobody."""
    assert demanded(words) == []


@pytest.mark.parametrize(
    ("words", "action", "who"),
    [
        (
            "Underscores the continued importance of UNODC and the Government of Barnland working jointly;",
            "working jointly",
            {"unodc", "other"},
        ),
        (
            "Underscores that the Government of Barnland has primary responsibility for drying seed;",
            "drying seed",
            {"other"},
        ),
    ],
)
def test_what_is_important_or_up_to_somebody_is_advised(words: str, action: str, who: set[str]) -> None:
    """Joint conduct called important, and what is somebody's responsibility to do, is advice."""
    assert demanded(words) == [("underscores", "recommended", action)]
    assert bearers(words) == [who]


def test_a_responsibility_for_a_thing_is_no_conduct() -> None:
    """A responsibility for a thing, with no act named, asks nothing."""
    assert demanded("Underscores that the Government of Barnland has the responsibility for barns;") == []


@pytest.mark.parametrize(
    ("words", "force", "who"),
    [
        ("Requests AMISOM to dry seed;", "encouraged", {"regional_orgs"}),
        ("Requests UNMISS to dry seed;", "binding", {"un_entities"}),
        ("Requests the Committees referred to in paragraph 3 above to dry seed;", "binding", {"other"}),
    ],
)
def test_whose_mission_or_committee_it_is(words: str, force: str, who: set[str]) -> None:
    """A mission of the African Union is no organ of the Council; committees it refers to are."""
    assert demanded(words) == [("requests", force, "dry seed")]
    assert bearers(words) == [who]


def test_a_mandate_given_to_a_mission_is_one_duty_with_its_list() -> None:
    """What a mission shall undertake as its mandate binds once, the list included."""
    words = "Decides that UNMHA shall undertake the following mandate:\n\n(a) to lead,\n\n(b) to dry seed;"
    assert demanded(words) == [
        ("decides", "binding", "undertake the following mandate: (a) to lead, (b) to dry seed")
    ]
    assert bearers(words) == [{"un_entities"}]


def test_a_request_recalled_by_its_object_is_only_named() -> None:
    """A request of earlier resolutions for a thing is recalled, not made again; one to act is made again."""
    assert demanded("Recalls its request in resolutions 9901 and 9902 (2031) for a plan of barns;") == []
    assert demanded("Recalls its call in resolution 9901 (2031) for States to dry seed;") == [
        ("recalls", "called_upon", "dry seed")
    ]


def test_a_call_that_is_endorsed_becomes_a_call_of_the_text() -> None:
    """A call of the Secretary-General that is endorsed is made by those who endorse it."""
    words = "Endorses the call of the Secretary-General for support to the new barns;"
    assert demanded(words) == [("endorses", "called_upon", "support to the new barns")]
    assert bearers(words) == [{"member_states"}]


@pytest.mark.parametrize(
    ("words", "action", "who"),
    [
        (
            "Recalls resolution 9901 (2030), which directs the Committee, helped by keepers of barns, to "
            "count seed;",
            "count seed",
            {"other"},
        ),
        (
            "Recalls paragraph 4 of resolution 9901 (2030), which decides that UNMHA’s barn unit will "
            "include keepers of seed;",
            "include keepers of seed",
            {"un_entities"},
        ),
    ],
)
def test_a_recalled_paragraph_restates_what_it_decides(words: str, action: str, who: set[str]) -> None:
    """What a recalled paragraph decides or directs is a duty restated, with the bearer named there."""
    (clause,) = read_clauses(resolution(words))
    assert (clause.force.value, clause.restated, clause.action) == ("binding", True, action)
    assert bearers(words) == [who]


@pytest.mark.parametrize(
    "words",
    [
        "Recalls resolution 9901 (2030), which decides that States may dry seed;",
        "Recalls resolution 9901 (2030), which welcomes that States dry seed;",
    ],
)
def test_a_recalled_permission_or_remark_restates_nothing(words: str) -> None:
    """What a recalled resolution allows or welcomes is no duty."""
    assert demanded(words) == []
