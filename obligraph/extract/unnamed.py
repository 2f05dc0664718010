"""Who is meant where an act is asked for and nobody is named: by what kind of act it is.

What is asked in the open is asked of States. In a conflict the end of fighting, safe passage and the care
for those who help are owed by the parties to it; what missions are to be given is for the United Nations.
"""

from __future__ import annotations

import re
from dataclasses import replace

from obligraph.extract.actors import Actors
from obligraph.extract.bearers import join, opening
from obligraph.extract.draft import STATES, Bearers, Draft, Frame

_STATES = replace(STATES, implied=True)
_PARTIES = Bearers(("all_parties",), state=True, implied=True)
_UNITED_NATIONS = Bearers(("un_entities",), implied=True)


def asked_of(text: str, draft: Draft, actors: Actors, *, of_assembly: bool) -> Bearers | None:
    """Those on whom an act falls that is asked for without a name; None where somebody is named after all.

    Args:
        text: the flat text of the paragraph.
        draft: the clause that names nobody known.
        actors: the addressees of the kind of document.
        of_assembly: whether the General Assembly speaks.
    """
    found = _by_act(text, draft) or _by_report(text, draft, actors)
    if found or draft.frame is Frame.SHOULD:
        return found or _recommended(text, draft, of_assembly=of_assembly)
    if not _is_thing(text, draft) or _named_after_all(text, draft, actors):
        return None
    if _JUSTICE.search(text, draft.start, draft.end):
        return _STATES
    head = _HEAD.match(text, draft.start, draft.end)
    words = head.group() if head else ""
    if _MISSION_WORK.search(words):
        return _UNITED_NATIONS
    if draft.acts_as.startswith("demands") or _OWED_IN_CONFLICT.match(text, draft.start, draft.end):
        return _PARTIES
    return _STATES


def _by_act(text: str, draft: Draft) -> Bearers | None:
    """Those who alone can do what is to be done, whatever the words that ask for it."""
    if _PRIORITY.match(text, draft.start) or _BY_POLICY.match(text, draft.start, draft.end):
        return _UNITED_NATIONS
    if draft.frame is Frame.TO and _VIOLENCE_ENDS.match(text, draft.start):
        return _PARTIES
    if _FREE_TO_MOVE.match(text, max(0, draft.start - 120), draft.end):
        return _PARTIES
    spared = _SPARED.match(text, draft.start, draft.end)
    in_conflict = spared and _IN_CONFLICT.search(text, draft.at, spared.end())
    return _PARTIES if in_conflict or text.startswith("be demilitarized", draft.start) else None


def _by_report(text: str, draft: Draft, actors: Actors) -> Bearers | None:
    """Those in whose reports something is to stand."""
    report = _IN_REPORTS.match(text, draft.start, draft.end)
    author = actors.opening(text, report.end(), draft.end) if report else None
    return replace(join([author]), implied=True) if author else None


_IN_REPORTS = re.compile(
    r"be (?:[a-z]+ly )?(?:integrated|included|incorporated|reflected|covered) in(?:to)? [^,;]{0,40}?"
    r"(?:reports?|reporting|briefings?) (?:by|of) "
)
_PRIORITY = re.compile(r"be given priority in decisions (?:about|on|regarding) the use of ")
"""What a mission does with its troops and means."""
_BY_POLICY = re.compile(
    r"be (?:[a-z]+ )?in (?:[a-z]+ )?(?:compliance|accordance|conformity|line) with [^,;]{0,60}"
    r"(?:Human Rights (?:and )?Due Diligence Policy|HRDDP)"
)
"""What help must keep to that the United Nations gives."""
_VIOLENCE_ENDS = re.compile(
    r"(?:all |any |the )*(?:forms of |acts of )?(?:violence|hostilities|attacks|fighting)\b[^,;]{0,80}? "
    r"(?:immediately )?(?:cease|end|stop)\b"
)
_FREE_TO_MOVE = re.compile(r"[^;]*\bfreedom of movement (?:should|must|shall) be (?:fully )?respected\b")
"""What is owed to a mission by those between whom it stands."""
_SPARED = re.compile(
    r"(?:[^;]{0,300}? (?:shall|must|should) )?(?:not )?be (?:respected|protected|spared|considered (?:as "
    r")?civilians?|treated as civilians|the "
    r"object of)\b"
)
_IN_CONFLICT = re.compile(
    r"\b(?:journalists|civilians?|wounded|humanitarian|medical|media)\b[^;]*\b(?:armed conflict|conflict)\b|"
    r"\b(?:civilians|civilian objects|media equipment|wounded and sick|(?:medical|humanitarian) (?:relief "
    r")?personnel)\b"
)
"""Persons and things that those who fight must spare."""


_JUSTICE = re.compile(
    r"\b(?:held (?:to )?account|bring(?:ing)? to justice|brought to justice|prosecut|accountab|investigat|"
    r"impunity)"
)
_HEAD = re.compile(r"[^;]{0,240}?(?=[,;.] |[;.]?\Z)|[^;]{0,240}")
"""The words up to the first pause, which tell what kind of act is asked for."""


