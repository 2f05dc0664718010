"""The recipes of CONTRIBUTING are followed in a copy of the project, and what they promise holds.

Each recipe is done without its last step first, to see that the check which the recipe names misses it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.docs.test_documents import ROOT, steps_of

RECIPES = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
INSTRUMENT = {
    command.removeprefix("save "): text
    for command, text in steps_of((ROOT / "docs" / "add-an-instrument.md").read_text(encoding="utf-8"))
    if command.startswith("save ")
}
"""The files that the page on adding an instrument has its reader save."""

HELD = ("obligraph", "samples", "tests", "docs", "bench", "pyproject.toml", "mkdocs.yml", "README.md")
HELD_TOO = ("CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "NOTICE", "justfile", ".ci", ".gitignore")

pytestmark = pytest.mark.slow


class Done(NamedTuple):
    """How a program ended."""

    status: int
    out: str


class Copy(NamedTuple):
    """A copy of the project, in which everything runs on the copy's own code."""

    root: Path

    def path(self, name: str) -> Path:
        """A file of the copy, which the recipe must name if it is one of the project's."""
        return self.root / name

    def run(self, *words: str) -> Done:
        """`python -m` with some words, in the copy."""
        settings = {name: value for name, value in os.environ.items() if not name.startswith("COV_")}
        done = subprocess.run(
            [sys.executable, "-m", *words],
            cwd=self.root,
            env={**settings, "PYTHONPATH": str(self.root), "CI": "1"},
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        return Done(done.returncode, done.stdout + done.stderr)

    def well(self, *words: str) -> str:
        """The same, which must end well; what it said."""
        done = self.run(*words)
        assert done.status == 0, f"{' '.join(words)}\n{done.out[-4000:]}"
        return done.out

    def tests(self, *names: str) -> Done:
        """Runs tests of the copy."""
        return self.run("pytest", "-q", "-n", "0", "--no-header", "--tb=short", *names)

    def edit(self, name: str, old: str, new: str) -> None:
        """Puts new text in the place of old text that stands there once or more; the first is taken."""
        path = self.path(name)
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} does not hold {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def add(self, name: str, text: str) -> None:
        """Adds text to the end of a file, or makes the file."""
        with self.path(name).open("a", encoding="utf-8") as stream:
            stream.write(text)


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """A copy of the project as it stands, without what tests and builds leave behind."""
    left_out = shutil.ignore_patterns("__pycache__", "*.pyc", ".*_cache", "site")
    for name in (*HELD, *HELD_TOO):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=left_out)
        elif source.exists():
            shutil.copy(source, tmp_path / name)
    return Copy(tmp_path)


def recipe(title: str) -> str:
    """The text of a recipe, with its lines joined."""
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", RECIPES, re.MULTILINE | re.DOTALL)
    assert found, f"CONTRIBUTING has no recipe '{title}'"
    return " ".join(found[1].split())


def says(title: str, *names: str) -> None:
    """The recipe names every file and command that following it needs."""
    text = recipe(title)
    assert not [name for name in names if name not in text]


CURRENT = "tests/docs/test_reference.py::test_written_pages_of_the_reference_are_current"
PACKS = "obligraph/rules/data/packs"


def test_add_an_instrument(copy: Copy) -> None:
    """By its recipe an instrument joins the catalogue as its document says, and States are rated on it."""
    says("Add an instrument", "docs/add-an-instrument.md", PACKS, "lint --strict", "verify", "tests.golden")
    copy.add("lights.txt", INSTRUMENT["lights.txt"])
    for name, text in INSTRUMENT.items():
        if name.startswith("lights/"):
            copy.add(f"{PACKS}/{Path(name).name}", text)
    assert "Clean: no remarks." in copy.well(
        "obligraph", "catalogue", "lint", "--strict", "--document", "lights.txt"
    )
    assert "No difference." in copy.well("obligraph", "catalogue", "verify", "lights.txt", "--strict")
    assert copy.tests("tests/cli/test_golden.py").status == 1
    copy.well("tests.golden")
    assert copy.tests("tests/cli/test_golden.py").status == 0
    assert '"sres9999.1.1"' in copy.path("samples/kestria/evaluate.json").read_text(encoding="utf-8")
    pages = copy.tests("tests/docs/test_documents.py", "-k", "README")
    assert pages.status == 1
    assert "sres9999" in pages.out


