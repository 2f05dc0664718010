"""Constructions that longer reading of instruments brought up, each on a sentence of our own."""

import pytest

from obligraph.extract.document import Document
from obligraph.extract.reading import read
from tests.extract.reading_help import asked, bearers, read_clauses, resolution, short, treaty


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Continues to urge all parties to dry seed;", ("urges", "called_upon", "dry seed")),
        ("Request the Secretary-General to dry seed;", ("requests", "encouraged", "dry seed")),
        ("Determines that both parties should dry seed;", ("determines", "recommended", "dry seed")),
        (
            "Affirms that field missions, where appropriate should dry seed;",
            ("affirms", "recommended", "dry seed"),
        ),
        (
            "Underscores that the staff of the barn, should protect seed;",
            ("underscores", "recommended", "protect seed"),
        ),
        ("Reiterates its demand that all parties dry seed;", ("reiterates", "binding", "dry seed")),
        (
            "Recalls its requests in its resolutions 9870 (2029) and 9871 (2029) that States dry seed;",
            ("recalls", "called_upon", "dry seed"),
        ),
        (
            "Recalls its resolution 9870 (2029) and its request to the Secretary-General to dry seed;",
            ("recalls", "encouraged", "dry seed"),
        ),
        (
            "Requests that, after a word with the Committee, the Panel of Experts dry seed;",
            ("requests", "binding", "dry seed"),
        ),
        ("Reaffirms the requirement that Member States dry seed;", ("reaffirms", "binding", "dry seed")),
        (
            "Emphasizes the responsibility of States to comply with their duties under law to dry seed;",
            ("emphasizes", "recommended", "comply with their duties under law to dry seed"),
        ),
        (
            "Reminds the keepers and the authorities of their primary responsibility to dry seed;",
            ("reminds", "recommended", "dry seed"),
        ),
        (
            "Reaffirms that the measures in paragraph 4 of resolution 9870 (2029) apply to dry seed;",
            ("reaffirms", "binding", "apply to dry seed"),
        ),
        (
            "Urges all parties to do their utmost to dry seed;",
            ("urges", "called_upon", "do their utmost to dry seed"),
        ),
        ("Encourages neighbouring states to dry seed;", ("encourages", "encouraged", "dry seed")),
        (
            "Calls upon countries with national action plans to publish a count of seed;",
            ("calls upon", "called_upon", "publish a count of seed"),
        ),
        (
            "Calls upon States that have not yet said what they intend to count to dry seed;",
            ("calls upon", "called_upon", "dry seed"),
        ),
        (
            "Recognizes that keepers are few and as such demands that they dry seed;",
            ("demands", "binding", "dry seed"),
        ),
        (
            "Stresses the urgency of and calls for an end to theft;",
            ("calls for", "called_upon", "an end to theft"),
        ),
        ("Decides all Member States shall dry seed;", ("decides", "binding", "dry seed")),
    ],
)
def test_one_thing_asked(words: str, found: tuple[str, str, str]) -> None:
    """Each wording asks one thing, with the verb, the force and the action given."""
    assert [clause for clause in asked(words) if clause[1] != "none"] == [found]


@pytest.mark.parametrize(
    "words",
    [
        "Stresses that the implementation of the count shall not prejudge or imply a decision;",
        "Acknowledges the recommendations of the keepers on how to dry seed;",
        "Notes the increased demands on UNOWAS;",
        "Decides that the mission’s authorized ceiling shall be reduced;",
        "Recalls that none of the costs of the count shall be borne by States;",
    ],
)
def test_nothing_asked(words: str) -> None:
    """Words that save, praise or keep house ask nothing."""
    assert [clause for clause in asked(words) if clause[1] != "none"] == []


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Demands that all parties and others concerned dry seed;", {"all_parties", "other"}),
        (
            "Requests that the Secretary-General and the Government of Vaultland dry seed;",
            {"secretary_general", "other"},
        ),
        ("Requests the Special Envoy to dry seed;", {"un_entities"}),
        ("Requests UNOWAS to dry seed;", {"un_entities"}),
        ("Urges national governments to dry seed;", {"member_states"}),
        ("Urges the Governments of Vaultland and Barnland to dry seed;", {"other"}),
        (
            "Encourages States, as well as relevant international bodies, to dry seed;",
            {"member_states", "other"},
        ),
        (
            "Encourages the CTC, with the support of CTED, as well as the UNOCT to dry seed;",
            {"ctc", "unoct"},
        ),
        ("Urges all relevant bodies within the United Nations system to dry seed;", {"un_entities"}),
        ("Requests that the seed be dried by UNODC;", {"unodc"}),
        ("Stresses that seed should be dried by the Secretary-General;", {"secretary_general"}),
        ("Underscores that the staff should be told by UNICEF;", {"un_entities"}),
        ("Underscores that UNMISS’s police component should dry seed;", {"un_entities"}),
        ("Demands unimpeded humanitarian access;", {"all_parties"}),
        ("Encourages regional land, air and maritime cooperation;", {"member_states"}),
        ("Requests the inclusion of a count in the book, in consultation with States;", {"other"}),
    ],
)
def test_who_is_asked(words: str, who: set[str]) -> None:
    """The bearers are those whom the words name, however they are joined."""
    assert bearers(words) == [who]


