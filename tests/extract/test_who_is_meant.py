"""Who is meant where a clause names nobody, or only "them": what its paragraph said before."""

import pytest

from tests.extract.reading_help import read_clauses, resolution

UNITED = {"un_entities", "regional_orgs"}
TALKERS = {"other", "all_parties"}


def asked_of(words: str) -> list[set[str]]:
    """Who must act by each clause of a paragraph that asks something."""
    found = [clause for clause in read_clauses(resolution(words)) if clause.force != "none"]
    return [{actor.value for actor in clause.addressees} for clause in found]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Welcomes the work of UNODC and UNICEF on barns and urges them to go on;", {"unodc", "un_entities"}),
        (
            "Notes the rights of the parties to the conflict and demands that they lock barns;",
            {"all_parties"},
        ),
        (
            "Notes the role of regional organizations and encourages those entities to go on;",
            {"regional_orgs"},
        ),
        ("Thanks the Secretary-General and the two chiefs and asks them to go on;", {"other"}),
        ("Notes the efforts made by donors and encourages them, where appropriate, to go on;", {"donors"}),
        ("Notes the role of UNICEF and SADC and encourages both organizations to go on;", UNITED),
        ("Notes the role of UNMISS and UNISFA and urges both missions to go on;", {"un_entities"}),
        (
            "Welcomes calls by regional organizations and invites such organizations to go on;",
            {"regional_orgs"},
        ),
        ("Notes aid by bilateral partners of the African Union and urges them to go on;", {"other"}),
        ("Notes talks between the Vaultish Government and all parties and asks them to go on;", TALKERS),
        ("Thanks the Secretary General for his count and calls on him to go on;", {"secretary_general"}),
        ("Thanks the Vaultish authorities for their talks with UNMISS and urges them to go on;", {"other"}),
    ],
)
def test_them_are_those_whom_the_paragraph_named(words: str, who: set[str]) -> None:
    """A call to "them" falls on those whom its paragraph spoke of first."""
    assert asked_of(words)[-1] == who


def test_what_is_owed_in_a_conflict_falls_on_the_parties_named_before() -> None:
    """A duty towards persons that names nobody falls on the parties of whom the paragraph just spoke."""
    words = "Demands that all parties open the barns, and recalls that keepers must be respected;"
    assert asked_of(words) == [{"all_parties"}, {"all_parties"}]


def test_justice_stays_with_states() -> None:
    """That somebody be brought to justice is for States, though parties were named just before."""
    words = "Demands that all parties open the barns, and stresses that thieves must be held accountable;"
    assert asked_of(words) == [{"all_parties"}, {"member_states"}]


def test_a_named_addressee_is_kept() -> None:
    """An addressee that is none of the listed ones is not replaced by the parties named before."""
    words = "Calls upon all parties to rest, and urges the Barn Front to rest;"
    assert asked_of(words) == [{"all_parties"}, {"other"}]


def test_a_call_without_an_addressee_goes_to_the_one_just_called_upon() -> None:
    """A call that goes on without an addressee is made to the States called upon before it."""
    words = "Urges Member States to lock barns, and reaffirms its call to refrain from theft;"
    assert asked_of(words) == [{"member_states"}, {"member_states"}]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Stresses that UNFICYP’s exit should be slow;", "un_entities"),
        ("Stresses that all activities of the Panel of Experts should be told;", "group_of_experts"),
        ("Stresses that MINUSCA’s mandate should be followed;", "un_entities"),
        ("Stresses that activities in barns should be told;", "member_states"),
    ],
)
def test_a_body_answers_for_its_own_work(words: str, who: str) -> None:
    """How the work of a body of the Council should be is for that body."""
    assert asked_of(words) == [{who}]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Encourages the painting of barns;", "member_states"),
        ("Requests that ladders be shared;", "member_states"),
        ("Calls for those who stole the hay to be brought to justice;", "member_states"),
        ("Demands the opening of the barns;", "all_parties"),
        ("Calls for the safety and protection of humanitarian carters;", "all_parties"),
        ("Urges restraint;", "all_parties"),
        ("Encourages the deployment of barn advisers to such missions;", "un_entities"),
        ("Urges the cooperation of the Barn Front;", "other"),
        ("Calls for steps to meet the legitimate demands of the carters;", "other"),
        ("Requests the painting of a barn, in coordination with States;", "other"),
        ("Encourages UNICEF’s continued support;", "un_entities"),
    ],
)
def test_the_kind_of_act_tells_who_is_meant(words: str, who: str) -> None:
    """Where nobody is named, States are meant, or the parties to a conflict, or the United Nations."""
    assert asked_of(words) == [{who}]


def test_nobody_named_is_told() -> None:
    """A bearer that is only meant is signalled as such."""
    (clause,) = [
        c for c in read_clauses(resolution("Encourages the painting of barns;")) if c.force != "none"
    ]
    assert "implied_bearer" in {signal.name for signal in clause.signals}


def test_aid_is_given_out_by_those_who_bring_it() -> None:
    """How aid should be given out is not for the parties to a conflict who were just called upon."""
    words = "Calls upon the parties to rest, and reiterates that aid should be distributed by need;"
    assert asked_of(words) == [{"all_parties"}, {"other"}]


