"""Chapeaux and items: whether the items of a list are clauses of their own, and what they inherit."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MEANS = re.compile(
    r"\b(?:including|includes?|such as|namely|for example|through|by|from|with|of|for|on|in|whether|as follows|following|against|among|towards|regarding|concerning|when|if|where|"
    r"including,? (?:inter alia|but not limited to)|comprising|consisting of|in order to|so as to|means|with a view to)(?:,? (?:inter alia|by|through|for example|in particular|as appropriate))*\W*\Z"
)
_AIM = re.compile(r"\b(?:ways and means|ways|means|in order|so as|with a view) to\W*\Z")
_OPEN = re.compile(
    r"\b(?:to|shall|should|must|will|may|that|can|should also|also|ensure|consider|not)(?:,? (?:inter alia|as appropriate|where appropriate|in particular|consider|also|exclusively|urgently|further|not))*\W*\Z"
)
_VERB_ITEM = re.compile(r"\W*(?:To|to|That|that) (?=[a-z])")
_GERUND_ITEM = re.compile(r"\W*[A-Z]?[a-z]+ing\b")
_NOUN_ITEM = re.compile(
    r"\W*(?:The|An?|Any|All|These|This|Each|Such|Those|In|If|Where|When|For|Its|Their|[a-z]+s?\b|[A-Z]{2,})\b"
)

BASE_VERBS = frozenset(
    """accelerate accede accept achieve acknowledge act adapt address adhere adopt advance advise afford align allocate allow amend analyse apply appoint
    apprehend approve arrange ascertain assess assign assist assume assure avoid become bring build call carry cease circulate clarify collaborate collect combat commit communicate
    compile complete comply conclude conduct confirm consider consolidate constitute consult continue contribute control convene cooperate coordinate counter
    create criminalize criminalise cut define deliver demonstrate deny deploy designate detect determine deter develop devise disarm disclose discontinue disseminate distribute draw elaborate eliminate
    employ empower enable enact encourage end endeavour enforce engage enhance enlarge ensure enter eradicate establish evaluate examine exchange exclude execute exercise expand expedite explore
    extend extradite facilitate fight finalize find focus follow formulate foster freeze fulfil fulfill fully further gather give give grant guarantee halt harmonize have
    help hold identify immediately impede implement impose improve include incorporate increase inform initiate inspect instruct integrate intensify interdict intervene introduce investigate
    invite issue join keep launch lift limit maintain make manage maximize meet minimize mitigate mobilize modernize monitor negotiate notify observe obtain offer organize participate pay
    penalize permit plan prepare preserve present prevent prioritize proceed produce prohibit promote promptly propose prosecute protect provide publicize publish punish pursue put raise ratify
    reaffirm receive recognize recommend record redouble reduce reform refrain refuse regulate rehabilitate reinforce reject release remain remind remove renew repatriate report request require
    resolve respect respond restore restrict retain return review revise revoke safeguard scale screen secure seek seize send serve set share simplify solicit stand
    step stop strengthen strive submit supervise supply support suppress surrender suspend sustain tackle take target terminate trace track train transfer translate transmit treat
    undertake update uphold urge use utilize verify withdraw withhold work answer describe summarize forward lay acquaint inform""".split()
)
"""Verbs that open an item in the infinitive without "to"."""


def items_are_own(chapeau: str, items: Sequence[str], *, principle: bool) -> bool:
    """Whether the items of a list are clauses of their own, not the object or the means of their chapeau.

    Args:
        chapeau: the words before the list.
        items: the words of each item.
        principle: whether the list belongs to a guiding principle.
    """
    lead = chapeau.rstrip(" :;,—–-")
    if _AIM.search(lead):
        return False
    if _OPEN.search(lead):
        return True
    if _MEANS.search(lead):
        return False
    if principle:
        return True
    verbal = sum(_is_verbal(item) for item in items)
    return bool(items) and 2 * verbal > len(items)


def _is_verbal(item: str) -> bool:
    if _VERB_ITEM.match(item):
        return True
    words = re.findall(r"[A-Za-z-]+", item[:60])
    if not words or words[0].lower() == "the":
        return False
    first = words[0].lower()
    if first.endswith("ly") and len(words) > 1:
        first = words[1].lower()
    return first in BASE_VERBS
