"""The command `obligraph`. Commands are imported when called, so that help comes at once."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

from obligraph import __version__
from obligraph.cli.chatter import chatter_options, tell, verbose, with_chatter
from obligraph.cli.groups import NearGroup

COMMANDS: dict[str, str] = {
    "extract": "Read the duties out of documents, with their force and position.",
    "catalogue": "Look at, check and publish the catalogue of obligations.",
    "profile": "Start and check a State's evidence profile.",
    "evaluate": "Rate every obligation of a State on the evidence supplied.",
    "gaps": "Rank what is not met, binding obligations first, and say why.",
    "plan": "Find the cheapest measures that together close the gaps, in order.",
    "compare": "Say what moved between two assessments of a State, and why.",
    "impact": "Say what a new document would change for a State, before anyone has reviewed it.",
    "portfolio": "Set many States beside each other, and say whom to look at next.",
    "maturity": "Say how mature each measure is, prevention beside response.",
    "explain": "Show how one rating came about, down to each piece of evidence.",
    "report": "Write the results as a file to hand on: HTML, PDF, Markdown, workbook or OSCAL.",
    "watch": "Rate a State anew each time its profile is edited, and say what flipped.",
    "graph": "Draw or export the obligation graph.",
    "samples": "Copy the sample States and a sample resolution into a folder, to try things on.",
    "doctor": "Say what is installed, and what each missing part costs.",
}
"""Each command with its line of help; the command stands in the module of its name."""


INTERRUPTED = 130
"""The exit status after Ctrl-C, as shells have it: 128 and the number of the signal."""

READER_GONE = 141
"""The exit status when the reader of a pipe has left, as shells have it."""

WRONG_INPUT = 2
"""The exit status when the input or the call is wrong."""


class LazyGroup(NearGroup):
    """A group that imports a command's module only when the command is called.

    However a command ends, it ends in words: no traceback reaches a user who has not asked for one.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; faults, Ctrl-C and closed pipes become an exit status and a line at most."""
        from obligraph.errors import InputError

        try:
            return super().invoke(ctx)
        except InputError as error:
            for fault in error.faults:
                tell(str(fault))
            ctx.exit(WRONG_INPUT)
        except (KeyboardInterrupt, click.Abort):
            tell("stopped")
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            _forget_stdout()
            ctx.exit(READER_GONE)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except Exception as error:
            if verbose(ctx) or os.environ.get("OBLIGRAPH_DEBUG"):
                raise
            if _interrupted(error):
                tell("stopped")
                ctx.exit(INTERRUPTED)
            tell(_apology(error))
            ctx.exit(WRONG_INPUT)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which a user meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; None for a name that is no command."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"obligraph.cli.{cmd_name}").command
        if not isinstance(command, click.Command):
            raise TypeError(f"obligraph.cli.{cmd_name}.command is not a click command")
        return with_chatter(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _forget_stdout() -> None:
    """Points standard output nowhere, so that nothing more is written to a pipe that is closed."""
    with suppress(OSError, ValueError):  # standard output is no real file, as under a test
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _interrupted(error: BaseException | None) -> bool:
    """Whether an error began as Ctrl-C; Python 3.11 wraps one that comes while a class is made."""
    return isinstance(error, KeyboardInterrupt) or (error is not None and _interrupted(error.__cause__))


def _apology(error: Exception) -> str:
    """The line that stands for an error we did not foresee."""
    if isinstance(error, OSError):
        return f"the system refused: {error.strerror or error}"
    return (
        f"this is a mistake of the program, not yours ({type(error).__name__}: {str(error)[:200]}); "
        "please report it with the output of `obligraph --verbose ...`"
    )


def _show_version(ctx: click.Context, param: click.Parameter, given: bool) -> None:
    """Prints the releases of the program and of its catalogue, with the catalogue's fingerprint, and ends."""
    if not given or ctx.resilient_parsing:
        return
    from obligraph.errors import InputError
    from obligraph.rules.packs import load_catalogue

    try:
        fingerprint = load_catalogue().fingerprint
    except InputError:
        fingerprint = "cannot be read; see obligraph doctor"
    click.echo(f"obligraph {__version__}\ncatalogue {__version__} ({fingerprint})")
    ctx.exit()


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="A rating speaks of the evidence supplied. It is never a finding that a State complies.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the releases of the program and of its catalogue, with the catalogue's fingerprint.",
)
def cli() -> None:
    """Links international obligations to evidence.

    Extracts duties from instruments, connects them in a graph, rates a State's evidence against them, and
    says which unmet binding obligation to mend first, and why.
    """


cli.params += chatter_options()


def main() -> None:
    """Runs the command line: exit status 0 done, 1 what was asked to fail on is there, 2 wrong input."""
    import signal

    try:
        cli(prog_name="obligraph")
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is said and done: Ctrl-C comes too late
