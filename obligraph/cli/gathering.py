"""Finding and reading the profiles of a folder: one that cannot be read is reported and the rest goes on."""

from __future__ import annotations

import datetime as dt
import pickle
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from obligraph.cli.sharing import Sharing, shared
from obligraph.errors import Fault, InputError

if TYPE_CHECKING:
    from obligraph.engine.profile import Profile
    from obligraph.rules.catalogue import Catalogue

    Result = Profile | tuple[Fault, ...]

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


def gather(folder: Path, catalogue_dir: Path | None, day: dt.date, sharing: Sharing) -> Gathered:
    """Reads all profiles of a folder.

    Args:
        folder: the folder.
        catalogue_dir: a folder of further packs, or None.
        day: the day after which dates lie in the future.
        sharing: who reads.

    Raises:
        InputError: there is no profile at all, or none that can be used.
    """
    paths = profile_paths(folder)
    profiles: dict[str, tuple[str, Profile]] = {}
    not_read: list[str] = []
    faults: list[Fault] = []
    read = partial(_one, folder=folder, packs=_packs(catalogue_dir), day=day)
    with shared(read, map(partial(_opened, folder), paths), len(paths), sharing, "Profiles") as results:
        for path, result in zip(paths, results, strict=True):
            name = path.relative_to(folder).as_posix()
            found = result if isinstance(result, tuple) else _twice(result, name, profiles)
            if found:
                not_read.append(name)
                faults += found
            elif not isinstance(result, tuple):
                profiles[result.state] = (name, result)
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


@dataclass(frozen=True, slots=True)
class Opened:
    """A profile before it is read.

    Attributes:
        path: where it lies.
        text: what it holds; empty where it could not be opened.
        faults: what kept it from being opened.
    """

    path: Path
    text: str
    faults: tuple[Fault, ...] = ()


def _opened(folder: Path, path: Path) -> Opened:
    """A profile's text. It is opened here: those who share the work may not see the same files."""
    from obligraph.files import misplaced, read_text

    if said := misplaced(path, folder):
        return Opened(path, "", (Fault(str(path), said, way_out="put a copy into the folder"),))
    try:
        return Opened(path, read_text(path))
    except InputError as error:
        return Opened(path, "", error.faults)


def _one(opened: Opened, folder: Path, packs: bytes, day: dt.date) -> Result:
    """One profile, or what is wrong with it, named by its path inside the folder."""
    from obligraph.engine.reading import profile_of

    faults = opened.faults
    if not faults:
        try:
            return profile_of(opened.text, opened.path, _catalogue(packs), day)
        except InputError as error:
            faults = error.faults
    name = opened.path.relative_to(folder).as_posix()
    return tuple(_placed(fault, opened.path, name) for fault in faults)


def _placed(fault: Fault, path: Path, name: str) -> Fault:
    """A fault whose place begins with the path inside the folder, for all profiles may have one name."""
    for said in (str(path), path.name):
        if fault.where.startswith(said):
            return replace(fault, where=name + fault.where.removeprefix(said))
    return replace(fault, where=f"{name}: {fault.where}")


def _packs(directory: Path | None) -> bytes:
    """The user's own packs, ready to travel: a catalogue as a whole is large, and the rest is everywhere.

    Raises:
        InputError: there is no pack in the folder, or one cannot be read.
    """
    from obligraph.rules.packs import own_files, read_packs

    return b"" if directory is None else pickle.dumps(read_packs(own_files(directory)))


@lru_cache(maxsize=1)
def _catalogue(packs: bytes) -> Catalogue:
    """The catalogue with the user's own packs, made once in each process."""
    from obligraph.rules.packs import assemble, load_catalogue, shipped_and

    if not packs:
        return load_catalogue()
    both = shipped_and() | pickle.loads(packs)  # noqa: S301 (made by `_packs` of this very call)
    return assemble({name: both[name] for name in sorted(both)})
