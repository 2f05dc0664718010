"""Opening a workbook that somebody sent: what could act is refused, what could swell is bounded."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from obligraph.errors import Fault, InputError
from obligraph.files import read_bytes
from obligraph.sheets.book import Book, Sheet
from obligraph.sheets.parts import Budget, Cells, Part, Strings, Styles, TooMuch

MOST_PACKED = 16 * 1024 * 1024
"""Bytes of a workbook as it is sent."""

MOST_UNPACKED = 64 * 1024 * 1024
"""Bytes of all its parts together."""

MOST_PARTS = 1_000
MOST_SHEETS = 250

REFUSED = {
    "vbaproject": "holds macros",
    "xl/macrosheets/": "holds macros",
    "xl/dialogsheets/": "holds macros",
    "xl/externallinks/": "links to other workbooks",
    "xl/connections": "connects to data elsewhere",
    "xl/querytables/": "connects to data elsewhere",
    "xl/activex/": "holds programs",
    "xl/embeddings/": "holds other files",
}
"""What a part's name gives away, and what is then said of the workbook."""

BROKEN = (
    *(zipfile.BadZipFile, zlib.error, ParseError, LookupError),
    *(ValueError, OSError, EOFError, RuntimeError),
)
"""What the readers of archives and of XML raise on a file that is damaged or locked."""

WAY_OUT = "save it as a plain workbook (.xlsx) without these, or fill in a fresh export"


def open_book(path: Path | str) -> Book:
    """A workbook from a file, or from standard input for `-`.

    Time and memory are bounded by the constants of this module and of `obligraph.sheets.parts`.

    Raises:
        InputError: the file is no XLSX workbook, passes a bound, or holds macros, links to other workbooks,
            connections or embedded programs; one message says which.
    """
    data = read_bytes(path)
    name = "standard input" if str(path) == "-" else Path(path).name
    try:
        if len(data) > MOST_PACKED:
            raise TooMuch(f"is larger than {MOST_PACKED // 2**20} MiB")
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _Opening(archive, name).book()
    except TooMuch as error:
        raise InputError([Fault(name, str(error), way_out=WAY_OUT)]) from None
    except DefusedXmlException:
        raise InputError([Fault(name, "holds XML with entities", way_out=WAY_OUT)]) from None
    except BROKEN:
        raise InputError([_no_workbook(data, name)]) from None


def _no_workbook(data: bytes, name: str) -> Fault:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        what = "is an old workbook (.xls) or is locked with a password"
        return Fault(name, what, way_out="save it as .xlsx without a password")
    return Fault(name, "is not a whole workbook (.xlsx)", way_out="save it again as .xlsx")


class _Workbook(Part):
    """The list of sheets, and from when days are counted."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(budget)
        self.sheets: list[tuple[str, str]] = []
        self.since_1904 = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """A sheet, or a property of the workbook."""
        if name == "sheet":
            link = next((value for key, value in attributes.items() if key.endswith("}id")), "")
            self.sheets.append((attributes.get("name", ""), link))
        elif name == "workbookPr":
            self.since_1904 = attributes.get("date1904", "") in {"1", "true"}
        elif name == "externalReference":
            raise TooMuch("links to other workbooks")


class _Links(Part):
    """Which part each link of another part leads to."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(budget)
        self.targets: dict[str, str] = {}
        self.types: dict[str, str] = {}

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """A link."""
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")
            self.types[attributes.get("Type", "").rpartition("/")[2]] = attributes.get("Target", "")


class _Opening:
    """One workbook being opened."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self.archive, self.name, self.budget = archive, name, Budget()
        self.parts = {info.filename.lstrip("/").lower(): info for info in archive.infolist()}

    def book(self) -> Book:
        """The workbook, once it is known to be harmless."""
        self._check()
        top = self._links("_rels/.rels", "")
        main = self._part(top.types.get("officeDocument", "xl/workbook.xml"), "")
        listed = _Workbook(self.budget)
        self._read(main, listed)
        if len(listed.sheets) > MOST_SHEETS:
            raise TooMuch(f"has more than {MOST_SHEETS} sheets")
        links = self._links(_rels(main), main)
        strings, styles = Strings(self.budget), Styles(self.budget)
        for sort, part in (("sharedStrings", strings), ("styles", styles)):
            if sort in links.types:
                self._read(self._part(links.types[sort], main), part)
        days = styles.days()
        sheets = [self._sheet(sheet, links, main, strings.found, days) for sheet in listed.sheets]
        return Book(self.name, tuple(sheets), listed.since_1904)

    def _check(self) -> None:
        """Refuses what acts, and what unpacks to more than a workbook can."""
        infos = self.archive.infolist()
        for part in sorted(self.parts):
            for sign, what in REFUSED.items():
                if sign in part:
                    raise TooMuch(what)
        if any(info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for info in infos):
            raise zipfile.BadZipFile
        if len(infos) > MOST_PARTS:
            raise TooMuch(f"holds more than {MOST_PARTS:,} parts")
        if sum(info.file_size for info in infos) > MOST_UNPACKED:
            raise TooMuch(f"unpacks to more than {MOST_UNPACKED // 2**20} MiB")
        types = self.archive.read(self.parts["[content_types].xml"]) if self.parts else b""
        if b"macroEnabled" in types or b"sheet.binary" in types:
            raise TooMuch("is of a kind that holds macros or is not readable (.xlsm, .xlsb)")

    def _sheet(
        self, listed: tuple[str, str], links: _Links, main: str, strings: list[str], days: frozenset[int]
    ) -> Sheet:
        name, link = listed
        part = self._part(links.targets.get(link, ""), main)
        if "chartsheets/" in part.lower():
            return Sheet(name, {})
        cells = Cells(self.budget, strings, days)
        self._read(part, cells)
        return Sheet(name, cells.rows)

    def _links(self, part: str, base: str) -> _Links:
        links = _Links(self.budget)
        if part.lower() in self.parts or not base:
            self._read(part, links)
        return links

    def _part(self, target: str, base: str) -> str:
        """A part named by a link, from the part that names it."""
        if target.startswith("/"):
            return target.lstrip("/")
        steps: list[str] = list(PurePosixPath(base).parent.parts) if base else []
        for step in PurePosixPath(target).parts:
            steps = steps[:-1] if step == ".." else [*steps, step]
        return "/".join(steps)

    def _read(self, part: str, target: Part) -> None:
        """Streams a part of the archive into its reader."""
        parser = DefusedXMLParser(target=target, forbid_dtd=True)
        with self.archive.open(self.parts[part.lower()]) as stream:
            while chunk := stream.read(1 << 16):
                parser.feed(chunk)
        parser.close()


def _rels(part: str) -> str:
    """Where the links of a part stand."""
    path = PurePosixPath(part)
    return str(path.parent / "_rels" / f"{path.name}.rels")
