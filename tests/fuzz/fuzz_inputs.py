"""Fuzz targets for atheris: profiles, packs, force tables and workbooks.

    pip install atheris
    python tests/fuzz/fuzz_inputs.py TARGET FOLDER -max_total_time=600

TARGET is one of `toml`, `json`, `profile`, `pack`, `force`, `workbook`, `sheet` and `review`; FOLDER collects
inputs; with `seeds` as TARGET, small inputs to begin with are written there. Anything but a value or one
`InputError` of single lines is a finding: put the input into tests/fuzz/cases as TARGET-WHAT.bin.
"""

from __future__ import annotations

import datetime as dt
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from obligraph.errors import LONGEST_PART, MOST_FAULTS, InputError
from tests.extract_documents.document_builders import packed

if TYPE_CHECKING:
    from obligraph.rules.packs import Pack

DAY = dt.date(2024, 6, 30)
LONGEST_LINE = 20 * LONGEST_PART


@contextmanager
def one_voice() -> Iterator[None]:
    """Lets an `InputError` pass whose faults are single lines of bounded length and number."""
    try:
        yield
    except InputError as error:
        assert 0 < len(error.faults) <= MOST_FAULTS + 1  # noqa: PT017 - this is no test
        for fault in error.faults:
            assert str(fault).isprintable()
            assert len(str(fault)) < LONGEST_LINE


def given(data: bytes) -> AbstractContextManager[object]:
    """Has the bytes read instead of any file."""
    return patch("obligraph.files.Path.open", lambda *_, **__: BytesIO(data))


def try_toml(data: bytes) -> None:
    """Reads TOML."""
    from obligraph.files import read_toml

    with one_voice(), given(data):
        read_toml("fuzz.toml")


def try_json(data: bytes) -> None:
    """Reads JSON."""
    from obligraph.files import read_json

    with one_voice(), given(data):
        read_json("fuzz.json")


def try_profile(data: bytes) -> None:
    """Reads a profile, rates it, and writes it so that it reads back as the same."""
    from obligraph.engine.evaluation import evaluate
    from obligraph.engine.reading import load_profile, profile_of
    from obligraph.engine.writing import dump_profile
    from obligraph.rules.packs import load_catalogue

    with one_voice(), given(data):
        profile = load_profile("fuzz", load_catalogue(), DAY)
        evaluate(load_catalogue(), profile, DAY)
        assert profile_of(dump_profile(profile), "fuzz.toml", load_catalogue(), DAY) == profile


def try_pack(data: bytes) -> None:
    """Reads a pack by itself, and joins it with the measures and obligations that it may speak of."""
    from obligraph.rules.packs import assemble, read_pack

    base = _base()
    with one_voice(), given(data):
        assemble(base | {"fuzz.toml": read_pack(Path("fuzz.toml"))})


@cache
def _base() -> dict[str, Pack]:
    """Some of the shipped packs, read once."""
    from obligraph.rules.packs import shipped_and

    shipped = shipped_and()
    return {
        "measures.toml": shipped["measures.toml"],
        "sres2396.toml": shipped["sres2396.toml"].model_copy(update={"relations": ()}),
    }


def try_force(data: bytes) -> None:
    """Reads a force table."""
    from obligraph.rules.force import force_table

    force_table()
    with one_voice(), given(data):
        force_table.__wrapped__(Path("fuzz.toml"))


def try_workbook(data: bytes) -> None:
    """Imports a questionnaire from the bytes of a workbook."""
    from obligraph.report.workbook.importing import import_workbook
    from obligraph.rules.packs import load_catalogue

    with one_voice(), given(data):
        import_workbook("fuzz.xlsx", load_catalogue(), DAY)


def try_sheet(data: bytes) -> None:
    """Imports a questionnaire whose first sheet and shared strings are some bytes, parted by a zero byte."""
    sheet, _, strings = data.partition(b"\0")
    try_workbook(packed({**_parts(), "xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": strings}))


def try_review(data: bytes) -> None:
    """Reads a review sheet."""
    from obligraph.extract.review import read_review

    with one_voice(), given(data):
        read_review("fuzz.xlsx")


