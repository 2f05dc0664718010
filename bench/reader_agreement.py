"""Scores one reader's labels against another's, on the texts that two readers labelled apart.

    python bench/reader_agreement.py [--shared FOLDER] [--differences]

FOLDER holds the scoring tool (by default beside the checkout). The first reader's labels, in
tests/extract/gold/, stand as gold, and the second reader's, in its folder second_reader/, as found. The last
lines are over all texts of a round at once, and over all texts. A figure for the extraction that lies above
these shows nothing more.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.extraction_scores import GOLD, ROOT, scorer

FIGURES = ("detection_f1", "typed_f1", "addressee_accuracy", "paragraph_accuracy")

Norms = list[dict[str, Any]]


@dataclass(frozen=True)
class Reading:
    """What two readers found in one text.

    Attributes:
        text: the name of the document.
        round: the round in which it was labelled.
        chars: the length of the document.
        first: the first reader's norms.
        second: the second reader's norms.
    """

    text: str
    round: int
    chars: int
    first: Norms
    second: Norms


def readings(tool: ModuleType) -> Iterator[Reading]:
    """Each text that two readers labelled."""
    for path in sorted((GOLD / "second_reader").glob("*.jsonl")):
        first_header, first = tool.load_gold(GOLD / path.name)
        header, second = tool.load_gold(path)
        if header["sha256"] != first_header["sha256"]:
            raise SystemExit(f"{path.name}: the two readers did not read the same document")
        yield Reading(path.stem, header["round"], header["chars"], first, second)


def moved(norms: Norms, by: int) -> Norms:
    """The norms as if their text stood that many characters further on."""
    return [norm | {"start": norm["start"] + by, "end": norm["end"] + by} for norm in norms]


def at_once(tool: ModuleType, several: Iterable[Reading]) -> dict[str, float]:
    """The figures of several texts taken as one."""
    firsts: Norms = []
    seconds: Norms = []
    before = 0
    for one in several:
        firsts += moved(one.first, before)
        seconds += moved(one.second, before)
        before += one.chars
    figures: dict[str, float] = tool.score(firsts, as_found(seconds))[0]
    return figures


def as_found(norms: Norms) -> Norms:
    """Labels in the form in which the scoring tool takes what was found."""
    return [norm | {"paragraph": norm["para"], "action_span": [norm["start"], norm["end"]]} for norm in norms]


def line(name: str, result: dict[str, float]) -> str:
    """The figures of one text, after the duties that the first and the second reader found."""
    figures = "  ".join(f"{result[figure]:.3f}" for figure in FIGURES)
    return f"{name:28} {result['gold']:4} {result['predicted']:4}  {figures}"


def told(norm: dict[str, Any]) -> str:
    """One label in a line: where it stands, its verb, force and bearers."""
    return f"{norm['para']:>4}.{norm['n']}  {norm['verb']}, {norm['force']}, {', '.join(norm['addressees'])}"


def differences(only_first: Norms, only_second: Norms, apart: list[tuple[Any, Any]]) -> str:
    """The labels that one reader has alone, and those that differ in force or bearers."""
    rows = [f"  only first   {told(norm)}" for norm in only_first]
    rows += [f"  only second  {told(norm)}" for norm in only_second]
    rows += [f"  differ       {told(first)} | {told(second)}" for first, second in apart]
    return "\n".join(rows)


def main() -> None:
    """Prints a line a text, a round, and one over all: the duties each reader found, how far they agree."""
    parser = argparse.ArgumentParser(description="Scores one reader's labels against another's.")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--differences", action="store_true", help="list the labels on which they differ")
    args = parser.parse_args()
    tool = scorer(args.shared)
    print(f"{'text':28} 1st  2nd   " + "  ".join(FIGURES))
    read = list(readings(tool))
    for one in read:
        result, *apart = tool.score(one.first, as_found(one.second))
        print(line(one.text, result))
        if args.differences and any(apart):
            print(differences(*apart))
    for number in sorted({one.round for one in read}):
        print(line(f"round {number}", at_once(tool, (one for one in read if one.round == number))))
    print(line("all", at_once(tool, read)))


if __name__ == "__main__":
    main()
