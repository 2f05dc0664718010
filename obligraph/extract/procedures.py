"""Procedures that an annex lays down: what each body does in turn, told in the present tense."""

from __future__ import annotations

import re
from collections.abc import Iterator

from obligraph.extract.actors import Actors
from obligraph.extract.bearers import join
from obligraph.extract.draft import Draft, Frame
from obligraph.extract.lists import base_verbs


def told_in_present(text: str, start: int, end: int, actors: Actors) -> Iterator[Draft]:
    """Reads "The Committee reviews the list": in a procedure, what the body is to do.

    Args:
        text: the flat text of a paragraph of an annex.
        start: where one of its sentences begins, which has no modal.
        end: where the sentence ends.
        actors: the addressees of the kind of document.
    """
    for match in _ACTS.finditer(text, start, end):
        mention = actors.opening(text, match.start("who"), match.end("who"))
        whole = mention is not None and mention.end == match.end("who")
        if mention and whole and not mention.state and _acts(match["verb"]):
            act = match.start("act")
            stop = len(text[:end].rstrip(" ;,."))
            yield Draft(match["verb"], "shall", Frame.SHALL, act, act, stop, join([mention]), match["verb"])
            return


_ACTS = re.compile(
    r"(?:(?<![^.] )|(?<=, ))[Tt]he (?P<who>[A-Z][A-Za-z-]+(?: [A-Z][A-Za-z-]+){0,3}) "
    r"(?P<act>(?:[a-z]+ly )?(?P<verb>[a-z]{3,}s)\b)"
)
"""A body with its verb, at the beginning of a sentence or behind the words that introduce it."""


def _acts(verb: str) -> bool:
    """Whether a form "he ..." is a verb of conduct, and not of how things are."""
    bases = {verb[:-1], verb[:-2], f"{verb[:-3]}y"} & base_verbs()
    return bool(bases) and bases.isdisjoint(_STATES)


_STATES = frozenset({"include", "remain", "consist", "contain", "mean", "apply", "note", "need", "comprise"})
"""Verbs that tell how things are."""
OF_THEIR_WORK = re.compile(
    r"(?:In (?:such )?cases [^,;.]{3,80}, the|The|This|These|Such) (?:[a-z]+ ){0,2}"
    r"(?:reports?|[Rr]eports?|summar(?:y|ies)|reasons|recommendations?|observations)\b"
)
"""A sentence about what somebody writes: how it should be is for its author to see to."""
