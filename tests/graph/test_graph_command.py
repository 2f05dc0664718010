"""`obligraph graph` on the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from obligraph.cli.graph import command
from obligraph.errors import InputError
from obligraph.graph.formats import ENDINGS
from obligraph.graph.running_dot import has_dot

PROFILE = """
state = "Atlantis"
as_of = 2026-06-30

[[evidence]]
id = "secret-report"
title = "Inspection report on passenger data"
kind = "report"
contradicts = ["pnr-law"]
collected = 2026-01-01
confidentiality = "restricted"

[[evidence]]
id = "pnr-act"
title = "Act on passenger name records"
kind = "law"
supports = ["pnr-law"]
effective_from = 2020-01-01
locator = { article = "art. 4" }
"""


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A profile with one public and one restricted record."""
    path = tmp_path / "profile.toml"
    path.write_text(PROFILE, encoding="utf-8")
    return path


def run(*args: str | Path) -> Result:
    """Runs the command; faults are raised as they are."""
    return CliRunner().invoke(command, [str(arg) for arg in args], catch_exceptions=False)


@pytest.mark.parametrize("ending", sorted(set(ENDINGS) - {".png", ".pdf"}))
def test_each_ending_writes_its_format_twice_alike(ending: str, tmp_path: Path, profile: Path) -> None:
    """Each format that needs no other program is written, and comes out the same each time."""
    texts = []
    for name in ("one", "two"):
        path = tmp_path / f"{name}{ending}"
        assert run(profile, "-o", path).exit_code == 0
        texts.append(path.read_bytes())
    assert texts[0] == texts[1]
    assert len(texts[0]) > 300


@pytest.mark.dot
@pytest.mark.skipif(not has_dot(), reason="the program dot (Debian package graphviz) is missing")
@pytest.mark.parametrize(("ending", "start"), [(".png", b"\x89PNG"), (".pdf", b"%PDF")])
def test_pictures_come_from_dot(ending: str, start: bytes, tmp_path: Path) -> None:
    """PNG and PDF are written where `dot` is installed."""
    path = tmp_path / f"graph{ending}"
    run("-o", path)
    assert path.read_bytes().startswith(start)


def test_without_a_file_dot_goes_to_standard_output() -> None:
    """DOT can be piped on."""
    found = run("--view", "instrument", "--focus", "sres2396")
    assert found.stdout.startswith("digraph obligraph {")


def test_without_dot_a_picture_fails_and_dot_text_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PNG names the missing package and leaves nothing behind; DOT, SVG and the page are written."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(InputError, match="Debian package graphviz"):
        run("-o", tmp_path / "graph.png")
    assert list(tmp_path.iterdir()) == []
    for ending in (".dot", ".svg", ".html"):
        assert run("-o", tmp_path / f"graph{ending}").exit_code == 0


def test_data_formats_hold_everything(tmp_path: Path) -> None:
    """JSON without a view has every obligation and measure; with a view it has that part."""
    path = tmp_path / "graph.json"
    run("-o", path)
    whole = json.loads(path.read_text(encoding="utf-8"))
    run("-o", path, "--focus", "sres2396.12.1")
    part = json.loads(path.read_text(encoding="utf-8"))
    assert len(whole["nodes"]) > 200
    assert len(part["nodes"]) < 60


def test_a_picture_is_never_of_everything(tmp_path: Path, profile: Path) -> None:
    """The default picture stays below what can be read, with and without a profile."""
    for args in ((), (profile,), ("--view", "instrument", "--focus", "madrid")):
        found = run(*args)
        assert found.stdout.count(" [fillcolor=") < 60


@pytest.mark.parametrize("ending", sorted(set(ENDINGS) - {".png", ".pdf"}))
def test_restricted_evidence_is_in_no_public_output(ending: str, tmp_path: Path, profile: Path) -> None:
    """With --public neither id nor title of restricted evidence is in any format; without it, it is."""
    path = tmp_path / f"graph{ending}"
    focus = ("--focus", "sres2396.12.1") if ending != ".html" else ()
    run(profile, "-o", path, *focus)
    assert "Inspection report" in path.read_text(encoding="utf-8")
    run(profile, "-o", path, *focus, "--public")
    text = path.read_text(encoding="utf-8")
    assert "Inspection report" not in text
    assert "secret-report" not in text


def test_most_and_depth_narrow_a_picture() -> None:
    """`--most` leaves the weaker out and says so; `--depth 0` leaves out the chain."""
    few = run("--view", "instrument", "--focus", "sres2396", "--most", "5").stdout
    assert "Shows 5 of " in few
    near = run("--focus", "sres2396.12.1", "--depth", "0").stdout
    assert '"sres2396.12.1" -> "sres2396.11.1"' not in near
    assert '"sres2396.12.1" -> "sres2396.11.1"' in run("--focus", "sres2396.12.1").stdout


@pytest.mark.parametrize(
    "args",
    [
        ("keystones",),
        ("bottlenecks",),
        ("path", "madrid.36c.1", "pnr-law"),
        ("blocks", "sres2396.13.1"),
        ("cycles",),
        ("orphans",),
    ],
)
def test_each_question_is_answered_as_text_and_json(args: tuple[str, ...], profile: Path) -> None:
    """The text names the question; JSON says whose and of which day, and is the same each time."""
    text = run("ask", *args, "--profile", profile).stdout
    assert text.splitlines()[0].endswith("?")
    one, two = (run("ask", *args, "--profile", profile, "--format", "json").stdout for _ in range(2))
    document = json.loads(one)
    assert (document["question"], document["state"], document["as_of"]) == (args[0], "Atlantis", "2026-06-30")
    assert "not a finding" in document["caveat"]
    assert one == two


def test_keystones_come_with_their_paths() -> None:
    """JSON gives each path from what is held up to the keystone."""
    found = json.loads(run("ask", "keystones", "--format", "json").stdout)
    first = found["answer"][0]
    assert found["state"] is None
    assert {path[-1] for path in first["paths"]} == {first["obligation"]}
    assert [path[0] for path in first["paths"]] == first["blocks"]


def test_an_unknown_id_is_answered_with_the_nearest() -> None:
    """A mistyped id is one fault with candidates."""
    with pytest.raises(InputError, match=r"there is no 'pnr-lwa' \(pnr-law"):
        run("ask", "path", "pnr-lwa", "pnr-law")
    with pytest.raises(InputError, match="is not the ending of a format"):
        run("-o", "graph.gif")
    with pytest.raises(InputError, match="needs the ratings of a State; name a profile"):
        run("--view", "gaps")


def test_help_names_every_view_and_every_question() -> None:
    """Help shows the views with an example each, and leads to the questions."""
    words = run("--help").stdout
    assert words.startswith("Usage: graph [OPTIONS] [PROFILE]")
    assert "graph ask --help" in words
    asked = run("ask", "--help").stdout
    assert all(name in asked for name in ("keystones", "bottlenecks", "path", "blocks", "cycles", "orphans"))
