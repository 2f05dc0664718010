"""`obligraph samples`: invented States and a document that come with the program, to try things on."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import click

from obligraph.cli.chatter import say

SAMPLES = (
    "dalmoro/profile.toml",
    "kestria/profile.toml",
    "sorvena/profile.toml",
    "velmark/profile.toml",
    "new-resolution/resolution.txt",
    "resolution/resolution.txt",
)
"""The files, by their path in the folder; `pyproject.toml` puts the same into the wheel."""


@click.command(
    "samples",
    epilog="Example: obligraph samples, then obligraph gaps samples/kestria/profile.toml --limit 5",
    short_help="Copy the sample States and a sample resolution into a folder.",
)
@click.argument("folder", metavar="[DIR]", default="samples", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Overwrite files that are there and differ.")
def command(folder: Path, force: bool) -> None:
    """Copies the sample States and sample resolutions into DIR, or into a new folder `samples`.

    States and resolutions are invented. The pages of the documentation use them. Files that are there already
    and differ stay as they are, and are named.
    """
    from obligraph.files import write_bytes

    found = {folder / name: _sample(name) for name in SAMPLES}
    if not force:
        _check(found)
    _make_folders(found)
    for path, data in found.items():
        write_bytes(path, data)
    say(f"wrote {len(found)} files in {folder}")


def _sample(name: str) -> bytes:
    """A sample from the installed package, or in a checkout from the folder beside it."""
    home = resources.files("obligraph")
    shipped = home / "samples" / name
    if shipped.is_file():
        return shipped.read_bytes()
    return (Path(str(home)).parent / "samples" / name).read_bytes()


def _check(found: dict[Path, bytes]) -> None:
    """Refuses to overwrite what a user may have edited.

    Raises:
        InputError: files are there and differ; all of them at once.
    """
    from obligraph.errors import Fault, InputError

    faults = [Fault(str(path), "is there and differs", way_out="add --force") for path in _differing(found)]
    if faults:
        raise InputError(faults)


def _differing(found: dict[Path, bytes]) -> Iterator[Path]:
    """The paths at which something else lies than would be written."""
    for path, data in found.items():
        if path.is_dir() or (path.is_file() and path.read_bytes() != data):
            yield path


def _make_folders(found: dict[Path, bytes]) -> None:
    """Makes the folders of the files.

    Raises:
        InputError: one cannot be made.
    """
    from obligraph.errors import Fault, InputError

    for folder in dict.fromkeys(path.parent for path in found):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            what = f"the folder cannot be made: {error.strerror or error}"
            raise InputError([Fault(str(folder), what)]) from None
