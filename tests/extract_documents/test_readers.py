"""Each format gives its text as read, with what it tells of structure."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from obligraph.errors import InputError
from obligraph.extract.document import Document, Format, Role, read_document
from obligraph.extract.readers import read
from tests.extract_documents.document_builders import akn, docx, packed, paragraph, pdf


def texts(document: Document, role: Role) -> list[str]:
    """The text of the blocks of one role."""
    return [document.text[b.start : b.end] for b in document.blocks if b.role is role]


def italics(document: Document) -> list[str]:
    """The runs in italics."""
    return [document.text[a:b] for a, b in document.italics]


def fault_of(data: bytes) -> str:
    """The one message with which some bytes are refused."""
    with pytest.raises(InputError) as error:
        read(data, "doc")
    assert len(error.value.faults) == 1
    return str(error.value)


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("Lamps\r\n8.\tPorts\xa0– “open”".encode(), "Lamps\r\n8.\tPorts\xa0– “open”", "utf-8"),
        (b"\xef\xbb\xbfLamps", "Lamps", "utf-8"),
        ("Lamps".encode("utf-16"), "Lamps", "utf-16-le"),
        (b"\xfe\xff" + "Lamps".encode("utf-16-be"), "Lamps", "utf-16-be"),
        ("The port’s “lamps” – and the caf\xe9s of the quay.".encode("cp1252"), None, "cp1252"),
    ],
)
def test_plain_text_is_kept_as_it_is(data: bytes, text: str | None, encoding: str) -> None:
    """The encoding is found; characters and line ends are kept."""
    document = read(data, "doc")
    assert document.encoding == encoding
    assert document.text == (text or "The port’s “lamps” – and the caf\xe9s of the quay.")
    assert document.format is Format.TEXT


def test_a_damaged_byte_is_a_loss_not_another_encoding() -> None:
    """A few bad bytes in UTF-8 become marks, and each is reported with its place."""
    data = "Les cafés “du port” sont ouverts. ".encode() * 20 + b"\xff lamps"
    document = read(data, "doc")
    assert document.encoding == "utf-8"
    assert [document.text[loss.start] for loss in document.losses] == ["\ufffd"]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hyphen reads standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"1. Decides.")))
    assert read_document("-") == Document("standard input", "1. Decides.", Format.TEXT, "utf-8")


def test_a_pdf_gives_pages_and_italics() -> None:
    """A PDF gives the text of its pages, where each begins, and what is set in italics."""
    document = read(pdf("1. Ports are open.", "2. Lamps burn.", italic="Decides also"), "doc")
    assert document.format is Format.PDF
    assert [document.text[p : p + 2] for p in document.pages] == ["1.", "2."]
    assert italics(document) == ["Decides also", "Decides also"]


def test_a_page_without_text_is_a_loss() -> None:
    """A page that is a picture is reported; a PDF of such pages is refused."""
    document = read(pdf("1. Ports are open.", ""), "doc")
    assert [loss.what for loss in document.losses] == ["page 2 has no text; it may be a scan"]
    assert "OCR" in fault_of(pdf("", ""))


def test_a_docx_gives_numbers_notes_and_italics() -> None:
    """Automatic numbers stand in the text, notes at its end, deleted text nowhere."""
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    levels = level.format(0, "decimal", "%1.") + level.format(1, "lowerLetter", "(%2)")
    numbering = f'<w:abstractNum w:abstractNumId="5">{levels}</w:abstractNum>'
    numbering += '<w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>'
    item = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="2"/></w:numPr>'
    body = "".join(
        [
            paragraph("The Harbour Council", '<w:pStyle w:val="H"/>'),
            paragraph("Decides", item.format(0), "<w:i/>").replace(
                "</w:p>", "<w:r><w:t> to open:</w:t></w:r></w:p>"
            ),
            paragraph("ports;", item.format(1)),
            paragraph("lamps.", item.format(1)),
            paragraph("Requests", item.format(0), '<w:i w:val="0"/>').replace(
                "</w:p>", "<w:del><w:r><w:delText>never</w:delText><w:t>no</w:t></w:r></w:del></w:p>"
            ),
            f"<w:tbl><w:tr><w:tc>{paragraph('cell')}</w:tc></w:tr></w:tbl>",
        ]
    )
    styles = '<w:style w:styleId="H"><w:name w:val="heading 1"/></w:style>'
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>See the log.</w:t></w:r></w:p></w:footnote>'
    document = read(docx(body, numbering=numbering, styles=styles, footnotes=note), "doc")
    assert document.text.split("\n\n") == [
        "The Harbour Council",
        "1. Decides to open:",
        "(a) ports;",
        "(b) lamps.",
        "2. Requests",
        "cell",
        "1 See the log.",
    ]
    assert italics(document) == ["Decides"]
    assert texts(document, Role.HEADING) == ["The Harbour Council"]
    assert texts(document, Role.TABLE) == ["cell"]
    assert texts(document, Role.FOOTNOTE) == ["1 See the log."]
    assert [(b.number, b.level) for b in document.blocks if b.number][:4] == [
        ("1.", 0),
        ("(a)", 1),
        ("(b)", 1),
        ("2.", 0),
    ]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_docx_of_python_docx_is_read(tmp_path: Path) -> None:
    """A file that python-docx wrote is read, with its styles and tables."""
    from docx import Document as Word

    word = Word()
    word.add_heading("The Harbour Council", 1)
    line = word.add_paragraph("")
    line.add_run("Decides").italic = True
    line.add_run(" that ports shall open;")
    word.add_paragraph("first lamp", style="List Number")
    word.add_table(1, 2).cell(0, 1).text = "a cell"
    path = tmp_path / "a.docx"
    word.save(str(path))
    document = read_document(str(path))
    assert document.text.split("\n\n") == [
        "The Harbour Council",
        "Decides that ports shall open;",
        "1. first lamp",
        "a cell",
    ]
    assert italics(document) == ["Decides"]


def test_html_gives_blocks_items_and_italics() -> None:
    """A page gives its paragraphs and numbered items; scripts and markup are left out."""
    page = b"""<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body>
    <nav>Home</nav><h1>The Harbour &amp; Council</h1><p>The <em>Council</em>,<br>in   port</p>
    <script>alert(1)</script>
    <ol start="4"><li><i>Decides</i> to open:<ol type="a"><li>ports;<li>lamps.</ol></li>
    <li><p>Requests</p></li></ol>
    <ul><li>loose</ul><table><tr><td>one</td><td>two</td></tr></table></body></html>"""
    document = read(page, "doc")
    assert document.format is Format.HTML
    assert document.text.split("\n\n") == [
        "Home",
        "The Harbour & Council",
        "The Council,\nin port",
        "4. Decides to open:",
        "(a) ports;",
        "(b) lamps.",
        "5. Requests",
        "loose",
        "one",
        "two",
    ]
    assert italics(document) == ["Council", "Decides"]
    assert texts(document, Role.FURNITURE) == ["Home"]
    assert [b.number for b in document.blocks if b.role is Role.ITEM] == ["4.", "(a)", "(b)", "5.", ""]


def test_html_declares_its_encoding() -> None:
    """The encoding that a page names is used where it fits."""
    page = '<html><meta charset="iso-8859-2"><p>Łódź port</p></html>'.encode("iso-8859-2")
    document = read(page, "doc")
    assert document.text == "Łódź port"
    assert document.encoding == "iso8859-2"


def test_akoma_ntoso_gives_numbers_parts_and_notes() -> None:
    """Numbers stand before their text, the preamble is told apart, notes come last."""
    note = '<authorialNote marker="1"><p>Log 4.</p></authorialNote>'
    preamble = f'<container name="x"><p><i>Recalling</i> its visit{note},</p></container>'
    body = """<paragraph eId="para_1"><num>1.</num><list><intro><p><i>Decides</i> to open:</p></intro>
      <point><num>(a)</num><content><p>ports;</p></content></point></list></paragraph>
      <paragraph><num>2.</num><content><p>Requests a <ref href="#">lamp</ref>.</p></content></paragraph>"""
    document = read(akn(preamble, body), "doc")
    assert document.format is Format.AKN
    assert document.text.split("\n\n") == [
        "Recalling its visit,",
        "1. Decides to open:",
        "(a) ports;",
        "2. Requests a lamp.",
        "1 Log 4.",
    ]
    assert italics(document) == ["Recalling", "Decides"]
    assert texts(document, Role.PREAMBLE) == ["Recalling its visit,"]
    assert texts(document, Role.FOOTNOTE) == ["1 Log 4."]
    assert [(b.number, b.role) for b in document.blocks][1:4] == [
        ("1.", Role.OPERATIVE),
        ("(a)", Role.ITEM),
        ("2.", Role.OPERATIVE),
    ]


def test_blocks_cut_the_text_exactly() -> None:
    """Blocks ascend, do not overlap, and hold no blank ends."""
    document = read(b"<p> a <b>b</b> </p><p></p><div>  c<p>d</p>e </div>", "doc")
    cuts = [document.text[b.start : b.end] for b in document.blocks]
    assert cuts == ["a b", "c", "d", "e"]
    assert "\n\n".join(cuts) == document.text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", "is an old Word document; save it as DOCX"),
        (rb"{\rtf1 lamps}", "is an RTF document"),
        (b"\x89PNG\r\n", "is a picture"),
        (bytes(range(256)) * 20, "is not text"),
        (b"%PDF-1.4 broken", "is not a PDF that can be read"),
        (b"PK\x03\x04broken", "is a damaged or locked DOCX file"),
        (packed({"xl/workbook.xml": "<a/>"}), "is a packed file, but no Word document"),
        (docx(""), "holds no text"),
        (b"<html><script>x</script></html>", "holds no text"),
        (b"<?xml version='1.0'?><law><p>x</p></law>", "<law> is not a document we know"),
        (b"<?xml version='1.0'?><akomaNtoso><p>x</akomaNtoso>", "is not well-formed XML"),
    ],
)
def test_what_cannot_be_read_is_refused_with_one_message(data: bytes, words: str) -> None:
    """Files of other formats and broken files end in one message that names the file."""
    message = fault_of(data)
    assert message.startswith("doc")
    assert words in message
