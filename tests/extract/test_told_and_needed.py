"""What is recalled, expected, needed or listed, told by words that are no command."""

import pytest

from obligraph.extract.document import Document
from tests.extract.reading_help import asked, bearers, read_clauses, resolution, short

Told = list[tuple[str, str, str]]


@pytest.mark.parametrize(
    ("words", "found", "who"),
    [
        (
            "Stresses the importance for the United Nations of drying seed;",
            [("stresses", "recommended", "drying seed")],
            [{"un_entities"}],
        ),
        (
            "Stresses the importance for all, within the law, of keeping seed dry;",
            [("stresses", "recommended", "keeping seed dry")],
            [{"other"}],
        ),
        (
            "Highlights the importance of the United Nations, the FGS and FMS heeding the rain;",
            [("highlights", "recommended", "heeding the rain")],
            [{"un_entities", "other"}],
        ),
        (
            "Expects both sides to refrain from theft;",
            [("expects", "called_upon", "refrain from theft")],
            [{"all_parties"}],
        ),
        (
            "Expects Member States to honour their obligations under the Charter;",
            [("expects", "binding", "honour their obligations under the Charter")],
            [{"member_states"}],
        ),
        (
            "Recalls the prohibition of the theft of seed in situations of armed conflict under "
            "international humanitarian law;",
            [
                (
                    "recalls",
                    "binding",
                    "the theft of seed in situations of armed conflict under international humanitarian law",
                )
            ],
            [{"all_parties"}],
        ),
        (
            "Affirms that paragraph 4 is right and that the measures set forth in paragraph 1 continue to "
            "apply to "
            "all keepers;",
            [("affirms", "binding", "apply to all keepers")],
            [{"member_states"}],
        ),
        (
            "Recalls paragraph 9 of resolution 9901 (2030), which requested that UNODC count seed;",
            [("recalls", "encouraged", "count seed")],
            [{"unodc"}],
        ),
        (
            "Reaffirms its decision regarding the ban on the import of barley;",
            [("reaffirms", "binding", "the ban on the import of barley")],
            [{"member_states"}],
        ),
        (
            "Stresses the need to carry out all operations in strict compliance with international law;",
            [
                (
                    "stresses",
                    "binding",
                    "carry out all operations in strict compliance with international law",
                )
            ],
            [{"member_states"}],
        ),
        (
            "Reiterates that providers of seed are requested to count it;",
            [("reiterates", "encouraged", "count it")],
            [{"other"}],
        ),
        (
            "Emphasizes such help should continue to be quick;",
            [("emphasizes", "recommended", "continue to be quick")],
            [{"member_states"}],
        ),
        (
            "Emphasizes the primary responsibility of host countries for the protection of seed;",
            [("emphasizes", "recommended", "the protection of seed")],
            [{"member_states"}],
        ),
    ],
)
def test_conduct_told_without_a_command(words: str, found: Told, who: list[set[str]]) -> None:
    """Importance, expectation, recalled law and responsibility tell somebody to act."""
    assert asked(words) == found
    assert bearers(words) == who


def test_what_an_organ_was_asked_already() -> None:
    """A request that the Council recalls to its own body is restated; one to others stays a request."""
    again, other = (
        read_clauses(resolution(words))[0]
        for words in (
            "Reaffirms its request that the Committee share all notices;",
            "Reaffirms its request that UNODC share all notices;",
        )
    )
    assert (again.force_rule, again.restated) == ("requests-organ-again", True)
    assert (other.force_rule, other.restated) == ("requests-other", False)


def test_what_an_organ_shall_do() -> None:
    """What is stressed that a body of the Council shall do binds it; what is recalled was decided before."""
    organ, states = (
        read_clauses(resolution(words))[0]
        for words in (
            "Stresses that the Panel shall count seed;",
            "Recalls that all States shall count seed;",
        )
    )
    assert (organ.force_rule, organ.restated) == ("stressed-shall", False)
    assert (states.force_rule, states.restated) == ("restated-duty", True)


def test_reports_from_each_who_is_to_write_them() -> None:
    """A list of reports names in each item who is to report; below it each report is one."""
    words = (
        "Requests the following reports:\n\n(a) from UNODC, by 1 March 2031, an update on seed;\n\n"
        "(b) from the Panel of Experts:\n\n(i) regular updates to the Committee;\n\n(ii) a final report;"
    )
    clauses = read_clauses(resolution(words))
    assert [(c.paragraph, c.force.value, c.action) for c in clauses] == [
        ("1(a)", "encouraged", "an update on seed"),
        ("1(b)(i)", "binding", "regular updates to the Committee"),
        ("1(b)(ii)", "binding", "a final report"),
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "Requests the Secretary-General to count seed, as well as for the Special Representative to "
            "dry it;",
            [("requests", "encouraged", "count seed"), ("requests", "encouraged", "dry it")],
        ),
        (
            "Calls on the Government to count seed, and for the Oz National Police Inspector to look into "
            "theft;",
            [("calls upon", "called_upon", "count seed"), ("calls upon", "called_upon", "look into theft")],
        ),
        (
            "Urges States to heed the plan, while encouraging the further making of plans;",
            [
                ("urges", "called_upon", "heed the plan"),
                ("encourages", "encouraged", "the further making of plans"),
            ],
        ),
        (
            "Calls for care, while stressing that keepers need to be treated well;",
            [("calls for", "called_upon", "care")],
        ),
        (
            "Decides that the Office shall take requests, and that, after the harvest, the desk founded "
            "in 2030 "
            "shall take no more;",
            [("decides", "binding", "take requests"), ("decides", "binding", "take no more")],
        ),
        (
            "Decides that UNMHA’s liquidation shall begin on 1 January 2032;",
            [("decides", "binding", "begin on 1 January 2032")],
        ),
        (
            "Stresses that the prevention of theft remains a primary responsibility of States and that "
            "work of the "
            "United Nations should help;",
            [
                (
                    "stresses",
                    "recommended",
                    "the prevention of theft remains a primary responsibility of States",
                ),
                ("stresses", "recommended", "help"),
            ],
        ),
    ],
)
def test_a_second_duty_beside_the_first(words: str, found: Told) -> None:
    """What another is asked, what is encouraged meanwhile, and a further that are clauses of their own."""
    assert asked(words) == found


