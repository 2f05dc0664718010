"""A name that is not known is answered with the nearest ones, wherever a name is taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from obligraph.cli.main import cli
from tests.cli.command_line import obligraph
from tests.golden import SAMPLES

P = str(SAMPLES / "kestria" / "profile.toml")
RESOLUTION = str(SAMPLES / "resolution" / "resolution.txt")


@pytest.mark.parametrize(
    ("call", "near"),
    [
        ("gap", "'gaps'"),
        ("catalogue lst", "'list'"),
        ("profile nwe", "'new'"),
        ("graph aks", "'ask'"),
        ("graph ask key", "'keystones'"),
        (f"gaps {P} --formt json", "--format"),
        (f"gaps {P} --force bindin", "'binding'"),
        (f"gaps {P} --theme passenger", "passenger-data"),
        (f"gaps {P} --instrument sres239", "sres2396"),
        (f"explain {P} sres2396.12", "sres2396.12.1"),
        ("catalogue show pnr-lwa", "pnr-law"),
        ("catalogue show sres239", "sres2396"),
        ("catalogue list --instrument sres239", "sres2396"),
        ("catalogue list --theme passenger", "passenger-data"),
        ("catalogue list --force bindin", "binding"),
        ("catalogue list --bearer member_state", "member_states"),
        (f"catalogue verify {RESOLUTION} --instrument sres239", "sres2396"),
        ("catalogue schema packs", "'pack'"),
        ("catalogue export measure", "'measures'"),
        ("graph --focus pnr-lwa", "pnr-law"),
        ("graph --focus passenger-dat", "passenger-data"),
        ("graph --view neighbour", "'neighbours'"),
        ("graph --view theme --focus passenger", "passenger-data"),
        ("graph ask path pnr-lwa api-law", "pnr-law"),
        ("graph ask path api-law pnr-lwa", "pnr-law"),
        ("graph ask blocks sres2396.12", "sres2396.12.1"),
        (f"plan {P} --without pnr-lwa", "pnr-law"),
        ("profile new - --theme passenger-dat", "passenger-data"),
        (f"maturity {P} --theme passenger-dat", "passenger-data"),
        (f"portfolio {SAMPLES} --requested kestri", "Kestria"),
        (f"gaps {P[:-6]}", "profile.toml"),
        (f"report {P} -o x.htm", ".html"),
    ],
)
def test_an_unknown_name_is_answered_with_a_near_one(
    call: str, near: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The call is refused with status 2, nothing on standard output, and the name that was meant."""
    monkeypatch.chdir(tmp_path)
    ran = CliRunner().invoke(cli, call.split(), prog_name="obligraph")
    assert ran.exit_code == 2
    assert ran.stdout == ""
    assert near in ran.stderr.splitlines()[-1]


def test_a_name_like_no_other_is_sent_to_the_help() -> None:
    """Where nothing is near, the way out is the help of the group."""
    assert "see obligraph --help" in obligraph("zzzz").err
    assert "see obligraph graph ask --help" in obligraph("graph", "ask", "zzzz").err
