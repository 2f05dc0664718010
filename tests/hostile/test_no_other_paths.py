"""Commands open what was named, the program's own files and nothing else; they talk to nobody."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command_line import PROFILE, write
from tests.hostile.test_atomic_files import leftovers

HOOK = """
import json, os, sys
seen = {"read": [], "written": [], "sockets": [], "programs": [], "removed": []}
def watch(event, args):
    if event == "open" and isinstance(args[0], (str, bytes)):
        mode, flags = args[1], args[2] or 0
        writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC) or set(mode or "") & set("wax+")
        seen["written" if writes else "read"].append(os.path.abspath(os.fsdecode(args[0])))
    elif event in ("os.listdir", "os.scandir"):
        seen["read"].append(os.path.abspath(os.fsdecode(args[0] or ".")))
    elif event in ("os.rename", "os.link", "os.symlink"):
        seen["written"].append(os.path.abspath(os.fsdecode(args[1])))
    elif event in ("os.remove", "os.rmdir"):
        seen["removed"].append(os.path.abspath(os.fsdecode(args[0])))
    elif event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto", "urllib.Request"):
        seen["sockets"].append(repr(args))
    elif event in ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.system"):
        seen["programs"].append(repr(args[0]))
sys.addaudithook(watch)
from obligraph.cli.main import main
status = 0
try:
    main()
except SystemExit as end:
    status = end.code
finally:
    os.write(int(os.environ["SEEN"]), json.dumps(seen).encode())
sys.exit(status)
"""

ROOT = Path(__file__).resolve().parents[2]
OWN = tuple(
    str(path.resolve())
    for path in (
        *map(Path, (sys.prefix, sys.base_prefix, sys.exec_prefix)),
        ROOT / "obligraph",
        Path(os.__file__).parent,
    )
)
SYSTEM = (
    "/usr/lib/",
    "/usr/share/",
    "/usr/local/lib",
    "/lib",
    "/proc/",
    "/dev/",
    "/etc/localtime",
    "/etc/mime.types",
)
ON_THE_WAY = frozenset(str(Path(path).resolve()) for path in sys.path)
"""Folders that Python itself lists when it looks for modules."""

TEXT = "Resolution 1 (2031)\n\n1. Calls upon States to keep lamps on piers;\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with inputs, beside which stands a file that nobody names."""
    inside = tmp_path / "inside"
    for name, text in (("state.toml", PROFILE), ("text.txt", TEXT), ("many/a.toml", PROFILE)):
        write((inside / name).parent if "/" not in name else _made(inside / "many"), Path(name).name, text)
    write(inside, "earlier.toml", PROFILE.replace("2024-06-30", "2023-12-31"))
    write(_made(inside / "sources"), "text.txt", TEXT)
    write(tmp_path, "secret.toml", 'secret = "kept"\n')
    return inside


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def watched(folder: Path, *args: str) -> tuple[int, dict[str, list[str]], str]:
    """Runs a command under watch; its status, what it opened and called, and what it said."""
    read, write_end = os.pipe()
    environment = {**os.environ, "SEEN": str(write_end), "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "80"}
    with subprocess.Popen(
        [sys.executable, "-P", "-c", HOOK, *args],
        cwd=folder,
        env=environment,
        pass_fds=[write_end],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as process:
        os.close(write_end)
        with os.fdopen(read, "rb") as stream:
            seen = json.loads(stream.read())
        assert process.stderr is not None
        said = process.stderr.read().decode()
    return process.returncode, seen, said


COMMANDS = (
    ("extract", "text.txt", "--format", "jsonl"),
    ("extract", "text.txt", "--review", "out/review.xlsx"),
    ("catalogue", "list"),
    ("catalogue", "export", "--format", "oscal", "-o", "out/catalogue.json"),
    ("profile", "new", "out/new.toml"),
    ("profile", "export", "state.toml", "-o", "out/state.xlsx"),
    ("evaluate", "state.toml", "--format", "csv", "-o", "out/ratings.csv"),
    ("gaps", "state.toml"),
    ("explain", "state.toml", "sres2396.12.1"),
    ("plan", "state.toml", "--format", "json"),
    ("compare", "earlier.toml", "state.toml"),
    ("portfolio", "many", "--format", "svg", "-o", "out/many.svg"),
    ("maturity", "state.toml"),
    ("graph", "state.toml", "-o", "out/graph.html"),
    ("graph", "-o", "out/graph.graphml"),
    ("report", "state.toml", "-o", "out/report.html", "--since", "earlier.toml", "--sources", "sources"),
    ("report", "state.toml", "-o", "out/report.xlsx"),
    ("report", "state.toml", "-o", "out/report.oscal.json"),
    ("watch", "state.toml", "--once"),
)


@pytest.mark.slow
@pytest.mark.parametrize("args", COMMANDS, ids=" ".join)
def test_nothing_else_is_opened(folder: Path, args: tuple[str, ...]) -> None:
    """A command reads what it was given and the program's own files, writes what was named, calls nobody."""
    out = _made(folder / "out")
    before = {path for path in folder.rglob("*") if path.is_file()}
    status, seen, said = watched(folder, *args)
    assert status == 0, said
    named = {str(folder / word) for word in args} | {str(path) for path in before if path.parts[-2] in args}
    named |= {str(folder / "out")}
    asked = {str(folder / word) for word in args if word.startswith("out/")}
    strange = {path for path in seen["read"] if not path.startswith((*OWN, *SYSTEM))} - named
    assert strange - ON_THE_WAY == set()
    written = {path for path in seen["written"] if not path.startswith("/dev/")}
    parts = {
        path for path in written if Path(path).parent == out and Path(path).name.startswith(".obligraph-")
    }
    assert written - parts == asked
    assert set(seen["removed"]) <= parts
    assert seen["sockets"] == []
    assert all("dot" in program for program in seen["programs"])
    after = {str(path) for path in folder.rglob("*") if path.is_file() and path not in before}
    assert after == asked


@pytest.mark.parametrize("kind", ["profile", "folder", "catalogue"])
def test_what_a_folder_links_to_outside_is_not_read(folder: Path, kind: str) -> None:
    """A link inside a folder that was named is not followed out of it; one message says so."""
    (folder / "many" / "b.toml").symlink_to("../../secret.toml")
    call = {
        "profile": ("portfolio", "many"),
        "folder": ("report", "state.toml", "-o", "out.html", "--sources", "many"),
        "catalogue": ("gaps", "state.toml", "--catalogue", "many"),
    }[kind]
    (folder / "many" / "a.toml").unlink() if kind == "catalogue" else None
    status, seen, said = watched(folder, *call)
    assert str(folder / "many" / "b.toml") not in seen["read"]
    assert str(folder.parent / "secret.toml") not in seen["read"]
    if kind != "folder":
        assert status == 2
        assert "b.toml: is a link that leads out of the folder" in said


def test_a_pipe_in_a_folder_does_not_stop_the_command(folder: Path) -> None:
    """A named pipe in a folder of profiles is not waited for."""
    os.mkfifo(folder / "many" / "c.toml")
    status, _, said = watched(folder, "portfolio", "many")
    assert status == 2
    assert "c.toml: is no file" in said


@pytest.mark.parametrize("args", [("gaps", "../secret.toml"), ("report", "../secret.toml", "-o", "out.html")])
def test_nothing_is_left_by_a_refusal(folder: Path, args: tuple[str, ...]) -> None:
    """A refused call writes nothing, not even for a moment."""
    status, seen, _ = watched(folder, *args)
    assert status == 2
    assert seen["written"] == []
    assert not leftovers(folder)
