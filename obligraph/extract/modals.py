"""Modal clauses: "[all States] shall ...", "they should consider ...", in a sentence or after "that"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from obligraph.extract.clause_starts import PARENTHESIS, clause_start, subject_start
from obligraph.extract.draft import Frame
from obligraph.extract.lexicon import ADVERBS, lexicon, lookup
from obligraph.extract.lists import base_verbs
from obligraph.extract.region import trim

MODAL = re.compile(
    r"\b(?=[MSWabchimnosuw])(?:(?P<shall>[Ss]hall\b)|(?P<should>(?:[Ss]hould|ought to)\b)"
    r"|(?P<must>[Mm]ust\b)|(?P<may>(?<!\bas )(?:may|cannot(?= be )|can|could|might|would)\b)|"
    r"(?P<will>[Ww]ill\b(?! and (?!shall)| of\b))"
    r"|(?P<need>(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bno )(?<!urgent )(?<!pressing )needs? to)|"
    r"(?P<obliged>(?:are|is) (?:also |further |thus |legally )?(?:obliged|required|"
    r"bound|under an (?:[a-z]+ )?obligation)\b(?! by| in order| at least|, (?:and|or|but)\b))|"
    r"(?P<to>(?:(?<=States )|(?<=[Pp]arties ))are to|(?:(?<=State )|"
    r"(?<=Party )|(?<=Committee ))is to)"
    r"|(?P<owe>(?:(?<=Parties )|(?<=Party )|(?<=States )|(?<=State )|(?<=hereby )|(?<=also ))(?:undertakes?|"
    r"agrees?)(?:,[^,;:]{1,80},|,? so far as [^,;:]{1,40}?)?(?: to\b|(?=:)))|"
    r"(?P<barred>(?:are|is) not (?:permitted|allowed) to)|"
    r"(?P<bears>(?:has|have|bears?) (?:the|an?) (?:[a-z]+ )?(?:responsibility|duty|obligation)"
    r"(?: first and foremost)?(?: to\b| (?:for|of)(?= [a-z]+ing\b)))|"
    r"(?P<asked>(?:are|is) (?:also |further |hereby |therefore |strongly )?"
    r"(?:called upon|urged|exhorted|encouraged|invited|requested) to))"
    r"(?P<not> not\b)?"
)

_AFTER = re.compile(
    rf"{ADVERBS}(?:(?:(?<=,) |, | (?=and (?:in|as|where|to|subject|consistent|within) ))"
    r"(?:(?:and )?paragraphs?|within|in|as|where|if|on|upon|at|to|subject|pursuant|consistent|through|"
    rf"for|by|under|after|"
    r"before|when|without|with|inter|until|while|during|depending|taking|insofar|wherever|"
    r"whenever|except|and (?:in|as|where|to|subject|consistent|within))\b[^,;.:]{1,220}"
    r"(?:(?:(?<=supply), (?=sale)|(?<=sale), (?=or |transfer)|(?<=transfer), (?=or |export))"
    r"[^,;.:]{1,220})*,)*+"
    r"(?: ?including [^,;.:]{1,120},(?: [^,;.:]{1,80} law(?: and [^,;.:]{1,60})?,)*)?"
    rf"{ADVERBS} ?(?P<consider>consider\b(?! themselves| itself| (?:this|the present) [A-Z][a-z]+ as\b)"
    rf"(?:, (?:where|as) [a-z]+,)?(?: to\b)? ?)?(?P<try>endeavou?r(?:,[^;:]"
    r"{1,200}?,)? to |"
    r"seek to |strive to |make every effort to )?"
)
_INVERTED = re.compile(r",\s*\Z")
"""Before "should" in "..., should further measures be necessary": a condition, not advice."""
FRAMES = {
    "shall": Frame.SHALL,
    "should": Frame.SHOULD,
    "must": Frame.MUST,
    "may": Frame.MAY,
    "need": Frame.SHOULD,
    "owe": Frame.SHALL,
    "obliged": Frame.OBLIGATION,
    "to": Frame.SHALL,
    "will": Frame.MAY,
    "barred": Frame.SHALL,
    "asked": Frame.TO,
    "bears": Frame.NEED,
}


@dataclass(frozen=True, slots=True)
class Modal:
    """A main modal in a text.

    Attributes:
        at: where the modal stands.
        word: the modal as written.
        frame: what it makes of the clause.
        begin: where its clause begins, its subject included.
        subject: start and end of its subject.
        action: where its action begins.
        end: where its clause ends.
        negative: whether it is denied.
    """

    at: int
    word: str
    frame: Frame
    begin: int
    subject: tuple[int, int]
    action: int
    end: int
    negative: bool


def modals(text: str, start: int, end: int, *, led: bool = False, asked: bool = False) -> Iterator[Modal]:
    """The main modals of a stretch of flat text, each with its clause.

    Args:
        text: the flat text.
        start: where to begin.
        end: where to stop.
        led: whether an earlier modal or chapeau governs the stretch, so that a further modal must open a new
            clause to count.
        asked: whether "are encouraged to" and "have the duty to" count as modals.
    """
    found: list[tuple[re.Match[str], int, int]] = []
    held, main = start, led
    for match in MODAL.finditer(text, start, end):
        if (match["asked"] or match["bears"]) and not asked:
            continue
        if match["should"] == "Should" and not _verb_follows(text, match.end()):
            continue
        if match["should"] and _opens_condition(text, held, match):
            continue
        begin = clause_start(text, held, match.start(), main)
        if begin is None:
            continue
        found.append((match, begin, subject_start(text, begin, match.start(), main)))
        held, main = match.end(), True
    for place, (match, begin, subject) in enumerate(found):
        stop = found[place + 1][1] if place + 1 < len(found) else end
        yield _modal(text, match, begin, subject, trim(text, match.end(), stop))


def asked_by(word: str) -> str:
    """The operative verb of a passive that asks, as written; a modal as it is.

    >>> asked_by("are strongly encouraged to"), asked_by("should")
    ('encourages', 'should')
    """
    verb = lookup(_ASKED.sub("", word), lexicon().pasts)
    return verb.name if verb else word


_ASKED = re.compile(r"^(?:are|is) (?:[a-z]+ )??(?=called|urged|exhorted|encouraged|invited|requested)| to$")


def _opens_condition(text: str, start: int, should: re.Match[str]) -> bool:
    """Whether "should" opens a condition: "..., should an agreement not be reached, ..."."""
    if should.start() > start and not _INVERTED.search(text, start, should.start()):
        return False
    if _SUBJECT.match(text, should.end()):
        return True
    aside = should.start() == start or PARENTHESIS.search(text, start, should.start()) is not None
    return not aside and not _verb_follows(text, should.end())


_SUBJECT = re.compile(r" (?:an?|the|any|this|these|those|such|its|their|it|they|there|no) ")
"""Behind "should": somebody or something, where advice has its verb."""
_WORD = re.compile(r" ([a-z]+)\b")


def _verb_follows(text: str, place: int) -> bool:
    """Whether the next word is a verb, so that "should" before it opens no condition."""
    word = _WORD.match(text, place)
    if word is not None and word[1] == "be":
        return True
    return word is not None and word[1] in base_verbs() and word[1] != "further"


_NOBODY = re.compile(r"\W*(?:No|None|Neither|no|none|Nothing)\b")


_NONE_OF = re.compile(r"^[^,;]{3,60} no (?:[a-z]+ )?[a-z]+ \Z|\b[Nn]othing in (?:the|this) [^,;]{3,60} \Z")
"""A denied subject behind an exception: "Except as provided in article 4 no barn ..."."""
_ASIDE = re.compile(r",? so far [^:]*?(?=,? to\Z|\Z),?|, .*,")
"""What stands within "undertakes, so far as it can, to"."""
_FORBIDS = re.compile(r"may (?:not\b|only )")
"""What one may not do, or do only so."""
_OBLIGED_TO = re.compile(r"(?:,[^,;]{1,120},)? ?to ")


def _modal(text: str, match: re.Match[str], begin: int, subject: int, end: int) -> Modal:
    kind = match.lastgroup if match.lastgroup != "not" else None
    kind = kind or next(name for name in FRAMES if match[name])
    after = _AFTER.match(text, match.end(), end)
    frame = FRAMES[kind]
    nobody = _NOBODY.match(text[subject : match.start()]) or _NONE_OF.search(text, subject, match.start())
    if kind == "may" and (_FORBIDS.match(text, match.start(), end) or (match.group() == "may" and nobody)):
        frame = Frame.SHALL
    action = after.end() if after else match.end()
    if after and after["consider"] and text.endswith("which ", begin, subject):
        action = after.start("consider")
    elif after and after["consider"]:
        frame = {Frame.SHALL: Frame.SHALL_CONSIDER, Frame.SHOULD: Frame.SHOULD_CONSIDER}.get(frame, frame)
    elif after and after["try"]:
        frame = Frame.SHALL_ENDEAVOUR if frame is Frame.SHALL else frame
        action = after.start("try")
    if kind == "obliged":
        to = _OBLIGED_TO.match(text, match.end(), end)
        action = to.end() if to else action
    while action < end and text[action] in " ,:":
        action += 1
    if text.startswith("and ", action) and "," not in text[match.end() : action]:
        action = match.end() + 1
    return Modal(
        match.start(),
        _ASIDE.sub("", match.group().lower()),
        frame,
        begin,
        (subject, match.start()),
        min(action, end),
        end,
        bool(match["not"]) or kind == "barred" or nobody is not None,
    )
