"""Hostile documents: no entity, no network, no bomb, no endless depth."""

from __future__ import annotations

import socket
import time
from contextlib import suppress
from pathlib import Path

import pytest

from obligraph.errors import InputError
from obligraph.extract.readers import docx as docx_reader
from obligraph.extract.readers import html, pdf, read, writing, xml_tree
from tests.extract_documents.document_builders import AKN_NS, W_NS, docx, packed, paragraph


def refused(data: bytes) -> str:
    """The message with which some bytes are refused."""
    with pytest.raises(InputError) as error:
        read(data, "doc")
    return str(error.value)


@pytest.fixture
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("a reader opened a connection")

    monkeypatch.setattr(socket, "socket", never)
    monkeypatch.setattr(socket, "getaddrinfo", never)


@pytest.mark.usefixtures("_offline")
@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE akomaNtoso [<!ENTITY x "lamp">]>',
        '<!DOCTYPE akomaNtoso [<!ENTITY a "aa"><!ENTITY b "&a;&a;"><!ENTITY x "&b;&b;">]>',
        '<!DOCTYPE akomaNtoso [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE akomaNtoso [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>',
        '<!DOCTYPE akomaNtoso [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p.dtd"> %p;]>',
        '<!DOCTYPE akomaNtoso SYSTEM "http://127.0.0.1:9/akn.dtd">',
    ],
)
def test_entities_and_document_types_are_refused(doctype: str) -> None:
    """No entity is expanded and no outside file is fetched: such a file is refused unread."""
    data = f"<?xml version='1.0'?>{doctype}<akomaNtoso {AKN_NS}><p>&x;</p></akomaNtoso>".encode()
    assert "document type or entities" in refused(data)


@pytest.mark.usefixtures("_offline")
def test_entities_inside_a_docx_are_refused() -> None:
    """The same holds for the parts of a DOCX, and the message names the part."""
    part = f'<!DOCTYPE x [<!ENTITY e "lamp">]><w:document {W_NS}><w:body/></w:document>'
    message = refused(packed({"word/document.xml": part}))
    assert "word/document.xml" in message
    assert "document type or entities" in message


@pytest.mark.usefixtures("_offline")
def test_a_page_with_links_fetches_nothing() -> None:
    """Links, pictures and frames of a page are not followed."""
    page = (
        b'<html><link href="http://127.0.0.1:9/a.css"><img src="http://127.0.0.1:9/a.png"><p>Lamps</p></html>'
    )
    assert read(page, "doc").text == "Lamps"


def test_a_bomb_is_not_unpacked() -> None:
    """A part that unpacks to far more than its size is refused, quickly."""
    begun = time.perf_counter()
    bomb = packed({"word/document.xml": b"<" + b" " * 100_000_000})
    packing = time.perf_counter() - begun
    message = refused(bomb)
    assert "unpacks to more than" in message
    assert time.perf_counter() - begun - packing < 2


def test_deep_nesting_is_refused() -> None:
    """Depth is bounded in XML, DOCX and HTML alike."""
    depth = 5_000
    deep = "<p>" * depth + "x" + "</p>" * depth
    assert "nested more than 100 deep" in refused(f"<akomaNtoso {AKN_NS}>{deep}</akomaNtoso>".encode())
    assert "nested more than 100 deep" in refused(docx("<w:sdt>" * depth + "</w:sdt>" * depth))
    assert "nested more than 500 deep" in refused(b"<html>" + b"<div>" * depth + b"x")


@pytest.mark.parametrize(
    ("target", "name", "data", "words"),
    [
        (
            xml_tree,
            "MOST_NODES",
            f"<akomaNtoso {AKN_NS}><p>a</p><p>b</p><p>c</p></akomaNtoso>".encode(),
            "elements",
        ),
        (html, "MOST_TAGS", b"<html><p>a<p>b<p>c<p>d", "tags"),
        (writing, "MOST_CHARACTERS", b"<html><p>lamps and ports", "characters"),
    ],
)
def test_bounds_give_one_message(
    monkeypatch: pytest.MonkeyPatch, target: object, name: str, data: bytes, words: str
) -> None:
    """A document with too many parts or characters is refused with one message that says so."""
    monkeypatch.setattr(target, name, 3)
    message = refused(data)
    assert words in message
    assert "\n" not in message


def test_the_bounds_are_generous() -> None:
    """The largest known instruments stay far below the bounds."""
    assert writing.MOST_CHARACTERS >= 10_000_000
    assert docx_reader.MOST_PART_BYTES >= 32 * 2**20
    assert pdf.MOST_PAGES >= 2_000


def test_a_long_docx_within_the_bounds_is_read() -> None:
    """Text that packs well, as repeated paragraphs do, is no bomb."""
    document = read(docx(paragraph("The lamps of the quay are lit.") * 20_000), "doc")
    assert document.text.count("quay") == 20_000


SHARED = Path(__file__).resolve().parents[2].parent / "shared"


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the source documents are not beside the checkout")
def test_all_known_documents_are_read() -> None:
    """Every PDF and text beside the checkout is read, PDFs with pages and italic phrases."""
    for path in sorted((SHARED / "corpus" / "pdf").glob("*.pdf")):
        document = read(path.read_bytes(), path.name)
        assert len(document.pages) >= 2
        assert any(document.text[a:b].startswith("The General Assembly") for a, b in document.italics)
        assert not document.losses
    for path in sorted((SHARED / "corpus").rglob("*.txt")):
        document = read(path.read_bytes(), path.name)
        assert document.text == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize(
    "piece", ["<a", "<!--", "<![", "</", "<div>", "<a><b><i>", "<table><tr><td>", "<p>", "&#"]
)
def test_broken_markup_is_read_or_refused_at_once(piece: str) -> None:
    """Hundreds of thousands of broken tags take no more than some seconds, whatever comes of them."""
    begun = time.perf_counter()
    with suppress(InputError):
        read(f"<html>{piece * 200_000}".encode(), "doc")
    assert time.perf_counter() - begun < 10
