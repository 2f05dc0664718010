"""The grammar of operative language, on sentences of our own."""

import pytest

from obligraph.extract.document import Document
from tests.extract.reading_help import asked, bearers, read_clauses, resolution, short, treaty


def test_a_paragraph_is_split_at_each_operative_verb() -> None:
    """Each operative verb of a paragraph makes a clause, adverbs and commas before it notwithstanding."""
    words = (
        "Urges States to lock vaults, and, where appropriate, encourages them "
        "to oil hinges, once again calls upon UNODC to help;"
    )
    assert asked(words) == [
        ("urges", "called_upon", "lock vaults"),
        ("encourages", "encouraged", "oil hinges"),
        ("calls upon", "called_upon", "help"),
    ]


def test_actions_joined_under_one_verb_stay_one_clause() -> None:
    """Two infinitives under one verb and one bearer are one action."""
    assert len(asked("Calls upon Member States to count seed and to dry it, and make use of old barns;")) == 1


def test_a_new_shall_starts_a_new_clause() -> None:
    """A second "shall" with a subject of its own is a clause of its own with its own bearer."""
    words = "Decides that States shall count seed and that the Committee shall publish the count;"
    assert asked(words) == [("decides", "binding", "count seed"), ("decides", "binding", "publish the count")]
    assert bearers(words)[0] == {"member_states"}


def test_a_recalled_decision_is_binding_and_restated() -> None:
    """A duty recalled from elsewhere keeps its force and is marked as restated."""
    (clause,) = read_clauses(
        resolution("Recalls its decision in resolution 9870 (2029) that all States shall dry seed;")
    )
    assert (clause.force, clause.restated, clause.action) == ("binding", True, "dry seed")


@pytest.mark.parametrize(
    ("words", "force"),
    [
        ("Reiterates its call upon States to dry seed;", "called_upon"),
        ("Reiterates the obligation of Member States to dry seed;", "binding"),
        ("Reminds States of their obligation to dry seed;", "binding"),
        ("Underscores the need for Member States to dry seed;", "recommended"),
        ("Underscores the need to dry seed;", "none"),
        ("Stresses that States should dry seed;", "recommended"),
        ("Reiterates that States should consider drying seed;", "consider"),
        ("Urges States to consider drying seed;", "called_upon"),
        ("Demands that all parties dry seed;", "binding"),
        ("Directs the Committee to dry seed;", "binding"),
        ("Requests the Counter-Terrorism Committee to dry seed;", "binding"),
        ("Requests the Secretary-General to dry seed;", "encouraged"),
        ("Requests States to dry seed;", "called_upon"),
        ("Invites ICAO to dry seed;", "encouraged"),
        ("Welcomes the drying of seed;", "none"),
        ("Authorizes States to dry seed;", "none"),
        ("Decides to remain seized of the matter.", "none"),
        ("Expresses its intention to dry seed;", "none"),
    ],
)
def test_the_force_follows_verb_modal_and_bearer(words: str, force: str) -> None:
    """One sentence of each kind has the force that the table gives it."""
    assert [clause[1] for clause in asked(words)] == [force]


def test_an_interrupted_addressee_is_followed_to_its_infinitive() -> None:
    """Words between an addressee and what is asked do not become the action, nor their actors bearers."""
    words = "Requests CTED, in coordination with UNODC, INTERPOL and the private sector, to map the barns;"
    assert asked(words) == [("requests", "binding", "map the barns")]
    assert bearers(words) == [{"cted"}]


def test_an_interruption_that_states_a_duty_is_a_clause_of_its_own() -> None:
    """A participle between addressee and action that recalls a duty makes a clause of its own."""
    words = "Calls upon States, emphasizing that they are obliged to guard vaults, to train the guards;"
    found = read_clauses(resolution(words))
    assert [(c.verb, c.force.value, c.action) for c in found] == [
        ("calls upon", "called_upon", "train the guards"),
        ("emphasizes", "binding", "guard vaults"),
    ]
    assert [set(c.addressees) for c in found] == [{"member_states"}, {"member_states"}]


def test_a_closing_remark_is_no_part_of_the_action() -> None:
    """A closing participle without a duty is left out of the action."""
    assert asked("Encourages States to oil hinges, noting that rust is patient;") == [
        ("encourages", "encouraged", "oil hinges")
    ]


