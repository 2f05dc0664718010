"""What a stranger with nothing but the wheel can run: each command that needs no extra, and each refusal.

The calls run one after the other in one folder that holds `FILES` and nothing else at first.
"""

from __future__ import annotations

from typing import NamedTuple

KESTRIA = "samples/kestria/profile.toml"
VELMARK = "samples/velmark/profile.toml"
RESOLUTION = "samples/resolution/resolution.txt"


FILES = {
    "lamps.txt": """S/RES/9999 (2026)
Resolution 9999 (2026)
2 March 2026

The Security Council,

Noting that ships are lost near dark coasts,

1. Decides to remain seized of the matter.
""",
    "packs/sres9999.toml": """[instrument]
id = "sres9999"
symbol = "S/RES/9999 (2026)"
title = "Lamps"
kind = "resolution"
issuer = "security_council"
date = 2026-03-02

[[no_duty]]
paragraph = "1"
ordinal = 1
reason = "Housekeeping."
""",
}
"""What a stranger writes for themselves: a document, and a pack of it."""


class Call(NamedTuple):
    """One call of the program.

    Attributes:
        words: the words after `obligraph`.
        status: the exit status that it must have.
        said: what it must say, on standard output, or on standard error where the status is 2.
    """

    words: str
    status: int = 0
    said: str = ""


CALLS: tuple[Call, ...] = (
    Call("--help", said="gaps"),
    Call("--version", said="catalogue"),
    Call("doctor", said="What is installed"),
    Call("doctor --format json", said='"rows"'),
    Call("samples"),
    Call(f"extract {RESOLUTION}", said="16 clauses"),
    Call(f"extract {RESOLUTION} --format jsonl --workers 2", said='"force_rule"'),
    Call(f"extract {RESOLUTION} --review review.xlsx"),
    Call(f"extract {RESOLUTION} --reviewed review.xlsx", said="16 clauses"),
    Call(f"extract {RESOLUTION} --format toml", said="[instrument]"),
    Call("catalogue list", said="sres2396.12.1"),
    Call("catalogue list --summary", said="Obligations by instrument"),
    Call("catalogue show sres2396.12.1", said="PNR"),
    Call("catalogue lint", said="Remarks on the catalogue"),
    Call("catalogue verify lamps.txt --catalogue packs --strict", said="No difference."),
    Call("catalogue schema profile -o profile.schema.json"),
    Call("catalogue export -o catalogue.json"),
    Call("catalogue export --format oscal -o catalogue.oscal.json"),
    Call("profile new norland.toml --state Norland"),
    Call("profile check norland.toml", said="The profile can be used"),
    Call("profile check samples/kestria/profile.toml --format csv", said="criminal-code-2015"),
    Call("profile export --blank Norland -o questionnaire.xlsx"),
    Call("profile import questionnaire.xlsx -o imported.toml"),
    Call(f"evaluate {KESTRIA} --format json", said='"ratings"'),
    Call(f"gaps {KESTRIA} --limit 5", said="Gaps: certainly not fully met"),
    Call(f"gaps {VELMARK} --fail-on binding --format json", status=1, said='"gaps"'),
    Call(f"explain {KESTRIA} sres2396.12.1", said="UNDETERMINED"),
    Call(f"plan {KESTRIA} --budget 10", said="clingo"),
    Call(f"compare {KESTRIA} --from 2023-06-30 --to 2024-06-30", said="Compared"),
    Call(f"impact {RESOLUTION} --profile {KESTRIA}", said="S/RES/9901"),
    Call("portfolio samples --workers 2", said="Kestria"),
    Call("maturity samples/sorvena/profile.toml", said="uas"),
    Call(f"report {KESTRIA} -o report.html"),
    Call(f"report {KESTRIA} -o report.md"),
    Call(f"report {KESTRIA} -o report.xlsx"),
    Call(f"report {KESTRIA} -o report.oscal.json"),
    Call(f"watch {KESTRIA} --once", said="Kestria"),
    Call(f"graph {KESTRIA} -o gaps.svg"),
    Call(f"graph {KESTRIA} -o gaps.html"),
    Call("graph --view citations", said="digraph"),
    Call("graph -o whole.graphml"),
    Call("graph -o whole.json"),
    Call("graph --view key -o key.mmd"),
    Call(f"graph ask keystones --profile {KESTRIA}", said="sres2396"),
    Call("graph ask bottlenecks", said="easures"),
    Call("graph ask path pnr-law api-law", said="pnr-law"),
    Call("graph ask blocks sres2396.13.1", said="sres2396.13.1"),
    Call("graph ask cycles"),
    Call("graph ask orphans"),
    Call(f"report {KESTRIA} -o report.pdf", status=2, said="obligraph[pdf]"),
    Call("portfolio samples --scheduler 127.0.0.1:1", status=2, said="obligraph[cluster]"),
    Call(f"evaluate {KESTRIA} --engine durable", status=2, said="obligraph[durable]"),
    Call(f"graph {KESTRIA} -o gaps.png", status=2, said="graphviz"),
)
"""Every command but those that need an extra, which are refused in one line that names it."""
