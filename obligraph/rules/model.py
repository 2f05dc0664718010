"""Typed rules: instruments, obligations, measures, relations. All values are frozen.

Summaries and titles are our own words; the words of a source stay in the source, reached by its paragraph.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StrictBool,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from obligraph.rules.need import Gate, Leaf, dump, measures, parse
from obligraph.rules.words import Actor, Axis, EdgeType, EvidenceKind, Force, InstrumentKind, Issuer, Stage


class Frozen(BaseModel):
    """The base of every value: immutable, with no unknown fields, and no silent change of type."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=80)]
"""An id of our own: lower-case words joined by hyphens, such as `pnr-law`."""

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
"""A text of our own that is not empty."""

Provision = Annotated[
    str, StringConstraints(pattern=r"^[0-9]+([.-][0-9]+)*[a-z]?(\([0-9a-z]{1,5}\))*$", max_length=40)
]
"""The number of a provision as its instrument writes it: `12`, `3(a)`, `36(c)`, `8(1)(a)`."""

NEED_MARK: dict[str, Any] = {"$comment": "a need"}
"""Stands for a need in the schemas that pydantic makes; `obligraph.rules.schema` puts `NEED_SCHEMA` there."""

NeedField = Annotated[
    Leaf | Gate,
    BeforeValidator(lambda data: data if isinstance(data, Leaf | Gate) else parse(data)),
    PlainSerializer(dump),
    WithJsonSchema(NEED_MARK),
]
"""A need, written as `obligraph.rules.need` says."""

NEED_SCHEMA: dict[str, Any] = {
    "description": "A measure id, or a gate: all, any, or at_least k of its children.",
    "oneOf": [
        {"type": "string"},
        *(
            {
                "type": "object",
                "properties": {name: {"type": "array", "items": {"$ref": "#/$defs/Need"}, "minItems": 1}},
                "required": [name],
                "additionalProperties": False,
            }
            for name in ("all", "any")
        ),
        {
            "type": "object",
            "properties": {
                "at_least": {"type": "integer", "minimum": 1},
                "of": {"type": "array", "items": {"$ref": "#/$defs/Need"}, "minItems": 1},
            },
            "required": ["at_least", "of"],
            "additionalProperties": False,
        },
    ],
}
"""The JSON schema of a need, for the `$defs` of a published schema."""


def obligation_id(instrument: str, paragraph: str, ordinal: int) -> str:
    """The id of an obligation: instrument, provision without brackets, ordinal.

    >>> obligation_id("madrid", "36(c)", 1)
    'madrid.36c.1'
    >>> obligation_id("code", "5.10", 2)
    'code.5-10.2'
    >>> obligation_id("treaty", "1(8)", 1), obligation_id("treaty", "18", 1)
    ('treaty.1-8.1', 'treaty.18.1')
    """
    apart = re.sub(r"(?<=[0-9])\((?=[0-9])", "-", paragraph.lower())
    provision = re.sub(r"[^0-9a-z-]", "", apart.replace(".", "-").replace(")(", "-"))
    return f"{instrument}.{provision}.{ordinal}"


class Instrument(Frozen):
    """A resolution, a set of guiding principles, technical guidelines or a treaty."""

    id: Slug
    """The id used in the ids of its obligations, such as `sres2396`."""
    symbol: Words
    """The official symbol, such as `S/RES/2396 (2017)`."""
    title: Words
    """The title, or the subject in our own words where the instrument bears none."""
    kind: InstrumentKind
    issuer: Issuer
    date: dt.date | None = None
    """The day of adoption."""
    chapter_vii: Literal["document", "paragraph", "none"] = "none"
    """Where it invokes Chapter VII of the Charter: for all of it, in single paragraphs, or nowhere."""
    external: StrictBool = False
    """True for an instrument that is only cited: it is a node, with no obligations of its own here."""


