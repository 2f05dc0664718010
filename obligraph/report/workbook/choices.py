"""The sheet of choices: what the drop-down lists of the questionnaire offer, and ids to copy from."""

from __future__ import annotations

from collections.abc import Mapping

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from obligraph.report.workbook import look
from obligraph.report.workbook.columns import CHOICES, TABLES, Holds
from obligraph.report.workbook.filling import shown
from obligraph.rules.catalogue import Catalogue

FIRST = 4
"""The row of the first value of each list."""

VOCABULARIES: Mapping[str, tuple[str, ...]] = {
    field.heading: tuple(map(shown, field.choices))
    for table in TABLES
    for field in table.fields
    if field.holds is Holds.CHOICE
}
"""The values of each choice, by the heading of its column."""

IDS = ("Measure", "Title of the measure", "Obligation", "Title of the obligation")
"""The lists that the catalogue gives."""

MOST_IDS = 2_000
"""The length that the drop-downs of ids allow for."""


def listed_at(heading: str) -> str:
    """Where the values of a column stand, as a drop-down names it.

    >>> listed_at("Kind")
    'Choices!$A$4:$A$15'
    """
    headings = [*VOCABULARIES, *IDS]
    letter = get_column_letter(headings.index(heading) + 1)
    count = len(VOCABULARIES[heading]) if heading in VOCABULARIES else MOST_IDS
    return f"{CHOICES}!${letter}${FIRST}:${letter}${FIRST + count - 1}"


def choices_sheet(book: Workbook, catalogue: Catalogue) -> None:
    """Adds the sheet of choices."""
    sheet = look.new_sheet(book, CHOICES)
    look.heading(sheet, CHOICES, "What the drop-down lists offer; ids to copy from.")
    lists = [
        *((heading, values, max(16, len(heading) + 2)) for heading, values in VOCABULARIES.items()),
        *zip(IDS, _ids(catalogue), (34, 60, 22, 60), strict=True),
    ]
    look.head_row(sheet, FIRST - 1, ((heading, width, look.HEAD) for heading, _, width in lists))
    for column, (_, values, _) in enumerate(lists, 1):
        for row, value in enumerate(values, FIRST):
            look.write(sheet, row, column, look.shown_text(value))
    sheet.freeze_panes = f"A{FIRST}"
    look.page(sheet, repeated=FIRST - 1)
    look.lock(sheet)


def _ids(catalogue: Catalogue) -> tuple[tuple[str, ...], ...]:
    """The ids and titles of the measures and of the obligations."""
    measures, obligations = tuple(catalogue.measures), tuple(catalogue.obligations)
    titles = catalogue.titles
    return measures, tuple(titles[m] for m in measures), obligations, tuple(titles[o] for o in obligations)
