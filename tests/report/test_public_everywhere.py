"""What a public output leaves out: of every command that knows a State, in every format that it writes."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import click
import pypdfium2
import pytest
from click.testing import CliRunner

from obligraph.cli.main import cli
from obligraph.graph.formats import ENDINGS
from obligraph.report import profile_files, report_files
from obligraph.report.public import PUBLIC_NOTE
from tests.golden import NEW_DOCUMENT, ROOT

OPEN = """
state = "Testland"
as_of = 2024-06-30
last_assessed = 2021-06-30

[[evidence]]
id = "law"
title = "Passenger Data Act"
kind = "law"
supports = ["pnr-law", "passenger-data-protection-rules"]
effective_from = 2019-01-01

[[evidence]]
id = "press"
title = "Press report"
kind = "report"
contradicts = ["pnr-system"]
collected = 2024-01-01
"""

MENTIONS = """
note = "See MARKER-ID too."
locator = { article = "beside MARKER-id", page = "of marker title", quote = "as Marker Title has it" }
supersedes = ["MARKER-old"]

[[lessons]]
id = "lesson"
title = "Share what was learnt"
learnt_from = "weapons-lessons-loop"
improves = ["salw-control-law"]
date = 2023-01-01
applied = ["MARKER-id"]
"""
SILENT = """
[[lessons]]
id = "lesson"
title = "Share what was learnt"
learnt_from = "weapons-lessons-loop"
improves = ["salw-control-law"]
date = 2023-01-01
"""
"""The same without a word on the restricted records."""

RESTRICTED = """
[[evidence]]
id = "MARKER-id"
title = "MARKER title"
kind = "report"
supports = [{ measure = "pnr-system", extent = "partial", shortfall = "MARKER shortfall" }]
contradicts = ["data-protection-oversight"]
effective_from = 1911-11-11
effective_to = 2099-09-09
collected = 2024-02-02
locator = { article = "MARKER article", page = "MARKER page", quote = "MARKER quote" }
source_type = "court"
reliability = "low"
confidentiality = "restricted"
note = "MARKER note"

[[evidence]]
id = "MARKER-old"
title = "MARKER draft"
kind = "law"
supports = ["pnr-law"]
status = "draft"
supersedes = ["law"]
confidentiality = "restricted"

[[resolutions]]
measure = "pnr-system"
value = "not_met"
considered = ["press", "MARKER-id"]
assessor = "MARKER assessor"
date = 2024-03-03
reason = "MARKER reason"

[[lessons]]
id = "MARKER-lesson"
title = "What the MARKER title has taught"
learnt_from = "weapons-lessons-loop"
improves = ["salw-control-law"]
date = 2023-02-02
applied = ["MARKER-id"]

[[comments]]
obligation = "sres2396.12.1"
text = "We know of marker TITLE and deny it."

