"""Paragraphs, items, annexes and page furniture are told apart, whatever the copy looks like."""

from obligraph.extract.document import Document
from obligraph.extract.furniture import blank_furniture
from tests.extract.reading_help import RESOLUTION, read_clauses, resolution, short


def paragraphs(document: Document) -> list[str]:
    """The provision of each clause."""
    return [clause.paragraph for clause in read_clauses(document)]


def test_paragraphs_that_run_in_one_line() -> None:
    """A number counts inside a line where it is the next one and an operative verb follows."""
    line = (
        "1. Urges States to dry seed; 2. Notes that figure 9. Is "
        "missing; 3. Decides to remain seized of the matter."
    )
    assert paragraphs(Document("r.txt", RESOLUTION + line)) == ["1", "2", "3"]


def test_a_heading_between_paragraphs_belongs_to_none() -> None:
    """A heading in the same line as the next number is no part of the paragraph before it."""
    line = "1. Urges States to dry seed; Barns and Vaults 2. Urges States to lock vaults;"
    assert [clause[3] for clause in short(Document("r.txt", RESOLUTION + line))] == [
        "dry seed",
        "lock vaults",
    ]


def test_page_furniture_inside_a_sentence() -> None:
    """A page break in the middle of a sentence leaves action and span whole."""
    text = RESOLUTION + "1. Urges States to dry the\nS/RES/9902 (2031)\n31-09902 2 /3\nseed of rye;\n"
    document = Document("r.txt", text)
    (clause,) = read_clauses(document)
    assert clause.action == "dry the seed of rye"
    start, end = clause.action_span
    assert blank_furniture(text)[start:end].split() == clause.action.split()


def test_an_annex_has_numbers_of_its_own() -> None:
    """Numbers that begin anew behind an annex heading do not continue the main text."""
    document = Document(
        "r.txt",
        RESOLUTION + "1. Adopts the rules annexed;\n\n2. Decides to remain seized of the matter.\n\nAnnex\n\n"
        "1. The Ombudsperson shall keep the keys.\n\n2. The Ombudsperson shall number them.\n",
    )
    assert paragraphs(document) == ["1", "2", "annex 1", "annex 2"]


def test_nested_items() -> None:
    """Roman items below lettered ones get labels of both levels, and the letter i after h stays a letter."""
    text = (
        "Urges States to:\n\n(a) Lock vaults and to:\n\n(i) number keys;\n\n(ii) hide keys;\n\n(b) Dry seed;"
    )
    assert paragraphs(resolution(text)) == ["1(a)(i)", "1(a)(ii)", "1(b)"]
    letters = "".join(f"\n\n({letter}) Dry seed {letter};" for letter in "abcdefghij")
    assert paragraphs(resolution("Urges States to:" + letters))[-2:] == ["1(i)", "1(j)"]


def test_items_that_run_in_one_line() -> None:
    """Items behind a colon in the same line are items."""
    assert paragraphs(resolution("Decides that States shall: (a) Lock vaults; (b) Dry seed;")) == [
        "1(a)",
        "1(b)",
    ]


def test_ids_count_all_clauses_of_a_provision() -> None:
    """A clause without a duty takes its place in the numbering of its provision."""
    found = read_clauses(resolution("Welcomes rain, urges States to dry seed, and encourages them to rest;"))
    assert [clause.id for clause in found] == ["sres9902.1.1", "sres9902.1.2", "sres9902.1.3"]


def test_what_is_not_read_is_listed() -> None:
    """An operative paragraph in which no clause is found is listed with a signal, never passed over."""
    (clause,) = read_clauses(resolution("Grain and straw of the old kind;"))
    assert (clause.force, [signal.name for signal in clause.signals]) == ("none", ["no_operative_verb"])


def test_a_hard_wrapped_scan() -> None:
    """Lines broken as printed are joined, and the closing lines of a scan are no operative text."""
    text = (
        RESOLUTION + "1. Urges\nStates to dry\nseed ;\n\n2. Decides to remain seized of\nthe "
        "matter.\n\nAdopted unanimously\nat the 9th meeting.\n"
    )
    assert [(c[0], c[3]) for c in short(Document("r.txt", text))] == [
        ("1.1", "dry seed"),
        ("2.1", "remain seized of the matter"),
    ]
