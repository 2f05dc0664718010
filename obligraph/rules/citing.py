"""Whom a citation names: a node of the catalogue where it is there, else a node of its own.

Citations come normalised: `S/RES/2178 para 9`, `S/RES/1373`, `ICAO Annex 9`, `GP 25`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from obligraph.rules.catalogue import Catalogue
from obligraph.rules.model import Instrument
from obligraph.rules.words import InstrumentKind

_PLACE = re.compile(
    r"[\s,]+(paras?|paragraphs?|art|arts|articles?|annex(?= [ivx]+$)|section)\b.*$", re.IGNORECASE
)
_PRINCIPLE = re.compile(r"^(?:GP|guiding principles?)\s*(\d+)", re.IGNORECASE)
_YEAR = re.compile(r"\((\d{4})\)|^[A-Z]+/(?:[A-Z]+/)*(\d{4})/")

CITED = "cited:"
"""Stands before the id of an instrument that is cited and has no entry in the catalogue."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What one citation leads to."""

    targets: tuple[str, ...]
    """The nodes cited."""
    name: str
    """The name of the instrument, for a node of its own."""
    place: str
    """The paragraph or article named, if any: `para 9`."""


class Citations:
    """Finds the nodes that citations name."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._by_name = {
            form: instrument.id
            for instrument in reversed(tuple(catalogue.instruments.values()))
            for form in _forms(instrument)
        }
        self._principles = _principles(catalogue)

    def find(self, cite: str) -> Cited:
        """What a citation leads to."""
        text = " ".join(cite.split())
        principle = _PRINCIPLE.match(text)
        if principle and (targets := self._principles.get(principle[1])):
            return Cited(targets, text, "")
        name = _PLACE.sub("", text) or text
        place = text[len(name) :].lstrip(" ,")
        known = self._by_name.get(plain(name))
        return Cited((known or f"{CITED}{plain(name) or 'unnamed'}",), name, place)


def _forms(instrument: Instrument) -> tuple[str, ...]:
    """The names by which an instrument is cited; one with an addendum goes by the symbol of either."""
    symbols = (instrument.symbol, *instrument.symbol.split(" with Addendum "))
    return (*map(plain, symbols), plain(_PLACE.sub("", instrument.title)), instrument.id)


def plain(name: str) -> str:
    """A name of an instrument without its year and its punctuation, for comparing.

    >>> plain("S/RES/2396 (2017)"), plain("ICAO Annex 9")
    ('sres2396', 'icaoannex9')
    """
    return "".join(c for c in re.sub(r"\(\d{4}\)", "", name).lower() if c.isalnum())


def year_in(symbol: str) -> int:
    """The year that a symbol itself carries; 0 where it carries none.

    >>> year_in("S/RES/2396 (2017)"), year_in("S/2018/1177"), year_in("S/RES/1373")
    (2017, 2018, 0)
    """
    found = _YEAR.search(symbol)
    return int(found[1] or found[2]) if found else 0


def _principles(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """By number of a guiding principle, the obligations that it makes, in catalogue order.

    One that the source has lost leads to its instrument.
    """
    found: dict[str, list[str]] = {}
    for obligation in catalogue.obligations.values():
        if catalogue.instruments[obligation.instrument].kind is InstrumentKind.PRINCIPLES:
            number = re.match(r"\d+", obligation.paragraph)
            found.setdefault(number[0] if number else "", []).append(obligation.id)
    for instrument, rows in catalogue.absent.items():
        if catalogue.instruments[instrument].kind is InstrumentKind.PRINCIPLES:
            for row in rows:
                found.setdefault(row.paragraph, [instrument])
    return {number: tuple(ids) for number, ids in found.items()}