def test_the_same_noun_is_no_verb() -> None:
    """The words "requests" and "demands" as nouns do not split a paragraph."""
    assert len(asked("Urges States to answer letters, requests for seed and demands of growers;")) == 1


def test_lettered_items_inherit_their_chapeau() -> None:
    """Items in the infinitive take verb, force and bearers of the chapeau, which makes no clause itself."""
    document = resolution(
        "Decides that all States shall:\n\n    (a) Lock vaults;\n\n    (b) Refrain from selling keys;"
    )
    assert short(document) == [
        ("1(a).1", "decides", "binding", "Lock vaults"),
        ("1(b).1", "decides", "binding", "Refrain from selling keys"),
    ]
    assert [clause.prohibition for clause in read_clauses(document)] == [False, True]


def test_items_that_list_means_belong_to_their_chapeau() -> None:
    """A list of means or topics is part of one clause that spans it."""
    document = resolution(
        "Urges States to guard vaults, including by:\n\n    (a) buying locks;\n\n    (b) paying guards;"
    )
    assert [clause[0] for clause in short(document)] == ["1.1"]
    assert short(document)[0][3].endswith("paying guards")


def test_an_item_may_open_with_a_verb_of_its_own() -> None:
    """An item that opens with an operative verb does not inherit."""
    document = resolution(
        "Having met the growers:\n\n    (a) Urges States to pay them;\n\n    (b) Thanks UNODC;"
    )
    assert [(c[0], c[1]) for c in short(document)] == [("1(a).1", "urges"), ("1(b).1", "thanks")]


def test_an_item_may_go_on_from_decides_that() -> None:
    """After "Decides that:" each item brings its own subject."""
    document = resolution(
        "Decides that:\n\n    (a) All States shall lock vaults;\n\n    (b) The Committee shall keep the keys;"
    )
    assert [(c[0], c[2], c[3]) for c in short(document)] == [
        ("1(a).1", "binding", "lock vaults"),
        ("1(b).1", "binding", "keep the keys"),
    ]


def test_a_saving_clause_asks_nothing() -> None:
    """What a provision shall not affect is saved, not asked."""
    found = read_clauses(treaty("Nothing in this article shall affect the rights of growers."))
    assert [clause.force for clause in found] == ["none"]


@pytest.mark.parametrize(
    ("words", "force"),
    [
        ("Each State Party shall guard its vaults.", "binding"),
        ("Each State Party shall consider guarding its vaults.", "consider"),
        ("Each State Party shall endeavour to guard its vaults.", "recommended"),
        ("A State Party may guard its vaults.", "none"),
        ("States Parties may not sell keys on the ground of want.", "binding"),
        ("A State Party in whose territory a vault is found shall guard it.", "binding"),
        ("This Convention shall not apply where the vault is empty.", "none"),
        ("For the purposes of this Convention, “vault” shall mean a dry place.", "none"),
    ],
)
def test_treaty_language(words: str, force: str) -> None:
    """The modal of a treaty decides, and what a treaty says of itself asks nothing of its parties."""
    found = read_clauses(treaty(words, "Each State Party shall report.", "Each State Party shall meet."))
    assert found[0].force == force


def test_guiding_principles() -> None:
    """In guiding principles an item is recommended, or to be considered, as chapeau and item say."""
    text = (
        "Notes on seed\n\nGuiding Principle 1\n\nIn guarding vaults, Member States should:\n\n"
        "- (a) Buy locks;\n- (b) Consider hiring guards. Keys should be numbered.\n\n"
        "Guiding Principle 2\n\nStates should consider:\n\n- (a) Drying seed;\n"
    )
    assert short(Document("principles.txt", text)) == [
        ("1(a).1", "should", "recommended", "Buy locks"),
        ("1(b).1", "should consider", "consider", "hiring guards"),
        ("1(b).2", "should", "recommended", "be numbered"),
        ("2(a).1", "should consider", "consider", "Drying seed"),
    ]


