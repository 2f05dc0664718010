"""`obligraph watch`: a live session that rates a State anew each time its profile is edited."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

import click

from obligraph.cli.assessing import Request, request_options
from obligraph.cli.chatter import say, tell
from obligraph.cli.engines import engine_option

if TYPE_CHECKING:
    import datetime as dt

    from obligraph.cli.watching import Watched
    from obligraph.engine.profile import Profile
    from obligraph.engine.results import Assessment
    from obligraph.rules.catalogue import Catalogue

    Read = Callable[[], tuple[Profile, dt.date]]
    Rate = Callable[[Profile, dt.date], Assessment]


@click.command(
    "watch",
    epilog="Example: obligraph watch samples/velmark/profile.toml --as-of 2024-06-30",
    short_help="Rate a State anew each time its profile is edited, and say what flipped.",
)
@request_options
@engine_option("reference", "durable")
@click.option(
    "--every",
    type=click.FloatRange(0.05, 3600),
    default=0.5,
    show_default=True,
    metavar="SECONDS",
    help="How often to look at the file.",
)
@click.option("--once", is_flag=True, help="Say where the State stands, and stop.")
def command(request: Request, engine: str, every: float, once: bool) -> None:
    """Keeps a live session: PROFILE is rated each time it is edited and saved.

    Every rating that flipped is shown with its reason: the measure that moved, and the evidence that moved
    it. A faulty edit is reported, and the session goes on with the last good one. A new day counts as an
    edit, for evidence can expire. Ctrl-C ends the session.

    With `--engine durable` the session lives in durable-rules (it needs the extra [durable]). There what is
    new is asserted beside what is known. durable-rules never withdraws anything; where an edit takes
    something away, the rules it touches are told everything anew, and the session says so.
    """
    from obligraph.cli.watching import Watched
    from obligraph.report.view import View
    from obligraph.report.watch_text import standing_text
    from obligraph.rules.packs import load_catalogue

    watched = Watched(_path_of(request))
    catalogue = load_catalogue(request.catalogue)
    read = partial(request.read, catalogue)
    first = read()
    with _rater(engine, catalogue) as rate:
        found = rate(*first)
        click.echo(standing_text(View(found, request.public)))
        if not once:
            say(f"watching {watched.path}; Ctrl-C ends it")
            _follow(watched, every, read, rate, found)


def _path_of(request: Request) -> Path:
    """The path of the profile.

    Raises:
        InputError: the profile is to come from standard input, which cannot be watched.
    """
    from obligraph.errors import Fault, InputError
    from obligraph.files import STDIN

    if request.profile == STDIN:
        raise InputError([Fault("standard input", "cannot be watched", way_out="give the path of a file")])
    return Path(request.profile)


@contextmanager
def _rater(engine: str, catalogue: Catalogue) -> Iterator[Rate]:
    """What rates a profile, with whatever it needs kept alive in between."""
    if engine == "reference":
        from obligraph.engine.evaluation import evaluate

        yield partial(evaluate, catalogue)
        return
    from obligraph.engine.durable.process import Process
    from obligraph.engine.durable.session import open_session

    with Process() as process:
        session = open_session(catalogue, process)

        def rate(profile: Profile, as_of: dt.date) -> Assessment:
            found = session.assess(profile, as_of)
            say(f"durable-rules: {session.effort.words}")
            return found

        yield rate


def _follow(watched: Watched, every: float, read: Read, rate: Rate, found: Assessment) -> None:
    """Rates again after each change, for as long as nobody stops it."""
    while True:
        sleep(every)
        if watched.changed():
            found = _again(read, rate, found)


def _again(read: Read, rate: Rate, before: Assessment) -> Assessment:
    """The assessment after a change, shown; the one before where the edit is faulty, and that is said."""
    from obligraph.engine.comparison import compare
    from obligraph.errors import InputError
    from obligraph.report.watch_text import moved_text

    try:
        profile, as_of = read()
    except InputError as error:
        for fault in error.faults:
            tell(str(fault))
        tell("nothing is taken over; the ratings stand as they were until the file is mended")
        return before
    after = rate(profile, as_of)
    click.echo(moved_text(after, compare(before, after)))
    return after
