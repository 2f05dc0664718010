"""The report in any of its formats: one function a file ending."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from obligraph.errors import Fault, InputError
from obligraph.report.profile_files import known_ending
from obligraph.report.view import View

if TYPE_CHECKING:
    from obligraph.report.overview.model import Overview
    from obligraph.report.quoting import Quoted


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report is made of.

    Attributes:
        view: the assessment as it is shown.
        earlier: an earlier assessment of the State, as public as the view, to speak of progress; or None.
        sources: a folder with the user's documents, to quote from; or None.
        paper: the paper of a PDF: `a4` or `letter`.
    """

    view: View
    earlier: View | None = None
    sources: Path | None = None
    paper: str = "a4"

    def check(self, ending: str) -> None:
        """Refuses what the format has no place for, and an earlier assessment that is not earlier.

        Raises:
            InputError: the format leaves something out that was asked for, or the earlier assessment is of
                the same day or a later one.
        """
        _fitting("--since", self.earlier, ending, PROSE)
        _fitting("--sources", self.sources, ending, (*PROSE, ".xlsx"))
        if self.earlier is None:
            return
        before, now = self.earlier.assessment.as_of, self.view.assessment.as_of
        if before >= now:
            what = f"the profile is assessed as of {before}, which is not before {now}"
            raise InputError([Fault("--since", what, way_out="write as_of into the earlier profile")])


PROSE = (".html", ".md", ".pdf")
"""The endings of the report as it is read from page one to its annexes."""


def _fitting(option: str, given: object, ending: str, endings: tuple[str, ...]) -> None:
    """Refuses an option that a format would leave out in silence."""
    if given is not None and ending not in endings:
        raise InputError([Fault(option, f"has no place in a file that ends in {ending}", endings)])


def _xlsx(asked: Asked) -> bytes:
    from obligraph.report.workbook.results import results_workbook

    return results_workbook(asked.view, _quoted(asked))


def _overview(asked: Asked) -> Overview:
    from obligraph.report.overview.making import overview

    return overview(asked.view, asked.earlier, _quoted(asked))


def _quoted(asked: Asked) -> Quoted | None:
    """The paragraphs of the rated obligations, where the user has named a folder with documents."""
    from obligraph.report.quoting import quotations

    if asked.sources is None:
        return None
    found = asked.view.assessment
    return quotations(asked.sources, found.catalogue, (each.obligation for each in found.ratings.values()))


def _html(asked: Asked) -> bytes:
    from obligraph.report.overview.html import graph_parts, render_html

    return render_html(_overview(asked), graph_parts(asked.view)).encode("utf-8", "replace")


def _markdown(asked: Asked) -> bytes:
    from obligraph.report.overview.markdown import render_markdown

    return render_markdown(_overview(asked)).encode("utf-8", "replace")


def _pdf(asked: Asked) -> bytes:
    from obligraph.report.overview.pdf import PAPERS, render_pdf

    return render_pdf(_overview(asked), PAPERS[asked.paper])


def _oscal(asked: Asked) -> bytes:
    from obligraph.report.json_text import json_text
    from obligraph.report.oscal.results import assessment_results

    return json_text(assessment_results(asked.view)).encode("utf-8", "replace")


def _plan(asked: Asked) -> bytes:
    from obligraph.report.json_text import json_text
    from obligraph.report.oscal.plan import plan_of_action

    return json_text(plan_of_action(asked.view)).encode("utf-8", "replace")


FORMATS: Mapping[str, Callable[[Asked], bytes]] = {
    ".html": _html,
    ".md": _markdown,
    ".pdf": _pdf,
    ".xlsx": _xlsx,
    ".oscal.json": _oscal,
    ".poam.oscal.json": _plan,
}
"""How a report is written, by the ending of its file."""


def report_bytes(asked: Asked, path: Path) -> bytes:
    """The report in the format that the ending of a file names.

    Raises:
        InputError: the ending is none of those known, the format has no place for what was asked, the earlier
            assessment is not earlier, the folder of documents cannot be read, or a package that the format
            needs is missing.
    """
    ending = known_ending(path, FORMATS)
    asked.check(ending)
    return FORMATS[ending](asked)
