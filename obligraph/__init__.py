"""Obligraph: a rules engine that links international obligations to evidence.

The functions below are imported when first used, so that the command line starts at once:

    from obligraph import compare, evaluate, explain, gaps, load_catalogue, load_profile, plan, what_if
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from obligraph.engine.comparison import compare
    from obligraph.engine.evaluation import evaluate
    from obligraph.engine.explanation import explain
    from obligraph.engine.planning import plan
    from obligraph.engine.ranking import gaps
    from obligraph.engine.reading import load_profile
    from obligraph.engine.whatif import what_if
    from obligraph.rules.packs import load_catalogue

__version__ = "0.1.0"

__all__ = [
    "__version__",
    "compare",
    "evaluate",
    "explain",
    "gaps",
    "load_catalogue",
    "load_profile",
    "plan",
    "what_if",
]

_HOMES = {
    "compare": "obligraph.engine.comparison",
    "evaluate": "obligraph.engine.evaluation",
    "explain": "obligraph.engine.explanation",
    "gaps": "obligraph.engine.ranking",
    "load_catalogue": "obligraph.rules.packs",
    "load_profile": "obligraph.engine.reading",
    "plan": "obligraph.engine.planning",
    "what_if": "obligraph.engine.whatif",
}
"""Where each function of the interface stands."""


def __getattr__(name: str) -> object:
    """A function of the interface, imported now."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """The names of the interface, for completion."""
    return sorted(__all__)