def annex(*paragraphs: str, kind: str = "") -> list[tuple[str, str, set[str]]]:
    """Action, provision and bearers of each clause in the annex of a resolution of the Assembly."""
    body = "\n\n".join(paragraphs)
    text = (
        "A/RES/99/501\n\nUnited Nations Rules on Barns\n\nThe General Assembly,\n\nRecalling resolution "
        "98/1,\n\n"
        f"1. Adopts the Rules annexed hereto.\n\nAnnex\n\n{kind}{body}\n"
    )
    return [
        (c.action, c.paragraph, {actor.value for actor in c.addressees})
        for c in read_clauses(Document("A_RES_99_501.txt", text))
        if c.force != "none"
    ]


@pytest.mark.parametrize(
    ("words", "action", "who"),
    [
        ("1. Prison administrations shall keep barns dry.", "keep barns dry", {"other"}),
        ("1. Seed should be counted by the physician.", "be counted by the physician", {"other"}),
        ("1. Barns should be locked.", "be locked", {"member_states"}),
        ("1. International cooperation for counting should go on.", "go on", {"other"}),
        ("1. Business should count seed.", "count seed", {"private_sector"}),
        (
            "1. Each State has the responsibility first and foremost to lock barns.",
            "lock barns",
            {"member_states"},
        ),
        ("1. There is an urgent need for Governments to lock barns.", "lock barns", {"member_states"}),
        ("1. Seed may only be sold by the Keeper.", "only be sold by the Keeper", {"member_states"}),
        ("1. To achieve this, common know-how should be used.", "be used", {"member_states"}),
    ],
)
def test_who_acts_by_a_rule(words: str, action: str, who: set[str]) -> None:
    """Staff that a rule names are told apart from the State; where nobody is named States are meant."""
    assert annex(words) == [(action, "annex 1", who)]


def test_lists_of_needs_and_of_sentences() -> None:
    """A need that a list states of each, items that are sentences, and acts to focus on."""
    assert annex("1. There is an urgent need for:\n\n(a) All Governments to dry seed;\n\n(b) Care;") == [
        ("dry seed", "annex 1(a)", {"member_states"})
    ]
    assert annex(
        "1. The following acts are required:\n\n(a) Barns, carts and seed should be counted;\n\n"
        "(b) States should lock barns;\n\n(c) Seed should be dried;\n\n(d) News of it;"
    ) == [
        ("be counted", "annex 1(a)", {"member_states"}),
        ("lock barns", "annex 1(b)", {"member_states"}),
        ("be dried", "annex 1(c)", {"member_states"}),
    ]
    assert [
        action for action, _, _ in annex("1. Work should focus on:\n\n(a) Drying seed;\n\n(b) Locking barns.")
    ] == [
        "Drying seed",
        "Locking barns",
    ]


def test_an_annex_without_a_heading() -> None:
    """Numbers that begin anew behind the closing paragraph open an annex, with what introduces it."""
    text = short(
        resolution(
            "Asks States to dry seed;",
            "Decides to remain seized of the matter.\n\nProcedure\n\nThe Focal Point will do the "
            "following tasks:\n\n"
            "1. Receive the requests of all keepers of seed.\n\n2. Forward them to the Committee.",
        )
    )
    assert text[-2:] == [
        ("annex 1.1", "will", "binding", "Receive the requests of all keepers of seed"),
        ("annex 2.1", "will", "binding", "Forward them to the Committee"),
    ]


def test_the_first_part_of_a_resolution_is_named() -> None:
    """Where a resolution has parts, the paragraphs of the first are named by it, too."""
    text = (
        "A/RES/99/502\n\nA\n\nSEED\n\nThe General Assembly,\n\nRecalling seed,\n\n1. Urges States to dry "
        "seed.\n\n"
        "B\n\nBARNS\n\nThe General Assembly,\n\nRecalling barns,\n\n1. Urges States to lock barns.\n"
    )
    assert [(c.paragraph, c.action) for c in read_clauses(Document("A_RES_99_502.txt", text))] == [
        ("part A 1", "dry seed"),
        ("part B 1", "lock barns"),
    ]


def test_the_mandate_of_a_mission_is_its_task() -> None:
    """Tasks that a decision gives a standing mission as its mandate bind it, in one line with their list."""
    given = (
        "Decides that the mandate of UNSOS shall include the following tasks, and stresses that all its work "
        "should be kind:\n\n(a) To count seed;\n\n(b) To dry it;"
    )
    tasks, kind = read_clauses(resolution(given))
    assert (tasks.force, tasks.force_rule, tasks.paragraph) == ("binding", "council-decides", "1")
    assert tasks.action.startswith("include the following tasks")
    assert tasks.action.endswith("To dry it")
    assert (kind.verb, kind.action) == ("stresses", "be kind")
    founding = (
        "Decides to establish a Mission in Oz (UNMIZ), and that the mandate of UNMIZ shall be to count seed;"
    )
    assert {c.force.value for c in read_clauses(resolution(founding))} == {"none"}
