"""Rare turns of the language of resolutions, each on a sentence of our own that needs no source document."""

import pytest

from tests.extract.reading_help import asked, bearers, read_clauses, resolution


@pytest.mark.parametrize(
    ("words", "found", "who"),
    [
        ("Requests that the list be kept;", ("requests", "called_upon", "be kept"), {"member_states"}),
        (
            "Requests that the Panel keep what be kept;",
            ("requests", "binding", "keep what be kept"),
            {"group_of_experts"},
        ),
        (
            "Requests that Vaultland implement the count;",
            ("requests", "encouraged", "implement the count"),
            {"other"},
        ),
        (
            "Requests that States receiving word take measures;",
            ("requests", "called_upon", "take measures"),
            {"member_states"},
        ),
        (
            "Requests the Panel consider the seed;",
            ("requests", "binding", "consider the seed"),
            {"group_of_experts"},
        ),
        (
            "Requests this report consider the seed;",
            ("requests", "encouraged", "consider the seed"),
            {"other"},
        ),
        ("Encourages to dry seed;", ("encourages", "encouraged", "dry seed"), {"other"}),
        ("Calls for States to dry seed;", ("calls for", "called_upon", "dry seed"), {"member_states"}),
        ("Urges full access;", ("urges", "called_upon", "full access"), {"member_states"}),
        (
            "Calls upon States, stressing the need to lock barns, to dry seed;",
            ("calls upon", "called_upon", "dry seed"),
            {"member_states"},
        ),
    ],
)
def test_what_is_asked_of_whom(words: str, found: tuple[str, str, str], who: set[str]) -> None:
    """A request finds its addressee and its act, however little of the usual wording is there."""
    assert asked(words) == [found]
    assert bearers(words) == [who]


@pytest.mark.parametrize(
    ("words", "found", "who"),
    [
        ("Recalls States’ obligations to dry seed;", ("recalls", "binding", "dry seed"), {"member_states"}),
        ("Recalls the parties’ obligation to dry seed;", ("recalls", "binding", "dry seed"), {"all_parties"}),
        (
            "Reminds States of their obligation to dry seed;",
            ("reminds", "binding", "dry seed"),
            {"member_states"},
        ),
        (
            "Reaffirms the obligation that Member States shall dry seed;",
            ("reaffirms", "binding", "dry seed"),
            {"member_states"},
        ),
        (
            "Reaffirms that States have the responsibility to comply with their obligations under law;",
            ("reaffirms", "binding", "comply with their obligations under law"),
            {"member_states"},
        ),
        (
            "Stresses that States bear the primary responsibility to dry seed;",
            ("stresses", "recommended", "dry seed"),
            {"member_states"},
        ),
        (
            "Stresses that the FGS has the responsibility to dry seed;",
            ("stresses", "recommended", "dry seed"),
            {"other"},
        ),
        ("Stresses the need for the FGS to dry seed;", ("stresses", "recommended", "dry seed"), {"other"}),
        (
            "Stresses the need for States to dry seed;",
            ("stresses", "recommended", "dry seed"),
            {"member_states"},
        ),
        (
            "Stresses the need to ensure that Member States comply with the count;",
            ("stresses", "recommended", "ensure that Member States comply with the count"),
            {"member_states"},
        ),
        (
            "Stresses the importance of States establishing a count;",
            ("stresses", "recommended", "establishing a count"),
            {"member_states"},
        ),
        (
            "Confirms that the measures in paragraph 4 of resolution 9870 (2029) apply to dry seed;",
            ("confirms", "binding", "apply to dry seed"),
            {"member_states"},
        ),
        (
            "Recalls resolutions which emphasize that States should dry seed;",
            ("recalls", "recommended", "dry seed"),
            {"member_states"},
        ),
    ],
)
def test_duties_recalled_and_needs_stressed(words: str, found: tuple[str, str, str], who: set[str]) -> None:
    """A duty recalled stays a duty, a need is advice, and both fall on those whom the words name."""
    assert asked(words) == [found]
    assert bearers(words) == [who]


