"""Wordings that a third reading of resolutions brought up, each on a sentence of our own."""

import pytest

from obligraph.extract.document import Document
from tests.extract.reading_help import asked, bearers, resolution, short


@pytest.mark.parametrize(
    ("words", "actions"),
    [
        (
            "Decides that Utopia shall dry seed; likewise keepers shall count seed;",
            ["dry seed", "count seed"],
        ),
        (
            "Decides that Utopia shall dry seed; in a barn which holds both, the roof shall keep out rain;",
            ["dry seed", "keep out rain"],
        ),
        ("Decides that all States shall dry seed, and Utopia must count it;", ["dry seed", "count it"]),
        (
            "Decides that the Panel of Experts shall dry seed, that thereafter the Committee shall count it, "
            "and that Utopia shall keep it;",
            ["dry seed", "count it", "keep it"],
        ),
        (
            "Decides that Utopia shall dry seed in a safe, quick way, shall count seed, and shall keep it;",
            ["dry seed in a safe, quick way", "count seed", "keep it"],
        ),
        (
            "Decides that States, when writing to the Committee for the list of barns shall dry seed;",
            ["dry seed"],
        ),
        ("Decides that the State, acting alone, who finds such seed shall count it;", ["count it"]),
        (
            "Decides that all States shall, on finding seed in paragraph 3 of resolution 9870 (2029), "
            "paragraphs 4 and 5 of resolution 9871 (2029), and paragraph 6 of resolution 9872, dry it;",
            ["dry it"],
        ),
        ("Decides that the Committee shall fully and promptly dry seed;", ["fully and promptly dry seed"]),
        (
            "Decides that the Panel of Experts shall dry seed, and that, for that purpose, two meetings of a "
            "week each, the first of them in the spring, shall be held by the Committee;",
            ["dry seed", "be held by the Committee"],
        ),
    ],
)
def test_each_duty_of_a_long_decision_is_found(words: str, actions: list[str]) -> None:
    """A new subject, a further "that" or a further "shall" opens a clause of its own."""
    assert [action for _, force, action in asked(words) if force != "none"] == actions


@pytest.mark.parametrize(
    "words",
    [
        "Decides that the Mission shall continue to comprise forty keepers;",
        "Decides that the closing of the barn shall begin on 1 May 2031;",
        "Decides that such delay shall be considered as a breach of the plan;",
        "Decides that a request without an answer shall be deemed to have been refused;",
    ],
)
def test_how_a_body_is_made_up_and_what_counts_as_what_asks_nothing(words: str) -> None:
    """Housekeeping and fictions of law are acts of the Council itself."""
    assert {force for _, force, _ in asked(words)} == {"none"}


def test_a_remark_of_the_body_ends_what_was_asked_before_it() -> None:
    """Positive note that is taken and a call that is renewed stand for themselves within a paragraph."""
    found = asked(
        "Calls upon all States to dry seed, takes positive note of the count of barns, and renews its call "
        "upon Utopia to keep seed;"
    )
    assert found == [
        ("calls upon", "called_upon", "dry seed"),
        ("takes note", "none", "the count of barns"),
        ("renews", "called_upon", "keep seed"),
    ]


def test_what_should_be_considered_to_reach_an_end_is_left_to_judgement() -> None:
    """What should be considered to keep seed asks for judgement; to be seed says what counts as seed."""
    assert [
        force for _, force, _ in asked("Stresses that special rules should be considered to keep seed;")
    ] == ["consider"]
    assert [force for _, force, _ in asked("Stresses that grain should be considered to be seed;")] == [
        "none"
    ]


def test_items_that_open_with_a_small_operative_verb_speak_for_themselves() -> None:
    """An item may open with "requests" or "encourages" in small letters."""
    found = short(
        resolution(
            "Decides that the Panel of Experts shall dry seed, and in that regard:\n\n"
            "(a) requests the Secretary-General to count seed; and further encourages States to keep it;\n\n"
            "(b) invites the Committee to name barns;"
        )
    )
    assert found == [
        ("1.1", "decides", "binding", "dry seed"),
        ("1(a).1", "requests", "encouraged", "count seed"),
        ("1(a).2", "encourages", "encouraged", "keep it"),
        ("1(b).1", "invites", "encouraged", "name barns"),
    ]


