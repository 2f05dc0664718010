"""The JSON schemas of the documents that scripts rely on, made from the types of the documents.

The files in `obligraph/report/schema/` are these schemas as they are published; a test keeps the two equal.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from pathlib import Path

from pydantic import BaseModel

from obligraph.report.comparison_documents import CompareDocument
from obligraph.report.documents import EvaluateDocument, ExplainDocument
from obligraph.report.gap_documents import GapsDocument
from obligraph.report.impact_documents import ImpactDocument
from obligraph.report.json_text import Json, json_text
from obligraph.report.maturity_documents import MaturityDocument
from obligraph.report.plan_documents import PlanDocument
from obligraph.report.portfolio_documents import PortfolioDocument
from obligraph.rules.schema import DIALECT

DOCUMENTS: Mapping[str, type[BaseModel]] = {
    "compare": CompareDocument,
    "evaluate": EvaluateDocument,
    "explain": ExplainDocument,
    "gaps": GapsDocument,
    "impact": ImpactDocument,
    "maturity": MaturityDocument,
    "plan": PlanDocument,
    "portfolio": PortfolioDocument,
}
"""The document of each command that has one."""


def schema(command: str) -> dict[str, Json]:
    """The JSON schema (draft 2020-12) of what a command writes with `--format json`.

    Args:
        command: one of `DOCUMENTS`.
    """
    made: dict[str, Json] = DOCUMENTS[command].model_json_schema(mode="serialization")
    return {"$schema": DIALECT, **made}


def published() -> dict[str, Path]:
    """Where the schema of each document is published."""
    folder = Path(str(resources.files("obligraph.report") / "schema"))
    return {command: folder / f"{command}.json" for command in DOCUMENTS}


def schema_text(command: str) -> str:
    """The schema as it is published."""
    return json_text(schema(command))
