"""Many States at once: the reference's meaning, computed on bitsets.

Each node of each need has two bitsets, one a threshold: who has at least 1, and who has 2. A bitset holds two
bits a State, one for the lower bound and one for the upper: gates are monotone, so that one pass serves both.
Equal parts of needs are one node. The answers are those of `obligraph.engine.evaluation`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from obligraph.engine.determination import determine_all
from obligraph.engine.profile import Profile
from obligraph.engine.results import UNKNOWN, Bounds, Rating
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Obligation
from obligraph.rules.need import Leaf, Need


@dataclass(frozen=True, slots=True)
class Planes:
    """Who has at least 1, and who has 2.

    Of n States, bit s stands for the lower bound of the State at place s, and bit n + s for its upper bound.
    """

    one: int
    two: int


@dataclass(frozen=True, slots=True)
class Program:
    """A catalogue's needs as one list of gates, each after its children; places below count the measures."""

    measures: tuple[str, ...]
    gates: tuple[tuple[int, tuple[int, ...]], ...]
    """Each gate as k and the places of its children; gate `g` has the place `len(measures) + g`."""
    roots: tuple[tuple[str, int, tuple[int, ...]], ...]
    """Each rated obligation with a need, as id, place of its need, places of its safeguards."""
    bare: tuple[tuple[str, tuple[int, ...]], ...]
    """Each rated obligation without a need, as id and places of its safeguards."""


def compile_needs(catalogue: Catalogue) -> Program:
    """The program of a catalogue."""
    places = {name: place for place, name in enumerate(catalogue.measures)}
    gates: dict[tuple[int, tuple[int, ...]], int] = {}

    def place(need: Need) -> int:
        if isinstance(need, Leaf):
            return places[need.measure]
        node = (need.k, tuple(sorted([place(child) for child in need.children])))
        return gates.setdefault(node, len(places) + len(gates))

    roots: list[tuple[str, int, tuple[int, ...]]] = []
    bare: list[tuple[str, tuple[int, ...]]] = []
    for name, obligation in catalogue.obligations.items():
        watched = tuple(places[safeguard] for safeguard in dict.fromkeys(obligation.safeguards))
        if obligation.needs:
            roots.append((name, place(obligation.needs), watched))
        elif obligation.rated:
            bare.append((name, watched))
    return Program(tuple(catalogue.measures), tuple(gates), tuple(roots), tuple(bare))


def run(program: Program, leaves: Sequence[Planes], states: int) -> dict[str, Planes]:
    """The planes of each rated obligation, after its safeguards.

    Args:
        program: what `compile_needs` made.
        leaves: the planes of each measure, in the order of `program.measures`.
        states: the number of States.
    """
    ones, twos = _gates(program, [leaf.one for leaf in leaves], [leaf.two for leaf in leaves])
    found: dict[str, Planes] = {}
    for name, root, safeguards in program.roots:
        two = twos[root]
        for safeguard in safeguards:
            two &= ones[safeguard]
        found[name] = Planes(ones[root], two)
    upper = ((1 << states) - 1) << states
    for name, safeguards in program.bare:
        found[name] = Planes(upper, reduce(and_, (ones[place] for place in safeguards), upper))
    return found


def _gates(program: Program, ones: list[int], twos: list[int]) -> tuple[list[int], list[int]]:
    """The bitsets of all places: at least 1 where any child is, 2 where k or more children are."""
    for k, children in program.gates:
        one = 0
        for child in children:
            one |= ones[child]
        ones.append(one)
        twos.append(at_least(k, [twos[child] for child in children]))
    return ones, twos


def at_least(k: int, sets: list[int]) -> int:
    """The bits that are set in at least `k` of the bitsets, counted bit by bit, all States at once.

    >>> bin(at_least(2, [0b011, 0b110, 0b010]))
    '0b10'
    """
    if k == len(sets):
        return reduce(and_, sets)
    if k == 1:
        return reduce(or_, sets)
    reached = [0] * k
    for bits in sets:
        for level in range(k - 1, 0, -1):
            reached[level] |= reached[level - 1] & bits
        reached[0] |= bits
    return reached[-1]


