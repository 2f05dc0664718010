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
_WE = rf"(?:(?:^|(?<=[.;,:”–—] )|(?<=\band ))[Ww]e\b(?:, [^,;]{{3,120}},)?,? (?:{ADVERB},? )*+)"


@cache
def _verbs() -> re.Pattern[str]:
    """Operative verbs in "he" form behind a separator, and in base form behind "we"."""
    thirds, bases, pasts = pattern(lexicon().thirds), pattern(lexicon().bases), pattern(lexicon().pasts)
    return re.compile(
        rf"(?P<sep>^|(?<=[.;:”] )|[,;:–—] ?(?:and |but |as well as |while )?|\b(?:and|but) )"
        rf"(?P<subject>{_SUBJECT})?(?P<adverbs>(?:(?i:{ADVERB}),? )*+)(?:also )?(?P<third>(?i:{thirds}))\b"
        rf"|{_WE}(?P<base>{bases}|will|commit(?: ourselves)?|pledge|recommit|undertake|aim|strive|are (?:committed|determined|resolved))\b"
        rf"|(?:[,;] (?:and )?|\band )(?:(?:{ADVERB}),? )*+(?P<more>{bases})\b"
        rf"|\b(?:(?:Security )?Council|Assembly|Committee|[Rr]esolutions? \d+(?: \(\d{{4}}\))?|it|[Pp]articipants|they)(?:,[^,;.]{{1,90}},)? (?:{ADVERB},? )*+(?P<past>{pasts})\b"
        rf"|(?:^|(?<=[,;] )(?:and )?(?:also )?)(?P<impersonal>(?:[Ii]t is (?:also |further )?(?:recommended|the responsibility of|incumbent (?:up)?on)))"
    )


_NOUN_AFTER = re.compile(r" ?(?:for|of|from|by|made|received|submitted|and|or|,|that (?:are|were|have)|in (?:the|paragraph))\b")
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
        found += _sentences(text, held, _before(text, held, region.at), actors, manner if held == 0 else Manner(False))
        drafts = list(_read(text, region, actors, last))
        found += drafts
        last = next((d.bearers for d in reversed(drafts) if d.bearers.ids), last)
        held = region.end
    found += _sentences(text, held, len(text), actors, manner if held == 0 else Manner(False))
    return sorted(found, key=lambda draft: (draft.at, draft.start))


def _before(text: str, held: int, at: int) -> int:
    """Where the words before an operative verb end, its own subject left out."""
    match = re.compile(rf"(?:{_SUBJECT}|\b[Ww]e,? )?(?:{ADVERB},? )*\Z").search(text, max(held, at - 120), at)
    return match.start() if match else at


def _regions(text: str, manner: Manner) -> Iterator[Region]:
    """The operative verbs of a text, each with the words up to the next one or the end of its sentence."""
    marks = [(match, verb) for match in _verbs().finditer(text) if (verb := _operative(text, match, manner))]
    for place, (match, verb) in enumerate(marks):
        group = next(name for name in ("third", "base", "more", "past", "impersonal") if match[name])
        start = match.end()
        stop = marks[place + 1][0].start() if place + 1 < len(marks) else len(text)
        stop = _sentence_end(text, start, stop)
        yield Region(verb, match[group].lower(), match.start(group), start, _close(text, start, stop))


def _operative(text: str, match: re.Match[str], manner: Manner) -> Verb | None:
    """The verb of a match, or None where it is no operative verb there."""
    if match["base"]:
        return _pledge(match["base"])
    if match["more"]:
        return _pledge(match["more"]) if _WE_BEFORE.search(text, _sentence_start(text, match.start()), match.start()) else None
    if match["past"]:
        return None if not manner.reports else _reported(match["past"])
    if match["impersonal"]:
        return Verb("recommend", Family.NONE, match["impersonal"].lower())
    found = match["third"]
    verb = lookup(found, lexicon().thirds)
    if verb is None:
        return None
    opens = match["sep"] == "" or bool(match["subject"])
    if opens:
        return verb if manner.operative or match["subject"] else None
    if not manner.operative and not _after_subject(text, match.start()):
        return None
    if verb.start or found[0].isupper() and not match["adverbs"]:
        return None
    if verb.noun and _NOUN_AFTER.match(text, match.end()):
        return None
    if _RELATIVE.search(text, max(0, match.start() - 90), match.start()):
        return None
    return verb


