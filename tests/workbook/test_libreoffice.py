"""What LibreOffice opens and saves again reads as it was."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from obligraph.engine.profile import Profile
from obligraph.engine.reading import load_profile
from obligraph.report.workbook.importing import import_workbook
from obligraph.report.workbook.questionnaire import questionnaire
from obligraph.rules.packs import load_catalogue
from tests.golden import SAMPLES
from tests.workbook.filled import LIKE_VALUES, ODD, TODAY, imported, sheet_bytes

OFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is missing: install libreoffice-calc-nogui"),
]


def saved_again(folder: Path, *books: bytes) -> list[Path]:
    """The workbooks as LibreOffice writes them after opening them."""
    there, out = folder / "there", folder / "out"
    there.mkdir(parents=True)
    paths = [there / f"{number}.xlsx" for number in range(len(books))]
    for path, data in zip(paths, books, strict=True):
        path.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    subprocess.run(
        [str(OFFICE), profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), *map(str, paths)],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return [out / path.name for path in paths]


def test_samples_come_back_from_libreoffice(tmp_path: Path) -> None:
    """The questionnaires of the sample States, opened and saved by LibreOffice, give the same profiles."""
    catalogue = load_catalogue()
    states = ("velmark", "kestria", "dalmoro", "sorvena")
    given_ = [load_profile(SAMPLES / state / "profile.toml", catalogue, TODAY) for state in states]
    paths = saved_again(tmp_path, *(questionnaire(catalogue, each, "p") for each in given_))
    assert [import_workbook(path, catalogue, TODAY).profile for path in paths] == given_


def test_odd_texts_come_back_from_libreoffice(tmp_path: Path) -> None:
    """Formulas, escapes, markup, numbers as text, blanks and many scripts come back from LibreOffice."""
    texts = [*ODD.split("|"), *LIKE_VALUES.split("|"), "a\n", "\ta\tb", " ", "x  y", "_x000D_"]
    law = {"title": "t", "kind": "law", "supports": ["borders-1"]}
    records = [
        {"id": f"e{at}", **law, "note": text, "locator": {"page": text}} for at, text in enumerate(texts)
    ]
    given_ = Profile.model_validate({"state": "Testland", "evidence": records})
    (path,) = saved_again(tmp_path, sheet_bytes(given_))
    assert imported(path).profile == given_
