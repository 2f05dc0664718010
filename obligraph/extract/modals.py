"""Modal clauses: "[all States] shall ...", "they should consider ...", in a sentence or after "that"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from obligraph.extract.draft import Frame
from obligraph.extract.lexicon import ADVERBS
from obligraph.extract.lists import base_verbs
from obligraph.extract.region import trim

MODAL = re.compile(
    r"\b(?=[MSacimnosuw])(?:(?P<shall>[Ss]hall)|(?P<should>should|ought to)"
    r"|(?P<must>[Mm]ust)|(?P<may>may|can|could|might|would)|"
    r"(?P<will>will)"
    r"|(?P<need>(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bno )(?<!urgent )(?<!pressing )needs? to)|"
    r"(?P<obliged>(?:are|is) (?:also |further |thus |legally )?(?:obliged|required|"
    r"bound)\b(?! by| in order| at least|, (?:and|or|but)\b))|"
    r"(?P<to>(?:(?<=States )|(?<=[Pp]arties ))are to|(?:(?<=State )|"
    r"(?<=Party )|(?<=Committee ))is to)"
    r"|(?P<owe>(?:(?<=Parties )|(?<=Party )|(?<=States )|(?<=State )|(?<=hereby )|(?<=also ))(?:undertakes?|"
    r"agrees?) to)|(?P<asked>(?:are|is) (?:also |further |hereby |therefore |strongly )?"
    r"(?:called upon|urged|encouraged|invited|requested) to))"
    r"(?P<not> not\b)?"
)

_SUBORDINATE = re.compile(
    r"\b(?:which|who|whom|whose|where|wherever|when|whenever|if|whether|because|unless|until|"
    r"while(?! (?:in|at|on|under)\b)|provided that|than|what|"
    r"how|so that|such that|in order that|except that|as (?=[a-z]+ (?:may|shall|should|will|would|can)?$))\b"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|may|can|could|might|would|deems?|makes?|takes?|commits?|"
    r"applies|apply|falls?|holds?|"
    r"fails?|wishe?s?|(?!measures|purposes)[a-z]{3,}(?:ed|izes|ises|ates|ires|ides|ains|ects|ives|ishes))\b"
)
"""A finite verb: a subordinate clause that has one leaves the modal after it to the main clause."""

_SUBJECT_AND_VERB = re.compile(
    r"(?:we|they|it|he|she|(?:Member )?States(?: Parties)?) (?:[a-z]+ly )?[a-z]+ \w"
)
_RESUMED = re.compile(r"\bwhich (?:all |the )?(?:Member )?(?:States|Parties)\s*\Z")
_PARENTHESIS = re.compile(r",[^,;]{1,200},\s*$")
_BOUNDARY = re.compile(
    r"(?:; ?(?:and |but )?|,? (?:and|but),? (?:further |also )?"
    r"(?:(?:when|whenever|where|wherever|if|once) [^;,]{3,140}, )?|, )"
    r"(?P<that>(?:(?:its|the) (?:decision|demand|call|obligation)[^;,]{0,90}? )?that )?"
    r"(?P<subject>[^;,]{0,170})$"
)
_SUBJECT_OPENING = re.compile(
    r"(?:the|an?|all|any|each|every|no|such|this|that|these|those|they|it|its|their|in|for|to|where|States?|"
    r"Member|Part(?:y|ies)|[A-Z][\w’-]*)\b"
)
_INTRODUCTION = re.compile(
    r"\W*(?:and |but |that )?(?:[Ii]n|[Ff]or|[Tt]o|[Ww]here|[Ww]hen|[Ww]henever|[Ww]herever|[Ii]f|[Ww]ith|"
    r"[Ww]ithout|[Oo]n|[Uu]pon|[Aa]t|[Aa]fter|[Bb]efore|[Bb]ecause|[Uu]nless|"
    r"[Nn]otwithstanding|[Ss]ubject|[Pp]ursuant|[Aa]s|[Bb]y|[Dd]uring|[Uu]nder|[Ww]hile|[Ff]ollowing|"
    r"[Gg]iven|[Ff]rom|[Tt]hrough|[Cc]onsistent|[A-Z][a-z]+ing|Convinced|Mindful|Aware)\b"
)
_AFTER = re.compile(
    rf"{ADVERBS}(?:(?:(?<=,) |, | (?=and (?:in|as|where|to|subject|consistent|within) ))"
    r"(?:(?:and )?paragraphs?|within|in|as|where|if|on|upon|at|to|subject|pursuant|consistent|through|"
    rf"for|by|under|after|"
    r"before|when|without|with|inter|until|while|during|depending|taking|insofar|wherever|"
    r"whenever|and (?:in|as|where|to|subject|consistent|within))\b[^,;.:]{1,220}"
    r"(?:(?:(?<=supply), (?=sale)|(?<=sale), (?=or |transfer)|(?<=transfer), (?=or |export))"
    r"[^,;.:]{1,220})*,)*+"
    r"(?: ?including [^,;.:]{1,120},(?: [^,;.:]{1,80} law(?: and [^,;.:]{1,60})?,)*)?"
    rf"{ADVERBS} ?(?P<consider>consider\b(?! themselves| itself)(?:, (?:where|"
    rf"as) [a-z]+,)?(?: to\b)? ?)?(?P<try>endeavou?r(?:,[^;:]"
    r"{1,200}?,)? to |"
    r"seek to |strive to )?"
)
_INVERTED = re.compile(r",\s*\Z")
"""Before "should" in "..., should further measures be necessary": a condition, not advice."""
_PERMITS = ("may", "can", "could", "might", "would", "will")
_PROVISION = re.compile(
    r",? (?:subject(?:, however,)? to|on) the (?:provision|condition|proviso) that [^,;]{3,120}\Z"
)
_SAVING = re.compile(
    r"^\W*(?:[Pp]rovided (?:further |also )?that|[Nn]othing in|[Nn]othing contained|[Uu]nless|[Ee]xcept)\b"
)

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
    "asked": Frame.TO,
}
_WHICH_OWES = re.compile(
    r"(?:(?P<who>Part(?:y|ies)|States?|Secretary-General|Committee|depositary)(?P<cut>,? wh(?:ich|o))|"
    r"(?P<same>, which [a-z]+))\s*\Z"
)
"""A relative that goes on with a duty of its own: "the depositary, which shall", ", which regime shall"."""


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
        asked: whether "are encouraged to" counts as a modal.
    """
    found: list[tuple[re.Match[str], int, int]] = []
    held, main = start, led
    for match in MODAL.finditer(text, start, end):
        if match["asked"] and not asked:
            continue
        if (
            match["should"]
            and _INVERTED.search(text, held, match.start())
            and not _PARENTHESIS.search(text, held, match.start())
            and not _verb_follows(text, match.end())
        ):
            continue
        begin = _clause_start(text, held, match.start(), main)
        if begin is None:
            continue
        found.append((match, begin, _subject_start(text, begin, match.start(), main)))
        held, main = match.end(), True
    for place, (match, begin, subject) in enumerate(found):
        stop = found[place + 1][1] if place + 1 < len(found) else end
        yield _modal(text, match, begin, subject, trim(text, match.end(), stop))


