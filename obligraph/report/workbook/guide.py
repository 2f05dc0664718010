"""What the first sheet of the questionnaire says to those who fill it in."""

from __future__ import annotations

from collections.abc import Iterator

_LINES = (
    (
        "What this is",
        "The evidence that a State can show, asked for measure by measure, a sheet for each theme.",
    ),
    (
        "What is not answered",
        "stays open. Nothing is taken to be met, and nothing to be missing, for want of an answer. Answer"
        " the questions for which you have a record, and leave the others.",
    ),
    (
        "One line",
        "says what one record shows of one measure. The measure stands in the first column. For a further"
        " record on the same measure use the empty line below it, or insert a line and copy the measure's"
        " id.",
    ),
    (
        "One record, several measures",
        "Give the record an id of your own, such as pnr-act-2019, and describe it in full on one line. On"
        " every other line, in any sheet, write the same id with what it says there, and leave its "
        "description empty.",
    ),
    (
        "Says and extent",
        "supports, full: the record shows the measure in place. supports, partial: it shows a part of it;"
        " say under Shortfall what is lacking. contradicts: it shows that the measure, or a part of it, "
        "is not in place.",
    ),
    (
        "Dates",
        "are days, such as 2024-05-31. In force from and to are those of the law or institution; "
        "Collected is the day on which you obtained the record, from which its age counts.",
    ),
    (
        "Kinds",
        "Each question names the kinds of record that can show the measure. Others are kept, and not "
        "counted.",
    ),
    (
        "Restricted records",
        "Mark them so under Confidentiality: outputs made for the public leave them out before anything "
        "is rated.",
    ),
    (
        "Records that contradict",
        "each other leave the question open until an assessor settles it on the sheet Resolutions, with "
        "reasons.",
    ),
    (
        "Your view",
        "On the sheet Comments the State may say what it thinks of a rating, or of the whole.",
    ),
    (
        "Leave as they are",
        "the headings, which the program looks for, and the hidden columns at the right, which keep the "
        "order. You may sort, filter, colour, add lines and change widths.",
    ),
    (
        "Reading it back",
        "obligraph profile import FILE.xlsx -o FILE.toml reports every cell that it cannot read, by sheet"
        " and cell, all at once.",
    ),
)


def guide_lines() -> Iterator[tuple[str, str]]:
    """The instructions, each with its subject."""
    yield from _LINES
