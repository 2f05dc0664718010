"""Measures the engine beside a bare bitset kernel, in one run: python bench/engine.py.

The kernel is the least that could answer: it packs values into bitsets and counts gates over them, with no
safeguards, no applicability and no sharing of equal parts. Each figure is the least processor time of
several runs in one process on one workload; compare the ratios, not the seconds.
"""

from __future__ import annotations

import datetime as dt
import platform
import random
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from obligraph.engine.batch import ONE, TWO, Planes, at_least, compile_needs, pack, run, unpack
from obligraph.engine.evaluation import bounds_of, evaluate
from obligraph.engine.explanation import explain
from obligraph.engine.planning import plan
from obligraph.engine.profile import Profile
from obligraph.engine.ranking import gaps
from obligraph.engine.results import Bounds, Determination
from obligraph.engine.whatif import what_if
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.need import Leaf, Need
from obligraph.rules.packs import Pack, assemble, load_catalogue
from obligraph.rules.words import Force

STATES = 193
AS_OF = dt.date(2026, 6, 30)
Rows = list[list[Bounds]]
Four = tuple[int, ...]


def workload(obligations: int, measures: int = 300, seed: int = 1) -> Catalogue:
    """A random catalogue: needs of two levels over three to eight measures, a third with a safeguard."""
    chance = random.Random(seed)
    names = [f"m{number}" for number in range(measures)]
    instrument = {"id": "code", "symbol": "CODE", "title": "A code", "kind": "resolution", "issuer": "other"}
    tables = {
        "instrument": instrument,
        "themes": [{"id": "all", "title": "All"}],
        "measures": [measure(name) for name in names],
        "obligations": [obligation(number, names, chance) for number in range(1, obligations + 1)],
    }
    return assemble({"bench": Pack.model_validate(tables)})


def measure(name: str) -> dict[str, Any]:
    """A measure that laws show."""
    words = dict.fromkeys(("id", "title", "expects", "question", "effort_basis"), name)
    kinds = {"theme": "all", "axis": "formal", "stage": "upstream", "accepts": ["law"], "effort": 1}
    return words | kinds


def obligation(number: int, names: list[str], chance: random.Random) -> dict[str, Any]:
    """An obligation that needs some measures and at least so many of some others."""
    chosen = chance.sample(names, chance.randint(3, 8))
    cut = chance.randint(1, len(chosen) - 2)
    inner = {"at_least": chance.randint(1, len(chosen) - cut), "of": chosen[cut:]}
    return dict.fromkeys(("title", "summary", "verb"), "duty") | {
        "instrument": "code",
        "paragraph": str(number),
        "ordinal": 1,
        "force": "binding",
        "force_rule": "decides-shall",
        "bearers": ["member_states"],
        "needs": {"all": [*chosen[:cut], inner]},
        "safeguards": chance.sample(names, 1) if number % 3 == 0 else [],
        "themes": ["all"],
    }


def random_rows(catalogue: Catalogue, seed: int = 2) -> Rows:
    """Random bounds of each measure in each State."""
    chance = random.Random(seed)
    every = [Bounds(lo, hi) for lo in range(3) for hi in range(lo, 3)]
    return [chance.choices(every, k=STATES) for _ in catalogue.measures]


def kernel(catalogue: Catalogue, rows: Rows) -> dict[str, Four]:
    """Four bitsets of each need: lower at least 1, lower 2, upper at least 1, upper 2."""
    leaves = dict(zip(catalogue.measures, map(kernel_pack, rows), strict=True))
    return {o.id: kernel_gate(o.needs, leaves) for o in catalogue.obligations.values() if o.needs}


def kernel_pack(row: list[Bounds]) -> Four:
    """The four bitsets of a measure."""
    lo, hi = bytes([b.lo for b in row])[::-1], bytes([b.hi for b in row])[::-1]
    return tuple(int(ends.translate(table), 2) for ends in (lo, hi) for table in (ONE, TWO))


def kernel_gate(need: Need, leaves: dict[str, Four]) -> Four:
    """The four bitsets of a need."""
    if isinstance(need, Leaf):
        return leaves[need.measure]
    below = [kernel_gate(child, leaves) for child in need.children]
    lo1 = hi1 = 0
    for child in below:
        lo1 |= child[0]
        hi1 |= child[2]
    return lo1, at_least(need.k, [c[1] for c in below]), hi1, at_least(need.k, [c[3] for c in below])


def engine(catalogue: Catalogue, rows: Rows) -> dict[str, Planes]:
    """What the engine does from bounds to the planes of each obligation: compile, pack, run."""
    return run(compile_needs(catalogue), [pack(row) for row in rows], STATES)