def _is_thing(text: str, draft: Draft) -> bool:
    """Whether a thing or act is asked for, or that something be done, and not that somebody act."""
    if draft.frame is not Frame.TO:
        return draft.frame is Frame.NOUN
    if _BE_DONE.match(text, draft.start, draft.end):
        return True
    that = _THAT.search(text, max(0, draft.start - 60), draft.start)
    return that is not None and _TO_BE_DONE.match(text, draft.start, draft.end) is not None


_DONE = (
    r"be (?:[a-z]+ly )?(?!prepared|composed|disposed)"
    r"(?:[a-z]+(?:ed|en|ized)|made|put|held|brought|kept|met|set up)\b"
)
_BE_DONE = re.compile(_DONE)
_TO_BE_DONE = re.compile(rf"[^;]{{3,400}}?\b{_DONE}")
_THAT = re.compile(r"\bthat \Z")


def _named_after_all(text: str, draft: Draft, actors: Actors) -> bool:
    """Whether somebody who is no listed addressee, or one known from before, is said to act."""
    if draft.bearers.ids not in {(), ("other",)} or _SOMEBODY.match(text, draft.start, draft.end):
        return True
    return opening(text, draft.start, draft.end, actors) is not None


_SOMEBODY = re.compile(
    r"(?:further |continued |the )*(?:their|its|his|her|our)\b|"
    r"(?:continued |additional |further |increased |the )*(?:international support|national efforts)\b|"
    r"(?:[a-z]+ )?[A-Z][\w-]+(?: [A-Z][\w-]+)*(?:’s?|'s?) |"
    r"[^;]{0,200}?(?<!ed )(?<!held )\b(?:by|between|among) (?:the |both |all )?(?!this|that)(?:[A-Z]|"
    r"(?:[a-z-]+ )?(?:leaders|service providers|gangs?|groups?|communities)\b)|"
    r"[^,;]{0,120}?\b(?:cooperation|co-operation|support|participation|commitment|engagement|involvement|"
    r"efforts) "
    r"of (?:the )?[A-Z]|"
    r"[^;]{0,80}?\b(?:gangs?\b|legitimate (?:demands|aspirations)\b)|"
    r"[^;]*?\b(?:consultation|coordination|co-operation|cooperation|collaboration|partnership) with "
    r"(?:the |all |other |relevant |interested |concerned )*(?:Member )?States\b|"
    r"(?:[a-z-]+,? (?:and )?){0,4}(?:reports?|reporting|briefings?|updates?)\b"
)
"""Words behind which somebody is meant who can be told from the text, though he is no listed addressee."""

_MISSION_WORK = re.compile(
    r"\b(?:advis[eo]rs?|focal points?) (?:and [^,;]{3,40} )?(?:posts? )?(?:to|in|within|be)\b|"
    r"\b(?:peacekeeping|peace|field|special political|political|United Nations|such|these|"
    r"mission) (?:missions?|operations?|mandates?)\b|"
    r"\bUnited Nations[- ](?:sponsored|led|supported|wide)\b|\b(?:strategic|comprehensive) review of "
    r"(?:the )?United Nat|"
    r"\bstrategic review\b|\b[A-Z]{4,}(?:’s|'s) mandate\b|\bUnited Nations support\b|\b(?:deployment|"
    r"appointment) of (?:[a-z]+ "
    r"){0,3}advis[eo]rs\b|\bmandated tasks\b"
)
_OWED_IN_CONFLICT = re.compile(
    r"(?:the |an? |all |any |full,? |immediate,? |further |continued |utmost |maximum |and |greater "
    r")*(?:[a-z-]+,? "
    r"(?:and )?){0,5}?(?:"
    r"(?:end|halt|cessation|stop) (?:of|to) (?!impunity|all forms of discrimination|discrimination)|"
    r"(?:humanitarian|medical) access|(?:unhindered|unimpeded|unfettered) access|(?:facilitating|allowing) "
    r"access of|restraint\b|calm\b|de-escalation|cease-?fires?\b|truce\b|"
    r"reduction (?:of|in) (?:tensions?|violence)|"
    r"(?:release|liberation) of |withdrawal of (?:all )?(?:[a-z]+ )?(?:forces|troops|fighters|units)|"
    r"respect (?:for|of) (?:the )?(?:international humanitarian law|cease-?fire|medical|civilian)|"
    r"(?:protection|safety|security)(?:,? (?:and )?(?:safety|security|protection))*,? (?:and freedom of "
    r"movement )?of "
    r"(?:[a-z]+,? ){0,3}?(?:humanitarian|medical|civilians?|relief|hospitals|United Nations))"
)


def _recommended(text: str, draft: Draft, *, of_assembly: bool) -> Bearers | None:
    """Those on whom falls what should be done with a thing: meetings that should be held."""
    subject = text[max(0, draft.start - 60) : draft.start]
    if of_assembly and _MEETING.search(subject) and _HELD.match(text, draft.start, draft.end):
        return _UNITED_NATIONS
    return None


_MEETING = re.compile(
    r"\b(?:panel discussion|meeting|session|workshop|symposium|round table|seminar|item)s? (?:should|"
    r"shall) \Z"
)
_HELD = re.compile(r"(?:also )?be (?:held|convened|organized|included|considered|placed)\b")
