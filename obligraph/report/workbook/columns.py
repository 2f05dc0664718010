"""The tables of the questionnaire: which columns each has, and what stands in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum

from obligraph.engine.profile import Confidentiality, Extent, Reliability, SourceType, Status, Verdict
from obligraph.rules.words import EvidenceKind


class Holds(Enum):
    """What a column holds."""

    TEXT = "text"
    NAME = "name"
    """An id, or another text at whose ends blanks mean nothing."""
    NAMES = "names"
    """Ids, with commas between."""
    CHOICE = "choice"
    DAY = "day"
    ANSWER = "answer"
    """Yes, no, or nothing where it is not known."""
    ENTRY = "entry"
    """A text or a day; its line says which."""
    ORDER = "order"
    """A whole number that keeps the order; hidden, and not needed."""
    SHOWN = "shown"
    """Something to read; the import passes over it."""


class Says(StrEnum):
    """Which way a record speaks of a measure."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a table.

    Attributes:
        key: the field of the profile that it fills.
        heading: what stands at its head; the import finds it by this.
        holds: what stands in it.
        width: in characters.
        hint: what a reader sees on choosing one of its cells.
        choices: the values of a choice.
        lookup: the column of the sheet of choices that lists its values, where it has one.
    """

    key: str
    heading: str
    holds: Holds
    width: int
    hint: str = ""
    choices: tuple[str, ...] = ()
    lookup: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the questionnaire.

    Attributes:
        name: the list of the profile that it fills.
        title: the name of its sheet; themes have their own.
        hint: the line below the title.
        fields: the columns, in order.
        needed: the keys of the columns by which the import knows it.
        groups: headings above the columns, each with the number of columns that it spans.
    """

    name: str
    title: str
    hint: str
    fields: tuple[Field, ...]
    needed: tuple[str, ...]
    groups: tuple[tuple[str, int], ...] = ()

    def place(self, key: str) -> int:
        """The place of a column, from 1."""
        return next(at for at, field in enumerate(self.fields, 1) if field.key == key)


def choice(key: str, heading: str, width: int, values: type[StrEnum], hint: str) -> Field:
    """A column in which one of some values is chosen."""
    return Field(key, heading, Holds.CHOICE, width, hint, tuple(values), heading)


MEASURE_ID = "The id of the measure that the record speaks to; all ids stand in the sheet Choices."

EVIDENCE = Table(
    "evidence",
    "",
    "One line a record and measure. Describe a record in full once; on other lines its id is enough.",
    (
        Field("measure", "Measure", Holds.NAME, 22, MEASURE_ID, lookup="Measure"),
        Field("question", "Guiding question", Holds.SHOWN, 38),
        Field("expects", "Expected evidence", Holds.SHOWN, 38),
        Field("accepts", "Accepted kinds", Holds.SHOWN, 16),
        Field("id", "Evidence id", Holds.NAME, 20, "A short name of your own, such as pnr-act-2019."),
        Field("title", "Title of the record", Holds.TEXT, 32, "Its official title, with number and year."),
        choice("kind", "Kind", 13, EvidenceKind, "What sort of record it is."),
        choice("says", "Says", 13, Says, "supports: it shows the measure. contradicts: it shows the lack."),
        choice("extent", "Extent", 9, Extent, "full or partial; full where left empty."),
        Field("shortfall", "Shortfall", Holds.TEXT, 28, "Where support is partial: what is lacking."),
        choice("status", "Status", 10, Status, "in force where left empty; a draft does not count."),
        Field("effective_from", "In force from", Holds.DAY, 12, "A day, such as 2024-05-31."),
        Field("effective_to", "In force to", Holds.DAY, 12, "The last day on which it is in force."),
        Field("collected", "Collected", Holds.DAY, 12, "The day on which you obtained the record."),
        choice("source_type", "Source", 16, SourceType, "Whose record it is."),
        Field("article", "Article", Holds.TEXT, 12, "Such as arts. 4-6."),
        Field("page", "Page", Holds.TEXT, 8, "Such as 12 or 12-14."),
        Field("quote", "Quote", Holds.TEXT, 28, "A few words of the record itself."),
        choice("reliability", "Reliability", 10, Reliability, "How far you trust the source."),
        choice("confidentiality", "Confidentiality", 14, Confidentiality, "public where left empty."),
        Field("supersedes", "Replaces", Holds.NAMES, 16, "Ids of earlier records, with commas between."),
        Field("note", "Note", Holds.TEXT, 34, "Anything else; shown beside the record."),
        Field("record", "No. of record", Holds.ORDER, 8),
        Field("claim", "No. of claim", Holds.ORDER, 8),
    ),
    ("measure", "id", "title", "says"),
    (
        *(("What is asked", 4), ("The record", 3), ("What it says of the measure", 3), ("Dates", 4)),
        *(("Where it is found", 4), ("Handling", 3), ("Remarks", 1), ("", 2)),
    ),
)

