"""What is asked beside an act, told by nouns, ensured, recalled or laid down without a modal."""

import pytest

from obligraph.extract.document import Document
from tests.extract.reading_help import asked, bearers, demanded, read_clauses, resolution, short


@pytest.mark.parametrize(
    ("words", "found", "who"),
    [
        (
            "Decides that deliveries of seed require an advance approval by the Committee, submitted by the "
            "State;",
            [("decides", "binding", "require an advance approval by the Committee, submitted by the State")],
            [{"member_states"}],
        ),
        (
            "Decides that States have the primary responsibility to notify the Committee of any barns, and "
            "that all requests shall name the seed;",
            [
                ("decides", "binding", "notify the Committee of any barns"),
                ("decides", "binding", "name the seed"),
            ],
            [{"member_states"}, {"member_states"}],
        ),
        (
            "Reaffirms its decision to ban the import of seed;",
            [("reaffirms", "binding", "ban the import of seed")],
            [{"member_states"}],
        ),
        (
            "Stresses Member States’ obligations pursuant to the notes in paragraph 3;",
            [("stresses", "binding", "Member States’ obligations pursuant to the notes in paragraph 3")],
            [{"member_states"}],
        ),
        (
            "Reiterates the obligation of all parties regarding the passage of seed;",
            [("reiterates", "binding", "the obligation of all parties regarding the passage of seed")],
            [{"all_parties"}],
        ),
        (
            "Recalls that burning seed as a method of warfare is prohibited by international law;",
            [
                (
                    "recalls",
                    "binding",
                    "burning seed as a method of warfare is prohibited by international law",
                )
            ],
            [{"all_parties"}],
        ),
        (
            "Reaffirms that barns, including old ones, are protected under international humanitarian law;",
            [
                (
                    "reaffirms",
                    "binding",
                    "barns, including old ones, are protected under international humanitarian law",
                )
            ],
            [{"all_parties"}],
        ),
        (
            "Recalls that all Member States have undertaken, under the accord, the obligation to dry seed;",
            [("recalls", "binding", "dry seed")],
            [{"member_states"}],
        ),
        (
            "Recognizes that United Nations entities have the responsibility, within their mandates, to dry "
            "seed;",
            [("recognizes", "recommended", "dry seed")],
            [{"un_entities"}],
        ),
        (
            "Affirms that all parties are responsible for ensuring that no seed burns;",
            [("affirms", "recommended", "ensuring that no seed burns")],
            [{"all_parties"}],
        ),
        (
            "Expresses its resolve that those responsible for burnt barns must be held accountable;",
            [
                (
                    "expresses",
                    "binding",
                    "those responsible for burnt barns must be held accountable",
                )
            ],
            [{"member_states"}],
        ),
    ],
)
def test_what_is_owed_without_a_modal_or_by_a_noun(
    words: str, found: list[tuple[str, str, str]], who: list[set[str]]
) -> None:
    """A decision, a ban, an obligation or the law may be told without a modal of its own."""
    assert asked(words) == found
    assert bearers(words) == who


@pytest.mark.parametrize(
    ("words", "action", "who"),
    [
        (
            "Stresses the need for long plans, based on counts, by States and the United Nations, to dry "
            "seed;",
            "long plans, based on counts, by States and the United Nations, to dry seed",
            {"member_states", "un_entities"},
        ),
        (
            "Emphasizes the importance that UNODC and INTERPOL enhance their counts of seed;",
            "enhance their counts of seed",
            {"unodc", "interpol"},
        ),
        (
            "Stresses the importance that notes on seed contain all details;",
            "contain all details",
            {"member_states"},
        ),
        (
            "Stresses the need to ensure that Member States comply with the count;",
            "ensure that Member States comply with the count",
            {"member_states"},
        ),
        (
            "Stresses the importance of ensuring that the Panel keeps seed;",
            "ensuring that the Panel keeps seed",
            {"group_of_experts"},
        ),
        (
            "Emphasizes the importance of a renewed commitment by the parties to drying seed;",
            "a renewed commitment by the parties to drying seed",
            {"all_parties"},
        ),
        ("Commends the accord and stresses that it should grow;", "grow", {"member_states"}),
    ],
)
def test_what_is_stressed_for_somebody(words: str, action: str, who: set[str]) -> None:
    """A need, an importance or a "should" falls on those who are to act."""
    assert [(force, found) for _, force, found in demanded(words)] == [("recommended", action)]
    assert bearers(words)[-1] == who


