"""Expected outputs that are compared whole: of the sample States, and the published schemas.

`python -m tests.golden` writes them anew; read the difference before committing it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from obligraph.cli.main import cli
from obligraph.report.schemas import published, schema_text

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"

EXPLAINED = {
    "dalmoro": ("sres2396.17.1", "sres2396.11.1"),
    "kestria": ("sres2396.17.2", "sres2396.12.1"),
    "sorvena": ("sres2370.6b.1", "madrid.52f.1"),
    "velmark": ("sres2396.12.1", "sres2396.13.1"),
}
"""The obligations of each sample State that are explained."""

PLANNED = {"dalmoro": ("--budget", "40"), "kestria": (), "sorvena": ("--unknown-as-unmet",), "velmark": ()}
"""The sample States with the terms on which a plan is made for each."""

COMPARED = {"kestria": ("--from", "2023-06-30", "--to", "2024-06-30"), "velmark": ()}
"""The sample States that are compared with themselves on an earlier date, and the dates."""

AFFECTED = frozenset({"kestria"})
"""The sample States for which it is shown what a new document would change."""

NEW_DOCUMENT = "samples/new-resolution/resolution.txt"
"""A resolution of our own on subjects that the catalogue knows."""

MATURED = frozenset({"sorvena"})
"""The sample States whose maturity is shown."""


def run(*args: str) -> str:
    """What the command line prints on standard output.

    Raises:
        RuntimeError: it left with another status than 0.
    """
    result = CliRunner().invoke(cli, args)
    if result.exit_code:
        raise RuntimeError(f"{' '.join(args)}: exit status {result.exit_code}\n{result.output}")
    return result.stdout


def commands(state: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The file names of a sample State's outputs, each with the command that prints it."""
    profile = f"samples/{state}/profile.toml"
    yield "gaps.txt", ("gaps", profile)
    yield "gaps.json", ("gaps", profile, "--format", "json")
    yield "gaps-public.json", ("gaps", profile, "--format", "json", "--public")
    yield "evaluate.txt", ("evaluate", profile)
    yield "evaluate.json", ("evaluate", profile, "--format", "json")
    yield "check.txt", ("profile", "check", profile)
    yield "plan.txt", ("plan", profile, *PLANNED[state])
    yield "plan.json", ("plan", profile, *PLANNED[state], "--format", "json")
    if state in AFFECTED:
        yield "impact.txt", ("impact", NEW_DOCUMENT, "--profile", profile)
        yield "impact.json", ("impact", NEW_DOCUMENT, "--profile", profile, "--format", "json")
    if state in COMPARED:
        yield "compare.txt", ("compare", profile, *COMPARED[state], "--force", "binding")
        yield "compare.json", ("compare", profile, *COMPARED[state], "--format", "json")
    for obligation in EXPLAINED[state]:
        yield f"explain-{obligation}.txt", ("explain", profile, obligation)
        yield f"explain-{obligation}.json", ("explain", profile, obligation, "--format", "json")
    if state in MATURED:
        yield "maturity.txt", ("maturity", profile)
        yield "maturity.json", ("maturity", profile, "--format", "json")
        yield "maturity-public.json", ("maturity", profile, "--format", "json", "--public")


def outputs() -> dict[Path, tuple[str, ...]]:
    """Every golden file of the samples, with the command that prints it; to be run from the root."""
    return {SAMPLES / state / name: args for state in EXPLAINED for name, args in commands(state)}


def joint_outputs() -> dict[Path, tuple[str, ...]]:
    """The golden files of all sample States together, with the command that prints each."""
    shown = {"txt": (), "json": ("--format", "json"), "svg": ("--format", "svg")}
    return {
        SAMPLES / "portfolio" / f"portfolio.{end}": ("portfolio", "samples", *format_)
        for end, format_ in shown.items()
    }


def main() -> None:
    """Writes every golden file."""
    from tests.overview.reports import main as page_ones

    page_ones()
    for path, args in (outputs() | joint_outputs()).items():
        path.write_text(run(*args), encoding="utf-8")
    for command, path in published().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(schema_text(command), encoding="utf-8")


if __name__ == "__main__":
    main()