class Obligation(Frozen):
    """A clause that asks something of someone, as a typed rule."""

    instrument: Slug
    paragraph: Provision
    ordinal: int = Field(ge=1, le=99, strict=True)
    """The clause's place among all clauses of its provision, those without a duty counted."""
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=160)]
    """A short name for lists, in our own words."""
    summary: Words
    """What is asked, in our own words."""
    verb: Words
    """The operative verb or modal as a lemma, such as `decides` or `calls upon`."""
    force: Force
    force_rule: Slug
    """The id of the row of the force table that gives this force."""
    restated: StrictBool = False
    """True where the text recalls or reaffirms a duty made elsewhere."""
    prohibition: StrictBool = False
    bearers: tuple[Actor, ...] = Field(min_length=1)
    needs: NeedField | None = None
    """The measures asked for; only obligations of member States have a need."""
    safeguards: tuple[Slug, ...] = ()
    """Measures that limit how the obligation may be met: one at 0 caps the rating at partly met."""
    themes: tuple[Slug, ...] = Field(min_length=1)
    key: str = ""
    """Why this is a key obligation, by the published criterion; empty where it is not one."""
    applies_if: Mapping[str, StrictBool] = Field(default_factory=dict)
    """The attributes a State must have for the obligation to apply to it; all of them, as given."""
    deadline: dt.date | None = None
    """The day by which the duty had to be met, where the text gives one that can be computed."""
    cites: tuple[str, ...] = ()
    """Instruments named in the clause, normalised: `S/RES/2178 para 9`, `ICAO Annex 9`, `GP 25`."""

    @property
    def id(self) -> str:
        """The id: `sres2396.12.1`."""
        return obligation_id(self.instrument, self.paragraph, self.ordinal)

    @property
    def rated(self) -> bool:
        """Whether a State is rated on it: only obligations borne by member States are."""
        return Actor.MEMBER_STATES in self.bearers

    @property
    def needed(self) -> tuple[str, ...]:
        """The measures its need names, each once, in order of first mention; none where it has no need."""
        return measures(self.needs) if self.needs else ()

    @property
    def named(self) -> tuple[str, ...]:
        """The measures that it needs and then those that safeguard it, each once."""
        return tuple(dict.fromkeys((*self.needed, *self.safeguards)))

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if self.force is Force.NONE:
            raise ValueError("force 'none' is no obligation; list the paragraph under no_duty")
        if self.needs is not None and not self.rated:
            raise ValueError("needs are for obligations of member_states; others are shown, never scored")
        return self


class Measure(Frozen):
    """Something a State can have in place, named once and shared by many obligations."""

    id: Slug
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
    theme: Slug
    axis: Axis
    stage: Stage
    accepts: tuple[EvidenceKind, ...] = Field(min_length=1)
    """The kinds of evidence that can show it."""
    expects: Words
    """What an assessor expects to see, in words an official understands."""
    question: Words
    """The guiding question for self-assessment."""
    max_age: int | None = Field(default=None, ge=1, le=600, strict=True)
    """The age in months after which evidence no longer counts; None where age does not matter."""
    effort: int = Field(ge=1, le=5, strict=True)
    """The effort to put it in place: 1 an instruction, 5 a multi-year national programme."""
    effort_basis: Words
    """Why the effort is put at that figure."""
    safeguard: StrictBool = False
    """True where the measure limits how others may be carried out."""
    watched_by: tuple[Slug, ...] = ()
    """The safeguard measures that watch over it."""


class Relation(Frozen):
    """A typed, directed edge between two nodes of the catalogue, each named by its id."""

    type: EdgeType
    source: str
    """Where the edge starts: for `presupposes` the obligation that needs the other first."""
    target: str
    reason: Words
    """Why the edge stands, in our own words."""
    basis: Words
    """Where that is found: a paragraph of an instrument, or the method that was followed."""
    status: Literal["stated", "inferred"] = "inferred"
    """`stated` where the source's own text says it, `inferred` where it is our reading."""


class NoDuty(Frozen):
    """A clause that asks nothing of anyone, listed so that nothing is left out in silence."""

    paragraph: Provision
    ordinal: int = Field(default=1, ge=1, le=99, strict=True)
    reason: Words


class Absent(Frozen):
    """A provision that the source in hand has lost: named, never guessed."""

    paragraph: Provision
    reason: Words


class Difference(Frozen):
    """A known difference between the pack and what extraction reads in the document, with its reason."""

    paragraph: Provision
    ordinal: int = Field(ge=1, le=99, strict=True)
    field: Literal["verb", "force", "bearers", "missing", "extra", "restated"]
    reason: Words


class Theme(Frozen):
    """A subject under which obligations and measures are grouped."""

    id: Slug
    title: Words


class Attribute(Frozen):
    """A fact about a State on which the applicability of some obligations depends."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
    title: Words
    """What the fact says when true, such as "has land borders"."""