def test_what_was_asked_for_falls_on_whom_it_was_asked_of() -> None:
    """How a report should be is for those who were asked for it."""
    words = "Requests the Secretary-General to report, and underscores that such reporting should be short;"
    assert bearers(words) == [{"secretary_general"}, {"secretary_general"}]


def test_a_government_known_by_letters_counts_as_a_state() -> None:
    """A request to a Government exhorts it, also where it is named by letters."""
    assert asked("Requests the FGS to dry seed;") == [("requests", "called_upon", "dry seed")]


def test_a_decision_on_what_an_organ_should_do_is_binding() -> None:
    """A decision that a panel of its own should act binds the panel."""
    assert asked("Decides that the Panel of Experts should dry seed;") == [("decides", "binding", "dry seed")]


def test_items_with_verbs_of_their_own_are_clauses() -> None:
    """A list whose items open with operative verbs is no part of the words before it."""
    words = "Recognizing the worth of seed:\n\n(a) Urges States to dry seed;\n\n(b) Notes the count of seed;"
    assert [clause[:3] for clause in short(resolution(words)) if clause[2] != "none"] == [
        ("1(a).1", "urges", "called_upon")
    ]


def test_a_list_of_tasks_passes_over_a_remark() -> None:
    """A remark between a mandate and its list does not make duties of the tasks."""
    words = (
        "Decides that the mandate of the mission shall be as follows, and stresses that care shall be given "
        "priority:"
        "\n\n(a) Drying of seed;\n\n(b) Locks for barns;"
    )
    found = [(clause[2], clause[3]) for clause in short(resolution(words))]
    assert found == [
        ("none", "be as follows"),
        ("binding", "be given priority"),
    ]


def test_contents_of_a_thing_are_one_clause() -> None:
    """What a policy should include is one clause with all its items."""
    words = "Policies should include:\n\n(a) The drying of seed;\n\n(b) Locks for barns."
    (clause,) = [
        c
        for c in read_clauses(resolution(f"Stresses that {words[0].lower()}{words[1:]}"))
        if c.force != "none"
    ]
    assert clause.action.endswith("Locks for barns")


def test_an_item_with_a_point_in_a_treaty() -> None:
    """A letter with a point marks an item in a treaty, and only there."""
    words = "1. Each Party shall:\na. dry seed;\nb. lock barns."
    assert [c.paragraph for c in read_clauses(treaty(words))] == ["1(1)(a)", "1(1)(b)"]
    assert [c.paragraph for c in read_clauses(resolution("Urges States to plan,\na. well;"))] == ["1"]


def test_to_endeavour_and_to_consider() -> None:
    """To endeavour to do one thing and consider another is two clauses."""
    found = short(treaty("Each Party shall endeavour to dry seed and consider locking barns."))
    assert [(verb, force) for _, verb, force, _ in found] == [
        ("shall", "recommended"),
        ("shall consider", "consider"),
    ]


def test_a_condition_ahead_belongs_to_the_clause_behind_it() -> None:
    """A condition before the next verb ends the clause before it."""
    words = "Requires States to report, and, if theft is found, further requires them to tell the Panel;"
    assert [action for *_, action in asked(words)] == ["report", "tell the Panel"]


