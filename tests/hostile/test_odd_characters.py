"""Characters that steer terminals, turn text round or break XML: refused in data, harmless in outputs."""

from __future__ import annotations

import json
import unicodedata
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from defusedxml import ElementTree
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from obligraph.cli.main import cli
from obligraph.errors import InputError
from obligraph.extract.document import Document
from obligraph.extract.reading import extract
from obligraph.plain import parse_json, parse_toml
from obligraph.rules.packs import read_pack
from obligraph.sheets.cells import unwritable
from tests.cli.command_line import PROFILE, write

REFUSED = [
    chr(n) for n in (*range(9), 11, 12, *range(14, 32), *range(127, 160), 0xD800, 0xDFFF, 0xFFFE, 0xFFFF)
]
"""What no text of a profile or a pack may hold."""

ODD = st.text(
    st.sampled_from("\u202e\u2066\u200f\u200b\u061c\ufeff\u0301\t\n<>&\"'=]_x\\{}|`*#٣א國\U0001f1fa"),
    min_size=1,
)
"""What it may hold, and what outputs have to take care of."""


@pytest.mark.parametrize("char", REFUSED, ids=lambda char: f"U+{ord(char):04X}")
def test_a_control_character_is_refused_with_its_place(char: str) -> None:
    """Written as an escape in TOML or JSON, in a text or a key, it is one message that names the place."""
    escaped = f"\\u{ord(char):04x}"
    for text in ('{"a": [{"b": "x%s"}]}' % escaped, '{"a%s": 1}' % escaped):  # noqa: UP031 - braces abound
        with pytest.raises(InputError, match=f"U\\+{ord(char):04X}; take it out") as refused:
            parse_json(text, "p.json")
        assert len(refused.value.faults) == 1
        assert str(refused.value).isprintable()
    if not "\ud800" <= char <= "\udfff":
        with pytest.raises(InputError, match=r"p.toml: a\[0\].b: holds"):
            parse_toml(f'[[a]]\nb = "x{escaped}"\n', "p.toml")
    assert unwritable(char), "no cell of a workbook holds it either"


def test_a_pack_is_refused_alike(tmp_path: Path) -> None:
    """A pack's text with an escape sequence is refused by its place."""
    path = write(tmp_path, "pack.toml", '[[themes]]\nid = "x"\ntitle = "red \\u001b[31m"\n')
    with pytest.raises(
        InputError, match=r"pack.toml: themes\[0\].title: holds the control character U\+001B"
    ):
        read_pack(path)


def quoted(text: str) -> str:
    """A text as TOML writes it."""
    return json.dumps(text, ensure_ascii=False)


def well_formed(path: Path) -> None:
    """Reads a file back as its format wants it."""
    data = path.read_bytes()
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(BytesIO(data)) as book:
            for name in book.namelist():
                ElementTree.fromstring(book.read(name))
    elif path.suffix in {".svg", ".graphml", ".xml"}:
        ElementTree.fromstring(data)
    elif path.suffix == ".json":
        json.loads(data)
    else:
        text = data.decode()
        bad = {char for char in text if unicodedata.category(char) == "Cc"} - {"\n", "\t"}
        assert bad == set()


OUTPUTS = (
    ("report", "state.toml", "-o", "out.html"),
    ("report", "state.toml", "-o", "out.xlsx"),
    ("report", "state.toml", "-o", "out.oscal.json"),
    ("graph", "state.toml", "-o", "out.graphml"),
    ("graph", "state.toml", "-o", "out.svg"),
    ("gaps", "state.toml", "-o", "out.txt"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all examples share."""
    return tmp_path_factory.mktemp("odd")


@pytest.mark.slow
@settings(max_examples=3, deadline=None, phases=[Phase.generate])
@given(odd=ODD)
@pytest.mark.parametrize("args", OUTPUTS, ids=lambda args: args[-1])
def test_whatever_a_profile_may_hold_every_format_stays_sound(
    folder: Path, args: tuple[str, ...], odd: str
) -> None:
    """XML stays well-formed, JSON is read back, and plain text holds no control character."""
    text = PROFILE.replace('"Passenger Data Act"', quoted(f"Act {odd} end")).replace(
        '"not at sea"', quoted(f"not {odd} sea")
    )
    state = write(folder, "state.toml", text.replace('"Testland"', quoted(f"T{odd}land")))
    out = folder / args[-1]
    asked = [str(state) if word == "state.toml" else str(out) if word == args[-1] else word for word in args]
    result = CliRunner().invoke(cli, asked)
    assert result.exit_code == 0, result.output
    well_formed(out)


@given(st.lists(st.sampled_from([c for c in REFUSED if c != "\ufffe"]), min_size=1, max_size=5).map("".join))
def test_words_quoted_from_a_document_hold_no_control_character(odd: str) -> None:
    """What extraction quotes can be shown on a terminal and written as XML; its place counts them still."""
    text = f"Resolution 1 (2031)\n\n1. Decides that States shall keep{odd} lamps {odd}on piers;\n"
    for clause in extract(Document("hostile", text)):
        words = clause.action + clause.verb + "".join(each.text for each in clause.qualifiers)
        assert not any(char in REFUSED for char in words)
        assert text[slice(*clause.action_span)].endswith("piers")


def test_what_is_said_of_a_document_does_not_steer(tmp_path: Path) -> None:
    """The line that reports a loss writes out the characters that would move, colour or turn it round."""
    path = write(
        tmp_path, "a.txt", "1. Decides that States shall keep \x1b[31m" + "x\u202e\x9b" * 300 + " lamps;\n"
    )
    result = CliRunner().invoke(cli, ["extract", str(path), "--format", "jsonl"])
    assert "longer than any word" in result.stderr
    for char in "\x1b\x9b\u202e":
        assert char not in result.stderr
        assert char not in result.stdout
