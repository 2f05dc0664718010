"""How quickly the command line starts: `obligraph --help` against `python -c "import click"`.

Run: python bench/startup.py [ROUNDS]. Both are started in turn, so that a busy machine slows both alike; the
medians are compared. The aim is a ratio of at most 2.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

AIM = 2.0
HELP = [sys.executable, "-m", "obligraph", "--help"]
CLICK = [sys.executable, "-c", "import click"]


def seconds(command: list[str]) -> float:
    """How long one run takes."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> int:
    """Prints both medians and their ratio; 1 where the aim is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    seconds(HELP), seconds(CLICK)
    pairs = [(seconds(HELP), seconds(CLICK)) for _ in range(rounds)]
    ours, click = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(
        f"obligraph --help {ours * 1000:.0f} ms, import click {click * 1000:.0f} ms: {ours / click:.2f} times"
    )
    return int(ours / click > AIM)


if __name__ == "__main__":
    sys.exit(main())
