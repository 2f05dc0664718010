"""`obligraph catalogue`: looking at, checking and publishing the catalogue of obligations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from obligraph.cli import completing
from obligraph.cli.groups import NearGroup
from obligraph.cli.options import (
    Output,
    catalogue_option,
    emit,
    emit_text,
    file_name,
    output_options,
    path_option,
    text_columns,
)

if TYPE_CHECKING:
    from obligraph.rules.catalogue import Catalogue
    from obligraph.rules.model import Obligation

WHOLE_FORMATS = ("oscal", "ciso-assistant", "legalruleml")
"""The formats of `export` that hold the catalogue as a whole."""

PARTS = ("all", "obligations", "measures", "relations")
"""What of the catalogue can be exported."""


@click.group(
    "catalogue", cls=NearGroup, short_help="Look at, check and publish the catalogue of obligations."
)
def command() -> None:
    """Looks at, checks and publishes the catalogue: obligations, measures, and how they hang together."""


@command.command("list", epilog="Example: obligraph catalogue list --instrument sres2396 --force binding")
@click.option(
    "--instrument",
    metavar="ID",
    shell_complete=completing.instruments,
    help="Only this instrument, such as sres2396.",
)
@click.option(
    "--theme",
    metavar="ID",
    shell_complete=completing.themes,
    help="Only this theme, such as passenger-data.",
)
@click.option("--force", metavar="FORCE", help="Only this force, such as binding or called_upon.")
@click.option("--bearer", metavar="WHO", help="Only what this bearer must do, such as member_states.")
@click.option("--summary", is_flag=True, help="Count by instrument, force and bearer instead of listing.")
@catalogue_option
@output_options()
def list_(
    instrument: str | None,
    theme: str | None,
    force: str | None,
    bearer: str | None,
    summary: bool,
    catalogue_dir: Path | None,
    output: Output,
) -> None:
    """Lists the obligations of all instruments, with force and paragraph."""
    from obligraph.report import catalogue_list
    from obligraph.rules.packs import load_catalogue
    from obligraph.rules.selecting import select

    catalogue = load_catalogue(catalogue_dir)
    chosen = select(catalogue, instrument=instrument, theme=theme, force=force, bearer=bearer)
    if summary:
        counts = catalogue_list.summary_listings(catalogue, chosen)
        emit(counts, output, lambda: catalogue_list.summary_document(catalogue, chosen))
    else:
        _emit_obligations(catalogue, chosen, output)


def _emit_obligations(catalogue: Catalogue, chosen: tuple[Obligation, ...], output: Output) -> None:
    from obligraph.report.catalogue_list import catalogue_document, obligations_listing

    listing = obligations_listing(catalogue, chosen)
    emit(listing, output, lambda: catalogue_document(catalogue, chosen))


@command.command("show", epilog="Example: obligraph catalogue show sres2396.12.1")
@click.argument("entry", metavar="ID", shell_complete=completing.entries)
@catalogue_option
@output_options("table", "json")
def show(entry: str, catalogue_dir: Path | None, output: Output) -> None:
    """Shows all that the catalogue holds on ID: an obligation, a measure or an instrument."""
    from obligraph.report.catalogue_entry import entry as find
    from obligraph.report.catalogue_text import entry_text
    from obligraph.report.json_text import json_text
    from obligraph.rules.packs import load_catalogue

    found = find(load_catalogue(catalogue_dir), entry)
    if output.format == "json":
        emit_text(json_text(found), output.path)
    else:
        emit_text(entry_text(found, text_columns(output)), output.path)


@command.command("lint", epilog="Example: obligraph catalogue lint --catalogue my-packs")
@click.option(
    "--document",
    "documents",
    multiple=True,
    type=click.Path(allow_dash=True),
    metavar="FILE",
    help="Also look for this document's own words in its pack; may be repeated.",
)
@click.option("--strict", is_flag=True, help="Leave with status 1 where there is a remark.")
@catalogue_option
@output_options()
def lint(documents: tuple[str, ...], strict: bool, catalogue_dir: Path | None, output: Output) -> None:
    """Remarks on the catalogue as a careful colleague would; none of it stops the catalogue's use."""
    from obligraph.report.catalogue_checks import lint_document, lint_listing
    from obligraph.rules.lint import lint as remarks_on
    from obligraph.rules.packs import load_catalogue

    catalogue = load_catalogue(catalogue_dir)
    remarks = remarks_on(catalogue, dict(_identified(catalogue, path) for path in documents))
    emit(lint_listing(catalogue, remarks), output, lambda: lint_document(catalogue, remarks))
    if strict and remarks:
        click.get_current_context().exit(1)


