"""Finding and reading the profiles of a folder: one that cannot be read is reported and the rest goes on."""

from __future__ import annotations

import datetime as dt
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from obligraph.errors import Fault, InputError

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

    from obligraph.engine.profile import Profile
    from obligraph.rules.catalogue import Catalogue

    Result = Profile | tuple[Fault, ...]
    Read = Callable[[Path], Result]

ENDINGS = (".toml", ".json")
"""How the name of a profile ends."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The profiles of a folder.

    Attributes:
        profiles: those that can be used, by the order of their paths.
        not_read: the paths, inside the folder, of those that cannot.
        faults: what is wrong with these.
    """

    profiles: tuple[Profile, ...]
    not_read: tuple[str, ...]
    faults: tuple[Fault, ...]


def profile_paths(folder: Path) -> tuple[Path, ...]:
    """The profiles of a folder: `NAME/profile.toml` and `NAME.toml`, or the same ending in `.json`; sorted.

    Raises:
        InputError: there is no such folder, or no profile in it.
    """
    if not folder.is_dir():
        what = "is a file, not a folder" if folder.exists() else "there is no such folder"
        raise InputError([Fault(str(folder), what, way_out="name a folder that holds profiles")])
    names = [f"*/profile{end}" for end in ENDINGS] + [f"*{end}" for end in ENDINGS]
    found = sorted({path for name in names for path in folder.glob(name) if not path.is_dir()})
    if not found:
        way = "a profile is NAME/profile.toml or NAME.toml in it, or ends in .json"
        raise InputError([Fault(str(folder), "holds no profile", way_out=way)])
    return tuple(found)


def gather(folder: Path, catalogue_dir: Path | None, day: dt.date, workers: int) -> Gathered:
    """Reads all profiles of a folder.

    Args:
        folder: the folder.
        catalogue_dir: a folder of further packs, or None.
        day: the day after which dates lie in the future.
        workers: how many processes read; 1 for none but this.

    Raises:
        InputError: there is no profile at all, or none that can be used.
    """
    paths = profile_paths(folder)
    profiles: dict[str, tuple[str, Profile]] = {}
    not_read: list[str] = []
    faults: list[Fault] = []
    read = partial(_one, folder=folder, catalogue_dir=catalogue_dir, day=day)
    with progress(len(paths)) as done:
        for path, result in zip(paths, _results(read, paths, workers), strict=True):
            name = path.relative_to(folder).as_posix()
            found = result if isinstance(result, tuple) else _twice(result, name, profiles)
            if found:
                not_read.append(name)
                faults += found
            elif not isinstance(result, tuple):
                profiles[result.state] = (name, result)
            done()
    if not profiles:
        raise InputError(faults)
    return Gathered(tuple(profile for _, profile in profiles.values()), tuple(not_read), tuple(faults))


def _twice(profile: Profile, name: str, profiles: dict[str, tuple[str, Profile]]) -> tuple[Fault, ...]:
    """The fault of a profile whose State has one already."""
    if profile.state not in profiles:
        return ()
    other = profiles[profile.state][0]
    way = "keep one of them here; obligraph compare sets two profiles of a State beside each other"
    return (Fault(name, f"is of {profile.state}, and so is {other}", way_out=way),)


def _one(path: Path, folder: Path, catalogue_dir: Path | None, day: dt.date) -> Result:
    """One profile, or what is wrong with it, named by its path inside the folder."""
    from obligraph.engine.reading import load_profile

    try:
        return load_profile(path, _catalogue(catalogue_dir), day)
    except InputError as error:
        name = path.relative_to(folder).as_posix()
        return tuple(_placed(fault, path, name) for fault in error.faults)


def _placed(fault: Fault, path: Path, name: str) -> Fault:
    """A fault whose place begins with the path inside the folder, for all profiles may have one name."""
    for said in (str(path), path.name):
        if fault.where.startswith(said):
            return replace(fault, where=name + fault.where.removeprefix(said))
    return replace(fault, where=f"{name}: {fault.where}")


@lru_cache(maxsize=1)
def _catalogue(catalogue_dir: Path | None) -> Catalogue:
    """The catalogue, read once in each process."""
    from obligraph.rules.packs import load_catalogue

    return load_catalogue(catalogue_dir)


def _results(read: Read, paths: Sequence[Path], workers: int) -> Iterator[Result]:
    """What reading each path gives, in the order of the paths."""
    if workers == 1 or len(paths) == 1:
        yield from map(read, paths)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(min(workers, len(paths)), mp_context=get_context("spawn"))
    try:
        with _deaf_children():
            results = pool.map(read, paths, chunksize=max(1, min(8, len(paths) // workers)))
        yield from results
    except BaseException:
        _end(pool)
        raise
    pool.shutdown()


@contextmanager
def _deaf_children() -> Iterator[None]:
    """Processes begun meanwhile do not hear Ctrl-C: this one does, and ends them without their tracebacks."""
    if not hasattr(signal, "pthread_sigmask"):  # as on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(pool: ProcessPoolExecutor) -> None:
    """Ends the readers at once, whatever they wait for."""
    from multiprocessing import active_children

    pool.shutdown(wait=False, cancel_futures=True)
    for child in active_children():
        child.terminate()
        child.join()


@contextmanager
def progress(total: int) -> Iterator[Callable[[], None]]:
    """A line on standard error that counts up to a total, on a terminal only; it ends however the work does.

    Args:
        total: how many profiles there are.

    Yields:
        What to call after each profile.
    """
    shown = sys.stderr.isatty()
    counted = 0

    def done() -> None:
        nonlocal counted
        counted += 1
        if shown:
            click.echo(f"\r{counted} of {total} profiles", err=True, nl=False)

    try:
        yield done
    finally:
        if shown and counted:
            click.echo(err=True)