def test_a_numbered_heading_that_promises() -> None:
    """A heading such as "Action 1. We will ..." is a provision of its own."""
    text = (
        "Resolution adopted by the General Assembly\n\n99/1. Seed\n\nThe General Assembly,\n\nNoting it,\n\n"
        "1. We will dry seed.\n\nAction 1. We will lock barns\n\n2. We will count.\n"
    )
    assert [c.paragraph for c in read_clauses(Document("A_RES_99_1.txt", text))] == ["1", "action 1", "2"]


def test_what_follows_an_annex_under_a_formula_is_another_document() -> None:
    """A page that goes on with the next resolution behind an annex adds nothing to the annex."""
    text = (
        "99/2. Seed\n\nThe General Assembly,\n\nNoting seed,\n\n1. Adopts the rules;\n\n"
        "2. Urges States to count.\n\n"
        "ANNEX\n\nRules for barns\n\nI. LOCKS\n\n1. Barns should be locked.\n\n"
        "II. DRYING\n\n2. Seed should be dried.\n\n"
        "The General Assembly,\n\nNoting barns,\n\n1. Urges States to paint barns.\n"
    )
    found = [c.paragraph for c in read_clauses(Document("A_RES_99_2.txt", text))]
    assert found == ["1", "2", "annex 1", "annex 2"]


def test_must_outside_the_council() -> None:
    """What "must" be is recalled law where it is to obey the law, and else advice."""
    law = Document(
        "A_RES_99_3.txt", "99/3. Seed\n\nThe General Assembly,\n\n1. We must abide by international law.\n"
    )
    (clause,) = read_clauses(law)
    assert (clause.force, clause.restated) == ("binding", True)
    wise = Document(
        "A_RES_99_3.txt",
        "99/3. Seed\n\nThe General Assembly,\n\n1. Recognizes that seed must be dried;\n\n2. Notes it.\n",
    )
    assert [c.force.value for c in read_clauses(wise)] == ["recommended", "none"]


@pytest.mark.parametrize(
    ("words", "forbids"),
    [
        ("Urges States to dry seed and refrain from selling it;", True),
        ("Urges States to avoid selling seed;", True),
        ("Demands that all parties cease their attacks;", False),
        ("Urges States to prevent theft;", False),
    ],
)
def test_prohibition(words: str, forbids: bool) -> None:
    """A clause forbids where any of its limbs does; to end what goes on is an act."""
    assert [c.prohibition for c in read_clauses(resolution(words))] == [forbids]


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("Demands that the Keepers immediately cease all thefts;", "immediately cease all thefts"),
        ("Demands that the Government, per its word in the plan of 2030, take steps;", "take steps"),
        ("Demands that States receiving such news take measures;", "take measures"),
        ("Urges existing guards, where known, and in line with the plan, to lock barns;", "lock barns"),
        (
            "Calls upon all those involved in reform efforts to take account of seed, and to lock it;",
            "take account",
        ),
        ("Requests that the Clerk report to the Security Council on seed;", "report to"),
    ],
)
def test_where_an_action_begins(words: str, action: str) -> None:
    """An action begins at its own verb, whatever describes the bearer."""
    (found,) = asked(words)
    assert found[2].startswith(action)


def test_a_demand_beside_a_demand_for_a_thing() -> None:
    """A demand for a thing and a demand that somebody act are two clauses."""
    found = asked("Demands an end to theft and that all armed groups lock barns;")
    assert [action for *_, action in found] == ["an end to theft", "lock barns"]


@pytest.mark.parametrize(
    ("regime", "committee"),
    [
        ("the Committee in paragraph 30 of resolution 1988 (2011) (“the Committee”)", "other"),
        ("the Committee established pursuant to resolution 1267 (1999) (“the Committee”)", "committee_1267"),
        (
            "the Committee established pursuant to resolution 1540 (2004), the Committee established "
            "pursuant to resolution 1267 (1999), and the list of resolution 1267 (1999)",
            "committee_1267",
        ),
    ],
)
def test_which_committee_is_meant(regime: str, committee: str) -> None:
    """The Committee is the one that the text defines, else the one whose resolution it names most."""
    found = read_clauses(resolution(f"Recalls {regime};", "Directs the Committee to dry seed;"))
    assert [actor.value for actor in found[-1].addressees] == [committee]


def test_what_the_council_asks_of_itself_is_its_own_act() -> None:
    """What the Council says that it should do asks nothing of others."""
    assert asked("Acknowledges that the Security Council should dry seed;") == [
        ("acknowledges", "none", "dry seed")
    ]


