"""The catalogue that comes with the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from obligraph.errors import InputError
from obligraph.extract.document import read_document
from obligraph.extract.reading import read
from obligraph.extract.verify import verify
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.force import force_table
from obligraph.rules.lint import lint
from obligraph.rules.model import Difference
from obligraph.rules.need import measures
from obligraph.rules.packs import assemble, load_catalogue, read_pack, shipped_packs
from obligraph.rules.words import Actor, Axis, Force

SOURCES = Path(__file__).parents[3] / "shared" / "sources"
DOCUMENTS = {
    "sres2396": "S_RES_2396.txt",
    "sres2395": "S_RES_2395.txt",
    "madrid": "madrid_guiding_principles.txt",
    "guidelines2370": "technical_guidelines_2370.txt",
}
LAST_PARAGRAPH = {"sres2395": 33, "sres2396": 51}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return load_catalogue()


def source(instrument: str) -> Path:
    """The source document of an instrument; the test is skipped where it is absent."""
    path = SOURCES / DOCUMENTS[instrument]
    if not path.is_file():
        pytest.skip(f"the source document {path.name} does not stand beside the checkout")
    return path


def test_lint_is_clean(catalogue: Catalogue) -> None:
    """A careful colleague has nothing to remark."""
    assert [str(remark) for remark in lint(catalogue)] == []


def test_every_obligation_of_states_has_a_need(catalogue: Catalogue) -> None:
    """Each can be rated: it names measures, each with expected evidence and a guiding question."""
    for obligation in catalogue.rated():
        assert obligation.needs is not None, obligation.id
    for measure in catalogue.measures.values():
        assert measure.question.endswith("?"), measure.id
        assert measure.expects.endswith("."), measure.id


@pytest.mark.parametrize(("instrument", "last"), LAST_PARAGRAPH.items())
def test_every_operative_paragraph_is_there(catalogue: Catalogue, instrument: str, last: int) -> None:
    """Each paragraph has at least one clause, with a duty or with the reason why it has none."""
    own = {o.paragraph for o in catalogue.obligations.values() if o.instrument == instrument}
    own |= {row.paragraph for row in catalogue.no_duty[instrument]}
    assert own == {str(number) for number in range(1, last + 1)}


def test_what_binds_states_in_2396(catalogue: Catalogue) -> None:
    """Four decisions bind States anew; six duties made elsewhere are repeated; nothing else binds them."""
    bind = {o.id: o.restated for o in catalogue.rated() if o.force is Force.BINDING}
    anew = {name for name, restated in bind.items() if not restated and name.startswith("sres2396")}
    again = {name for name, restated in bind.items() if restated and name.startswith("sres2396")}
    assert anew == {f"sres2396.{number}.1" for number in (11, 12, 13, 15)}
    assert again == {f"sres2396.{place}" for place in ("1.1", "17.1", "17.2", "19.1", "23.1", "30.2")}


def test_each_force_is_the_one_its_row_gives(catalogue: Catalogue) -> None:
    """Every obligation names a row of the force table, and has its force."""
    rows = {row.id: row for row in force_table().rows}
    for obligation in catalogue.obligations.values():
        row = rows[obligation.force_rule]
        assert (row.force, row.restated) == (obligation.force, obligation.restated), obligation.id


def test_key_obligations_bind_states_and_are_built_upon(catalogue: Catalogue) -> None:
    """A key obligation is a binding duty of States, with the later provision that builds on it named."""
    key = [o for o in catalogue.obligations.values() if o.key]
    assert key
    for obligation in key:
        assert obligation.force is Force.BINDING
        assert Actor.MEMBER_STATES in obligation.bearers
        assert any(word in obligation.key.lower() for word in ("paragraph", "principle")), obligation.id


def test_some_gaps_hold_up_several_binding_duties(catalogue: Catalogue) -> None:
    """Criminalising and keeping watch lists are each presupposed by three binding duties or more."""
    for ground in ("sres2396.1.1", "sres2396.13.1"):
        binding = {o.id for o in catalogue.rated() if o.force is Force.BINDING}
        assert len(waiting_for(catalogue, ground) & binding) >= 3


def waiting_for(catalogue: Catalogue, ground: str) -> set[str]:
    """What presupposes an obligation, directly or through others."""
    found: set[str] = set()
    fresh = {ground}
    while fresh:
        fresh = {s for s, targets in catalogue.presupposed.items() if fresh & set(targets)} - found
        found |= fresh
    return found


def test_evidence_given_once_serves_several_instruments(catalogue: Catalogue) -> None:
    """Many measures are asked for by obligations of two instruments or more."""
    shared = [
        name
        for name, asking in catalogue.needed_by.items()
        if len({catalogue.obligations[each].instrument for each in asking}) > 1
    ]
    assert len(shared) >= 30


def test_practices_are_shown_by_practice(catalogue: Catalogue) -> None:
    """Nothing on paper shows a measure of practice, and evidence of practice grows old."""
    paper = {"law", "regulation", "policy", "procedure", "institution", "treaty_status"}
    for measure in catalogue.measures.values():
        if measure.axis is Axis.PRACTICE:
            assert not paper & {kind.value for kind in measure.accepts}, measure.id
            assert measure.max_age is not None


def test_an_any_gate_is_never_the_only_thing_between_law_and_practice(catalogue: Catalogue) -> None:
    """Binding needs ask for something on paper, so that a duty is never met by habit alone."""
    for obligation in catalogue.rated():
        if obligation.force is Force.BINDING and obligation.needs:
            axes = {catalogue.measures[name].axis for name in measures(obligation.needs)}
            assert Axis.FORMAL in axes, obligation.id


def test_the_order_of_packs_does_not_change_what_they_say() -> None:
    """Packs joined in another order hold the same obligations, measures and relations."""
    packs = {path.name: read_pack(path) for path in sorted(shipped_packs().glob("*.toml"))}
    one, other = assemble(packs), assemble(dict(reversed(packs.items())))
    assert dict(one.obligations) == dict(other.obligations)
    assert dict(one.measures) == dict(other.measures)
    assert one.presupposed == other.presupposed
    assert one.elaborated == other.elaborated


def test_two_packs_of_one_instrument_are_refused() -> None:
    """The same pack under two names is refused with every id that is given twice."""
    pack = read_pack(shipped_packs() / "measures.toml")
    with pytest.raises(InputError) as caught:
        assemble({"one": pack, "two": pack})
    assert len(caught.value.faults) == len(pack.measures) + len(pack.themes) + len(pack.attributes)


@pytest.mark.shared
@pytest.mark.parametrize("instrument", DOCUMENTS)
def test_the_pack_agrees_with_its_document(catalogue: Catalogue, instrument: str) -> None:
    """Clause by clause no verb, force or bearer differs but where the pack gives the reason."""
    findings = verify(catalogue, instrument, read(read_document(str(source(instrument)))).clauses)
    assert [str(finding) for finding in findings if not finding.explained] == []


@pytest.mark.shared
@pytest.mark.parametrize("instrument", DOCUMENTS)
def test_every_listed_difference_is_still_one(catalogue: Catalogue, instrument: str) -> None:
    """A reason stays in the pack only as long as the difference that it explains."""
    findings = verify(catalogue, instrument, read(read_document(str(source(instrument)))).clauses)
    live = {(finding.paragraph, finding.ordinal, finding.field) for finding in findings}
    listed: tuple[Difference, ...] = catalogue.differences.get(instrument, ())
    assert {(row.paragraph, row.ordinal, row.field) for row in listed} <= live


@pytest.mark.shared
@pytest.mark.parametrize("instrument", DOCUMENTS)
def test_titles_and_summaries_are_our_own_words(catalogue: Catalogue, instrument: str) -> None:
    """No eight words in a row of a pack stand in its source."""
    text = source(instrument).read_text(encoding="utf-8", errors="replace")
    assert [str(remark) for remark in lint(catalogue, {instrument: text})] == []
