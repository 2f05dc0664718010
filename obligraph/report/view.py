"""What every output about a State shares: the assessment, whether it is public, what to note beside it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TypedDict

from obligraph.engine.results import CAVEAT, Assessment
from obligraph.report.public import PUBLIC_NOTE


class HeadFields(TypedDict):
    """The fields of `obligraph.report.documents.Head`, with which every document about a State begins."""

    state: str
    as_of: dt.date
    catalogue: str
    caveat: str
    public: bool
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """An assessment as it is shown.

    Attributes:
        assessment: what was found; without restricted evidence where the view is public.
        public: whether restricted evidence was left out.
        notes: what else to say, such as what a filter has hidden.
    """

    assessment: Assessment
    public: bool = False
    notes: tuple[str, ...] = ()

    @property
    def remarks(self) -> tuple[str, ...]:
        """The notes, with the one that a public output carries."""
        return (*self.notes, PUBLIC_NOTE) if self.public else self.notes

    @property
    def closing(self) -> tuple[str, ...]:
        """What stands at the end of every text and table: the notes, then the caveat."""
        return (*self.remarks, CAVEAT)

    def head(self, *first: str) -> HeadFields:
        """With what a JSON document about the State begins.

        Args:
            first: notes of the document itself, which stand before those of the view.
        """
        found = self.assessment
        return HeadFields(
            state=found.profile.state,
            as_of=found.as_of,
            catalogue=found.catalogue.fingerprint,
            caveat=CAVEAT,
            public=self.public,
            notes=(*first, *self.remarks),
        )

    @property
    def context(self) -> tuple[tuple[str, str, str], ...]:
        """What all rows have in common, for listings."""
        found = self.assessment
        return (
            ("state", "State", found.profile.state),
            ("as_of", "As of", found.as_of.isoformat()),
            ("catalogue", "Catalogue", found.catalogue.fingerprint),
        )