TARGETS: dict[str, Callable[[bytes], None]] = {
    "toml": try_toml,
    "json": try_json,
    "profile": try_profile,
    "pack": try_pack,
    "force": try_force,
    "workbook": try_workbook,
    "sheet": try_sheet,
    "review": try_review,
}

PROFILE = """
state = "Testland"
country = "TL"
as_of = 2024-06-30
last_assessed = 2023-01-01
attributes = { seaports = true }

[[evidence]]
id = "act"
title = "Passenger Data Act"
kind = "law"
supports = ["pnr-law", { measure = "api-law", extent = "partial", shortfall = "not at sea" }]
effective_from = 2019-01-01
locator = { article = "s. 4", page = "12", quote = 'a "b"' }
supersedes = []

[[evidence]]
id = "authority"
title = "Report of the authority"
kind = "report"
contradicts = ["data-protection-oversight", "pnr-law"]
collected = 2023-11-11

[[resolutions]]
measure = "pnr-law"
value = "partly_met"
considered = ["act", "authority"]
assessor = "A"
date = 2024-01-01
reason = "Weighed."

[[comments]]
text = "We disagree."
date = 2024-02-01
"""

PACK = """
[instrument]
id = "code"
symbol = "CODE 1"
title = "A code"
kind = "resolution"
issuer = "security_council"
date = 2020-01-01

[[obligations]]
paragraph = "5.10"
ordinal = 1
title = "First"
summary = "Do the first thing."
verb = "decides"
force = "binding"
force_rule = "council-decides"
bearers = ["member_states"]
needs = { at_least = 2, of = ["pnr-law", { any = ["api-law", "watch-list"] }, "x-y"] }
themes = ["passenger-data"]

[[no_duty]]
paragraph = "6"
ordinal = 1
verb = "notes"
reason = "Only notes."

[[relations]]
type = "presupposes"
source = "code.5-10.1"
target = "sres2396.12.1"
reason = "first"
basis = "ours"
"""

FORCE = """
[[row]]
id = "own"
force = "binding"
reason = "Ours."
source = "None"
verbs = ["decides"]
issuers = ["security_council"]
chapter_vii = true
restated = false
"""


@cache
def _book() -> bytes:
    """An empty questionnaire."""
    from obligraph.engine.profile import Profile
    from obligraph.report.workbook.questionnaire import questionnaire
    from obligraph.rules.packs import load_catalogue

    return questionnaire(load_catalogue(), Profile(state="Testland"), "fuzz", public=False)


@cache
def _parts() -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(_book())) as book:
        return {name: book.read(name) for name in book.namelist()}


def _review() -> bytes:
    """The review sheet of a small text."""
    from obligraph.extract.document import Document
    from obligraph.extract.reading import extract
    from obligraph.extract.review_sheet import workbook_of

    text = "Resolution 1 (2031)\n\n1. Calls upon States to keep lamps.\n"
    return workbook_of(list(extract(Document("fuzz", text))))


def seeds() -> dict[str, bytes]:
    """Small inputs to begin with, by target."""
    text = "[ [1, 2.5e3, true], {a.b = 'c', \"d\" = 1979-05-27T07:32:00Z} ]"
    return {
        "toml": f'x = {text}\n[[t."u".v]]\nw = """a\\\n "" b"""\n'.encode(),
        "json": b'{"a": [1, -2.5e3, null, {"b": "\\ud834\\udd1e \\n"}], "c": true}',
        "profile": PROFILE.encode(),
        "pack": PACK.encode(),
        "force": FORCE.encode(),
        "workbook": _book(),
        "sheet": _parts()["xl/worksheets/sheet1.xml"] + b"\0" + _parts().get("xl/sharedStrings.xml", b""),
        "review": _review(),
    }


READERS = ("plain", "engine.reading", "rules.packs", "report.workbook.importing", "extract.review_sheet")


def main() -> None:
    """Runs one target, or writes the seeds."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    if name == "seeds":
        for target, data in seeds().items():
            (folder / target).mkdir(exist_ok=True)
            (folder / target / "seed").write_bytes(data)
        return
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["obligraph", "tomllib", "json"]):
        for module in READERS:
            import_module(f"obligraph.{module}")
    atheris.Setup([sys.argv[0], *sys.argv[2:]], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
