"""What a clause says beside its modal: words that save, exempt, define or leave something to judgement."""

from __future__ import annotations

import re
from dataclasses import replace

from obligraph.extract.draft import Draft, Frame
from obligraph.extract.kind import Source
from obligraph.rules.words import InstrumentKind, Issuer


def framed(draft: Draft, text: str, source: Source) -> Draft:
    """A clause as its whole words mean it: none where they ask nothing, a recalled duty, advice.

    Args:
        draft: the clause as the grammar finds it.
        text: the flat text of its passage.
        source: what the document is.
    """
    if _asks_nothing(draft, text, source):
        return replace(draft, frame=Frame.NONE)
    of_itself = draft.bearers.ids == ("council",) and source.issuer is Issuer.SECURITY_COUNCIL
    if of_itself and draft.frame.asks:
        return replace(draft, frame=Frame.OWN)
    if considers := _considers(draft, text, source):
        return replace(draft, frame=considers)
    if draft.frame is Frame.SHALL and _is_owed_already(text, draft):
        return replace(draft, frame=Frame.OBLIGATION)
    return _owed_or_wise(draft, text, source) if draft.frame is Frame.MUST else draft


def _is_owed_already(text: str, draft: Draft) -> bool:
    """Whether it is stressed that States or parties shall do what goes on, or what the law has."""
    if draft.verb not in _STRESSED or draft.bearers.organ:
        return False
    goes_on = _GOES_ON.search(text, max(0, draft.start - 240), draft.start)
    return bool(goes_on or _OWED_ALREADY.match(text, draft.start))


_STRESSED = frozenset({"stresses", "emphasizes", "underlines", "underscores", "highlights", "affirms"})
_GOES_ON = re.compile(r"\bshall continue to (?:apply|be|have)\b[^;.]*\band shall \Z")
_OWED_ALREADY = re.compile(
    r"continue to (?:apply|be|have)\b|"
    r"be (?:held (?:[a-z]+ )?(?:accountable|responsible|to account)|brought to justice)\b|"
    r"be [a-z]+ with (?:[a-z]+ )?(?:international|humanitarian) (?:[a-z]+ )*law\b"
)


def _considers(draft: Draft, text: str, source: Source) -> Frame | None:
    """How a clause asks for consideration in other words than the verb; None where it does not."""
    if draft.frame is Frame.SHALL:
        weighs = source.kind is InstrumentKind.TREATY and _WEIGHS.match(text, draft.start)
        return Frame.SHALL_CONSIDER if weighs else None
    should = draft.frame is Frame.SHOULD and not draft.negative and _is_weighed(draft, text)
    advised = draft.acts_as == "recommends" and text.startswith("consider ", draft.start)
    return Frame.SHOULD_CONSIDER if should or advised else None


def _is_weighed(draft: Draft, text: str) -> bool:
    """Whether what a clause asks for is that something be weighed and not that it be done."""
    if _WEIGHS.match(text, draft.start) or _CONSIDERED.match(text, draft.start):
        return True
    if _GIVEN.match(text, draft.start) is None:
        return False
    return _CONSIDERATION.search(text, max(0, draft.start - 40), draft.start) is not None


def _owed_or_wise(draft: Draft, text: str, source: Source) -> Draft:
    """A clause in "must": what the law asks already, advice, or a duty as it stands."""
    if _OBEYS.match(text, draft.start):
        return replace(draft, acts_as="recalls", frame=Frame.OBLIGATION) if draft.verb == "must" else draft
    wise = draft.acts_as in _WISE and source.issuer is not Issuer.SECURITY_COUNCIL
    if draft.acts_as in _STRESSING and not _OF_LAW.search(text, max(0, draft.at), draft.end):
        wise = True
    return replace(draft, frame=Frame.SHOULD) if wise else draft


def _asks_nothing(draft: Draft, text: str, source: Source) -> bool:
    """Whether a clause saves what stands, exempts somebody, or speaks of the text itself."""
    if saves(draft, text):
        return True
    if draft.negative and not draft.bearers.ids and _EXEMPTS.match(text, draft.start):
        return True
    if draft.frame in {Frame.SHALL, Frame.SHOULD} and _names_or_bounds(text, draft):
        return True
    if _is_allowed_or_aimed_at(draft, text) or _EXISTS.match(text, draft.start):
        return True
    of_itself = _OF_ITSELF.match(text, draft.start) and not _CONSIDERED.match(text, draft.start)
    if draft.frame is Frame.SHOULD and of_itself:
        return True
    return draft.frame.asks and source.kind is InstrumentKind.TREATY and _of_treaty(text, draft)


