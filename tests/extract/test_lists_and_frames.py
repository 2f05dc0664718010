"""Lists that are one act, and decisions, demands and calls in less usual frames, each on words of our own."""

import pytest

from tests.extract.reading_help import asked, bearers, read_clauses, resolution, short


def norms(words: str) -> list[tuple[str, str, str]]:
    """What one paragraph asks: provision, force and action of each clause that asks something."""
    return [
        (c.paragraph, c.force.value, c.action) for c in read_clauses(resolution(words)) if c.force != "none"
    ]


ITEMS = "\n\n(a) Prevent the loss of seed;\n\n(b) Help keepers of barns;"


@pytest.mark.parametrize(
    "chapeau",
    [
        "Requests the Secretary-General to create, in consultation with the Committee, a group of keepers to "
        "carry out the following tasks:",
        "Decides that the Committee shall continue its work with keepers, in the following priority areas:",
        "Decides that the Committee shall go on with its work, with a focus on the priorities set out below:",
        "Decides that the Committee shall go on with its work, with a special focus on the following tasks:",
        "Requests the Secretary-General to propose a plan, taking into account the following tasks:",
        "Directs the Committee to hold a fair each year, for keepers and clerks, to:",
        "Decides that the Committee shall draft a report that will:",
        "Decides that the Committee shall draft a letter that will exclusively:",
    ],
)
def test_a_list_that_belongs_to_one_act(chapeau: str) -> None:
    """Topics, aims, tasks of a body to be created and what a thing holds are one norm with their act."""
    found = norms(chapeau + ITEMS)
    assert [paragraph for paragraph, _, _ in found] == ["1"]
    assert found[0][2].endswith("Help keepers of barns")


def test_things_under_to() -> None:
    """A chapeau that ends in "to" before things, not acts, holds the act itself."""
    words = (
        "Requests the Mission to give heed to:\n\n(a) the barns of the north; and\n\n(b) drying seed in time;"
    )
    assert norms(words) == [
        ("1", "binding", "give heed to: (a) the barns of the north; and (b) drying seed in time")
    ]


def test_acts_below_a_chapeau_without_an_act_stay_norms_of_their_own() -> None:
    """Under "shall:" and "the following steps:" each item is a norm."""
    for chapeau in ("Decides that all States shall:", "Calls upon States to take the following steps:"):
        assert [paragraph for paragraph, _, _ in norms(chapeau + ITEMS)] == ["1(a)", "1(b)"]


def test_the_items_of_what_shall_not_apply_ask_nothing() -> None:
    """An exemption spread over a list is none, as it is in one sentence."""
    assert norms("Reaffirms that the ban shall not apply to:\n\n(a) Supplies of seed;\n\n(b) Doors;") == []


def test_conditions_in_a_list_ask_nothing() -> None:
    """What stands below "provided that" limits what is decided, though it says shall."""
    words = (
        "Decides that the freeze does not apply to seed, provided that:\n\n"
        "(a) A State has told the Committee;\n\n(b) Such seed shall not be sold;"
    )
    assert norms(words) == []


def test_items_with_a_subject_of_their_own_behind_as_follows() -> None:
    """A decision "as follows" goes on in each item that is a sentence."""
    words = "Decides to change the measures as follows:\n\n(a) Barns shall remain locked by all States;"
    assert norms(words) == [("1(a)", "binding", "remain locked by all States")]


def test_an_item_that_opens_with_should() -> None:
    """Items may bring a modal of their own, should as well as shall."""
    words = "During the count, the Team:\n\n(a) Should meet keepers;\n\n(b) Shall count seed;"
    assert norms(words) == [("1(a)", "recommended", "meet keepers"), ("1(b)", "binding", "count seed")]