@pytest.mark.parametrize(
    "words",
    [
        "Reaffirms the obligation of Member States;",
        "Reaffirms the responsibility of States;",
        "Reaffirms the responsibility of the Council to comply with law;",
        "Stresses their responsibility to dry seed;",
        "Stresses the need for rain;",
        "Stresses the need to ensure that rain is wet;",
        "Stresses the importance of establishing a count;",
        "Stresses the importance of rain falling on seed;",
        "Recalls that the Council decided that all States shall dry seed;",
        "Takes note;",
    ],
)
def test_words_that_name_no_bearer_or_no_act_ask_nothing(words: str) -> None:
    """A duty of nobody, a need for a thing and a decision only told make no clause that asks."""
    assert [force for _, force, _ in asked(words)] == ["none"]


def test_a_directive_goes_on_to_somebody_else() -> None:
    """What is asked "for" another of the sentence is a clause of its own; of the same it is not."""
    words = "Calls upon States to dry seed, and for the Secretary-General to count it;"
    assert [action for *_, action in asked(words)] == ["dry seed", "count it"]
    assert bearers(words) == [{"member_states"}, {"secretary_general"}]
    assert len(asked("Calls upon States to dry seed, and for States to count it;")) == 1
    assert len(asked("Calls upon States to dry seed, and for rain;")) == 1


def test_a_participle_that_asks_is_a_clause_of_its_own() -> None:
    """A request behind a comma is read as such, a remark is left out, and a means stays where it is."""
    begin = "Calls upon States to dry seed, "
    assert asked(f"{begin}requesting the Secretary-General to count it;") == [
        ("calls upon", "called_upon", "dry seed"),
        ("requests", "encouraged", "count it"),
    ]
    assert asked(f"{begin}recognizing that rain is wet;") == [("calls upon", "called_upon", "dry seed")]
    (whole,) = asked(f"{begin}recognizing that rain is wet, and to lock barns;")
    assert whole[2].endswith("and to lock barns")
    (means,) = asked(f"{begin}by requesting the Secretary-General to count it;")
    assert means[2].endswith("to count it")


def test_to_do_one_thing_and_consider_another() -> None:
    """What is only to be considered is split from what is to be done."""
    found = asked("Decides that States shall dry seed and shall consider locking barns;")
    assert [action for *_, action in found] == ["dry seed", "locking barns"]


def test_what_we_ask_goes_on() -> None:
    """A second verb of "we" in the same sentence is a clause of its own."""
    assert asked("We urge States to dry seed, and call upon keepers to lock barns;") == [
        ("urges", "called_upon", "dry seed"),
        ("calls upon", "called_upon", "lock barns"),
    ]


def test_items_under_what_the_body_resolves() -> None:
    """An item with an operative verb of its own asks by it; any other is the body's own act."""
    items = ["To encourage States to dry seed", "To welcome the count", "To stress that seed should be dry"]
    text = "".join(
        f"\n\n({letter}) {item};" for letter, item in zip("abcd", [*items, "To lock barns"], strict=True)
    )
    found = [(c.paragraph, c.verb, c.force.value) for c in read_clauses(resolution(f"Resolves:{text}"))]
    assert found == [
        ("1(a)", "encourages", "encouraged"),
        ("1(b)", "welcomes", "none"),
        ("1(c)", "stresses", "recommended"),
        ("1(d)", "resolves", "none"),
    ]


def test_sentences_of_an_item_that_make_lists_of_their_own() -> None:
    """A list inside an attached item belongs to the item's last sentence, not to the paragraph."""
    text = (
        "Urges States to dry seed, including:\n\n(a) rye. States should also lock:\n\n"
        "(i) barns;\n\n(ii) vaults;"
    )
    found = [(c.paragraph, c.force.value, c.action) for c in read_clauses(resolution(text))]
    assert found[1:] == [("1(a)(i)", "recommended", "barns"), ("1(a)(ii)", "recommended", "vaults")]


def test_later_sentences_under_stresses_that() -> None:
    """What an item may do is no advice, and what it should do in its second half is."""
    text = (
        "Stresses that:\n\n(a) States should dry seed. Keepers may sing;\n\n"
        "(b) keepers should count, and should weigh;"
    )
    found = [(c.paragraph, c.force.value, c.action) for c in read_clauses(resolution(text))]
    assert found == [
        ("1(a)", "recommended", "dry seed"),
        ("1(a)", "none", "sing"),
        ("1(b)", "recommended", "count"),
        ("1(b)", "recommended", "weigh"),
    ]