def _is_allowed_or_aimed_at(draft: Draft, text: str) -> bool:
    """Whether a clause says what somebody may do, or what something is to lead to."""
    if draft.frame is Frame.SHALL:
        entitled = draft.bearers.ids and _HAS_RIGHT.match(text, draft.start)
        return not draft.negative and bool(entitled or _MAY_DO.match(text, draft.start))
    if draft.frame is Frame.SHOULD and draft.verb != "should" and _IS_PART.match(text, draft.start):
        return True
    if draft.frame is not Frame.SHOULD or not _IS_TO_BE.match(text, draft.start):
        return False
    return _GOAL.search(text, max(0, draft.start - 140), draft.start) is not None


def saves(draft: Draft, text: str) -> bool:
    """Whether a clause says what something shall not touch: "the ban shall not apply to"."""
    return draft.negative and _SAVING.match(text, draft.start) is not None


def _names_or_bounds(text: str, draft: Draft) -> bool:
    """Whether a sentence in "shall" gives a body its name or says how far its competence reaches."""
    subject = text[max(0, draft.start - 80) : draft.start]
    return _TITLE.search(subject) is not None or _BOUNDS.match(text, draft.start) is not None


_GOAL = re.compile(r"\b(?:objective|aim|goal|purpose)s?\b[^,;.]{0,80} should (?:also )?\Z")
_IS_PART = re.compile(
    r"(?:also |continue to )?(?:be|remain) (?:an?|the) (?:[a-z]+ ){0,2}?"
    r"(?:hallmark|aspect|element|component|part|cornerstone|basis|factor|feature|pillar)\b"
)
"""What holds what place in something is told, and not asked for."""
_IS_TO_BE = re.compile(r"be (?:an? |the |to )")
"""The subject of what a process is to lead to: an aim, and no conduct."""
_MAY_DO = re.compile(r"(?:also |further |then )*(?:be authori[sz]ed|have (?:the |full )?authority) to\b")
"""What is allowed is no duty, though "shall" says it."""
_HAS_RIGHT = re.compile(
    r"(?:also )?have (?:[^,;.]{0,30} )?(?:the|same|full) rights?(?:,[^,;]{3,60},)? "
    r"(?:to|and (?:authorit|power))"
)
"""What a State or a body may do, where "shall" gives it the right."""
_TITLE = re.compile(r"\b(?:[Tt]itle|[Nn]ame) of (?:the|this|that) [^.;,]{2,50} shall \Z")
_BOUNDS = re.compile(
    r"(?:not )?(?:be (?:excluded from|outside|within)|fall (?:outside|within)) (?:the |its )?"
    r"(?:jurisdiction|competence|terms of reference)\b|be (?:known as|called|entitled) (?:the )?[“\"A-Z]|"
    r"be without prejudice to\b|terminate (?!(?:the|its|their|all|any|his)\b)"
)
"""What says how far a competence reaches, or what a body is called: it asks for no conduct."""


def _of_treaty(text: str, draft: Draft) -> bool:
    """Whether a clause speaks of the treaty, its terms or its entry into force."""
    begin = max(text.rfind(". ", 0, draft.at) + 2, 0) if ". " in text[: draft.at] else 0
    acts = draft.frame is not Frame.SHOULD and _TREATY_ACTS.match(text, draft.start) is not None
    acts = acts and not (draft.negative and _FORBIDDEN.match(text, draft.start))
    kept = text.endswith(" who ", 0, draft.at) or text.startswith("be deposited with", draft.start)
    itself = _TREATY_ITSELF.match(text, begin) is not None and not kept
    sits = _OF_MEMBERS.search(text, begin, draft.at) and _SITS.match(text, draft.start)
    begins = _BEGINS.match(text, draft.start) is not None
    return itself or begins or bool(sits) or (acts and not draft.bearers.ids)


