"""Who is meant: the addressees named in a stretch of text, as ids."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from obligraph.extract.initials import any_of, by_initial
from obligraph.rules.words import Actor

SAME = "same"
"""Stands for the bearers named just before ("it", "the Chair")."""

THE_COMMITTEE = "the_committee"
"""Stands for the committee that the document itself speaks of."""

THE_OFFICE = "the_office"
"""Stands for the office that the paragraph itself speaks of."""

THE_COMMISSION = "the_commission"
"""Stands for the commission that the document itself speaks of."""

THAT_PERSON = "that_person"
"""Stands for the person that the paragraph itself speaks of: "requests him"."""

THE_COUNCIL = "the_council"
"""Stands for the council that a treaty speaks of."""

THE_DEPOSITARY = "the_depositary"
"""Stands for the depositary that a treaty names."""

A_WORKING_GROUP = "a_working_group"
"""Stands for a working group, which is a body of whoever speaks of it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """An addressee named in a text.

    Attributes:
        start: flat offset of its first character.
        end: flat offset after its last character.
        ids: the addressee ids, or `SAME` and those that stand for others by name.
        organ: whether it is a body that the Security Council created.
        state: whether it is a State, its Government, or a party to a conflict.
    """

    start: int
    end: int
    ids: tuple[str, ...]
    organ: bool
    state: bool


@dataclass(frozen=True, slots=True)
class Actors:
    """The patterns of addressees for one kind of document.

    Attributes:
        treaty: whether that is a treaty.
        anybody: finds a mention; without groups, so quicker than `telling`.
        telling: for each letter the patterns that open with it, those of a row in a group that tells the row.
        rows: what each group stands for.
    """

    treaty: bool
    anybody: re.Pattern[str]
    telling: dict[str, re.Pattern[str]]
    rows: dict[str, tuple[tuple[str, ...], bool, bool]]

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Mention]:
        """The mentions in a stretch of text, in order."""
        stop = len(text) if end is None else end
        for match in self.anybody.finditer(text, start, stop):
            told = self.telling[text[match.start()]].match(text, match.start(), stop)
            if told:
                yield Mention(told.start(), told.end(), *self.rows[told.lastgroup or ""])

    def opening(self, text: str, start: int, end: int) -> Mention | None:
        """The mention with which a stretch of text opens, behind a short word such as "the" at most."""
        lead = _SHORT_WORD.match(text, start, end)
        for place in (start, lead.end()) if lead else (start,):
            telling = self.telling.get(text[place : place + 1])
            told = telling.match(text, place, end) if telling else None
            if told:
                return Mention(told.start(), told.end(), *self.rows[told.lastgroup or ""])
        return None

    def first(self, text: str, start: int, end: int) -> Mention | None:
        """The first mention in a stretch of text."""
        return next(self.find(text, start, end), None)


_SHORT_WORD = re.compile(r"[a-z]{1,3} ")
_NO_ACTOR = (
    r"(?:of|and|to|in|for|on|with|by|as|an?|be|from|or|is|are|at|not|has|have|was|were|been|which|into|such|"
    r"their|including|through|shall|should|will|may|where|under|upon|within)\b"
)
"""Words with which no addressee begins, passed over to save time."""


@cache
def actors(treaty: bool = False) -> Actors:
    """The addressees that come with the program.

    Args:
        treaty: whether the document is a treaty, in which "Party" and "State" mean its parties.
    """
    data = (resources.files("obligraph.extract") / "data" / "actors.toml").read_text(encoding="utf-8")
    rows = [row for row in tomllib.loads(data)["actor"] if treaty or not row.get("treaty", False)]
    named = {f"a{place}": row for place, row in enumerate(rows)}
    finding: dict[str, list[str]] = {}
    telling: dict[str, list[str]] = {}
    for name, row in named.items():
        for letter, pattern in by_initial("|".join(row["patterns"])).items():
            finding.setdefault(letter, []).append(pattern)
            telling.setdefault(letter, []).append(f"(?P<{name}>{pattern})")
    anybody = any_of({letter: "|".join(each) for letter, each in finding.items()})
    known = {
        *Actor,
        SAME,
        THE_COMMITTEE,
        THE_COMMISSION,
        THE_OFFICE,
        THAT_PERSON,
        THE_COUNCIL,
        THE_DEPOSITARY,
        A_WORKING_GROUP,
    }
    for row in rows:
        if not known.issuperset(row["ids"]):
            raise ValueError(f"actors.toml: {row['ids']} holds an unknown id")
    return Actors(
        treaty,
        re.compile(rf"\b(?=\w)(?!{_NO_ACTOR})(?:{anybody})"),
        {letter: re.compile("|".join(each)) for letter, each in telling.items()},
        {name: _row(row, treaty) for name, row in named.items()},
    )


def _row(row: dict[str, Any], treaty: bool) -> tuple[tuple[str, ...], bool, bool]:
    """The ids of a row; in a treaty every State, party and authority is a party to it."""
    state = row.get("state", False)
    ids = (Actor.STATE_PARTIES.value,) if treaty and state else tuple(row["ids"])
    return ids, row.get("organ", False), state
