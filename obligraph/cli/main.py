"""The command `obligraph`. Commands are imported when called, so that help comes at once."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from obligraph import __version__

COMMANDS: dict[str, str] = {
    "extract": "Read the duties out of documents, with their force and position.",
    "catalogue": "Look at, check and publish the catalogue of obligations.",
    "profile": "Start and check a State's evidence profile.",
    "evaluate": "Rate every obligation of a State on the evidence supplied.",
    "gaps": "Rank what is not met, binding obligations first, and say why.",
    "explain": "Show how one rating came about, down to each piece of evidence.",
    "graph": "Draw or export the obligation graph.",
}
"""Each command with its line of help; the command stands in the module of its name."""


class LazyGroup(click.Group):
    """A group that imports a command's module only when the command is called."""

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
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named, or a fault with the nearest names."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from obligraph.errors import near

            hint = near(args[0], COMMANDS)
            ctx.fail(
                f"there is no command '{args[0]}'; {'did you mean ' + hint[0] if hint else 'see --help'}"
            )
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="A rating speaks of the evidence supplied. It is never a finding that a State complies.",
)
@click.version_option(__version__, prog_name="obligraph", message="%(prog)s %(version)s")
def cli() -> None:
    """Links international obligations to evidence.

    Extracts duties from instruments, connects them in a graph, rates a State's evidence against them, and
    says which unmet binding obligation to mend first, and why.
    """


def main() -> None:
    """Runs the command line: exit status 0 done, 1 what was asked to fail on is there, 2 wrong input."""
    from obligraph.errors import InputError

    try:
        cli(prog_name="obligraph")
    except InputError as error:
        for fault in error.faults:
            click.echo(f"obligraph: {fault}", err=True)
        sys.exit(2)
