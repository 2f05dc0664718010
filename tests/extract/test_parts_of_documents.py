"""Principles, treaties, statements, annexes and copies in one line: the parts of each kind of document."""

from obligraph.extract.document import Document
from tests.extract.reading_help import PRINCIPLES, RESOLUTION, read_clauses, resolution, treaty

Found = list[tuple[str, str, str]]


def parts(text: str, name: str = "text.txt") -> Found:
    """Part, provision and action of each clause outside the preamble."""
    return [(c.part.value, c.paragraph, c.action) for c in read_clauses(Document(name, text))]


def test_principles_between_narrative() -> None:
    """A heading, a note and an unnumbered paragraph end a principle; items stand below it."""
    text = (
        PRINCIPLES
        + "Introduction\n\nSeed is kept in many barns and should be dry in every season of the year.\n\n"
        "Principle 1\n\nKeepers should dry seed.\n\nA. Barns\n\n"
        "Keepers should lock barns in every village of the land, at night and by day.\n\n"
        "Principle 2\n\n(a) Keepers should weigh seed.\n\n"
        "These words are only told: keepers should heed them in every village of the land.\n\n"
        "Principle 3\n\nKeepers should count.\n\nNote\n\nKeepers should sing of seed.\n"
    )
    assert [(part, place) for part, place, _ in parts(text)] == [
        ("narrative", "text 1"),
        ("principle", "1"),
        ("narrative", "text 2"),
        ("principle", "2(a)"),
        ("narrative", "text 3"),
        ("principle", "3"),
        ("narrative", "text 4"),
    ]


def test_articles_with_and_without_words_in_their_heading() -> None:
    """An article may begin in its heading, below its title, or run over several paragraphs."""
    found = parts(
        "Convention on Seed\n\nThe States Parties to this Convention,\n\nHave agreed as follows:\n\n"
        "Article 1. Each Party shall dry seed.\n\nArticle 2\n\nUse of barns\n\n"
        "Each Party shall lock barns.\n\nIt shall count them.\n\nAnnex\n\n1. Each Party shall weigh seed.\n"
    )
    assert found == [
        ("operative", "1", "dry seed"),
        ("operative", "2", "lock barns"),
        ("operative", "2", "count them"),
        ("operative", "annex 1", "weigh seed"),
    ]
    assert len(read_clauses(treaty("Each Party shall dry seed."))) == 1


def test_an_article_that_a_resolution_names_is_no_provision() -> None:
    """A line that opens with "Article 4" in a resolution goes on with the paragraph."""
    text = (
        RESOLUTION + "1. Urges States to dry seed as said in\n\nArticle 4 of the rules, and to lock barns;\n"
    )
    assert [place for _, place, _ in parts(text)] == ["1"]


def test_a_statement_by_the_president() -> None:
    """Each paragraph in which the Council speaks is one; what stands below belongs to the one before."""
    text = (
        "Statement by the President of the Security Council\n\n"
        "“The Security Council urges States to dry seed.\n\n"
        "“The Security Council calls upon States\n\nto lock barns.\n"
    )
    assert parts(text, "S_PRST_2031_4.txt") == [
        ("operative", "1", "dry seed"),
        ("operative", "2", "lock barns"),
    ]


def test_a_resolution_without_numbers() -> None:
    """Operative paragraphs are counted; a recital between them and words after the end are told apart."""
    text = RESOLUTION + (
        "Urges States to dry seed;\n\nRecalling that barns are many,\n\nCalls upon States to lock barns,\n\n"
        "which must be dry;\n\nDecides to remain seized of the matter.\n\nUrges States to sing.\n"
    )
    assert parts(text) == [
        ("operative", "1", "dry seed"),
        ("operative", "2", "lock barns, which must be dry"),
        ("operative", "3", "remain seized of the matter"),
    ]


def test_a_resolution_copied_in_one_line() -> None:
    """Recitals and paragraphs are found inside the line of the formula."""
    text = (
        "Resolution 9902 (2031)\n\nThe Security Council, Recalling nothing, Noting that seed is wet, "
        "1. Urges States to dry seed; 2. Calls upon States to lock barns;\n"
    )
    assert parts(text) == [("operative", "1", "dry seed"), ("operative", "2", "lock barns")]