[[comments]]
text = "And of marker-old, too."
"""
SIGNS = ("marker", "1911-11-11", "11 november 1911", "2099-09-09", "deny it")
"""What only the restricted records and what speaks of them hold."""

PROFILE, FOLDER = "state.toml", "."

WORDS: dict[str, tuple[str, ...]] = {
    "profile check": (PROFILE,),
    "profile export": (PROFILE,),
    "evaluate": (PROFILE,),
    "gaps": (PROFILE, "--limit", "0"),
    "plan": (PROFILE, "--unknown-as-unmet"),
    "compare": (PROFILE,),
    "impact": (str(ROOT / NEW_DOCUMENT), "--profile", PROFILE),
    "portfolio": (FOLDER,),
    "maturity": (PROFILE,),
    "explain": (PROFILE, "sres2396.12.1"),
    "report": (PROFILE,),
    "watch": (PROFILE, "--once"),
    "graph draw": (PROFILE,),
    "graph ask blocks": ("sres2396.12.1", "--profile", PROFILE),
    "graph ask bottlenecks": ("--profile", PROFILE),
    "graph ask cycles": ("--profile", PROFILE),
    "graph ask keystones": ("--profile", PROFILE),
    "graph ask orphans": ("--profile", PROFILE),
    "graph ask path": ("sres2396.12.1", "pnr-law", "--profile", PROFILE),
}
"""Each command that takes `--public`, with what else it is called with."""

FURTHER: dict[str, tuple[str, ...]] = {
    "--sources": (str(ROOT / "samples/resolution"),),
    "--since": ("earlier.toml",),
    "--view": ("neighbours", "--focus", "pnr-system"),
}
"""Options that show more, each tried in every format that has a place for it."""

FILES = {
    "report": tuple(report_files.FORMATS),
    "profile export": tuple(profile_files.FORMATS),
    "graph draw": tuple(ENDINGS),
}
"""The commands that choose the format by the ending of a file."""

UNSAID = {"profile export .json", "graph ask", "graph draw", "portfolio svg"}
"""Where the output has no place for a sentence."""


@dataclass(frozen=True)
class Call:
    """One command in one format.

    Attributes:
        command: its words.
        format: a value of `--format`, or the ending of the file; empty where it has one format only.
        option: an option of `FURTHER`, or empty.
    """

    command: str
    format: str
    option: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, (self.command, self.format, self.option)))

    @property
    def args(self) -> list[str]:
        """What is typed."""
        more = [self.option, *FURTHER[self.option]] if self.option else []
        if self.format.startswith("."):
            return [*self.command.split(), *WORDS[self.command], *more, "-o", f"out{self.format}"]
        form = ["--format", self.format] if self.format else []
        return [*self.command.split(), *WORDS[self.command], *more, *form]


def commands(group: click.Group = cli, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    """Every command with its words, however deep in groups."""
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        assert found is not None
        if isinstance(found, click.Group):
            yield from commands(found, (*path, name))
        else:
            yield " ".join((*path, name)), found


def formats(name: str, command: click.Command) -> tuple[str, ...]:
    """The formats that a command offers."""
    choices = [
        p.type.choices for p in command.params if p.name == "format_" and isinstance(p.type, click.Choice)
    ]
    return tuple(choices[0]) if choices else FILES.get(name, ("",))


def calls() -> Iterator[Call]:
    """Every command that knows a State, in every format, plain and with each option that shows more."""
    for name, command in commands():
        options = {word for parameter in command.params for word in parameter.opts}
        if "--public" in options:
            for form in formats(name, command):
                yield Call(name, form)
                yield from (Call(name, form, o) for o in FURTHER if o in options and fits(form, o))


def fits(form: str, option: str) -> bool:
    """Whether a format has a place for what an option adds."""
    prose = form in report_files.PROSE or not form.startswith(".")
    return {"--since": prose, "--sources": prose or form == ".xlsx", "--view": True}[option]


CALLS = tuple(calls())


def written(folder: Path, monkeypatch: pytest.MonkeyPatch, call: Call, text: str, *options: str) -> bytes:
    """All that a call writes for a profile of that text: on both streams, or into a file."""
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / PROFILE).write_text(text, encoding="utf-8")
    if call.option == "--since":
        (folder / "earlier.toml").write_text(text.replace("as_of = 2024", "as_of = 2023"), encoding="utf-8")
    result = CliRunner().invoke(cli, [*call.args, *options])
    assert result.exit_code == 0, result.output
    made = folder / f"out{call.format}"
    if not call.format.startswith("."):
        return result.output.encode()
    return made.read_bytes()


def shown(call: Call, data: bytes) -> str:
    """What a reader or a search can find in an output."""
    if call.format == ".xlsx":
        path = Path("searched.xlsx")
        path.write_bytes(data)
        with zipfile.ZipFile(path) as archive:
            return "\n".join(archive.read(part).decode() for part in archive.namelist())
    if call.format == ".pdf":
        document = pypdfium2.PdfDocument(data)
        text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
        document.close()
        return text
    return data.decode("utf-8", "replace")


def possible(call: Call) -> bool:
    """Whether this machine has what the format needs."""
    if call.command == "graph draw":
        return call.format not in {".png", ".pdf"} or bool(shutil.which("dot"))
    return call.format != ".pdf" or bool(find_spec("typst"))


def test_every_command_that_reads_a_profile_can_be_public() -> None:
    """A command that is given a profile takes --public, and is among those that are tried here."""
    reads = {"profile", "PROFILE", "EARLIER"}
    for name, command in commands():
        given = {p.name for p in command.params} | {p.human_readable_name for p in command.params}
        public = any("--public" in parameter.opts for parameter in command.params)
        assert public or not given & reads, name
        assert public == (name in WORDS), name
    assert {call.command for call in CALLS} == set(WORDS)
    assert len(CALLS) > 60


@pytest.mark.parametrize("call", CALLS, ids=str)
def test_a_public_output_is_as_if_the_records_had_never_been(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call
) -> None:
    """It is to the byte that of a profile without them, holds no planted word, and says that it is public."""
    if not possible(call):
        pytest.skip(f"this machine cannot write {call.format}")
    with_them = written(tmp_path / "a", monkeypatch, call, OPEN + MENTIONS + RESTRICTED, "--public")
    without = written(tmp_path / "b", monkeypatch, call, OPEN + SILENT, "--public")
    plain = " ".join(shown(call, with_them).lower().replace("\\", "").split())
    assert not [sign for sign in SIGNS if sign in plain]
    assert with_them == without
    if not any(str(call).startswith(each) for each in UNSAID):
        assert PUBLIC_NOTE.lower() in plain


@pytest.mark.parametrize(
    "call", [call for call in CALLS if call.command in {"profile export", "report", "explain"}], ids=str
)
def test_without_public_they_are_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call) -> None:
    """The planted words do appear where the output is not public, so that the test above can fail."""
    if not possible(call):
        pytest.skip(f"this machine cannot write {call.format}")
    text = shown(call, written(tmp_path / "a", monkeypatch, call, OPEN + MENTIONS + RESTRICTED))
    assert "MARKER title" in " ".join(text.split())
