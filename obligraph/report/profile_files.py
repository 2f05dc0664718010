"""Writing a profile in any of its formats: one function a file ending, all without loss."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from obligraph.engine.profile import Profile
from obligraph.engine.writing import dump_profile
from obligraph.errors import Fault, InputError, near
from obligraph.report.json_text import Json, json_text
from obligraph.report.public import PUBLIC_NOTE
from obligraph.rules.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Written:
    """A profile that is to be written.

    Attributes:
        profile: what is written.
        catalogue: whose questions a questionnaire asks.
        name: what messages call the profile.
        public: whether restricted evidence was left out before.
    """

    profile: Profile
    catalogue: Catalogue
    name: str
    public: bool = False


def _toml(written: Written) -> bytes:
    said = f"# {PUBLIC_NOTE}\n\n" if written.public else ""
    return (said + dump_profile(written.profile)).encode()


def _json(written: Written) -> bytes:
    return json_text(_plain(tomllib.loads(dump_profile(written.profile)))).encode()


def _plain(value: object) -> Json:
    """Plain data with days written out."""
    match value:
        case dict():
            return {str(key): _plain(item) for key, item in value.items()}
        case list():
            return [_plain(item) for item in value]
        case dt.date():
            return value.isoformat()
        case str() | int():
            return value
        case _:
            raise TypeError(f"a profile holds no {type(value).__name__}")


def _xlsx(written: Written) -> bytes:
    from obligraph.report.workbook.questionnaire import questionnaire

    return questionnaire(written.catalogue, written.profile, written.name, written.public)


FORMATS: Mapping[str, Callable[[Written], bytes]] = {".xlsx": _xlsx, ".toml": _toml, ".json": _json}
"""How a profile is written, by the ending of the file."""


def profile_bytes(written: Written, path: Path) -> bytes:
    """The profile in the format that the ending of a file names.

    Raises:
        InputError: the ending is none of those known, or a text fits into no cell of a workbook.
    """
    return FORMATS[known_ending(path, FORMATS)](written)


def known_ending(path: Path, known: Mapping[str, object]) -> str:
    """The longest known ending of a file's name.

    >>> known_ending(Path("velmark.OSCAL.json"), {".json": 1, ".oscal.json": 2})
    '.oscal.json'

    Raises:
        InputError: it has none of them.
    """
    name = path.name.lower()
    fitting = [ending for ending in known if name.endswith(ending)]
    if fitting:
        return max(fitting, key=len)
    close = near(path.suffix.lower(), known, 1)
    way_out = f"did you mean {close[0]}?" if close else "name a file with one of these endings"
    shown = f"'{path.suffix}' is not an ending that can be written" if path.suffix else "has no ending"
    raise InputError([Fault(str(path), shown, tuple(known), way_out)])
