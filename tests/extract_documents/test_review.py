"""The review sheet: what is written comes back, what is wrong is named cell by cell."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from obligraph.cli.main import cli
from obligraph.errors import InputError
from obligraph.extract.clause import Clause, Signal
from obligraph.extract.review import Decision, Verdict, fingerprint, read_review, reviewed, write_review
from obligraph.extract.review_sheet import COLUMNS, GUIDE, SHEET
from obligraph.rules.words import Actor, Force, Part

LETTERS = {column.id: chr(ord("A") + n) for n, column in enumerate(COLUMNS)}


PLAIN = Clause(
    id="port1.1.1",
    instrument="port1",
    symbol="PORT/1",
    part=Part.OPERATIVE,
    paragraph="1",
    ordinal=1,
    verb="decides",
    force=Force.BINDING,
    force_rule="decides-shall",
    force_words="Decides that",
    restated=False,
    prohibition=False,
    chapter_vii="none",
    addressees=(Actor.MEMBER_STATES,),
    action="light the lamps",
    action_span=(10, 20),
    clause_span=(0, 20),
)


def clause(number: int = 1, action: str = "light the lamps") -> Clause:
    """A clause of an invented resolution."""
    return replace(PLAIN, id=f"port1.{number}.1", paragraph=str(number), action=action)


def doubtful(number: int) -> Clause:
    """A clause that a reviewer should look at."""
    signals = (Signal("implied_bearer", "nobody named", 0.5),)
    return replace(clause(number), confidence=0.5, signals=signals, other_reading="called_upon: no modal")


def sheet_with(path: Path, clauses: list[Clause], cells: dict[str, str]) -> Path:
    """A review sheet in which a reviewer has filled in some cells, named `column` + line."""
    write_review(path, clauses)
    book = load_workbook(path)
    for place, value in cells.items():
        column, line = place.rsplit(":", 1)
        book[SHEET][f"{LETTERS[column]}{line}"] = value
    book.save(path)
    return path


def messages(path: Path) -> list[str]:
    """The faults found in a sheet."""
    with pytest.raises(InputError) as error:
        read_review(path)
    return [str(fault) for fault in error.value.faults]


def test_an_untouched_sheet_leaves_every_clause_open(tmp_path: Path) -> None:
    """A sheet comes back line by line; nothing written means nothing decided."""
    clauses = [clause(1), clause(2)]
    write_review(tmp_path / "r.xlsx", clauses)
    verdicts = read_review(tmp_path / "r.xlsx")
    assert [(v.clause, v.decision, v.print) for v in verdicts] == [
        (c.id, Decision.OPEN, fingerprint(c)) for c in clauses
    ]
    assert list(reviewed(clauses, verdicts, "r.xlsx")) == [(c, c) for c in clauses]


def test_decisions_are_made(tmp_path: Path) -> None:
    """Accepted clauses lose their doubts, changed ones take the reviewer's labels, rejected ones go."""
    clauses = [doubtful(n) for n in range(1, 6)]
    cells = {
        "decision:2": "accept",
        "decision:3": "Change",
        "your_force:3": "called upon",
        "your_addressees:3": "ctc, Regional Orgs; ctc",
        "your_action:3": "mend the lamps",
        "decision:4": "reject",
        "your_force:5": "binding",
        "note:6": "ask the harbour",
    }
    verdicts = read_review(sheet_with(tmp_path / "r.xlsx", clauses, cells))
    kept = [new for _, new in reviewed(clauses, verdicts, "r.xlsx")]
    assert [(c.id, c.force, c.addressees, c.action, c.confidence) for c in kept] == [
        ("port1.1.1", Force.BINDING, (Actor.MEMBER_STATES,), "light the lamps", 1.0),
        ("port1.2.1", Force.CALLED_UPON, (Actor.CTC, Actor.REGIONAL_ORGS), "mend the lamps", 1.0),
        ("port1.4.1", Force.BINDING, (Actor.MEMBER_STATES,), "light the lamps", 1.0),
        ("port1.5.1", Force.BINDING, (Actor.MEMBER_STATES,), "light the lamps", 0.5),
    ]
    assert kept[1].force_rule == "reviewer"
    assert kept[2].force_rule == "decides-shall"
    assert verdicts[4] == Verdict(
        "port1.5.1", fingerprint(clauses[4]), Decision.OPEN, note="ask the harbour", where=f"{SHEET}!A6"
    )


