"""A profile as text: canonical TOML that reads back as the same profile, byte for byte the same each time."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from obligraph.engine.profile import Claim, Profile
from obligraph.rules.model import Frozen


def dump_profile(profile: Profile) -> str:
    """The profile as TOML; fields at their default are left out, and a claim of full extent is a bare id.

    >>> from obligraph.engine.profile import Profile
    >>> print(dump_profile(Profile(state="Norland", country="NO", attributes={"has_land_borders": True})))
    state = "Norland"
    country = "NO"
    <BLANKLINE>
    [attributes]
    has_land_borders = true
    <BLANKLINE>
    """
    import tomli_w

    return tomli_w.dumps(_plain(profile), indent=2)


def _plain(value: Any) -> Any:
    """A value as TOML knows it: tables, lists, texts, numbers, truth values and days."""
    match value:
        case Claim(measure=measure) if value == Claim(measure=measure):
            return measure
        case Frozen():
            return _fields(value)
        case tuple():
            return [_plain(item) for item in value]
        case _:
            return value


def _fields(value: BaseModel) -> dict[str, Any]:
    """The fields of a table that say more than their default, in the order of the model."""
    said: dict[str, Any] = {}
    for name, field in type(value).model_fields.items():
        item = getattr(value, name)
        if field.is_required() or item != field.get_default(call_default_factory=True):
            said[name] = _plain(item)
    return said
