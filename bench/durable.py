"""Measures durable-rules beside the other evaluators, in one run: python bench/durable.py [STATES].

The reference, the batch evaluator and durable-rules answer for the same obligations and States from the same
evidence, and every answer is compared. Seconds are processor time; those of durable-rules are the time of its
child process and of the parent that asks. Compare the ratios, not the seconds. Runs under Linux.
"""

from __future__ import annotations

import platform
import resource
import sys
from collections.abc import Sequence
from pathlib import Path
from time import clock_gettime, process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.engine import AS_OF, random_profile, workload
from obligraph.engine.batch import evaluate_many
from obligraph.engine.durable.agreement import agreement
from obligraph.engine.durable.compiling import Program
from obligraph.engine.durable.process import Process
from obligraph.engine.durable.session import Session, open_session
from obligraph.engine.evaluation import evaluate
from obligraph.engine.profile import Evidence, Profile
from obligraph.engine.whatif import what_if
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.packs import load_catalogue

OBLIGATIONS = 1_000
STATES = 193


def spent(process: Process) -> float:
    """The processor time that this process and the child have taken so far, in seconds."""
    return process_time() + clock_gettime((~process.pid << 3) | 2)  # how Linux names another's clock


def line(what: str, seconds: float, base: float | None = None) -> None:
    """One line of the table."""
    ratio = f"{seconds / base:12,.{1 if seconds > base else 2}f}" if base else ""
    shown = f"{seconds:10.3f} s " if seconds >= 0.1 else f"{seconds * 1e3:10.3f} ms"
    print(f"{what:66}{shown}{ratio}", flush=True)


def many_states(catalogue: Catalogue, profiles: Sequence[Profile]) -> None:
    """Many States, one after the other in durable-rules."""
    start = process_time()
    batch = evaluate_many(catalogue, profiles, AS_OF)
    batched = process_time() - start
    start = process_time()
    reference = [evaluate(catalogue, profile, AS_OF) for profile in profiles]
    walked = process_time() - start
    with Process() as process:
        start = spent(process)
        session = open_session(catalogue, process, lasting=False)
        loaded = spent(process) - start
        start = spent(process)
        found = [session.assess(profile, AS_OF) for profile in profiles]
        asked = spent(process) - start
    size = f"{len(catalogue.rated()):,} obligations x {len(profiles)} States"
    line(f"batch evaluator, {size}", batched, batched)
    line("reference evaluator, the same", walked, batched)
    line(f"durable-rules: compiling and loading {shape(session.program)}", loaded, batched)
    line("durable-rules: the same obligations and States", asked, batched)
    differ = sum(len(agreement(one, other).differences) for one, other in zip(reference, found, strict=True))
    differ += sum(
        batch.bounds(name, place) != rating.bounds
        for place, one in enumerate(found)
        for name, rating in one.ratings.items()
    )
    print(f"{sum(len(one.ratings) for one in found):,} answers, {differ} of them differ")
    print(f"peak memory of the child {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB")


def shape(program: Program) -> str:
    """How many rules in how many rulesets."""
    rulesets = (*program.measures, *program.obligations)
    return f"{sum(len(each.rules) for each in rulesets):,} rules, {len(rulesets)} rulesets"


def live(catalogue: Catalogue, profile: Profile) -> None:
    """One State in a live session: each edit adds a record or takes it away again."""
    new = [record(f"New{number}", name) for number, name in enumerate(silent(catalogue, profile)[:20])]
    before = evaluate(catalogue, profile, AS_OF)
    with Process() as process:
        session = open_session(catalogue, process)
        first = timed(session, process, profile)
        added, removed = [], []
        for item in new:
            longer = profile.model_copy(update={"evidence": (*profile.evidence, item)})
            added.append(timed(session, process, longer))
            removed.append(timed(session, process, profile))
    start = process_time()
    for item in new:
        what_if(before, [item])
    answered = (process_time() - start) / len(new)
    start = process_time()
    evaluate(catalogue, profile, AS_OF)
    again = process_time() - start
    name = f"{len(catalogue.rated()):,} obligations, {len(profile.evidence)} records"
    line(f"reference, one State anew: {name}", again, again)
    line("reference, one record added to a known assessment (what if)", answered, again)
    line("durable-rules: one State from nothing, rules loaded", first, again)
    line("durable-rules: one record added to a live session", sum(added) / len(added), again)
    line("durable-rules: that record taken away, rulesets begun anew", sum(removed) / len(removed), again)


def silent(catalogue: Catalogue, profile: Profile) -> list[str]:
    """The measures to which no record speaks, so that a new record moves something."""
    spoken = {c.measure for item in profile.evidence for c in (*item.supports, *item.contradicts)}
    return [name for name in catalogue.measures if name not in spoken]


def record(name: str, measure: str) -> Evidence:
    """A law that shows a measure."""
    law = {"id": name, "title": "a law", "kind": "law", "effective_from": "2024-01-01", "supports": [measure]}
    return Evidence.model_validate(law)


def timed(session: Session, process: Process, profile: Profile) -> float:
    """The seconds of one assessment in a session."""
    start = spent(process)
    session.assess(profile, AS_OF)
    return spent(process) - start


def whole_way(catalogue: Catalogue) -> None:
    """The catalogue that comes with the program, from starting the child to ratings."""
    profile = random_profile(catalogue)
    start = process_time()
    evaluate(catalogue, profile, AS_OF)
    base = process_time() - start
    start = process_time()
    with Process() as process:
        open_session(catalogue, process, lasting=False).assess(profile, AS_OF)
        taken = spent(process) - start
    name = f"our {len(catalogue.rated())} obligations"
    line(f"reference, one State: {name}", base, base)
    line("durable-rules: the whole way, child process and rules included", taken, base)


if __name__ == "__main__":
    states = int(sys.argv[1]) if len(sys.argv) > 1 else STATES
    print(f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}")
    print(f"{'':66}{'time':>13}{'ratio':>12}")
    rules = workload(OBLIGATIONS)
    many_states(rules, [random_profile(rules, seed) for seed in range(states)])
    live(rules, random_profile(rules, 3))
    whole_way(load_catalogue())
