"""Fuzz targets of the readers, the mending and the extraction, for atheris; not part of the suite.

    pip install atheris
    python tests/fuzz/fuzz_documents.py TARGET FOLDER -max_total_time=600

TARGET is a reader (`text`, `html`, `akn`, `docx`, `pdf`), `any` (the format told from the content), `mend` or
`extract`. FOLDER collects inputs; with `seeds` as TARGET, small documents to begin with are written there.
Anything but a document or one `InputError` is a finding: put the input into tests/fuzz/cases as
TARGET-WHAT.bin, where the suite reads it on every run.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from obligraph.errors import InputError
from obligraph.extract.document import Document
from tests.extract_documents import document_builders as build

DOCX_PARTS = ("document", "numbering", "styles", "footnotes")


def try_any(data: bytes) -> None:
    """Reads some bytes in whatever format they are, and mends the text."""
    from obligraph.extract.readers import read

    try:
        document = read(data, "fuzz")
    except InputError as error:
        if not error.faults or "\n" in str(error):
            raise AssertionError("a refusal is one message") from error
        return
    check_document(document)
    check_map(document.text)


def try_docx(data: bytes) -> None:
    """Reads a DOCX whose four parts are cut from some bytes, parted by a zero byte."""
    parts = data.split(b"\0")
    try_any(build.packed({f"word/{n}.xml": p for n, p in zip(DOCX_PARTS, parts, strict=False)}))


def try_mend(data: bytes) -> None:
    """Mends a text, and what came of it."""
    check_map(data.decode("utf-8", errors="replace"))


def try_extract(data: bytes) -> None:
    """Extracts the clauses of a text."""
    from obligraph.extract.reading import extract

    text = data.decode("utf-8", errors="replace")
    for clause in extract(Document("fuzz", text)):
        for start, end in (clause.action_span, clause.clause_span, *(c.span for c in clause.cites)):
            assert 0 <= start <= end <= len(text), clause
        assert 0 < clause.confidence <= 1, clause


def check_document(document: Document) -> None:
    """All offsets of a document lie in its text, in order."""
    length = len(document.text)
    for spans in (document.italics, tuple((b.start, b.end) for b in document.blocks)):
        assert list(spans) == sorted(spans)
        assert all(0 <= a < b <= length for a, b in spans)
    assert all(0 <= p <= length for p in document.pages)
    assert all(0 <= loss.start <= length for loss in document.losses)


def check_map(text: str) -> None:
    """The map of a mended text is monotone and stays inside it."""
    from obligraph.extract.mending import mend

    mended = mend(text)
    last = (0, 0)
    for place in range(len(mended.text)):
        span = mended.as_read(place, place + 1)
        assert last[0] <= span[0] <= span[1] <= len(text), (place, span)
        assert last[1] <= span[1], (place, span)
        last = span
    assert all(0 <= f.start <= f.end <= len(text) for f in mended.faults)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "any": try_any,
    "text": try_any,
    "html": lambda data: try_any(b"<html>" + data),
    "akn": lambda data: try_any(b"<?xml version='1.0'?>" + data),
    "docx": try_docx,
    "pdf": try_any,
    "mend": try_mend,
    "extract": try_extract,
}


def seeds() -> dict[str, bytes]:
    """Small invented documents to begin with."""
    text = (
        "Resolution 1 (2031)\n\nThe Harbour Council,\n\nRecalling its visit,\n\n"
        "1. Decides that all States shall:\n\n(a) Keep e ective lamps, with for eign o cers;\n\n"
        "(b) Report (i)0.5 (c)-1.2 (t)3.4 x;\n\n2. Calls upon Member States, as appropriate, "
        "to tra ck \xa0ships (2014)he;\n\n3. Decides to remain seized of the matter.\n"
    )
    html = "<!doctype html><h1>T</h1><ol type=a><li><i>Decides</i> that</li></ol><table><tr><td>x</table>"
    body = "<paragraph><num>1.</num><content><p><i>Decides</i></p></content></paragraph>"
    return {
        "a.txt": text.encode(),
        "b.txt": text.encode("utf-16"),
        "c.html": html.encode(),
        "d.xml": b"<?xml version='1.0'?>" + build.akn("<p>Recalling</p>", body),
        "e.docx": build.docx(build.paragraph("Decides")),
        "f.pdf": build.pdf("1. Decides that ports open.", italic="Requests"),
        "g.txt": b"PK\x03\x04",
    }


def main() -> None:
    """Runs one target, or writes the seeds."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    if name == "seeds":
        for file, data in seeds().items():
            (folder / file).write_bytes(data)
        return
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["obligraph"]):
        for reader in ("akn", "docx", "html", "pdf", "text"):
            import_module(f"obligraph.extract.readers.{reader}")
        import_module("obligraph.extract.reading")
    atheris.Setup([sys.argv[0], *sys.argv[2:]], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