_WORD = re.compile(r" ([a-z]+)\b")


def _verb_follows(text: str, place: int) -> bool:
    """Whether the next word is a verb, so that "should" before it opens no condition."""
    word = _WORD.match(text, place)
    if word is not None and word[1] == "be":
        return True
    return word is not None and word[1] in base_verbs() and word[1] != "further"


_BARE_RELATIVE = re.compile(r"\b(?:an?|the|any|every|each) [a-z]+ (?:they|he|she|it|we)\s*\Z")
"""A relative clause without its "that": "a language they can read"."""
_NOBODY = re.compile(r"\W*(?:No|None|Neither|no|none|Nothing)\b")


_OBLIGED_TO = re.compile(r"(?:,[^,;]{1,120},)? ?to ")


def _modal(text: str, match: re.Match[str], begin: int, subject: int, end: int) -> Modal:
    kind = match.lastgroup if match.lastgroup != "not" else None
    kind = kind or next(name for name in FRAMES if match[name])
    after = _AFTER.match(text, match.end(), end)
    frame = FRAMES[kind]
    if kind == "may" and match.group() == "may not":
        frame = Frame.SHALL
    action = after.end() if after else match.end()
    if after and after["consider"]:
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
    nobody = _NOBODY.match(text[subject : match.start()])
    return Modal(
        match.start(),
        match.group().lower(),
        frame,
        begin,
        (subject, match.start()),
        min(action, end),
        end,
        bool(match["not"]) or nobody is not None,
    )