def test_items_that_open_with_a_noun_are_what_their_chapeau_speaks_of() -> None:
    """Requests and demands for something are things, although their forms are those of verbs."""
    found = short(
        resolution("Calls upon States to answer letters such as:\n\n(a) requests for seed;\n\n(b) demands;")
    )
    assert [(where, verb) for where, verb, _, _ in found] == [("1.1", "calls upon")]


def test_what_an_item_of_a_mandate_requests_is_found() -> None:
    """A list of tasks asks nothing; a request inside one of its items does."""
    found = short(
        resolution(
            "Decides that the mandate of the Mission shall include the following tasks:\n\n"
            "(a) Drying of seed;\n\n"
            "(b) Keeping of barns, and requests the Secretary-General to count them;"
        )
    )
    assert [one[:3] for one in found if one[2] != "none"] == [("1(b).1", "requests", "encouraged")]


def test_a_list_belongs_to_the_clause_that_announces_it() -> None:
    """A list behind "the following tasks" is not that of a later clause of its chapeau."""
    found = short(
        resolution(
            "Decides that the mandate of the Mission shall include the following tasks, and that these tasks "
            "should be met with care:\n\n(a) Drying of seed;\n\n(b) Keeping of barns;"
        )
    )
    assert [(force, action[-15:]) for _, _, force, action in found] == [
        ("none", "eeping of barns"),
        ("recommended", "e met with care"),
    ]


def test_items_that_begin_with_that_go_on_from_the_decision() -> None:
    """Under "Decides, in view of the drought," an item "(b) that all States shall" decides, too."""
    found = short(
        resolution(
            "Decides, in view of the drought,\n\n(a) to found a Board of keepers;\n\n"
            "(b) that all States shall dry seed;\n\n(c) that these measures shall not apply to grain;"
        )
    )
    assert [one[2:] for one in found] == [
        ("none", "found a Board of keepers"),
        ("binding", "dry seed"),
        ("none", "apply to grain"),
    ]


def test_a_call_made_in_an_earlier_resolution_names_whom_it_calls() -> None:
    """The place of the call may stand between the call and those who are called upon."""
    words = "Reiterates its call in resolution 9870 (2029) for Member States to dry seed;"
    assert asked(words) == [("reiterates", "called_upon", "dry seed")]
    assert bearers(words) == [{"member_states"}]


@pytest.mark.parametrize(
    ("words", "actions"),
    [
        (
            "Demands that all forms of theft cease at once and that armed groups lay down their arms;",
            ["all forms of theft cease at once", "lay down their arms"],
        ),
        (
            "Demands that the parties dry seed, and further that they immediately and fully keep it;",
            ["dry seed", "immediately and fully keep it"],
        ),
        ("Demands that the UTO not conduct any sowing;", ["not conduct any sowing"]),
        (
            "Demands that the United Republic of Utopia immediately and fully disband its guard;",
            ["immediately and fully disband its guard"],
        ),
        (
            "Requests that Member States and relevant keepers and guilds encourage those who sow;",
            ["encourage those who sow"],
        ),
        (
            "Requests that the Secretary-General and Head of the Barn promote, support and keep barns;",
            ["promote, support and keep barns"],
        ),
        (
            "Demands that the parties ensure that seed is dry and that all barns are locked;",
            ["ensure that seed is dry and that all barns are locked"],
        ),
        (
            "Requests that the list be kept and that all barns are known;",
            ["be kept and that all barns are known"],
        ),
    ],
)
def test_clauses_without_a_modal_behind_that_are_told_apart(words: str, actions: list[str]) -> None:
    """A further "that" with a subject of its own asks for more, but not behind what is to be ensured."""
    assert [action for _, force, action in asked(words) if force != "none"] == actions


