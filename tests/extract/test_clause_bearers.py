"""Who must act: names of actors, lists of them, those who only stand beside, and acts asked for by name."""

import pytest

from obligraph.extract.document import Document
from tests.extract.reading_help import PRINCIPLES, bearers, read_clauses, resolution

MANY = {"member_states", "un_entities", "other"}
SECRETARY = {"secretary_general"}
SELLERS = {"member_states", "other", "group_of_experts"}
GIVERS = {"member_states", "donors"}
BOTH_BODIES = {"un_entities", "regional_orgs"}
WITH_OTHERS = {"member_states", "other"}
STATES_AND_BODIES = {"member_states", "group_of_experts", "un_entities"}
STATES_TO_PARTIES = {"member_states", "regional_orgs", "other"}
CULTURE = {"un_entities", "interpol"}
EVERYBODY = {"un_entities", "regional_orgs", "other"}
ANY_BODY = {"member_states", "regional_orgs", "other"}


@pytest.mark.parametrize(
    ("who", "ids"),
    [
        ("the Ombudsperson", {"un_entities"}),
        ("the Office of the Ombudsperson", {"un_entities"}),
        ("the United Nations Secretariat", {"un_entities"}),
        ("the Emergency Relief Coordinator", {"un_entities"}),
        ("the Mediator", {"un_entities"}),
        ("the UNISFA Force", {"un_entities"}),
        ("all components of the MINUSMA Force", {"un_entities"}),
        ("the secretariat of the United Nations Conference on Trade and Development", {"un_entities"}),
        ("the African Union Commission", {"regional_orgs"}),
        ("the AUC", {"regional_orgs"}),
        ("the Lake Chad Basin Commission", {"regional_orgs"}),
        ("regional economic communities", {"regional_orgs"}),
        ("AU Member States", {"member_states"}),
        ("the Directorate", {"cted"}),
        ("the Director-General of the OPCW and the Secretary-General", {"other", "secretary_general"}),
        ("the Secretary-General of the United Nations", {"secretary_general"}),
        ("all States and interested parties", {"member_states", "other"}),
        ("the belligerents", {"all_parties"}),
        ("the Office of the High Commissioner", {"un_entities"}),
        ("DPKO", {"un_entities"}),
        ("the United Nations Integrated Office in Vaultland", {"un_entities"}),
        ("the Committee on the Rights of Keepers", {"un_entities"}),
        ("the Ninth Congress", {"un_entities"}),
        ("business enterprises and Internet service providers", {"private_sector"}),
        ("troop contributors", {"member_states"}),
        ("the United States of America", {"other"}),
        ("those with sway over parties to the conflict", {"other"}),
        ("relevant United Nations Entities and UN Missions", {"un_entities"}),
        ("the Office of the Secretary-General’s Envoy on Barns", {"un_entities"}),
        ("the Inter-Agency Barn Reform Task Force", {"un_entities"}),
        ("new police-contributors", {"member_states"}),
        ("the African Union Barn Commission", {"regional_orgs"}),
        ("United Nations mandating bodies", {"un_entities"}),
        ("personnel-contributing countries", {"member_states"}),
        ("members of the Organizational Committee", {"un_entities"}),
        ("UNSOA", {"un_entities"}),
        ("the sides", {"all_parties"}),
        ("the leaders of both sides", {"other"}),
        ("the Director General of the IAEA", {"un_entities"}),
        ("the Team", {"un_entities"}),
        ("Expert Groups", {"group_of_experts"}),
        ("the international and donor community", {"other", "donors"}),
        ("Heads of regional organizations", {"regional_orgs"}),
        ("Member States, regional organizations and other parties", STATES_TO_PARTIES),
        ("the United Nations Educational, Scientific, and Cultural Organization and Interpol", CULTURE),
        ("the Task Force and its entities", {"un_entities"}),
        ("the three Committees", {"ctc", "committee_1267", "committee_1540"}),
        ("Vaultland’s Federal Member States", {"other"}),
        ("the Vaultish political parties", {"other"}),
        ("Governments in the Region", {"member_states"}),
        ("all United Nations organs and agencies", {"un_entities"}),
        ("the United Nations Office to the African Union", {"un_entities"}),
        ("the United Nations country-level task force on barns", {"un_entities"}),
        ("the Secretary-General’s special representatives, envoys and advisers", {"un_entities"}),
        ("regional and other intergovernmental organizations", {"regional_orgs", "other"}),
        ("all, in particular UNICEF,", {"other", "un_entities"}),
        ("the Parties to the NPT", {"state_parties"}),
        ("States members of the Arab League", {"member_states"}),
        ("each Government", {"member_states"}),
        ("all enterprises, importers and retailers", {"private_sector"}),
        ("Member States, United Nations entities as well as financial institutions", MANY),
    ],
)
def test_actors_by_name(who: str, ids: set[str]) -> None:
    """A body that is named is known by its id, a part of it and its head with it."""
    assert bearers(f"Requests {who} to count the sacks;") == [ids]