FARTHEST = 4_000
"""Characters before a modal that are looked through for the beginning of its clause."""


def _clause_start(text: str, held: int, at: int, main: bool) -> int | None:
    """Where the clause of a modal begins, or None where the modal is subordinate."""
    begin, held = held, max(held, at - FARTHEST)
    left = text[held:at]
    if _SAVING.match(left):
        return None if main else begin
    opened = _opened(left, main)
    if opened is not None:
        return held + opened
    if not main:
        return None if _within_introduction(text, left, at) or _subordinate(left) else begin
    return _further_clause(text, left, held, at)


def _within_introduction(text: str, left: str, at: int) -> bool:
    """Whether a "may" stands in the words that introduce a sentence."""
    if not text.startswith(_PERMITS, at) or not _INTRODUCTION.match(left):
        return False
    return ", " not in _PARENTHESIS.sub(" ", left)


def _further_clause(text: str, left: str, held: int, at: int) -> int | None:
    """Where a modal behind another one opens a clause of its own, or None where it is subordinate."""
    if (fresh := _fresh_sentence(text, held, at)) is not None:
        return fresh
    owing = _WHICH_OWES.search(left)
    if owing:
        return held + owing.start("cut" if owing["cut"] else "same")
    for boundary in _boundaries(left):
        subject = boundary["subject"]
        if not subject.strip() or (
            not _SUBORDINATE.search(subject)
            and not _BARE_RELATIVE.search(subject)
            and " that " not in subject
            and (_SUBJECT_OPENING.match(subject) or (boundary["that"] and _MOMENT.match(subject)))
            and (
                boundary["that"]
                or not boundary.group().startswith(", ")
                or boundary.group().startswith(", and")
            )
        ):
            return held + boundary.start()
    goes_on = _GOES_ON.search(left) and text.startswith(_ORDERS, at) and not _subordinate(left)
    return held + len(left.rstrip(" ,")) if goes_on else None


_MOMENT = re.compile(
    r"(?:thereafter|henceforth|subsequently|upon|after|before|as|by|at|on|during|from|until)\b"
)
"""What may stand before the subject of a further "that" clause."""
_ORDERS = ("shall", "should", "must")
_GOES_ON = re.compile(r"[a-z]{3,}, \Z")
"""Before the second "shall" in "shall dry it in a safe, quick manner, shall count it"."""
_SEMICOLON = re.compile(r"; ?(?:and |but |likewise,? |thereafter,? )?")


def _fresh_sentence(text: str, held: int, at: int) -> int | None:
    """Where a clause that opens with a subject of its own behind a semicolon begins."""
    match = None
    for match in _SEMICOLON.finditer(text, held, at):  # noqa: B007 - the last one counts
        pass
    if match is None or not _SUBJECT.match(text, match.end(), at):
        return None
    if _SAVING.match(text[match.end() : at]) or " that " in text[match.end() : at]:
        return None
    return match.start() if _clause_start(text, match.end(), at, main=False) is not None else None


_SUBJECT = re.compile(r"[\w“\"(][^;]{2,}")


def _opened(left: str, main: bool) -> int | None:
    """Where a further "that" or, behind another modal, a proviso opens the clause of a modal."""
    further = _further_that(left)
    if further is not None or not main:
        return further
    proviso = _PROVISION.search(left)
    return proviso.start() if proviso else None


