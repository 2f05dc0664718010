"""Scores extraction against every hand-labelled text, as docs/extraction.md reports them.

    python bench/extraction_scores.py [--shared FOLDER]

FOLDER holds the source documents, labels in gold/ and the scoring tool (by default beside the checkout). What
stands outside the stretch that its labeller read is left out. Misses are not printed.
"""

from __future__ import annotations

import argparse
import importlib.util
from pathlib import Path

from obligraph.extract.document import read_document
from obligraph.extract.output import row
from obligraph.extract.reading import extract

ROOT = Path(__file__).parents[1]
FIGURES = ("detection_f1", "typed_f1", "addressee_accuracy", "paragraph_accuracy")


def main() -> None:
    """Prints a line a text: how it was used, how many norms it has, and the figures."""
    parser = argparse.ArgumentParser(description="Scores extraction against the hand-labelled texts.")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    shared = parser.parse_args().shared
    tool_path = shared / "tools" / "score_extraction.py"
    spec = importlib.util.spec_from_file_location("score_extraction", tool_path)
    if spec is None or spec.loader is None or not tool_path.is_file():
        parser.error(f"{tool_path} is missing")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    own = sorted((ROOT / "tests" / "extract" / "gold").glob("*.jsonl"))
    for labels in [*sorted((shared / "gold").glob("*.jsonl")), *own]:
        header, gold = tool.load_gold(labels)
        found = [row(clause) for clause in extract(read_document(str(shared / header["source"])))]
        ends = [norm["end"] for norm in gold if norm["end"]]
        first, _ = header.get("span", (0, 0))
        read = [clause for clause in found if first <= clause["action_span"][0] < max(ends)]
        result, *_ = tool.score(gold, read)
        use = f"{header.get('split', 'given')} {header.get('round', '')}"
        figures = "  ".join(f"{result[name]:.3f}" for name in FIGURES)
        if not result["gold"]:
            figures = f"nothing to find; {result['predicted']} found in vain"
        print(f"{labels.stem:28} {use:10} {result['gold']:4}  {figures}")


if __name__ == "__main__":
    main()