def test_one_state_party_is_a_party_as_many_are() -> None:
    """One State Party in an annexed treaty is a party like several."""
    assert bearers("Reaffirms that each State Party shall count the sacks;") == [{"state_parties"}]


@pytest.mark.parametrize(
    ("who", "ids"),
    [
        ("Vaultland, Member States and UNODC", {"other", "member_states", "unodc"}),
        ("UNODC and Vaultland", {"unodc", "other"}),
        ("AMISOM and the SNA", {"regional_orgs", "other"}),
        ("Northland and Southland States", {"member_states"}),
        ("Troop- and Police-Contributing Countries", {"member_states"}),
        ("UNODC, the Barn Office of Vaultland (BOV) and Southland,", {"unodc", "other"}),
    ],
)
def test_names_beside_known_actors(who: str, ids: set[str]) -> None:
    """A name in a list of addressees that is none of the known ones is another addressee."""
    assert bearers(f"Requests {who} to count the sacks;") == [ids]


@pytest.mark.parametrize(
    ("who", "ids"),
    [
        ("all parties, including armed groups,", {"all_parties"}),
        ("Member States, including members of the Security Council,", {"member_states"}),
        ("Member States, in particular members of the Barn League,", {"member_states"}),
        ("Member States deploying forces", {"member_states"}),
        ("States hosting peacekeeping operations", {"member_states"}),
        ("States working with Vaultish authorities", {"member_states"}),
        ("UNICEF, together with relevant partners,", {"un_entities"}),
        ("the Secretary-General through his Special Envoy", {"secretary_general"}),
        ("the Secretary-General, jointly with the African Union,", {"secretary_general"}),
        ("Member States of the Barn Development Community (BDC)", {"member_states"}),
        ("the Secretary-General, jointly with UNICEF, the African Union and donors,", {"secretary_general"}),
        ("the Secretary-General, through UNDP, the Mission and the Panel of Experts,", SECRETARY),
        ("any State whether acting alone or through regional organizations,", {"member_states"}),
        ("all groups other than UNFICYP", {"other"}),
        ("the MONUSCO force, including the Barn Brigade,", {"un_entities"}),
        ("all Member States, especially BLC members,", {"member_states"}),
        ("the Secretary-General, aided by UNICEF,", {"secretary_general"}),
        ("UNICEF in the context of peace operations and their mandates,", {"un_entities"}),
        ("UNOCT, in particular the United Nations Counter-Terrorism Centre,", {"unoct"}),
        ("all States, in particular the Government of Vaultland,", {"member_states"}),
        ("all States, but particularly the Government of Vaultland,", {"member_states"}),
    ],
)
def test_those_who_only_stand_beside(who: str, ids: set[str]) -> None:
    """A part of the addressees, a partner and what they have or host are no addressees of their own."""
    assert bearers(f"Requests {who} to count the sacks;") == [ids]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("Encourages use of the plan for a barn presented by UNFICYP;", {"member_states"}),
        (
            "Calls for continued efforts to lock barns, including with the support of MONUSCO;",
            {"member_states"},
        ),
        ("Calls for the safe supply of MINURSO sites;", {"member_states"}),
        (
            "Calls for cooperation between all States, particularly those nearby, and the Group of Experts;",
            {"member_states", "group_of_experts"},
        ),
        (
            "Encourages closer work between the United Nations Country Team in Vaultland and UNODC;",
            {"un_entities", "unodc"},
        ),
        ("Urges greater coordination within the United Nations system;", {"un_entities"}),
        ("Urges the release of all children by all parties to the conflict;", {"all_parties"}),
        ("Calls for an end to all military operations;", {"all_parties"}),
        ("Demands an end to gang violence;", {"other"}),
        ("Calls for joint raids by the BARNC and MONUSCO;", {"other", "un_entities"}),
        ("Encourages a dialogue between Barn Government and MINUSCA;", {"other", "un_entities"}),
        ("Encourages greater dialogue between respective Governments and civil society;", WITH_OTHERS),
        ("Demands the cessation of jamming and of any threat to the operations of UNIFIL;", {"all_parties"}),
        ("Demands that calm and a truce be kept, with withdrawal of all armed forces;", {"all_parties"}),
        ("Encourages cooperation between the Commission of ECOWAS and UNICEF;", BOTH_BODIES),
        ("Encourages cooperation among all stakeholders including UNICEF;", {"other", "un_entities"}),
        ("Encourages steps towards peace including in aid of efforts of the African Union;", {"other"}),
        ("Encourages the deployment of barn advisers;", {"un_entities"}),
        ("Encourages better songs regarding MINUSCA’s mandate;", {"un_entities"}),
        ("Urges cooperation between UNDP in the barns, the AU-RTF, and local civil society;", EVERYBODY),
        ("Calls for care to be applied by hosting service providers;", {"private_sector"}),
        ("Reaffirms its urging of ICAO to work with keepers;", {"icao"}),
        (
            "Stresses that any support provided by UNSOS should be in full compliance with it;",
            {"un_entities"},
        ),
        ("Decides that, before selling seed to donors, the supplying State shall ask;", {"member_states"}),
        ("Stresses that the role of barns and enterprises should grow;", {"member_states"}),
    ],
)
def test_who_does_an_act_that_is_asked_for_by_name(words: str, ids: set[str]) -> None:
    """An act falls on those who are said to do it, not on whoever is named in what it is about."""
    assert bearers(words) == [ids]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Thanks the Secretary-General for his count and requests him to go on;", "secretary_general"),
        ("Thanks the Special Envoy of the Secretary-General and requests him to go on;", "un_entities"),
        (
            "Thanks the Secretary-General and his Special Envoy and requests him to go on;",
            "secretary_general",
        ),
        ("Thanks the President of Vaultland and requests him to go on;", "other"),
    ],
)
def test_him_is_the_person_named_last(words: str, who: str) -> None:
    """A request to "him" is one to the person of whom the paragraph spoke last."""
    asked = [clause for clause in read_clauses(resolution(words)) if clause.force != "none"]
    assert [[actor.value for actor in clause.addressees] for clause in asked] == [[who]]