MEASURE = """
[[measures]]
id = "granary-inventory"
title = "Arms kept in granaries are counted"
theme = "weapons"
axis = "practice"
stage = "upstream"
accepts = ["statistic", "report"]
expects = "The last count, by granary."
question = "How many arms lie in granaries, and when were they last counted?"
max_age = 24
effort = 2
effort_basis = "a yearly round of the inspectorate"
"""


def test_add_a_measure(copy: Copy) -> None:
    """By its recipe a measure is missed by lint until an obligation needs it, and then counts."""
    says("Add a measure", f"{PACKS}/measures.toml", "catalogue lint", "tests.golden")
    copy.add(f"{PACKS}/measures.toml", MEASURE)
    alone = copy.run("obligraph", "catalogue", "lint", "--strict")
    assert alone.status == 1
    assert "granary-inventory" in alone.out
    need = '"arms-control-treaties"'
    copy.edit(
        f"{PACKS}/sres2370.toml", f"needs = {need}", f'needs = {{ all = [{need}, "granary-inventory"] }}'
    )
    copy.well("obligraph", "catalogue", "lint", "--strict")
    assert "sres2370.2.1" in copy.well("obligraph", "catalogue", "show", "granary-inventory")
    copy.well("tests.golden")
    assert copy.tests("tests/cli/test_golden.py", "tests/rules/test_lint.py").status == 0
    assert "granary-inventory" in copy.path("samples/kestria/gaps.json").read_text(encoding="utf-8")


ROW = """[[row]]
id = "urges-others"
verbs = ["urges"]
bearers = ["other"]
force = "encouraged"
reason = "Who is not a State is urged as one is encouraged."
source = "our own reading"

"""

GROUPS = "GROUPS = (\n"
CASES = """
    Group("calls", "called_upon", "urges", "to, noun, need", EVERYONE, bearers="organ, state"),
    Group("urges-others", "encouraged", "urges", "to, noun, need", EVERYONE, bearers="other"),
"""

PROOF = """

def test_others_are_urged_as_they_are_encouraged() -> None:
    \"\"\"The row for others than States comes before the row for all.\"\"\"
    document = resolution("Urges air carriers to dry seed;", "Urges Member States to dry seed;")
    found = [c.force_rule for c in extract(document) if c.part is not Part.PREAMBLE]
    assert found == ["urges-others", "calls"]
"""


def test_add_a_row_to_the_force_table(copy: Copy) -> None:
    """By its recipe a row gives its force, and is missed by the pages until both name it."""
    title = "Add a row to the force table"
    table, page, cases, rows, proof = (
        "obligraph/rules/data/force.toml",
        "docs/extraction.md",
        "tests/rules/force_cases.py",
        "tests/rules/test_force_rows.py",
        "tests/extract/test_force_table.py",
    )
    says(title, table, page, cases, rows, proof, "tests.docs.commands")
    calls = '[[row]]\nid = "calls"\n'
    copy.edit(table, calls, ROW + calls)
    copy.add(proof, PROOF)
    copy.edit(cases, 'calls to, urges, insists",', 'calls to, insists",')
    copy.edit(cases, GROUPS, GROUPS + CASES)
    before = copy.tests(proof, rows, f"{CURRENT}[force.md]")
    assert "test_each_row_has_a_line_in_the_documentation" in before.out
    assert "are_current[force.md]" in before.out
    assert "2 failed" in before.out
    line = "| `calls` |"
    copy.edit(page, line, f"| `urges-others` | encouraged | As others are encouraged. |\n{line}")
    copy.well("tests.docs.commands")
    after = copy.tests(proof, rows, f"{CURRENT}[force.md]")
    assert after.status == 0, after.out


FORMAT = '''"""A listing as text between tabs, for tools that split at them."""

from __future__ import annotations

from collections.abc import Sequence

from obligraph.report.listing import Cell, Listing, cell_text
from obligraph.report.table import clean


def tab_text(listings: Sequence[Listing]) -> str:
    """Every column of every row, with the keys on top, and what is said beside them below."""
    return "\\n".join(map(_one, listings))


def _one(listing: Listing) -> str:
    heads = "\\t".join(column.key for column in listing.columns)
    said = [value for _, _, value in listing.context]
    return "\\n".join([heads, *map(_row, listing.rows), *said, *listing.notes]) + "\\n"


def _row(row: tuple[Cell, ...]) -> str:
    return "\\t".join(clean(cell_text(cell)) for cell in row)
'''