@pytest.mark.parametrize(
    ("words", "actions"),
    [
        (
            "Calls upon States to dry seed, and upon all regional organizations to count it;",
            ["dry seed", "count it"],
        ),
        (
            "Calls upon States to dry seed, and upon request to count it;",
            ["dry seed, and upon request to count it"],
        ),
        ("Encourages States to act and on the Committee to rest;", ["act and on the Committee to rest"]),
        (
            "Calls for the drying of seed by some keepers and for other armed groups to give it back;",
            ["the drying of seed by some keepers", "give it back"],
        ),
        (
            "Calls for joint operations by the guard and the Mission, with care, to keep seed;",
            ["joint operations by the guard and the Mission, with care, to keep seed"],
        ),
    ],
)
def test_a_further_addressee_of_the_same_call_is_asked_apart(words: str, actions: list[str]) -> None:
    """Behind "and upon" and "and for" somebody else is asked for something else."""
    assert [action for _, _, action in asked(words)] == actions


def test_an_item_in_the_line_of_its_number_is_an_item() -> None:
    """Behind "1. (a)" the first item begins at once."""
    document = resolution("(a) Requests States to dry seed;\n\n(b) Urges keepers to count it;")
    assert [one[:3] for one in short(document)] == [
        ("1(a).1", "requests", "called_upon"),
        ("1(b).1", "urges", "called_upon"),
    ]


@pytest.mark.parametrize(
    "items",
    [
        "a. dry seed;\n\nb. count it; and\n\nc. keep it;",
        "a. dry seed; b. count it; and c. keep it;",
        "i. dry seed;\n\nii. count it; and\n\niii. keep it;",
        "i. dry seed; ii. count it; and iii. keep it;",
    ],
)
def test_items_may_bear_letters_with_points(items: str) -> None:
    """Letters and roman numbers with points mark items, on lines of their own or in one line."""
    found = short(resolution(f"Calls upon Member States to: {items}"))
    assert [(force, action) for _, _, force, action in found] == [
        ("called_upon", "dry seed"),
        ("called_upon", "count it"),
        ("called_upon", "keep it"),
    ]
    assert found[1][0] in {"1(b).1", "1(ii).1"}


def test_items_without_a_colon_are_items_where_verbs_follow_their_letters() -> None:
    """Behind "to" letters open items if a verb follows; topics with letters belong to their clause."""
    found = short(resolution("Calls upon Member States to (a) keep seed; and (b) share it;"))
    assert [(where, action) for where, _, _, action in found] == [
        ("1(a).1", "keep seed"),
        ("1(b).1", "share it"),
    ]
    found = short(resolution("Calls upon Member States to count (a) seed, (b) grain;"))
    assert [(where, action) for where, _, _, action in found] == [("1.1", "count (a) seed, (b) grain")]


def test_a_letter_before_a_heading_opens_no_item() -> None:
    """In an annex a short line with a letter behind a closed paragraph is a heading."""
    document = resolution(
        "Adopts the plan in the annex;\n\nAnnex\n\nPlan for barns\n\n1. Keepers should dry seed.\n\n"
        "(a) Counting of seed\n\n2. Keepers should count seed."
    )
    assert [one[3] for one in short(document) if one[2] != "none"] == ["dry seed", "count seed"]


SECOND = (
    "\n\nAdopted at the 12th meeting.\n\nResolution 9903 (2031)\n\nThe Security Council,\n\nNoting seed,\n\n"
)


def test_another_resolution_behind_the_last_paragraph_is_not_read() -> None:
    """Some copies hold the next resolution, too; its paragraphs are none of this one."""
    document = resolution(f"Urges States to dry seed.{SECOND}1. Demands that States count it;")
    assert [one[0] for one in short(document)] == ["1.1"]


