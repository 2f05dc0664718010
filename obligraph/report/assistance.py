"""Whom a State may ask for help with a measure: the paragraphs that ask others to assist with its subject."""

from __future__ import annotations

from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Measure, Obligation
from obligraph.rules.words import Actor

THEME = "assistance"
"""The theme of what States and bodies are asked to do for other States."""

ASSISTANCE_NOTE = (
    "A step is marked as an assistance need where the catalogue holds a paragraph both under the theme of "
    "assistance and under the theme of the measure: it asks other States or bodies to help with that "
    "subject. Whether they can help in this case is for them to say."
)
"""The criterion by which a measure is marked, as users see it."""


def helpers(catalogue: Catalogue, measure: Measure) -> tuple[str, ...]:
    """The obligations that ask other States or bodies to help with a measure's subject, sorted.

    They stand both under the theme of assistance and under the measure's own. Measures of that theme are
    themselves help for others, so that nobody is asked to help with them.
    """
    if measure.theme == THEME:
        return ()
    asked = (o for o in catalogue.obligations.values() if {THEME, measure.theme} <= set(o.themes))
    return tuple(sorted(o.id for o in asked))


def helper_words(catalogue: Catalogue, obligation: str) -> str:
    """Who is asked to help, and where: `other States, UN entities (sres2396.12.2)`."""
    found = catalogue.obligations[obligation]
    return f"{bearer_words(found)} ({obligation})"


def bearer_words(obligation: Obligation) -> str:
    """Who is asked to help; those whom the paragraph does not name by an id stand last."""
    named = [NAMES.get(bearer, bearer.words) for bearer in obligation.bearers]
    rest = [THE_REST] if Actor.OTHER in obligation.bearers and len(named) > 1 else []
    return ", ".join([each for each in named if not rest or each != NAMES[Actor.OTHER]] + rest)


NAMES = {
    Actor.MEMBER_STATES: "other States",
    Actor.CTC: "Counter-Terrorism Committee",
    Actor.CTED: "CTED",
    Actor.UNOCT: "UN Office of Counter-Terrorism",
    Actor.UNODC: "UN Office on Drugs and Crime",
    Actor.ICAO: "ICAO",
    Actor.INTERPOL: "INTERPOL",
    Actor.UN_ENTITIES: "UN entities",
    Actor.REGIONAL_ORGS: "regional organisations",
    Actor.OTHER: "others",
}
"""How the bodies that help most are called; the rest by their ids."""

THE_REST = "others named there"
"""Stands behind the bodies that have an id."""