def test_promises() -> None:
    """What States resolve is recommended; what they encourage others to do is encouraged."""
    text = (
        "45/999. Seed\n\nThe General Assembly,\n\nRecalling "
        "nothing,\n\n1. Adopts the plan annexed;\n\nAnnex\n\n"
        "We, the States, resolve:\n\n1. To lock vaults;\n\n2. To encourage "
        "UNODC to number keys. We will also dry seed;\n"
    )
    found = [c for c in read_clauses(Document("A_RES_45_999.txt", text)) if c.paragraph.startswith("annex")]
    assert [(c.paragraph, c.verb, c.force.value, c.action) for c in found] == [
        ("annex 1", "resolves", "recommended", "lock vaults"),
        ("annex 2", "encourages", "encouraged", "number keys"),
        ("annex 2", "will", "recommended", "dry seed"),
    ]


def test_a_reader_is_told_what_the_confidence_rests_on() -> None:
    """A clause with an implied bearer carries a signal that says so, and a confidence below 1."""
    (clause,) = read_clauses(resolution("Stresses that small vaults should be guarded;"))
    assert [signal.name for signal in clause.signals] == ["implied_bearer"]
    assert clause.confidence == pytest.approx(0.8)


def test_two_verbs_may_share_one_action() -> None:
    """Where one verb has its bearer alone and the next has the action, both ask for that action."""
    words = "Requests the Secretary-General and invites Member States to print the list;"
    assert asked(words) == [
        ("requests", "encouraged", "print the list"),
        ("invites", "encouraged", "print the list"),
    ]
    assert bearers(words) == [{"secretary_general"}, {"member_states"}]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "Decides to hold an inquiry, and that all States shall, on finding stolen seed, seize it;",
            [("decides", "none", "hold an inquiry"), ("decides", "binding", "seize it")],
        ),
        (
            "Decides that the ban shall not apply to seed for hospitals;",
            [("decides", "none", "apply to seed for hospitals")],
        ),
        (
            "Decides that the freeze shall not prevent a farmer from paying wages;",
            [("decides", "none", "prevent a farmer from paying wages")],
        ),
        (
            "Underscores the need to ensure that Member States are ready to plant;",
            [("underscores", "recommended", "ensure that Member States are ready to plant")],
        ),
        (
            "Stresses the responsibility of States to guard barns;",
            [("stresses", "recommended", "guard barns")],
        ),
        (
            "Recalls that States bear the primary responsibility to guard barns, as international law asks;",
            [("recalls", "binding", "guard barns, as international law asks")],
        ),
        ("~— Requests all States to count seed;", [("requests", "called_upon", "count seed")]),
    ],
)
def test_exemptions_responsibilities_and_decisions_beside_a_decision(
    words: str, found: list[tuple[str, str, str]]
) -> None:
    """What measures leave free asks nothing; a decision or a responsibility beside it is read on its own."""
    assert asked(words) == found


def test_a_list_of_exemptions_asks_nothing() -> None:
    """The items under "shall not apply to" are no duties."""
    words = (
        "Decides that this measure shall not apply to:\n\n(a) Seed for hospitals;\n\n(b) Seed for schools;"
    )
    assert {force for _, force, _ in asked(words)} == {"none"}


@pytest.mark.parametrize(
    ("words", "force"),
    [
        (
            "Each State Party shall, as appropriate and in accordance with its law, endeavour to dry seed.",
            "recommended",
        ),
        ("States Parties are called upon to dry seed.", "called_upon"),
        ("Such contribution shall be intentional.", "none"),
        ("For the purpose of this article, each State Party shall dry seed.", "binding"),
    ],
)
def test_what_a_treaty_asks_in_other_forms(words: str, force: str) -> None:
    """Parties are asked, or not, in forms other than a plain "shall"."""
    (clause,) = read_clauses(treaty(words))
    assert clause.force == force


def test_a_relative_that_goes_on_with_a_duty_has_its_own_bearer() -> None:
    """Who is named last before "who shall" bears what follows."""
    words = "Decides that States shall send lists to the Secretary-General, who shall publish them;"
    assert bearers(words) == [{"member_states"}, {"secretary_general"}]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Encourages competent national authorities to dry seed;", "other"),
        ("Encourages increased regional cooperation;", "member_states"),
        ("Demands an immediate end to the violence;", "all_parties"),
    ],
)
def test_who_is_meant_where_no_listed_bearer_is_named(words: str, who: str) -> None:
    """Organs of a State stand for themselves; States cooperate, and those who fight are to stop."""
    assert bearers(words) == [{who}]
