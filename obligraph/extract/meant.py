"""Who is meant where a clause names nobody, or only "them": taken from what its paragraph said before."""

from __future__ import annotations

import re
from dataclasses import replace

from obligraph.extract.actors import SAME, THAT_PERSON, Actors
from obligraph.extract.bearers import join, together
from obligraph.extract.draft import Bearers, Draft, Frame

_PRONOUN = re.compile(
    r"\b(?:them|they|(?:those|these) (?:entities|organi[sz]ations|bodies|agencies|institutions))"
    r"(?: [a-z]+,?)?(?: to| should| shall| must)?[ ,]*\Z"
)
_NO_ANTECEDENT = frozenset({("council",), (SAME,), (THAT_PERSON,)})


def antecedent(text: str, draft: Draft, actors: Actors) -> Bearers | None:
    """Those whom "them" or "those entities" before an action stands for: the first named in the paragraph.

    Args:
        text: the flat text of the paragraph.
        draft: the clause, whose bearers are not known.
        actors: the addressees of the kind of document.
    """
    pronoun = _PRONOUN.search(text, max(0, draft.start - 60), draft.start)
    if pronoun is None:
        return None
    mentions = [m for m in actors.find(text, 0, pronoun.start()) if m.ids not in _NO_ANTECEDENT]
    for place, mention in enumerate(mentions):
        found = join(together(text, mentions[place:]))
        known = found.ids != ("other",) or mention.state
        if known and found.ids != ("secretary_general",):
            return replace(found, implied=True)
    return None


_JUSTICE = re.compile(r"\b(?:held (?:to )?account|brought to justice|prosecuted|accountable|investigated)")
_CALL_TO = re.compile(r"\bcalls? to \Z")


def carried_on(text: str, draft: Draft, before: Bearers) -> Bearers | None:
    """The bearers that a clause which names nobody takes over from the one before it in its paragraph.

    What is owed in an armed conflict falls on the parties to it, but justice for what was done on States.

    Args:
        text: the flat text of the paragraph.
        draft: the clause that names nobody.
        before: the bearers of the clause before it.
    """
    implied = Bearers(before.ids, before.organ, before.state, implied=True)
    if draft.frame is Frame.TO:
        return implied if before.state and _CALL_TO.search(text, 0, draft.start) else None
    if (
        text.startswith("their ", draft.start)
        or before.ids != ("all_parties",)
        or _JUSTICE.search(text, draft.start, draft.end)
    ):
        return None
    return implied if draft.frame not in {Frame.OWN, Frame.NONE, Frame.MAY} else None
