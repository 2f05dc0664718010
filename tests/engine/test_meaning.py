"""Properties of the meaning, over random catalogues and profiles."""

from itertools import product
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from obligraph.engine.determination import limits
from obligraph.engine.evaluation import bounds_of, evaluate
from obligraph.engine.explanation import cited, explain
from obligraph.engine.profile import Evidence, Profile
from obligraph.engine.results import Assessment, Bounds, Determination
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Obligation
from obligraph.rules.need import Need, all_of, any_of, distinct, gate, measures, value
from tests.engine import builders as build
from tests.engine.strategies import AS_OF, MEASURES, catalogues, evidence, needs, profiles


def with_evidence(profile: Profile, records: tuple[Evidence, ...]) -> Profile:
    """The profile with other evidence."""
    return profile.model_copy(update={"evidence": records})


def clashes(assessment: Assessment) -> set[str]:
    """The measures whose evidence conflicts, settled or not."""
    return {
        name
        for name, found in assessment.determinations.items()
        if limits(found.counted)[0] > limits(found.counted)[1]
    }


def lowered(before: Bounds, after: Bounds) -> bool:
    """Whether either bound fell."""
    return after.lo < before.lo or after.hi < before.hi


def involved(obligation: Obligation) -> set[str]:
    """The measures on which an obligation's rating can rest."""
    return {*(measures(obligation.needs) if obligation.needs else ()), *obligation.safeguards}


def outcomes(assessment: Assessment) -> dict[str, object]:
    """What was found, without the records themselves."""
    ratings = {
        name: (r.rating, r.bounds, r.formal, r.practice, r.caps) for name, r in assessment.ratings.items()
    }
    return dict(sorted(ratings.items())) | {
        name: (found.bounds, found.conflict) for name, found in sorted(assessment.determinations.items())
    }


@given(catalogues(), profiles(), evidence("New", plain=True))
def test_support_never_lowers_a_bound(rules: Catalogue, profile: Profile, new: Evidence) -> None:
    """Support without a shortfall lowers no bound of any measure or obligation, outside a conflict."""
    before = evaluate(rules, profile, AS_OF)
    after = evaluate(rules, with_evidence(profile, (*profile.evidence, new)), AS_OF)
    in_conflict = clashes(after)
    for name in set(rules.measures) - in_conflict:
        assert not lowered(before.determinations[name].bounds, after.determinations[name].bounds)
    for name, rating in after.ratings.items():
        if not involved(rating.obligation) & in_conflict:
            assert not lowered(before.ratings[name].bounds, rating.bounds)


@given(catalogues(), profiles(), st.randoms(use_true_random=False))
def test_order_never_matters(rules: Catalogue, profile: Profile, chance: Random) -> None:
    """Evidence, resolutions, obligations, measures and relations in another order give the same findings."""
    records, resolutions = list(profile.evidence), list(profile.resolutions)
    rows, relations = list(rules.obligations.values()), list(rules.relations)
    names = list(rules.measures.values())
    for items in (records, resolutions, rows, relations, names):
        chance.shuffle(items)
    shuffled = build.catalogue(rows, names, relations, tuple(rules.attributes))
    other = profile.model_copy(update={"evidence": tuple(records), "resolutions": tuple(resolutions)})
    assert outcomes(evaluate(shuffled, other, AS_OF)) == outcomes(evaluate(rules, profile, AS_OF))


@given(catalogues(), profiles(), st.data())
def test_a_record_twice_counts_once(rules: Catalogue, profile: Profile, data: st.DataObject) -> None:
    """The same record given twice changes nothing."""
    again = data.draw(st.lists(st.sampled_from(profile.evidence), max_size=3)) if profile.evidence else []
    twice = with_evidence(profile, (*again, *profile.evidence))
    assert outcomes(evaluate(rules, twice, AS_OF)) == outcomes(evaluate(rules, profile, AS_OF))


@given(catalogues(), profiles(), evidence("New"))
def test_irrelevant_evidence_changes_nothing(rules: Catalogue, profile: Profile, new: Evidence) -> None:
    """A record that speaks to none of an obligation's measures leaves its rating as it was."""
    spoken = {claim.measure for claim in (*new.supports, *new.contradicts)}
    before = evaluate(rules, profile, AS_OF)
    after = evaluate(rules, with_evidence(profile, (*profile.evidence, new)), AS_OF)
    for name, rating in before.ratings.items():
        if not involved(rating.obligation) & spoken:
            assert after.ratings[name] == rating