def test_what_somebody_is_given_is_not_asked_of_him() -> None:
    """That a body receive something is for others to see to."""
    assert demanded("Highlights the importance of ensuring that the Panel receives all help;") == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "Encourages the efforts of States to dry seed;",
            [("encourages", "encouraged", "dry seed")],
        ),
        (
            "Encourages news of seed and other forms of cooperation between UNODC and INTERPOL to curb rot;",
            [("encourages", "encouraged", "curb rot")],
        ),
        (
            "Encourages information exchange and other forms of cooperation between UNODC and INTERPOL, with "
            "plans to curb rot;",
            [
                (
                    "encourages",
                    "encouraged",
                    "information exchange and other forms of cooperation between UNODC and INTERPOL, with "
                    "plans to curb rot",
                )
            ],
        ),
        (
            "Encourages further and better counts by UNODC to know the seed;",
            [("encourages", "encouraged", "know the seed")],
        ),
        (
            "Urges States that have not yet joined the seed accord to do so;",
            [("urges", "called_upon", "do so")],
        ),
        (
            "Encourages States that have requests for assistance to make use of the barns to dry seed;",
            [("encourages", "encouraged", "make use of the barns to dry seed")],
        ),
        (
            "Requests the Secretary-General to order a count and that the Mission should use this count;",
            [("requests", "encouraged", "order a count"), ("requests", "binding", "use this count")],
        ),
        (
            "Requests, for the purposes of paragraph 1, that the Secretary-General count seed;",
            [("requests", "encouraged", "count seed")],
        ),
        (
            "Confirms that the measures of paragraph 1 apply to all seed, and that such seed may only be "
            "kept in barns;",
            [
                ("confirms", "binding", "apply to all seed"),
                ("confirms", "binding", "only be kept in barns"),
            ],
        ),
        (
            "Recommends that States dry seed;",
            [("recommends", "recommended", "dry seed")],
        ),
    ],
)
def test_what_is_asked_and_where_it_begins(words: str, found: list[tuple[str, str, str]]) -> None:
    """The act is cut from those who are to do it, and from what stands beside it."""
    assert asked(words) == found


@pytest.mark.parametrize(
    ("words", "who"),
    [
        (
            "Notes the efforts made by the Secretary-General to count seed and renews its call to deepen "
            "these efforts;",
            {"secretary_general"},
        ),
        (
            "Calls upon regional organizations to dry seed; calls upon States and such organizations, once "
            "they can, to count it;",
            {"member_states", "regional_orgs"},
        ),
        ("Urges Vale, North Hill and Coast States to dry seed;", {"member_states"}),
        ("Urges Member States of the Vale, North Hill and the Coast to dry seed;", {"member_states"}),
        (
            "Encourages the United Nations Office for West Africa and United Nations to dry seed;",
            {"un_entities"},
        ),
        ("Calls for the count to be included in regular reporting by UNODC;", {"unodc"}),
        ("Reaffirms its support for UNODC and encourages it, in its work, to dry seed;", {"unodc"}),
    ],
)
def test_who_is_meant_by_what_goes_before(words: str, who: set[str]) -> None:
    """Pronouns, pointing words and names of regions are read for those they stand for."""
    assert bearers(words)[-1] == who


def test_what_a_mission_shall_do_is_one_duty() -> None:
    """The tasks of a mission in "shall" form are one duty, those of others are as many as the items."""
    items = "\n\n(a) Dry seed;\n\n(b) Count barns;"
    mission = short(resolution("Decides that the Force shall, in addition to its watch:" + items))
    states = short(resolution("Decides that all States shall:" + items))
    assert [clause[0] for clause in mission] == ["1.1"]
    assert [clause[0] for clause in states] == ["1(a).1", "1(b).1"]


def test_a_list_of_those_who_are_asked() -> None:
    """Behind a bare verb of asking each item names who is asked, and what."""
    words = (
        "Notes the count, and requests:\n\n(a) the Panel to count seed;\n\n(b) Member States to dry barns;"
    )
    found = [(clause[0], clause[2], clause[3]) for clause in short(resolution(words))]
    assert found[-2:] == [
        ("1(a).1", "binding", "count seed"),
        ("1(b).1", "called_upon", "dry barns"),
    ]


def test_a_letter_that_only_goes_on_with_its_sentence_is_no_item() -> None:
    """Where a line ends inside a reference, the letter that opens the next line begins no list."""
    words = "Decides that, for the purposes of paragraphs 3\n(c) and 4, all States shall dry seed;"
    assert [clause[0] for clause in short(resolution(words))] == ["1.1"]


STATEMENT = (
    "S/PRST/2031/9\n\nStatement by the President of the Security Council\n\n"
    "At the 9999th meeting of the Security Council, held on 3 March 2031, the President of the Security "
    "Council made the following statement on behalf of the Council:\n\n"
)


@pytest.mark.parametrize(
    "paragraphs",
    [
        "“The Security Council, recalling its earlier words on seed, welcomes the count. The Council calls "
        "upon States to dry seed.\n\n“The Security Council urges UNODC to count barns.”\n",
        "1. The Security Council welcomes the count. The Council calls upon States to dry seed.\n\n"
        "2. In this regard the Council urges UNODC to count barns.\n",
        "“The Security Council welcomes the count. In this context the Council calls upon States to dry "
        "seed.\n\n"
        "“The members of the Security Council urge the keepers well. The members of the Security Council "
        "urges UNODC to count barns.”\n",
    ],
)
def test_statements_have_no_preamble(paragraphs: str) -> None:
    """What a statement asks is found whether its first paragraph recalls something or bears a number."""
    clauses = read_clauses(Document("statement.txt", STATEMENT + paragraphs))
    found = [clause.action for clause in clauses if clause.force.value != "none"]
    assert found == ["dry seed", "count barns"]
