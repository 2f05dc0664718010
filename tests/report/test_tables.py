"""One row model, several formats: nothing is dropped, nothing steers a terminal or a spreadsheet."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from obligraph.report.csv_table import FORMULA_STARTS, csv_text
from obligraph.report.json_text import Json, json_text, listing_document
from obligraph.report.listing import Column, Listing
from obligraph.report.table import clean, plain_table, width
from obligraph.report.terminal import rich_listing

COLUMNS = (
    Column("rank", "No.", right=True),
    Column("force", "Force"),
    Column("title", "Title"),
    Column("missing", "Missing", detail=True),
    Column("why", "Stands here because", detail=True),
    Column("stable", "Firm", detail=True, table=False),
)

LISTING = Listing(
    "Gaps",
    COLUMNS,
    (
        (
            1,
            "binding",
            "Keep watch lists",
            ("a law that gives watch lists their basis [list-law]", "a register [register]"),
            "first",
            True,
        ),
        (12, "called upon", "Share them", (), "second", False),
    ),
    notes=("A caveat.",),
    context=(("state", "State", "Testland"), ("as_of", "As of", "2024-06-30")),
)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def terminal_text(listing: Listing, columns: int) -> str:
    """What a terminal of a width shows."""
    console = Console(width=columns, file=io.StringIO(), color_system=None, highlight=False)
    console.print(rich_listing(listing, columns))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def read_csv(text: str) -> list[dict[str, str]]:
    """The rows of a CSV table by its header."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_plain_tables_are_aligned() -> None:
    """A plain table aligns its cells, sets numbers flush right and details below their row."""
    assert plain_table(LISTING) == (
        "Gaps\n"
        "State: Testland | As of: 2024-06-30\n"
        "\n"
        "No.  Force        Title\n"
        "  1  binding      Keep watch lists\n"
        "     Missing:\n"
        "       - a law that gives watch lists their basis [list-law]\n"
        "       - a register [register]\n"
        "     Stands here because: first\n"
        " 12  called upon  Share them\n"
        "     Stands here because: second\n"
        "\n"
        "A caveat.\n"
    )


def test_every_format_has_every_column() -> None:
    """CSV and JSON have every column; a table has those that no other column or note says."""
    assert [*read_csv(csv_text([LISTING]))[0]] == [
        *(column.key for column in COLUMNS),
        *("state", "as_of", "notes"),
    ]
    document = listing_document(LISTING)
    assert isinstance(document["rows"], list)
    for row in document["rows"]:
        assert isinstance(row, dict)
        assert [*row] == [column.key for column in COLUMNS]
    for shown in (plain_table(LISTING), terminal_text(LISTING, 120)):
        assert all((column.heading in shown) is column.table for column in COLUMNS)


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 200])
def test_a_terminal_of_any_width_drops_no_word(columns: int) -> None:
    """However narrow the terminal, every word of the listing is there and no line is too long."""
    shown = terminal_text(LISTING, columns)
    assert set(plain_table(LISTING).replace("|", "").split()) <= set(shown.split())
    assert all(width(line) <= columns for line in shown.splitlines())


@given(texts)
def test_a_plain_table_cuts_nothing(text: str) -> None:
    """Whatever the text of a cell or a detail, a plain table shows all its words."""
    words = clean(text).split()
    row = (1, "binding", text, (text,), text, False)
    shown = plain_table(Listing("Gaps", COLUMNS, (row,)))
    assert all(shown.split().count(word) >= 2 for word in words)


@given(texts)
def test_a_table_has_no_control_characters(text: str) -> None:
    """No control character of a cell reaches a table."""
    shown = plain_table(Listing("Gaps", COLUMNS, ((1, text, text, (text, text), text, False),)))
    assert clean(shown.replace("\n", "")) == " ".join(shown.replace("\n", "").split())


@given(st.lists(st.tuples(texts, texts), max_size=4))
def test_csv_is_inert_and_whole(pairs: list[tuple[str, str]]) -> None:
    """Read back, a CSV table has every cell as it was but for a quotation mark that makes formulas inert."""
    columns = (Column("one", "One"), Column("two", "Two"))
    rows = read_csv(csv_text([Listing("L", columns, tuple(pairs), notes=("=note",))]))
    assert len(rows) == len(pairs)
    for row, (one, two) in zip(rows, pairs, strict=True):
        assert row["one"].removeprefix("'") == one.replace("\0", "").removeprefix("'")
        assert row["two"].removeprefix("'") == two.replace("\0", "").removeprefix("'")
        assert not any(cell.startswith(FORMULA_STARTS) for cell in row.values())


def test_numbers_stay_numbers_in_csv() -> None:
    """A negative number is no formula."""
    assert "-3" in csv_text([Listing("L", (Column("n", "N"),), ((-3,),))])


def test_several_listings_share_one_csv_table() -> None:
    """Listings of the same columns share one table, told apart by its first column, with the notes of all."""
    other = Listing("Evidence needed", COLUMNS, LISTING.rows[:1], context=LISTING.context)
    rows = read_csv(csv_text([LISTING, other]))
    assert [row["list"] for row in rows] == ["Gaps", "Gaps", "Evidence needed"]
    assert {row["notes"] for row in rows} == {"A caveat."}


def test_listings_of_other_columns_do_not() -> None:
    """Listings of different columns are refused."""
    with pytest.raises(ValueError, match="same columns"):
        csv_text([LISTING, Listing("Other", (Column("n", "N"),), ())])


def test_a_row_of_the_wrong_length_is_refused() -> None:
    """A row that does not fit the columns is refused when the listing is made."""
    with pytest.raises(ValueError, match="2 cells for 1 columns"):
        Listing("L", (Column("n", "N"),), ((1, 2),))


def test_an_empty_listing_says_so() -> None:
    """A listing without rows says what there is not, in every table."""
    none = Listing("Gaps", COLUMNS, (), empty="No gap is shown.")
    assert "No gap is shown." in plain_table(none)
    assert "No gap is shown." in terminal_text(none, 80)
    assert read_csv(csv_text([none])) == []


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | texts,
        lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
        max_leaves=12,
    )
)
def test_json_reads_back(document: Json) -> None:
    """JSON text reads back as what was written, keeps the order of keys and ends in a newline."""
    text = json_text(document)
    assert json.loads(text) == document
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
