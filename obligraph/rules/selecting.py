"""Choosing from the catalogue: obligations by what they are, an instrument by its document."""

from __future__ import annotations

from collections.abc import Iterable

from obligraph.errors import Fault, Faults, InputError, near
from obligraph.rules.catalogue import Catalogue
from obligraph.rules.citing import plain
from obligraph.rules.model import Obligation
from obligraph.rules.words import Actor, Force


def select(
    catalogue: Catalogue,
    *,
    instrument: str | None = None,
    theme: str | None = None,
    force: str | None = None,
    bearer: str | None = None,
) -> tuple[Obligation, ...]:
    """The obligations that fit all that is named, in catalogue order.

    Raises:
        InputError: a name is not known; all such names at once, with the known ones.
    """
    faults = Faults("catalogue list")
    headed = dict.fromkeys(obligation.instrument for obligation in catalogue.obligations.values())
    _known(faults, "--instrument", instrument, headed)
    _known(faults, "--theme", theme, catalogue.themes)
    _known(faults, "--force", force, [each.value for each in Force if each is not Force.NONE])
    _known(faults, "--bearer", bearer, [each.value for each in Actor])
    faults.raise_if_any()
    return tuple(
        obligation
        for obligation in catalogue.obligations.values()
        if instrument in {None, obligation.instrument}
        and (theme is None or theme in obligation.themes)
        and force in {None, obligation.force.value}
        and (bearer is None or bearer in {actor.value for actor in obligation.bearers})
    )


def _known(faults: Faults, option: str, value: str | None, known: Iterable[str]) -> None:
    names = list(known)
    if value is not None and value not in names:
        faults.add(option, f"'{value}' is not known", near(value, names) or names)


def instrument_of(catalogue: Catalogue, name: str, symbol: str, where: str) -> str:
    """The instrument of the catalogue that a document is.

    Args:
        catalogue: the catalogue.
        name: the id that reading gave the document.
        symbol: the symbol that reading found in it; empty where it found none.
        where: the document, as messages name it.

    Raises:
        InputError: no instrument that has a pack is this document.
    """
    headed = [each for each in catalogue.instruments.values() if not each.external]
    for each in headed:
        if name == each.id or (symbol and plain(symbol) == plain(each.symbol)):
            return each.id
    what = f"is '{symbol}', for which there is no pack" if symbol else "bears no symbol that is known"
    fault = Fault(where, what, tuple(each.id for each in headed), "name its instrument with --instrument")
    raise InputError([fault])