@given(catalogues(), profiles())
def test_cited_evidence_suffices(rules: Catalogue, profile: Profile) -> None:
    """With only the evidence that its explanation cites, an obligation is rated the same."""
    assessment = evaluate(rules, profile, AS_OF)
    for name, rating in assessment.ratings.items():
        kept = cited(explain(assessment, name))
        fewer = with_evidence(profile, tuple(e for e in profile.evidence if e.id in kept))
        assert evaluate(rules, fewer, AS_OF).ratings[name] == rating


values = st.fixed_dictionaries({name: st.integers(0, 2) for name in MEASURES})
intervals = st.fixed_dictionaries(
    {
        name: st.tuples(st.integers(0, 2), st.integers(0, 2)).map(lambda ends: Bounds(*sorted(ends)))
        for name in MEASURES
    }
)


def determined(bounds: dict[str, Bounds]) -> dict[str, Determination]:
    """Determinations with the bounds given."""
    return {name: Determination(name, found) for name, found in bounds.items()}


@given(needs, intervals)
def test_bounds_are_exact(need: Need, bounds: dict[str, Bounds]) -> None:
    """The values that a need takes over all completions of the unknown are those of its interval."""
    names = measures(need)
    spread = [range(bounds[name].lo, bounds[name].hi + 1) for name in names]
    attained = {value(need, dict(zip(names, chosen, strict=True)).__getitem__) for chosen in product(*spread)}
    found = bounds_of(need, determined(bounds))
    assert attained == set(range(found.lo, found.hi + 1))


@given(st.lists(needs, min_size=1, max_size=4), values)
def test_one_gate_serves_all(children: list[Need], of: dict[str, int]) -> None:
    """At least one is any, at least all is all; any is the highest, and all is 2 only where each child is."""
    each = [value(child, of.__getitem__) for child in children]
    assert value(gate(1, tuple(children)), of.__getitem__) == value(any_of(*children), of.__getitem__)
    assert value(any_of(*children), of.__getitem__) == max(each)
    both = value(all_of(*children), of.__getitem__)
    assert both == (2 if min(each) == 2 else 1 if max(each) else 0)
    number = len(distinct(tuple(children)))
    assert value(gate(number, tuple(children)), of.__getitem__) == both


@given(st.lists(needs, min_size=1, max_size=4), st.integers(1, 4), values)
def test_a_child_named_twice_counts_once(children: list[Need], k: int, of: dict[str, int]) -> None:
    """Repeating every child of a gate leaves its value as it was."""
    once = tuple(children)
    k = min(k, len(distinct(once)))
    twice = (*once, *reversed(once))
    assert value(gate(k, twice), of.__getitem__) == value(gate(k, once), of.__getitem__)


@given(needs, values, st.sampled_from(MEASURES))
def test_gates_are_monotone(need: Need, of: dict[str, int], name: str) -> None:
    """Raising one measure never lowers a need."""
    higher = of | {name: min(2, of[name] + 1)}
    assert value(need, higher.__getitem__) >= value(need, of.__getitem__)


@given(catalogues(), profiles())
def test_ratings_are_exact_with_their_safeguards(rules: Catalogue, profile: Profile) -> None:
    """Over all completions, an obligation with its safeguards takes just the values of its interval."""
    assessment = evaluate(rules, profile, AS_OF)
    for rating in assessment.ratings.values():
        if rating.not_applicable or rating.obligation.needs is None:
            continue
        names = sorted(involved(rating.obligation))
        spread = [
            range(assessment.determinations[n].bounds.lo, assessment.determinations[n].bounds.hi + 1)
            for n in names
        ]
        attained = set()
        for chosen in product(*spread):
            of = dict(zip(names, chosen, strict=True))
            breached = any(of[name] == 0 for name in rating.obligation.safeguards)
            attained.add(min(value(rating.obligation.needs, of.__getitem__), 1 if breached else 2))
        assert attained == set(range(rating.bounds.lo, rating.bounds.hi + 1))
