"""Where operative verbs stand: at the start, behind a body, "we" or a comma; and where sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from obligraph.extract.lexicon import ADVERB, Family, Verb, gerund, lexicon, lookup, pattern


@dataclass(frozen=True, slots=True)
class Manner:
    """How a paragraph speaks.

    Attributes:
        operative: its sentences open with an operative verb of the body ("Calls upon").
        reports: it tells what a body has said ("the Council called upon").
        governed: a chapeau governs it, so that its first words need no verb of their own.
        told: a request governs it, so that an imperative is what is asked for.
        arranges: it lays down a procedure, in which "will" says what is to be done.
    """

    operative: bool = True
    governed: bool = False
    reports: bool = False
    told: bool = False
    arranges: bool = False


BODY = (
    r"(?:[“\"]?(?:The|the) (?:(?:United Nations )?Security Council|Council|General Assembly|Assembly|"
    r"Human Rights Council|Economic and Social Council|members of the (?:Security )?Council),? |"
    r"(?:[Ii]t|He|She),? )"
)
"""A body that speaks, as the subject of a sentence."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An operative verb as found.

    Attributes:
        verb: what it is.
        words: as written, in lower case.
        begin: where what leads to it begins: its separator, subject and adverbs.
        at: where it stands.
        end: the offset after it.
    """

    verb: Verb
    words: str
    begin: int
    at: int
    end: int


_S_WORD = re.compile(r"[A-Za-z-]+s\b")


_LEFT = re.compile(
    rf"(?P<sep>\A|(?<=[.;:”] )|[,;:–—] ?(?:and |but |as well as |while )?|\b(?:and|but) |"
    rf"\bIn (?:this|that) (?:regard|respect|context|connection) (?={BODY}))"
    rf"(?P<subject>{BODY})?(?P<adverbs>(?:(?i:{ADVERB}),? )*+)(?:also )?\Z"
)


LONGEST_LEAD = 90
"""Characters before a verb in which its subject and adverbs stand."""


_WE = re.compile(r"(?:^|(?<=[.;,:”–—] )|(?<=\b[Aa]nd ))[Ww]e\b")


_IMPERSONAL = re.compile(
    r"(?:^|(?<=[,;.] )(?:and )?(?:also )?)"
    r"(?P<impersonal>[Ii]t is (?:also |further )?(?:recommended|the responsibility of|incumbent (?:up)?on)|"
    r"[Tt]here is (?:also |therefore )?an? (?:[a-z]+ ){0,2}need for(?: for)?)\b"
)


_THOUGHT = re.compile(r"\bthat(?:, [^,;.]{1,40})?,? \Z")
"""Before a "we" whose promise is only thought or hoped for."""


_PLEDGE_WORDS = (
    r"will|commit(?: ourselves)?|pledge|recommit|undertake|aim|strive|"
    r"are (?:also |therefore |fully |firmly )?(?:committed|determined|resolved)"
)


@cache
def _thirds() -> tuple[frozenset[str], re.Pattern[str]]:
    """The first words of the forms "he ...", and the whole forms."""
    forms = lexicon().thirds
    return frozenset(form.split()[0] for form in forms), re.compile(rf"(?i:{pattern(forms)})\b")


@cache
def _goes_on() -> re.Pattern[str]:
    """Matches "continues to urge", the sense of which is that of the second verb."""
    return re.compile(rf"(?i:continues) to (?:{ADVERB},? )*+(?P<base>{pattern(_governing())})\b")


@cache
def _opening() -> re.Pattern[str]:
    """Matches the first words of a paragraph that opens with a participle or an imperative."""
    gerunds = pattern(gerund(base) for base in _governing() if base != "direct")
    asking = pattern(base for base, verb in lexicon().bases.items() if verb.family is Family.DIRECTIVE)
    lead = rf"\W*(?:(?i:{ADVERB}),? )*+"
    return re.compile(
        rf"{lead}(?:(?P<gerund>(?i:{gerunds}))\b"
        rf"|(?P<base>(?-i:(?=[A-Z]))(?i:{asking}) (?=(?:the |all |its |any )?[A-Z])))"
    )


def _governing() -> list[str]:
    """The operative verbs that can govern a duty."""
    return [
        base
        for base, verb in lexicon().bases.items()
        if verb.family in {Family.DIRECTIVE, Family.RESTATE, Family.STRESS} and not verb.start
    ]


@cache
def _after_we() -> re.Pattern[str]:
    bases = pattern(lexicon().bases)
    return re.compile(rf"(?:, [^,;]{{3,120}},)?,? (?:{ADVERB},? )*+(?P<base>{bases}|{_PLEDGE_WORDS})\b")


@cache
def _more_after_we() -> re.Pattern[str]:
    return re.compile(rf"(?:[,;] (?:and )?|\band )(?:{ADVERB},? )*+(?P<base>{pattern(lexicon().bases)})\b")


@cache
def _told() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?:Security )?Council|Assembly|Committee|[Rr]esolutions? \d+(?: \(\d{{4}}\))?|it|"
        rf"[Pp]articipants|they)"
        rf"(?:,[^,;.]{{1,90}},)? (?:{ADVERB},? )*+(?P<past>{pattern(lexicon().pasts)})\b"
        rf"|(?:[Rr]esolutions?|Strategy|Convention)\b[^.;]{{0,160}}? which (?:{ADVERB},? )*+"
        rf"(?P<present>{pattern(lexicon().bases)})\b(?= that\b)"
    )


def marks(text: str, manner: Manner) -> list[Mark]:
    """The operative verbs of a text, in order."""
    found = list(_third_marks(text, manner))
    if manner.operative and not manner.told and not (found and found[0].begin == 0):
        found += _opening_mark(text)
    if "We" in text or "we " in text:
        found += _we_marks(text)
    if "t is " in text or "here is " in text:
        found += _impersonal_marks(text)
    if manner.reports:
        found += _told_marks(text)
    found.sort(key=lambda mark: mark.at)
    kept: list[Mark] = []
    for mark in found:
        if not kept or mark.at >= kept[-1].end:
            kept.append(mark)
    return kept


def _third_marks(text: str, manner: Manner) -> Iterator[Mark]:
    """The verbs in the form "calls upon" that stand where an operative verb stands."""
    firsts, whole = _thirds()
    held = 0
    for word in _S_WORD.finditer(text):
        if word.group().lower() not in firsts or word.start() < held:
            continue
        form = whole.match(text, word.start())
        verb = lookup(form.group(), lexicon().thirds) if form else None
        left = _left(text, max(0, word.start() - LONGEST_LEAD), word.start()) if verb else None
        if verb and verb.base == "continue" and (goes_on := _goes_on().match(text, word.start())):
            form, verb = goes_on, lookup(goes_on["base"], lexicon().bases)
        if form and verb and left and _operative(text, verb, form, left, manner):
            held = form.end()
            yield Mark(verb, form.group().lower(), left[0], form.start(), form.end())


def _opening_mark(text: str) -> Iterator[Mark]:
    """The verb of a paragraph that opens in another form: "Stressing that ...", "Request the Panel to"."""
    match = _opening().match(text)
    forms = lexicon().gerunds if match and match["gerund"] else lexicon().bases
    verb = lookup(match["gerund"] or match["base"], forms) if match else None
    if match and verb:
        words = match["gerund"] or match["base"]
        yield Mark(verb, words.lower(), 0, match.end() - len(words), match.end())


def _left(text: str, floor: int, at: int) -> tuple[int, re.Match[str]] | None:
    """What leads to a verb and where it begins, or None where no operative verb can stand."""
    match = _LEFT.search(text[floor:at])
    if match is None or (match["sep"] == "" and match.start() == 0 and floor):
        return None
    return floor + match.start(), match


def _impersonal_marks(text: str) -> Iterator[Mark]:
    for match in _IMPERSONAL.finditer(text):
        words = match["impersonal"].lower().replace(" for for", " for")
        yield Mark(
            Verb("recommend", Family.NONE, words),
            words,
            match.start(),
            match.start("impersonal"),
            match.end(),
        )


def _told_marks(text: str) -> Iterator[Mark]:
    """The verbs that tell what a body has said, or what "resolutions which emphasize that" say."""
    for match in _told().finditer(text):
        group, forms = ("past", lexicon().pasts) if match["past"] else ("present", lexicon().bases)
        if verb := lookup(match[group], forms):
            told = replace(verb, base=f"reported {verb.base}")
            yield Mark(told, match[group].lower(), match.start(), match.start(group), match.end())


def _we_marks(text: str) -> Iterator[Mark]:
    """The verbs of "we", and those that go on from one in the same sentence."""
    done = 0
    for we in _WE.finditer(text):
        match = _after_we().match(text, we.end())
        verb = _pledge(match["base"]) if match else None
        if match is None or verb is None or _THOUGHT.search(text, max(0, we.start() - 60), we.start()):
            continue
        yield Mark(verb, match["base"].lower(), we.start(), match.start("base"), match.end())
        if match.end() < done:
            continue
        done = sentence_end(text, match.end(), len(text))
        for more in _more_after_we().finditer(text, match.end(), done):
            other = _pledge(more["base"])
            if other and not other.start:
                yield Mark(other, more["base"].lower(), more.start(), more.start("base"), more.end())


_NOUN_AFTER = re.compile(
    r" ?(?:for|of|from|by|made|received|submitted|contained|set out|addressed|expressed|referred|and|or|,|"
    r"that (?:are|were|have)|in (?:the|paragraph))\b"
)


SENT_BY = re.compile(r" for [^,;]{3,80}? (?:from|by|made|received) ")
"""Behind a form such as "requests" where an item names the thing and who sends it."""
_RELATIVE = re.compile(r"\b(?:which|who|that)(?:, [^,;]{1,60})?,?\s*\Z")


def _operative(
    text: str, verb: Verb, form: re.Match[str], left: tuple[int, re.Match[str]], manner: Manner
) -> bool:
    """Whether a form "he ..." is an operative verb where it stands."""
    begin, lead = left
    if lead["sep"] == "" or lead["subject"]:
        thing = verb.noun and SENT_BY.match(text, form.end()) is not None
        return (manner.operative and not thing) or bool(lead["subject"])
    if not manner.operative and not _after_subject(text, form.start()):
        return False
    asks = verb.family is Family.DIRECTIVE
    told = asks or text.startswith(" that", form.end())
    if verb.start and not (told and lead["adverbs"].strip()) and not _goes_on_to(text, verb, form, begin):
        return False
    named = form.group()[0].isupper() and not lead["adverbs"] and not (asks and "and" in lead["sep"])
    if named or (verb.noun and _NOUN_AFTER.match(text, form.end())):
        return False
    joined_to_of = (
        not asks and _ANY_THAT.match(text, form.end()) is None and text.endswith((" of", " of "), 0, begin)
    )
    return not joined_to_of and _RELATIVE.search(text, max(0, begin - 90), begin) is None


def _goes_on_to(text: str, verb: Verb, form: re.Match[str], begin: int) -> bool:
    """Whether a verb that opens paragraphs goes on from another: "demands rest and supports its work"."""
    if _RENEWED.match(text, form.start()):
        return True
    if verb.base == "require":
        return "and" in text[begin : form.start()] and _SOMEBODY_TO.match(text, form.end()) is not None
    if verb.base == "determine":
        return "and" in text[begin : form.start()] and text.startswith(" that ", form.end())
    wholly = text.endswith(_WHOLLY, begin, form.start())
    if verb.base != "support" or not (wholly or _THEIR_WORK.match(text, form.end())):
        return False
    opened = max(text.rfind(stop, 0, begin) for stop in (". ", ";", ":"))
    return _SUBJECT_BETWEEN.search(text, opened + 1, begin) is None


_ANY_THAT = re.compile(r"(?: also| further)?,? that ")
_SOMEBODY_TO = re.compile(r" (?:(?:the |all |each |any |those )*[A-Z]|such )[^,;]{2,80} to [a-z]")
_THEIR_WORK = re.compile(
    r" (?:the |his |her |its |their |all |ongoing )+(?:[a-z]+ )?"
    r"(?:efforts|work|mediation|role|initiatives?)\b"
)
_WHOLLY = ("fully ", "strongly ")
"""Adverbs with which only a body says that it supports something."""
_SUBJECT_BETWEEN = re.compile(r"\b(?:which|who|that|whose|it)\b")
"""Words that give a later verb a subject other than the body that speaks."""
_RENEWED = re.compile(r"renews its (?:[a-z]+ )?(?:call|request|demand|appeal|invitation|encouragement)\b")
_BODY = re.compile(BODY)
FARTHEST = 4_000
"""Characters before a verb that are looked through for the body that is its subject."""


def _after_subject(text: str, place: int) -> bool:
    """Whether the sentence has a body as its subject that carries on to a later verb."""
    floor = max(0, place - FARTHEST)
    begin = max(text.rfind(". ", floor, place), floor)
    return _BODY.search(text[begin:place]) is not None


PLEDGE = "we pledge"
"""The verb of a promise that those who speak make together."""
_PLEDGES = {
    "will",
    "commit",
    "commit ourselves",
    "pledge",
    "recommit",
    "undertake",
    "aim",
    "strive",
    "are committed",
    "are determined",
    "are resolved",
    "resolve",
    "decide",
    "agree",
}


_FIRMLY = re.compile(r"^are [a-z]+ (?=(?:committed|determined|resolved)$)")


def _pledge(found: str) -> Verb | None:
    plain = _FIRMLY.sub("are ", found.lower())
    if plain in _PLEDGES:
        name = {"will": "will", "resolve": "resolves", "decide": "decides", "agree": "agrees"}.get(
            plain, "commits"
        )
        return Verb(PLEDGE, Family.NONE, name)
    return lookup(found, lexicon().bases)


_SENTENCE = re.compile(
    r"(?<=[.!?])[”\"’)]?(?:\d{1,3})? +(?=[“\"(]?[A-Z])|(?<=[.!?][”\"’)]) +(?=[“\"(]?[A-Z])|"
    r"(?<=[a-z]{4}\.)"
    r"(?=(?:All|Any|Each|Every|If|In|No|Nothing|Such|States|The|These|This|To|Where|When) [a-z])"
)
"""Between two sentences, also where the blank is lost."""


_ABBREVIATION = re.compile(
    r"(?:\b(?:No|Nos|para|paras|art|arts|Mr|Mrs|Ms|Dr|St|vs|cf|e\.g|i\.e|op|cit|ibid|pp|p|vol|Inc|Ltd|Gen|Lt|"
    r"Col|U\.S|[A-Z])\.)\Z"
)


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch of flat text."""
    if (
        text.find(".", start, max(start, end - 1)) < 0
        and text.find("!", start, end) < 0
        and text.find("?", start, end) < 0
    ):
        if text[start:end].strip():
            yield start, end
        return
    begin = start
    for match in _SENTENCE.finditer(text, start, end):
        if not _ABBREVIATION.search(text, max(start, match.start() - 8), match.start()):
            yield begin, match.start()
            begin = match.end()
    if text[begin:end].strip():
        yield begin, end


def sentence_end(text: str, start: int, stop: int) -> int:
    """Where the first sentence of a stretch ends."""
    first = next(iter(sentences(text, start, stop)), None)
    return first[1] if first else stop
