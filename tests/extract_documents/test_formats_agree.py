"""The same text gives the same clauses in every format."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import pytest

from obligraph.extract.document import Document
from obligraph.extract.readers import read
from obligraph.extract.reading import extract
from tests.extract_documents import document_builders as build

PARAGRAPHS = (
    "Resolution 1 (2031)",
    "The Security Council,",
    "Recalling its visit to the harbour,",
    "1. Decides that all States shall:",
    "(a) Light the lamps of the quay;",
    "(b) Report e ectively on their nets to the Counter-Terrorism Committee;",
    "2. Calls upon Member States, as appropriate, to mend the nets;",
    "3. Decides to remain seized of the matter.",
)
NOTE = "Member States shall not read this note."


def as_html(paragraphs: tuple[str, ...]) -> bytes:
    """The paragraphs as a page, with a head and a foot that are no part of the text."""
    body = "".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    return f"<html><nav>{NOTE}</nav><main>{body}</main><footer>{NOTE}</footer></html>".encode()


def as_docx(paragraphs: tuple[str, ...]) -> bytes:
    """The paragraphs as a Word document with a footnote."""
    note = f'<w:footnote w:id="1"><w:p><w:r><w:t>{NOTE}</w:t></w:r></w:p></w:footnote>'
    return build.docx("".join(build.paragraph(escape(p)) for p in paragraphs), footnotes=note)


def as_akn(paragraphs: tuple[str, ...]) -> bytes:
    """The paragraphs as Akoma Ntoso, their numbers apart, with a note."""
    body = ""
    for text in paragraphs:
        number = re.match(r"(\d+\.|\(\w\)) ", text)
        if number:
            inner = f"<content><p>{escape(text[number.end() :])}</p></content>"
            body += f"<paragraph><num>{number[1]}</num>{inner}</paragraph>"
        else:
            body += f"<p>{escape(text)}</p>"
    note = f'<authorialNote marker="1"><p>{NOTE}</p></authorialNote>'
    return b"<?xml version='1.0'?>" + build.akn("", body.replace("</p>", f"{note}</p>", 1))


def said(document: Document) -> list[tuple[str, str, str, str]]:
    """What the clauses of a document say; their spans, cut from its text, say it too."""
    clauses = extract(document)
    for clause in clauses:
        start, end = clause.action_span
        words = clause.action.split()
        assert document.text[start:end].split()[-1] == words[-1] if words else True
    return [(c.id, c.verb, c.force, c.action) for c in clauses]


@pytest.mark.parametrize("write", [as_html, as_docx, as_akn])
def test_formats_agree(write: object) -> None:
    """Every format gives the clauses of the plain text; notes, heads and feet give none."""
    assert callable(write)
    plain = said(Document("doc", "\n\n".join(PARAGRAPHS)))
    assert len(plain) >= 5
    assert said(read(write(PARAGRAPHS), "doc")) == plain


SHARED = Path(__file__).resolve().parents[2].parent / "shared"


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the source documents are not beside the checkout")
@pytest.mark.parametrize("write", [as_html, as_docx, as_akn])
def test_formats_agree_on_a_resolution(write: object) -> None:
    """A whole resolution, put into another format, gives the same clauses."""
    assert callable(write)
    path = next((SHARED / "corpus" / "security_council").glob("S_RES_2396*"))
    text = path.read_text(encoding="utf-8").split("\n", 1)[1]
    paragraphs = tuple(" ".join(p.split()) for p in re.split(r"\n\s*\n", text) if p.strip())
    plain = said(Document("doc", "\n\n".join(paragraphs)))
    assert len(plain) > 60
    assert said(read(write(paragraphs), "doc")) == plain