def test_a_request_to_a_state_and_a_mission_exhorts() -> None:
    """Where a State is named first, a request to it and to an organ is no order."""
    assert [force for _, force, _ in asked("Requests the FGS and UNMISS to dry seed;")] == ["called_upon"]


def test_a_notice_that_tells_is_one_clause() -> None:
    """What a notice tells, item by item, belongs to the duty to send it."""
    words = "Decides that the Panel shall send a notice that:\n\n(a) Describes the count;\n\n(b) Lists seed;"
    assert len([c for c in read_clauses(resolution(words)) if c.force != "none"]) == 1


def test_a_declaration_whose_paragraphs_go_on_with_a_verb() -> None:
    """Words such as "We, the keepers" govern paragraphs that open with a bare verb."""
    text = (
        "99/4. Seed\n\nThe General Assembly,\n\nNoting seed,\n\n1. Adopts the declaration.\n\nAnnex\n\n"
        "We, Heads of barns, met,\n\n1. Recognize the worth of seed;\n\n2. Commit to dry seed;\n\n"
        "3. Request the Secretary-General to count.\n"
    )
    found = short(Document("A_RES_99_4.txt", text))
    assert [clause[1:] for clause in found if clause[2] != "none"] == [
        ("commits", "recommended", "dry seed"),
        ("requests", "encouraged", "count"),
    ]


def test_what_could_not_be_read_is_named_with_its_place() -> None:
    """A number whose words are lost in a damaged copy is told, with its place."""
    words = "Guiding Principle 1\nStates should lock barns and o cers sti en the\n\nGuiding Principle 2\n\n"
    document = Document("copy.txt", words * 2 + "Guiding Principle 3\nStates should count o cers.\n")
    losses = read(document).losses
    assert losses
    assert all(0 <= loss.start <= len(document.text) and loss.what for loss in losses)
    assert any("breaks off" in loss.what for loss in losses)


def test_each_quoted_paragraph_of_a_statement_counts() -> None:
    """A paragraph of a statement opens the quotation anew, whatever its first words."""
    text = (
        "Statement\n\n“Recalling the count, the Security Council urges States to dry seed.\n\n"
        "“In this regard, the Security Council invites UNODC to help.\n\n"
        "“The Security Council requests the Secretary-General to count.”\n"
    )
    found = read_clauses(Document("S_PRST_2031_9.txt", text))
    assert [(c.paragraph, c.verb) for c in found if c.force != "none"] == [
        ("1", "urges"),
        ("2", "invites"),
        ("3", "requests"),
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Requests that UNMISS should dry seed;", ("requests", "binding", "dry seed")),
        ("Requests that States should dry seed;", ("requests", "called_upon", "dry seed")),
        ("Recalls its decision that UNMISS should dry seed;", ("recalls", "binding", "dry seed")),
        ("Renews its call to Member States to dry seed;", ("renews", "called_upon", "dry seed")),
        (
            "Renews the requests set out in paragraph 4;",
            ("renews", "none", "the requests set out in paragraph 4"),
        ),
        (
            "Underlines the importance of the 3+3 Joint Barn Commission further drying seed;",
            ("underlines", "recommended", "drying seed"),
        ),
        (
            "Stresses that, in this regard, the responsibility to protect seed lies with the authorities;",
            ("stresses", "recommended", "protect seed"),
        ),
        (
            "Considers that it is essential that States ensure care;",
            ("considers", "recommended", "ensure care"),
        ),
        (
            "Stresses that it is important for States to count seed;",
            ("stresses", "recommended", "count seed"),
        ),
        (
            "Stresses that drying should include all barns, and is the only way to keep seed;",
            ("stresses", "recommended", "include all barns"),
        ),
        (
            "Urges the Committee, in the light of its report, which is to be short, to dry seed;",
            ("urges", "called_upon", "dry seed"),
        ),
        (
            "Decides that UNMISS should undertake the following tasks:\n\n(a) help for barns;\n\n"
            "(b) seed counts;",
            ("decides", "binding", "undertake the following tasks: (a) help for barns; (b) seed counts"),
        ),
    ],
)
def test_readings_of_the_third_round(words: str, found: tuple[str, str, str]) -> None:
    """Each construction has its force, and its action stands by itself."""
    assert asked(words) == [found]


