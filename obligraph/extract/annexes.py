"""What an annex holds, by its title and first words: a treaty, a statement of others, a declaration."""

from __future__ import annotations

import re

from obligraph.extract.kind import Source
from obligraph.rules.words import InstrumentKind, Issuer

NEAR = 12_000
"""Characters from the heading of an annex within which a treaty names its parties and its first article."""
MANY = 2
"""Mentions of its parties there that a treaty has more of."""
TITLE = 160
"""Characters from the heading of an annex in which its title stands."""
LONGEST_TITLE = 40
"""Words that the title of a declaration may have."""


def holds_treaty(text: str, at: int, source: Source) -> bool:
    """Whether an annex to a resolution is a treaty: it speaks of its parties and has articles.

    Args:
        text: the text of the document.
        at: where the heading of the annex stands.
        source: what the document is.
    """
    if source.kind is not InstrumentKind.RESOLUTION:
        return False
    opening = text[at : at + NEAR]
    return len(_PARTIES.findall(opening)) > MANY and _ARTICLE_ONE.search(opening) is not None


_PARTIES = re.compile(r"\b(?:Contracting (?:States?|Part(?:y|ies))|States? Part(?:y|ies))\b")
_ARTICLE_ONE = re.compile(r"^[ \t*#_]*(?:Article|ARTICLE) (?:1|I)\b", re.MULTILINE)


def holds_statement(text: str, at: int, source: Source) -> bool:
    """Whether an annex to a resolution of the Council gives what others have stated, by its title.

    Args:
        text: the text of the document.
        at: where the heading of the annex stands.
        source: what the document is.
    """
    council = source.issuer is Issuer.SECURITY_COUNCIL
    return council and _STATEMENT.search(text[at : at + TITLE]) is not None


_STATEMENT = re.compile(
    r"\A[^\n]*\n\s*(?:[^\n.]*\bCommuniqu[eé]\b|(?:[A-Z][a-z]+ )?Statement (?:by|of the (?!C[ao]|R))|"
    r"Agreement (?:should|must) be reached on the following principles\b)"
)
"""A title such as "Statement by the Chairman"; a statement of a case or of reasons is none of these."""


def opens_declaration(text: str, heading: int, formula: int, source: Source) -> bool:
    """Whether a formula right below the heading of an annex opens a declaration that the Council adopts.

    Args:
        text: the text of the document.
        heading: where the heading of the annex ends.
        formula: where the formula stands.
        source: what the document is.
    """
    if source.issuer is not Issuer.SECURITY_COUNCIL or _COUNCIL.match(text, formula) is None:
        return False
    title = text[heading:formula]
    near = len(title.split()) < LONGEST_TITLE and _RESOLUTION.search(title) is None
    return near and _ADOPTS.search(text, 0, heading) is not None


_COUNCIL = re.compile(r"\W*The Security Council\b")
_ADOPTS = re.compile(r"\b[Aa]dopts? the (?:[a-z]+ )?(?:[Dd]eclaration|[Ss]tatement)\b")
_RESOLUTION = re.compile(r"\b(?:[Rr]esolution|RESOLUTION) \d")