def test_all_faulty_cells_are_named(tmp_path: Path) -> None:
    """Every cell that cannot be used is named with its sheet and place, with what would be accepted."""
    cells = {
        "decision:2": "acept",
        "your_force:3": "bindng",
        "your_addressees:3": "the moon, member_state",
        "decision:4": "reject",
        "your_action:4": "mend it",
        "decision:5": "change",
    }
    found = messages(sheet_with(tmp_path / "r.xlsx", [clause(n) for n in range(1, 5)], cells))
    text = "\n".join(found)
    for column, line, words in [
        ("decision", 2, "did you mean 'accept'?"),
        ("your_force", 3, "did you mean 'binding'?"),
        ("your_addressees", 3, "'the moon' is not an addressee"),
        ("your_addressees", 3, "member_states"),
        ("decision", 4, "the decision is 'reject', but the line holds a change"),
        ("decision", 5, "nothing is changed"),
    ]:
        place = f"{SHEET}!{LETTERS[column]}{line}"
        assert any(place in line_ and words in line_ for line_ in found), (place, words, text)
    assert len(found) == 6


def test_a_line_twice_or_without_id_is_a_fault(tmp_path: Path) -> None:
    """A clause decided twice, or a line without its clause, is named."""
    path = sheet_with(
        tmp_path / "r.xlsx", [clause(1), clause(2), clause(3)], {"id:3": "port1.1.1", "id:4": ""}
    )
    found = messages(path)
    assert any("'port1.1.1' is in line 2 already" in m for m in found)
    assert any(f"{SHEET}!A4: is empty" in m for m in found)


def test_a_sheet_of_another_document_is_refused(tmp_path: Path) -> None:
    """A decision on a clause that is gone or reads otherwise now is named, with the nearest clause."""
    path = sheet_with(
        tmp_path / "r.xlsx", [clause(1), clause(22)], {"decision:2": "accept", "decision:3": "reject"}
    )
    verdicts = read_review(path)
    with pytest.raises(InputError) as error:
        list(reviewed([clause(1, "light no lamps"), clause(2)], verdicts, "r.xlsx"))
    text = str(error.value)
    assert "clause 'port1.1.1' reads otherwise now" in text
    assert "the documents hold no clause 'port1.22.1' (port1.2.1" in text


def test_a_sheet_of_wholly_other_documents_gives_one_message(tmp_path: Path) -> None:
    """Where no clause of the sheet is there, one message names both instruments."""
    verdicts = read_review(sheet_with(tmp_path / "r.xlsx", [clause(1), clause(2)], {"decision:2": "accept"}))
    with pytest.raises(InputError, match="reviews port1, but the documents are quay7") as error:
        list(reviewed([replace(clause(1), id="quay7.1.1")], verdicts, "r.xlsx"))
    assert len(error.value.faults) == 1


