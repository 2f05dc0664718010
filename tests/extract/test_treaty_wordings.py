"""What treaties say in words of their own: undertakings, limits, final clauses, and who "the Council" is."""

import pytest

from obligraph.extract.document import Document
from tests.extract.reading_help import read_clauses, treaty


def found(*articles: str) -> list[tuple[str, str, bool, set[str]]]:
    """Force, action, prohibition and bearers of each clause of a treaty."""
    return [
        (c.force.value, c.action, c.prohibition, {actor.value for actor in c.addressees})
        for c in read_clauses(treaty(*articles))
    ]


PARTIES = {"state_parties"}


@pytest.mark.parametrize(
    ("words", "clauses"),
    [
        (
            "Each contracting State undertakes, so far as it may find practicable, to build barns.",
            [("binding", "build barns", False, PARTIES)],
        ),
        (
            "Each contracting State undertakes so far as it may find practicable to:\n\n(a) Build barns;\n\n"
            "(b) Lock them.",
            [("binding", "Build barns", False, PARTIES), ("binding", "Lock them", False, PARTIES)],
        ),
        (
            "To this end, States Parties undertake:\n\n(a) To dry seed;\n\n(b) To count it.",
            [("binding", "dry seed", False, PARTIES), ("binding", "count it", False, PARTIES)],
        ),
        (
            "Each Party, when looking for lost carts, will work with its neighbours.",
            [("binding", "work with its neighbours", False, PARTIES)],
        ),
        (
            "The Parties shall make every effort to lock barns.",
            [("recommended", "make every effort to lock barns", False, PARTIES)],
        ),
        (
            "The Parties shall give due consideration to the lending of barns.",
            [("consider", "give due consideration to the lending of barns", False, PARTIES)],
        ),
        (
            "Each Party shall consider this Convention as the ground for lending.",
            [("binding", "consider this Convention as the ground for lending", False, PARTIES)],
        ),
    ],
)
def test_what_parties_take_upon_themselves(
    words: str, clauses: list[tuple[str, str, bool, set[str]]]
) -> None:
    """An undertaking binds, also in "will"; an effort and a consideration are owed as such."""
    assert found(words) == clauses


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("No reservation may be made to this Convention.", "be made to this Convention"),
        ("Except as provided in article 4 no barn may be sold.", "be sold"),
        ("A cart cannot be entered in more than one list.", "be entered in more than one list"),
        (
            "None of the following offences shall be regarded as a private matter: a. theft; b. fraud.",
            "be regarded as a private matter: a. theft; b. fraud",
        ),
    ],
)
def test_what_nobody_may_do(words: str, action: str) -> None:
    """A denied subject and what cannot be done are prohibitions."""
    assert found(words) == [("binding", action, True, PARTIES)]


@pytest.mark.parametrize(
    "words",
    [
        "The award shall be final.",
        "This Convention shall come into force on the tenth day.",
        "If no Party objects, the amendment shall be deemed to have been adopted.",
        "Members of the Commission shall serve for a period of three years.",
        "The principles of this Convention shall be: (a) Care; (b) Thrift.",
        "The authorities of each Party shall have the right to look into barns.",
        "The benefits of this article shall apply only to keepers.",
        "In so far as the Parties are bound under those conventions to dry seed, this Convention shall "
        "not apply.",
    ],
)
def test_what_a_treaty_says_of_itself(words: str) -> None:
    """Entry into force, who sits in a body, what a State may do and what stands are no duties."""
    assert [force for force, _, _, _ in found(words)] == ["none"]


def test_the_same_extends_a_permission() -> None:
    """What "the same" extends is allowed and not owed; "shall apply to" extends a duty."""
    first, second = found("A Party may lend barns. The same shall apply to carts.")
    assert (first[0], second[0]) == ("none", "none")
    assert found("This article shall apply to carts.") == [("binding", "apply to carts", False, PARTIES)]