def _further_that(left: str) -> int | None:
    """Where ", and that " opens the clause of a modal beside what was said before it."""
    near = left[-_FAR:]
    match = _AND_THAT.search(left, max(0, len(left) - _FAR)) if " that" in near else None
    if match is None or " that " in left[: match.start()]:
        return None
    subject = match["subject"]
    return None if _SUBORDINATE.search(subject) or _FINITE.search(subject) else match.start()


_FAR = 360
"""Characters before a modal in which a further "that" can open its clause."""
_AND_THAT = re.compile(
    r",? and (?:further |also )?that,? (?P<subject>(?!.*(?<!for)(?<!to)(?<!in) that )"
    r"(?!.* (?:he|she|it|they|we) )[^;.:]{1,330})\Z"
)
"""A further "that", whose subject may be a list with commas."""


def _boundaries(left: str) -> Iterator[re.Match[str]]:
    """The places in the words before a modal where a new clause may begin, the last first."""
    plain = _PARENTHESIS.sub(lambda m: " " * len(m.group()), left)
    for start in sorted(
        {m.start() for m in re.finditer(r"; ?|,? (?:and|but),? |, ", plain[-200:])}, reverse=True
    ):
        place = max(0, len(plain) - 200) + start
        match = _BOUNDARY.match(plain, place)
        if match:
            yield match


_ADVERBIAL = re.compile(
    r"\b(?:where|when|as|if) (?:appropriate|necessary|applicable|possible|relevant|needed)\b"
)
"""A limit that looks like the opening of a clause of its own."""
_TOLD_BESIDE = re.compile(
    r"(?:when|whenever|while|where|if|once|unless) (?:[a-z]+ly )?[a-z]+ing\b|"
    r"who (?:[a-z]+ly |also )?[a-z]+s\b(?! (?:shall|should|must|may)\b)"
)
"""What is said beside a subject, with no subject of its own: "keepers, when naming a barn"."""
_ENDS_IN_THAT = re.compile(r"\bthat\s*\Z")


def _subordinate(left: str) -> bool:
    """Whether a modal stands in a relative, conditional or indirect clause."""
    plain = _ADVERBIAL.sub(" ", _PARENTHESIS.sub(" ", left))
    last = max(plain.rfind(","), plain.rfind(";"), plain.rfind(":"))
    near = plain[last + 1 :]
    if not near.strip():
        return False
    opener = None
    for opener in _SUBORDINATE.finditer(near):  # noqa: B007 - the last one counts
        pass
    that = near.rfind(" that ")
    if opener and opener.start() > that and _TOLD_BESIDE.match(near, opener.start()):
        return False
    place = max(opener.end() if opener else -1, that + 6 if that > 0 else -1)
    if place >= 0 and _WHICH_OWES.search(left):
        return False
    if place < 0:
        return _ENDS_IN_THAT.search(near) is not None
    return not (_FINITE.search(near, place) or _SUBJECT_AND_VERB.match(near, place)) and not _RESUMED.search(
        near
    )


_CONNECTED = re.compile(
    r"[\s;,]*(?:(?:and|but) )?(?:further |also )?"
    r"(?:(?:its|the) (?:decision|demand|call|obligation)\b.*? (?=that ))?(?:that )?"
)


_LEADING_THAT = re.compile(r"[^,]*?\bthat ")


def _subject_start(text: str, begin: int, at: int, main: bool) -> int:
    """Where the subject of a modal begins: after "that", a boundary or an introductory phrase."""
    owing = _WHICH_OWES.search(text, max(0, begin - 20), at) if main else None
    if owing:
        return owing.start()
    left = text[begin:at]
    that = None if main or _INTRODUCTION.match(left) else _LEADING_THAT.match(left)
    start = begin + (that.end() if that else 0)
    opening = _INTRODUCTION.match(text[start:at])
    if opening:
        plain = _PARENTHESIS.sub(lambda m: " " * len(m.group()), text[start:at])
        start += plain.rfind(", ") + 2 if ", " in plain else 0
    opening = _CONNECTED.match(text[start:at])
    return start + (opening.end() if opening else 0)