def test_items_of_an_unnumbered_paragraph_in_an_annex() -> None:
    """A list below a paragraph of an annex that bears no number is read, each item with its bearer."""
    words = (
        "Decides to remain seized of the matter.\n\nAnnex I\n\n"
        "In accordance with paragraph 9, the Monitoring Team shall work under the Committee and shall have "
        "the following responsibilities:\n\n(a) To report on seed to the Committee;\n\n(b) To help keepers;"
    )
    found = [row for row in short(resolution(words)) if row[2] != "none"]
    assert [(label, force) for label, _, force, _ in found] == [
        ("annex I text 1.1", "binding"),
        ("annex I(a).1", "binding"),
        ("annex I(b).1", "binding"),
    ]
    assert found[1][3] == "report on seed to the Committee"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Decides the Committee will meet in May;", ("decides", "binding", "meet in May")),
        (
            "Decides that the Government of Vaultland has the primary responsibility to count its seed;",
            ("decides", "binding", "count its seed"),
        ),
        (
            "Decides that the provisions of paragraph 9 shall apply to keepers;",
            ("decides", "binding", "apply to keepers"),
        ),
        (
            "Decides that barn doors other than those of keepers shall not be sold by States;",
            ("decides", "binding", "be sold by States"),
        ),
        ("Recalls its decision that all States freeze seed;", ("recalls", "binding", "freeze seed")),
        (
            "Recalls its decision that States receiving such word take steps;",
            ("recalls", "binding", "take steps"),
        ),
        ("Demands Vaultland immediately cease selling seed;", ("demands", "binding", "cease selling seed")),
        (
            "Demands that Redland, Blueland and all other keepers ensure safe roads;",
            ("demands", "binding", "ensure safe roads"),
        ),
        (
            "Requests that the Committee be prepared to count seed;",
            ("requests", "binding", "be prepared to count seed"),
        ),
        ("Addresses an urgent appeal to the parties to dry seed;", ("urges", "called_upon", "dry seed")),
        ("Reiterates it request to the Panel to count seed;", ("reiterates", "binding", "count seed")),
        (
            "Requests States, in order for barns to hold, to lock them;",
            ("requests", "called_upon", "lock them"),
        ),
        (
            "Urges keepers, when freeing seed that is said to have gone bad, to burn it;",
            ("urges", "called_upon", "burn it"),
        ),
        (
            "Calls for the safe resupply of barns, to ensure dry seed;",
            ("calls for", "called_upon", "the safe resupply of barns, to ensure dry seed"),
        ),
        (
            "Encourages seed sharing, where appropriate, between keepers, when weighing means to dry it;",
            (
                "encourages",
                "encouraged",
                "seed sharing, where appropriate, between keepers, when weighing means to dry it",
            ),
        ),
        (
            "Underlines the need for dry barns, and for the Government of Vaultland to lock them;",
            ("underlines", "recommended", "lock them"),
        ),
        ("Reaffirms states’ obligation to dry seed;", ("reaffirms", "binding", "dry seed")),
        (
            "Reiterates that the missions that keepers lead will comply with the rules of the barn;",
            ("reiterates", "none", "the missions that keepers lead will comply with the rules of the barn"),
        ),
        (
            "Recognizes that consideration should be given to dry barns;",
            ("recognizes", "consider", "be given to dry barns"),
        ),
        (
            "Confirms that those who steal seed or hide it must be held strictly accountable;",
            ("confirms", "binding", "those who steal seed or hide it must be held strictly accountable"),
        ),
    ],
)
def test_one_duty_in_a_rare_frame(words: str, found: tuple[str, str, str]) -> None:
    """Each frame gives one clause that begins with what is to be done."""
    (verb, force, action), *more = asked(words)
    assert not more
    assert (verb, force) == found[:2]
    assert action.removeprefix("immediately ") == found[2]


@pytest.mark.parametrize(
    "words",
    [
        "Decides that the Mission will initially comprise up to 90 keepers;",
        "Decides that the handover will take place on 3 May 2031;",
        "Decides that a barn shall be defined as a house for seed;",
        "Decides that the two barns shall no longer be subject to the freeze;",
        "Decides that the African Union shall be authorized to take all steps;",
        "Affirms its determination to ensure that seed shall be dried;",
        "Recognizes the legitimate need of keepers to have dry barns;",
        "Underlines that the count should be viewed as a first step;",
        "Recalls its request in paragraph 9;",
        "Stresses that dry barns should be the hallmark of a good harvest;",
        "Decides that, within 30 days of such word, it shall vote on the seed;",
        "Underlines that the measures on seed no longer apply to keepers;",
    ],
)
def test_what_asks_nobody_for_anything(words: str) -> None:
    """Sizes, days, definitions, permissions and resolve are no duties, though they say shall or will."""
    assert {force for _, force, _ in asked(words)} == {"none"}


