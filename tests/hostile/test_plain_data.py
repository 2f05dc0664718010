"""TOML and JSON beyond a bound, or of odd characters, give one message soon."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from obligraph import plain
from obligraph.engine.reading import load_profile
from obligraph.errors import MOST_FAULTS, InputError

HEAD = 'state = "T"\n'


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.toml", HEAD + "x = " + "[" * 20_000 + "]" * 20_000, "nested more than 64"),
        ("a.toml", HEAD + ".".join(["a"] * 20_000) + " = 1", "nested more than 64"),
        ("a.toml", HEAD + "[" + ".".join(["a"] * 20_000) + "]", "nested more than 64"),
        ("a.json", "[" * 100_000 + "]" * 100_000, "nested more than 64"),
        ("a.json", '{"state": ' + "9" * 5_000 + "}", "more than 100 digits"),
        ("a.toml", "x = " + "9" * 5_000, "more than 100 digits"),
        ("a.json", '{"e": [' + ",".join(["{}"] * 400_000) + "]}", "more than 500,000 values"),
        ("a.json", '{"a": NaN}', "NaN is not a number"),
        ("a.toml", "x = 1e" + "9" * 30, "is not TOML"),
        ("a.toml", HEAD + 'note = "a\0b"', "is not TOML"),
        ("a.json", '{"state": "T\\ud800"}', "state"),
        ("a.json", '{"\\u001b[31m": 1, "state": "T"}', "\\x1b[31m"),
    ],
)
def test_one_message_soon(tmp_path: Path, name: str, text: str, said: str) -> None:
    """Each is refused within some seconds in one line that says why."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    begun = time.process_time()
    with pytest.raises(InputError) as refused:
        load_profile(path)
    assert time.process_time() - begun < 5
    assert len(refused.value.faults) == 1
    assert said in str(refused.value)
    assert str(refused.value).isprintable()
    assert len(str(refused.value)) < 500


def test_faults_are_shown_up_to_a_number(tmp_path: Path) -> None:
    """Of a hundred thousand faults the first are shown, and that there are more is said."""
    path = tmp_path / "a.toml"
    path.write_text(HEAD + "[[evidence]]\n" * 20_000, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load_profile(path)
    assert len(refused.value.faults) == MOST_FAULTS + 1
    assert "only the first 500 faults are shown" in str(refused.value.faults[-1])


def test_signs_inside_texts_do_not_count() -> None:
    """Brackets, points and commas in strings and comments are text, whatever quotes surround them."""
    many = "[{.,=" * 1_000
    toml = f'# {many}\na = "{many}\\""\nb = \'{many}\'\nc = """x{many}"" y\\""""""\nd = \'\'\'{many}\'\'\'\n'
    assert plain.parse_toml(toml, "t")["a"] == many + '"'
    assert plain.parse_json('{"a": "' + many + '\\""}', "t") == {"a": many + '"'}
