"""Procedures that an annex lays down: what each body does in turn, told in the present tense."""

from __future__ import annotations

import re
from collections.abc import Iterator

from obligraph.extract.actors import Actors
from obligraph.extract.bearers import join
from obligraph.extract.draft import Draft, Frame


def told_in_present(text: str, start: int, end: int, actors: Actors) -> Iterator[Draft]:
    """Reads "The Committee reviews the list": in a procedure, what the body is to do.

    Args:
        text: the flat text of a paragraph of an annex.
        start: where one of its sentences begins, which has no modal.
        end: where the sentence ends.
        actors: the addressees of the kind of document.
    """
    match = _ACTS.match(text, start, end)
    mention = actors.opening(text, *match.span("who")) if match else None
    if match and mention and mention.end == match.end("who") and not mention.state:
        act = match.start("act")
        stop = len(text[:end].rstrip(" ;,."))
        yield Draft(match["verb"], "shall", Frame.SHALL, act, act, stop, join([mention]), match["verb"])


_PAPERS = (
    "acknowledge|add|answer|ask|circulate|communicate|consider|consult|convey|deliver|draft|examine|forward|"
    "inform|invite|notify|place|post|prepare|present|provide|publish|record|refer|register|remove|reply|"
    "request|return|review|send|submit|transmit|update|verify"
)
"""Verbs of what a body does with a request, a report or a list."""
_ACTS = re.compile(
    r"(?:(?:After|At|Before|Following|If|In|On|Once|Upon|When|Where|Within)\b[^,;.()]{3,240}, )?"
    r"[Tt]he (?P<who>[A-Z][A-Za-z-]+(?: [A-Z][A-Za-z-]+){0,3}) "
    rf"(?P<act>(?:[a-z]+ly )?(?P<verb>(?:{_PAPERS}|notifie|replie)s)) "
)
"""A sentence that tells what a body does, behind a few words that introduce it at most."""
OF_THEIR_WORK = re.compile(
    r"(?:In (?:such )?cases [^,;.]{3,80}, the|The|This|These|Such) (?:[a-z]+ ){0,2}"
    r"(?:reports?|[Rr]eports?|summar(?:y|ies)|reasons|recommendations?|observations)\b[^.;]*?"
    r" (?:shall|should|must|will) (?!be )"
)
"""A sentence about what somebody writes: how it should be is for its author to see to."""