@pytest.mark.parametrize(
    ("words", "actions"),
    [
        (
            "Reiterates its demand for dry seed and its call for States to help keepers;",
            ["dry seed", "help keepers"],
        ),
        ("Requests keepers to dry seed, and for donors to pay for barns;", ["dry seed", "pay for barns"]),
        (
            "Urges keepers to count seed, and requires Vaultland to report on it;",
            ["count seed", "report on it"],
        ),
        ("Urges keepers to dry seed, and Calls for help for them;", ["dry seed", "help for them"]),
        (
            "Urges keepers to dry seed, and in the event of rain, requests the Panel to lock barns;",
            ["dry seed", "lock barns"],
        ),
        ("Urges keepers to dry seed, and remains convinced of the value of barns;", ["dry seed"]),
        ("Urges keepers to dry seed, and stands ready to weigh new steps;", ["dry seed"]),
        ("Urges keepers to dry seed, while recognizing that barns are few;", ["dry seed"]),
        (
            "Demands that the parties ensure safe roads; the Force shall lock the barns by May;",
            ["ensure safe roads", "lock the barns by May"],
        ),
    ],
)
def test_where_one_clause_ends_and_the_next_begins(words: str, actions: list[str]) -> None:
    """A further call, condition, remark or sentence ends what was asked before it."""
    assert [action for _, force, action in asked(words) if force != "none"] == actions


def test_a_safeguard_behind_while_stays_in_what_is_asked() -> None:
    """What is to be respected meanwhile is part of the duty."""
    words = "Urges States to count seed, while respecting the privacy of keepers;"
    assert asked(words) == [("urges", "called_upon", "count seed, while respecting the privacy of keepers")]


def test_a_modal_is_a_whole_word() -> None:
    """Words that begin like a modal are none."""
    words = "Decides to remain seized.\n\nAnnex A\n\n2. Barns, among them shoulder high and shallow ones;"
    assert {c.force.value for c in read_clauses(resolution(words))} == {"none"}


def test_sharing_of_work_called_joint_action() -> None:
    """Joint action of named bodies that is needed is asked of both."""
    words = (
        "Emphasizes the need for joint action between the United Nations and the African Union to dry seed;"
    )
    assert bearers(words) == [{"un_entities", "regional_orgs"}]


@pytest.mark.parametrize(
    ("words", "actions", "who"),
    [
        (
            "Requests that the Panel of Experts established in paragraph 9 (the “Panel”) report on seed;",
            ["report on seed"],
            [{"group_of_experts"}],
        ),
        (
            "Requests the Mission, in line with its mandate, support keepers to stop mice;",
            ["support keepers to stop mice"],
            [{"un_entities"}],
        ),
        (
            "Requests the Secretary-General prepare, with keepers, a plan for barns;",
            ["prepare, with keepers, a plan for barns"],
            [{"secretary_general"}],
        ),
        (
            "Stresses the responsibility of all States to end theft and their obligation to dry seed;",
            ["end theft", "dry seed"],
            [{"member_states"}, {"member_states"}],
        ),
        (
            "Urges States to dry seed, fully supports the Envoy in counting it and in helping to lock barns;",
            ["dry seed"],
            [{"member_states"}],
        ),
        ("Demands that the Seedlings turn over the thieves;", ["turn over the thieves"], [{"other"}]),
        ("It is recommended that States dry seed;", ["dry seed"], [{"member_states"}]),
        (
            "Invites the Secretary-General to dry seed, and relevant partners to help him;",
            ["dry seed", "help him"],
            [{"secretary_general"}, {"other"}],
        ),
    ],
)
def test_who_does_what_behind_a_bare_verb(words: str, actions: list[str], who: list[set[str]]) -> None:
    """A bearer is told from his act though no "to" stands between, and two from each other."""
    assert [action for _, force, action in asked(words) if force != "none"] == actions
    assert [found for found in bearers(words) if found][: len(who)] == who


def test_items_that_consider_under_a_recommendation() -> None:
    """Under "It is recommended that States:" an item to consider asks for consideration."""
    words = "It is recommended that States:\n\n(a) Consider locking barns;\n\n(b) Ensure dry seed;"
    assert norms(words) == [("1(a)", "consider", "locking barns"), ("1(b)", "recommended", "Ensure dry seed")]


