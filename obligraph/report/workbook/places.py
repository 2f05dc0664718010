"""Which cell each field of a profile came from, so that faults name cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from obligraph.errors import Fault, place_of
from obligraph.report.workbook.found_tables import Read


@dataclass(slots=True)
class Places:
    """Cells by the place of the field, such as `evidence[4].kind`."""

    cells: dict[str, str] = field(default_factory=dict)

    def note(self, path: Sequence[str | int], line: Read, key: str) -> None:
        """Notes the cell of a field."""
        self.cells[place_of(path)] = line.where(key)

    def told(self, faults: Iterable[Fault], source: str) -> list[Fault]:
        """The faults with the cell in place of the field, each cell and reason once.

        Args:
            faults: with places of the profile after the name of the source.
            source: the name of the source.
        """
        lead = f"{source}: "
        found = {}
        for fault in faults:
            cell = self._cell(fault.where.removeprefix(lead))
            told = replace(fault, where=lead + cell) if cell else fault
            found[told.where, told.what] = told
        return list(found.values())

    def _cell(self, place: str) -> str:
        """The cell of a field, or of the nearest table around it; empty where there is none."""
        while place and place not in self.cells:
            dot, bracket = place.rfind("."), place.rfind("[")
            place = place[: max(dot, bracket, 0)]
        return self.cells.get(place, "")