@dataclass(frozen=True)
class Batch:
    """The ratings of many States at one date, as bitsets: bit `s` stands for the State at place `s`."""

    catalogue: Catalogue
    profiles: tuple[Profile, ...]
    as_of: dt.date
    planes: Mapping[str, Planes]
    """By obligation, for every obligation borne by member States, whether it applies or not."""
    applies: Mapping[str, int]
    """By obligation, the States to which it applies."""
    leaves: Mapping[str, Planes]
    """By measure, for every measure of the catalogue."""

    def bounds(self, obligation: str, state: int) -> Bounds:
        """The bounds of an obligation for the State at a place; `UNKNOWN` where it does not apply."""
        if not self.applies[obligation] >> state & 1:
            return UNKNOWN
        return bounds_at(self.planes[obligation], state, len(self.profiles))

    def column(self, obligation: str) -> list[Bounds]:
        """The bounds of an obligation in every State, in order; `UNKNOWN` where it does not apply."""
        found = unpack(self.planes[obligation], len(self.profiles))
        applies = self.applies[obligation]
        return [bounds if applies >> state & 1 else UNKNOWN for state, bounds in enumerate(found)]

    def rating(self, obligation: str, state: int) -> Rating:
        """The rating of an obligation for the State at a place."""
        return next(rating for rating in Rating if self.having(obligation, rating) >> state & 1)

    def having(self, obligation: str, rating: Rating) -> int:
        """The States that have a rating on an obligation, as a bitset; `bit_count()` says how many."""
        planes, applies, states = self.planes[obligation], self.applies[obligation], len(self.profiles)
        everyone = (1 << states) - 1
        certain_one, certain_two = planes.one & everyone, planes.two & everyone
        possible_one, possible_two = planes.one >> states, planes.two >> states
        match rating:
            case Rating.NOT_APPLICABLE:
                return everyone & ~applies
            case Rating.MET:
                return applies & certain_two
            case Rating.PARTLY_MET:
                return applies & certain_one & ~possible_two
            case Rating.NOT_MET:
                return applies & ~possible_one
            case Rating.UNDETERMINED:
                settled = certain_two | (certain_one & ~possible_two) | ~possible_one
                return applies & ~settled

    def gap(self, obligation: str) -> int:
        """The States for which an obligation is a gap, certainly not fully met, as a bitset."""
        return self.applies[obligation] & ~(self.planes[obligation].two >> len(self.profiles))


_BOUNDS = {
    (*f"{lo >= 1:d}{lo == 2:d}{hi >= 1:d}{hi == 2:d}",): Bounds(lo, hi)
    for lo in range(3)
    for hi in range(lo, 3)
}
"""The bounds by the four digits that planes hold for them."""


def unpack(planes: Planes, states: int) -> list[Bounds]:
    """The bounds of every State that planes hold; the other way round from `pack`."""
    one, two = (f"{plane:0{2 * states}b}"[::-1] for plane in (planes.one, planes.two))
    digits = zip(one[:states], two[:states], one[states:], two[states:], strict=False)
    return [_BOUNDS[found] for found in digits]


def bounds_at(planes: Planes, state: int, states: int) -> Bounds:
    """The bounds that planes hold for the State at a place."""
    lo, hi = ((planes.one >> at & 1) + (planes.two >> at & 1) for at in (state, states + state))
    return Bounds(lo, hi)


def evaluate_many(catalogue: Catalogue, profiles: Sequence[Profile], as_of: dt.date) -> Batch:
    """The ratings of many States at one date.

    Args:
        catalogue: the obligations and measures.
        profiles: one a State; a State's place is its place here.
        as_of: the date of the assessment.
    """
    each = [determine_all(profile, catalogue.measures, as_of) for profile in profiles]
    leaves = [pack([found[name].bounds for found in each]) for name in catalogue.measures]
    planes = run(compile_needs(catalogue), leaves, len(profiles))
    applies = {name: _applies(o, profiles) for name, o in catalogue.obligations.items() if o.rated}
    found = {name: planes[name] for name in applies}
    by_measure = dict(zip(catalogue.measures, leaves, strict=True))
    return Batch(catalogue, tuple(profiles), as_of, found, applies, by_measure)


ONE, TWO = bytes.maketrans(b"\0\1\2", b"011"), bytes.maketrans(b"\0\1\2", b"001")
"""Values to binary digits: whether at least 1, whether 2."""


def pack(row: Sequence[Bounds]) -> Planes:
    """The planes of one measure from its bounds in each State."""
    ends = bytes([*[bounds.lo for bounds in row], *[bounds.hi for bounds in row]])[::-1] or b"\0"
    return Planes(int(ends.translate(ONE), 2), int(ends.translate(TWO), 2))


def _bits(flags: Iterable[bool]) -> int:
    """The flags as bits, the first as the lowest."""
    return int("".join("1" if flag else "0" for flag in flags)[::-1] or "0", 2)


def _applies(obligation: Obligation, profiles: Sequence[Profile]) -> int:
    """The States to which an obligation applies: all but those that state an attribute otherwise."""
    asked = obligation.applies_if.items()
    return _bits(all(p.attributes.get(name, value) == value for name, value in asked) for p in profiles)