def test_a_call_made_elsewhere_keeps_its_addressee() -> None:
    """A call that is reiterated from another resolution is still made to those it names."""
    words = "Reiterates its call in resolution 9901 (2030) for Member States to count the sacks;"
    assert bearers(words) == [{"member_states"}]


@pytest.mark.parametrize(
    "who",
    [
        "Chad",
        "the Sudan and South Sudan",
        "Kenya (KEN)",
        "Malta, as host,",
        "Vaultish stakeholders",
        "the representatives of the two communities",
        "political leaders",
    ],
)
def test_a_state_by_its_bare_name_is_called_upon(who: str) -> None:
    """A request to a State, or to those who lead in it, exhorts also where no Government is named."""
    found = read_clauses(resolution(f"Requests {who} to count the sacks;"))
    assert [(clause.force, clause.addressees) for clause in found] == [("called_upon", ("other",))]


def test_a_state_that_joins_a_body_has_no_duty() -> None:
    """That a named State is to be a member of a body is the Council's own act."""
    (found,) = read_clauses(resolution("Decides that Chad shall become a member of the Barn Committee;"))
    assert found.force == "none"


@pytest.mark.parametrize("subject", ["Government policies", "National community-based programmes"])
def test_a_policy_is_no_bearer(subject: str) -> None:
    """What policies or programmes should do is for States, though a Government is in the name."""
    assert bearers(f"Stresses that {subject} should help keepers;") == [{"member_states"}]