def test_the_body_may_speak_behind_the_last_item_of_a_list() -> None:
    """A further call behind a list ends the norm that holds the list."""
    words = (
        "Requests the Panel to provide:\n\n(a) regular news of seed;\n\n(b) a last report by May; and "
        "further urges the Panel to seek views of keepers;"
    )
    assert [action for _, _, action in norms(words)] == [
        "provide: (a) regular news of seed; (b) a last report by May",
        "seek views of keepers",
    ]


def test_an_annex_in_which_a_body_decides() -> None:
    """An annexed decision speaks with operative verbs of its own, and its items inherit them."""
    words = (
        "Endorses the decision in the annex;\n\nAnnex I\n\n"
        "1. Decides that the Government of Vaultland shall:\n\n(a) Provide keys;\n\n"
        "(b) Cooperate with keepers;\n\n2. Requests for seed shall be written down."
    )
    found = [row for row in short(resolution(words)) if row[2] != "none"]
    assert [(label, force) for label, _, force, _ in found] == [
        ("annex I.1(a).1", "binding"),
        ("annex I.1(b).1", "binding"),
        ("annex I.2.1", "binding"),
    ]


def test_a_demand_not_to_act_forbids() -> None:
    """What is asked "not to" be done, or to be avoided, is a prohibition."""
    for words in (
        "Demands the parties not to sell seed;",
        "Stresses that waste of seed should be avoided by States;",
    ):
        assert [clause.prohibition for clause in read_clauses(resolution(words))] == [True]


def test_a_passive_that_is_complete_holds_its_list() -> None:
    """A chapeau that says by whom and where something is done is one norm with its list."""
    words = (
        "Decides that these tasks shall be carried out by the Mission within its means and its barns:\n\n"
        "(a) Prevent theft;\n\n(b) Help keepers;"
    )
    assert [paragraph for paragraph, _, _ in norms(words)] == ["1"]


@pytest.mark.parametrize(
    "words",
    [
        "Affirms that the objective of the count should be a full barn;",
        "Decides that the measures shall be subject to review by the Council;",
    ],
)
def test_aims_and_reviews_of_its_own_ask_nothing(words: str) -> None:
    """What a process is to lead to, and what the Council will look at again, is no duty."""
    assert norms(words) == []


@pytest.mark.parametrize("who", ["the security forces", "all stakeholders", "the two sides", "the leaders"])
def test_a_request_to_those_who_are_no_body_is_a_call(who: str) -> None:
    """Forces, factions and stakeholders are asked as States are: the request exhorts them."""
    assert [force for _, force, _ in asked(f"Requests {who} to dry seed;")] == ["called_upon"]
    assert [force for _, force, _ in asked("Requests relevant organizations to dry seed;")] == ["encouraged"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "Stresses the value of barns, and the need for States to dry seed;",
            [("stresses", "none"), ("stresses", "recommended")],
        ),
        ("Recalls that the Mission should dry seed;", [("recalls", "binding")]),
        ("Stresses that the Mission should dry seed;", [("stresses", "recommended")]),
        (
            "Urges stronger cooperation between the parties, and calling for the return of seed;",
            [("urges", "called_upon"), ("calls for", "called_upon")],
        ),
        (
            "Stresses the importance of consultation and cooperation between the United Nations and the "
            "African Union;",
            [("stresses", "none")],
        ),
    ],
)
def test_second_objects_and_recalled_advice(words: str, found: list[tuple[str, str]]) -> None:
    """What else a verb stresses is read, too; what a mission should do, once recalled, is owed."""
    assert [(verb, force) for verb, force, _ in asked(words)] == found


def test_a_will_that_is_a_noun() -> None:
    """The word between two nouns is no modal."""
    words = "Calls upon States to respect the rights, will and wishes of keepers;"
    assert asked(words) == [("calls upon", "called_upon", "respect the rights, will and wishes of keepers")]


