"""Measures how long the shipped catalogue takes to load: python bench/catalogue_loading.py.

The least processor time of several runs, beside that of parsing the same files as TOML only: what lies
between the two is the checking of every row and every reference.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from obligraph.rules.packs import load_catalogue, shipped_packs

RUNS = 9


def least(work: Callable[[], object]) -> float:
    """The least processor time of `RUNS` runs, in milliseconds."""
    times = []
    for _ in range(RUNS):
        start = process_time()
        work()
        times.append(process_time() - start)
    return 1000 * min(times)


def load() -> object:
    """Loads the catalogue anew."""
    load_catalogue.cache_clear()
    return load_catalogue()


def parse() -> object:
    """Parses the packs as TOML and does nothing with them."""
    return [
        tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(shipped_packs().glob("*.toml"))
    ]


def main() -> None:
    """Prints the figures."""
    catalogue = load_catalogue()
    sizes = (len(catalogue.obligations), len(catalogue.measures), len(catalogue.relations))
    print("{} obligations, {} measures, {} relations".format(*sizes))
    print(f"load and check: {least(load):.0f} ms, of which parsing TOML: {least(parse):.0f} ms")


if __name__ == "__main__":
    main()
