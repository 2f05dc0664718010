"""Who must act, read from the words between a verb and what it asks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources

from obligraph.extract.actors import Actors, Mention
from obligraph.extract.draft import NOBODY, Bearers

_SET_OFF = re.compile(
    r"(?:, and (?:also |further )?(?=(?:invites|encourages|urges|requests|calls) )|\bin the context of\b|"
    r"\b(?:whose|in whose|of which|other than|whether acting|except(?: for)?|with the exception of)\b|"
    r"(?<=\bthem )(?=through )|(?<=\bit )(?=through )|"
    r"\b(?:which|that|who)\b|(?:[,;(]|\b(?=in c(?:ooperation|ollaboration|"
    r"oordination|onsultation|onjunction|lose )|(?:together|along|jointly) with |"
    r"through (?:his|her|its|the|their|relevant|appropriate|competent|existing) ))\s*"
    r"(?:and |as well as |while |when )?(?:(?:also|further|especially|"
    r"particularly|in particular|closely|where|as) ?)?"
    r"(?P<word>in(?! particular)|within|with|through|via|upon|on|at|under|by|pursuant|consistent|subject|"
    r"according|"
    r"consulting|working|acting|using|building|taking|bearing|as (?:appropriate|necessary|applicable|"
    r"relevant)(?! the )|where|when|while|if|for|from|without|during|"
    r"including through|including by|including in|recalling|noting|emphasizing|stressing|recognizing|among|"
    r"(?:(?<=where )|(?<=when )|(?<=if )|(?<!well as )(?<=as ))(?:appropriate|necessary|applicable|possible|"
    r"relevant)\b|drawing|having|pending|prior|following|"
    r"(?:together|along|jointly) with|alongside|supported|assisted|aided|facilitated|based|that|which|who)\b)"
)
"""The beginning of a phrase set off by commas that names no bearer of its own."""

_TOGETHER = re.compile(
    r"\b(?:co-?operation|collaboration|co-?ordination|consultation|partnership|together|jointly|along|"
    r"support|"
    r"assistance|between|in order to|with a view to|for (?:the )?purposes? of)\b"
)
"""Words of a phrase that goes on to list partners, who are no bearers."""


_BESIDE = re.compile(r",? with the (?:support|assistance) of [^,]{2,60}, as well as ")
"""A helper named between two bearers."""


def named(text: str, start: int, end: int, actors: Actors) -> Bearers:
    """The bearers named in a stretch of text, phrases set off by commas left out.

    "CTED, in coordination with UNODC and INTERPOL," names CTED alone; "States, where appropriate, and
    UNODC" names both.
    """
    pointer = _POINTER.match(text, start, end)
    begin = pointer.end() if pointer else start
    begin += len(" of ") if text.startswith(" of ", begin) else len("of ") * text.startswith("of ", begin)
    ahead = _AHEAD.match(text, begin, end)
    begin = ahead.end() if ahead else begin
    mentions = list(actors.find(text, begin, end))
    if _OF_REGIONS.match(text, begin, end):
        return join(mentions[:1])
    found = join(_heads(text, begin, end, mentions))
    if _ALL_IN.match(text, begin, end):
        return replace(found, ids=tuple(dict.fromkeys(("other", *found.ids))))
    if _states_by_name().match(text, begin, end):
        return Bearers(tuple(dict.fromkeys((*found.ids, "other"))), state=True)
    settled = not found.ids or "other" in found.ids or actors.treaty
    if settled or not _name_beside(text, begin, end, mentions):
        return found
    return replace(found, ids=(*found.ids, "other"))


_OF_REGIONS = re.compile(
    r"(?:the )?(?:[A-Z][a-z]+(?: [A-Z][a-z]+)?, )+[A-Z][a-z]+(?: [A-Z][a-z]+)? and (?:the )?[A-Z][a-z]+ "
    r"(?:[Ss]tates|[Cc]ountries),?\s*\Z"
)
"""States told by the names of their regions: "Vale, North Hill and Coast States"."""
_ALL_IN = re.compile(r"all,? (?:in particular|including|especially|notably) ")
"""Everybody, of whom only some are named."""


@cache
def _states_by_name() -> re.Pattern[str]:
    """Finds States that are called by their bare names: "Chad and the Sudan"."""
    data = (resources.files("obligraph.extract") / "data" / "states.txt").read_text(encoding="utf-8")
    names = sorted((name for name in data.splitlines() if name[0] != "#"), reverse=True)
    name = rf"(?:the )?(?:{'|'.join(names)})\b(?![’'-]| [A-Z])(?: \([^()]{{2,40}}\))?"
    return re.compile(
        rf"\s*(?:both )?{name}(?=\s*(?:\Z|,|and |or |as |in |to |through |should |shall |must ))"
    )


def introduced(text: str, actors: Actors) -> Bearers:
    """Those of whom a list tells whose opening words only name them: "In that time, the Panel:"."""
    match = _INTRODUCES.search(text)
    return named(text, *match.span("who"), actors) if match else NOBODY


_INTRODUCES = re.compile(
    r"(?:\A|, |\. )(?P<who>(?:[Tt]he |[Ee]ach |[Ee]very |[Aa]ll |[A-Z])[^,;:.]{2,80}):\s*\Z"
)
_POINTER = re.compile(
    r",? ?(?:as )?(?:(?:made|set out|laid down|contained|expressed) )?in (?:its |the )?"
    r"(?:paragraphs? \d[^,;]{0,30}? of (?:its )?)?resolutions? [^,;]{3,60}?,? (?:for|on|upon|that) "
    r"(?=(?:all )?[A-Z])"
)
"""Where an earlier call was made, before its addressee: "in resolution 9 (2031) for States"."""
_AHEAD = re.compile(r",? ?(?:prior to|before|after) [a-z]+ing [^;]*, (?=(?:the|all|each|any|every) )")
"""When something is to be done, before the subject: "prior to selling seed to donors, the supplier"."""
_DETERMINER = re.compile(r"(?:and |or |the |all |both |other |relevant |its |their )*")
_NAME = re.compile(
    r"(?!(?:Chapter|Annex|Article|Charter|Convention|Protocol|Part|Section|List|Member|The|All|In|On|For|To|"
    r"With|As|Any|Each|Heads?|Chairs?|Representatives?|Leaders?|Office|Rapporteurs?|If|When|Where|By|At|No|"
    r"Such|"
    r"[A-Z][a-z]+(?:ly|al|ic|ive|wise))\b)(?<!\. )[A-Z][\w’-]*(?: [A-Z][\w’-]*){0,4}(?<!-)"
    r"(?= to\b|,|;| and | or | of | \(|\Z)"
)
_TAIL = re.compile(
    r"(?: (?:of|in) (?:the )?[A-Z][\w’-]*(?: [A-Z][\w’-]*)*"
    r"(?:(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?)+,? and (?:the )?[A-Z][a-z]+)?)?(?: \([^()]{2,60}\))?"
)
_NEXT = re.compile(r",? (?:and |or |as well as )|, ")


def _name_beside(text: str, start: int, end: int, mentions: list[Mention]) -> bool:
    """Whether a name that is no listed addressee stands in a list of addressees: "Vaultland and UNODC"."""
    place, named_one = start, False
    while True:
        opening = _DETERMINER.match(text, place, end)
        first = opening.end() if opening else place
        listed = next((m for m in mentions if place <= m.start <= first), None)
        stop = listed.end if listed else _name_end(text, first, end, mentions)
        if stop is None:
            return False
        named_one = named_one or listed is None
        tail = _TAIL.match(text, stop, end)
        following = _NEXT.match(text, tail.end() if tail else stop, end)
        if following is None or (following.group() == ", " and named_one):
            return named_one
        place = following.end()


def _name_end(text: str, start: int, end: int, mentions: list[Mention]) -> int | None:
    """Where a name that is no listed addressee ends, if one stands there."""
    name = _NAME.match(text, start, end) if start else None
    if name is None or any(m.start < name.end() and start < m.end for m in mentions):
        return None
    return name.end()


def join(mentions: Iterable[Mention]) -> Bearers:
    """The bearers of several mentions, each id once, in order."""
    found = list(mentions)
    if not found:
        return NOBODY
    ids = dict.fromkeys(ident for mention in found for ident in mention.ids)
    organ = any(m.organ for m in found) and not found[0].state
    return Bearers(tuple(ids), organ, any(m.state for m in found))


def _heads(text: str, start: int, end: int, mentions: list[Mention]) -> Iterator[Mention]:
    place = last = start
    held: set[tuple[str, ...]] = set()
    while mentions:
        cut = _next_phrase(text, place, end, mentions)
        for mention in [m for m in mentions if m.start < cut]:
            alias = text.startswith(" (", last) and mention.start == last + 2
            last = mention.end
            if not alias and _is_head(text, place, mention) and not _one_of_them(text, mention, held):
                yield _at_large(text, mention, held)
                held.add(mention.ids)
        mentions = [m for m in mentions if m.start >= cut]
        if not mentions or cut >= end:
            return
        stop = _phrase_end(text, cut, end, mentions)
        if stop < 0 or (_TOGETHER.search(text, cut, stop) and not _BESIDE.match(text, cut)):
            return
        mentions = [m for m in mentions if m.start >= stop]
        place = stop


def _phrase_end(text: str, cut: int, end: int, mentions: list[Mention]) -> int:
    """Where a phrase set off by commas ends, -1 if nowhere: "through A, the B and the C," goes on to C."""
    if text.endswith(("them ", "it "), 0, cut) and text.startswith("through", cut):
        return -1
    stop = text.find(",", cut + 1, end)
    while stop >= 0 and _MEANS.match(text, cut) and any(m.start < stop for m in mentions):
        if _GOES_ON.match(text, stop, end) is None:
            return stop
        stop = text.find(",", stop + 1, end)
    return stop


_MEANS = re.compile(r"[,\s]*(?:and |including )?(?:through|via) ")
_GOES_ON = re.compile(r", the [A-Z]")


def _at_large(text: str, mention: Mention, held: set[tuple[str, ...]]) -> Mention:
    """A mention, where "relevant parties" beside States and helpers are others, and not those who fight."""
    relevant = mention.ids == ("all_parties",) and _RELEVANT.fullmatch(text, mention.start, mention.end)
    at_large = relevant and not held.isdisjoint(_WIDE) and ("un_entities",) not in held
    return replace(mention, ids=("other",), state=False) if at_large else mention


_RELEVANT = re.compile(
    r"(?:all |any |other |the )*(?:relevant |concerned |interested )+parties|other parties"
)
_WIDE = frozenset({("member_states",), ("donors",), ("regional_orgs",)})


def _one_of_them(text: str, mention: Mention, held: set[tuple[str, ...]]) -> bool:
    """Whether a mention only picks some of those before it out: "all parties, in particular the army"."""
    if ("all_parties",) in held and mention.ids == ("other",):
        fights = mention.state or _FIGHTERS.match(text, mention.start)
        picked = _INCLUDING if fights else _IN_PARTICULAR
        return picked.search(text, 0, mention.start) is not None
    if ("unoct",) in held and mention.ids == ("un_entities",):
        return _IN_PARTICULAR.search(text, 0, mention.start) is not None
    if ("member_states",) in held and mention.ids in {("other",), ("council",)}:
        if mention.state and _IN_PARTICULAR.search(text, 0, mention.start):
            return True
        members = text.startswith(("members of", "Members of"), mention.start) or (
            text.startswith("members", mention.start) and text[mention.start - 2].isupper()
        )
        return members and _INCLUDING.search(text, 0, mention.start) is not None
    return False


_FIGHTERS = re.compile(r"(?:[Mm]ovement|[Ff]orce|[Ff]action|[Uu]nit|[Gg]roup)s?\b")
_IN_PARTICULAR = re.compile(
    r"\b(?:in particular|particularly|especially|notably)(?: by)?(?: the| both)*(?: [A-Za-z]\w+){0,3} \Z"
)
_INCLUDING = re.compile(
    r"\b(?:including|in particular|particularly|especially|notably)(?: by)?(?: the| both| those)*"
    r"(?: [A-Za-z]\w+){0,3} \Z"
)


def _next_phrase(text: str, start: int, end: int, mentions: list[Mention]) -> int:
    """Where the next phrase set off by commas begins outside the mentions; `end` if there is none."""
    for match in _SET_OFF.finditer(text, start, end):
        if not any(m.start < match.start() < m.end for m in mentions):
            return match.start()
    return end


_OWNER = re.compile(r"(?:’s?|'s?)\s+\w")
_TAKES_PART = re.compile(r" (?:participation|involvement|membership)\b")
_PART = re.compile(
    r"(?:’s?|'s?)\s+(?:[a-z]+,? (?:and )?){0,4}(?:components?|units?|leadership|personnel|staff|Chair|"
    r"secretariat)\b"
)
"""A part of a body that acts for it."""
_OWN_PLAN = re.compile(
    r"(?:’s|'s) (?:[a-z0-9-]+ ){0,4}(?:[Pp]lans?|[Rr]eports?|[Rr]eporting|[Ss]trategy|[Rr]eview)\b(?! "
    r"(?:and|as) )"
)
"""What the Secretary-General draws up, and of which it is said what it is to hold."""
_OF_ANOTHER = re.compile(
    r"\b(?:of|by|between|among|with|to|for|from|in|on|against|about|entering|supporting|representing|"
    r"involving|"
    r"accompanying|assisting|affecting|under|over|deploying|hosting|providing|receiving|concerning|regarding|"
    r"having (?:hosted|deployed|received|supported|assisted|affected|joined|left))\s+"
    r"(?:the |all |both |two |its |their |any |other |those |relevant |concerned |a |an |these |other |"
    r"national |local |regional |international |United Nations |UN |[A-Z][a-z]+(?:n|i|ese|ish) |"
    r"non-United Nations "
    r")*\Z|"
    r"\b(?:role|part) of (?:[a-z-]+,? (?:and )?){1,6}\Z|"
    r"\b(?:of|with|by|for|in|from) the (?:[A-Z][\w-]+ (?:of )?){1,4}\Z"
)


def _is_head(text: str, start: int, mention: Mention) -> bool:
    """Whether a mention is a bearer itself, not the owner of one or a part of a phrase about one."""
    before = text[start : mention.start]
    if mention.ids == ("same",) and before.endswith("through "):
        return False
    if before.rstrip().endswith(("with", "substantial", "full", "strong")) and _TAKES_PART.match(
        text, mention.end
    ):
        return False
    apart = not _OF_ANOTHER.search(before[-60:])
    if _OWNER.match(text, mention.end):
        own_plan = mention.ids == ("secretary_general",) and _OWN_PLAN.match(text, mention.end)
        return (mention.organ and _PART.match(text, mention.end) is not None) or (apart and bool(own_plan))
    return apart or _office_of(before)


def _office_of(before: str) -> bool:
    """Whether a mention stands in "the heads of", "all of" and the like."""
    return (
        re.search(
            r"\b(?:[Hh]eads?|[Cc]hair(?:man|person|woman)?s?|members?|leadership|all|each|both|one|"
            r"some|any|most|"
            r"many|none|responsibility|components|secretariat|(?:Director|Secretary)-General|Executive "
            r"(?:Director|Secretary|Head)|Commissioner|President|Head) of (?:the )?\Z",
            before,
        )
        is not None
    )


def owner(text: str, start: int, end: int, actors: Actors) -> Bearers:
    """The body whose work or tasks are the subject: "the Mission's exit", "the tasks of the Panel"."""
    if _WORK.match(text, start, end) is None:
        return NOBODY
    for mention in actors.find(text, start, end):
        if mention.organ and (
            _OWNER.match(text, mention.end) or text.endswith((" of ", " of the "), 0, mention.start)
        ):
            return Bearers(mention.ids, organ=True, implied=True)
    return NOBODY


_WORK = re.compile(
    r"(?:the |this |these |any |all |such |future |[A-Z]+[a-z]*(?:’s?|'s) )*(?:[a-z]+ )?"
    r"(?:tasks?|exit|work|activities|operations|reconfigurations?|composition|function|functions|approach|"
    r"presence|drawdown|liquidation|(?<=[’']s )mandate|priorities|strategy|deployment|transition|efforts)\b"
)


def doers(text: str, start: int, end: int, actors: Actors, *, done: bool = False) -> Bearers:
    """Those said to do an act that is asked for by name: "by X", "between X and Y"; else the first named.

    Args:
        text: the flat text.
        start: where the act begins.
        end: where it ends.
        actors: the addressees of the kind of document.
        done: whether the act is put as one to be done, so that "of X" behind it tells nothing of who does it.
    """
    if _FIGHTERS_DO.match(text, start, end):
        return Bearers(("all_parties",), state=True, implied=True)
    mentions = [mention for mention in actors.find(text, start, end) if _may_do(text, mention)]
    if whose := _whose_act(text, start, mentions):
        return join([whose])
    aside = _ASIDE.search(text, start, end)
    stop = aside.start() if aside else end
    for place, mention in enumerate(mentions):
        if done and text.endswith((" of ", " of the ", " of all "), start, mention.start):
            continue
        if mention.start < stop and _is_done_by(text, start, mention):
            links = _LISTED if _PASSES.search(text, start, mention.start) else _LINKS
            return _with_partner(text, start, mention, join(together(text, mentions[place:], links)))
    if meant := _meant(text, start, end):
        return Bearers((meant,), state=True, implied=True)
    first = [mention for mention in mentions[:1] if mention.start < stop and _opens(text, start, mention)]
    found = join(first) if first else Bearers(("other",))
    return replace(found, implied=True)


def opening(text: str, start: int, end: int, actors: Actors) -> Mention | None:
    """The one named in the thing itself that is asked for: "engagement of civil society"."""
    first = actors.first(text, start, end)
    return first if first and _opens(text, start, first) else None


_ACT_OF = re.compile(
    r"(?:’s?|'s?) (?:(?:full|further|continued|strong|active|increased|early|timely) )*(?:support|"
    r"co-?operation|"
    r"assistance|participation|commitment|engagement|involvement|leadership|contributions?|progress|"
    r"efforts)\b"
)
"""What somebody is to give or do, behind his name."""


def _whose_act(text: str, start: int, mentions: Sequence[Mention]) -> Mention | None:
    """The one whose act is asked for: "UNODC’s continued support"."""
    for mention in mentions[:1]:
        if _DETERMINER.fullmatch(text, start, mention.start) and _ACT_OF.match(text, mention.end):
            return mention
    return None


def together(text: str, mentions: Sequence[Mention], links: re.Pattern[str] | None = None) -> list[Mention]:
    """The first of some mentions with those that are joined to it: "UNODC, the Panel and all States"."""
    chosen = list(mentions[:1])
    for mention in mentions[1:]:
        if (links or _LINKS).fullmatch(text, chosen[-1].end, mention.start):
            chosen.append(mention)
    return chosen


def _may_do(text: str, mention: Mention) -> bool:
    """Whether a mention may be the one who does an act: the Council itself only with another."""
    return mention.ids != ("council",) or text.endswith("between the ", 0, mention.start)


def _is_done_by(text: str, start: int, mention: Mention) -> bool:
    """Whether "by", "between" or "of" before a mention tells that it acts."""
    before = text[max(start, mention.start - 60) : mention.start]
    if before.endswith("of ") and _tells_sort(text, mention):
        return False
    return (
        _DONE_BY.search(before) is not None
        and _NOT_DONE_BY.search(before) is None
        and _AGAINST.search(before) is None
    )


def _with_partner(text: str, start: int, mention: Mention, found: Bearers) -> Bearers:
    """Those who act, with one who is no listed addressee and named first: "by the Guard and UNDP"."""
    if "other" in found.ids or _PARTNER.search(text, start, mention.start) is None:
        return found
    return replace(found, ids=("other", *found.ids), organ=False)


_PARTNER = re.compile(
    r"\b(?:by|between|among|amongst) (?:the )?(?!The )[A-Z][\w’-]*(?: [A-Z][\w’-]*){0,3} and (?:the |all |"
    r"its |other )?\Z"
)


_ASIDE = re.compile(
    r"\b(?:including(?! by\b)(?! [^,;]{3,60},)|in order to|aimed at|so as to|as detailed|in line with|"
    r"in light of|especially in|inter alia)\b"
)
"""Where words begin that tell how or why a thing is to be done, and no longer who is to do it."""
_NOT_DONE_BY = re.compile(
    r"\b(?<!to be )(?:(?!taken|undertaken|made|exerted|agreed|carried|children|women|men\b)[a-z]+(?:ed|en|"
    r"ized) by|"
    r"(?:with|under|through|upon|at) the (?:[a-z]+ (?:and [a-z]+ )?)?"
    r"(?:support|assistance|auspices|authority|request|help|supervision|control|leadership) of|"
    r"(?:funding|financing|budget|[Rr]eports?|territor(?:y|ies)|mandates?|resolutions?|recommendations?|"
    r"members|rights?|basis) of)\s+"
    r"(?:the |all |relevant |both |other )*\Z"
)
"""Before somebody whose proposal, report or help is named, not his act."""
_AGAINST = re.compile(
    r"\b(?:threats?|attacks?|dangers?|obstacles?|impediments?|obstructions?|hostility|interference|"
    r"violence) (?:to|on|"
    r"against|upon|for|of|with) [^,;]*\Z"
)
"""Before somebody who suffers what is to end, and does not do it."""
_QUALIFIES = re.compile(r" (?!and|or|to|in|for|with|on|of|at|by|as|that|which|who|from|upon)[a-z]{3,}s?\b")


def _opens(text: str, start: int, mention: Mention) -> bool:
    """Whether the first mention stands in the thing that is asked for, not in what it is for."""
    if _BOUNDARY.search(text, start, mention.start) or not _is_head(text, start, mention):
        return False
    return not _tells_sort(text, mention)


def _tells_sort(text: str, mention: Mention) -> bool:
    """Whether an acronym only tells what sort of thing is meant: "UNMISS team sites"."""
    acronym = text[mention.start : mention.end].isupper()
    return acronym and _QUALIFIES.match(text, mention.end) is not None


_BOUNDARY = re.compile(r"[,;:]| to | with | that | which | in order | for ")


_STATES_DO = re.compile(
    r"(?:[a-z]+ )*?(?:the )?(?:(?:enhancement|strengthening|expansion|intensification) of )?(?:[a-z]+ )?"
    r"(?:international|regional|subregional|cross-border|bilateral|multilateral|inter-?State)"
    r"(?:,? (?:and |or )?(?:international|regional|subregional|bilateral|multilateral|land|air|maritime))* "
    r"(?:cooperation|coordination|collaboration|solidarity)\b"
)
_FIGHTERS_DO = re.compile(
    r"(?:an? |the |all )?(?:[a-z]+,? (?:and )?){0,3}(?:end to|cessation of|halt to)"
    r"(?: all| the| any)* (?:(?!gang)[a-z]+ )?(?:violence|hostilities|fighting|combat|attacks|"
    r"military (?:operations|activities|actions?))\b(?! by )|"
    r"(?:[a-z]+,? )*(?:(?:delivery|passage|flow) of (?:[a-z]+ )?|access for (?:[a-z]+ )?|)"
    r"(?:humanitarian (?:assistance|aid|relief|access)|cease-?fire)\b"
)


def _meant(text: str, start: int, end: int) -> str:
    """Who is meant where nobody is named: States are to cooperate."""
    return "member_states" if _STATES_DO.match(text, start, end) else ""


_DONE_BY = re.compile(
    r"\b(?:by|between|among|amongst|of|from|within)\s+"
    r"(?:the |all |relevant |both |other |various |different |respective )*\Z|"
    r"\b(?:by|between|among|amongst) (?:the )?(?!The )[A-Z][\w’-]*(?: [A-Z][\w’-]*){0,3} (?:and (?:the |"
    r"all |its |other )?)?\Z"
)
_LINKS = re.compile(
    r"(?: concerned| involved)?(?: (?:of|in) (?:the )?[A-Z][A-Za-z]*(?: (?:of (?:the "
    r")?)?[A-Z][a-z]*){0,4})?(?: \([^()]{2,60}\))?"
    r"(?:,? (?:particularly|in particular|especially|including) (?:those )?[^,;]{3,60},)?"
    r"(?:, the [A-Z]{2,}[a-z]*(?: [a-z]+)?)?"
    r",? ?(?:and|or|as well as|,)? ?(?:(?:in particular|including) )?(?:by |between |among |from )?(?:the "
    r"|all |"
    r"other |relevant |its |key |concerned |interested |competent |national |local |scientific |"
    r"humanitarian |"
    r"international |[A-Z][a-z]+(?:[^c]an|ese|ish|eni|aqi|ali) )*"
)
"""What may stand between two of those who act together."""
_PASSES = re.compile(r"\b(?:between|among|amongst) (?:the |all |other |relevant |various )*\Z")
"""Before those among whom something passes."""
_LISTED = re.compile(
    rf"(?:{_LINKS.pattern})|"
    r"(?:-[A-Z]+)?(?: \([^()]{2,60}\))?(?: (?:in|of|from|within|prepared|requesting|involved|"
    r"concerned)\b(?:(?! and )[^,;]){0,60})?"
    r"(?:,? and|,? or|,? as well as|,) (?:(?!to |in |for |with |by |on |of |his |her )[a-z-]+ ){0,4}"
)
"""What may stand between two of those among whom something passes."""
