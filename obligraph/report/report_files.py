"""The report in any of its formats: one function a file ending."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from obligraph.report.profile_files import known_ending
from obligraph.report.view import View


def _xlsx(view: View) -> bytes:
    from obligraph.report.workbook.results import results_workbook

    return results_workbook(view)


FORMATS: Mapping[str, Callable[[View], bytes]] = {".xlsx": _xlsx}
"""How a report is written, by the ending of its file."""


def report_bytes(view: View, path: Path) -> bytes:
    """The report in the format that the ending of a file names.

    Raises:
        InputError: the ending is none of those known.
    """
    return FORMATS[known_ending(path, FORMATS)](view)
