"""`obligraph plan`: what it shows of the sample States, what it refuses, and that it stops at once."""

from __future__ import annotations

import csv
import io
import json
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.command_line import PROFILE, obligraph, write
from tests.cli.stopping import STOPPED, stop, threads
from tests.golden import ROOT

KESTRIA = ROOT / "samples" / "kestria" / "profile.toml"


def test_the_table_says_what_each_step_closes() -> None:
    """The table holds the steps with totals, what they close, whom to ask, the proof and the caveat."""
    ran = obligraph("plan", KESTRIA)
    assert (ran.status, ran.err) == (0, "")
    flat = " ".join(ran.out.split())
    for words in ("Closes: sres2396.13.1", "Assistance need, ask:", "clingo has proven", "not a finding"):
        assert words in flat


def test_csv_holds_one_row_a_step() -> None:
    """The CSV has one row a step, with the State and the caveat in columns of their own."""
    rows = list(csv.DictReader(io.StringIO(obligraph("plan", KESTRIA, "--format", "csv").out)))
    steps = json.loads(obligraph("plan", KESTRIA, "--format", "json").out)["steps"]
    assert [row["measure"] for row in rows] == [step["measure"] for step in steps]
    assert {row["state"] for row in rows} == {"Kestria"}


def test_weaker_targets_take_more_in() -> None:
    """A plan for a weaker force closes what the stronger one closes, and more."""
    closed = [
        set(json.loads(obligraph("plan", KESTRIA, "--target", force, "--format", "json").out)["closes"])
        for force in ("binding", "called_upon")
    ]
    assert closed[0] < closed[1]


def test_an_unknown_measure_is_refused_with_the_nearest() -> None:
    """A measure that is not in the catalogue ends with status 2 and the nearest names."""
    ran = obligraph("plan", KESTRIA, "--without", "biometric-law")
    assert (ran.status, ran.out) == (2, "")
    assert "'biometric-law' is no measure of the catalogue (biometrics-law" in ran.err


def test_a_plan_for_the_public_rests_on_public_evidence(tmp_path: Path) -> None:
    """With --public a step that only restricted evidence made needless is there, and the note says why."""
    restricted = PROFILE + (
        '[[evidence]]\nid = "secret"\ntitle = "Secret note"\nkind = "law"\n'
        'supports = ["data-protection-law"]\nconfidentiality = "restricted"\neffective_from = 2020-01-01\n'
    )
    path = write(tmp_path, "p.toml", restricted)
    ran = obligraph("plan", path, "--public", "--unknown-as-unmet", "--target", "consider")
    assert "Made for the public" in ran.out
    assert "data-protection-law" in ran.out
    assert (
        "data-protection-law" not in obligraph("plan", path, "--unknown-as-unmet", "--target", "consider").out
    )


def knot(at: int) -> str:
    """A measure of the tangle."""
    return (
        f'[[measures]]\nid = "knot-{at}"\ntitle = "Knot {at} of cord {at % 7} and rope {at % 11}"\n'
        'theme = "knots"\naxis = "formal"\nstage = "upstream"\naccepts = ["law"]\nexpects = "A law."\n'
        f'question = "Is it tied?"\neffort = {1 + at * 7 % 5}\neffort_basis = "one hand"\n'
    )


def knot_duty(number: int) -> str:
    """An obligation that any of about four measures meets."""
    some = [f'"knot-{byte % 150}"' for byte in sha256(str(number).encode()).digest()[:4]]
    return (
        f'[[obligations]]\nparagraph = "{number}"\nordinal = 1\ntitle = "Knot duty {number}"\n'
        'summary = "Tie it."\nverb = "decides"\nforce = "binding"\nforce_rule = "decides-shall"\n'
        f'bearers = ["member_states"]\nneeds = {{ any = [{", ".join(dict.fromkeys(some))}] }}\n'
        'themes = ["knots"]\n'
    )


def tangled(folder: Path) -> Path:
    """A folder with a pack whose plan no solver proves in a minute: 400 duties over 150 measures."""
    head = (
        '[instrument]\nid = "tangle"\nsymbol = "TANGLE 1"\ntitle = "A tangle"\nkind = "resolution"\n'
        'issuer = "other"\n\n[[themes]]\nid = "knots"\ntitle = "Knots"\n'
    )
    lines = [head, *map(knot, range(150)), *map(knot_duty, range(1, 401))]
    return write(folder / "packs", "tangle.toml", "\n".join(lines)).parent


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="seeing the solver at work needs /proc")
def test_ctrl_c_leaves_nothing_behind(tmp_path: Path) -> None:
    """Ctrl-C while the solver works ends it at once, in one line, with no file begun."""
    packs, path = tangled(tmp_path), write(tmp_path / "work", "p.toml", PROFILE)
    asked = ("plan", path, "--catalogue", packs, "--unknown-as-unmet", "--format", "json", "-o", "plan.json")
    ran = stop(asked, lambda pid: threads(pid) > 1, path.parent)
    assert (ran.status, ran.out, ran.err) == (STOPPED, "", "obligraph: stopped\n")
    assert list(path.parent.iterdir()) == [path]
