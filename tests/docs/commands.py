"""What the program writes of the reference: its commands, its force table, the table of its schemas.

`python -m tests.docs.commands` writes them anew; a test says when they are out of date.
"""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

import click

from bench.extraction_scores import FIRST, NOTHING, Figures, figures_of, kept
from obligraph.cli.chatter import QUIET, VERBOSE
from obligraph.cli.main import cli
from obligraph.report.schemas import published
from obligraph.rules.force import Row, force_table

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"
WIDTH = 118
MADE = "<!-- Written by `python -m tests.docs.commands`; do not edit it by hand. -->"

SCHEMAS = re.compile(r"(<!-- schemas:[^\n]*-->).*?(<!-- end of schemas -->)", re.DOTALL)
"""Where the table of schemas stands in its page."""

COMMANDS_HEAD = f"""\
# Commands

{MADE}

Every command and option, as the program itself describes them; `obligraph COMMAND --help` prints the same.
`--help`, `--quiet` and `--verbose` may stand behind every command, too, and are described below `obligraph`.
What the results look like and what the exit statuses mean stands in [What the commands print](../outputs.md).
"""

FORCE_HEAD = f"""\
# The force table

{MADE}

Rows are tried from the top; the first whose conditions all hold gives the force. A condition that is not
named fits anything. `organ` is a body that the Security Council created; `state` a State, its Government or
a party to a conflict; `other` anybody else. A frame is how a clause puts what it asks, such as `shall` or
`to`. Why the verb alone never decides stands in [What binds](../explanation/what-binds.md).

With `obligraph extract --force-table FILE` rows of your own come first.
"""


FIGURES_HEAD = f"""\
# Figures of extraction

{MADE}

Measured with `python bench/extraction_scores.py --write` and the hand labels of `tests/extract/gold/`, whose
README gives the rules of labelling, and with the three labelled texts given with the source documents. What
the columns mean and what the figures rest on stands in [How well it reads](../extraction.md#how-well-it-reads).
"""

NOW = "norms | detection | typed | addressees | paragraph"
"""The columns of figures."""