_WE_BEFORE = re.compile(r"\A(?:[A-Z][a-z ]{2,40}, )?[Ww]e\b|(?<=\. )We\b|^We\b|, we ")


def _sentence_start(text: str, place: int) -> int:
    return max(text.rfind(". ", 0, place) + 2, 0) if ". " in text[:place] else 0


def _after_subject(text: str, place: int) -> bool:
    """Whether the sentence has a body as its subject that carries on to a later verb."""
    begin = max(text.rfind(". ", 0, place), 0)
    return re.search(_SUBJECT, text[begin:place]) is not None


_PLEDGES = {"will", "commit", "commit ourselves", "pledge", "recommit", "undertake", "aim", "strive", "are committed", "are determined", "are resolved", "resolve", "decide", "agree"}


def _pledge(found: str) -> Verb | None:
    plain = found.lower()
    if plain in _PLEDGES:
        name = {"will": "will", "resolve": "resolves", "decide": "decides", "agree": "agrees"}.get(plain, "commits")
        return Verb("pledge", Family.NONE, name)
    return lookup(found, lexicon().bases)


def _reported(found: str) -> Verb | None:
    verb = lookup(found, lexicon().pasts)
    return replace(verb, base=f"reported {verb.base}") if verb else None


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
        region.verb.name, region.verb.name, frame, region.at, start, region.end,
        Bearers(("member_states",), state=True), f"we {region.words}",
    )


def _impersonal(text: str, region: Region, actors: Actors) -> Iterator[Draft]:
    """ "It is the responsibility of X to ...", "It is recommended that X ..."."""
    from obligraph.extract.bearers import named
    from obligraph.extract.complement import infinitive

    to = infinitive(text, region.start, region.end)
    that = re.compile(r" ?that ").match(text, region.start, region.end)
    start = that.end() if that else to[1] if to else region.start
    bearers = named(text, region.start, to[0] if to and not that else min(region.end, region.start + 80), actors)
    yield Draft(
        region.verb.name, "should", Frame.SHOULD, region.at, start, region.end,
        bearers if bearers.ids else Bearers(("other",)), region.words,
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
        bearers = named(text, *modal.subject, actors)
        if bearers is NOBODY and modal.word in {"is to", "are to"}:
            continue
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
            if match["verb"] in BASE_VERBS - _ALSO_NOUNS:
                yield replace(draft, end=match.start())
                yield replace(
                    draft, frame=plain, verb=plain.value, acts_as=plain.value, at=match.start("verb"), start=match.start("verb")
                )
                return
    yield draft


_ALSO_NOUNS = frozenset("access address advance aid assist award control cooperate care cease combat exchange fight focus halt help hold issue launch limit offer plan practice process produce programme project progress promise raise record reform release report request research respect return review scale screen seek serve set share stand step stop strive supply support surrender suspect target trace track train transfer trust update urge use withdraw work answer forward further".split())


def _lemma(frame: Frame, word: str) -> str:
    plain = word.removesuffix(" not")
    return frame.value if frame in {Frame.SHALL_CONSIDER, Frame.SHOULD_CONSIDER} else plain


_SENTENCE = re.compile(r"(?<=[.!?])[”\"’)]?(?:\d{1,3})? +(?=[“\"(]?[A-Z])|(?<=[.!?][”\"’)]) +(?=[“\"(]?[A-Z])")
_ABBREVIATION = re.compile(r"(?:\b(?:No|Nos|para|paras|art|arts|Mr|Mrs|Ms|Dr|St|vs|cf|e\.g|i\.e|op|cit|ibid|pp|p|vol|Inc|Ltd|Gen|Lt|Col|U\.S|[A-Z])\.)\Z")


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
