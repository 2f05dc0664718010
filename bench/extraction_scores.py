"""Scores extraction against every hand-labelled text, as docs/reference/figures.md reports them.

    python bench/extraction_scores.py [--shared FOLDER] [--write]

FOLDER holds the source documents, labels in gold/ and the scoring tool (by default beside the checkout). What
stands outside the stretch that its labeller read is left out. Misses are not printed. `--write` puts the
figures into tests/extract/gold/figures.csv, from which the page is written; what a text had when it was first
scored stays there as it is.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from types import ModuleType

from obligraph.extract.document import read_document
from obligraph.extract.output import row
from obligraph.extract.reading import extract

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "extract" / "gold"
KEPT = GOLD / "figures.csv"


@dataclass(frozen=True)
class Figures:
    """What is found of the norms of one text, or of several at once.

    Attributes:
        norms: how many norms the labels have.
        found: how many clauses that ask something the extraction finds.
        matched: how many of these are labelled, with enough of the action in common.
        typed: how many of the matched have the right force.
        addressees: how many of the matched have exactly the right addressees.
        paragraphs: how many of the matched have the right paragraph.
    """

    norms: int
    found: int
    matched: int
    typed: int
    addressees: int
    paragraphs: int

    def __add__(self, other: Figures) -> Figures:
        """The figures of two lots of texts at once."""
        pairs = zip(asdict(self).values(), asdict(other).values(), strict=True)
        return Figures(*(one + more for one, more in pairs))

    def ratios(self) -> tuple[float, float, float, float]:
        """F1 of detection and of typed clauses; shares of the matched with right addressees, paragraphs.

        All lie between 0 and 1. Where there is nothing to find and nothing is found, all are 1.

        >>> Figures(10, 10, 9, 8, 9, 9).ratios()
        (0.9, 0.8, 1.0, 1.0)
        """
        both = self.norms + self.found
        if not both:
            return 1.0, 1.0, 1.0, 1.0
        shares = (self.addressees, self.paragraphs) if self.matched else (0, 0)
        of = self.matched or 1
        return 2 * self.matched / both, 2 * self.typed / both, shares[0] / of, shares[1] / of


NOTHING = Figures(0, 0, 0, 0, 0, 0)
"""The figures of no text, to begin a sum with."""
FIRST = ("first_detection", "first_typed", "first_addressees", "first_paragraphs")
"""What a line of the file of figures keeps of the first score of its text, in the order of the ratios."""


@dataclass(frozen=True)
class Scored:
    """A labelled text with its figures.

    Attributes:
        text: the name of the document.
        use: `given` with the source documents, `dev` where it was tuned on from the start, else the round in
            which it was held out.
        figures: what is found now.
    """

    text: str
    use: str
    figures: Figures


def scorer(shared: Path) -> ModuleType:
    """The scoring tool as a module.

    Raises:
        SystemExit: The tool is not there.
    """
    path = shared / "tools" / "score_extraction.py"
    spec = importlib.util.spec_from_file_location("score_extraction", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise SystemExit(f"{path} is missing; name the folder that holds tools/ with --shared")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


def labelled(shared: Path) -> list[Path]:
    """The label files: those given with the source documents, then our own."""
    return [*sorted((shared / "gold").glob("*.jsonl")), *sorted(GOLD.glob("*.jsonl"))]


def scored(labels: Path, shared: Path, tool: ModuleType) -> Scored:
    """The figures of one text; what stands outside the stretch that was read is left out.

    Args:
        labels: its label file.
        shared: the folder of the source documents.
        tool: the scoring tool.
    """
    header, gold = tool.load_gold(labels)
    found = [row(clause) for clause in extract(read_document(str(shared / header["source"])))]
    first, _ = header.get("span", (0, 0))
    last = max(norm["end"] for norm in gold if norm["end"])
    read = [clause for clause in found if first <= clause["action_span"][0] < last]
    result, *_ = tool.score(gold, read)
    half = (result["gold"] + result["predicted"]) / 2
    matched = round(result["detection_f1"] * half)
    figures = Figures(
        norms=result["gold"],
        found=result["predicted"],
        matched=matched,
        typed=round(result["typed_f1"] * half),
        addressees=round(result["addressee_accuracy"] * matched),
        paragraphs=round(result["paragraph_accuracy"] * matched),
    )
    return Scored(labels.stem, str(header.get("round", header.get("split", "given"))), figures)


def kept() -> dict[str, dict[str, str]]:
    """The lines of the file of figures, by text."""
    with KEPT.open(encoding="utf-8", newline="") as stream:
        return {line["text"]: line for line in csv.DictReader(stream)}


def figures_of(line: dict[str, str]) -> Figures:
    """The figures in a line of the file of figures."""
    return Figures(*(int(line[field.name]) for field in fields(Figures)))


def write(texts: list[Scored]) -> None:
    """Puts figures into their file; a text that is new there is scored for the first time."""
    names = [field.name for field in fields(Figures)]
    before = kept() if KEPT.is_file() else {}
    with KEPT.open("w", encoding="utf-8", newline="") as stream:
        out = csv.DictWriter(stream, ["text", "use", *names, *FIRST], lineterminator="\n")
        out.writeheader()
        for one in sorted(texts, key=lambda one: one.text):
            old = before.get(one.text, {})
            first = [f"{ratio:.3f}" for ratio in one.figures.ratios()] if one.use.isdigit() else [""] * 4
            firsts = {name: old.get(name, now) for name, now in zip(FIRST, first, strict=True)}
            out.writerow({"text": one.text, "use": one.use, **asdict(one.figures), **firsts})


def lines(texts: list[Scored]) -> Iterator[str]:
    """A line a text, and one for all at once."""
    for one in [*texts, Scored("all", "", sum((one.figures for one in texts), NOTHING))]:
        ratios = "  ".join(f"{ratio:.3f}" for ratio in one.figures.ratios())
        yield f"{one.text:28} {one.use:6} {one.figures.norms:4} {one.figures.found:4}  {ratios}"


def main() -> None:
    """Prints a line a text: how it was used, how many norms and clauses it has, and the figures."""
    parser = argparse.ArgumentParser(description="Scores extraction against the hand-labelled texts.")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--write", action="store_true", help="put the figures into their file")
    args = parser.parse_args()
    tool = scorer(args.shared)
    texts = [scored(labels, args.shared, tool) for labels in labelled(args.shared)]
    print("\n".join(lines(texts)))
    if args.write:
        write(texts)


if __name__ == "__main__":
    main()
