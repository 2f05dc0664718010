"""Who is meant where a clause names nobody, or only "them": taken from what its paragraph said before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from obligraph.extract.actors import SAME, THAT_PERSON, Actors, Mention
from obligraph.extract.bearers import join, together
from obligraph.extract.draft import Bearers, Draft, Frame

_PRONOUN = re.compile(
    r"\b(?:them|they|it(?=(?:, [^,;]{3,60},)? to )|"
    r"(?:those|these|such|both|above-mentioned) (?:entities|organi[sz]ations|bodies|"
    r"agencies|institutions|"
    r"missions|"
    r"operations|forces)(?: and (?:entities|organi[sz]ations|bodies|agencies|institutions|arrangements))?)"
    r"(?:, (?:where|as) [a-z]+,|, (?:in|within) (?:the|this|that|a|its|their) [a-z ]{3,30},)?(?: [a-z]+,?)?"
    r"(?: to| should| shall| must)?[ ,]*\Z"
)
_BOTH = re.compile(r"both (?!missions|operations|forces)")
_NO_ANTECEDENT = frozenset({("council",), (SAME,), (THAT_PERSON,)})


def antecedent(text: str, draft: Draft, actors: Actors) -> Bearers | None:
    """Those whom "them" or "those entities" before an action stands for.

    They are the first whom the words of the nearest verb before it name, else the first of the paragraph.

    Args:
        text: the flat text of the paragraph.
        draft: the clause, whose bearers are not known.
        actors: the addressees of the kind of document.
    """
    if _THESE_EFFORTS.match(text, draft.start):
        return _whose_efforts(text, draft, actors)
    pronoun = _PRONOUN.search(text, max(0, draft.start - 60), draft.start)
    if pronoun is not None:
        return _spoken_of(text, pronoun.start(), actors, least=2 if _BOTH.match(pronoun.group()) else 1)
    if draft.frame is Frame.NOUN and (
        _POINTS_BACK.match(text, draft.start, draft.end) or _IN_THEIRS.match(text, draft.start, draft.end)
    ):
        return _spoken_of(text, min(draft.at, draft.start), actors)
    return None


def _spoken_of(text: str, stop: int, actors: Actors, least: int = 1) -> Bearers | None:
    """Those of whom a paragraph last spoke before some place, at least so many."""
    mentions = [m for m in actors.find(text, 0, stop) if m.ids not in _NO_ANTECEDENT]
    opened = [verb.end() for verb in _OPENS.finditer(text, 0, stop)]
    for begin in (*reversed(opened), 0):
        between = _BETWEEN.search(text, begin, stop)
        after = between.end() if between else begin
        if found := _first_known(text, [m for m in mentions if m.start >= after], least):
            return found
    return None


def _whose_efforts(text: str, draft: Draft, actors: Actors) -> Bearers | None:
    """Those whose efforts were just spoken of, where "these efforts" are to go on."""
    place = max(text.rfind("efforts", 0, min(draft.at, draft.start)), 0)
    by = _BY.match(text, place)
    owned = [m for m in actors.find(text, max(0, place - 120), place) if _OWNS.match(text, m.end, place)]
    mention = actors.opening(text, by.end(), len(text)) if by else owned[-1] if owned else None
    return replace(join([mention]), implied=True) if mention else None


_THESE_EFFORTS = re.compile(
    r"(?:(?:deepen|continue|pursue|intensify|redouble) )?(?:these|those|such) efforts\b(?! to be)"
)
_BY = re.compile(r"efforts (?:made |undertaken )?(?:by|of) (?:the |all )?")
_OWNS = re.compile(r"(?:’s?|'s?) (?:[a-z]+,? ){0,3}\Z|(?:’s?|'s?) (?=(?:[a-z]+,? ){0,3}efforts)")


def such_bodies(text: str, draft: Draft, actors: Actors) -> tuple[str, ...]:
    """The ids of the organizations that "such organizations" among those asked stands for; else none."""
    such = list(_SUCH.finditer(text, max(draft.at, draft.start - 200), draft.start))
    if not such:
        return ()
    named = [m for m in actors.find(text, 0, draft.at) if text.endswith(such[-1]["what"], 0, m.end)]
    return named[-1].ids if named else ()


_SUCH = re.compile(r"\bsuch (?P<what>organi[sz]ations|entities|bodies|agencies)\b")
_POINTS_BACK = re.compile(
    r"(?:the )?(?:further|continued|renewed|continuing) (?:[a-z]+ )?(?:progress|efforts|engagement|work|"
    r"rounds|steps|"
    r"momentum|meetings)\b|(?:progress|rounds|meetings|steps)\b|"
    r"(?:(?:the |further |an? )*(?:continuation|cessation|expansion|strengthening|intensification|end) "
    r"(?:of|to) )?"
    r"(?:the |further |continued )*(?:its|their|this|such|these) (?!(?:[a-z]+,? (?:and )?){0,3}(?:end|"
    r"regard|respect|"
    r"implementation|commitments?|adoption|operationali[sz]ation|conclusion|entry|participation|"
    r"representation|"
    r"return|safety|protection|release|rights|needs)\b)"
)
"""An act asked for that is pointed to as one just spoken of: "the continuation of their efforts"."""
_IN_THEIRS = re.compile(
    r"[^,;]{0,120}? (?:within|in) their (?:own )?(?:secretariats?|structures|headquarters)\b"
)
"""An act within what belongs to those just spoken of."""
_BETWEEN = re.compile(
    r"\b(?:dialogue|talks|negotiations|discussions|meetings?|consultations|co-?operation|agreement|"
    r"relationship|partnership) (?:[a-z]+ )?between "
)
"""Before those who do something together."""


def praised(text: str, draft: Draft, actors: Actors) -> Bearers | None:
    """Those whom "them" stands for where the verb just before praises or notes somebody.

    Args:
        text: the flat text of the paragraph.
        draft: the clause.
        actors: the addressees of the kind of document.
    """
    pronoun = _PRONOUN.search(text, max(0, draft.start - 60), draft.start)
    if pronoun is None:
        return None
    opened = list(_OPENS.finditer(text, 0, pronoun.start()))[-2:]
    if len(opened) < 2 or _PRAISES.search(opened[0].group()) is None:
        return None
    found = actors.find(text, opened[0].end(), pronoun.start())
    return _first_known(text, [m for m in found if m.ids not in _NO_ANTECEDENT])


_PRAISES = re.compile(r"(?:welcomes|notes?|commends|recogni[sz]es|acknowledges|applauds)\Z", re.IGNORECASE)
_OPENS = re.compile(
    r"(?:\A|[,;.] (?:and )?)(?:[0-9]+\. )?(?:(?:[Aa]lso|[Ff]urther|[Ss]trongly|[Ii]n this regard,?|[Ii]t|"
    r"[Tt]he "
    r"(?:Security )?Council) )*"
    r"(?:[Ww]elcomes|[Nn]otes|[Cc]ommends|[Rr]ecogni[sz]es|[Aa]cknowledges|[Aa]pplauds|[Tt]akes note|"
    r"[Cc]alls|[Uu]rges|"
    r"[Ee]ncourages|[Ss]tresses|[Uu]nderlines|[Ee]mphasi[sz]es|[Rr]ecalls|[Rr]equests|[Ii]nvites|[Dd]emands|"
    r"[Ee]xpresses)\b"
)
"""Where a verb of the body that speaks opens what it says of somebody."""


def _first_known(text: str, mentions: Sequence[Mention], least: int = 1) -> Bearers | None:
    """The first of some mentions that is known, with those joined to it, at least so many."""
    for place, mention in enumerate(mentions):
        found = join(together(text, mentions[place:]))
        if len(found.ids) < least:
            continue
        known = found.ids != ("other",) or mention.state or _owns_next(text, mentions[place:])
        if known and found.ids != ("secretary_general",):
            return replace(found, organ=found.organ and mention.organ, implied=True)
    return None


def _owns_next(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether the next mention only tells whose the first is: "partners of the African Union"."""
    return len(mentions) > 1 and text[mentions[0].end : mentions[1].start] in {" of ", " of the "}


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
    implied = replace(before, implied=True)
    if draft.verb == "decides" and draft.frame is Frame.SHOULD and before.organ:
        return implied
    if draft.frame is Frame.TO:
        return implied if before.state and _CALL_TO.search(text, 0, draft.start) else None
    if (
        text.startswith("their ", draft.start)
        or before.ids != ("all_parties",)
        or _JUSTICE.search(text, draft.start, draft.end)
    ):
        return None
    if _given_out(text, draft):
        return Bearers(("other",), implied=True)
    return implied if draft.frame not in {Frame.OWN, Frame.NONE, Frame.MAY} else None


def _given_out(text: str, draft: Draft) -> bool:
    """Whether it is said how aid should be given out, which those do who bring it."""
    subject = _AID.search(text, max(0, draft.start - 60), draft.start)
    return subject is not None and _GIVEN_OUT.match(text, draft.start, draft.end) is not None


_AID = re.compile(r"\b(?:aid|assistance|relief)(?: funds?)? (?:should|must|shall) \Z")
_GIVEN_OUT = re.compile(r"be (?:[a-z]+ly )?(?:disbursed|distributed|allocated|channelled|given out)\b")
