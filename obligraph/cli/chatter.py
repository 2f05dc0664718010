"""What is said on standard error: chatter, of which there is none with `--quiet`, and faults, always.

With `--verbose` more is said. Results never pass through here.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    import logging

LOUDNESS = "obligraph.loudness"
"""Where the loudness of a call is kept, for the command and all above it."""

QUIET, VERBOSE = "--quiet", "--verbose"


def say(text: str) -> None:
    """Says a line on standard error, unless `--quiet` is given."""
    if not quiet():
        tell(text)


def tell(text: str) -> None:
    """Says a line on standard error that no option silences: a fault, or what `--verbose` asked for."""
    from obligraph.errors import in_one_line

    click.echo(f"obligraph: {in_one_line(text)}", err=True)


def quiet() -> bool:
    """Whether `--quiet` is given."""
    return _loudness(click.get_current_context(silent=True)) == QUIET


def verbose(context: click.Context) -> bool:
    """Whether `--verbose` is given."""
    return _loudness(context) == VERBOSE


def _loudness(context: click.Context | None) -> str:
    return "" if context is None else str(context.meta.get(LOUDNESS, ""))


def chatter_options() -> tuple[click.Option, click.Option]:
    """The options `--quiet` and `--verbose`; no command receives them, for `say` knows."""
    less = click.Option(
        [QUIET, "-q"],
        is_flag=True,
        expose_value=False,
        callback=_set,
        help="Say nothing beside the result: standard error holds faults alone.",
    )
    more = click.Option(
        [VERBOSE, "-v"],
        is_flag=True,
        expose_value=False,
        callback=_set,
        help="Say on standard error which files are read and written, and when; show the technical trace if "
        "the program itself fails.",
    )
    return less, more


def with_chatter(command: click.Command) -> click.Command:
    """The command with `--quiet` and `--verbose` for it and for each command below it."""
    if isinstance(command, click.Group):
        for child in command.commands.values():
            with_chatter(child)
    elif not any(QUIET in each.opts for each in command.params):
        command.params += chatter_options()
    return command


def _set(context: click.Context, option: click.Parameter, given: bool) -> None:
    """Takes one of the two options; it may stand before the command, behind it, or in both places.

    Raises:
        click.UsageError: both are given.
    """
    wanted = option.opts[0]
    if not given or context.resilient_parsing or _loudness(context) == wanted:
        return
    if _loudness(context):
        raise click.UsageError(f"{QUIET} and {VERBOSE} do not go together", context)
    context.meta[LOUDNESS] = wanted
    if wanted == VERBOSE:
        _tell_of_files(context.find_root())


def _tell_of_files(root: click.Context) -> None:
    """Has every file named as it is read or written, until the call ends; then says how long it took."""
    import logging

    begun = perf_counter()
    log = logging.getLogger("obligraph")
    handler, before = _handler(begun), log.level
    log.addHandler(handler)
    log.setLevel(logging.DEBUG)

    def end() -> None:
        log.removeHandler(handler)
        log.setLevel(before)
        tell(f"{_since(begun)}: done")

    root.call_on_close(end)


def _handler(begun: float) -> logging.Handler:
    import logging

    class ToStandardError(logging.Handler):
        """Says what the rooms below report."""

        def emit(self, record: logging.LogRecord) -> None:
            """Says one line, with the time since the call began."""
            tell(f"{_since(begun)}: {record.getMessage()}")

    return ToStandardError()


def _since(begun: float) -> str:
    return f"{perf_counter() - begun:.2f} s"
