"""What a document is: its symbol and id, its kind, who issued it, when, and where it invokes Chapter VII."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from pathlib import PurePath
from typing import Any

from obligraph.rules.words import InstrumentKind, Issuer

HEAD = 4000
"""How many characters at the start of a document can hold its title and symbol."""

_SYMBOLS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\bS/RES/(\d{1,4}) ?\((\d{4})\)"), "S/RES/{0} ({1})"),
    (re.compile(r"^\W*R(?:ESOLUTION|esolution) (\d{1,4}) ?\((\d{4})\)", re.MULTILINE), "S/RES/{0} ({1})"),
    (re.compile(r"\bS/PRST/(\d{4})/(\d{1,3})\b"), "S/PRST/{0}/{1}"),
    (re.compile(r"\bA/HRC/RES/(\d{1,3})/(\d{1,3})\b"), "A/HRC/RES/{0}/{1}"),
    (re.compile(r"\bA/RES/(S-\d+|\d{1,3})/(\d{1,3})\b"), "A/RES/{0}/{1}"),
    (re.compile(r"^(S-\d+|\d{1,3})/(\d{1,3})\.\s+\S", re.MULTILINE), "A/RES/{0}/{1}"),
)

_NAMES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"S_RES_0*(\d+)(?:_(\d{4}))?\b"), "S/RES/{0}"),
    (re.compile(r"S_PRST_(\d{4})_(\d+)"), "S/PRST/{0}/{1}"),
    (re.compile(r"A_HRC_RES_(\d+)_(\d+)"), "A/HRC/RES/{0}/{1}"),
    (re.compile(r"A_RES_(S-\d+|\d+)_(\d+)"), "A/RES/{0}/{1}"),
)
"""Symbols as people write them in file names."""

ENACTING = re.compile(
    r"^[ \t“\"*]*The (Security Council|General Assembly|Human Rights Council|Economic and Social Council)\b"
    r"(?=,|[*]|\s*$)",
    re.MULTILINE,
)
"""The formula that opens a preamble."""

_ISSUERS = {
    "Security Council": Issuer.SECURITY_COUNCIL,
    "General Assembly": Issuer.GENERAL_ASSEMBLY,
    "Human Rights Council": Issuer.HUMAN_RIGHTS_COUNCIL,
    "Economic and Social Council": Issuer.OTHER,
}

_DATE = re.compile(
    r"\b(\d{1,2})\s+(January|February|March|April|May|June|July|August|September|October|November|December)"
    r",?\s+(\d{4})"
)
MONTHS = {
    name: place
    for place, name in enumerate(
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        1,
    )
}

_CHAPTER_VII = re.compile(
    r"[Aa]cting\s+under\s+(?:Article[s]?\s+[\d,\s]+(?:and\s+\d+\s+)?of\s+)?Chapter\s+VII\b"
)


@dataclass(frozen=True, slots=True)
class Source:
    """What a document is.

    Attributes:
        id: the instrument's id, used in the ids of clauses.
        symbol: the official symbol, or the title, or the file's name.
        number: the number of a Security Council resolution, else empty.
        kind: what sort of instrument.
        issuer: whose words it carries.
        date: the day of adoption, if the text gives it.
        chapter_vii: whether the preamble ends by invoking Chapter VII for the whole document.
    """

    id: str
    symbol: str
    number: str
    kind: InstrumentKind
    issuer: Issuer
    date: dt.date | None
    chapter_vii: bool

    def as_treaty(self) -> Source:
        """The same source, read as the treaty that it carries in an annex."""
        return replace(self, kind=InstrumentKind.TREATY, issuer=Issuer.PARTIES, chapter_vii=False)


def identify(text: str, name: str) -> Source:
    """What a document is, from its text and the name of its file.

    Args:
        text: the mended text.
        name: the path as the user gave it.
    """
    head = text[:HEAD]
    known = _known(head)
    enacting = ENACTING.search(text)
    symbol = known["symbol"] if known else _symbol(head, name)
    kind = InstrumentKind(known["kind"]) if known else _kind(text, enacting is not None, symbol)
    issuer = Issuer(known["issuer"]) if known else _issuer(enacting, kind, symbol)
    ident = known["id"] if known else slug(symbol)
    number = re.match(r"S/RES/(\d+)", symbol)
    return Source(
        ident,
        symbol,
        number[1] if number else "",
        kind,
        issuer,
        _adopted(head),
        _chapter_vii(text, enacting),
    )


def slug(symbol: str) -> str:
    """The id that a symbol gives.

    >>> slug("S/RES/2396 (2017)"), slug("A/RES/67/187"), slug("S/PRST/2015/11")
    ('sres2396', 'ares67-187', 'sprst2015-11')
    """
    short = re.sub(r"^([SA])/(?:HRC/)?(RES|PRST)/", r"\1\2", re.sub(r"\s*\(\d{4}\)", "", symbol))
    if "/HRC/" in symbol:
        short = "hrc" + short[1:]
    found = re.sub(r"[^a-z0-9]+", "-", short.lower()).strip("-")[:60].strip("-")
    return found if found[:1].isalpha() else f"document-{found}".strip("-")


@cache
def _instruments() -> list[tuple[re.Pattern[str], dict[str, Any]]]:
    data = (resources.files("obligraph.extract") / "data" / "instruments.toml").read_text(encoding="utf-8")
    return [(re.compile(row["title"]), row) for row in tomllib.loads(data)["instrument"]]


def _known(head: str) -> dict[str, Any] | None:
    """The row of an instrument known by its title, if the document has no symbol of a resolution."""
    if ENACTING.search(head) or any(regex.search(head[:1500]) for regex, _ in _SYMBOLS[:2]):
        return None
    return next((row for title, row in _instruments() if title.search(head)), None)


def _symbol(head: str, name: str) -> str:
    for regex, form in _NAMES:
        if match := regex.search(PurePath(name).stem):
            symbol = form.format(*match.groups())
            year = re.search(rf"\b{re.escape(match[1])} ?\((\d{{4}})\)", head) if "S/RES" in symbol else None
            return f"{symbol} ({year[1]})" if year else symbol
    for regex, form in _SYMBOLS:
        if match := regex.search(head):
            return form.format(*match.groups())
    return _title(head) or PurePath(name).stem or "document"


def _title(head: str) -> str:
    """The first line that reads like a title."""
    for line in (line.strip('*#“”" \t\r') for line in head.splitlines()):
        if 8 <= len(line) <= 160 and not line.startswith("source:") and line[:1].isupper():
            return line
    return ""


def _kind(text: str, enacted: bool, symbol: str) -> InstrumentKind:
    if "PRST" in symbol:
        return InstrumentKind.DECLARATION
    if enacted:
        return InstrumentKind.RESOLUTION
    articles = len(re.findall(r"^[ \t*#]*(?:Article|ARTICLE)\s+(?:\d+|[IVXL]+)\b", text, re.MULTILINE))
    if articles >= 3 or _TREATY.search(text[:20000]):
        return InstrumentKind.TREATY
    if len(re.findall(r"^[ \t*#]*(?:Guiding )?Principle \d+", text, re.MULTILINE)) >= 2:
        return InstrumentKind.PRINCIPLES
    if "S/RES/" in symbol:
        return InstrumentKind.RESOLUTION
    return InstrumentKind.GUIDELINES


_TREATY = re.compile(
    r"(?:States Parties|Contracting States|Parties) to this (?:Convention|Protocol|Agreement|Treaty)"
)


def _issuer(enacting: re.Match[str] | None, kind: InstrumentKind, symbol: str) -> Issuer:
    if enacting:
        return _ISSUERS[enacting[1]]
    if symbol.startswith(("S/RES", "S/PRST")):
        return Issuer.SECURITY_COUNCIL
    if symbol.startswith("A/HRC"):
        return Issuer.HUMAN_RIGHTS_COUNCIL
    if symbol.startswith("A/RES"):
        return Issuer.GENERAL_ASSEMBLY
    return Issuer.PARTIES if kind is InstrumentKind.TREATY else Issuer.OTHER


def _adopted(head: str) -> dt.date | None:
    """The day of adoption: the first full date after the words that announce it."""
    announced = re.search(r"[Aa]dopted|held on|Distr\.|^of (?=\d)", head, re.MULTILINE)
    match = _DATE.search(head, announced.start() if announced else 0)
    if not match or match.start() > (announced.start() + 300 if announced else 600):
        return None
    try:
        return dt.date(int(match[3]), MONTHS[match[2]], int(match[1]))
    except ValueError:
        return None


def _chapter_vii(text: str, enacting: re.Match[str] | None) -> bool:
    """Whether Chapter VII is invoked before the first operative paragraph."""
    if not enacting or "Chapter" not in text:
        return False
    first = re.compile(r"(?:^|\s)1\.\s+[A-Z]").search(text, enacting.end())
    return _CHAPTER_VII.search(text, enacting.end(), first.start() if first else len(text)) is not None


def invokes_chapter_vii(text: str) -> bool:
    """Whether a paragraph invokes Chapter VII for itself.

    >>> invokes_chapter_vii("Decides, acting under Article 41 of Chapter VII of the Charter, that")
    True
    """
    return _CHAPTER_VII.search(text) is not None
