"""The clauses of a paragraph: its operative verbs found, each with its words, and sentences with a modal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from obligraph.extract.actors import Actors
from obligraph.extract.complement import Region, read
from obligraph.extract.draft import NOBODY, Bearers, Draft, Frame
from obligraph.extract.lexicon import ADVERB, ADVERBS, Family, Verb, lexicon, lookup, pattern
from obligraph.extract.lists import BASE_VERBS
from obligraph.extract.modals import modals


@dataclass(frozen=True, slots=True)
class Manner:
    """How a paragraph speaks.

    Attributes:
        operative: its sentences open with an operative verb of the body ("Calls upon").
        reports: it tells what a body has said ("the Council called upon").
        governed: a chapeau governs it, so that its first words need no verb of their own.
    """

    operative: bool = True
    governed: bool = False
    reports: bool = False


_SUBJECT = r"(?:[“\"]?(?:The|the) (?:(?:United Nations )?Security Council|Council|General Assembly|Assembly|Human Rights Council|Economic and Social Council),? |(?:[Ii]t|He|She),? )"


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
    rf"(?P<sep>\A|(?<=[.;:”] )|[,;:–—] ?(?:and |but |as well as |while )?|\b(?:and|but) )"
    rf"(?P<subject>{_SUBJECT})?(?P<adverbs>(?:(?i:{ADVERB}),? )*+)(?:also )?\Z"
)
_WE = re.compile(r"(?:^|(?<=[.;,:”–—] )|(?<=\band ))[Ww]e\b")
_IMPERSONAL = re.compile(
    r"(?:^|(?<=[,;.] )(?:and )?(?:also )?)"
    r"(?P<impersonal>[Ii]t is (?:also |further )?(?:recommended|the responsibility of|incumbent (?:up)?on))\b"
)
_PLEDGE_WORDS = (
    r"will|commit(?: ourselves)?|pledge|recommit|undertake|aim|strive|are (?:committed|determined|resolved)"
)


@cache
def _thirds() -> tuple[frozenset[str], re.Pattern[str]]:
    """The first words of the forms "he ...", and the whole forms."""
    forms = lexicon().thirds
    return frozenset(form.split()[0] for form in forms), re.compile(rf"(?i:{pattern(forms)})\b")


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
        rf"\b(?:(?:Security )?Council|Assembly|Committee|[Rr]esolutions? \d+(?: \(\d{{4}}\))?|it|[Pp]articipants|they)"
        rf"(?:,[^,;.]{{1,90}},)? (?:{ADVERB},? )*+(?P<past>{pattern(lexicon().pasts)})\b"
    )


def _marks(text: str, manner: Manner) -> list[Mark]:
    """The operative verbs of a text, in order."""
    found = list(_third_marks(text, manner))
    if "We" in text or "we " in text:
        found += _we_marks(text)
    if "t is " in text:
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
        left = _left(text, max(0, word.start() - 160), word.start()) if verb else None
        if form and verb and left and _operative(text, verb, form, left, manner):
            held = form.end()
            yield Mark(verb, form.group().lower(), left[0], form.start(), form.end())


def _left(text: str, floor: int, at: int) -> tuple[int, re.Match[str]] | None:
    """What leads to a verb and where it begins, or None where no operative verb can stand."""
    match = _LEFT.search(text[floor:at])
    if match is None or (match["sep"] == "" and match.start() == 0 and floor):
        return None
    return floor + match.start(), match


def _impersonal_marks(text: str) -> Iterator[Mark]:
    for match in _IMPERSONAL.finditer(text):
        words = match["impersonal"].lower()
        yield Mark(
            Verb("recommend", Family.NONE, words),
            words,
            match.start(),
            match.start("impersonal"),
            match.end(),
        )


def _told_marks(text: str) -> Iterator[Mark]:
    """The verbs that tell what a body has said."""
    for match in _told().finditer(text):
        if verb := lookup(match["past"], lexicon().pasts):
            told = replace(verb, base=f"reported {verb.base}")
            yield Mark(told, match["past"].lower(), match.start(), match.start("past"), match.end())


def _we_marks(text: str) -> Iterator[Mark]:
    """The verbs of "we", and those that go on from one in the same sentence."""
    for we in _WE.finditer(text):
        match = _after_we().match(text, we.end())
        verb = _pledge(match["base"]) if match else None
        if match is None or verb is None:
            continue
        yield Mark(verb, match["base"].lower(), we.start(), match.start("base"), match.end())
        stop = _sentence_end(text, match.end(), len(text))
        for more in _more_after_we().finditer(text, match.end(), stop):
            if other := _pledge(more["base"]):
                yield Mark(other, more["base"].lower(), more.start(), more.start("base"), more.end())


_NOUN_AFTER = re.compile(
    r" ?(?:for|of|from|by|made|received|submitted|contained|set out|addressed|expressed|referred|and|or|,|that (?:are|were|have)|in (?:the|paragraph))\b"
)
_RELATIVE = re.compile(r"\b(?:which|who|that|of)(?:, [^,;]{1,60})?,?\s*\Z")


def clauses(text: str, actors: Actors, manner: Manner, last: Bearers = NOBODY) -> list[Draft]:
    """The clauses of a flat text, in the order of their verbs.

    Args:
        text: the flat text of a paragraph or item, its own items left out.
        actors: the addressees of the kind of document.
        manner: how the paragraph speaks.
        last: the bearers named before it.
    """
    found: list[Draft] = []
    regions = list(_regions(text, manner))
    held = 0
    for region in regions:
        found += _sentences(
            text, held, _before(text, held, region.at), actors, manner if held == 0 else Manner(False)
        )
        drafts = list(_read(text, region, actors, last))
        found += drafts
        last = next((d.bearers for d in reversed(drafts) if d.bearers.ids and d.frame is not Frame.OWN), last)
        held = region.end
    found += _sentences(text, held, len(text), actors, manner if held == 0 else Manner(False))
    return sorted(found, key=lambda draft: (draft.at, draft.start))


def _before(text: str, held: int, at: int) -> int:
    """Where the words before an operative verb end, its own subject left out."""
    match = re.compile(rf"(?:{_SUBJECT}|\b[Ww]e,? )?(?:{ADVERB},? )*\Z").search(text, max(held, at - 120), at)
    return match.start() if match else at


def _regions(text: str, manner: Manner) -> Iterator[Region]:
    """The operative verbs of a text, each with the words up to the next one or the end of its sentence."""
    marks = _marks(text, manner)
    for place, mark in enumerate(marks):
        stop = marks[place + 1].begin if place + 1 < len(marks) else len(text)
        stop = _sentence_end(text, mark.end, max(stop, mark.end))
        yield Region(mark.verb, mark.words, mark.at, mark.end, _close(text, mark.end, stop))


def _operative(
    text: str, verb: Verb, form: re.Match[str], left: tuple[int, re.Match[str]], manner: Manner
) -> bool:
    """Whether a form "he ..." is an operative verb where it stands."""
    begin, lead = left
    if lead["sep"] == "" or lead["subject"]:
        return manner.operative or bool(lead["subject"])
    if not manner.operative and not _after_subject(text, form.start()):
        return False
    if verb.start or (form.group()[0].isupper() and not lead["adverbs"]):
        return False
    if verb.noun and _NOUN_AFTER.match(text, form.end()):
        return False
    return _RELATIVE.search(text, max(0, begin - 90), begin) is None


def _after_subject(text: str, place: int) -> bool:
    """Whether the sentence has a body as its subject that carries on to a later verb."""
    begin = max(text.rfind(". ", 0, place), 0)
    return re.search(_SUBJECT, text[begin:place]) is not None


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


def _pledge(found: str) -> Verb | None:
    plain = found.lower()
    if plain in _PLEDGES:
        name = {"will": "will", "resolve": "resolves", "decide": "decides", "agree": "agrees"}.get(
            plain, "commits"
        )
        return Verb("pledge", Family.NONE, name)
    return lookup(found, lexicon().bases)


def _read(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    if region.verb.base == "pledge":
        yield from _pledged(text, region)
    elif region.verb.family is Family.NONE and region.words.startswith("it is"):
        yield from _impersonal(text, region, actors)
    else:
        yield from read(text, region, actors, last)


def _pledged(text: str, region: Region) -> Iterator[Draft]:
    """ "We will", "We commit to", "We resolve to": what those who speak take upon themselves."""
    lead = re.compile(
        rf"{ADVERBS}(?:,[^,;]{{1,120}},)?(?: ?(?:ourselves|that we (?:will|shall)))? ?(?:to )?{ADVERBS} ?(?P<consider>consider(?:ing)? )?"
    ).match(text, region.start, region.end)
    start = lead.end() if lead else region.start
    frame = Frame.PLEDGE_CONSIDER if lead and lead["consider"] else Frame.PLEDGE
    yield Draft(
        region.verb.name,
        region.verb.name,
        frame,
        region.at,
        start,
        region.end,
        Bearers(("member_states",), state=True),
        f"we {region.words}",
    )


def _impersonal(text: str, region: Region, actors: Actors) -> Iterator[Draft]:
    """ "It is the responsibility of X to ...", "It is recommended that X ..."."""
    from obligraph.extract.bearers import named
    from obligraph.extract.complement import infinitive

    to = infinitive(text, region.start, region.end)
    that = re.compile(r" ?that ").match(text, region.start, region.end)
    start = that.end() if that else to[1] if to else region.start
    bearers = named(
        text, region.start, to[0] if to and not that else min(region.end, region.start + 80), actors
    )
    yield Draft(
        region.verb.name,
        "should",
        Frame.SHOULD,
        region.at,
        start,
        region.end,
        bearers if bearers.ids else Bearers(("other",)),
        region.words,
    )


# sentences with a modal


def _sentences(text: str, start: int, end: int, actors: Actors, manner: Manner) -> Iterator[Draft]:
    """The modal clauses of a stretch that no operative verb governs."""
    for place, (begin, stop) in enumerate(sentences(text, start, end)):
        led = manner.governed and place == 0
        yield from modal_drafts(text, begin, stop, actors, led=led)


def modal_drafts(text: str, start: int, end: int, actors: Actors, *, led: bool = False) -> Iterator[Draft]:
    """The modal clauses of one sentence."""
    from obligraph.extract.bearers import named

    held = NOBODY
    for modal in modals(text, start, end, led=led):
        if modal.frame is Frame.MAY and not modal.word.startswith("may"):
            continue
        if modal.word.endswith(" to") and modal.word[:2] in {"un", "ag"} and not actors.treaty:
            continue
        bearers = named(text, *modal.subject, actors)
        if bearers is NOBODY and modal.subject[1] - modal.subject[0] < 3:
            bearers = held
        held = bearers
        lemma = _lemma(modal.frame, modal.word)
        draft = Draft(
            lemma, lemma, modal.frame, modal.at, modal.action, modal.end, bearers, modal.word, modal.negative
        )
        yield from _split_consider(text, draft)


_COORDINATED = re.compile(r",? and (?:to )?(?P<verb>[a-z]+) ")


def _split_consider(text: str, draft: Draft) -> Iterator[Draft]:
    """ "should consider enacting X and ensure Y": the second is no longer to be considered but done."""
    plain = {Frame.SHOULD_CONSIDER: Frame.SHOULD, Frame.SHALL_CONSIDER: Frame.SHALL}.get(draft.frame)
    if plain and re.match(r"[a-z]+ing\b", text[draft.start : draft.end]):
        for match in _COORDINATED.finditer(text, draft.start, draft.end):
            if " to " in text[draft.start : match.start()]:
                break
            if match["verb"] in BASE_VERBS - _ALSO_NOUNS:
                yield replace(draft, end=match.start())
                yield replace(
                    draft,
                    frame=plain,
                    verb=plain.value,
                    acts_as=plain.value,
                    at=match.start("verb"),
                    start=match.start("verb"),
                )
                return
    yield draft


_ALSO_NOUNS = frozenset(
    "access address advance aid assist award control cooperate care cease combat exchange fight focus halt help hold issue launch limit offer plan practice process produce programme project progress promise raise record reform release report request research respect return review scale screen seek serve set share stand step stop strive supply support surrender suspect target trace track train transfer trust update urge use withdraw work answer forward further".split()
)


def _lemma(frame: Frame, word: str) -> str:
    plain = word.removesuffix(" not")
    return frame.value if frame in {Frame.SHALL_CONSIDER, Frame.SHOULD_CONSIDER} else plain


_SENTENCE = re.compile(
    r"(?<=[.!?])[”\"’)]?(?:\d{1,3})? +(?=[“\"(]?[A-Z])|(?<=[.!?][”\"’)]) +(?=[“\"(]?[A-Z])"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:No|Nos|para|paras|art|arts|Mr|Mrs|Ms|Dr|St|vs|cf|e\.g|i\.e|op|cit|ibid|pp|p|vol|Inc|Ltd|Gen|Lt|Col|U\.S|[A-Z])\.)\Z"
)


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch of flat text."""
    begin = start
    for match in _SENTENCE.finditer(text, start, end):
        if not _ABBREVIATION.search(text, max(start, match.start() - 8), match.start()):
            yield begin, match.start()
            begin = match.end()
    if text[begin:end].strip():
        yield begin, end


def _sentence_end(text: str, start: int, stop: int) -> int:
    first = next(iter(sentences(text, start, stop)), None)
    return first[1] if first else stop


def _close(text: str, start: int, end: int) -> int:
    from obligraph.extract.modals import _trim

    return _trim(text, start, end)
