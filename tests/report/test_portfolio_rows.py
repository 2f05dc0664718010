"""What is shown of many States agrees with what is found for each of them alone."""

from __future__ import annotations

from obligraph.engine.evaluation import evaluate
from obligraph.engine.portfolio import portfolio
from obligraph.engine.results import Rating
from obligraph.report.portfolio_rows import PortfolioView, portfolio_document
from obligraph.rules.packs import load_catalogue
from obligraph.rules.words import Force
from tests.golden import EXPLAINED
from tests.report.assessed import AS_OF, sample

STATES = [sample(name) for name in sorted(EXPLAINED)]
DOCUMENT = portfolio_document(PortfolioView(portfolio(load_catalogue(), STATES, AS_OF)))


def test_the_matrix_counts_each_state() -> None:
    """Every cell counts the ratings that the State has alone under the theme; no theme is left out."""
    for at, profile in enumerate(STATES):
        alone = evaluate(load_catalogue(), profile, AS_OF).ratings.values()
        themes = {theme for result in alone for theme in result.obligation.themes}
        assert {row.theme for row in DOCUMENT.themes} == themes
        for row in DOCUMENT.themes:
            ratings = [r.rating for r in alone if row.theme in r.obligation.themes]
            cell = row.cells[at]
            assert cell.state == profile.state
            assert (cell.met, cell.partly_met, cell.not_met, cell.undetermined, cell.not_applicable) == tuple(
                ratings.count(rating)
                for rating in (
                    Rating.MET,
                    Rating.PARTLY_MET,
                    Rating.NOT_MET,
                    Rating.UNDETERMINED,
                    Rating.NOT_APPLICABLE,
                )
            )


def test_common_gaps_are_binding_and_the_most_common_first() -> None:
    """Only binding gaps are listed, and a gap of more States stands before one of fewer."""
    counts = [len(row.states) for row in DOCUMENT.common_gaps]
    assert counts == sorted(counts, reverse=True)
    assert {row.force for row in DOCUMENT.common_gaps} == {Force.BINDING}


def test_shared_measures_close_most_first() -> None:
    """A measure that closes more gaps alone stands first, then one that more gaps need."""
    keys = [(-row.closes, -row.helps) for row in DOCUMENT.shared_measures]
    assert keys == sorted(keys)
    assert keys


def test_human_rights_and_gender_run_through_all() -> None:
    """The two cross-cutting themes of S/RES/2395 (2017) are marked, and no other."""
    assert {row.theme for row in DOCUMENT.themes if row.cross_cutting} == {"human-rights", "gender"}