STATE = Table(
    "state",
    "State",
    "Who is assessed, and as of which day.",
    (
        Field("field", "About the State", Holds.NAME, 30),
        Field("answer", "Entry", Holds.ENTRY, 36, "Fill in."),
        Field("meaning", "What is meant", Holds.SHOWN, 70),
    ),
    ("field", "answer"),
)

ATTRIBUTES = Table(
    "attributes",
    "Attributes",
    "Some obligations apply only to States of which these are true. Leave empty what is not known.",
    (
        Field("attribute", "Attribute", Holds.NAME, 30),
        Field(
            "answer", "True of the State?", Holds.ANSWER, 18, "yes or no; empty: not known.", ("yes", "no")
        ),
        Field("meaning", "What it says", Holds.SHOWN, 70),
    ),
    ("attribute", "answer"),
)

RESOLUTIONS = Table(
    "resolutions",
    "Resolutions",
    "Where records contradict each other, an assessor's reasoned decision settles it.",
    (
        Field("measure", "Measure", Holds.NAME, 28, MEASURE_ID, lookup="Measure"),
        choice("value", "Decision", 14, Verdict, "What the weighed records show."),
        Field("considered", "Records weighed", Holds.NAMES, 34, "Evidence ids, with commas between."),
        Field("assessor", "Assessor", Holds.TEXT, 28, "Name and office."),
        Field("date", "Date of decision", Holds.DAY, 14, "A day, such as 2024-05-31."),
        Field("reason", "Reason", Holds.TEXT, 60, "Why the records are weighed so."),
    ),
    ("measure", "value", "considered"),
)

LESSONS = Table(
    "lessons",
    "Lessons",
    "What work downstream has taught, and which measures upstream it should improve.",
    (
        Field("id", "Lesson id", Holds.NAME, 20, "A short name of your own."),
        Field("title", "Lesson", Holds.TEXT, 40, "What was learnt."),
        Field("learnt_from", "Learnt from measure", Holds.NAME, 28, "A downstream one.", lookup="Measure"),
        Field("improves", "Should improve", Holds.NAMES, 34, "Ids of upstream measures, by commas."),
        Field("date", "Recorded on", Holds.DAY, 14, "A day, such as 2024-05-31."),
        Field("applied", "Carried out by records", Holds.NAMES, 28, "Evidence ids; empty while it is open."),
        Field("note", "Remarks", Holds.TEXT, 44),
    ),
    ("id", "title", "learnt_from"),
)

COMMENTS = Table(
    "comments",
    "Comments",
    "What the State says. It is printed beside the ratings and never changes one.",
    (
        Field(
            "obligation", "Obligation", Holds.NAME, 22, "Empty to speak of the whole.", lookup="Obligation"
        ),
        Field("text", "Comment", Holds.TEXT, 90, "At most 2,000 characters."),
        Field("date", "Date of comment", Holds.DAY, 14, "A day, such as 2024-05-31."),
    ),
    ("obligation", "text"),
)

LISTS: Mapping[str, Table] = {table.name: table for table in (RESOLUTIONS, LESSONS, COMMENTS)}
"""The tables of which each line is one entry of the list of that name."""

TABLES = (EVIDENCE, STATE, ATTRIBUTES, *LISTS.values())

ABOUT: Mapping[str, tuple[str, str]] = {
    "state": ("Name of the State", "As it is to stand in every output."),
    "country": ("Country code", "ISO 3166, two or three capital letters; may stay empty."),
    "as_of": ("Assessed as of", "The day for which ratings are made; the day of use where left empty."),
    "last_assessed": ("Last assessed", "The day of the assessment before this one, if there was one."),
}
"""The entries on the State: the field of the profile, how it is called, what is meant."""

GUIDE = "Instructions"
CHOICES = "Choices"
"""The sheets of the questionnaire that hold nothing to import."""