@pytest.mark.parametrize(
    ("words", "actions"),
    [
        (
            "Urges all States, while requesting the Secretary-General to count seed, to dry seed;",
            ["dry seed", "count seed"],
        ),
        (
            "Recalls that the poor must receive seed and that keepers, guards and carts must be kept safe "
            "from harm;",
            ["receive seed", "be kept safe from harm"],
        ),
        ("Urges States to dry seed, also considers that it should be counted;", ["dry seed", "be counted"]),
    ],
)
def test_two_duties_in_one_paragraph(words: str, actions: list[str]) -> None:
    """What is asked beside another request, behind "and that" or a second verb is a clause of its own."""
    assert [action for *_, action in asked(words)] == actions


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Demands that all parties, in particular the northern authorities, dry seed;", {"all_parties"}),
        ("Urges Member States and other parties concerned to dry seed;", {"member_states", "other"}),
        ("Encourages the Peacebuilding Commission to dry seed;", {"un_entities"}),
        ("Urges relevant United Nations agencies and entities to dry seed;", {"un_entities"}),
        (
            "Encourages stakeholders, including social media platforms, to dry seed;",
            {"other", "private_sector"},
        ),
        ("Recalls the part of UNODC and requests the Office to dry seed;", {"unodc"}),
        ("Requests the Office to dry seed;", {"un_entities"}),
        ("Urges the working group to dry seed;", {"other"}),
    ],
)
def test_who_is_meant_by_a_part_or_a_short_name(words: str, who: set[str]) -> None:
    """A part picked out of all adds nobody, and a short name means the body named before it."""
    assert bearers(words)[-1] == who


@pytest.mark.parametrize(
    ("rule", "actions"),
    [
        ("When drying is required, and time permits, keepers should dry seed.", ["dry seed"]),
        ("Sacks filled while in the barn should not leave it.", ["leave it"]),
        ("All lists, and all papers on seed, should be kept dry.", ["be kept dry"]),
        (
            "Keepers shall be given a list and a note in a tongue they can read.",
            ["be given a list and a note in a tongue they can read"],
        ),
        (
            "The following definitions should apply:\n\n(a) A barn is a house;\n\n(b) Seed is grain.",
            [],
        ),
        (
            "The following information should be kept:\n\n(a) Names of barns;\n\n(b) Days of drying.",
            ["be kept: (a) Names of barns; (b) Days of drying"],
        ),
        (
            "Barns should be sound. These rules would cover:\n\n(a) Doors should be locked. Keys shall "
            "be kept;\n\n(b) Roofs should be mended.",
            ["be sound", "be locked", "be kept", "be mended"],
        ),
    ],
)
def test_rules_in_an_annex(rule: str, actions: list[str]) -> None:
    """Rules are read by their own modals; definitions ask nothing, and particulars are one clause."""
    text = (
        "99/2. Seed\n\nThe General Assembly,\n\nNoting seed,\n\n1. Adopts the rules.\n\nANNEX\n\n"
        f"Rules for barns\n\nI. LOCKS\n\n1. {rule}\n\n2. Doors are wide.\n"
    )
    found = read_clauses(Document("A_RES_99_2.txt", text))
    assert [c.action for c in found if c.force != "none"] == actions


def test_who_does_what_should_be_done_by_somebody() -> None:
    """The one by whom something should be done is its bearer, also outside an operative verb."""
    text = (
        "99/2. Seed\n\nThe General Assembly,\n\nNoting seed,\n\n1. Adopts the rules.\n\nANNEX\n\n"
        "Rules for barns\n\nI. LOCKS\n\n1. Barns should be locked by the Secretary-General.\n\n"
        "2. Doors are wide.\n"
    )
    (clause,) = [c for c in read_clauses(Document("A_RES_99_2.txt", text)) if c.force != "none"]
    assert [actor.value for actor in clause.addressees] == ["secretary_general"]


def test_to_become_a_member_is_no_duty() -> None:
    """That somebody shall become a member of a body is an act of the one who decides it."""
    assert [force for _, force, _ in asked("Decides that Ruritania shall become a member of the Board;")] == [
        "none"
    ]


def test_a_symbol_alone_on_the_first_line() -> None:
    """A symbol that fills the first line names the document, though elsewhere it is page furniture."""
    text = "S/PRST/2031/4\n\nStatement by the President\n\n“The Security Council urges States to dry seed.”\n"
    assert read(Document("copy.txt", text)).source.symbol == "S/PRST/2031/4"