def test_add_an_output_format(copy: Copy) -> None:
    """By its recipe every command with a listing offers the format, and the pages miss it at first."""
    options, page = "obligraph/cli/options.py", "docs/outputs.md"
    says("Add an output format", "obligraph/report/csv_table.py", options, page, "FORMATS", "_as_text")
    says("Add an output format", "tests.docs.commands", "tests/docs/test_reference.py")
    copy.add("obligraph/report/tab_text.py", FORMAT)
    copy.edit(
        options, '"json": "json for scripts",', '"json": "json for scripts",\n    "tabs": "tabs for tools",'
    )
    reference = "tests/docs/test_reference.py"
    chosen = ("-k", "format or commands.md")
    before = copy.tests(reference, *chosen)
    assert "test_every_format_of_a_listing_is_described_and_written" in before.out
    assert "are_current[commands.md]" in before.out
    copy.edit(
        options,
        '        case "json":\n',
        '        case "tabs":\n            from obligraph.report.tab_text import tab_text\n\n'
        '            return tab_text(listings)\n        case "json":\n',
    )
    copy.edit(page, "- **json**:", "- **tabs**: every column, between tabs.\n- **json**:")
    copy.well("tests.docs.commands")
    after = copy.tests(reference, *chosen)
    assert after.status == 0, after.out
    shown = copy.well("obligraph", "gaps", "samples/velmark/profile.toml", "--format", "tabs")
    assert shown.startswith("rank\t")
    assert "It is not a finding" in shown
    house(copy, "obligraph/report/tab_text.py", options)


COMMAND = '''"""`obligraph subjects`: the themes of the catalogue."""

from __future__ import annotations

from pathlib import Path

import click

from obligraph.cli.options import catalogue_option


@click.command("subjects", epilog="Example: obligraph subjects")
@catalogue_option
def command(catalogue_dir: Path | None) -> None:
    """Lists the themes of the catalogue, by which other commands can be narrowed."""
    from obligraph.rules.packs import load_catalogue

    for name, theme in load_catalogue(catalogue_dir).themes.items():
        click.echo(f"{name}  {theme.title}")
'''


def test_add_a_command(copy: Copy) -> None:
    """By its recipe a command is listed, helps and runs, and the pages miss it at first."""
    main, page, calls = "obligraph/cli/main.py", "docs/outputs.md", "tests/install/calls.py"
    says(
        "Add a command", main, page, calls, "COMMANDS", "tests.docs.commands", "tests/docs/test_reference.py"
    )
    copy.add("obligraph/cli/subjects.py", COMMAND)
    copy.edit(main, '    "doctor":', '    "subjects": "List the themes of the catalogue.",\n    "doctor":')
    reference, chosen = "tests/docs/test_reference.py", ("-k", "commands.md or described_by_people or option")
    before = copy.tests(reference, *chosen)
    assert "test_every_command_is_described_by_people" in before.out
    assert "are_current[commands.md]" in before.out
    copy.edit(page, "`samples` copies", "`subjects` lists the themes. `samples` copies")
    copy.edit(calls, "CALLS: tuple[Call, ...] = (", 'CALLS: tuple[Call, ...] = (\n    Call("subjects"),')
    copy.well("tests.docs.commands")
    after = copy.tests(reference, *chosen)
    assert after.status == 0, after.out
    assert "passenger-data" in copy.well("obligraph", "subjects")
    assert copy.tests("tests/cli/test_commands.py", "-k", "help or list_of_commands").status == 0
    house(copy, "obligraph/cli/subjects.py", main)


def house(copy: Copy, *names: str) -> None:
    """The files keep the rules of the house: ruff, mypy in strict mode, and imports that run downward."""
    copy.well("ruff", "check", "--no-cache", *names)
    copy.well("ruff", "format", "--no-cache", "--check", *names)
    if (ROOT / ".mypy_cache").is_dir():
        # What mypy knows already; it looks anew at every file that is another here.
        shutil.copytree(ROOT / ".mypy_cache", copy.path(".mypy_cache"))
    copy.well("mypy", *names)
    lint = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run(
        [sys.executable, "-c", lint], cwd=copy.root, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout


def test_every_recipe_is_followed() -> None:
    """Each recipe that begins with Add is followed above, or stands here with the reason why not."""
    elsewhere = {
        "Add an operative verb or an addressee": "its check needs the source documents",
        "Add a page": "tests/docs/test_site.py does what it says with every page",
    }
    titles = set(re.findall(r"^## (Add .*)$", RECIPES, re.MULTILINE))
    followed = {title for title in titles if f"test_{title.lower().replace(' ', '_')}" in globals()}
    assert followed | elsewhere.keys() == titles
    assert len(followed) == 5