@pytest.mark.parametrize(
    "action", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")', "\t=1", "a\x00b", "\ud800"]
)
def test_no_cell_is_a_formula(tmp_path: Path, action: str) -> None:
    """Text that begins like a formula stays text, and text that no cell can hold is marked."""
    write_review(tmp_path / "r.xlsx", [clause(1, action)])
    cell = load_workbook(tmp_path / "r.xlsx")[SHEET][f"{LETTERS['action']}2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix is (action[0] in "=+-@\t")
    assert str(cell.value).strip() == action.replace("\x00", "\ufffd").replace("\ud800", "\ufffd").strip()


def test_the_sheet_is_made_for_people(tmp_path: Path) -> None:
    """Drop-down lists, a frozen head, a filter and instructions are there; doubtful lines are coloured."""
    write_review(tmp_path / "r.xlsx", [clause(1), doubtful(2)])
    book = load_workbook(tmp_path / "r.xlsx")
    sheet = book[SHEET]
    lists = {str(check.sqref): check.formula1 for check in sheet.data_validations.dataValidation}
    assert lists == {
        f"{LETTERS['decision']}2:{LETTERS['decision']}3": "Choices!$A$1:$A$4",
        f"{LETTERS['your_force']}2:{LETTERS['your_force']}3": "Choices!$B$1:$B$6",
    }
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == "A1:T3"
    assert sheet["A2"].fill.fgColor.rgb != sheet["A3"].fill.fgColor.rgb
    assert "green" in str(book[GUIDE]["A1"].value)


def test_the_same_clauses_give_the_same_bytes(tmp_path: Path) -> None:
    """A sheet depends on its clauses only, not on the time of day."""
    write_review(tmp_path / "a.xlsx", [clause(1)])
    write_review(tmp_path / "b.xlsx", [clause(1)])
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no workbook", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_sheet_is_refused(tmp_path: Path, data: bytes) -> None:
    """A file that is no review sheet gives one message."""
    path = tmp_path / "r.xlsx"
    path.write_bytes(data)
    assert len(messages(path)) == 1


def test_missing_columns_are_named(tmp_path: Path) -> None:
    """A sheet without its columns is refused, each column named."""
    book = Workbook()
    book.create_sheet(SHEET).append(["Clause", "Your note"])
    book.save(tmp_path / "r.xlsx")
    assert any("there is no column 'Your force'" in m for m in messages(tmp_path / "r.xlsx"))


def test_two_copies_of_a_clause_are_refused(tmp_path: Path) -> None:
    """Two clauses of one id cannot be told apart in a sheet."""
    with pytest.raises(InputError, match="is there twice"):
        write_review(tmp_path / "r.xlsx", [clause(1), clause(1)])


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=40), st.text(max_size=20))
def test_any_text_goes_through(tmp_path_factory: pytest.TempPathFactory, action: str, note: str) -> None:
    """Whatever a clause holds, its sheet can be written and read back."""
    path = tmp_path_factory.mktemp("review") / "r.xlsx"
    one = replace(clause(1, action), other_reading=note)
    write_review(path, [one])
    assert [v.print for v in read_review(path)] == [fingerprint(one)]


DOCUMENT = """PORT/RES/1 (2031)

The Security Council,

Recalling its visit,

1. Decides that all States shall light the lamps of the quay;

2. Encourages Member States to mend the nets, as appropriate.
"""


def test_the_command_writes_and_takes_in_a_sheet(tmp_path: Path) -> None:
    """`extract --review` writes the sheet, `--reviewed` lists the clauses as the reviewer left them."""
    document, sheet = tmp_path / "port.txt", tmp_path / "r.xlsx"
    document.write_text(DOCUMENT, encoding="utf-8")
    done = CliRunner().invoke(cli, ["extract", str(document), "--review", str(sheet)])
    assert done.exit_code == 0, done.output
    assert "2 clauses for review" in done.stderr
    assert done.stdout == ""
    book = load_workbook(sheet)
    book[SHEET][f"{LETTERS['decision']}2"] = "reject"
    book[SHEET][f"{LETTERS['your_force']}3"] = "consider"
    book.save(sheet)
    done = CliRunner().invoke(cli, ["extract", str(document), "--reviewed", str(sheet), "--format", "jsonl"])
    assert done.exit_code == 0, done.output
    assert done.stdout.count("\n") == 1
    assert '"force": "consider", "force_rule": "reviewer"' in done.stdout
