"""What is found in the hand-labelled texts; the texts stand beside the checkout."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from obligraph.extract.document import read_document
from obligraph.extract.output import row
from obligraph.extract.reading import extract

SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "tools" / "score_extraction.py"
LABELS = [
    *sorted((SHARED / "gold").glob("*.jsonl")),
    *(
        path
        for path in sorted((Path(__file__).parent / "gold").glob("*.jsonl"))
        if (header := json.loads(path.read_text(encoding="utf-8").splitlines()[0]))["split"] == "dev"
        and header.get("round") != 2
    ),
]
LEAST = {"detection_f1": 0.98, "typed_f1": 0.96, "paragraph_accuracy": 0.99, "addressee_accuracy": 0.90}
"""The least each text must reach; texts held out are reported in docs/extraction.md and bind nothing here."""
LEAST_ROUND_1 = LEAST | {"detection_f1": 0.97, "paragraph_accuracy": 0.95}
"""The same for the texts that were once held out."""

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SCORER.is_file(), reason="the labelled texts are not beside the checkout"),
]


def scorer() -> ModuleType:
    """The scoring tool as a module."""
    spec = importlib.util.spec_from_file_location("score_extraction", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("labels", LABELS, ids=lambda path: path.stem)
def test_labelled_texts_reach_the_goal(labels: Path) -> None:
    """Each labelled text reaches the figures; what lies behind its last label is left out."""
    tool = scorer()
    header, gold = tool.load_gold(labels)
    found = [row(clause) for clause in extract(read_document(str(SHARED / header["source"])))]
    first, _ = header.get("span", (0, 0))
    last = max(norm["end"] for norm in gold if norm["end"])
    result, *_ = tool.score(gold, [clause for clause in found if first <= clause["action_span"][0] < last])
    least = LEAST_ROUND_1 if header.get("round") == 1 else LEAST
    assert [name for name in least if result[name] < least[name]] == [], result


def test_the_page_copy_and_the_clean_copy_hold_the_same_clauses() -> None:
    """Resolution 2396 from a copy with page furniture and from a clean one gives the same clauses."""
    page = extract(read_document(str(SHARED / "sources" / "S_RES_2396.txt")))
    clean = extract(read_document(str(SHARED / "corpus" / "security_council" / "S_RES_2396.txt")))

    def told(clauses: tuple) -> list[tuple]:  # type: ignore[type-arg]
        return [(c.id, c.verb, c.force, c.restated, c.addressees) for c in clauses if c.part == "operative"]

    assert told(page) == told(clean)
