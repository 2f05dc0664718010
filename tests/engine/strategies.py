"""Random catalogues and profiles, small enough to shrink well and rich enough to meet every rule."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from obligraph.engine.profile import Evidence, Extent, Profile, Status, Verdict
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Obligation, Relation
from obligraph.rules.need import Leaf, Need, distinct, gate, measures
from obligraph.rules.words import Axis, Force
from tests.engine import builders as build

MEASURES = tuple(f"m{number}" for number in range(7))
ATTRIBUTES = ("has_land_borders", "has_sea")
AS_OF = build.AS_OF
DAYS = st.sampled_from(
    [
        dt.date(2019, 1, 31),
        dt.date(2025, 6, 29),
        dt.date(2025, 6, 30),
        dt.date(2026, 6, 30),
        dt.date(2026, 7, 1),
    ]
)
"""Days on both sides of twelve months before the assessment, and of the assessment itself."""

leaves = st.sampled_from(MEASURES).map(Leaf)


@st.composite
def _gates(draw: st.DrawFn, children: st.SearchStrategy[Need]) -> Need:
    chosen = tuple(draw(st.lists(children, min_size=1, max_size=4)))
    return gate(draw(st.integers(1, len(distinct(chosen)))), chosen)


needs: st.SearchStrategy[Need] = st.recursive(leaves, _gates, max_leaves=8)


def read_once(need: Need) -> bool:
    """Whether no measure stands twice in a need."""
    return len(measures(need)) == _size(need)


def _size(need: Need) -> int:
    return 1 if isinstance(need, Leaf) else sum(map(_size, need.children))


@st.composite
def obligations(draw: st.DrawFn, paragraph: int) -> Obligation:
    """An obligation of any force, borne by States more often than not."""
    rated = draw(st.integers(0, 5)) > 0
    fields: dict[str, Any] = {
        "force": draw(st.sampled_from([Force.BINDING, Force.BINDING, Force.CALLED_UPON, Force.CONSIDER])),
        "bearers": ["member_states"] if rated else ["cted"],
        "safeguards": draw(st.lists(st.sampled_from(MEASURES), max_size=2)) if rated else (),
        "key": draw(st.sampled_from(["", "named by the method"])),
        "deadline": draw(st.none() | DAYS),
        "applies_if": draw(st.dictionaries(st.sampled_from(ATTRIBUTES), st.booleans(), max_size=1)),
    }
    return build.obligation(paragraph, draw(st.none() | needs) if rated else None, **fields)


@st.composite
def catalogues(draw: st.DrawFn, most: int = 5) -> Catalogue:
    """A catalogue of up to `most` obligations over the same few measures; presuppositions run downward."""
    found = [draw(obligations(number)) for number in range(1, draw(st.integers(1, most)) + 1)]
    relations: list[Relation] = []
    for at, source in enumerate(found):
        targets = draw(st.lists(st.sampled_from(found[:at]), max_size=2)) if at else []
        relations.extend(build.presupposes(source, target) for target in targets)
    kinds = st.lists(st.sampled_from(["law", "practice", "report"]), min_size=1, max_size=3, unique=True)
    rules = [
        build.measure(
            name,
            axis=draw(st.sampled_from(Axis)),
            accepts=draw(kinds),
            max_age=draw(st.sampled_from([None, None, 12])),
            effort=draw(st.integers(1, 5)),
        )
        for name in MEASURES
    ]
    return build.catalogue(found, rules, relations, ATTRIBUTES)


@st.composite
def claims(draw: st.DrawFn, *, shortfall: bool) -> dict[str, str]:
    """A claim about a measure, full or partial."""
    extent = draw(st.sampled_from(Extent))
    lacking = draw(st.sampled_from(["", "no fines"])) if shortfall and extent is Extent.PARTIAL else ""
    return {"measure": draw(st.sampled_from(MEASURES)), "extent": extent.value, "shortfall": lacking}


@st.composite
def evidence(draw: st.DrawFn, name: str, earlier: tuple[str, ...] = (), *, plain: bool = False) -> Evidence:
    """A record; a plain one supports without shortfall, contradicts nothing and supersedes nothing."""
    supports = draw(st.lists(claims(shortfall=not plain), min_size=1 if plain else 0, max_size=3))
    against = [] if plain else draw(st.lists(claims(shortfall=False), max_size=2))
    starts = draw(st.none() | DAYS)
    ends = draw(st.none() | DAYS)
    return build.evidence(
        name,
        supports or ([] if against else [MEASURES[0]]),
        against,
        kind=draw(st.sampled_from(["law", "law", "practice", "report"])),
        status=draw(st.sampled_from([Status.IN_FORCE] * 4 + [Status.DRAFT, Status.REPEALED])),
        effective_from=starts,
        effective_to=ends if not (starts and ends and ends < starts) else None,
        collected=draw(st.none() | DAYS),
        supersedes=() if plain or not earlier else draw(st.lists(st.sampled_from(earlier), max_size=1)),
    )


@st.composite
def profiles(draw: st.DrawFn, most: int = 6) -> Profile:
    """A profile of up to `most` records, some superseding earlier ones, with a resolution at times."""
    names = tuple(f"E{number}" for number in range(draw(st.integers(0, most))))
    records = tuple(draw(evidence(name, names[:at])) for at, name in enumerate(names))
    resolutions = [
        {
            "measure": measure,
            "value": draw(st.sampled_from(Verdict)),
            "considered": draw(st.lists(st.sampled_from(names), min_size=1, unique=True)) if names else ["E"],
            "assessor": "A. Assessor",
            "date": draw(DAYS),
            "reason": "weighed",
        }
        for measure in draw(st.lists(st.sampled_from(MEASURES), max_size=2, unique=True))
    ]
    stated = draw(st.dictionaries(st.sampled_from(ATTRIBUTES), st.booleans()))
    return build.profile(*records, resolutions=resolutions, attributes=stated)
