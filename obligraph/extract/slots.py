"""The slots of a clause: qualifiers, safeguards, citations, deadline, prohibition, each in its place."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from obligraph.extract.kind import MONTHS

Found = tuple[str, int, int]
"""Words and their flat offsets."""

_QUALIFIER = re.compile(
    r"\b(?:(?:as|where|when|if) (?:appropriate|necessary|applicable|possible|needed|relevant|required|"
    r"feasible|requested)(?: and (?:appropriate|necessary|applicable|possible|relevant))?"
    r"|(?:if|where) so requested|where (?:appropriate )?and (?:where )?(?:necessary|appropriate)|"
    r"to the (?:fullest |maximum |greatest |widest )?extent (?:possible|practicable|feasible)"
    r"|(?:up)?on (?:their |its )?request(?! (?:to|for|of|that))|at the(?:ir)? request of [^,;.]{3,60}|"
    r"wherever (?:possible|appropriate)|as soon as possible|without delay|on a voluntary basis|"
    r"in so far as possible"
    r"|in (?:full |strict |close |due )?(?:accordance|compliance|conformity|line|"
    r"keeping) with [^,;.]{3,160}(?:, including [^,;.]{3,100}(?:, [^,;.]{3,80} (?:law|"
    r"rights)[^,;.]{0,60}){0,2})?"
    r"|(?:in a manner )?(?:consistent|compliant|compatible|"
    r"consistently) with [^,;.]{3,160}(?:, including [^,;.]{3,100}(?:, [^,;.]{3,80} (?:law|"
    r"rights)[^,;.]{0,60}){0,2})?"
    r"|(?:pursuant|subject|without prejudice|having regard|with due regard) (?:to|for) [^,;.]{3,140}|"
    r"taking (?:fully |duly )?into (?:account|consideration)(?:,[^,;.]{3,40},)? [^,;.]{3,140}"
    r"|within (?:its|their|his|the)(?: respective)?(?: existing)? (?:mandates?|resources?|powers|"
    r"competences?)(?: and (?:existing )?resources)?|bearing in mind [^,;.]{3,120}"
    r"|(?!(?:with|in) respect (?:to|of)\b)(?:while|with|in) (?:full |due |fully )?"
    r"(?:respect(?:ing)?|safeguarding|protecting|regard)(?: for| to)? [^,;.]{3,140}"
    r"|without resorting to [^,;.]{3,140}|unless [^,;.]{3,120}|provided that [^;.]{3,160}|"
    r"except [^,;.]{3,120})"
)
_SAFEGUARD = re.compile(
    r"human rights|fundamental freedoms|refugee law|humanitarian law|discriminat|privacy|data protection|"
    r"personal data|"
    r"rights of (?:the child|children|women|victims|persons)|best interests? of the child|"
    r"best interests of children|gender|due process|fair trial|rule of law|freedom of (?:expression|"
    r"association|religion)|"
    r"non-refoulement|children(?:’s|'s)? rights|dignity"
)


def qualifiers(text: str, start: int, end: int) -> Iterator[tuple[Found, bool]]:
    """The limiting phrases in a stretch of flat text, each with whether it is a safeguard."""
    for match in _QUALIFIER.finditer(text, start, end):
        before = max(start, match.start() - 40)
        if _TELLS.match(match[0]) and _DESCRIBED.search(text, before, match.start()):
            continue
        aim = _AIM.search(text, match.start(), match.end())
        stop = aim.start() if aim else match.end()
        words = text[match.start() : stop]
        yield (words, match.start(), stop), _SAFEGUARD.search(words) is not None


_TELLS = re.compile(
    r"subject to (?:the |their |its |this )*(?:measures|sanctions|jurisdiction|travel|assets?|arms|embargo|"
    r"terror)|pursuant to "
)
_DESCRIBED = re.compile(
    r"(?:\b[a-z]+(?:ed|en|ade|ies|ons|als|[a-z]{2}s)|"
    r"\b(?i:is|are|be|was|were|committee|team|panel|person)) \Z"
)
"""Before words that tell which thing is meant, not how to act: "the team set up pursuant to"."""
_AIM = re.compile(r" (?:for the purposes? of|in order to|with a view to|so as to)\b")
"""Where a limit ends and an aim begins."""


_RESOLUTIONS = re.compile(
    r"(?=[ACEGHIPRSTUVgipr])\b(?:"
    r"(?:(?P<paras>\b[Pp]aragraphs? (?P<numbers>\d{1,3}(?: ?\([a-z]\))?(?:(?:, and|,| and| or| to|–|"
    r"-) ?\d{1,3}(?: ?\([a-z]\))?)*) (?:above )?(?:of|in) (?:its |the )?)?"
    r"(?P<body>(?:Security Council|General Assembly|Council|Assembly|"
    r"Human Rights Council) )?(?:its )?[Rr]esolutions? (?P<list>(?:\d{1,3}/\d{1,3}|"
    r"\d{3,4}|\d{1,2}(?= ?\(\d{4}\)))(?: ?\(\d{4}\))?(?:(?:, and|,|;| and| or) (?:resolution )?"
    r"(?:\d{1,3}/\d{1,3}|\d{3,4}(?! (?:of|meeting))|\d{1,2}(?= ?\(\d{4}\)))(?: ?\(\d{4}\))?)*))"
    r"|(?P<symbol>\b[SA]/(?:RES/|PRST/|HRC/(?:RES/)?)?(?:S-)?\d{1,4}(?:/\d{1,4}(?:/Add\.\d+)?)?(?: \(\d{4}\))"
    r"?)"
    r"|(?P<icao>\bAnnex(?:es)? (?P<annex>\d{1,2})(?: and (?:Annex )?(?P<annex2>\d{1,2}))?\b(?= (?:—|–|-|"
    r"to the|of the|and Annex)|,))"
    r"|(?P<gp>\b[Gg]uiding [Pp]rinciples? (?P<gpn>\d{1,2})\b)"
    r"|(?P<charter>\bArticles? (?P<art>\d{1,3})(?: of (?:Chapter [IVX]+ of )?the Charter(?: of the United Nat"
    r"ions)?|(?= of Chapter [IVX]+)))"
    r"|(?P<here>\b[Pp]aragraph(?P<many>s)? (?P<herenum>(?>\d{1,3}(?: ?\([a-z]\))?"
    r"(?(many)(?:(?:, and|,| and| or| to) \d{1,3}\b(?: ?\([a-z]\))?)*)))"
    r"(?! of (?:its |the )?(?:resolution|Security|General|article))"
    r"(?: (?:above|below|of (?:this|the present) resolution))?)"
    r"|(?P<short>\b(?:Geneva Conventions\b|Rome Statute\b|Universal Declaration of Human Rights|"
    r"(?:Chemical Weapons|Biological(?: and Toxin)? Weapons|Genocide|Refugee|Mine Ban|Arms Trade|"
    r"Non-Proliferation) (?:Convention|Treaty)\b))"
    r"|(?P<treaty>\b(?:International |United Nations |UN |European |Hague |Geneva |Vienna )?(?:Convention|"
    r"Protocol|Treaty|Covenant)s? (?:[Ff]or|[Aa]gainst|[Oo]n|relating to|"
    r"concerning)(?: the)? (?!State|Part(?:y|ies)\b)(?:[A-Z][\w’-]*(?:(?!, the ),? "
    r"(?:(?:of|the|and|against|for|in|on|by|to|with|or) ){0,3}[A-Z][\w’-]*)*)))"
)
_NUMBER = re.compile(r"\d{1,3}(?: ?\([a-z]\))?")
_ONE = re.compile(r"(\d{1,3}/\d{1,3}|\d{3,4}|\d{1,2}(?= ?\())(?: ?\(\d{4}\))?")


def cites(text: str, start: int, end: int, own: str) -> Iterator[Found]:
    """The instruments named in a stretch of flat text, normalised, each with its place.

    Args:
        text: the flat text.
        start: where to begin.
        end: where to stop.
        own: the symbol of the document, for "paragraph 47" without a resolution; empty to leave these out.
    """
    places = [place for name in _NAMES if (place := text.find(name, start, end)) >= 0]
    if not places:
        return
    for match in _RESOLUTIONS.finditer(text, max(start, min(places) - 60), end):
        for name in _normalised(match, own):
            yield name, match.start(), match.end()


_NAMES = (
    "esolution",
    "S/",
    "A/",
    "Annex",
    "rinciple",
    "rticle",
    "aragraph",
    "Convention",
    "Protocol",
    "Treaty",
    "Covenant",
    "Statute",
    "Universal",
)
"""Parts of words without which nothing is cited."""


def _normalised(match: re.Match[str], own: str) -> Iterator[str]:
    if match["list"]:
        yield from _resolutions(match)
    elif match["symbol"]:
        symbol = re.sub(r" \(\d{4}\)$", "", match["symbol"])
        yield symbol
    elif match["icao"]:
        yield f"ICAO Annex {match['annex']}"
        if match["annex2"]:
            yield f"ICAO Annex {match['annex2']}"
    elif match["gp"]:
        yield f"GP {match['gpn']}"
    elif match["charter"]:
        yield f"UN Charter Article {match['art']}"
    elif match["here"]:
        for number in _NUMBER.findall(match["herenum"]) if own else ():
            yield f"{own} para {number.replace(' ', '')}"
    elif match["short"]:
        yield match["short"]
    else:
        yield re.sub(r"^United Nations ", "UN ", match["treaty"])


def _resolutions(match: re.Match[str]) -> Iterator[str]:
    """The resolutions of a list; paragraphs are those of the first."""
    assembly = match["body"] is not None and "Assembly" in match["body"]
    for place, one in enumerate(_ONE.finditer(match["list"])):
        symbol = f"A/RES/{one[1]}" if assembly or "/" in one[1] else f"S/RES/{one[1]}"
        if place or not match["numbers"]:
            yield symbol
        else:
            for number in _NUMBER.findall(match["numbers"]):
                yield f"{symbol} para {number.replace(' ', '')}"


_MONTH = "|".join(MONTHS)
_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WORDS = {name: value for value, name in enumerate(_COUNTED, 1)} | {
    "fourteen": 14,
    "fifteen": 15,
    "eighteen": 18,
    "twenty-four": 24,
    "thirty": 30,
    "forty-five": 45,
    "forty-eight": 48,
    "sixty": 60,
    "seventy-two": 72,
    "ninety": 90,
}
_COUNT = rf"\d{{1,3}}|{'|'.join(_WORDS)}"
_DEADLINE = re.compile(
    rf"\b(?:by|before|no later than|not later than|prior to|until) (?:the end of )?"
    rf"(?:(?P<day>\d{{1,2}}) )?(?P<month>{_MONTH})(?: (?P<day2>\d{{1,2}}),?)? (?P<year>\d{{4}})\b"
    rf"|\b(?:by|before) (?:the end of )?(?P<onlyyear>(?:19|20)\d{{2}})\b(?! ?[(/])"
    rf"|\b(?:within|no later than|not later than|in) (?:a period of )?(?P<count>{_COUNT})[ -]"
    rf"(?P<unit>hours?|days?|weeks?|months?|years?)"
    rf"(?P<from> (?:of|from|after|following) (?:the )?(?:date of )?(?:the )?adoption"
    rf"(?: of (?:this|the present) resolution)?)?\b",
    re.IGNORECASE,
)


def deadline(text: str, start: int, end: int, adopted: dt.date | None) -> tuple[Found, dt.date | None] | None:
    """The time by which something is to be done, with its day where that can be computed.

    Args:
        text: the flat text.
        start: where to begin.
        end: where to stop.
        adopted: the day from which "within ... of adoption" counts; a day before it is no deadline.
    """
    if all(text.find(word, start, end) < 0 for word in _TIMES):
        return None
    for match in _DEADLINE.finditer(text, start, end):
        if match["count"] and match.group().lower().startswith("in ") and not match["from"]:
            continue
        day = _day(match, adopted)
        if day is None or adopted is None or day >= adopted:
            return (match.group(), match.start(), match.end()), day
    return None


_TIMES = ("hour", "day", "week", "month", "year", " 19", " 20", " 21")
"""Parts of words without which there is no deadline."""


def _day(match: re.Match[str], adopted: dt.date | None) -> dt.date | None:
    try:
        if match["onlyyear"]:
            return dt.date(int(match["onlyyear"]), 12, 31)
        if match["month"]:
            year, month = int(match["year"]), MONTHS[match["month"].capitalize()]
            day = match["day"] or match["day2"]
            last = 1 if match.group().lower().startswith("before") else calendar.monthrange(year, month)[1]
            return dt.date(year, month, int(day) if day else last)
        return _after(adopted, match) if adopted and match["from"] else None
    except (ValueError, OverflowError):
        return None


def _after(adopted: dt.date, match: re.Match[str]) -> dt.date:
    """The day a number of hours, days, weeks, months or years after adoption."""
    count = int(match["count"]) if match["count"].isdigit() else _WORDS[match["count"].lower()]
    unit = match["unit"].lower().rstrip("s")
    if unit == "hour":
        return adopted + dt.timedelta(days=-(-count // 24))
    if unit in {"day", "week"}:
        return adopted + dt.timedelta(days=count * (7 if unit == "week" else 1))
    months = adopted.month - 1 + count * (12 if unit == "year" else 1)
    year, month = adopted.year + months // 12, months % 12 + 1
    return dt.date(year, month, min(adopted.day, calendar.monthrange(year, month)[1]))


_FORBIDS = re.compile(
    r"(?:\W|immediately |also |to |strictly )*(?:not\b|refrain|prohibit|desist|abstain|forbid|ban\b|never|"
    r"avoid [a-z]+ing|be (?:[a-z]+ly )?(?:avoided|prohibited|forbidden|banned)\b|neither|deny(?= the use))"
    r"|[^;]{3,}?\b(?:and|or),? (?:[a-z]+ly )?(?:to )?(?:not to|refrain|abstain) ",
    re.IGNORECASE,
)


def prohibits(action: str) -> bool:
    """Whether an action is to leave something undone, or to forbid it.

    >>> prohibits("Refrain from providing support"), prohibits("provide support")
    (True, False)
    """
    plain = action.lower()
    return any(word in plain for word in _FORBIDDING) and _FORBIDS.match(action) is not None


_FORBIDDING = (
    "not",
    "refrain",
    "prohibit",
    "desist",
    "abstain",
    "forbid",
    "ban",
    "never",
    "avoid",
    "neither",
    "deny",
)
"""Words without which nothing is forbidden, looked for first to save time."""
