"""Names that stand for others: which committee, council or office a document means by "the Committee"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from obligraph.extract.actors import (
    A_WORKING_GROUP,
    THAT_PERSON,
    THE_COMMISSION,
    THE_COMMITTEE,
    THE_COUNCIL,
    THE_DEPOSITARY,
    THE_OFFICE,
)
from obligraph.extract.kind import Source
from obligraph.rules.words import Actor, InstrumentKind, Issuer


@dataclass(frozen=True, slots=True)
class StandIns:
    """Whom the names of one document stand for.

    Attributes:
        whole: names that mean the same throughout the document.
        here: names whose meaning depends on the words before them.
    """

    whole: dict[str, Actor]
    here: dict[str, Callable[[str], Actor]]

    def settled(self, ident: str, before: str) -> str:
        """The addressee that an id stands for; any other id as it is.

        Args:
            ident: an id of `obligraph.extract.actors`.
            before: the words of the paragraph before the place where it stands.
        """
        if ident in self.whole:
            return self.whole[ident].value
        return self.here[ident](before).value if ident in self.here else ident


def stand_ins(source: Source, text: str) -> StandIns:
    """Whom the names of a document stand for.

    Args:
        source: what the document is.
        text: its mended text.
    """
    of_assembly = source.issuer in {Issuer.GENERAL_ASSEMBLY, Issuer.HUMAN_RIGHTS_COUNCIL}
    whole = {
        THE_COMMITTEE: Actor.UN_ENTITIES if of_assembly else _own_committee(source, text),
        A_WORKING_GROUP: Actor.UN_ENTITIES if of_assembly else Actor.OTHER,
        THE_COMMISSION: _commission(source, text),
    }
    if source.kind is InstrumentKind.TREATY:
        whole |= {THE_COUNCIL: _council(text), THE_DEPOSITARY: _depositary(text)}
    return StandIns(whole, {THE_OFFICE: _office, THAT_PERSON: _person})


_COMMITTEES = {
    "1267": Actor.COMMITTEE_1267,
    "1989": Actor.COMMITTEE_1267,
    "2253": Actor.COMMITTEE_1267,
    "1373": Actor.CTC,
    "1540": Actor.COMMITTEE_1540,
}
_DEFINED = re.compile(
    r"(?:established (?:pursuant to|by|under|in)|"
    r"pursuant to)\s+(?:paragraph \d+\s+of\s+)?(?:Security Council )?"
    r"[Rr]esolutions?\s+(\d{4})"
    r"[^“\"]{0,160}\(?(?:hereinafter |hereafter )?[“\"](?:the )?Committee[”\"]"
)


_ESTABLISHED = re.compile(
    r"Committees?,?\s+(?:established\s+)?(?:pursuant\s+to|in|by|under)\s+(?:paragraph \d+ of\s+)?"
    r"(?:Security Council )?resolutions?\s+(\d{3,4})(?:[^,.;]{1,30}\band (\d{4}))?"
)
_ESTABLISHES = re.compile(r"[Dd]ecides\s+to\s+establish\b[^;]{0,120}\ba\s+Committee\b")


def _own_committee(source: Source, text: str) -> Actor:
    """The committee that "the Committee" means in a document."""
    if source.number in _COMMITTEES:
        return _COMMITTEES[source.number]
    if "Committee" not in text:
        return Actor.OTHER
    if _ESTABLISHES.search(text):
        return Actor.OTHER
    match = _DEFINED.search(text) if "Committee”" in text or 'Committee"' in text else None
    number = match[1] if match else _most_named(text)
    if not number and "1267/1989" in text:
        return Actor.COMMITTEE_1267
    return _COMMITTEES.get(number, Actor.OTHER)


def _office(before: str) -> Actor:
    """The office that "the Office" means behind some words of its paragraph: the one named last."""
    named = [(before.rfind(name), actor) for name, actor in _OFFICES]
    place, actor = max(named, key=lambda one: one[0])
    return actor if place >= 0 else Actor.UN_ENTITIES


def _commission(source: Source, text: str) -> Actor:
    """The commission that "the Commission" means in a document: one of the United Nations, or another."""
    council = source.issuer is Issuer.SECURITY_COUNCIL
    known = False
    for match in _COMMISSION.finditer(text):
        named = text[max(0, match.start() - 40) : match.start()].split()[-1:]
        if match["of"] == "of" or (named and named[0] in _OTHER_COMMISSIONS):
            return Actor.OTHER
        known = known or named == ["Peacebuilding"] or (match["of"] is not None and not council)
    return Actor.UN_ENTITIES if known else Actor.OTHER


def _council(text: str) -> Actor:
    """The council that "the Council" means in a treaty: that of the body it speaks of."""
    aviation = "International Civil Aviation Organi" in text
    return Actor.ICAO if aviation else Actor.REGIONAL_ORGS if "Council of Europe" in text else Actor.OTHER


def _depositary(text: str) -> Actor:
    """The depositary of a treaty: the body or officer whom its text designates."""
    match = _DESIGNATED.search(text) if "deposit" in text or "Depositary" in text else None
    named = match.group() if match else ""
    if "Council of Europe" in named:
        return Actor.REGIONAL_ORGS
    if "Civil Aviation" in named:
        return Actor.ICAO
    return Actor.SECRETARY_GENERAL if "Secretary-General" in named else Actor.OTHER


_KEEPER = (
    r"(?:Secretary[- ]General of the [A-Z][a-z]+ (?:of )?[A-Z][a-z]+|"
    r"International Civil Aviation Organi[sz]ation)"
)
_DESIGNATED = re.compile(
    rf"{_KEEPER}[^.;]{{0,60}}?\bdesignated (?:as )?(?:the )?[Dd]epositary|deposited with the {_KEEPER}"
)
"""The words by which a treaty names its depositary."""
_COMMISSION = re.compile(r"Commission\b(?:\s+(?P<of>on|for|of)\s+(?:[A-Z]|inquiry))?")
_OTHER_COMMISSIONS = frozenset(
    [
        "Truce",
        "Electoral",
        "Election",
        "Elections",
        "Boundary",
        "Border",
        "Ceasefire",
        "Monitoring",
        "Verification",
        "Implementation",
        "Inquiry",
        "Investigation",
        "Rights",
        "Compensation",
        "Reconciliation",
        "Basin",
        "Special",
    ]
)
"""What goes before commissions that are set up for one matter, which "the Commission" may mean."""


def _person(before: str) -> Actor:
    """The person that "him" means behind some words of its paragraph: the one named last."""
    named = list(_PERSONS.finditer(before))
    if not named or named[-1]["unlisted"]:
        return Actor.OTHER
    return Actor.UN_ENTITIES if named[-1]["envoy"] else Actor.SECRETARY_GENERAL


_PERSONS = re.compile(
    r"(?P<envoy>(?<!his )(?:Special|Personal) (?:Representative|Envoy|Adviser)(?: of the Secretary-General)?|"
    r"Mediator|Coordinator|Chief of Staff|Force Commander|High Commissioner)|(?P<unlisted>President|"
    r"Prime Minister|Special Rapporteur|Chairman|Director-General)|Secretary[- ]General"
)
_OFFICES = (
    ("UNODC", Actor.UNODC),
    ("Office on Drugs and Crime", Actor.UNODC),
    ("UNOCT", Actor.UNOCT),
    ("Office of Counter-Terrorism", Actor.UNOCT),
)


def _most_named(text: str) -> str:
    """The resolution named most often of those said to have established a committee; else empty.

    A committee named only as an exception is not the one that a text speaks of.
    """
    named = dict.fromkeys(
        number
        for match in _ESTABLISHED.finditer(text)
        for number in match.groups()
        if number and not _EXCEPTED.search(text, max(0, match.start() - 40), match.start())
    )
    return max(named, key=lambda number: text.count(f"{number} ("), default="")


_EXCEPTED = re.compile(r"\bexception of (?:the )?\Z")
