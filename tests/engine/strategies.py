"""Random catalogues and profiles, small enough to shrink well and rich enough to meet every rule.

Strategies that do not depend on a draw are made once, here, because making them is most of the work.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from itertools import product
from typing import Any

from hypothesis import strategies as st

from obligraph.engine.profile import Evidence, Extent, Profile, Status, Verdict
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Measure, Obligation, Relation
from obligraph.rules.need import Leaf, Need, distinct, gate
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

SOME_DAY = st.none() | DAYS
leaves = st.sampled_from(MEASURES).map(Leaf)


@st.composite
def _gates(draw: st.DrawFn, children: st.SearchStrategy[Need]) -> Need:
    chosen = tuple(draw(st.lists(children, min_size=1, max_size=4)))
    return gate(draw(st.integers(1, len(distinct(chosen)))), chosen)


needs: st.SearchStrategy[Need] = st.recursive(leaves, _gates, max_leaves=8)


SHAPES = st.fixed_dictionaries(
    {
        "force": st.sampled_from([Force.BINDING, Force.BINDING, Force.CALLED_UPON, Force.CONSIDER]),
        "rated": st.sampled_from([True, True, True, True, False]),
        "needs": st.none() | needs,
        "safeguards": st.lists(st.sampled_from(MEASURES), max_size=2),
        "key": st.sampled_from(["", "named by the method"]),
        "deadline": SOME_DAY,
        "applies_if": st.dictionaries(st.sampled_from(ATTRIBUTES), st.booleans(), max_size=1),
        "presupposes": st.lists(st.integers(0, 3), max_size=2),
    }
)
"""What an obligation is drawn from; borne by States more often than not."""


def _obligation(paragraph: int, shape: dict[str, Any]) -> Obligation:
    fields = {name: shape[name] for name in ("force", "key", "deadline", "applies_if")}
    if not shape["rated"]:
        return build.obligation(paragraph, bearers=["cted"], **fields)
    return build.obligation(paragraph, shape["needs"], safeguards=shape["safeguards"], **fields)


FORMS = [
    {"axis": axis, "accepts": list(accepts), "max_age": max_age, "effort": effort}
    for max_age, effort, accepts, axis in product(
        [None, 12], [2, 1, 5], [("law",), ("law", "practice"), ("report", "law")], Axis
    )
]
"""The forms of measures, the plainest first."""


@cache
def _measure(name: str, form: int) -> Measure:
    return build.measure(name, **FORMS[form])


SHAPE_LISTS = {most: st.lists(SHAPES, min_size=1, max_size=most) for most in range(1, 6)}
FORM_LISTS = st.lists(st.integers(0, len(FORMS) - 1), min_size=len(MEASURES), max_size=len(MEASURES))


def catalogues(most: int = 5) -> st.SearchStrategy[Catalogue]:
    """A catalogue of up to `most` obligations over the same few measures; presuppositions run downward."""
    return st.builds(_catalogue, SHAPE_LISTS[most], FORM_LISTS)


def _catalogue(shapes: list[dict[str, Any]], forms: list[int]) -> Catalogue:
    found = [_obligation(number, shape) for number, shape in enumerate(shapes, start=1)]
    relations: list[Relation] = [
        build.presupposes(found[at], found[earlier])
        for at, shape in enumerate(shapes)
        for earlier in shape["presupposes"]
        if earlier < at
    ]
    rules = [_measure(name, form) for name, form in zip(MEASURES, forms, strict=True)]
    return build.catalogue(found, rules, relations, ATTRIBUTES)


EXTENTS = [(Extent.FULL, ""), (Extent.PARTIAL, ""), (Extent.PARTIAL, "no fines")]


def _claims(extents: list[tuple[Extent, str]]) -> st.SearchStrategy[dict[str, str]]:
    """A claim about a measure, to one of the extents."""
    return st.sampled_from(
        [
            {"measure": name, "extent": extent.value, "shortfall": lacking}
            for extent, lacking in extents
            for name in MEASURES
        ]
    )


RECORDS = st.fixed_dictionaries(
    {
        "supports": st.lists(_claims(EXTENTS), max_size=3),
        "contradicts": st.lists(_claims(EXTENTS[:2]), max_size=2),
        "kind": st.sampled_from(["law", "law", "practice", "report"]),
        "status": st.sampled_from([Status.IN_FORCE] * 4 + [Status.DRAFT, Status.REPEALED]),
        "effective_from": SOME_DAY,
        "effective_to": SOME_DAY,
        "collected": SOME_DAY,
    }
)
PLAIN_SUPPORT = st.lists(_claims(EXTENTS[:2]), min_size=1, max_size=3)


@st.composite
def evidence(draw: st.DrawFn, name: str, earlier: tuple[str, ...] = (), *, plain: bool = False) -> Evidence:
    """A record; a plain one supports without shortfall, contradicts nothing and supersedes nothing."""
    fields: dict[str, Any] = dict(draw(RECORDS))
    replaces: bool = draw(st.booleans())
    starts, ends = fields["effective_from"], fields["effective_to"]
    if starts and ends and ends < starts:
        fields["effective_to"] = None
    if plain:
        fields |= {"supports": draw(PLAIN_SUPPORT), "contradicts": []}
    elif replaces and earlier:
        fields["supersedes"] = [earlier[draw(st.integers(0, len(earlier) - 1))]]
    if not fields["supports"] and not fields["contradicts"]:
        fields["supports"] = [MEASURES[0]]
    return build.evidence(name, **fields)


DECISIONS = st.lists(
    st.fixed_dictionaries(
        {
            "measure": st.sampled_from(MEASURES),
            "value": st.sampled_from(Verdict),
            "considered": st.lists(st.integers(0, 5).map("E{}".format), min_size=1, unique=True),
            "assessor": st.just("A. Assessor"),
            "date": DAYS,
            "reason": st.just("weighed"),
        }
    ),
    max_size=2,
)
STATED = st.dictionaries(st.sampled_from(ATTRIBUTES), st.booleans())
NAMES = tuple(f"E{number}" for number in range(6))
RECORD_OF = {name: evidence(name, NAMES[:at]) for at, name in enumerate(NAMES)}


@st.composite
def profiles(draw: st.DrawFn, most: int = 6) -> Profile:
    """A profile of up to `most` records, some superseding earlier ones, with a resolution at times."""
    records = tuple(draw(RECORD_OF[name]) for name in NAMES[: draw(st.integers(0, most))])
    return build.profile(*records, resolutions=draw(DECISIONS), attributes=draw(STATED))
