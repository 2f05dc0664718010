"""Why an obligation has its force, in words: the text that fired, and the row of the force table."""

from __future__ import annotations

from obligraph.rules.force import Row, force_table
from obligraph.rules.model import Obligation


def force_row(obligation: Obligation) -> Row | None:
    """The row that gives the force; None where a user's pack names a row of a table of its own."""
    return next((row for row in force_table().rows if row.id == obligation.force_rule), None)


def force_words(verb: str, restated: bool, rule: str, reason: str) -> str:
    """The force explained in a sentence or two, with the id of the row.

    >>> force_words("decides", False, "council-decides", "Members carry out the Council's decisions.")
    "(council-decides): the text says 'decides'. Members carry out the Council's decisions."
    """
    why = reason or ("It recalls a duty made elsewhere." if restated else "")
    return f"({rule}): the text says '{verb}'. {why}".rstrip()