@pytest.mark.parametrize(
    ("words", "clauses"),
    [
        (
            "The Party shall communicate the outcome to the Secretary-General of the United Nations, "
            "who shall transmit it to all.",
            [
                ("communicate the outcome to the Secretary-General of the United Nations", PARTIES),
                ("transmit it to all", {"secretary_general"}),
            ],
        ),
        (
            "Carts shall be lent free, provided that any wheel so lent shall not be sold.",
            [("be lent free", PARTIES), ("be sold", PARTIES)],
        ),
        (
            "A log shall be kept in every barn, in which shall be entered the count of seed.",
            [("be kept in every barn", PARTIES), ("be entered the count of seed", PARTIES)],
        ),
        (
            "Seed on board when leaving the territory of that State shall be exempt from duty.",
            [("be exempt from duty", PARTIES)],
        ),
    ],
)
def test_relatives_and_provisos_with_a_duty(words: str, clauses: list[tuple[str, set[str]]]) -> None:
    """A relative that names somebody, a proviso and "in which" go on with a duty of their own."""
    assert [(action, who) for _, action, _, who in found(words)] == clauses


def test_the_clauses_of_what_is_to_be_ensured() -> None:
    """Each item that tells what is to be so is a duty; what is only believed, and means, are not."""
    assert [
        action
        for _, action, _, _ in found(
            "The Parties shall ensure that keepers of seed:\n\n(a) Are paid;\n\n(b) Have barns."
        )
    ] == ["Are paid", "Have barns"]
    assert (
        len(
            found(
                "A request shall be refused if a Party has grounds for believing:\n\n(a) that it is "
                "false;\n\n"
                "(b) that it is old."
            )
        )
        == 1
    )
    assert (
        len(
            found(
                "The Parties shall take measures, including by ensuring that:\n\n(a) Keepers have barns;\n\n"
                "(b) Barns are dry."
            )
        )
        == 1
    )
    assert (
        len(found("These rules shall apply to, inter alia:\n\n(a) Barns and carts;\n\n(b) News of seed."))
        == 1
    )
    assert (
        len(
            found(
                "Each Party shall adopt laws to empower its competent authorities to:\n\n(a) Seize seed;\n\n"
                "(b) Keep it."
            )
        )
        == 1
    )


def test_numbers_that_count_the_items_of_an_article() -> None:
    """Numbers below words that open a list count its items and no paragraphs."""
    words = "The Depositary shall tell all Parties of:\n\n1. each signature;\n\n2. each loss."
    clauses = read_clauses(treaty(words))
    assert [(c.paragraph, c.action) for c in clauses] == [
        ("1", "tell all Parties of: 1. each signature; 2. each loss")
    ]


@pytest.mark.parametrize(
    ("designated", "who"),
    [
        ("the International Civil Aviation Organization", "icao"),
        ("the Secretary-General of the United Nations", "secretary_general"),
        ("the Secretary General of the Council of Europe", "regional_orgs"),
        ("the Keeper of Oz", "other"),
    ],
)
def test_the_depositary_is_who_the_treaty_says(designated: str, who: str) -> None:
    """The depositary is the body or officer with whom instruments are deposited."""
    last = found(
        f"Instruments of accession shall be deposited with {designated}, which is hereby designated the "
        f"Depositary.",
        "The Depositary shall notify all Parties.",
    )[-1]
    assert last == ("binding", "notify all Parties", False, {who})


def test_the_council_of_a_treaty() -> None:
    """The Council is that of the body which the treaty speaks of; a tribunal is nobody listed."""
    assert found(
        "The Council of the International Civil Aviation Organization meets. The Council shall count seed."
    )[-1][3] == {"icao"}
    assert found("The arbitral tribunal shall lay down its procedure.")[0][3] == {"other"}


def test_a_technical_annex_and_words_glued_together() -> None:
    """A technical annex is an annex; a sentence begins behind a point also where the blank is lost."""
    text = (
        "Convention on Seed\n\nThe States Parties to this Convention,\n\nArticle 1\n\n"
        "Each Party shall dry seed.Any seed shall be counted.\n\nTechnical annex\n\n1. Each Party shall "
        "lock barns.\n"
    )
    assert [(c.paragraph, c.action) for c in read_clauses(Document("treaty.txt", text))] == [
        ("1", "dry seed"),
        ("1", "be counted"),
        ("annex 1", "lock barns"),
    ]
