"""The source's own paragraph beside each obligation, where the user has the documents."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from obligraph.cli.main import cli
from obligraph.extract.document import Document
from obligraph.extract.paragraphs import lay_out, paragraphs
from obligraph.report.quoting import Quoted, quotations
from obligraph.report.schemas import schema
from obligraph.rules.packs import load_catalogue
from tests.golden import SAMPLES

RESOLUTION = SAMPLES / "resolution" / "resolution.txt"
SOURCES = Path(__file__).resolve().parents[3] / "shared" / "sources"
with_sources = [
    pytest.mark.shared,
    pytest.mark.skipif(not SOURCES.is_dir(), reason="the source documents are not beside the checkout"),
]

HEAD = """
[instrument]
id = "sres9901"
symbol = "S/RES/9901 (2031)"
title = "Vaults of seed"
kind = "resolution"
issuer = "security_council"

[[themes]]
id = "seed"
title = "Seed"
"""
PARAGRAPHS = ("2", "3(b)", "4", "12")
DUTY = """
[[obligations]]
paragraph = "{}"
ordinal = 1
title = "A duty"
summary = "States look after seed."
verb = "decide"
force = "binding"
force_rule = "decides-shall"
bearers = ["member_states"]
themes = ["seed"]
"""
PACK = HEAD + "".join(map(DUTY.format, PARAGRAPHS))
"""A pack for the sample resolution; of its paragraphs the resolution has no twelfth."""

VAULTS = "Decides that Member States shall keep a register of their public vaults"
QUOTED = "Decides also that all States shall: […] (b) Refrain from buying seed whose origin is not shown;"


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """A folder with the pack."""
    folder = tmp_path / "packs"
    folder.mkdir()
    (folder / "sres9901.toml").write_text(PACK, encoding="utf-8")
    return folder


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with the sample resolution under a name that tells nothing, and with what is no instrument."""
    folder = tmp_path / "documents"
    (folder / "further").mkdir(parents=True)
    (folder / "vaults.txt").write_bytes(RESOLUTION.read_bytes())
    (folder / "list.txt").write_text("1. A shopping list.\n", encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    return folder


def quoted(documents: Path, packs: Path) -> Quoted:
    """What is quoted for the obligations of the pack."""
    catalogue = load_catalogue(packs)
    return quotations(documents, catalogue, (o for o in catalogue.rated() if o.instrument == "sres9901"))


def run(*args: str | Path) -> Result:
    """What the command line does."""
    return CliRunner().invoke(cli, [str(arg) for arg in args])


def explain(documents: Path, packs: Path, name: str, *options: str) -> Result:
    """An explanation for a State without evidence."""
    profile = packs.parent / "state.toml"
    profile.write_text('state = "Testland"\nas_of = 2024-06-30\n', encoding="utf-8")
    return run("explain", profile, name, "--catalogue", packs, "--sources", documents, *options)


def test_the_document_is_found_by_its_content(documents: Path, packs: Path) -> None:
    """Whatever a file is called, its symbol says what it is; number and file name stand beside."""
    found = quoted(documents, packs).by_obligation
    assert sorted(found) == ["sres9901.2.1", "sres9901.3b.1", "sres9901.4.1"]
    assert found["sres9901.2.1"].text.startswith(VAULTS)
    assert (found["sres9901.2.1"].paragraph, found["sres9901.2.1"].file) == ("2", "vaults.txt")
    assert not any(each.damaged for each in found.values())


def test_the_page_break_is_no_part_of_the_words(documents: Path, packs: Path) -> None:
    """A paragraph that goes on after a page break is quoted whole, without the lines of the page."""
    text = quoted(documents, packs).by_obligation["sres9901.2.1"].text
    assert "requests the Secretary-General to publish a model register" in text


def test_an_item_stands_behind_its_opening_words(documents: Path, packs: Path) -> None:
    """What is left out between the opening words and an item is marked; a list is quoted whole."""
    found = quoted(documents, packs).by_obligation
    assert found["sres9901.3b.1"].text == QUOTED
    assert found["sres9901.4.1"].text.endswith(
        "(a) lending specimens to border posts; (b) printing field guides;"
    )


def test_what_could_not_be_used_is_named_once(documents: Path, packs: Path) -> None:
    """Files that cannot be read or are no instrument, and paragraphs that are not there, each have a line."""
    broken, stranger, missing = quoted(documents, packs).losses
    assert broken.startswith("broken.pdf was not quoted: ")
    assert stranger.startswith("list.txt was not quoted: ")
    assert missing == "vaults.txt: not found: paragraph 12."


def test_a_document_that_is_not_there_is_named_once(tmp_path: Path, packs: Path) -> None:
    """Where no file is the instrument, one line says so for all its obligations; an empty folder will do."""
    empty = tmp_path / "empty"
    empty.mkdir()
    assert quoted(empty, packs) == Quoted({}, ("There is no document of S/RES/9901 (2031) in empty.",))


def test_damage_is_marked(documents: Path, packs: Path) -> None:
    """A paragraph in which drawing commands stand for words is quoted, and said to be damaged."""
    text = RESOLUTION.read_text(encoding="utf-8")
    text = text.replace("buying seed", "(b)-2.3(u)0.5(y)-1.2(i)0.4(n)-3.1(g) Tj seed")
    (documents / "vaults.txt").write_text(text, encoding="utf-8")
    found = quoted(documents, packs).by_obligation
    assert found["sres9901.3b.1"].damaged
    assert not found["sres9901.4.1"].damaged
    assert found["sres9901.3b.1"].lead.startswith("The text of paragraph 3(b), damaged in this copy (vaults")


def test_a_second_copy_helps_where_the_first_lacks_a_paragraph(documents: Path, packs: Path) -> None:
    """Of two copies the first by name is quoted, and the second where the first has not got the paragraph."""
    short = RESOLUTION.read_text(encoding="utf-8").partition("3. Decides also")[0]
    (documents / "a.txt").write_text(short, encoding="utf-8")
    found = quoted(documents, packs)
    files = {name: each.file for name, each in found.by_obligation.items()}
    assert files == {"sres9901.2.1": "a.txt", "sres9901.3b.1": "vaults.txt", "sres9901.4.1": "vaults.txt"}
    assert found.losses[-1] == "a.txt and vaults.txt: not found: paragraph 12."


def test_explain_quotes_it_in_words(documents: Path, packs: Path) -> None:
    """The explanation has the paragraph below what is asked; the rest of it is as it is without."""
    plain, full = explain(documents, packs, "sres9901.3b.1"), " ".join
    assert f"The text of paragraph 3(b) (vaults.txt): “{QUOTED}”" in full(plain.stdout.split())
    bare = run("explain", packs.parent / "state.toml", "sres9901.3b.1", "--catalogue", packs).stdout
    assert set(bare.splitlines()) <= set(plain.stdout.splitlines())


def test_explain_has_a_field_for_it(documents: Path, packs: Path) -> None:
    """JSON has `source` with --sources alone, null where nothing was found, and fits the published schema."""
    judge = Draft202012Validator(schema("explain"))
    found = json.loads(explain(documents, packs, "sres9901.3b.1", "--format", "json").stdout)
    missing = json.loads(explain(documents, packs, "sres9901.12.1", "--format", "json").stdout)
    bare = run(
        "explain", packs.parent / "state.toml", "sres9901.12.1", "--catalogue", packs, "--format", "json"
    )
    assert found["source"] == {
        "paragraph": "3(b)",
        "file": "vaults.txt",
        "text": QUOTED,
        "damaged": False,
    }
    assert missing["source"] is None
    assert "vaults.txt: not found: paragraph 12." in missing["notes"]
    assert "source" not in json.loads(bare.stdout)
    for document in (found, missing, json.loads(bare.stdout)):
        judge.validate(document)


@pytest.mark.parametrize("ending", [".html", ".md", ".pdf", ".xlsx"])
def test_every_report_quotes_it(documents: Path, packs: Path, ending: str) -> None:
    """Each format of the report has the words, the file and what could not be used; twice the same bytes."""
    if ending == ".pdf":
        pytest.importorskip("typst", reason="the extra is missing (pip install 'obligraph[pdf]')")
    profile, path = packs.parent / "state.toml", packs.parent / f"report{ending}"
    profile.write_text('state = "Testland"\nas_of = 2024-06-30\n', encoding="utf-8")
    call = ("report", profile, "--catalogue", packs, "--sources", documents, "-o", path)
    assert run(*call).exit_code == 0
    first = path.read_bytes()
    assert run(*call).exit_code == 0
    assert path.read_bytes() == first
    text = "".join(words(path).split())
    for said in (
        "Refrain from buying seed whose origin is not shown;",
        "vaults.txt",
        "list.txt was not quoted",
    ):
        assert said.replace(" ", "") in text
    assert "ThereisnodocumentofS/RES/2396(2017)indocuments." in text


def words(path: Path) -> str:
    """The text of a report."""
    if path.suffix == ".pdf":
        document = pypdfium2.PdfDocument(path)
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
        document.close()
        return text
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as archive:
            return "".join(archive.read(name).decode() for name in archive.namelist())
    return path.read_text(encoding="utf-8").replace("\\", "")


@pytest.mark.parametrize("command", ["explain", "report"])
def test_a_missing_folder_is_one_message(tmp_path: Path, command: str) -> None:
    """A folder that is not there, or is a file, is one line and status 2, and nothing is written."""
    profile, target = SAMPLES / "kestria" / "profile.toml", tmp_path / "out.md"
    name = ("sres2396.12.1",) if command == "explain" else ()
    for folder, said in (
        (tmp_path / "none", "there is no such folder"),
        (profile, "is a file, not a folder"),
    ):
        result = run(command, profile, *name, "--sources", folder, "-o", target)
        assert result.exit_code == 2
        assert said in result.stderr
        assert result.stderr.count("\n") == 1
        assert not target.exists()


def test_a_format_without_room_for_it_refuses_it(tmp_path: Path, documents: Path) -> None:
    """OSCAL has no place for a quotation, and the option is refused rather than left out in silence."""
    target = tmp_path / "out.oscal.json"
    result = run("report", SAMPLES / "kestria" / "profile.toml", "--sources", documents, "-o", target)
    assert result.exit_code == 2
    assert "--sources: has no place in a file that ends in .oscal.json" in result.stderr
    assert not target.exists()


@given(st.integers(2, 9), st.integers(0, 5))
def test_quotations_are_the_words_of_the_document(numbers: int, items: int) -> None:
    """However a document is built, each piece of a quotation stands in its text, word for word."""
    letters = [f"({chr(97 + at)}) hold vault {at} shut;" for at in range(items)]
    body = "\n\n".join(
        "\n\n".join([f"{at}. Decides that States shall keep vault {at}{':' if items else ';'}", *letters])
        for at in range(1, numbers)
    )
    text = f"Resolution 9901 (2031)\n\nThe Security Council,\n\nNoting seed,\n\n{body}\n"
    found = list(paragraphs(lay_out(Document("made", text))))
    assert found
    flat = " ".join(text.split())
    for each in found:
        assert not each.damaged
        assert all(piece in flat for piece in each.text.split(" […] "))


class TestSharedSources:
    """The documents that the shipped packs were written from."""

    pytestmark = with_sources

    def test_every_numbered_paragraph_of_the_shipped_packs_is_quoted(self) -> None:
        """Of the documents that are there, only what bears no number there, or is lost, stays unquoted."""
        catalogue = load_catalogue()
        found = quotations(SOURCES, catalogue, catalogue.obligations.values())
        missing = [o for o in catalogue.obligations.values() if o.id not in found.by_obligation]
        assert {o.instrument for o in missing} <= {"guidelines2370", "madrid", "sres2370"}
        assert sum(o.instrument == "madrid" for o in missing) <= 1
        assert "There is no document of S/RES/2370 (2017) in sources." in found.losses
        assert any("bear no numbers" in loss for loss in found.losses)

    def test_damage_in_the_copy_is_marked(self) -> None:
        """The copy of the principles is damaged in places; its quotations say so, the resolutions' do not."""
        catalogue = load_catalogue()
        found = quotations(SOURCES, catalogue, catalogue.obligations.values()).by_obligation
        damaged = {catalogue.obligations[name].instrument for name, each in found.items() if each.damaged}
        assert damaged == {"madrid"}
