"""Ids of the catalogue for the Tab key: those that begin with what was typed, with their titles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem

    from obligraph.rules.catalogue import Catalogue

    Completer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
    Titles = Callable[[Catalogue], Mapping[str, str]]


def _completer(titles: Titles) -> Completer:
    """What completes an argument by some titles of the catalogue, that of `--catalogue` where it is typed."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The ids that begin with what was typed; none where the catalogue cannot be read."""
        from click.shell_completion import CompletionItem

        from obligraph.errors import InputError
        from obligraph.rules.packs import load_catalogue

        try:
            known = titles(load_catalogue(ctx.params.get("catalogue_dir")))
        except InputError:
            return []
        return [
            CompletionItem(name, help=said) for name, said in known.items() if name.startswith(incomplete)
        ]

    return complete


def _themes(catalogue: Catalogue) -> dict[str, str]:
    return {name: each.title for name, each in catalogue.themes.items()}


rated_obligations = _completer(lambda found: {each.id: each.title for each in found.rated()})
"""Completes the obligations of States."""

obligations = _completer(lambda found: {name: each.title for name, each in found.obligations.items()})
"""Completes every obligation, those of other bodies among them."""

measures = _completer(lambda found: {name: each.title for name, each in found.measures.items()})
"""Completes measures."""

instruments = _completer(lambda found: {name: each.title for name, each in found.instruments.items()})
"""Completes instruments."""

themes = _completer(_themes)
"""Completes themes."""

entries = _completer(lambda found: found.titles)
"""Completes whatever has a title: obligations, measures and instruments."""

anything = _completer(lambda found: {**found.titles, **_themes(found)})
"""Completes whatever a picture can be drawn around."""
