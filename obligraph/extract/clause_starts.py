"""Where the clause of a modal begins: at its subject, or nowhere, for some modals are subordinate."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SUBORDINATE = re.compile(
    r"\b(?:which|who|whom|whose|where|wherever|when|whenever|if|whether|because|unless|until|"
    r"while(?! (?:in|at|on|under)\b)|provided that|(?<!other )than|what|"
    r"(?<!-)how|so that|such that|in order that|except that|in so far as|insofar as|to the extent that|"
    r"as (?=[a-z]+ (?:may|shall|should|will|would|can)?$))\b"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|may|can|could|might|would|deems?|makes?|takes?|commits?|"
    r"applies|apply|falls?|holds?|exists?|occurs?|requires?|needs?(?! to)|"
    r"fails?|wishe?s?|(?!measures|purposes)[a-z]{3,}(?:ed|izes|ises|ates|ires|ides|ains|ects|ives|ishes))\b"
)
"""A finite verb: a subordinate clause that has one leaves the modal after it to the main clause."""

_SUBJECT_AND_VERB = re.compile(
    r"(?:we|they|it|he|she|(?:Member )?States(?: Parties)?) (?:[a-z]+ly )?[a-z]+ \w"
)
_RESUMED = re.compile(r"\bwhich (?:all |the )?(?:Member )?(?:States|Parties)\s*\Z")
PARENTHESIS = re.compile(r",[^,;]{1,200},\s*$")
_BOUNDARY = re.compile(
    r"(?:; ?(?:and |but )?|,? (?:and|but),? (?:further |also )?"
    r"(?:(?:when|whenever|where|wherever|if|once) [^;,]{3,140}, )?|, )"
    r"(?P<that>(?:(?:its|the) (?:decision|demand|call|obligation)[^;,]{0,90}? )?that )?"
    r"(?P<subject>[^;,]{0,170})$"
)
_SUBJECT_OPENING = re.compile(
    r"(?:the|an?|all|any|each|every|no|such|this|that|these|those|they|it|its|their|there|in|for|to|where|"
    r"States?|"
    r"(?:[a-z]+s|men|women|persons) \Z|Member|Part(?:y|ies)|[A-Z][\w’-]*)\b"
)
_INTRODUCTION = re.compile(
    r"\W*(?:and |but |that )?(?:[Ii]n|[Ff]or|[Tt]o|[Ww]here|[Ww]hen|[Ww]henever|[Ww]herever|[Ii]f|[Ww]ith|"
    r"[Ww]ithout|[Uu]ntil|[Oo]n|[Uu]pon|[Aa]t|[Aa]fter|[Bb]efore|[Bb]ecause|[Uu]nless|"
    r"[Nn]otwithstanding|[Ss]ubject|[Pp]ursuant|[Aa]s|[Bb]y|[Dd]uring|[Uu]nder|[Ww]hile|[Ff]ollowing|"
    r"[Gg]iven|[Ff]rom|[Tt]hrough|[Cc]onsistent|[A-Z][a-z]+ing|Convinced|Mindful|Aware)\b"
)
_CONDITION = re.compile(r"\W*(?:If|Where|When|Whenever|Unless|In so far as|Insofar as|To the extent that) ")
"""The opening of a sentence whose first modal, before any comma, stands in a condition."""
_ACRONYM_LAST = re.compile(r" [A-Z]{4,} \Z")
"""Somebody named by letters right before a modal, whose own verb it is."""
_PERMITS = ("may", "can", "could", "might", "would", "will")
_NAMES = re.compile(r"[a-z]+ (?:[a-z]+ )?be (?:known|called|referred to|entitled)\b")
"""A relative that only gives something its name."""
_PROVISION = re.compile(
    r",? (?:subject(?:, however,)? to|on) the (?:provision|condition|proviso) that [^,;]{3,120}\Z|"
    r"(?:; (?:and )?|: |, (?:and )?)provided (?:further |also )?that,? (?:in [^,;]{3,120}, )?(?!nothing\b)"
    r"[^,;]{2,140}(?:, [^,;]{3,60},)? ?\Z"
)
_SAVING = re.compile(
    r"^\W*(?:[Pp]rovided (?:further |also )?that|[Nn]othing in|[Nn]othing contained|[Uu]nless|[Ee]xcept)\b"
)

_RELATIVE_OF = r"(?:in )?which (?:case )?"
_BODY = r"the [A-Z][A-Za-z ]{2,40}"
_WHICH_OWES = re.compile(
    r"(?:(?P<who>Part(?:y|ies)|States?|Secretary-General(?: of the United Nations)?|Committee|depositary|"
    r"Team|Panel|Mission|Office|Group|Force)(?P<cut>,? wh(?:ich|o))|(?:Council|Commission)(?P<body>,? which)|"
    rf"(?P<same>, (?:(?:in )?which(?: [a-z]+|, in turn,)?|{_RELATIVE_OF}{_BODY})))\s*\Z"
)
"""A relative that goes on with a duty of its own: "the depositary, which shall", ", which regime shall"."""


_NAME_BEFORE = re.compile(r"(?:\b[A-Z][\w-]+ (?:(?:and|of|on|for) )?){1,5}\Z")
"""The words of a name before the last of them."""
_IN_WHICH = re.compile(rf", {_RELATIVE_OF}(?P<body>{_BODY})\Z")
"""A relative that names who has the duty."""
_BARE_RELATIVE = re.compile(r"\b(?:an?|the|any|every|each) [a-z]+ (?:they|he|she|it|we)\s*\Z")
"""A relative clause without its "that": "a language they can read"."""
FARTHEST = 4_000
"""Characters before a modal that are looked through for the beginning of its clause."""


def clause_start(text: str, held: int, at: int, main: bool) -> int | None:
    """Where the clause of a modal begins, or None where the modal is subordinate."""
    begin, held = held, max(held, at - FARTHEST)
    left = text[held:at]
    if _SAVING.match(left):
        return None if main else begin
    bound = text.startswith(_ORDERS, at) and not text.endswith((" may", " can"), 0, begin)
    opened = _opened(left, main, proviso=bound)
    if opened is not None:
        return held + opened
    if not main:
        if _CONDITION.match(left) and "," not in left:
            return None
        return None if _within_introduction(text, left, at) or _subordinate(left) else begin
    return _further_clause(text, left, held, at)


def _within_introduction(text: str, left: str, at: int) -> bool:
    """Whether a "may" stands in the words that introduce a sentence."""
    if not text.startswith(_PERMITS, at) or not _INTRODUCTION.match(left):
        return False
    return ", " not in PARENTHESIS.sub(" ", left) and not _ACRONYM_LAST.search(left)


def _further_clause(text: str, left: str, held: int, at: int) -> int | None:
    """Where a modal behind another one opens a clause of its own, or None where it is subordinate."""
    if (fresh := _fresh_sentence(text, held, at)) is not None:
        return fresh
    owing = _WHICH_OWES.search(left)
    told = owing is not None and not owing["cut"] and _ENSURED.search(left) is not None
    orders = text.startswith(_ORDERS, at) or (" in which case " in left and text.startswith("will ", at))
    orders = orders and not _NAMES.match(text, at) and not told
    if owing and (owing["cut"] or orders):
        return held + owing.start(next(name for name in ("cut", "body", "same") if owing[name]))
    for boundary in _boundaries(left):
        subject = boundary["subject"]
        if not subject.strip() and _SO_THAT.search(left, 0, boundary.start()) and text.startswith("may ", at):
            continue
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


_SO_THAT = re.compile(r"\bso that [^,;]{1,60} (?:can|may|could)\Z")
"""An aim with a permission, to which a further "may" belongs."""
_ENSURED = re.compile(r"\b[Ee]nsur(?:e|ing)\b[^;.]* (?:that|is|are) ")
"""What is to be ensured takes in the relatives within it: "ensure that help is given, which should"."""
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
    return match.start() if clause_start(text, match.end(), at, main=False) is not None else None


_SUBJECT = re.compile(r"[\w“\"(][^;]{2,}")


def _opened(left: str, main: bool, *, proviso: bool) -> int | None:
    """Where a further "that" or, behind another modal, a proviso opens the clause of a modal."""
    further = _further_that(left)
    if further is not None or not main or not proviso:
        return further
    found = _PROVISION.search(left)
    return found.start() if found else None


def _further_that(left: str) -> int | None:
    """Where ", and that " opens the clause of a modal beside what was said before it."""
    near = left[-_FAR:]
    match = _AND_THAT.search(left, max(0, len(left) - _FAR)) if " that" in near else None
    if match is None or " that " in left[: match.start()]:
        return None
    subject = _SHORTENED.sub(" ", _BESIDE.sub("", match["subject"]))
    return None if _SUBORDINATE.search(subject) or _FINITE.search(subject) else match.start()


_BESIDE = re.compile(
    r"(?:unless|until|if|after|before|upon|from|as of|where|when|except|in)\b[^;]{3,240}, "
    r"(?=(?:the|this|these|those|such|any|all|no|that) )"
)
"""A condition or a time between a further "that" and its subject."""
_SHORTENED = re.compile(r" [a-z]+ed (?=(?:in|by|under|pursuant|to|from|with|for|within|through)\b)")
"""A participle that describes the subject and is no verb of its own."""
_FAR = 360
"""Characters before a modal in which a further "that" can open its clause."""
_AND_THAT = re.compile(
    r",? and (?:further |also )?that,? (?P<subject>(?!.*(?<!for)(?<!to)(?<!in) that )"
    r"(?!.* (?:he|she|it|they|we) )[^;.:]{1,330})\Z"
)
"""A further "that", whose subject may be a list with commas."""


def _boundaries(left: str) -> Iterator[re.Match[str]]:
    """The places in the words before a modal where a new clause may begin, the last first."""
    plain = PARENTHESIS.sub(lambda m: " " * len(m.group()), left)
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
_THAT_ONES = re.compile(
    r" that (?=[a-z]+[’']s )|"
    r"(?:(?<= of)|(?<= to)|(?<= by)|(?<= from)|(?<= with)|(?<= for)|(?<= at)|(?<= under)) that (?=[A-Za-z])"
)
"""A "that" which points: "the seal of that keeper's barn"."""
_BRACKETS = re.compile(r" ?\([^()]*\) ?")
"""Words in brackets, whose "than" or "which" opens nothing round them."""
_ENDS_IN_THAT = re.compile(r"\bthat\s*\Z")


def _subordinate(left: str) -> bool:
    """Whether a modal stands in a relative, conditional or indirect clause."""
    plain = _ADVERBIAL.sub(" ", PARENTHESIS.sub(" ", _BRACKETS.sub(" ", left)))
    plain = _THAT_ONES.sub(" the ", plain)
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


_STRAY_COMMA = re.compile(r", (?P<who>(?:the|each|any|every) [A-Z][a-z-]+(?: [A-Z][a-z-]+){0,2}),\s*\Z")
"""A subject behind an introductory clause, parted from its modal: "When it rains, the Keeper, shall"."""
_HELPED = re.compile(r", (?:aided|assisted|supported|accompanied) by [^,;]{3,80}$")
"""A helper behind the subject, before a phrase set off by commas or the modal."""
_SORTS = re.compile(r"\binternational, (?=(?:sub-?)?regional\b)")
"""A comma that parts only sorts of organizations."""


def subject_start(text: str, begin: int, at: int, main: bool) -> int:
    """Where the subject of a modal begins: after "that", a boundary or an introductory phrase."""
    if body := _IN_WHICH.search(text, begin, at):
        return body.start("body")
    owing = _WHICH_OWES.search(text, max(0, begin - 45), at) if main else None
    if owing:
        name = _NAME_BEFORE.search(text, begin - 80 if begin > 80 else 0, owing.start())
        return name.start() if name and owing["who"] else owing.start()
    left = text[begin:at]
    that = None if main or _INTRODUCTION.match(left) else _LEADING_THAT.match(left)
    start = begin + (that.end() if that else 0)
    opening = _INTRODUCTION.match(text[start:at])
    if opening and (stray := _STRAY_COMMA.search(text, start, at)):
        start = stray.start("who")
    elif opening:
        plain = PARENTHESIS.sub(lambda m: " " * len(m.group()), text[start:at])
        plain = _HELPED.sub(lambda m: " " * len(m.group()), plain)
        plain = _SORTS.sub("international  ", plain)
        start += plain.rfind(", ") + 2 if ", " in plain else 0
    opening = _CONNECTED.match(text[start:at])
    return start + (opening.end() if opening else 0)
