"""Work to share out, and a program that shares it: python -m tests.cli.sharing_work WORK COUNT [ADDRESS].

Without the address of a scheduler, two processes share the work. What it says is what a command would say.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import click

from obligraph.cli.sharing import Sharing, shared
from obligraph.errors import InputError


def square(item: int) -> int:
    """The square; later items are ready sooner."""
    time.sleep(max(0, 0.05 - item / 200))
    return item * item


def leave(item: int) -> int:
    """Ends the process that does it, as one does that the system kills."""
    os._exit(3)


def linger(item: int) -> int:
    """Takes half a minute."""
    time.sleep(30)
    return item


def refuse(item: int) -> int:
    """Fails, as a mistake of ours would."""
    raise LookupError(f"item {item}")


def once_lost(item: int) -> int:
    """Ends the first process that does it on item 3, and is done by the next."""
    mark = Path(os.environ["MARK"])
    if item == 3 and not mark.exists():
        mark.touch()
        os._exit(3)
    return item * item


WORK = {work.__name__: work for work in (square, leave, linger, refuse, once_lost)}


def main(work: str, count: int, address: str | None = None) -> int:
    """Shares out work over so many numbers and prints the results; the exit status."""
    how = Sharing(scheduler=address) if address else Sharing(workers=2)
    try:
        with shared(WORK[work], range(count), count, how) as results:
            click.echo("at work", err=True)
            for result in results:
                click.echo(result)
    except InputError as error:
        click.echo("\n".join(map(str, error.faults)), err=True)
        return 2
    except KeyboardInterrupt:
        click.echo("stopped", err=True)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:]))
