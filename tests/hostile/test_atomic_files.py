"""A file that is written is whole or absent, whatever ends the process and wherever it is."""

from __future__ import annotations

import os
import resource
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from obligraph import files
from obligraph.errors import InputError
from obligraph.files import write_bytes
from tests.hostile.killing import killed_at

OLD, NEW = b"old" * 1000, b"new and longer" * 20_000


def names(folder: Path) -> list[str]:
    """What stands in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


def leftovers(folder: Path) -> list[Path]:
    """What killed writers left."""
    return sorted(folder.glob(".obligraph-*.part"))


def clear(folder: Path) -> list[Path]:
    """Takes away what killed writers left."""
    found = leftovers(folder)
    for path in found:
        path.unlink()
    return found


@pytest.mark.parametrize("before", [None, OLD], ids=["new", "replaced"])
def test_killed_at_every_step(tmp_path: Path, before: bytes | None) -> None:
    """Whatever the step at which a writer is killed, its file holds the old bytes or all of the new."""
    target = tmp_path / "report.html"
    seen = set()
    for last in range(1, 1000):
        target.unlink(missing_ok=True)
        if before is not None:
            target.write_bytes(before)
        killed = killed_at(lambda: write_bytes(target, NEW), last)
        now = target.read_bytes() if target.exists() else None
        assert now in (before, NEW), last
        assert set(names(tmp_path)) - {target.name} == {path.name for path in leftovers(tmp_path)}
        seen.add(now)
        if not killed:
            break
        clear(tmp_path)
    assert last > 20
    assert seen == {before, NEW}
    assert not leftovers(tmp_path)


def test_what_the_killed_leave_is_swept(tmp_path: Path) -> None:
    """A killed writer may leave a hidden temporary file; a later writer of the same file removes it."""
    target, other = tmp_path / "a.json", tmp_path / "b.json"
    for number, path in enumerate((target, other), 1):
        work = partial(write_bytes, path, NEW)
        next(n for n in range(1, 300) if killed_at(work, n) and len(leftovers(tmp_path)) == number)
    left = leftovers(tmp_path)
    assert len(left) == 2
    write_bytes(target, NEW)
    assert leftovers(tmp_path) == left, "a fresh one may be another writer's"
    long_ago = time.time() - files.LEFTOVER_AFTER - 60
    for path in left:
        os.utime(path, (long_ago, long_ago))
    write_bytes(target, NEW)
    assert len(leftovers(tmp_path)) == 1
    write_bytes(other, NEW)
    assert names(tmp_path) == ["a.json", "b.json"]


def _write_again_and_again(path: Path, letter: int, times: int) -> None:
    for _ in range(times):
        write_bytes(path, bytes([letter]) * 100_000)


def test_eight_writers_of_one_file(tmp_path: Path) -> None:
    """Of eight processes that write the same file at once, the file is always one's whole version."""
    target = tmp_path / "same.md"
    crew = [
        get_context("fork").Process(target=_write_again_and_again, args=(target, ord("a") + n, 10))
        for n in range(8)
    ]
    for process in crew:
        process.start()
    looked = 0
    while any(process.is_alive() for process in crew):
        if target.exists():
            data = target.read_bytes()
            assert len(data) == 100_000
            assert len(set(data)) == 1
            looked += 1
    for process in crew:
        process.join()
        assert process.exitcode == 0
    assert looked > 0
    assert names(tmp_path) == ["same.md"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    """The file that a link leads to is replaced or made, and the link stays."""
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "report.md"
    link, chain = tmp_path / "link.md", tmp_path / "chain.md"
    link.symlink_to("real/report.md")
    chain.symlink_to(link)
    for data in (b"first", b"second"):
        write_bytes(chain, data)
        assert target.read_bytes() == data
    assert link.is_symlink()
    assert chain.is_symlink()
    assert names(tmp_path / "real") == ["report.md"]


def test_links_that_go_in_a_circle(tmp_path: Path) -> None:
    """A link that leads to itself is refused with one message."""
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(InputError, match="cannot be written"):
        write_bytes(tmp_path / "a", b"x")
    assert names(tmp_path) == ["a", "b"]


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_mode_of_all_new_files(tmp_path: Path, mask: int, mode: int) -> None:
    """The permissions of a new file are what the user's mask leaves; nobody sees more of it meanwhile."""
    before = os.umask(mask)
    try:
        write_bytes(tmp_path / "new", b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == mode


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666])
def test_a_replaced_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    """A file that is replaced keeps its permissions."""
    target = tmp_path / "there"
    target.write_bytes(b"x")
    target.chmod(mode)
    write_bytes(target, b"y")
    assert stat.S_IMODE(target.stat().st_mode) == mode


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder in the file's place, or a file in a folder's, is one message."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"x")
    for path in (tmp_path / "folder", tmp_path / "file" / "below", tmp_path / "nowhere" / "below"):
        with pytest.raises(InputError, match="cannot be written") as refused:
            write_bytes(path, b"x")
        assert len(refused.value.faults) == 1
    assert names(tmp_path) == ["file", "folder"]


