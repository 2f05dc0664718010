"""The clauses of a paragraph: its operative verbs found, each with its words, and sentences with a modal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from obligraph.extract.actors import Actors
from obligraph.extract.bearers import named
from obligraph.extract.clausal import CHAIR, RECEIVES, agent, committee_of, subject_of
from obligraph.extract.complement import read, without_remark
from obligraph.extract.directives import infinitive, nominal
from obligraph.extract.draft import NOBODY, STATES, Bearers, Draft, Frame
from obligraph.extract.lexicon import ADVERB, ADVERBS, Family
from obligraph.extract.lists import plain_verbs
from obligraph.extract.marks import BODY, PLEDGE, Manner, marks, sentence_end, sentences
from obligraph.extract.modals import Modal, asked_by, modals
from obligraph.extract.procedures import OF_THEIR_WORK, told_in_present
from obligraph.extract.region import Region, nothing_asked, trim
from obligraph.extract.subjunctive import subjunctive


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
            text, held, before_verb(text, held, region.at), actors, manner if held == 0 else Manner(False)
        )
        drafts = list(_read(text, region, actors, last))
        found += drafts
        last = next((d.bearers for d in reversed(drafts) if d.bearers.ids and d.frame is not Frame.OWN), last)
        held = region.end
    found += _sentences(text, held, len(text), actors, manner if held == 0 else Manner(False))
    return _shared(text, sorted(found, key=lambda draft: (draft.at, draft.start)), actors)


def _shared(text: str, drafts: list[Draft], actors: Actors) -> list[Draft]:
    """Reads "Requests X and invites Y to do Z": what X is requested stands behind the next verb."""
    found = list(drafts)
    for place in range(len(drafts) - 1, 0, -1):
        before, after = found[place - 1], found[place]
        if before.frame is Frame.NOUN and after.frame is Frame.TO and after.at - before.end < 12:
            bearers = named(text, before.start, before.end, actors)
            if bearers.ids and _is_addressee(text, before, actors):
                found[place - 1] = replace(
                    before, frame=Frame.TO, start=after.start, end=after.end, bearers=bearers
                )
    return found


def _is_addressee(text: str, draft: Draft, actors: Actors) -> bool:
    """Whether the words of a clause are an addressee and nothing else."""
    mentions = list(actors.find(text, draft.start, draft.end))
    if not mentions or draft.end - draft.start > 300 or nominal(text, draft.start, draft.end):
        return False
    return mentions[0].start - draft.start < 30 and mentions[-1].end == draft.end


_LED_BY = re.compile(rf"(?:{BODY}|\b[Ww]e,? )?(?:{ADVERB},? )*\Z")


def before_verb(text: str, held: int, at: int) -> int:
    """Where the words before an operative verb end, its own subject left out."""
    match = _LED_BY.search(text, max(held, at - 120), at)
    return match.start() if match else at


def _regions(text: str, manner: Manner) -> Iterator[Region]:
    """The operative verbs of a text, each with the words up to the next one or the end of its sentence."""
    found = marks(text, manner)
    for place, mark in enumerate(found):
        stop = found[place + 1].begin if place + 1 < len(found) else len(text)
        last = sentence_end(text, mark.end, max(stop, mark.end))
        close = _close(text, mark.end, last)
        if last == stop < len(text) and (ahead := _CONDITION.search(text, max(mark.end, close - 380), close)):
            close = ahead.start()
        yield Region(mark.verb, mark.words, mark.at, mark.end, close)


def _read(text: str, region: Region, actors: Actors, last: Bearers) -> Iterator[Draft]:
    if region.verb.base == PLEDGE:
        yield from _pledged(text, region)
    elif region.verb.family is Family.NONE and region.words.startswith(("it is", "there is")):
        yield from _impersonal(text, region, actors)
    else:
        yield from read(text, region, actors, last)


_PROMISED = re.compile(
    rf"{ADVERBS}(?:,[^,;]{{1,120}},)?(?: ?(?:ourselves|that we (?:will|"
    rf"shall)))? ?(?:to )?{ADVERBS} ?(?P<consider>consider(?:ing)? )?"
)


def _pledged(text: str, region: Region) -> Iterator[Draft]:
    """Reads "We will", "We commit to", "We resolve to": what those who speak take upon themselves."""
    lead = _PROMISED.match(text, region.start, region.end)
    start = lead.end() if lead else region.start
    frame = Frame.PLEDGE_CONSIDER if lead and lead["consider"] else Frame.PLEDGE
    if region.verb.name == "commits" and _THING.match(text, start):
        frame = Frame.NONE
    draft = Draft(
        region.verb.name,
        region.verb.name,
        frame,
        region.at,
        start,
        region.end,
        STATES,
        f"we {region.words}",
    )
    yield without_remark(text, draft)


_THING = re.compile(r"(?:an?|the|our) ")
"""After "pledge": a thing, which is no conduct."""
_THAT = re.compile(r" ?that ")


def _impersonal(text: str, region: Region, actors: Actors) -> Iterator[Draft]:
    """Reads "It is the responsibility of X to ...", "It is recommended that X ..."."""
    if that := _THAT.match(text, region.start, region.end):
        asked = subjunctive(text, region, that.end(), "should", actors, NOBODY)
        yield replace(asked, frame=Frame.SHOULD)
        return
    to = infinitive(text, region.start, region.end)
    opens_list = to is None and text.endswith(":") and region.end >= len(text.rstrip(" :"))
    stop = to[0] if to else region.end if opens_list else min(region.end, region.start + 80)
    bearers = named(text, region.start, stop, actors)
    if region.words.startswith("there is") and not ((to or opens_list) and bearers.ids):
        yield nothing_asked(text, region)
        return
    yield Draft(
        region.verb.name,
        "should",
        Frame.SHOULD,
        region.at,
        to[1] if to else region.end if opens_list else region.start,
        region.end,
        bearers if bearers.ids else Bearers(("other",)),
        region.words,
    )


def _sentences(text: str, start: int, end: int, actors: Actors, manner: Manner) -> Iterator[Draft]:
    """The modal clauses of a stretch that no operative verb governs."""
    before = author = NOBODY
    for place, (begin, stop) in enumerate(sentences(text, start, end)):
        led = manner.governed and place == 0
        found = list(modal_drafts(text, begin, stop, actors, led=led, arranges=manner.arranges))
        if manner.arranges and not found:
            found = list(told_in_present(text, begin, stop, actors))
        goes_on = _THEY.match(text, begin) or (manner.operative and _IT.match(text, begin))
        if before.ids and found and goes_on:
            found[0] = replace(found[0], bearers=before)
        if author.ids and found and not found[0].bearers.ids and OF_THEIR_WORK.match(text, begin):
            found[0] = replace(found[0], bearers=author)
        for draft in found:
            allowed = manner.operative and _RIGHT.match(text, draft.start)
            yield replace(draft, frame=Frame.NONE) if allowed else draft
        before = next((draft.bearers for draft in found if draft.bearers.ids), NOBODY)
        author = before if manner.arranges and before.ids else author


_IT = re.compile(r"\W*It (?:also |further )?(?:shall|should|must|may)\b")
"""A sentence that goes on about whoever the sentence before it spoke of."""
_THEY = re.compile(
    r"\W*(?:They|He/She|He or she) (?:also |further )?(?:shall|should|must) (?:also |further )?(?!be )"
)
"""A sentence that goes on about those of whom the sentence before it spoke, and has them act."""


def modal_drafts(
    text: str, start: int, end: int, actors: Actors, *, led: bool = False, arranges: bool = False
) -> Iterator[Draft]:
    """The modal clauses of one sentence."""
    held = NOBODY
    for found in modals(text, start, end, led=led, asked=True):
        modal = _as_settled(text, found, actors, arranges=arranges)
        if modal.frame is Frame.MAY and not modal.word.startswith("may"):
            continue
        if modal.word[:2] in {"un", "ag"} and not actors.treaty:
            continue
        bearers = subject_of(text, modal, actors)
        if bearers.ids == ("same",) and CHAIR.search(text, *modal.subject):
            bearers = committee_of(text, modal)
            if bearers.ids == ("same",):
                bearers = held if held.ids else Bearers(("other",))
        if bearers is NOBODY and modal.subject[1] - modal.subject[0] < 3:
            bearers = held
        if bearers.ids == ("other",) and not bearers.state and _PASSIVE.match(text, modal.action):
            bearers = NOBODY
        if bearers is NOBODY:
            bearers = agent(text, modal, actors)
        defines = _DEFINITIONS.search(text, *modal.subject) and text.startswith("apply", modal.action)
        held = bearers
        if RECEIVES.match(text, modal.action):
            bearers = NOBODY
        lemma = _lemma(modal.frame, modal.word)
        acts_as = "shall" if modal.frame is Frame.SHALL and lemma.startswith(_BY_SHALL) else lemma
        draft = Draft(
            lemma,
            acts_as,
            modal.frame,
            modal.at,
            modal.action,
            modal.end,
            bearers,
            modal.word,
            modal.negative,
        )
        yield from _split_consider(text, replace(draft, frame=Frame.NONE) if defines else draft)


_BY_SHALL = ("will", "may", "cannot")
"""Modals that in some places have the force of "shall"."""


def _as_settled(text: str, modal: Modal, actors: Actors, *, arranges: bool) -> Modal:
    """A modal as a "shall", where "will" arranges what is to be done, or a treaty says what cannot be."""
    if actors.treaty and modal.word == "cannot":
        return replace(modal, frame=Frame.SHALL, negative=True)
    settled = arranges or (actors.treaty and named(text, *modal.subject, actors).ids)
    return replace(modal, frame=Frame.SHALL) if settled and _is_arranged(text, modal) else modal


def _is_arranged(text: str, modal: Modal) -> bool:
    """Whether a "will" says what is to be done, and not what something is or how it counts."""
    return modal.word.startswith("will") and _IS_OR_COUNTS.match(text, modal.action) is None


_IS_OR_COUNTS = re.compile(
    r"(?:also |then |not )*(?:be (?:deemed|regarded|considered|treated)|consist|comprise|remain|include|"
    r"require|occur|have the right|enter into force|be (?:under|limited|terminated|permitted|allowed|able))\b"
)
_RIGHT = re.compile(r"(?:also )?be entitled to\b")
"""What somebody may do, said by a resolution of its own body."""
_DEFINITIONS = re.compile(r"\b(?:definitions?|terms?)\s*\Z")
"""The subject of a sentence that says which definitions hold."""
_PASSIVE = re.compile(r"(?:also |immediately |fully |promptly |only |always |never )*be [a-z]+")
"""Who has something done to him is not the one who must do it."""

_COORDINATED = re.compile(r",? and (?:to )?(?P<verb>[a-z]+) ")


_GERUND = re.compile(r"[a-z]+ing\b")


_AND_CONSIDER = re.compile(r",? and (?=consider (?:[a-z]+ing|the|whether)\b)")


def _split_consider(text: str, draft: Draft) -> Iterator[Draft]:
    """Reads "should consider enacting X and ensure Y": the second is no longer to be considered but done."""
    second = _AND_CONSIDER.search(text, draft.start, draft.end)
    if second and draft.frame in {Frame.SHALL, Frame.SHALL_ENDEAVOUR}:
        yield replace(draft, end=second.start())
        start = second.end()
        considers = Frame.SHALL_CONSIDER
        yield replace(
            draft, frame=considers, verb=considers.value, acts_as=considers.value, at=start, start=start
        )
        return
    plain = {Frame.SHOULD_CONSIDER: Frame.SHOULD, Frame.SHALL_CONSIDER: Frame.SHALL}.get(draft.frame)
    if plain and _GERUND.match(text[draft.start : draft.end]):
        for match in _COORDINATED.finditer(text, draft.start, draft.end):
            if " to " in text[draft.start : match.start()]:
                break
            if match["verb"] in plain_verbs():
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


def _lemma(frame: Frame, word: str) -> str:
    plain = word.removesuffix(" not")
    if frame is Frame.TO:
        return asked_by(plain)
    return frame.value if frame in {Frame.SHALL_CONSIDER, Frame.SHOULD_CONSIDER} else plain


_CONDITION = re.compile(r"(?:,? and, (?!to )[^,;]{3,120}|,? and in the event [^,;]{3,360})\Z")
"""A condition, or a time, of the clause that follows."""


def _close(text: str, start: int, end: int) -> int:
    return trim(text, start, end)