@pytest.mark.parametrize(
    ("words", "force"),
    [
        ("Stresses that the barns must be open to all;", "recommended"),
        ("Stresses that States must respect the law of barns;", "binding"),
        ("Recalls that the barns must be open to all;", "binding"),
        ("Orders the parties to lock the barns;", "binding"),
        ("Reminds the Secretary-General of the need to dry seed;", "recommended"),
        ("Stresses the importance of the Peacebuilding Commission to fulfil its tasks;", "recommended"),
        ("Stresses the importance of access of help to keepers;", "none"),
        ("Notes the assessment of the Panel that States should dry seed;", "none"),
        ("Stresses the importance of closer cooperation between the Panel and the Mission;", "none"),
        (
            "Stresses the importance of closer cooperation between the Panel and the Mission in drying;",
            "recommended",
        ),
        ("Stresses the need for closer cooperation between the Panel and the Mission;", "none"),
    ],
)
def test_how_strong_the_less_usual_words_are(words: str, force: str) -> None:
    """A stressed must is owed where law is named; needs of somebody are advice, thoughts nothing."""
    assert [found for _, found, _ in asked(words)] == [force]


@pytest.mark.parametrize(
    ("words", "actions"),
    [
        (
            "Decides to send more keepers, and that the Mission shall, in addition to its work, lock barns;",
            ["lock barns"],
        ),
        (
            "Urges keepers to dry seed, and, with consent of Vaultland, calls upon the Panel to count it;",
            ["dry seed", "count it"],
        ),
        ("Calls upon keepers [to] dry seed in time;", ["dry seed in time"]),
        ("Urges keepers to dry seed, and keeps under review the sale of it;", ["dry seed"]),
    ],
)
def test_what_stands_between_a_verb_and_its_act(words: str, actions: list[str]) -> None:
    """Adverbials and brackets before an act are passed over, and belong to the verb that follows them."""
    assert [action for _, force, action in asked(words) if force != "none"] == actions


def test_words_behind_a_list_belong_to_its_paragraph() -> None:
    """A line of its own behind the last item bears the number of the paragraph."""
    items = "(a) seed;\n\n(b) barns;\n\nand requests the Committee to read it;"
    words = f"Requests the Panel to report on:\n\n{items}"
    assert [paragraph for paragraph, _, _ in norms(words)] == ["1", "1"]


def test_a_need_for_what_somebody_does() -> None:
    """A need for a thing done by named bodies is advice to them."""
    words = "Emphasizes the need for full use of barns by States and the United Nations;"
    assert asked(words) == [
        ("emphasizes", "recommended", "full use of barns by States and the United Nations")
    ]
    assert bearers(words) == [{"member_states", "un_entities"}]


def test_items_that_go_on_from_a_relative_word() -> None:
    """Below "a plan that:" the items say what the plan is like."""
    words = "Decides that the Committee shall draft a plan that:\n\n(a) Offers help;\n\n(b) Is cheap;"
    assert [paragraph for paragraph, _, _ in norms(words)] == ["1"]


def test_a_class_of_bodies_named_anew_has_its_own_act() -> None:
    """What relevant partners are asked beside somebody else is a norm of theirs."""
    words = "Encourages Vaultland to ensure dry barns and relevant partners to support keepers;"
    assert [action for _, _, action in asked(words)] == ["ensure dry barns", "support keepers"]


@pytest.mark.parametrize(
    ("words", "force"),
    [
        ("Stresses that the prevention of theft remains a primary responsibility of States;", "recommended"),
        ("Recognizes that reform needs to be in keeping with seed;", "none"),
        ("Stresses the importance it attaches to the Mission drying seed;", "recommended"),
    ],
)
def test_whose_it_is_to_see_to_something(words: str, force: str) -> None:
    """A matter that is somebody's responsibility is advice to him; how things are seen asks nothing."""
    assert [found for _, found, _ in asked(words)] == [force]


def test_two_limbs_of_one_demand_on_the_same() -> None:
    """What a demand goes on to say of "it" is the same norm."""
    words = "Demands that Vaultland cease the sale of seed, and that it fully respect the law of barns;"
    assert len(asked(words)) == 1


def test_what_somebody_undertakes_is_for_him_to_see_to() -> None:
    """How actions undertaken by a body must be designed is asked of that body."""
    words = "Stresses that all actions undertaken by United Nations entities must be designed for keepers;"
    assert bearers(words) == [{"un_entities"}]