@pytest.mark.parametrize(
    ("subject", "ids"),
    [
        ("a State or a regional organization", {"member_states", "regional_orgs"}),
        ("a State or international, regional or subregional organization", ANY_BODY),
        (
            "where paragraph 4 applies, the State or international, regional or subregional organization",
            ANY_BODY,
        ),
    ],
)
def test_one_organization_bears_a_duty_as_many_do(subject: str, ids: set[str]) -> None:
    """A single State or organization is told what to do as all of them would be."""
    assert bearers(f"Decides that {subject} selling seed shall submit a list;") == [ids]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (
            "Notes the duty of all States to lock barns and urges them through ECOWAS and SADC to meet;",
            {"member_states"},
        ),
        (
            "Calls upon all States to lock barns, and requests them, as well as UNICEF, to meet;",
            {"member_states", "un_entities"},
        ),
    ],
)
def test_those_named_before_stand_with_and_act_through_others(words: str, ids: set[str]) -> None:
    """Those meant by "them" stay bearers beside others, and act through others without sharing the duty."""
    assert bearers(words)[-1] == ids


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("Stresses that seed must be sold by Member States, individuals or the Panel of Experts;", SELLERS),
        ("Decides that seed shall be sold in barns only, by the supplying State or donors;", GIVERS),
        ("Stresses that talks between the parties should not delay seed;", {"all_parties"}),
        ("Stresses that cooperation between UNICEF and the African Union should grow;", BOTH_BODIES),
        ("Stresses that no matter should be left pending before the Panel of Experts;", {"group_of_experts"}),
        ("Stresses that the Panel of Experts’s summary should hold names;", {"group_of_experts"}),
        ("Decides that the V23 shall cease its raids;", {"other"}),
        ("Requests that Member States and relevant international bodies help keepers;", WITH_OTHERS),
        ("Requests that States, the Panel of Experts and UN bodies give seed;", STATES_AND_BODIES),
        ("Requests that the Panel of Experts be prepared to list barns;", {"group_of_experts"}),
    ],
)
def test_who_acts_where_a_thing_or_several_are_the_subject(words: str, ids: set[str]) -> None:
    """A duty falls on all who are said to do it, to talk, to have the matter in hand, or to write."""
    assert bearers(words) == [ids]


def test_they_are_those_of_the_sentence_before() -> None:
    """In guidelines, "They should" falls on whoever the sentence before it spoke of, a passive on States."""
    text = "All enterprises should lock barns. They should also count sacks. They should be painted. "
    document = Document("principles.txt", f"{PRINCIPLES}1. {text}The Chair should sing.\n")
    found = [clause.addressees for clause in read_clauses(document)]
    assert found == [("private_sector",), ("private_sector",), ("member_states",), ("other",)]


def test_two_verbs_before_one_act_keep_their_own_bearers() -> None:
    """Whoever a second verb invites to the same act is no addressee of the first."""
    assert bearers("Requests UNICEF, and invites donors, to sing;") == [{"un_entities"}, {"donors"}]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Thanks the Peacebuilding Commission and urges the Commission to sing;", "un_entities"),
        ("Thanks the Electoral Commission and urges the Commission to sing;", "other"),
    ],
)
def test_the_commission_is_the_one_of_which_the_text_speaks(words: str, who: str) -> None:
    """The short name of a commission means the commission that the text names in full."""
    assert bearers(words)[-1] == {who}


def test_all_components_of_a_force_are_the_mission() -> None:
    """A request to the components of a force binds it like one to the mission."""
    words = "Requests all components of the UNAMID Force, police and civilian components to sing;"
    (found,) = read_clauses(resolution(words))
    assert (found.force, found.addressees) == ("binding", ("un_entities",))