def _identified(catalogue: Catalogue, path: str) -> tuple[str, str]:
    """The instrument of a document, and the document's text."""
    from obligraph.extract.document import read_document
    from obligraph.extract.kind import identify
    from obligraph.rules.selecting import instrument_of

    document = read_document(path)
    source = identify(document.text, document.name)
    return instrument_of(catalogue, source.id, source.symbol, path), document.text


@command.command("verify", epilog="Example: obligraph catalogue verify S_RES_2396.txt")
@click.argument("document", metavar="DOC", type=click.Path(allow_dash=True))
@click.option(
    "--instrument",
    metavar="ID",
    shell_complete=completing.instruments,
    help="The instrument whose pack is held against DOC.",
)
@click.option("--strict", is_flag=True, help="Leave with status 1 where a difference has no listed reason.")
@catalogue_option
@output_options()
def verify(
    document: str, instrument: str | None, strict: bool, catalogue_dir: Path | None, output: Output
) -> None:
    """Holds a pack against the document DOC, clause by clause, and reports every difference.

    DOC is the document that the pack was written from; `-` reads standard input. The instrument is known by
    the symbol in DOC, unless --instrument names it. Differences that the pack lists with a reason stand last.
    """
    from obligraph.extract.document import read_document
    from obligraph.extract.reading import read
    from obligraph.extract.verify import verify as differences
    from obligraph.report.catalogue_checks import verify_document, verify_listing
    from obligraph.rules.packs import load_catalogue
    from obligraph.rules.selecting import instrument_of

    catalogue = load_catalogue(catalogue_dir)
    found = read(read_document(document))
    name = instrument or instrument_of(catalogue, found.source.id, found.source.symbol, document)
    findings = differences(catalogue, name, found.clauses)
    source = file_name(document)
    emit(
        verify_listing(catalogue, name, source, findings),
        output,
        lambda: verify_document(catalogue, name, source, findings),
    )
    if strict and any(not finding.explained for finding in findings):
        click.get_current_context().exit(1)


@command.command("schema", epilog="Example: obligraph catalogue schema pack -o pack.schema.json")
@click.argument("what", type=click.Choice(["pack", "profile"]), metavar="[pack|profile]", default="pack")
@path_option
def schema(what: str, output_path: Path | None) -> None:
    """Prints the JSON Schema of a catalogue pack or of a profile, for editors that check as one writes."""
    from obligraph.engine.profile import Profile
    from obligraph.report.json_text import json_text
    from obligraph.rules.schema import pack_schema, schema_of

    found = pack_schema() if what == "pack" else schema_of(Profile, "Obligraph profile")
    emit_text(json_text(found), output_path)


@command.command("export", epilog="Example: obligraph catalogue export measures --format csv -o measures.csv")
@click.argument("what", type=click.Choice(PARTS), metavar=f"[{'|'.join(PARTS)}]", default=PARTS[0])
@catalogue_option
@output_options("json", "csv", *WHOLE_FORMATS)
def export(what: str, catalogue_dir: Path | None, output: Output) -> None:
    """Writes the catalogue for other programs.

    All of it as JSON, OSCAL, a library of CISO Assistant (YAML) or LegalRuleML (XML); a part as JSON or CSV.
    """
    from obligraph.report import catalogue_export
    from obligraph.report.json_text import json_text
    from obligraph.rules.packs import load_catalogue

    if output.format in WHOLE_FORMATS and what != "all":
        raise click.UsageError(
            f"{output.format} holds the catalogue as a whole; leave out the name of a part"
        )
    catalogue = load_catalogue(catalogue_dir)
    if output.format in WHOLE_FORMATS:
        emit_text(_interchanged(catalogue, output.format), output.path)
        return
    match what:
        case "obligations":
            _emit_obligations(catalogue, tuple(catalogue.obligations.values()), output)
        case "measures":
            listing = catalogue_export.measures_listing(catalogue)
            emit(listing, output, lambda: catalogue_export.measures_document(catalogue))
        case "relations":
            listing = catalogue_export.relations_listing(catalogue)
            emit(listing, output, lambda: catalogue_export.relations_document(catalogue))
        case _ if output.format == "csv":
            raise click.UsageError("all of the catalogue is no single table; name a part, such as measures")
        case _:
            emit_text(json_text(catalogue_export.export_document(catalogue)), output.path)


def _interchanged(catalogue: Catalogue, format_: str) -> str:
    """The whole catalogue in a format that other tools read."""
    from obligraph.report.ciso_assistant import library_text
    from obligraph.report.json_text import json_text
    from obligraph.report.legalruleml.document import legalruleml_text
    from obligraph.report.oscal.catalog import catalog

    match format_:
        case "oscal":
            return json_text(catalog(catalogue))
        case "ciso-assistant":
            return library_text(catalogue)
        case _:
            return legalruleml_text(catalogue)
