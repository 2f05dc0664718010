"""A group of commands that answers an unknown name with the nearest ones."""

from __future__ import annotations

import click


class NearGroup(click.Group):
    """A group that says which command may have been meant."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named, or a fault with the nearest names; none of it while the shell completes."""
        known = self.list_commands(ctx)
        if not ctx.resilient_parsing and args and args[0] not in known and not args[0].startswith("-"):
            ctx.fail(f"there is no command '{args[0]}'; {way_out(args[0], known, ctx.command_path)}")
        return super().resolve_command(ctx, args)


def way_out(word: str, known: list[str], path: str) -> str:
    """What to do about a command that is not there.

    Args:
        word: what was typed.
        known: the commands that are there.
        path: the words that call the group.
    """
    from obligraph.errors import near

    longer = [name for name in known if name.startswith(word)]
    hint = longer or near(word, known)
    return f"did you mean '{hint[0]}'?" if hint else f"see {path} --help"