_TREATY_ITSELF = re.compile(
    r"\W*(?:(?:This|The present|Such|The) (?:Convention|Protocol|Agreement|Treaty|Statute|amendment|annex)\b|"
    r"Nothing\b|None of the provisions|"
    r"(?:The )?original of|[“\"‘`]|(?:The )?term\b|Amendments?\b|Any (?:such )?(?:amendment|denunciation|"
    r"reservation)|An? (?:amendment|denunciation|proposed)|"
    r"Denunciation)"
)
_TREATY_ACTS = re.compile(
    r"\W*(?:not )?(?:mean\b|be (?:regarded|counted) as|be deemed to be (?!included|extraditable)|"
    r"be (?:committed )?intentional|"
    r"be made (?:with the aim|in the knowledge)|constitute |enter into force|take effect|have effect|"
    r"be (?:deemed (?:to (?:be modified|have been)|adopted|"
    r"accepted)|considered|interpreted|construed|without prejudice|subject to|necessary|open (?:for|to)|"
    r"understood|effective|final\b|eligible for)|apply\b(?! (?!only)(?:[^,;.]{0,40} )?to\b)|cease\b|"
    r"remain open|"
    r"come into force|form (?:an? )?(?:integral )?part of|serve for (?:a|the) (?:period|term)|be\W*:)"
)


_BEGINS = re.compile(
    r"(?:thereby |then )?(?:be deemed to (?:be modified|have been)|(?:enter|come) into force|take effect)\b"
)
"""What becomes of a treaty itself, or of its amendment."""
_OF_MEMBERS = re.compile(
    r"\b(?:[Mm]embers of (?:the|this) (?:Commission|Committee|Board|Council|Panel|Tribunal)|(?<=The )same) \Z"
)
_SITS = re.compile(r"(?:be (?:experts|persons|elected for)|serve|hold office|apply)\b")
"""Who sits in a body and for how long is told of the body; "the same" extends what was just allowed."""
_FORBIDDEN = re.compile(r"be regarded\b")
"""What nobody may do, where a treaty denies it: to regard an offence as a political one."""
_WISE = frozenset({"recognizes", "acknowledges", "notes", "considers"})
"""Before "must" these tell, outside the Security Council, what is wise and not what is owed."""
_STRESSING = _WISE | _STRESSED
_OF_LAW = re.compile(
    r"\b(?:laws?|obligations?|obliged|Charter|human rights|resolutions?|(?<!in )decisions?|Conventions?|"
    r"treat(?:y|ies)|standards|principles|accountab|justice|prohibit|embargo|measures imposed|agreements?|"
    r"Committee)"
)
"""What must be done in these terms is owed already; else what is stressed as a must is advice."""
_CONSIDERED = re.compile(
    r"(?:also |carefully |duly |always )*be considered"
    r"(?=\W*\Z|[.;,]| (?:by|for|in|when|where|on|to (?!be|have))\b)"
)
_CONSIDERATION = re.compile(r"\b[Cc]onsideration (?:also )?should (?:also )?\Z")
_GIVEN = re.compile(r"(?:also )?be given to\b")
"""Together "consideration should be given to": the matter should be considered."""
_WEIGHS = re.compile(
    r"(?:also )?give (?:(?:due|appropriate|full|serious|special|priority|careful|favourable) )*"
    r"consideration to\b"
)
"""What is to be considered, said by a noun."""
_OBEYS = re.compile(
    r"(?:fully |strictly |always )?(?:abide by|comply(?: fully)? with|act in accordance with|adhere to|"
    r"respect|"
    r"observe|fulfil|uphold|honour) (?:all |their |its |our |the )*(?:applicable |relevant )?"
    r"(?:obligations under )?(?:international|humanitarian|human rights|refugee) (?:[a-z]+ )*law\b|"
    r"be (?:fully |strictly )?(?:respected|upheld|observed) in (?:accordance|conformity) with "
    r"(?:the Charter|international (?:[a-z]+ )*law)\b"
)
"""What must be done is what the law asks already."""
_OF_ITSELF = re.compile(
    r"be (?:(?:read|understood|regarded|seen|viewed|interpreted|construed) (?!whether|in order|and )|"
    r"considered (?!whether|in order|as|and |to (?!be|have))|associated with)"
)
"""What a text says of how it is to be taken."""

_SAVING = re.compile(
    r"\W*(?:thereby |in any way )?"
    r"(?:apply\b|entitle\b|exclude\b|impede\b|prejudice|prejudge|imply\b|affect\b|preclude|limit\b|"
    r"be (?:so construed|construed|interpreted|understood|seen|deemed|considered)|constitute|impair|"
    r"be bound by|be without prejudice|be necessary|be required)"
)
"""What a provision that saves other rights shall not do."""

_EXISTS = re.compile(r"(?:also |first )?exist\b")
"""What must be there is a condition, and nobody's act."""
_EXEMPTS = re.compile(r"\W*(?:prevent|preclude|prohibit|hinder|restrict|cover|extend to|require)\b")
"""What measures that leave something free shall not do; said of a State it forbids."""
