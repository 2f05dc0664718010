"""Calls for acts and things, requests to several at once, and sentences that only bound or name."""

import pytest

from tests.extract.reading_help import asked, bearers, read_clauses, resolution, short


def test_what_is_insisted_on_is_called_for() -> None:
    """A body that insists on an act, or that somebody act, calls for it."""
    assert asked("Insists on the full opening of the vaults by the parties;") == [
        ("calls for", "called_upon", "the full opening of the vaults by the parties")
    ]
    assert asked("Insists that the parties open the vaults;") == [
        ("insists", "called_upon", "open the vaults")
    ]


def test_a_long_list_shares_what_the_next_verb_asks() -> None:
    """Several addressees of a request share the act that stands behind the call on others."""
    words = (
        "Requests Member States, the Special Representative of the Secretary-General for Seed, "
        "United Nations agencies and United Nations country teams, and calls on regional organizations, "
        "within their respective mandates and together with those who keep barns, to draw up plans for dry "
        "seed;"
    )
    assert asked(words) == [
        ("requests", "called_upon", "draw up plans for dry seed"),
        ("calls upon", "called_upon", "draw up plans for dry seed"),
    ]
    assert bearers(words) == [{"member_states", "un_entities"}, {"regional_orgs"}]


def test_and_another_to_do_something_else() -> None:
    """A second bearer with an infinitive of his own makes a second clause, without a comma too."""
    words = (
        "Requests Member States to dry seed whenever it rains and the Secretary-General to count the barns;"
    )
    assert [action for *_, action in asked(words)] == ["dry seed whenever it rains", "count the barns"]
    assert bearers(words) == [{"member_states"}, {"secretary_general"}]


@pytest.mark.parametrize(
    "words",
    [
        "Urges Member States to help barn keepers and the Secretary-General to count seed;",
        "Requests the Secretary-General to assist Member States and the African Union to dry seed;",
        "Requests the Secretary-General to strengthen dialogue between Vaultland and the African Union "
        "to dry seed;",
        "Urges Member States to find the thieves and bring them to justice;",
    ],
)
def test_those_who_are_helped_are_not_asked(words: str) -> None:
    """Somebody who is only helped to act, or who is acted upon, is no second bearer."""
    assert len(asked(words)) == 1


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("Calls for new barns to be built before the rains;", "new barns to be built before the rains"),
        (
            "Calls for fresh money for seed and for a greater share, within the seed budget, to be spent on "
            "barns;",
            "fresh money for seed and for a greater share, within the seed budget, to be spent on barns",
        ),
    ],
)
def test_things_that_are_called_for(words: str, action: str) -> None:
    """A call for a thing to be done is one clause, which begins with the thing."""
    assert asked(words) == [("calls for", "called_upon", action)]


def test_an_aim_is_not_what_is_encouraged() -> None:
    """What an act serves in particular is its aim; the act is what is encouraged."""
    words = (
        "Encourages the keepers’ cooperation with Vaultland on locks, within its borders, "
        "in particular to stop mice;"
    )
    ((_, force, action),) = asked(words)
    assert force == "encouraged"
    assert action.startswith("the keepers’ cooperation")
    assert asked("Urges all States, in particular, to dry seed;")[0][2] == "dry seed"


def test_coordination_between_named_bodies_in_doing_something() -> None:
    """Its importance is advice to the bodies; without bodies or without an act it asks nothing."""
    words = "Underlines the importance of coordination between Member States and UNODC in counting seed;"
    assert asked(words) == [
        ("underlines", "recommended", "coordination between Member States and UNODC in counting seed")
    ]
    assert bearers(words) == [{"member_states", "unodc"}]
    for other in ("between barns in counting seed", "between Member States in accordance with custom"):
        assert [f for _, f, _ in asked(f"Underlines the importance of coordination {other};")] == ["none"]


def test_a_recommendation_that_is_endorsed() -> None:
    """What somebody should do by an endorsed recommendation is recommended; other words are not."""
    words = "Endorses the recommendation of the Seed Panel that Member States should dry rye;"
    assert asked(words) == [("endorses", "recommended", "dry rye")]
    assert [f for _, f, _ in asked("Endorses the view of the Panel that States should dry rye;")] == ["none"]
    assert [f for _, f, _ in asked("Endorses the recommendation of the Panel to dry rye;")] == ["none"]


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("Requests that urgent measures be quickly taken to dry seed;", "be quickly taken to dry seed"),
        ("Requests that steps, also by sharing maps, be taken to dry seed;", "be taken to dry seed"),
    ],
)
def test_measures_requested_of_nobody_by_name(words: str, action: str) -> None:
    """A request that measures be taken is a call on Member States."""
    assert asked(words) == [("requests", "called_upon", action)]
    assert bearers(words) == [{"member_states"}]


def test_a_body_of_the_council_among_others() -> None:
    """A request to bodies at large leaves them their mandates, though one of them is the Council's own."""
    large = "Requests relevant United Nations entities, including CTED within its mandate, to count seed;"
    assert [force for _, force, _ in asked(large)] == ["encouraged"]
    assert [force for _, force, _ in asked("Requests CTED and UNODC to count seed;")] == ["binding"]


def test_an_agreement_that_should_be_kept() -> None:
    """That an agreement should be kept is advice of its own, and so is what a plan asked for should hold."""
    words = (
        "Calls upon all parties to refrain from breaking the seed accord, which should be fully implemented;"
    )
    assert asked(words) == [
        ("calls upon", "called_upon", "refrain from breaking the seed accord"),
        ("should", "recommended", "be fully implemented"),
    ]
    assert bearers(words) == [{"all_parties"}, {"all_parties"}]
    assert asked("Calls upon all parties to draw up a plan, which should include barns;")[1:] == [
        ("should", "recommended", "include barns")
    ]
    assert len(asked("Calls upon States to see to it that plans are made, which should include barns;")) == 1


@pytest.mark.parametrize(
    "words",
    [
        "The name of the commission shall be the Commission for Seed.",
        "The body shall be known as the Seed Commission.",
        "Questions of rain shall be excluded from the jurisdiction of the commission.",
        "Rain shall fall outside the competence of the commission.",
    ],
)
def test_names_and_bounds_ask_nothing(words: str) -> None:
    """A sentence in "shall" that names a body or bounds its competence asks for no conduct."""
    assert [force for _, force, _ in asked(words)] == ["none"]
    assert [force for _, force, _ in asked("The commission shall be excluded from the barn.")] != ["none"]


def test_numbered_infinitives_of_old_resolutions() -> None:
    """Under "Resolves:" a paragraph "To request X to act" is that request."""
    preamble = (
        "Resolution 9902 (2031)\n\nAdopted on 3 June 2031\n\nThe Security Council,\n\nRecalling nothing,\n\n"
        "Resolves:\n\n"
    )
    document = resolution(
        "To work out a plan;", "To request the Secretary-General to count seed;", preamble=preamble
    )
    assert short(document)[-1] == ("2.1", "requests", "encouraged", "count seed")
    assert [clause.force.value for clause in read_clauses(document)] == ["none", "encouraged"]