def test_numbers_inside_words_that_go_on() -> None:
    """A paragraph that goes on below a blank line may hold the next number, or only a heading before it."""
    text = RESOLUTION + (
        "1. Urges States to dry\n\nseed of rye; 2. Urges States to lock barns;\n\n"
        "Barns and vaults 3. Urges States to count;\n"
    )
    assert [action for *_, action in parts(text)] == ["dry seed of rye", "lock barns", "count"]


def test_annexes_with_words_numbers_and_rules() -> None:
    """Annexes count for themselves; unnumbered words in one are provisions, and rules are principles."""
    first = RESOLUTION + "1. Adopts the rules annexed;\n\nAnnex\n\n"
    text = first + (
        "Keepers shall lock barns,\n\nby night and by day.\n\n1. Keepers shall dry seed,\n\nwhich is wet.\n\n"
        "Annex\n\n1. Keepers shall sing.\n"
    )
    assert parts(text)[1:] == [
        ("operative", "annex text 1", "lock barns, by night and by day"),
        ("operative", "annex 1", "dry seed, which is wet"),
        ("operative", "annex 2.1", "sing"),
    ]
    rules = parts(
        first + "Standard Minimum Rules\n\nRule 1\n\nKeepers should dry seed.\n\n"
        "Rule 2\n\n1. Keepers should count.\n"
    )
    assert rules[1:] == [("principle", "1", "dry seed"), ("principle", "2(1)", "count")]


def test_guidelines_annexed_to_a_resolution() -> None:
    """In annexed guidelines the introduction is narrative, and the numbers below a letter carry it."""
    found = parts(
        RESOLUTION + "1. Adopts the guidelines annexed;\n\nAnnex\n\nGuidelines on the keeping of seed\n\n"
        "Introduction\n\n1. Barns should be dry.\n\nA. Keeping\n\n1. Keepers should dry seed.\n"
    )
    assert found[1:] == [("narrative", "annex 1", "be dry"), ("principle", "annex A.1", "dry seed")]


def test_a_promise_with_a_heading_and_items() -> None:
    """Below "Action 1. We will:" an item promises, unless it has an operative verb of its own."""
    text = (
        "99/1. Seed\n\nThe General Assembly,\n\nNoting it,\n\n1. We will dry seed.\n\nAction 1. We will:\n\n"
        "(a) To encourage States to count barns;\n\n(b) lift barns;\n\n2. We will count.\n"
    )
    assert parts(text) == [
        ("operative", "1", "dry seed"),
        ("operative", "action 1(a)", "count barns"),
        ("operative", "action 1(b)", "lift barns"),
        ("operative", "2", "count"),
    ]


def test_an_item_of_one_stray_letter_is_left_out() -> None:
    """What a damaged copy leaves of an item is no provision when it is a single letter."""
    text = RESOLUTION + "1. Urges States to:\n\n(a) x\n\n(b) dry seed;\n"
    assert parts(text) == [("operative", "1(b)", "dry seed")]


def test_a_treaty_in_an_annex_is_read_as_a_treaty() -> None:
    """Its shall binds its parties, its paragraphs bear its articles, and its preamble asks nothing."""
    words = (
        "Adopts the Convention on Seed annexed to this resolution;\n\nAnnex\n\nConvention on Seed\n\n"
        "The States Parties to this Convention,\n\nConcerned that seed should be dry,\n\n"
        "Have agreed as follows:\n\nArticle 1\n\nTerms\n\nIn this Convention, seed shall mean "
        "grain.\n\nArticle 2\n\nBarns\n\n1. Each State Party shall lock its barns.\n\n2. Each State Party "
        "may count them.\n\n3. Keys shall be kept."
    )
    found = [c for c in read_clauses(resolution(words)) if c.paragraph.startswith("annex 2")]
    assert [(c.paragraph, c.force.value, [a.value for a in c.addressees]) for c in found] == [
        ("annex 2(1)", "binding", ["state_parties"]),
        ("annex 2(2)", "none", ["state_parties"]),
        ("annex 2(3)", "binding", ["state_parties"]),
    ]
