"""Measures other engines beside ours on one workload, in one run: python bench/comparison.py [STATES].

Each engine is given the same needs, safeguards and bounds, and rates 1,000 obligations in each State;
its time is that from the bounds, as Python values, to all answers in its own form (durable-rules begins
with the records of evidence, its child process and its rules). Its answers are held against ours,
untimed: one that differs ends the run. The ratio is that to the bare bitset kernel, which knows no
safeguards and is timed before and after each engine. All figures are processor time, the least of
several runs of the quick ones and of one run of the slow; every engine has one thread.

The other engines come with `pip install -e '.[bench,durable]'`; one that is not installed is left out
and named.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ["POLARS_MAX_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"

from bench.engine import AS_OF, Rows, best, kernel, random_profile, workload
from obligraph.engine.batch import Planes, compile_needs, pack, run, unpack
from obligraph.engine.determination import determine_all
from obligraph.engine.profile import Profile
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Obligation
from obligraph.rules.need import Leaf, Need

OBLIGATIONS = 1_000
STATES = 193
Answers = dict[str, bytes]
"""By obligation: the value of the lower bound in each State, then that of the upper bound in each."""


@dataclass(frozen=True)
class Work:
    """What is asked: the obligations, and the States by their evidence and by the bounds that it gives."""

    catalogue: Catalogue
    profiles: tuple[Profile, ...]
    rows: Rows

    @property
    def states(self) -> int:
        """How many States."""
        return len(self.profiles)

    def columns(self) -> dict[str, list[int]]:
        """By measure, its lower bound in each State, then its upper bound in each."""
        named = zip(self.catalogue.measures, self.rows, strict=True)
        return {name: [b.lo for b in row] + [b.hi for b in row] for name, row in named}


def work(states: int) -> Work:
    """Random needs, and random records of evidence for each State."""
    catalogue = workload(OBLIGATIONS)
    profiles = tuple(random_profile(catalogue, seed) for seed in range(states))
    each = [determine_all(profile, catalogue.measures, AS_OF) for profile in profiles]
    return Work(catalogue, profiles, [[found[name].bounds for found in each] for name in catalogue.measures])


@dataclass(frozen=True)
class Engine:
    """An engine: how it answers, how its answers are read out, how often it is timed."""

    name: str
    solve: Callable[[Work], Any]
    read: Callable[[Work, Any], Answers]
    package: str = ""
    times: int = 3


def ours(asked: Work) -> dict[str, Planes]:
    """Our engine, from the bounds on, compiling included."""
    return run(compile_needs(asked.catalogue), [pack(row) for row in asked.rows], asked.states)


def ours_read(asked: Work, found: dict[str, Planes]) -> Answers:
    """Both bounds of every answer."""
    read = {name: unpack(planes, asked.states) for name, planes in found.items()}
    return {name: bytes([b.lo for b in each] + [b.hi for b in each]) for name, each in read.items()}


def walk(asked: Work) -> Answers:
    """The needs, walked State by State, the plain way to write it."""
    found: dict[str, list[int]] = {name: [] for name in asked.catalogue.obligations}
    for values in zip(*asked.columns().values(), strict=True):
        of = dict(zip(asked.catalogue.measures, values, strict=True))
        for name, obligation in asked.catalogue.obligations.items():
            kept = all(of[safeguard] for safeguard in obligation.safeguards)
            found[name].append(min(valued(obligation.needs, of), 2 if kept else 1))
    return {name: bytes(values) for name, values in found.items()}


def valued(need: Need | None, of: Mapping[str, int]) -> int:
    """The value of a need in one State: 2 where enough of its parts have 2, 1 where any has something."""
    assert need is not None
    if isinstance(need, Leaf):
        return of[need.measure]
    values = [valued(child, of) for child in need.children]
    return 2 if values.count(2) >= need.k else 1 if any(values) else 0


def with_numpy(asked: Work) -> dict[str, Any]:
    """NumPy: a row of bytes a measure, gates counted on whole rows."""
    import numpy as np

    rows = {name: np.array(values, dtype=np.uint8) for name, values in asked.columns().items()}

    def gate(need: Need) -> Any:
        if isinstance(need, Leaf):
            return rows[need.measure]
        below = np.stack([gate(child) for child in need.children])
        return np.where((below == 2).sum(axis=0) >= need.k, 2, below.any(axis=0))

    def capped(o: Obligation) -> Any:
        found = gate(o.needs) if o.needs else None
        kept = [rows[safeguard] > 0 for safeguard in o.safeguards]
        return np.minimum(found, 1 + np.all(kept, axis=0)) if kept else found

    return {name: capped(obligation) for name, obligation in asked.catalogue.obligations.items()}


def with_polars(asked: Work) -> Any:
    """Polars: a column a measure, an expression an obligation, all in one query."""
    import polars as pl

    def gate(need: Need) -> tuple[Any, Any]:
        if isinstance(need, Leaf):
            return pl.col(need.measure) >= 1, pl.col(need.measure) == 2
        ones, twos = zip(*(gate(child) for child in need.children), strict=True)
        one = pl.any_horizontal(ones)
        if need.k == len(twos):
            return one, pl.all_horizontal(twos)
        if need.k == 1:
            return one, pl.any_horizontal(twos)
        return one, pl.sum_horizontal([two.cast(pl.UInt8) for two in twos]) >= need.k

    def rated(o: Obligation) -> Any:
        assert o.needs is not None
        one, two = gate(o.needs)
        kept = [pl.col(safeguard) >= 1 for safeguard in o.safeguards]
        return (one.cast(pl.UInt8) + pl.all_horizontal([two, *kept]).cast(pl.UInt8)).alias(o.id)

    table = pl.DataFrame(asked.columns(), schema=dict.fromkeys(asked.catalogue.measures, pl.UInt8))
    return table.lazy().select([rated(o) for o in asked.catalogue.obligations.values()]).collect()


def with_duckdb(asked: Work) -> dict[str, Any]:
    """DuckDB: a column a measure, an SQL expression an obligation, all in one statement."""
    import duckdb
    import numpy as np

    def gate(need: Need) -> tuple[str, str]:
        if isinstance(need, Leaf):
            return f"({need.measure} >= 1)", f"({need.measure} = 2)"
        ones, twos = zip(*(gate(child) for child in need.children), strict=True)
        one = f"({' OR '.join(ones)})"
        if need.k in (1, len(twos)):
            return one, f"({(' OR ' if need.k == 1 else ' AND ').join(twos)})"
        return one, f"({' + '.join(f'{two}::TINYINT' for two in twos)} >= {need.k})"

    def rated(o: Obligation) -> str:
        assert o.needs is not None
        one, two = gate(o.needs)
        both = " AND ".join([two, *(f"{safeguard} >= 1" for safeguard in o.safeguards)])
        return f'{one}::UTINYINT + ({both})::UTINYINT AS "{o.id}"'

    columns = {name: np.array(values, dtype=np.uint8) for name, values in asked.columns().items()}
    query = ", ".join(rated(o) for o in asked.catalogue.obligations.values())
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute(
            "PRAGMA disable_optimizer"
        )  # it takes longer than it saves on a thousand expressions
        connection.register("bounds", columns)
        return dict(connection.execute(f"SELECT {query} FROM bounds").fetchnumpy())  # noqa: S608


PROGRAM = """
one(L, C) :- has(L, C, V), V > 0.
two(L, C) :- has(L, C, 2).
one(N, C) :- child(N, X), one(X, C).
two(N, C) :- gate(N, K), case(C), K { two(X, C) : child(N, X) }.
broken(O, C) :- safeguard(O, L), has(L, C, 0).
met(O, C) :- root(O, N), two(N, C), not broken(O, C).
some(O, C) :- root(O, N), one(N, C).
#show met/2.
#show some/2.
"""


def with_clingo(asked: Work) -> Answers:
    """Clingo: gates, bounds and a case a State and bound as facts, seven rules over them, one answer set."""
    import clingo

    names = list(asked.catalogue.obligations)
    control = clingo.Control(["--warn=none"])
    control.add("base", [], PROGRAM + "".join(facts(asked)))
    control.ground([("base", [])])
    found = {name: bytearray(2 * asked.states) for name in names}
    with control.solve(yield_=True) as handle:
        for symbol in handle.model().symbols(shown=True):
            obligation, case = symbol.arguments
            found[names[obligation.number]][case.number] += 1
    return {name: bytes(values) for name, values in found.items()}


def facts(asked: Work) -> Iterator[str]:
    """The workload as facts."""
    places = {name: place for place, name in enumerate(asked.catalogue.measures)}
    for name, values in asked.columns().items():
        yield "".join(f"has({places[name]},{case},{value})." for case, value in enumerate(values))
    yield f"case(0..{2 * asked.states - 1})."
    gates: list[str] = []

    def place(need: Need) -> int:
        if isinstance(need, Leaf):
            return places[need.measure]
        below = [place(child) for child in need.children]
        own = len(places) + len(gates)
        gates.append(f"gate({own},{need.k})." + "".join(f"child({own},{each})." for each in below))
        return own

    for number, o in enumerate(asked.catalogue.obligations.values()):
        assert o.needs is not None
        yield f"root({number},{place(o.needs)})."
        yield "".join(f"safeguard({number},{places[safeguard]})." for safeguard in o.safeguards)
    yield "".join(gates)


def with_durable(asked: Work) -> Answers:
    """durable-rules, arranged round its limits as our second engine does it, its child process included."""
    from obligraph.engine.durable.process import Process
    from obligraph.engine.durable.session import open_session

    with Process() as process:
        session = open_session(asked.catalogue, process, lasting=False)
        found = [session.assess(profile, AS_OF).ratings for profile in asked.profiles]
    return {
        name: bytes([each[name].bounds.lo for each in found] + [each[name].bounds.hi for each in found])
        for name in asked.catalogue.obligations
    }


def as_they_are(_: Work, found: Answers) -> Answers:
    """Answers that need no reading out."""
    return found


def from_arrays(_: Work, found: Mapping[str, Any]) -> Answers:
    """Answers of NumPy arrays."""
    return {name: bytes(values.tolist()) for name, values in found.items()}


def from_frame(_: Work, found: Any) -> Answers:
    """Answers of a Polars table."""
    return {name: bytes(found[name].to_list()) for name in found.columns}


ENGINES = (
    Engine("Obligraph", ours, ours_read, times=7),
    Engine("Obligraph, every answer read out", lambda w: ours_read(w, ours(w)), as_they_are, times=5),
    Engine("NumPy", with_numpy, from_arrays, "numpy"),
    Engine("DuckDB", with_duckdb, from_arrays, "duckdb"),
    Engine("Polars", with_polars, from_frame, "polars"),
    Engine("tree walk in Python", walk, as_they_are, times=2),
    Engine("clingo", with_clingo, as_they_are, "clingo", times=1),
    Engine("durable-rules", with_durable, as_they_are, "durable-rules", times=1),
)


def spent(call: Callable[[], object], times: int) -> float:
    """The least processor time of several calls, child processes that ended included; in seconds."""
    found = []
    for _ in range(times):
        start = whole()
        call()
        found.append(whole() - start)
    return min(found)


def whole() -> float:
    """The processor time of this process and of its children that have ended, in seconds."""
    children = os.times()
    return process_time() + children.children_user + children.children_system


def line(name: str, states: int, seconds: float, base: float) -> None:
    """One line of the table; `base` is what an answer takes in the kernel, in seconds."""
    each = seconds / (OBLIGATIONS * states)
    shown = f"{seconds:9.2f} s " if seconds >= 1 else f"{seconds * 1e3:9.1f} ms"
    print(f"{name:40}{f'{OBLIGATIONS:,} x {states}':>14}{shown:>14}{each / base:12,.2f}", flush=True)


def release(package: str) -> str | None:
    """The release of an installed package; None where it is not installed, empty for our own."""
    try:
        return version(package) if package else ""
    except PackageNotFoundError:
        return None


def bare(asked: Work) -> float:
    """What an answer takes in the kernel just now, in seconds: a busy machine is busy for all alike."""
    return best(lambda: kernel(asked.catalogue, asked.rows), 7) / (OBLIGATIONS * asked.states)


def measure(engine: Engine, asked: Work, expected: Answers) -> None:
    """Times an engine between two rounds of the kernel, once its answers are found to be ours."""
    found = release(engine.package)
    if found is None:
        print(f"{engine.name}: not installed, left out")
        return
    answers = engine.read(asked, engine.solve(asked)) if engine.times > 1 else {}
    last: list[Any] = []
    before = bare(asked)
    seconds = spent(lambda: last.append(engine.solve(asked)), engine.times)
    base = (before + bare(asked)) / 2
    answers = answers or engine.read(asked, last[-1])
    for name, values in expected.items():
        assert answers[name] == values, f"{engine.name} differs on {name}"
    line(f"{engine.name} {found}".strip(), asked.states, seconds, base)


def main() -> None:
    """Measures them all."""
    asked = work(int(sys.argv[1]) if len(sys.argv) > 1 else STATES)
    expected = ours_read(asked, ours(asked))
    base = bare(asked)
    print(f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}")
    print(f"{'':40}{'':>14}{'best time':>14}{'ratio':>12}")
    line("bare bitset kernel", asked.states, base * OBLIGATIONS * asked.states, base)
    for engine in ENGINES:
        measure(engine, asked, expected)
    print(f"every answer of every engine equals ours ({OBLIGATIONS * asked.states:,} each)")


if __name__ == "__main__":
    main()