def test_the_longest_names_are_written(tmp_path: Path) -> None:
    """A name as long as the system allows can be written, and one of odd characters."""
    for name in ("x" * 251 + ".csv", "a\nb;$(c) \udcff.md", "-rf"):
        write_bytes(tmp_path / name, NEW)
        assert (tmp_path / name).read_bytes() == NEW
    assert len(names(tmp_path)) == 3


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    """A named pipe stays one: what is written comes out at its other end."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE) as reader:
        write_bytes(pipe, OLD)
        out, _ = reader.communicate(timeout=10)
    assert out == OLD
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_devices_stay_devices() -> None:
    """Writing to the null device leaves it one, and the full device gives one message."""
    write_bytes("/dev/null", NEW)
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)  # noqa: PTH116 - no link is meant to be followed
    with pytest.raises(InputError, match="No space left on device"):
        write_bytes("/dev/full", NEW)
    assert not leftovers(Path("/dev"))


@pytest.fixture
def _small_files() -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.usefixtures("_small_files")
def test_no_room_for_the_file(tmp_path: Path) -> None:
    """Where the file grows beyond what the system allows, it stays as it was and nothing is left."""
    target = tmp_path / "report.html"
    target.write_bytes(OLD)
    with pytest.raises(InputError, match="File too large"):
        write_bytes(target, NEW)
    assert target.read_bytes() == OLD
    assert names(tmp_path) == ["report.html"]


def mounted(folder: Path, options: str) -> None:
    """Mounts a small file system in memory, or skips where this user may not."""
    ran = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "none", folder], capture_output=True, check=False
    )
    if ran.returncode:
        pytest.skip("only root may mount a small file system")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KiB."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted(folder, "size=64k")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk(small_disk: Path) -> None:
    """On a full disk the file stays as it was, nothing is left, and there is one message."""
    target = small_disk / "report.html"
    target.write_bytes(OLD)
    with pytest.raises(InputError, match="cannot be written: No space left on device") as refused:
        write_bytes(target, NEW)
    assert len(refused.value.faults) == 1
    assert target.read_bytes() == OLD
    assert names(small_disk) == ["report.html"]


def test_a_read_only_folder(small_disk: Path) -> None:
    """In a folder that is read-only nothing changes, and there is one message."""
    target = small_disk / "report.html"
    target.write_bytes(OLD)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    for path in (target, small_disk / "new.html"):
        with pytest.raises(InputError, match="Read-only file system"):
            write_bytes(path, NEW)
    assert target.read_bytes() == OLD
    assert names(small_disk) == ["report.html"]


def test_a_write_protected_file(tmp_path: Path) -> None:
    """A file that is write-protected is not replaced, although its folder would allow it."""
    if os.geteuid() != 0 or not Path("/usr/bin/setpriv").exists():
        pytest.skip("needs root, who is asked to become nobody for a moment")
    with TemporaryDirectory() as made:
        folder = Path(made)
        folder.chmod(0o777)
        target = folder / "kept.md"
        target.write_bytes(OLD)
        target.chmod(0o444)
        code = f"from obligraph.files import write_bytes; write_bytes({str(target)!r}, b'new')"
        ran = _as_nobody([sys.executable, "-c", code])
        if b"No module named" in ran.stderr or b"shared libraries" in ran.stderr:
            pytest.skip("nobody may not read this checkout, or this Python")
        assert b"cannot be written: it is write-protected" in ran.stderr
        assert target.read_bytes() == OLD
        assert names(folder) == ["kept.md"]


def _as_nobody(command: list[str]) -> subprocess.CompletedProcess[bytes]:
    nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"]
    return subprocess.run([*nobody, *command], capture_output=True, check=False)