def walk(
    command: click.Command = cli, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command that is not hidden, with the words that call it, in the order of the help."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in sorted(command.list_commands(context), key=lambda name: name != "draw"):
            child = command.get_command(context, name)
            if child is not None and not child.hidden:
                yield from walk(child, (*path, name))


def context_of(path: tuple[str, ...], command: click.Command) -> click.Context:
    """The context in which a command names itself as a user types it."""
    return click.Context(command, info_name=" ".join(("obligraph", *path)))


def options(command: click.Command) -> list[click.Option]:
    """The options that a command shows in its help, but for those that each has: these are the front's."""
    context = click.Context(command)
    shown = [one for one in command.get_params(context) if isinstance(one, click.Option) and not one.hidden]
    common = {"--help"} if command is cli else {"--help", QUIET, VERBOSE}
    return [one for one in shown if common.isdisjoint(one.opts)]


def typed(path: tuple[str, ...]) -> tuple[str, ...]:
    """The words as people type them: `graph` draws without being told to."""
    return path[:-1] if path == ("graph", "draw") else path


def section(path: tuple[str, ...], command: click.Command) -> str:
    """One command: its usage, what it does, and its options."""
    context = context_of(typed(path), command)
    usage = " ".join(("obligraph", *typed(path), *command.collect_usage_pieces(context)))
    name = " ".join(typed(path)) or "obligraph"
    parts = [
        f"## {name}",
        f"```text\n{usage}\n```",
        described(command.help or ""),
        *map(option, options(command)),
    ]
    return "\n\n".join(parts[:3]) + "\n\n" + "\n".join(parts[3:])


def described(text: str) -> str:
    """The help of a command: paragraphs wrapped, and what is laid out by hand kept as it is."""
    return "\n\n".join(map(paragraph, inspect.cleandoc(text).split("\n\n")))


def paragraph(text: str) -> str:
    """One paragraph of help; click marks one that must keep its lines with a backspace."""
    if text.startswith("\b\n"):
        return f"```text\n{text.removeprefix(chr(8)).strip(chr(10))}\n```"
    return textwrap.fill(" ".join(text.split()), WIDTH, break_long_words=False, break_on_hyphens=False)


def option(parameter: click.Option) -> str:
    """One option as an item of a list."""
    record = parameter.get_help_record(click.Context(click.Command("none")))
    names, meaning = record if record else (parameter.opts[0], "")
    return textwrap.fill(
        f"- `{names}`: {meaning}",
        WIDTH,
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def commands_page() -> str:
    """The page of all commands."""
    sections = [section(path, command).rstrip() for path, command in walk() if not is_empty(path)]
    return "\n\n".join([COMMANDS_HEAD.rstrip(), *sections]) + "\n"


def is_empty(path: tuple[str, ...]) -> bool:
    """Whether a group says nothing that its default command does not say."""
    return path == ("graph",)


def conditions(row: Row) -> str:
    """When a row fits, in words."""
    lists = {
        "verb": row.verbs,
        "frame": row.frames,
        "issuer": row.issuers,
        "kind": row.kinds,
        "bearer": row.bearers,
    }
    said = [f"{name}: {', '.join(sorted(values))}" for name, values in lists.items() if values]
    said += [f"part: {row.part}"] if row.part else []
    said += [f"Chapter VII: {'yes' if row.chapter_vii else 'no'}"] if row.chapter_vii is not None else []
    return "; ".join(said) or "anything"


def force_of(row: Row) -> str:
    """The force that a row gives, as people write it."""
    return f"{row.force.words}{', restated' if row.restated else ''}"


def force_page() -> str:
    """The page of the force table."""
    parts = [FORCE_HEAD.rstrip()]
    for row in force_table().rows:
        lines = [f"When: {conditions(row)}", f"Why: {row.reason}", f"Source: {row.source}"]
        items = [textwrap.fill(f"- {line}", WIDTH, subsequent_indent="  ") for line in lines]
        parts.append(f"## {row.id}: {force_of(row)}\n\n" + "\n".join(items))
    return "\n\n".join(parts) + "\n"


def json_page() -> str:
    """The page on JSON documents with its table of schemas."""
    page = (REFERENCE / "json.md").read_text(encoding="utf-8")
    rows = [f"| `{name}` | `{path.relative_to(ROOT)}` |" for name, path in sorted(published().items())]
    table = "\n".join(["| document | schema |", "|---|---|", *rows])
    return SCHEMAS.sub(lambda found: f"{found[1]}\n\n{table}\n\n{found[2]}", page)


def ratios(figures: Figures) -> str:
    """The cells of a table for some figures."""
    return f"{figures.norms} | " + " | ".join(f"{ratio:.3f}" for ratio in figures.ratios())


def use_of(use: str) -> tuple[int, str]:
    """Where a use of texts stands in a table, and its name there."""
    if use.isdigit():
        return int(use), f"round {use}"
    return (-1, "given") if use == "given" else (0, "from the start")


def figures_page() -> str:
    """The page of figures: by use, now; and by text, now and when it was first scored."""
    rows = kept()
    lots: dict[tuple[int, str], list[Figures]] = {}
    for row in rows.values():
        lots.setdefault(use_of(row["use"]), []).append(figures_of(row))
    totals = [
        f"| {name} | {len(of)} | {ratios(sum(of, NOTHING))} |" for (_, name), of in sorted(lots.items())
    ]
    every = [figures for of in lots.values() for figures in of]
    totals.append(f"| all | {len(every)} | {ratios(sum(every, NOTHING))} |")
    texts = []
    for name, row in sorted(rows.items()):
        figures = figures_of(row)
        both = (
            f"{now:.3f} ({then})" if then else f"{now:.3f}"
            for now, then in zip(figures.ratios(), (row[name] for name in FIRST), strict=True)
        )
        texts.append(f"| `{name}` | {use_of(row['use'])[1]} | {figures.norms} | {' | '.join(both)} |")
    return "\n".join(
        [
            FIGURES_HEAD,
            "## All texts of one use at once, now\n",
            f"| use | texts | {NOW} |",
            "|---|---|---|---|---|---|---|",
            *totals,
            "\n## Text by text, now and when first scored\n",
            "In brackets: when the text was first scored, before anybody read a miss in it.\n",
            f"| text | use | {NOW} |",
            "|---|---|---|---|---|---|---|",
            *texts,
            "",
        ]
    )


PAGES = {
    "commands.md": commands_page,
    "figures.md": figures_page,
    "force.md": force_page,
    "json.md": json_page,
}
"""Each page that is written, with what writes it."""


def main() -> None:
    """Writes the pages."""
    for name, page in PAGES.items():
        (REFERENCE / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
