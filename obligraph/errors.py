"""One voice for faults: where, what, the candidates, the way out; all faults of an input at once.

Every input that cannot be used ends in one `InputError` that carries all the faults found in it.
The command line prints it and leaves with status 2; a script catches it and reads `faults`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import ValidationError

MOST_CANDIDATES = 12
"""Candidates that one fault shows."""

MOST_FAULTS = 500
"""Faults that are gathered from one input; whoever has mended these sees the next."""

LONGEST_VALUE = 80
"""Characters of a value of the input that a fault repeats."""

LONGEST_PART = 1_000
"""Characters of the place of a fault, of what is wrong, and of the way out."""

MOST_COMPARED = 5_000
"""Known words that one mistyped word is compared with."""

LONGEST_COMPARED = 120
"""Characters of a mistyped word that is compared at all."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong with an input.

    Attributes:
        where: the file and the place in it, such as `profile.toml: evidence[4].kind`.
        what: what is wrong there, in a few words, naming the value found.
        candidates: the values that would have been accepted, if they can be listed.
        way_out: what the user can do about it; empty where the rest says it.
    """

    where: str
    what: str
    candidates: tuple[str, ...] = ()
    way_out: str = ""

    def __str__(self) -> str:
        """The fault as one line.

        >>> print(Fault("p.toml: kind", "'statute' is not a kind", ("law", "policy"), "a statute is a law"))
        p.toml: kind: 'statute' is not a kind (law, policy); a statute is a law
        """
        line = f"{shortened(self.where)}: {shortened(self.what)}"
        if self.candidates:
            shown = ", ".join(shortened(each, LONGEST_VALUE) for each in self.candidates[:MOST_CANDIDATES])
            line += f" ({shown}{', ...' if len(self.candidates) > MOST_CANDIDATES else ''})"
        return in_one_line(f"{line}; {shortened(self.way_out)}" if self.way_out else line)


def shortened(text: str, most: int = LONGEST_PART) -> str:
    """A text of at most so many characters; of a longer one the beginning and the end.

    >>> shortened("abcdefghijklmnop", 9)
    'abc...nop'
    """
    half = (most - 3) // 2
    return text if len(text) <= most else f"{text[:half]}...{text[-half:]}"


def in_one_line(text: str) -> str:
    r"""A text as a terminal may show it: what would move, colour or turn it round is written out.

    >>> in_one_line("red \x1b[31m, and\na second line")
    'red \\x1b[31m, and\\na second line'
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)


class InputError(Exception):
    """An input that cannot be used, with every fault found in it (at least one)."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


class Faults:
    """Gathers the faults of one input, to fail once with all of them.

    >>> found = Faults("pack.toml")
    >>> found.add("title", "is empty")
    >>> found.raise_if_any()
    Traceback (most recent call last):
    obligraph.errors.InputError: pack.toml: title: is empty
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.found: list[Fault] = []

    def add(self, place: str, what: str, candidates: Iterable[str] = (), way_out: str = "") -> None:
        """Notes a fault at a place inside the source (empty for the source as a whole)."""
        where = f"{self.source}: {place}" if place else self.source
        self.extend([Fault(where, what, tuple(candidates), way_out)])

    def extend(self, faults: Iterable[Fault]) -> None:
        """Notes faults that name their own place, one after the other.

        Raises:
            InputError: `MOST_FAULTS` are noted; no more are looked for.
        """
        for fault in faults:
            if len(self.found) >= MOST_FAULTS:
                what = f"only the first {MOST_FAULTS} faults are shown"
                raise InputError([*self.found, Fault(self.source, what, way_out="mend these first")])
            self.found.append(fault)

    def error(self) -> InputError:
        """The faults noted so far, of which there is at least one, as an error to raise."""
        return InputError(self.found)

    def raise_if_any(self) -> None:
        """Raises `InputError` with all faults noted so far, if there are any."""
        if self.found:
            raise self.error()

    @contextmanager
    def gather(self) -> Iterator[None]:
        """Takes over the faults of an `InputError` raised inside, and goes on."""
        try:
            yield
        except InputError as error:
            self.extend(error.faults)


def near(word: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """The known words closest to a mistyped one, best first; at most `most` of them.

    Words that go on where the typed one ends, at a point, come before words that are alike. A very long word,
    or one of a great many, is compared with nothing, for comparing takes time.

    >>> near("pnr-lwa", ["pnr-law", "watch-list", "fusion-centre"])
    ('pnr-law',)
    >>> near("sres2396.12", ["sres2396.1.1", "sres2396.1.2", "sres2396.12.1", "sres2396.12.2"])
    ('sres2396.12.1', 'sres2396.12.2', 'sres2396.1.2')
    """
    from difflib import get_close_matches
    from itertools import islice

    words = list(islice(known, MOST_COMPARED))
    if len(word) > LONGEST_COMPARED or len(words) == MOST_COMPARED:
        return ()
    longer = [other for other in words if other.startswith(f"{word}.")]
    return tuple(dict.fromkeys([*longer, *get_close_matches(word, words, n=most, cutoff=0.6)]))[:most]


def place_of(path: Sequence[str | int]) -> str:
    """A path into nested data, as people write it.

    >>> place_of(("evidence", 4, "kind"))
    'evidence[4].kind'
    """
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


PLAINLY = {
    "tuple_type": "is not a list; write it in square brackets",
    "model_type": "is not a table of fields with their values",
    "dict_type": "is not a table of fields with their values",
    "mapping_type": "is not a table of fields with their values",
    "bool_type": "is neither true nor false",
    "bool_parsing": "is neither true nor false",
    "string_too_short": "is empty",
    "too_short": "has no entry, and needs at least one",
}
"""What pydantic's types of error mean, in plain words."""


def faults_of(error: ValidationError, source: str, at: Sequence[str | int] = ()) -> tuple[Fault, ...]:
    """The faults of a pydantic validation, said in our voice.

    Args:
        error: what pydantic raised.
        source: the file or other input that was validated.
        at: the path inside the source to what was validated, where that is a part of it.
    """
    found = Faults(source)
    for item in error.errors(include_url=False):
        steps = [step for step in item["loc"] if not str(step).startswith(("function-", "union["))]
        place = place_of([*at, *steps])
        value = item.get("input")
        quoted = _quoted(value)
        kind = item["type"]
        context = item.get("ctx", {})
        if kind == "missing":
            found.add(place, "is missing")
        elif kind == "extra_forbidden":
            found.add(place, "is not a field of this table", way_out="check its spelling or leave it out")
        elif kind in {"enum", "literal_error"}:
            expected = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
            found.add(place, f"{quoted} is not accepted here", filter(None, expected.split(", ")))
        elif kind == "string_type":
            said = shortened(str(value), LONGEST_VALUE)
            found.add(place, f"{said} is not text", way_out=f'write it in quotes: "{said}"')
        elif kind in PLAINLY:
            found.add(place, f"{quoted} {PLAINLY[kind]}" if value not in ("", ()) else PLAINLY[kind])
        elif kind == "value_error":
            found.add(place, str(context.get("error", item["msg"])))
        else:
            found.add(place, f"{quoted}: {item['msg'][:1].lower()}{item['msg'][1:]}")
    return tuple(found.found)


def _quoted(value: object) -> str:
    """A value of the input as it is repeated to whoever wrote it."""
    if isinstance(value, str):
        return repr(shortened(value, LONGEST_VALUE))
    return shortened(repr(value), LONGEST_VALUE)