def test_them_are_those_just_praised() -> None:
    """A call to "them" falls on those whom the verb just before praises, not on those called upon earlier."""
    words = (
        "Calls upon Member States to lock barns, welcomes the work of regional organizations on ladders, "
        "and encourages them to go on;"
    )
    assert asked_of(words) == [{"member_states"}, {"regional_orgs"}]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Encourages the PBC to count barns;", {"un_entities"}),
        ("Invites aid providers to count barns;", {"donors"}),
        ("Calls upon legal aid providers and States to count barns;", {"member_states"}),
        ("Invites the Inter-Agency Meeting on Barns to count them;", {"un_entities"}),
        ("Invites the Director of the Division for Barns of the Secretariat to rest;", {"un_entities"}),
        ("Invites the Military Staff Committee to rest;", {"other"}),
        ("Urges regional and international partners to rest;", {"other"}),
        ("Urges States, donors and relevant parties to rest;", {"member_states", "donors", "other"}),
        ("Urges all relevant parties to rest;", {"all_parties"}),
        (
            "Urges intergovernmental, regional and subregional organizations to rest;",
            {"regional_orgs", "other"},
        ),
        (
            "Calls upon States having hosted United Nations peacekeeping operations to rest;",
            {"member_states"},
        ),
        (
            "Invites the Secretary-General through relevant United Nations bodies to rest;",
            {"secretary_general"},
        ),
        ("Invites UNODC, together with UNICEF, to rest;", {"unodc"}),
        ("Encourages the Secretary-General’s Plan of Barns to name ladders;", {"secretary_general"}),
        (
            "Calls upon parties listed in the annex of the Secretary-General’s report to rest;",
            {"all_parties"},
        ),
    ],
)
def test_names_and_what_stands_beside_them(words: str, who: set[str]) -> None:
    """Addressees are read from their names; words that only describe them, or name helpers, add nobody."""
    assert asked_of(words) == [who]


def test_factions_are_parties() -> None:
    """Factions that are counted among all parties are no addressees of their own."""
    assert asked_of("Demands that all parties, including factions, rest;") == [{"all_parties"}]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Commends the help of UNICEF and encourages the continuation of its support;", "un_entities"),
        ("Thanks donors for the seed and calls for their further help;", "donors"),
        ("Welcomes the aid given by UNDP and encourages the continuation of this aid;", "un_entities"),
        ("Urges donors to sing, and calls for songs within their structures;", "donors"),
        ("Notes the plan of UNDP for barns and calls for its full implementation;", "other"),
    ],
)
def test_an_act_that_points_back_is_for_those_who_did_it(words: str, who: str) -> None:
    """That "their help" go on is asked of those just said to help; that a plan be followed is not."""
    assert asked_of(words)[-1] == {who}


@pytest.mark.parametrize("done", ["be provided with seed", "be invited to sing", "be notified of thefts"])
def test_who_is_given_something_is_not_the_giver(done: str) -> None:
    """What a body should be given, or told, is for others to give or tell."""
    assert asked_of(f"Stresses that UNICEF should {done};") == [{"member_states"}]


def test_a_decision_on_the_tasks_of_a_mission_binds_it() -> None:
    """What the Council decides "should" be done with a mission's tasks binds the mission."""
    (found,) = read_clauses(resolution("Decides that MINUSCA’s tasks should be done in the barn;"))
    assert (found.force, found.addressees) == ("binding", ("un_entities",))


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Stresses that barns shall be given priority in decisions about the use of means;", "un_entities"),
        ("Reiterates that the Barn Area shall be demilitarized;", "all_parties"),
        ("Recalls that keepers and civilians in armed conflict shall be respected;", "all_parties"),
        ("Recalls that civilian objects shall not be the object of raids;", "all_parties"),
        ("Demands that all forms of violence in barns cease now;", "all_parties"),
        ("Notes that the selection process of the experts of the Panel should be fair;", "secretary_general"),
        ("Stresses that actions undertaken by UNICEF should help barns;", "un_entities"),
        ("Stresses that barns and efforts undertaken by donors should be based on seed;", "donors"),
    ],
)
def test_an_act_tells_who_can_do_it(words: str, who: str) -> None:
    """What only a mission, those who fight, or the Secretary-General can do is for them, though unnamed."""
    assert asked_of(words) == [{who}]


@pytest.mark.parametrize("holds", ["hold names", "contain names", "also include names", "is made yearly"])
def test_a_report_just_asked_for_is_for_its_author(holds: str) -> None:
    """What "such report" is to hold is for whoever was asked for the report."""
    words = f"Requests UNICEF to send a report, and requests that such report {holds};"
    assert asked_of(words) == [{"un_entities"}, {"un_entities"}]


def test_items_with_a_modal_of_their_own_are_for_whoever_the_opening_words_name() -> None:
    """Where the words before a list only name somebody, its items "Shall sing" are for that body."""
    words = "In that time, the Panel of Experts:\n\n(a) Shall sing to keepers;\n\n(b) Shall count sacks."
    assert asked_of(words) == [{"group_of_experts"}, {"group_of_experts"}]


def test_a_helper_between_commas_does_not_hide_the_subject() -> None:
    """Behind a condition, whoever is "aided by" another stays the one who shall act."""
    words = "When keepers ask, the Panel of Experts, aided by UNICEF, as appropriate, shall count the sacks."
    assert asked_of(words) == [{"group_of_experts"}]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Commends UNICEF for its songs, and encourages continued efforts to sing;", "un_entities"),
        ("Notes the talks of the two leaders, and encourages further progress in the barn;", "other"),
        ("Encourages continued efforts to sing;", "member_states"),
    ],
)
def test_further_progress_is_asked_of_those_who_made_some(words: str, who: str) -> None:
    """Efforts that should go on are asked of whoever the paragraph spoke of, and else of States."""
    assert asked_of(words)[-1] == {who}


def test_items_are_for_those_whom_them_before_the_list_means() -> None:
    """A call to "them" before a list falls on the same in each item."""
    words = (
        "Welcomes songs by regional organizations and urges them to:\n\n(a) Sing more;\n\n(b) Count sacks."
    )
    assert asked_of(words) == [{"regional_orgs"}, {"regional_orgs"}]
