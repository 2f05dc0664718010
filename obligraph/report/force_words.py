"""Why an obligation has its force, in words."""

from __future__ import annotations

from obligraph.rules.model import Obligation


def force_reason(obligation: Obligation) -> str:
    """The words that fired and the row of the force table that gives the force."""
    restated = ", restating a duty made elsewhere" if obligation.restated else ""
    return f"the text '{obligation.verb}'{restated} (force rule {obligation.force_rule})"
