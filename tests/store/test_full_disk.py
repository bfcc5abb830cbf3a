"""A disk without room: a small real one, where this may be mounted."""

import errno
import os
import subprocess
import sys

import pytest

from store import manifest, snapshot
from store.errors import LibraryUnwritableError
from store.indexing import index_library
from store.library import Library, chroma_folder
from store.report import IndexReport
from store.vectors import VectorIndex
from tests.store.conftest import titles


@pytest.fixture
def disk(tmp_path):
    """A disk of 48 MiB."""
    place = tmp_path / "disk"
    place.mkdir()
    call = ["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", place]
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root on Linux")
    mounted = subprocess.run(call, check=False, capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted here ({mounted.stderr.strip()})")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)


def fill(disk, spare):
    """Leaves so many bytes free."""
    room = os.statvfs(disk)
    with (disk / "filler").open("wb") as file:
        file.write(bytes(max(0, room.f_bavail * room.f_frsize - spare)))


@pytest.mark.parametrize("spare", [0, 10_000_000])
def test_a_full_disk_costs_nothing_that_was_there(disk, write_list, spare):
    own = disk / "own"
    index_library(own, [write_list(("Piles", "Piles run on CPUs."))])
    many = [(f"Report {n} on Sand", f"Grain {n} is sorted. " * 20) for n in range(8)]
    write_list(("Piles", "Piles run on NPUs."), *many)
    fill(disk, spare)
    with pytest.raises(LibraryUnwritableError, match="make room"):
        index_library(own)
    library = Library.open(own)
    assert [paper.text for paper in library.papers.values()] == ["Piles run on CPUs."]
    assert [place for place, _ in library.nearest_passages(library.embed("Piles"), 1)] == [0]
    (disk / "filler").unlink()
    assert index_library(own) == IndexReport(added=8, changed=1)
    assert titles(own)[:2] == ["Piles", "Report 0 on Sand"]


def test_what_a_run_wrote_before_it_failed_is_swept_away(small, write_list, monkeypatch):
    def full(path, values):
        path.write_text("half")
        raise OSError(errno.ENOSPC, "No space left on device")

    write_list(("Piles", "Piles run on NPUs."))
    with monkeypatch.context() as patched:
        patched.setattr(snapshot, "_write_lines", full)
        with pytest.raises(LibraryUnwritableError, match="No space left"):
            index_library(small)
    state = manifest.read(small)
    assert [folder.name for folder in small.glob("generation-*/snapshot-*")] == [state.snapshot]
    rows = VectorIndex(chroma_folder(small, state)).count()
    assert rows == state.sentences + state.passages
    assert index_library(small) == IndexReport(changed=1, unchanged=1, gone=1)


_LITTLE = """
import resource, sys
from pathlib import Path
from store.errors import LibraryUnwritableError
from store.indexing import index_library
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    index_library(Path(sys.argv[1]), [Path(sys.argv[2])])
except LibraryUnwritableError as error:
    print(error)
"""


def test_a_disk_that_takes_no_more_from_this_person_is_no_damage(tmp_path, write_list):
    # As a quota does: there is room, and it is refused.
    own, papers = tmp_path / "own", write_list(("Piles", "Piles run on CPUs."))
    call = [sys.executable, "-c", _LITTLE, own, papers]
    done = subprocess.run(call, check=True, capture_output=True, text=True, timeout=60)
    assert "make room" in done.stdout
    assert "--rebuild" not in done.stdout
    assert not list(own.glob("generation-*"))
    assert index_library(own, [papers]) == IndexReport(added=1)


def test_a_first_run_on_a_full_disk_leaves_no_half_library(disk, write_list):
    fill(disk, 100_000)
    with pytest.raises(LibraryUnwritableError, match="make room"):
        index_library(disk / "own", [write_list(("Piles", "Piles run on CPUs."))])
    assert not list((disk / "own").glob("generation-*"))
    assert not (disk / "own" / "manifest.json").exists()
