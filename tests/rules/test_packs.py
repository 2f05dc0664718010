"""Packs: what is read, what is refused, and in which words."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from obligraph.errors import InputError
from obligraph.rules.packs import load_catalogue, read_pack, shipped_packs

HEAD = """
[instrument]
id = "code"
symbol = "CODE 1 (2020)"
title = "A code of our own"
kind = "resolution"
issuer = "security_council"

[[themes]]
id = "borders"
title = "Borders"

[[attributes]]
id = "islands"
title = "has islands"

[[measures]]
id = "harbour-law"
title = "A law on harbours"
theme = "borders"
axis = "formal"
stage = "upstream"
accepts = ["law"]
expects = "The law."
question = "Is there a law?"
effort = 3
effort_basis = "one act"
"""

OBLIGATION = """
[[obligations]]
paragraph = {paragraph}
ordinal = {ordinal}
title = "Watch the harbours"
summary = "Asks that harbours are watched."
verb = "decides"
force = "binding"
force_rule = "council-decides"
bearers = ["member_states"]
needs = "harbour-law"
themes = ["borders"]
"""


def obligation(paragraph: str = '"1"', ordinal: int = 1) -> str:
    """The table of an obligation."""
    return OBLIGATION.format(paragraph=paragraph, ordinal=ordinal)


def relation(source: str, target: str) -> str:
    """The table of a presupposition."""
    return (
        f'\n[[relations]]\ntype = "presupposes"\nsource = "{source}"\ntarget = "{target}"\n'
        'reason = "first things first"\nbasis = "method"\n'
    )


def faults(folder: Path, **packs: str) -> list[str]:
    """The faults of loading packs from a folder, as lines."""
    for name, text in packs.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    load_catalogue.cache_clear()
    with pytest.raises(InputError) as caught:
        load_catalogue(folder)
    return [str(fault) for fault in caught.value.faults]


def test_a_pack_of_ones_own_is_added_to_the_catalogue(tmp_path: Path) -> None:
    """A folder of packs adds its instrument, and what is shipped stays."""
    (tmp_path / "code.toml").write_text(HEAD + obligation(), encoding="utf-8")
    catalogue = load_catalogue(tmp_path)
    assert catalogue.obligations["code.1.1"].title == "Watch the harbours"
    assert "sres2396.12.1" in catalogue.obligations


def test_a_file_of_the_same_name_replaces_a_shipped_pack(tmp_path: Path) -> None:
    """A changed copy of a shipped pack, under its name, takes its place."""
    shipped = (shipped_packs() / "sres2396.toml").read_text(encoding="utf-8")
    title = load_catalogue().obligations["sres2396.12.1"].title
    (tmp_path / "sres2396.toml").write_text(shipped.replace(title, "Our own title"), encoding="utf-8")
    assert load_catalogue(tmp_path).obligations["sres2396.12.1"].title == "Our own title"
    assert load_catalogue().obligations["sres2396.12.1"].title == title


def test_a_paragraph_without_quotes_is_one_clear_message(tmp_path: Path) -> None:
    """Paragraph 5.10 written as a number is refused, with the quotes to write and the ten kept."""
    assert faults(tmp_path, code=HEAD + obligation("5.10")) == [
        'code.toml: obligations[0].paragraph: 5.10 is not text; write it in quotes: "5.10"'
    ]


def test_an_id_given_twice_is_named(tmp_path: Path) -> None:
    """Two clauses of one place in the same paragraph are refused by their id."""
    found = faults(tmp_path, code=HEAD + obligation() + obligation())
    assert found == ["code.toml: code.1.1: this id is given twice; ids are unique"]


def test_a_clause_cannot_both_ask_and_not_ask(tmp_path: Path) -> None:
    """A clause listed as an obligation and under no_duty is refused."""
    no_duty = '\n[[no_duty]]\nparagraph = "1"\nordinal = 1\nreason = "greets"\n'
    (found,) = faults(tmp_path, code=HEAD + obligation() + no_duty)
    assert "code: no_duty 1, 1: this clause is listed twice" in found


def test_an_unknown_measure_comes_with_near_ones(tmp_path: Path) -> None:
    """A need for a measure that does not exist names the nearest known ones."""
    wrong = obligation().replace('"harbour-law"', '{ all = ["harbour-lwa", "pnr-law"] }')
    (found,) = faults(tmp_path, code=HEAD + wrong)
    assert "code.1.1: needs: 'harbour-lwa' is not a known measure (harbour-law" in found


def test_a_cycle_is_named_in_full(tmp_path: Path) -> None:
    """Obligations that presuppose each other in a circle are refused, with the circle in order."""
    three = "".join(obligation(f'"{number}"') for number in (1, 2, 3))
    links = relation("code.1.1", "code.2.1") + relation("code.2.1", "code.3.1")
    (found,) = faults(tmp_path, code=HEAD + three + links + relation("code.3.1", "code.1.1"))
    assert "goes round in a circle" in found
    circle = found.split("circle: ")[1].split(";")[0].split(" -> ")
    pairs = {("code.1.1", "code.2.1"), ("code.2.1", "code.3.1"), ("code.3.1", "code.1.1")}
    assert set(itertools.pairwise(circle)) == pairs


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    """A pack without a word in it is refused."""
    (found,) = faults(tmp_path, code="")
    assert found.endswith("code.toml: is empty")


def test_a_folder_without_packs_is_refused(tmp_path: Path) -> None:
    """A folder that holds no pack, or does not exist, is refused."""
    assert faults(tmp_path)[0].endswith("is not a folder with packs (*.toml)")
    assert faults(tmp_path / "nowhere")[0].endswith("is not a folder with packs (*.toml)")


def test_all_faults_of_all_packs_come_at_once(tmp_path: Path) -> None:
    """Several faults in several files are reported together, each with its place."""
    broken = HEAD + obligation().replace('force = "binding"', 'force = "compulsory"\ncolour = "red"')
    found = faults(
        tmp_path,
        code=broken.replace("effort = 3", "effort = 9"),
        other='[[themes]]\nid = "Two Words"\ntitle = ""\n',
        third="[[measures\n",
    )
    places = ("obligations[0].force", "obligations[0].colour", "measures[0].effort", "themes[0].id")
    for place in (*places, "themes[0].title"):
        assert any(place in line for line in found), place
    assert any("third.toml: is not TOML" in line for line in found)
    assert any("'compulsory' is not accepted here (binding, called_upon" in line for line in found)
    assert any("colour: is not a field of this table" in line for line in found)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('bearers = ["member_states"]', 'bearers = ["cted"]', "needs are for obligations of member_states"),
        ('force = "binding"', 'force = "none"', "list the paragraph under no_duty"),
        ('themes = ["borders"]', "themes = []", "themes"),
        ('needs = "harbour-law"', 'needs = { any = "harbour-law" }', "is not a need"),
        ('paragraph = "1"', 'paragraph = "first"', "paragraph"),
        ("ordinal = 1", "ordinal = 0", "ordinal"),
        ("ordinal = 1", 'ordinal = "1"', "ordinal"),
        ("ordinal = 1", "ordinal = 1.0", "ordinal"),
        ("ordinal = 1", 'ordinal = 1\nrestated = "yes"', "restated"),
        ("ordinal = 1", 'ordinal = 1\napplies_if = { islands = "yes" }', "applies_if.islands"),
    ],
)
def test_what_cannot_be_an_obligation_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    """Each contradiction within an obligation is refused at its place."""
    text = HEAD + obligation()
    assert old in text
    (found,) = faults(tmp_path, code=text.replace(old, new))
    assert found.startswith("code.toml: obligations[0]")
    assert said in found


def test_the_order_of_the_tables_does_not_change_the_rules(tmp_path: Path) -> None:
    """A pack with its tables in another order holds the same obligations."""
    first, second = tmp_path / "first.toml", tmp_path / "second.toml"
    first.write_text(HEAD + obligation('"1"') + obligation('"2"'), encoding="utf-8")
    second.write_text(obligation('"2"') + obligation('"1"') + HEAD, encoding="utf-8")
    one, other = read_pack(first), read_pack(second)
    assert {each.id: each for each in one.obligations} == {each.id: each for each in other.obligations}
    assert one.measures == other.measures