def test_the_end_of_an_earlier_resolution_is_left_out() -> None:
    """Where a copy begins with another resolution the one that its symbol names is read."""
    before = (
        "Resolution 9901 (2031)\n\nThe Security Council,\n\nNoting seed,\n\n1. Urges States to dry seed.\n\n"
    )
    document = Document(
        "S_RES_9902.txt", f"{before}Resolution 9902 (2031)\n\n{AGAIN}1. Urges States to keep it;\n"
    )
    assert [one[3] for one in short(document)] == ["keep it"]


AGAIN = "The Security Council,\n\nNoting grain,\n\n"


def test_the_parts_of_a_resolution_have_numbers_of_their_own() -> None:
    """A letter alone before the formula heads a part, whose paragraphs are numbered anew."""
    document = resolution(f"Urges States to dry seed.\n\nB\n\n{AGAIN}1. States should keep seed.")
    assert [(one[0], one[3]) for one in short(document)] == [("1.1", "dry seed"), ("part B 1.1", "keep seed")]


def test_a_sentence_that_opens_with_its_aim_is_no_item_of_what_stands_before_it() -> None:
    """A sentence with "To keep seed dry" before "States should" has a subject and a modal of its own."""
    document = resolution(
        "Adopts the plan in the annex;\n\nAnnex\n\nPlan\n\nKeepers should do what follows in each barn of "
        "theirs every day:\n\n1. To keep seed dry, all keepers should lock their barns."
    )
    assert short(document)[-1][3] == "lock their barns"


def test_an_item_that_only_remarks_hands_its_list_on() -> None:
    """A list under "(b) recalling resolution 9870 (2029):" goes on from the chapeau of the item."""
    found = short(
        resolution(
            "Encourages States to:\n\n(a) count seed;\n\n(b) recalling resolution 9870 (2029):\n\n"
            "(i) keep barns;\n\n(ii) lock barns;"
        )
    )
    assert [(force, action) for _, _, force, action in found] == [
        ("encouraged", "count seed"),
        ("encouraged", "keep barns"),
        ("encouraged", "lock barns"),
    ]


def test_states_that_do_something_by_a_decision_are_bound_without_a_modal() -> None:
    """A decision "that States receiving word take care" binds them as "shall" would."""
    words = "Decides that States receiving such word take care of seed;"
    assert asked(words) == [("decides", "binding", "take care of seed")]
    assert bearers(words) == [{"member_states"}]


def test_how_a_team_operates_is_a_duty_but_not_as_what() -> None:
    """A team that shall operate with respect owes it; that it operates as an office is housekeeping."""
    assert asked("Underscores that the Team shall operate with full respect for law;")[0][1] == "binding"
    assert asked("Decides that the Mission shall operate as an office of the Council;")[0][1] == "none"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Demands that both Governments should dry seed;", [("demands", "binding", "dry seed")]),
        (
            "Highly commends the Force and urges it to rest;",
            [("commends", "none", "the Force"), ("urges", "called_upon", "rest")],
        ),
        (
            "Reiterates that the Mission must be enabled to keep seed and that it must enjoy rest;",
            [("reiterates", "binding", "be enabled to keep seed"), ("reiterates", "binding", "enjoy rest")],
        ),
    ],
)
def test_older_resolutions_are_read_like_newer_ones(words: str, found: list[tuple[str, str, str]]) -> None:
    """A demand stays one with "should"; "highly" is an adverb; "it" is whom the clause before named."""
    assert asked(words) == found


def test_an_item_in_the_imperative_under_a_request_is_asked_of_whom_the_request_names() -> None:
    """Under "requests the Secretary-General to" an item "Encourage States to" is his to do."""
    document = resolution(
        "Requests the Secretary-General to:\n\n(a) Encourage the Mission to rest;\n\n(b) Keep seed;"
    )
    assert [one[1:] for one in short(document)] == [
        ("requests", "encouraged", "Encourage the Mission to rest"),
        ("requests", "encouraged", "Keep seed"),
    ]
