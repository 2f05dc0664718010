"""Small documents in every format, all invented."""

from __future__ import annotations

import io
import zipfile

AKN_NS = 'xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"'
W_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def pdf(*pages: str, italic: str = "") -> bytes:
    """A PDF with one line of text a page, and one more line in italics where given."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    fonts = "<</F1 3 0 R/F2 4 0 R>>"
    objects += [f"<</Type/Font/Subtype/Type1/BaseFont/{name}>>" for name in ("Times-Roman", "Times-Italic")]
    kids = []
    for text in pages:
        show = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET" if text else ""
        if italic and text:
            show += f" BT /F2 12 Tf 72 680 Td ({italic}) Tj ET"
        objects.append(f"<</Length {len(show)}>>stream\n{show}\nendstream")
        page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {len(objects)} 0 R"
        objects.append(f"{page}/Resources<</Font{fonts}>>>>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    body = "%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj{content}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    trailer = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF"
    return (body + head + table + trailer).encode("latin-1")


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A zip file of some parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A DOCX with some body XML and, by name (`numbering`, `styles`, `footnotes`), other parts' content."""
    content: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {W_NS}><w:body>{body}</w:body></w:document>"
    }
    for name, inner in parts.items():
        content[f"word/{name}.xml"] = f"<w:{name} {W_NS}>{inner}</w:{name}>"
    return packed(content)


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """A Word paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def akn(preamble: str = "", body: str = "") -> bytes:
    """An Akoma Ntoso statement."""
    inner = f"<preamble>{preamble}</preamble><mainBody>{body}</mainBody>"
    return f"<akomaNtoso {AKN_NS}><statement><meta/>{inner}</statement></akomaNtoso>".encode()