def answers(planes: dict[str, Planes]) -> list[list[Bounds]]:
    """Every answer read out, one a State and obligation."""
    return [unpack(plane, STATES) for plane in planes.values()]


def tree_walk(catalogue: Catalogue, rows: Rows) -> list[Bounds]:
    """The needs, walked State by State."""
    found: list[Bounds] = []
    for state in range(STATES):
        of = {m: Determination(m, row[state]) for m, row in zip(catalogue.measures, rows, strict=True)}
        found.extend(bounds_of(o.needs, of) for o in catalogue.obligations.values())
    return found


def agree(catalogue: Catalogue, rows: Rows) -> None:
    """Engine and kernel agree wherever no safeguard stands in between."""
    bare, planes = kernel(catalogue, rows), engine(catalogue, rows)
    for o in catalogue.obligations.values():
        lo1, lo2, hi1, hi2 = bare[o.id]
        assert planes[o.id].one == lo1 | hi1 << STATES
        assert o.safeguards or planes[o.id].two == lo2 | hi2 << STATES


def random_profile(catalogue: Catalogue, seed: int = 3) -> Profile:
    """A State with two records a measure, one in ten of which contradicts."""
    chance = random.Random(seed)
    records = []
    for number in range(2 * len(catalogue.measures)):
        side = "contradicts" if chance.random() < 0.1 else "supports"
        record = {"id": f"E{number}", "title": "a law", "kind": "law", "effective_from": "2024-01-01"}
        records.append(record | {side: [chance.choice(list(catalogue.measures))]})
    return Profile.model_validate({"state": "Norland", "evidence": records})


def best(call: Callable[[], object], times: int = 5) -> float:
    """The least time of several calls, in seconds."""
    found = []
    for _ in range(times):
        start = process_time()
        call()
        found.append(process_time() - start)
    return min(found)


def line(what: str, seconds: float, base: float | None = None) -> None:
    """One line of the table."""
    shown = f"{seconds * 1e3:10.3f} ms" if seconds >= 1e-3 else f"{seconds * 1e6:10.1f} us"
    print(f"{what:60}{shown}{f'{seconds / base:10.2f}' if base else ''}")


def beside(base: Callable[[], object], call: Callable[[], object], times: int = 7) -> tuple[float, float]:
    """The least times of two calls made in turn, so that a busy machine is busy for both."""
    pairs = [(best(base, 1), best(call, 1)) for _ in range(times)]
    return min(one for one, _ in pairs), min(other for _, other in pairs)


def many_states() -> None:
    """Many States at once, beside the kernel."""
    small, large = workload(1_000), workload(10_000, 3_000)
    rows, more = random_rows(small), random_rows(large)
    agree(small, rows)
    base, same = beside(lambda: kernel(small, rows), lambda: engine(small, rows))
    line("bare bitset kernel, 1,000 obligations x 193 States", base, base)
    line("engine, the same", same, base)
    line("engine, and all 193,000 answers read out", best(lambda: answers(engine(small, rows))), base)
    line("tree walk, the same", best(lambda: tree_walk(small, rows), 1), base)
    larger, same = beside(lambda: kernel(large, more), lambda: engine(large, more), 3)
    line("bare bitset kernel, 10,000 x 193", larger, base)
    line("engine, the same", same, base)


def one_state() -> None:
    """One State: evaluating, ranking, explaining, asking what if."""
    catalogue = workload(1_000)
    profile = random_profile(catalogue)
    assessment = evaluate(catalogue, profile, AS_OF)
    names = list(assessment.ratings)
    new = random_profile(catalogue, 4).evidence[0].model_copy(update={"id": "New"})
    what_if(assessment, [new])
    line(
        "evaluate one State, 1,000 obligations, 600 records",
        best(lambda: evaluate(catalogue, profile, AS_OF)),
    )
    line("rank its gaps", best(lambda: gaps(assessment), 2))
    each = best(lambda: [explain(assessment, name) for name in names], 3) / len(names)
    line("explain one obligation", each)
    line("what if one record were added", best(lambda: what_if(assessment, [new]), 50))
    shipped = load_catalogue()
    nothing = evaluate(shipped, Profile(state="Norland"), AS_OF)
    joint = best(lambda: plan(nothing, target=Force.CONSIDER, unknown_as_unmet=True), 2)
    line(f"joint plan, all {len(shipped.rated())} obligations of the shipped catalogue", joint)


if __name__ == "__main__":
    print(f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}")
    print(f"{'':60}{'best time':>13}{'ratio':>10}")
    many_states()
    one_state()
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
