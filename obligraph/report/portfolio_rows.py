"""Many States as rows: the order for follow-up, themes by State, common gaps and shared measures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from obligraph.engine.portfolio import CommonGap, FollowUp, Portfolio, SharedMeasure, Tally
from obligraph.engine.profile import Profile
from obligraph.engine.results import CAVEAT, Rating
from obligraph.report.assistance import helpers
from obligraph.report.comparison_rows import months_between
from obligraph.report.naming import day
from obligraph.report.portfolio_documents import (
    CellRow,
    CommonGapRow,
    PortfolioDocument,
    SharedMeasureRow,
    StateRow,
    ThemeRow,
)
from obligraph.report.public import PUBLIC_NOTE
from obligraph.rules.catalogue import Catalogue

CROSS_CUTTING = ("human-rights", "gender")
"""The themes that run through all others.

Source: S/RES/2395 (2017), paragraphs 21 and 28.
"""

ORDER_NOTE = (
    "Order: the larger share of binding gaps; the larger share undetermined; the longest since the last "
    "assessment, never assessed first; own request; name. Nothing is weighed. It is an order for looking, "
    "from the evidence supplied. A gap of which it is open whether it is partly met counts in both shares."
)
"""How States are put in order, as users see it."""


@dataclass(frozen=True, slots=True)
class PortfolioView:
    """Many States as they are shown.

    Attributes:
        found: what the engine found; without restricted evidence where the view is public.
        public: whether restricted evidence was left out.
        not_read: the files that are no profile that can be used.
    """

    found: Portfolio
    public: bool = False
    not_read: tuple[str, ...] = ()

    @property
    def catalogue(self) -> Catalogue:
        """The obligations and measures."""
        return self.found.batch.catalogue

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """The States, in the order of the matrix."""
        return self.found.batch.profiles

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a reader must know beside the tables, the caveat aside."""
        return (*_unread(self.not_read), *_dates(self), *((PUBLIC_NOTE,) if self.public else ()))


def _unread(names: tuple[str, ...]) -> Iterator[str]:
    if names:
        yield f"Not read, and in no figure: {', '.join(names)}."


def _dates(shown: PortfolioView) -> Iterator[str]:
    """Which profiles name another date than the one used."""
    as_of = shown.found.batch.as_of
    other = [
        f"{profile.state} ({profile.as_of})"
        for profile in shown.profiles
        if profile.as_of and profile.as_of != as_of
    ]
    if other:
        yield f"All are assessed as of {day(as_of)}; another date is named by {', '.join(other)}."


def portfolio_document(shown: PortfolioView) -> PortfolioDocument:
    """Many States as `portfolio --format json` writes them."""
    return PortfolioDocument(
        as_of=shown.found.batch.as_of,
        catalogue=shown.catalogue.fingerprint,
        caveat=CAVEAT,
        public=shown.public,
        notes=(ORDER_NOTE, *shown.remarks),
        not_read=shown.not_read,
        order=state_rows(shown),
        themes=theme_rows(shown),
        common_gaps=tuple(_gap_row(shown.catalogue, gap) for gap in shown.found.common_gaps),
        shared_measures=tuple(_measure_row(shown.catalogue, one) for one in shown.found.shared_measures),
    )


def state_rows(shown: PortfolioView) -> tuple[StateRow, ...]:
    """The States in the order for follow-up."""
    dates = {profile.state: profile for profile in shown.profiles}
    return tuple(_state_row(shown, row, dates[row.state]) for row in shown.found.follow_up)


def _state_row(shown: PortfolioView, row: FollowUp, profile: Profile) -> StateRow:
    since = row.last_assessed
    return StateRow(
        rank=row.rank,
        state=row.state,
        binding_gaps=row.binding_gaps[0],
        undetermined=row.undetermined[0],
        binding=row.binding_gaps[1],
        last_assessed=since,
        months_since=max(0, months_between(since, shown.found.batch.as_of)) if since else None,
        requested=row.requested,
        profile_date=profile.as_of,
        why=row.why,
    )


def theme_rows(shown: PortfolioView) -> tuple[ThemeRow, ...]:
    """The matrix: a row a theme that has obligations, a cell a State."""
    titles = shown.catalogue.themes
    return tuple(
        ThemeRow(
            theme=theme,
            title=titles[theme].title,
            cross_cutting=theme in CROSS_CUTTING,
            cells=tuple(
                _cell(profile.state, tally) for profile, tally in zip(shown.profiles, tallies, strict=True)
            ),
        )
        for theme, tallies in shown.found.themes.items()
        if any(sum(tally.counts.values()) for tally in tallies)
    )


def _cell(state: str, tally: Tally) -> CellRow:
    return CellRow(
        state=state,
        met=tally.counts[Rating.MET],
        partly_met=tally.counts[Rating.PARTLY_MET],
        not_met=tally.counts[Rating.NOT_MET],
        undetermined=tally.counts[Rating.UNDETERMINED],
        not_applicable=tally.counts[Rating.NOT_APPLICABLE],
    )


def _gap_row(catalogue: Catalogue, gap: CommonGap) -> CommonGapRow:
    obligation = catalogue.obligations[gap.obligation]
    return CommonGapRow(
        obligation=gap.obligation,
        title=obligation.title,
        symbol=catalogue.instruments[obligation.instrument].symbol,
        paragraph=obligation.paragraph,
        force=obligation.force,
        states=gap.states,
    )


def _measure_row(catalogue: Catalogue, found: SharedMeasure) -> SharedMeasureRow:
    measure = catalogue.measures[found.measure]
    return SharedMeasureRow(
        measure=found.measure,
        title=measure.title,
        effort=measure.effort,
        closes=found.closes,
        helps=found.helps,
        states=found.states,
        assistance=helpers(catalogue, measure),
    )
