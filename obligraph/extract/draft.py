"""What the grammar finds: a clause before its force and its slots are settled."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Frame(StrEnum):
    """How a clause puts what it asks: the modal, or what stands after the operative verb."""

    SHALL = "shall"
    SHALL_CONSIDER = "shall consider"
    SHALL_ENDEAVOUR = "shall endeavour"
    MUST = "must"
    OBLIGATION = "obligation"
    SHOULD = "should"
    SHOULD_CONSIDER = "should consider"
    MAY = "may"
    TO = "to"
    NOUN = "noun"
    NEED = "need"
    PLEDGE = "pledge"
    PLEDGE_CONSIDER = "pledge to consider"
    OWN = "own act"
    NONE = "none"

    @property
    def asks(self) -> bool:
        """Whether the clause can ask something of someone.

        >>> Frame.SHALL.asks, Frame.MAY.asks
        (True, False)
        """
        return self not in {Frame.MAY, Frame.OWN, Frame.NONE}


@dataclass(frozen=True, slots=True)
class Bearers:
    """Who must act, as far as the words tell.

    Attributes:
        ids: addressee ids, those that stand for others (see `obligraph.extract.actors`) among them; empty
            where nobody is named.
        organ: one of them is a body that the Security Council created.
        state: one of them is a State, its Government, or a party to a conflict.
        implied: nobody is named and the bearer is taken from the context.
    """

    ids: tuple[str, ...] = ()
    organ: bool = False
    state: bool = False
    implied: bool = False


NOBODY = Bearers()
STATES = Bearers(("member_states",), state=True)
"""Member States, as those who must act."""
UNTOLD = frozenset({"same", "council"})
"""Ids that tell of nobody else who is to act: the one named before, or the Council itself."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A clause as the grammar finds it; offsets are flat offsets of its passage.

    Attributes:
        verb: the operative verb or modal as a lemma.
        acts_as: the verb whose force it has: a call that is reiterated acts as `calls upon`.
        frame: how it puts what it asks.
        at: where its verb stands.
        start: where its action begins.
        end: where its action ends.
        bearers: who must act.
        words: the words that the force rests on.
        negative: whether the modal is denied (`shall not`) or nobody may (`No State shall`).
        unusual: no operative verb or modal was found.
    """

    verb: str
    acts_as: str
    frame: Frame
    at: int
    start: int
    end: int
    bearers: Bearers = NOBODY
    words: str = ""
    negative: bool = False
    unusual: bool = False
