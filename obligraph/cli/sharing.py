"""Shares work out among processes of this machine or of a Dask cluster; results come in the order of items.

Who does the work never shows in a result: the same items give the same results, in the same order.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial, wraps
from typing import Any, Protocol, TypeVar, cast

import click

from obligraph.cli.chatter import quiet

T = TypeVar("T")
R = TypeVar("R")
Command = TypeVar("Command", bound=Callable[..., Any])


class Crew(Protocol):
    """Those who do the work."""

    @property
    def ahead(self) -> int:
        """How many items are handed out before the first result is waited for; at least 1."""

    def hand_out(self, work: Callable[[T], R], item: T) -> Callable[[], R]:
        """Begins the work on an item; calling what comes back waits for its result."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """How a call shares its work out.

    Attributes:
        workers: how many processes of this machine work; 1 for none but this.
        scheduler: the address of a Dask scheduler whose workers do it instead.
    """

    workers: int = 1
    scheduler: str | None = None

    def crew(self, items: int) -> AbstractContextManager[Crew]:
        """Those who do the work on so many items, for as long as the context lasts."""
        if self.scheduler is not None:
            from obligraph.cli.cluster import cluster

            return cluster(self.scheduler)
        if self.workers == 1 or items < 2:
            return nullcontext(_Alone())
        from obligraph.cli.processes import processes

        return processes(min(self.workers, items))


ALONE = Sharing()


class _Alone:
    """This process, which works on an item when its result is asked for."""

    ahead = 1

    def hand_out(self, work: Callable[[T], R], item: T) -> Callable[[], R]:
        return partial(work, item)


def sharing_options(command: Command) -> Command:
    """Adds `--workers` and `--scheduler`; the command receives them as `sharing: Sharing`."""

    @click.option(
        "--workers",
        type=click.IntRange(1, 64),
        default=1,
        show_default=True,
        help="How many processes share the work.",
    )
    @click.option(
        "--scheduler",
        metavar="ADDRESS",
        help="Share the work among the workers of this Dask scheduler (HOST:PORT) instead. "
        "Needs the extra [cluster].",
    )
    @wraps(command)
    def wrapper(*args: Any, workers: int, scheduler: str | None, **rest: Any) -> Any:
        if scheduler and workers > 1:
            raise click.UsageError("--scheduler has workers of its own; leave out --workers")
        return command(*args, sharing=Sharing(workers, scheduler), **rest)

    return cast("Command", wrapper)


@contextmanager
def shared(
    work: Callable[[T], R], items: Iterable[T], count: int, how: Sharing = ALONE, bar: str = ""
) -> Iterator[Iterator[R]]:
    """The results of some work over items, in the order of the items, as they come.

    Leaving the context ends what is still at work, however it is left.

    Args:
        work: a function of a module, or a `partial` of one; it and what it returns travel to other processes.
        items: each taken only when its turn comes near, so that few are held at a time.
        count: how many items there are.
        how: who does the work.
        bar: what the items are called beside a progress bar on standard error; empty for no bar. None is
            shown where standard error is not a terminal, or there is but one item.

    Raises:
        InputError: those who do the work could not be reached, or were lost.
    """
    hidden = quiet() or not (bar and count > 1 and sys.stderr.isatty())
    with (
        how.crew(count) as crew,
        click.progressbar(length=count, label=bar, file=sys.stderr, hidden=hidden) as shown,
    ):
        yield _counted(_in_order(crew, work, items), shown.update)


def _in_order(crew: Crew, work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
    """The results, with a few items handed out ahead of the one that is waited for."""
    begun: deque[Callable[[], R]] = deque()
    for item in items:
        begun.append(crew.hand_out(work, item))
        if len(begun) >= crew.ahead:
            yield begun.popleft()()
    while begun:
        yield begun.popleft()()


def _counted(results: Iterable[R], count: Callable[[int], None]) -> Iterator[R]:
    for result in results:
        count(1)
        yield result
